"""A day inside what one seeks: "Dastur 17 Oct", "17.10", "10月17日", «17 қазан»."""

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from app.domain.letters import fold

MONTHS = (
    ("jan", "янв", "қаң"), ("feb", "фев", "ақп"), ("mar", "мар", "нау"), ("apr", "апр", "сәу"),
    ("may", "май", "мая", "мам"), ("jun", "июн", "мау"), ("jul", "июл", "шіл"), ("aug", "авг", "там"),
    ("sep", "сен", "қыр"), ("oct", "окт", "қаз"), ("nov", "ноя", "қар"), ("dec", "дек", "жел"),
)  # fmt: skip
"""The first letters of the months in English, Russian and Kazakh, January first."""

_LEAP = 2024
_NAMES = {fold(name): month for month, names in enumerate(MONTHS, 1) for name in names}
_WAYS = (
    re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})(?!\d)", re.ASCII),
    re.compile(r"(?<![\d.])(?P<day>\d{1,2})[./](?P<month>\d{1,2})(?:[./](?P<year>\d{4}))?(?!\d|\.\d)", re.ASCII),
    re.compile(r"(?:(?P<year>\d{4})年)?(?P<month>\d{1,2})月(?P<day>\d{1,2})(?!\d)[日号]?", re.ASCII),
    re.compile(r"(?<!\d)(?P<day>\d{1,2})\s*(?P<name>[^\W\d_]{3,})(?:\s+(?P<year>\d{4})(?!\d))?"),
    re.compile(r"(?P<name>[^\W\d_]{3,})\s+(?P<day>\d{1,2})(?!\d)(?:\s+(?P<year>\d{4})(?!\d))?"),
)


class Dated(NamedTuple):
    """What is sought on a day: the word the index has for the day, and the rest of the text."""

    word: str
    rest: str


def dated(text: str) -> Dated | None:
    """The first day named in `text`, with or without a year; None when there is none."""
    for way in _WAYS:
        for found in way.finditer(text):
            parts = found.groupdict()
            month = _NAMES.get(fold(parts["name"])[:3], 0) if parts.get("name") else int(parts["month"])
            day, year = int(parts["day"]), int(parts["year"] or 0)
            if month and _is_day(year or _LEAP, month, day):
                rest = f"{text[: found.start()]} {text[found.end() :]}".strip()
                return Dated(f"d{year:04}{month:02}{day:02}" if year else f"d{month:02}{day:02}", rest)
    return None


def _is_day(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def day_words(day: date) -> Iterator[str]:
    """The words the index has for a day."""
    yield f"d{day.month:02}{day.day:02}"
    yield f"d{day.year:04}{day.month:02}{day.day:02}"
