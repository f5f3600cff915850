"""What one types to narrow the catalogue: dub:kk year:2019..2024 -rights:none "silver star", read and spelt.

A query is free words and conditions `key:value`. Keys and values can be typed in every
language of the house, and always by their English names; a comma between values means
"or", a minus before a key turns it round, quotes hold a value with spaces together, and
numbers and days take ranges (2019..2024, ..90, <=12). A colon behind anything else is
part of a title. What a query asks beside its words is a `Filter`: the same thing the
facets make, so that either can be shown as the other.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, fields, replace
from datetime import date
from typing import NamedTuple

from app.domain.days import days
from app.domain.facets import NO, NO_DUB, NOT, OPEN, YES, Filter, Range
from app.domain.kinds import RightsStatus
from app.domain.query_words import KEYS, NONE, PLAIN, Lexicon, Sort, key_called
from app.words import N_, Phrase, phrase

AGE_MARKS = ("6-", "6+", "12+", "14+", "16+", "18+", "21+")
"""Every age mark, from the youngest audience to the oldest."""

LONGEST = 2_000
"""Letters of a query that are read."""

UNKNOWN_VALUE = N_("“{value}” is not a value of “{key}”.")
SEVERAL = N_("“{value}” may mean several things: {choices}.")
NO_RANGE = N_("“{value}” is not a number or range, such as 2019..2024, ..90 or >=12.")
NO_DAYS = N_("“{value}” is not a day or range of days, such as 2026-11-01..2026-11-30, 2026 or 7d.")
NOT_TURNED = N_("“{key}” takes no minus: enter the range you want.")
ONE_RANGE = N_("“{key}” takes one range.")

_TOKEN = re.compile(r'(?:[^\s"“”«»「」]|"[^"]*"|“[^”]*”|«[^»]*»|「[^」]*」|["“”«»「」])+')
_CONDITION = re.compile(r"([-−－]?)([^\W\d_]+)[:：](.*)", re.DOTALL)
_VALUE = re.compile(r'"([^"]*)"|“([^”]*)”|«([^»]*)»|「([^」]*)」|([^,，]+)')
_NUMBER = re.compile(r"(<=|>=|<|>|=|≤|≥)?(\d{1,4})|(\d{1,4})?(?:\.\.|…|–)(\d{1,4})?|(\d{1,4})-(\d{1,4})", re.ASCII)
_AGE = re.compile(r"(<=|>=|<|>|=|≤|≥)?(\d{1,2})([+-]?)", re.ASCII)
_HAVING = {
    "copy": ("copies", YES, NO), "poster": ("posters", YES, NO), "kazakh": ("kazakh", YES, NO),
    "dub": ("dubs", NOT + NO_DUB, NO_DUB), "subtitles": ("subtitles", NOT + NO_DUB, NO_DUB),
    "rights": ("rights", NOT + RightsStatus.NOT_ENTERED, str(RightsStatus.NOT_ENTERED)),
}  # fmt: skip
_TODAY = date(2000, 1, 1)
_SIGNS = re.compile(r"""[\s"“”«»「」':：,，\-−－]*""")
_HALF_WIDTH = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5E)} | {ord("～"): "-"}
_SAFE = re.compile(r'[^\s,，:："“”«»「」]+')


class Trouble(NamedTuple):
    """A condition that says nothing: why, and where it stands in the text (start, end)."""

    why: Phrase
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Query:
    """Free words, the conditions, and what was not understood (and is left out)."""

    words: str = ""
    filter: Filter = field(default_factory=Filter)
    errors: tuple[Trouble, ...] = ()

    @property
    def active(self) -> bool:
        """Whether it asks for anything."""
        return bool(self.words) or self.filter.active


class _RefusedError(Exception):
    """A value is none of its key; carries why."""

    def __init__(self, why: Phrase) -> None:
        super().__init__(why.message)
        self.why = why


def parse(text: str, lexicon: Lexicon = PLAIN) -> Query:
    """Read a query. Never raises: what cannot be understood is told in `errors`."""
    words: list[str] = []
    errors: list[Trouble] = []
    wanted = Filter()
    for token in _TOKEN.finditer(text[:LONGEST]):
        condition = _CONDITION.fullmatch(token[0])
        key = key_called(condition[2]) if condition else None
        if condition is None or key is None:
            words.append(token[0])
            continue
        try:
            wanted = _with(wanted, key, condition[3], turned=bool(condition[1]), lexicon=lexicon)
        except _RefusedError as refused:
            errors.append(Trouble(_as_typed(refused.why, condition[2]), token.start(), token.end()))
    free = " ".join(words)
    # A quote or a minus alone is the beginning of something, and nobody's name.
    return Query("" if _SIGNS.fullmatch(free) else free, wanted, tuple(errors))


def _as_typed(why: Phrase, key: str) -> Phrase:
    """The reason with the key in the words of the reader."""
    return why._replace(fields=tuple((name, key if name == "key" else value) for name, value in why.fields))


