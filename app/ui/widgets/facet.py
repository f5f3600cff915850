"""Rows and toggles of a filter: a check box, words, and how many there would be."""

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from app.ui.theme import theme
from app.ui.widgets.buttons import RADIUS
from app.ui.widgets.choice import BOX, GAP, paint_check
from app.ui.widgets.draw import fitting, rounded, width_of
from app.ui.widgets.enter_key import EnterButton


class FacetRow(QCheckBox):
    """One value of a facet. A row without hits dims, but stays and can be unchecked."""

    def __init__(self, text: str = "", count: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._count = count
        self._shown = str(count)
        self._short = ""
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme().themed.connect(self.updateGeometry)

    def set_words(self, text: str, count: int, shown: str = "", short: str = "") -> None:
        """The value, how many records bear it and how that is written; what the value is called in little room."""
        self._count = count
        self._shown = shown or str(count)
        self._short = short
        self.setText(text)
        self.setAccessibleName(f"{text}, {self._shown}")
        self.update()

    def sizeHint(self) -> QSize:
        words = width_of(theme().font("body"), self.text()) + width_of(theme().font("small_figure"), self._shown)
        return QSize(theme().px(BOX + GAP + 12) + words, theme().px(25))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(90), theme().px(25))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        colours, px = theme(), theme().px
        side = px(BOX)
        paint_check(painter, QRectF(0, (self.height() - side) // 2, side, side), self.checkState())
        dim = self._count == 0 and not self.isChecked()
        counted = width_of(colours.font("small_figure"), self._shown)
        left = side + px(GAP)
        room = QRect(left, 0, self.width() - left - counted - px(8), self.height())
        font = colours.font("body")
        long = width_of(font, self.text()) > room.width()
        shown = fitting(font, self._short if long and self._short else self.text(), room.width())
        self.setToolTip(self.text() if shown != self.text() else "")
        painter.setFont(font)
        painter.setPen(colours.color("disabled" if dim else "text"))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, shown)
        painter.setFont(colours.font("small_figure"))
        painter.setPen(colours.color("disabled" if dim else "text3"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, self._shown)

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)


class FacetToggle(EnterButton):
    """A small button that stays down: an age rating, a language in which names are missing."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._count = ""
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setText(text)
        theme().themed.connect(self.updateGeometry)

    def set_words(self, text: str, count: str = "", name: str = "") -> None:
        """The word, a quieter number after it, and the name in full for screen readers."""
        self._count = count
        self.setText(text)
        self.setAccessibleName(name or text)
        self.setToolTip(name)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._words_width() + theme().px(8), theme().px(25))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        colours = theme()
        checked = self.isChecked()
        ground = "accentTint" if checked else "sunken" if self.isDown() else "hover" if self.underMouse() else "surface"
        edge = colours.color("accent" if checked else "line2")
        rounded(painter, QRectF(self.rect()), RADIUS, colours.color(ground), edge)
        font = colours.font("small", weight=600 if checked else None)
        word = width_of(font, self.text())
        left = (self.width() - self._words_width()) // 2
        painter.setFont(font)
        painter.setPen(colours.color("accent" if checked else "text2"))
        painter.drawText(QRect(left, 0, word + 2, self.height()), Qt.AlignmentFlag.AlignVCenter, self.text())
        if self._count:
            painter.setFont(colours.font("small_figure"))
            painter.setPen(colours.color("text2" if checked else "text3"))
            rest = QRect(left + word + colours.px(4), 0, self.width(), self.height())
            painter.drawText(rest, Qt.AlignmentFlag.AlignVCenter, self._count)

    def _words_width(self) -> int:
        word = width_of(theme().font("small", weight=600 if self.isChecked() else None), self.text())
        return word + (theme().px(4) + width_of(theme().font("small_figure"), self._count) if self._count else 0)
