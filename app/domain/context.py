"""What is known around the screenings of a programme: halls, copies, ways between venues, rights."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from app.domain.kinds import Use
from app.domain.rights import Window
from app.domain.screenings import Slot


class Where(NamedTuple):
    """A territory (ISO 3166) and a zone (IANA)."""

    territory: str
    zone: str


@dataclass(frozen=True, slots=True)
class HallFacts:
    """What the rules need to know of a hall.

    `hours` are spans of minutes since the epoch in which it is open or rented, sorted and apart;
    empty means unknown, never closed. The rest overrides the `Context` where it is not None: halls of a
    tour lie in other countries and zones.
    """

    venue: int
    hours: tuple[tuple[int, int], ...] = ()
    turnaround: int | None = None
    turnaround_long: int | None = None
    territory: str | None = None
    zone: str | None = None


@dataclass(frozen=True, slots=True)
class CopyFacts:
    """What the rules need to know of a copy.

    `ready_from`: arrived and ingested; `leaves`: must be on its way; `ingest`: minutes needed on
    arrival in another venue; `anywhere`: a stream, or a file every hall holds.
    """

    version: int | None = None
    ready_from: int | None = None
    leaves: int | None = None
    ingest: int = 0
    anywhere: bool = False


@dataclass(frozen=True)
class Context:
    """What is known around the slots: halls, copies, ways and rights of one programme.

    `travel` maps pairs of venues to minutes, either way round; pairs not named take `between_venues`.
    `rights` maps works to their windows; None means rights are not to be asked about.
    `without` names rules switched off ("R2").
    """

    halls: Mapping[int, HallFacts] = field(default_factory=dict)
    copies: Mapping[int, CopyFacts] = field(default_factory=dict)
    rights: Mapping[int, tuple[Window, ...]] | None = None
    travel: Mapping[tuple[int, int], int] = field(default_factory=dict)
    territory: str = "KZ"
    use: Use | None = Use.FESTIVAL
    zone: str = "Asia/Almaty"
    day_start: int = 4 * 60
    turnaround: int = 20
    turnaround_long: int = 30
    within_venue: int = 0
    between_venues: int = 60
    without: frozenset[str] = frozenset()

    def after(self, slot: Slot) -> int:
        """Minutes the hall needs after `slot` before the next event may begin (R2)."""
        hall = self.halls.get(slot.hall) if slot.hall is not None else None
        if slot.lingers:
            own = hall.turnaround_long if hall else None
            return self.turnaround_long if own is None else own
        own = hall.turnaround if hall else None
        return self.turnaround if own is None else own

    def way(self, copy: int, origin: int, target: int) -> int:
        """Minutes a copy needs from one hall to another, ingest in another venue included (R7).

        Halls nobody has described are taken to lie under one roof.
        """
        a, b = self.halls.get(origin), self.halls.get(target)
        if a is None or b is None or a.venue == b.venue:
            return self.within_venue
        minutes = self.travel.get((a.venue, b.venue))
        if minutes is None:
            minutes = self.travel.get((b.venue, a.venue), self.between_venues)
        facts = self.copies.get(copy)
        return minutes + facts.ingest if facts else minutes

    def place(self, hall: int | None) -> Where:
        """Whose law and whose clocks rule in a hall: those of the programme if it says nothing else."""
        return self._places.get(hall, self._home)

    @cached_property
    def _home(self) -> Where:
        return Where(self.territory, self.zone)

    @cached_property
    def _places(self) -> dict[int | None, Where]:
        return {n: Where(h.territory or self.territory, h.zone or self.zone) for n, h in self.halls.items()}

    @cached_property
    def spans(self) -> dict[tuple[int, int | None, Where], tuple[tuple[int, int], ...]]:
        """Minutes in which (work, version, place) is allowed: worked out once, kept by the rule on rights."""
        return {}

    @cached_property
    def limited(self) -> frozenset[int]:
        """The works whose number of showings is limited."""
        rights = self.rights or {}
        return frozenset(work for work, own in rights.items() if any(w.max_showings is not None for w in own))

    @cached_property
    def longest_way(self) -> int:
        """No copy is ever longer on its way than this."""
        ingest = max((facts.ingest for facts in self.copies.values()), default=0)
        return max(self.within_venue, self.between_venues, *self.travel.values(), 0) + ingest

    @cached_property
    def longest_turnaround(self) -> int:
        """No hall needs longer than this between two events."""
        own = (m for facts in self.halls.values() for m in (facts.turnaround, facts.turnaround_long) if m is not None)
        return max(self.turnaround, self.turnaround_long, *own, 0)
