"""A table as CSV: UTF-8 with its mark, the separator a language expects, nothing that a program takes for a formula."""

import csv
import io
from datetime import date

from app.export.table_file import STRIPPED, Table, TableFile, Troubles, clean
from app.export.title_table import Sort, Value

MARK = "\ufeff"
"""Without it Excel reads UTF-8 as the old encoding of the machine."""

GUARD = "'"
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What a spreadsheet may take for the beginning of a formula; an import takes the guard away again."""

_SEPARATORS = {"kk": ";", "ru": ";"}


def separator(language: str) -> str:
    """What parts the cells where this language is at home: a comma is the decimal sign in Kazakh and Russian."""
    return _SEPARATORS.get(language, ",")


def csv_file(table: Table, parted: str = "") -> TableFile:
    """The table as CSV with CRLF, days as 2027-12-31. `parted` is the separator, else that of the language."""
    made = io.StringIO(newline="")
    writer = csv.writer(made, delimiter=parted or separator(table.tr.language), lineterminator="\r\n")
    writer.writerow([guarded(column.heading) for column in table.columns])
    troubles = Troubles()
    count = 0
    cells = [(column, column.fill, column.sort in (Sort.TEXT, Sort.LONG)) for column in table.columns]
    for some in table.rows:
        for title in some:
            count += 1
            row = []
            for column, fill, text in cells:
                value = fill(title)
                if text and value:
                    kept = clean(str(value))
                    if kept != value and len(kept) != len(str(value).replace("\r\n", "\n")):
                        troubles.tell(STRIPPED, column.heading, title.id)
                    row.append(guarded(kept))
                else:
                    row.append(_plain(value))
            writer.writerow(row)
    return TableFile((MARK + made.getvalue()).encode(), count, troubles.phrases())


def guarded(text: str) -> str:
    """The text with an apostrophe before what a spreadsheet would take for a formula, spaces before it or not."""
    return GUARD + text if text.lstrip(" \u00a0\u3000\ufeff").startswith(FORMULA) else text


def _plain(value: Value) -> str:
    if value is None:
        return ""
    return value.isoformat() if isinstance(value, date) else str(value)
