"""Labels that show text as it is: a title is never read as markup, so it can never open a file."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from app.ui.theme import theme


class SafeLabel(QLabel):
    """The only label of the program: plain text in a role of the type scale and a tone of the theme."""

    def __init__(
        self,
        text: str = "",
        role: str = "body",
        tone: str = "text",
        parent: QWidget | None = None,
        *,
        wrap: bool = False,
    ) -> None:
        super().__init__(parent)
        self._role = role
        self._tone = tone
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        self.setText(text)
        theme().themed.connect(self._look)
        self._look()

    def set_role(self, role: str) -> None:
        """Show the text in another role of the type scale."""
        self._role = role
        self._look()

    def set_tone(self, tone: str) -> None:
        """Show the text in another colour of the theme."""
        self._tone = tone
        self._look()

    def _look(self) -> None:
        self.setFont(theme().font(self._role))
        palette = QPalette(QApplication.palette())
        palette.setColor(QPalette.ColorRole.WindowText, theme().color(self._tone))
        palette.setColor(QPalette.ColorGroup.Disabled, QPalette.ColorRole.WindowText, theme().color("disabled"))
        self.setPalette(palette)


class NoRich(QObject):
    """Application-wide guard: labels Qt makes itself (message boxes, forms, tooltips) stay plain too."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Turn automatic text plain just before a label is first shown."""
        if (
            event.type() is QEvent.Type.Polish
            and isinstance(watched, QLabel)
            and watched.textFormat() is Qt.TextFormat.AutoText
        ):
            watched.setTextFormat(Qt.TextFormat.PlainText)
        return False
