"""How a section or a dialog changes something: one step that can be undone, and a word about it."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.ui.page import Shell
from app.ui.workspace import Workspace
from app.words import Phrase


class Deeds(QObject):
    """The store and the window, as tables of records need them; `done` after every change."""

    done = Signal()

    def __init__(self, workspace: Workspace, shell: Shell, parent: QWidget) -> None:
        super().__init__(parent)
        self.workspace, self.shell = workspace, shell
        self._parent = parent

    @property
    def window(self) -> QWidget:
        """Whose dialogs they are."""
        return self._parent.window()

    def read(self, query: Callable[..., Any], *facts: Any) -> Any:
        """Ask the store."""
        return self.workspace.read(query, *facts)

    def do(self, label: Phrase, said: str, operation: Callable[..., Any]) -> Any:
        """Change something and say so; what was refused, or changed nothing, is not praised."""
        steps = self.workspace.undo_stack.index()
        result = self.workspace.edit(label, operation)
        if self.workspace.undo_stack.index() != steps:
            self.shell.toast(said, undo=True)
        self.done.emit()
        return result
