"""Finding: what is sought is asked of the words kept by `search_keeping`, and answered in order, with the reason."""

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import ColumnElement, and_, or_, select, text
from sqlalchemy.orm import Session

from app.domain import folding
from app.domain.folding import FormKind
from app.domain.typed_days import dated
from app.domain.why import why
from app.store.faces import Form, Subject
from app.store.search_alike import Alike, alike
from app.store.search_keeping import KINDS, ROOM
from app.store.search_names import Named, named, with_names

ENOUGH = 200
"""Candidates fetched before the best are chosen."""

FEW = 3
"""Where fewer than this are found as typed, words with a mistake are looked for, too."""

LAST_LETTER = "\U0010ffff"
"""Comes after every letter there is."""

ALIKE = 3
"""The rank of what is only spelt alike."""

_TOLD = {"showing": "screening"}
_WORK = KINDS.index("work")

_MATCH = text("SELECT rowid FROM word_index WHERE word_index MATCH :match LIMIT :most")
# One row of all numbers: as rows of their own, 70,000 take five times as long on their way through SQLAlchemy.
_ALL = text(
    "SELECT group_concat(rowid / 8) FROM word_index WHERE word_index MATCH :match AND rowid % 8 = :kind"
)  # 8 is ROOM


class Hit(NamedTuple):
    """Something found: kind is work, agent, venue, hall or screening. `why` is the name that matched and how it did.

    `spans` are (start, end) in `why` to be marked. Lower `rank` is better: the whole name,
    its beginning, a word in it, a word spelt alike. `note` is the post of a person, the
    venue of a hall, the hall of a screening, which is part of `programme` and begins `when`.
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
    note: str = ""
    when: datetime | None = None
    programme: int | None = None


def find(session: Session, sought: str, language: str, limit: int = 20, *, each: int = 0) -> list[Hit]:
    """What `sought` finds, best first: whole names, then beginnings, then words, then words spelt alike; each by title.

    Among likes the titles that begin as typed go before those that begin so in another spelling.
    A day in it (17 Oct) finds what is shown on that day.

    Never raises, whatever the text; an empty or unsearchable one finds nothing. `limit` 0 means all;
    of one kind at most `each` are told, all if 0.
    """
    sought = sought[: folding.LONGEST_QUERY]  # a page of text pasted by mistake is not read to its end
    ranks = _ranks(session, sought)
    on_day = _on_day(session, sought)
    ranks |= dict.fromkeys(on_day, 0)
    best = _best(session, sought, language, (limit, each), ranks)
    meant: dict[int, Alike] = {}
    if len(ranks) < FEW and not 0 < limit <= len(best):
        meant = alike(session, sought, ENOUGH)
        new = {subject: ALIKE for subject in meant if subject not in ranks}
        best += _best(session, sought, language, (limit - len(best) if limit else 0, each), new)
    full = with_names(session, [found for _, found in best if found.kind == "work"])
    rest = day.rest if (day := dated(sought)) else sought
    return [
        _hit(
            full.get(found.id, found) if found.kind == "work" else found, _asked(found, rank, sought, rest, meant), rank
        )
        for rank, found in best
    ]


def _best(
    session: Session, sought: str, language: str, most: tuple[int, int], ranks: dict[int, int]
) -> list[tuple[int, Named]]:
    """Subjects with ranks in order: at most so many in all, and so many of each kind; 0 for any number."""
    limit, each = most
    told: Counter[int] = Counter()
    likes: dict[tuple[int, int], list[int]] = defaultdict(list)
    for subject, rank in ranks.items():
        likes[rank, subject % ROOM].append(subject // ROOM)
    typed = sought.strip().casefold()

    def place(found: Named) -> tuple[bool, str]:
        """By title; first those that begin with what was typed, before those that only sound like it."""
        return not found.name.casefold().startswith(typed), found.place

    best: list[tuple[int, Named]] = []
    for rank, kind in sorted(likes):
        if each and told[kind] >= each:
            continue
        likely = sorted(named(session, KINDS[kind], likes[rank, kind], language), key=place)
        best += [(rank, found) for found in likely[: each - told[kind] if each else None]]
        told[kind] += len(likely)
        if 0 < limit <= len(best):  # what ranks lower need not even be named
            del best[limit:]
            break
    return best


def _ranks(session: Session, sought: str) -> dict[int, int]:
    """Subjects that `sought` finds, and whether by a whole name, by its beginning or by words; some hundreds."""
    ranks: dict[int, int] = {}
    for whole in _wholes(sought):
        beginning = select(Form.subject_id, Form.text).where(_begins(session, whole)).order_by(Form.text).limit(ENOUGH)
        for subject, name in session.connection().execute(beginning).all():
            ranks[subject] = min(int(name != whole), ranks.get(subject, 1))
    if len(ranks) < ENOUGH:
        for subject in _by_words(session, sought, ENOUGH):
            ranks.setdefault(subject, 2)
    return ranks


def _on_day(session: Session, sought: str) -> list[int]:
    """The screenings on the day that is named in `sought` which have the rest of its words."""
    day = dated(sought)
    if day is None:
        return []
    found = _by_words(session, f"{day.rest} {day.word}", ENOUGH)
    return [subject for subject in found if KINDS[subject % ROOM] == "showing"]


def matching_works(session: Session, sought: str) -> set[int]:
    """All works that `sought` finds, for narrowing the list; those spelt alike where there are none."""
    found = set(_all_of_kind(session, sought, _WORK))
    if len(found) < ENOUGH:  # what is found by its whole name alone is rare
        whole = select(Form.subject_id).where(Form.text.in_(_wholes(sought))).limit(ENOUGH)
        found |= _records(session.connection().scalars(whole), _WORK)
    return found or _records(alike(session, sought, ENOUGH), _WORK)


def count_works(session: Session, sought: str) -> int:
    """How many works `sought` finds."""
    return len(matching_works(session, sought))


def found_agents(session: Session, sought: str) -> set[int]:
    """All people and organisations that `sought` finds."""
    return set(_all_of_kind(session, sought, KINDS.index("agent")))


def _all_of_kind(session: Session, sought: str, kind: int) -> Iterable[int]:
    """Every record of one kind that has every word of `sought`."""
    if session.get_bind().dialect.name != "sqlite":
        return _records(_by_words(session, sought, None), kind)
    match = folding.match_expression(sought)
    every = session.connection().scalar(_ALL, {"match": match, "kind": kind}) if match else None
    return json.loads(f"[{every}]") if every else ()  # in half the time that each number by itself takes


def _records(subjects: Iterable[int], kind: int) -> set[int]:
    return {subject // ROOM for subject in subjects if subject % ROOM == kind}


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


def _by_words(session: Session, sought: str, most: int | None) -> Sequence[int]:
    """The subjects that have every word of `sought`; at most `most`, all if None."""
    if session.get_bind().dialect.name == "sqlite":
        match = folding.match_expression(sought)
        if match is None:
            return []
        return session.connection().scalars(_MATCH, {"match": match, "most": -1 if most is None else most}).all()
    asked = folding.query_forms(sought)
    if not asked.terms:
        return []
    spaced = " " + Subject.words  # a word begins behind a space; ten thousand subjects are read through in 7 ms
    ways = [or_(*(spaced.contains(f" {word}", autoescape=True) for word in term)) for term in asked.terms]
    joined = [spaced.contains(f" {word}", autoescape=True) for word in asked.joined]
    query = select(Subject.id).where(or_(and_(*ways), *joined)).order_by(Subject.id)
    return session.scalars(query.limit(most)).all()


def _asked(found: Named, rank: int, sought: str, rest: str, meant: dict[int, Alike]) -> str:
    """What the reason for a hit is sought by: what was typed, without its day, or what it is taken for."""
    if rank == ALIKE:
        return meant[found.id * ROOM + KINDS.index(found.kind)]
    return rest if found.kind == "showing" else sought


def _hit(found: Named, asked: str, rank: int) -> Hit:
    reason = why(asked, found.names)
    how, matched, spans = (reason.kind, reason.shown, reason.spans) if reason else (FormKind.NAME, found.name, ())
    return Hit(
        _TOLD.get(found.kind, found.kind), found.id, found.name, found.original, found.year,
        FormKind.ALIKE if rank == ALIKE else how, matched, spans, rank, found.note, found.when, found.programme,
    )  # fmt: skip
