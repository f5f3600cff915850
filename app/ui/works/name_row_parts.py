"""Parts of a line in the table of names: choices that look like text, what a row is dragged by, the star."""

from math import cos, pi, sin

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QWidget

from app.ui.icons import paint_icon
from app.ui.theme import theme
from app.ui.widgets.buttons import IconButton
from app.ui.widgets.fields import Combo
from app.ui.works.form_parts import Choice

GRIP, LANGUAGE, WRITING, ROLE, ACTION = 26, 112, 118, 182, 30
GAP = 8


class RowChoice(Choice[str]):
    """A choice that looks like plain text until its row is used."""

    def __init__(self) -> None:
        super().__init__()
        self.still = True

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.still or self.hasFocus() or self.underMouse():
            Combo.paintEvent(self, event)
            return
        painter = QPainter(self)
        painter.setFont(theme().font("body"))
        painter.setPen(theme().color("text" if self.isEnabled() else "text2"))
        room = self.rect().adjusted(theme().px(10), 0, -theme().px(4), 0)
        metrics = painter.fontMetrics()
        text = metrics.elidedText(self.currentText(), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, text)


class Grip(QWidget):
    """What a row is dragged by. `dragged` carries the point of the screen, `dropped` ends it."""

    dragged = Signal(QPoint)
    dropped = Signal(QPoint)

    def __init__(self) -> None:
        super().__init__()
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self._pressed: QPoint | None = None

    def paintEvent(self, _event: QPaintEvent) -> None:
        side = theme().px(14)
        spot = QRectF((self.width() - side) // 2, (theme().px(30) - side) // 2, side, side)
        paint_icon(QPainter(self), spot, "grip-vertical", "text3")

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = event.globalPosition().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        here = event.globalPosition().toPoint()
        if self._pressed is not None and (here - self._pressed).manhattanLength() > 6:  # noqa: PLR2004 - pixels before it is a drag
            self.dragged.emit(here)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._pressed is not None:
            self._pressed = None
            self.dropped.emit(event.globalPosition().toPoint())


class StarButton(IconButton):
    """Checked for the name that is shown in its language."""

    def __init__(self) -> None:
        super().__init__("star", size=26)
        self.setCheckable(True)

    def nextCheckState(self) -> None:
        """Only the record says which name is preferred."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        side = theme().px(15)
        spot = QRectF((self.width() - side) // 2, (self.height() - side) // 2, side, side)
        if not self.isChecked():
            paint_icon(painter, spot, "star", "text3" if self.underMouse() or self.hasFocus() else "line2")
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().color("amberFill"))
        points = [
            spot.center() + QPointF(sin(n * pi / 5), -cos(n * pi / 5)) * side * (0.47 if n % 2 == 0 else 0.2)
            for n in range(10)
        ]
        painter.drawPolygon(QPolygonF(points))
        paint_icon(painter, spot, "star", "amberFill")
