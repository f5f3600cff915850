"""What one can do to a screening: place, move, swap, lengthen, confirm, lock, take out."""

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain import calendar
from app.domain.kinds import PartKind, ScreeningStatus
from app.domain.names import FourNames
from app.errors import UserError
from app.store import owned
from app.store.copies import Copy
from app.store.programmes import ProgrammeHall, SlateEntry
from app.store.screenings import Accepted, Part, Screening
from app.store.venues import Hall, Venue
from app.store.works import Version, Work
from app.words import N_

STANDARD_LENGTH = 90
"""Minutes taken for a film whose runtime nobody has entered yet."""
LONGEST_PART = 1440
MOST_EXPECTED = 1_000_000

LOCKED = N_("This screening is locked. Unlock it first.")
GONE = N_("This screening no longer exists.")
NOT_A_HALL = N_("This hall does not belong to the programme.")
MISSING_HOUR = N_("The clocks are put forward then: this hour does not exist. Choose another time.")
LENGTH_WRONG = N_("A part lasts between 1 and {most} minutes.")
EXPECTED_WRONG = N_("Choose an audience between 0 and {most}.")
NEEDS_PART = N_("An event needs a film, a talk or a break.")


class PartSpec(NamedTuple):
    """A part as asked for: kind, minutes, and what is shown. `id` names the part it replaces."""

    kind: PartKind
    minutes: int
    work: int | None = None
    version: int | None = None
    copy: int | None = None
    id: int | None = None


def place(  # noqa: PLR0913 - what, where and when of a showing
    session: Session,
    programme: int,
    entry: int,
    hall: int,
    starts: datetime,
    *,
    copy: int | None = None,
    status: ScreeningStatus = ScreeningStatus.TENTATIVE,
) -> int:
    """Put a slate entry on the board; `starts` is the naive wall time of the film in the hall. The screening's id.

    Introduction and Q&A come from the entry, the length from its version, then its work.
    The copy is the only copy of that version, if there is just one.
    """
    row = session.get(SlateEntry, entry)
    if row is None or row.programme_id != programme:
        raise UserError(GONE)
    film = PartSpec(PartKind.FILM, _length(session, row), row.work_id, row.version_id, copy or _only_copy(session, row))
    specs = [film]
    if row.intro:
        specs.insert(0, PartSpec(PartKind.INTRO, row.intro))
    if row.qa:
        specs.append(PartSpec(PartKind.QA, row.qa))
    screening = Screening(programme_id=programme, entry_id=entry, strand_id=row.strand_id, status=status)
    return _settle(session, screening, hall, starts, specs)


def add_event(  # noqa: PLR0913 - as above
    session: Session,
    programme: int,
    hall: int,
    starts: datetime,
    parts: Sequence[PartSpec],
    *,
    names: FourNames = FourNames(),  # noqa: B008 - an immutable value
    **facts: Any,
) -> int:
    """Put a talk, a block of several films or any other event on the board; its id."""
    screening = Screening(programme_id=programme, **facts)
    screening.names = names
    return _settle(session, screening, hall, starts, parts)


def move(session: Session, screening: int, hall: int, starts: datetime, *, fold: int = 0) -> None:
    """Move a screening to a hall and a wall time on the clocks there. Locked ones stay where they are."""
    row = screening_of(session, screening)
    if row.locked:
        raise UserError(LOCKED)
    _put(session, row, hall, starts, fold)


def swap(session: Session, one: int, other: int) -> None:
    """Let two screenings change places: hall and start.

    Between halls in different zones they change the times that are announced, each on the clocks of its hall.
    """
    a, b = screening_of(session, one), screening_of(session, other)
    if a.locked or b.locked:
        raise UserError(LOCKED)
    hall, starts, fold = a.hall_id, a.starts_local, a.fold
    _put(session, a, b.hall_id, b.starts_local, b.fold)
    _put(session, b, hall, starts, fold)


def unplace(session: Session, screening: int) -> None:
    """Take a screening off the board; its title waits in the tray again."""
    row = screening_of(session, screening)
    if row.locked:
        raise UserError(LOCKED)
    take_out(session, [screening])


