"""The slate as a table: the same titles, the same selection, everything by keys, some cells changed in place."""

from collections.abc import Collection, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QItemSelection,
    QItemSelectionModel,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from app.domain.kinds import SlateState
from app.i18n.active import _
from app.operations.slates import MOST_SHOWINGS
from app.store.slate_rows import COLUMNS, EntryRow
from app.ui.icons import paint_icon
from app.ui.slates.desk import Desk, column_name
from app.ui.slates.edits import Edits
from app.ui.slates.table_heads import Heads
from app.ui.slates.table_model import DESK, ENTRY, RIGHT, Cell, Index, TableModel
from app.ui.theme import theme
from app.ui.translated import Translated
from app.ui.widgets.column_head import ColumnHead
from app.ui.widgets.draw import fitting, row_focus, row_ground
from app.ui.widgets.fields import Combo, Field
from app.ui.widgets.spinners import NumberField
from app.ui.widgets.status import RIGHTS_LOOK
from app.ui.widgets.strands import paint_strand

ROW = 36
TITLE = 150
"""What the title has at least."""

WIDTHS = {
    Cell.STATE: 118, Cell.RANK: 52, Cell.STRAND: 150, Cell.COUNTRY: 120, Cell.YEAR: 60, Cell.MINUTES: 72,
    Cell.RIGHTS: 140, Cell.POINTS: 66, Cell.SHOWS: 80, Cell.NOTE: 180,
}  # fmt: skip
EDIT_KEYS = QAbstractItemView.EditTrigger.EditKeyPressed | QAbstractItemView.EditTrigger.DoubleClicked


