"""Where a single event may be, all others left aside: hall by hall and day by day, found by asking the rules."""

from bisect import bisect_left
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from app.domain import weights
from app.domain.board import Board
from app.domain.calendar import wall_minute
from app.domain.context import Context, HallFacts
from app.domain.places import Opening, openings
from app.domain.planning import Problem
from app.domain.screenings import Clash, Finding, Severity, Slot
from app.planner.tolls import WAYS, Way

FAR_APART = 120
"""Minutes between two questions where laws or keys may change their mind within a day."""


Span = tuple[int, int]


class Room(NamedTuple):
    """A hall on a day as one event sees it: the public starts that no H rule forbids, and what they cost.

    `spans` are first and last such starts, on the grid, of the least price there is in this hall on this day;
    `price` is taken off for findings of W and S rules. `dear` are starts that cost more, each with its price.
    """

    spans: tuple[Span, ...]
    price: int = 0
    dear: tuple[tuple[int, int, int], ...] = ()

    @property
    def every(self) -> tuple[Span, ...]:
        """All starts, dear ones included."""
        return tuple(sorted((*self.spans, *((low, high) for low, high, _price in self.dear))))


Rooms = dict[tuple[date, int], Room]


class Judged(NamedTuple):
    """What the rules say of one event at one start."""

    allowed: bool
    price: int


class Alone:
    """The rules asked about single events on an otherwise empty board; `counts` says which findings do."""

    def __init__(self, problem: Problem, counts: Callable[[Finding], bool] | None = None) -> None:
        self.problem = problem
        self.counts = counts or _all
        self.board = Board((), problem.context)
        places: dict[tuple[date, int], list[Opening]] = {}
        for opening in openings(self.board, problem.choices):
            places.setdefault((opening.day, opening.hall), []).append(opening)
        self.openings = places
        self.alike = _alike(problem.context, {hall for _day, hall in places})
        self.clocks = _clocks(problem.context)

    def judged(self, slot: Slot, hall: int, start: int) -> Judged:
        """Whether H rules allow the event there, and what the others cost. Hours are known from the openings."""
        price = 0
        for finding in self.board.check(slot.at(hall, start)):
            if finding.clash is Clash.HALL_CLOSED or not self.counts(finding):
                continue
            if finding.severity is Severity.ERROR:
                return Judged(allowed=False, price=0)
            if WAYS[finding.clash] is Way.PLACE:
                price += weights.price(finding, self.problem.context)
        return Judged(allowed=True, price=price)

    def rooms(self, slot: Slot) -> Rooms:
        """Every hall and day in which the event may be at some hour."""
        found: Rooms = {}
        known: dict[tuple[date, int, int, int], list[tuple[int, int, int]]] = {}
        marks = _marks(slot, self.problem.context)
        for (day, hall), opens in self.openings.items():
            pieces: list[tuple[int, int, int]] = []
            for opening in opens:
                key = (day, self.alike[hall, bool(marks.halls)], opening.opens, opening.closes)
                if key not in known:
                    known[key] = self._stretch(slot, opening, marks)
                pieces += known[key]
            if pieces:
                least = min(price for _first, _last, price in pieces)
                spans = tuple((first, last) for first, last, price in pieces if price == least)
                found[day, hall] = Room(spans, least, tuple(piece for piece in pieces if piece[2] > least))
        return found

    def _stretch(self, slot: Slot, opening: Opening, marks: "_Marks") -> list[tuple[int, int, int]]:
        """The starts within one opening, as spans of public starts with what they cost."""
        grid, lead, length = self.problem.grid, slot.body_start - slot.start, slot.end - slot.start
        first = opening.opens + lead + -(opening.opens + lead) % grid
        last = opening.closes - (length - lead)
        last -= last % grid
        if first > last:
            return []
        runs = _runs(
            lambda start: self.judged(slot, opening.hall, start - lead),
            self._asked(slot, opening, marks, (first, last)),
            grid,
        )
        return [(low, high, judged.price) for low, high, judged in runs if judged.allowed]

    def _asked(self, slot: Slot, opening: Opening, marks: "_Marks", bounds: tuple[int, int]) -> list[int]:
        """The public starts at which the rules are asked: both ends, and around everything that has an hour."""
        first, last = bounds
        grid = self.problem.grid
        _territory, zone = self.problem.context.place(opening.hall)
        instants = [instant for instant in marks.instants if first - 2880 < instant < last + 2880]
        instants += [wall_minute(opening.day, minute, zone) for minute in self.clocks]
        offsets = {0, slot.body_start - slot.start, slot.body_start - slot.body_end, slot.body_start - slot.end}
        asked = {first, last}
        for instant in instants:
            for offset in offsets:
                near = instant + offset
                near -= near % grid
                asked.update((near - grid, near, near + grid))
        if instants:
            asked.update(range(first, last, FAR_APART - FAR_APART % grid or grid))
        return sorted(start for start in asked if first <= start <= last)


