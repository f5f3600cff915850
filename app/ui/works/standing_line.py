"""How something stands, as icon and words that may take several lines."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.ui.widgets.message import Glyph
from app.ui.widgets.safe import SafeLabel
from app.ui.widgets.status import LOCKED_LOOK, Look


class StandingLine(QWidget):
    """A state in words and colour; the words wrap where there is little room."""

    def __init__(self, look: Look = LOCKED_LOOK, text: str = "") -> None:
        super().__init__()
        self._glyph, self._words = Glyph(look.icon, look.tone, size=15), SafeLabel(wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 1, 0, 1)
        row.setSpacing(7)
        row.addWidget(self._glyph, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words, 1)
        self.set_status(look, text)

    def set_status(self, look: Look, text: str) -> None:
        """Show another state."""
        self._glyph.set_icon(look.icon, look.tone)
        self._words.setText(text)
        self._words.set_tone(look.tone)
        self.setAccessibleName(text)
