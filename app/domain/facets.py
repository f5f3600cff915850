"""Narrowing the catalogue: what a work is by facet, which works pass a filter, and how many each choice would leave."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, fields, replace
from operator import itemgetter
from typing import Any, NamedTuple

from app.domain.kinds import RightsStatus, WorkKind

NO_DUB = "-"
"""The choice of the dub facet for works without any dub."""

CO_PRODUCTION = "*"
"""The choice of the country facet for works of several countries."""


class Traits(NamedTuple):
    """What the facets ask of one work. `dubs` are two-letter languages, `missing` languages without a name."""

    kind: WorkKind
    year: int | None
    countries: tuple[str, ...]
    dubs: tuple[str, ...]
    rights: RightsStatus
    age: str
    missing: tuple[str, ...]
    programmes: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Filter:
    """The choices made. Within a facet any choice will do, between facets all must hold. Empty means all."""

    kinds: frozenset[str] = frozenset()
    countries: frozenset[str] = frozenset()
    dubs: frozenset[str] = frozenset()
    rights: frozenset[str] = frozenset()
    ages: frozenset[str] = frozenset()
    missing: frozenset[str] = frozenset()
    years: tuple[int, int] | None = None
    programme: int | None = None

    @property
    def active(self) -> bool:
        """Whether anything is narrowed at all."""
        return any(getattr(self, field.name) for field in fields(self))

    def toggled(self, facet: str, choice: str) -> "Filter":
        """The filter with one choice of a facet added, or taken out if it was there."""
        changes: dict[str, frozenset[str]] = {facet: getattr(self, facet) ^ {choice}}
        return replace(self, **changes)  # type: ignore[arg-type]  # one field by name


class Facet(NamedTuple):
    """The field of `Traits` a facet looks at, and the choices under which a value of it is counted."""

    field: str
    choices: Callable[[Any], tuple[str, ...]]


FACETS: Mapping[str, Facet] = {
    "kinds": Facet("kind", lambda kind: (kind,)),
    "countries": Facet("countries", lambda some: (*some, CO_PRODUCTION) if len(some) > 1 else some),
    "dubs": Facet("dubs", lambda languages: languages or (NO_DUB,)),
    "rights": Facet("rights", lambda status: (status,)),
    "ages": Facet("age", lambda mark: (mark,) if mark else ()),
    "missing": Facet("missing", lambda languages: languages),
    "years": Facet("year", lambda year: () if year is None else (str(year),)),
    "programmes": Facet("programmes", lambda programmes: tuple(map(str, programmes))),
}
"""Each facet by the name under which its choices are counted."""

_PLACE = {facet: Traits._fields.index(FACETS[facet].field) for facet in FACETS}


class _Held(dict[Any, bool]):
    """Whether a value of a field meets the choices made. Many works share few values: each is asked once."""

    def __init__(self, choices: Callable[[Any], tuple[str, ...]], chosen: frozenset[str]) -> None:
        super().__init__()
        self._choices = choices
        self._chosen = chosen

    def __missing__(self, value: Any) -> bool:
        self[value] = held = not self._chosen.isdisjoint(self._choices(value))
        return held


def passing(ids: Iterable[int], traits: Mapping[int, Traits], wanted: Filter) -> list[int]:
    """The ids that pass, in the order given."""
    if not wanted.active:
        return list(ids)
    left = [id_ for id_ in ids if id_ in traits]
    for facet, held in _tests(wanted).items():
        place = _PLACE[facet]
        left = [id_ for id_ in left if held[traits[id_][place]]]
    return left


def counts(traits: Iterable[Traits], wanted: Filter) -> dict[str, Counter[str]]:
    """For each facet, how many works each choice holds among those that pass all the other facets.

    Years are counted as text of four digits, programmes by their numbers as text.
    """
    works, tests = list(traits), _tests(wanted)
    left = _left(works, tests)
    found = {}
    for facet, place in _PLACE.items():
        others = {other: tests[other] for other in tests if other != facet}
        among = _left(works, others) if facet in tests else left
        found[facet] = _by_choice(Counter(map(itemgetter(place), among)), FACETS[facet].choices)
    return found


def _tests(wanted: Filter) -> dict[str, _Held]:
    """What is asked of the value of each facet in which something is chosen."""
    chosen = {facet: some for facet in FACETS if (some := getattr(wanted, facet, None)) and facet != "years"}
    if wanted.years is not None:
        first, last = wanted.years
        chosen["years"] = frozenset(map(str, range(first, last + 1)))
    if wanted.programme is not None:
        chosen["programmes"] = frozenset({str(wanted.programme)})
    return {facet: _Held(FACETS[facet].choices, some) for facet, some in chosen.items()}


def _left(works: list[Traits], tests: Mapping[str, _Held]) -> list[Traits]:
    for facet, held in tests.items():
        place = _PLACE[facet]
        works = [work for work in works if held[work[place]]]
    return works


def _by_choice(values: Counter[Any], choices: Callable[[Any], tuple[str, ...]]) -> Counter[str]:
    found: Counter[str] = Counter()
    for value, number in values.items():
        for choice in choices(value):
            found[choice] += number
    return found
