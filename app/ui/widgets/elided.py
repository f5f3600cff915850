"""A line of text that gives way: shortened with dots, whole in its tooltip."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.theme import theme
from app.ui.widgets.draw import fitting, width_of


class ElidedLabel(QWidget):
    """One line in a role of the type scale; the tooltip holds the whole text while it is shortened."""

    def __init__(self, text: str = "", role: str = "body", tone: str = "text", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = text
        self._role = role
        self._tone = tone
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(text)
        theme().themed.connect(self.updateGeometry)

    def text(self) -> str:
        """The whole text."""
        return self._text

    def setText(self, text: str) -> None:
        """Show another text."""
        self._text = text
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def set_tone(self, tone: str) -> None:
        """Show the text in another colour of the theme."""
        self._tone = tone
        self.update()

    def sizeHint(self) -> QSize:
        font = theme().font(self._role)
        return QSize(width_of(font, self._text) + 1, round(theme().px(1.45 * font.pixelSize() / theme().factor)))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(36), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        font = theme().font(self._role)
        shown = fitting(font, self._text, self.width())
        wanted = self._text if shown != self._text else ""
        if self.toolTip() != wanted:
            self.setToolTip(wanted)
        painter.setFont(font)
        painter.setPen(theme().color(self._tone if self.isEnabled() else "disabled"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter, shown)
