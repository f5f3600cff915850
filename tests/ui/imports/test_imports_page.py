"""The page of imports: a spreadsheet comes in step by step, with nothing changed before the last one."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from app.domain.kinds import NameType
from app.i18n.pseudo import Pseudo
from app.intake.options import Column, Meaning, What
from app.operations import works
from app.operations.imports import Answer, OnDuplicate
from app.store.figures import figures
from app.store.store import Store
from app.store.work_rows import work_names
from app.ui import dialogs
from app.ui.imports.meanings import Meanings
from app.ui.imports.page import ImportsPage
from app.ui.jobs import Job
from app.ui.language import speak
from app.ui.widgets.safe import SafeLabel
from app.ui.workspace import Workspace
from app.words import phrase
from tests.store.rows import records
from tests.ui.shells import FakeShell

TITLES = "Қазақша атауы;Название на русском;Год;Режиссер\nШал;Старик;2012;Ермек Тұрсынов\nТомирис;;2019;Ақан Сатаев\n"


LETTERS = re.compile(r"[^\W\d_]{2,}")


@pytest.fixture
def page(qtbot: QtBot, workspace: Workspace, shell: FakeShell) -> ImportsPage:
    made = ImportsPage(workspace, shell)
    qtbot.addWidget(made)
    made.resize(1200, 700)
    made.show()
    return made


def write(folder: Path, text: str, name: str = "list.csv", encoding: str = "utf-8") -> Path:
    path = folder / name
    path.write_bytes(text.encode(encoding))
    return path


def count(workspace: Workspace) -> int:
    return workspace.read(figures).works


def test_a_file_is_read_checked_and_brought_in_and_taken_back(
    page: ImportsPage, workspace: Workspace, shell: FakeShell, tmp_path: Path
) -> None:
    before = records(workspace.store)
    page.begin(write(tmp_path, TITLES, encoding="kz1048"))
    assert page.reading.isVisible()
    assert page.reading.panel.combos["encoding"].currentData() == "kz1048"
    assert page.reading.rows.index(1, 0).data() == "Шал"
    page.next.click()
    assert page.check.isVisible()
    assert page.next.text() == "Import 2 titles"
    assert count(workspace) == 0
    page.next.click()
    assert page.done.isVisible()
    assert count(workspace) == 2
    assert shell.toasts[-1] == "2 titles were imported"
    page.done.undo.click()
    assert records(workspace.store) == before


def test_the_second_file_of_a_kind_needs_no_clicks(page: ImportsPage, tmp_path: Path) -> None:
    page.begin(write(tmp_path, TITLES))
    page.reading.preview.head.chosen.emit(1, None)
    page.next.click()
    page.next.click()
    page.begin(write(tmp_path, TITLES.replace("Шал", "Ана").replace("2012", "2001"), "next.csv"))
    assert page.check.isVisible()
    assert page.next.text() == "Import 1 title"
    page.back.click()
    assert page.reading.rows.headerData(1, Qt.Orientation.Horizontal) == "Left out"


def test_a_column_is_said_to_mean_something_else(page: ImportsPage, tmp_path: Path) -> None:
    page.begin(write(tmp_path, TITLES))
    meant = Column(Meaning.NAME, "ru", NameType.ORIGINAL)
    page.reading.preview.head.chosen.emit(1, meant)
    assert page.reading.rows.meaning(1) == meant
    head = page.reading.rows.headerData(1, Qt.Orientation.Horizontal)
    assert head == "Title · Russian · Original title"


def test_every_meaning_can_be_chosen_and_has_words(qtbot: QtBot, page: ImportsPage, tmp_path: Path) -> None:
    page.begin(write(tmp_path, TITLES))
    assert page._seen is not None
    for now in (None, Column(Meaning.YEAR)):
        menu = Meanings(page._seen.look.reading.what, now)
        qtbot.addWidget(menu)
        assert all(action.text() for action in menu.actions() if not action.isSeparator())


def test_keys_alone_choose_a_meaning(qtbot: QtBot, page: ImportsPage, tmp_path: Path) -> None:
    page.begin(write(tmp_path, TITLES))
    asked: list[int] = []
    page.reading.preview.head.choose = asked.append  # type: ignore[method-assign, assignment]
    page.reading.preview.setCurrentIndex(page.reading.rows.index(0, 2))
    qtbot.keyClick(page.reading.preview, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert asked == [2]


def test_from_file_to_library_by_keys_alone(
    qtbot: QtBot, page: ImportsPage, workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write(tmp_path, TITLES)
    monkeypatch.setattr(dialogs, "open_file", lambda *_said: path)
    page.activateWindow()
    page._show(page.reading)
    page._show(page.file)
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Space)  # choose the file
    assert page.focusWidget() is page.reading.preview
    for _press in range(12):
        if page.focusWidget() is page.next:
            break
        qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Tab)
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Space)  # check
    assert page.focusWidget() is page.next
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Space)  # import
    assert count(workspace) == 2


def test_a_doubtful_title_waits_for_an_answer(page: ImportsPage, workspace: Workspace, tmp_path: Path) -> None:
    workspace.edit(phrase("x"), works.add, "Шал", "kk-Cyrl")
    page.begin(write(tmp_path, TITLES))
    page.next.click()
    assert page.check.pairs.isVisible()
    assert page.check.pairs.table.model().rowCount() == 1
    page.check.pairs.answer.chosen.emit(Answer.SAME)
    page.next.click()
    assert count(workspace) == 2


def test_titles_that_are_there_are_filled_up(page: ImportsPage, workspace: Workspace, tmp_path: Path) -> None:
    work = workspace.edit(phrase("x"), works.add, "Шал", "kk-Cyrl", year=2012)
    page.begin(write(tmp_path, TITLES))
    page.next.click()
    page.next.click()
    assert page.done.result is not None
    assert (page.done.result.added, page.done.result.updated) == (1, 1)
    assert work is not None
    names = workspace.read(work_names, {work})[work]
    assert [name.text for name in names] == ["Шал", "Старик"]


def test_another_shape_is_chosen_by_its_own_kind(page: ImportsPage, tmp_path: Path) -> None:
    page.begin(write(tmp_path, TITLES))
    combo = page.reading.panel.combos["what"]
    combo.setCurrentIndex(1)
    combo.activated.emit(1)
    assert page._seen is not None
    assert page._seen.look.reading.what is What.SCREENINGS


def test_titles_that_are_there_may_be_left_alone(page: ImportsPage, workspace: Workspace, tmp_path: Path) -> None:
    workspace.edit(phrase("x"), works.add, "Шал", "kk-Cyrl", year=2012)
    page.begin(write(tmp_path, TITLES))
    page.next.click()
    assert page.next.text() == "Import 2 titles"
    combo = page.check.panel.on_duplicate
    combo.setCurrentIndex(combo.findData(OnDuplicate.SKIP))
    combo.activated.emit(combo.currentIndex())
    assert page.next.text() == "Import 1 title"


def test_troubles_are_listed_and_saved(page: ImportsPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page.begin(write(tmp_path, TITLES + "Ана;;=1+1;\n"))
    page.next.click()
    assert page.check.troubles.model().rowCount() == 1
    target = tmp_path / "errors.csv"
    monkeypatch.setattr(dialogs, "save_file", lambda *_said: target)
    page.check.save.click()
    assert "'=1+1" in target.read_text("utf-8-sig")


def test_another_library_knows_nothing_of_the_file(page: ImportsPage, workspace: Workspace, tmp_path: Path) -> None:
    page.begin(write(tmp_path, TITLES))
    page.next.click()
    workspace.open(Store.create(tmp_path / "other.keruen"))
    assert page.file.isVisible()
    assert page.status() == ""


def test_a_file_that_is_none_is_refused_on_the_page(page: ImportsPage, tmp_path: Path) -> None:
    path = tmp_path / "broken.xlsx"
    path.write_bytes(b"PK\x03\x04" + b"\0" * 200)
    page.begin(path)
    assert page.file.isVisible()
    assert not page.next.isVisible()


def test_what_is_stopped_leaves_the_page_and_the_library_as_they_were(
    page: ImportsPage, workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page.begin(write(tmp_path, TITLES))
    page.next.click()
    before = records(workspace.store)
    report = Job.report
    monkeypatch.setattr(Job, "report", lambda job, done, total: (job.stop(), report(job, done, total)))
    page.next.click()
    assert page.check.isVisible()
    assert page.leave()
    assert records(workspace.store) == before


def test_every_step_speaks_every_language(page: ImportsPage, workspace: Workspace, tmp_path: Path) -> None:
    workspace.edit(phrase("x"), works.add, "Шал", "kk-Cyrl")
    page.begin(write(tmp_path, TITLES))
    page.next.click()
    for language in ("kk", "zh", "ru", "en"):
        speak(language)
    assert page.check.isVisible()
    assert page.next.text().startswith("Import")


def test_no_word_stays_behind_when_the_language_changes(
    page: ImportsPage, workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace.edit(phrase("x"), works.add, "Шал", "kk-Cyrl")
    path = write(tmp_path, TITLES + "Ана;;never;\n")
    monkeypatch.setattr("app.i18n.catalogue.catalogue", Pseudo)
    for step in (
        lambda: page._show(page.file), lambda: page.begin(path), page._plan, lambda: page.check._show_part("troubles"),
        lambda: page.check._show_part("rows"), page._import,
    ):  # fmt: skip
        step()
        for language in ("ru", "kk"):
            speak(language)
        words = [
            widget.text()
            for widget in page.findChildren(QWidget)
            if isinstance(widget, SafeLabel | QAbstractButton) and widget.isVisibleTo(page)
        ]
        data = {*re.split("[;\n]", TITLES), "Ана", "never", "list.csv", "–"}
        assert [text for text in words if LETTERS.search(text) and "⟦" not in text and text not in data] == []


def test_the_models_keep_the_rules_of_qt(page: ImportsPage, tmp_path: Path) -> None:
    fail = QAbstractItemModelTester.FailureReportingMode.Fatal
    models = (page.reading.rows, page.check.troubles.model(), page.check.rows.model(), page.check.pairs.table.model())
    kept = [QAbstractItemModelTester(model, fail) for model in models]
    page.begin(write(tmp_path, TITLES))
    page.next.click()
    assert len(kept) == 4


def test_a_file_changed_after_it_was_looked_at_is_not_read(page: ImportsPage, tmp_path: Path) -> None:
    path = write(tmp_path, TITLES)
    page.begin(path)
    path.write_text("Год;Название\n2001;Ана\n", "utf-8")
    page.next.click()
    assert page.reading.isVisible() and not page.check.isVisible()
