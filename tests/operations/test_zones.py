"""A screening keeps the clocks of its hall, on each side of a border."""

from datetime import date, datetime

import pytest

from app.domain.kinds import PartKind
from app.domain.names import FourNames
from app.operations import many_screenings, programmes, screenings, venues
from app.operations.many_screenings import Spot
from app.operations.screenings import PartSpec
from app.store.schedule import schedule
from app.store.screenings import Screening
from app.store.store import Store
from tests.operations.week import FIRST, Week, at, refused
from tests.store.rows import do, records, step


@pytest.fixture
def far(store: Store, week: Week) -> int:
    """A hall in Peking, three hours ahead of Almaty."""
    venue = do(store, venues.add_venue, FourNames(en="Peking"), FourNames(), zone="Asia/Shanghai", country="CN")
    hall = do(store, venues.add_hall, venue, FourNames(en="1"))
    do(store, programmes.set_halls, week.programme, [week.hall, week.other_hall, hall])
    return hall


def row(store: Store, screening: int) -> tuple[datetime, str, int]:
    """Its wall time, its zone, and its hour in UTC."""
    with store.read() as session:
        found = session.get_one(Screening, screening)
        return found.starts_local, found.zone, found.starts.hour


def test_a_show_is_placed_on_the_clocks_of_its_hall(store: Store, week: Week, far: int) -> None:
    shown = do(store, screenings.place, week.programme, week.entry, far, at(19))
    assert row(store, shown) == (at(19), "Asia/Shanghai", 11)


def test_a_show_that_crosses_the_border_takes_the_clocks_there(store: Store, week: Week, far: int) -> None:
    shown = do(store, screenings.place, week.programme, week.entry, week.hall, at(19))
    assert row(store, shown) == (at(19), "Asia/Almaty", 14)
    before = records(store)
    moved = step(store, screenings.move, shown, far, at(19))
    assert row(store, shown) == (at(19), "Asia/Shanghai", 11)
    store.replay(moved)
    assert records(store) == before
    twin = do(store, screenings.duplicate, shown, far, at(20))
    assert row(store, twin) == (at(20), "Asia/Shanghai", 12)


def test_a_swap_across_the_border_exchanges_the_hours_that_are_announced(store: Store, week: Week, far: int) -> None:
    here = do(store, screenings.place, week.programme, week.entry, week.hall, at(19))
    there = do(store, screenings.place, week.programme, week.other_entry, far, at(14, 30))
    do(store, screenings.swap, here, there)
    assert row(store, here) == (at(14, 30), "Asia/Shanghai", 6)
    assert row(store, there) == (at(19), "Asia/Almaty", 14)


def test_several_shows_cross_the_border_at_once(store: Store, week: Week, far: int) -> None:
    one = do(store, screenings.place, week.programme, week.entry, week.hall, at(10))
    other = do(store, screenings.place, week.programme, week.other_entry, week.hall, at(15))
    do(store, many_screenings.move, [Spot(one, far, at(10)), Spot(other, far, at(15))])
    assert {row(store, one)[1:], row(store, other)[1:]} == {("Asia/Shanghai", 2), ("Asia/Shanghai", 7)}


def test_the_board_reads_every_show_on_the_clocks_of_its_hall(store: Store, week: Week, far: int) -> None:
    late = do(store, screenings.place, week.programme, week.entry, far, at(1, 30, day=17))
    with store.read() as session:
        card = schedule(session, week.programme, "en", FIRST).cards[0]
    assert (card.id, card.starts, card.zone, card.day) == (late, at(1, 30, day=17), "Asia/Shanghai", date(2026, 10, 16))


def test_a_show_of_an_older_library_keeps_its_row_and_is_read_on_the_clocks_of_its_hall(
    store: Store, week: Week, far: int
) -> None:
    shown = do(store, screenings.place, week.programme, week.entry, far, at(23))

    def as_it_was(session) -> None:
        old = session.get_one(Screening, shown)
        old.zone, old.starts_local = "Asia/Almaty", at(20)

    do(store, as_it_was)
    assert row(store, shown) == (at(20), "Asia/Almaty", 15)
    with store.read() as session:
        card = schedule(session, week.programme, "en", FIRST).cards[0]
    assert (card.starts, card.zone) == (at(23), "Asia/Shanghai")
    do(store, screenings.set_tail, shown, PartKind.QA, 15)
    assert row(store, shown) == (at(20), "Asia/Almaty", 15)


def test_an_hour_that_is_missing_is_missing_where_the_hall_is(store: Store, week: Week) -> None:
    venue = do(store, venues.add_venue, FourNames(en="Berlin"), FourNames(), zone="Europe/Berlin", country="DE")
    hall = do(store, venues.add_hall, venue, FourNames(en="1"))
    do(store, programmes.set_halls, week.programme, [week.hall, hall])
    spring = datetime(2026, 3, 29, 2, 30)
    talk = [PartSpec(PartKind.TALK, 60)]
    assert refused(store, screenings.add_event, week.programme, hall, spring, talk) == screenings.MISSING_HOUR
    do(store, screenings.add_event, week.programme, week.hall, spring, talk)