def take_out(session: Session, numbers: Collection[int]) -> None:
    """Take events away with their parts and the people booked for them, locked or not."""
    owned.remove(session, Screening, numbers)


def duplicate(session: Session, screening: int, hall: int, starts: datetime) -> int:
    """Put the same event on the board once more, unlocked and tentative, nobody booked for it; its id."""
    old = screening_of(session, screening)
    specs = [PartSpec(part.kind, part.minutes, part.work_id, part.version_id, part.copy_id) for part in old.parts]
    twin = Screening(programme_id=old.programme_id, entry_id=old.entry_id, strand_id=old.strand_id, note=old.note)
    twin.names, twin.audience_kind, twin.expected = old.names, old.audience_kind, old.expected
    return _settle(session, twin, hall, starts, specs)


def set_status(session: Session, screening: int, status: ScreeningStatus) -> None:
    """Make a screening tentative, confirmed or cancelled."""
    screening_of(session, screening).status = status


def lock(session: Session, screening: int, *, locked: bool = True) -> None:
    """Fasten a screening to its place, or let it go."""
    screening_of(session, screening).locked = locked


def change(session: Session, screening: int, **facts: Any) -> None:
    """Correct a screening: names, strand_id, note, audience_kind, expected, occasion (None: those of its entry)."""
    if facts.get("expected") is not None and not 0 <= facts["expected"] <= MOST_EXPECTED:
        raise UserError(EXPECTED_WRONG, most=MOST_EXPECTED)
    row = screening_of(session, screening)
    for field, value in facts.items():
        setattr(row, field, value)


def correct_event(  # noqa: PLR0913 - what the form of an event asks for
    session: Session, screening: int, hall: int, starts: datetime, parts: Sequence[PartSpec], *,
    names: FourNames, strand_id: int | None,
) -> None:  # fmt: skip
    """Correct an event that is no film: its place, parts, names and strand. A locked one keeps its place."""
    row = screening_of(session, screening)
    if (row.hall_id, row.starts_local) != (hall, starts):
        move(session, screening, hall, starts)
    row.names, row.strand_id = names, strand_id
    _fill(row, parts)


def set_parts(session: Session, screening: int, parts: Sequence[PartSpec]) -> None:
    """State what the event consists of, in order. The film keeps its start; what comes before moves earlier."""
    row = screening_of(session, screening)
    _fill(row, parts)


def set_tail(session: Session, screening: int, kind: PartKind, minutes: int) -> None:
    """Give an event an introduction, Q&A or clearing of so many minutes; 0 takes it away."""
    row = screening_of(session, screening)
    specs = [_spec(part) for part in row.parts if part.kind is not kind]
    if minutes:
        same = next((part.id for part in row.parts if part.kind is kind), None)
        early = kind in (PartKind.DOORS, PartKind.INTRO)
        at = (
            0 if kind is PartKind.DOORS else sum(spec.kind is PartKind.DOORS for spec in specs) if early else len(specs)
        )
        if kind is PartKind.QA:
            at -= sum(spec.kind is PartKind.CLEARING for spec in specs)
        specs.insert(at, PartSpec(kind, minutes, id=same))
    _fill(row, specs)


def use_copy(session: Session, screening: int, copy: int) -> None:
    """Show the films of this event from `copy`, where it is a copy of them."""
    row = screening_of(session, screening)
    chosen = session.get_one(Copy, copy)
    for part in row.parts:
        if part.work_id == chosen.work_id:
            part.copy_id = copy
            part.version_id = chosen.version_id or part.version_id


def use_version(session: Session, screening: int, work: int, version: int | None) -> None:
    """Show a work of this event in another language version; a copy of the old version is let go."""
    row = screening_of(session, screening)
    for part in row.parts:
        if part.work_id == work:
            part.version_id = version
            copy = session.get(Copy, part.copy_id) if part.copy_id else None
            if copy and copy.version_id not in (None, version):
                part.copy_id = None


def accept(session: Session, programme: int, signature: str, reason: str) -> int:
    """Live with a finding, for a reason; the id of the note."""
    if not reason.strip():
        raise UserError(N_("Give a reason, so that others understand it later."))
    row = Accepted(programme_id=programme, signature=signature, reason=reason.strip())
    session.add(row)
    session.flush()
    return row.id


