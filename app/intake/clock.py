"""Days and hours as they stand in cells: true ones, numbers of Excel, and words in four languages."""

import re
from datetime import date, datetime, time, timedelta
from functools import cache
from typing import NamedTuple

from app.domain.folding import fold
from app.domain.kinds import LANGUAGES
from app.i18n.cldr import locale
from app.intake.limits import LONGEST_FACT
from app.intake.options import FIRST_YEAR, LAST_YEAR, DateOrder
from app.intake.spelling import half_width
from app.intake.table import Typed

DAY = 24 * 60
LATEST = 30 * 60
"""Hours are counted on past midnight to six in the morning: 25:10, 29:30."""

_EPOCH = datetime(1899, 12, 30)  # noqa: DTZ001 - the wall time of a worksheet
_SERIAL = (25_000, 75_000)
"""Excel's numbers of the days from 1968 to 2105."""


class Day(NamedTuple):
    """A day; `year` None when it is not said, `weekday` (Monday 0) when one stands beside it."""

    month: int
    day: int
    year: int | None = None
    weekday: int | None = None

    def on(self, year: int | None) -> date | None:
        """The date, None when there is no such day or no year."""
        try:
            return date(self.year or year or 0, self.month, self.day)
        except ValueError:
            return None


class Span(NamedTuple):
    """From a minute of the day to another; beyond 1,440 it is the night after."""

    start: int
    end: int | None = None


class Moments(NamedTuple):
    """What a cell says: a day, hours, what is left over; `several` days mean a stretch or a list of days."""

    day: Day | None = None
    spans: tuple[Span, ...] = ()
    rest: str = ""
    several: bool = False
    exact: bool = False
    """A date and hour of the worksheet itself: midnight is midnight."""


_ISO = re.compile(r"(?<!\d)(\d{4})\s*[-./年]\s*(\d{1,2})\s*[-./月]\s*(\d{1,2})(?!\d)\s*[日号]?")
_HAN = re.compile(r"(?:(\d{4}|\d{2})年)?\s*(\d{1,2})\s*月\s*(\d{1,2})\s*[日号]?")
_FIGURES = re.compile(r"(?<![\d:.])(\d{1,2})([./-])(\d{1,2})(?:\2(\d{4}|\d{2}))?(?![\d:])")
_YEAR_FIRST = re.compile(
    r"(\d{4})\s*(?:ж\.|жылғы|жылы|жыл|г\.|года|,)?\s*(\d{1,2})[\s-]*([^\W\d_]{3,})\.?", re.IGNORECASE
)
_DAY_FIRST = re.compile(
    r"(?<!\d)(\d{1,2})(?:st|nd|rd|th|-?е|-?го)?[\s.\-–]*(?:of\s+)?([^\W\d_]{3,})\.?(?:[\s,.\-]*(\d{4})(?!\d))?",
    re.IGNORECASE,
)
_MONTH_FIRST = re.compile(
    r"([^\W\d_]{3,})\.?\s*(\d{1,2})(?:st|nd|rd|th)?(?!\d|:)(?:[\s,]+(\d{4})(?!\d))?", re.IGNORECASE
)
_DAYS_RANGE = re.compile(r"\d{1,2}\s*[-–—]\s*\d{1,2}\s*(?=[^\W\d_]|\.\d)|\d\s*[-–—至]\s*\d{1,2}\s*[.月]")
_DAYS_LIST = re.compile(
    r"(?<![\d:.])\d{1,2}(?:st|nd|rd|th)?\s*(?:[,;&+/]|и|and|және|мен)\s*\d{1,2}(?:st|nd|rd|th)?[\s.]*(?=[^\W\d_]{3,})"
    r"|\d\s*[日号]?\s*[、,，和及]\s*\d{1,2}\s*[日号]",
    re.IGNORECASE,
)
_DAYS_AFTER_MONTH = re.compile(
    r"([^\W\d_]{3,})\.?\s*\d{1,2}(?:st|nd|rd|th)?\s*(?:[,;&+–—-]|и|and|және)\s*\d{1,2}(?!\s*[:.apчhсм点时時]|\d)",
    re.IGNORECASE,
)
_OFFSET = re.compile(
    r"(?:(?<=\d \d\d:\d\d)|(?<=\dT\d\d:\d\d))(?::\d\d(?:[.,]\d+)?)?\s*(?:Z|\+(?:0\d|1[0-4]):?[0-5]\d)$"
    r"|(?<=\dT\d\d:\d\d)(?::\d\d(?:[.,]\d+)?)?-(?:0\d|1[0-2]):?[0-5]\d$"
)
_HAN_WEEKDAY = re.compile(r"(?:星期|周|礼拜)([一二三四五六日天])")
_AFTER_YEAR = re.compile(r"^\s*(?:ж\.?|жыл\w*|г(?:\.|ода?\b)|年)\s*")
_PATTERNS = (
    (_ISO, 1, 2, 3),
    (_HAN, 1, 2, 3),
    (_YEAR_FIRST, 1, 3, 2),
    (_DAY_FIRST, 3, 2, 1),
    (_MONTH_FIRST, 3, 1, 2),
    (_FIGURES, 0, 0, 0),
)
"""Patterns of a day with the groups of year, month and day; figures are read by their order."""

