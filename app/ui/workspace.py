"""The open library as pages see it: ask, change, take back, and hear of every change."""

from collections.abc import Callable
from functools import partial
from typing import Any, Concatenate, ParamSpec, TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from app.errors import UserError
from app.i18n.active import say
from app.store import failures
from app.store.journal import Step
from app.store.store import Store
from app.words import Phrase

P = ParamSpec("P")
T = TypeVar("T")

STEPS_KEPT = 500
"""How far back one can go."""

STANDING = {failures.DISK_FULL, failures.BUSY, failures.READ_ONLY, failures.UNREADABLE, failures.DAMAGED}
"""Refusals of disk and database: they stay on the status bar until a save succeeds."""


class Workspace(QObject):
    """Holds the store. Pages call `read` and `edit`; everybody hears `changed`.

    `changed` carries the `Step` (of an edit, an undo, a job), `refused` a `Phrase` for a
    toast, `unsaved` a `Phrase` that stands until `saved`. `jumped` carries the step that
    was just undone or redone, so that the window can show the place.
    """

    changed = Signal(object)
    refused = Signal(object)
    saved = Signal()
    unsaved = Signal(object)
    jumped = Signal(object)
    opened = Signal()

    def __init__(self, store: Store) -> None:
        super().__init__()
        self._store = store
        self._again: Callable[[], object] | None = None
        self.undo_stack = QUndoStack(self)
        self.undo_stack.setUndoLimit(STEPS_KEPT)

    @property
    def store(self) -> Store:
        """The open store, for jobs that read or write in their own thread."""
        return self._store

    def open(self, store: Store) -> None:
        """Go over to another library; the old store is closed, its steps are forgotten."""
        old, self._store = self._store, store
        self._again = None
        self.undo_stack.clear()
        self.opened.emit()
        if old is not store:
            old.close()

    def read(self, query: Callable[Concatenate[Any, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """The answer of `query(session, ...)`."""
        with self._store.read() as session:
            return query(session, *args, **kwargs)

    def edit(
        self, label: Phrase, operation: Callable[Concatenate[Any, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T | None:
        """Run an operation and keep it undoable under `label`; None when it was refused."""
        try:
            result, step = self._store.write(label, operation, *args, **kwargs)
        except UserError as error:
            self._refuse(error, partial(self.edit, label, operation, *args, **kwargs))
            return None
        self.adopt(step)
        return result

    def adopt(self, step: Step, label: Phrase | None = None) -> None:
        """Take up a step that was written already, here or by a job: make it undoable and tell everybody.

        In the menu it is called as `label` says, else by its own.
        """
        self._was_saved()
        if step.changes:
            self.undo_stack.push(UndoEntry(self, step, label))
            self.changed.emit(step)

    def take_back(self, step: Step, label: Phrase) -> Step | None:
        """Take back a step out of the history as an edit of today, undoable under `label`; None when refused."""
        try:
            made = self._store.replay(step)
        except UserError as error:
            self._refuse(error, None)
            return None
        self.adopt(made, label)
        return made

    def try_again(self) -> None:
        """Save what could not be saved, if the user has not gone on."""
        again, self._again = self._again, None
        if again is not None:
            again()

    def retranslate(self) -> None:
        """Name the undo steps in the present language."""
        for place in range(self.undo_stack.count()):
            command = self.undo_stack.command(place)
            if isinstance(command, UndoEntry):
                command.setText(say(command.label))

    def replay(self, step: Step) -> Step | None:
        """Take a step back (or carry it out again); the step this made, None when it was overtaken."""
        try:
            made = self._store.replay(step)
        except UserError as error:
            self._refuse(error, None)
            return None
        self._was_saved()
        self.changed.emit(made)
        self.jumped.emit(made)
        return made

    def _was_saved(self) -> None:
        self._again = None
        self.saved.emit()

    def _refuse(self, error: UserError, again: Callable[[], object] | None) -> None:
        if error.phrase.message in STANDING:
            self._again = again
            self.unsaved.emit(error.phrase)
        else:
            self.refused.emit(error.phrase)


class UndoEntry(QUndoCommand):
    """The only undo command there is: it replays what the journal recorded."""

    def __init__(self, workspace: Workspace, step: Step, label: Phrase | None = None) -> None:
        self.label = label or step.label
        super().__init__(say(self.label))
        self._workspace = workspace
        self._step = step
        self._done = True

    def undo(self) -> None:
        """Take the step back."""
        self._replay()

    def redo(self) -> None:
        """Carry the step out again."""
        if not self._done:  # QUndoStack.push() calls redo(), but the edit has already happened
            self._replay()
        self._done = False

    def _replay(self) -> None:
        made = self._workspace.replay(self._step)
        if made is None:
            self.setObsolete(True)  # what was overtaken can never be taken back
        else:
            self._step = made
