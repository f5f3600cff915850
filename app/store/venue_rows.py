"""Venues read by columns, those without a hall too; and the particulars of a hall."""

from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.names import FourNames
from app.store.base import four
from app.store.venues import Hall, Venue


class VenueRow(NamedTuple):
    """A venue; `zone` is the IANA zone of its clocks, `country` an ISO 3166 code."""

    id: int
    names: FourNames
    city: FourNames
    country: str
    zone: str
    audience: tuple[str, ...] = ()
    address: str = ""


class HallDetails(NamedTuple):
    """What a hall needs between events, what it can play and what it costs; see `Hall` for the columns."""

    turnaround_long: int | None = None
    formats: tuple[str, ...] = ()
    frame_rates: tuple[str, ...] = ()
    sounds: tuple[str, ...] = ()
    aspects: tuple[str, ...] = ()
    soft_subtitles: bool | None = None
    step_free: bool | None = None
    server: str = ""
    hour_cost: int | None = None
    currency: str = "KZT"


def venue_rows(session: Session) -> list[VenueRow]:
    """All venues, in the order in which they were added."""
    query = select(Venue.__table__).order_by(Venue.id)
    return [
        VenueRow(
            row["id"], four(row), four(row, "city_"), row["country"], row["zone"], tuple(row["audience"].split()),
            row["address"],
        )
        for row in session.execute(query).mappings()
    ]  # fmt: skip


def hall_details(session: Session, hall: int) -> HallDetails:
    """The particulars of one hall."""
    row = session.get_one(Hall, hall)
    return HallDetails(
        row.turnaround_long, tuple(row.formats.split()), tuple(row.frame_rates.split()), tuple(row.sounds.split()),
        tuple(row.aspects.split()), row.soft_subtitles, row.step_free, row.server, row.hour_cost, row.currency,
    )  # fmt: skip
