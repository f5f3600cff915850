"""Narrowing the catalogue: the filter that choices make, and what each facet of a work answers to them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any, NamedTuple

from app.domain.days import days
from app.domain.kinds import RightsStatus, WorkKind

NO_DUB = "-"
"""The choice of the dub facet for works without any dub, and of the subtitles for works without any."""

CO_PRODUCTION = "*"
"""The choice of the country facet for works of several countries."""

YES, NO = "yes", "no"
"""The choices of the facets that ask whether a work has something."""

NOT = "!"
"""Before a choice: works that answer to it are left out."""

OPEN = (0, 9999)
"""The ends of a range of whole numbers that has none."""

Range = tuple[int, int]


class Traits(NamedTuple):
    """What the facets ask of one work.

    `dubs` and `subtitles` are two-letter languages, `missing` languages without a name.
    `kazakh` tells whether it can be heard or read in Kazakh, `unverified` whether facts of it
    are written down from memory. `ends` is the last day of the rights, `added` and
    `changed` when its record was; all three days of the calendar as ordinals, 0 for none.
    """

    kind: WorkKind
    year: int | None
    countries: tuple[str, ...]
    dubs: tuple[str, ...]
    rights: RightsStatus
    age: str
    missing: tuple[str, ...]
    programmes: tuple[int, ...] = ()
    subtitles: tuple[str, ...] = ()
    copies: bool = False
    posters: bool = False
    kazakh: bool = False
    unverified: bool = False
    level: str = "work"
    runtime: int | None = None
    ends: int = 0
    added: int = 0
    changed: int = 0


@dataclass(frozen=True, slots=True)
class Filter:
    """The choices made. Within a facet any choice will do, between facets all must hold. Empty means all.

    A choice behind `NOT` leaves out what answers to it. Ranges include both ends, `OPEN` ones
    included; `ends`, `added` and `changed` are days as `days.days` reads them. `texts` are
    (key, text) of what only the library can answer: person, programme, strand, hall, source.
    """

    kinds: frozenset[str] = frozenset()
    countries: frozenset[str] = frozenset()
    dubs: frozenset[str] = frozenset()
    rights: frozenset[str] = frozenset()
    ages: frozenset[str] = frozenset()
    missing: frozenset[str] = frozenset()
    years: Range | None = None
    programme: int | None = None
    subtitles: frozenset[str] = frozenset()
    copies: frozenset[str] = frozenset()
    posters: frozenset[str] = frozenset()
    kazakh: frozenset[str] = frozenset()
    unverified: frozenset[str] = frozenset()
    levels: frozenset[str] = frozenset()
    runtime: Range | None = None
    ends: str = ""
    added: str = ""
    changed: str = ""
    texts: frozenset[tuple[str, str]] = frozenset()

    @property
    def active(self) -> bool:
        """Whether anything is narrowed at all."""
        return any(getattr(self, field.name) not in (None, "", frozenset()) for field in fields(self))

    @property
    def choices(self) -> int:
        """How many choices it holds, a range being one."""
        values = (getattr(self, field.name) for field in fields(self))
        return sum(len(value) if isinstance(value, frozenset) else value not in (None, "") for value in values)

    @property
    def asks_times(self) -> bool:
        """Whether it asks when records were added or changed, which takes a look into the history."""
        return bool(self.added or self.changed)

    def toggled(self, facet: str, choice: str) -> "Filter":
        """The filter with one choice of a facet added, or taken out if it was there. Who wants it no longer bars it."""
        made: frozenset[str] = getattr(self, facet) - {NOT + choice}
        changes = {facet: made ^ {choice}}
        return replace(self, **changes)  # type: ignore[arg-type]  # one field by name


class Facet(NamedTuple):
    """The field of `Traits` a facet looks at, and the choices under which a value of it is counted."""

    field: str
    choices: Callable[[Any], tuple[str, ...]]


def _yes_or_no(has: object) -> tuple[str, ...]:
    return (YES,) if has else (NO,)


def _or_none(languages: tuple[str, ...]) -> tuple[str, ...]:
    return languages or (NO_DUB,)


FACETS: Mapping[str, Facet] = {
    "kinds": Facet("kind", lambda kind: (kind,)),
    "countries": Facet("countries", lambda some: (*some, CO_PRODUCTION) if len(some) > 1 else some),
    "dubs": Facet("dubs", _or_none),
    "subtitles": Facet("subtitles", _or_none),
    "rights": Facet("rights", lambda status: (status,)),
    "ages": Facet("age", lambda mark: (mark,) if mark else ()),
    "missing": Facet("missing", lambda languages: languages),
    "kazakh": Facet("kazakh", _yes_or_no),
    "copies": Facet("copies", _yes_or_no),
    "posters": Facet("posters", _yes_or_no),
    "unverified": Facet("unverified", _yes_or_no),
    "levels": Facet("level", lambda level: (level,)),
    "years": Facet("year", lambda year: () if year is None else (str(year),)),
    "programmes": Facet("programmes", lambda programmes: tuple(map(str, programmes))),
}
"""Each facet by the name under which its choices are counted."""

Test = Callable[[Any], bool]
"""Whether a value of a field will do."""


def tests(wanted: Filter, today: date) -> dict[str, tuple[str, Test]]:
    """What is asked of a work: for each facet or range in which something is chosen, the field and the test of it.

    Facets come under their names in `FACETS`, ranges under those of their fields. What
    `texts` ask is left out: the library answers it.
    """
    found = {
        name: (facet.field, _choice_test(facet, some))
        for name, facet in FACETS.items()
        if (some := _chosen(wanted, name))
    }
    if wanted.years is not None:
        found["years"] = "year", _within(wanted.years)
    if wanted.runtime is not None:
        found["runtime"] = "runtime", _within(wanted.runtime)
    for field, ahead in (("ends", True), ("added", False), ("changed", False)):
        span = days(getattr(wanted, field), today, ahead=ahead)
        if span is not None:
            found[field] = field, _between(span[0].toordinal(), span[1].toordinal())
    return found


def _chosen(wanted: Filter, facet: str) -> frozenset[str]:
    if facet == "programmes":
        return frozenset() if wanted.programme is None else frozenset({str(wanted.programme)})
    some: frozenset[str] = frozenset() if facet == "years" else getattr(wanted, facet)
    return some


def _choice_test(facet: Facet, chosen: frozenset[str]) -> Test:
    barred = frozenset(choice[len(NOT) :] for choice in chosen if choice.startswith(NOT))
    asked = frozenset(choice for choice in chosen if not choice.startswith(NOT))

    def test(value: Any) -> bool:
        own = facet.choices(value)
        return barred.isdisjoint(own) and (not asked or not asked.isdisjoint(own))

    return test


def _within(ends: Range) -> Test:
    return lambda value: value is not None and ends[0] <= value <= ends[1]


def _between(first: int, last: int) -> Test:
    return lambda value: bool(value) and first <= value <= last
