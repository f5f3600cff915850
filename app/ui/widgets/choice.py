"""Check boxes and radio buttons, painted to the pixel."""

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QRadioButton, QWidget

from app.ui.theme import theme
from app.ui.widgets.draw import rounded, width_of

BOX = 15
GAP = 8


def paint_check(painter: QPainter, rect: QRectF, state: Qt.CheckState, *, enabled: bool = True) -> None:
    """A check box without words, also for delegates."""
    colours = theme()
    edge = colours.color("control" if enabled else "line2")
    if state is Qt.CheckState.Unchecked:
        rounded(painter, rect, 4, colours.color("surface"), edge)
        return
    rounded(painter, rect, 4, colours.color("accent" if enabled else "disabled"))
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(colours.color("onAccent"), rect.width() / 9)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    x, y, side = rect.x(), rect.y(), rect.width()
    if state is Qt.CheckState.PartiallyChecked:
        painter.drawLine(QPointF(x + side * 0.27, y + side / 2), QPointF(x + side * 0.73, y + side / 2))
    else:
        tick = [(0.25, 0.53), (0.43, 0.7), (0.76, 0.32)]
        painter.drawPolyline([QPointF(x + side * a, y + side * b) for a, b in tick])
    painter.restore()


def paint_radio(painter: QPainter, rect: QRectF, *, on: bool, enabled: bool = True) -> None:
    """A radio button without words."""
    colours = theme()
    if not on:
        edge = colours.color("control" if enabled else "line2")
        rounded(painter, rect, rect.width() / 2, colours.color("surface"), edge)
        return
    rounded(painter, rect, rect.width() / 2, colours.color("accent" if enabled else "disabled"))
    hole = rect.width() * 0.34
    rounded(painter, rect.adjusted(hole, hole, -hole, -hole), hole, colours.color("onAccent"))


def _size(words: str) -> QSize:
    px = theme().px
    width = px(BOX) + (px(GAP) + width_of(theme().font("body"), words) + 2 if words else 0)
    return QSize(width, px(25))


def _mark(button: QAbstractButton) -> QRectF:
    side = theme().px(BOX)
    return QRectF(0, (button.height() - side) // 2, side, side)


def _words(painter: QPainter, button: QAbstractButton) -> None:
    px = theme().px
    painter.setFont(theme().font("body"))
    painter.setPen(theme().color("text" if button.isEnabled() else "disabled"))
    rect = QRect(px(BOX) + px(GAP), 0, button.width() - px(BOX) - px(GAP), button.height())
    flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextShowMnemonic
    painter.drawText(rect, flags, button.text())


class CheckBox(QCheckBox):
    """A box with words; three states when `setTristate`."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        theme().themed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        return _size(self.text())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_check(painter, _mark(self), self.checkState(), enabled=self.isEnabled())
        _words(painter, self)


class Radio(QRadioButton):
    """One of several, with words."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        theme().themed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        return _size(self.text())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_radio(painter, _mark(self), on=self.isChecked(), enabled=self.isEnabled())
        _words(painter, self)
