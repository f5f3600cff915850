"""A tour for the sample library: five cities, two countries, two clocks, and one copy that comes too late."""

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from itertools import pairwise
from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain import calendar
from app.domain.kinds import CopyFormat, PartKind, RightsState, ScreeningStatus, SlateState
from app.domain.kinds_of_plans import TravelMode
from app.domain.names import FourNames
from app.errors import UserError
from app.operations import copies, legs, programmes, rights, screenings, tours
from app.operations.screenings import PartSpec
from app.store.cities import city_called
from app.store.copies import Copy
from app.store.programmes import Programme
from app.store.venues import Hall, Venue
from app.store.works import Version, Work
from app.words import N_

CITY_UNKNOWN = N_("“{city}” is not among the cities that come with the program.")


class Town(NamedTuple):
    """A stop: days after the first day of the film week, its venue, hall and host; no venue is the film week's own."""

    city: str
    first: int
    last: int
    venue: tuple[str, str, str, str] | None
    seats: int
    host: str


TOWNS = (
    Town("Astana", 8, 9, ("«Есіл» кинозалы", "伊希姆影厅", "Кинозал «Есиль»", "Yesil Cinema"), 210,
         "«Есіл» кинозалы, Айгүл Серікова"),
    Town("Almaty", 12, 14, None, 0, "«Керуен» кино орталығы"),
    Town("Yining", 17, 19, ("«Іле» мәдениет үйі", "伊犁文化馆", "Дом культуры «Или»", "Ili House of Culture"), 160,
         "伊犁文化馆，王芳"),
    Town("Urumqi", 21, 23, ("«Тянь-Шань» кино орталығы", "天山电影中心", "Киноцентр «Тянь-Шань»",
                            "Tianshan Film Centre"), 300, "天山电影中心，李伟"),
    Town("Xi’an", 26, 28, ("«Жібек жолы» кинотеатры", "丝路影院", "Кинотеатр «Шёлковый путь»", "Silk Road Cinema"),
         240, "丝路影院，张敏"),
)  # fmt: skip

LEGS = (
    (TravelMode.RAIL, (10, "18:05"), (11, "11:40"), 0, 60, "Қазақстан темір жолы"),
    (TravelMode.ROAD, (15, "10:00"), (16, "19:00"), 18 * 60, 60, "Khorgos Cargo"),
    (TravelMode.ROAD, (20, "08:00"), (20, "20:00"), 0, 60, "Khorgos Cargo"),
    (TravelMode.AIR, (24, "15:20"), (24, "19:05"), 0, 180, "China Southern"),
)
"""Mode, departure and arrival (days after the first day of the film week, wall time), customs, hand-over, carrier."""

PLAYS = (
    ("T060", 0, None, ((8, "16:00", 0), (12, "16:00", 1), (17, "19:30", 2), (21, "19:00", 3), (26, "19:30", 4))),
    ("T007", 0, None, ((8, "19:30", 0), (13, "16:30", 1), (18, "15:30", 2), (22, "16:30", 3), (27, "16:30", 4))),
    ("T003", 1, None, ((9, "12:00", 0), (14, "12:00", 1))),
    ("T003", 0, "DCP C", ((18, "19:30", 2), (22, "19:30", 3), (27, "19:30", 4))),
    ("T118", 0, None, ((13, "19:30", 1), (17, "12:00", 2), (23, "16:00", 3), (28, "16:00", 4))),
    ("T112", 0, None, ((9, "17:00", 0), (14, "17:30", 1), (19, "16:00", 2), (23, "19:00", 3), (28, "19:00", 4))),
)
"""Title, version played, a copy made for the tour, and the shows: day, wall time, town.

The copy of T118 clears the customs on day 17 at 13:00: its show at noon in Yining is the conflict to learn from.
"""


