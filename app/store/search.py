"""Finding: what is derived from the records for search and order, kept fresh, and asked. The only home of SQL text."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from sqlalchemy import ColumnElement, Connection, and_, delete, insert, or_, select, text
from sqlalchemy.orm import Session

from app.domain import folding
from app.domain.folding import FormKind
from app.domain.kinds import LANGUAGES, NameType
from app.domain.names import FourNames, WorkName, shown
from app.domain.order import sort_key
from app.domain.why import why
from app.errors import UserError
from app.store.agents import AgentName
from app.store.base import Base, four
from app.store.belongings import leads, works_of
from app.store.faces import Face, Form, Subject
from app.store.failures import DAMAGED
from app.store.journal import Change, Pace
from app.store.schema import metadata
from app.store.venues import Venue
from app.store.work_rows import work_names
from app.store.works import Work

CHUNK = 500
"""Rows asked for in one statement while many records are refreshed."""

KINDS = ("work", "agent", "venue")
"""What can be found, in the order in which equally good hits are told."""

ENOUGH = 200
"""Candidates fetched before the best are chosen."""

LONGEST_ENTRY = 2400
"""Bytes of a form or sort key that are kept: an index of a server takes no entry beyond 2,704."""

LAST_LETTER = "\U0010ffff"
"""Comes after every letter there is."""

_ADD = text("INSERT INTO word_index(rowid, words) VALUES (:id, :words)")
_DROP = text("INSERT INTO word_index(word_index, rowid, words) VALUES ('delete', :id, :words)")
_MATCH = text(
    "SELECT subject.kind, subject.subject_id FROM word_index JOIN subject ON subject.id = word_index.rowid"
    " WHERE word_index MATCH :match LIMIT :most"
)
# One row of all ids: as rows of their own, 70,000 take five times as long on their way through SQLAlchemy. The plus
# keeps SQLite from going through every work instead of through what matches.
_WORKS = text(
    "SELECT group_concat(subject.subject_id) FROM word_index JOIN subject ON subject.id = word_index.rowid"
    " WHERE word_index MATCH :match AND +subject.kind = 'work'"
)

# Derived rows are written below the unit of work: the journal keeps records, not what follows from them.
_FACES, _SUBJECTS, _FORMS = (Base.metadata.tables[model.__tablename__] for model in (Face, Subject, Form))


class Hit(NamedTuple):
    """Something found: kind is work, agent or venue. `why` is the name that matched and how it did.

    `spans` are (start, end) in `why` to be marked. Lower `rank` is better: the whole name,
    its beginning, a word in it.
    """

    kind: str
    id: int
    name: str
    original: str
    year: int | None
    how: FormKind
    why: str
    spans: tuple[tuple[int, int], ...]
    rank: int


def check(connection: Connection) -> None:
    """Refuse a file that lacks a table or the word index: it is no whole library."""
    if connection.dialect.name == "sqlite":
        found = set(connection.scalars(text("SELECT name FROM sqlite_master WHERE type = 'table'")))
        if not {"word_index", *metadata().tables} <= found:
            raise UserError(DAMAGED)


def refresh(session: Session, changes: Sequence[Change]) -> set[int]:
    """Derive anew what depends on the changed rows; the works any of whose records changed."""
    keys = defaultdict(set)
    works: set[int] = set()
    for change in changes:
        keys[change.table].add(change.key)
        if change.table == "work":
            works.add(change.key)
        works.update(work for work in _referred(change, "work_id"))
        if change.table in leads() and leads()[change.table][1] != "work":
            works.update(works_of(session, change.table, _referred(change, leads()[change.table][0])))
    named = keys["work"] | {work for c in changes if c.table == "name" for work in _referred(c, "work_id")}
    if named:
        refresh_works(session, sorted(named))
    people = keys["agent"] | {a for c in changes if c.table == "agent_name" for a in _referred(c, "agent_id")}
    if people:
        refresh_agents(session, sorted(people))
    if keys["venue"]:
        refresh_venues(session, sorted(keys["venue"]))
    return works


def _referred(change: Change, column: str) -> Iterable[int]:
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
            connection.execute(insert(_FACES), faces)
        forms = {
            work: [form for name in own for form in folding.index_forms(name.text, name.language, name.reading)]
            for work, own in names.items()
        }
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


def refresh_agents(session: Session, agents: Sequence[int]) -> None:
    """Derive the words of these agents anew."""
    for first in range(0, len(agents), CHUNK):
        some = agents[first : first + CHUNK]
        forms: dict[int, list[folding.Form]] = defaultdict(list)
        query = select(AgentName.agent_id, AgentName.text, AgentName.language).where(AgentName.agent_id.in_(some))
        for agent, name, language in session.execute(query):
            forms[agent].extend(folding.index_forms(name, language))
        _replace(session, "agent", some, forms)


def refresh_venues(session: Session, venues: Sequence[int]) -> None:
    """Derive the words of these venues anew."""
    forms = {}
    for venue in session.scalars(select(Venue).where(Venue.id.in_(venues))):
        city = FourNames(venue.city_kk, venue.city_zh, venue.city_ru, venue.city_en)
        names = [(code, name) for four in (venue.names, city) for code, name in zip(LANGUAGES, four, strict=True)]
        forms[venue.id] = [form for code, name in names if name for form in folding.index_forms(name, code)]
    _replace(session, "venue", venues, forms)


def _replace(session: Session, kind: str, ids: Sequence[int], forms: Mapping[int, Sequence[folding.Form]]) -> None:
    """Put new words and forms of the subjects `ids` in the place of the old ones."""
    connection = session.connection()
    sqlite = connection.dialect.name == "sqlite"
    query = select(Subject.id, Subject.words).where(Subject.kind == kind, Subject.subject_id.in_(ids))
    old = [{"id": row.id, "words": row.words} for row in session.execute(query)]
    if old:
        if sqlite:
            connection.execute(_DROP, old)
        gone = [row["id"] for row in old]
        connection.execute(delete(_FORMS).where(_FORMS.c.subject_id.in_(gone)))
        connection.execute(delete(_SUBJECTS).where(_SUBJECTS.c.id.in_(gone)))
    new = [{"kind": kind, "subject_id": id_, "words": folding.index_text(own)} for id_, own in forms.items() if own]
    if not new:
        return
    connection.execute(insert(_SUBJECTS), new)
    fresh = select(Subject.id, Subject.subject_id, Subject.words)
    rows = session.execute(fresh.where(Subject.kind == kind, Subject.subject_id.in_(list(forms)))).all()
    if sqlite:
        connection.execute(_ADD, [{"id": row.id, "words": row.words} for row in rows])
    whole = [
        {"subject_id": row.id, "text": words}
        for row in rows
        for words in dict.fromkeys(_fitting(form.text) for form in forms[row.subject_id])
        if words
    ]
    if whole:
        connection.execute(insert(_FORMS), whole)


def find(session: Session, sought: str, language: str, limit: int = 20) -> list[Hit]:
    """What `sought` finds, best first: whole names, then beginnings, then words; each by title.

    Among likes the titles that begin as typed go before those that begin so in another spelling.

    Never raises, whatever the text; an empty or unsearchable one finds nothing. `limit` 0 means all.
    """
    likes: dict[tuple[int, str], list[int]] = defaultdict(list)
    for (kind, subject), rank in _ranks(session, sought).items():
        likes[rank, kind].append(subject)
    best: list[tuple[int, _Named]] = []
    typed = sought.strip().casefold()

    def place(found: _Named) -> tuple[bool, str]:
        """By title; first those that begin with what was typed, before those that only sound like it."""
        return not found.name.casefold().startswith(typed), found.place

    for rank, kind in sorted(likes, key=lambda like: (like[0], KINDS.index(like[1]))):
        named = _NAMED[kind](session, likes[rank, kind], language)
        best += [(rank, found) for found in sorted(named, key=place)]
        if 0 < limit <= len(best):  # what ranks lower need not even be named
            del best[limit:]
            break
    names = work_names(session, {found.id for _, found in best if found.kind == "work"})
    return [
        _hit(_with_names(found, names.get(found.id, ())) if found.kind == "work" else found, sought, rank)
        for rank, found in best
    ]


def _ranks(session: Session, sought: str) -> dict[tuple[str, int], int]:
    """(kind, id) of what `sought` finds, and whether by a whole name, by its beginning or by words; some hundreds."""
    ranks: dict[tuple[str, int], int] = {}
    query = select(Subject.kind, Subject.subject_id, Form.text).join(Form, Form.subject_id == Subject.id)
    for whole in _wholes(sought):
        beginning = query.where(_begins(session, whole)).order_by(Form.text).limit(ENOUGH)
        for kind, subject, name in session.connection().execute(beginning).all():
            ranks[kind, subject] = min(int(name != whole), ranks.get((kind, subject), 1))
    if len(ranks) < ENOUGH:
        for kind, subject in _by_words(session, sought, ENOUGH):
            ranks.setdefault((kind, subject), 2)
    return ranks


def matching_works(session: Session, sought: str) -> set[int]:
    """All works that `sought` finds, for narrowing the list."""
    # Every kind is read: asked for works alone, SQLite would go through all of them instead of through what matches.
    query = select(Subject.kind, Subject.subject_id).join(Form, Form.subject_id == Subject.id)
    whole = session.connection().execute(query.where(Form.text.in_(_wholes(sought))))
    works = {subject for kind, subject in whole if kind == "work"}
    if session.get_bind().dialect.name == "sqlite":
        match = folding.match_expression(sought)
        ids = session.scalar(_WORKS, {"match": match}) if match else None
        return works.union(map(int, ids.split(","))) if ids else works
    return works.union(subject for kind, subject in _by_words(session, sought, None) if kind == "work")


def found_agents(session: Session, sought: str) -> set[int]:
    """All people and organisations that `sought` finds."""
    return {subject for kind, subject in _by_words(session, sought, None) if kind == "agent"}


def _wholes(sought: str) -> list[str]:
    """What a whole name, or its beginning, may be spelt like: folded, by skeleton, in one word."""
    folded = folding.fold(sought[: folding.LONGEST_QUERY])
    spelt = (folded, folding.skeleton(sought[: folding.LONGEST_QUERY]), folded.replace(" ", ""))
    return [text for text in dict.fromkeys(spelt) if text]


def _begins(session: Session, beginning: str) -> ColumnElement[bool]:
    """Whole names that begin so: in a file a stretch of the index, which SQLite's LIKE would not use."""
    if session.get_bind().dialect.name == "sqlite":
        return (Form.text >= beginning) & (Form.text < beginning + LAST_LETTER)
    return Form.text.startswith(beginning, autoescape=True)


