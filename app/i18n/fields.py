"""How a plain value reads inside a sentence of one language."""

import datetime as dt
from decimal import Decimal

from app.domain.names import FourNames
from app.i18n import formats, kazakh

FOUR_DIGITS = 10_000
"""Below this, whole numbers in a sentence are not grouped: 1970 is mostly a year, and 1 234 reads well without."""


def worded(language: str, value: object) -> str:
    """`value` for a sentence; text is left as it is.

    A time says 20:35, a date 16 October 2026, a datetime both. In Kazakh the
    text can carry the ending its last numeral asks for: `{end:ke}`.
    """
    text = _text(language, value)
    return kazakh.Ended(text) if language == "kk" else text


def _text(language: str, value: object) -> str:
    match value:
        case str() | bool():
            return str(value)
        case FourNames():
            return value.shown(language)
        case int():
            return str(value) if abs(value) < FOUR_DIGITS else formats.number(language, value)
        case float() | Decimal():
            return formats.number(language, value)
        case dt.datetime():
            return formats.date_time(language, value)
        case dt.date():
            return formats.date_long(language, value)
        case dt.time():
            return formats.time(language, value)
        case list() | tuple() | set() | frozenset():
            return formats.listing(language, [_text(language, item) for item in value])
        case _:
            return str(value)
