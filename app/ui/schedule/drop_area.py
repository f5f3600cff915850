"""The place below the tray where what shall leave the board is dropped."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from app.ui.icons import paint_icon
from app.ui.theme import theme
from app.ui.widgets.draw import rounded

TALL = 52
FLAGS = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap


class DropArea(QWidget):
    """Where to drop what shall leave the board."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self.lit = False
        theme().themed.connect(self._measure)

    def say(self, text: str) -> None:
        """Its words."""
        self._text = text
        self.setAccessibleName(text)
        self._measure()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(100, theme().px(TALL))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._measure()

    def _room(self) -> QRect:
        return self.rect().adjusted(theme().px(36), 0, -theme().px(8), 0)

    def _measure(self) -> None:
        """As high as its words need, with air above and below."""
        room = QRect(0, 0, self._room().width(), 1000)
        lines = QFontMetrics(theme().font("small")).boundingRect(room, FLAGS, self._text).height()
        self.setMinimumHeight(max(theme().px(TALL), lines + theme().px(16)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        colours, px = theme(), theme().px
        edge = QPen(colours.color("accent" if self.lit else "control"), 1, Qt.PenStyle.CustomDashLine)
        edge.setDashPattern([4, 3])
        rounded(painter, QRectF(self.rect()), 6, colours.color("accentTint") if self.lit else None, edge)
        tone, size = "accent" if self.lit else "text2", px(15)
        paint_icon(painter, QRectF(px(12), (self.height() - size) / 2, size, size), "corner-down-right", tone)
        painter.setFont(colours.font("small"))
        painter.setPen(colours.color(tone))
        painter.drawText(self._room(), FLAGS, self._text)
