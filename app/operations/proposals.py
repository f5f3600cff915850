"""What one can do with the planner: ask it about a schedule, and take over what it proposes, whole or in part."""

from collections.abc import Collection, Iterable
from datetime import date, datetime
from typing import NamedTuple

from sqlalchemy.orm import Session

from app.domain import calendar
from app.domain.kinds import ScreeningStatus
from app.domain.kinds_of_plans import AudienceKind, Occasion
from app.domain.planning import Mode, Placement, Problem, Proposal, Wanted, pinned
from app.domain.screenings import Slot
from app.errors import UserError
from app.operations import screenings
from app.operations.screenings import GONE, LOCKED, screening_of
from app.store.copies import Copy
from app.store.programmes import SlateEntry
from app.store.schedule import Schedule, TrayRow
from app.store.schedule_slots import CHILDREN
from app.store.venues import Hall, Venue
from app.words import N_

CHANGED = N_("The schedule has been changed since it was planned. Plan again.")

WAITING = -2_000_000_000
"""What waits is numbered downwards from here, out of the way of events and of the halls of a break."""


class Wishes(NamedTuple):
    """What the planner may do: `entries` and `days` empty are all; `pencilled`: tentative events may move, too."""

    mode: Mode = Mode.FILL
    pencilled: bool = False
    entries: tuple[int, ...] = ()
    days: tuple[date, ...] = ()
    halls: tuple[int, ...] = ()
    earliest: int | None = None


def problem(read: Schedule, wishes: Wishes = Wishes()) -> Problem:  # noqa: B008 - an immutable value
    """The schedule as a planning problem.

    Filling leaves every event where it is unless `pencilled`; repairing may move all but locked ones and breaks,
    confirmed ones included, and places nothing new.
    """
    repair = wishes.mode is Mode.REPAIR
    movable = frozenset(
        slot.id
        for slot in read.slots
        if (repair or wishes.pencilled) and not pinned(slot, tentative=not repair) and _on(slot, read, wishes.days)
    )
    rows = () if repair else [row for row in read.tray if not wishes.entries or row.entry in wishes.entries]
    return Problem(
        context=read.context,
        slots=read.slots,
        wanted=tuple(wanted(read, row) for row in rows),
        days=wishes.days or read.days,
        mode=wishes.mode,
        movable=movable,
        halls=wishes.halls or tuple(hall.id for hall in read.halls),
        earliest=wishes.earliest,
    )


def _on(slot: Slot, read: Schedule, days: Collection[date]) -> bool:
    """Whether an event is on one of the days that are planned."""
    _territory, zone = read.context.place(slot.hall)
    return not days or calendar.day_of(slot.body_start, read.context.day_start, zone) in days


def wanted(read: Schedule, row: TrayRow) -> Wanted:
    """What waits in the tray, as an event without a place: with parts and copy as `screenings.place` would give it."""
    facts = read.context.entries.get(row.entry)
    version = row.version.id if row.version else None
    own = [copy.id for copy in read.copies.values() if copy.work == row.work]
    if version is not None:
        own = [copy for copy in own if read.copies[copy].version in (None, version)]
    audience = facts.audience if facts else AudienceKind.PUBLIC
    slot = Slot(
        id=WAITING - row.entry,
        hall=None,
        start=-row.intro,
        body_start=0,
        body_end=row.minutes,
        end=row.minutes + row.qa,
        copies=tuple(own) if len(own) == 1 else (),
        works=(row.work,),
        versions=(version,),
        status=ScreeningStatus.TENTATIVE,
        lingers=bool(row.qa) or audience in CHILDREN,
        entry=row.entry,
        strand=row.strand,
        audience=audience,
        occasion=facts.occasion if facts else Occasion.NONE,
        expected=facts.expected if facts else None,
        meets=bool(row.intro or row.qa),
    )
    return Wanted(row.entry, row.showings - row.placed, slot, () if len(own) == 1 else tuple(sorted(own)))


def apply(session: Session, programme: int, proposal: Proposal, only: Collection[int] | None = None) -> list[int]:
    """Take over a proposal, or the placements and moves with these numbers; the screenings concerned.

    Placements are numbered by `Placement.number`, moves by the screening. `UserError`, and nothing is done,
    where the schedule is no longer as it was.
    """
    done = []
    for move in proposal.moved:
        if only is None or move.slot in only:
            row = screening_of(session, move.slot)
            if row.locked:
                raise UserError(LOCKED)
            if row.programme_id != programme or row.hall_id != move.was_hall:
                raise UserError(CHANGED)
            starts, fold = _wall(session, move.hall, move.starts)
            screenings.move(session, move.slot, move.hall, starts, fold=fold)
            done.append(move.slot)
    chosen = [one for one in proposal.placed if only is None or one.number in only]
    _still_wanted(session, programme, chosen)
    for one in sorted(chosen, key=lambda placement: (placement.starts, placement.hall)):
        starts, _fold = _wall(session, one.hall, one.starts)
        if one.copy is not None and session.get(Copy, one.copy) is None:
            raise UserError(CHANGED)
        done.append(screenings.place(session, programme, one.entry, one.hall, starts, copy=one.copy))
    return done


def _still_wanted(session: Session, programme: int, chosen: Iterable[Placement]) -> None:
    """`UserError` when an entry has gone meanwhile."""
    for entry in {one.entry for one in chosen}:
        row = session.get(SlateEntry, entry)
        if row is None or row.programme_id != programme:
            raise UserError(GONE)


def _wall(session: Session, hall: int, minute: int) -> tuple[datetime, int]:
    """What the clocks in a hall show at a minute since the epoch, and which of two equal hours it is."""
    zone = session.get_one(Venue, session.get_one(Hall, hall).venue_id).zone
    local = calendar.moment_of(minute, zone)
    return local.replace(tzinfo=None, fold=0), local.fold
