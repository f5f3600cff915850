"""The rows of the planner's panels: several lines of words each, to tick or to choose between."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QHBoxLayout,
    QRadioButton,
    QSizePolicy,
    QStyle,
    QVBoxLayout,
    QWidget,
)

from app.ui.theme import theme
from app.ui.widgets.choice import BOX, GAP, paint_check
from app.ui.widgets.draw import row_focus, row_ground
from app.ui.widgets.enter_key import ENTER
from app.ui.widgets.message import Glyph
from app.ui.widgets.safe import SafeLabel


class Words(NamedTuple):
    """One line of a row; the icon stands before it."""

    text: str
    role: str = "small"
    tone: str = "text2"
    icon: str = ""


class _Said(SafeLabel):
    """Words that are read also where the row cannot be ticked: they say why."""

    def ink(self) -> str:
        return self.tone


def fill(row: QAbstractButton, words: Sequence[Words], left: int) -> None:
    """Lay the lines of a row out, and say them all to those who listen."""
    row.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)  # as high as its words for its width
    column = QVBoxLayout(row)
    column.setContentsMargins(left, 7, 12, 8)
    column.setSpacing(2)
    for line in words:
        label = _Said(line.text, line.role, line.tone, wrap=True)
        if not line.icon:
            column.addWidget(label)
            continue
        beside = QHBoxLayout()
        beside.setSpacing(7)
        beside.addWidget(Glyph(line.icon, line.tone, size=13), 0, Qt.AlignmentFlag.AlignTop)
        beside.addWidget(label, 1)
        column.addLayout(beside)
    row.setAccessibleName(". ".join(line.text for line in words))


def _ground(row: QAbstractButton, painter: QPainter, *, chosen: bool) -> None:
    state = QStyle.StateFlag.State_Active
    if chosen:
        state |= QStyle.StateFlag.State_Selected
    if row.underMouse() and row.isEnabled():
        state |= QStyle.StateFlag.State_MouseOver
    row_ground(painter, row.rect(), state)
    if row.hasFocus() and row.property("keys"):
        row_focus(painter, row.rect())


def _keys(row: QWidget, event: QFocusEvent) -> None:
    """Note whether the focus came by keys: only then it is outlined."""
    row.setProperty("keys", event.reason() is not Qt.FocusReason.MouseFocusReason)
    row.update()


class TickRow(QCheckBox):
    """A row with a box. `looked` when it has the focus or the pointer; arrows go to the rows around it."""

    looked = Signal(int)

    def __init__(self, number: int, words: Sequence[Words], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.number = number
        fill(self, words, theme().px(16 + BOX + GAP))

    def sizeHint(self) -> QSize:
        layout = self.layout()
        assert layout is not None
        return layout.sizeHint()

    def minimumSizeHint(self) -> QSize:
        layout = self.layout()
        assert layout is not None
        return layout.minimumSize()

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Down)
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        _keys(self, event)
        self.looked.emit(self.number)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        _ground(self, painter, chosen=False)
        side = theme().px(BOX)
        paint_check(
            painter, QRectF(theme().px(16), theme().px(9), side, side), self.checkState(), enabled=self.isEnabled()
        )


class ChoiceRow(QRadioButton):
    """One of several rows: arrows go through them, Enter or a double click takes the one that is chosen."""

    taken = Signal()
    stepped = Signal(int)

    def __init__(self, words: Sequence[Words], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        fill(self, words, theme().px(16))

    def sizeHint(self) -> QSize:
        layout = self.layout()
        assert layout is not None
        return layout.sizeHint()

    def minimumSizeHint(self) -> QSize:
        layout = self.layout()
        assert layout is not None
        return layout.minimumSize()

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER:
            self.setChecked(True)
            self.taken.emit()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.stepped.emit(1 if event.key() == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        super().mouseDoubleClickEvent(event)
        self.taken.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        _keys(self, event)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        _ground(self, QPainter(self), chosen=self.isChecked())
