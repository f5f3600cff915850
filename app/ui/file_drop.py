"""A spreadsheet from outside: what kinds of file it may be, and how one is dropped on the window."""

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from app.ui.dialogs import Files
from app.words import N_, phrase

SPREADSHEET = phrase(N_("Choose a spreadsheet"))
ENDINGS = (".csv", ".tsv", ".txt", ".xlsx", ".xlsm", ".xls", ".ods")
"""Files taken for spreadsheets when they are dropped; what they are is told by their content."""


SPREADSHEETS = Files(phrase(N_("Spreadsheets and text tables")), tuple(f"*{ending}" for ending in ENDINGS))


def dropped(data: QMimeData) -> Path | None:
    """The spreadsheet that is being dropped, if it is one file and one of this machine."""
    urls = data.urls() if data.hasUrls() else []
    if len(urls) != 1 or not urls[0].isLocalFile():
        return None
    path = Path(urls[0].toLocalFile())
    return path if path.suffix.lower() in ENDINGS else None


class FileDrop(QObject):
    """Lets a window take a spreadsheet that is dropped on it; `taken` carries its path."""

    taken = Signal(object)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Accept one spreadsheet, nothing else."""
        if isinstance(event, QDropEvent) and event.type() in (QEvent.Type.DragEnter, QEvent.Type.Drop):
            path = dropped(event.mimeData())
            if path is None:
                return False
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            if not isinstance(event, QDragEnterEvent):
                self.taken.emit(path)
            return True
        return super().eventFilter(watched, event)
