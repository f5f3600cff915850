"""A column of the slate where there is little room: its name and how many titles stand in it, upright."""

from PySide6.QtCore import QEvent, QRect, QRectF, Qt
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from app.ui.icons import paint_icon
from app.ui.theme import theme
from app.ui.widgets.badges import badge_size, paint_badge
from app.ui.widgets.draw import fitting, rounded

FOLDED = 40
ICON = 16
UPRIGHT = "\u3000"
"""From here on signs stand upright below one another: Chinese."""


class Rail(QAbstractButton):
    """A click, Enter or Space opens the column."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._count = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def tell(self, name: str, count: int, spoken: str) -> None:
        """Show the name of the column and how many titles it has."""
        self.setText(name)
        self._count = count
        self.setAccessibleName(spoken)
        self.setToolTip(spoken)
        self.update()

    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self.update()
        super().leaveEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        colours, px = theme(), theme().px
        if self.underMouse():
            painter.fillRect(self.rect().adjusted(1, 0, 0, 0), colours.color("hover"))
        middle = self.width() / 2
        paint_icon(painter, QRectF(middle - px(ICON) / 2, px(14), px(ICON), px(ICON)), "chevron-left", "text2")
        badge = badge_size(str(self._count))
        spot = QRectF(middle - badge.width() / 2, px(42), badge.width(), badge.height())
        paint_badge(painter, spot, str(self._count))
        top = px(42) + badge.height() + px(12)
        font = colours.font("strong")
        painter.setFont(font)
        painter.setPen(colours.color("text2"))
        long = self.height() - top - px(10)
        if self.text() and self.text()[0] >= UPRIGHT:
            for place, sign in enumerate(self.text()[: max(long // px(18), 1)]):
                room = QRect(0, top + place * px(18), self.width(), px(18))
                painter.drawText(room, Qt.AlignmentFlag.AlignCenter, sign)
            long = 0
        painter.save()
        painter.translate(middle, top)
        painter.rotate(90)
        room = QRect(0, -px(10), long, px(20))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, fitting(font, self.text(), long) if long else "")
        painter.restore()
        if self.hasFocus():
            ring = QRectF(self.rect()).adjusted(3, 3, -3, -3)
            rounded(painter, ring, 6, None, colours.color("focus"))
