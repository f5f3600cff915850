"""The schedule where there is little room: low windows, one hall, nights, and dialogs that stay in any language."""

from datetime import timedelta

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QAction, QImage, QKeySequence, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.operations import screenings
from app.store.programme_rows import hall_rows
from app.ui import dialogs
from app.ui.language import speak
from app.ui.programmes.dialog import ProgrammeDialog
from app.ui.schedule import margins
from app.ui.schedule.clock import today
from app.ui.schedule.page import SchedulePage
from app.ui.widgets.buttons import Button
from app.ui.widgets.conflict_card import ConflictCard
from app.ui.workspace import Workspace
from app.words import phrase
from tests.ui.schedule.conftest import rows
from tests.ui.schedule.test_page import event, now


def applies(card: ConflictCard) -> list[Button]:
    QApplication.processEvents()
    return [button for button in card.findChildren(Button) if button.isVisible() and button.text() == "Apply"]


def test_a_low_window_shows_the_best_fix_and_folds_the_others(page: SchedulePage, workspace: Workspace) -> None:
    page.resize(1366, 700)
    page.choose(event(page, "Tomiris", 1, 2).id)
    card = page.inspector.conflicts.cards[0]
    assert card._more.text() == "2 more fixes"
    assert len(applies(card)) == 1
    card._more.setFocus()
    card._more.click()
    assert len(applies(card)) == 3
    assert not card._more.isVisible()
    before = rows(workspace)
    applies(card)[2].click()
    assert rows(workspace) != before


def test_a_high_window_shows_three_fixes(page: SchedulePage) -> None:
    page.resize(1440, 900)
    page.choose(event(page, "Tomiris", 1, 2).id)
    card = page.inspector.conflicts.cards[0]
    assert len(applies(card)) == 3
    assert not card._more.isVisible()


def test_two_in_one_hall_are_told_apart_in_the_fixes(page: SchedulePage, workspace: Workspace) -> None:
    talk, divorce = event(page, "The Composer", 1), event(page, "The Divorce", 1)
    workspace.edit(
        phrase("Move"), screenings.move, divorce.id, talk.hall, talk.starts.replace(tzinfo=None) + timedelta(minutes=30)
    )
    page.choose(divorce.id)
    said = [label.text() for label in page.inspector.conflicts.cards[0].findChildren(QWidget) if hasattr(label, "text")]
    assert not any("the Hall" in words for words in said)


def test_a_show_after_midnight_says_to_which_evening_it_belongs(page: SchedulePage) -> None:
    assert page.plan is not None
    late = event(page, "Cold War", 0)
    page.edits.put(page.plan, late, page.plan.board.slot(late.id).at(late.hall, page.plan.minute(late.day, 24 * 60)))
    page.choose(late.id)
    assert now(page, late).starts.date() != late.day
    assert page.inspector.details.second.text().endswith("belongs to the evening of Thu 15 Oct")


@pytest.mark.parametrize("height", [28, 41, 90])
def test_the_day_is_told_whole_in_a_row_of_any_height(page: SchedulePage, height: int) -> None:
    """The last line of its words is blank: nothing is cut."""
    assert page.plan is not None
    picture = QImage(46, height, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.white)
    painter = QPainter(picture)
    margins._day(painter, page.plan, page.plan.days[0], QRectF(0, 0, 46, height))
    painter.end()
    dark = [y for y in range(height) if any(picture.pixelColor(x, y).lightness() < 120 for x in range(46))]
    assert dark
    assert max(dark) < height - 1


def test_a_complaint_goes_when_one_types(page: SchedulePage, workspace: Workspace, qtbot: QtBot) -> None:
    dialog = ProgrammeDialog(workspace.read(hall_rows), today(), parent=page)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.accept()
    assert dialog.trouble.isVisible()
    QTest.keyClicks(dialog.names.fields["en"], "Week")
    assert not dialog.trouble.isVisible()


def test_the_language_changes_in_an_open_dialog_and_what_was_typed_stays(
    page: SchedulePage, workspace: Workspace, qtbot: QtBot
) -> None:
    action = QAction(page)
    action.setShortcut(QKeySequence(dialogs.NEXT_LANGUAGE))
    action.triggered.connect(lambda: speak("kk"))
    page.addAction(action)
    dialog = ProgrammeDialog(workspace.read(hall_rows), today(), parent=page)
    qtbot.addWidget(dialog)
    dialogs.share_language_key(dialog)
    dialog.setModal(True)
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    field = dialog.names.fields["en"]
    QTest.keyClicks(field, "Half a na")
    QTest.keyClick(field, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert dialog.heading.text() != "New programme"
    assert field.text() == "Half a na"
    speak("en")
