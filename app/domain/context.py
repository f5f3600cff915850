"""What is known around the screenings of a programme: halls, copies, ways between venues, rights."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import NamedTuple

from app.domain.kinds import CopyFormat, Use
from app.domain.kinds_of_plans import DayKind
from app.domain.rights import Window
from app.domain.screenings import Slot
from app.domain.surroundings import (
    Duty,
    EntryFacts,
    EntryTie,
    Journey,
    KeyWindow,
    Law,
    Setting,
    Span,
    StrandFacts,
    VersionFacts,
    WorkFacts,
)


class Where(NamedTuple):
    """A territory (ISO 3166) and a zone (IANA)."""

    territory: str
    zone: str


@dataclass(frozen=True, slots=True)
class HallFacts:
    """What the rules need to know of a hall.

    `hours` are spans of minutes since the epoch in which it is open or rented, sorted and apart;
    empty means unknown, never closed. `turnaround` to `zone` override the `Context` where they are not
    None: halls of a tour lie in other countries and zones. What it can play is empty where
    nobody has said; `audience` are the languages understood there; `hour_cost` is in hundredths; `stop` is
    the town on a tour.
    """

    venue: int
    hours: tuple[tuple[int, int], ...] = ()
    turnaround: int | None = None
    turnaround_long: int | None = None
    territory: str | None = None
    zone: str | None = None
    seats: int | None = None
    formats: frozenset[str] = frozenset()
    frame_rates: frozenset[str] = frozenset()
    sounds: frozenset[str] = frozenset()
    aspects: frozenset[str] = frozenset()
    soft_subtitles: bool | None = None
    step_free: bool | None = None
    server: str = ""
    hour_cost: int = 0
    audience: tuple[str, ...] = ()
    stop: int | None = None


@dataclass(frozen=True, slots=True)
class CopyFacts:
    """What the rules need to know of a copy.

    `ready_from`: arrived and ingested; `leaves`: must be on its way; `ingest`: minutes needed on
    arrival in another venue; `anywhere`: a stream, or a file every hall holds. Technical facts are ''
    where nobody has entered them; `captions`: it carries captions or a described sound track.
    """

    version: int | None = None
    ready_from: int | None = None
    leaves: int | None = None
    ingest: int = 0
    anywhere: bool = False
    format: CopyFormat | None = None
    frame_rate: str = ""
    sound: str = ""
    aspect: str = ""
    encrypted: bool = False
    keys: tuple[KeyWindow, ...] = ()
    captions: bool = False


@dataclass(frozen=True)
class Context:
    """What is known around the slots: halls, copies, ways and rights of one programme.

    `travel` maps pairs of venues to minutes, either way round; pairs not named take `between_venues`.
    `rights` maps works to their windows; None means rights are not to be asked about.
    `without` names rules switched off ("R2"). The rest is empty where the programme says nothing:
    `journeys` leads from one stop of a tour to another, `people` to the times somebody is in town (no entry:
    always), `published` from an event to the hall and public start last given out, `special`
    from a country and a day to what the day is; `audience` and `policy` are language tags; `prime` is minutes
    after midnight; `budget` hundredths of `currency`.
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
    works: Mapping[int, WorkFacts] = field(default_factory=dict)
    versions: Mapping[int, VersionFacts] = field(default_factory=dict)
    entries: Mapping[int, EntryFacts] = field(default_factory=dict)
    ties: tuple[EntryTie, ...] = ()
    strands: Mapping[int, StrandFacts] = field(default_factory=dict)
    people: Mapping[int, tuple[Span, ...]] = field(default_factory=dict)
    duties: tuple[Duty, ...] = ()
    laws: tuple[Law, ...] = ()
    special: Mapping[tuple[str, date], DayKind] = field(default_factory=dict)
    journeys: Mapping[tuple[int, int], Journey] = field(default_factory=dict)
    published: Mapping[int, tuple[int, int]] = field(default_factory=dict)
    settings: Mapping[str, Setting] = field(default_factory=dict)
    days: tuple[date, ...] = ()
    audience: tuple[str, ...] = ()
    policy: tuple[str, ...] = ()
    prime: tuple[int, int] = (18 * 60, 21 * 60)
    budget: int | None = None
    currency: str = "KZT"
    today: date | None = None

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