def _by_words(session: Session, sought: str, most: int | None) -> Sequence[tuple[str, int]]:
    """(kind, id) of what has every word of `sought`; at most `most`, all if None."""
    if session.get_bind().dialect.name == "sqlite":
        match = folding.match_expression(sought)
        if match is None:
            return []
        return session.connection().execute(_MATCH, {"match": match, "most": -1 if most is None else most}).all()
    asked = folding.query_forms(sought)
    if not asked.terms:
        return []
    spaced = " " + Subject.words  # a word begins behind a space; ten thousand subjects are read through in 7 ms
    ways = [or_(*(spaced.contains(f" {word}", autoescape=True) for word in term)) for term in asked.terms]
    joined = [spaced.contains(f" {word}", autoescape=True) for word in asked.joined]
    query = select(Subject.kind, Subject.subject_id).where(or_(and_(*ways), *joined)).order_by(Subject.id)
    return session.execute(query.limit(most)).all()


class _Named(NamedTuple):
    """A subject with all its names; `place` sorts it among its likes."""

    kind: str
    id: int
    name: str
    original: str
    year: int | None
    place: str
    names: tuple[WorkName, ...]


def _works(session: Session, ids: Sequence[int], language: str) -> list[_Named]:
    """Works with title and place only: a beginning finds hundreds, of which a few are shown."""
    query = select(Face.work_id, Face.title, Face.sort_key, Work.year).join(Work, Work.id == Face.work_id)
    rows = session.connection().execute(query.where(Face.language == language, Face.work_id.in_(ids))).all()
    return [_Named("work", work, title, "", year, place, ()) for work, title, place, year in rows]


