"""A long list of lines of two rows of words each, with a note at the right: findings, pairs, steps of the history."""

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from app.ui.icons import paint_icon
from app.ui.theme import theme
from app.ui.widgets.draw import fitting, row_focus, row_ground, width_of

Index = QModelIndex | QPersistentModelIndex

TALL = 50


class Line(NamedTuple):
    """What a line says. `note` stands at the right, `icon` before all, in a tone of the theme."""

    first: str
    second: str = ""
    note: str = ""
    icon: str = ""
    tone: str = "text2"
    faint: bool = False


Worded = Callable[[Any], Line]


class TwoLineModel(QAbstractListModel):
    """Holds plain values; `worded` says one of them when it is painted."""

    def __init__(self, worded: Worded, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worded = worded
        self.values: list[Any] = []

    def show(self, values: Sequence[Any]) -> None:
        """Show these values."""
        self.beginResetModel()
        self.values = list(values)
        self.endResetModel()

    def add(self, values: Sequence[Any]) -> None:
        """Show these values below the others."""
        if values:
            self.beginInsertRows(QModelIndex(), len(self.values), len(self.values) + len(values) - 1)
            self.values += values
            self.endInsertRows()

    def line(self, row: int) -> Line:
        """What a row says."""
        return self._worded(self.values[row])

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self.values)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        if not index.isValid() or role not in (_DISPLAY, _TOOL_TIP, _SPOKEN):
            return None
        line = self.line(index.row())
        if role == _DISPLAY:
            return line.first
        return ", ".join(part for part in (line.first, line.second, line.note) if part)


_DISPLAY, _TOOL_TIP, _SPOKEN = (
    int(role) for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)
)


class _Delegate(QStyledItemDelegate):
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        assert isinstance(model, TwoLineModel)
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        row_ground(painter, rect, state)
        _paint(painter, rect, model.line(index.row()))
        if state & QStyle.StateFlag.State_HasFocus:
            row_focus(painter, rect)
        painter.restore()


def _paint(painter: QPainter, rect: QRect, line: Line) -> None:
    px = theme().px
    left, right = rect.left() + px(16), rect.right() - px(16)
    if line.icon:
        side = px(16)
        spot = QRectF(left, rect.top() + (rect.height() - side) / 2, side, side)
        paint_icon(painter, spot, line.icon, line.tone)
        left += px(26)
    note = theme().font("body")
    if line.note:
        wide = min(width_of(note, line.note), (right - left) // 2)
        painter.setFont(note)
        painter.setPen(theme().color("text2"))
        room = QRect(right - wide, rect.top(), wide + 2, rect.height())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, fitting(note, line.note, wide + 2))
        right -= wide + px(16)
    tall = px(19)
    both = 2 if line.second else 1
    top = rect.top() + (rect.height() - both * tall) // 2
    _words(painter, QRect(left, top, right - left, tall), line.first, ("row_title", "text3" if line.faint else "text"))
    if line.second:
        _words(painter, QRect(left, top + tall, right - left, tall), line.second, ("body", "text2"))


def _words(painter: QPainter, room: QRect, text: str, look: tuple[str, str]) -> None:
    font = theme().font(look[0])
    painter.setFont(font)
    painter.setPen(theme().color(look[1]))
    painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, fitting(font, text, room.width()))


class TwoLines(QTableView):
    """The list. `opened` carries the row of Enter or a double click, `picked` the current one, `asked` a menu's place.

    A table of one column: unlike a list it need not measure 100,000 lines to paint twelve.
    """

    opened = Signal(int)
    picked = Signal(int)
    asked = Signal(QPoint)

    def __init__(self, worded: Worded, parent: QWidget | None = None, *, several: bool = False) -> None:
        super().__init__(parent)
        self.lines = TwoLineModel(worded, self)
        self.setModel(self.lines)
        self.setItemDelegate(_Delegate(self))
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        mode = QAbstractItemView.SelectionMode
        self.setSelectionMode(mode.ExtendedSelection if several else mode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(lambda point: self.asked.emit(self.viewport().mapToGlobal(point)))
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        theme().themed.connect(self._measure)
        self._measure()

    def show_values(self, values: Sequence[Any]) -> None:
        """Show these values; the row that was current stays so, as far as there is one."""
        row = self.row()
        self.lines.show(values)
        if values:
            self.choose(min(max(row, 0), len(values) - 1))
        self.picked.emit(self.row())

    def choose(self, row: int) -> None:
        """Select a row alone, whatever keys are held."""
        way = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.selectionModel().setCurrentIndex(self.lines.index(row), way)

    def row(self) -> int:
        """The current row, -1 without one."""
        return self.currentIndex().row()

    def value(self) -> Any:
        """The value of the current row, None without one."""
        return self.lines.values[self.row()] if 0 <= self.row() < len(self.lines.values) else None

    def chosen(self) -> list[Any]:
        """The values of the selected rows, in order."""
        rows = sorted(index.row() for index in self.selectionModel().selectedIndexes())
        return [self.lines.values[row] for row in rows]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() and self.row() >= 0:
            self.opened.emit(self.row())
            event.accept()
            return
        super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self.indexAt(event.position().toPoint()).isValid():
            self.opened.emit(self.row())

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Home and End go to the first and last line: there is but one column."""
        last = len(self.lines.values) - 1
        if action is QAbstractItemView.CursorAction.MoveHome and last >= 0:
            return self.lines.index(0)
        if action is QAbstractItemView.CursorAction.MoveEnd and last >= 0:
            return self.lines.index(last)
        return super().moveCursor(action, modifiers)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.picked.emit(current.row())

    def _measure(self) -> None:
        self.verticalHeader().setDefaultSectionSize(theme().px(TALL))
        self.viewport().update()
