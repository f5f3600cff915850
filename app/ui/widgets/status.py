"""A state as icon and words, never as colour alone."""

from typing import NamedTuple

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.domain.kinds import RightsStatus, ScreeningStatus
from app.ui.icons import paint_icon
from app.ui.theme import theme
from app.ui.widgets.draw import fitting


class Look(NamedTuple):
    """Which icon and which tone a state has; a struck one is cancelled."""

    icon: str
    tone: str
    struck: bool = False


RIGHTS_LOOK = {
    RightsStatus.CLEARED: Look("badge-check", "green"),
    RightsStatus.ENDING: Look("hourglass", "amber"),
    RightsStatus.NEGOTIATION: Look("message-square", "text2"),
    RightsStatus.NOT_CLEARED: Look("ban", "red"),
    RightsStatus.EXPIRED: Look("ban", "red"),
    RightsStatus.NOT_NEEDED: Look("check", "text2"),
    RightsStatus.NOT_ENTERED: Look("circle-dashed", "text3"),
}

SCREENING_LOOK = {
    ScreeningStatus.TENTATIVE: Look("circle-dashed", "text2"),
    ScreeningStatus.CONFIRMED: Look("circle-check", "green"),
    ScreeningStatus.CANCELLED: Look("circle-x", "text2", struck=True),
}

LOCKED_LOOK = Look("lock", "text2")
INVALID_LOOK = Look("octagon-alert", "red")


def _font(look: Look) -> QFont:
    font = theme().font("body")
    font.setStrikeOut(look.struck)
    return font


def paint_status(painter: QPainter, rect: QRect, look: Look, text: str, second: str = "") -> None:
    """Icon, words in up to two lines, and a second line in small print, centred from top to bottom."""
    px = theme().px
    size, gap = px(15), px(7)
    room = QRect(rect.left() + size + gap, rect.top(), max(rect.width() - size - gap, 0), rect.height())
    font, small = _font(look), theme().font("small")
    metrics, small_metrics = QFontMetrics(font), QFontMetrics(small)
    flags = Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
    wrapped = metrics.boundingRect(QRect(0, 0, room.width(), 1000), flags, text).height()
    first = min(wrapped, 2 * metrics.lineSpacing())
    below = small_metrics.lineSpacing() if second else 0
    top = rect.top() + (rect.height() - first - below) // 2
    paint_icon(painter, QRectF(rect.left(), rect.top() + (rect.height() - size) // 2, size, size), look.icon, look.tone)
    painter.setPen(theme().color(look.tone))
    painter.setFont(font)
    if wrapped > 2 * metrics.lineSpacing():
        text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, 2 * room.width() - px(24))
    painter.drawText(QRect(room.left(), top, room.width(), first), flags, text)
    if second:
        painter.setFont(small)
        painter.setPen(theme().color(look.tone if look.tone == "amber" else "text2"))
        line = QRect(room.left(), top + first, room.width(), below)
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, fitting(small, second, room.width()))


class StatusLabel(QWidget):
    """A state in a form or an inspector."""

    def __init__(self, look: Look = LOCKED_LOOK, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._text = text
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(text)
        theme().themed.connect(self.updateGeometry)

    def set_status(self, look: Look, text: str) -> None:
        """Show another state."""
        self._look, self._text = look, text
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        px = theme().px
        return QSize(px(22) + QFontMetrics(_font(self._look)).horizontalAdvance(self._text) + 2, px(20))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(60), theme().px(20))

    def paintEvent(self, _event: QPaintEvent) -> None:
        paint_status(QPainter(self), self.rect(), self._look, self._text)
