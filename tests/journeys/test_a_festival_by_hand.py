"""A festival of 60 titles in 4 halls on 7 days, placed from nothing: by keys alone, and by the pointer alone."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QMenu, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy.orm import Session

from app.domain.kinds import RightsState, ScreeningStatus, SlateState, Use
from app.domain.names import FourNames
from app.domain.screenings import Severity
from app.operations import programmes, rights, venues, works
from app.store.store import Store
from app.ui.main_window import MainWindow
from app.ui.program import Program
from app.ui.schedule.page import SchedulePage
from app.words import phrase
from tests.journeys.hands import CTRL, choose, closed, fill, focus, press, push, question, settle, tab_to, when_asked
from tests.journeys.pointer import Board, Spot, answer, button_of, click, drag, let_go, middle, pick
from tests.journeys.starting import settled

TITLES, HALLS = 60, 4
MOST_REPAIRS = 6
"""A show put across two others is in the way of both."""

FIRST, LAST = date(2026, 10, 12), date(2026, 10, 18)
ALT = Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def slate(session: Session) -> None:
    """A programme with its halls, and the titles its slate has confirmed."""
    venue = venues.add_venue(session, FourNames(en="House"), FourNames(en="Almaty"))
    halls = [venues.add_hall(session, venue, FourNames(en=f"Hall {n + 1}")) for n in range(HALLS)]
    programme = programmes.add(session, FourNames(en="Festival"), FIRST, LAST, halls=halls)
    for number in range(TITLES):
        work = works.add(session, f"Film {number + 1:02}", "en", runtime=80 + number % 5 * 10)
        rights.add(session, work, state=RightsState.CLEARED, territory="KZ", use=Use.FESTIVAL)
        programmes.add_entry(session, programme, work, state=SlateState.CONFIRMED, qa=15 if number % 4 == 0 else 0)


@pytest.fixture(scope="module")
def festival(empty_library: Path) -> Path:
    """The library, closed."""
    path = empty_library.with_name("festival.keruen")
    path.write_bytes(empty_library.read_bytes())
    store = Store.open(path)
    store.write(phrase("Slate"), slate)
    store.close()
    return path


@pytest.fixture
def window(program: Program, festival: Path, tmp_path: Path, qtbot: QtBot) -> MainWindow:
    """The window on a copy of it."""
    path = tmp_path / "festival.keruen"
    path.write_bytes(festival.read_bytes())
    program.begin(path)
    shown = settled(program, qtbot)
    shown.resize(1440, 900)
    shown.activateWindow()
    let_go(shown)
    return shown


def board(window: MainWindow) -> SchedulePage:
    page = window.current_page()
    assert isinstance(page, SchedulePage)
    return page


def checked(page: SchedulePage) -> None:
    """Whether it is all there, confirmed, locked, with nothing grave against it, and a break over two halls."""
    plan = page.plan
    assert plan is not None
    assert len(plan.cards) == TITLES
    assert not plan.schedule.tray
    assert [len(row.halls) for row in plan.schedule.blockers] == [2]
    assert {(card.status, card.locked) for card in plan.cards.values()} == {(ScreeningStatus.CONFIRMED, True)}
    assert grave(page) == []


def grave(page: SchedulePage) -> list[str]:
    """What is grave, in words."""
    plan = page.plan
    assert plan is not None
    return [plan.sentence(one) for one in plan.findings if one.severity is Severity.ERROR]


def standing(page: SchedulePage) -> object:
    """Every show as it stands."""
    assert page.plan is not None
    return page.plan.schedule.cards


def taken_back(page: SchedulePage, deed: Callable[[], object], brought: int, undo: Callable[[], None]) -> None:
    """Do something that brings so many more shows, or changes some; one step back it is all as before."""
    before, number = standing(page), len(page.plan.cards)  # type: ignore[union-attr]
    deed()
    assert standing(page) != before
    assert len(page.plan.cards) == number + brought  # type: ignore[union-attr]
    undo()
    assert standing(page) == before


def to(wanted: Callable[[], QWidget]) -> None:
    """Go round the parts of the window with F6."""
    for _round in range(8):
        if focus() is wanted() or wanted().isAncestorOf(focus()):
            return
        press(Qt.Key.Key_F6)
    pytest.fail(f"{wanted()} is not reached by F6")


def menu(wanted: str) -> None:
    """Open the menu of what is chosen with its key, and step down to a line of it."""
    press(Qt.Key.Key_F10, SHIFT)
    step_to(wanted)


def step_to(wanted: str) -> None:
    """Go down the menu that is open to one of its lines."""
    opened = QApplication.activePopupWidget()
    assert isinstance(opened, QMenu), "no menu is open"
    for _step in range(30):
        press(Qt.Key.Key_Down)
        active = opened.activeAction()
        if active is not None and active.text().replace("&", "") == wanted:
            press(Qt.Key.Key_Return)
            return
    pytest.fail(f"{wanted!r} is not in the menu")


def break_by_keys(page: SchedulePage) -> None:
    """Mark ground over two halls of the last day, and fill in the form for a break there."""
    press(Qt.Key.Key_End, CTRL)
    press(Qt.Key.Key_Right, CTRL)
    press(Qt.Key.Key_Down, CTRL, times=HALLS * 5)
    press(Qt.Key.Key_Up, CTRL)
    press(Qt.Key.Key_Down, CTRL | SHIFT)
    assert page.marking.mark is not None

    def form() -> None:
        choose("Kind", "Rehearsal")
        tab_to("Hall 2")
        fill("Length", "30")
        press(Qt.Key.Key_Return)

    when_asked(question, form)
    press(Qt.Key.Key_B)
    closed(page.window())


def test_a_festival_is_placed_with_keys_alone(window: MainWindow) -> None:
    press(Qt.Key.Key_4, CTRL)
    page = board(window)
    to(lambda: page.tray.cards)
    for _title in range(TITLES):
        press(Qt.Key.Key_Home)
        press(Qt.Key.Key_P)
    to(lambda: page.view)
    break_by_keys(page)
    for _conflict in range(2):
        clash_by_keys(page)
        for _repair in range(MOST_REPAIRS):
            press(Qt.Key.Key_F8)
            press(Qt.Key.Key_Return, ALT)
            if not grave(page):
                break
        assert grave(page) == []
    more_by_keys(page)
    press(Qt.Key.Key_A, CTRL, times=2)
    assert len(page.choosing.numbers) == TITLES
    press(Qt.Key.Key_C)
    press(Qt.Key.Key_K)
    checked(page)


def clash_by_keys(page: SchedulePage) -> None:
    """Walk to a show and lift it onto another."""
    press(Qt.Key.Key_Escape, times=3)
    press(Qt.Key.Key_Right, times=2)
    press(Qt.Key.Key_Space)
    for _step in range(40):
        press(Qt.Key.Key_Right)
        carry = page.view.carry
        assert carry is not None
        if carry.outcome is not None and carry.outcome.fit.name == "CLASHES":
            break
    press(Qt.Key.Key_Return)
    assert grave(page)


def more_by_keys(page: SchedulePage) -> None:
    """What else a week needs, each done and taken back: states, pins, two that swap, a series, a day once more."""

    def undone() -> None:
        closed(page.window())  # the form, if there was one
        press(Qt.Key.Key_Z, CTRL)

    press(Qt.Key.Key_Home, CTRL)
    taken_back(page, lambda: press(Qt.Key.Key_C), 0, undone)
    taken_back(page, lambda: menu("Mark as cancelled"), 0, undone)
    taken_back(page, lambda: press(Qt.Key.Key_K), 0, undone)
    press(Qt.Key.Key_Right, SHIFT)
    taken_back(page, lambda: press(Qt.Key.Key_X), 0, undone)
    press(Qt.Key.Key_Escape, times=2)
    press(Qt.Key.Key_Home, CTRL)
    when_asked(question, lambda: push("Add 6 shows"))
    taken_back(page, lambda: menu("Repeat regularly…"), 6, undone)
    taken_back(page, copy_by_keys, day_of_shows(page), undone)
    to(lambda: page.view)


def day_of_shows(page: SchedulePage) -> int:
    """How many shows the first day has."""
    assert page.plan is not None
    return page.plan.counts[FIRST]


def copy_by_keys() -> None:
    """The menu behind the dots, and the form for copying days."""

    def form() -> None:
        tab_to("Sun 18 Oct")
        press(Qt.Key.Key_Space)
        press(Qt.Key.Key_Return)

    when_asked(question, form)
    tab_to("More", Qt.Key.Key_Backtab)
    press(Qt.Key.Key_Space)
    step_to("Copy a day…")


def test_a_festival_is_placed_with_the_pointer_alone(window: MainWindow, qtbot: QtBot) -> None:
    click(middle(button_of(window, "Schedule")))
    page = board(window)
    hand = Board(page)
    starts = [10 * 60 + 140 * turn for turn in range(5)]  # the longest film, its Q&A and the change
    spots = [(day, hall, start) for day in range(7) for hall in range(HALLS) for start in starts]
    for day, hall, start in spots[:TITLES]:
        cards, goal = page.tray.cards, hand.at(day, hall, start)
        card = Spot(cards.viewport(), cards.visualRect(page.tray.model.index(0)).center())
        drag(card, Spot(goal.widget, goal.at + QPoint(12, 0)))
    assert page.plan is not None
    assert len(page.plan.cards) == TITLES
    assert grave(page) == []
    break_by_pointer(page, hand)
    for turn in range(2):
        clash_by_pointer(page, hand, turn)
    more_by_pointer(window, page, hand)
    band_over_everything(page, hand, qtbot)
    assert len(page.choosing.numbers) == TITLES
    chosen = hand.block(page.chosen)
    hand.menu(chosen, "Mark as confirmed")
    hand.menu(chosen, "Lock")
    checked(page)


def break_by_pointer(page: SchedulePage, hand: Board) -> None:
    """A band over two halls, the menu there, and the form."""
    hand.at(6, 3, 600)  # so that both halls are in sight
    begin, end = hand.at(6, 0, 630), hand.at(6, 1, 660)
    drag(hand.at(6, 0, 630), end)
    assert page.marking.mark is not None

    def form(asked: QWidget) -> None:
        kinds = next(one for one in asked.findChildren(QComboBox) if one.accessibleName() == "Kind")
        click(middle(kinds))
        lines = kinds.view()
        line = lines.visualRect(kinds.model().index(2, 0)).center()
        QTest.mouseMove(lines.viewport(), line)
        QTest.mouseClick(lines.viewport(), Qt.MouseButton.LeftButton, pos=line)
        assert kinds.currentIndex() == 2
        click(middle(button_of(asked, "Add")))

    answer(form)
    hand.menu(begin, "Add a break…")


def clash_by_pointer(page: SchedulePage, hand: Board, turn: int) -> None:
    """Pull a show onto the one before, and press Apply until all is well."""
    assert page.plan is not None
    card = [one for one in page.plan.schedule.cards if one.starts.hour == 14][turn]
    spot = hand.block(card.id)
    click(spot)
    drag(spot, Spot(spot.widget, spot.at - QPoint(90, 0)))
    assert grave(page)
    for _repair in range(MOST_REPAIRS):
        QTest.qWait(60)  # the cards of the conflicts are laid out
        click(middle(button_of(page.inspector.conflicts, "Apply")))
        if not grave(page):
            break
    assert grave(page) == []


def more_by_pointer(window: MainWindow, page: SchedulePage, hand: Board) -> None:
    """What else a week needs, each done and taken back with the button of its toast."""

    def back() -> None:
        click(middle(button_of(window, "Undo")))

    assert page.plan is not None
    one, other = (page.plan.schedule.cards[place].id for place in (0, 1))
    spot = hand.block(one)
    click(spot)
    taken_back(page, lambda: hand.menu(spot, "Mark as confirmed"), 0, back)
    taken_back(page, lambda: hand.menu(spot, "Mark as cancelled"), 0, back)
    taken_back(page, lambda: hand.menu(spot, "Lock"), 0, back)

    def series() -> None:
        answer(lambda asked: click(middle(button_of(asked, "Add 6 shows"))))
        hand.menu(hand.block(one), "Repeat regularly…")

    taken_back(page, series, 6, back)

    def copied() -> None:
        def form(asked: QWidget) -> None:
            click(middle(button_of(asked, "Sun 18 Oct")))
            QTest.qWait(100)  # the form grows with what would collide
            click(middle(button_of(asked, "Copy")))

        answer(form)
        click(middle(page.toolbar.more))
        pick("Copy a day…")

    taken_back(page, copied, day_of_shows(page), back)
    click(hand.block(one))
    click(hand.block(other), held=CTRL)
    taken_back(page, lambda: hand.menu(hand.block(one), "Swap"), 0, back)


def band_over_everything(page: SchedulePage, hand: Board, qtbot: QtBot) -> None:
    """Draw a band from one corner of the board to the other, while it scrolls at the edge."""
    begin = hand.at(6, 3, 9 * 60 + 50)
    view, surface = page.view, page.view.viewport()
    corner = Spot(surface, QPoint(surface.width() - 12, 36))
    QTest.mousePress(begin.window, Qt.MouseButton.LeftButton, pos=begin.inside + QPoint(0, 18))
    QTest.mouseMove(begin.window, begin.inside - QPoint(9, 9))
    QTest.mouseMove(corner.window, corner.inside)
    qtbot.waitUntil(lambda: view.verticalScrollBar().value() == 0, timeout=10_000)
    QTest.qWait(60)
    QTest.mouseRelease(corner.window, Qt.MouseButton.LeftButton, pos=corner.inside)
    settle()
