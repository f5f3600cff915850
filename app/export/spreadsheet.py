"""A table as a workbook: real days and numbers, text that stays text, a head that stays in sight."""

import io
import re
import unicodedata
from collections.abc import Callable, Sequence
from datetime import date, datetime, time
from typing import Any

from app.export.table_file import CUT, STRIPPED, Table, TableFile, Troubles, clean
from app.export.title_table import Sort, TableColumn, Value
from app.words import Phrase

MOST_LETTERS = 32_767
"""UTF-16 units in a cell (Excel specifications and limits); the rest would be dropped without a word."""

MEASURED = 1_000
"""Rows whose contents decide how wide a column is."""

NARROWEST, WIDEST, LONG_WIDE = 6, 48, 60
"""Widths of columns in characters."""

_DAYS = {"kk": "dd.mm.yyyy", "zh": "yyyy-mm-dd", "ru": "dd.mm.yyyy", "en": "dd/mm/yyyy"}
_FORBIDDEN = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
_LONGEST_NAME = 31
_FORMULA = tuple("=+-@\t＝＋－＠'")

Write = Callable[[int, int, Any], object]


def xlsx(table: Table) -> TableFile:
    """The table as a workbook: its titles, then a sheet that tells what they are. Equal tables give equal bytes."""
    import xlsxwriter  # noqa: PLC0415 - 60 ms that only a table needs

    made = io.BytesIO()
    # One row is held at a time, and nothing in a cell is taken for a formula, a number or an address.
    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False,
               "strings_to_numbers": False}  # fmt: skip
    book = xlsxwriter.Workbook(made, options)
    book.set_properties({"title": table.name, "created": datetime.combine(table.as_of, time(12))})
    troubles = Troubles()
    sheet = book.add_worksheet(sheet_name(table.name))
    titles = _write_titles(book, sheet, table, troubles)
    warnings = troubles.phrases()
    _write_about(book, table, titles, warnings)
    book.close()
    return TableFile(made.getvalue(), titles, warnings)


def sheet_name(text: str) -> str:
    """A name every spreadsheet takes for a sheet: no brackets, colons, slashes or stars, 31 units at most."""
    name = _FORBIDDEN.sub(" ", text)
    while _units(name) > _LONGEST_NAME:
        name = name[:-1]
    return name.strip(" '") or "1"


def _write_titles(book: Any, sheet: Any, table: Table, troubles: Troubles) -> int:
    """Head and titles; how many there were."""
    head = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
    for place, column in enumerate(table.columns):
        sheet.write_string(0, place, column.heading, head)
    writers = [_writer(book, sheet, table.tr.language, column.sort) for column in table.columns]
    widths = [_wide(column.heading) for column in table.columns]
    cells = list(enumerate(zip(table.columns, writers, strict=True)))
    row = 0
    for some in table.rows:
        for title in some:
            row += 1
            for place, (column, write) in cells:
                value = column.fill(title)
                if value is None or value == "":
                    continue
                if isinstance(value, str):
                    value = _fitting(value, column, title.id, troubles)
                if row <= MEASURED:
                    widths[place] = max(widths[place], _wide(value))
                write(row, place, value)
    for place, (column, wide) in enumerate(zip(table.columns, widths, strict=True)):
        most = LONG_WIDE if column.sort is Sort.LONG else WIDEST
        sheet.set_column(place, place, min(max(wide + 2, NARROWEST), most))
    if table.columns:
        sheet.freeze_panes(1, 2)
        sheet.autofilter(0, 0, max(row, 1), len(table.columns) - 1)
    return row


def _writer(book: Any, sheet: Any, language: str, sort: Sort) -> Write:
    """What writes a cell of this sort. Text keeps its looks of text, so that editing 5:32 leaves it 5:32."""
    top = {"valign": "top"}
    match sort:
        case Sort.NUMBER:
            style = book.add_format(top)
            return lambda row, place, value: sheet.write_number(row, place, value, style)
        case Sort.DAY:
            style = book.add_format({**top, "num_format": _DAYS[language]})
            return lambda row, place, value: sheet.write_datetime(row, place, value, style)
    # Older programs draw text longer than 255 letters as ### when its cell says it is text.
    looks = {**top, "text_wrap": True} if sort is Sort.LONG else {**top, "num_format": "@"}
    plain, marked = book.add_format(looks), book.add_format({**looks, "quote_prefix": True})

    def write(row: int, place: int, value: str) -> None:
        sheet.write_string(row, place, value, marked if value.startswith(_FORMULA) else plain)

    return write


def _fitting(value: str, column: TableColumn, number: int, troubles: Troubles) -> str:
    """The text as a cell can hold it; what was lost is told."""
    kept = clean(value)
    if len(kept) != len(value.replace("\r\n", "\n")):
        troubles.tell(STRIPPED, column.heading, number)
    if len(kept) * 2 <= MOST_LETTERS or _units(kept) <= MOST_LETTERS:
        return kept
    cut = kept.encode("utf-16-le")[: 2 * (MOST_LETTERS - 1)].decode("utf-16-le", "ignore")
    troubles.tell(CUT, column.heading, number, kept=len(cut), all=len(kept))
    return cut + "…"


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _wide(value: Value) -> int:
    """About how many characters wide a cell is; Chinese ones take two."""
    if isinstance(value, date):
        return len("31.12.2027")
    longest = max(str(value).split("\n"), key=len)
    if longest.isascii():
        return len(longest)
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in longest)


def _write_about(book: Any, table: Table, titles: int, warnings: Sequence[Phrase]) -> None:
    """The second sheet: what the table is, in words, and what could not be written whole."""
    tr = table.tr
    sheet = book.add_worksheet(sheet_name(tr.context("table", "About")))
    bold = book.add_format({"bold": True, "valign": "top"})
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    lines = [*table.about, (tr("Titles"), tr.plural("{n} title", "{n} titles", titles))]
    lines += [(tr("To know") if place == 0 else "", tr.say(warning)) for place, warning in enumerate(warnings)]
    sheet.set_column(0, 0, max(_wide(word) for word, _said in lines) + 2)
    sheet.set_column(1, 1, LONG_WIDE)
    for row, (word, said) in enumerate(lines):
        sheet.write_string(row, 0, word, bold)
        sheet.write_string(row, 1, clean(said)[: MOST_LETTERS // 2], wrapped)
