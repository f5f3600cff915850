"""What a page tells about itself: a line under a field, a box between its parts. Never a popup."""

from enum import Enum

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.ui.icons import paint_icon
from app.ui.theme import theme
from app.ui.widgets.buttons import LinkButton
from app.ui.widgets.draw import rounded
from app.ui.widgets.safe import SafeLabel


class Level(Enum):
    """How grave a message is: (icon, tone of words, token of the bar, token of the edge)."""

    ERROR = ("octagon-alert", "red", "redFill", "redLine")
    CONFLICT = ("triangle-alert", "red", "redFill", "redLine")
    WARNING = ("triangle-alert", "amber", "amberFill", "amberLine")
    ENDING = ("hourglass", "amber", "amberFill", "amberLine")
    INFO = ("info", "accent", "accent", "accentLine")
    GOOD = ("circle-check", "green", "greenFill", "greenLine")

    @property
    def icon(self) -> str:
        """The Lucide icon."""
        return self.value[0]

    @property
    def tone(self) -> str:
        """The colour of the words."""
        return self.value[1]


class Glyph(QWidget):
    """An icon that stands in a layout."""

    def __init__(self, icon: str, tone: str = "text2", parent: QWidget | None = None, *, size: int = 14) -> None:
        super().__init__(parent)
        self._icon, self._tone, self._size = icon, tone, size
        theme().themed.connect(self._measure)
        self._measure()

    def set_icon(self, icon: str, tone: str) -> None:
        """Show another icon."""
        self._icon, self._tone = icon, tone
        self.update()

    def _measure(self) -> None:
        side = theme().px(self._size)
        self.setFixedSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        paint_icon(QPainter(self), QRectF(self.rect()), self._icon, self._tone)


class InlineMessage(QWidget):
    """A sentence under a field, with one link that repairs (`followed`). Hidden while there is nothing to say."""

    followed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._glyph = Glyph("info")
        self._words = SafeLabel(role="small", wrap=True)
        self._link = LinkButton(role="small", compact=True)
        self._link.clicked.connect(self.followed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 2, 0, 0)
        row.setSpacing(7)
        row.addWidget(self._glyph, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._words)
        row.addWidget(self._link)
        row.addStretch(1)
        self.hide()

    def tell(self, level: Level, sentence: str, link: str = "") -> None:
        """Say it."""
        self._glyph.set_icon(level.icon, level.tone)
        self._words.setText(sentence)
        self._words.set_tone(level.tone)
        self._link.setText(link)
        self._link.setVisible(bool(link))
        self.show()

    def clear(self) -> None:
        """There is nothing to say any more."""
        self.hide()


class NoticeBox(QWidget):
    """The frame of a message inside a page: an edge, a bar at the left, an icon and the first line in bold."""

    def __init__(self, level: Level = Level.INFO, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._level = level
        self._glyph = Glyph(level.icon, level.tone, size=15)
        self._title = SafeLabel(role="strong", tone=level.tone, wrap=True)
        head = QHBoxLayout()
        head.setSpacing(9)
        head.addWidget(self._glyph, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self._title, 1)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(15, 10, 12, 10)
        self.body.setSpacing(2)
        self.body.addLayout(head)

    def set_level(self, level: Level) -> None:
        """Make it graver or lighter."""
        self._level = level
        self._glyph.set_icon(level.icon, level.tone)
        self._title.set_tone(level.tone)
        self.update()

    def set_title(self, title: str) -> None:
        """The first line."""
        self._title.setText(title)
        self.setAccessibleName(title)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        rect = QRectF(self.rect())
        _icon, _tone, bar, edge = self._level.value
        colours = theme()
        # The bar is a taller shape of the same outline, of which only three pixels show.
        painter.save()
        painter.setClipRect(QRectF(0, 0, 4, rect.height()))
        rounded(painter, rect, 6, colours.color(bar))
        painter.restore()
        painter.save()
        painter.setClipRect(rect.adjusted(3, 0, 0, 0))
        rounded(painter, rect, 6, colours.color("surface"), colours.color(edge))
        painter.restore()


class Notice(NoticeBox):
    """A message inside a page: bold first line, a plain sentence, perhaps a link (`followed`)."""

    followed = Signal()

    def __init__(self, level: Level = Level.INFO, parent: QWidget | None = None) -> None:
        super().__init__(level, parent)
        self._sentence = SafeLabel(wrap=True)
        self._link = LinkButton(compact=True)
        self._link.clicked.connect(self.followed)
        self._link.hide()
        inner = QVBoxLayout()
        inner.setSpacing(0)
        inner.addWidget(self._sentence)
        row = QHBoxLayout()
        row.addWidget(self._link)
        row.addStretch(1)
        inner.addLayout(row)
        self._inset = QHBoxLayout()
        self._inset.addLayout(inner)
        self.body.addLayout(self._inset)
        theme().themed.connect(self._measure)
        self._measure()

    def _measure(self) -> None:
        """The sentence begins below the title, right of the icon."""
        self._inset.setContentsMargins(theme().px(15) + 9, 0, 0, 0)

    def tell(self, title: str, sentence: str, link: str = "") -> None:
        """Say it."""
        self.set_title(title)
        self._sentence.setText(sentence)
        self._sentence.setVisible(bool(sentence))
        self._link.setText(link)
        self._link.setVisible(bool(link))
        self.setAccessibleDescription(sentence)
