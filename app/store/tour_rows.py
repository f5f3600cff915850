"""Tours read by columns: stops in order, and legs."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

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
            row["id"], row["origin_id"], row["target_id"], row["mode"],
            _wall(row["departs_local"], row["departs_fold"]), _wall(row["arrives_local"], row["arrives_fold"]),
            row["minutes"], row["customs"], row["hand_over"], row["carrier"], row["note"], row["apart"], row["copy_id"],
        )
        for row in session.execute(query).mappings()
    )  # fmt: skip


def _wall(local: datetime | None, fold: int) -> datetime | None:
    return None if local is None else local.replace(fold=fold)


def tour(session: Session, programme: int) -> Tour:
    """The stops and legs of a programme; empty where it is no tour."""
    return Tour(stop_rows(session, programme), leg_rows(session, programme))