class LinePainter(QStyledItemDelegate):
    """Paints the cells and makes their editors."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(60, theme().px(ROW))

    def paint(self, painter: QPainter, option: Any, index: Index) -> None:
        entry: EntryRow = index.data(ENTRY)
        desk: Desk = index.data(DESK)
        rect: QRect = option.rect
        px = theme().px
        painter.save()
        painter.setClipRect(rect)
        row_ground(painter, rect.adjusted(-3 if index.column() else 0, 0, 0, 0), option.state)
        room = rect.adjusted(px(8), 0, -px(8), 0)
        cell = Cell(index.column())
        role, tone = ("strong", "text") if cell is Cell.TITLE else ("body", "text2")
        if cell in RIGHT:
            role = "figure"
        if cell is Cell.STRAND and (number := desk.strand_number(entry.strand)) >= 0:
            size = px(9)
            paint_strand(painter, QRectF(room.left(), room.center().y() - size / 2 + 1, size, size), number)
            room.setLeft(room.left() + px(16))
        if cell is Cell.RIGHTS:
            look = RIGHTS_LOOK[entry.standing.status]
            size, tone = px(14), look.tone
            paint_icon(painter, QRectF(room.left(), room.center().y() - size / 2 + 1, size, size), look.icon, look.tone)
            room.setLeft(room.left() + px(20))
        font = theme().font(role)
        painter.setFont(font)
        painter.setPen(theme().color(tone))
        side = Qt.AlignmentFlag.AlignRight if cell in RIGHT else Qt.AlignmentFlag.AlignLeft
        words = fitting(font, str(index.data() or ""), room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | side, words)
        if option.state & QStyle.StateFlag.State_HasFocus:
            row_focus(painter, rect)
        painter.restore()

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget | None:  # type: ignore[override]
        entry: EntryRow = index.data(ENTRY)
        desk: Desk = index.data(DESK)
        match Cell(index.column()):
            case Cell.STATE:
                return _combo(parent, [(state, column_name(state)) for state in COLUMNS], entry.state)
            case Cell.STRAND:
                named: list[tuple[Any, str]] = [(strand, desk.strand_name(strand)) for strand in desk.strands]
                return _combo(parent, [(None, _("Without a strand")), *named], entry.strand)
            case Cell.SHOWS:
                number = NumberField(parent, low=1, high=MOST_SHOWINGS)
                number.setValue(entry.showings)
                number.selectAll()
                return number
            case Cell.NOTE:
                field = Field(parent)
                field.setText(entry.note)
                field.selectAll()
                return field
        return None

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """The editor was made with the value in it."""

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, Combo):
            value = editor.currentData()
            model.setData(index, SlateState(value) if index.column() == Cell.STATE else value)
        elif isinstance(editor, NumberField):
            editor.interpretText()
            model.setData(index, editor.value())
        elif isinstance(editor, Field):
            model.setData(index, editor.text().strip())


def _combo(parent: QWidget, choices: Sequence[tuple[Any, str]], value: Any) -> Combo:
    combo = Combo(parent)
    for one, word in choices:
        combo.addItem(word, one)
    combo.setCurrentIndex(next((at for at, (one, _word) in enumerate(choices) if one == value), 0))
    return combo


class Table(Translated, QTableView):
    """`chose` tells that other entries are selected; `keyed` carries a key, `asked` a point for the menu."""

    chose = Signal()
    keyed = Signal(object)
    asked = Signal(QPoint)
    opened = Signal()

    def __init__(self, edits: Edits, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines = TableModel(edits)
        self.setModel(self.lines)
        self.setItemDelegate(LinePainter(self))
        self.setHorizontalHeader(ColumnHead(self))
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(theme().px(ROW))
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QTableView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(EDIT_KEYS)
        self.setShowGrid(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setSortingEnabled(True)
        self.horizontalHeader().setSortIndicator(Cell.STATE, Qt.SortOrder.AscendingOrder)
        self.horizontalHeader().setSortIndicatorShown(True)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.selectionModel().selectionChanged.connect(lambda _on, _off: self.chose.emit())
        self.doubleClicked.connect(self._open)
        self.heads = Heads(self, edits.shell.preferences)
        theme().themed.connect(self._measure)
        self._measure()
        self.retranslate()

    def retranslate(self) -> None:
        """The heads of the columns speak another language."""
        self.setAccessibleName(_("Titles of the slate"))
        self.lines.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(Cell) - 1)

    def show_desk(self, desk: Desk, kept: Collection[int]) -> None:
        """Show these entries of a slate; the line the keys are at stays."""
        here = self.current
        column = max(0, self.currentIndex().column())
        self.lines.show(desk, kept)
        row = self.lines.row_of(here) if here is not None else -1
        if row >= 0:
            self.selectionModel().setCurrentIndex(
                self.lines.index(row, column), QItemSelectionModel.SelectionFlag.NoUpdate
            )

    @property
    def current(self) -> int | None:
        """The entry the keys are at."""
        row = self.currentIndex().row()
        return self.lines.entries[row].id if 0 <= row < len(self.lines.entries) else None

    @property
    def chosen(self) -> list[int]:
        """The selected entries, from above."""
        rows = sorted({index.row() for index in self.selectionModel().selectedIndexes()})
        return [self.lines.entries[row].id for row in rows]

    def choose(self, entries: Sequence[int]) -> None:
        """Select these without a word."""
        marks = self.selectionModel()
        marks.blockSignals(True)  # noqa: FBT003 - Qt's own
        wanted = QItemSelection()
        rows = [row for row in map(self.lines.row_of, entries) if row >= 0]
        for row in rows:
            wanted.select(self.lines.index(row, 0), self.lines.index(row, len(Cell) - 1))
        marks.select(wanted, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        if rows and self.current not in entries:
            marks.setCurrentIndex(self.lines.index(rows[-1], 0), QItemSelectionModel.SelectionFlag.NoUpdate)
        marks.blockSignals(False)  # noqa: FBT003 - Qt's own
        self.viewport().update()

    def commitData(self, editor: QWidget) -> None:
        """What is entered holds for all chosen titles when the cell is one of theirs."""
        self.lines.together = self.chosen
        super().commitData(editor)
        self.lines.together = []

    def edit_here(self) -> None:
        """Edit the cell the keys are at, or the column the title is in."""
        index = self.currentIndex()
        if index.isValid() and not index.flags() & Qt.ItemFlag.ItemIsEditable:
            index = self.lines.index(index.row(), Cell.STATE)
            self.setCurrentIndex(index)
        if index.isValid():
            self.edit(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.state() is QAbstractItemView.State.EditingState:
            super().keyPressEvent(event)
            return
        event.ignore()
        self.keyed.emit(event)
        if not event.isAccepted():
            event.accept()
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_keys = event.reason() is QContextMenuEvent.Reason.Keyboard
        rect = self.visualRect(self.currentIndex())
        self.asked.emit(self.viewport().mapToGlobal(rect.center()) if by_keys else event.globalPos())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.share_width()

    def share_width(self) -> None:
        """The title takes what the other columns leave."""
        taken = sum(self.columnWidth(cell) for cell in WIDTHS)  # a hidden one has none
        self.setColumnWidth(Cell.TITLE, max(theme().px(TITLE), self.viewport().width() - taken))

    def _measure(self) -> None:
        self.verticalHeader().setDefaultSectionSize(theme().px(ROW))
        for cell, wide in WIDTHS.items():
            hidden = self.isColumnHidden(cell)
            self.setColumnWidth(cell, theme().px(wide))
            self.setColumnHidden(cell, hidden)
        self.share_width()

    def _open(self, index: Index) -> None:
        """A double click on what cannot be edited here shows the details."""
        if not index.flags() & Qt.ItemFlag.ItemIsEditable:
            self.opened.emit()
