"""What one can do to a tour: its stops in order, the venues it plays in, what leaves with a stop."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain import calendar
from app.domain.kinds import ProgrammeKind
from app.domain.names import FourNames
from app.errors import UserError
from app.operations import programmes, screenings, venues
from app.operations.programmes import DAYS_WRONG
from app.operations.records import set_facts
from app.operations.venues import NAME_MISSING
from app.store.bookings import Stay
from app.store.programmes import Programme, ProgrammeHall
from app.store.screenings import BlockerHall, Screening
from app.store.tours import Leg, Stop
from app.store.venues import Hall, Venue
from app.words import N_

PLACE_WRONG = N_("Latitude must be between 90° south and north, longitude between 180° west and east.")
LOCKED_THERE = N_("Locked screenings are placed in {city}: {n}. Unlock or move them first.")
NOT_A_TOUR = N_("“{programme}” is not a tour. Make it one, or choose a tour.")
_CITY = ("city_kk", "city_zh", "city_ru", "city_en")


def begin(session: Session, names: FourNames, first_day: date, **facts: Any) -> int:
    """Found a tour without stops yet; its programme's id."""
    return programmes.add(session, names, first_day, first_day, kind=ProgrammeKind.TOUR, **facts)


def add_stop(  # noqa: PLR0913 - what the form asks for
    session: Session,
    programme: int,
    names: FourNames,
    first_day: date,
    last_day: date,
    *,
    place: int | None = None,
    **facts: Any,
) -> int:
    """Add a stop, at the end or at `place` (from 0); its id. Facts: country, zone, latitude, longitude, venue_id."""
    row = session.get_one(Programme, programme)
    if row.kind is not ProgrammeKind.TOUR:
        raise UserError(NOT_A_TOUR, programme=row.names)
    stop = Stop(programme_id=programme, first_day=first_day, last_day=last_day, zone="Asia/Almaty", country="KZ")
    _name(stop, names)
    set_facts(stop, **facts)
    _check(stop)
    session.add(stop)
    session.flush()
    others = [other for other in stops_of(session, programme) if other.id != stop.id]
    others.insert(len(others) if place is None else place, stop)
    _number(others)
    if stop.venue_id is not None:
        set_venue(session, stop.id, stop.venue_id)
    _span(session, programme)
    return stop.id


def change_stop(session: Session, stop: int, **facts: Any) -> None:
    """Correct a stop: names (`FourNames`), first_day, last_day, country, zone, latitude, longitude, host, note."""
    row = session.get_one(Stop, stop)
    if "names" in facts:
        _name(row, facts.pop("names"))
    if "venue_id" in facts:
        set_venue(session, stop, facts.pop("venue_id"))
    set_facts(row, **facts)
    _check(row)
    session.flush()
    _span(session, row.programme_id)


def move_stop(session: Session, stop: int, place: int) -> None:
    """Put a stop at another place (from 0) in the order. Days and legs stay what they are."""
    row = session.get_one(Stop, stop)
    order = [other for other in stops_of(session, row.programme_id) if other.id != stop]
    order.insert(max(0, min(place, len(order))), row)
    _number(order)


def shift_stop(session: Session, stop: int, first_day: date) -> int:
    """Put a stop on other days, as many, with all its shows at the same hours; how many shows. Ways stay as they are.

    Locked shows stay where they are: then nothing is done.
    """
    row = session.get_one(Stop, stop)
    placed = shows_at(session, stop)
    locked = [show for show in placed if show.locked]
    if locked:
        raise UserError(LOCKED_THERE, n=len(locked), city=_names(row))
    by = first_day - row.first_day
    row.first_day, row.last_day = first_day, row.last_day + by
    _span(session, row.programme_id)
    for show in placed:
        if show.hall_id is not None:
            screenings.move(session, show.id, show.hall_id, show.starts_local + by)
    return len(placed)


def remove_stop(session: Session, stop: int) -> int:
    """Take a stop out, with its legs and its halls; what was placed there waits in the tray. How many shows that were.

    Locked shows are not taken off: then nothing is done.
    """
    row = session.get_one(Stop, stop)
    placed = shows_at(session, stop)
    locked = [show for show in placed if show.locked]
    if locked:
        raise UserError(LOCKED_THERE, n=len(locked), city=_names(row))
    for show in placed:
        screenings.unplace(session, show.id)
    session.flush()
    for table, column in ((Leg, Leg.origin_id), (Leg, Leg.target_id), (Stay, Stay.stop_id)):
        for other in session.scalars(select(table).where(column == stop)):
            session.delete(other)
        session.flush()
    programme, venue = row.programme_id, row.venue_id
    session.delete(row)
    session.flush()
    if venue is not None:
        _leave(session, programme, venue)
    _number(stops_of(session, programme))
    _span(session, programme)
    return len(placed)


