"""The solver's model: an interval for each title and day, optional in each hall, and what may not overlap."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from datetime import date
from functools import cached_property
from itertools import pairwise
from typing import Any, NamedTuple, TypeAlias

from ortools.sat.python import cp_model

from app.domain import weights
from app.domain.screenings import Clash
from app.domain.weights import Wish
from app.planner import evenings, wishes
from app.planner.apart import keep_apart
from app.planner.choosing import choose_copy, dear_hours
from app.planner.earning import alone, guests, guests_at_home, prime_time
from app.planner.ground import Ground, Key, Plan, Seat, Task, Thing, joined
from app.planner.orders import keep_frame, keep_order
from app.planner.spots import Spot, spots_of
from app.planner.travelling import travel

Cells: TypeAlias = frozenset[tuple[date, int]]
"""Halls on days."""


class Unit(NamedTuple):
    """A title on a day: there or not, away from home, when, in which hall; what it earns there, and at home."""

    there: Any
    away: Any
    steps: Any
    halls: dict[int, Any]
    prime: Any | None
    guests: dict[int, Any]
    alone: Any | None
    copies: dict[int, Any]
    home: Any | None = None
    home_guests: dict[int, Any] = {}  # noqa: RUF012 - of a tuple
    home_alone: Any | None = None


class Model:
    """The plan of some titles on some days, in some halls (`cells`); what is fixed elsewhere stays."""

    def __init__(self, ground: Ground, units: Iterable[Key], fixed: Plan, cells: Cells | None = None) -> None:
        self.ground, self.fixed, self.cells = ground, fixed, cells
        self.bearings = ground.bearings
        self.grid = ground.problem.grid
        self.model = cp_model.CpModel()
        self.units: dict[Key, Unit] = {}
        self.terms: list[tuple[int, Any]] = []
        self.halls: dict[int, list[Any]] = defaultdict(list)
        self.things: dict[Thing, list[Any]] = defaultdict(list)
        self.strands: dict[int, list[Any]] = defaultdict(list)
        self.constant = 0
        self.counted: dict[int, list[Any]] = {}
        self.kept: dict[int, list[tuple[int, int, Any]]] = defaultdict(list)
        self.switches: list[tuple[Any, Callable[[Plan], bool]]] = []
        self.prices = {wish: weights.points(wish, ground.context) for wish in Wish}
        self.base = min((room.every[0][0] for task in ground.tasks for room in task.rooms.values()), default=0)
        self.base -= self.base % self.grid
        self.least: dict[Key, int] = {}
        by_task: dict[int, list[date]] = defaultdict(list)
        for number, day in sorted(units):
            by_task[number].append(day)
        for number, days in by_task.items():
            self._task(ground.tasks[number], days)
        self._together()
        self.settle()

    def _together(self) -> None:
        """The rules over several events; none of them adds anything where the programme knows nothing of it."""
        keep_order(self)
        keep_frame(self)
        travel(self)
        for wish in (wishes.rivals, wishes.families, wishes.staggered, wishes.repeats, wishes.prime_shares):
            wish(self)
        for wish in (wishes.holidays, wishes.budget, evenings.accessible, evenings.evenings, evenings.room_for_repeats):
            wish(self)
        keep_apart(self)

    def settle(self) -> None:
        """Say what is to be made the most of."""
        self.model.maximize(sum(weight * term for weight, term in self.terms))

    @cached_property
    def spots(self) -> tuple[list[Spot], list[Spot]]:
        """Where events may be, and those that are fixed, for the rules over several of them."""
        return spots_of(self)

    @cached_property
    def near(self) -> list[Spot]:
        """All of them on the days that are planned, and on those before and after, for nights are long."""
        free, fixed = self.spots
        return [*free, *(spot for spot in fixed if any(abs((spot.day - day).days) <= 1 for day in self.days))]

    @cached_property
    def days(self) -> list[date]:
        """The days that are planned."""
        return sorted({day for _number, day in self.units})

    def switch(self, told: Callable[[Plan], bool]) -> Any:
        """A new literal; `told` says what it is in a plan, for the plan the search begins from."""
        literal = self.model.new_bool_var("")
        self.switches.append((literal, told))
        return literal

    def escape(self, clash: Clash, told: Callable[[Plan], bool]) -> list[Any]:
        """The way out of a constraint: a literal that costs what the clash costs, or none where it must not be."""
        toll = self.bearings.tolls.of(clash)
        if toll is None:
            return []
        literal = self.switch(told)
        self.terms.append((-toll, literal))
        return [literal]

    def blocks(self, spans: Iterable[tuple[int, int]]) -> list[Any]:
        """What is fixed, as intervals."""
        return [self.model.new_fixed_size_interval_var(begins, ends - begins, "") for begins, ends in joined(spans)]

    def _task(self, task: Task, days: list[date]) -> None:
        """The units of a task, how many there may be, and in which halls."""
        model = self.model
        elsewhere = [seat for (number, day), seat in self.fixed.items() if number == task.number and day not in days]
        left = task.worth[len(elsewhere) :]
        taken = {seat.hall for seat in elsewhere} if task.once else set()
        own = [unit for day in days if left and (unit := self._unit(task, day, taken)) is not None]
        if not own:
            return
        if len(left) == 1 and len(own) == 1:
            self.terms.append((left[0], own[0].there))
        else:
            counted = [model.new_bool_var("") for _points in left[: len(own)]]
            model.add(sum(unit.there for unit in own) == sum(counted))
            for more, fewer in pairwise(counted):
                model.add_implication(fewer, more)
            self.terms += zip(left, counted, strict=False)
            self.counted[task.number] = counted
        if task.once and len(own) > 1:
            for hall in {hall for unit in own for hall in unit.halls}:
                same = [unit.halls[hall] for unit in own if hall in unit.halls]
                if len(same) > 1:
                    model.add_at_most_one(same)

    def _unit(self, task: Task, day: date, taken: set[int]) -> Unit | None:
        rooms = {
            hall: room
            for (on, hall), room in task.rooms.items()
            if on == day and hall not in taken and (self.cells is None or (on, hall) in self.cells)
        }
        home = task.home[1] if task.home is not None and task.home[0] == day else None
        if not rooms and home is None:
            return None
        model = self.model
        there = model.new_bool_var("")
        spans = self.steps_of(span for room in rooms.values() for span in room.every)
        self.least[task.number, day] = spans[0][0] if spans else 0
        steps = model.new_int_var_from_domain(cp_model.Domain.from_intervals(spans or [[0, 0]]), "")
        starts = self.grid * steps + self.base
        halls = {}
        for hall, room in sorted(rooms.items()):
            halls[hall] = here = model.new_bool_var("")
            self._in_hall(task, day, hall, starts, here)
            own = self.steps_of(room.every)
            if own != spans:
                allowed = cp_model.Domain.from_intervals(own)
                model.add_linear_expression_in_domain(steps, allowed).only_enforce_if(here)
            if room.dear and not task.choices:
                dear_hours(self, ((task.number, day), hall), room, steps, [here])
            points = self.ground.fit(task, hall) - room.price
            if points:
                self.terms.append((points, here))
        stays = self._home(task, home) if home is not None else None
        model.add(sum([*halls.values(), *([stays] if stays is not None else [])]) == there)
        away = there if stays is None else model.new_bool_var("")
        if stays is not None:
            model.add(sum(halls.values()) == away)
        for claim in task.claims:
            size = claim.ends - claim.begins + claim.way
            self.things[claim.thing].append(
                model.new_optional_fixed_size_interval_var(starts + claim.begins, size, away, "")
            )
        unit = Unit(
            there, away, steps, halls, prime_time(self, day, halls, starts, away),
            guests(self, task, day, starts, away), alone(self, task, starts, away),
            choose_copy(self, (task, day), halls, steps, away) if halls else {},
        )  # fmt: skip
        if home is not None:
            own_guests = guests_at_home(self, task, home, stays)
            unit = unit._replace(home=stays, home_guests=own_guests, home_alone=alone(self, task, home.starts, stays))
        self.units[task.number, day] = unit
        return unit

    def step(self, minute: int) -> int:
        """A public start as the solver counts it."""
        return (minute - self.base) // self.grid

    def minute(self, step: int) -> int:
        """A step of the solver as a public start."""
        return self.base + step * self.grid

    def steps_of(self, spans: Iterable[tuple[int, int]]) -> list[list[int]]:
        """Spans of public starts as the solver counts them."""
        return [[low, high - 1] for low, high in joined((self.step(low), self.step(high) + 1) for low, high in spans)]

    def _in_hall(self, task: Task, day: date, hall: int, starts: Any, here: Any) -> None:
        size = task.length + self.ground.after(task, hall)
        del day
        self.halls[hall].append(self.model.new_optional_fixed_size_interval_var(starts - task.lead, size, here, ""))

    def _home(self, task: Task, seat: Seat) -> Any:
        """The event left where it is; short turnarounds that are there already may stay."""
        model = self.model
        stays = model.new_bool_var("")
        begins = seat.starts - task.lead
        self.halls[seat.hall].append(model.new_optional_fixed_size_interval_var(begins, task.length, stays, ""))
        for claim in task.claims:
            size = claim.ends - claim.begins + claim.way
            self.things[claim.thing].append(
                model.new_optional_fixed_size_interval_var(seat.starts + claim.begins, size, stays, "")
            )
        first, last = self.ground.prime(task.home[0] if task.home else self.ground.days[0], seat.hall)
        points = task.stays + self.ground.fit(task, seat.hall)
        self.terms.append((points + (self.prices[Wish.PRIME_TIME] if first <= seat.starts <= last else 0), stays))
        return stays
