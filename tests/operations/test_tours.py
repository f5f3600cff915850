"""A tour is put together stop by stop, and every step can be undone to the same rows."""

from datetime import UTC, date, datetime, timedelta

import pytest

from app.domain.calendar import moment_of
from app.domain.kinds import PartKind, ProgrammeKind
from app.domain.kinds_of_plans import TravelMode
from app.domain.names import FourNames
from app.errors import UserError
from app.i18n.catalogue import catalogue
from app.operations import copies, legs, programmes, screenings, tours, venues
from app.operations.screenings import PartSpec
from app.store import tour_rows
from app.store.programme_rows import hall_rows, programme_row
from app.store.schedule_halls import days_of, hall_facts
from app.store.screenings import Screening
from app.store.store import Store
from tests.operations.week import FIRST, Week, refused
from tests.store.rows import do, records, step

NAMES = FourNames(en="Caravan")
ALMATY, YINING = FourNames(zh="阿拉木图", en="Almaty"), FourNames(zh="伊宁")
DAY = timedelta(days=1)


@pytest.fixture
def tour(store: Store, week: Week) -> int:
    """A tour whose first stop plays where the week does."""
    del week
    return do(store, tours.begin, NAMES, FIRST)


def stop(store: Store, tour: int, names: FourNames = ALMATY, day: int = 0, **facts: object) -> int:
    return do(store, tours.add_stop, tour, names, FIRST + day * DAY, FIRST + (day + 1) * DAY, **facts)  # type: ignore[arg-type]


def order(store: Store, tour: int) -> list[int]:
    with store.read() as session:
        return [row.id for row in tour_rows.stop_rows(session, tour)]


def undone(store: Store, operation: object, *args: object, **facts: object) -> None:
    """Carry out, undo, and find the same rows."""
    before = records(store)
    made = step(store, operation, *args, **facts)  # type: ignore[arg-type]
    assert records(store) != before
    store.replay(made)
    assert records(store) == before


def test_stops_make_the_days_of_the_tour_and_stand_in_order(store: Store, tour: int) -> None:
    one = stop(store, tour)
    three = stop(store, tour, YINING, 10, country="CN", zone="Asia/Shanghai", latitude=43.91, longitude=81.32)
    two = stop(store, tour, YINING, 5, place=1)
    assert order(store, tour) == [one, two, three]
    with store.read() as session:
        row = programme_row(session, tour)
    assert (row.kind, row.first_day, row.last_day) == (ProgrammeKind.TOUR, FIRST, FIRST + 11 * DAY)
    do(store, tours.move_stop, three, 0)
    assert order(store, tour) == [three, one, two]


def test_the_halls_of_a_venue_join_the_tour_and_its_clocks_rule(store: Store, tour: int, week: Week) -> None:
    one = stop(store, tour, zone="Asia/Shanghai", venue_id=week.venue)
    with store.read() as session:
        assert week.hall in [hall.id for hall in hall_rows(session, tour)]
        assert tour_rows.stop_rows(session, tour)[0].zone == "Asia/Almaty"
    do(store, tours.set_venue, one, None)
    with store.read() as session:
        assert hall_rows(session, tour) == []


def test_a_hall_of_a_tour_is_open_on_the_days_of_its_stop_alone(store: Store, tour: int, week: Week) -> None:
    stop(store, tour, venue_id=week.venue)
    stop(store, tour, YINING, 5)
    with store.read() as session:
        halls = hall_facts(session, tour, days_of(FIRST, FIRST + 6 * DAY))
    days = [moment_of(opens, "Asia/Almaty").date() for opens, _closes in halls[week.hall].hours]
    assert days == [FIRST, FIRST + DAY]


def test_a_new_venue_stands_in_the_city_of_its_stop(store: Store, tour: int) -> None:
    one = stop(store, tour, YINING, zone="Asia/Shanghai", country="CN")
    do(store, tours.add_venue, one, FourNames(zh="人民影院"), FourNames(zh="一号厅"), seats=180)
    with store.read() as session:
        (hall,) = hall_rows(session, tour)
    assert (hall.city.zh, hall.zone, hall.country, hall.seats) == ("伊宁", "Asia/Shanghai", "CN", 180)


