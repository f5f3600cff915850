"""What was found, by name: titles, people, places and screenings as the reader sees them."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.kinds import LANGUAGES, NameType
from app.domain.names import FourNames, WorkName, shown
from app.domain.order import sort_key
from app.store.agents import AgentName, Post
from app.store.base import four
from app.store.faces import Face
from app.store.programmes import Programme
from app.store.screenings import Part, Screening
from app.store.venues import Hall, Venue
from app.store.work_rows import work_names
from app.store.works import Work


class Named(NamedTuple):
    """A subject with all its names; `place` sorts it among its likes.

    `note` is the post of a person, the venue of a hall, the hall of a screening, which is
    part of `programme` and begins at `when`, the wall time there.
    """

    kind: str
    id: int
    name: str
    original: str
    year: int | None
    place: str
    names: tuple[WorkName, ...]
    note: str = ""
    when: datetime | None = None
    programme: int | None = None


def named(session: Session, kind: str, ids: Sequence[int], language: str) -> list[Named]:
    """The subjects of one kind with their names; works without them, see `with_names`."""
    return _NAMED[kind](session, ids, language)


def _works(session: Session, ids: Sequence[int], language: str) -> list[Named]:
    """Works with title and place only: a beginning finds hundreds, of which a few are shown."""
    query = select(Face.work_id, Face.title, Face.sort_key, Work.year).join(Work, Work.id == Face.work_id)
    rows = session.connection().execute(query.where(Face.language == language, Face.work_id.in_(ids))).all()
    return [Named("work", work, title, "", year, place, ()) for work, title, place, year in rows]


def with_names(session: Session, works: Sequence[Named]) -> dict[int, Named]:
    """These works with their names, by id."""
    names = work_names(session, {work.id for work in works})
    found = {}
    for work in works:
        own = names.get(work.id, ())
        original = next((name.text for name in own if name.type == NameType.ORIGINAL), own[0].text if own else "")
        found[work.id] = work._replace(original=original, names=own)
    return found


def _agents(session: Session, ids: Sequence[int], language: str) -> list[Named]:
    query = select(AgentName.agent_id, AgentName.text, AgentName.language, AgentName.reading)
    names: dict[int, list[WorkName]] = defaultdict(list)
    rows = session.execute(query.where(AgentName.agent_id.in_(ids)).order_by(AgentName.agent_id, AgentName.position))
    for agent, name, tag, reading in rows:
        kind = NameType.ALTERNATIVE if names[agent] else NameType.ORIGINAL
        names[agent].append(WorkName(name, tag, kind, reading=reading))
    posts = _posts(session, list(names))
    found = []
    for agent, own in names.items():
        face = shown(own, language)
        held = [WorkName(text, "und", NameType.ALTERNATIVE) for post in posts.get(agent, ()) for text in post if text]
        note = ", ".join(text for text in posts.get(agent, [("", "")])[0] if text)
        place = sort_key(face.title, language)
        found.append(Named("agent", agent, face.title, own[0].text, None, place, (*own, *held), note))
    return found


def _posts(session: Session, agents: Sequence[int]) -> Mapping[int, list[tuple[str, str]]]:
    """Title and organisation of the posts of people, those without an end first."""
    found: dict[int, list[tuple[str, str]]] = defaultdict(list)
    query = select(Post.agent_id, Post.title, Post.organisation).where(Post.agent_id.in_(agents))
    for agent, title, organisation in session.execute(query.order_by(Post.ends.is_not(None), Post.position, Post.id)):
        found[agent].append((title, organisation))
    return found


def _in_four(*every: FourNames) -> tuple[WorkName, ...]:
    return tuple(
        WorkName(name, code, NameType.ORIGINAL)
        for four_names in every
        for code, name in zip(LANGUAGES, four_names, strict=True)
        if name
    )


def _venues(session: Session, ids: Sequence[int], language: str) -> list[Named]:
    found = []
    for row in session.execute(select(Venue.__table__).where(Venue.id.in_(ids))).mappings():
        names, city = four(row), four(row, "city_")
        title = names.shown(language)
        place = sort_key(title, language)
        found.append(Named("venue", row["id"], title, city.shown(language), None, place, _in_four(names, city)))
    return found


def _halls(session: Session, ids: Sequence[int], language: str) -> list[Named]:
    columns = (Hall.id, *_columns(Hall, "hall"), *_columns(Venue, "venue"))
    query = select(*columns).join(Venue, Venue.id == Hall.venue_id).where(Hall.id.in_(ids))
    found = []
    for row in session.execute(query).mappings():
        hall, venue = four(row, "hall_"), four(row, "venue_")
        title, note = hall.shown(language), venue.shown(language)
        place = sort_key(f"{note} {title}", language)
        found.append(Named("hall", row["id"], title, "", None, place, _in_four(hall, venue), note))
    return found


def _columns(model: Any, prefix: str) -> list[Any]:
    return [getattr(model, f"name_{code}").label(f"{prefix}_{code}") for code in FourNames._fields]


def _showings(session: Session, ids: Sequence[int], language: str) -> list[Named]:
    """Screenings in the order of time, under their own names or those of the titles they show."""
    query = (
        select(
            Screening.id, Screening.starts_local, Screening.starts, Screening.programme_id, *_columns(Screening, "own"),
            *_columns(Hall, "hall"), *_columns(Venue, "venue"), *_columns(Programme, "programme"),
        )
        .join(Hall, Hall.id == Screening.hall_id)
        .join(Venue, Venue.id == Hall.venue_id)
        .join(Programme, Programme.id == Screening.programme_id)
        .where(Screening.id.in_(ids))
    )  # fmt: skip
    rows = session.execute(query).mappings().all()
    parts = select(Part.screening_id, Part.work_id).where(Part.screening_id.in_(ids), Part.work_id.is_not(None))
    played: dict[int, list[int]] = defaultdict(list)
    for screening, work in session.execute(parts.order_by(Part.screening_id, Part.position, Part.id)):
        played[screening].append(work or 0)
    names = work_names(session, {work for works in played.values() for work in works})
    found = []
    for row in rows:
        works = [names[work] for work in dict.fromkeys(played[row["id"]]) if work in names]
        own, hall = four(row, "own_"), four(row, "hall_")
        title = own.shown(language) or " + ".join(shown(work, language).title for work in works)
        every = (*(name for work in works for name in work), *_in_four(own, hall, four(row, "venue_")))
        place = row["starts"].isoformat()
        found.append(
            Named("showing", row["id"], title, "", None, place, (*every, *_in_four(four(row, "programme_"))),
                  hall.shown(language), row["starts_local"], row["programme_id"])
        )  # fmt: skip
    return found


_NAMED: Mapping[str, Callable[[Session, Sequence[int], str], list[Named]]] = {
    "work": _works, "agent": _agents, "venue": _venues, "hall": _halls, "showing": _showings,
}  # fmt: skip
