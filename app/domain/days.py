"""Days as one types them in a query: 2026-11-01..2026-11-30, 2026-11, ..2026, 7d."""

import re
from calendar import monthrange
from datetime import date, timedelta

_DAY = r"\d{4}(?:-\d{1,2}(?:-\d{1,2})?)?"
_ONE = re.compile(rf"({_DAY})", re.ASCII)
_RANGE = re.compile(rf"({_DAY})?\.\.({_DAY})?", re.ASCII)
_LATELY = re.compile(r"(\d{1,4})([dwmy])", re.ASCII)
_LENGTHS = {"d": 1, "w": 7, "m": 30, "y": 365}

Span = tuple[date, date]


def days(text: str, today: date, *, ahead: bool = False) -> Span | None:
    """The first and last day `text` means; None when it means none.

    A day, a month or a year, a range of them with open ends, or the last 7d, 2w, 3m, 1y up
    to today; with `ahead` the next ones from today.
    """
    if found := _LATELY.fullmatch(text):
        length = timedelta(days=int(found[1]) * _LENGTHS[found[2]])
        try:
            return (today, today + length) if ahead else (today - length, today)
        except OverflowError:
            return (today, date.max) if ahead else (date.min, today)
    if found := _ONE.fullmatch(text):
        return _span(found[1])
    found = _RANGE.fullmatch(text)
    if found is None or not any(found.groups()):
        return None
    first = _span(found[1]) if found[1] else (date.min, date.min)
    last = _span(found[2]) if found[2] else (date.max, date.max)
    if first is None or last is None or first[0] > last[1]:
        return None
    return first[0], last[1]


def _span(text: str) -> Span | None:
    """The first and last day of a year, a month or a day."""
    year, *rest = map(int, text.split("-"))
    try:
        if not rest:
            return date(year, 1, 1), date(year, 12, 31)
        if len(rest) == 1:
            return date(year, rest[0], 1), date(year, rest[0], monthrange(year, rest[0])[1])
        day = date(year, *rest)
    except ValueError:
        return None
    return day, day
