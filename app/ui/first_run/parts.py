"""The parts of the first page: large buttons for the languages, and rows that each offer one way to begin."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.ui.theme import theme
from app.ui.widgets.buttons import Button, Kind, PaintedButton
from app.ui.widgets.draw import rounded, width_of
from app.ui.widgets.message import Glyph
from app.ui.widgets.safe import SafeLabel


class LanguageButton(PaintedButton):
    """A language by its own name; checked while it is spoken."""

    def __init__(self, code: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.code = code
        self.setCheckable(True)
        self.setText(name)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        px = theme().px
        return QSize(width_of(theme().font("row_title"), self.text()) + 2 * px(16), px(48))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        colours, on = theme(), self.isChecked()
        hover = self.underMouse() or self.isDown()
        fill = colours.color("accentTint" if on else "hover" if hover else "surface")
        edge = QPen(colours.color("accent" if on else "control"), 2 if on else 1)
        rounded(painter, QRectF(self.rect()), 8, fill, edge)
        painter.setFont(colours.font("row_title", weight=600 if on else 500))
        painter.setPen(colours.color("accent" if on else "text"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())


class Way(QWidget):
    """One way to begin: an icon, what it is, what it brings, and the button that does it."""

    def __init__(self, icon: str, *, first: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.first = first
        self._title = SafeLabel(role="row_title")
        self._sentence = SafeLabel(tone="text2", wrap=True)
        self.button = Button(kind=Kind.PRIMARY if first else Kind.DEFAULT)
        words = QVBoxLayout()
        words.setSpacing(3)
        words.addWidget(self._title)
        words.addWidget(self._sentence)
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 16, 18, 16)
        row.setSpacing(18)
        row.addWidget(Glyph(icon, "accent", size=20))
        row.addLayout(words, 1)
        row.addWidget(self.button)

    def tell(self, title: str, sentence: str, act: str) -> None:
        """The words of all parts."""
        self._title.setText(title)
        self._sentence.setText(sentence)
        self.button.setText(act)
        self.button.setAccessibleDescription(title)


class Ways(QWidget):
    """The frame around the ways to begin; the first stands on a ground of its own."""

    def __init__(self, ways: list[Way], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ways = ways
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(1)
        for way in ways:
            column.addWidget(way)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        colours = theme()
        frame = QRectF(self.rect())
        rounded(painter, frame, 8, colours.color("surface"))
        for way in self._ways:
            if way.first:
                painter.save()
                painter.setClipRect(way.geometry().adjusted(-1, -1, 1, 1))
                rounded(painter, frame, 8, colours.color("panel"))
                painter.restore()
        for way in self._ways[1:]:
            painter.fillRect(1, way.y() - 1, self.width() - 2, 1, colours.color("line"))
        rounded(painter, frame, 8, None, colours.color("line2"))