_CENTURY = 2000
_MONTHS = 12

_TIME = re.compile(
    r"(?P<next>次日|翌日|次晨|келесі күн\w*|след\w*\.? д\w*\.?|next day|\+1)?\s*"
    r"(?P<part>上午|下午|晚上|晚|中午|凌晨|早上)?\s*"
    r"(?<!\d)(?P<hour>\d{1,2})\s*(?:[:：.hчЧ時时点]|(?<=\d)-(?=[0-5]\d(?!\d)))\s*(?P<minute>[0-5]\d)(?!\d)(?::[0-5]\d)?"
    r"(?:\s*分)?\s*(?P<half>[ap]\.?m\.?)?",
    re.IGNORECASE,
)
_BARE_HOUR = re.compile(
    r"(?<![\d.,:])(\d{1,2})\s*(?:час(?:ов|а)?|сағат|点|時|時整|点整|ч|h)\.?(?!\w)"
    r"|(?<![\d.,:])(\d{1,2})\s*([ap]m)\b",
    re.IGNORECASE,
)
_TO = re.compile(r"\s*(?:[-–—~～至]|to|до|дейін|по)\s*", re.IGNORECASE)
_NOON = 12


def moments(text: str, typed: Typed | None, order: DateOrder, *, hours_only: bool = False) -> Moments:
    """What a cell says about days and hours. In a column of hours 10.30 is no day in October."""
    if typed is not None and not isinstance(typed, bool):
        return _typed(typed, hours_only=hours_only)
    if len(text) > LONGEST_FACT:
        return Moments(rest=text)
    text = half_width(text.replace("\xa0", " ")).strip()
    if re.fullmatch(r"\d{5}(?:[.,]\d+)?", text) and _SERIAL[0] < float(text.replace(",", ".")) < _SERIAL[1]:
        return _typed(float(text.replace(",", ".")), hours_only=hours_only)
    if re.fullmatch(r"0[.,]\d{3,}", text):
        return _typed(float(text.replace(",", ".")), hours_only=True)
    day, rest = (None, text) if hours_only and not _speaks_of_days(text) else _day(text, order)
    several = not hours_only and (_lists_days(text) or (bool(_DAYS_RANGE.search(text)) and not _ISO.search(text)))
    if day is not None and not hours_only and (another := _day(rest, order, figures=False)[0]) is not None:
        several = several or another[:2] != day[:2]
    if day is not None and not hours_only and (more := _FIGURES.search(rest)) and more[3].lstrip("0") == str(day.month):
        several = True
    spans, rest = _spans(rest)
    return Moments(day, spans, rest.strip(" ,;/|()（）-–—.\n"), several)


