"""Which programme Home is about, and what it says of it in its first line."""

from collections.abc import Sequence
from datetime import date

from app.i18n import formats
from app.i18n.active import _, language, ngettext
from app.store.programme_rows import ProgrammeRow

ENDED = 14
"""Days for which a programme that has ended is still told of, when none lies ahead."""


def foremost(rows: Sequence[ProgrammeRow], today: date) -> ProgrammeRow | None:
    """The programme that is on, else the next to open, else the last that has ended."""
    on = [row for row in rows if row.first_day <= today <= row.last_day]
    ahead = [row for row in rows if row.first_day > today]
    if on:
        return min(on, key=lambda row: (row.last_day, row.id))
    if ahead:
        return min(ahead, key=lambda row: (row.first_day, row.id))
    return max(rows, key=lambda row: (row.last_day, row.id), default=None)


def hero(row: ProgrammeRow, today: date) -> str:
    """How far off the programme is: Film Week 2026 opens in 26 days."""
    name = row.names.shown(language())
    if today < row.first_day:
        days = (row.first_day - today).days
        if days == 1:
            return _("{programme} opens tomorrow", programme=name)
        return ngettext("{programme} opens in {n} day", "{programme} opens in {n} days", days, programme=name)
    if today <= row.last_day:
        day, total = (today - row.first_day).days + 1, (row.last_day - row.first_day).days + 1
        if total == 1:
            return _("{programme} is on today", programme=name)
        return _("{programme} is on: day {day} of {total}", programme=name, day=day, total=total)
    days = (today - row.last_day).days
    if days > ENDED:
        return _("{programme} ended on {date}", programme=name, date=row.last_day)
    return ngettext("{programme} ended {n} day ago", "{programme} ended {n} days ago", days, programme=name)


def place(row: ProgrammeRow) -> str:
    """Where and when: Almaty, 15–18 October 2026."""
    dates = formats.date_range(language(), row.first_day, row.last_day)
    city = row.city.shown(language())
    return _("{city}, {dates}", city=city, dates=dates) if city else dates
