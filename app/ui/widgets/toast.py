"""What just happened, at the foot of the window for six seconds, with the way back."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QEnterEvent, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.ui.accessible import announce
from app.ui.icons import paint_icon
from app.ui.theme import theme
from app.ui.widgets.draw import rounded, width_of
from app.ui.widgets.enter_key import EnterButton

STAYS = 6000
"""Milliseconds a toast is read; it waits while the pointer or the focus is on it."""

WIDEST = 560


class ToastAction(EnterButton):
    """The link of a toast, in the colours of the opposite scheme."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(False)

    def sizeHint(self) -> QSize:
        return QSize(width_of(theme().font("strong"), self.text()) + 2, theme().px(26))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        font = theme().font("strong")
        font.setUnderline(self.underMouse() or self.hasFocus())
        painter.setFont(font)
        painter.setPen(theme().inverse("accentHover"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())


class Toast(QWidget):
    """One at a time, bottom centre of `window`. A new one takes the place of the old."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._text = ""
        self._icon = "check"
        self._keys = ""
        self._act: Callable[[], None] | None = None
        self._link = ToastAction(self)
        self._link.clicked.connect(self._follow)
        self._link.installEventFilter(self)
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.timeout.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        row.addWidget(self._link)
        window.installEventFilter(self)
        self.hide()

    def tell(self, text: str, *, icon: str = "check", link: str = "", keys: str = "") -> None:
        """Show a sentence without its link's deed; `offer` adds it."""
        self._text, self._icon, self._keys = text, icon, keys
        self._act = None
        self._link.setText(link)
        self._link.setVisible(bool(link))
        self._place()
        self.show()
        self.raise_()
        self.update()
        self._clock.start(STAYS)
        announce(self._window, text)

    def offer(self, act: Callable[[], None]) -> None:
        """What a click on the link does; the toast goes then."""
        self._act = act

    def withdraw(self) -> None:
        """Go before the time: what it says is no longer so, or in another language."""
        self._act = None
        self._clock.stop()
        self.hide()

    def withdraw_undo(self) -> None:
        """Go if it offers to take a step back that is no longer the last."""
        if self._keys:
            self.withdraw()

    def text(self) -> str:
        """The sentence shown, or shown last."""
        return self._text

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        px = theme().px
        rounded(painter, QRectF(self.rect()), 8, theme().color("text"))
        size = px(15)
        paint_icon(
            painter, QRectF(px(14), (self.height() - size) // 2, size, size), self._icon, theme().color("surface")
        )
        painter.setFont(theme().font("body"))
        painter.setPen(theme().color("surface"))
        lines = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(px(38), 0, self._room(), self.height(), lines, self._text)
        if self._keys:
            painter.setFont(theme().font("label"))
            painter.setPen(theme().inverse("text2"))
            right = self.width() - px(14) - self._keys_width()
            painter.drawText(right, 0, self._keys_width() + 2, self.height(), Qt.AlignmentFlag.AlignVCenter, self._keys)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._window and event.type() is QEvent.Type.Resize:
            self._place()
        if watched is self._link and event.type() is QEvent.Type.FocusIn:
            self._clock.stop()
        if watched is self._link and event.type() is QEvent.Type.FocusOut and self.isVisible():
            self._clock.start(STAYS)
        return False

    def enterEvent(self, event: QEnterEvent) -> None:
        self._clock.stop()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._clock.start(STAYS)
        super().leaveEvent(event)

    def _follow(self) -> None:
        act, self._act = self._act, None
        self.hide()
        if act is not None:
            act()

    def _keys_width(self) -> int:
        return width_of(theme().font("label"), self._keys) if self._keys else 0

    def _tail(self) -> int:
        """The room the link and its keys take at the right."""
        px = theme().px
        link = self._link.sizeHint().width() + px(24) if self._link.text() else 0
        return link + (self._keys_width() + px(9) if self._keys else 0) + px(14)

    def _room(self) -> int:
        return self.width() - theme().px(38) - self._tail()

    def _tall(self, width: int) -> int:
        """Room for all of the sentence, on as many lines as it takes."""
        px = theme().px
        room = QRect(0, 0, width - px(38) - self._tail(), 1000)
        words = QFontMetrics(theme().font("body")).boundingRect(room, Qt.TextFlag.TextWordWrap, self._text)
        return max(px(36), words.height() + px(18))

    def _place(self) -> None:
        px = theme().px
        wanted = px(38) + width_of(theme().font("body"), self._text) + 2 + self._tail()
        width = min(max(wanted, px(280)), px(WIDEST), self._window.width() - px(32))
        height = self._tall(width)
        keys = self._keys_width() + px(9) if self._keys else 0
        layout = self.layout()
        if layout is not None:
            layout.setContentsMargins(0, 0, px(14) + keys, 0)
        spot = QPoint((self._window.width() - width) // 2, self._window.height() - height - px(40))
        self.setGeometry(spot.x(), spot.y(), width, height)
