"""A bound no plan can exceed: the plan as a linear programme, in which minutes of a hall are shared out like money.

It knows no order within a day, so it lies above the best plan; it is found within seconds. For a small problem a
second, closer one follows, in which titles are not cut in pieces.
"""

from collections import defaultdict
from datetime import date
from typing import Any, NamedTuple

from ortools.linear_solver.python import model_builder

from app.domain import weights
from app.domain.weights import Wish
from app.planner.ground import Ground, Task
from app.planner.worth import parallel

SMALL = 1000
"""Up to so many places (title, day, hall) the closer bound is looked for; it takes two or three seconds of work."""


class _Shares(NamedTuple):
    """What sums up over titles: minutes of halls, of guests, of strands, of copies; starts in prime time."""

    halls: dict[tuple[date, int], list[tuple[int, Any]]]
    prime: dict[tuple[date, int], list[tuple[int, Any]]]
    guests: dict[tuple[date, int], list[tuple[int, Any]]]
    strands: dict[tuple[date, int], list[tuple[int, Any]]]


class Bound:
    """The linear programme of a ground, or with `whole` the one in which titles are not cut in pieces."""

    def __init__(self, ground: Ground, *, whole: bool = False) -> None:
        self.ground, self.whole = ground, whole
        self.model = model_builder.Model()  # type: ignore[no-untyped-call]
        self.terms: list[tuple[float, Any]] = []
        self.shares = _Shares(defaultdict(list), defaultdict(list), defaultdict(list), defaultdict(list))
        self.points = {wish: weights.points(wish, ground.context) for wish in Wish}
        self.grid = _common(ground)
        for task in ground.tasks:
            self._task(task)
        self._capacities()
        self.solver = model_builder.Solver("SCIP" if whole else "GLOP")

    def value(self, seconds: float) -> float | None:
        """The bound; None when it was not found in time, or has nothing to say."""
        if not self.terms:
            return self._given()
        expression = model_builder.LinearExpr.weighted_sum(
            [term for _w, term in self.terms], [w for w, _t in self.terms]
        )
        self.model.maximize(expression)
        self.solver.set_time_limit_in_seconds(seconds)
        if self.whole:
            return self._closer()
        if self.solver.solve(self.model) != model_builder.SolveStatus.OPTIMAL:
            return None
        return float(self.solver.objective_value) + self._given() + 1e-6

    def _closer(self) -> float | None:
        """The bound of whole titles as the first look at it gives it, which is always the same, and most of it."""
        self.solver.set_solver_specific_parameters("limits/nodes=1")
        status = self.solver.solve(self.model)
        if status not in (model_builder.SolveStatus.OPTIMAL, model_builder.SolveStatus.FEASIBLE):
            return None
        return float(self.solver.best_objective_bound) + self._given() + 1e-3

    def _whole(self, minutes: int) -> int:
        """Minutes that are gone where every start lies on the grid: up to the next of its lines."""
        return minutes + -minutes % self.grid

    def _room(self, minutes: int, pieces: int = 1) -> int:
        """How much fits into so many minutes: in each piece of them the last may reach beyond to the next line."""
        room = minutes + pieces * (self.grid - 1)
        return room - room % self.grid

    def _given(self) -> float:
        """The points lost by what stays."""
        lost = sum(parallel(spans) for spans in self.ground.strands.values())
        return 0.0 - self.points[Wish.STRAND_ALONE] * lost

    def _share(self, points: float) -> Any:
        variable: Any = self.model.new_bool_var("") if self.whole else self.model.new_num_var(0.0, 1.0, "")
        if points:
            self.terms.append((points, variable))
        return variable

    def _task(self, task: Task) -> None:
        model = self.model
        days: dict[date, list[Any]] = defaultdict(list)
        halls: dict[int, list[Any]] = defaultdict(list)
        for (day, hall), room in task.rooms.items():
            here = self._share(self.ground.fit(task, hall) - room.price)
            days[day].append(here)
            halls[hall].append(here)
            size = self._whole(task.length + self.ground.after(task, hall))
            self.shares.halls[day, hall].append((size, here))
            first, last = self.ground.prime(day, hall)
            if self.points[Wish.PRIME_TIME] and any(low <= last and first <= high for low, high in room.every):
                prime = self._share(self.points[Wish.PRIME_TIME])
                model.add(prime <= here)
                self.shares.prime[day, hall].append((size, prime))
        everywhere = [here for own in days.values() for here in own]
        if task.home is not None:
            day, seat = task.home
            extra = self.ground.fit(task, seat.hall) + self.points[Wish.PRIME_TIME]
            home = self._share(task.stays + extra)
            days[day].append(home)
            self.shares.halls[day, seat.hall].append((task.length, home))
            everywhere.append(home)
        for own in days.values():
            model.add(_sum(own) <= 1)
        if task.once:
            for own in halls.values():
                if len(own) > 1:
                    model.add(_sum(own) <= 1)
        counted = [self._share(points) for points in task.worth]
        model.add(_sum(everywhere) == _sum(counted))
        for day, own in days.items():
            self._extras(task, day, own)

    def _extras(self, task: Task, day: date, own: list[Any]) -> None:
        """Guests, and the strand that would stand alone."""
        model = self.model
        for guest in task.guests:
            if self._reach(task, day, guest) > 0 and self.points[Wish.GUEST_THERE]:
                here = self._share(self.points[Wish.GUEST_THERE])
                model.add(here <= _sum(own))
                self.shares.guests[day, guest].append((self._whole(task.length + self.ground.way), here))
        points = self.points[Wish.STRAND_ALONE]
        if task.strand is not None and points:
            alone = self._share(points)
            model.add(alone <= _sum(own))
            self.terms += [(-points, here) for here in own]
            size = self._whole(task.slot.body_end - task.slot.body_start)
            self.shares.strands[day, task.strand].append((size, alone))

    def _reach(self, task: Task, day: date, guest: int) -> int:
        """Minutes of a day in which a guest can be at the title, the last start and the title counted; 0: never."""
        spans = self.ground.context.people.get(guest)
        first, last = self._day(day)
        best = 0
        for low, high in [(first, last)] if spans is None else [(s.starts or first, s.ends or last) for s in spans]:
            free = min(high, last) - max(low, first)
            best += free if free >= task.length else 0
        return best

    def _day(self, day: date) -> tuple[int, int]:
        """When the first hall opens and the last one closes."""
        opens = [one for (on, _hall), own in self.ground.alone.openings.items() if on == day for one in own]
        return min(one.opens for one in opens), max(one.closes for one in opens)

    def _capacities(self) -> None:
        model, ground = self.model, self.ground
        for (day, hall), own in self.shares.halls.items():
            spans = [(one.opens, one.closes) for one in ground.alone.openings.get((day, hall), ())]
            taken = ground.halls.get(hall, ())
            room = sum(b - a for a, b in spans)
            room -= sum(max(0, min(b, end) - max(a, start)) for a, b in spans for start, end in taken)
            most = max((ground.after(task, hall) for task in ground.tasks), default=0)
            pieces = max(1, len(spans) + len(taken))
            model.add(_weighed(own) <= self._room(room + most * pieces, pieces))
            prime = self.shares.prime.get((day, hall))
            if prime:
                first, last = ground.prime(day, hall)
                shortest = min(size for size, _variable in prime)
                model.add(_sum([variable for _size, variable in prime]) <= (last - first) // max(1, shortest) + 1)
        for (day, guest), own in self.shares.guests.items():
            stays = ground.context.people.get(guest)
            first, last = self._day(day)
            free = last - first + ground.way
            if stays is not None:
                free = sum(
                    max(0, min(s.ends or last, last) - max(s.starts or first, first)) + ground.way for s in stays
                )
            model.add(_weighed(own) <= self._room(free, 1 if stays is None else len(stays)))
        for (day, _strand), own in self.shares.strands.items():
            first, last = self._day(day)
            model.add(_weighed(own) <= self._room(last - first))


def _common(ground: Ground) -> int:
    """The minutes between two starts; 1 where events may stay off the lines, or begin before their public start."""
    grid = ground.problem.grid
    return grid if all(task.home is None and task.lead % grid == 0 for task in ground.tasks) else 1


def _sum(variables: list[Any]) -> Any:
    return model_builder.LinearExpr.sum(variables)


def _weighed(shares: list[tuple[int, Any]]) -> Any:
    return model_builder.LinearExpr.weighted_sum([variable for _s, variable in shares], [size for size, _v in shares])
