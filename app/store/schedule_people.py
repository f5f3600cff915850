"""People at the shows of a programme: when they are in town, who is booked for what, who is on duty."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain import calendar
from app.domain.kinds_of_plans import PersonTask
from app.domain.screenings import Booked
from app.domain.surroundings import Duty, Span
from app.store.bookings import Booking, Shift, Stay
from app.store.programme_rows import names_of
from app.store.programmes import EntryGuest, SlateEntry
from app.store.screenings import Screening


class StayRow(NamedTuple):
    """When somebody is in town for a programme, None is open; `stop` the town on a tour. Moments are aware."""

    id: int
    agent: int
    stop: int | None
    arrives: datetime | None
    leaves: datetime | None
    note: str


class ShiftRow(NamedTuple):
    """Somebody on duty in a venue, or one hall of it. Moments are aware."""

    id: int
    agent: int
    venue: int
    hall: int | None
    starts: datetime
    ends: datetime


class BookingRow(NamedTuple):
    """Somebody booked for an event; `languages` is the pair of an interpreter, as in "zh kk"."""

    id: int
    screening: int
    agent: int
    task: PersonTask
    languages: str


def stay_rows(session: Session, programme: int) -> list[StayRow]:
    """Who is in town when, in the order of arrival."""
    own = Stay
    query = select(own.id, own.agent_id, own.stop_id, own.arrives, own.leaves, own.note)
    rows = session.execute(query.where(own.programme_id == programme).order_by(own.arrives, own.id))
    return [StayRow._make(row) for row in rows]


def shift_rows(session: Session, programme: int) -> list[ShiftRow]:
    """Who is on duty, by the beginning."""
    own = Shift
    query = select(own.id, own.agent_id, own.venue_id, own.hall_id, own.starts, own.ends)
    rows = session.execute(query.where(own.programme_id == programme).order_by(own.starts, own.id))
    return [ShiftRow._make(row) for row in rows]


def booking_rows(session: Session, programme: int) -> list[BookingRow]:
    """Who is booked for the events of a programme."""
    own = Booking
    query = select(own.id, own.screening_id, own.agent_id, own.task, own.languages)
    query = query.join(Screening, Screening.id == own.screening_id).where(Screening.programme_id == programme)
    return [BookingRow._make(row) for row in session.execute(query.order_by(own.screening_id, own.id))]


def booked(session: Session, programme: int) -> dict[int, tuple[Booked, ...]]:
    """The people of each event."""
    found: dict[int, list[Booked]] = defaultdict(list)
    for row in booking_rows(session, programme):
        found[row.screening].append(Booked(row.agent, row.task, tuple(row.languages.split())))
    return {event: tuple(people) for event, people in found.items()}


def in_town(stays: Iterable[StayRow]) -> dict[int, tuple[Span, ...]]:
    """When those are in town who are not always."""
    found: dict[int, list[Span]] = defaultdict(list)
    for row in stays:
        found[row.agent].append(Span(_minute(row.arrives), _minute(row.leaves), row.stop))
    return {agent: tuple(spans) for agent, spans in found.items()}


def duties(shifts: Iterable[ShiftRow]) -> tuple[Duty, ...]:
    """The shifts as the rules take them."""
    minute = calendar.minute_of
    return tuple(Duty(row.agent, row.venue, row.hall, minute(row.starts), minute(row.ends)) for row in shifts)


def taken_part(session: Session, agent: int) -> list[str]:
    """The programmes somebody takes part in: as a guest of a title, at an event, in town or on duty."""
    of_entries = select(SlateEntry.programme_id).join(EntryGuest, EntryGuest.entry_id == SlateEntry.id)
    of_events = select(Screening.programme_id).join(Booking, Booking.screening_id == Screening.id)
    found = of_entries.where(EntryGuest.agent_id == agent).union(
        of_events.where(Booking.agent_id == agent),
        select(Stay.programme_id).where(Stay.agent_id == agent),
        select(Shift.programme_id).where(Shift.agent_id == agent),
    )
    return names_of(session, set(session.scalars(found)))


def _minute(moment: datetime | None) -> int | None:
    return None if moment is None else calendar.minute_of(moment)
