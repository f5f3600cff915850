"""What one can do to programmes: found them, give them halls, strands and a slate."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.domain import calendar
from app.domain.kinds import ProgrammeKind, SlateState
from app.domain.names import FourNames
from app.errors import UserError
from app.operations import screenings
from app.operations.venues import NAME_MISSING
from app.store.judgements import CheckLeftOut
from app.store.programmes import Programme, ProgrammeHall, SlateEntry, Strand
from app.store.screenings import Accepted, Part, Screening
from app.words import N_

DAYS_WRONG = N_("The last day cannot be before the first.")
TOO_LONG = N_("A programme can last {most} days at most.")
MOST_DAYS = 400
SHOWINGS_WRONG = N_("Choose between 1 and {most} showings.")
MOST_SHOWINGS = 99
ALREADY_IN_SLATE = N_("This title is in the slate already.")


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
    """Delete a programme with its slate, strands and schedule. Works, halls and copies stay."""
    for table in (Screening, Accepted, CheckLeftOut):
        for row in session.scalars(select(table).where(table.programme_id == programme)):
            session.delete(row)
        session.flush()
    owner = session.get_one(Programme, programme)
    owner.entries.clear()
    session.flush()
    session.delete(owner)


def set_halls(session: Session, programme: int, halls: Sequence[int]) -> None:
    """State the halls a programme plays in, in the order of the board. A hall with showings cannot leave."""
    row = session.get_one(Programme, programme)
    used = set(session.scalars(select(Screening.hall_id).where(Screening.programme_id == programme)))
    if not used <= set(halls):
        raise UserError(N_("A hall with screenings cannot be taken out. Move them first."))
    known = {member.hall_id: member for member in row.halls}
    row.halls = [known.get(hall) or ProgrammeHall(hall_id=hall) for hall in dict.fromkeys(halls)]
    for place, member in enumerate(row.halls):
        member.position = place


def add_strand(session: Session, programme: int, names: FourNames, colour: int | None = None) -> int:
    """Add a strand; it takes the next colour unless one (1 to 6) is given. Its id."""
    if not any(names):
        raise UserError(NAME_MISSING)
    row = session.get_one(Programme, programme)
    place = len(row.strands)
    strand = Strand(position=place, colour=colour or place % 6 + 1)
    strand.names = names
    row.strands.append(strand)
    session.flush()
    return strand.id


def add_entry(  # noqa: PLR0913 - a slate entry's own facts
    session: Session,
    programme: int,
    work: int,
    *,
    state: SlateState = SlateState.LONGLIST,
    showings: int = 1,
    strand: int | None = None,
    version: int | None = None,
    intro: int = 0,
    qa: int = 0,
) -> int:
    """Put a work into the slate; its entry's id."""
    there = select(SlateEntry.id).where(SlateEntry.programme_id == programme, SlateEntry.work_id == work)
    if session.scalar(there) is not None:
        raise UserError(ALREADY_IN_SLATE)
    _showings(showings)
    count = session.scalar(select(func.count()).select_from(SlateEntry).where(SlateEntry.programme_id == programme))
    entry = SlateEntry(
        programme_id=programme,
        work_id=work,
        state=state,
        showings=showings,
        strand_id=strand,
        version_id=version,
        intro=intro,
        qa=qa,
        position=count or 0,
    )
    session.add(entry)
    session.flush()
    return entry.id


def change_entry(session: Session, entry: int, **facts: Any) -> None:
    """Correct a slate entry: state, showings, strand_id, version_id, intro, qa, note."""
    if "showings" in facts:
        _showings(facts["showings"])
    row = session.get_one(SlateEntry, entry)
    for field, value in facts.items():
        setattr(row, field, value)


def remove_entry(session: Session, entry: int) -> None:
    """Take a work out of the slate, and its showings out of the schedule."""
    row = session.get_one(SlateEntry, entry)
    shown = session.scalars(
        select(Part)
        .join(Screening, Part.screening_id == Screening.id)
        .where(Screening.programme_id == row.programme_id, Part.work_id == row.work_id)
    ).all()
    screenings.withdraw(session, shown)
    screenings.let_go(session, entry)
    session.delete(row)


def _check(programme: Programme) -> None:
    if not any(text.strip() for text in programme.names):
        raise UserError(NAME_MISSING)
    calendar.zone_of(programme.zone)
    if programme.last_day < programme.first_day:
        raise UserError(DAYS_WRONG)
    if (programme.last_day - programme.first_day).days >= MOST_DAYS:
        raise UserError(TOO_LONG, most=MOST_DAYS)


def _showings(showings: int) -> None:
    if not 1 <= showings <= MOST_SHOWINGS:
        raise UserError(SHOWINGS_WRONG, most=MOST_SHOWINGS)
