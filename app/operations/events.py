"""An event as its form states it: place, parts, facts and people, put on the board or corrected in one step."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.kinds_of_plans import PersonTask
from app.domain.names import FourNames
from app.operations import agents, people_at_shows, screenings
from app.operations.screenings import PartSpec
from app.store.bookings import Booking


class Person(NamedTuple):
    """Somebody at an event, by number or, if the library does not know them yet, by name."""

    agent: int
    name: str
    task: PersonTask
    languages: tuple[str, ...] = ()


class EventFacts(NamedTuple):
    """What the form of an event asks for; `starts` is naive wall time of the hall. `facts`: columns of the event."""

    hall: int
    starts: datetime
    parts: tuple[PartSpec, ...]
    names: FourNames = FourNames()
    people: tuple[Person, ...] = ()
    strand: int | None = None
    facts: tuple[tuple[str, Any], ...] = ()


def add(session: Session, programme: int, asked: EventFacts) -> int:
    """Put an event on the board; its id."""
    made = screenings.add_event(
        session, programme, asked.hall, asked.starts, asked.parts, names=asked.names, strand_id=asked.strand
    )
    screenings.change(session, made, **dict(asked.facts))
    _book(session, made, asked.people)
    return made


def correct(session: Session, screening: int, asked: EventFacts) -> None:
    """Make an event what its form says. A locked one keeps its place."""
    screenings.correct_event(
        session, screening, asked.hall, asked.starts, asked.parts, names=asked.names, strand_id=asked.strand
    )
    screenings.change(session, screening, **dict(asked.facts))
    _book(session, screening, asked.people)


def _book(session: Session, screening: int, people: Sequence[Person]) -> None:
    """Book exactly these: who stays keeps their booking."""
    rows = session.scalars(select(Booking).where(Booking.screening_id == screening)).all()
    known = {(row.agent_id, row.task): row for row in rows}
    wanted: set[tuple[int, PersonTask]] = set()
    for person in people:
        agent = person.agent or agents.add(session, person.name)
        key = (agent, person.task)
        if key in wanted:
            continue
        wanted.add(key)
        row = known.get(key)
        if row is None:
            people_at_shows.book(session, screening, agent, person.task, person.languages)
        elif row.languages != " ".join(person.languages):
            people_at_shows.change_booking(session, row.id, languages=person.languages)
    for key, row in known.items():
        if key not in wanted:
            people_at_shows.unbook(session, row.id)
