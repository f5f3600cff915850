"""What one can do to venues and halls."""

from typing import Any

from sqlalchemy.orm import Session

from app.domain import calendar
from app.domain.names import FourNames
from app.errors import UserError
from app.store.venues import Hall, Venue
from app.words import N_

NAME_MISSING = N_("Give a name in at least one language.")
HOURS_WRONG = N_("A hall must close after it opens.")


def add_venue(
    session: Session, names: FourNames, city: FourNames, *, zone: str = "Asia/Almaty", country: str = "KZ"
) -> int:
    """Add a venue; its id."""
    _named(names)
    calendar.zone_of(zone)
    venue = Venue(zone=zone, country=country)
    venue.names = names
    venue.city_kk, venue.city_zh, venue.city_ru, venue.city_en = city
    session.add(venue)
    session.flush()
    return venue.id


def change_venue(session: Session, venue: int, **facts: Any) -> None:
    """Correct a venue: names, city (both `FourNames`), zone, country."""
    row = session.get_one(Venue, venue)
    if "city" in facts:
        row.city_kk, row.city_zh, row.city_ru, row.city_en = facts.pop("city")
    for field, value in facts.items():
        setattr(row, field, value)
    _named(row.names)
    calendar.zone_of(row.zone)


def add_hall(session: Session, venue: int, names: FourNames, **facts: Any) -> int:
    """Add a hall to a venue; facts: seats, opens, closes, turnaround (minutes). Its id."""
    _named(names)
    row = session.get_one(Venue, venue)
    hall = Hall(position=len(row.halls), **facts)
    hall.names = names
    row.halls.append(hall)
    session.flush()
    _check(hall)
    return hall.id


def change_hall(session: Session, hall: int, **facts: Any) -> None:
    """Correct a hall: names, seats, opens, closes, turnaround."""
    row = session.get_one(Hall, hall)
    for field, value in facts.items():
        setattr(row, field, value)
    _named(row.names)
    _check(row)


def _named(names: FourNames) -> None:
    if not any(text.strip() for text in names):
        raise UserError(NAME_MISSING)


def _check(hall: Hall) -> None:
    if hall.closes <= hall.opens:
        raise UserError(HOURS_WRONG)
