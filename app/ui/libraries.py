"""Which library is open, and how another is opened, made, or put back from a backup while the window stands."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.errors import UserError
from app.i18n.active import _
from app.store import backup
from app.store.failures import DAMAGED
from app.store.figures import has_sample
from app.store.preflight import NOT_A_LIBRARY
from app.store.store import Store, utc_now
from app.ui import dialogs, shelf
from app.ui.backups import Backups
from app.ui.dialogs import Question
from app.ui.jobs import Job, Jobs, Outcome
from app.ui.pending import commit_pending_edits
from app.ui.preferences import Preferences
from app.ui.workspace import Workspace
from app.words import N_, Phrase, phrase

LIBRARY = dialogs.Files(phrase(N_("Library or backup")), (f"*{shelf.SUFFIX}", f"*{backup.SUFFIX}"))
OPENING = phrase(N_("Opening the library"))
MAKING = phrase(N_("Creating the library"))
PUTTING_BACK = phrase(N_("Restoring the backup"))
CHOOSE = phrase(N_("Open a library"))

NEW = Question(
    phrase(N_("What should the new library be called?")),
    phrase(N_("It begins empty and is kept in Keruen’s own folder.")),
    phrase(N_("Create library")),
    dialogs.CANCEL,
    "plus",
)
NAME = phrase(N_("Name of the library"))


class Libraries(QObject):
    """The open library and the way to others. A refusal is told in a dialog; the present library stays open then.

    `since` is when it was opened, `is_sample` whether invented data are among its records.
    """

    opened = Signal()

    def __init__(self, workspace: Workspace, preferences: Preferences) -> None:
        super().__init__()
        self._workspace = workspace
        self._preferences = preferences
        self._jobs: Jobs | None = None
        self._window: QWidget | None = None
        self.backups: Backups | None = None
        self.since = utc_now()
        self.is_sample = workspace.read(has_sample)
        self._remember()

    def attach(self, window: QWidget, jobs: Jobs) -> Backups:
        """The window that asks, and the jobs that work; from now on the open library has its backups."""
        self._window, self._jobs = window, jobs
        self.backups = Backups(self._workspace, jobs, window)
        return self.backups

    @property
    def path(self) -> Path | None:
        """The file of the open library; None for an office database."""
        return self._workspace.store.path

    def name(self) -> str:
        """What the open library is called."""
        path = self.path
        return shelf.shown_name(path, sample=self.is_sample) if path else self._workspace.store.address

    def recent(self) -> list[Path]:
        """Other libraries opened lately that are still there."""
        return [path for path in self._preferences.now.recent if path != self.path and path.exists()]

    def choose(self) -> None:
        """Ask for a file and open it."""
        start = self.path.parent if self.path else shelf.folder()
        path = dialogs.open_file(self._window, CHOOSE, (LIBRARY,), start)
        if path is not None:
            self.open(path)

    def open(self, path: Path) -> None:
        """Open the library at `path` in the place of the present one."""
        present = self.path
        if present is not None and path.exists() and present.exists() and path.samefile(present):
            return
        self._go_over(lambda: _opened(path), OPENING)

    def open_sample(self) -> None:
        """Open the sample library, made first if need be."""
        if self.path != shelf.folder() / f"{shelf.SAMPLE}{shelf.SUFFIX}":
            self._go_over(lambda: shelf.open_sample(utc_now()), MAKING)

    def make(self) -> None:
        """Ask for a name and make an empty library."""
        name = dialogs.ask_text(self._window, NEW, NAME, _("My library"))
        if name:
            self._go_over(lambda: shelf.make_empty(name), MAKING)

    def restore(self, kept: Path, then: Callable[[], None]) -> None:
        """Put the backup `kept` in the place of the open library, which is set aside; `then` after success."""
        path, old = self.path, self._workspace.store
        if path is None:
            return
        commit_pending_edits()

        def work() -> Store:
            old.close()
            return shelf.put_back(kept, path)

        def failed() -> None:
            with suppress(UserError):  # without its lock the old store can still be read
                self._adopt(Store.open(path))

        self._go_over(work, PUTTING_BACK, then=then, failed=failed)

    def _go_over(
        self,
        work: Callable[[], Store],
        title: Phrase,
        *,
        then: Callable[[], None] | None = None,
        failed: Callable[[], None] | None = None,
    ) -> None:
        assert self._jobs is not None and self._window is not None
        window = self._window
        commit_pending_edits()
        window.setEnabled(False)  # what is typed meanwhile would belong to neither library

        def ended(outcome: Outcome[Store]) -> None:
            window.setEnabled(True)
            if outcome.value is not None:
                self._adopt(outcome.value)
                if then is not None:
                    then()
                return
            if failed is not None:
                failed()
            if outcome.refusal is not None:
                self._refused(outcome.refusal)

        self._jobs.start(Job(lambda _job: work(), title), ended)

    def _adopt(self, store: Store) -> None:
        """Take over a store that is open, for the workspace and for the next start."""
        try:
            with store.read() as session:
                self.is_sample = has_sample(session)
        except UserError as error:
            store.close()
            self._refused(error.phrase)
            return
        self.since = utc_now()
        self._workspace.open(store)
        self._remember()
        self.opened.emit()

    def _remember(self) -> None:
        if self.path is not None:
            self._preferences.keep(self._preferences.now.with_library(self.path.absolute()))

    def _refused(self, refusal: Phrase) -> None:
        question = Question(
            phrase(N_("The library cannot be opened")),
            refusal,
            phrase(N_("Open another…")),
            phrase(N_("Keep the current one")),
            "octagon-alert",
        )
        if dialogs.ask(self._window, question):
            self.choose()


def _opened(path: Path) -> Store:
    """The library at `path`. Of a damaged one its name is told: the backups at hand are those of the present one."""
    try:
        return shelf.open_any(path)
    except UserError as error:
        if error.phrase.message == DAMAGED:
            raise UserError(NOT_A_LIBRARY, file=path.name) from error
        raise
