"""Questions that stop the work: verbs on buttons, the safe choice by default, words of the moment."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog

from app.ui import dialogs
from app.ui.crash import CrashDesk
from app.ui.dialogs import Files, Question, QuestionBox, ReportBox, TextBox
from app.ui.language import speak
from app.words import N_, phrase

DELETE = Question(
    phrase(N_("Delete the library “{name}”?"), name="<b>Test</b> 2025"),
    phrase(N_("148 titles and 2 schedules will be removed from this computer.")),
    act=phrase(N_("Delete library")),
    keep=phrase(N_("Keep")),
    icon="trash-2",
    destroys=True,
)
MOVE = Question(
    phrase(N_("Move the library?")),
    phrase(N_("It lies in a cloud folder.")),
    act=phrase(N_("Move")),
    keep=phrase(N_("Stay")),
)


def test_enter_keeps_what_would_be_destroyed(qtbot) -> None:
    box = QuestionBox(DELETE)
    qtbot.addWidget(box)
    box.show()
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert box.result() == QDialog.DialogCode.Rejected


def test_enter_acts_where_nothing_is_lost(qtbot) -> None:
    box = QuestionBox(MOVE)
    qtbot.addWidget(box)
    box.show()
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert box.result() == QDialog.DialogCode.Accepted


def test_a_question_is_answered_by_its_verb(qtbot) -> None:
    del qtbot
    boxes: list[QuestionBox] = []

    def answer() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QuestionBox)
        boxes.append(box)
        box.act_button.click()

    QTimer.singleShot(0, answer)
    assert dialogs.ask(None, DELETE)
    assert boxes[0].heading.text() == "Delete the library “<b>Test</b> 2025”?"


def test_a_question_changes_its_words_while_it_is_open(qtbot, monkeypatch) -> None:
    box = QuestionBox(DELETE)
    qtbot.addWidget(box)
    monkeypatch.setattr("app.ui.dialogs.say", lambda words: f"«{words.message}»")
    speak("kk")
    assert (box.act_button.text(), box.keep_button.text()) == ("«Delete library»", "«Keep»")


def test_a_text_is_asked_for_and_an_empty_one_is_no_answer(qtbot) -> None:
    box = TextBox(MOVE, phrase(N_("Reason")), "")
    qtbot.addWidget(box)
    box.show()
    assert not box.act_button.isEnabled()
    qtbot.keyClicks(box._field, "  because ")
    assert box.act_button.isEnabled()
    assert box.text() == "because"
    assert box._field.accessibleName() == "Reason"


KINDS = (Files(phrase(N_("Spreadsheets")), ("*.xlsx", "*.csv")),)


def test_files_are_asked_for_by_kind(monkeypatch, tmp_path: Path) -> None:
    asked: list[tuple[object, ...]] = []

    def answer(*question: object) -> tuple[str, str]:
        asked.append(question)
        return str(tmp_path / "titles"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", answer)
    assert dialogs.save_file(None, phrase("Save"), KINDS, tmp_path / "x") == tmp_path / "titles.xlsx"
    assert dialogs.open_file(None, phrase("Open"), KINDS) == tmp_path / "titles"
    assert asked[0][3] == "Spreadsheets (*.xlsx *.csv)"


@pytest.mark.parametrize("name", ["getSaveFileName", "getOpenFileName"])
def test_no_file_is_an_answer_too(monkeypatch, name: str, tmp_path: Path) -> None:
    monkeypatch.setattr(QFileDialog, name, lambda *_: ("", ""))
    if name == "getOpenFileName":
        assert dialogs.open_file(None, phrase("Open"), KINDS) is None
    else:
        assert dialogs.save_file(None, phrase("Save"), KINDS, tmp_path) is None


def test_a_report_can_be_copied(qtbot) -> None:
    box = ReportBox("Traceback …\nZeroDivisionError")
    qtbot.addWidget(box)
    box._copy.click()
    assert QGuiApplication.clipboard().text() == "Traceback …\nZeroDivisionError"


def test_many_bugs_make_one_dialog(qtbot, monkeypatch) -> None:
    shown: list[str] = []
    monkeypatch.setattr(dialogs, "report", lambda _parent, text: shown.append(text))
    desk = CrashDesk()
    for number in range(5):
        desk.tell(f"bug {number}")
    qtbot.waitUntil(lambda: bool(shown))
    qtbot.wait(20)
    assert shown == ["bug 0"]
    monkeypatch.setattr("app.ui.crash.PAUSE", 0.0)
    desk.tell("later")
    qtbot.waitUntil(lambda: shown == ["bug 0", "later"])
