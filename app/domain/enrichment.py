"""What a file adds to a known title: empty places are filled, what differs stands beside, nothing goes."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, NamedTuple

from app.domain.folding import fold
from app.domain.kinds import NameType, RightsState, Role, SpokenMode, WorkKind
from app.domain.likeness import same_person
from app.domain.names import plain
from app.domain.proposals import (
    ProposedCredit,
    ProposedName,
    ProposedRights,
    ProposedSynopsis,
    ProposedTitle,
    ProposedVersion,
)  # fmt: skip

FACTS = ("kind", "year", "runtime", "episodes", "age_mark")
"""Single values of a work; one that differs from what is there becomes a claim of the file."""


class KnownRights(NamedTuple):
    """A licence as far as a file could tell it."""

    territory: str
    state: RightsState
    starts: date | None
    ends: date | None


@dataclass(frozen=True, slots=True)
class KnownTitle:
    """A work as it is in the library, as far as a file could tell something of it."""

    id: int
    names: tuple[tuple[str, str], ...]
    """(text, BCP 47 language)."""
    has_original: bool = True
    kind: WorkKind | None = None
    year: int | None = None
    runtime: int | None = None
    episodes: int | None = None
    age_mark: str = ""
    countries: tuple[str, ...] = ()
    credits: tuple[tuple[str, Role], ...] = ()
    """(any name of somebody, role); somebody with three names stands here three times."""
    versions: tuple[tuple[str, SpokenMode], ...] = ()
    rights: tuple[KnownRights, ...] = ()
    synopses: tuple[tuple[str, str], ...] = ()
    identifiers: tuple[tuple[str, str], ...] = ()
    claims: tuple[tuple[str, str], ...] = ()
    """(fact, value)."""
    source: str = ""
    notes: str = ""


class Difference(NamedTuple):
    """A value of the file beside another one in the library; both as text."""

    fact: str
    there: str
    here: str


@dataclass(frozen=True, slots=True)
class Additions:
    """What a file adds to one title. `facts` are columns of the work that were empty."""

    facts: tuple[tuple[str, Any], ...] = ()
    differences: tuple[Difference, ...] = ()
    names: tuple[ProposedName, ...] = ()
    countries: tuple[str, ...] = ()
    credits: tuple[ProposedCredit, ...] = ()
    versions: tuple[ProposedVersion, ...] = ()
    rights: tuple[ProposedRights, ...] = ()
    synopses: tuple[ProposedSynopsis, ...] = ()
    identifiers: tuple[tuple[str, str], ...] = ()
    passed: tuple[ProposedRights, ...] = ()
    """Rights that say otherwise than those there for the same territory; nobody but people can settle that."""

    @property
    def what(self) -> tuple[str, ...]:
        """The names of all that would be added, for people who check: year, names, credits ..."""
        lists = ("names", "countries", "credits", "versions", "rights", "synopses", "identifiers")
        return (*(fact for fact, _value in self.facts), *(name for name in lists if getattr(self, name)))

    def __bool__(self) -> bool:
        return bool(self.what or self.differences)


def additions(known: KnownTitle, told: ProposedTitle) -> Additions:
    """What `told` adds to `known`."""
    filled, differing = [], []
    for fact in FACTS:
        there, here = getattr(known, fact), getattr(told, fact)
        if here in (None, "") or here == there:
            continue
        if there in (None, ""):
            filled.append((fact, here))
        elif (fact, str(here)) not in known.claims:
            differing.append(Difference(fact, str(there), str(here)))
    if told.source and not known.source:
        filled.append(("source", told.source))
    if told.notes and told.notes not in known.notes:
        filled.append(("notes", f"{known.notes}\n{told.notes}".strip()))
    return Additions(
        tuple(filled),
        tuple(differing),
        _names(known, told),
        told.countries if not known.countries else (),
        tuple(one for one in told.credits if not _is_credited(known, one)),
        tuple(one for one in told.versions if (one.language, one.mode) not in known.versions),
        _rights(known, told.rights),
        _synopses(known, told.synopses),
        tuple(one for one in told.identifiers if one not in known.identifiers),
        tuple(one for one in told.rights if _contradicts(known, one)),
    )


def _names(known: KnownTitle, told: ProposedTitle) -> tuple[ProposedName, ...]:
    """Names that are not there; the work keeps the original it has, another one is an alternative."""
    there = {(fold(text), plain(language)) for text, language in known.names}
    new = []
    for name in told.names:
        if (fold(name.text), plain(name.language)) in there:
            continue
        there.add((fold(name.text), plain(name.language)))
        second = name.type is NameType.ORIGINAL and known.has_original
        new.append(name._replace(type=NameType.ALTERNATIVE) if second else name)
    return tuple(new)


def _is_credited(known: KnownTitle, told: ProposedCredit) -> bool:
    return any(role is told.role and same_person(name, told.name) for name, role in known.credits)


def _rights(known: KnownTitle, told: Iterable[ProposedRights]) -> tuple[ProposedRights, ...]:
    """Licences for territories of which nothing is known; two that contradict each other would help nobody."""
    there = {rights.territory for rights in known.rights}
    return tuple(one for one in told if one.territory not in there)


def _contradicts(known: KnownTitle, told: ProposedRights) -> bool:
    """Whether licences for the same territory are known and none of them is the one that is told."""
    there = [rights for rights in known.rights if rights.territory == told.territory]
    return bool(there) and not any(
        rights.state is told.state and told.starts in (None, rights.starts) and told.ends in (None, rights.ends)
        for rights in there
    )


def _synopses(known: KnownTitle, told: Iterable[ProposedSynopsis]) -> tuple[ProposedSynopsis, ...]:
    """Texts that are not there, whichever length they are kept as."""
    there = {(plain(language), text) for language, text in known.synopses}
    return tuple(one for one in told if (plain(one.language), one.text) not in there)


def joined(first: ProposedTitle, later: ProposedTitle) -> ProposedTitle:
    """Two rows of one file about the same title as one: what comes first has precedence."""
    alone = {
        name: getattr(later, name)
        for name in (*FACTS, "countries", "source", "notes")
        if getattr(first, name) in (None, "", ())
    }
    names = {fold(name.text): name for name in first.names}
    more = [
        name._replace(type=NameType.ALTERNATIVE) if name.type is NameType.ORIGINAL else name
        for name in later.names
        if fold(name.text) not in names
    ]
    both: dict[str, Any] = {
        name: tuple(dict.fromkeys((*getattr(first, name), *getattr(later, name))))
        for name in ("credits", "versions", "rights", "synopses", "identifiers")
    }
    return replace(first, names=(*first.names, *more), **alone, **both)
