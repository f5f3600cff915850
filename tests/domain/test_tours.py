"""Legs of a tour are moments in two zones; journeys join them."""

from datetime import date, datetime

import pytest

from app.domain import calendar
from app.domain.board import conflicts
from app.domain.context import Context, HallFacts
from app.domain.itineraries import journeys
from app.domain.journeys import stop_of
from app.domain.kinds_of_plans import TravelMode
from app.domain.names import FourNames
from app.domain.screenings import Clash, Slot
from app.domain.surroundings import Journey
from app.domain.tours import Leg, Stop, Tour, great_circle, later_by

ALMATY = Stop(1, FourNames(en="Almaty"), date(2026, 11, 6), date(2026, 11, 8), latitude=43.24, longitude=76.89)
YINING = Stop(
    2, FourNames(en="Yining"), date(2026, 11, 12), date(2026, 11, 13), "Asia/Shanghai", "CN", None, 43.91, 81.32
)
URUMQI = Stop(
    3, FourNames(en="Urumqi"), date(2026, 11, 16), date(2026, 11, 18), "Asia/Urumqi", "CN", None, 43.83, 87.62
)
TRUCK = Leg(11, 1, 2, TravelMode.ROAD, datetime(2026, 11, 9, 10), datetime(2026, 11, 10, 19), customs=240)
COACH = Leg(12, 2, 3, TravelMode.ROAD, minutes=720)


def minute(text: str, zone: str) -> int:
    return calendar.minute_of(calendar.utc_of(datetime.fromisoformat(text), zone))


def test_wall_times_of_a_leg_are_those_of_its_two_ends() -> None:
    tour = Tour((ALMATY, YINING), (TRUCK,))
    assert tour.departs(TRUCK) == minute("2026-11-09T05:00", "UTC")
    assert tour.arrives(TRUCK) == minute("2026-11-10T11:00", "UTC")
    assert tour.takes(TRUCK) == 30 * 60  # the clocks show 33 hours


@pytest.mark.parametrize(
    ("leg", "departs", "arrives"),
    [
        (Leg(1, 1, 2, departs=datetime(2026, 11, 9, 10), minutes=120), "2026-11-09T05:00", "2026-11-09T07:00"),
        (Leg(1, 1, 2, arrives=datetime(2026, 11, 9, 10), minutes=120), "2026-11-09T00:00", "2026-11-09T02:00"),
    ],
)
def test_the_other_end_follows_from_the_minutes(leg: Leg, departs: str, arrives: str) -> None:
    tour = Tour((ALMATY, YINING), (leg,))
    assert (tour.departs(leg), tour.arrives(leg)) == (minute(departs, "UTC"), minute(arrives, "UTC"))


def test_stops_know_their_zone_and_how_far_apart_their_clocks_are() -> None:
    assert [stop.label() for stop in (ALMATY, YINING, URUMQI)] == ["UTC+5", "UTC+8", "UTC+6"]
    assert (later_by(ALMATY, YINING), later_by(YINING, URUMQI)) == (180, -120)


def test_the_distance_goes_over_the_round_of_the_earth() -> None:
    assert great_circle((51.17, 71.43), (43.24, 76.89)) == pytest.approx(972, abs=5)
    assert great_circle((0.0, 0.0), (0.0, 180.0)) == pytest.approx(20015, abs=1)
    assert Tour((ALMATY, YINING), ()).guess(Leg(1, 1, 2, TravelMode.ROAD)) == 8 * 60 + 30
    assert Tour((ALMATY, YINING), ()).guess(Leg(1, 1, 2, TravelMode.AIR)) == 180


def test_a_journey_of_one_leg_is_the_leg() -> None:
    departs, arrives = minute("2026-11-09T10:00", "Asia/Almaty"), minute("2026-11-10T19:00", "Asia/Shanghai")
    found = journeys(Tour((ALMATY, YINING), (TRUCK,)))
    assert found == {(1, 2): Journey(11, departs, arrives, 1800, 60, 240)}


def test_legs_are_joined_and_what_is_not_timed_is_counted_on() -> None:
    found = journeys(Tour((ALMATY, YINING, URUMQI), (TRUCK, COACH)))
    arrives = minute("2026-11-10T19:00", "Asia/Shanghai") + 240 + 60 + 720
    assert found[1, 3].arrives == arrives
    assert found[1, 3].departs == found[1, 2].departs
    assert found[1, 3].customs == 0
    assert found[2, 3] == Journey(12, None, None, 720, 60, 0)
    assert (2, 1) not in found


def test_what_comes_before_a_timed_leg_is_counted_backwards() -> None:
    first = Leg(1, 1, 2, minutes=300, customs=60, hand_over=30)
    second = Leg(2, 2, 3, departs=datetime(2026, 11, 14, 12), minutes=600, hand_over=90)
    found = journeys(Tour((ALMATY, YINING, URUMQI), (first, second)))[1, 3]
    leaves = minute("2026-11-14T12:00", "Asia/Shanghai")
    assert found == Journey(2, leaves - 90 - 60 - 300, leaves + 600, 1050, 30, 0)


def test_a_leg_that_left_before_all_has_arrived_is_no_way() -> None:
    missed = Leg(12, 2, 3, departs=datetime(2026, 11, 10, 22), minutes=60)
    assert (1, 3) not in journeys(Tour((ALMATY, YINING, URUMQI), (TRUCK, missed)))
    caught = Leg(12, 2, 3, departs=datetime(2026, 11, 10, 23), minutes=60)
    assert (1, 3) in journeys(Tour((ALMATY, YINING, URUMQI), (TRUCK, caught)))


def test_of_two_ways_the_one_that_arrives_first_counts() -> None:
    plane = Leg(13, 1, 3, TravelMode.AIR, datetime(2026, 11, 9, 12), datetime(2026, 11, 9, 15), customs=120)
    found = journeys(Tour((ALMATY, YINING, URUMQI), (TRUCK, COACH, plane)))
    assert (found[1, 3].leg, found[1, 2].leg) == (13, 11)


def test_a_round_trip_ends() -> None:
    back = Leg(14, 3, 1, minutes=60)
    assert set(journeys(Tour((ALMATY, YINING, URUMQI), (TRUCK, COACH, back)))) == {
        (1, 2), (1, 3), (2, 3), (2, 1), (3, 1), (3, 2),
    }  # fmt: skip


def test_a_tour_that_comes_back_tells_its_two_visits_apart() -> None:
    visits = ((0, 4320, 1), (14400, 17280, 4))
    halls = {1: HallFacts(1, stop=1, visits=visits), 2: HallFacts(2, stop=2)}
    context = Context(halls=halls, journeys={(1, 2): Journey(9, None, None, 60), (2, 4): Journey(8, None, None, 60)})

    def show(number: int, hall: int, start: int) -> Slot:
        return Slot(number, hall, start, start, start + 90, start + 90, copies=(5,))

    first, away, again = show(1, 1, 600), show(2, 2, 7200), show(3, 1, 15000)
    assert [stop_of(slot, context) for slot in (first, away, again)] == [1, 2, 4]
    assert not [one for one in conflicts([first, away, again], context) if one.rule == "R26"]
    back_at_once = conflicts([away, show(3, 1, 8000)], context)
    assert [one.clash for one in back_at_once if one.rule == "R26"] == [Clash.NO_WAY]
    assert not [one for one in conflicts([first, again], context) if one.rule == "R26"], "the copy may wait there"
