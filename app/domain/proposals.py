"""What a file proposes: titles and screenings as read from a table, before anybody has accepted them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple

from app.domain.kinds import NameType, RightsState, Role, SpokenMode, SynopsisKind, WorkKind
from app.words import Phrase


class ProposedName(NamedTuple):
    """A name with its BCP 47 language; `type` as the heading or the order of columns tells."""

    text: str
    language: str
    type: NameType = NameType.TRANSLATED


class ProposedVersion(NamedTuple):
    """A language version: spoken language, mode, subtitle languages (BCP 47)."""

    language: str
    mode: SpokenMode
    subtitles: tuple[str, ...] = ()


class ProposedCredit(NamedTuple):
    """Somebody with a role, by the name as it stands in the file."""

    name: str
    role: Role = Role.DIRECTOR


class ProposedRights(NamedTuple):
    """Rights as far as the file tells."""

    state: RightsState
    territory: str = "KZ"
    starts: date | None = None
    ends: date | None = None
    holder: str = ""


class ProposedSynopsis(NamedTuple):
    """What a title is about, in one language (kk, zh, ru, en, or any other) and one length."""

    language: str
    text: str
    kind: SynopsisKind = SynopsisKind.SHORT


@dataclass(frozen=True, slots=True)
class ProposedTitle:
    """One title. `row` is its line in the file, from 1; None and empty mean the file does not tell."""

    row: int
    names: tuple[ProposedName, ...]
    kind: WorkKind | None = None
    year: int | None = None
    runtime: int | None = None
    episodes: int | None = None
    age_mark: str = ""
    countries: tuple[str, ...] = ()
    credits: tuple[ProposedCredit, ...] = ()
    versions: tuple[ProposedVersion, ...] = ()
    rights: tuple[ProposedRights, ...] = ()
    synopses: tuple[ProposedSynopsis, ...] = ()
    identifiers: tuple[tuple[str, str], ...] = ()
    """(scheme, value)."""
    source: str = ""
    notes: str = ""
    unverified: str = ""
    """What was written down from memory, as the file says it."""


@dataclass(frozen=True, slots=True)
class ProposedScreening:
    """One showing: wall time of the place, the films in order, and where."""

    row: int
    starts: datetime
    titles: tuple[ProposedName, ...]
    venue: str = ""
    hall: str = ""
    city: str = ""
    minutes: int | None = None
    """Length of the whole event, where the file tells an end or a length."""
    note: str = ""
    also: tuple[tuple[ProposedName, ...], ...] = ()
    """Further names of the same films, film by film; empty or as long as `titles`."""


class RowTrouble(NamedTuple):
    """What is wrong with a row (from 1; 0 for the file as a whole) and with which column, and what was done.

    `fatal` rows are left out; others come in without the value that could not be read.
    """

    row: int
    column: str
    problem: Phrase
    value: str = ""
    fatal: bool = True


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a whole file proposes. `read` counts the rows that hold anything below the heading."""

    read: int
    titles: Sequence[ProposedTitle] = ()
    screenings: Sequence[ProposedScreening] = ()
    troubles: Sequence[RowTrouble] = ()
