"""A wall grid (days or halls across, hours down, titles between) taken apart into rows of a list."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from app.intake.clock import moments
from app.intake.options import Column, Layout, Meaning, Reading
from app.intake.table import Merged, Row, Typed

COLUMNS = tuple(map(Column, (Meaning.DATE, Meaning.TIME, Meaning.VENUE, Meaning.HALL, Meaning.NAME)))
_DATE, _TIME = 0, 1
_HOUSES = ("кинотеатр", "театр", "cinema", "theatre", "影院", "影城", "电影中心", "киноцентр", "орталығы")


def as_list(reading: Reading) -> Reading:
    """How the rows of `unfolded` are read."""
    return replace(reading, columns=COLUMNS, layout=Layout.LIST, filled=(), header_row=0)


def unfolded(rows: Iterable[Row], heads: list[Row], reading: Reading, merged: tuple[Merged, ...] = ()) -> Iterator[Row]:
    """A row for every cell of the grid that holds a title. `heads` are its heading rows."""
    days, halls = _heads(heads, reading, merged)
    day: tuple[str, Typed | None] = ("", None)
    hour: tuple[str, Typed | None] = ("", None)
    for row in rows:
        said = [place for place, cell in enumerate(row.cells) if cell.strip()]
        if len(said) == 1 and _is_day(row, said[0], reading):
            day = row.cells[said[0]], row.typed.get(said[0])
            continue
        first = row.cells[0].strip() if row.cells else ""
        if first:
            found = moments(first, row.typed.get(0), reading.date_order, hours_only=not _is_day(row, 0, reading))
            if found.spans:
                hour = first, row.typed.get(0)
            elif found.day:
                day = first, row.typed.get(0)
        for place in said:
            if place and place not in row.merged:
                yield _one(row, place, (days.get(place, day), hour, halls.get(place, "")), reading)


def _one(
    row: Row, place: int, where: tuple[tuple[str, Typed | None], tuple[str, Typed | None], str], reading: Reading
) -> Row:
    (day, typed_day), (hour, typed_hour), hall = where
    title = row.cells[place]
    first, _line, rest = title.partition("\n")
    own = moments(first, None, reading.date_order, hours_only=True)
    if own.spans and own.rest and title.strip()[0].isdigit():
        hour, typed_hour, title = first[: len(first) - len(own.rest)].strip(), None, f"{own.rest}\n{rest}".strip()
    elif own.spans and rest.strip() and not own.rest:
        hour, typed_hour, title = first, None, rest
    values = {_DATE: typed_day, _TIME: typed_hour}
    typed = {key: value for key, value in values.items() if value is not None}
    venue, hall = (hall, "") if any(word in hall.lower() for word in _HOUSES) else ("", hall)
    return Row(row.number, [day, hour, venue, hall, title], typed, row.noticed)


def _heads(
    heads: list[Row], reading: Reading, merged: tuple[Merged, ...]
) -> tuple[dict[int, tuple[str, Typed | None]], dict[int, str]]:
    """By column: the day and the hall its headings name; a day merged or left open stands for those to the right."""
    days: dict[int, tuple[str, Typed | None]] = {}
    halls: dict[int, str] = {}
    width = max((len(head.cells) for head in heads), default=0)
    for line, head in enumerate(heads):
        text, typed = "", None
        for place in range(1, width):
            cell = head.cells[place].strip() if place < len(head.cells) else ""
            if cell:
                text, typed = cell, head.typed.get(place)
            elif line and line == len(heads) - 1 and not _covered(head.number, place, merged):
                continue
            if not text:
                continue
            if moments(text, typed, reading.date_order).day:
                days[place] = text, typed
            else:
                halls[place] = f"{halls[place]}, {text}" if place in halls and cell else halls.get(place, text)
    return days, halls


def _covered(row: int, place: int, merged: tuple[Merged, ...]) -> bool:
    return any(one.top <= row <= one.bottom and one.left < place <= one.right for one in merged)


def _is_day(row: Row, place: int, reading: Reading) -> bool:
    found = moments(row.cells[place], row.typed.get(place), reading.date_order)
    return found.day is not None and not found.spans and not found.several
