"""Plans of small invented festivals hold before the independent checker; pins stay, repairs move little."""

import os
from dataclasses import replace

import pytest

from app.domain.board import Board
from app.domain.calendar import opening_hours
from app.domain.context import HallFacts
from app.domain.planning import Mode, Status, imagined
from app.domain.screenings import Severity
from app.domain.surroundings import Setting
from app.planner import proposing
from app.planner.proposing import Run, propose
from tests.bench.planning import checker, festivals, generator
from tests.planner.small import ZONE, allowed, at, days, film, halls, problem, shown

ROUNDS = 3
UNPRICED = {rule: Setting(weight=0) for rule in festivals.UNWEIGHED}


def errors(asked, made):
    found = Board(imagined(asked, made), asked.context).conflicts()
    return [one for one in found if one.severity is Severity.ERROR]


@pytest.mark.parametrize(("films", "halls", "count", "seed"), [(14, 3, 3, 1), (24, 3, 3, 2), (20, 4, 3, 3)])
def test_a_plan_is_right_and_worth_what_it_says(films, halls, count, seed):
    made = generator.festival(films, halls, count, seed)
    proposal = propose(festivals.problem(made), 3, seed=1, rounds=ROUNDS)
    plan = festivals.plan(proposal)
    assert checker.broken(made, plan) == []
    assert checker.points(made, plan) == proposal.objective
    assert proposal.objective >= proposal.greedy
    assert proposal.bound is None or proposal.bound >= proposal.objective
    assert len(plan) + sum(one.missing for one in proposal.unplaced) == sum(film.showings for film in made.films)


def test_the_same_seed_and_rounds_give_the_same_plan():
    asked = festivals.problem(generator.festival(14, 2, 2, 5))
    first, second = (propose(asked, 60, seed=3, rounds=ROUNDS) for _run in range(2))
    assert (first.placed, first.objective, first.rounds) == (second.placed, second.objective, second.rounds)


def test_an_optimum_is_claimed_only_when_it_is_proven():
    asked = problem([film(1), film(2)], settings=UNPRICED)
    made = propose(asked, 5)
    assert made.status is Status.OPTIMAL
    assert made.bound is not None
    assert made.objective == int(made.bound)
    assert {one.entry for one in made.placed} == {1, 2}


def test_what_is_placed_stays_where_it_is():
    pin = shown(9, 1, "19:00", locked=True)
    asked = problem([film(1, 60), film(2, 60)], slots=[pin], halls=halls(1, days(1), opens=16, closes=23))
    made = propose(asked, 3, rounds=1)
    assert len(made.placed) == 2
    assert made.moved == ()
    assert errors(asked, made) == []
    assert pin in imagined(asked, made)


def test_what_finds_no_place_is_told_with_the_rules_in_its_way():
    rights = {1: (allowed(1, 0, 0),), 2: (allowed(2, 5, 6),)}
    made = propose(problem([film(1), film(2)], rights=rights), 3, rounds=1)
    (left,) = made.unplaced
    assert (left.entry, left.missing) == (2, 1)
    assert [standing.rule for standing in left.why] == ["R10"]


def test_a_repair_moves_the_one_event_that_must_and_not_the_published_one():
    slots = [
        shown(1, 1, "18:00", works=(1,)),
        shown(2, 1, "18:30", works=(2,)),
        shown(3, 1, "21:00", works=(3,), minutes=50),
    ]
    asked = problem(
        [], slots=slots, mode=Mode.REPAIR, movable=(1, 2, 3), halls=halls(2, days(1)), published={1: (1, at("18:00"))}
    )
    made = propose(asked, 5, rounds=2)
    assert [move.slot for move in made.moved] == [2]
    assert errors(asked, made) == []
    assert made.unplaced == ()


