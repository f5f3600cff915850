"""What is still being typed: hand it over before the place is left, and let a field undo its own typing first."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit


def commit_pending_edits() -> None:
    """Finish the word an input method is composing, and let the focused field hand over what it holds.

    Call it before closing, changing the page or the tab, exporting and printing.
    """
    QGuiApplication.inputMethod().commit()
    focused = QApplication.focusWidget()
    if focused is not None:
        focused.clearFocus()


class UndoRouter(QObject):
    """Sends Ctrl+Z to the field only while the field has typing of its own to undo; else to the library.

    A focused line edit swallows the keys even when it has nothing to undo.
    """

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the shortcut pass by a field that cannot use it."""
        if event.type() is not QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return False
        undo, redo = event.matches(QKeySequence.StandardKey.Undo), event.matches(QKeySequence.StandardKey.Redo)
        if not (undo or redo):
            return False
        if isinstance(watched, QLineEdit):
            able = watched.isUndoAvailable() if undo else watched.isRedoAvailable()
        elif isinstance(watched, (QPlainTextEdit, QTextEdit)):
            document = watched.document()
            able = document.isUndoAvailable() if undo else document.isRedoAvailable()
        else:
            return False
        if able and not watched.isReadOnly():
            return False
        event.ignore()
        return True
