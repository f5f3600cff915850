"""What makes a widget say its words again when the language changes."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget as Base
else:
    Base = object


class Translated(Base):
    """Mix in before the Qt class; set every visible word in `retranslate`.

    Call `self.retranslate()` at the end of `__init__`; afterwards it comes by itself.
    """

    def retranslate(self) -> None:
        """Set every word this widget owns."""

    def changeEvent(self, event: QEvent) -> None:
        """Say the words again when the language has changed."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
