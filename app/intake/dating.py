"""What the days in a sheet leave open: the year they do not say, and whether 03/04 is in March or April."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from app.intake.by_values import values
from app.intake.clock import Day, moments
from app.intake.options import Ask, Choice, Column, DateOrder, Meaning, Topic
from app.intake.table import Row, Sample
from app.words import N_, phrase

YEAR = N_("In which year are these dates?")
ORDER = N_("Which comes first in these dates, the day or the month?")
DAY_FIRST = N_("Day, month, year")
MONTH_FIRST = N_("Month, day, year")

_YEAR = re.compile(r"(?<!\d)(20\d\d)(?!\d)")
_FIGURES = re.compile(r"(?<!\d)(\d{1,4})([./-])(\d{1,2})(?:\2(\d{4}|\d{2}))?(?!\d)")
_MONTHS = 12
_DATED = (Meaning.DATE, Meaning.START)
_ALL_DATED = (*_DATED, Meaning.RIGHTS_START, Meaning.RIGHTS_END)


class Dating(NamedTuple):
    """The year and the order, with what must be asked about them, and the day a sheet as a whole is about."""

    year: int | None
    order: DateOrder
    asks: tuple[Ask, ...] = ()
    day: Day | None = None


def dating(sample: Sample, body: Sequence[Row], above: Sequence[Row], columns: Sequence[Column | None]) -> Dating:
    """What can be told about the days of a sheet; `above` are the rows before its heading."""
    found = [
        one
        for place, column in enumerate(columns)
        if column and column.meaning in _ALL_DATED
        for one in values(body, place)
    ]
    order, asks = _order([text for text, typed in found if typed is None])
    titles = [cell for row in above for cell in row.cells if cell.strip()]
    context = next(filter(None, (whole_day(text, order) for text in (*titles, sample.sheet))), None)
    days = [
        moments(text, typed, order).day
        for place, column in enumerate(columns)
        if column and column.meaning in _DATED
        for text, typed in values(body, place)
    ]
    if not any(column and column.meaning in _DATED for column in columns):
        days += [context, *_between(body, order)]
    known = [day for day in days if day is not None]
    open_ = [day for day in known if day.year is None]
    if not open_:
        return Dating(next((day.year for day in known), None), order, asks, context)
    year = _year_said([day.year for day in known if day.year], [*titles, sample.sheet, sample.name])
    if year is not None and _agrees(open_, year):
        return Dating(year, order, asks, context)
    return Dating(year, order, (*asks, _ask_year(open_, year)), context)


def whole_day(text: str, order: DateOrder) -> Day | None:
    """The day a title line or the name of a sheet is, when it is that and little more."""
    found = moments(text, None, order)
    return found.day if found.day and not found.several and len(found.rest) < len(text) / 2 else None


def _between(body: Sequence[Row], order: DateOrder) -> Iterable[Day | None]:
    """The days that stand alone in rows between the others."""
    for row in body:
        said = [(cell, row.typed.get(place)) for place, cell in enumerate(row.cells) if cell.strip()]
        if len(said) == 1:
            yield moments(said[0][0], said[0][1], order).day


def _year_said(said: Sequence[int], texts: Sequence[str]) -> int | None:
    if said:
        return Counter(said).most_common(1)[0][0]
    for text in texts:
        years = {int(year) for year in _YEAR.findall(text)}
        if len(years) == 1:
            return years.pop()
    return None


def _agrees(days: Sequence[Day], year: int) -> bool:
    """Whether the weekdays beside the days fit the year."""
    return all(
        day.weekday is None or ((on := day.on(year)) is not None and on.weekday() == day.weekday) for day in days
    )


def _ask_year(days: Sequence[Day], likely: int | None) -> Ask:
    """Which year: those in which the weekdays agree, where weekdays stand beside the days."""
    weekdays = any(day.weekday is not None for day in days)
    years = [year for year in range(2010, 2041) if _agrees(days, year)] if weekdays else []
    choices = tuple(Choice(str(year), phrase("{year}", year=year)) for year in years)
    return Ask(Topic.YEAR, phrase(YEAR), choices, likely=str(likely or ""))


def _order(texts: Iterable[str]) -> tuple[DateOrder, tuple[Ask, ...]]:
    """The order of figures: certain when one of them exceeds twelve, or with points between them."""
    parts = [match for match in map(_FIGURES.search, texts) if match and len(match[1]) <= 2]  # noqa: PLR2004 - else ISO
    if any(int(match[1]) > _MONTHS for match in parts):
        return DateOrder.DMY, ()
    if any(int(match[3]) > _MONTHS for match in parts):
        return DateOrder.MDY, ()
    slashed = [match for match in parts if match[2] != "." and match[1] != match[3]]
    if not slashed:
        return DateOrder.DMY, ()
    sample = tuple(dict.fromkeys(match[0] for match in slashed))[:3]
    choices = (
        Choice(DateOrder.DMY.value, phrase(DAY_FIRST), sample),
        Choice(DateOrder.MDY.value, phrase(MONTH_FIRST), sample),
    )
    return DateOrder.DMY, (Ask(Topic.DATE_ORDER, phrase(ORDER), choices, likely=DateOrder.DMY.value),)
