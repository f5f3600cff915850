"""Which columns the table of a slate shows and what it is sorted by: a menu at its heads, remembered."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QObject, QPoint, Qt

from app.i18n.active import _
from app.ui.preferences import Preferences
from app.ui.slates.table_model import Cell
from app.ui.widgets.menus import Menu

if TYPE_CHECKING:
    from app.ui.slates.table import Table

KEPT = "slate table"
ALWAYS = (Cell.TITLE,)


class Heads(QObject):
    """Serves one table."""

    def __init__(self, table: "Table", preferences: Preferences) -> None:
        super().__init__(table)
        self._table, self._preferences = table, preferences
        head = table.horizontalHeader()
        head.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        head.customContextMenuRequested.connect(lambda spot: self.popup(head.mapToGlobal(spot)))
        kept = preferences.layout(KEPT)
        hidden = bytes(kept.data()).decode("ascii", "replace").split() if kept else ()
        for cell in Cell:
            table.setColumnHidden(cell, cell.name in hidden and cell not in ALWAYS)

    def popup(self, at: QPoint | None = None) -> None:
        """Ask which columns and which order; without a place, below the first head."""
        head = self._table.horizontalHeader()
        menu = self.menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at or head.mapToGlobal(QPoint(0, head.height())))

    def menu(self) -> Menu:
        """A tick at each column that is shown, and what one can sort by."""
        menu, table = Menu(self._table), self._table
        for cell in Cell:
            action = menu.addAction(self._word(cell))
            action.setCheckable(True)
            action.setChecked(not table.isColumnHidden(cell))
            action.setEnabled(cell not in ALWAYS)
            action.toggled.connect(lambda shown, cell=cell: self._show(cell, shown=shown))
        menu.addSeparator()
        inside = Menu(menu)
        inside.setTitle(_("Sort by"))
        menu.addMenu(inside)
        head = table.horizontalHeader()
        for cell in Cell:
            action = inside.addAction(self._word(cell))
            action.setCheckable(True)
            action.setChecked(head.sortIndicatorSection() == cell)
            action.triggered.connect(lambda _on=False, cell=cell: self._sort(cell))
        menu.addAction(_("Reverse the order")).triggered.connect(self._turn)
        return menu

    def _word(self, cell: Cell) -> str:
        return str(self._table.lines.headerData(cell, Qt.Orientation.Horizontal))

    def _show(self, cell: Cell, *, shown: bool) -> None:
        self._table.setColumnHidden(cell, not shown)
        self._table.share_width()
        hidden = " ".join(one.name for one in Cell if self._table.isColumnHidden(one))
        self._preferences.keep_layout(KEPT, QByteArray(hidden.encode()))

    def _sort(self, cell: Cell) -> None:
        self._table.sortByColumn(cell, Qt.SortOrder.AscendingOrder)

    def _turn(self) -> None:
        head = self._table.horizontalHeader()
        down = head.sortIndicatorOrder() is Qt.SortOrder.AscendingOrder
        order = Qt.SortOrder.DescendingOrder if down else Qt.SortOrder.AscendingOrder
        self._table.sortByColumn(head.sortIndicatorSection(), order)
