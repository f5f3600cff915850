"""The values of a schedule: a screening as a slot, and what a finding says about it.

Every moment is an int, minutes since the epoch in UTC (see `calendar`).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import IntEnum, StrEnum
from functools import cache
from typing import NamedTuple, TypeAlias

from app.domain.kinds import ScreeningStatus
from app.domain.kinds_of_plans import AudienceKind, Occasion, PersonTask


class Booked(NamedTuple):
    """Somebody booked for an event; `languages` is the pair of an interpreter."""

    person: int
    task: PersonTask
    languages: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Slot:
    """One event on the board.

    `start` to `end` is the time the hall is taken (doors, intro, film, Q&A, clearing),
    `body_start` to `body_end` the time the films run, when the copies are in use; the public time
    is `body_start`. `hall` None means unplaced. `versions` stands beside `works`, one for one.
    `lingers`: a Q&A or children, the hall needs the longer turnaround. `blocker`: a break or a closed
    hall, with nobody to clear out; it takes the hall but needs no turnaround on either side. `talks` are
    works that are talked about without being shown; `meets`: the public meets somebody (introduction,
    talk, Q&A). `expected` counts people, None when nobody has guessed.
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
    entry: int | None = None
    strand: int | None = None
    audience: AudienceKind = AudienceKind.PUBLIC
    occasion: Occasion = Occasion.NONE
    expected: int | None = None
    people: tuple[Booked, ...] = ()
    talks: tuple[int, ...] = ()
    meets: bool = False

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
            self.entry, self.strand, self.audience, self.occasion, self.expected, self.people, self.talks, self.meets,
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

    Instants (minutes since the epoch) are listed in `INSTANTS`, `ends`, `begins`, `not_before`, `day`, `apply_by`,
    `first` and `last` are dates, `law` is the number of a legal rule, `languages`, `audience` and
    `wanted` (of F36) are tags with spaces between; everything else counts minutes or things.
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
    DAY_OUTSIDE = "day_outside"  # day, first, last
    GUEST_ELSEWHERE = "guest_elsewhere"  # overlap, until, starts
    GUEST_TRAVELLING = "guest_travelling"  # gap, needed, until, starts
    GUEST_NOT_ARRIVED = "guest_not_arrived"  # arrives, starts
    GUEST_GONE = "guest_gone"  # leaves, until
    GUEST_MISSES_ALL = "guest_misses_all"  # showings: no showing of a title while its guest is in town
    STAFF_ELSEWHERE = "staff_elsewhere"  # overlap, until, starts, task
    STAFF_TRAVELLING = "staff_travelling"  # gap, needed, until, starts, task
    STAFF_NOT_ARRIVED = "staff_not_arrived"  # arrives, starts, task
    STAFF_GONE = "staff_gone"  # leaves, until, task
    INTERPRETER_PAIR = "interpreter_pair"  # languages (of the interpreter), audience
    KEY_MISSING = "key_missing"  # starts
    KEY_NOT_YET = "key_not_yet"  # begins_at, starts, margin
    KEY_EXPIRED = "key_expired"  # ends_at, until, margin
    HALL_CANNOT_PLAY = "hall_cannot_play"  # what (format, frame_rate, sound, aspect, subtitles), asked
    LANGUAGE_MISSING = "language_missing"  # languages, law
    AGE_HOUR = "age_hour"  # mark, from_minute, until_minute, law
    AGE_AUDIENCE = "age_audience"  # mark, allowed, law
    PAPER_MISSING = "paper_missing"  # paper, days (until the show), law; and of a term: apply_by, term, unit, unlisted
    ORDER_WRONG = "order_wrong"  # starts (of the first slot, which should be the later one), until (of the other)
    PARTS_ORDER = "parts_order"  # number, other: part `number` runs before part `other`
    TALK_BEFORE_FILM = "talk_before_film"  # starts (of the talk), until (of the film)
    PREMIERE_NOT_FIRST = "premiere_not_first"  # starts (of the premiere), earlier
    SAME_DAY = "same_day"  # day
    SHOWINGS_CLOSE = "showings_close"  # days, wanted
    SAME_HALL = "same_hall"  # showings
    SAME_HOUR = "same_hour"  # gap (minutes between the hours)
    AGAINST = "against"  # overlap: two titles that shall not run at the same time
    STRAND_PARALLEL = "strand_parallel"  # overlap
    FAMILY_PARALLEL = "family_parallel"  # overlap
    JURY_MISSES = "jury_misses"  # titles (that cannot all be seen)
    STARTS_TOGETHER = "starts_together"  # gap, needed
    OFF_GRID = "off_grid"  # starts, grid
    HALL_TOO_SMALL = "hall_too_small"  # expected, seats
    HALL_TOO_BIG = "hall_too_big"  # expected, seats
    PRIME_STRAND = "prime_strand"  # showings: none of a strand's showings in prime time
    PRIME_COUNTRY = "prime_country"  # country, showings
    ON_HOLIDAY = "on_holiday"  # day, law
    IN_PAUSE = "in_pause"  # overlap, from_minute, until_minute, law
    IN_SCHOOL_HOURS = "in_school_hours"  # overlap, from_minute, until_minute, law
    NOBODY_ON_DUTY = "nobody_on_duty"  # starts, until
    SHIFTS_OVERLAP = "shifts_overlap"  # overlap, starts
    REST_SHORT = "rest_short"  # gap, needed, until, starts
    NOTHING_ACCESSIBLE = "nothing_accessible"  # day
    NO_ROOM_LEFT = "no_room_left"  # day, needed
    LEG_MISSED = "leg_missed"  # until, departs, needed (hand-over, of copies)
    ARRIVES_LATE = "arrives_late"  # arrives, starts, and of copies ready, customs
    NO_WAY = "no_way"  # until, starts: no leg leads there in between
    NO_TRAVEL_DAY = "no_travel_day"  # day: shows in two cities on one day
    PUBLISHED_MOVED = "published_moved"  # was_starts, starts, later_by; because (the clash) if it had to be moved
    EVENING_WITHOUT = "evening_without"  # day, language
    OVER_BUDGET = "over_budget"  # planned, budget, currency (hundredths)
    NOT_PINNED = "not_pinned"  # occasion
    OPENING_NOT_FIRST = "opening_not_first"  # starts, earlier
    CLOSING_NOT_LAST = "closing_not_last"  # starts, later
    NOBODY_UNDERSTANDS = "nobody_understands"  # languages (of the show), audience
    POLICY_MISSED = "policy_missed"  # languages (of the show), wanted

    @property
    def rule(self) -> str:
        """The rule it breaks, R1 to R30, or the feature that warns (F36)."""
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
    Clash.DAY_OUTSIDE: ("R4", Severity.WARNING),
    Clash.GUEST_ELSEWHERE: ("R5", Severity.ERROR),
    Clash.GUEST_TRAVELLING: ("R5", Severity.ERROR),
    Clash.GUEST_NOT_ARRIVED: ("R5", Severity.ERROR),
    Clash.GUEST_GONE: ("R5", Severity.ERROR),
    Clash.GUEST_MISSES_ALL: ("R5", Severity.WARNING),
    Clash.STAFF_ELSEWHERE: ("R6", Severity.ERROR),
    Clash.STAFF_TRAVELLING: ("R6", Severity.ERROR),
    Clash.STAFF_NOT_ARRIVED: ("R6", Severity.ERROR),
    Clash.STAFF_GONE: ("R6", Severity.ERROR),
    Clash.INTERPRETER_PAIR: ("R6", Severity.WARNING),
    Clash.KEY_MISSING: ("R8", Severity.WARNING),
    Clash.KEY_NOT_YET: ("R8", Severity.ERROR),
    Clash.KEY_EXPIRED: ("R8", Severity.ERROR),
    Clash.HALL_CANNOT_PLAY: ("R9", Severity.ERROR),
    Clash.LANGUAGE_MISSING: ("R11", Severity.ERROR),
    Clash.AGE_HOUR: ("R12", Severity.ERROR),
    Clash.AGE_AUDIENCE: ("R12", Severity.ERROR),
    Clash.PAPER_MISSING: ("R13", Severity.WARNING),
    Clash.ORDER_WRONG: ("R14", Severity.ERROR),
    Clash.PARTS_ORDER: ("R14", Severity.ERROR),
    Clash.TALK_BEFORE_FILM: ("R14", Severity.ERROR),
    Clash.PREMIERE_NOT_FIRST: ("R14", Severity.ERROR),
    Clash.SAME_DAY: ("R15", Severity.WARNING),
    Clash.SHOWINGS_CLOSE: ("R15", Severity.WISH),
    Clash.SAME_HALL: ("R15", Severity.WISH),
    Clash.SAME_HOUR: ("R15", Severity.WISH),
    Clash.AGAINST: ("R16", Severity.WARNING),
    Clash.STRAND_PARALLEL: ("R16", Severity.WARNING),
    Clash.FAMILY_PARALLEL: ("R16", Severity.WISH),
    Clash.JURY_MISSES: ("R17", Severity.WISH),
    Clash.STARTS_TOGETHER: ("R18", Severity.WISH),
    Clash.OFF_GRID: ("R19", Severity.WISH),
    Clash.HALL_TOO_SMALL: ("R20", Severity.WARNING),
    Clash.HALL_TOO_BIG: ("R20", Severity.WISH),
    Clash.PRIME_STRAND: ("R21", Severity.WISH),
    Clash.PRIME_COUNTRY: ("R21", Severity.WISH),
    Clash.ON_HOLIDAY: ("R22", Severity.WISH),
    Clash.IN_PAUSE: ("R22", Severity.WARNING),
    Clash.IN_SCHOOL_HOURS: ("R22", Severity.WARNING),
    Clash.NOBODY_ON_DUTY: ("R23", Severity.WARNING),
    Clash.SHIFTS_OVERLAP: ("R23", Severity.WARNING),
    Clash.REST_SHORT: ("R23", Severity.WARNING),
    Clash.NOTHING_ACCESSIBLE: ("R24", Severity.WISH),
    Clash.NO_ROOM_LEFT: ("R25", Severity.WISH),
    Clash.LEG_MISSED: ("R26", Severity.ERROR),
    Clash.ARRIVES_LATE: ("R26", Severity.ERROR),
    Clash.NO_WAY: ("R26", Severity.ERROR),
    Clash.NO_TRAVEL_DAY: ("R26", Severity.WARNING),
    Clash.PUBLISHED_MOVED: ("R27", Severity.WARNING),
    Clash.EVENING_WITHOUT: ("R28", Severity.WISH),
    Clash.OVER_BUDGET: ("R29", Severity.WARNING),
    Clash.NOT_PINNED: ("R30", Severity.WARNING),
    Clash.OPENING_NOT_FIRST: ("R30", Severity.ERROR),
    Clash.CLOSING_NOT_LAST: ("R30", Severity.ERROR),
    Clash.NOBODY_UNDERSTANDS: ("F36", Severity.WARNING),
    Clash.POLICY_MISSED: ("F36", Severity.WARNING),
}

