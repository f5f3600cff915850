"""What is derived from the records for search and order: derived anew in the same transaction as they change."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, delete, select, text
from sqlalchemy.orm import Session

from app.domain import folding
from app.domain.kinds import LANGUAGES
from app.domain.names import FourNames, WorkName, shown
from app.domain.order import sort_key
from app.domain.typed_days import day_words
from app.errors import UserError
from app.store.agents import Agent, AgentName, Post
from app.store.base import Base, four
from app.store.belongings import leads, works_of
from app.store.faces import Face, Form, Subject
from app.store.failures import DAMAGED
from app.store.journal import Change, Pace
from app.store.many_rows import insert_rows
from app.store.programmes import Programme
from app.store.schema import metadata
from app.store.screenings import Part, Screening
from app.store.venues import Hall, Venue
from app.store.work_rows import work_names
from app.store.works import Work

CHUNK = 500
"""Rows asked for in one statement while many records are refreshed."""

KINDS = ("work", "agent", "venue", "hall", "showing")
"""What can be found. The number of a subject is that of its record times `ROOM`, and the place of its kind here."""

ROOM = 8

LONGEST_ENTRY = 2400
"""Bytes of a form or sort key that are kept: an index of a server takes no entry beyond 2,704."""

_ADD = text("INSERT INTO word_index(rowid, words) VALUES (:id, :words)")
_DROP = text("INSERT INTO word_index(word_index, rowid, words) VALUES ('delete', :id, :words)")

# Derived rows are written below the unit of work: the journal keeps records, not what follows from them.
_FACES, _SUBJECTS, _FORMS = (Base.metadata.tables[model.__tablename__] for model in (Face, Subject, Form))

Forms = Sequence[folding.Form]


def check(connection: Connection) -> None:
    """Refuse a file that lacks a table or the word index: it is no whole library."""
    if connection.dialect.name == "sqlite":
        found = set(connection.scalars(text("SELECT name FROM sqlite_master WHERE type = 'table'")))
        if not {"word_index", *metadata().tables} <= found:
            raise UserError(DAMAGED)


def number_of(kind: str, record: int) -> int:
    """The number a record has as a subject."""
    return record * ROOM + KINDS.index(kind)


def refresh(session: Session, changes: Sequence[Change]) -> set[int]:
    """Derive anew what depends on the changed rows; the works any of whose records changed."""
    keys: dict[str, set[int]] = defaultdict(set)
    above: dict[str, set[int]] = defaultdict(set)
    works: set[int] = set()
    own: dict[str, list[Change]] = defaultdict(list)
    for change in changes:
        own[change.table].append(change)
    for table, some in own.items():
        Pace.go_on(session, 0)
        keys[table] = {change.key for change in some}
        works |= _owners(some, table, "work_id")
        if table == "work":
            works |= keys[table] | _owners(some, table, "parent_id")  # a series shows its seasons and episodes
        elif table in leads() and leads()[table][1] != "work":
            above[table] = _owners(some, table, leads()[table][0])
    for table, owners in above.items():
        every = sorted(owners)
        for first in range(0, len(every), CHUNK):
            works.update(works_of(session, table, every[first : first + CHUNK]))
    # What is derived of a work follows from its names alone: other facts of it change nothing here.
    came_or_went = {change.key for change in own["work"] if change.before is None or change.after is None}
    named = came_or_went | _owners(own["name"], "name", "work_id")
    people = keys["agent"].union(*(_owners(own[table], table, "agent_id") for table in ("agent_name", "post")))
    halls = keys["hall"] | _of(session, Hall.id, Hall.venue_id, keys["venue"])
    for derive, records in (
        (refresh_works, named),
        (refresh_agents, people),
        (refresh_venues, keys["venue"]),
        (refresh_halls, halls),
        (refresh_showings, _showings(session, keys, named, halls) | _owners(own["part"], "part", "screening_id")),
    ):
        if records:
            derive(session, sorted(records))
    return works


def _showings(session: Session, keys: Mapping[str, set[int]], works: set[int], halls: set[int]) -> set[int]:
    """The showings that tell something of these records."""
    return (
        keys["screening"]
        | _of(session, Part.screening_id, Part.work_id, works)
        | _of(session, Screening.id, Screening.hall_id, halls)
        | _of(session, Screening.id, Screening.programme_id, keys["programme"])
    )


def _of(session: Session, wanted: Any, column: Any, owners: set[int]) -> set[int]:
    """The rows that lead to one of the owners by a column."""
    found: set[int] = set()
    every = sorted(owners)
    for first in range(0, len(every), CHUNK):
        found.update(session.scalars(select(wanted).where(column.in_(every[first : first + CHUNK]))))
    return found


def _owners(changes: Iterable[Change], table: str, column: str) -> set[int]:
    return {owner for change in changes if change.table == table for owner in _referred(change, column)}


def _referred(change: Change, column: str) -> Iterator[int]:
    for row in (change.before, change.after):
        value = row.get(column) if row else None
        if isinstance(value, int):
            yield value


def refresh_works(session: Session, works: Sequence[int]) -> None:
    """Derive titles, order and words of these works anew; those that are gone are forgotten."""
    connection = session.connection()
    for first in range(0, len(works), CHUNK):
        some = works[first : first + CHUNK]
        there = set(session.scalars(select(Work.id).where(Work.id.in_(some))))
        names = work_names(session, set(there))
        connection.execute(delete(_FACES).where(_FACES.c.work_id.in_(some)))
        faces = [_face(work, names[work], language) for work in sorted(names) for language in LANGUAGES]
        if faces:
            insert_rows(connection, _FACES, faces)
        forms = {work: list(_forms((n.text, n.language, n.reading) for n in own)) for work, own in names.items()}
        _replace(session, "work", some, forms)
        Pace.go_on(session, len(some))


def _face(work: int, names: Sequence[WorkName], language: str) -> dict[str, object]:
    face = shown(names, language)
    reading = next((name.reading for name in names if name.text == face.title and name.reading), "")
    return {
        "work_id": work,
        "language": language,
        "title": face.title,
        "title_language": face.language,
        "borrowed": face.borrowed,
        "second": face.second,
        "sort_key": _fitting(sort_key(face.title, language, reading)),
    }


def _fitting(entry: str) -> str:
    """The beginning of an index entry that every database takes; longer names are told apart by nobody."""
    if len(entry) * 4 <= LONGEST_ENTRY:
        return entry
    return entry.encode()[:LONGEST_ENTRY].decode(errors="ignore")


def _forms(names: Iterable[tuple[str, str, str]]) -> Iterator[folding.Form]:
    """The forms of names given as (text, language, reading)."""
    for name, language, reading in names:
        if name:
            yield from folding.index_forms(name, language, reading)


def _four(names: FourNames) -> Iterator[folding.Form]:
    return _forms((name, code, "") for code, name in zip(LANGUAGES, names, strict=True))


def refresh_agents(session: Session, agents: Sequence[int]) -> None:
    """Derive the words of these agents anew: all their names, and the posts they hold or held."""
    for first in range(0, len(agents), CHUNK):
        some = agents[first : first + CHUNK]
        forms: dict[int, list[folding.Form]] = defaultdict(list)
        names = select(AgentName.agent_id, AgentName.text, AgentName.language, AgentName.reading)
        for agent, *name in session.execute(names.where(AgentName.agent_id.in_(some))):
            forms[agent].extend(_forms([tuple(name)]))  # type: ignore[list-item]  # text, language, reading
        held = select(Post.agent_id, Post.title, Post.organisation).join(Agent, Agent.id == Post.agent_id)
        for agent, title, organisation in session.execute(held.where(Post.agent_id.in_(some))):
            forms[agent].extend(_forms([(title, "und", ""), (organisation, "und", "")]))
        _replace(session, "agent", some, forms)
        Pace.go_on(session, 0)


def refresh_venues(session: Session, venues: Sequence[int]) -> None:
    """Derive the words of these venues anew."""
    forms = {}
    for venue in session.scalars(select(Venue).where(Venue.id.in_(venues))):
        city = FourNames(venue.city_kk, venue.city_zh, venue.city_ru, venue.city_en)
        forms[venue.id] = [*_four(venue.names), *_four(city)]
    _replace(session, "venue", venues, forms)


def refresh_halls(session: Session, halls: Sequence[int]) -> None:
    """Derive the words of these halls anew: their names and those of the venue."""
    forms: dict[int, list[folding.Form]] = {}
    own: dict[int, list[folding.Form]] = {}
    query = select(Hall.id, *_names_of(Hall, "hall"), *_names_of(Venue, "venue")).join(Venue, Venue.id == Hall.venue_id)
    for row in session.execute(query.where(Hall.id.in_(halls))).mappings():
        own[row["id"]] = list(_four(four(row, "hall_")))
        forms[row["id"]] = [*own[row["id"]], *_four(four(row, "venue_"))]
    _replace(session, "hall", halls, forms, own)


def _names_of(model: Any, prefix: str) -> list[Any]:
    return [getattr(model, f"name_{code}").label(f"{prefix}_{code}") for code in FourNames._fields]


def refresh_showings(session: Session, screenings: Sequence[int]) -> None:
    """Derive the words of these screenings anew: titles, hall, venue, programme, and the day."""
    for first in range(0, len(screenings), CHUNK):
        some = screenings[first : first + CHUNK]
        played = select(Part.screening_id, Part.work_id).where(Part.screening_id.in_(some), Part.work_id.is_not(None))
        works: dict[int, list[int]] = defaultdict(list)
        for screening, work in session.execute(played):
            works[screening].append(work or 0)
        names = work_names(session, {work for own in works.values() for work in own})
        query = (
            select(
                Screening.id, Screening.starts_local, *_names_of(Screening, "own"), *_names_of(Hall, "hall"),
                *_names_of(Venue, "venue"), *_names_of(Programme, "programme"),
            )
            .join(Hall, Hall.id == Screening.hall_id)
            .join(Venue, Venue.id == Hall.venue_id)
            .join(Programme, Programme.id == Screening.programme_id)
        )  # fmt: skip
        forms = {}
        for row in session.execute(query.where(Screening.id.in_(some))).mappings():
            titles = (name for work in works[row["id"]] for name in names.get(work, ()))
            forms[row["id"]] = [
                *_four(four(row, "own_")),
                *_forms((name.text, name.language, name.reading) for name in titles),
                *(form for about in ("hall_", "venue_", "programme_") for form in _four(four(row, about))),
                *_day(row["starts_local"]),
            ]
        _replace(session, "showing", some, forms, {})


def _day(starts: datetime) -> Iterator[folding.Form]:
    return (folding.Form(folding.FormKind.NAME, word) for word in day_words(starts.date()))


def _replace(
    session: Session,
    kind: str,
    records: Sequence[int],
    forms: Mapping[int, Forms],
    wholes: Mapping[int, Forms] | None = None,
) -> None:
    """Put new words of these records in the place of the old ones.

    By whole names they are found through `wholes`, by default the same forms.
    """
    connection = session.connection()
    sqlite = connection.dialect.name == "sqlite"
    numbers = [number_of(kind, record) for record in records]
    old = connection.execute(select(_SUBJECTS.c.id, _SUBJECTS.c.words).where(_SUBJECTS.c.id.in_(numbers))).all()
    if old:
        if sqlite:
            connection.execute(_DROP, [{"id": row.id, "words": row.words} for row in old])
        gone = [row.id for row in old]
        connection.execute(delete(_FORMS).where(_FORMS.c.subject_id.in_(gone)))
        connection.execute(delete(_SUBJECTS).where(_SUBJECTS.c.id.in_(gone)))
    new = [
        {"id": number_of(kind, record), "kind": kind, "subject_id": record, "words": folding.index_text(own)}
        for record, own in forms.items()
        if own
    ]
    if not new:
        return
    insert_rows(connection, _SUBJECTS, new)
    if sqlite:
        connection.execute(_ADD, [{"id": row["id"], "words": row["words"]} for row in new])
    names = [
        {"subject_id": number_of(kind, record), "text": words}
        for record, own in (forms if wholes is None else wholes).items()
        for words in dict.fromkeys(_fitting(form.text) for form in own)
        if words
    ]
    if names:
        insert_rows(connection, _FORMS, names)