def values_in(text: str) -> list[str]:
    """The values of a condition: parted by commas, without their quotes."""
    found = ("".join(filter(None, match.groups())).strip() for match in _VALUE.finditer(text))
    return [value for value in found if value]


def _with(wanted: Filter, key: str, text: str, *, turned: bool, lexicon: Lexicon) -> Filter:
    """The filter with one more condition."""
    for value in values_in(text):
        wanted = _with_value(wanted, key, value, turned=turned, lexicon=lexicon)
    return wanted


def _with_value(wanted: Filter, key: str, value: str, *, turned: bool, lexicon: Lexicon) -> Filter:
    name, sort, _words = KEYS[key]
    if sort in (Sort.NUMBER, Sort.DAYS, Sort.AGE):
        value = value.translate(_HALF_WIDTH)
    match sort:
        case Sort.NUMBER | Sort.DAYS:
            if turned:
                raise _RefusedError(phrase(NOT_TURNED, key=key))
            return _with_range(wanted, key, value)
        case Sort.TEXT:
            if key == "programme" and value.isdecimal() and not turned and len(value) < len(str(2**31)):
                return replace(wanted, programme=int(value))
            return replace(wanted, texts=wanted.texts | {(NOT + key if turned else key, value)})
        case Sort.HAVING:
            name, has, lacks = _HAVING[_one(key, value, lexicon)]
            return _chosen(wanted, name, [lacks if turned == (key == "has") else has])
        case Sort.AGE:
            choices = _ages(value)
        case Sort.YES_NO:
            said = _one(key, value, lexicon)
            return _chosen(wanted, name, [{YES: NO, NO: YES}[said] if turned else said])
        case Sort.COUNTRY:
            choices = [_country(value, lexicon)]
        case _:
            choices = [_none_of(name) if (said := _one(key, value, lexicon)) == NONE else said]
    return _chosen(wanted, name, [NOT + choice for choice in choices] if turned else choices)


def _chosen(wanted: Filter, name: str, choices: list[str]) -> Filter:
    held: dict[str, frozenset[str]] = {name: getattr(wanted, name) | set(choices)}
    return replace(wanted, **held)  # type: ignore[arg-type]  # one name by name


def _one(key: str, value: str, lexicon: Lexicon) -> str:
    """The one value that is meant."""
    found = lexicon.read(KEYS[key].sort, value)
    if len(found) == 1:
        return found[0]
    if KEYS[key].sort is Sort.LANGUAGE and re.fullmatch("[A-Za-z]{2,3}", value):
        return value.lower()
    if found:
        raise _RefusedError(phrase(SEVERAL, value=value, choices=", ".join(found[:6])))
    raise _RefusedError(phrase(UNKNOWN_VALUE, value=value, key=key))


def _country(value: str, lexicon: Lexicon) -> str:
    if value == "*":
        return value
    if re.fullmatch("[A-Za-z]{2}", value):
        return value.upper()
    return _one("country", value, lexicon)


def _none_of(name: str) -> str:
    return str(RightsStatus.NOT_ENTERED) if name == "rights" else NO_DUB


def _with_range(wanted: Filter, key: str, value: str) -> Filter:
    name, sort, _words = KEYS[key]
    if getattr(wanted, name):
        raise _RefusedError(phrase(ONE_RANGE, key=key))
    if sort is Sort.NUMBER:
        return replace(wanted, **{name: _range(value)})  # type: ignore[arg-type]  # one name by name
    spelt = value.replace("…", "..").lower()
    if days(spelt, _TODAY) is None:
        raise _RefusedError(phrase(NO_DAYS, value=value))
    return replace(wanted, **{name: spelt})  # type: ignore[arg-type]  # one name by name


def _range(value: str) -> Range:
    """A number, a comparison or a range with open ends."""
    found = _NUMBER.fullmatch(value)
    if found is None or not any(found.groups()):
        raise _RefusedError(phrase(NO_RANGE, value=value))
    sign, number, first, last, low, high = found.groups()
    if number is not None:
        ends = _compared(sign or "=", int(number))
    else:
        ends = int(first or low or OPEN[0]), int(last or high or OPEN[1])
    if ends[0] > ends[1] or not OPEN[0] <= ends[0] or ends == OPEN:
        raise _RefusedError(phrase(NO_RANGE, value=value))
    return ends


def _compared(sign: str, number: int) -> Range:
    first, last = OPEN
    match sign:
        case "<":
            return first, number - 1
        case "<=" | "≤":
            return first, number
        case ">":
            return number + 1, last
        case ">=" | "≥":
            return number, last
        case _:
            return number, number


