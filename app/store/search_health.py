"""Whether what is derived for search and order still follows from the records; and deriving all of it anew."""

from collections.abc import Iterator
from typing import NamedTuple

from sqlalchemy import delete, select, text
from sqlalchemy.exc import DatabaseError
from sqlalchemy.orm import Session

from app.store import search_keeping
from app.store.agents import Agent
from app.store.faces import Face, Form, Subject
from app.store.screenings import Screening
from app.store.venues import Hall, Venue
from app.store.works import Work

_EMPTY = text("INSERT INTO word_index(word_index) VALUES ('delete-all')")
_COMPARE = text("INSERT INTO word_index(word_index, rank) VALUES ('integrity-check', 1)")


class Derived(NamedTuple):
    """Everything derived, as values without the numbers of rows: equal when the same would be found and shown."""

    faces: frozenset[tuple[object, ...]]
    subjects: frozenset[tuple[object, ...]]
    forms: frozenset[tuple[object, ...]]


def derived(session: Session) -> Derived:
    """What is derived from the records at present."""
    faces = session.execute(select(Face.__table__))
    subjects = session.execute(select(Subject.kind, Subject.subject_id, Subject.words))
    forms = select(Subject.kind, Subject.subject_id, Form.text).outerjoin(Subject, Subject.id == Form.subject_id)
    return Derived(*(frozenset(tuple(row) for row in rows) for rows in (faces, subjects, session.execute(forms))))


def rebuild(session: Session) -> None:
    """Derive everything anew, whatever is there."""
    connection = session.connection()
    if connection.dialect.name == "sqlite":
        connection.execute(_EMPTY)
    for table in (Form, Subject, Face):
        connection.execute(delete(table.__table__))  # type: ignore[arg-type]  # a table
    search_keeping.refresh_works(session, list(session.scalars(select(Work.id))))
    search_keeping.refresh_agents(session, list(session.scalars(select(Agent.id))))
    search_keeping.refresh_venues(session, list(session.scalars(select(Venue.id))))
    search_keeping.refresh_halls(session, list(session.scalars(select(Hall.id))))
    search_keeping.refresh_showings(session, list(session.scalars(select(Screening.id))))


def stale(session: Session) -> bool:
    """Whether anything derived differs from what the records say. The session is one that is thrown away."""
    if not all(_whole(session)):
        return True
    before = derived(session)
    rebuild(session)
    return derived(session) != before


def _whole(session: Session) -> Iterator[bool]:
    """Whether the word index holds the words of its subjects."""
    if session.get_bind().dialect.name == "sqlite":
        try:
            session.connection().execute(_COMPARE)
        except DatabaseError:
            yield False
    yield True
