"""The model knows the rules over several events: its plans break no must, and what the others cost is counted."""

from dataclasses import replace
from random import Random

import pytest
from ortools.sat.python import cp_model

from app.domain.context import CopyFacts, HallFacts
from app.domain.kinds_of_plans import AudienceKind, DayKind, LegalKind, LinkKind, Occasion
from app.domain.screenings import Clash
from app.domain.surroundings import EntryFacts, EntryTie, Journey, Law, Setting, VersionFacts, WorkFacts
from app.planner.greedy import first_plan
from app.planner.judging import Judge
from app.planner.layout import lay_out
from app.planner.model import Model
from app.planner.solving import Limits, hint, solved
from app.planner.tolls import WAYS, Tolls, Way
from tests.planner.small import FIRST, allowed, at, days, film, halls, problem, shown

WHOLE = Limits(8.0, 20.0)
OFF = {"R25": Setting(severity=0), "R28": Setting(severity=0)}


def asked_whole(asked):
    """The whole problem as one model: its ground, and what the solver makes of it."""
    ground = lay_out(asked)
    judge = Judge(ground)
    units = {(task.number, day) for task in ground.tasks for day in ground.days}
    begin = judge.mended(first_plan(ground))
    return ground, judge, solved(Model(ground, units, {}), begin, WHOLE, judge=judge), begin


def best(asked):
    """The best plan of a small problem, judged by the board: public starts by entry or event."""
    ground, judge, found, _begin = asked_whole(asked)
    assert found is not None
    points = judge.points(found.plan)
    assert points is not None
    assert points <= round(found.points)
    return {ground.tasks[number].slot.entry: seat for (number, _day), seat in found.plan.items()}, points, found


def test_every_clash_has_its_way():
    assert set(WAYS) == set(Clash)


def test_what_a_programme_takes_for_a_must_is_one_and_what_it_waives_costs_nothing():
    asked = problem(
        [film(1)], settings={"R18": Setting(severity=3), "R16": Setting(severity=0), "R21": Setting(weight=7)}
    )
    tolls = Tolls(asked.context)
    assert tolls.of(Clash.STARTS_TOGETHER) is None
    assert tolls.of(Clash.AGAINST) == 0
    assert (tolls.of(Clash.PRIME_COUNTRY), tolls.of(Clash.ORDER_WRONG)) == (7, None)


def test_a_title_that_comes_first_is_placed_first_though_the_other_way_round_earned_more():
    wide = {"halls": halls(1, days(1), opens=12, closes=23)}
    ties = (EntryTie(2, 1, LinkKind.BEFORE),)
    seats, _points, _found = best(problem([film(1, 240), film(2, 60)], ties=ties, settings=OFF, **wide))
    assert seats[2].starts + 60 <= seats[1].starts


def test_parts_of_a_series_and_a_film_before_its_talk():
    works = {n: WorkFacts(parent=9, number=4 - n) for n in (1, 2, 3)}
    seats, *_rest = best(problem([film(n, 60) for n in (1, 2, 3)], works=works, settings=OFF))
    assert seats[3].starts < seats[2].starts < seats[1].starts
    talk = shown(50, 1, "20:00", minutes=60, talks=(1,), locked=True)
    seats, *_rest = best(problem([film(1, 60)], slots=[talk], settings=OFF))
    assert seats[1].starts + 60 <= at("20:00")


def test_nothing_is_shown_before_the_premiere_or_outside_the_frame():
    premiere = film(1, 60, works=(7,), occasion=Occasion.PREMIERE)
    again = film(2, 60, works=(7,))
    seats, *_rest = best(problem([premiere, again], count=2, settings=OFF, halls=halls(2, days(2))))
    assert seats[1].starts <= seats[2].starts
    frame = [film(1, 60, occasion=Occasion.CLOSING), film(2, 60, occasion=Occasion.OPENING), film(3, 60)]
    seats, *_rest = best(problem(frame, settings=OFF, halls=halls(3, days(1), opens=16)))
    assert seats[2].starts <= seats[3].starts <= seats[1].starts


def tour(journey):
    """Two towns, a day each; a film of one copy in both."""
    places = {
        1: HallFacts(venue=1, stop=1, hours=((at("18:00"), at("22:00")),)),
        2: HallFacts(venue=2, stop=2, hours=((at("12:00", 1), at("22:00", 1)),)),
    }
    return problem(
        [film(1, 100, showings=2, copies=(1,))], count=2, halls=places, journeys={(1, 2): journey}, settings=OFF
    )