def without_offset(text: str) -> tuple[str, bool]:
    """(an hour as computers write it without the zone after it, whether one was there): 2026-10-17T19:00+05:00."""
    bare = _OFFSET.sub("", text.strip())
    return (bare, True) if bare != text.strip() and _ISO.match(bare) else (text, False)


def _lists_days(text: str) -> bool:
    """Whether a list of days stands there: 17, 18 October, Oct 17 & 18, 4月18、19日."""
    listed = _DAYS_LIST.search(text)
    if listed and (text[listed.end() - 1] in "日号" or _month(re.split(r"[\s.\d,]", text[listed.end() :])[0])):
        return True
    return any(_month(found[1]) for found in _DAYS_AFTER_MONTH.finditer(text))


def _typed(value: Typed, *, hours_only: bool) -> Moments:
    if isinstance(value, datetime):
        minute = value.hour * 60 + value.minute
        day = Day(value.month, value.day, value.year)
        midnight = not minute and not hours_only
        return Moments(day, () if midnight else (Span(minute),), exact=not midnight)
    if isinstance(value, date):
        return Moments(Day(value.month, value.day, value.year))
    if isinstance(value, time):
        return Moments(None, (Span(value.hour * 60 + value.minute),))
    if isinstance(value, timedelta):
        return Moments(None, (Span(round(value.total_seconds() / 60)),))
    number = float(value)
    if _SERIAL[0] < number < _SERIAL[1]:
        moment = _EPOCH + timedelta(minutes=round(number * DAY))
        return _typed(moment, hours_only=hours_only)
    if 0 <= number < LATEST / DAY and (number < 1 or not number.is_integer()):
        return Moments(None, (Span(round(number * DAY)),))
    if hours_only and number.is_integer() and number <= LATEST / 60:
        return Moments(None, (Span(int(number) * 60),))
    if hours_only and 0 < number < LATEST / 60 and round(number % 1 * 100) < 60:  # noqa: PLR2004 - 18.3 typed for 18.30
        return Moments(None, (Span(int(number) * 60 + round(number % 1 * 100)),))
    return Moments(rest=str(value))


def _speaks_of_days(text: str) -> bool:
    """Whether a day stands in a column of hours beyond doubt: in words, or with a year."""
    return bool(_ISO.search(text) or _HAN.search(text) or re.search(r"\d{1,2}[./]\d{1,2}[./]\d{2,4}", text)) or any(
        fold(word) in _month_words() for word in re.findall(r"[^\W\d_]{3,}", text)
    )


def _day(text: str, order: DateOrder, *, figures: bool = True) -> tuple[Day | None, str]:
    """(the first day in a text, the text without it)."""
    weekday, bare = _without_weekday(text)
    for pattern, year, month, number in _PATTERNS:
        for match in pattern.finditer(bare):
            if pattern is _FIGURES:
                if not figures:  # 19.30 is an hour
                    break
                found = _by_order(match, order)
            else:
                said = match[month]
                found = _full(match[year]), int(said) if said.isdecimal() else _month(said), int(match[number])
            if _is_day(*found):
                rest = bare[: match.start()] + " " + _AFTER_YEAR.sub("", bare[match.end() :])
                return Day(found[1], found[2], found[0], weekday), rest
    return None, text


def _is_day(year: int | None, month: int, number: int) -> bool:
    if year is not None and not FIRST_YEAR <= year <= LAST_YEAR:
        return False
    return Day(month, number, year).on(2024) is not None  # a leap year


def _full(year: str | None) -> int | None:
    if not year:
        return None
    return int(year) if len(year) == 4 else _CENTURY + int(year)  # noqa: PLR2004 - 26 and 2026


