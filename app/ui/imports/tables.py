"""What the tables of an import show: the first rows of the file, its troubles, the doubtful pairs."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.domain.proposals import RowTrouble
from app.i18n.active import _, say, tr
from app.i18n.labels_of_imports import column
from app.intake.options import Column
from app.intake.reading import Look
from app.ui.theme import theme

Index = QModelIndex | QPersistentModelIndex

DISPLAY, TOOL_TIP, FOREGROUND = (
    int(role) for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.ForegroundRole)
)
LONGEST_TIP = 500


def said(meaning: Column | None) -> str:
    """What a column means, in words; '' for one that is left out."""
    return column(tr(), meaning.meaning, meaning.language, meaning.type) if meaning else ""


class FirstRows(QAbstractTableModel):
    """The first rows of a file as text; rows above and of the heading are greyed."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.seen: Look | None = None

    def show(self, seen: Look) -> None:
        """Show another look at the file."""
        self.beginResetModel()
        self.seen = seen
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() or self.seen is None else len(self.seen.preview)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        if parent.isValid() or self.seen is None:
            return 0
        return max(len(self.seen.reading.columns), max(map(len, self.seen.preview), default=0))

    def data(self, index: Index, role: int = DISPLAY) -> Any:
        if role not in (DISPLAY, TOOL_TIP, FOREGROUND) or self.seen is None or not index.isValid():
            return None
        cells = self.seen.preview[index.row()]
        text = cells[index.column()] if index.column() < len(cells) else ""
        if role == FOREGROUND:
            return theme().color("text3") if self._is_above(index.row()) else None
        return text[:LONGEST_TIP] or None if role == TOOL_TIP else " ".join(text.split())

    def _is_above(self, row: int) -> bool:
        assert self.seen is not None
        reading = self.seen.reading
        return self.seen.numbers[row] < reading.header_row + reading.header_rows if reading.header_row else False

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = DISPLAY) -> Any:
        if self.seen is None or role != DISPLAY:
            return None
        if orientation is Qt.Orientation.Vertical:
            return str(self.seen.numbers[section])
        return said(self.meaning(section)) or _("Left out")

    def meaning(self, section: int) -> Column | None:
        """What a column means."""
        columns = self.seen.reading.columns if self.seen else ()
        return columns[section] if section < len(columns) else None

    def heading(self, section: int) -> str:
        """Its heading in the file."""
        headings = self.seen.headings if self.seen else ()
        return " ".join(headings[section].split()) if section < len(headings) else ""


class Cells(QAbstractTableModel):
    """Lines of text below headings, to be looked at."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._heads: Sequence[str] = ()
        self._lines: Sequence[Sequence[str]] = ()

    def show(self, heads: Sequence[str], lines: Sequence[Sequence[str]]) -> None:
        """Show other lines."""
        self.beginResetModel()
        self._heads, self._lines = heads, lines
        self.endResetModel()

    def change(self, row: int, cells: Sequence[str]) -> None:
        """Show one line otherwise."""
        self._lines = [*self._lines[:row], cells, *self._lines[row + 1 :]]
        self.dataChanged.emit(self.index(row, 0), self.index(row, len(self._heads) - 1))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._heads)

    def data(self, index: Index, role: int = DISPLAY) -> Any:
        if role not in (DISPLAY, TOOL_TIP) or not index.isValid():
            return None
        return self._lines[index.row()][index.column()]

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = DISPLAY) -> Any:
        if role != DISPLAY or orientation is not Qt.Orientation.Horizontal:
            return None
        return self._heads[section]


def trouble_heads() -> list[str]:
    """The headings of the list of troubles."""
    return [_("Row"), _("Column"), _("Value"), _("Problem"), _("What happens")]


def trouble_lines(troubles: Sequence[RowTrouble]) -> list[list[str]]:
    """The troubles as lines, in the reader's language."""
    left_out, without = _("The row is left out"), _("The row is imported without this value")
    return [
        [
            str(trouble.row or "–"),
            trouble.column,
            trouble.value,
            say(trouble.problem),
            left_out if trouble.fatal else without,
        ]
        for trouble in troubles
    ]
