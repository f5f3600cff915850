"""What is known around the screenings of a programme: halls, copies, ways between venues, rights."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import NamedTuple

from app.domain.calendar import day_of, window_of_day
from app.domain.kinds import CopyFormat, Use
from app.domain.kinds_of_plans import AudienceKind, DayKind, LegalKind, LinkKind
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
from app.domain.terms import WorkingDays

QUARTER = 6 * 60
"""Windows of days are remembered for so many minutes each."""

CHILDREN = frozenset({AudienceKind.FAMILY, AudienceKind.SCHOOL})
"""Audiences that leave a hall slowly (R2)."""


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
    the town on a tour. Should the tour come back, `visits` are its stops there: (begins, ends, stop).
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
    visits: tuple[tuple[int, int, int], ...] = ()

    def plays_at(self, stop: int | None) -> bool:
        """Whether it is a hall of this stop; of no stop where a programme stays at home."""
        return self.stop == stop or any(visit[2] == stop for visit in self.visits)


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
    work: int | None = None


class DayWindow(NamedTuple):
    """A festival day: its first minute and the first after it, since the epoch."""

    day: date
    first: int
    after: int


@dataclass(frozen=True)
class Context:
    """What is known around the slots: halls, copies, ways and rights of one programme.

    `travel` maps pairs of venues to minutes, either way round; pairs not named take `between_venues`.
    `rights` maps works to their windows; None means rights are not to be asked about.
    `without` names rules switched off ("R2"). The rest is empty where the programme says nothing:
    `journeys` leads from one stop of a tour to another, `sent` does for copies that are sent by themselves
    somewhere, `by_air` says how one could be; `people` to the times somebody is in town (no entry:
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
    sent: Mapping[int, Mapping[tuple[int, int], Journey]] = field(default_factory=dict)
    by_air: Mapping[tuple[int, int], Journey] = field(default_factory=dict)
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
        """Minutes the hall needs after `slot` before the next event may begin (R2): more after a Q&A or children."""
        hall = self.halls.get(slot.hall) if slot.hall is not None else None
        if slot.lingers or slot.audience in CHILDREN:
            own = hall.turnaround_long if hall else None
            return self.turnaround_long if own is None else own
        own = hall.turnaround if hall else None
        return self._turnaround if own is None else own

    def value(self, rule: str, usual: int) -> int:
        """The measure of a rule as this programme has set it, in the unit of the rule, else the usual one."""
        setting = self.settings.get(rule)
        return usual if setting is None or setting.value is None else setting.value

    def asks(self, rule: str) -> bool:
        """Whether a rule is switched on."""
        setting = self.settings.get(rule)
        return rule not in self.without and (setting is None or setting.severity != 0)

    def day(self, slot: Slot) -> date:
        """The festival day of an event in the zone of its hall: a show after midnight belongs to the evening."""
        return self.window(slot).day

    def window(self, slot: Slot) -> "DayWindow":
        """The festival day of an event, with its first minute and the first after it."""
        minute = slot.body_start
        known = self._windows.get((slot.hall, minute // QUARTER))
        if known is not None and known.first <= minute < known.after:
            return known
        zone = self.place(slot.hall).zone
        day = day_of(minute, self.day_start, zone)
        window = self._windows[slot.hall, minute // QUARTER] = DayWindow(day, *window_of_day(day, self.day_start, zone))
        return window

    def laws_of(self, kind: LegalKind, territory: str, day: date) -> tuple[Law, ...]:
        """The legal rules of one kind in force somewhere on a day."""
        known = self._laws_of.get((kind, territory, day))
        if known is None:
            own = self._laws.get((kind, territory), ())
            known = self._laws_of[kind, territory, day] = tuple(law for law in own if law.in_force(day))
        return known

    def has_laws(self, *kinds: LegalKind) -> bool:
        """Whether any legal rule of these kinds is known at all."""
        return any(law.kind in kinds for law in self.laws)

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

    @cached_property
    def _turnaround(self) -> int:
        return self.value("R2", self.turnaround)

    @cached_property
    def working_days(self) -> WorkingDays:
        """On which days offices work."""
        return WorkingDays(self.special)

    @cached_property
    def _windows(self) -> dict[tuple[int | None, int], "DayWindow"]:
        return {}

    @cached_property
    def _laws(self) -> dict[tuple[LegalKind, str], tuple[Law, ...]]:
        keys = dict.fromkeys((law.kind, law.country) for law in self.laws)
        return {key: tuple(law for law in self.laws if (law.kind, law.country) == key) for key in keys}

    @cached_property
    def _laws_of(self) -> dict[tuple[LegalKind, str, date], tuple[Law, ...]]:
        return {}

    @cached_property
    def ties_of(self) -> dict[tuple[int, LinkKind], tuple[int, ...]]:
        """The places in `ties` at which an entry is tied to another, by kind."""
        found: dict[tuple[int, LinkKind], tuple[int, ...]] = {}
        for place, tie in enumerate(self.ties):
            for entry in dict.fromkeys((tie.entry, tie.other)):
                found[entry, tie.kind] = (*found.get((entry, tie.kind), ()), place)
        return found

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
    def limits(self) -> dict[tuple[int, int | None, Where], tuple[tuple[int, int, int], ...]]:
        """The same with the place of each window in `rights`, the one that ends first leading: kept likewise."""
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
        return max(self._turnaround, self.turnaround_long, *own, 0)
