"""Editors that look like plain words until the pointer or the focus is on them."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QWidget

from app.ui.icons import paint_icon
from app.ui.theme import theme
from app.ui.widgets.draw import fitting, rounded, width_of
from app.ui.widgets.fields import Combo
from app.ui.widgets.strands import paint_strand

TALL = 25
PAD = 6


class Option(NamedTuple):
    """One thing to choose: its key, its words, and perhaps an icon with a tone or a strand's glyph."""

    key: object
    words: str
    icon: str = ""
    tone: str = "text"
    strand: int = -1


class QuietCombo(Combo):
    """A choice that shows as words. `picked` carries the key when the user chose another one."""

    picked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._options: tuple[Option, ...] = ()
        self._kept = -1
        self.setSizeAdjustPolicy(Combo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(4)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.activated.connect(self._activated)

    def set_options(self, options: Sequence[Option], key: object) -> None:
        """What there is to choose, and what is chosen; silent."""
        options = tuple(options)
        if options != self._options:
            self._options = options
            self.clear()
            self.addItems([option.words for option in options])
        place = next((n for n, option in enumerate(options) if option.key == key), -1)
        self._kept = place
        self.setCurrentIndex(place)
        self.setToolTip(options[place].words if place >= 0 else "")
        self.update()

    def _activated(self, place: int) -> None:
        if place != self._kept:
            self._kept = place
            self.picked.emit(self._options[place].key)

    def sizeHint(self) -> QSize:
        return QSize(120, theme().px(TALL))

    def minimumSizeHint(self) -> QSize:
        return QSize(60, theme().px(TALL))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        colours, px = theme(), theme().px
        focus, over = self.hasFocus(), self.underMouse() and self.isEnabled()
        if focus or over:
            edge = QPen(colours.color("focus" if focus else "control"), 2 if focus else 1)
            rounded(painter, QRectF(self.rect()), 6, colours.color("surface"), edge)
            size = px(13)
            paint_icon(
                painter,
                QRectF(self.width() - size - px(7), (self.height() - size) // 2, size, size),
                "chevron-down",
                "text2",
            )
        place = self.currentIndex()
        option = (
            self._options[place]
            if 0 <= place < len(self._options)
            else Option(None, self.placeholderText(), tone="text3")
        )
        left = float(px(PAD))
        if option.icon:
            size = px(14)
            paint_icon(painter, QRectF(left, (self.height() - size) // 2, size, size), option.icon, option.tone)
            left += size + px(6)
        elif option.strand >= 0:
            size = px(9)
            paint_strand(painter, QRectF(left, (self.height() - size) / 2, size, size), option.strand)
            left += size + px(7)
        font = colours.font("body")
        painter.setFont(font)
        painter.setPen(colours.color(option.tone if self.isEnabled() else "disabled"))
        room = QRectF(left, 0, self.width() - left - px(22 if focus or over else 4), self.height())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, fitting(font, option.words, int(room.width())))


class QuietButton(QPushButton):
    """Words that open something: checked while it is open."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:
        return QSize(width_of(theme().font("body"), self.text()) + theme().px(2 * PAD + 18), theme().px(TALL))

    def minimumSizeHint(self) -> QSize:
        return QSize(60, theme().px(TALL))

    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self.update()
        super().leaveEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        colours, px = theme(), theme().px
        if self.underMouse() or self.isChecked() or self.hasFocus():
            edge = QPen(colours.color("focus" if self.hasFocus() else "control"), 2 if self.hasFocus() else 1)
            rounded(painter, QRectF(self.rect()), 6, colours.color("surface"), edge)
            size = px(13)
            paint_icon(
                painter,
                QRectF(self.width() - size - px(7), (self.height() - size) // 2, size, size),
                "chevron-up" if self.isChecked() else "chevron-down",
                "text2",
            )
        font = colours.font("body")
        painter.setFont(font)
        painter.setPen(colours.color("text" if self.isEnabled() else "disabled"))
        room = self.rect().adjusted(px(PAD), 0, -px(22), 0)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, fitting(font, self.text(), room.width()))
