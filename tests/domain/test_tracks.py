"""Each copy has its way through the tour, and names on a map keep clear of each other."""

from datetime import date, datetime

from app.domain import calendar
from app.domain.labelling import Box, Ground, beside, place_labels
from app.domain.names import FourNames
from app.domain.projection import chart, graticule, unrolled
from app.domain.screenings import Slot
from app.domain.tours import Leg, Stop, Tour
from app.domain.tracks import Passage, Track, Visit, places_of, tracks

DAYS = [date(2026, 11, day) for day in (6, 10, 14)]
STOPS = tuple(Stop(n, FourNames(en=str(n)), DAYS[n - 1], DAYS[n - 1], venue=10 + n) for n in (1, 2, 3))
TIMED = Leg(1, 1, 2, departs=datetime(2026, 11, 7, 10), minutes=600, customs=60)
OPEN = Leg(2, 2, 3, minutes=600)


def slot(number: int, stop: int, *copies: int) -> Slot:
    start = calendar.wall_minute(DAYS[stop - 1], 18 * 60, "Asia/Almaty")
    return Slot(number, 100 + stop, start, start, start + 90, start + 90, copies=copies)


PLACES = {1: 1, 2: 2, 3: 3, 4: 3}


def test_a_copy_goes_along_the_legs_from_show_to_show() -> None:
    tour = Tour(STOPS, (TIMED, OPEN))
    (found,) = tracks(tour, [slot(3, 3, 7), slot(1, 1, 7), slot(2, 2, 7)], PLACES)
    leaves = calendar.wall_minute(date(2026, 11, 7), 600, "Asia/Almaty")
    assert found.visits == (Visit(1, (1,)), Visit(2, (2,)), Visit(3, (3,)))
    assert found.passages[0] == Passage(1, leaves, leaves + 600, leaves + 660)
    assert found.passages[1].arrives - found.passages[1].departs == 600
    assert STOPS[1].ends <= found.passages[1].departs
    assert found.takes(2)


def test_a_copy_that_skips_a_stop_passes_through_it() -> None:
    (found,) = tracks(Tour(STOPS, (TIMED, OPEN)), [slot(1, 1, 7), slot(3, 3, 7)], PLACES)
    assert [passage.leg for passage in found.passages] == [1, 2]


def test_where_no_leg_leads_there_is_a_gap() -> None:
    (found,) = tracks(Tour(STOPS, (TIMED,)), [slot(1, 1, 7), slot(3, 3, 7)], PLACES)
    assert found == Track(7, (Visit(1, (1,)), Visit(3, (3,))), (), ((1, 3),))


def test_an_event_is_at_the_stop_of_its_venue_and_day() -> None:
    again = Stop(4, FourNames(en="again"), DAYS[2], DAYS[2], venue=11)
    tour = Tour((*STOPS, again), ())
    late = slot(9, 3)
    moved = Slot(9, 101, late.start, late.body_start, late.body_end, late.end)
    assert places_of(tour, {101: 11, 103: 13}, [slot(1, 1), slot(3, 3), moved]) == {1: 1, 3: 3, 9: 4}
    assert places_of(tour, {}, [slot(1, 1)]) == {}


def test_names_on_a_map_keep_clear_of_each_other_and_inside() -> None:
    points = [(100.0, 100.0), (120.0, 100.0), (295.0, 100.0)]
    frame = Box(0, 0, 300, 200)
    found = [label.box for label in place_labels(points, [(60, 20)] * 3, Ground([], [], frame, 8))]
    assert [a.shared(b) for n, a in enumerate(found) for b in found[n + 1 :]] == [0, 0, 0]
    assert all(frame.shared(box) == box.wide * box.tall for box in found)


def test_a_route_over_the_date_line_is_drawn_the_short_way() -> None:
    places = [(52.5, 13.4), (43.2, 76.9), (-36.9, 174.8), (21.3, -157.9)]
    assert [round(longitude) for _latitude, longitude in unrolled(places)] == [13, 77, 175, 202]
    made = chart(places, 600, 300, (40, 30))
    across = [made.at(place)[0] for place in places]
    assert across == sorted(across)
    parallels, meridians = graticule(places)
    assert len(parallels) < 12
    assert len(meridians) < 14
    assert meridians[-1] - meridians[0] < 360


def test_a_city_one_comes_back_to_is_seen_twice() -> None:
    assert beside([(10, 10), (50, 50), (10, 10)], 8) == [(10, 10), (50, 50), (18, 10)]
