"""What one can do about the ways between venues."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.errors import UserError
from app.store.venues import Venue, VenueWay
from app.words import N_

SAME_VENUE = N_("Travel must be between two different venues.")
MINUTES_WRONG = N_("Travel must take between 0 and {most} minutes.")
LONGEST = 7 * 1440


def set_minutes(session: Session, venue: int, other: int, minutes: int) -> int:
    """Say how long it takes from one venue to another, either way round; the way's id."""
    if venue == other:
        raise UserError(SAME_VENUE)
    if not 0 <= minutes <= LONGEST:
        raise UserError(MINUTES_WRONG, most=LONGEST)
    row = _between(session, venue, other)
    if row is None:
        first, second = sorted((session.get_one(Venue, venue).id, session.get_one(Venue, other).id))
        row = VenueWay(venue_id=first, other_venue_id=second)
        session.add(row)
    row.minutes = minutes
    session.flush()
    return row.id


def forget(session: Session, venue: int, other: int) -> None:
    """Let a way take as long as any other again."""
    row = _between(session, venue, other)
    if row is not None:
        session.delete(row)


def _between(session: Session, venue: int, other: int) -> VenueWay | None:
    pairs = ((VenueWay.venue_id == venue) & (VenueWay.other_venue_id == other)) | (
        (VenueWay.venue_id == other) & (VenueWay.other_venue_id == venue)
    )
    return session.scalars(select(VenueWay).where(pairs)).first()
