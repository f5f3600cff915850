"""Rows of a text file with separators: strictly where it is well formed, leniently where a spreadsheet damaged it."""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from typing import BinaryIO, NamedTuple

from app.errors import UserError
from app.intake.limits import LONGEST_CELL, LONGEST_LINE, MOST_COLUMNS, MOST_LINES_IN_CELL, MOST_ROWS
from app.intake.table import Fault, Noticed, Row
from app.words import N_

SEPARATORS = (";", "\t", ",", "|")
_PROBED = 60
_NEAR = 0.12
_TAIL = 256 * 1024
"""Bytes from whose end it is told whether a file was cut short."""

_DECLARED = re.compile(r'"?sep=(.)"?\s*', re.IGNORECASE)


class Separator(NamedTuple):
    """What parts the cells; `others` would part them nearly as evenly."""

    sign: str
    others: tuple[str, ...] = ()


@contextmanager
def text_of(file: BinaryIO, encoding: str) -> Iterator[io.TextIOWrapper]:
    """The file as text from its beginning: all three line ends, a mark dropped, bytes that fit no letter as U+FFFD."""
    file.seek(0)
    name = "utf-8-sig" if encoding == "utf-8" else encoding
    text = io.TextIOWrapper(file, encoding=name, errors="replace", newline=None)
    try:
        yield text
    finally:
        text.detach()  # the file stays open


def separator_of(text: io.TextIOBase) -> Separator:
    """The separator that cuts the first rows most evenly."""
    lines = list(islice(_lines(text), _PROBED))
    if lines and (declared := _DECLARED.fullmatch(lines[0].rstrip("\n"))):
        return Separator("\t" if declared[1] == "\t" else declared[1])
    scores: dict[str, float] = {}
    for sign in SEPARATORS:
        widths = [len(row.cells) for row in _records(iter(lines), sign, 0) if not row.empty]
        several = [width for width in widths if width > 1]
        if several:
            width, often = Counter(several).most_common(1)[0]
            scores[sign] = often / len(widths) + min(width, 12) * 0.01
    if not scores:
        wrapped = (sign for sign in SEPARATORS if wrapped_width(list(_records(iter(lines), sign, 0)), sign))
        return Separator(next(wrapped, ","))
    best = max(scores, key=lambda sign: scores[sign])
    return Separator(best, tuple(sign for sign in scores if sign != best and scores[best] - scores[sign] < _NEAR))


def records(text: io.TextIOBase, separator: str, width: int = 0) -> Iterator[Row]:
    """The rows of a text file with their first lines' numbers; `width` is how many cells a whole row has, if known.

    Raises `UserError` for lines, rows and columns beyond any list's.
    """
    lines = _lines(text)
    first = next(lines, None)
    if first is None:
        return
    start = 1
    if _DECLARED.fullmatch(first.rstrip("\n")):
        start = 2
    else:
        lines = _before(first, lines)
    for count, row in enumerate(_records(lines, separator, width, start)):
        if count >= MOST_ROWS:
            raise UserError(N_("The file has more than {n} rows. Divide it."), n=MOST_ROWS)
        yield row


def wrapped_width(rows: Sequence[Row], separator: str) -> int:
    """How many cells the rows have when each is in quotes as a whole, as Excel saves what it has not parted; else 0."""
    full = [row.cells for row in rows if not row.empty]
    if len(full) < 2 or any(len(cells) != 1 or separator not in cells[0] for cells in full):  # noqa: PLR2004
        return 0
    widths = {len(_strict(cells[0], separator) or ()) for cells in full}
    return widths.pop() if len(widths) == 1 else 0


def unfinished(file: BinaryIO, encoding: str, separator: str, width: int) -> int:
    """The line of the row in whose middle the file ends, 0 when it ends with a whole one."""
    size = file.seek(0, io.SEEK_END)
    begin = max(0, size - _TAIL) // 4 * 4  # no letter of UTF-16 is cut in two
    file.seek(begin)
    tail = io.StringIO(file.read().decode(encoding, "replace"), newline=None)
    rows = [row for row in _records(_lines(tail), separator, width) if not row.empty]
    if not rows or all(noticed.fault is not Fault.CUT for noticed in rows[-1].noticed):
        return 0
    if begin == 0:
        return rows[-1].number
    with text_of(file, encoding) as text:
        return sum(1 for _line in text)


def _before(first: str, lines: Iterator[str]) -> Iterator[str]:
    yield first
    yield from lines


def _lines(text: io.TextIOBase) -> Iterator[str]:
    number = 0
    while line := text.readline(LONGEST_LINE):
        number += 1
        if len(line) >= LONGEST_LINE:
            raise UserError(N_("Line {line} has no end. This is not a table."), line=number)
        yield line


