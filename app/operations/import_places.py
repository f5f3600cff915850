"""Venues and halls named in a sheet: found by any of their names, or made."""

from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.folding import fold
from app.domain.names import FourNames, plain
from app.domain.scripts import guess_language_tag
from app.operations import venues
from app.store.programmes import ProgrammeHall
from app.store.venues import Venue

CHINESE_ZONES = ("Asia/Shanghai", "Asia/Urumqi")
PAST_MIDNIGHT = 28 * 60
"""A hall a sheet names is taken to be open until four at night: the sheet shows when it plays."""


class Spot(NamedTuple):
    """Where a show is, as the sheet says, folded."""

    venue: str
    hall: str
    city: str = ""


class _House(NamedTuple):
    id: int
    names: frozenset[str]
    cities: frozenset[str]
    halls: dict[str, int]
    """By every folded name."""
    many: int


def named(text: str) -> FourNames:
    """A name in the language it is written in; Latin letters are taken for English."""
    language = plain(guess_language_tag(text))
    return FourNames(**{language if language in FourNames._fields else "en": text.strip()})


class Places:
    """The venues of the library, and those a sheet adds. `member` are the halls of the programme."""

    def __init__(self, session: Session, programme: int | None) -> None:
        self._houses = [
            _House(
                venue.id,
                frozenset(fold(text) for text in venue.names if text),
                frozenset(fold(text) for text in (venue.city_kk, venue.city_zh, venue.city_ru, venue.city_en) if text),
                {fold(text): hall.id for hall in venue.halls for text in hall.names if text},
                len(venue.halls),
            )
            for venue in session.scalars(select(Venue).order_by(Venue.id))
        ]
        members = select(ProgrammeHall.hall_id).where(ProgrammeHall.programme_id == (programme or 0))
        self.members = list(session.scalars(members.order_by(ProgrammeHall.position)))

    def hall(self, spot: Spot) -> int | None:
        """The hall meant; None when there is none yet. A venue with a single hall needs no name for it."""
        if not spot.venue:
            return self._bare_hall(spot)
        house = self._house(spot)
        if house is None:
            return None
        if spot.hall:
            return house.halls.get(spot.hall)
        return next(iter(house.halls.values())) if house.many == 1 else house.halls.get(spot.venue)

    def _bare_hall(self, spot: Spot) -> int | None:
        """A hall without its venue: one of the programme's, else the only one of that name."""
        if not spot.hall:
            return self.members[0] if len(self.members) == 1 else None
        called = [house.halls[spot.hall] for house in self._houses if spot.hall in house.halls]
        own = [hall for hall in called if hall in self.members]
        return own[0] if own else called[0] if len(called) == 1 else None

    def knows(self, spot: Spot) -> bool:
        """Whether the venue is there."""
        return self._house(spot) is not None

    def _house(self, spot: Spot) -> _House | None:
        alike = [house for house in self._houses if (spot.venue or spot.hall) in house.names]
        near = [house for house in alike if spot.city and spot.city in house.cities]
        return next(iter(near or alike), None)

    def make(self, session: Session, texts: tuple[str, str, str], zone: str) -> int:
        """Make the hall (venue, hall, city as written) with its venue, where they are missing; the hall's id."""
        venue, hall, city = texts
        spot = Spot(fold(venue), fold(hall), fold(city))
        found = self._house(spot)
        if found is None:
            country = "CN" if zone in CHINESE_ZONES else "KZ"
            where = named(city) if city else FourNames()
            made = venues.add_venue(session, named(venue or hall), where, zone=zone, country=country)
            found = _House(made, frozenset({spot.venue or spot.hall}), frozenset({spot.city}), {}, 0)
        else:
            self._houses.remove(found)
        name = hall or venue
        number = venues.add_hall(session, found.id, named(name), closes=PAST_MIDNIGHT)
        halls = {**found.halls, fold(name): number, **({} if hall else {spot.venue: number})}
        self._houses.append(found._replace(halls=halls, many=found.many + 1))
        return number
