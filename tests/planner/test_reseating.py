"""Quick changes count their points as the plan is counted, break no rule, and are the same for a seed."""

from random import Random

from app.planner.greedy import first_plan
from app.planner.judging import Judge
from app.planner.layout import lay_out
from app.planner.reseating import Reseating
from app.planner.worth import worth
from tests.bench.planning import festivals, generator
from tests.planner.small import at, days, film, halls, problem, shown

STEPS = 150


def never():
    return False


def test_the_points_of_quick_changes_are_those_of_the_plan_and_no_rule_is_broken():
    for seed in range(3):
        ground = lay_out(festivals.problem(generator.festival(24, 3, 3, seed)))
        begun = first_plan(ground)
        quick = Reseating(ground, Random(seed))
        for _turn in range(2):
            found = quick.run(begun, STEPS, never)
            assert quick.points == worth(ground, quick.filling.plan)
            assert quick.most == worth(ground, found) == Judge(ground).points(found)
            assert quick.most >= worth(ground, begun)
            begun = found


def test_the_same_dice_make_the_same_changes():
    ground = lay_out(festivals.problem(generator.festival(20, 2, 2, 4)))
    begun = first_plan(ground)
    one, other = (Reseating(ground, Random(5)).run(begun, STEPS, never) for _run in range(2))
    assert one == other != begun


def test_what_stays_is_left_alone_and_what_may_move_keeps_its_place():
    pins = [shown(8, 1, "18:00", locked=True, works=(8,)), shown(9, 1, "20:10", works=(9,), minutes=60)]
    asked = problem([film(1, 60)], slots=pins, movable=(9,), halls=halls(1, days(1), opens=16, closes=22))
    ground = lay_out(asked)
    found = Reseating(ground, Random(1)).run(first_plan(ground), STEPS, never)
    seats = {ground.tasks[number].slot.id: seat.starts for (number, _day), seat in found.items()}
    assert seats[9] == at("20:10")
    assert Judge(ground).points(found) is not None
