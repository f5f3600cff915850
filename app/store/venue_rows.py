"""Venues read by columns, those without a hall too."""

from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.names import FourNames
from app.store.base import four
from app.store.venues import Venue


class VenueRow(NamedTuple):
    """A venue; `zone` is the IANA zone of its clocks, `country` an ISO 3166 code."""

    id: int
    names: FourNames
    city: FourNames
    country: str
    zone: str


def venue_rows(session: Session) -> list[VenueRow]:
    """All venues, in the order in which they were added."""
    query = select(Venue.__table__).order_by(Venue.id)
    return [
        VenueRow(row["id"], four(row), four(row, "city_"), row["country"], row["zone"])
        for row in session.execute(query).mappings()
    ]