def test_a_copy_is_not_shown_in_the_next_town_before_it_is_there():
    _seats, _points, found = best(tour(Journey(1, at("23:00"), at("17:00", 1), 1080, hand_over=30, customs=60)))
    assert len(found.plan) == 2
    assert max(seat.starts for seat in found.plan.values()) >= at("18:00", 1)
    late = tour(Journey(1, at("23:00"), at("22:30", 1), 1410))
    assert len(best(late)[2].plan) == 1


@pytest.mark.parametrize(
    ("facts", "films", "clash"),
    [
        ({"ties": (EntryTie(1, 2, LinkKind.APART),)}, {}, Clash.AGAINST),
        ({}, {"audience": AudienceKind.FAMILY}, Clash.FAMILY_PARALLEL),
        ({}, {}, Clash.STARTS_TOGETHER),
    ],
)
def test_two_halls_do_not_play_at_once_what_shall_not_be_at_once(facts, films, clash):
    """There is room for either, so nothing is lost by the better of the two."""
    wide = halls(2, days(1), opens=16, closes=22)
    asked = problem([film(1, 100, **films), film(2, 100, **films)], halls=wide, settings=OFF, **facts)
    _ground, judge, found, _begin = asked_whole(asked)
    assert len(found.plan) == 2
    assert clash not in {one.clash for one in judge.findings(found.plan)}
    assert judge.points(found.plan) == round(found.points)


def test_days_that_lack_something_cost():
    """One caption film, one hall without steps: it goes there; and somebody of each language can follow an evening."""
    versions = {1: VersionFacts("kk", captions=True), 2: VersionFacts("ru"), 3: VersionFacts("ru")}
    places = halls(2, days(1), opens=18, closes=20, seats=100)
    places[2] = replace(places[2], step_free=True, seats=400)
    films = [film(n, 100, versions=(n,), expected=100) for n in (1, 2, 3)]
    ground, judge, found, _begin = asked_whole(problem(films, halls=places, versions=versions, audience=("kk", "ru")))
    by_entry = {ground.tasks[number].slot.entry: seat for (number, _day), seat in found.plan.items()}
    assert 1 in by_entry
    cured = {Clash.NOTHING_ACCESSIBLE, Clash.EVENING_WITHOUT}
    assert (by_entry[1].hall == 2) is not bool(cured & {one.clash for one in judge.findings(found.plan)})


def test_room_for_a_repeat_is_worth_a_wish():
    asked = problem([film(1, 90)], halls=halls(1, days(1), opens=18, closes=22), prime=(19 * 60, 20 * 60))
    quiet = replace(asked, context=replace(asked.context, settings={"prime_time": Setting(weight=2)}))
    _ground, judge, found, _begin = asked_whole(quiet)
    assert Clash.NO_ROOM_LEFT not in {one.clash for one in judge.findings(found.plan)}


def test_a_dear_hour_is_used_when_it_is_worth_it():
    """A holiday costs once, a hall of the wrong size a little: both are better than no showing."""
    special = {("KZ", FIRST): DayKind.HOLIDAY}
    law = Law(1, LegalKind.HOLIDAY, "KZ", 1)
    asked = problem([film(1), film(2)], special=special, laws=(law,), settings=OFF)
    assert len(best(asked)[2].plan) == 2


def test_a_budget_that_must_hold_leaves_titles_out():
    entries = {n: EntryFacts(n, fee=1000) for n in (1, 2, 3)}
    asked = problem([film(n, 60) for n in (1, 2, 3)], entries=entries, budget=2000, settings=OFF)
    assert len(best(asked)[2].plan) == 3
    strict = replace(asked, context=replace(asked.context, settings=OFF | {"R29": Setting(severity=3)}))
    assert len(best(strict)[2].plan) == 2


def test_a_contract_counts_over_all_entries_of_a_work():
    rights = {7: (replace(allowed(7, 0, 1), max_showings=1),)}
    asked = problem([film(1, works=(7,)), film(2, works=(7,))], count=2, rights=rights, settings=OFF)
    assert len(best(asked)[2].plan) == 1


def test_of_several_copies_one_is_chosen_that_can_be_there():
    """One is gone after the first day, the other is not ready before the second."""
    copies = {1: CopyFacts(leaves=at("23:00")), 2: CopyFacts(ready_from=at("12:00", 1))}
    wanted = film(1, showings=2)._replace(copies=(1, 2))
    _seats, _points, found = best(problem([wanted], count=2, copies=copies, halls=halls(2, days(2)), settings=OFF))
    assert {day: seat.copy for (_number, day), seat in found.plan.items()} == dict(zip(days(2), (1, 2), strict=True))


