"""The field that finds everything, in the head of the window."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QSizePolicy, QWidget
from shiboken6 import isValid

from app.i18n.active import _
from app.ui.icons import paint_icon
from app.ui.theme import theme
from app.ui.translated import Translated
from app.ui.widgets.buttons import IconButton
from app.ui.widgets.key_hint import KeyHint

WIDE, NARROWEST = 430, 240
KEYS = "Ctrl+K"


class SearchBox(Translated, QLineEdit):
    """Tells its typing (`sought`) and the keys that belong to the list below (`pressed` with key and modifiers).

    What an input method is still composing is not sought, and its Enter chooses nothing.
    """

    sought = Signal(str)
    pressed = Signal(int, object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._composing = False
        self._before: QWidget | None = None
        self.setMaxLength(200)
        self._hint = KeyHint(KEYS, self)
        self._clear = IconButton("x", parent=self, size=24)
        self._clear.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._clear.clicked.connect(self.clear)
        self._clear.hide()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.textChanged.connect(self._typed)
        theme().themed.connect(self._measure)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._came)
        self._measure()
        self.retranslate()

    def go_back(self) -> None:
        """Give the focus back to what had it before one came here."""
        before = self._before
        self.clearFocus()
        if before is not None and isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Say what can be found."""
        self.setPlaceholderText(_("Search titles, people, venues in any script"))
        self.setAccessibleName(_("Search titles, people, venues in any script"))
        self._clear.set_name(_("Clear"))

    def sizeHint(self) -> QSize:
        return QSize(theme().px(WIDE), theme().px(30))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(NARROWEST), theme().px(30))

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._composing = bool(event.preeditString())
        super().inputMethodEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        ours = (
            Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown,
            Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape,
        )  # fmt: skip
        if event.key() in ours and not self._composing:
            self.pressed.emit(event.key(), event.modifiers())
            event.accept()
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._hint.setVisible(False)
        if self.text():
            self.sought.emit(self.text())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._hint.setVisible(not self.text())
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.left.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        size = theme().px(15)
        spot = QRectF(theme().px(11), (self.height() - size) // 2, size, size)
        paint_icon(QPainter(self), spot, "search", "text2")

    def _typed(self, text: str) -> None:
        self._clear.setVisible(bool(text))
        self._hint.setVisible(not text and not self.hasFocus())
        self.sought.emit(text)

    def _came(self, before: QWidget | None, now: QWidget | None) -> None:
        if now is self and before is not None:
            self._before = before

    def _measure(self) -> None:
        self.setTextMargins(theme().px(24), 0, theme().px(30), 0)
        self.setMaximumWidth(theme().px(WIDE))
        self._hint.adjustSize()
        self._place()

    def _place(self) -> None:
        side = theme().px(24)
        self._clear.setGeometry(self.width() - side - 4, (self.height() - side) // 2, side, side)
        hint = self._hint.sizeHint()
        self._hint.setGeometry(
            self.width() - hint.width() - 7, (self.height() - hint.height()) // 2, hint.width(), hint.height()
        )