def test_what_is_placed_in_a_stop_waits_in_the_tray_when_the_stop_goes(store: Store, tour: int, week: Week) -> None:
    one, two = stop(store, tour, venue_id=week.venue), stop(store, tour, YINING, 5)
    do(store, legs.add, one, two, minutes=60)
    entry = do(store, programmes.add_entry, tour, week.work)
    show = do(store, screenings.place, tour, entry, week.hall, datetime(2026, 10, 16, 18))
    undone(store, tours.remove_stop, one)
    do(store, screenings.lock, show, locked=True)
    assert refused(store, tours.remove_stop, one) == tours.LOCKED_THERE
    with pytest.raises(UserError) as refusal:
        do(store, tours.remove_stop, one)
    assert "阿拉木图" in catalogue("zh").say(refusal.value.phrase)
    do(store, screenings.lock, show, locked=False)
    assert do(store, tours.remove_stop, one) == 1
    with store.read() as session:
        assert hall_rows(session, tour) == []
        assert tour_rows.leg_rows(session, tour) == ()
        assert programme_row(session, tour).first_day == FIRST + 5 * DAY
    assert order(store, tour) == [two]


def test_every_change_of_a_tour_is_undone_to_the_same_rows(store: Store, tour: int, week: Week) -> None:
    one, two = stop(store, tour), stop(store, tour, YINING, 5, zone="Asia/Shanghai")
    leg = do(store, legs.add, one, two, departs_local=datetime(2026, 10, 18, 10), minutes=1800)
    undone(store, tours.add_stop, tour, YINING, FIRST, FIRST + 9 * DAY, place=0, venue_id=week.venue)
    undone(store, tours.change_stop, one, names=YINING, first_day=FIRST - DAY, venue_id=week.venue)
    undone(store, tours.move_stop, two, 0)
    undone(store, tours.remove_stop, two)
    undone(store, tours.add_venue, one, NAMES, NAMES)
    undone(store, legs.add, two, one, TravelMode.AIR, minutes=60)
    undone(store, legs.change, leg, minutes=60, customs=240)
    undone(store, legs.remove, leg)


@pytest.mark.parametrize(
    ("facts", "message"),
    [
        ({"names": FourNames()}, venues.NAME_MISSING),
        ({"last_day": FIRST - DAY}, programmes.DAYS_WRONG),
        ({"last_day": FIRST + 400 * DAY}, programmes.TOO_LONG),
        ({"zone": "Asia/Atlantis"}, "The time zone “{zone}” is not known."),
        ({"latitude": 90.5}, tours.PLACE_WRONG),
        ({"longitude": -181.0}, tours.PLACE_WRONG),
    ],
)
def test_a_stop_that_cannot_be_is_refused(store: Store, tour: int, facts: dict[str, object], message: str) -> None:
    assert refused(store, tours.change_stop, stop(store, tour), **facts) == message


def test_a_film_week_has_no_stops(store: Store, week: Week) -> None:
    assert refused(store, tours.add_stop, week.programme, ALMATY, FIRST, FIRST) == tours.NOT_A_TOUR


@pytest.mark.parametrize(
    ("facts", "message"),
    [
        ({"departs_local": datetime(2026, 10, 18, 10), "arrives_local": datetime(2026, 10, 18, 13)}, legs.BACKWARDS),
        ({"minutes": 0}, legs.MINUTES_WRONG),
        ({"minutes": 86401}, legs.MINUTES_WRONG),
        ({"customs": -1}, legs.CUSTOMS_WRONG),
        ({"hand_over": 43201}, legs.CUSTOMS_WRONG),
    ],
)
def test_a_leg_that_cannot_be_is_refused(store: Store, tour: int, facts: dict[str, object], message: str) -> None:
    one, two = stop(store, tour), stop(store, tour, YINING, 5, zone="Asia/Shanghai")
    assert refused(store, legs.add, one, two, **facts) == message
    assert refused(store, legs.add, one, one) == legs.SAME_STOP


def test_an_hour_that_does_not_exist_is_told(store: Store, tour: int) -> None:
    one = stop(store, tour, zone="Europe/Berlin")
    two = stop(store, tour, YINING, 5)
    missing = datetime(2026, 3, 29, 2, 30)
    assert refused(store, legs.add, one, two, departs_local=missing) == screenings.MISSING_HOUR


def test_a_stop_moves_to_other_days_with_its_shows(store: Store, tour: int, week: Week) -> None:
    one = stop(store, tour, venue_id=week.venue)
    show = do(store, screenings.add_event, tour, week.hall, datetime(2026, 10, 16, 0, 30),
              [PartSpec(PartKind.FILM, 90, week.work)])  # fmt: skip
    with store.read() as session:
        first = session.get_one(Screening, show).starts_local
        days = tour_rows.stop_rows(session, tour)[0]
    undone(store, tours.shift_stop, one, days.first_day + 40 * DAY)
    assert do(store, tours.shift_stop, one, days.first_day + 40 * DAY) == 1
    with store.read() as session:
        assert session.get_one(Screening, show).starts_local == first + 40 * DAY
        assert programme_row(session, tour).first_day == days.first_day + 40 * DAY
    do(store, screenings.lock, show)
    assert refused(store, tours.shift_stop, one, days.first_day) == tours.LOCKED_THERE


