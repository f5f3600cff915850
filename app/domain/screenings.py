"""The values of a schedule: a screening as a slot, and what a finding says about it.

Every moment is an int, minutes since the epoch in UTC (see `calendar`).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import IntEnum, StrEnum
from typing import NamedTuple, TypeAlias

from app.domain.kinds import ScreeningStatus


@dataclass(frozen=True, slots=True)
class Slot:
    """One event on the board.

    `start` to `end` is the time the hall is taken (doors, intro, film, Q&A, clearing),
    `body_start` to `body_end` the time the films run, when the copies are in use; the public time
    is `body_start`. `hall` None means unplaced. `versions` stands beside `works`, one for one.
    `lingers`: a Q&A or children, the hall needs the longer turnaround. `blocker`: a break or a closed
    hall, with nobody to clear out; it takes the hall but needs no turnaround on either side.
    """

    id: int
    hall: int | None
    start: int
    body_start: int
    body_end: int
    end: int
    copies: tuple[int, ...] = ()
    works: tuple[int, ...] = ()
    versions: tuple[int | None, ...] = ()
    status: ScreeningStatus = ScreeningStatus.TENTATIVE
    locked: bool = False
    lingers: bool = False
    blocker: bool = False

    @property
    def live(self) -> bool:
        """Whether it takes up a place: cancelled and unplaced screenings are in nobody's way."""
        return self.hall is not None and self.status is not ScreeningStatus.CANCELLED

    def at(self, hall: int | None, start: int) -> "Slot":
        """The same event with all its parts beginning at `start` in `hall`."""
        shift = start - self.start
        return Slot(
            self.id, hall, start, self.body_start + shift, self.body_end + shift, self.end + shift,
            self.copies, self.works, self.versions, self.status, self.locked, self.lingers, self.blocker,
        )  # fmt: skip

    def shown(self) -> tuple[tuple[int, int | None], ...]:
        """Each (work, version) once; the version is None when nobody has chosen it yet."""
        if len(self.works) == 1:
            return ((self.works[0], self.versions[0] if self.versions else None),)
        versions = (*self.versions, *(None,) * (len(self.works) - len(self.versions)))
        return tuple(dict.fromkeys(zip(self.works, versions, strict=False)))


class Severity(IntEnum):
    """How much a finding matters; the higher the worse."""

    WISH = 1
    WARNING = 2
    ERROR = 3


class Clash(StrEnum):
    """What exactly is wrong. Comments name the `values` that come with it.

    Instants (minutes since the epoch) are listed in `INSTANTS`, `ends`, `begins`, `not_before` and
    `day` are dates, everything else counts minutes or things.
    """

    HALL_TAKEN = "hall_taken"  # overlap, until, starts
    TURNAROUND_SHORT = "turnaround_short"  # gap, needed, until, starts
    HALL_CLOSED = "hall_closed"  # starts, until, opens, closes (the nearest hours, if any are known)
    COPY_ELSEWHERE = "copy_elsewhere"  # overlap, until, starts
    COPY_TRAVELLING = "copy_travelling"  # gap, needed, until, starts
    COPY_NOT_READY = "copy_not_ready"  # ready, starts
    COPY_GONE = "copy_gone"  # leaves, until
    RIGHTS_MISSING = "rights_missing"  # day
    RIGHTS_TERRITORY = "rights_territory"  # day, territory
    RIGHTS_USE = "rights_use"  # day, use
    RIGHTS_NOT_CLEARED = "rights_not_cleared"  # day
    RIGHTS_ENDED = "rights_ended"  # day, ends
    RIGHTS_NOT_BEGUN = "rights_not_begun"  # day, begins
    RIGHTS_NOT_BEFORE = "rights_not_before"  # day, not_before
    RIGHTS_NEGOTIATION = "rights_negotiation"  # day
    SHOWINGS_SPENT = "showings_spent"  # planned, allowed

    @property
    def rule(self) -> str:
        """The rule it breaks, as numbered in PRODUCT: R1 to R30."""
        return _RULES[self][0]

    @property
    def severity(self) -> Severity:
        """How much it matters unless a legal rule of some country says otherwise."""
        return _RULES[self][1]


