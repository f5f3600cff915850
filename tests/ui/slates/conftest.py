"""The slates page in a window: with the sample film week, and with sixty titles and an empty slate."""

import shutil
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy.orm import Session

from app.domain.kinds import SlateState
from app.domain.names import FourNames
from app.operations import programmes, venues, works
from app.store.store import Store
from app.ui.slates.page import SlatesPage
from app.ui.workspace import Workspace
from app.words import phrase
from tests.ui.conftest import THURSDAY
from tests.ui.shells import FakeShell, exposed

SIXTY = 60


def _sixty(session: Session) -> int:
    venue = venues.add_venue(session, FourNames(en="Keruen"), FourNames(en="Almaty"))
    hall = venues.add_hall(session, venue, FourNames(en="Hall 1"))
    for number in range(SIXTY):
        works.add(session, f"Film {number:02}", "en", runtime=80 + number, countries=["KZ" if number % 2 else "CN"])
    return programmes.add(session, FourNames(en="Festival"), THURSDAY, date(2026, 10, 21), halls=[hall])


@pytest.fixture(scope="session")
def sixty(empty_library: Path) -> Path:
    """A library with sixty titles and an empty slate, closed."""
    path = Path(shutil.copy(empty_library, empty_library.with_name("sixty.keruen")))
    store = Store.open(path)
    store.write(phrase("Fill"), _sixty)
    store.close()
    return path


@pytest.fixture
def library(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """The film week, closed; or what a test names instead with `indirect`."""
    found: Path = request.getfixturevalue(getattr(request, "param", "film_week"))
    return Path(shutil.copy(found, tmp_path / "library.keruen"))


@pytest.fixture
def page(workspace: Workspace, shell: FakeShell, qtbot: QtBot) -> SlatesPage:
    """The page, shown."""
    made = exposed(SlatesPage(workspace, shell), qtbot)
    made.go(programme=1)
    QApplication.processEvents()
    return made


class Hand:
    """Presses, drags and lets go on the board, as a pointer would."""

    def __init__(self, page: SlatesPage) -> None:
        self.page = page
        self._source: QWidget | None = None

    def card(self, state: SlateState, row: int) -> tuple[QWidget, QPoint]:
        """A point of a card and the viewport it lies in."""
        cards = self.page.board.columns[state].cards
        rect = cards.visualRect(cards.rows.index(row))
        return cards.viewport(), rect.topLeft() + QPoint(20, 20)

    def click(self, state: SlateState, row: int, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Click on a card."""
        viewport, spot = self.card(state, row)
        QTest.mouseClick(viewport, Qt.MouseButton.LeftButton, held, spot)

    def drag(self, state: SlateState, row: int, aim: SlateState, y: int = 40) -> None:
        """Drag a card to a height of another column and let go."""
        viewport, spot = self.card(state, row)
        target = self.page.board.columns[aim].cards.viewport()
        QTest.mousePress(viewport, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, spot)
        for at in (viewport.mapToGlobal(spot + QPoint(9, 0)), target.mapToGlobal(QPoint(60, y))):
            _move(viewport, at)
        let_go = viewport.mapFromGlobal(at)
        QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, let_go)
        QApplication.processEvents()


def _move(widget: QWidget, at: QPoint) -> None:
    spot, held = QPointF(widget.mapFromGlobal(at)), Qt.MouseButton.LeftButton
    kind, none = QEvent.Type.MouseMove, Qt.MouseButton.NoButton
    QApplication.sendEvent(widget, QMouseEvent(kind, spot, QPointF(at), none, held, Qt.KeyboardModifier.NoModifier))


@pytest.fixture
def hand(page: SlatesPage) -> Hand:
    """A hand on the page."""
    return Hand(page)
