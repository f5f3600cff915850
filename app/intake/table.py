"""A table as it comes out of a file: rows of text cells, with what a workbook knows about some of them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum, auto
from typing import NamedTuple

Typed = float | bool | datetime | date | time | timedelta
"""What a cell of a workbook is apart from text."""


class Fault(StrEnum):
    """What the reader of a file noticed about a row."""

    MENDED = auto()
    """Quotes that were damaged; the row was cut at its separators."""
    CUT = auto()
    """The file ends in the middle of the row."""
    LOST = auto()
    """Bytes that fit no letter."""
    FORMULA = auto()
    """A formula without its result."""
    FAILED = auto()
    """A formula with an error for a result."""
    LONG = auto()
    """A cell longer than any spreadsheet allows, cut."""


class Noticed(NamedTuple):
    """A fault and where: the column, -1 for the row."""

    fault: Fault
    column: int = -1
    value: str = ""


class Row(NamedTuple):
    """One row: its number in the file from 1, cells as they are shown, and the typed ones by column."""

    number: int
    cells: list[str]
    typed: Mapping[int, Typed] = {}
    noticed: tuple[Noticed, ...] = ()
    merged: frozenset[int] = frozenset()
    """Columns whose cell is merged with the one above and holds its value."""

    @property
    def empty(self) -> bool:
        """Whether nothing stands in it."""
        return not any(cell and not cell.isspace() for cell in self.cells)


class Merged(NamedTuple):
    """Cells that were merged into one: first and last row (from 1) and column (from 0)."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True, slots=True)
class Sample:
    """The beginning of a table and what is known about the whole, for guessing."""

    rows: list[Row]
    merged: tuple[Merged, ...] = ()
    name: str = ""
    """The file's, without folder."""
    sheet: str = ""
    total: int | None = None

    @property
    def width(self) -> int:
        """The number of columns."""
        return max((len(row.cells) for row in self.rows), default=0)