def add_tour(session: Session, works: Mapping[str, int], week: int, first_day: date) -> int:
    """Enter the tour that follows the film week, from its venue too; the programme's id."""
    venue = session.get_one(Hall, session.get_one(Programme, week).halls[0].hall_id).venue_id
    names = FourNames(
        f"Керуен сапары – {first_day.year}", f"{first_day.year}驼队巡映", f"Караван {first_day.year}",
        f"Caravan Tour {first_day.year}",
    )  # fmt: skip
    tour = tours.begin(session, names, first_day + timedelta(days=TOWNS[0].first), sample=True)
    stops = [_stop(session, tour, town, venue, first_day) for town in TOWNS]
    for (origin, target), leg in zip(pairwise(stops), LEGS, strict=True):
        mode, leaves, comes, customs, hand_over, carrier = leg
        legs.add(
            session, origin, target, mode, departs_local=_at(first_day, *leaves), arrives_local=_at(first_day, *comes),
            customs=customs, hand_over=hand_over, carrier=carrier,
        )  # fmt: skip
    halls = [_hall(session, tour, stop) for stop in stops]
    _fill(session, tour, works, halls, first_day)
    return tour


def _fill(session: Session, tour: int, works: Mapping[str, int], halls: list[int], first_day: date) -> None:
    shows: dict[str, int] = {}
    for title, _version, _made, plays in PLAYS:
        shows[title] = shows.get(title, 0) + len(plays)
    entries: dict[str, int] = {}
    for title, place, made, plays in PLAYS:
        work = session.get_one(Work, works[title])
        version = work.versions[place]
        if title not in entries:
            entries[title] = programmes.add_entry(
                session, tour, work.id, state=SlateState.CONFIRMED, showings=shows[title], version=version.id
            )
            rights.add(session, work.id, RightsState.CLEARED, territory="CN", starts=first_day,
                       ends=first_day + timedelta(days=60))  # fmt: skip
        copy = _copy(session, version, made, first_day)
        for day, clock, town in plays:
            film = PartSpec(PartKind.FILM, version.runtime or work.runtime or 90, work.id, version.id, copy)
            show = screenings.add_event(
                session, tour, halls[town], _at(first_day, day, clock), [film], entry_id=entries[title]
            )
            screenings.set_status(session, show, ScreeningStatus.CONFIRMED)


def _stop(session: Session, tour: int, town: Town, home: int, first_day: date) -> int:
    city = city_called(town.city)
    if city is None:
        raise UserError(CITY_UNKNOWN, city=town.city)
    days = first_day + timedelta(days=town.first), first_day + timedelta(days=town.last)
    stop = tours.add_stop(
        session, tour, city.names, *days, country=city.country, zone=city.zone, latitude=city.latitude,
        longitude=city.longitude, host=town.host, venue_id=None if town.venue else home,
    )  # fmt: skip
    if town.venue:
        hall = FourNames("Үлкен зал", "主厅", "Большой зал", "Main hall")
        tours.add_venue(session, stop, FourNames(*town.venue), hall, seats=town.seats)
    return stop


def _hall(session: Session, tour: int, stop: int) -> int:
    venue = next(row.venue_id for row in tours.stops_of(session, tour) if row.id == stop)
    return session.get_one(Venue, venue).halls[0].id


def _copy(session: Session, version: Version, made: str | None, first_day: date) -> int:
    """The last copy of a version, or one made for the tour that waits in China for it."""
    if made is not None:
        ready = calendar.utc_of(datetime.combine(first_day, time(9)), "Asia/Shanghai")
        return copies.add(
            session, version.work_id, made, version_id=version.id, format=CopyFormat.DCP, ready_from=ready, place="伊宁"
        )
    query = select(Copy.id).where(Copy.version_id == version.id).order_by(Copy.id.desc())
    return next(iter(session.scalars(query)))


def _at(first_day: date, day: int, clock: str) -> datetime:
    return datetime.combine(first_day + timedelta(days=day), time.fromisoformat(clock))
