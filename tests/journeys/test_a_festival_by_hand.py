"""A festival of 60 titles in 4 halls on 7 days, placed from nothing: by keys alone, and by the pointer alone."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy.orm import Session

from app.domain.kinds import RightsState, ScreeningStatus, SlateState, Use
from app.domain.names import FourNames
from app.domain.screenings import Severity
from app.operations import programmes, rights, venues, works
from app.paths import data_folder
from app.store.store import Store
from app.ui import dialogs
from app.ui.language import speak
from app.ui.main_window import MainWindow
from app.ui.preferences import Preferences
from app.ui.program import Program
from app.ui.schedule.blocker_dialog import BlockerDialog
from app.ui.schedule.page import SchedulePage
from app.ui.widgets.buttons import Button
from app.words import phrase
from tests.journeys.hands import CTRL, focus, press, settle

TITLES, HALLS = 60, 4
MOST_REPAIRS = 4
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
def festival(made: Path) -> Path:
    """The library, closed."""
    path = made.with_name("festival.keruen")
    path.write_bytes(made.read_bytes())
    store = Store.open(path)
    store.write(phrase("Slate"), slate)
    store.close()
    return path


@pytest.fixture
def window(festival: Path, tmp_path: Path, qtbot: QtBot) -> Iterator[MainWindow]:
    """The window on a copy of it."""
    path = tmp_path / "festival.keruen"
    path.write_bytes(festival.read_bytes())
    program = Program(Preferences(data_folder() / "settings.json"), "en")
    program.begin(path)
    qtbot.waitUntil(lambda: program.house is not None, timeout=30_000)
    assert program.house is not None
    shown = program.house.window
    shown.resize(1440, 900)
    shown.activateWindow()
    qtbot.waitUntil(lambda: not shown.jobs.running, timeout=30_000)
    yield shown
    shown.close()
    program.end()
    shown.deleteLater()
    speak("en")
    qtbot.wait(10)


def board(window: MainWindow) -> SchedulePage:
    page = window.current_page()
    assert isinstance(page, SchedulePage)
    return page


def checked(page: SchedulePage) -> None:
    """Whether it is all there, confirmed, locked, with nothing grave against it."""
    plan = page.plan
    assert plan is not None
    assert len(plan.cards) == TITLES
    assert not plan.schedule.tray
    assert plan.schedule.blockers
    assert {(card.status, card.locked) for card in plan.cards.values()} == {(ScreeningStatus.CONFIRMED, True)}
    assert not [plan.sentence(one) for one in plan.findings if one.severity is Severity.ERROR]


def grave(page: SchedulePage) -> int:
    assert page.plan is not None
    return page.plan.grave


def to(wanted: Callable[[], QWidget]) -> None:
    """Go round the parts of the window with F6."""
    for _round in range(8):
        if focus() is wanted() or wanted().isAncestorOf(focus()):
            return
        press(Qt.Key.Key_F6)
    pytest.fail(f"{wanted()} is not reached by F6")


def break_by_keys(page: SchedulePage) -> None:
    """Mark ground over two halls before the first show, and put a break there."""
    press(Qt.Key.Key_Home, CTRL)
    press(Qt.Key.Key_Right, CTRL)
    press(Qt.Key.Key_Left, CTRL, times=8)
    press(Qt.Key.Key_Down, CTRL | SHIFT)
    assert page.marking.mark is not None
    press(Qt.Key.Key_B)


def test_a_festival_is_placed_with_keys_alone(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    halls: list[int] = []

    def answered(dialog: BlockerDialog) -> bool:
        halls.extend(hall for hall, box in dialog.halls.items() if box.isChecked())
        return True

    monkeypatch.setattr(dialogs, "show", answered)
    press(Qt.Key.Key_4, CTRL)
    page = board(window)
    to(lambda: page.tray.cards)
    for _title in range(TITLES):
        press(Qt.Key.Key_Home)
        press(Qt.Key.Key_P)
    to(lambda: page.view)
    break_by_keys(page)
    assert len(halls) == 2
    for _conflict in range(3):
        clash_by_keys(page)
        for _repair in range(MOST_REPAIRS):
            press(Qt.Key.Key_F8)
            press(Qt.Key.Key_Return, ALT)
            if not grave(page):
                break
        assert grave(page) == 0
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
    assert grave(page) > 0


class Mouse:
    """Nothing but the pointer."""

    def __init__(self, page: SchedulePage) -> None:
        self.page = page

    def drag(self, source: QWidget, spot: QPoint, at: QPoint) -> None:
        """From a point of a widget to a point of the board."""
        view = self.page.view.viewport()
        QTest.mousePress(source, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, spot)
        goal = view.mapToGlobal(at)
        for where in (source.mapToGlobal(spot + QPoint(9, 3)), goal):
            event = QMouseEvent(
                QEvent.Type.MouseMove, QPointF(source.mapFromGlobal(where)), QPointF(where), Qt.MouseButton.NoButton,
                Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier,
            )  # fmt: skip
            QApplication.sendEvent(source, event)
        QTest.mouseRelease(
            source, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, source.mapFromGlobal(goal)
        )
        settle()

    def at(self, day: int, hall: int, minute: int) -> QPoint:
        """Where a time of a hall lies, scrolled to with the wheel."""
        page, plan = self.page, self.page.plan
        view, layout = page.view, page.view.board
        assert plan is not None
        assert layout is not None
        row = layout.row_of(plan.days[day], plan.schedule.halls[hall].id)
        assert row is not None
        view.verticalScrollBar().setValue(max(0, row.top - 200))
        view.horizontalScrollBar().setValue(max(0, round(layout.x(minute)) - 300))
        origin = view.origin()
        return QPoint(round(layout.x(minute) + origin.x()), round(row.top + 12 + origin.y()))

    def choose_from_menu(self, words: str) -> None:
        """Open the popup of what is chosen and click a line of it."""
        deeds = {deed[0]: deed[3] for deed in self.page.menus.deeds() if deed is not None}
        deeds[words]()
        settle()


def test_a_festival_is_placed_with_the_pointer_alone(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dialogs, "show", lambda _dialog: True)
    window.show_page("schedule")
    settle()
    page = board(window)
    mouse = Mouse(page)
    starts = [10 * 60 + 140 * turn for turn in range(5)]  # the longest film, its Q&A and the change
    spots = [(day, hall, start) for day in range(7) for hall in range(HALLS) for start in starts]
    for day, hall, start in spots[:TITLES]:
        cards = page.tray.cards
        spot = cards.visualRect(page.tray.model.index(0)).center()
        mouse.drag(cards.viewport(), spot, mouse.at(day, hall, start) + QPoint(12, 0))
    assert page.plan is not None
    assert len(page.plan.cards) == TITLES
    assert grave(page) == 0
    mouse.drag(page.view.viewport(), mouse.at(6, 0, 600), mouse.at(6, 1, 660))
    assert page.marking.mark is not None
    mouse.choose_from_menu("Add a break…")
    for turn in range(3):
        card = [one for one in page.plan.schedule.cards if one.starts.hour == 14][turn]
        block = page.view.board.blocks[card.id]  # type: ignore[union-attr]
        spot = mouse.at(0, [hall.id for hall in page.plan.schedule.halls].index(card.hall), card.starts.hour * 60)
        left = round(block.body_left + page.view.origin().x()) + 4
        QTest.mouseClick(page.view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(left, spot.y()))
        mouse.drag(page.view.viewport(), QPoint(left, spot.y()), QPoint(left - 90, spot.y()))
        assert grave(page) > 0
        for _repair in range(MOST_REPAIRS):
            QTest.qWait(60)  # the cards of the conflicts are laid out
            buttons = page.inspector.conflicts.findChildren(Button)
            button = next(one for one in buttons if one.text() == "Apply" and one.isVisible())
            QTest.mouseClick(button, Qt.MouseButton.LeftButton)
            settle()
            if not grave(page):
                break
        assert grave(page) == 0
    layout = page.view.board
    assert layout is not None
    page.view.verticalScrollBar().setValue(0)
    QTest.mouseClick(page.view.viewport(), Qt.MouseButton.LeftButton, pos=mouse.at(6, 3, 22 * 60))
    band_over_everything(mouse)
    assert len(page.choosing.numbers) == TITLES
    mouse.choose_from_menu("Mark as confirmed")
    mouse.choose_from_menu("Lock")
    checked(page)


def band_over_everything(mouse: Mouse) -> None:
    """Draw a band from one corner of the board to the other, while it scrolls at the edge."""
    page = mouse.page
    view = page.view.viewport()
    begin = mouse.at(6, 3, 9 * 60 + 50) + QPoint(0, 18)
    QTest.mousePress(view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, begin)
    corner = QPoint(view.width() - 12, page.view.viewport().mapFromGlobal(view.mapToGlobal(QPoint(0, 36))).y())
    for _turn in range(200):
        at = view.mapToGlobal(corner)
        event = QMouseEvent(
            QEvent.Type.MouseMove, QPointF(corner), QPointF(at), Qt.MouseButton.NoButton, Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )  # fmt: skip
        QApplication.sendEvent(view, event)
        page.view._scroll_on()
        if page.view.verticalScrollBar().value() == 0:
            break
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, corner)
    settle()
