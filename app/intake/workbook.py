"""Worksheets: python-calamine reads them, openpyxl those which it refuses."""

import struct
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from datetime import date, time, timedelta
from typing import Any, BinaryIO, NamedTuple
from xml.etree.ElementTree import ParseError

from defusedxml.common import DefusedXmlException
from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from app.errors import UserError
from app.intake.cell_formats import CellFormats, cell_formats
from app.intake.contents import Content
from app.intake.limits import LONGEST_CELL, MOST_CELLS, MOST_COLUMNS, MOST_MERGED
from app.intake.shown import settled, shown
from app.intake.table import Fault, Merged, Noticed, Row, Typed
from app.words import N_

DAMAGED = N_("The workbook cannot be read. Open it in a spreadsheet program and save it again as XLSX.")
LOCKED = N_("The workbook is protected with a password. Save it without one.")
WIDE = N_("The sheet “{sheet}” has {n} columns; a table may have {most}.")
LARGE = N_("The sheet “{sheet}” is larger than any list. Delete the empty rows and columns and save it again.")
NO_SHEET = N_("The workbook has no sheet “{sheet}”.")
EMPTY = N_("The workbook has no sheet with a table.")

_FORMATS_TO = 1_200_000
"""Cells up to which number formats are looked up; beyond, times and dates are shown in the usual way."""

TROUBLES = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    DefusedXmlException,
    ParseError,
    LookupError,
    ValueError,
    TypeError,
    AttributeError,
    ArithmeticError,
    OSError,
    EOFError,
    RuntimeError,
    AssertionError,
)
"""What readers raise at files they do not understand."""


class Sheet(NamedTuple):
    """One worksheet: its rows, read once, in order."""

    name: str
    rows: Iterator[Row]
    merged: tuple[Merged, ...] = ()
    height: int | None = None


class Workbook:
    """An open workbook."""

    def __init__(self, file: BinaryIO, content: Content, *, second: bool = False) -> None:
        self._file, self._content = file, content
        self._book: CalamineWorkbook | None = None
        self._other: Any = None
        self._read: dict[str, CalamineSheet] = {}
        if not second:
            try:
                file.seek(0)
                self._book = CalamineWorkbook.from_filelike(file)
            except PasswordError:
                raise UserError(LOCKED) from None
            except (CalamineError, *TROUBLES):
                self._book = None
        if self._book is None:
            self._other = _opened_by_openpyxl(file, content)

    @property
    def sheets(self) -> tuple[str, ...]:
        """The names of the worksheets, hidden ones last."""
        if self._book is None:
            return tuple(sheet.title for sheet in self._other.worksheets)
        found = [one for one in self._book.sheets_metadata if one.typ == SheetTypeEnum.WorkSheet]
        found.sort(key=lambda one: one.visible != SheetVisibleEnum.Visible)
        return tuple(one.name for one in found)

    def sheet(self, name: str, *, rows: int | None = None) -> Sheet:
        """One worksheet. Raises `UserError` when there is none of that name or it cannot be read."""
        if name not in self.sheets:
            raise UserError(NO_SHEET if name else EMPTY, sheet=name)
        if self._book is not None:
            try:
                if name not in self._read:
                    self._read = {name: self._book.get_sheet_by_name(name)}  # one at a time is held in memory
                return self._quick(self._read[name], rows)
            except (CalamineError, *TROUBLES):
                self._other = _opened_by_openpyxl(self._file, self._content)
        return Sheet(name, _rows_by_openpyxl(self._other[name]))

    def _quick(self, sheet: CalamineSheet, rows: int | None) -> Sheet:
        height, width = sheet.total_height, sheet.total_width
        if width > MOST_COLUMNS:
            raise UserError(WIDE, sheet=sheet.name, n=width, most=MOST_COLUMNS)
        if height * width > MOST_CELLS:
            raise UserError(LARGE, sheet=sheet.name)
        formats = CellFormats()
        if self._content is Content.XLSX and (rows or height) * width <= _FORMATS_TO:
            formats = cell_formats(self._file, sheet.name, rows=rows)
        merged = tuple(
            Merged(top + 1, left, bottom + 1, right)
            for (top, left), (bottom, right) in (sheet.merged_cell_ranges or ())
        )
        return Sheet(sheet.name, _filled(_rows(sheet, formats), merged), merged, height)


