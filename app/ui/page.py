"""What every page of the window is, and what the window is to a page."""

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Any, Protocol, TypeVar

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from app.store.journal import Step
from app.ui.jobs import Job, Jobs, Outcome
from app.ui.libraries import Libraries
from app.ui.preferences import Preferences
from app.ui.tab_order import ReadingOrder
from app.ui.theme import theme
from app.ui.translated import Translated
from app.ui.workspace import Workspace
from app.words import Phrase

T = TypeVar("T")


class Command(StrEnum):
    """What the menus ask of the page that is shown. A page that cannot leaves it out of `commands()`."""

    NEW = "new"
    DUPLICATE = "duplicate"
    REMOVE = "remove"
    RENAME = "rename"
    EDIT_ALL = "edit_all"
    FILTER = "filter"
    PRINT = "print"
    EXPORT = "export"
    REPAIR = "repair"
    NEXT_CONFLICT = "next_conflict"
    PREVIOUS_CONFLICT = "previous_conflict"
    PLAN = "plan"
    ZOOM_IN = "zoom_in"
    ZOOM_OUT = "zoom_out"
    ZOOM_FIT = "zoom_fit"


class Shell(Protocol):
    """What a page may ask of the window."""

    preferences: Preferences
    jobs: Jobs
    libraries: Libraries | None

    def show_page(self, key: str, **where: object) -> None:
        """Go to another page and, there, to a place."""

    def toast(self, text: str, *, undo: bool = False, icon: str = "check") -> None:
        """Say what happened; `undo` offers the way back."""

    def offer(self, text: str, link: str, act: Callable[[], None], icon: str = "file-down") -> None:
        """Say what happened and offer one deed: Open, Show file."""

    def refuse(self, refusal: Phrase) -> None:
        """Say why something was not done. What `Workspace.edit` refuses is said already."""

    def set_status(self, text: str) -> None:
        """What is shown or selected, at the left of the status bar."""

    def set_conflicts(self, number: int) -> None:
        """How many conflicts the header counts."""

    def run(self, job: Job[T], then: Callable[[Outcome[T]], None] | None = None, *, told: bool = False) -> None:
        """Do long work with progress at the foot of the window; `told` when the page itself says why it was refused."""

    def commands_changed(self) -> None:
        """The page can do other things than before: the menus look again."""


class Page(Translated, ReadingOrder, QWidget):
    """Base of the pages. Fill in `reload`, `retranslate` and what else applies.

    While hidden it only notes that something or the language has changed, and follows when it is shown again.
    """

    def __init__(self, workspace: Workspace, shell: Shell) -> None:
        super().__init__()
        self.workspace = workspace
        self.shell = shell
        self._stale = True
        self._other_language = False
        workspace.changed.connect(self._changed)
        workspace.opened.connect(self._opened)

    def reload(self) -> None:
        """Read everything shown again: the page was hidden, or another library was opened."""

    def refresh(self, step: Step) -> None:
        """Something changed while the page is shown; reads everything unless a page knows better."""
        del step
        self.reload()

    def go(self, **where: Any) -> None:
        """Show a place on this page, as `Shell.show_page` was asked to."""

    def reveal(self, step: Step) -> None:
        """Show what an undo has changed."""

    def commands(self) -> Mapping[Command, Callable[[], object]]:
        """What this page can do at the moment."""
        return {}

    def regions(self) -> list[QWidget]:
        """Parts that F6 goes through, in order."""
        return [self]

    def status(self) -> str:
        """What is shown or selected, for the status bar."""
        return ""

    def leave(self) -> bool:
        """Called before another page is shown; False keeps this one."""
        return True

    def showEvent(self, event: QShowEvent) -> None:
        """Say the words of another language, and read again what changed meanwhile."""
        if self._other_language:
            self._other_language = False
            QCoreApplication.sendEvent(self, QEvent(QEvent.Type.LanguageChange))
        if self._stale:
            self._stale = False
            self.reload()
        super().showEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), theme().color("surface"))

    def event(self, event: QEvent) -> bool:
        """Behind another page nothing is said again before it is shown: the pages hold a thousand widgets and more."""
        if event.type() is QEvent.Type.LanguageChange and self.isHidden() and self.parentWidget() is not None:
            self._other_language = True
            return True
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        """After its words a page also reads its records again: names and order follow the language."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._opened()

    def _changed(self, step: Step) -> None:
        if self.isVisible():
            self.refresh(step)
        else:
            self._stale = True

    def _opened(self) -> None:
        self._stale = True
        if self.isVisible():
            self._stale = False
            self.reload()


PageFactory = Callable[[Workspace, Shell], Page]
"""How the window makes a page: the class of a page itself."""
