"""What one can do to kept plans: keep the schedule as an alternative, give it out as a release, put one in force."""

from datetime import datetime
from typing import NamedTuple

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.domain.kept_plans import KeptEvent, written
from app.domain.kinds_of_plans import AudienceKind, Occasion, PersonTask, PlanKind
from app.errors import UserError
from app.store.agents import Agent
from app.store.bookings import Booking
from app.store.copies import Copy
from app.store.plan_rows import NO_PLAN, events_in_force, kept_events
from app.store.plans import KeptPlan
from app.store.programmes import ProgrammeHall, SlateEntry, Strand
from app.store.screenings import Part, Screening
from app.store.works import Version, Work
from app.words import N_

NAMELESS = N_("Give the plan a name.")
NAME_TAKEN = N_("There is a saved plan “{name}” already. Choose another name.")
EMPTY = N_("There is nothing on the schedule yet.")
GIVEN_OUT = N_("A release stays as it was published. It cannot be removed.")


class Label(NamedTuple):
    """What a kept plan says of itself: its name, when and by whom it was made, a note."""

    name: str
    made: datetime
    note: str = ""
    author: str = ""


class PutInForce(NamedTuple):
    """What came of it: ids of events that stand as in the plan, and events that could not be put back."""

    events: tuple[int, ...]
    left_out: tuple[KeptEvent, ...]


def keep(session: Session, programme: int, label: Label) -> int:
    """Keep the schedule as it is now as an alternative; its id."""
    return _keep(session, programme, label, PlanKind.ALTERNATIVE, 0)


def release(session: Session, programme: int, label: Label) -> int:
    """Give the schedule out: its times are published from now on (R27). The id of the kept plan."""
    query = select(func.max(KeptPlan.number)).where(KeptPlan.programme_id == programme)
    return _keep(session, programme, label, PlanKind.RELEASE, (session.scalar(query) or 0) + 1)


def rename(session: Session, plan: int, name: str, note: str) -> None:
    """Call a kept plan something else."""
    row = _plan(session, plan)
    _needs_own_name(session, row.programme_id, name, but=plan)
    row.name, row.note = name.strip(), note.strip()


def remove(session: Session, plan: int) -> None:
    """Throw an alternative away. What was given out stays."""
    row = _plan(session, plan)
    if row.kind is PlanKind.RELEASE:
        raise UserError(GIVEN_OUT)
    session.delete(row)


def put_in_force(session: Session, plan: int) -> PutInForce:
    """Make the schedule what a kept plan says: events keep their numbers, others go.

    An event whose hall or titles are no longer there is left out and told.
    """
    row = _plan(session, plan)
    programme, wanted = row.programme_id, kept_events(session, plan)
    there = {one.id: one for one in session.scalars(select(Screening).where(Screening.programme_id == programme))}
    known = _Known(session, programme)
    possible = [event for event in wanted if known.has(event)]
    _clear(session, [one for number, one in there.items() if number not in {event.id for event in possible}])
    for event in possible:
        _put(session, programme, there.get(event.id), event, known)
    session.flush()
    left = tuple(event for event in wanted if not known.has(event))
    return PutInForce(tuple(event.id for event in possible), left)


def _keep(session: Session, programme: int, label: Label, kind: PlanKind, number: int) -> int:
    _needs_own_name(session, programme, label.name)
    events = events_in_force(session, programme)
    if not events:
        raise UserError(EMPTY)
    row = KeptPlan(
        programme_id=programme, kind=kind, number=number, name=label.name.strip(), note=label.note.strip(),
        made=label.made, author=label.author, content=written(events),
    )  # fmt: skip
    session.add(row)
    session.flush()
    return row.id


def _needs_own_name(session: Session, programme: int, name: str, but: int = 0) -> None:
    """Plans are told apart by their names, however these are written: no other one of the programme has this one."""
    wanted = name.strip()
    if not wanted:
        raise UserError(NAMELESS)
    query = select(KeptPlan.name).where(KeptPlan.programme_id == programme, KeptPlan.id != but)
    for taken in session.scalars(query):
        if taken.casefold() == wanted.casefold():
            raise UserError(NAME_TAKEN, name=taken)


def _plan(session: Session, plan: int) -> KeptPlan:
    row = session.get(KeptPlan, plan)
    if row is None:
        raise UserError(NO_PLAN, number=str(plan))
    return row


class _Known:
    """What a kept event may refer to today."""

    def __init__(self, session: Session, programme: int) -> None:
        def ids(query: object) -> set[int]:
            return set(session.scalars(query))  # type: ignore[call-overload]

        self.halls = ids(select(ProgrammeHall.hall_id).where(ProgrammeHall.programme_id == programme))
        self.entries = ids(select(SlateEntry.id).where(SlateEntry.programme_id == programme))
        self.strands = ids(select(Strand.id).where(Strand.programme_id == programme))
        self.works, self.versions = ids(select(Work.id)), ids(select(Version.id))
        self.copies, self.agents = ids(select(Copy.id)), ids(select(Agent.id))

    def has(self, event: KeptEvent) -> bool:
        """Whether hall and titles are still there."""
        return event.hall in self.halls and all(part.work in self.works for part in event.parts if part.work)


def _clear(session: Session, going: list[Screening]) -> None:
    for row in going:
        for booking in session.scalars(select(Booking).where(Booking.screening_id == row.id)):
            session.delete(booking)
    session.flush()
    for row in going:
        session.delete(row)
    session.flush()


def _put(session: Session, programme: int, row: Screening | None, event: KeptEvent, known: _Known) -> None:
    """Give an event its place and parts; one that is gone comes back under its own number."""
    if row is None:
        row = Screening(id=event.id, programme_id=programme)
        session.add(row)
    row.hall_id, row.starts, row.starts_local = event.hall, event.starts, event.local
    row.zone, row.fold, row.status, row.locked = event.zone, event.fold, event.status, event.locked
    row.entry_id = event.entry if event.entry in known.entries else None
    row.strand_id = event.strand if event.strand in known.strands else None
    row.note, row.expected, row.names = event.note, event.expected, event.names
    row.audience_kind = AudienceKind(event.audience_kind) if event.audience_kind else None
    row.occasion = Occasion(event.occasion) if event.occasion else None
    _fill(row, event, known)
    session.flush()
    _book(session, event, known)


def _fill(row: Screening, event: KeptEvent, known: _Known) -> None:
    """The parts of the event, written over those that are there, so that unchanged ones stay unchanged."""
    own = list(row.parts)
    parts = []
    for place, kept in enumerate(event.parts):
        part = own[place] if place < len(own) else Part()
        part.position, part.kind, part.minutes, part.work_id = place, kept.kind, kept.minutes, kept.work
        part.version_id = kept.version if kept.version in known.versions else None
        part.copy_id = kept.copy if kept.copy in known.copies else None
        parts.append(part)
    row.parts = parts


def _book(session: Session, event: KeptEvent, known: _Known) -> None:
    wanted = {(one.agent, PersonTask(one.task)): one.languages for one in event.people if one.agent in known.agents}
    for row in session.scalars(select(Booking).where(Booking.screening_id == event.id)):
        if (row.agent_id, row.task) in wanted:
            row.languages = wanted.pop((row.agent_id, row.task))
        else:
            session.delete(row)
    for (agent, task), languages in wanted.items():
        session.add(Booking(screening_id=event.id, agent_id=agent, task=task, languages=languages))
