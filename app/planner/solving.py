"""A model given to the solver with a complete plan to begin from, and the answer read back."""

from collections.abc import Callable
from math import inf
from typing import Any, NamedTuple

from ortools.sat.python import cp_model

from app.planner.cuts import Cuts
from app.planner.ground import Key, Plan, Seat
from app.planner.judging import Judge
from app.planner.model import Model
from app.planner.worth import attending


class Limits(NamedTuple):
    """How long a model may be worked on: `effort` is the solver's own count, the same on every machine.

    `enough` says when nobody wants it asked again.
    """

    effort: float
    seconds: float
    workers: int = 1
    seed: int = 0
    enough: Callable[[], bool] = lambda: False


class Solved(NamedTuple):
    """What came of a model: the plan of its units, points and bound of the model, whether that is proven best.

    `cut`: the clock and not the effort ended it, so that another run may get farther.
    """

    plan: Plan
    points: float
    bound: float
    proven: bool
    cut: bool


MOST_CUTS = 6
"""So often a model is asked again after what the rules of the board had against its plan was cut off."""


def solved(
    model: Model, begin: Plan, limits: Limits, running: Callable[[Any], None] | None = None,
    judge: Judge | None = None,
) -> Solved | None:  # fmt: skip
    """The best plan found; None when there was none in time. `running` is handed the solver before it begins.

    Where rules ask that the model does not know, `judge` tells what they have against a plan: that is cut off, and
    the model is asked again, all within the same effort.
    """
    if judge is None or not model.bearings.cutting:
        return _solved(model, begin, limits, running)[0]
    cuts, left = Cuts(model, judge), limits
    best: Solved | None = None
    most: int | None = None
    for _again in range(MOST_CUTS):
        found, spent = _solved(model, begin, left, running)
        if found is None:
            break
        found = found._replace(proven=False, bound=inf)
        points = cuts.points(found.plan)
        if best is None or (points is not None and (most is None or points > most)):
            best, most = found, points
        left = left._replace(effort=left.effort - spent)
        if left.effort <= 0 or left.enough() or not cuts.added(found.plan):
            break
        model.model.clear_hints()  # type: ignore[no-untyped-call]
    return best


def _solved(
    model: Model, begin: Plan, limits: Limits, running: Callable[[Any], None] | None
) -> tuple[Solved | None, float]:
    """The answer of the solver, and the effort it took."""
    hint(model, begin)
    solver = cp_model.CpSolver()
    _set(solver.parameters, limits)
    if running is not None:
        running(solver)
    status = solver.solve(model.model)
    if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        return None, solver.deterministic_time
    proven = status == cp_model.OPTIMAL
    plan: Plan = {}
    for key, unit in model.units.items():
        if not solver.boolean_value(unit.there):
            continue
        if unit.home is not None and solver.boolean_value(unit.home):
            home = model.ground.tasks[key[0]].home
            assert home is not None
            plan[key] = home[1]
        else:
            hall = next(hall for hall, here in unit.halls.items() if solver.boolean_value(here))
            copy = next((copy for copy, used in unit.copies.items() if solver.boolean_value(used)), None)
            plan[key] = Seat(hall, model.minute(solver.value(unit.steps)), copy=copy)
    points, bound = solver.objective_value + model.constant, solver.best_objective_bound + model.constant
    spent = solver.deterministic_time
    return Solved(plan, points, bound, proven, cut=not proven and spent < limits.effort * 0.98), spent


def _set(parameters: Any, limits: Limits) -> None:
    """One worker, or several in turns: the same effort and seed give the same plan, whatever the clock says."""
    parameters.num_workers = limits.workers
    parameters.interleave_search = limits.workers > 1
    parameters.random_seed = limits.seed
    parameters.max_deterministic_time = limits.effort
    parameters.max_time_in_seconds = max(0.01, limits.seconds)
    parameters.cp_model_probing_level = 0
    parameters.symmetry_level = 0
    parameters.max_presolve_iterations = 1


def hint(model: Model, begin: Plan) -> None:
    """Tell the solver of a plan, every variable of the model included."""
    there = attending(model.ground, {**model.fixed, **begin})
    alone = _alone(model, begin)
    tell = model.model.add_hint
    counts: dict[int, int] = {}
    for key in model.units:
        seat = begin.get(key)
        counts[key[0]] = counts.get(key[0], 0) + (seat is not None)
        _tell_unit(model, key, seat, set(there.get(key, ())), alone)
    for number, counted in model.counted.items():
        for place, more in enumerate(counted):
            tell(more, place < counts.get(number, 0))
    for strand, kept in model.kept.items():
        for place, (_begins, _ends, variable) in enumerate(kept):
            tell(variable, (strand, place) in alone)
    for variable, told in model.switches:
        tell(variable, told(begin))


def _tell_unit(model: Model, key: Key, seat: Seat | None, guests: set[int], alone: set[object]) -> None:
    tell, unit = model.model.add_hint, model.units[key]
    home = seat is not None and seat.home
    away = seat is not None and not seat.home
    tell(unit.there, seat is not None)
    if unit.home is not None:
        tell(unit.away, away)
        tell(unit.home, home)
    tell(unit.steps, model.step(seat.starts) if seat is not None and away else model.least[key])
    for hall, here in unit.halls.items():
        tell(here, away and seat is not None and seat.hall == hall)
    if unit.prime is not None:
        prime = False
        if seat is not None and away:
            first, last = model.ground.prime(key[1], seat.hall)
            prime = first <= seat.starts <= last
        tell(unit.prime, prime)
    for guest, here in unit.guests.items():
        tell(here, away and guest in guests)
    for guest, here in unit.home_guests.items():
        tell(here, home and guest in guests)
    for variable, at in ((unit.alone, away), (unit.home_alone, home)):
        if variable is not None:
            tell(variable, at and key in alone)


def _alone(model: Model, begin: Plan) -> set[object]:
    """Of each strand the showings that may count as not parallel: kept by their ends, as many as can be."""
    spans: dict[int, list[tuple[int, int, object]]] = {}
    for key, seat in begin.items():
        task = model.ground.tasks[key[0]]
        if task.strand is not None and key in model.units:
            ends = seat.starts + task.slot.body_end - task.slot.body_start
            spans.setdefault(task.strand, []).append((ends, seat.starts, key))
    for strand, kept in model.kept.items():
        spans.setdefault(strand, []).extend((ends, begins, (strand, n)) for n, (begins, ends, _v) in enumerate(kept))
    found: set[object] = set()
    for own in spans.values():
        free: int | None = None
        for ends, begins, name in sorted(own, key=lambda span: span[:2]):
            if free is None or begins >= free:
                found.add(name)
                free = ends
    return found
