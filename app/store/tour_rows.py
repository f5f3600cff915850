"""Tours read by columns: stops in order, legs, and the journeys the rules ask for."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain import itineraries
from app.domain.surroundings import Journey
from app.domain.tours import Leg, Stop, Tour
from app.store import tours as tables
from app.store.base import four

StopRow = Stop
"""A stop is read as the value the rules take."""

LegRow = Leg
"""So is a leg."""


def stop_rows(session: Session, programme: int) -> tuple[StopRow, ...]:
    """The stops of a tour in their order."""
    table = tables.Stop.__table__
    query = select(table).where(table.c.programme_id == programme).order_by(table.c.position, table.c.id)
    return tuple(
        Stop(
            row["id"], four(row, "city_"), row["first_day"], row["last_day"], row["zone"], row["country"],
            row["venue_id"], row["latitude"], row["longitude"], row["host"], row["note"],
        )
        for row in session.execute(query).mappings()
    )  # fmt: skip


def leg_rows(session: Session, programme: int) -> tuple[LegRow, ...]:
    """The legs of a tour in the order in which they were entered."""
    table = tables.Leg.__table__
    query = select(table).where(table.c.programme_id == programme).order_by(table.c.id)
    return tuple(
        Leg(
            row["id"], row["origin_id"], row["target_id"], row["mode"], row["departs_local"], row["arrives_local"],
            row["minutes"], row["customs"], row["hand_over"], row["carrier"], row["note"],
        )
        for row in session.execute(query).mappings()
    )  # fmt: skip


def tour(session: Session, programme: int) -> Tour:
    """The stops and legs of a programme; empty where it is no tour."""
    return Tour(stop_rows(session, programme), leg_rows(session, programme))


def journeys(session: Session, programme: int) -> dict[tuple[int, int], Journey]:
    """The way from each stop of a tour to each other one, for `Context.journeys`."""
    return itineraries.journeys(tour(session, programme))
