"""How moments, lengths and degrees are typed and written in the forms of a tour."""

from datetime import date, datetime, time

from app.errors import UserError
from app.i18n import formats
from app.i18n.active import language
from app.ui.works.form_parts import read_day, write_day
from app.words import N_

MOMENT_WRONG = N_("Enter a day and a time such as {example}, or leave it empty.")
LENGTH_WRONG = N_("Enter hours and minutes such as {example}, or leave it empty.")
DEGREES_WRONG = N_("Enter degrees such as {example}, or leave it empty.")
DAY_NEEDED = N_("Enter a day.")
_EXAMPLE = datetime(2027, 12, 31, 9, 30)  # noqa: DTZ001 - a wall time


def read_moment(text: str) -> datetime | None:
    """A wall time typed as 31.12.2027 9:30; '' is None."""
    if not text:
        return None
    words, _space, clock = text.rpartition(" ")
    try:
        hours, _colon, minutes = clock.partition(":")
        at = time(int(hours), int(minutes or "0"))
        day = read_day(words.strip())
    except (ValueError, UserError):
        at, day = time(), None
    if day is None:
        raise UserError(MOMENT_WRONG, example=write_moment(_EXAMPLE))
    return datetime.combine(day, at)


def write_moment(moment: datetime) -> str:
    """A wall time as it is typed."""
    return f"{write_day(moment.date())} {moment:%H:%M}"


def read_length(text: str) -> int | None:
    """Hours and minutes typed as 30, 30:15 or 0:45, in minutes; '' is None."""
    if not text:
        return None
    hours, _colon, minutes = text.partition(":")
    try:
        whole, rest = int(hours), int(minutes or "0")
    except ValueError:
        whole, rest = -1, 0
    if whole < 0 or not 0 <= rest < 60:  # noqa: PLR2004 - minutes of an hour
        raise UserError(LENGTH_WRONG, example="30:15")
    return whole * 60 + rest


def read_span(text: str) -> int:
    """The same; '' is nothing at all."""
    return read_length(text) or 0


def write_length(minutes: int) -> str:
    """30:15."""
    return f"{minutes // 60}:{minutes % 60:02}"


def read_degrees(text: str) -> float | None:
    """Degrees typed with a point or a comma; '' is None."""
    if not text:
        return None
    try:
        return round(float(text.replace(",", ".").replace("−", "-")), 4)
    except ValueError:
        raise UserError(DEGREES_WRONG, example=formats.number(language(), 43.25)) from None


def write_degrees(degrees: float) -> str:
    """Degrees as they are typed."""
    return f"{degrees:g}"


def needed_day(text: str) -> date:
    """A day that must be there."""
    day = read_day(text)
    if day is None:
        raise UserError(DAY_NEEDED)
    return day