def test_of_an_hour_that_comes_twice_the_leg_says_which(store: Store, tour: int) -> None:
    """29 February 2024, 23:00 to 24:00, came twice in Almaty."""
    one, two = stop(store, tour), stop(store, tour, YINING, 5, zone="Asia/Shanghai")
    leg = do(store, legs.add, one, two, departs_local=datetime(2024, 2, 29, 23, 30), minutes=60)

    def leaves() -> int | None:
        with store.read() as session:
            made = tour_rows.tour(session, tour)
        return made.departs(made.legs[0])

    first = leaves()
    undone(store, legs.change, leg, departs_fold=1)
    do(store, legs.change, leg, departs_fold=1)
    assert leaves() == (first or 0) + 60
    do(store, legs.change, leg, departs_local=datetime(2024, 2, 29, 23, 45))
    assert leaves() == (first or 0) + 15


def test_a_copy_is_sent_by_itself_and_taken_back(store: Store, tour: int, week: Week) -> None:
    one, two = stop(store, tour), stop(store, tour, YINING, 5, zone="Asia/Shanghai")
    do(store, legs.add, one, two, TravelMode.ROAD, minutes=1800)
    copy = do(store, copies.add, week.work, "DCP S")
    leaves, comes = (datetime(2026, 10, 18, hour, tzinfo=UTC) for hour in (10, 14))
    undone(store, legs.send, copy, one, two, leaves, comes)
    do(store, legs.send, copy, one, two, leaves, comes)
    do(store, legs.send, copy, one, two, leaves, comes + timedelta(hours=1))
    with store.read() as session:
        made = tour_rows.tour(session, tour)
    assert [leg.mode for leg in made.between(one, two)] == [TravelMode.ROAD]
    (own,) = made.sent[copy]
    assert own.departs == datetime(2026, 10, 18, 15)
    assert own.arrives == datetime(2026, 10, 18, 23)
    undone(store, copies.remove, copy)
    do(store, copies.remove, copy)
    with store.read() as session:
        assert tour_rows.tour(session, tour).sent == {}


def test_times_and_length_of_a_leg_agree(store: Store, tour: int) -> None:
    one, two = stop(store, tour), stop(store, tour, YINING, 5, zone="Asia/Shanghai")
    leg = do(store, legs.add, one, two, departs_local=datetime(2026, 10, 18, 10),
             arrives_local=datetime(2026, 10, 19, 19))  # fmt: skip

    def times() -> tuple[object, ...]:
        with store.read() as session:
            (row,) = tour_rows.leg_rows(session, tour)
        return row.departs, row.arrives, row.minutes

    assert times() == (datetime(2026, 10, 18, 10), datetime(2026, 10, 19, 19), 1800)
    do(store, legs.change, leg, minutes=120)
    assert times() == (datetime(2026, 10, 18, 10), datetime(2026, 10, 18, 15), 120)
    do(store, legs.change, leg, departs_local=datetime(2026, 10, 20, 10))
    assert times() == (datetime(2026, 10, 20, 10), datetime(2026, 10, 20, 15), 120)
    do(store, legs.change, leg, arrives_local=None)
    assert times() == (datetime(2026, 10, 20, 10), None, 120)


def test_dates_are_days(store: Store, tour: int) -> None:
    one = stop(store, tour)
    with store.read() as session:
        assert tour_rows.stop_rows(session, tour)[0].first_day == date(2026, 10, 16)
    assert one


def test_a_show_stands_on_the_clocks_of_its_hall_on_either_side_of_the_border(
    store: Store, tour: int, week: Week
) -> None:
    stop(store, tour, venue_id=week.venue)
    there = stop(store, tour, YINING, 5, zone="Asia/Shanghai", country="CN")
    do(store, tours.add_venue, there, FourNames(zh="人民影院"), FourNames(zh="一号厅"))
    entry = do(store, programmes.add_entry, tour, week.work)
    with store.read() as session:
        hall = next(row.id for row in hall_rows(session, tour) if row.zone == "Asia/Shanghai")
    show = do(store, screenings.place, tour, entry, week.hall, datetime(2026, 10, 16, 18))

    def clocks() -> tuple[object, ...]:
        with store.read() as session:
            row = session.get_one(Screening, show)
            return row.starts_local, row.zone, row.starts.isoformat()

    assert clocks() == (datetime(2026, 10, 16, 18), "Asia/Almaty", "2026-10-16T13:00:00+00:00")
    moved = step(store, screenings.move, show, hall, datetime(2026, 10, 21, 18))
    assert clocks() == (datetime(2026, 10, 21, 18), "Asia/Shanghai", "2026-10-21T10:00:00+00:00")
    store.replay(moved)
    assert clocks()[1:] == ("Asia/Almaty", "2026-10-16T13:00:00+00:00")