_RULES = {
    Clash.HALL_TAKEN: ("R1", Severity.ERROR),
    Clash.TURNAROUND_SHORT: ("R2", Severity.WARNING),
    Clash.HALL_CLOSED: ("R3", Severity.ERROR),
    Clash.COPY_ELSEWHERE: ("R7", Severity.ERROR),
    Clash.COPY_TRAVELLING: ("R7", Severity.ERROR),
    Clash.COPY_NOT_READY: ("R7", Severity.ERROR),
    Clash.COPY_GONE: ("R7", Severity.ERROR),
    Clash.RIGHTS_MISSING: ("R10", Severity.ERROR),
    Clash.RIGHTS_TERRITORY: ("R10", Severity.ERROR),
    Clash.RIGHTS_USE: ("R10", Severity.ERROR),
    Clash.RIGHTS_NOT_CLEARED: ("R10", Severity.ERROR),
    Clash.RIGHTS_ENDED: ("R10", Severity.ERROR),
    Clash.RIGHTS_NOT_BEGUN: ("R10", Severity.ERROR),
    Clash.RIGHTS_NOT_BEFORE: ("R10", Severity.ERROR),
    Clash.RIGHTS_NEGOTIATION: ("R10", Severity.WARNING),
    Clash.SHOWINGS_SPENT: ("R10", Severity.ERROR),
}

INSTANTS = frozenset({"until", "starts", "opens", "closes", "ready", "leaves"})
"""The names of values that are moments, not lengths."""


class PartyKind(StrEnum):
    """What a finding may point at besides screenings."""

    HALL = "hall"
    COPY = "copy"
    WORK = "work"
    VERSION = "version"


class Party(NamedTuple):
    """Something a finding links to."""

    kind: PartyKind
    id: int


Value: TypeAlias = int | str | date


Matter: TypeAlias = tuple[Clash, frozenset[int], frozenset[Party]]


class Finding(NamedTuple):
    """What stands against a schedule: values and enums, words are made where it is shown.

    `slots` are the screenings concerned, earlier first; `at` is the moment the trouble begins.
    Halls among the `parties` follow the order of the slots.
    """

    rule: str
    clash: Clash
    severity: Severity
    slots: tuple[int, ...]
    at: int
    values: tuple[tuple[str, Value], ...] = ()
    parties: tuple[Party, ...] = ()

    @property
    def key(self) -> str:
        """What "accept as is" remembers: the same trouble to the same extent.

        It survives moving everything together, and falls when the overlap, the gap or the
        day changes, so that nobody has accepted five minutes and gets fifty.
        """
        extent = (f"{name}={value}" for name, value in self.values if name not in INSTANTS)
        parties = (f"{kind}{number}" for kind, number in sorted(self.parties))
        return "/".join((self.clash, "-".join(map(str, sorted(self.slots))), *parties, *extent))

    @property
    def matter(self) -> Matter:
        """What it is about, whatever the extent: who clashes how with whom over what."""
        things = frozenset(party for party in self.parties if party.kind is not PartyKind.HALL)
        return self.clash, frozenset(self.slots), things

    def value(self, name: str) -> Value | None:
        """The value of this name, None when the finding has none."""
        return dict(self.values).get(name)

    def party(self, kind: PartyKind) -> tuple[int, ...]:
        """The ids of all parties of one kind."""
        return tuple(party.id for party in self.parties if party.kind is kind)


def found(
    clash: Clash, slots: Sequence[Slot], at: int, values: tuple[tuple[str, Value], ...], parties: tuple[Party, ...]
) -> Finding:
    """A finding of the usual severity."""
    rule, severity = _RULES[clash]
    return Finding(rule, clash, severity, tuple(slot.id for slot in slots), at, values, parties)


def hall_of(slot: Slot) -> Party:
    """The hall of a placed event as a party."""
    return Party(PartyKind.HALL, slot.hall or 0)
