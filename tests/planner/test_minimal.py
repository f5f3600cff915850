"""A wish list that cannot be placed is explained by rules that contradict one another, and by none that does not."""

from dataclasses import replace
from random import Random

import pytest

from app.domain.context import HallFacts
from app.domain.kinds_of_plans import LinkKind
from app.domain.planning import MOST_TOGETHER
from app.domain.screenings import Party, PartyKind
from app.domain.surroundings import EntryTie
from app.planner import minimal
from app.planner.minimal import _Question, core, minimal_set, possible, together
from app.planner.proposing import propose
from tests.planner.small import allowed, at, days, film, halls, problem, shown


def assert_minimal(asked):
    """The set is impossible by itself, and possible without any single rule of it."""
    found = core(asked, 30)
    assert found
    everything = set(_Question(asked, 0).bars())
    assert not possible(asked, everything - found)
    for bar in found:
        assert possible(asked, (everything - found) | {bar})
    return found


def work(number):
    return frozenset({Party(PartyKind.WORK, number)})


def test_what_can_be_placed_has_nothing_in_its_way():
    assert minimal_set(problem([film(1), film(2)])) is None


def test_three_films_on_an_evening_for_two_want_the_hall_and_its_hours():
    found = assert_minimal(problem([film(1), film(2), film(3)]))
    assert {rule for rule, _things in found} == {"R1", "R3"}


def test_only_the_turnaround_may_be_too_much():
    found = assert_minimal(problem([film(1, 115), film(2, 115)]))
    assert {rule for rule, _things in found} == {"R1", "R2", "R3"}


def test_a_copy_wanted_in_two_halls_at_once_is_named():
    asked = problem([film(1, 130, copies=(1,)), film(2, 130, copies=(1,)), film(3)], halls=halls(3, days(1)))
    found = assert_minimal(asked)
    assert ("R7", frozenset({Party(PartyKind.COPY, 1)})) in found
    assert "R1" not in {rule for rule, _things in found}


def test_rights_that_lie_on_the_full_day_are_named_and_those_that_do_not_are_not():
    rights = {1: (allowed(1, 0, 0),), 2: (allowed(2, 0, 1),)}
    asked = problem([film(1), film(2)], slots=[shown(9, 1, "18:00", minutes=240, locked=True)], count=2, rights=rights)
    found = assert_minimal(asked)
    assert ("R10", work(1)) in found
    assert ("R10", work(2)) not in found


def test_of_two_titles_without_rights_one_explains_enough_though_the_halls_are_full(monkeypatch):
    """Found title by title, without asking about the others: no whole programme is asked what could be let go."""
    monkeypatch.setattr(_Question, "_let_go", lambda *_asked, **_how: pytest.fail("asked about the whole"))
    rights = {1: (allowed(1, 9, 9),), 2: (allowed(2, 9, 9),)}
    asked = problem([film(1), film(2), film(3)], count=2, rights=rights)
    (found,) = assert_minimal(asked)
    assert found in {("R10", work(1)), ("R10", work(2))}


def test_two_showings_on_different_days_need_days_with_rights():
    asked = problem([film(1, showings=2)], count=2, rights={1: (allowed(1, 0, 0),)})
    assert {("R10", work(1)), ("R15", work(1))} == assert_minimal(asked)


def test_an_order_against_rights_is_named():
    rights = {1: (allowed(1, 1, 1),), 2: (allowed(2, 0, 0),)}
    asked = problem([film(1), film(2)], count=2, rights=rights, ties=(EntryTie(1, 2, LinkKind.BEFORE),))
    assert "R14" in {rule for rule, _things in assert_minimal(asked)}


def test_the_words_name_the_halls():
    (first, *_rest) = minimal_set(problem([film(1), film(2), film(3)]))
    assert first.rule == "R1"
    assert Party(PartyKind.HALL, 1) in first.parties


@pytest.mark.parametrize("seed", range(12))
def test_random_lists_are_explained_by_minimal_sets(seed):
    dice = Random(seed)
    count = dice.choice((1, 2))
    rights = {}
    wanted = []
    for number in range(1, dice.choice((4, 5)) + count):
        first = dice.randrange(count)
        rights[number] = (allowed(number, first, dice.randrange(first, count)),)
        copies = (dice.randrange(1, 3),) if dice.random() < 0.5 else ()
        wanted.append(film(number, dice.choice((70, 100, 120)), copies=copies, showings=dice.choice((1, 1, count))))
    places = halls(dice.choice((1, 2)), days(count))
    places = {number: HallFacts(venue=number, hours=one.hours) for number, one in places.items()}
    asked = problem(wanted, count=count, rights=rights, halls=places, between_venues=45, grid=10)
    if core(asked, 30) is not None:
        assert_minimal(asked)


def test_a_plan_tells_why_not_everything_can_be_placed():
    asked = problem([film(1), film(2), film(3)])
    made = propose(asked, 5, rounds=1)
    assert made.together.possible is False
    assert made.together.minimal
    assert {one.rule for one in made.together.why} == {"R1", "R3"}
    assert all(one.looked for one in made.unplaced)


def test_a_plan_of_everything_is_not_asked_why():
    assert propose(problem([film(1), film(2)]), 5, rounds=1).together.possible is None


@pytest.mark.parametrize("seed", range(100, 106))
def test_what_a_plan_tells_is_minimal_in_random_programmes(seed):
    dice = Random(seed)
    rights = {number: (allowed(number, day := dice.randrange(2), day),) for number in range(1, 6)}
    wanted = [film(number, dice.choice((90, 120, 150)), copies=(dice.randrange(1, 3),)) for number in range(1, 6)]
    asked = problem(wanted, count=2, rights=rights, halls=halls(dice.choice((1, 2)), days(2)), grid=10)
    told = together(asked, 30)
    found = core(asked, 30)
    assert told.possible is (found is None)
    if found is not None:
        assert told.minimal
        assert [one.rule for one in told.why] == [rule for rule, _things in sorted(found, key=minimal._name)]
        assert_minimal(asked)


def test_without_time_nothing_is_claimed():
    asked = problem([film(1), film(2), film(3)])
    assert together(asked, -1.0).possible is None


def test_a_rule_nobody_had_time_to_ask_about_is_kept_and_the_set_not_called_minimal(monkeypatch):
    asked = problem([film(1), film(2), film(3)])
    monkeypatch.setattr(minimal, "QUESTION", -1.0)
    told = together(asked, 30)
    assert (told.possible, told.minimal) == (False, False)
    assert {"R1", "R3"} < {one.rule for one in told.why}  # also what an answer would have let go


def test_rights_for_fewer_showings_than_are_wanted_are_named():
    once = replace(allowed(1, 0, 1), max_showings=1)
    asked = problem([film(1, showings=2)], count=2, rights={1: (once,)})
    assert assert_minimal(asked) == {("R10", work(1))}
    assert together(asked, 20).minimal
    made = propose(asked, 5, rounds=1)
    assert len(made.placed) == 1
    assert [one.rule for one in made.unplaced[0].why] == ["R10"]


def test_long_lists_are_not_asked_about():
    asked = problem([film(number) for number in range(1, MOST_TOGETHER + 2)])
    assert together(asked, 30).possible is None


def test_the_clock_of_the_tests_is_that_of_the_hall():
    assert at("19:30") - at("18:00") == 90
