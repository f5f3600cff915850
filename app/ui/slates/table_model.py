"""The slate as a table: a line per title, sorted by any column, some cells changed in place."""

from collections.abc import Collection
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from app.domain.order import sort_key
from app.i18n import formats
from app.i18n.active import _, language, pgettext
from app.operations.slates import MOST_SHOWINGS
from app.store.slate_rows import COLUMNS, EntryRow
from app.ui.slates.desk import Desk, column_name, points_word
from app.ui.slates.edits import Edits

Index = QModelIndex | QPersistentModelIndex
ENTRY = Qt.ItemDataRole.UserRole
DESK = Qt.ItemDataRole.UserRole + 1


class Cell(IntEnum):
    """The columns of the table."""

    TITLE = 0
    STATE = 1
    RANK = 2
    STRAND = 3
    COUNTRY = 4
    YEAR = 5
    MINUTES = 6
    RIGHTS = 7
    POINTS = 8
    SHOWS = 9
    NOTE = 10


EDITABLE = {Cell.STATE: "state", Cell.STRAND: "strand_id", Cell.SHOWS: "showings", Cell.NOTE: "note"}
"""Cells that can be changed in place, and the fact each holds."""

RIGHT = {Cell.RANK, Cell.YEAR, Cell.MINUTES, Cell.POINTS, Cell.SHOWS}


class TableModel(QAbstractTableModel):
    """All entries of a slate."""

    def __init__(self, edits: Edits) -> None:
        super().__init__()
        self._edits = edits
        self.desk: Desk | None = None
        self.entries: list[EntryRow] = []
        self.together: list[int] = []
        self._by: tuple[int, Qt.SortOrder] = (Cell.STATE, Qt.SortOrder.AscendingOrder)

    def show(self, desk: Desk, kept: Collection[int]) -> None:
        """Show these entries of a slate."""
        self.beginResetModel()
        self.desk = desk
        self.entries = [entry for entry in desk.slate.entries if entry.id in kept]
        self._arrange()
        self.endResetModel()

    def row_of(self, entry: int) -> int:
        """The line of an entry; -1 when it has none."""
        return next((row for row, one in enumerate(self.entries) if one.id == entry), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self.entries)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(Cell)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Put the lines into the order of a column."""
        self.layoutAboutToBeChanged.emit()
        kept = [(old, self.entries[old.row()].id) for old in self.persistentIndexList()]
        self._by = column, order
        self._arrange()
        self.changePersistentIndexList(
            [old for old, _id in kept], [self.index(self.row_of(entry), old.column()) for old, entry in kept]
        )
        self.layoutChanged.emit()

    def _arrange(self) -> None:
        desk = self.desk
        if desk is not None:
            column, order = self._by
            place = {entry.id: at for at, entry in enumerate(desk.slate.entries)}
            self.entries.sort(key=lambda entry: place[entry.id])
            weights = {entry.id: self._weight(desk, entry, Cell(max(column, 0))) for entry in self.entries}
            known = [entry for entry in self.entries if weights[entry.id] not in (None, "")]
            missing = [entry for entry in self.entries if weights[entry.id] in (None, "")]
            down = order is Qt.SortOrder.DescendingOrder
            known.sort(key=lambda entry: weights[entry.id], reverse=down)
            self.entries = [*known, *missing]  # either way round

    def _weight(self, desk: Desk, entry: EntryRow, cell: Cell) -> Any:
        """What a line is sorted by; nothing for what nobody has entered."""
        match cell:
            case Cell.TITLE:
                return sort_key(entry.title, language())
            case Cell.STATE:
                return COLUMNS.index(entry.state)
            case Cell.RANK:
                return entry.rank
            case Cell.STRAND:
                found = desk.strands.get(entry.strand) if entry.strand is not None else None
                return found[0] if found else None
            case Cell.YEAR:
                return entry.year
            case Cell.MINUTES:
                return entry.minutes
            case Cell.RIGHTS:
                return list(type(entry.standing.status)).index(entry.standing.status)
            case Cell.POINTS:
                return None if entry.points is None else -entry.points
            case Cell.SHOWS:
                return entry.showings, entry.placed
            case _:
                return sort_key(self._words(desk, entry, cell), language())

    def flags(self, index: Index) -> Qt.ItemFlag:
        found = super().flags(index)
        return found | Qt.ItemFlag.ItemIsEditable if index.column() in EDITABLE else found

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole and section in RIGHT:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return (
            _("Title"), _("Column"), pgettext("slate", "Rank"), _("Strand"), _("Country"), _("Year"),
            pgettext("slate", "Minutes"), _("Rights"), pgettext("slate", "Points"), pgettext("slate", "Shows"),
            _("Note"),
        )[section]  # fmt: skip

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        desk = self.desk
        if desk is None or not index.isValid():
            return None
        entry = self.entries[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._words(desk, entry, Cell(index.column()))
            case Qt.ItemDataRole.EditRole:
                facts = (
                    entry.title,
                    entry.state,
                    entry.rank,
                    entry.strand,
                    "",
                    0,
                    0,
                    "",
                    0,
                    entry.showings,
                    entry.note,
                )
                return facts[index.column()]
            case Qt.ItemDataRole.AccessibleTextRole:
                whole = desk.words(entry).spoken if index.column() == Cell.TITLE else ""
                return whole or self._words(desk, entry, Cell(index.column())) or _("not entered")
            case Qt.ItemDataRole.ToolTipRole:
                return self._words(desk, entry, Cell(index.column())) or None
            case _ if role == ENTRY:
                return entry
            case _ if role == DESK:
                return desk
        return None

    def _words(self, desk: Desk, entry: EntryRow, cell: Cell) -> str:  # noqa: C901 - one line a column
        match cell:
            case Cell.TITLE:
                return entry.title
            case Cell.STATE:
                return column_name(entry.state)
            case Cell.RANK:
                return str(entry.rank) if entry.rank is not None else ""
            case Cell.STRAND:
                return desk.strand_name(entry.strand)
            case Cell.COUNTRY:
                return formats.commas(language(), (formats.country(language(), code) for code in entry.countries))
            case Cell.YEAR:
                return str(entry.year) if entry.year else ""
            case Cell.MINUTES:
                return str(entry.minutes) if entry.minutes else ""
            case Cell.RIGHTS:
                return desk.words(entry).rights
            case Cell.POINTS:
                return points_word(entry.points)
            case Cell.SHOWS:
                return _("{n} of {total}", n=entry.placed, total=entry.showings)
            case Cell.NOTE:
                return entry.reason or entry.note

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole or index.column() not in EDITABLE:
            return False
        entry, cell = self.entries[index.row()], Cell(index.column())
        several = entry.id in self.together and cell is not Cell.NOTE  # each has a note of its own
        entries = [one for one in self.entries if one.id in self.together] if several else [entry]
        if self.data(index, role) == value and len(entries) == 1:
            return False
        if cell is Cell.STATE:
            return self._edits.move([one for one in entries if one.state is not value], value)
        if cell is Cell.SHOWS:
            value = min(max(int(value), 1), MOST_SHOWINGS)
        return self._edits.change(entries, **{EDITABLE[cell]: value})
