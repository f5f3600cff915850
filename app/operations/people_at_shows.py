"""What one can do about people at shows: say when they are in town, book them for events, put them on duty."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.kinds_of_plans import PersonTask
from app.domain.names import plain
from app.errors import UserError
from app.operations.records import set_facts
from app.operations.screenings import screening_of
from app.store.agents import Agent
from app.store.bookings import Booking, Shift, Stay
from app.store.programmes import EntryGuest, Programme, ProgrammeHall
from app.store.tours import Stop
from app.store.venues import Hall
from app.words import N_

STAY_WRONG = N_("Nobody can leave before arriving.")
SHIFT_WRONG = N_("A shift must end after it begins.")
PAIR = 2
BOOKED_ALREADY = N_("Somebody can be booked for the same task at an event only once.")
PAIR_WRONG = N_("An interpreter needs two different languages, such as zh kk.")
NOT_HERE = N_("This hall is in another venue.")
STRANGE_STOP = N_("This stop belongs to another tour.")
STRANGE_VENUE = N_("This venue is not part of the programme.")


def add_stay(
    session: Session, programme: int, agent: int, arrives: datetime | None, leaves: datetime | None, **facts: Any
) -> int:
    """Say when somebody is in town (aware moments, None is open); facts: stop_id, note. Its id."""
    session.get_one(Programme, programme)
    session.get_one(Agent, agent)
    row = Stay(programme_id=programme, agent_id=agent, arrives=arrives, leaves=leaves)
    set_facts(row, **facts)
    _check_stay(session, row)
    session.add(row)
    session.flush()
    return row.id


def change_stay(session: Session, stay: int, **facts: Any) -> None:
    """Correct a stay: arrives, leaves, stop_id, note."""
    row = session.get_one(Stay, stay)
    set_facts(row, **facts)
    _check_stay(session, row)


def remove_stay(session: Session, stay: int) -> None:
    """Take a stay away; somebody without any may come at any time."""
    session.delete(session.get_one(Stay, stay))


def book(
    session: Session, screening: int, agent: int, task: PersonTask = PersonTask.GUEST, languages: Sequence[str] = ()
) -> int:
    """Book somebody for an event; an interpreter with a pair of languages (tags). The booking's id."""
    screening_of(session, screening)
    session.get_one(Agent, agent)
    row = Booking(screening_id=screening, agent_id=agent, task=task, languages=" ".join(languages))
    _check_booking(session, row)
    session.add(row)
    session.flush()
    return row.id


def change_booking(session: Session, booking: int, **facts: Any) -> None:
    """Correct a booking: task, languages (a sequence of tags)."""
    row = session.get_one(Booking, booking)
    if "languages" in facts:
        facts["languages"] = " ".join(facts["languages"])
    set_facts(row, **facts)
    _check_booking(session, row)


def unbook(session: Session, booking: int) -> None:
    """Take somebody off an event."""
    session.delete(session.get_one(Booking, booking))


def book_guests(session: Session, screening: int) -> list[int]:
    """Book those whom the slate names as guests of the title for this event; the ids of the new bookings."""
    row = screening_of(session, screening)
    there = set(session.scalars(select(Booking.agent_id).where(
        Booking.screening_id == screening, Booking.task == PersonTask.GUEST
    )))  # fmt: skip
    guests = session.scalars(
        select(EntryGuest.agent_id).where(EntryGuest.entry_id == row.entry_id).order_by(EntryGuest.id)
    )
    return [book(session, screening, agent) for agent in guests.all() if agent not in there]


def add_shift(  # noqa: PLR0913, PLR0917 - who, where and when
    session: Session, programme: int, agent: int, venue: int, starts: datetime, ends: datetime, *,
    hall: int | None = None,
) -> int:  # fmt: skip
    """Put somebody on duty in a venue, or one hall of it, from an aware moment to another; the shift's id."""
    session.get_one(Agent, agent)
    row = Shift(programme_id=programme, agent_id=agent, venue_id=venue, hall_id=hall, starts=starts, ends=ends)
    _check_shift(session, row)
    session.add(row)
    session.flush()
    return row.id


def change_shift(session: Session, shift: int, **facts: Any) -> None:
    """Correct a shift: agent_id, venue_id, hall_id, starts, ends."""
    row = session.get_one(Shift, shift)
    set_facts(row, **facts)
    _check_shift(session, row)


def remove_shift(session: Session, shift: int) -> None:
    """Take somebody off duty."""
    session.delete(session.get_one(Shift, shift))


def hand_over(session: Session, kept: int, gone: int) -> None:
    """Let one take the place of another everywhere: two records of somebody become one."""
    for stay in session.scalars(select(Stay).where(Stay.agent_id == gone)).all():
        stay.agent_id = kept
    for shift in session.scalars(select(Shift).where(Shift.agent_id == gone)).all():
        shift.agent_id = kept
    _take_over(session, Booking, ("screening_id", "task"), kept, gone)
    _take_over(session, EntryGuest, ("entry_id",), kept, gone)
    session.flush()


def _take_over(session: Session, table: Any, what: tuple[str, ...], kept: int, gone: int) -> None:
    def named(row: Any) -> tuple[object, ...]:
        return tuple(getattr(row, name) for name in what)

    there = {named(row) for row in session.scalars(select(table).where(table.agent_id == kept))}
    for row in session.scalars(select(table).where(table.agent_id == gone)).all():
        if named(row) in there:
            session.delete(row)
        else:
            row.agent_id = kept


def _check_stay(session: Session, row: Stay) -> None:
    if row.arrives is not None and row.leaves is not None and row.leaves <= row.arrives:
        raise UserError(STAY_WRONG)
    if row.stop_id is not None and session.get_one(Stop, row.stop_id).programme_id != row.programme_id:
        raise UserError(STRANGE_STOP)


def _check_booking(session: Session, row: Booking) -> None:
    languages = row.languages.split()
    if row.task is PersonTask.INTERPRETER and not len(languages) == len(set(map(plain, languages))) == PAIR:
        raise UserError(PAIR_WRONG)
    with session.no_autoflush:
        same = select(Booking.id).where(
            Booking.screening_id == row.screening_id, Booking.agent_id == row.agent_id, Booking.task == row.task
        )
        if any(key != row.id for key in session.scalars(same)):
            raise UserError(BOOKED_ALREADY)


def _check_shift(session: Session, row: Shift) -> None:
    if row.ends <= row.starts:
        raise UserError(SHIFT_WRONG)
    if row.hall_id is not None and session.get_one(Hall, row.hall_id).venue_id != row.venue_id:
        raise UserError(NOT_HERE)
    played = select(ProgrammeHall.id).join(Hall, Hall.id == ProgrammeHall.hall_id)
    if not session.scalars(
        played.where(ProgrammeHall.programme_id == row.programme_id, Hall.venue_id == row.venue_id)
    ).first():
        raise UserError(STRANGE_VENUE)