def _records(lines: Iterator[str], separator: str, width: int, start: int = 1) -> Iterator[Row]:
    waiting: list[str] = []
    number = start
    while True:
        line = waiting.pop(0) if waiting else next(lines, None)
        if line is None:
            return
        if '"' not in line:
            cells = line.rstrip("\n").split(separator)
            used = 1
            mended = False
        else:
            gathered = _gathered(line, lines, waiting)
            cells, used, mended = _quoted(gathered, separator, width)
            waiting[:0] = gathered[used:]
            line = gathered[used - 1]
        cut = not line.endswith("\n") and (len(cells) < width or (mended and line.count('"') % 2 == 1))
        yield _row(number, cells, mended=mended, cut=cut)
        number += used


def _gathered(line: str, lines: Iterator[str], waiting: list[str]) -> list[str]:
    """The line and those after it until all quotes are closed, or as many as a cell may span."""
    found, quotes, letters = [line], line.count('"'), len(line)
    while quotes % 2 and len(found) < MOST_LINES_IN_CELL and letters < LONGEST_LINE:
        more = waiting.pop(0) if waiting else next(lines, None)
        if more is None:
            break
        found.append(more)
        quotes += more.count('"')
        letters += len(more)
    return found


def _quoted(gathered: list[str], separator: str, width: int) -> tuple[list[str], int, bool]:
    """(cells, lines used, mended) of a row with quotes in it."""
    text = "".join(gathered)
    cells = _strict(text, separator)
    if cells is not None and _fits(cells, gathered, separator, width):
        if len(cells) == 1 and width > 1 and separator in cells[0]:
            inner = _strict(cells[0], separator)  # the whole row was put into quotes once more
            return (inner or cells[0].split(separator)), len(gathered), True
        return cells, len(gathered), False
    return _lenient(gathered[0].rstrip("\n"), separator), 1, True


def _strict(text: str, separator: str) -> list[str] | None:
    """The cells of one well-formed row, None if it is not."""
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True))
    except csv.Error:
        return None
    return rows[0] if len(rows) == 1 else None


def _fits(cells: list[str], gathered: list[str], separator: str, width: int) -> bool:
    """Whether a row over several lines is one row, not many with a quote left open in the first."""
    if len(gathered) == 1:
        return True
    if width and len(cells) != width:
        return len(_lenient(gathered[0].rstrip("\n"), separator)) != width
    return True


def _lenient(line: str, separator: str) -> list[str]:
    """The cells of a row with damaged quotes: a quote counts where it begins or ends a cell."""
    cells: list[str] = []
    rest = line
    while True:
        cell, found, rest = _next_cell(rest, separator)
        cells.append(cell)
        if not found:
            return cells


def _next_cell(rest: str, separator: str) -> tuple[str, bool, str]:
    """(the first cell, whether another follows, what remains)."""
    if rest.startswith('"'):
        end = rest.find('"' + separator, 1)
        if end < 0 and rest.endswith('"') and len(rest) > 1:
            return _unquoted(rest), False, ""
        if end > 0 and (separator not in rest[1:end] or rest[1:end].count('"') % 2 == 0):
            return _unquoted(rest[: end + 1]), True, rest[end + 2 :]
    cell, sign, rest = rest.partition(separator)
    return _unquoted(cell), bool(sign), rest


def _unquoted(cell: str) -> str:
    if len(cell) > 1 and cell.startswith('"') and cell.endswith('"'):
        cell = cell[1:-1]
    elif cell.count('"') == 1:
        cell = cell.strip('"')  # one left over belongs to nothing
    return cell.replace('""', '"')


def _row(number: int, cells: list[str], *, mended: bool, cut: bool) -> Row:
    if len(cells) > MOST_COLUMNS:
        while cells and not cells[-1].strip():
            cells.pop()
        if len(cells) > MOST_COLUMNS:
            raise UserError(
                N_("Line {line} has {n} columns; a table may have {most}."),
                line=number,
                n=len(cells),
                most=MOST_COLUMNS,
            )
    noticed = [Noticed(Fault.MENDED)] if mended else []
    if cut:
        noticed.append(Noticed(Fault.CUT))
    for place, cell in enumerate(cells):
        if len(cell) > LONGEST_CELL:
            cells[place] = cell[:LONGEST_CELL]
            noticed.append(Noticed(Fault.LONG, place))
        elif "\ufffd" in cell:
            noticed.append(Noticed(Fault.LOST, place, cell[:80]))
    return Row(number, cells, {}, tuple(noticed))