def _rows(sheet: CalamineSheet, formats: CellFormats) -> Iterator[Row]:
    _first, left = sheet.start or (0, 0)
    for number, values in enumerate(
        sheet.iter_rows(), 1
    ):  # rows from the top of the sheet, columns from the first used
        yield _row(number, [""] * left + values, formats)


def _row(number: int, values: Sequence[Any], formats: CellFormats) -> Row:
    cells: list[str] = []
    typed: dict[int, Typed] = {}
    noticed: list[Noticed] = []
    for column, value in enumerate(values):
        if isinstance(value, Typed):
            typed[column] = settled(value)
            text = shown(typed[column], formats.codes.get((number, column), ""))
        else:
            text = "" if value is None else str(value)
        if len(text) > LONGEST_CELL:
            text = text[:LONGEST_CELL]
            noticed.append(Noticed(Fault.LONG, column))
        if (number, column) in formats.resultless and not text:
            noticed.append(Noticed(Fault.FORMULA, column))
        elif (number, column) in formats.failed and (not text or text.startswith("#")):
            noticed.append(Noticed(Fault.FAILED, column, formats.failed[number, column]))
            text = ""
        cells.append(text)
    return Row(number, cells, typed, tuple(noticed))


def _filled(rows: Iterator[Row], merged: tuple[Merged, ...]) -> Iterator[Row]:
    """The rows with the value of cells merged downwards in each of their rows."""
    downwards = [one for one in merged if one.bottom > one.top and one.left < MOST_COLUMNS]
    if not downwards:
        yield from rows
        return
    tops: dict[tuple[int, int], tuple[str, Typed | None]] = {}
    by_row: dict[int, list[Merged]] = {}
    left = MOST_MERGED
    for one in downwards:
        covered = range(one.top, min(one.bottom, one.top + left) + 1)
        left = max(0, left - len(covered))
        for number in covered:
            by_row.setdefault(number, []).append(one)
    for row in rows:
        yield _merged_into(row, by_row.get(row.number, ()), tops)


def _merged_into(row: Row, areas: Sequence[Merged], tops: dict[tuple[int, int], tuple[str, Typed | None]]) -> Row:
    cells, typed, filled = row.cells, dict(row.typed), set()
    for area in areas:
        column = area.left
        cells += [""] * (column + 1 - len(cells))
        if row.number == area.top:
            tops[area.top, column] = cells[column], typed.get(column)
        elif not cells[column]:
            cells[column], value = tops.get((area.top, column), ("", None))
            filled.add(column)
            if value is not None:
                typed[column] = value
    return row._replace(cells=cells, typed=typed, merged=frozenset(filled)) if areas else row


def _opened_by_openpyxl(file: BinaryIO, content: Content) -> Any:
    if content is not Content.XLSX:
        raise UserError(DAMAGED)
    import openpyxl  # noqa: PLC0415 - a fifth of a second, and rarely needed
    from openpyxl.xml import DEFUSEDXML  # noqa: PLC0415

    assert DEFUSEDXML, "openpyxl must parse with defusedxml"
    try:
        file.seek(0)
        return openpyxl.load_workbook(file, read_only=True, data_only=True, keep_links=False)
    except (*TROUBLES, RecursionError):
        raise UserError(DAMAGED) from None


def _rows_by_openpyxl(sheet: Any) -> Iterator[Row]:
    try:
        sheet.reset_dimensions()  # what a sheet says of its own size may be a lie
        for number, found in enumerate(sheet.iter_rows(), 1):
            values = ["" if cell.value is None else cell.value for cell in found]
            while values and values[-1] == "":
                values.pop()
            if len(values) > MOST_COLUMNS:
                raise UserError(WIDE, sheet=sheet.title, n=len(values), most=MOST_COLUMNS)
            formats = CellFormats()
            for column, cell in enumerate(found[: len(values)]):
                if isinstance(cell.value, date | time | timedelta):
                    formats.codes[number, column] = cell.number_format
            yield _row(number, values, formats)
    except (*TROUBLES, RecursionError):
        raise UserError(DAMAGED) from None
