"""Cells of a workbook as the spreadsheet shows them: 5:32 and 1776 stay what they look like."""

import re
from datetime import date, datetime, time, timedelta

from app.intake.table import Typed

_TOKENS = re.compile(
    r'"([^"]*)"|\\(.)|\[(?:h+|m+|s+)\]|\[[^\]]*\]|AM/PM|A/P|y+|m+|d+|h+|s+|_.|\*.|[^;]|;', re.IGNORECASE
)
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_DAY_ZERO = date(1899, 12, 30)
_EARLY = 1905
"""Excel counts days from 1900: an earlier date is a length of hours in a cell formatted as a time."""

_WHOLE = 1e15


def settled(value: Typed) -> Typed:
    """Hours beyond midnight, which readers take for days of 1900, as a length of time."""
    if isinstance(value, datetime) and value.year < _EARLY:
        return datetime.combine(value.date(), value.time()) - datetime.combine(_first_day(value), time())
    return value


def _first_day(value: datetime) -> date:
    """What the reader takes for day zero: it skips 29 February 1900, which Excel believes in."""
    return date(1899, 12, 31) if value.year >= 1900 else _DAY_ZERO  # noqa: PLR2004 - the epoch itself


def shown(value: Typed, code: str = "") -> str:
    """`value` in the number format `code`, as far as titles, times and dates need it."""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float | int):
        return _number(float(value))
    if isinstance(value, timedelta):
        return _length(value, code)
    if isinstance(value, datetime):
        return _by_code(value, code or "yyyy-mm-dd hh:mm")
    if isinstance(value, date):
        return _by_code(datetime.combine(value, time()), code or "yyyy-mm-dd")
    return _by_code(datetime.combine(date(2000, 1, 1), value), code or "h:mm")


def _number(value: float) -> str:
    if value.is_integer() and abs(value) < _WHOLE:
        return str(int(value))
    return format(value, ".15g")


def _length(value: timedelta, code: str) -> str:
    seconds = round(value.total_seconds())
    hours, rest = divmod(abs(seconds), 3600)
    text = f"{'-' if seconds < 0 else ''}{hours}:{rest // 60:02}"
    return f"{text}:{rest % 60:02}" if "s" in code.lower() and rest % 60 else text


def _by_code(value: datetime, code: str) -> str:
    code = code.split(";", 1)[0]
    tokens = list(_TOKENS.finditer(code))
    half = "am/pm" in code.lower() or "a/p" in code.lower()
    text = ""
    for place, match in enumerate(tokens):
        text += _said(match, value, half=half, minutes=_is_minutes(tokens, place))
    return text.strip() or value.isoformat(" ", "minutes")


def _is_minutes(tokens: list[re.Match[str]], place: int) -> bool:
    """Whether an m stands for minutes: after hours or before seconds."""
    signs = [match[0].strip("[]")[:1].lower() for match in tokens]
    before = [sign for sign in signs[:place] if sign in tuple("ymdhs")]
    after = [sign for sign in signs[place + 1 :] if sign in tuple("ymdhs")]
    return before[-1:] == ["h"] or after[:1] == ["s"]


def _said(match: re.Match[str], value: datetime, *, half: bool, minutes: bool) -> str:
    """What one part of a format code shows."""
    part = match[0]
    if match[1] is not None or match[2] is not None:
        return match[1] or match[2] or ""
    if part.startswith("[") and part[1:2].lower() not in ("h", "m", "s"):
        return ""
    if part[0] in "_*":
        return " " if part[0] == "_" else ""
    sign, long = part.strip("[]").lower(), len(part.strip("[]"))
    if sign in ("am/pm", "a/p"):
        return f"{value:%p}"
    match sign[:1]:
        case "y":
            return f"{value.year:04}" if long > 2 else f"{value.year % 100:02}"  # noqa: PLR2004 - yy and yyyy
        case "m":
            return f"{value.minute:02}" if minutes else _month(value.month, long)
        case "d":
            return _day(value, long)
        case "h":
            hour = (value.hour % 12 or 12) if half else value.hour
            return f"{hour:02}" if long > 1 else str(hour)
        case "s":
            return f"{value.second:02}"
        case _:
            return "" if part == "@" else part


def _month(month: int, long: int) -> str:
    return (str(month), f"{month:02}", _MONTHS[month - 1][:3], _MONTHS[month - 1])[min(long, 4) - 1]


def _day(value: datetime, long: int) -> str:
    weekday = _DAYS[value.weekday()]
    return (str(value.day), f"{value.day:02}", weekday[:3], weekday)[min(long, 4) - 1]
