"""The pointer rests on a card: what confirming it would do to the balance is shown until it goes on."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from app.ui.slates.board import Board

if TYPE_CHECKING:
    from app.ui.slates.page import SlatesPage

RESTING = 250
"""Milliseconds until the pointer rests; passing over cards is not resting."""


class Resting(QObject):
    """Serves one page."""

    def __init__(self, page: "SlatesPage", board: Board) -> None:
        super().__init__(page)
        self._page = page
        self._entry = 0
        self._soon = QTimer(self, singleShot=True, interval=RESTING)
        self._soon.timeout.connect(lambda: self.show(self._entry))
        board.pointed.connect(self._pointed)

    def _pointed(self, entry: int) -> None:
        self._entry = entry
        self._soon.start()

    def show(self, entry: int) -> None:
        """Preview an entry; 0 goes back to the chosen ones."""
        page = self._page
        desk = page.desk
        if desk is None or page.carrying.busy or not page.on_board:
            return
        row = desk.entry(entry) if entry not in page.chosen else None
        page.rooms.strip.imagine(desk.imagined(page.chosen if row is None else [entry]))
        page.shell.set_status((desk.effect_of(row) if row is not None else "") or page.status())
