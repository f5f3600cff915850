"""A key drawn as a small cap: Ctrl K."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.theme import theme
from app.ui.widgets.draw import rounded, width_of

ARROWS = {"Up": "↑", "Down": "↓", "Left": "←", "Right": "→"}


def keys_shown(sequence: QKeySequence | str) -> str:
    """A shortcut as the house writes it: `Ctrl K`, without the plus."""
    portable = QKeySequence(sequence).toString(QKeySequence.SequenceFormat.PortableText)
    # Keyboards say Enter, only Qt says Return; and they draw arrows, which Qt spells out in every language.
    native = QKeySequence(portable.replace("Return", "Enter")).toString(QKeySequence.SequenceFormat.NativeText)
    *held, last = native.replace("++", "+\0").split("+")
    return " ".join([*held, ARROWS.get(portable.rsplit("+", 1)[-1], last)]).replace("\0", "+")


class KeyHint(QWidget):
    """A shortcut beside the thing it does."""

    def __init__(self, sequence: QKeySequence | str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = keys_shown(sequence)
        self.setAccessibleName(self._text)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        theme().themed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        return QSize(width_of(theme().font("label"), self._text) + theme().px(12), theme().px(18))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        rounded(painter, QRectF(self.rect()), 4, theme().color("panel"), theme().color("line2"))
        painter.setFont(theme().font("label"))
        painter.setPen(theme().color("text2"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._text)
