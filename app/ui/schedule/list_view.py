"""The schedule as a list: the same events, the same selection, everything by keys, every fact changed in its cell."""

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QHeaderView, QTableView, QWidget

from app.i18n import formats
from app.i18n.active import _, language
from app.ui.schedule.list_cells import ROW, LinePainter
from app.ui.schedule.list_model import EDITABLE, Column, ListModel
from app.ui.schedule.plan import Plan
from app.ui.theme import theme
from app.ui.translated import Translated
from app.ui.widgets.column_head import ColumnHead
from app.ui.widgets.draw import width_of

WIDTHS = {
    Column.DAY: 96, Column.START: 62, Column.END: 56, Column.ZONE: 72, Column.HALL: 92, Column.MINUTES: 56,
    Column.LANGUAGES: 98, Column.STRAND: 118, Column.STATUS: 118,
}  # fmt: skip
LEAST = {Column.TITLE: 160, Column.CONFLICTS: 130, Column.NOTE: 110}
"""The columns that share what is left; a list with less room than this is scrolled."""

WIDEST = 150
"""More than this is cut, and told whole beside."""

EDIT_KEYS = QAbstractItemView.EditTrigger.EditKeyPressed | QAbstractItemView.EditTrigger.DoubleClicked


class ScheduleList(Translated, QTableView):
    """The list. It says what keys the board says too, so that both are driven alike."""

    selected = Signal(int)
    opened = Signal(int)
    asked = Signal(QPoint)
    pressed_key = Signal(object)
    several = Signal(object, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._told = self._many = False
        self.lines = ListModel()
        self.setModel(self.lines)
        self.setItemDelegate(LinePainter(self))
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QTableView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(EDIT_KEYS)
        self.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        head = ColumnHead(self)
        self.setHorizontalHeader(head)
        head.setMinimumSectionSize(40)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        head.setSortIndicator(Column.DAY, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)
        self._kept = (0, 0)
        self.lines.modelAboutToBeReset.connect(self._keep)
        self.lines.modelReset.connect(self._restore)
        theme().themed.connect(self._measure)
        self.selectionModel().currentChanged.connect(self._moved)
        self._measure()
        self.retranslate()

    def retranslate(self) -> None:
        """Say the words again."""
        self.setAccessibleName(_("Schedule as a list"))
        self.lines.retranslate()
        self._measure()

    def show_plan(self, plan: Plan) -> None:
        """Show a plan; the chosen line stays chosen."""
        self.setColumnHidden(Column.ZONE, len(plan.zones) < 2)  # noqa: PLR2004 - one needs no telling
        self.setColumnHidden(Column.STRAND, not plan.schedule.strands)
        self.lines.show_plan(plan)
        self._fit(plan)
        self._share()

    def _fit(self, plan: Plan) -> None:
        """Days and halls are read whole: halls of a tour carry their city, Chinese days are long."""
        px, font = theme().px, theme().font
        days = [formats.day_label(language(), day) for day in plan.days]
        wide = {
            Column.DAY: max((width_of(font("strong"), day) for day in days), default=0) + px(18),
            Column.HALL: max((width_of(font("body"), plan.hall_name(hall)) for hall in plan.halls), default=0) + px(18),
        }
        for column, words in wide.items():
            self.setColumnWidth(column, max(px(WIDTHS[column]), min(words, px(WIDEST))))

    def _keep(self) -> None:
        self._kept = self.screening(), max(self.currentIndex().column(), 0)

    def _restore(self) -> None:
        """The chosen line stays chosen, wherever it stands now."""
        self._told = True
        if self._kept[0]:
            self.select(*self._kept)
        self._told = False

    def screening(self) -> int:
        """The chosen event, 0 for none."""
        index = self.currentIndex()
        return self.lines.card(index.row()).id if index.isValid() else 0

    def select(self, screening: int, column: int | None = None) -> None:
        """Choose the line of an event."""
        row = self.lines.row_of(screening)
        if row < 0:
            self.setCurrentIndex(QModelIndex())
            self.clearSelection()
        elif screening != self.screening() or column is not None:
            here = self.currentIndex().column() if column is None else column
            self.setCurrentIndex(self.lines.index(row, here if here > 0 else Column.START))

    def show_also(self, numbers: frozenset[int]) -> None:
        """Choose the lines of all these events."""
        if len(numbers) < 2 and len(self.selectionModel().selectedRows()) < 2:  # noqa: PLR2004 - one chooses itself
            return
        self._told = True
        wanted = QItemSelection()
        for row in range(self.lines.rowCount()):
            if self.lines.card(row).id in numbers:
                wanted.select(self.lines.index(row, 0), self.lines.index(row, self.lines.columnCount() - 1))
        self.selectionModel().select(wanted, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self._told = False

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        if self._told or not self.hasFocus():
            return
        rows = self.selectionModel().selectedRows()
        if len(rows) > 1 or self._many:
            self._many = len(rows) > 1
            self.several.emit(frozenset(self.lines.card(index.row()).id for index in rows), self.screening())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.state() is QAbstractItemView.State.EditingState:
            super().keyPressEvent(event)
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.opened.emit(self.screening())
            return
        event.ignore()
        self.pressed_key.emit(event)
        if not event.isAccepted():
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.asked.emit(event.globalPos())

    def edit_here(self) -> None:
        """Open the editor of the chosen cell, or of the start."""
        index = self.currentIndex()
        if index.isValid():
            editable = self.lines.flags(index) & Qt.ItemFlag.ItemIsEditable
            self.edit(index if editable else self.lines.index(index.row(), Column.START))

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Tab in a cell goes on to the next one that can be changed, over the ends of lines."""
        steps = {
            QAbstractItemDelegate.EndEditHint.EditNextItem: 1,
            QAbstractItemDelegate.EndEditHint.EditPreviousItem: -1,
        }
        super().closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint if hint in steps else hint)
        if hint in steps:
            self._edit_next(steps[hint])

    def _edit_next(self, step: int) -> None:
        here = self.currentIndex()
        cells = len(EDITABLE)
        place = here.row() * cells + (EDITABLE.index(Column(here.column())) if here.column() in EDITABLE else 0) + step
        while 0 <= place < self.lines.rowCount() * cells:
            row, column = place // cells, EDITABLE[place % cells]
            if self.lines.editable(row, column):
                index = self.lines.index(row, column)
                self.setCurrentIndex(index)
                self.edit(index)
                return
            place += step

    def _moved(self, current: QModelIndex, _before: QModelIndex) -> None:
        if self._told:
            return
        self.selected.emit(self.lines.card(current.row()).id if current.isValid() else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share()

    def _share(self) -> None:
        """Give title, conflicts and note what the others leave."""
        px = theme().px
        taken = sum(self.columnWidth(column) for column in WIDTHS if not self.isColumnHidden(column))
        least = sum(px(size) for size in LEAST.values())
        spare = max(0, self.viewport().width() - taken - least)
        for column, size in LEAST.items():
            self.setColumnWidth(column, px(size) + spare * size // sum(LEAST.values()))

    def _measure(self) -> None:
        px = theme().px
        self.verticalHeader().setDefaultSectionSize(px(ROW))
        for column, size in WIDTHS.items():
            words = self.lines.headerData(column, Qt.Orientation.Horizontal)
            self.setColumnWidth(column, max(px(size), width_of(theme().font("label"), words) + px(22)))
        if self.lines.plan is not None:
            self._fit(self.lines.plan)
        self._share()