def reconsider(session: Session, programme: int, signature: str) -> None:
    """Take a finding seriously again that somebody had accepted."""
    query = select(Accepted).where(Accepted.programme_id == programme, Accepted.signature == signature)
    for row in session.scalars(query):
        session.delete(row)


def withdraw(session: Session, parts: Iterable[Part]) -> None:
    """Take parts out of their events; an event left without film and talk goes as a whole."""
    going = list(parts)
    for screening in {part.screening_id for part in going}:
        row = session.get_one(Screening, screening)
        staying = [part for part in row.parts if part not in going]
        if any(part.kind in (PartKind.FILM, PartKind.TALK) for part in staying):
            row.parts = staying
        else:
            take_out(session, [screening])
    session.flush()


def let_go(session: Session, entry: int) -> None:
    """Let the events that came from a slate entry stand by themselves: it is about to go."""
    for screening in session.scalars(select(Screening).where(Screening.entry_id == entry)):
        screening.entry_id = None
    session.flush()


def screening_of(session: Session, screening: int) -> Screening:
    """The row of a screening; `UserError` if it is gone."""
    row = session.get(Screening, screening)
    if row is None:
        raise UserError(GONE)
    return row


def _settle(session: Session, row: Screening, hall: int, starts: datetime, parts: Sequence[PartSpec]) -> int:
    _put(session, row, hall, starts, 0)
    session.add(row)
    _fill(row, parts)
    session.flush()
    return row.id


def _put(session: Session, row: Screening, hall: int, starts: datetime, fold: int) -> None:
    zone = zone_of_hall(session, row.programme_id, hall)
    row.hall_id, row.starts_local, row.zone, row.fold = hall, starts, zone, fold
    row.starts = moment_there(starts, zone, fold)


def zone_of_hall(session: Session, programme: int, hall: int) -> str:
    """The clocks in a hall of a programme: those of its venue. `UserError` if the programme does not play there."""
    played = select(Venue.zone).join(Hall, Hall.venue_id == Venue.id)
    played = played.join(ProgrammeHall, ProgrammeHall.hall_id == Hall.id)
    zone = session.scalar(played.where(ProgrammeHall.programme_id == programme, ProgrammeHall.hall_id == hall))
    if zone is None:
        raise UserError(NOT_A_HALL)
    return zone


def moment_there(starts: datetime, zone: str, fold: int = 0) -> datetime:
    """The moment of a wall time in a zone. `UserError` for an hour that does not exist there."""
    if calendar.classify(starts, zone) is calendar.WallTime.MISSING:
        raise UserError(MISSING_HOUR)
    return calendar.utc_of(starts, zone, fold=fold)


def _fill(row: Screening, specs: Sequence[PartSpec]) -> None:
    if not any(spec.kind in (PartKind.FILM, PartKind.TALK, PartKind.BREAK) for spec in specs):
        raise UserError(NEEDS_PART)
    if not all(1 <= spec.minutes <= LONGEST_PART for spec in specs):
        raise UserError(LENGTH_WRONG, most=LONGEST_PART)
    known = {part.id: part for part in row.parts}
    parts = []
    for position, spec in enumerate(specs):
        part = known.get(spec.id or 0) or Part()
        part.kind, part.minutes, part.position = spec.kind, spec.minutes, position
        part.work_id, part.version_id, part.copy_id = spec.work, spec.version, spec.copy
        parts.append(part)
    row.parts = parts


def _spec(part: Part) -> PartSpec:
    return PartSpec(part.kind, part.minutes, part.work_id, part.version_id, part.copy_id, part.id)


def _length(session: Session, entry: SlateEntry) -> int:
    version = session.get(Version, entry.version_id) if entry.version_id else None
    work = session.get_one(Work, entry.work_id)
    return (version.runtime if version else None) or work.runtime or STANDARD_LENGTH


def _only_copy(session: Session, entry: SlateEntry) -> int | None:
    query = select(Copy.id).where(Copy.work_id == entry.work_id)
    if entry.version_id:
        query = query.where((Copy.version_id == entry.version_id) | Copy.version_id.is_(None))
    copies = session.scalars(query).all()
    return copies[0] if len(copies) == 1 else None
