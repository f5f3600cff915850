"""The last net: a bug anywhere becomes one plain dialog with its report, and the program goes on."""

from time import monotonic

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication

from app.ui import dialogs

PAUSE = 10.0
"""Seconds without another dialog after one was closed: a bug in a timer would bury the user in them."""


class CrashDesk(QObject):
    """Hand `tell` to `app.log.watch`. It may be called in any thread; the dialog opens in the window's."""

    _told = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._open = False
        self._closed = -PAUSE
        self._told.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def tell(self, report: str) -> None:
        """Show this report soon, unless one was shown just now."""
        self._told.emit(report)

    def _show(self, report: str) -> None:
        if self._open or monotonic() - self._closed < PAUSE:
            return
        self._open = True
        try:
            dialogs.report(QApplication.activeWindow(), report)
        finally:
            self._open = False
            self._closed = monotonic()
