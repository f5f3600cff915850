"""A tour is read as the rules take it."""

from datetime import date, datetime

from sqlalchemy.orm import Session

from app.domain.itineraries import journeys
from app.domain.kinds import ProgrammeKind
from app.domain.names import FourNames
from app.operations import programmes
from app.store import tour_rows
from app.store.store import Store
from app.store.tours import Leg, Stop
from tests.store.rows import do


def found(session: Session) -> int:
    days = date(2026, 11, 6), date(2026, 11, 13)
    programme = programmes.add(session, FourNames(en="Tour"), *days, kind=ProgrammeKind.TOUR)
    there = Stop(
        programme_id=programme, position=1, city_zh="伊宁", country="CN", zone="Asia/Shanghai",
        first_day=days[1], last_day=days[1], latitude=43.91, longitude=81.32,
    )  # fmt: skip
    here = Stop(programme_id=programme, position=0, city_en="Almaty", first_day=days[0], last_day=days[0])
    session.add_all((there, here))
    session.flush()
    session.add(Leg(
        programme_id=programme, origin_id=here.id, target_id=there.id, departs_local=datetime(2026, 11, 9, 10),
        minutes=1800, customs=240,
    ))  # fmt: skip
    return programme


def test_stops_come_in_order_and_lead_to_each_other(store: Store) -> None:
    programme = do(store, found)
    with store.read() as session:
        tour = tour_rows.tour(session, programme)
    ways = journeys(tour)
    almaty, yining = tour.stops
    assert (almaty.names.en, yining.names.zh, yining.place) == ("Almaty", "伊宁", (43.91, 81.32))
    assert list(ways) == [(almaty.id, yining.id)]
    assert (ways[almaty.id, yining.id].minutes, ways[almaty.id, yining.id].customs) == (1800, 240)


def test_a_programme_that_is_no_tour_has_no_ways(store: Store) -> None:
    with store.read() as session:
        assert journeys(tour_rows.tour(session, 1)) == {}
