"""The ram's horn ornament: whole tiles only, in three places of the program and nowhere else."""

from functools import cache

from PySide6.QtCore import QByteArray, QLineF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.paths import resource
from app.ui.theme import theme

TILE = QSize(36, 18)
BASE, LINE = 17.4, 1.15
"""Where the line under the horns runs in a tile, and how thick it is."""


@cache
def _tile(colour: str) -> QSvgRenderer:
    text = resource("theme", "ornament-tile.svg").read_text("utf-8").replace("#1AA7C0", colour)
    return QSvgRenderer(QByteArray(text.encode()))


class Ornament(QWidget):
    """A band of whole tiles on a line as long as the band; `opacity` 0.45 on Home, 0.65 at the first run."""

    def __init__(self, parent: QWidget | None = None, *, opacity: float = 0.45) -> None:
        super().__init__(parent)
        self._opacity = opacity
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme().themed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(TILE.width() * 4, TILE.height())

    def minimumSizeHint(self) -> QSize:
        return TILE

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setOpacity(self._opacity)
        sky = theme().token("sky")
        count = self.width() // TILE.width()
        first = (self.width() - count * TILE.width()) // 2
        painter.setPen(QPen(QColor(sky), LINE, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
        # What the tiles leave at both ends belongs to the line alone: there the outer horns do not touch the edge.
        for start, end in ((0, first), (first + count * TILE.width(), self.width())):
            painter.drawLine(QLineF(start, BASE, end, BASE))
        for index in range(count):
            room = QRectF(first + index * TILE.width(), 0, TILE.width(), TILE.height())
            painter.setClipRect(room)  # the diamonds between tiles reach out of each: only half of one ends the band
            _tile(sky).render(painter, room)


class Mark(QWidget):
    """The mark of the program: two humps and a sun."""

    def __init__(self, parent: QWidget | None = None, *, size: int = 48) -> None:
        super().__init__(parent)
        self._renderer = QSvgRenderer(str(resource("theme", "mark.svg")))
        self.setFixedSize(size, size)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._renderer.render(painter, QRectF(self.rect()))
