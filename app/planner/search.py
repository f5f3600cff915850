"""The search for a better plan: showings are seated anew by the thousand, or a few halls are given to the solver.

A step is one or the other, whichever has brought more of late. For a problem and a seed the sequence of plans is always
the same: a step is limited by a number of changes or by the solver's own count of effort, never by the clock; of the
solver two run side by side on different days and are put together in a fixed order. The clock only says after how
many steps it is enough. The solver is loaded when it is first needed.
"""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from itertools import count
from random import Random
from threading import Event
from time import monotonic
from typing import TYPE_CHECKING, Any, NamedTuple

from app.domain.planning import Mode
from app.planner.ground import Ground, Key, Plan
from app.planner.judging import Judge
from app.planner.reseating import Reseating
from app.planner.taken import Cell

if TYPE_CHECKING:
    from app.planner.solving import Solved

WHOLE_EFFORT = 0.1
"""What the whole plan at once may cost in the solver's count; a tenth is about half a second."""

SIZES = ((0.008, 70), (0.012, 90), (0.02, 120))
"""What one step may cost, and about how many places are open in it: small steps get far, large ones out of corners."""

WHOLE, WHOLE_REPAIR = 300, 3000
"""Up to so many places (title, day, hall) the whole plan is tried at once; more where most of it stays as it is."""

FEWEST, MOST = 20, 600
"""Changes in one step of quick ones: fewer after a step that the rules of the board refused."""

TURN = 4
"""At least one step of so many is of the other kind, however little it brought."""

IDLE = 400
"""So many steps in a row without a better plan, and the search is over."""


class Told(NamedTuple):
    """What a search tells on its way."""

    plan: Plan
    points: int
    rounds: int


class Part(NamedTuple):
    """A piece of the plan to be planned anew: units, and the halls and days they may use."""

    units: frozenset[Key]
    cells: frozenset[Cell]
    effort: float


