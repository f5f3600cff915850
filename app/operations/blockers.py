"""What one can do about time in which halls are taken without a show: breaks, rehearsals, halls let to others."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.kinds_of_plans import BlockerKind
from app.domain.names import FourNames
from app.errors import UserError
from app.operations.screenings import moment_there, zone_of_hall
from app.store.screenings import Blocker, BlockerHall
from app.words import N_

GONE = N_("This break no longer exists.")
NEEDS_HALL = N_("Choose at least one hall.")
LENGTH_WRONG = N_("A break lasts between 1 and {most} minutes.")
LONGEST = 31 * 1440
SEVERAL_ZONES = N_("These halls are in different time zones. Add a separate break for each zone.")


def add(  # noqa: PLR0913 - what, where, when and how long
    session: Session, programme: int, halls: Sequence[int], starts: datetime, minutes: int, *,
    kind: BlockerKind = BlockerKind.BREAK, names: FourNames = FourNames(), fold: int = 0,  # noqa: B008 - an immutable value
) -> int:  # fmt: skip
    """Take halls for so many minutes from a naive wall time on their clocks; the blocker's id."""
    row = Blocker(programme_id=programme, kind=kind)
    row.names = names
    _put(session, row, halls, starts, minutes, fold)
    session.add(row)
    session.flush()
    return row.id


def change(  # noqa: PLR0913 - as above
    session: Session, blocker: int, *, halls: Sequence[int] | None = None, starts: datetime | None = None,
    minutes: int | None = None, kind: BlockerKind | None = None, names: FourNames | None = None,
    fold: int | None = None,
) -> None:  # fmt: skip
    """Correct a blocker; what is None stays as it is."""
    row = _of(session, blocker)
    if kind is not None:
        row.kind = kind
    if names is not None:
        row.names = names
    fold = fold if fold is not None else 0 if starts is not None else row.fold
    _put(
        session, row, [hall.hall_id for hall in row.halls] if halls is None else halls,
        row.starts_local if starts is None else starts, row.minutes if minutes is None else minutes, fold,
    )  # fmt: skip
    session.flush()


def move(session: Session, slot: int, hall: int, starts: datetime, *, fold: int = 0) -> None:
    """Move a blocker by what is seen of it on the board: the slot in one of its halls.

    It comes to begin at `starts` in all its halls; the one it was taken by becomes `hall`, unless it is there already.
    """
    member = _member(session, slot)
    row = _of(session, member.blocker_id)
    halls = [own.hall_id for own in row.halls]
    if hall not in halls:
        halls[halls.index(member.hall_id)] = hall
    _put(session, row, halls, starts, row.minutes, fold)
    session.flush()


def remove(session: Session, blocker: int) -> None:
    """Give the halls free again."""
    session.delete(_of(session, blocker))


def release(session: Session, slot: int) -> None:
    """Give one hall free again: that of a slot on the board. A blocker goes with its last hall."""
    member = _member(session, slot)
    row = _of(session, member.blocker_id)
    if len(row.halls) == 1:
        session.delete(row)
    else:
        row.halls.remove(member)


def of_slot(session: Session, slot: int) -> int:
    """The blocker that a slot of the board is part of."""
    return _member(session, slot).blocker_id


def _put(  # noqa: PLR0913, PLR0917 - what a blocker is
    session: Session, row: Blocker, halls: Sequence[int], starts: datetime, minutes: int, fold: int
) -> None:  # fmt: skip
    if not halls:
        raise UserError(NEEDS_HALL)
    if not 1 <= minutes <= LONGEST:
        raise UserError(LENGTH_WRONG, most=LONGEST)
    zones = {zone_of_hall(session, row.programme_id, hall) for hall in halls}
    if len(zones) > 1:
        raise UserError(SEVERAL_ZONES)
    row.zone = zones.pop()
    row.starts = moment_there(starts, row.zone, fold)
    row.starts_local, row.fold, row.minutes = starts, fold, minutes
    _in_halls(session, row, list(dict.fromkeys(halls)))


def _in_halls(session: Session, row: Blocker, halls: list[int]) -> None:
    """Keep the rows of halls that stay, and lead the others to the new halls, so that slots keep their numbers."""
    with session.no_autoflush:
        spare = [own for own in row.halls if own.hall_id not in halls]
        for hall in halls:
            if any(own.hall_id == hall for own in row.halls):
                continue
            if spare:
                spare.pop(0).hall_id = hall
            else:
                row.halls.append(BlockerHall(hall_id=hall))
        for own in spare:
            row.halls.remove(own)


def _of(session: Session, blocker: int) -> Blocker:
    row = session.get(Blocker, blocker)
    if row is None:
        raise UserError(GONE)
    return row


def _member(session: Session, slot: int) -> BlockerHall:
    row = session.scalars(select(BlockerHall).where(BlockerHall.id == -slot)).first()
    if row is None:
        raise UserError(GONE)
    return row
