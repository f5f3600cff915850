"""The first plan, within a moment: title after title into the best place that is still free."""

from functools import partial

from app.domain.planning import Mode
from app.planner.filling import Filling
from app.planner.ground import Ground, Plan, Task
from app.planner.worth import worth

FEW = 8000
"""Places (title, day, hall) up to which several orders are tried: they take a tenth of a second together."""


def _scarce(task: Task) -> tuple[float, ...]:
    """Who has the fewest days comes first; then short ones, which give more points a minute."""
    return len({day for day, _hall in task.rooms}), task.length, task.number


def _short(task: Task) -> tuple[float, ...]:
    return task.length, task.number


def _long(task: Task) -> tuple[float, ...]:
    """Long ones first, while there are large gaps."""
    return -task.length, task.number


def _met(task: Task) -> tuple[float, ...]:
    """Titles with guests first, then short ones."""
    return -len(task.guests) / max(1, task.length), task.length, task.number


def first_plan(ground: Ground) -> Plan:
    """The best of some quick plans: each takes the titles in another order."""
    plan = Filling(ground).fill(_scarce)
    if ground.problem.mode is Mode.REPAIR or sum(len(task.rooms) for task in ground.tasks) > FEW:
        return plan
    return max((plan, *(Filling(ground).fill(order) for order in (_short, _met, _long))), key=partial(worth, ground))