def _ages(value: str) -> list[str]:
    """The age marks meant: one, or those up to or from one."""
    found = _AGE.fullmatch(value)
    if found is None:
        raise _RefusedError(phrase(UNKNOWN_VALUE, value=value, key="age"))
    sign, years, end = found.groups()
    if not sign or sign == "=":
        choices = [mark for mark in AGE_MARKS if mark == years + (end or "+")]
    else:
        first, last = _compared(sign, int(years))
        choices = [mark for mark in AGE_MARKS if first <= _age(mark) <= last]
    if not choices:
        raise _RefusedError(phrase(UNKNOWN_VALUE, value=value, key="age"))
    return choices


def _age(mark: str) -> int:
    return 0 if mark == AGE_MARKS[0] else int(mark[:-1])


# Spelling


def spelt(query: Query, language: str = "en", lexicon: Lexicon = PLAIN) -> str:
    """The query as it is typed in a language; with the plain lexicon in English, the form to store.

    Read again it is the same query, its errors left out.
    """
    conditions = [_condition(key, value, language) for key, value in _conditions(query.filter, language, lexicon)]
    return " ".join([*conditions, *filter(None, (query.words,))])


def _condition(key: str, value: str, language: str) -> str:
    name = KEYS[key.removeprefix("-")].words[language][0]
    return f"{'-' if key.startswith('-') else ''}{name}:{value}"


def _conditions(wanted: Filter, language: str, lexicon: Lexicon) -> Iterator[tuple[str, str]]:
    """Each condition as (key, value), the key behind a minus when it is turned round."""
    for key, (name, sort, _words) in KEYS.items():
        match sort:
            case Sort.NUMBER:
                ends: Range | None = getattr(wanted, name)
                if ends is not None:
                    yield key, _spelt_range(ends)
            case Sort.DAYS:
                if getattr(wanted, name):
                    yield key, getattr(wanted, name)
            case Sort.TEXT:
                yield from _spelt_texts(wanted, key)
            case Sort.HAVING:
                if key == "has":
                    yield from _spelt_having(wanted, language, lexicon)
            case _:
                yield from _spelt_choices(wanted, key, language, lexicon)


def _spelt_range(ends: Range) -> str:
    first, last = ends
    if first == last:
        return str(first)
    return f"{first if first > OPEN[0] else ''}..{last if last < OPEN[1] else ''}"


def _spelt_texts(wanted: Filter, key: str) -> Iterator[tuple[str, str]]:
    if key == "programme" and wanted.programme is not None:
        yield key, str(wanted.programme)
    for turned in ("", NOT):
        own = sorted(text for about, text in wanted.texts if about == turned + key)
        if own:
            yield ("-" if turned else "") + key, ",".join(map(_quoted, own))


def _quoted(text: str) -> str:
    """A text that is read as one value."""
    if _SAFE.fullmatch(text) and not text.isdecimal():
        return text
    left, right = next((pair for pair in ('""', "“”", "«»", "「」") if pair[1] not in text), ("", ""))
    return f"{left}{text}{right}" if left else '"' + text.replace('"', "'") + '"'


_YES_NO_NAMES = {"copies": "copy", "posters": "poster", "kazakh": "kazakh"}


def _spelt_having(wanted: Filter, language: str, lexicon: Lexicon) -> Iterator[tuple[str, str]]:
    for name, value in _YES_NO_NAMES.items():
        for choice in sorted(getattr(wanted, name)):
            yield "has" if choice == YES else "lacks", _quoted(lexicon.shown(Sort.HAVING, value, language))


def _spelt_choices(wanted: Filter, key: str, language: str, lexicon: Lexicon) -> Iterator[tuple[str, str]]:
    name, sort, _words = KEYS[key]
    chosen: frozenset[str] = getattr(wanted, name)
    for turned in ("", "-"):
        own = sorted(c.removeprefix(NOT) for c in chosen if c.startswith(NOT) == bool(turned))
        if own and sort is Sort.AGE:
            yield turned + key, _spelt_ages(own)
        elif own:
            yield (
                turned + key,
                ",".join(_quoted(_spelt_choice(choice, name, sort, language, lexicon)) for choice in own),
            )


def _spelt_choice(choice: str, name: str, sort: Sort, language: str, lexicon: Lexicon) -> str:
    if sort in (Sort.LANGUAGE, Sort.RIGHTS) and choice == _none_of(name):
        return lexicon.shown(sort, NONE, language)
    return lexicon.shown(sort, choice, language)


def _spelt_ages(marks: list[str]) -> str:
    """<=12 rather than 6-,6+,12+."""
    places = sorted(AGE_MARKS.index(mark) for mark in marks if mark in AGE_MARKS)
    if len(places) > 1 and places == list(range(places[0], places[-1] + 1)):
        if places[0] == 0:
            return f"<={_age(AGE_MARKS[places[-1]])}"
        if places[-1] == len(AGE_MARKS) - 1:
            return f">={_age(AGE_MARKS[places[0]])}"
    return ",".join(AGE_MARKS[place] for place in places)


def differing(some: Filter, others: Filter) -> list[str]:
    """The fields in which two filters differ."""
    return [field.name for field in fields(Filter) if getattr(some, field.name) != getattr(others, field.name)]