def test_one_copy_is_not_in_two_places_but_two_are():
    one = [film(n, 200, works=(n,))._replace(copies=(1,)) for n in (1, 2)]
    two = [film(n, 200, works=(n,))._replace(copies=(1, 2)) for n in (1, 2)]
    assert len(best(problem(one, halls=halls(2, days(1)), settings=OFF))[2].plan) == 1
    found = best(problem(two, halls=halls(2, days(1)), settings=OFF))[2]
    assert sorted(seat.copy for seat in found.plan.values()) == [1, 2]


def random_problem(seed):
    """A little of everything."""
    dice = Random(seed)
    count = dice.choice((1, 2))
    works = {n: WorkFacts(countries=(dice.choice("AB"),), parent=dice.choice((None, 9)), number=n) for n in range(1, 7)}
    entries = range(1, 6)
    ties = tuple(EntryTie(*dice.sample(entries, 2), dice.choice((LinkKind.BEFORE, LinkKind.APART))) for _n in range(2))
    wanted = [
        film(
            n, dice.choice((60, 90, 110)), works=(dice.choice((n, n, 6)),), versions=(dice.choice((1, 2, 3)),),
            audience=dice.choice((AudienceKind.PUBLIC, AudienceKind.FAMILY, AudienceKind.PRESS)),
            occasion=dice.choice((Occasion.NONE, Occasion.NONE, Occasion.OPENING, Occasion.CLOSING, Occasion.PREMIERE)),
            showings=dice.choice((1, count)), expected=dice.choice((None, 80, 200)), strand=dice.choice((None, 1)),
        )._replace(copies=dice.choice(((), (1, 2))))
        for n in entries
    ]  # fmt: skip
    pins = [shown(90, 1, dice.choice(("18:00", "20:00")), minutes=80, works=(6,), versions=(2,), locked=True)]
    places = halls(2, days(count), opens=dice.choice((15, 17)), closes=23, seats=150)
    return problem(
        wanted, slots=pins[: dice.choice((0, 1))], count=count, grid=10, works=works, ties=ties, halls=places,
        versions={1: VersionFacts("kk", captions=True), 2: VersionFacts("ru"), 3: VersionFacts("zxx")},
        rights={n: (replace(allowed(n, 0, count), max_showings=dice.choice((None, 2))),) for n in range(1, 7)},
        special={("KZ", FIRST): DayKind.HOLIDAY}, laws=(Law(1, LegalKind.HOLIDAY, "KZ", 1),),
        copies={1: CopyFacts(), 2: CopyFacts(leaves=at("21:00"))},
        settings={"R18": Setting(severity=dice.choice((None, 0, 3))), "R16": Setting(severity=dice.choice((None, 3))),
                  "R14": Setting(severity=dice.choice((None, None, 2))), "R15": Setting(value=dice.choice((1, 2)))},
    )  # fmt: skip


@pytest.mark.parametrize("seed", range(25))
def test_a_plan_of_the_model_breaks_nothing_and_is_worth_no_more_than_it_says(seed):
    ground, judge, found, begin = asked_whole(random_problem(seed))
    assert found is not None
    points = judge.points(found.plan)
    assert points is not None, [one for one in judge.findings(found.plan) if judge.forbids(one)]
    assert points >= (judge.points(begin) or 0)
    if ground.exact:
        assert points <= round(found.points) + 1e-6
        if found.proven:
            assert judge.points(begin) <= round(found.points)


@pytest.mark.parametrize("seed", range(25))
def test_the_plan_one_begins_from_is_a_solution_with_every_variable_told(seed):
    ground = lay_out(random_problem(seed))
    begin = Judge(ground).mended(first_plan(ground))
    model = Model(ground, {(task.number, day) for task in ground.tasks for day in ground.days}, {})
    hint(model, begin)
    solver = cp_model.CpSolver()
    solver.parameters.fix_variables_to_their_hinted_value = True
    solver.parameters.num_workers = 1
    assert solver.solve(model.model) in (cp_model.OPTIMAL, cp_model.FEASIBLE)


def test_nothing_is_asked_of_a_programme_that_knows_nothing_of_it():
    """The festivals of the bench are solved by the model as it was."""
    settings = {rule: Setting(weight=0) for rule in ("R15", "R16", "R18", "R21", "R22", "R24", "R25", "R28", "R29")}
    ground = lay_out(problem([film(n) for n in (1, 2, 3)], count=2, settings=settings, halls=halls(2, days(2))))
    model = Model(ground, {(task.number, day) for task in ground.tasks for day in ground.days}, {})
    assert model.switches == []
    assert not ground.bearings.cutting
    assert set(WAYS.values()) == set(Way)
