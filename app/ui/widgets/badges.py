"""Small counters and tags: how many conflicts, how many entries, which state."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.theme import theme
from app.ui.widgets.chips import paint_tag, tag_size
from app.ui.widgets.draw import rounded, width_of

TALL = 17


def badge_size(text: str) -> QSize:
    """How large a badge with this number is."""
    tall = theme().px(TALL)
    return QSize(max(tall, width_of(theme().font("label_strong"), text) + theme().px(10)), tall)


def paint_badge(painter: QPainter, rect: QRectF, text: str, *, conflict: bool = False) -> None:
    """A number in a round ground; red is for conflicts only."""
    colours = theme()
    rounded(painter, rect, rect.height() / 2, colours.color("redFill" if conflict else "sunken"))
    painter.setFont(colours.font("label_strong", tabular=True))
    painter.setPen(colours.color("onRed" if conflict else "text2"))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, text)


class Badge(QWidget):
    """A number in a round ground."""

    def __init__(self, text: str = "", parent: QWidget | None = None, *, conflict: bool = False) -> None:
        super().__init__(parent)
        self._text = text
        self._conflict = conflict
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme().themed.connect(self.updateGeometry)

    def set_text(self, text: str) -> None:
        """Show another number."""
        self._text = text
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return badge_size(self._text)

    def paintEvent(self, _event: QPaintEvent) -> None:
        paint_badge(QPainter(self), QRectF(self.rect()), self._text, conflict=self._conflict)


class Tag(QWidget):
    """A word in a quiet ground; `borrowed` gives the dashed edge of a name from another language."""

    def __init__(self, text: str = "", parent: QWidget | None = None, *, borrowed: bool = False) -> None:
        super().__init__(parent)
        self._text = text
        self._borrowed = borrowed
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(text)
        theme().themed.connect(self.updateGeometry)

    def set_text(self, text: str) -> None:
        """Show another word."""
        self._text = text
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return tag_size(self._text)

    def paintEvent(self, _event: QPaintEvent) -> None:
        paint_tag(QPainter(self), QRectF(self.rect()), self._text, borrowed=self._borrowed)
