"""A whole run: lay out, plan at once, search on, bound, and put what came of it into a proposal."""

from collections.abc import Callable
from dataclasses import replace
from threading import Event, Thread
from time import monotonic

from app.domain.board import Board
from app.domain.planning import Mode, Move, Placement, Problem, Progress, Proposal, Status, Unplaced, imagined
from app.domain.why_not import why_nowhere_with_any
from app.planner.greedy import first_plan
from app.planner.ground import Ground, Plan
from app.planner.judging import Judge
from app.planner.layout import lay_out
from app.planner.rounding import rounded
from app.planner.search import Search, Told
from app.planner.worth import attending

SHARE = 0.2
"""The part of the time kept for round hours and for the reasons of what found no place, should there be any."""

LONGEST_SHARE = 6.0

ROUNDING = 0.25
"""The part of that for round hours, and half of the rest for the reasons title by title."""

LEAST = 0.5
"""Seconds for reasons where the search has used up all; a run takes no second longer than it was given."""

STOPPED = 1.0
"""Seconds at most for reasons after a search that was stopped; another wish to stop ends that, too."""

BOUND_SECONDS = 60.0

LONG = 3600.0
"""Seconds that are no limit: so many steps are to be done."""

News = Callable[[Progress, Proposal], None]


class Run:
    """One run of the planner over one problem."""

    def __init__(
        self, problem: Problem, seed: int, stop: Event | None = None, tell: News | None = None,
        began: float | None = None,
    ) -> None:  # fmt: skip
        """`began` is when it was asked for, by the clock that all processes share."""
        self.problem, self.seed = problem, seed
        self.stop, self.enough = stop or Event(), Event()
        self.tell = tell
        self.began = monotonic() if began is None else began
        self.first = 0.0
        self.greedy = 0
        self.search: Search | None = None
        self.explaining = False
        self.halted = False
        """Whether the search was ended by a wish, and not only the reasons that are looked for after it."""

    def plan(self, seconds: float, rounds: int | None = None) -> Proposal:
        """The best proposal within the time, reasons included, or after so many steps of the search."""
        until, share = self.began + seconds, min(LONGEST_SHARE, SHARE * seconds)
        ground = lay_out(self.problem)
        judge = Judge(ground)
        search = self.search = Search(ground, judge, self.seed, self.stop)
        search.begin(first_plan(ground))
        self.first, self.greedy = monotonic() - self.began, search.points
        self._news(ground, Told(search.plan, search.points, 0))
        bound = Thread(target=self._bound, args=(ground, search), daemon=True)
        bound.start()
        self._search(ground, search, until - share, rounds)
        if rounds is None and monotonic() >= until - share and not _lost(ground, search.plan):
            self._search(ground, search, until - share * ROUNDING, None)
        self.halted = self.stop.is_set()
        clock = max(monotonic(), until - share) + share * ROUNDING
        search.plan, search.points = rounded(
            ground, judge, search.plan, search.points,
            lambda: self.stop.is_set() or (rounds is None and monotonic() > clock),
        )  # fmt: skip
        made = self._explained(self._proposal(ground, search.plan, search.points, Status.FEASIBLE), until, rounds)
        if rounds is not None or not self.stop.is_set():
            bound.join(max(BOUND_SECONDS if rounds is not None else 0.0, until - monotonic()))
        known, spent = search.bound, monotonic() - self.began
        return replace(made, status=self._status(ground, search, known), bound=known, seconds=spent)

    def _search(self, ground: Ground, search: Search, until: float, rounds: int | None) -> None:
        if ground.tasks and not self.stop.is_set():
            search.run(until if rounds is None else until + LONG, rounds, lambda told: self._news(ground, told))

    def halt(self) -> None:
        """End the search now and keep the best so far; asked while reasons are looked for, or again, end that."""
        if self.stop.is_set() or self.explaining:
            self.enough.set()
        self.stop.set()
        for solver in self.search.solvers if self.search is not None else ():
            solver.stop_search()

    def _explained(self, made: Proposal, until: float, rounds: int | None) -> Proposal:
        """The proposal with the rules in the way of what found no place, as far as there is time to look."""
        if not made.unplaced:
            return made
        self.explaining = True
        self._tell(made, explaining=True)
        now = monotonic()
        left = LONGEST_SHARE if rounds is not None else max(LEAST, until - now)
        left = min(left, STOPPED) if self.halted else left
        made = _with_reasons(self.problem, made, now + left / 2, self.enough)
        if self.halted or self.enough.is_set() or self.search is None:
            return made
        from app.planner.minimal import together  # noqa: PLC0415 - as is the solver

        left = max(0.0, now + left - monotonic())
        return replace(made, together=together(self.problem, left, self.search.running, self.enough.is_set))

    def _bound(self, ground: Ground, search: Search) -> None:
        from app.planner.bound import SMALL, Bound  # noqa: PLC0415 - it loads another part of the solver

        _closer(search, Bound(ground).value(BOUND_SECONDS))
        places = sum(len(task.rooms) for task in ground.tasks)
        if places <= SMALL and not self.stop.is_set() and not search.proven:
            _closer(search, Bound(ground, whole=True).value(BOUND_SECONDS))

    def _status(self, ground: Ground, search: Search, bound: float | None) -> Status:
        lost = any(task.entry is None and _gone(task.number, search.plan) for task in ground.tasks)
        stuck = self.problem.mode is Mode.REPAIR and search.judge.faulty
        if lost or stuck or (ground.tasks and not search.plan):
            return Status.INFEASIBLE
        if search.proven or (bound is not None and search.points >= int(bound)):
            return Status.OPTIMAL
        return Status.STOPPED if self.halted else Status.FEASIBLE

    def _news(self, ground: Ground, told: Told) -> None:
        if self.tell is not None:
            self._tell(self._proposal(ground, told.plan, told.points, Status.FEASIBLE))

    def _tell(self, made: Proposal, *, explaining: bool = False) -> None:
        """Say how far it is."""
        if self.tell is not None:
            wanted = sum(one.missing for one in made.unplaced) + len(made.placed)
            spent = monotonic() - self.began
            news = Progress(len(made.placed), wanted, made.objective, made.bound, spent, made.rounds, explaining)
            self.tell(news, made)

    def _proposal(self, ground: Ground, plan: Plan, points: int, status: Status) -> Proposal:
        assert self.search is not None
        placed, moved = [], []
        there = attending(ground, plan)
        keys = sorted(plan)
        for key, slot in zip(keys, ground.slots(plan), strict=True):
            task, seat = ground.tasks[key[0]], plan[key]
            if task.entry is not None:
                placed.append(Placement(
                    slot.id, task.entry, seat.hall, key[1], slot.start, slot.body_start, slot.end,
                    there.get(key, ()), slot.copies[0] if slot.copies else None,
                ))  # fmt: skip
            elif not seat.home and (slot.hall, slot.start) != (task.slot.hall, task.slot.start):
                published = slot.id in ground.context.published
                assert task.slot.hall is not None
                moved.append(Move(
                    slot.id, task.slot.hall, task.slot.start, seat.hall, slot.start, slot.body_start, published
                ))  # fmt: skip
        return Proposal(
            self.problem.mode, status, tuple(placed), tuple(moved), tuple(_left(self.problem, ground, plan)),
            points, self.search.bound, self.greedy, monotonic() - self.began, self.first, self.seed,
            self.search.rounds,
        )  # fmt: skip


