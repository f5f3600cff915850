"""The ram's horn ornament: whole tiles only, in three places of the program and nowhere else."""

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.paths import resource
from app.ui.theme import theme

TILE = QSize(36, 18)


@cache
def _tile(colour: str) -> QSvgRenderer:
    text = resource("theme", "ornament-tile.svg").read_text("utf-8").replace("#1AA7C0", colour)
    return QSvgRenderer(QByteArray(text.encode()))


class Ornament(QWidget):
    """A band of whole tiles from the left; `opacity` 0.45 on Home, 0.65 at the first run."""

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
        tile = _tile(theme().token("sky"))
        count = self.width() // TILE.width()
        # Whole tiles are stretched by less than one tile over the width, so that both ends close.
        step = self.width() / count if count else TILE.width()
        for index in range(count):
            tile.render(painter, QRectF(index * step, 0, step, TILE.height()))


class Mark(QWidget):
    """The mark of the program: two humps and a sun."""

    def __init__(self, parent: QWidget | None = None, *, size: int = 48) -> None:
        super().__init__(parent)
        self._renderer = QSvgRenderer(str(resource("theme", "mark.svg")))
        self.setFixedSize(size, size)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._renderer.render(painter, QRectF(self.rect()))
