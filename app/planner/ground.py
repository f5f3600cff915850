"""The problem laid out for planning: tasks with the rooms they may use, and what is taken already."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import NamedTuple

from app.domain import weights
from app.domain.calendar import wall_minute
from app.domain.context import Context
from app.domain.planning import NEW, Problem, numbered, shown_from
from app.domain.screenings import Slot
from app.domain.weights import Wish
from app.planner.bearings import Bearings
from app.planner.rooms import Alone, Rooms
from app.planner.seats import Claim, Key, Plan, Seat, Thing

__all__ = [
    "LONGEST_WAY", "Choice", "Claim", "Ground", "Key", "Plan", "Seat", "Task", "Thing", "by_thing", "joined",
    "turnaround",
]  # fmt: skip

LONGEST_WAY = 180
"""Minutes kept free between two uses of one copy at most: longer ways lie between the cities of a tour, whose days
are apart anyhow; the last check sees to the rest."""


class Choice(NamedTuple):
    """One of the copies a showing may use: where it may be with that one, and how it claims it."""

    copy: int
    rooms: Rooms
    claim: Claim | None


@dataclass(frozen=True)
class Task:
    """Showings of one entry, or one event that may move.

    `worth` are the points of one showing more, the first leading; `home` is where the event is now, with
    `stays` points for leaving it there. `days` are those it must not use, `halls` likewise; `once` says that
    two of its showings may not be in one hall. With `choices`, each showing uses one of those copies, and
    `rooms` is where it may be with any of them.
    """

    number: int
    slot: Slot
    worth: tuple[int, ...]
    rooms: Rooms
    entry: int | None = None
    home: tuple[date, Seat] | None = None
    stays: int = 0
    once: bool = True
    claims: tuple[Claim, ...] = ()
    guests: tuple[int, ...] = ()
    strand: int | None = None
    choices: tuple[Choice, ...] = ()

    def claims_at(self, seat: Seat) -> tuple[Claim, ...]:
        """What a showing in this place lays claim to, the copy that was chosen for it included."""
        own = (one.claim for one in self.choices if one.copy == seat.copy and one.claim is not None)
        return (*self.claims, *own) if self.choices else self.claims

    @cached_property
    def lead(self) -> int:
        """Minutes of the event before its public start."""
        return self.slot.body_start - self.slot.start

    @cached_property
    def tail(self) -> int:
        """Minutes from the public start to the end of all."""
        return self.slot.end - self.slot.body_start

    @cached_property
    def length(self) -> int:
        """Minutes in the hall."""
        return self.slot.end - self.slot.start


@dataclass(frozen=True)
class Ground:
    """The whole problem, laid out. Spans are (start, end) in minutes since the epoch, sorted and apart."""

    problem: Problem
    alone: Alone
    tasks: tuple[Task, ...]
    pins: tuple[Slot, ...]
    halls: Mapping[int, tuple[tuple[int, int], ...]]
    things: Mapping[Thing, tuple[tuple[int, int], ...]]
    strands: Mapping[int, tuple[tuple[int, int], ...]]
    way: int = 0
    faithful: bool = True
    fits: dict[tuple[int, int], int] = field(default_factory=dict)
    afters: dict[tuple[int, int], int] = field(default_factory=dict)
    primes: dict[tuple[date, int], tuple[int, int]] = field(default_factory=dict)

    @cached_property
    def bearings(self) -> Bearings:
        """What the rules over several events ask of it."""
        return Bearings(self)

    @cached_property
    def exact(self) -> bool:
        """Whether the model is nowhere stricter or dearer than the rules, so that its bound is one of any plan."""
        return self.faithful and not self.bearings.cutting and not self.bearings.rough

    @property
    def context(self) -> Context:
        """What is known around the events."""
        return self.problem.context

    @property
    def days(self) -> tuple[date, ...]:
        """The days of the plan."""
        return self.problem.days

    def prime(self, day: date, hall: int) -> tuple[int, int]:
        """First and last public start that count as prime time."""
        known = self.primes.get((day, hall))
        if known is None:
            _territory, zone = self.context.place(hall)
            first, after = self.context.prime
            known = self.primes[day, hall] = wall_minute(day, first, zone), wall_minute(day, after, zone) - 1
        return known

    def fit(self, task: Task, hall: int) -> int:
        """The points for the size of the hall."""
        key = (task.number, hall)
        if key not in self.fits:
            self.fits[key] = _fit(task.slot, hall, self.context)
        return self.fits[key]

    def after(self, task: Task, hall: int) -> int:
        """Minutes the hall is not free after the task (R2)."""
        key = (task.number, hall)
        if key not in self.afters:
            self.afters[key] = turnaround(task.slot.at(hall, task.slot.start), self.context)
        return self.afters[key]

    def slots(self, plan: Plan) -> list[Slot]:
        """The plan as events, the pinned ones left aside; showings of one task are numbered in the order of days."""
        found: list[Slot] = []
        for (number, _day), seat in sorted(plan.items(), key=lambda item: item[0]):
            found.append(self.slot(number, seat, len(found)))
        return found

    def slot(self, number: int, seat: Seat, place: int = 0) -> Slot:
        """One showing as an event."""
        task = self.tasks[number]
        moved = task.slot.at(seat.hall, seat.starts - task.lead)
        if task.entry is None:
            return moved
        return shown_from(numbered(moved, NEW - place), seat.copy)


def turnaround(slot: Slot, context: Context) -> int:
    """Minutes after an event, 0 where the rule is off."""
    off = context.settings.get("R2")
    if "R2" in context.without or slot.blocker or (off is not None and off.severity == 0):
        return 0
    return context.after(slot)


def joined(spans: Iterable[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """The spans sorted, those that touch made one."""
    found: list[tuple[int, int]] = []
    for begins, ends in sorted(spans):
        if found and begins <= found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], ends))
        elif ends > begins:
            found.append((begins, ends))
    return tuple(found)


def _fit(slot: Slot, hall: int, context: Context) -> int:
    facts = context.halls.get(hall)
    if facts is None or not facts.seats or not slot.expected:
        return 0
    small, large = sorted((facts.seats, slot.expected))
    return weights.points(Wish.HALL_FIT, context) * small // large


def by_thing(spans: Iterable[tuple[Thing, int, int]]) -> dict[Thing, tuple[tuple[int, int], ...]]:
    """When each thing is taken."""
    found: dict[Thing, list[tuple[int, int]]] = defaultdict(list)
    for thing, begins, ends in spans:
        found[thing].append((begins, ends))
    return {thing: joined(own) for thing, own in found.items()}