def _by_order(match: re.Match[str], order: DateOrder) -> tuple[int | None, int, int]:
    first, second, year = int(match[1]), int(match[3]), _full(match[4])
    if order is DateOrder.YMD and match[4] and len(match[4]) == 2:  # noqa: PLR2004 - 26.09.17
        return _CENTURY + first, second, int(match[4])
    if order is DateOrder.MDY and match[2] != ".":
        return (year, first, second) if first <= _MONTHS else (year, second, first)
    return (year, second, first) if second <= _MONTHS else (year, first, second)


def _month(word: str) -> int:
    """The number of a month by its name or its beginning, 0 when it is none."""
    return _month_words().get(fold(word), 0)


@cache
def _month_words() -> dict[str, int]:
    found: dict[str, int] = {}
    clashing: set[str] = set()
    for language in LANGUAGES:
        for form in ("format", "stand-alone"):
            for number, name in locale(language).months[form]["wide"].items():
                word = fold(name)
                if any(letter.isdigit() for letter in word) or "\u4e00" <= word[0] <= "\u9fff":
                    continue
                for length in range(3, len(word) + 1):
                    if found.setdefault(word[:length], number) != number:
                        clashing.add(word[:length])
    return {word: number for word, number in found.items() if word not in clashing}


@cache
def _weekday_words() -> dict[str, int]:
    found: dict[str, int] = {}
    for language in LANGUAGES:
        for form in ("format", "stand-alone"):
            for width in ("wide", "abbreviated", "short"):
                for number, name in locale(language).days[form].get(width, {}).items():
                    word = fold(name)
                    if len(word) > 2 or not word.isascii():  # noqa: PLR2004 - Th also ends 5th
                        found.setdefault(word, number)
    return found | {"tues": 1, "thur": 3, "thurs": 3, "weds": 2, "сен": -1, "мар": -1}


def _without_weekday(text: str) -> tuple[int | None, str]:
    """(weekday, the text without it)."""
    if match := _HAN_WEEKDAY.search(text):
        number = "一二三四五六日".find(match[1].replace("天", "日"))
        return number, text[: match.start()] + " " + text[match.end() :].lstrip("）)")
    for match in re.finditer(r"[^\W\d_]{2,}\.?", text):
        number = _weekday_words().get(fold(match[0]), -1)
        if number >= 0:
            return number, text[: match.start()] + " " + text[match.end() :]
    return None, text


def _spans(text: str) -> tuple[tuple[Span, ...], str]:
    """(the hours in a text in order, the text without them)."""
    spans: list[Span] = []
    rest, place = "", 0
    open_end = False
    for match in sorted([*_TIME.finditer(text), *_lone_hours(text)], key=re.Match.start):
        minute = _minute(match)
        if minute is None or match.start() < place:
            continue
        between = text[place : match.start()]
        if open_end and _TO.fullmatch(between) and spans[-1].end is None:
            start = spans[-1].start
            spans[-1] = Span(start, minute if minute > start else minute + DAY)
            open_end = False
        else:
            rest += between
            spans.append(Span(minute))
            open_end = True
        place = match.end()
    return tuple(spans), rest + text[place:]


def _lone_hours(text: str) -> list[re.Match[str]]:
    """“19 ч”, 7pm, 19点: only where no hour with minutes stands."""
    return [] if _TIME.search(text) else list(_BARE_HOUR.finditer(text))


def _minute(match: re.Match[str]) -> int | None:
    """The minute of the day of one match; None beyond what anybody counts."""
    named = match.groupdict()
    if not named:
        hour, minute, half, part, following = int(match[1] or match[2]), 0, match[3] or "", "", ""
    else:
        hour, minute = int(named["hour"]), int(named["minute"])
        half, part, following = named["half"] or "", named["part"] or "", named["next"] or ""
    if (half.lower().startswith("p") or part in ("下午", "晚上", "晚")) and hour < _NOON:
        hour += _NOON
    if half.lower().startswith("a") and hour == _NOON:
        hour = 0
    total = hour * 60 + minute + (DAY if following and hour < _NOON else 0)
    return total if total < LATEST + (DAY if following else 0) else None
