"""What one can do to several screenings at once: each verb is one step, done as a whole or refused as a whole."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain import calendar
from app.domain.kinds import ScreeningStatus
from app.errors import UserError
from app.operations import screenings
from app.operations.screenings import PartSpec, screening_of
from app.store.programmes import Programme
from app.store.screenings import Blocker, BlockerHall, Screening
from app.words import N_, Phrase, counted

NOTHING_THERE = N_("There is nothing to copy on these days.")
SAME_DAY = N_("A day cannot be copied onto itself.")
SAME_HALL = N_("Choose two different halls.")


class Spot(NamedTuple):
    """Where one of several screenings goes; `starts` is the naive wall time of its body."""

    screening: int
    hall: int
    starts: datetime
    fold: int = 0


def move(session: Session, spots: Sequence[Spot]) -> None:
    """Move several screenings; none of them if one is locked."""
    _free(session, [spot.screening for spot in spots])
    for spot in spots:
        screenings.move(session, spot.screening, spot.hall, spot.starts, fold=spot.fold)


def repeat(session: Session, spots: Sequence[Spot]) -> list[int]:
    """Put the same events on the board once more at other places, unlocked and tentative; their ids."""
    return [screenings.duplicate(session, spot.screening, spot.hall, spot.starts) for spot in spots]


def carry_over(session: Session, programme: int, spots: Sequence[Spot], *, leaving: bool = False) -> list[int]:
    """Put events of other programmes on the board of this one, without strand and slate entry; their ids.

    `leaving` takes them off the board they come from.
    """
    made = []
    for spot in spots:
        row = screening_of(session, spot.screening)
        parts = [PartSpec(part.kind, part.minutes, part.work_id, part.version_id, part.copy_id) for part in row.parts]
        facts = {"note": row.note, "audience_kind": row.audience_kind, "expected": row.expected}
        made.append(screenings.add_event(session, programme, spot.hall, spot.starts, parts, names=row.names, **facts))
    if leaving:
        unplace(session, [spot.screening for spot in spots])
    return made


def unplace(session: Session, numbers: Sequence[int]) -> None:
    """Take several screenings off the board; none of them if one is locked."""
    screenings.take_out(session, [row.id for row in _free(session, numbers)])


def set_status(session: Session, numbers: Sequence[int], status: ScreeningStatus) -> None:
    """Make several screenings tentative, confirmed or cancelled."""
    for number in numbers:
        screenings.set_status(session, number, status)


def lock(session: Session, numbers: Sequence[int], *, locked: bool = True) -> None:
    """Fasten several screenings to their places, or let them go."""
    for number in numbers:
        screenings.lock(session, number, locked=locked)


def set_strand(session: Session, numbers: Sequence[int], strand: int | None) -> None:
    """Put several screenings into a strand, or into none."""
    for number in numbers:
        screenings.change(session, number, strand_id=strand)


def exchange_halls(session: Session, programme: int, day: date, one: int, other: int) -> None:
    """Let two halls change their whole festival day, breaks included; not if anything in them is locked."""
    if one == other:
        raise UserError(SAME_HALL)
    ways = {one: other, other: one}
    rows = [row for row in _of_days(session, programme, day, day) if row.hall_id in ways]
    _free(session, [row.id for row in rows])
    for row in rows:
        screenings.move(session, row.id, ways[row.hall_id], row.starts_local, fold=row.fold)
    for blocker in _blockers_of_days(session, programme, day, day):
        taken = {hall.hall_id for hall in blocker.halls}
        if len(taken & ways.keys()) == 1:
            for hall in blocker.halls:
                hall.hall_id = ways.get(hall.hall_id, hall.hall_id)


def copy_days(  # noqa: PLR0913 - from where to where, and what stays
    session: Session, programme: int, first: date, last: date, targets: Sequence[date], *,
    leaving: Sequence[tuple[int, date]] = (),
) -> list[int]:  # fmt: skip
    """Put everything of the festival days `first` to `last` on the board again, beginning on each of `targets`.

    The copies are tentative and unlocked; cancelled events stay behind, and so do the pairs of a screening and
    the first day it would go to that are named in `leaving`. Breaks go along. The ids of the new screenings.
    """
    if first in targets:
        raise UserError(SAME_DAY)
    rows = [row for row in _of_days(session, programme, first, last) if row.status is not ScreeningStatus.CANCELLED]
    blockers = _blockers_of_days(session, programme, first, last)
    if not rows and not blockers:
        raise UserError(NOTHING_THERE)
    made: list[int] = []
    for target in targets:
        shift = target - first
        going = [row for row in rows if (row.id, target) not in leaving]
        made += repeat(session, [Spot(row.id, row.hall_id, row.starts_local + shift) for row in going])
        for blocker in blockers:
            _again(session, blocker, shift)
    return made


def some_locked(held: int) -> Phrase:
    """Why several screenings stay where they are."""
    return counted(
        "{n} screening among them is locked. Unlock it first.",
        "{n} screenings among them are locked. Unlock them first.",
        held,
    )


def _of_days(session: Session, programme: int, first: date, last: date) -> list[Screening]:
    """The screenings of some festival days, by start."""
    day_start = session.get_one(Programme, programme).day_start
    query = select(Screening).where(Screening.programme_id == programme).order_by(Screening.starts, Screening.id)
    rows = session.scalars(query)
    return [row for row in rows if first <= calendar.festival_day(row.starts_local, day_start) <= last]


def _blockers_of_days(session: Session, programme: int, first: date, last: date) -> list[Blocker]:
    day_start = session.get_one(Programme, programme).day_start
    query = select(Blocker).where(Blocker.programme_id == programme).order_by(Blocker.starts, Blocker.id)
    rows = session.scalars(query)
    return [row for row in rows if first <= calendar.festival_day(row.starts_local, day_start) <= last]


def _again(session: Session, blocker: Blocker, shift: timedelta) -> None:
    """The same break on another day."""
    starts = blocker.starts_local + shift
    if calendar.classify(starts, blocker.zone) is calendar.WallTime.MISSING:
        raise UserError(screenings.MISSING_HOUR)
    twin = Blocker(
        programme_id=blocker.programme_id, kind=blocker.kind, starts_local=starts, zone=blocker.zone,
        starts=calendar.utc_of(starts, blocker.zone), minutes=blocker.minutes,
    )  # fmt: skip
    twin.names = blocker.names
    twin.halls = [BlockerHall(hall_id=hall.hall_id) for hall in blocker.halls]
    session.add(twin)


def _free(session: Session, numbers: Sequence[int]) -> list[Screening]:
    """The rows of screenings that may move; `UserError` if any may not."""
    rows = [screening_of(session, number) for number in numbers]
    held = sum(row.locked for row in rows)
    if held:
        raise UserError(some_locked(held) if len(rows) > 1 else screenings.LOCKED)
    return rows
