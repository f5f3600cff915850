"""The glyphs of strands: colour and shape always together, so that print and eyes without colour agree."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.theme import theme
from app.ui.widgets.draw import width_of

COUNT = 6
"""Colours there are; from the seventh strand on the same colours come with hollow glyphs."""

_DIAMOND = ((5, 0.6), (9.4, 5), (5, 9.4), (0.6, 5))
_SQUARE = ((1.2, 1.2), (8.8, 1.2), (8.8, 8.8), (1.2, 8.8))
_TRIANGLE = ((5, 1), (9.4, 8.8), (0.6, 8.8))
_CROSS = (
    (3.6, 0.8), (6.4, 0.8), (6.4, 3.6), (9.2, 3.6), (9.2, 6.4), (6.4, 6.4),
    (6.4, 9.2), (3.6, 9.2), (3.6, 6.4), (0.8, 6.4), (0.8, 3.6), (3.6, 3.6),
)  # fmt: skip
_SHAPES = {1: _DIAMOND, 2: _SQUARE, 3: _TRIANGLE, 4: _CROSS}


def strand_tone(number: int) -> str:
    """The token of a strand's colour, counted from 0; its tint is the same with a `t`."""
    return f"s{number % COUNT + 1}"


def paint_strand(painter: QPainter, rect: QRectF, number: int, colour: QColor | None = None) -> None:
    """Draw the glyph of strand `number` (from 0) into a square."""
    ink = colour or theme().color(strand_tone(number))
    side = min(rect.width(), rect.height())
    shape, hollow = number % COUNT, number % (2 * COUNT) >= COUNT
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(rect.center().x() - side / 2, rect.center().y() - side / 2)
    painter.scale(side / 10, side / 10)
    painter.setPen(QPen(ink, 1.6) if hollow else Qt.PenStyle.NoPen)
    painter.setBrush(Qt.BrushStyle.NoBrush if hollow else ink)
    if shape == 0:
        painter.drawEllipse(QPointF(5, 5), 3.6 if hollow else 4, 3.6 if hollow else 4)
    elif shape == COUNT - 1:
        painter.setPen(QPen(ink, 2))
        painter.setBrush(ink if hollow else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(QPointF(5, 5), 1.6 if hollow else 3.1, 1.6 if hollow else 3.1)
    else:
        painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in _SHAPES[shape]]))
    painter.restore()


class StrandLabel(QWidget):
    """The glyph and the name of a strand."""

    def __init__(self, number: int = 0, text: str = "", parent: QWidget | None = None, *, role: str = "body") -> None:
        super().__init__(parent)
        self._number = number
        self._text = text
        self._role = role
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(text)
        theme().themed.connect(self.updateGeometry)

    def set_strand(self, number: int, text: str) -> None:
        """Show another strand."""
        self._number, self._text = number, text
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        px = theme().px
        return QSize(px(10 + 6) + width_of(theme().font(self._role), self._text) + 1, px(20))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        px = theme().px
        paint_strand(painter, QRectF(0, (self.height() - px(10)) / 2, px(10), px(10)), self._number)
        painter.setFont(theme().font(self._role))
        painter.setPen(theme().color("text"))
        room = QRectF(px(16), 0, self.width() - px(16), self.height())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, self._text)
