"""The poster of a title in an inspector or a card."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.gallery import gallery
from app.ui.posters import RATIO, paint_poster
from app.ui.theme import theme


class PosterView(QWidget):
    """A poster or landscape `width` device-independent pixels wide."""

    def __init__(self, width: int = 72, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._width = width
        self._title: int | str | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme().themed.connect(self.updateGeometry)
        gallery().arrived.connect(self.update)

    def set_title(self, title: int | str | None) -> None:
        """Show the poster of this title id, else its landscape; nothing for None."""
        self._title = title
        self.update()

    def sizeHint(self) -> QSize:
        width = theme().px(self._width)
        return QSize(width, round(width * RATIO))

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._title is not None:
            paint_poster(QPainter(self), QRectF(self.rect()), self._title)
