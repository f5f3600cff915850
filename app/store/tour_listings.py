"""A tour read for paper."""

from typing import TYPE_CHECKING

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.tour_listing import PrintedCopy, PrintedTour
from app.domain.tracks import places_of, tracks
from app.store.base import four
from app.store.schedule import Schedule
from app.store.tour_rows import tour
from app.store.venues import Venue

if TYPE_CHECKING:
    from app.domain.names import FourNames


def printed_tour(session: Session, read: Schedule) -> PrintedTour | None:
    """The tour of a programme; None where it has no stops."""
    made = tour(session, read.programme.id)
    if not made.stops:
        return None
    places = places_of(made, {hall.id: hall.venue for hall in read.halls}, read.slots)
    table = Venue.__table__
    rows = {row["id"]: row for row in session.execute(select(table)).mappings()}
    names: dict[int, FourNames] = {}
    addresses: dict[int, str] = {}
    for stop in made.stops:
        if stop.venue in rows:
            names[stop.id], addresses[stop.id] = four(rows[stop.venue]), rows[stop.venue]["address"]
    copies = tuple(
        PrintedCopy(read.copies[track.copy].work, read.copies[track.copy].name, track)
        for track in tracks(made, read.slots, places)
        if track.copy in read.copies
    )
    halls = {
        hall.id: frozenset(stop.id for stop in made.stops if stop.venue == hall.venue)
        | {places[slot.id] for slot in read.slots if slot.hall == hall.id and slot.id in places}
        for hall in read.halls
    }
    return PrintedTour(made, names, addresses, places, copies, halls)
