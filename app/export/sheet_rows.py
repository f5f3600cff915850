"""The rows of a worksheet as XML, written straight: an object for every cell takes twice as long."""

import re
from collections.abc import Callable, Sequence
from datetime import date
from html import escape

from app.export.title_table import Sort, Value

Cell = Callable[[str, Value], str]
"""The cell of one column in the row with this number; '' for one without a value."""

_FORMULA = tuple("=+-@\t＝＋－＠'")
_DAY_ZERO = date(1899, 12, 30).toordinal()
_MARKUP = re.compile("[&<>]")
_ESCAPED = re.compile("_(?=x[0-9a-fA-F]{4}_)")
"""What a spreadsheet takes for a character written by its number (ECMA-376, 22.9.2.19)."""


def letters(place: int) -> str:
    """The name of a column: A, B … AA."""
    name = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        name = chr(65 + rest) + name
    return name


def cell_of(place: int, sort: Sort, plain: str, marked: str) -> Cell:
    """What writes the cells of a column; `plain` and `marked` are the numbers of its styles."""
    name = letters(place)
    number, text = f'<c r="{name}%s" s="{plain}"><v>%s</v></c>', '" t="inlineStr"><is><t xml:space="preserve">'
    match sort:
        case Sort.NUMBER:
            return lambda row, value: number % (row, value)
        case Sort.DAY:
            return lambda row, value: number % (row, value.toordinal() - _DAY_ZERO) if isinstance(value, date) else ""
    usual, guarded = f'" s="{plain}{text}', f'" s="{marked}{text}'
    head = f'<c r="{name}'

    def write(row: str, value: Value) -> str:
        said = str(value)
        if _MARKUP.search(said):
            said = escape(said, quote=False)
        if "_x" in said:
            said = _ESCAPED.sub("_x005F_", said)
        return f"{head}{row}{guarded if said.startswith(_FORMULA) else usual}{said}</t></is></c>"

    return write


def row_of(number: int, cells: Sequence[str]) -> str:
    """One row."""
    return f'<row r="{number}">{"".join(cells)}</row>'
