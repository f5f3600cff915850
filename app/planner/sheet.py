"""A sheet of showings for the solver: each exactly once, under those rules that are said to hold."""

from collections.abc import Iterator
from itertools import combinations
from typing import Any, NamedTuple

from ortools.sat.python import cp_model

from app.domain.kinds_of_plans import LinkKind
from app.domain.planning import Problem
from app.domain.screenings import Party, PartyKind, Slot
from app.domain.why_not import Bar
from app.planner.ground import joined, turnaround
from app.planner.layout import NOBODY, context_day
from app.planner.rooms import Rooms

HALL: Bar = ("R1", frozenset())
TURNAROUND: Bar = ("R2", frozenset())
HOURS: Bar = ("R3", frozenset())
ORDER: Bar = ("R14", frozenset())


class Show(NamedTuple):
    """One showing in a model: its step, and a literal for each hall and day."""

    slot: Slot
    steps: Any
    starts: Any
    rooms: dict[Any, Any]

    def in_hall(self, hall: int) -> list[Any]:
        """The literals of one hall."""
        return [here for (_day, on), here in self.rooms.items() if on == hall]

    def on_day(self, day: Any) -> list[Any]:
        """The literals of one day."""
        return [here for (on, _hall), here in self.rooms.items() if on == day]


class Sheet:
    """Writes rules into a model; `pins` are the events on the board."""

    def __init__(self, problem: Problem, pins: list[Slot]) -> None:
        self.problem, self.context, self.pins = problem, problem.context, pins

    def show(self, model: Any, slot: Slot, rooms: Rooms) -> Show:
        """One showing, in one of its rooms."""
        grid = self.problem.grid
        every = joined((low // grid, high // grid + 1) for room in rooms.values() for low, high in room.every)
        steps = model.new_int_var_from_domain(cp_model.Domain.from_intervals([[a, b - 1] for a, b in every]), "")
        literals = {}
        for key, room in rooms.items():
            literals[key] = here = model.new_bool_var("")
            allowed = cp_model.Domain.from_intervals([[low // grid, high // grid] for low, high in room.every])
            model.add_linear_expression_in_domain(steps, allowed).only_enforce_if(here)
        model.add_exactly_one(literals.values())
        return Show(slot, steps, grid * steps, literals)

    def halls(self, model: Any, shows: list[Show], bars: frozenset[Bar]) -> None:
        """R1 and R2; without R1 there is no sense in R2."""
        if HALL not in bars:
            return
        rest = TURNAROUND in bars
        for hall in {hall for show in shows for _day, hall in show.rooms}:
            intervals = []
            for show in shows:
                slot, own = show.slot, show.in_hall(hall)
                here = model.new_bool_var("")
                model.add(sum(own) == here)
                size = slot.end - slot.start + (turnaround(slot.at(hall, slot.start), self.context) if rest else 0)
                starts = show.starts - (slot.body_start - slot.start)
                intervals.append(model.new_optional_fixed_size_interval_var(starts, size, here, ""))
            pins = [
                (pin.start, pin.end + (turnaround(pin, self.context) if rest else 0))
                for pin in self.pins
                if pin.hall == hall
            ]
            intervals += [model.new_fixed_size_interval_var(a, b - a, "") for a, b in joined(pins)]
            model.add_no_overlap(intervals)

    def days(self, model: Any, shows: list[Show], bars: frozenset[Bar]) -> None:
        """R15: no title twice on a day, where there are days enough."""
        for rule, things in bars:
            if rule != "R15":
                continue
            (work,) = (thing.id for thing in things)
            own = [show for show in shows if work in show.slot.works]
            taken = {context_day(pin, self.context) for pin in self.pins if work in pin.works}
            if len(own) + len(taken) > len(self.problem.days):
                continue
            for day in self.problem.days:
                model.add(sum(here for show in own for here in show.on_day(day)) <= (0 if day in taken else 1))

    def thing(self, model: Any, shows: list[Show], thing: Party) -> None:
        """R5, R6, R7: a person or a copy in one place, and the way between two halls."""
        users = [show for show in shows if _uses(show.slot, thing)]
        facts = self.context.copies.get(thing.id) if thing.kind is PartyKind.COPY else None
        if facts is not None and facts.anywhere:
            return
        number = thing.id if thing.kind is PartyKind.COPY else NOBODY
        for one, other in combinations(users, 2):
            first = model.new_bool_var("")
            for (a, b), (here, there) in _pairs(one, other):
                way = self.context.way(number, a, b) if a != b else 0
                begins, ends = _span(one, thing), _span(other, thing)
                model.add(ends[0] >= begins[1] + way).only_enforce_if([*here, *there, first])
                model.add(begins[0] >= ends[1] + self.context.way(number, b, a) * (a != b)).only_enforce_if(
                    [*here, *there, first.negated()]
                )
        for pin in (pin for pin in self.pins if _uses(pin, thing) and pin.hall is not None):
            for show in users:
                first = model.new_bool_var("")
                begins, ends = _span(show, thing)
                start, end = _fixed(pin, thing)
                for (_day, hall), here in show.rooms.items():
                    assert pin.hall is not None
                    way = self.context.way(number, hall, pin.hall) if hall != pin.hall else 0
                    model.add(ends + way <= start).only_enforce_if([here, first])
                    model.add(begins >= end + way).only_enforce_if([here, first.negated()])

    def order(self, model: Any, shows: list[Show]) -> None:
        """R14: before a showing of the second title there is one of the first."""
        for tie in self.context.ties:
            if tie.kind is not LinkKind.BEFORE:
                continue
            first = [show for show in shows if show.slot.entry == tie.entry]
            before = [pin.body_end for pin in self.pins if pin.entry == tie.entry]
            if not first and not before:
                continue
            for show in shows:
                if show.slot.entry == tie.other:
                    ways = []
                    for one in first:
                        ways.append(model.new_bool_var(""))
                        length = one.slot.body_end - one.slot.body_start
                        model.add(one.starts + length <= show.starts).only_enforce_if(ways[-1])
                    if before:
                        ways.append(model.new_bool_var(""))
                        model.add(show.starts >= min(before)).only_enforce_if(ways[-1])
                    model.add_bool_or(ways)


def differ(model: Any, shows: list[Show], found: list[Slot], concerned: tuple[int, ...]) -> None:
    """Never again those events at those starts in those halls."""
    differs = []
    for show, slot in zip(shows, found, strict=True):
        if slot.id in concerned:
            other = model.new_bool_var("")
            model.add(show.starts != slot.body_start).only_enforce_if(other)
            differs += [other, *(here.negated() for here in show.in_hall(slot.hall or 0))]
    model.add_bool_or(differs)


def _uses(slot: Slot, thing: Party) -> bool:
    if thing.kind is PartyKind.COPY:
        return thing.id in slot.copies
    return any(booked.person == thing.id for booked in slot.people)


def _span(show: Show, thing: Party) -> tuple[Any, Any]:
    """From when to when a showing uses something."""
    slot = show.slot
    if thing.kind is PartyKind.COPY:
        return show.starts, show.starts + (slot.body_end - slot.body_start)
    return show.starts - (slot.body_start - slot.start), show.starts + (slot.end - slot.body_start)


def _fixed(pin: Slot, thing: Party) -> tuple[int, int]:
    return (pin.body_start, pin.body_end) if thing.kind is PartyKind.COPY else (pin.start, pin.end)


def _pairs(one: Show, other: Show) -> Iterator[tuple[tuple[int, int], tuple[list[Any], list[Any]]]]:
    """Every pair of halls on every pair of days of two showings, with the literals that say so."""
    for (_day, a), here in one.rooms.items():
        for (_other, b), there in other.rooms.items():
            yield (a, b), ([here], [there])