def set_venue(session: Session, stop: int, venue: int | None) -> None:
    """Say where a stop plays: its halls join the programme, and its clocks are those of the stop (F38)."""
    row = session.get_one(Stop, stop)
    old, row.venue_id = row.venue_id, venue
    session.flush()
    if old is not None and old != venue:
        _leave(session, row.programme_id, old)
    if venue is not None:
        row.zone = session.get_one(Venue, venue).zone
        own = session.scalars(select(Hall.id).where(Hall.venue_id == venue).order_by(Hall.position, Hall.id))
        _play_in(session, row.programme_id, list(own))


def add_venue(session: Session, stop: int, names: FourNames, hall: FourNames, **facts: Any) -> int:
    """Make a venue with one hall in the city of a stop and play there; facts of the hall. The venue's id."""
    row = session.get_one(Stop, stop)
    venue = venues.add_venue(session, names, _names(row), zone=row.zone, country=row.country)
    venues.add_hall(session, venue, hall, **facts)
    set_venue(session, stop, venue)
    return venue


def shows_at(session: Session, stop: int) -> Sequence[Screening]:
    """The screenings placed in the halls of a stop on its days, or at any time if no other stop plays there."""
    row = session.get_one(Stop, stop)
    if row.venue_id is None:
        return ()
    query = select(Screening).join(Hall, Hall.id == Screening.hall_id)
    found = query.where(Screening.programme_id == row.programme_id, Hall.venue_id == row.venue_id)
    all_shows = session.scalars(found.order_by(Screening.starts, Screening.id)).all()
    others = [s for s in stops_of(session, row.programme_id) if s.venue_id == row.venue_id and s.id != stop]
    if not others:
        return all_shows
    start = session.get_one(Programme, row.programme_id).day_start
    days = ((show, calendar.festival_day(show.starts_local, start)) for show in all_shows)
    return [show for show, day in days if row.first_day <= day <= row.last_day]


def stops_of(session: Session, programme: int) -> list[Stop]:
    """The stops of a tour in order."""
    query = select(Stop).where(Stop.programme_id == programme).order_by(Stop.position, Stop.id)
    return list(session.scalars(query))


def _name(stop: Stop, names: FourNames) -> None:
    for column, text in zip(_CITY, names, strict=True):
        setattr(stop, column, text.strip())


def _names(stop: Stop) -> FourNames:
    return FourNames(stop.city_kk, stop.city_zh, stop.city_ru, stop.city_en)


def _check(stop: Stop) -> None:
    if not any(_names(stop)):
        raise UserError(NAME_MISSING)
    if stop.last_day < stop.first_day:
        raise UserError(DAYS_WRONG)
    calendar.zone_of(stop.zone)
    for value, most in ((stop.latitude, 90), (stop.longitude, 180)):
        if value is not None and not -most <= value <= most:
            raise UserError(PLACE_WRONG)


def _number(stops: Sequence[Stop]) -> None:
    for place, stop in enumerate(stops):
        if stop.position != place:
            stop.position = place


def _span(session: Session, programme: int) -> None:
    """A tour lasts from the first day of its stops to the last."""
    session.flush()
    stops = stops_of(session, programme)
    if stops:
        first, last = min(stop.first_day for stop in stops), max(stop.last_day for stop in stops)
        programmes.change(session, programme, first_day=first, last_day=last)


def _play_in(session: Session, programme: int, halls: Sequence[int]) -> None:
    owner = session.get_one(Programme, programme)
    there = [member.hall_id for member in owner.halls]
    owner.halls.extend(
        ProgrammeHall(hall_id=hall, position=len(there) + place)
        for place, hall in enumerate(hall for hall in halls if hall not in there)
    )
    session.flush()


def _leave(session: Session, programme: int, venue: int) -> None:
    """Take the halls of a venue out of the programme where no stop plays there and nothing is placed there."""
    if any(stop.venue_id == venue for stop in stops_of(session, programme)):
        return
    used = set(session.scalars(select(Screening.hall_id).where(Screening.programme_id == programme)))
    used |= set(session.scalars(select(BlockerHall.hall_id)))
    own = set(session.scalars(select(Hall.id).where(Hall.venue_id == venue))) - used
    owner = session.get_one(Programme, programme)
    owner.halls = [member for member in owner.halls if member.hall_id not in own]
    for place, member in enumerate(owner.halls):
        member.position = place
    session.flush()
