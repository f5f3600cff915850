"""Years, lengths and counts as they stand in cells."""

import re
from datetime import date, datetime, time, timedelta

from app.intake.limits import LONGEST_FACT
from app.intake.options import FIRST_YEAR, LAST_YEAR
from app.intake.spelling import half_width
from app.intake.table import Typed

LONGEST_MINUTES = 2_000
"""A cell with more holds something else; the longest films known to festivals run some 870 minutes."""

_YEAR = re.compile(r"(?<!\d)(1[89]\d\d|20\d\d|2100)(?!\d)")
_AROUND_YEAR = re.compile(r"(?:год[аы]?|гг?|ж(?:ылы|ыл)?|year|年|в|вып|выпуска|[.\s,])*", re.IGNORECASE)
_HOURS = re.compile(
    r"(\d{1,2})\s*(?:часов|часа|час|ч|сағат|сағ|с|hours?|hrs?|h|小时|小時|时)\.?\s*(?:(\d{1,3})\s*(?:минуты?|минут|мин|m(?:in)?|м|分钟|分)?\.?)?"
    r"(?:\s*\d{1,2}\s*(?:сек\w*|s(?:ec)?|с|秒)\.?)?",
    re.IGNORECASE,
)
_MINUTES = re.compile(
    r"(?:ок\.?|около|~|≈|约|шамамен|c\.?|ca\.?)?\s*(\d{1,4})(?:[.,](\d))?\s*"
    r"(?:минуты?|минут|мин|minutes?|mins?|min|m|м|分钟|分|′|'|’|‘)?\.?\s*(?:(\d{1,2})\s*(?:сек\w*|секунд\w*|sec|s|с|秒|″|\"|''|’’|”))?\.?",
    re.IGNORECASE,
)
_CLOCK = re.compile(r"(\d{1,3}):(\d{2})(?::(\d{2}))?(?:[.,]\d+)?")
_COUNT = re.compile(
    r"(\d{1,4})(?:\s*[xх×*]\s*\d+.*)?\s*(?:серий|серии|серия|сер|бөлім|сериялы|episodes?|eps?|ep|集)?\.?", re.IGNORECASE
)
_HALF = 30
_LONG_HOURS = 12


def year_of(text: str, typed: Typed | None = None) -> int | None:
    """A year: 2019, 2019.0, “2019 ж.”, 2019年, 2018–2019 (the last), a date."""
    if isinstance(typed, datetime | date):
        return typed.year if FIRST_YEAR <= typed.year <= LAST_YEAR else None
    text = half_width(text[:LONGEST_FACT]).strip().removesuffix(".0")
    found = _YEAR.findall(text)
    if not found or not FIRST_YEAR <= int(found[-1]) <= LAST_YEAR:
        return None
    rest = _YEAR.sub("", text)
    plain = _AROUND_YEAR.fullmatch(re.sub(r"[-–—/()~至-]", " ", rest))
    return int(found[-1]) if plain or re.fullmatch(r"[\d./ -]+", text) else None


def minutes_of(text: str, typed: Typed | None = None) -> int | None:
    """A length in minutes: 105, “1 ч 45 мин”, 105', 1:45, 01:45:00, times of Excel; None when it is none."""
    if isinstance(typed, timedelta):
        return _sensible(round(typed.total_seconds() / 60))
    if isinstance(typed, time):
        return _sensible(typed.hour * 60 + typed.minute + (typed.second >= _HALF))
    if isinstance(typed, float | int) and not isinstance(typed, bool):
        return _from_number(float(typed))
    text = half_width(text[:LONGEST_FACT]).strip().replace("\xa0", " ").lower()
    if re.fullmatch(r"0[.,]\d{2,}", text):
        return _from_number(float(text.replace(",", ".")))
    if found := _CLOCK.fullmatch(text):
        return _from_clock(int(found[1]), int(found[2]), found[3])
    if found := _HOURS.fullmatch(text):
        return _sensible(int(found[1]) * 60 + int(found[2] or 0))
    if found := _MINUTES.fullmatch(text):
        return _sensible(int(found[1]) + (int(found[3] or 0) >= _HALF))
    return None


def _from_number(value: float) -> int | None:
    """Whole minutes, or a part of a day as Excel keeps times."""
    if 0 < value < 1:
        return _sensible(round(value * 24 * 60))
    return _sensible(round(value))


def _from_clock(first: int, second: int, third: str | None) -> int | None:
    """1:45 is hours and minutes, 01:45:00 too; 95:30 is minutes and seconds."""
    if third is not None:
        return _sensible(first * 60 + second + (int(third) >= _HALF))
    if first >= _LONG_HOURS:
        return _sensible(first + (second >= _HALF))
    return _sensible(first * 60 + second)


def _sensible(minutes: int) -> int | None:
    return minutes if 0 < minutes <= LONGEST_MINUTES else None


def count_of(text: str, typed: Typed | None = None) -> int | None:
    """A count of episodes: 12, “12 серий”, 30集, “8x45”."""
    if isinstance(typed, float | int) and not isinstance(typed, bool):
        return int(typed) if float(typed).is_integer() and 0 < typed < 10_000 else None  # noqa: PLR2004
    found = _COUNT.fullmatch(half_width(text[:LONGEST_FACT]).strip())
    return int(found[1]) if found and int(found[1]) else None
