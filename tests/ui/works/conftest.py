"""A small catalogue with a screening to come, on its page in a window."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any, NamedTuple

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.domain.kinds import ProgrammeKind, RightsState, SlateState, SpokenMode, WorkKind
from app.domain.names import FourNames
from app.operations import programmes, rights, screenings, venues, versions, works
from app.ui import dialogs
from app.ui.works.page import WorksPage
from app.ui.workspace import Workspace
from app.words import phrase
from tests.ui.shells import FakeShell

TODAY = datetime.now(UTC).astimezone().date()


class Made(NamedTuple):
    """The ids of what the catalogue holds."""

    wonder: int
    composer: int
    kelin: int
    programme: int
    screening: int


def fill(session: Any) -> Made:
    """Three titles: one with names in all languages, one co-production, one with a single name."""
    wonder = works.add(session, "我的阿勒泰", "zh-Hans", kind=WorkKind.SERIES, year=2024, countries=("CN",))
    for text, tag in (("Менің Алтайым", "kk-Cyrl"), ("Мой Алтай", "ru"), ("To the Wonder", "en")):
        works.add_name(session, wonder, text, tag)
    original = versions.add_version(session, wonder, "zh-Hans", SpokenMode.ORIGINAL, ("ru",))
    versions.add_version(session, wonder, "kk", SpokenMode.DUBBED)
    rights.add(session, wonder, RightsState.CLEARED, starts=TODAY - timedelta(300), ends=TODAY + timedelta(12))
    composer = works.add(session, "音乐家", "zh-Hans", year=2019, countries=("CN", "KZ"), runtime=120)
    works.add_name(session, composer, "Композитор", "ru")
    works.add_name(session, composer, "The Composer", "en")
    kelin = works.add(session, "Келін", "kk-Cyrl", year=2009, countries=("KZ",))
    works.add_name(session, kelin, "Kelin", "en")
    venue = venues.add_venue(session, FourNames(en="Cinema"), FourNames(en="Almaty"))
    hall = venues.add_hall(session, venue, FourNames(en="Hall 2"))
    first = TODAY + timedelta(20)
    programme = programmes.add(
        session, FourNames(en="Film week"), first, first + timedelta(5), kind=ProgrammeKind.FILM_WEEK, halls=[hall]
    )
    entry = programmes.add_entry(session, programme, wonder, state=SlateState.CONFIRMED, version=original)
    starts = datetime.combine(first, datetime.min.time()) + timedelta(hours=13)
    return Made(wonder, composer, kelin, programme, screenings.place(session, programme, entry, hall, starts))


@pytest.fixture
def made(workspace: Workspace) -> Made:
    """What the catalogue holds."""
    result, _step = workspace.store.write(phrase("Fill"), fill)
    return result


@pytest.fixture
def page(workspace: Workspace, made: Made, shell: FakeShell, qtbot: QtBot) -> Iterator[WorksPage]:
    """The catalogue, shown."""
    del made
    shown = WorksPage(workspace, shell)
    qtbot.addWidget(shown)
    shown.resize(1360, 820)
    with qtbot.waitExposed(shown):
        shown.show()
    shown.activateWindow()
    settle()
    yield shown
    shown.hide()


@pytest.fixture(autouse=True)
def answers(monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """What dialogs are answered with; none may open unasked."""
    given: list[bool] = []
    monkeypatch.setattr(dialogs, "ask", lambda _parent, _question: given.pop(0))
    return given


def settle() -> None:
    """Let timers of nought run."""
    for _turn in range(4):
        QApplication.processEvents()


def titles(page: WorksPage) -> list[str]:
    """The titles in the list, in order."""
    found = [page.lines.model.line(work) for work in page.lines.model.ids]
    return [line.title for line in found if line is not None]


def write(widget: QWidget, text: str) -> None:
    """Type letters of any script; QTest knows Latin ones only."""
    for letter in text:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            key = Qt.Key.Key_unknown
            QApplication.sendEvent(widget, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, letter))
