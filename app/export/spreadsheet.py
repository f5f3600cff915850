"""A table as a workbook: real days and numbers, text that stays text, a head that stays in sight."""

import io
import re
import unicodedata
import zipfile
from collections.abc import Sequence
from datetime import date, datetime, time
from tempfile import TemporaryFile
from typing import IO, Any

from app.export.sheet_rows import cell_of, letters, row_of
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
_SHEET = "xl/worksheets/sheet1.xml"
_STYLED = re.compile(r'<c r="[A-Z]+([23])" s="([0-9]+)"/>')
_DIMENSION = re.compile(r'<dimension ref="[^"]*"/>')
_CHUNK = 1024 * 1024


def xlsx(table: Table) -> TableFile:
    """The table as a workbook: its titles, then a sheet that tells what they are. Equal tables give equal bytes."""
    troubles = Troubles()
    widths = [_wide(column.heading) for column in table.columns]
    with TemporaryFile("w+", encoding="utf-8", newline="") as rows:
        titles = _write_titles(rows, table, _styles(_frame(table, widths, 0, ())), widths, troubles)
        warnings = troubles.phrases()
        rows.seek(0)
        made = _filled(_frame(table, widths, titles, warnings), rows, len(table.columns), titles)
    return TableFile(made, titles, warnings)


def _frame(table: Table, widths: Sequence[int], titles: int, warnings: Sequence[Phrase]) -> bytes:
    """The workbook with everything but its titles; the second row shows the plain styles, the third the marked ones."""
    import xlsxwriter  # noqa: PLC0415 - 60 ms that only a table needs

    made = io.BytesIO()
    # Nothing in a cell is taken for a formula, a number or an address.
    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False,
               "strings_to_numbers": False}  # fmt: skip
    book = xlsxwriter.Workbook(made, options)
    book.set_properties({"title": table.name, "created": datetime.combine(table.as_of, time(12))})
    sheet = book.add_worksheet(sheet_name(table.name))
    head = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
    for place, column in enumerate(table.columns):
        sheet.write_string(0, place, column.heading, head)
    looks = {sort: _looks(sort, table.tr.language) for sort in Sort}
    for row, mark in enumerate(({}, {"quote_prefix": True}), 1):
        styles = {sort: book.add_format(own | mark) for sort, own in looks.items()}
        for place, column in enumerate(table.columns):
            sheet.write_blank(row, place, None, styles[column.sort])
    for place, (column, wide) in enumerate(zip(table.columns, widths, strict=True)):
        most = LONG_WIDE if column.sort is Sort.LONG else WIDEST
        sheet.set_column(place, place, min(max(wide + 2, NARROWEST), most))
    if table.columns:
        sheet.freeze_panes(1, 2)
        sheet.autofilter(0, 0, max(titles, 1), len(table.columns) - 1)
    _write_about(book, table, titles, warnings)
    book.close()
    return made.getvalue()


def _looks(sort: Sort, language: str) -> dict[str, Any]:
    """How cells of this sort look. Text keeps its looks of text, so that editing 5:32 leaves it 5:32."""
    match sort:
        case Sort.NUMBER:
            return {"valign": "top"}
        case Sort.DAY:
            return {"valign": "top", "num_format": _DAYS[language]}
        case Sort.LONG:  # older programs draw text longer than 255 letters as ### when its cell says it is text
            return {"valign": "top", "text_wrap": True}
        case _:
            return {"valign": "top", "num_format": "@"}


def _styles(frame: bytes) -> list[tuple[str, str]]:
    """The numbers of the plain and the marked style of each column."""
    with zipfile.ZipFile(io.BytesIO(frame)) as book:
        found = _STYLED.findall(book.read(_SHEET).decode())
    plain, marked = ([style for row, style in found if row == shown] for shown in ("2", "3"))
    return list(zip(plain, marked, strict=True))


def _filled(frame: bytes, rows: IO[str], width: int, titles: int) -> bytes:
    """The workbook with its titles in the place of the rows that showed the styles."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(frame)) as book, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as whole:
        for part in book.infolist():
            if part.filename != _SHEET:
                whole.writestr(part, book.read(part))
                continue
            text = _DIMENSION.sub(f'<dimension ref="A1:{letters(max(width, 1) - 1)}{titles + 1}"/>',
                                  book.read(part).decode())  # fmt: skip
            before, _shown, rest = text.partition('<row r="2"')
            end = "</sheetData>" if rest else ""
            with whole.open(part, "w") as sheet:
                sheet.write(before.encode())
                while some := rows.read(_CHUNK):
                    sheet.write(some.encode())
                sheet.write((end + rest.partition("</sheetData>")[2]).encode())
    return made.getvalue()


def sheet_name(text: str) -> str:
    """A name every spreadsheet takes for a sheet: no brackets, colons, slashes or stars, 31 units at most."""
    name = _FORBIDDEN.sub(" ", text)
    while _units(name) > _LONGEST_NAME:
        name = name[:-1]
    return name.strip(" '") or "1"


def _write_titles(
    rows: IO[str], table: Table, styles: Sequence[tuple[str, str]], widths: list[int], troubles: Troubles
) -> int:
    """The rows below the head; how many there were."""
    own = [cell_of(place, column.sort, *styles[place]) for place, column in enumerate(table.columns)]
    cells = [(place, column, column.fill, write) for place, (column, write) in
             enumerate(zip(table.columns, own, strict=True))]  # fmt: skip
    number = 1
    for some in table.rows:
        for title in some:
            number += 1
            row, written = str(number), []
            for place, column, fill, write in cells:
                value = fill(title)
                if value is None or value == "":
                    continue
                if isinstance(value, str):
                    value = _fitting(value, column, title.id, troubles)
                if number <= MEASURED:
                    widths[place] = max(widths[place], _wide(value))
                written.append(write(row, value))
            rows.write(row_of(number, written))
    return number - 1


def _fitting(value: str, column: TableColumn, number: int, troubles: Troubles) -> str:
    """The text as a cell can hold it; what was lost is told."""
    kept = clean(value)
    if kept is not value and len(kept) != len(value.replace("\r\n", "\n")):
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
    lines += [(tr("Remarks") if place == 0 else "", tr.say(warning)) for place, warning in enumerate(warnings)]
    sheet.set_column(0, 0, max(_wide(word) for word, _said in lines) + 2)
    sheet.set_column(1, 1, LONG_WIDE)
    for row, (word, said) in enumerate(lines):
        sheet.write_string(row, 0, word, bold)
        sheet.write_string(row, 1, clean(said)[: MOST_LETTERS // 2], wrapped)
