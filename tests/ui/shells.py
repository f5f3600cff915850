"""A window that only remembers what a page asked of it."""

from collections.abc import Callable
from pathlib import Path
from tempfile import mkdtemp
from typing import Any, TypeVar

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.ui.jobs import Job, Jobs
from app.ui.preferences import Preferences
from app.words import Phrase

P = TypeVar("P", bound=QWidget)


class FakeShell:
    """Stands in for the window in tests of a single page."""

    def __init__(self) -> None:
        self.preferences = Preferences(Path(mkdtemp()) / "settings.json")
        self.jobs = Jobs()
        self.shown: list[tuple[str, dict[str, object]]] = []
        self.toasts: list[str] = []
        self.offered: list[str] = []
        self.status = ""
        self.conflicts = 0
        self.commands_told = 0

    def show_page(self, key: str, **where: object) -> None:
        self.shown.append((key, where))

    def toast(self, text: str, *, undo: bool = False, icon: str = "check") -> None:
        del undo, icon
        self.toasts.append(text)

    def offer(self, text: str, link: str, act: Callable[[], None], icon: str = "file-down") -> None:
        del link, act, icon
        self.offered.append(text)

    def refuse(self, refusal: Phrase) -> None:
        self.toasts.append(refusal.message)

    def set_status(self, text: str) -> None:
        self.status = text

    def set_conflicts(self, number: int) -> None:
        self.conflicts = number

    def run(self, job: Job[Any], then: Callable[[Any], None] | None = None, *, told: bool = False) -> None:
        del told
        outcome = job.run()
        if then:
            then(outcome)

    def commands_changed(self) -> None:
        self.commands_told += 1


def exposed(page: P, qtbot: QtBot) -> P:
    """The page in a window of its own, shown."""
    qtbot.addWidget(page)
    page.resize(1360, 800)
    page.show()
    qtbot.waitExposed(page)
    return page