def either(all_rooms: Iterable[Rooms]) -> Rooms:
    """Where an event may be in one of several ways, such as with this copy or with that; at the least of the prices."""
    found: Rooms = {}
    for rooms in all_rooms:
        for key, room in rooms.items():
            known = found.get(key, Room((), room.price))
            found[key] = Room(_merged((*known.spans, *room.every)), min(known.price, room.price))
    return found


def _merged(spans: Iterable[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Spans of starts sorted, those that overlap made one; a span may hold a single start."""
    merged: list[tuple[int, int]] = []
    for first, last in sorted(spans):
        if merged and first <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], last))
        else:
            merged.append((first, last))
    return tuple(merged)


def _all(_finding: Finding) -> bool:
    return True


class _Marks(NamedTuple):
    """What may change within a day for one event, and the halls it is not the same in."""

    instants: tuple[int, ...]
    halls: frozenset[int]


def _marks(slot: Slot, context: Context) -> _Marks:
    """Every moment something happens to the event's copies, keys and people."""
    instants: list[int | None] = []
    halls: set[int] = set()
    for copy in slot.copies:
        facts = context.copies.get(copy)
        if facts is not None:
            instants += [facts.ready_from, facts.leaves]
            for key in facts.keys:
                instants += [key.begins, key.ends]
                halls |= {key.hall} if key.hall is not None else set()
    for booked in slot.people:
        for span in context.people.get(booked.person, ()):
            instants += [span.starts, span.ends]
    instants += [minute for duty in context.duties for minute in (duty.starts, duty.ends)]
    return _Marks(tuple(one for one in instants if one is not None), frozenset(halls))


def _clocks(context: Context) -> tuple[int, ...]:
    """Minutes after midnight at which some law begins or ends to hold."""
    minutes = {minute for law in context.laws for minute in (law.from_minute, law.until_minute) if minute is not None}
    return tuple(sorted(minutes | {minute + 1440 for minute in minutes if minute < context.day_start}))


def _alike(context: Context, halls: Iterable[int]) -> dict[tuple[int, bool], int]:
    """For each hall one that is like it in all a rule about one event may ask; itself where keys name halls."""
    first: dict[HallFacts, int] = {}
    found: dict[tuple[int, bool], int] = {}
    sized = context.settings.get("R20")
    keeps_size = sized is not None and bool(sized.severity or sized.weight)
    for hall in sorted(halls):
        facts = context.halls.get(hall)
        found[hall, True] = found[hall, False] = hall
        if facts is not None and not context.duties:
            seats = facts.seats if keeps_size else None
            like = replace(facts, venue=0, hours=(), turnaround=None, turnaround_long=None, hour_cost=0, seats=seats)
            found[hall, False] = first.setdefault(like, hall)
    return found


def _runs(ask: Callable[[int], Judged], asked: list[int], grid: int) -> list[tuple[int, int, Judged]]:
    """Stretches of starts with one answer, given starts to ask at; between two answers the border is searched."""
    answers = {start: ask(start) for start in asked}
    runs: list[tuple[int, int, Judged]] = []
    begins = asked[0]
    for one, other in pairwise(asked):
        if answers[one] == answers[other]:
            continue
        steps = range(one, other + 1, grid)
        edge = steps[bisect_left(steps, True, key=lambda start: ask(start) != answers[one])]  # noqa: FBT003
        runs.append((begins, edge - grid, answers[one]))
        begins = edge
    runs.append((begins, asked[-1], answers[asked[-1]]))
    return runs
