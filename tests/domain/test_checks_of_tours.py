"""Each thing that can be wrong with a tour is found, and only just not found."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from app.domain.checks_of_tours import TourProblem, Trouble, clocks, troubles
from app.domain.names import FourNames
from app.domain.tours import Leg, Stop, Tour

P = TourProblem
HERE = Stop(1, FourNames(en="Almaty"), date(2026, 11, 6), date(2026, 11, 8), "Asia/Almaty", "KZ", 5, 43.24, 76.89)
THERE = Stop(2, FourNames(en="Yining"), date(2026, 11, 10), date(2026, 11, 12), "Asia/Shanghai", "CN", 6, 43.9, 81.3)
LEG = Leg(9, 1, 2, departs=datetime(2026, 11, 9, 10), arrives=datetime(2026, 11, 10, 19))


def problems(here: Stop, there: Stop, *legs: Leg) -> list[Trouble]:
    return troubles(Tour((here, there), legs or (LEG,)))


def test_nothing_is_wrong_with_a_good_tour() -> None:
    assert troubles(Tour((HERE, THERE), (LEG,)), {1: [date(2026, 11, 8)], 2: [date(2026, 11, 11)]}) == []


@pytest.mark.parametrize(
    ("there", "problem"),
    [
        (replace(THERE, first_day=date(2026, 11, 8)), P.STOPS_OVERLAP),
        (replace(THERE, first_day=date(2026, 11, 5)), P.OUT_OF_ORDER),
        (replace(THERE, venue=None), P.VENUE_MISSING),
        (replace(THERE, latitude=None), P.PLACE_MISSING),
        (replace(THERE, zone="Asia/Urumqi"), P.WHICH_CLOCK),
    ],
)
def test_stops_are_looked_at(there: Stop, problem: TourProblem) -> None:
    assert problem in [found.problem for found in problems(HERE, there)]


def test_a_missing_leg_is_found() -> None:
    assert problems(HERE, THERE, Leg(9, 2, 1)) == [Trouble(P.LEG_MISSING, (1, 2))]


@pytest.mark.parametrize(
    ("leg", "problem", "day"),
    [
        (replace(LEG, arrives=datetime(2026, 11, 9, 12)), P.LEG_BACKWARDS, None),
        (replace(LEG, departs=datetime(2026, 11, 7, 10)), P.LEAVES_EARLY, date(2026, 11, 7)),
        (replace(LEG, arrives=datetime(2026, 11, 11, 0, 30)), P.ARRIVES_LATE, date(2026, 11, 11)),
    ],
)
def test_legs_are_looked_at(leg: Leg, problem: TourProblem, day: date | None) -> None:
    assert problems(HERE, THERE, leg) == [Trouble(problem, (1, 2), 9, day)]


def test_travelling_on_a_day_with_shows_is_told_at_either_end() -> None:
    tour = Tour((HERE, THERE), (LEG,))
    left = Trouble(P.TRAVEL_ON_SHOW_DAY, (1, 2), 9, date(2026, 11, 9))
    came = Trouble(P.TRAVEL_ON_SHOW_DAY, (1, 2), 9, date(2026, 11, 10))
    assert troubles(tour, {1: [date(2026, 11, 9)]}) == [left]
    assert troubles(tour, {2: [date(2026, 11, 10)]}) == [came]
    assert troubles(tour, {1: [date(2026, 11, 10)], 2: [date(2026, 11, 9)]}) == []


def test_two_clocks_are_in_use_in_the_far_west_of_china_alone() -> None:
    assert clocks("CN", 87.6) == ("Asia/Shanghai", "Asia/Urumqi")
    assert clocks("CN", 108.9) == clocks("KZ", 80.0) == clocks("CN", None) == ()


def test_a_stop_whose_venue_has_another_clock_is_found() -> None:
    tour = Tour((HERE, THERE), (LEG,))
    assert troubles(tour, zones={5: "Asia/Qyzylorda", 6: "Asia/Shanghai"}) == [], "the same hour by another name"
    assert troubles(tour, zones={6: "Asia/Urumqi"}) == [Trouble(P.CLOCK_DIFFERS, (2,))]
