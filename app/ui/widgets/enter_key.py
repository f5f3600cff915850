"""Enter presses the button that has the focus, as Space does."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


class EnterButton(QPushButton):
    """A push button for both keys. Qt knows Enter in dialogs only, and there it means the default button."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER and event.modifiers() in _PLAIN and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)