def _closer(search: Search, value: float | None) -> None:
    """Tell a search of a bound when it is the closest so far."""
    if value is not None and (search.bound is None or value < search.bound):
        search.bound = value


def _gone(number: int, plan: Plan) -> bool:
    return all(key[0] != number for key in plan)


def _left(problem: Problem, ground: Ground, plan: Plan) -> list[Unplaced]:
    """What is not in the plan."""
    found = []
    for wanted in problem.wanted:
        numbers = {task.number for task in ground.tasks if task.entry == wanted.entry}
        missing = wanted.showings - sum(number in numbers for number, _day in plan)
        if missing > 0:
            found.append(Unplaced(wanted.entry, None, missing, looked=False))
    lost = [task.slot for task in ground.tasks if task.entry is None and _gone(task.number, plan)]
    return [*found, *(Unplaced(slot.entry, slot.id, 1, looked=False) for slot in lost)]


def _lost(ground: Ground, plan: Plan) -> bool:
    """Whether something found no place."""
    return any(sum((task.number, day) in plan for day in ground.days) < len(task.worth) for task in ground.tasks)


def _with_reasons(problem: Problem, made: Proposal, until: float, enough: Event) -> Proposal:
    """Title by title the rules that stand in its way, as long as there is time to look."""
    slots = imagined(problem, made)
    board = Board(slots, problem.context)
    kinds = {wanted.entry: wanted.with_each_copy() for wanted in problem.wanted}
    known = {slot.id: slot for slot in slots}
    told = []
    for one in made.unplaced:
        ways = (known[one.slot],) if one.slot is not None else kinds[one.entry or 0]
        if monotonic() > until or enough.is_set():
            told.append(one)
        else:
            told.append(one._replace(why=why_nowhere_with_any(ways, board, problem.choices) or (), looked=True))
    return replace(made, unplaced=tuple(told))


def propose(problem: Problem, seconds: float, seed: int = 0, rounds: int | None = None) -> Proposal:
    """Plan in this process, for tests and benches; programs use `app.planner.running`."""
    return Run(problem, seed).plan(seconds, rounds)
