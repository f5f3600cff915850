"""The solver's model: an interval for each title and day, optional in each hall, and what may not overlap."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from itertools import pairwise
from typing import Any, NamedTuple, TypeAlias

from ortools.sat.python import cp_model

from app.domain import weights
from app.domain.weights import Wish
from app.planner.apart import keep_apart
from app.planner.ground import Ground, Key, Plan, Seat, Task, Thing, joined
from app.planner.worth import in_town

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
    home: Any | None = None
    home_guests: dict[int, Any] = {}  # noqa: RUF012 - of a tuple
    home_alone: Any | None = None


class Model:
    """The plan of some titles on some days, in some halls (`cells`); what is fixed elsewhere stays."""

    def __init__(self, ground: Ground, units: Iterable[Key], fixed: Plan, cells: Cells | None = None) -> None:
        self.ground, self.fixed, self.cells = ground, fixed, cells
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
        self.prices = {wish: weights.points(wish, ground.context) for wish in Wish}
        self.base = min((room.spans[0][0] for task in ground.tasks for room in task.rooms.values()), default=0)
        self.base -= self.base % self.grid
        self.least: dict[Key, int] = {}
        by_task: dict[int, list[date]] = defaultdict(list)
        for number, day in sorted(units):
            by_task[number].append(day)
        for number, days in by_task.items():
            self._task(ground.tasks[number], days)
        keep_apart(self)
        self.model.maximize(sum(weight * term for weight, term in self.terms))

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
        spans = self._steps(span for room in rooms.values() for span in room.spans)
        self.least[task.number, day] = spans[0][0] if spans else 0
        steps = model.new_int_var_from_domain(cp_model.Domain.from_intervals(spans or [[0, 0]]), "")
        starts = self.grid * steps + self.base
        halls = {}
        for hall, room in sorted(rooms.items()):
            halls[hall] = here = model.new_bool_var("")
            self._in_hall(task, day, hall, starts, here)
            own = self._steps(room.spans)
            if own != spans:
                allowed = cp_model.Domain.from_intervals(own)
                model.add_linear_expression_in_domain(steps, allowed).only_enforce_if(here)
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
            there, away, steps, halls, self._prime(day, halls, starts, away), self._guests(task, day, starts, away),
            self._alone(task, starts, away),
        )  # fmt: skip
        if home is not None:
            guests = self._guests_at(task, home, stays)
            unit = unit._replace(home=stays, home_guests=guests, home_alone=self._alone(task, home.starts, stays))
        self.units[task.number, day] = unit
        return unit

    def step(self, minute: int) -> int:
        """A public start as the solver counts it."""
        return (minute - self.base) // self.grid

    def minute(self, step: int) -> int:
        """A step of the solver as a public start."""
        return self.base + step * self.grid

    def _steps(self, spans: Iterable[tuple[int, int]]) -> list[list[int]]:
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

    def _prime(self, day: date, halls: dict[int, Any], starts: Any, away: Any) -> Any | None:
        points = self.prices[Wish.PRIME_TIME]
        spans = {self.ground.prime(day, hall) for hall in halls}
        if not points or not spans:
            return None
        prime = self.model.new_bool_var("")
        self.model.add_implication(prime, away)
        for hall, here in halls.items():
            first, last = self.ground.prime(day, hall)
            only = [prime] if len(spans) == 1 else [prime, here]
            self.model.add(starts >= first).only_enforce_if(only)
            self.model.add(starts <= last).only_enforce_if(only)
            if len(spans) == 1:
                break
        self.terms.append((points, prime))
        return prime

    def _guests(self, task: Task, day: date, starts: Any, away: Any) -> dict[int, Any]:
        found = {}
        points, model = self.prices[Wish.GUEST_THERE], self.model
        rooms = [room for (on, _hall), room in task.rooms.items() if on == day]
        earliest = min((room.spans[0][0] for room in rooms), default=0)
        latest = max((room.spans[-1][1] for room in rooms), default=0)
        for guest in task.guests:
            spans = self.ground.context.people.get(guest)
            allowed = [] if spans is not None else [[earliest, latest]]
            for span in spans or ():
                low = earliest if span.starts is None else max(earliest, span.starts + task.lead)
                high = latest if span.ends is None else min(latest, span.ends - task.tail)
                if low <= high:
                    allowed.append([low, high])
            if allowed and points:
                found[guest] = here = model.new_bool_var("")
                model.add_implication(here, away)
                model.add_linear_expression_in_domain(starts, cp_model.Domain.from_intervals(allowed)).only_enforce_if(
                    here
                )
                interval = model.new_optional_fixed_size_interval_var(
                    starts - task.lead, task.length + self.ground.way, here, ""
                )
                self.things["guest", guest].append(interval)
                self.terms.append((points, here))
        return found

    def _guests_at(self, task: Task, seat: Seat, stays: Any) -> dict[int, Any]:
        """Guests of an event that stays where it is."""
        found = {}
        begins = seat.starts - task.lead
        points = self.prices[Wish.GUEST_THERE]
        for guest in task.guests:
            if points and in_town(self.ground, guest, begins, seat.starts + task.tail):
                found[guest] = here = self.model.new_bool_var("")
                self.model.add_implication(here, stays)
                size = task.length + self.ground.way
                self.things["guest", guest].append(
                    self.model.new_optional_fixed_size_interval_var(begins, size, here, "")
                )
                self.terms.append((points, here))
        return found

    def _alone(self, task: Task, starts: Any, away: Any) -> Any | None:
        """Whether it is among the showings of its strand of which no two overlap; each one that is not costs."""
        points = self.prices[Wish.STRAND_ALONE]
        if task.strand is None or not points:
            return None
        alone = self.model.new_bool_var("")
        self.model.add_implication(alone, away)
        size = task.slot.body_end - task.slot.body_start
        self.strands[task.strand].append(self.model.new_optional_fixed_size_interval_var(starts, size, alone, ""))
        self.terms += [(points, alone), (-points, away)]
        return alone