def test_a_repair_that_cannot_be_says_so_and_leaves_the_event():
    slots = [shown(1, 1, "18:00", works=(1,), locked=True, minutes=240), shown(2, 1, "18:30", works=(2,))]
    made = propose(problem([], slots=slots, mode=Mode.REPAIR, movable=(2,)), 3, rounds=1)
    assert made.status is Status.INFEASIBLE
    assert [one.slot for one in made.unplaced] == [2]
    assert made.moved == ()


def test_starts_are_round_where_that_costs_nothing():
    pin = shown(9, 1, "18:00", minutes=62, locked=True, works=(9,))
    asked = problem([film(1, 90)], slots=[pin], halls=halls(1, days(1), opens=17, closes=22))
    (one,) = propose(asked, 3, rounds=1).placed
    assert (one.starts - at("18:00")) % 30 == 0
    tight = problem([film(1, 90)], slots=[pin], halls={1: HallFacts(venue=1, hours=((at("17:00"), at("20:55")),))})
    assert propose(tight, 3, rounds=1).placed[0].end <= at("20:55")


def test_a_repair_that_leaves_locked_events_in_conflict_is_no_success():
    slots = [shown(1, 1, "18:00", locked=True), shown(2, 1, "18:30", locked=True)]
    made = propose(problem([], slots=slots, mode=Mode.REPAIR), 2, rounds=1)
    assert (made.status, made.moved) == (Status.INFEASIBLE, ())


@pytest.mark.parametrize(
    ("facts", "rule"),
    [({"halls": {}}, "R3"), ({"halls": halls(1, days(1), opens=20, closes=21)}, "R3"), ({"rights": {1: ()}}, "R10")],
)
def test_what_can_never_be_placed_is_told_and_not_a_failure(facts, rule):
    made = propose(problem([film(1), film(2, 0)], **facts), 2, rounds=1)
    assert {standing.rule for standing in made.unplaced[0].why} == {rule}


@pytest.mark.parametrize("number", range(2))
def test_nights_that_last_into_the_next_day_are_planned(number):
    late = {1: HallFacts(venue=1, hours=opening_hours(days(2), 22 * 60, 28 * 60, ZONE))}
    asked = problem([film(entry, showings=1 + number) for entry in (1, 2)], count=2, halls=late)
    made = propose(asked, 3, rounds=1)
    assert made.unplaced == ()
    assert errors(asked, made) == []


def test_weights_of_the_programme_count():
    asked = problem([film(1, 60)], halls=halls(1, days(1), opens=10, closes=22))
    assert at("18:00") <= propose(asked, 3, rounds=1).placed[0].starts < at("21:00")
    plain = replace(asked, context=replace(asked.context, settings={"prime_time": Setting(weight=0)}))
    assert propose(plain, 3, rounds=1).objective == 100


def test_reasons_are_looked_for_within_the_time_and_can_be_stopped(monkeypatch):
    """A question that would never end is ended by the wish to stop; the plan is not called stopped for that."""
    asked = problem([film(1), film(2), film(3)])
    run = Run(asked, 1)
    monkeypatch.setattr(proposing, "why_nowhere_with_any", lambda *_asked: run.halt())
    made = run.plan(3)
    assert made.status is not Status.STOPPED
    assert made.together.possible is None
    assert made.seconds < 4


@pytest.mark.skipif(os.environ.get("KERUEN_NIGHTLY") != "1", reason="takes minutes: KERUEN_NIGHTLY=1 asks for it")
@pytest.mark.parametrize("size", generator.SIZES, ids=str)
@pytest.mark.parametrize("seed", generator.SEEDS)
def test_the_published_festivals_are_planned_right(size, seed):
    made = generator.festival(*size, seed)
    proposal = propose(festivals.problem(made), 30, seed=1)
    plan = festivals.plan(proposal)
    assert checker.broken(made, plan) == []
    assert checker.points(made, plan) == proposal.objective >= proposal.greedy
    assert proposal.gap is not None
    assert proposal.gap <= 0.05
