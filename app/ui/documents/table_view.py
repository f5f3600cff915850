"""The beginning of a table that will be saved: its headings and first rows, as they stand in the file."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QTableView, QVBoxLayout, QWidget

from app.i18n.active import _, ngettext
from app.ui.theme import theme
from app.ui.widgets.column_head import ColumnHead
from app.ui.widgets.safe import SafeLabel

Index = QModelIndex | QPersistentModelIndex
LONGEST = 200
"""Letters of a cell that are shown."""


class TableRows(QAbstractTableModel):
    """Rows of text below their headings."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heads: Sequence[str] = ()
        self._rows: Sequence[Sequence[str]] = ()

    def show(self, rows: Sequence[Sequence[str]]) -> None:
        """Take these rows, the first being the headings."""
        self.beginResetModel()
        self._heads, self._rows = (rows[0], rows[1:]) if rows else ((), ())
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._heads)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole) or not index.isValid():
            return None
        text = " ".join(self._rows[index.row()][index.column()].split())
        return text if len(text) <= LONGEST else text[:LONGEST] + "…"

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return self._heads[section] if orientation is Qt.Orientation.Horizontal else str(section + 1)


class TablePreview(QWidget):
    """A sentence about the table and its first rows."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sentence = SafeLabel("", "strong", wrap=True)
        self.rows = TableRows(self)
        self.table = table = QTableView()
        table.setModel(self.rows)
        table.setHorizontalHeader(ColumnHead(table))
        table.verticalHeader().hide()
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setWordWrap(False)
        table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 16)
        column.setSpacing(10)
        column.addWidget(self.sentence)
        column.addWidget(table, 1)

    def show_rows(self, rows: Sequence[Sequence[str]], sentence: str) -> None:
        """Show headings and rows."""
        self.sentence.setText(sentence)
        self.rows.show(rows)
        self.table.resizeColumnsToContents()
        for place in range(self.rows.columnCount()):
            self.table.setColumnWidth(place, min(self.table.columnWidth(place), theme().px(240)))


def table_sentence(titles: int, columns: int) -> str:
    """133 titles in 24 columns. What stands here is the beginning."""
    return _(
        "{titles} in {columns}. Here is the beginning.",
        titles=ngettext("{n} title", "{n} titles", titles), columns=ngettext("{n} column", "{n} columns", columns),
    )  # fmt: skip