INSTANTS = frozenset(
    {
        "until", "starts", "opens", "closes", "ready", "leaves", "arrives", "departs", "begins_at", "ends_at",
        "was_starts", "earlier", "later",
    }
)  # fmt: skip
"""The names of values that are moments, not lengths."""


PASSING = {
    Clash.PAPER_MISSING: frozenset({"days", "apply_by", "term", "unit", "unlisted", "country"}),
    Clash.PUBLISHED_MOVED: frozenset({"because"}),
}
"""Values that tell nothing of the extent."""


class PartyKind(StrEnum):
    """What a finding may point at besides screenings."""

    HALL = "hall"
    COPY = "copy"
    WORK = "work"
    VERSION = "version"
    PERSON = "person"
    STRAND = "strand"
    LEG = "leg"


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
        day changes, so that nobody has accepted five minutes and gets fifty. The days left until a
        show pass by themselves, and its term goes with its day.
        """
        passing = INSTANTS | PASSING.get(self.clash, frozenset())
        extent = (f"{name}={value}" for name, value in self.values if name not in passing)
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


def title_of_several(slot: Slot, work: int | None) -> tuple[Party, ...]:
    """The title a finding speaks of where an event shows several; nothing for one: the event names it."""
    return (Party(PartyKind.WORK, work),) if work is not None and len(slot.works) > 1 else ()


def hall_of(slot: Slot) -> Party:
    """The hall of a placed event as a party."""
    return _hall(slot.hall or 0)


@cache
def _hall(number: int) -> Party:
    return Party(PartyKind.HALL, number)
