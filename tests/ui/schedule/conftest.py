"""The sample film week on a schedule page in a window, and a hand that drags on it."""

import shutil
import sqlite3
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.ui.schedule.page import SchedulePage
from app.ui.workspace import Workspace
from tests.ui.shells import FakeShell, exposed


@pytest.fixture
def library(film_week: Path, tmp_path: Path) -> Path:
    """The film week, closed."""
    return Path(shutil.copy(film_week, tmp_path / "library.keruen"))


@pytest.fixture
def page(workspace: Workspace, shell: FakeShell, qtbot: QtBot) -> SchedulePage:
    """The page, shown."""
    made = exposed(SchedulePage(workspace, shell), qtbot)
    made.go(programme=1)
    return made


class Hand:
    """Presses, drags and lets go on a page, as a pointer would."""

    def __init__(self, page: SchedulePage) -> None:
        self.page = page
        self._source: QWidget | None = None

    def block(self, screening: int, minutes: int = 4) -> QPoint:
        """A point of a block, so many minutes after its public time, in the viewport of the board."""
        view = self.page.view
        assert view.board is not None
        block = view.board.blocks[screening]
        origin = view.origin()
        return QPoint(
            round(block.body_left + minutes * view.board.scale.minute + origin.x()), round(block.top + 10 + origin.y())
        )

    def place(self, day: int, hall: int, minute: int) -> QPoint:
        """A point of the viewport: a day and hall counted from 0, a minute of the day (four more: where it is held)."""
        view, plan = self.page.view, self.page.plan
        assert view.board is not None
        assert plan is not None
        row = view.board.row_of(plan.days[day], plan.schedule.halls[hall].id)
        assert row is not None
        origin = view.origin()
        return QPoint(round(view.board.x(minute + 4) + origin.x()), round(row.top + 15 + origin.y()))

    def take(self, screening: int) -> None:
        """Press on a block and move past the threshold."""
        spot = self.block(screening)
        self.press(self.page.view.viewport(), spot)
        self.move(spot + QPoint(9, 0))

    def press(self, widget: QWidget, spot: QPoint) -> None:
        """Press the left button."""
        self._source = widget
        QTest.mousePress(widget, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, spot)

    def move(
        self, spot: QPoint, target: QWidget | None = None, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        """Move to a point of the board (or of `target`) with the button held."""
        source = self._source
        assert source is not None
        at = (target or self.page.view.viewport()).mapToGlobal(spot)
        event = QMouseEvent(
            QEvent.Type.MouseMove, QPointF(source.mapFromGlobal(at)), QPointF(at), Qt.MouseButton.NoButton,
            Qt.MouseButton.LeftButton, held,
        )  # fmt: skip
        QApplication.sendEvent(source, event)

    def let_go(
        self, spot: QPoint, target: QWidget | None = None, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        """Release the button at a point of the board (or of `target`)."""
        source = self._source
        assert source is not None
        at = (target or self.page.view.viewport()).mapToGlobal(spot)
        QTest.mouseRelease(source, Qt.MouseButton.LeftButton, held, source.mapFromGlobal(at))


@pytest.fixture
def hand(page: SchedulePage) -> Hand:
    """A hand on the page."""
    return Hand(page)


def rows(workspace: Workspace) -> list[tuple[object, ...]]:
    """Every row of the schedule as it is stored."""
    path = workspace.store.path
    assert path is not None
    with sqlite3.connect(path) as connection:
        found = [
            row
            for table in ("screening", "part", "accepted")
            for row in connection.execute(f"SELECT '{table}', * FROM {table} ORDER BY id")  # noqa: S608 - our own names
        ]
    connection.close()
    return found
