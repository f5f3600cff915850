"""Where the heading of a table is: below titles and empty rows, on one line or two, or nowhere."""

from collections.abc import Sequence
from typing import NamedTuple

from app.intake.clock import moments
from app.intake.headings import meaning_of
from app.intake.options import Column, DateOrder, Meaning
from app.intake.table import Merged, Row, Sample

SEARCHED = 40
_WORDS_AT_MOST = 60
_FEW = 2
_WEAK = 0.4
"""A cell that is only the name of a language may be a heading, or what stands below “Language”."""


class Header(NamedTuple):
    """`row` is the number of its first row (0: none), `lines` how many; `texts` by column; `known` what they mean."""

    row: int
    lines: int
    texts: tuple[str, ...] = ()
    known: tuple[Column | None, ...] = ()
    certain: bool = True


def header_of(sample: Sample, row: int | None = None, lines: int | None = None) -> Header:
    """The heading; `row` (0 for none) and `lines` if somebody has said so."""
    if row == 0:
        return Header(0, 1)
    rows = [one for one in sample.rows[:SEARCHED] if not one.empty]
    if row is not None:
        at = next((place for place, one in enumerate(rows) if one.number >= row), None)
        if at is None:
            return Header(0, 1)
        return _told(sample, rows, at, lines or _lines(rows, at, sample.merged))
    scores = [_score(one) for one in rows]
    best = max(range(len(rows)), key=lambda place: (scores[place], -place), default=None)
    if best is None:
        return Header(0, 1)
    if scores[best] < min(_FEW, sample.width) - 1 + _WEAK:
        return _unknown(sample, rows)
    if best and lines is None and _above_groups(rows[best - 1], rows[best], sample.merged):
        return _told(sample, rows, best - 1, 2)
    return _told(sample, rows, best, lines or _lines(rows, best, sample.merged))


def _score(row: Row) -> float:
    """How much a row looks like headings: cells understood, and no figures."""
    said = [(place, cell) for place, cell in enumerate(row.cells) if cell.strip()]
    score, seen = 0.0, set()
    for place, cell in said:
        if len(cell) > _WORDS_AT_MOST or place in row.typed or _is_figure(cell):
            score -= 0.5
            continue
        column = meaning_of(cell)
        if column is not None and (column not in seen or column.meaning is Meaning.NAME):
            seen.add(column)
            score += _WEAK if _only_a_language(cell, column) else 1.0
    return score if len(said) > 1 or score >= 1 else score / 2


def _is_figure(text: str) -> bool:
    return sum(letter.isdigit() for letter in text) * 2 > len(text.strip())


def _only_a_language(cell: str, column: Column) -> bool:
    return column.meaning is Meaning.NAME and bool(column.language) and meaning_of(f"{cell} название") == column


def _lines(rows: Sequence[Row], at: int, merged: tuple[Merged, ...]) -> int:
    """1, or 2 when the row below goes on with the heading."""
    if at + 1 >= len(rows) or rows[at + 1].number != rows[at].number + 1:
        return 1
    top, below = rows[at], rows[at + 1]
    number = top.number
    if any(one.top == number and one.right > one.left for one in merged) and any(
        one.top == number and one.bottom > number for one in merged
    ):
        return 2
    return 2 if _open_places(top, below) and _score(below) > 0 and not below.typed else 1


def _open_places(top: Row, below: Row) -> bool:
    """Whether the lower row speaks where the upper one, further right than its first word, is silent."""
    said = [place for place, cell in enumerate(top.cells) if cell.strip()]
    return bool(said) and any(
        cell.strip() and place > said[0] and not (place < len(top.cells) and top.cells[place].strip())
        for place, cell in enumerate(below.cells)
    )


def _above_groups(above: Row, row: Row, merged: tuple[Merged, ...]) -> bool:
    """Whether the row above names groups of columns: «Название» over three languages."""
    said = [cell for cell in above.cells if cell.strip()]
    if len(said) < _FEW or above.number != row.number - 1 or _score(above) < 1:
        return False
    return _open_places(above, row) or any(one.top == above.number and one.right > one.left for one in merged)


def _told(sample: Sample, rows: Sequence[Row], at: int, lines: int) -> Header:
    heads = [one for one in rows[at : at + lines] if one.number < rows[at].number + lines]
    width = max(sample.width, *(len(one.cells) for one in heads))
    spread = [_spread(one, width, sample.merged, last=one is heads[-1]) for one in heads]
    texts: list[str] = []
    known: list[Column | None] = []
    for place in range(width):
        parts = list(dict.fromkeys(line[place].strip() for line in spread if line[place].strip()))
        texts.append(" ".join(parts))
        known.append(_meaning(parts))
    return Header(rows[at].number, lines, tuple(texts), tuple(known))


def _spread(row: Row, width: int, merged: tuple[Merged, ...], *, last: bool) -> list[str]:
    """The cells of a heading row, one that stands over several columns repeated over each."""
    cells = [*row.cells, *[""] * (width - len(row.cells))]
    areas = [one for one in merged if one.top <= row.number <= one.bottom and one.right > one.left]
    for area in areas:
        for place in range(area.left + 1, min(area.right + 1, width)):
            cells[place] = cells[place] or cells[area.left]
    if not areas and not last:
        for place in range(1, width):
            cells[place] = cells[place] or cells[place - 1]
    return cells


def _meaning(parts: Sequence[str]) -> Column | None:
    """What a heading of one or two lines means."""
    if not parts:
        return None
    whole = meaning_of(" ".join(parts))
    if len(parts) == 1 or whole is not None:
        return whole
    lower = meaning_of(parts[-1])
    return lower or meaning_of(parts[0])


def _unknown(sample: Sample, rows: Sequence[Row]) -> Header:
    """No heading that is understood: perhaps one in other words, when the first row differs from those below."""
    first, *others = rows
    said = [cell for cell in first.cells if cell.strip()]
    dated = any(moments(cell, None, DateOrder.DMY).day for cell in said)
    words = len(said) > 1 and not dated and not first.typed and not any(_is_figure(cell) for cell in said)
    figures = sum(any(_is_figure(cell) for cell in one.cells) for one in others)
    if words and others and figures * 2 > len(others) and sample.width > 1:
        header = _told(sample, rows, 0, 1)
        return header._replace(certain=False)
    return Header(0, 1)