class Search:
    """One run over one ground."""

    def __init__(self, ground: Ground, judge: Judge, seed: int, stop: Event) -> None:
        self.ground, self.judge, self.stop = ground, judge, stop
        self.dice = Random(seed)  # noqa: S311 - a plan is no secret
        self.seed = seed
        self.plan: Plan = {}
        self.points = 0
        self.rounds = 0
        self.bound: float | None = None
        self.proven = False
        self.solvers: list[Any] = []
        self.until = float("inf")
        self.quick = Reseating(ground, self.dice)
        self.changes = MOST
        self.gains = [0.0, 0.0]
        """What quick steps and steps of the solver have brought of late."""

    def begin(self, plan: Plan) -> None:
        """A plan to begin from, mended first."""
        points = self.judge.points(plan)
        if points is None:
            plan = self.judge.mended(plan)
            points = self.judge.points(plan)
        assert points is not None
        self.plan, self.points = plan, points

    def run(self, until: float, most: int | None, tell: Callable[[Told], None]) -> None:
        """Search until the clock says so, until `most` steps, or until nothing gets better."""
        self.until = until
        idle = 0
        repairing = self.ground.problem.mode is Mode.REPAIR
        if self._places() <= (WHOLE_REPAIR if repairing else WHOLE):
            self.whole()
            tell(Told(self.plan, self.points, self.rounds))
        with ThreadPoolExecutor(2) as workers:
            for _step in count():
                if self.over(most) or idle > IDLE:
                    return
                better = self.step(workers)
                idle = 0 if better else idle + 1
                if better:
                    tell(Told(self.plan, self.points, self.rounds))

    def over(self, most: int | None) -> bool:
        """Whether it is time to end; a run of so many steps heeds no bound, which comes when the clock says."""
        reached = self.bound is not None and self.points >= int(self.bound)
        enough = reached if most is None else self.rounds >= most
        return self.stop.is_set() or monotonic() >= self.until or self.proven or enough

    def whole(self) -> None:
        """The whole plan at once: proves small ones best."""
        units = {(task.number, day) for task in self.ground.tasks for day in _days(task.rooms, task.home)}
        found = self._solve(Part(frozenset(units), _cells(self.ground), WHOLE_EFFORT), self.plan, 2)
        self.rounds += 1
        if found is not None:
            self._take(found.plan)
            if found.proven and self.ground.exact and self.points == round(found.points):
                self.proven = True
            bound = found.bound if self.ground.exact else None
            if bound is not None and (self.bound is None or bound < self.bound):
                self.bound = bound

    def step(self, workers: ThreadPoolExecutor) -> bool:
        """One step of the kind that brings more; whether the plan is better now."""
        self.rounds += 1
        before = self.points
        kind = int(self.gains[1] > self.gains[0])
        if self.rounds % TURN == 0:
            kind = 1 - kind
        if kind:
            self._solved_anew(workers)
        else:
            self._seated_anew()
        gain = self.points - before
        self.gains[kind] = (self.gains[kind] + gain) / 2
        return gain > 0

    def _seated_anew(self) -> None:
        """A few hundred quick changes, judged together."""
        plan = self.quick.run(self.plan, self.changes, lambda: self.stop.is_set() or monotonic() >= self.until)
        kept = plan == self.plan or self._take(plan) or self._take(self.judge.mended(plan))
        self.changes = min(MOST, self.changes * 2) if kept else max(FEWEST, self.changes // 2)

    def _solved_anew(self, workers: ThreadPoolExecutor) -> None:
        """Two parts of the plan given to the solver, side by side."""
        parts = self._parts()
        before = self.plan
        found = list(workers.map(lambda part: self._solve(part, before, 1), parts))
        for part, one in zip(parts, found, strict=True):
            if one is not None and not (one.cut and monotonic() >= self.until):
                self._take({key: seat for key, seat in self.plan.items() if key not in part.units} | one.plan)

    def _take(self, plan: Plan) -> bool:
        """Keep a plan when the rules allow it and it has no fewer points; whether it has more."""
        if plan == self.plan:
            return False
        points = self.judge.points(plan)
        if points is None or points < self.points:
            return False
        more = points > self.points
        self.plan, self.points = plan, points
        return more

    def _solve(self, part: Part, plan: Plan, workers: int) -> "Solved | None":
        from app.planner.model import Model  # noqa: PLC0415 - the solver takes half a second to load
        from app.planner.solving import Limits, solved  # noqa: PLC0415

        fixed = {key: seat for key, seat in plan.items() if key not in part.units}
        begin = {key: seat for key, seat in plan.items() if key in part.units}
        model = Model(self.ground, part.units, fixed, part.cells)
        if not model.units:
            return None
        limits = Limits(part.effort, self.until - monotonic(), workers, self.seed % 2**31, self.stop.is_set)
        return solved(model, begin, limits, self.running, self.judge)

    def running(self, solver: Any) -> None:
        """Remember a solver at work, so that it can be stopped."""
        self.solvers = [*self.solvers[-1:], solver]
        if self.stop.is_set():
            solver.stop_search()

    def _places(self) -> int:
        return sum(len(task.rooms) for task in self.ground.tasks)

    def _parts(self) -> list[Part]:
        """Two parts that share neither days nor titles."""
        days = list(self.ground.days)
        self.dice.shuffle(days)
        half = (len(days) + 1) // 2
        waiting = [task for task in self.ground.tasks if self._waits(task.number)]
        self.dice.shuffle(waiting)
        if len(days) == 1:
            return [self._part(days, [task.number for task in waiting], frozenset())]
        middle = len(waiting) // 2
        first = self._part(days[:half], [task.number for task in waiting[:middle]], frozenset())
        seen = frozenset(number for number, _day in first.units)
        second = self._part(days[half:], [task.number for task in waiting[middle:]], seen)
        return [first, second]

    def _displaced(self, days: Sequence[date]) -> set[tuple[date, int]]:
        """Where events that had to leave were, and where they are: one of them, the rest another time."""
        here = []
        for (number, day), seat in self.plan.items():
            home = self.ground.tasks[number].home
            if home is not None and not seat.home and (day in days or home[0] in days):
                here.append({(day, seat.hall), (home[0], home[1].hall)})
        return self.dice.choice(here) if here else set()

    def _waits(self, number: int) -> bool:
        task = self.ground.tasks[number]
        return sum((number, day) in self.plan for day in self.ground.days) < len(task.worth)

    def _part(self, days: Sequence[date], waiting: Sequence[int], others: frozenset[int]) -> Part:
        """Some halls on one or two of the days, what is planned there, and some of those that wait."""
        ground, dice = self.ground, self.dice
        chosen = days[: dice.choice((1, 1, 2))]
        cells = [cell for cell in ground.alone.openings if cell[0] in chosen]
        dice.shuffle(cells)
        urgent = self._displaced(chosen)
        cells = sorted(cells, key=lambda cell: cell not in urgent)[: dice.choice((2, 3, 4))]
        own = frozenset(cells)
        units = {key for key, seat in self.plan.items() if (key[1], seat.hall) in own and key[0] not in others}
        effort, places = dice.choice(SIZES)
        room = places - len(units) * len(cells)
        for number in waiting:
            if room <= 0:
                break
            task = ground.tasks[number]
            for day in sorted({day for day, _hall in own & task.rooms.keys()}):
                if (number, day) not in self.plan and number not in others:
                    units.add((number, day))
                    room -= len(cells)
        return Part(frozenset(units), own, effort)


def _days(rooms: Any, home: Any) -> set[date]:
    days = {day for day, _hall in rooms}
    return days | {home[0]} if home is not None else days


def _cells(ground: Ground) -> frozenset[Cell]:
    return frozenset(ground.alone.openings)
