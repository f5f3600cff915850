"""Dates, times and numbers as each language writes them (CLDR through Babel); the language comes first.

Units keep to their figures with a no-break space. Names of countries and languages live in `places`
and can be had from here as well.
"""

import datetime as dt
import re
from collections.abc import Iterable
from decimal import Decimal

from app.i18n.cldr import NBSP, broad, locale
from app.i18n.places import country, is_silent, language_code, language_codes, language_name, script

__all__ = [
    "ago", "country", "date_and_weekday", "date_full", "date_long", "date_medium", "date_numeric", "date_range",
    "date_time", "day_label", "day_month", "days", "duration", "heading", "is_silent", "language_code",
    "language_codes", "language_name", "listing", "minutes", "money", "month", "month_year", "number", "percent",
    "script", "size", "time", "time_range", "weekday",
]  # fmt: skip

_NUMERIC = {"kk": "dd.MM.y", "zh": "y-MM-dd", "ru": "dd.MM.y", "en": "dd/MM/y"}
_MEDIUM = {"kk": "y 'ж'. d MMM", "zh": "y年M月d日", "ru": "d MMM y 'г'.", "en": "d MMM y"}
_DAY_MONTH = {"kk": "d MMMM", "zh": "M月d日", "ru": "d MMMM", "en": "d MMMM"}
_DAY_MONTH_SHORT = {"kk": "d MMM", "zh": "M月d日", "ru": "d MMM", "en": "d MMM"}
_DAY_LABEL = {"kk": "EEE d MMM", "zh": "M月d日 EEE", "ru": "EEE d MMM", "en": "EEE d MMM"}
_FULL = {"kk": "y 'ж'. d MMMM, EEEE", "zh": "y年M月d日 EEE", "ru": "EEEE, d MMMM y 'г'.", "en": "EEEE d MMMM y"}
_MONTH_SHORT = {"kk": "MMM", "zh": "LLL", "ru": "LLL", "en": "LLL"}
"""Kazakh has no short month standing alone, and Babel then lends it that of whichever language was read before."""
_MONTH_YEAR = {"kk": "y 'ж'. LLLL", "zh": "y年M月", "ru": "LLLL y 'г'.", "en": "LLLL y"}
_JOINT = {"kk": ", ", "zh": " ", "ru": ", ", "en": ", "}
"""What stands between a date and the weekday or the hour behind it."""


# Days


def _date(language: str, day: dt.date, pattern: str) -> str:
    from babel.dates import format_date  # noqa: PLC0415

    text = broad(format_date(day, pattern, locale=locale(language)))
    return re.sub(r" (?=[жг]\.)", NBSP, text)


def date_long(language: str, day: dt.date) -> str:
    """16 October 2026; 2026 ж. 16 қазан; 16 октября 2026 г.; 2026年10月16日."""
    return _date(language, day, "long")


def date_full(language: str, day: dt.date) -> str:
    """The long date with its weekday: Friday 16 October 2026."""
    return _date(language, day, _FULL[language])


def date_medium(language: str, day: dt.date) -> str:
    """16 Oct 2026: the month shortened where the language shortens it."""
    return _date(language, day, _MEDIUM[language])


def date_numeric(language: str, day: dt.date) -> str:
    """31.12.2027, 31/12/2027 or 2027-12-31, for narrow columns."""
    return _date(language, day, _NUMERIC[language])


def weekday(language: str, day: dt.date, *, short: bool = False) -> str:
    """Friday, жұма, пятница, 星期五; short: Fri, жм, пт, 周五."""
    return _date(language, day, "ccc" if short else "cccc")


def month(language: str, day: dt.date, *, short: bool = False) -> str:
    """The month standing alone: October, қазан, октябрь, 十月; short, without a full stop: Oct, қаз, окт, 10月."""
    if short:
        return _date(language, day, _MONTH_SHORT[language]).rstrip(".")
    name = _date(language, day, "LLLL")
    return name.lower() if language == "kk" else name


def month_of_day(language: str, day: dt.date) -> str:
    """The month as it stands behind the number of a day: October, қазан, октября, 十月."""
    return _date(language, day, "MMMM")


def month_year(language: str, day: dt.date) -> str:
    """October 2026; 2026 ж. қазан; октябрь 2026 г.; 2026年10月."""
    text = _date(language, day, _MONTH_YEAR[language])
    return text.lower() if language == "kk" else text


def day_month(language: str, day: dt.date, *, short: bool = False) -> str:
    """16 October, 16 қазан, 16 октября, 10月16日; short: 16 Oct."""
    return _date(language, day, (_DAY_MONTH_SHORT if short else _DAY_MONTH)[language])


def day_label(language: str, day: dt.date) -> str:
    """A day of the schedule: Fri 16 Oct, жм 16 қаз., пт 16 окт., 10月16日 周五."""
    return _date(language, day, _DAY_LABEL[language])


def date_and_weekday(language: str, day: dt.date) -> str:
    """A day of a list that is not of this year alone: 16 Oct 2026, Fri; 2026年10月16日 周五."""
    return date_medium(language, day) + _JOINT[language] + weekday(language, day, short=True)


def date_range(language: str, first: dt.date, last: dt.date) -> str:
    """16–18 October 2026, saying the month and the year once where they are the same."""
    if first == last:
        return date_long(language, first)
    same_year = first.year == last.year
    same_month = same_year and first.month == last.month
    if language == "zh":
        end = f"{last.day}日" if same_month else day_month("zh", last) if same_year else date_long("zh", last)
        return f"{date_long('zh', first)}至{end}"
    if not same_year:
        return f"{date_long(language, first)} – {date_long(language, last)}"
    if language == "kk":
        start = date_long("kk", first)
        return (start.rsplit(" ", 1)[0] + "–" if same_month else start + " – ") + day_month("kk", last)
    start = f"{first.day}–" if same_month else f"{day_month(language, first)} – "
    return start + date_long(language, last)


