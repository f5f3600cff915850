"""Titles as they leave the house in lists and tables: frozen values that know no language."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from app.domain.kinds import (
    Confidence,
    NameType,
    RightsState,
    RightsStatus,
    Role,
    Scheme,
    SpokenMode,
    SynopsisKind,
    VersionStatus,
    WorkKind,
)  # fmt: skip
from app.domain.names import FourNames, WorkName
from app.domain.rights import WORLD, Standing


class VersionFacts(NamedTuple):
    """A language version: spoken language, mode, subtitle languages (all BCP 47), how far it has come."""

    language: str
    mode: SpokenMode
    subtitles: tuple[str, ...] = ()
    status: VersionStatus = VersionStatus.DELIVERED


class Doer(NamedTuple):
    """Somebody who made the work, with all names, the first being the one its bearer writes."""

    role: Role
    names: tuple[WorkName, ...]


class NameColumn(NamedTuple):
    """A column for names: language (BCP 47), type, and which one of several such names a work has, from 1."""

    language: str
    type: NameType
    number: int = 1


class SynopsisText(NamedTuple):
    """What a work is about, in one language (BCP 47) and one length."""

    language: str
    kind: SynopsisKind
    text: str


class Licence(NamedTuple):
    """The rights a table tells of: those at home, or the first there are."""

    state: RightsState
    territory: str
    starts: date | None = None
    ends: date | None = None
    holder: str = ""


_STATES = {
    RightsStatus.CLEARED: RightsState.CLEARED,
    RightsStatus.ENDING: RightsState.CLEARED,
    RightsStatus.EXPIRED: RightsState.CLEARED,
    RightsStatus.NEGOTIATION: RightsState.NEGOTIATION,
    RightsStatus.NOT_CLEARED: RightsState.NOT_CLEARED,
    RightsStatus.NOT_NEEDED: RightsState.NOT_NEEDED,
}


def telling(licences: Sequence[Licence], standing: Standing, home: str = "KZ") -> Licence | None:
    """The licence the standing at home comes from, without one there the first of another country."""
    here = [one for one in licences if one.territory in (home, WORLD)]
    same = [one for one in here if one.state is _STATES.get(standing.status)]
    ending = [one for one in same if one.ends == standing.until]
    return next(iter((*ending, *same, *here, *licences)), None)


class Shape(NamedTuple):
    """Which columns a table needs so that nothing these titles have is lost."""

    names: tuple[NameColumn, ...] = ()
    roles: frozenset[Role] = frozenset()
    schemes: frozenset[Scheme] = frozenset()
    synopses: tuple[tuple[str, SynopsisKind], ...] = ()


@dataclass(frozen=True, slots=True)
class TitleFacts:
    """One title in a list. `runtime` is in minutes, `countries` are ISO 3166 codes, `strand` a number of `Titles`.

    `unverified` lists the facts written down from memory.
    """

    id: int
    names: tuple[WorkName, ...]
    kind: WorkKind
    year: int | None
    runtime: int | None
    episodes: int | None
    age_mark: str
    countries: tuple[str, ...]
    versions: tuple[VersionFacts, ...]
    standing: Standing
    confidence: Confidence = Confidence.HIGH
    unverified: str = ""
    source: str = ""
    notes: str = ""
    strand: int | None = None
    people: tuple[Doer, ...] = ()
    identifiers: tuple[tuple[Scheme, str], ...] = ()
    synopses: tuple[SynopsisText, ...] = ()
    licence: Licence | None = None


@dataclass(frozen=True, slots=True)
class Choice:
    """Which titles leave the house, and how they came together: what a reader of the list is told of it.

    `ids` are in the order in which they were shown. `programme` names the slate they were taken from,
    `query` what was typed to narrow the catalogue; `every` tells that nothing was left out.
    """

    ids: tuple[int, ...]
    every: bool = False
    selected: bool = False
    query: str = ""
    programme: FourNames | None = None
    strands: Mapping[int, FourNames] = field(default_factory=dict)
    strand_of: Mapping[int, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Titles:
    """A list of titles as it is printed: the titles, where they come from, and the day the facts are true."""

    choice: Choice
    titles: tuple[TitleFacts, ...]
    as_of: date
    sample: bool = False
