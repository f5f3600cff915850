"""A plain table of records: one is chosen, Enter and double click correct it, Space switches it on and off."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from app.ui.icons import icon
from app.ui.theme import theme
from app.ui.widgets.choice import BOX, paint_check
from app.ui.widgets.column_head import ColumnHead
from app.ui.widgets.row_table import read_by_rows

_Index = QModelIndex | QPersistentModelIndex
_SHOWN, _ICON, _FONT, _TONE = (
    int(role)
    for role in (
        Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.DecorationRole, Qt.ItemDataRole.FontRole,
        Qt.ItemDataRole.ForegroundRole,
    )
)  # fmt: skip
_TIP, _SPOKEN = int(Qt.ItemDataRole.ToolTipRole), int(Qt.ItemDataRole.AccessibleTextRole)
TALL, LEAST, MOST = 32, 3, 12
ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class Cell(NamedTuple):
    """A word in a row; `spoken` is said instead where the cell shows less than that."""

    text: str = ""
    icon: str = ""
    tone: str = "text"
    spoken: str = ""


class Row(NamedTuple):
    """A record: its number, its cells, and whether it is switched on (None: it has no switch)."""

    key: int
    cells: tuple[Cell, ...]
    on: bool | None = None


class RecordModel(QAbstractTableModel):
    """The rows; the switch, if there is one, stands in the first column."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: list[Row] = []
        self.heads: tuple[str, ...] = ()

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show these."""
        self.beginResetModel()
        self.rows = list(rows)
        self.endResetModel()

    def show_heads(self, heads: tuple[str, ...]) -> None:
        """Name the columns; how many there are is as many as there are names."""
        if len(heads) != len(self.heads):
            self.beginResetModel()
            self.heads = heads
            self.endResetModel()
        else:
            self.heads = heads
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(heads) - 1)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - as above
        return 0 if parent.isValid() else len(self.heads)

    def data(self, index: _Index, role: int = _SHOWN) -> Any:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        cell = row.cells[index.column()]
        if role == _SHOWN:
            return cell.text
        if role in (_TIP, _SPOKEN):
            return cell.spoken or cell.text
        if role == _ICON and cell.icon:
            return icon(cell.icon, cell.tone)
        if role == _FONT:
            return theme().font("body", tabular=True)
        if role == _TONE:
            return theme().color("text3" if row.on is False else cell.tone)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _SHOWN) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == _SHOWN and section < len(self.heads):
            return self.heads[section]
        return None


class SwitchDelegate(QStyledItemDelegate):
    """The check box of a row that can be switched."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        super().paint(painter, option, index)
        model = index.model()
        assert isinstance(model, RecordModel)
        on = model.rows[index.row()].on
        if on is not None:
            side, rect = theme().px(BOX), option.rect
            spot = QRectF(rect.left() + theme().px(10), rect.center().y() - side // 2, side, side)
            paint_check(painter, spot, Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)


class RecordTable(QTableView):
    """`opened` for what shall be corrected, `switched` for what is put on or off, `picked` when another is chosen."""

    opened = Signal(int)
    switched = Signal(int)
    picked = Signal()

    def __init__(
        self, stretched: Sequence[int] = (), parent: QWidget | None = None, *, wide: int = 640, most: int = MOST
    ) -> None:
        super().__init__(parent)
        self._stretched, self._wide, self._most = frozenset(stretched), wide, most
        self.rows = RecordModel(self)
        self.setModel(self.rows)
        self.setHorizontalHeader(ColumnHead(self))
        read_by_rows(self)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setIconSize(QSize(14, 14))
        self._switch = SwitchDelegate(self)
        self.selectionModel().currentRowChanged.connect(lambda *_rows: self.picked.emit())
        self.doubleClicked.connect(lambda _index: self._open())
        self.clicked.connect(self._clicked)
        theme().themed.connect(self.measure)

    def show_rows(self, rows: Sequence[Row], chosen: int = 0) -> None:
        """Show these; `chosen`, or whatever was chosen before, stays so, else the row in its place."""
        before, place = chosen or self.key, max(self.currentIndex().row(), 0)
        self.rows.show_rows(rows)
        if any(row.on is not None for row in rows):
            self.setItemDelegateForColumn(0, self._switch)
        self.measure()
        if rows:
            keys = [row.key for row in rows]
            self.selectRow(keys.index(before) if before in keys else min(place, len(rows) - 1))
        self.picked.emit()

    def set_heads(self, *heads: str) -> None:
        """Say what stands in the columns."""
        self.rows.show_heads(heads)
        self.measure()

    @property
    def key(self) -> int:
        """The number of the chosen record; 0 for none."""
        row = self.currentIndex().row()
        return self.rows.rows[row].key if 0 <= row < len(self.rows.rows) else 0

    @property
    def keys(self) -> list[int]:
        """The numbers of all chosen records; several only where the selection mode lets them be."""
        return [self.rows.rows[index.row()].key for index in sorted(self.selectionModel().selectedRows())]

    def choose(self, key: int) -> bool:
        """Choose a record; whether it is there."""
        for place, row in enumerate(self.rows.rows):
            if row.key == key:
                self.selectRow(place)
                self.scrollTo(self.rows.index(place, 0))
                return True
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER and self.key:
            self._open()
        elif event.key() == Qt.Key.Key_Space and self.key:
            self.switched.emit(self.key)
        else:
            super().keyPressEvent(event)

    def _open(self) -> None:
        if self.key:
            self.opened.emit(self.key)

    def _clicked(self, index: QModelIndex) -> None:
        row = self.rows.rows[index.row()]
        if index.column() == 0 and row.on is not None:
            self.switched.emit(row.key)

    def sizeHint(self) -> QSize:
        shown = min(max(len(self.rows.rows), LEAST), self._most)
        return QSize(theme().px(self._wide), theme().px(TALL) * shown + theme().px(34))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(280), theme().px(TALL) * min(self._most, 4) + theme().px(34))

    def measure(self) -> None:
        """Columns as wide as their content; the stretched ones share what is left."""
        self.verticalHeader().setDefaultSectionSize(theme().px(TALL))
        for column in range(self.rows.columnCount()):
            wide = column in self._stretched
            mode = QHeaderView.ResizeMode.Stretch if wide else QHeaderView.ResizeMode.ResizeToContents
            self.horizontalHeader().setSectionResizeMode(column, mode)
        self.updateGeometry()
