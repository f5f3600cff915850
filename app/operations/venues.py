"""What one can do to venues and halls."""

from collections.abc import Collection, Mapping
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain import calendar
from app.domain.names import FourNames
from app.errors import UserError
from app.store import owned
from app.store.copies import Key
from app.store.programme_rows import names_of
from app.store.programmes import ProgrammeHall
from app.store.screenings import Screening
from app.store.tours import Stop
from app.store.venues import Hall, Venue
from app.words import N_

NAME_MISSING = N_("Give a name in at least one language.")
HALL_PLAYED = N_("“{hall}” is used by {programmes}. Remove it there first.")
HALL_KEYED = N_("Keys have been issued for “{hall}”. Remove them first.")
HOURS_WRONG = N_("A hall must close after it opens.")


def add_venue(
    session: Session, names: FourNames, city: FourNames, *, zone: str = "Asia/Almaty", country: str = "KZ", **facts: Any
) -> int:
    """Add a venue; facts: audience (a sequence of tags), address. Its id."""
    _named(names)
    calendar.zone_of(zone)
    venue = Venue(zone=zone, country=country, **_worded(facts))
    venue.names = names
    venue.city_kk, venue.city_zh, venue.city_ru, venue.city_en = city
    session.add(venue)
    session.flush()
    return venue.id


def change_venue(session: Session, venue: int, **facts: Any) -> None:
    """Correct a venue: names, city (both `FourNames`), zone, country, audience, address."""
    row = session.get_one(Venue, venue)
    facts = _worded(facts)
    if "city" in facts:
        row.city_kk, row.city_zh, row.city_ru, row.city_en = facts.pop("city")
    for field, value in facts.items():
        setattr(row, field, value)
    _named(row.names)
    calendar.zone_of(row.zone)


def add_hall(session: Session, venue: int, names: FourNames, **facts: Any) -> int:
    """Add a hall to a venue; facts: the columns of `Hall`, lists as sequences. Its id."""
    _named(names)
    row = session.get_one(Venue, venue)
    hall = Hall(position=len(row.halls), **_worded(facts))
    hall.names = names
    row.halls.append(hall)
    session.flush()
    _check(hall)
    return hall.id


def change_hall(session: Session, hall: int, **facts: Any) -> None:
    """Correct a hall: names and any of its columns, lists as sequences."""
    row = session.get_one(Hall, hall)
    for field, value in _worded(facts).items():
        setattr(row, field, value)
    _named(row.names)
    _check(row)


def remove_hall(session: Session, hall: int) -> None:
    """Take a hall away that no programme plays in and no key is made out for."""
    row = session.get_one(Hall, hall)
    programmes = played_in(session, [hall])
    if programmes:
        raise UserError(HALL_PLAYED, hall=row.names, programmes="; ".join(programmes))
    if session.scalars(select(Key.id).where(Key.hall_id == hall)).first() is not None:
        raise UserError(HALL_KEYED, hall=row.names)
    owned.remove(session, Hall, [hall])


def remove_venue(session: Session, venue: int) -> None:
    """Take a venue away with its halls and ways; not while a programme plays there or a tour comes."""
    row = session.get_one(Venue, venue)
    halls = [hall.id for hall in row.halls]
    stops = session.scalars(select(Stop.programme_id).where(Stop.venue_id == venue)).all()
    programmes = list(dict.fromkeys((*played_in(session, halls), *names_of(session, stops))))
    if programmes:
        raise UserError(HALL_PLAYED, hall=row.names, programmes="; ".join(programmes))
    if session.scalars(select(Key.id).where(Key.hall_id.in_(halls))).first() is not None:
        raise UserError(HALL_KEYED, hall=row.names)
    owned.remove(session, Venue, [venue])


def played_in(session: Session, halls: Collection[int]) -> list[str]:
    """The programmes that play in any of these halls."""
    playing = select(ProgrammeHall.programme_id).where(ProgrammeHall.hall_id.in_(halls))
    shown = select(Screening.programme_id).where(Screening.hall_id.in_(halls))
    return names_of(session, set(session.scalars(playing.union(shown))))


LISTS = ("audience", "formats", "frame_rates", "sounds", "aspects")


def _worded(facts: Mapping[str, Any]) -> dict[str, Any]:
    """Facts with lists as the columns hold them: words with spaces between."""
    return {
        name: " ".join(value) if name in LISTS and not isinstance(value, str) else value
        for name, value in facts.items()
    }


def _named(names: FourNames) -> None:
    if not any(text.strip() for text in names):
        raise UserError(NAME_MISSING)


def _check(hall: Hall) -> None:
    if hall.closes <= hall.opens:
        raise UserError(HOURS_WRONG)
