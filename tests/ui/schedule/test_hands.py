"""What is in the hand: it goes back whatever happens meanwhile, and nothing is left behind."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.domain.kinds import ScreeningStatus
from app.operations import screenings
from app.ui.language import speak
from app.ui.schedule.edges import area_of
from app.ui.schedule.page import SchedulePage
from app.ui.theme import Scheme, theme
from app.ui.widgets.buttons import Button
from app.ui.workspace import Workspace
from app.words import phrase
from tests.ui.schedule.conftest import Hand, rows
from tests.ui.schedule.test_page import event, key, now


def take_off(_page: SchedulePage, workspace: Workspace, screening: int) -> None:
    """Another desk takes the lifted event off."""
    workspace.edit(phrase("Take off"), screenings.unplace, screening)


def undo(_page: SchedulePage, workspace: Workspace, _screening: int) -> None:
    workspace.undo_stack.undo()


def leave(page: SchedulePage, _workspace: Workspace, _screening: int) -> None:
    page.hide()


def speak_kazakh(_page: SchedulePage, _workspace: Workspace, _screening: int) -> None:
    speak("kk")


HAPPENINGS = [take_off, undo, leave, speak_kazakh]


@pytest.mark.parametrize("happens", HAPPENINGS)
def test_what_keys_have_lifted_goes_back_when_something_happens(
    page: SchedulePage, workspace: Workspace, happens: Callable[[SchedulePage, Workspace, int], None]
) -> None:
    talk = event(page, "Poet", 2)
    page.choose(talk.id)
    key(page, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    key(page, Qt.Key.Key_Space)
    key(page, Qt.Key.Key_Down)
    assert page.pointer.tip.isVisible()
    happens(page, workspace, talk.id)
    assert page.view.carry is None
    assert page.pointer.tip.isHidden()
    before = rows(workspace)
    key(page, Qt.Key.Key_Return)
    assert rows(workspace) == before
    speak("en")


@pytest.mark.parametrize("happens", HAPPENINGS)
def test_what_the_pointer_holds_goes_back_when_something_happens(
    page: SchedulePage, hand: Hand, workspace: Workspace, happens: Callable[[SchedulePage, Workspace, int], None]
) -> None:
    talk = event(page, "Poet", 2)
    page.edits.lock(talk, locked=True)
    page.edits.lock(now(page, talk), locked=False)
    hand.take(talk.id)
    hand.move(hand.place(2, 2, 20 * 60))
    happens(page, workspace, talk.id)
    assert not page.pointer.busy
    assert page.pointer.ghost.isHidden()
    before = rows(workspace)
    hand.let_go(hand.place(2, 2, 20 * 60))
    assert rows(workspace) == before
    speak("en")


def test_escape_leaves_the_dragged_event_chosen(page: SchedulePage, hand: Hand) -> None:
    poet = event(page, "Poet", 2)
    hand.take(poet.id)
    hand.move(hand.place(2, 2, 20 * 60))
    QTest.keyClick(page.window().windowHandle(), Qt.Key.Key_Escape)
    assert not page.pointer.busy
    assert page.chosen == poet.id


def test_the_other_button_and_keys_do_nothing_during_a_drag(
    page: SchedulePage, hand: Hand, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[QPoint] = []
    monkeypatch.setattr(page.menus, "popup", asked.append)
    poet = event(page, "Poet", 2)
    before = rows(workspace)
    hand.take(poet.id)
    spot = hand.place(2, 2, 20 * 60)
    hand.move(spot)
    surface = page.view.viewport()
    QTest.mousePress(surface, Qt.MouseButton.RightButton, Qt.KeyboardModifier.NoModifier, hand.block(1))
    menu = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, spot, surface.mapToGlobal(spot))
    QApplication.sendEvent(surface, menu)
    QTest.mouseRelease(surface, Qt.MouseButton.RightButton, Qt.KeyboardModifier.NoModifier, spot)
    for pressed in (Qt.Key.Key_Space, Qt.Key.Key_Delete, Qt.Key.Key_T):
        key(page, pressed)
    assert asked == []
    assert page.pointer.busy
    assert page.chosen == poet.id
    assert rows(workspace) == before
    hand.let_go(spot)
    assert now(page, poet).starts.hour == 20


def test_the_board_stays_where_it_is_while_a_card_of_the_tray_comes_in(page: SchedulePage, hand: Hand) -> None:
    page.show_view("day")
    across = page.view.horizontalScrollBar()
    across.setValue(300)
    cards = page.tray.cards
    spot = cards.visualRect(page.tray.model.index(0)).center()
    hand.press(cards.viewport(), spot)
    hand.move(spot + QPoint(9, 0), cards.viewport())
    edge = QPoint(page.view.origin().toPoint().x() + 300 + 10, 200)
    hand.move(edge)
    page.pointer._scroll_on()
    assert across.value() == 300
    hand.move(edge + QPoint(200, 0))
    page.pointer._scroll_on()
    hand.move(edge)
    page.pointer._scroll_on()
    assert across.value() < 300
    page.pointer.cancel()


def test_after_a_repair_by_its_button_the_board_has_the_keys(page: SchedulePage) -> None:
    page.activateWindow()
    page.choose(event(page, "Tomiris", 1).id)  # one copy in two halls
    button = next(one for one in page.inspector.conflicts.findChildren(Button) if one.text() == "Apply")
    button.setFocus()
    button.click()
    assert page.focusWidget() is page.view


def test_the_sign_in_the_header_shows_all_that_stands_against_the_programme(page: SchedulePage) -> None:
    page.choose(event(page, "Poet", 2).id)
    page.go(conflicts=True)
    assert page.chosen == 0
    assert page.inspector.conflicts.cards


def test_the_menu_of_marked_ground_is_reached_with_the_pointer(
    page: SchedulePage, hand: Hand, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[QPoint] = []
    monkeypatch.setattr(page.menus, "popup", asked.append)
    begin, end = hand.place(2, 2, 11 * 60), hand.place(2, 2, 12 * 60)
    hand.press(page.view.viewport(), begin)
    hand.move(begin + QPoint(9, 3))
    hand.move(end)
    hand.let_go(end)
    assert page.marking.mark is not None
    surface = page.view.viewport()
    QTest.mousePress(surface, Qt.MouseButton.RightButton, Qt.KeyboardModifier.NoModifier, begin + QPoint(9, 3))
    assert page.menus.deeds()[0][0] == "Add a break…"  # type: ignore[index]
    QTest.mousePress(surface, Qt.MouseButton.RightButton, Qt.KeyboardModifier.NoModifier, end + QPoint(200, 3))
    assert page.marking.mark is None


def test_the_other_button_on_free_ground_marks_what_its_menu_is_for(
    page: SchedulePage, hand: Hand, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[QPoint] = []
    monkeypatch.setattr(page.menus, "popup", asked.append)
    surface, spot = page.view.viewport(), hand.place(2, 2, 11 * 60 + 15)
    QTest.mousePress(surface, Qt.MouseButton.RightButton, Qt.KeyboardModifier.NoModifier, spot)
    page.view.contextMenuEvent(QContextMenuEvent(QContextMenuEvent.Reason.Mouse, spot, surface.mapToGlobal(spot)))
    mark, plan = page.marking.mark, page.plan
    assert plan is not None
    assert mark == (plan.days[2], (plan.schedule.halls[2].id,), 11 * 60 + 15, 12 * 60 + 15)
    assert page.copying._here(plan) == (plan.days[2], plan.schedule.halls[2].id)
    words = [deed[0] for deed in page.menus.deeds() if deed]
    assert words[:3] == ["Add a break…", "Add an event…", "Paste"]
    assert words.count("Paste") == 1
    assert "Copy a day…" in words
    assert len(asked) == 1


def test_what_keys_have_lifted_goes_back_when_the_keys_go_elsewhere(page: SchedulePage, workspace: Workspace) -> None:
    page.window().activateWindow()
    poet, before = event(page, "Poet", 2), rows(workspace)
    page.choose(poet.id)
    page.view.setFocus()
    key(page, Qt.Key.Key_Space)
    key(page, Qt.Key.Key_Down)
    page.tray.cards.setFocus(Qt.FocusReason.MouseFocusReason)
    assert page.view.carry is None
    assert page.pointer.tip.isHidden()
    assert rows(workspace) == before


def test_the_menu_opens_by_keys_at_what_is_chosen(page: SchedulePage, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[QPoint] = []
    monkeypatch.setattr(page.menus, "popup", asked.append)
    page.view.asked.disconnect()
    page.view.asked.connect(asked.append)
    page.choose(event(page, "Poet", 2).id)
    key(page, Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
    assert page.view.board is not None
    rect = page.view.rect_of(page.view.board.blocks[page.chosen]).toAlignedRect()
    assert rect.contains(page.view.viewport().mapFromGlobal(asked[0]))


@pytest.mark.parametrize("scheme", Scheme)
def test_the_board_shows_that_it_has_the_keys_when_nothing_on_it_is_chosen(page: SchedulePage, scheme: Scheme) -> None:
    theme().choose(scheme)
    page.window().activateWindow()
    page.choose(0)
    page.tray.cards.setFocus()
    page.view.setFocus(Qt.FocusReason.TabFocusReason)
    area = area_of(page.view)
    spot = QPoint(area.center().x(), area.bottom() - 1)
    ring = page.view.viewport().grab().toImage().pixelColor(spot)
    assert ring == theme().color("focus")
    page.choose(event(page, "Poet", 2).id)
    assert not page.view.rings
    theme().choose(Scheme.LIGHT)


def test_shift_c_cancels_and_c_takes_it_back(page: SchedulePage) -> None:
    poet = event(page, "Poet", 2)
    page.choose(poet.id)
    QTest.keyClick(page.view, Qt.Key.Key_C, Qt.KeyboardModifier.ShiftModifier)
    assert now(page, poet).status is ScreeningStatus.CANCELLED
    QTest.keyClick(page.view, Qt.Key.Key_C)
    assert now(page, poet).status is ScreeningStatus.CONFIRMED
