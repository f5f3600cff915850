"""What follows the pointer in a drag: the real block at its real size with a soft shadow, and a tip that speaks."""

from functools import lru_cache

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from app.ui.icons import paint_icon
from app.ui.schedule.blocks import BlockPainter
from app.ui.schedule.board import Block, Density
from app.ui.schedule.faces import Face
from app.ui.schedule.imagining import Fit, Outcome
from app.ui.theme import theme
from app.ui.widgets.badges import badge_size, paint_badge
from app.ui.widgets.draw import rounded
from app.ui.widgets.toast import Toast

SHADOW = 14
WIDEST = 320
AWAY = QPoint(18, 24)
"""From the pointer to the tip."""

SIGNS = {Fit.FITS: "circle-check", Fit.WARNS: "triangle-alert", Fit.CLASHES: "triangle-alert", Fit.REFUSED: "ban"}


class Ghost(QWidget):
    """The block in the hand. It never takes the pointer."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self._picture = QPixmap()
        self._worn: object = None
        self.hide()

    def wear(self, block: Block, face: Face, density: Density, more: int = 0) -> None:
        """Take the look of a block with so many more in the hand; the same again costs nothing."""
        if (face, density, block.height, more) == self._worn:
            return
        self._worn = (face, density, block.height, more)
        size = QSize(round(block.right - block.left) + 2 * SHADOW, round(block.height) + 2 * SHADOW)
        ratio = self.devicePixelRatio()
        self._picture = QPixmap(size * ratio)
        self._picture.setDevicePixelRatio(ratio)
        self._picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(self._picture)
        tone = theme().color("text" if not theme().dark else "sunken", 0.018)
        painter.drawPixmap(0, 0, _shadow(size.width(), size.height(), tone.rgba(), ratio))
        BlockPainter(painter, density).paint(block, face, SHADOW - block.left, SHADOW - block.top)
        if more:
            words = f"+{more}"
            wide = badge_size(words).width()
            spot = QRectF(size.width() - SHADOW - wide - 3, SHADOW + 3, wide, badge_size(words).height())
            paint_badge(painter, spot, words)
        painter.end()
        self.resize(size)

    def undress(self) -> None:
        """Forget the last look: colours or sizes may have changed since."""
        self._worn = None

    def put(self, corner: QPoint) -> None:
        """Show the block with its upper left corner at a point of the parent."""
        self.move(corner - QPoint(SHADOW, SHADOW))
        if self.isHidden():
            self.show()
            self.raise_()

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).drawPixmap(0, 0, self._picture)


@lru_cache(maxsize=4)
def _shadow(wide: int, tall: int, colour: int, ratio: float) -> QPixmap:
    """The soft shadow of a block with its picture of this size, made once for a drag."""
    picture = QPixmap(QSize(wide, tall) * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    body = QRectF(0, 0, wide, tall).adjusted(SHADOW, SHADOW, -SHADOW, -SHADOW)
    for spread in range(SHADOW, 0, -1):
        around = body.adjusted(-spread, -spread + 3, spread, spread + 3)
        rounded(painter, around, 4 + spread, QColor.fromRgba(colour))
    painter.end()
    return picture


class DragTip(QWidget):
    """What would come of letting go, in words beside the pointer."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._head = self._text = ""
        self._fit = Fit.FITS
        self._area = parent
        self.hide()

    def text(self) -> str:
        """What it says."""
        return "\n".join(filter(None, (self._head, self._text)))

    def judge(self, outcome: Outcome, at: QPoint) -> None:
        """Say what would come of letting go: in the fewest words first."""
        self.tell(outcome.fit, outcome.words, at, head=outcome.head)

    def tell(self, fit: Fit, text: str, at: QPoint, *, head: str = "") -> None:
        """Say it near a point of the parent, inside the parent; the `head` is stronger."""
        if (fit, head, text) != (self._fit, self._head, self._text) or self.isHidden():
            self._fit, self._head, self._text = fit, head, text
            head_room, room = self._rooms()
            px = theme().px
            wide = max(head_room.width(), room.width())
            self.resize(wide + px(14 + 15 + 9 + 14), head_room.height() + room.height() + px(14))
            self.update()
        spot = at + AWAY
        area = self._area.rect().adjusted(8, 8, -8, -8)
        if spot.x() + self.width() > area.right():
            spot.setX(max(area.left(), area.right() - self.width()))
        if spot.y() + self.height() > area.bottom():
            spot.setY(at.y() - self.height() - 16)
        self.move(spot)
        self.show()
        self.raise_()
        self._be_alone()

    def _be_alone(self) -> None:
        """What is held now matters more than what was done last: a toast over these words goes."""
        window = self.window()
        mine = QRect(self.mapTo(window, QPoint()), self.size())
        for toast in window.findChildren(Toast, options=Qt.FindChildOption.FindDirectChildrenOnly):
            if toast.isVisible() and toast.geometry().intersects(mine):
                toast.withdraw()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        colours, px = theme(), theme().px
        rounded(painter, QRectF(self.rect()), 6, colours.color("text"))
        size = px(15)
        tone = {Fit.FITS: "green", Fit.WARNS: "amber"}.get(self._fit, "red")
        paint_icon(painter, QRectF(px(14), px(8), size, size), SIGNS[self._fit], colours.inverse(tone))
        painter.setPen(colours.color("surface"))
        head_room, room = (rect.translated(px(14) + size + px(9), px(7)) for rect in self._rooms())
        if self._head:
            painter.setFont(colours.font("strong"))
            painter.drawText(head_room, Qt.TextFlag.TextWordWrap, self._head)
        painter.setFont(colours.font("body"))
        painter.drawText(room.translated(0, head_room.height()), Qt.TextFlag.TextWordWrap, self._text)

    def _rooms(self) -> tuple[QRect, QRect]:
        """The room that the headline and the rest take up, both from the upper left corner."""
        return _room("strong", self._head) if self._head else QRect(), _room("body", self._text)


def _room(role: str, words: str) -> QRect:
    whole = QRect(0, 0, theme().px(WIDEST), 1000)
    return QFontMetrics(theme().font(role)).boundingRect(whole, Qt.TextFlag.TextWordWrap, words).adjusted(0, 0, 2, 0)