def _with_names(found: _Named, own: tuple[WorkName, ...]) -> _Named:
    original = next((name.text for name in own if name.type == NameType.ORIGINAL), own[0].text if own else "")
    return found._replace(original=original, names=own)


def _agents(session: Session, ids: Sequence[int], language: str) -> list[_Named]:
    query = select(AgentName.agent_id, AgentName.text, AgentName.language).where(AgentName.agent_id.in_(ids))
    names: dict[int, list[WorkName]] = defaultdict(list)
    for agent, name, tag in session.execute(query.order_by(AgentName.agent_id, AgentName.position)):
        names[agent].append(WorkName(name, tag, NameType.ORIGINAL if not names[agent] else NameType.ALTERNATIVE))
    found = []
    for agent, own in names.items():
        face = shown(own, language)
        found.append(_Named("agent", agent, face.title, own[0].text, None, sort_key(face.title, language), tuple(own)))
    return found


def _venues(session: Session, ids: Sequence[int], language: str) -> list[_Named]:
    found = []
    for row in session.execute(select(Venue.__table__).where(Venue.id.in_(ids))).mappings():
        names, city = four(row), four(row, "city_")
        own = [WorkName(name, code, NameType.ORIGINAL) for code, name in zip(LANGUAGES, names, strict=True) if name]
        own += [WorkName(name, code, NameType.ORIGINAL) for code, name in zip(LANGUAGES, city, strict=True) if name]
        title = names.shown(language)
        found.append(
            _Named("venue", row["id"], title, city.shown(language), None, sort_key(title, language), tuple(own))
        )
    return found


_NAMED = {"work": _works, "agent": _agents, "venue": _venues}


def _hit(found: _Named, sought: str, rank: int) -> Hit:
    reason = why(sought, found.names)
    how, matched, spans = (reason.kind, reason.shown, reason.spans) if reason else (FormKind.NAME, found.name, ())
    return Hit(found.kind, found.id, found.name, found.original, found.year, how, matched, spans, rank)
