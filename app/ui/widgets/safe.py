"""Labels that show text as it is: a title is never read as markup, so it can never open a file."""

import re

from PySide6.QtCore import QEvent, QObject, QPointF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPalette, QShowEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from app.ui.theme import theme

PITCH = 1.42
"""Distance of the lines of a paragraph, in heights of its letters: easier to read than the font's own 1.21."""

AFTER_FIGURE = re.compile(r"(?<=\d)-(?=\w)")
"""Hyphens no line ends with: 1-зал and 19:30-да stay in one piece."""

COLUMN = 360
"""How wide a paragraph would like to be, at most."""


class SafeLabel(QLabel):
    """The only label of the program: plain text in a role of the type scale and a tone of the theme.

    With `wrap` it is a paragraph: it breaks its lines, sets them a little apart and knows its
    height for any width.
    """

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

    @property
    def tone(self) -> str:
        """The colour of the theme that was asked for."""
        return self._tone

    def ink(self) -> str:
        """The colour of a paragraph as it is now."""
        return self._tone if self.isEnabled() else "disabled"

    def sizeHint(self) -> QSize:
        if not self.wordWrap():
            return super().sizeHint()
        margins = self.contentsMargins()
        sides = margins.left() + margins.right()
        natural = max(
            (QFontMetricsF(self.font()).horizontalAdvance(line) for line in self.text().split("\n")), default=0
        )
        width = min(round(natural) + 2, theme().px(COLUMN)) + sides
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        if not self.wordWrap():
            return super().minimumSizeHint()
        words = (QFontMetricsF(self.font()).horizontalAdvance(word) for word in self.text().split())
        return QSize(min(round(max(words, default=0)) + 2, theme().px(120)), round(self._pitch()) if self.text() else 0)

    def heightForWidth(self, width: int) -> int:
        if not self.wordWrap():
            return super().heightForWidth(width)
        margins = self.contentsMargins()
        if not self.text():
            return 0
        room = width - margins.left() - margins.right()
        return round(self._broken(room).lineCount() * self._pitch()) + margins.top() + margins.bottom()

    def showEvent(self, event: QShowEvent) -> None:
        # Qt's style sheet puts back the first font a widget was given when it is first shown.
        self._look()
        super().showEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.wordWrap():
            super().paintEvent(event)
            return
        room = self.contentsRect()
        layout = self._broken(room.width())
        painter = QPainter(self)
        painter.setPen(theme().color(self.ink()))
        tall = layout.lineCount() * self._pitch()
        centred = bool(self.alignment() & Qt.AlignmentFlag.AlignVCenter)
        y = room.top() + (max(0.0, (room.height() - tall) / 2) if centred else 0.0)
        for number in range(layout.lineCount()):
            line = layout.lineAt(number)
            spare = room.width() - line.naturalTextWidth()
            shift = spare / 2 if self.alignment() & Qt.AlignmentFlag.AlignHCenter else 0.0
            shift = spare if self.alignment() & Qt.AlignmentFlag.AlignRight else shift
            line.draw(painter, QPointF(room.left() + shift, y + (self._pitch() - line.height()) / 2))
            y += self._pitch()

    def _pitch(self) -> float:
        return max(self.font().pixelSize() * PITCH, QFontMetricsF(self.font()).height())

    def _broken(self, width: int) -> QTextLayout:
        """The text in lines no wider than `width`."""
        text = AFTER_FIGURE.sub("-\N{WORD JOINER}", self.text())
        layout = QTextLayout(text.replace("\n", "\N{LINE SEPARATOR}"), self.font())
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(width, 1))
            line.setPosition(QPointF(0, 0))
        layout.endLayout()
        return layout

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
