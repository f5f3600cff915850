"""Round hours at last: starts are moved to the whole or half hour, or else the quarter, where that costs no point."""

from collections.abc import Callable, Iterator

from app.domain.places import roughness
from app.planner.ground import Ground, Key, Plan, Seat
from app.planner.judging import Judge

FARTHEST = 25
"""Minutes a start may be moved for its roundness."""


def rounded(ground: Ground, judge: Judge, plan: Plan, points: int, enough: Callable[[], bool]) -> tuple[Plan, int]:
    """The plan with rounder starts, and its points, which are no fewer. `enough` says when to leave it at that."""
    for hall in sorted({seat.hall for seat in plan.values()}):
        for day in sorted({day for (_number, day), seat in plan.items() if seat.hall == hall}):
            whole = dict(plan)
            moves = []
            for key in sorted((key for key in plan if key[1] == day and plan[key].hall == hall), key=_start(plan)):
                seat = _rounder(ground, whole, key)
                if seat is not None:
                    whole[key] = seat
                    moves.append((key, seat))
            for tried in _less_and_less(plan, whole, moves):
                if enough():
                    return plan, points
                worth = judge.points(tried)
                if worth is not None and worth >= points:
                    plan, points = tried, worth
                    break
    return plan, points


def _less_and_less(plan: Plan, whole: Plan, moves: list[tuple[Key, Seat]]) -> Iterator[Plan]:
    """All the moves of an evening, or else half of them: what stands against one is seldom all over."""
    if moves:
        yield whole
    if len(moves) > 1:
        middle = (len(moves) + 1) // 2
        yield plan | dict(moves[:middle])
        yield plan | dict(moves[middle:])


def _start(plan: Plan) -> Callable[[Key], tuple[int, Key]]:
    return lambda key: (plan[key].starts, key)


def _rounder(ground: Ground, plan: Plan, key: Key) -> Seat | None:
    """A rounder start in the same hall, with nobody else moved; None where there is none."""
    task, seat = ground.tasks[key[0]], plan[key]
    room = task.rooms.get((key[1], seat.hall))
    rough = roughness(seat.starts)
    if seat.home or room is None or not rough:
        return None
    grid = ground.problem.grid
    taken = list(ground.halls.get(seat.hall, ()))
    for other, where in plan.items():
        if other != key and where.hall == seat.hall:
            own = ground.tasks[other[0]]
            after = 0 if where.home else ground.after(own, seat.hall)
            taken.append((where.starts - own.lead, where.starts + own.tail + after))
    best: tuple[int, int, int] | None = None
    for starts in range(seat.starts - FARTHEST + FARTHEST % grid, seat.starts + FARTHEST + 1, grid):
        begins, ends = starts - task.lead, starts + task.tail + ground.after(task, seat.hall)
        allowed = any(low <= starts <= high for low, high in room.spans)
        if allowed and roughness(starts) < rough and not any(a < ends and begins < b for a, b in taken):
            best = min(best or (rough, 0, starts), (roughness(starts), abs(starts - seat.starts), starts))
    return seat._replace(starts=best[2]) if best is not None else None
