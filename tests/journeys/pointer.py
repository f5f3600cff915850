"""The pointer of a journey: presses, moves, wheels and clicks of the window itself, and nothing else."""

from collections.abc import Callable
from typing import NamedTuple

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QMenu, QWidget

from app.ui.schedule.page import SchedulePage
from tests.journeys.hands import PLAIN, settle, when_asked

LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton
NOTCH = 120
MOST = 120
"""Notches of the wheel after which something counts as out of reach."""


class Spot(NamedTuple):
    """A point of a widget."""

    widget: QWidget
    at: QPoint

    @property
    def window(self) -> QWindow:
        """The window the pointer is over there."""
        found = self.widget.window().windowHandle()
        assert found is not None
        return found

    @property
    def inside(self) -> QPoint:
        """The same point of that window."""
        return self.widget.mapTo(self.widget.window(), self.at)


def middle(widget: QWidget) -> Spot:
    """Where one clicks a widget; it must be in sight."""
    assert widget.visibleRegion().contains(widget.rect().center()), f"{widget} is out of sight"
    return Spot(widget, widget.rect().center())


def click(spot: Spot, button: Qt.MouseButton = LEFT, held: Qt.KeyboardModifier = PLAIN) -> None:
    """Press and let go."""
    QTest.mouseClick(spot.window, button, held, spot.inside)
    settle()


def let_go(window: QWidget) -> None:
    """Let go of what earlier tests of this process left pressed: with one button down no other one begins a click."""
    for button in (LEFT, RIGHT):
        if QApplication.mouseButtons() & button:
            QTest.mouseRelease(window.windowHandle(), button, PLAIN, QPoint(-1, -1))


def drag(begin: Spot, end: Spot, held: Qt.KeyboardModifier = PLAIN) -> None:
    """From one point to another, by way of the first few pixels."""
    window = begin.window
    QTest.mousePress(window, LEFT, held, begin.inside)
    QTest.mouseMove(window, begin.inside + QPoint(9, 3))
    QTest.mouseMove(window, end.inside)
    QTest.mouseRelease(window, LEFT, held, end.inside)
    settle()


def wheel(spot: Spot, notches: int, *, across: bool = False) -> None:
    """Turn the wheel, away from one for a positive number; with Shift for the board's hours."""
    held = Qt.KeyboardModifier.ShiftModifier if across else PLAIN
    at = QPointF(spot.widget.mapToGlobal(spot.at))
    turned = QWheelEvent(
        QPointF(spot.at), at, QPoint(), QPoint(0, notches * NOTCH), Qt.MouseButton.NoButton, held,
        Qt.ScrollPhase.NoScrollPhase, False,  # noqa: FBT003 - not inverted
    )  # fmt: skip
    QApplication.sendEvent(spot.widget, turned)


def pick(words: str) -> None:
    """Click a line of the menu that is open."""
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu), "no menu is open"
    for action in menu.actions():
        if action.text().replace("&", "") == words and action.isEnabled():
            click(Spot(menu, menu.actionGeometry(action).center()))
            return
    pytest.fail(f"{words!r} is not in the menu, only {[action.text() for action in menu.actions()]}")


def button_of(widget: QWidget, words: str) -> QAbstractButton:
    """A button in sight, by its words."""
    found = (one for one in widget.findChildren(QAbstractButton) if one.isVisible() and one.isEnabled())
    return next(one for one in found if words in (one.text().replace("&", ""), one.accessibleName()))


def answer(act: Callable[[QWidget], None]) -> None:
    """What to do with the next form that opens."""

    def shown() -> QWidget | None:
        return QApplication.activeModalWidget()

    def fill() -> None:
        asked = shown()
        assert isinstance(asked, QDialog)
        try:
            QTest.qWait(60)  # it is laid out
            act(asked)
        finally:
            if asked.isVisible():  # or a failure would wait for ever
                asked.reject()

    when_asked(shown, fill)


class Board:
    """The board under the pointer: places on it are scrolled to with the wheel."""

    def __init__(self, page: SchedulePage) -> None:
        self.page = page

    def at(self, day: int, hall: int, minute: int) -> Spot:
        """A minute of a hall on a day, both counted from 0, in sight."""
        plan, layout = self.page.plan, self.page.view.board
        assert plan is not None
        assert layout is not None
        row = layout.row_of(plan.days[day], list(plan.halls)[hall])
        assert row is not None
        return self._reach(lambda: QPointF(layout.x(minute), row.top + 12))

    def block(self, screening: int) -> Spot:
        """A little after the beginning of a show, in sight."""
        layout = self.page.view.board
        assert layout is not None
        block = layout.blocks[screening]
        return self._reach(lambda: QPointF(block.body_left + 5, block.top + 9))

    def _reach(self, place: Callable[[], QPointF]) -> Spot:
        """Turn the wheel until a place of the board is well in sight."""
        surface = self.page.view.viewport()
        hub = Spot(surface, surface.rect().center())
        for _notch in range(MOST):
            spot = place() + self.page.view.origin()
            if spot.y() < 70 or spot.y() > surface.height() - 60:
                wheel(hub, 1 if spot.y() < 70 else -1)
            elif spot.x() < 170 or spot.x() > surface.width() - 60:
                wheel(hub, 1 if spot.x() < 170 else -1, across=True)
            else:
                return Spot(surface, spot.toPoint())
            if spot == place() + self.page.view.origin():  # the end of the board
                return Spot(surface, spot.toPoint())
        pytest.fail("the wheel does not reach this place")

    def menu(self, spot: Spot, *words: str) -> None:
        """Open the menu there and click through it."""
        click(spot, RIGHT)
        for line in words:
            pick(line)
