"""Many titles changed at once: what they have in common, what shall be changed, and where that changes anything."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from app.domain.kinds import RightsState, SlateState, SpokenMode, Use

FACTS = ("kind", "year", "age_mark", "co_production", "confidence", "source")
"""Facts that can be the same in many titles."""


class Part(StrEnum):
    """What can be changed in many titles at once."""

    FACTS = "facts"
    COUNTRIES = "countries"
    NOTE = "note"
    VERSION = "version"
    SUBTITLES = "subtitles"
    RIGHTS = "rights"
    SLATE = "slate"


class NewVersion(NamedTuple):
    """A language version that is added where there is none like it."""

    language: str
    mode: SpokenMode


class NewRights(NamedTuple):
    """A licence that is added to every title; days inclusive, None is open."""

    state: RightsState
    territory: str = "KZ"
    use: Use = Use.FESTIVAL
    starts: date | None = None
    ends: date | None = None
    holder: str = ""


class NewPlace(NamedTuple):
    """The slate a title is put into, if it is not in it."""

    programme: int
    state: SlateState = SlateState.LONGLIST


@dataclass(frozen=True, slots=True)
class Changes:
    """What was ticked. `facts` are new values by column; `subtitles` are added to the original version."""

    facts: Mapping[str, object] = field(default_factory=dict)
    add_countries: tuple[str, ...] = ()
    remove_countries: tuple[str, ...] = ()
    note: str = ""
    version: NewVersion | None = None
    subtitles: tuple[str, ...] = ()
    rights: NewRights | None = None
    slate: NewPlace | None = None


@dataclass(frozen=True, slots=True)
class Seen:
    """A title as far as such changes look at it. `subtitled` are the languages below its first version.

    `rights` are licences as (state, territory, use, starts, ends, holder).
    """

    facts: Mapping[str, object]
    countries: tuple[str, ...] = ()
    versions: frozenset[tuple[str, SpokenMode]] = frozenset()
    first_version: int | None = None
    subtitled: tuple[str, ...] = ()
    rights: frozenset[NewRights] = frozenset()
    programmes: frozenset[int] = frozenset()
    notes: str = ""


def countries_after(seen: Seen, changes: Changes) -> tuple[str, ...]:
    """The countries of a title once some were added and some taken away."""
    kept = [code for code in seen.countries if code not in changes.remove_countries]
    return tuple(dict.fromkeys((*kept, *changes.add_countries)))


def notes_after(seen: Seen, changes: Changes) -> str:
    """The notes with the new one below, unless it stands there."""
    note = changes.note.strip()
    if not note or note in seen.notes.splitlines():
        return seen.notes
    return f"{seen.notes}\n{note}" if seen.notes else note


def touched(seen: Seen, changes: Changes) -> frozenset[Part]:
    """What of the changes changes anything in a title."""
    found = {
        Part.FACTS: any(seen.facts[fact] != value for fact, value in changes.facts.items()),
        Part.COUNTRIES: countries_after(seen, changes) != seen.countries,
        Part.NOTE: notes_after(seen, changes) != seen.notes,
        Part.VERSION: changes.version is not None and tuple(changes.version) not in seen.versions,
        Part.SUBTITLES: seen.first_version is not None and not set(changes.subtitles) <= set(seen.subtitled),
        Part.RIGHTS: changes.rights is not None and changes.rights not in seen.rights,
        Part.SLATE: changes.slate is not None and changes.slate.programme not in seen.programmes,
    }
    return frozenset(part for part, changed in found.items() if changed)


def common(every: Iterable[Seen]) -> dict[str, object]:
    """The facts that are equal in all titles: only these are filled in beforehand."""
    every = list(every)
    if not every:
        return {}
    first = every[0].facts
    return {fact: value for fact, value in first.items() if all(one.facts[fact] == value for one in every)}
