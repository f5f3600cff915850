"""No plan has more points than a bound says, and the closer bound is never above the first."""

from random import Random
from threading import Event

import pytest

from app.domain.surroundings import Setting
from app.planner.bound import Bound
from app.planner.greedy import first_plan
from app.planner.judging import Judge
from app.planner.layout import lay_out
from app.planner.search import Part, Search
from tests.bench.planning import festivals
from tests.planner.small import days, film, halls, problem, shown

UNPRICED = {rule: Setting(weight=0) for rule in festivals.UNWEIGHED}


def best(ground):
    """The points of the best plan, proven by the solver that knows every order of a day."""
    search = Search(ground, Judge(ground), 1, Event())
    search.begin(first_plan(ground))
    units = frozenset((task.number, day) for task in ground.tasks for day in ground.days)
    found = search._solve(Part(units, frozenset(ground.alone.openings), 30.0), search.plan, 1)
    assert found is not None
    assert found.proven
    return max(round(found.points), search.points)


@pytest.mark.parametrize("seed", range(10))
def test_the_best_plan_of_a_small_programme_is_within_both_bounds(seed):
    dice = Random(seed)
    count = dice.choice((1, 2))
    wanted = [
        film(number, dice.randrange(61, 130), showings=dice.choice((1, count)), expected=dice.choice((60, 150, 300)))
        for number in range(1, 5)
    ]
    pins = [shown(90 + n, 1, dice.choice(("18:00", "19:07", "20:33")), day=n, works=(90 + n,)) for n in range(count)]
    asked = problem(
        wanted, slots=pins[: dice.randrange(count + 1)], count=count, settings=UNPRICED,
        halls=halls(2, days(count), opens=dice.choice((15, 17)), seats=150), turnaround=dice.choice((10, 13, 20)),
    )  # fmt: skip
    ground = lay_out(asked)
    first, closer = Bound(ground).value(20), Bound(ground, whole=True).value(20)
    assert first is not None
    assert closer is not None
    assert best(ground) <= int(closer) <= int(first)


def test_starts_on_the_lines_of_the_grid_cost_the_minutes_between():
    asked = problem([film(1, 101), film(2, 101), film(3, 101)], halls=halls(1, days(1)), settings=UNPRICED)
    ground = lay_out(asked)
    assert int(Bound(ground, whole=True).value(20) or 0) == best(ground)
