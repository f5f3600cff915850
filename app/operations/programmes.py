"""What one can do to programmes: found them, give them halls, strands and a slate."""

from collections.abc import Collection, Sequence
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain import calendar
from app.domain.kinds import ProgrammeKind
from app.domain.names import FourNames
from app.errors import UserError
from app.operations import slates, strands
from app.operations.venues import NAME_MISSING
from app.store import owned
from app.store.bookings import Shift
from app.store.judgements import CheckLeftOut
from app.store.programmes import Programme, ProgrammeHall
from app.store.screenings import Blocker, Screening
from app.store.venues import HallHours
from app.words import N_

DAYS_WRONG = N_("The last day cannot be before the first.")
TOO_LONG = N_("A programme can last {most} days at most.")
MOST_DAYS = 400

ALREADY_IN_SLATE, SHOWINGS_WRONG, MOST_SHOWINGS = slates.ALREADY_IN_SLATE, slates.SHOWINGS_WRONG, slates.MOST_SHOWINGS
add_entry, change_entry, remove_entry = slates.add_entry, slates.change_entry, slates.remove_entry
add_strand = strands.add_strand


def add(  # noqa: PLR0913 - what the form asks for
    session: Session,
    names: FourNames,
    first_day: date,
    last_day: date,
    *,
    kind: ProgrammeKind = ProgrammeKind.FILM_WEEK,
    halls: Sequence[int] = (),
    city: FourNames = FourNames(),  # noqa: B008 - an immutable value
    zone: str = "Asia/Almaty",
    **facts: Any,
) -> int:
    """Found a programme that plays in `halls`; its id."""
    programme = Programme(kind=kind, first_day=first_day, last_day=last_day, zone=zone, **facts)
    programme.names = names
    programme.city_kk, programme.city_zh, programme.city_ru, programme.city_en = city
    programme.halls = [ProgrammeHall(hall_id=hall, position=place) for place, hall in enumerate(dict.fromkeys(halls))]
    _check(programme)
    session.add(programme)
    session.flush()
    return programme.id


def change(session: Session, programme: int, **facts: Any) -> None:
    """Correct a programme: names, days, kind, day_start, territory, use, notes."""
    row = session.get_one(Programme, programme)
    for field, value in facts.items():
        setattr(row, field, value)
    _check(row)


def delete(session: Session, programme: int) -> None:
    """Delete a programme with all that belongs to it. Works, people, halls and copies stay."""
    session.get_one(Programme, programme)
    # A check left out for no programme would be left out for the whole library.
    for row in session.scalars(select(CheckLeftOut).where(CheckLeftOut.programme_id == programme)):
        session.delete(row)
    owned.remove(session, Programme, [programme])


def set_halls(session: Session, programme: int, halls: Sequence[int]) -> None:
    """State the halls a programme plays in, in the order of the board. A hall with showings cannot leave."""
    row = session.get_one(Programme, programme)
    used = set(session.scalars(select(Screening.hall_id).where(Screening.programme_id == programme)))
    if not used <= set(halls):
        raise UserError(N_("A hall with screenings cannot be removed. Move them first."))
    known = {member.hall_id: member for member in row.halls}
    leaving = known.keys() - set(halls)
    row.halls = [known.get(hall) or ProgrammeHall(hall_id=hall) for hall in dict.fromkeys(halls)]
    for place, member in enumerate(row.halls):
        member.position = place
    _leave_halls(session, programme, leaving)


def _leave_halls(session: Session, programme: int, halls: Collection[int]) -> None:
    """Forget the hours and shifts of halls that leave; a break goes with its last hall."""
    for table in (HallHours, Shift):
        for row in session.scalars(select(table).where(table.programme_id == programme, table.hall_id.in_(halls))):
            session.delete(row)
    for blocker in session.scalars(select(Blocker).where(Blocker.programme_id == programme)):
        staying = [hall for hall in blocker.halls if hall.hall_id not in halls]
        if not staying:
            session.delete(blocker)
        elif len(staying) < len(blocker.halls):
            blocker.halls = staying
    session.flush()


def _check(programme: Programme) -> None:
    if not any(text.strip() for text in programme.names):
        raise UserError(NAME_MISSING)
    calendar.zone_of(programme.zone)
    if programme.last_day < programme.first_day:
        raise UserError(DAYS_WRONG)
    if (programme.last_day - programme.first_day).days >= MOST_DAYS:
        raise UserError(TOO_LONG, most=MOST_DAYS)
