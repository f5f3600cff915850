"""What the page knows of a programme: events, conflicts and names in the reader's language, all of it in memory."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from functools import cached_property

from app.domain import calendar
from app.domain.board import Board
from app.domain.kinds import PartKind, ScreeningStatus
from app.domain.names import FourNames
from app.domain.places import Choices, nearest_place
from app.domain.repairs import Repair, Swap, repairs
from app.domain.screenings import Clash, Finding, Severity, Slot
from app.domain.tours import Stop
from app.i18n import labels, labels_of_plans, phrases
from app.i18n.active import tr
from app.i18n.catalogue import catalogue
from app.i18n.hall_words import hall_names
from app.i18n.phrases import Names
from app.store.programme_rows import HallRow
from app.store.schedule import BlockerRow, Card, PartRow, Schedule, TrayRow
from app.ui.schedule.imagining import Outcome, imagine
from app.ui.schedule.lanes import lanes_of
from app.ui.schedule.sight import Group, all_groups, days_of

NEW = 0
"""The id of an event that is not on the board yet."""

TWIN = -1_000_000_000
"""The id of a copy being dragged beside its original; those of others count down from it, far from every blocker."""


class Plan:
    """A programme's schedule as read at one moment. Asking it changes nothing and reads nothing."""

    def __init__(self, schedule: Schedule, language: str, stops: tuple[Stop, ...] = ()) -> None:
        self.schedule = schedule
        self.stops = stops
        self.language = language
        self._hall_names = hall_names(catalogue(language), schedule.halls)
        self.zone = schedule.programme.zone
        self.board = Board(schedule.slots, schedule.context)
        self.cards = {card.id: card for card in schedule.cards}
        own = {day for stop in stops for day in days_of(stop)} if stops else schedule.days
        self.days = tuple(sorted({*own, *(card.day for card in schedule.cards)}))
        self.halls = {hall.id: hall for hall in schedule.halls}
        self.choices = Choices(days=schedule.days, halls=tuple(self.halls))
        found = self.board.conflicts()
        self.findings = tuple(one for one in found if one.key not in schedule.accepted)
        self.accepted = tuple(one for one in found if one.key in schedule.accepted)
        self._by_slot: defaultdict[int, list[Finding]] = defaultdict(list)
        for finding in sorted(self.findings, key=lambda one: (-one.severity, one.at)):
            for slot in finding.slots:
                self._by_slot[slot].append(finding)
        self._titles = {card.id: card.title for card in schedule.cards}
        self._titles |= {slot: self.blocker_name(row) for row in schedule.blockers for slot in row.slots}
        self.strands = {row.id: (place, row) for place, row in enumerate(schedule.strands)}

    # What stands where

    @cached_property
    def groups(self) -> tuple[Group, ...]:
        """Every row of the board, by day or by stop."""
        return all_groups(self)

    @cached_property
    def _places(self) -> dict[tuple[date, int], list[Card]]:
        found: defaultdict[tuple[date, int], list[Card]] = defaultdict(list)
        for card in self.schedule.cards:
            found[card.day, card.hall].append(card)
        return found

    def at_place(self, day: date, hall: int) -> Sequence[Card]:
        """What a hall shows on a day, by the start."""
        return self._places.get((day, hall), ())

    @cached_property
    def _lane_counts(self) -> dict[tuple[date, int], int]:
        return {place: max(lanes_of(cards)) + 1 for place, cards in self._places.items()}

    def lane_count(self, day: date, hall: int) -> int:
        """How many events a hall has at once on a day, at the most; one lane at the least."""
        return self._lane_counts.get((day, hall), 1)

    @cached_property
    def _blockers(self) -> dict[tuple[date, int], list[BlockerRow]]:
        found: defaultdict[tuple[date, int], list[BlockerRow]] = defaultdict(list)
        for row in self.schedule.blockers:
            for hall in row.halls:
                found[row.day, hall].append(row)
        return found

    def blockers_at(self, day: date, hall: int) -> Sequence[BlockerRow]:
        """What keeps a hall from being used on a day."""
        return self._blockers.get((day, hall), ())

    def blocker_name(self, row: BlockerRow) -> str:
        """What a blocker is called: its own name, or of what kind it is."""
        return row.names.shown(self.language) or labels_of_plans.blocker_kind(tr(), row.kind)

    @cached_property
    def overlapping(self) -> dict[date, list[tuple[Finding, int]]]:
        """By day, what is claimed twice at once, and for how many minutes."""
        found: defaultdict[date, list[tuple[Finding, int]]] = defaultdict(list)
        for finding in self.findings:
            minutes = finding.value("overlap")
            if finding.clash in (Clash.COPY_ELSEWHERE, Clash.HALL_TAKEN) and isinstance(minutes, int):
                days = {self.cards[slot].day for slot in finding.slots if slot in self.cards}
                if len(days) == 1:
                    found[days.pop()].append((finding, minutes))
        return found

    @cached_property
    def troubled(self) -> frozenset[int]:
        """The events with anything against them."""
        return frozenset(self._by_slot)

    @cached_property
    def counts(self) -> dict[date, int]:
        """How many events each day has."""
        return Counter(card.day for card in self.schedule.cards)

    @cached_property
    def grave_days(self) -> frozenset[date]:
        """The days on which something of weight stands against the programme."""
        grave = (one for one in self.findings if one.severity is Severity.ERROR)
        return frozenset(self.cards[slot].day for one in grave for slot in one.slots if slot in self.cards)

    @cached_property
    def names(self) -> Names:
        """What findings and repairs call things."""
        return Names(
            screenings=self._titles,
            halls={hall.id: self.hall_name(hall.id) for hall in self.schedule.halls},
            copies={copy.id: copy.name for copy in self.schedule.copies.values()},
            copied={copy.id: self.schedule.works.get(copy.work, "") for copy in self.schedule.copies.values()},
            works=self.schedule.works,
            versions={
                line.id: labels.version_name(tr(), line.mode, line.language, line.subtitles)
                for line in self.schedule.versions.values()
            },
            people=self.schedule.people,
            strands={row.id: row.names.shown(self.language) for row in self.schedule.strands},
            legs=self.schedule.legs,
            slots={slot.id: slot for slot in self.schedule.slots},
            zones={hall.id: self.zone_of(hall.id) for hall in self.schedule.halls},
            zone=self.zone,
        )

    def hall_name(self, hall: int) -> str:
        """What a hall is called; with its city where a tour has several of that name."""
        return self._hall_names.get(hall, "")

    def strand_number(self, strand: int | None) -> int:
        """Which colour and glyph: from 0, six and more hollow; -1 without a strand."""
        if strand not in self.strands:
            return -1
        place, row = self.strands[strand]
        return row.colour - 1 + (6 if place >= 6 else 0)  # noqa: PLR2004 - colours there are

    def strand_name(self, strand: int | None) -> str:
        """The name of a strand, '' without one."""
        return self.strands[strand][1].names.shown(self.language) if strand in self.strands else ""

    def against(self, screening: int) -> list[Finding]:
        """What stands against one event and nobody has accepted."""
        return self._by_slot.get(screening, [])

    def worst(self, screening: int) -> Severity | None:
        """How grave the gravest of them is."""
        return max((finding.severity for finding in self.against(screening)), default=None)

    @property
    def grave(self) -> int:
        """How many conflicts there are, warnings left aside."""
        return sum(finding.severity is Severity.ERROR for finding in self.findings)

    # Clocks: those of a hall, or of the programme where no hall is named

    def zone_of(self, hall: int | None) -> str:
        """Whose clocks hang in a hall."""
        return self.board.context.place(hall).zone

    @cached_property
    def zones(self) -> tuple[str, ...]:
        """The zones of the halls, each once, in the order of the board."""
        return tuple(dict.fromkeys(self.zone_of(hall) for hall in self.halls))

    def minute(self, day: date, minute_of_day: int, hall: int | None = None) -> int:
        """The minute since the epoch of a wall time on a festival day."""
        return calendar.wall_minute(day, minute_of_day, self.zone_of(hall))

    def wall(self, minute: int, hall: int | None = None) -> datetime:
        """What the clocks show (naive; `fold` tells the second of two equal hours)."""
        return calendar.moment_of(minute, self.zone_of(hall)).replace(tzinfo=None)

    def zone_words(self, day: date, hall: int | None) -> str:
        """The offset of a hall's clocks on a day: UTC+5."""
        return calendar.zone_label(self.zone_of(hall), calendar.moment_of(self.minute(day, 12 * 60, hall)))

    def open_spans(self, day: date, hall: int) -> tuple[tuple[int, int], ...] | None:
        """When a hall can be used on a festival day, in minutes after midnight; None where nobody has said."""
        facts = self.board.context.halls.get(hall)
        if facts is None or not facts.hours:
            return None
        start = self.schedule.programme.day_start
        begins, ends = calendar.window_of_day(day, start, self.zone_of(hall))
        return tuple(
            (self.minute_of_day(max(opens, begins), day, hall), self.minute_of_day(min(closes, ends), day, hall))
            for opens, closes in facts.hours
            if opens < ends and closes > begins
        )

    def minute_of_day(self, minute: int, day: date, hall: int | None = None) -> int:
        """Minutes of wall time after midnight of `day`; above 1,440 in the night that follows."""
        return minutes_after(day, self.wall(minute, hall))

    def day_of(self, slot: Slot) -> date:
        """The festival day of an event."""
        return calendar.day_of(slot.body_start, self.schedule.programme.day_start, self.zone_of(slot.hall))

    # What would come of it

    def outcome(self, slot: Slot, *, held: bool = False) -> Outcome:
        """What would come of an event imagined where `slot` says; `held` is one that may not move."""
        return imagine(self, (slot,), held=held)

    def title(self, slot: int) -> str:
        """What an event is called, or one that is imagined; '' for what has no name."""
        return self._titles.get(slot, "")

    def sentence(self, finding: Finding) -> str:
        """A finding in whole sentences."""
        return phrases.finding_sentence(tr(), finding, self.names)

    def repairs(self, finding: Finding) -> list[Repair]:
        """What one could do about it, best first."""
        found = repairs(finding, self.board, self.choices)
        return [one for one in found if not (isinstance(one, Swap) and min(one.slot, one.other) < 0)]

    # What waits

    def newcomer(self, row: TrayRow) -> tuple[Card, Slot]:
        """A slate entry as it would stand on the board, not placed yet (id `NEW`)."""
        version = row.version.id if row.version else None
        copy = self._only_copy(row.work, version)
        parts = [PartRow(0, PartKind.FILM, row.minutes, row.work, version, copy)]
        if row.intro:
            parts.insert(0, PartRow(0, PartKind.INTRO, row.intro, None, None, None))
        if row.qa:
            parts.append(PartRow(0, PartKind.QA, row.qa, None, None, None))
        start = midnight(self.days[0])
        minute = timedelta(minutes=1)
        card = Card(
            NEW, 0, self.days[0], start, start + row.minutes * minute, start - row.intro * minute,
            start + (row.minutes + row.qa) * minute, self.zone, row.title, row.title_language, row.second,
            row.strand, row.entry, ScreeningStatus.TENTATIVE, False, tuple(parts), "", FourNames(),  # noqa: FBT003 - a row
        )  # fmt: skip
        begins = self.minute(self.days[0], 0)
        slot = Slot(
            NEW, None, begins - row.intro, begins, begins + row.minutes, begins + row.minutes + row.qa,
            copies=(copy,) if copy else (), works=(row.work,), versions=(version,), lingers=bool(row.qa),
        )  # fmt: skip
        self.call(NEW, row.title)
        return card, slot

    def call(self, slot: int, title: str) -> None:
        """Name an imagined event, so that sentences can speak of it."""
        self._titles[slot] = title

    def first_place(self, slot: Slot) -> Slot | None:
        """The event where it fits first, None when it fits nowhere."""
        place = nearest_place(slot, self.board, self.choices)
        return slot.at(place.hall, place.start) if place else None

    def _only_copy(self, work: int, version: int | None) -> int | None:
        """The copy that `screenings.place` would take: the only one of this version."""
        copies = (copy for copy in self.schedule.copies.values() if copy.work == work)
        own = [copy.id for copy in copies if version is None or copy.version in (None, version)]
        return own[0] if len(own) == 1 else None


def midnight(day: date) -> datetime:
    """The beginning of the calendar day, as a wall time."""
    return datetime(day.year, day.month, day.day)  # noqa: DTZ001 - a wall time


def minutes_after(day: date, moment: datetime) -> int:
    """Minutes of wall time between midnight of `day` and `moment`."""
    return (moment.replace(tzinfo=None) - midnight(day)) // timedelta(minutes=1)


def hours_of(hall: HallRow) -> tuple[int, int]:
    """When a hall opens and closes, in minutes after midnight of the festival day; closing may pass 1,440."""
    closes = hall.closes if hall.closes > hall.opens else hall.closes + calendar.DAY
    return hall.opens, closes
