"""Backups of the open library: when they are due, every half hour while something changes, and when asked for."""

import logging
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from app.errors import UserError
from app.store import backup
from app.store.backup import Backup
from app.store.failures import told
from app.store.store import Store, utc_now
from app.ui.jobs import Job, Jobs, Outcome
from app.ui.workspace import Workspace
from app.words import N_, phrase

EVERY = timedelta(minutes=30)
"""How long a change may be without a backup."""

MAKING = phrase(N_("Making a backup"))


def folder_of(library: Path) -> Path:
    """Where the backups of a library lie: beside it."""
    return library.parent / "backups"


def kept(library: Path) -> list[Backup]:
    """The backups of a library, newest first; none where their folder cannot be read."""
    try:
        with told():
            return backup.kept(folder_of(library), library)
    except UserError:
        return []


class Backups(QObject):
    """Keeps watch over the open library. `made` comes after each backup."""

    made = Signal()

    def __init__(self, workspace: Workspace, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._jobs = jobs
        self._changes = 0
        self._busy = False
        self._clock = QTimer(self, interval=EVERY // timedelta(milliseconds=1))
        self._clock.timeout.connect(self._look)
        workspace.changed.connect(self._changed)
        workspace.opened.connect(self.begin)

    def begin(self) -> None:
        """A library was opened: make a backup if the last is older than a day."""
        self._changes = 0
        self._clock.start()
        path = self._path()
        if path is not None and backup.is_due(folder_of(path), path, utc_now()):
            self.make()

    def latest(self) -> datetime | None:
        """When the newest backup was made."""
        path = self._workspace.store.path
        found = kept(path) if path else []
        return found[0].at if found else None

    def make(self, then: Callable[[Outcome[Path]], None] | None = None) -> None:
        """Make one now, in a job; `then` hears how it went."""
        path = self._path()
        if path is None or self._busy:
            return
        self._busy = True
        changes = self._changes

        def work(_job: Job[Path]) -> Path:
            with told():
                return backup.keep(path, folder_of(path), utc_now())

        def ended(outcome: Outcome[Path]) -> None:
            self._busy = False
            if outcome.done:
                self._changes -= changes
                self.made.emit()
            elif outcome.refusal is not None:
                logging.getLogger(__name__).warning("No backup was made: %s", outcome.refusal.message)
            if then is not None:
                then(outcome)

        self._jobs.start(Job(work, MAKING), ended)

    def make_last(self) -> None:
        """The program ends: make a backup here and now if what changed has been without one for half an hour."""
        path = self._path()
        latest = self.latest()
        if path is None or not self._changes or (latest is not None and utc_now() - latest < EVERY):
            return
        try:
            with told():
                backup.keep(path, folder_of(path), utc_now())
        except UserError as error:
            logging.getLogger(__name__).warning("No backup was made at the end: %s", error.phrase.message)

    def _path(self) -> Path | None:
        """The library's file, if it is one that can have backups."""
        store: Store = self._workspace.store
        return None if store.read_only else store.path

    def _changed(self, _step: object) -> None:
        self._changes += 1

    def _look(self) -> None:
        if self._changes:
            self.make()
