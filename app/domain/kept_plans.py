"""A schedule as it was at one moment, readable by itself, and what changed between two of them (F33)."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, fields
from datetime import datetime
from enum import StrEnum
from typing import Any, NamedTuple

from app.domain.kinds import PartKind, ScreeningStatus
from app.domain.names import FourNames

FORM = 1
"""The form of the text in which plans are kept; a later program reads every earlier one."""

NAMELESS = FourNames()


class KeptPart(NamedTuple):
    """A part of a kept event; `titles` is what the work was called, for when it is gone."""

    kind: PartKind
    minutes: int
    work: int | None = None
    version: int | None = None
    copy: int | None = None
    titles: FourNames = NAMELESS


class KeptPerson(NamedTuple):
    """Somebody booked for a kept event; `task` and `languages` as stored."""

    agent: int
    task: str
    languages: str = ""


@dataclass(frozen=True, slots=True)
class KeptEvent:
    """One event of a kept plan; `names` are its own, `hall_names` and titles those of that day.

    `starts` is aware (UTC), `local` the naive wall time in `zone` with its `fold`; both are of the body.
    """

    id: int
    hall: int
    starts: datetime
    local: datetime
    zone: str
    fold: int
    status: ScreeningStatus
    locked: bool
    parts: tuple[KeptPart, ...]
    entry: int | None = None
    strand: int | None = None
    note: str = ""
    audience_kind: str | None = None
    expected: int | None = None
    occasion: str | None = None
    names: FourNames = NAMELESS
    hall_names: FourNames = NAMELESS
    people: tuple[KeptPerson, ...] = ()

    def title(self, language: str) -> str:
        """What it is called in a language: its own name, else its titles."""
        own = self.names.shown(language)
        return own or " + ".join(part.titles.shown(language) for part in self.parts if any(part.titles))

    @property
    def minutes(self) -> int:
        """The length of all its parts together."""
        return sum(part.minutes for part in self.parts)


def written(events: Iterable[KeptEvent]) -> str:
    """The text under which events are kept: JSON, the same for the same events."""
    body = {"form": FORM, "events": [asdict(event) for event in events]}
    return json.dumps(body, ensure_ascii=False, separators=(",", ":"), default=_said, sort_keys=True)


def _said(value: object) -> str:
    if isinstance(value, datetime):
        return value.isoformat()
    raise TypeError(type(value).__name__)


def read(text: str) -> tuple[KeptEvent, ...]:
    """The events of a kept plan. Raises ValueError for a text that is none."""
    try:
        return tuple(_event(facts) for facts in json.loads(text)["events"])
    except (KeyError, TypeError) as error:
        raise ValueError(str(error)) from error


_KNOWN = frozenset(field.name for field in fields(KeptEvent))


def _event(facts: dict[str, Any]) -> KeptEvent:
    own = {name: value for name, value in facts.items() if name in _KNOWN}
    return KeptEvent(**own | {
        "starts": datetime.fromisoformat(own["starts"]),
        "local": datetime.fromisoformat(own["local"]),
        "status": ScreeningStatus(own["status"]),
        "parts": tuple(_part(part) for part in own["parts"]),
        "names": FourNames(*own["names"]),
        "hall_names": FourNames(*own["hall_names"]),
        "people": tuple(KeptPerson(*person) for person in own["people"]),
    })  # fmt: skip


def _part(values: list[Any]) -> KeptPart:
    kind, minutes, work, version, copy, titles = values
    return KeptPart(PartKind(kind), minutes, work, version, copy, FourNames(*titles))


class Difference(StrEnum):
    """What happened to an event between two plans."""

    ADDED = "added"
    REMOVED = "removed"
    CANCELLED = "cancelled"
    BACK = "back"  # cancelled before, on again
    MOVED = "moved"  # another time, perhaps another hall too
    OTHER_HALL = "other_hall"
    CONFIRMED = "confirmed"
    TENTATIVE = "tentative"
    OTHER_VERSION = "other_version"
    OTHER_TITLES = "other_titles"
    OTHER_LENGTH = "other_length"
    RENAMED = "renamed"


PUBLIC = frozenset(Difference) - {Difference.CONFIRMED, Difference.TENTATIVE}
"""What those who were given the earlier plan have to be told."""


class Changed(NamedTuple):
    """One event with what happened to it, the gravest first; `before` or `after` is None for what is new or gone."""

    differences: tuple[Difference, ...]
    before: KeptEvent | None
    after: KeptEvent | None

    @property
    def event(self) -> KeptEvent:
        """The event as it is now, or as it was last."""
        found = self.after or self.before
        assert found is not None
        return found

    @property
    def public(self) -> bool:
        """Whether people outside the house have to be told."""
        return any(difference in PUBLIC for difference in self.differences)


def changes(before: Iterable[KeptEvent], after: Iterable[KeptEvent]) -> list[Changed]:
    """What became of the events of one plan in another, by time; what stayed as it was is left out."""
    old, new = {event.id: event for event in before}, {event.id: event for event in after}
    found = []
    for number in old.keys() | new.keys():
        was, now = old.get(number), new.get(number)
        differences = tuple(_differences(was, now))
        if differences:
            found.append(Changed(differences, was, now))
    return sorted(found, key=lambda one: (one.event.starts, one.event.hall, one.event.id))


def _differences(was: KeptEvent | None, now: KeptEvent | None) -> Iterator[Difference]:
    if was is None or now is None:
        event = was or now
        if event is not None and event.status is not ScreeningStatus.CANCELLED:  # called off and gone says nothing new
            yield Difference.ADDED if was is None else Difference.REMOVED
        return
    yield from _status(was.status, now.status)
    if was.starts != now.starts:
        yield Difference.MOVED
    elif was.hall != now.hall:
        yield Difference.OTHER_HALL
    if [part.work for part in was.parts if part.work] != [part.work for part in now.parts if part.work]:
        yield Difference.OTHER_TITLES
    elif [part.version for part in was.parts] != [part.version for part in now.parts]:
        yield Difference.OTHER_VERSION
    if was.minutes != now.minutes:
        yield Difference.OTHER_LENGTH
    if was.names != now.names:
        yield Difference.RENAMED


def _status(was: ScreeningStatus, now: ScreeningStatus) -> Iterator[Difference]:
    if was is now:
        return
    if now is ScreeningStatus.CANCELLED:
        yield Difference.CANCELLED
    elif was is ScreeningStatus.CANCELLED:
        yield Difference.BACK
    else:
        yield Difference.CONFIRMED if now is ScreeningStatus.CONFIRMED else Difference.TENTATIVE
