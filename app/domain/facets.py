"""Narrowing the catalogue: what a work is by facet, which works pass a filter, and how many each choice would leave."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, fields, replace
from typing import NamedTuple

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


FACETS: Mapping[str, Callable[[Traits], tuple[str, ...]]] = {
    "kinds": lambda traits: (traits.kind,),
    "countries": lambda traits: (*traits.countries, CO_PRODUCTION) if len(traits.countries) > 1 else traits.countries,
    "dubs": lambda traits: traits.dubs or (NO_DUB,),
    "rights": lambda traits: (traits.rights,),
    "ages": lambda traits: (traits.age,) if traits.age else (),
    "missing": lambda traits: traits.missing,
}
"""Each facet and the choices under which a work is counted in it."""


def failed(traits: Traits, wanted: Filter) -> list[str]:
    """The facets a work does not satisfy; empty if it passes the filter."""
    missed = []
    for facet, choices in FACETS.items():
        chosen: frozenset[str] = getattr(wanted, facet)
        if chosen and chosen.isdisjoint(choices(traits)):
            missed.append(facet)
    if wanted.years is not None and not (traits.year is not None and wanted.years[0] <= traits.year <= wanted.years[1]):
        missed.append("years")
    if wanted.programme is not None and wanted.programme not in traits.programmes:
        missed.append("programme")
    return missed


def passing(ids: Iterable[int], traits: Mapping[int, Traits], wanted: Filter) -> list[int]:
    """The ids that pass, in the order given."""
    if not wanted.active:
        return list(ids)
    return [id_ for id_ in ids if id_ in traits and not failed(traits[id_], wanted)]


def counts(traits: Iterable[Traits], wanted: Filter) -> dict[str, Counter[str]]:
    """For each facet, how many works each choice holds among those that pass all the other facets.

    Years are counted under the key "years", as text of four digits.
    """
    found: dict[str, Counter[str]] = {facet: Counter() for facet in (*FACETS, "years")}
    narrowed = wanted.active
    for work in traits:
        missed = failed(work, wanted) if narrowed else ()
        if len(missed) > 1:
            continue
        for facet in missed or found:
            if facet == "years":
                if work.year is not None:
                    found[facet][str(work.year)] += 1
            elif facet in FACETS:
                counter = found[facet]
                for choice in FACETS[facet](work):
                    counter[choice] += 1
    return found
