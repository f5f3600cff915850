"""Venues and halls are added and corrected."""

import pytest

from app.domain.names import FourNames
from app.operations import venues
from app.store import search
from app.store.store import Store
from app.store.venues import Hall, Venue
from tests.operations.week import Week, refused
from tests.store.rows import do

CITY = FourNames(kk="Алматы", en="Almaty")


def test_a_venue_is_found_by_its_name_and_its_city(store: Store) -> None:
    venue = do(store, venues.add_venue, FourNames(kk="Қазақфильм"), CITY)
    with store.read() as session:
        for text in ("qazaqfilm", "алматы", "almaty"):
            assert [(hit.kind, hit.id) for hit in search.find(session, text, "kk")] == [("venue", venue)]
        assert session.get_one(Venue, venue).zone == "Asia/Almaty"


def test_a_venue_is_corrected(store: Store, week: Week) -> None:
    do(
        store,
        venues.change_venue,
        week.venue,
        names=FourNames(zh="驼队"),
        city=FourNames(zh="北京"),
        zone="Asia/Shanghai",
    )
    with store.read() as session:
        row = session.get_one(Venue, week.venue)
        assert (row.names, row.city_zh, row.city_en, row.zone) == (FourNames(zh="驼队"), "北京", "", "Asia/Shanghai")
        hits = search.find(session, "驼队", "zh")
        assert [(hit.kind, hit.id) for hit in hits[:1]] == [("venue", week.venue)]
        assert {hit.kind for hit in hits} <= {"venue", "hall", "screening"}
        assert search.find(session, "keruen", "zh") == []


def test_halls_are_put_behind_one_another(store: Store, week: Week) -> None:
    hall = do(store, venues.add_hall, week.venue, FourNames(ru="Зал"), seats=60, opens=600, closes=1500, turnaround=15)
    with store.read() as session:
        row = session.get_one(Hall, hall)
        assert (row.position, row.seats, row.opens, row.closes, row.turnaround) == (3, 60, 600, 1500, 15)


@pytest.mark.parametrize("names", [FourNames(), FourNames(ru="  ")])
def test_a_place_needs_a_name(store: Store, week: Week, names: FourNames) -> None:
    assert refused(store, venues.add_venue, names, CITY) == venues.NAME_MISSING
    assert refused(store, venues.change_venue, week.venue, names=names) == venues.NAME_MISSING
    assert refused(store, venues.add_hall, week.venue, names) == venues.NAME_MISSING
    assert refused(store, venues.change_hall, week.hall, names=names) == venues.NAME_MISSING


def test_a_hall_must_close_after_it_opens(store: Store, week: Week) -> None:
    assert refused(store, venues.add_hall, week.venue, CITY, opens=600, closes=600) == venues.HOURS_WRONG
    assert refused(store, venues.change_hall, week.hall, closes=0) == venues.HOURS_WRONG
    do(store, venues.change_hall, week.hall, opens=1, closes=2, seats=None)


def test_a_zone_that_is_none_is_refused(store: Store, week: Week) -> None:
    for operation, args in ((venues.add_venue, (CITY, CITY)), (venues.change_venue, (week.venue,))):
        for zone in ("Asia/Atlantis", "", "../etc/passwd", "Asia"):
            assert "time zone" in refused(store, operation, *args, zone=zone)