# Hours


def time(language: str, moment: dt.datetime | dt.time) -> str:  # noqa: ARG001 - all four write 20:35; the manner is the contract
    """20:35, as the clock of `moment` itself shows it: bring it to the zone of the hall first."""
    return f"{moment.hour:02}:{moment.minute:02}"


def time_range(language: str, start: dt.datetime | dt.time, end: dt.datetime | dt.time) -> str:
    """11:30–13:10, without spaces, in all four languages."""
    return f"{time(language, start)}–{time(language, end)}"


def date_time(language: str, moment: dt.datetime) -> str:
    """16 October 2026, 20:35."""
    return date_long(language, moment.date()) + _JOINT[language] + time(language, moment)


# Numbers


def number(language: str, value: float | Decimal) -> str:
    """12,500 or 12 500 with no-break spaces; decimals as given, at most three."""
    from babel.numbers import format_decimal  # noqa: PLC0415

    return broad(format_decimal(value, locale=locale(language)))


def percent(language: str, share: float | Decimal) -> str:
    """A share of 1 in whole percents: 35%, in Russian 35 %."""
    from babel.numbers import format_percent  # noqa: PLC0415

    return broad(format_percent(share, format=locale(language).percent_formats[None].pattern, locale=locale(language)))


def money(language: str, amount: float | Decimal, currency: str) -> str:
    """12 500 ₸ or ₸12,500; tiyn and cents only when there are any.

    The tenge sign is set here: CLDR knows it in Kazakh alone and writes KZT elsewhere.
    """
    from babel.numbers import format_currency  # noqa: PLC0415

    cldr = locale(language)
    pattern = cldr.currency_formats["standard"].pattern
    if amount == int(amount):
        pattern = pattern.replace(".00", "")
    if currency == "KZT":
        pattern = pattern.replace("¤", "₸")
    return broad(format_currency(amount, currency, pattern, locale=cldr, currency_digits=False))


_MINUTES = {"kk": "мин", "zh": "分钟", "ru": "мин", "en": "min"}
_HOURS = {"kk": "сағ", "zh": "小时", "ru": "ч", "en": "h"}


def _unit(language: str, n: int, units: dict[str, str]) -> str:
    return number(language, n) + ("" if language == "zh" else NBSP) + units[language]


def minutes(language: str, n: int) -> str:
    """65 min, 65 мин, 65分钟: the running time of a film."""
    return _unit(language, n, _MINUTES)


def duration(language: str, n: int) -> str:
    """`n` minutes as hours and minutes: 1 h 5 min, 1 сағ 5 мин, 1 ч 5 мин, 1小时5分钟."""
    hours, rest = divmod(n, 60)
    parts = [_unit(language, hours, _HOURS)] if hours else []
    if rest or not hours:
        parts.append(_unit(language, rest, _MINUTES))
    return ("" if language == "zh" else NBSP).join(parts)


def days(language: str, n: int) -> str:
    """24 days, 24 күн, 24 дня, 24天."""
    from babel.units import format_unit  # noqa: PLC0415

    in_full = language in ("ru", "en")  # CLDR has the word for the others among the short forms only
    return broad(format_unit(n, "duration-day", "long" if in_full else "short", locale=locale(language))).replace(
        " ", NBSP
    )


_SIZES = ("kB", "MB", "GB", "TB")
_SIZES_CYRILLIC = ("кБ", "МБ", "ГБ", "ТБ")


def size(language: str, octets: int) -> str:
    """A file's size in decimal units: 500 MB, 1,2 ГБ."""
    units = _SIZES_CYRILLIC if language in ("kk", "ru") else _SIZES
    amount, step = max(octets, 1000) / 1000, 0  # never 0 kB
    while amount >= 999.5 and step < len(units) - 1:  # noqa: PLR2004 - 999.5 would be rounded to 1000
        amount, step = amount / 1000, step + 1
    shown = round(amount, 1) if amount < 10 else round(amount)  # noqa: PLR2004 - one decimal below ten
    return f"{number(language, shown)}{NBSP}{units[step]}"


def ago(language: str, then: dt.datetime, now: dt.datetime) -> str:
    """5 minutes ago, in 2 days; "now" within the last minute. Both moments aware, or both not."""
    from babel.dates import format_timedelta  # noqa: PLC0415

    passed = then - now
    if abs(passed) < dt.timedelta(minutes=1):
        return _NOW[language]
    return broad(format_timedelta(passed, add_direction=True, locale=locale(language)))


_NOW = {"kk": "жаңа ғана", "zh": "刚刚", "ru": "только что", "en": "just now"}


def listing(language: str, items: Iterable[str]) -> str:
    """A, B and C; A、B和C."""
    from babel.lists import format_list  # noqa: PLC0415

    return format_list(list(items), locale=locale(language))


def commas(language: str, items: Iterable[str]) -> str:
    """A, B, C; A、B、C: names in a row, without an “and” before the last."""
    return ("、" if language == "zh" else ", ").join(items)


def heading(text: str) -> str:
    """The text with its first letter large, for a name that begins a line: қазақша -> Қазақша."""
    return text[:1].upper() + text[1:]
