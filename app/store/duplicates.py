"""Titles that may be one: found in blocks of equal names and numbers, never each against each."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import combinations, groupby
from operator import itemgetter
from typing import NamedTuple

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.domain.found import Code, Found
from app.domain.kinds import Role, WorkKind
from app.domain.likeness import COMMON_NAME, NEAR_YEARS, Degree, Gallery, Match, Portrait, portrait
from app.store.agents import AgentName, Credit
from app.store.evidence import Identifier
from app.store.faces import Face, Form, Subject
from app.store.judgements import DistinctPair
from app.store.work_rows import bare
from app.store.works import Name, Work

SOME = 500
"""Rows asked for in one statement."""


class Pair(NamedTuple):
    """Two works that may be one, the smaller number first, and by what it was told."""

    one: int
    other: int
    match: Match


def duplicates(session: Session, report: Callable[[int, int], None] | None = None) -> list[Pair]:
    """The pairs of works that may be one, the likeliest first; those somebody has told apart are left out."""
    tell = report or _nobody
    apart = told_apart(session)
    gallery: Gallery[int] = Gallery()
    wanted = sorted(_worth_a_look(session, _blocks(session)))
    for place in range(0, len(wanted), SOME):
        for work, shown in portraits(session, wanted[place : place + SOME]):
            gallery.add(work, shown)
        tell(min(place + SOME, len(wanted)), len(wanted))
    found = (Pair(min(a, b), max(a, b), match) for a, b, match in gallery.pairs(Degree.MAYBE))
    return [pair for pair in found if (pair.one, pair.other) not in apart]


def as_found(session: Session, pairs: Iterable[Pair], language: str) -> list[Found]:
    """Pairs as findings of the data check, each at its second work: the first was there before."""
    pairs = list(pairs)
    titles: dict[int, str] = {}
    works = sorted({pair.one for pair in pairs})
    for place in range(0, len(works), SOME):
        query = select(Face.work_id, Face.title).where(Face.language == language)
        titles |= dict(bare(session, query.where(Face.work_id.in_(works[place : place + SOME]))))
    return [
        Found(
            Code.PROBABLE_DUPLICATE, pair.other, pair.one, str(pair.one),
            (("other", pair.one), ("title", titles.get(pair.one, ""))),
        )
        for pair in pairs
    ]  # fmt: skip


def _nobody(_done: int, _total: int) -> None:
    """Nobody waits to hear."""


def told_apart(session: Session) -> frozenset[tuple[int, int]]:
    """The pairs of which somebody said that they are two."""
    return frozenset(
        (one, other) for one, other in session.execute(select(DistinctPair.work_id, DistinctPair.other_id))
    )


def _blocks(session: Session) -> list[frozenset[int]]:
    """The works that share a whole name, in any folded form, or a number with each other."""
    shared = select(Form.text).group_by(Form.text).having(func.min(Form.subject_id) != func.max(Form.subject_id))
    named = select(Form.text, Subject.subject_id).join(Subject, Subject.id == Form.subject_id)
    named = named.where(Subject.kind == "work", Form.text.in_(shared)).order_by(Form.text)
    many = select(Identifier.value).group_by(Identifier.value).having(func.count() > 1)
    numbers = select(Identifier.value, Identifier.work_id).where(Identifier.value.in_(many)).order_by(Identifier.value)
    blocks = {
        frozenset(work for _text, work in rows)
        for query in (named, numbers)
        for _text, rows in groupby(bare(session, query), itemgetter(0))
    }
    # A block as large as a word says nothing.
    return [block for block in blocks if 1 < len(block) <= COMMON_NAME]


def _worth_a_look(session: Session, blocks: Iterable[frozenset[int]]) -> set[int]:
    """The works of pairs that the rule might not reject at once: a portrait costs a thousand times more than a year."""
    years = dict(bare(session, select(Work.id, Work.year)))
    people: dict[int, set[int]] = defaultdict(set)
    for work, agent in bare(session, select(Credit.work_id, Credit.agent_id).where(Credit.role == Role.DIRECTOR)):
        people[work].add(agent)
    names: dict[int, set[str]] = defaultdict(set)
    for work, text in bare(session, select(Name.work_id, Name.text)):
        names[work].add(text.casefold())
    found: set[int] = set()
    for block in blocks:
        for one, other in combinations(sorted(block), 2):
            if one in found and other in found:
                continue
            first, second = years.get(one), years.get(other)
            near = first is None or second is None or abs(first - second) <= NEAR_YEARS
            if near or people[one] & people[other] or len(names[one] & names[other]) > 1:
                found |= {one, other}
    return found


def portraits(session: Session, works: Sequence[int]) -> Iterator[tuple[int, Portrait]]:
    """What these works are recognised by."""
    names: dict[int, list[str]] = defaultdict(list)
    for work, text in bare(session, select(Name.work_id, Name.text).where(Name.work_id.in_(works)).order_by(Name.id)):
        names[work].append(text)
    directors: dict[int, list[str]] = defaultdict(list)
    people = select(Credit.work_id, AgentName.text).join(AgentName, AgentName.agent_id == Credit.agent_id)
    people = people.where(Credit.role == Role.DIRECTOR, Credit.work_id.in_(works)).order_by(Credit.id, AgentName.id)
    for work, text in bare(session, people):
        directors[work].append(text)
    numbers: dict[int, list[tuple[str, str]]] = defaultdict(list)
    own = select(Identifier.work_id, Identifier.scheme, Identifier.value).where(Identifier.work_id.in_(works))
    for work, scheme, value in bare(session, own.order_by(Identifier.id)):
        numbers[work].append((scheme, value))
    for work, kind, year in bare(session, select(Work.id, Work.kind, Work.year).where(Work.id.in_(works))):
        yield (
            work,
            portrait(names[work], year=year, directors=directors[work], identifiers=numbers[work], kind=WorkKind(kind)),
        )
