"""Which works of the library a title may be, and what is known of them: read by columns, some hundreds at a time."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from typing import Any, TypeVar

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from app.domain.enrichment import FACTS, KnownRights, KnownTitle
from app.domain.kinds import Level, NameType, Role, Scheme
from app.domain.likeness import COMMON_NAME, Gallery, Portrait, portrait
from app.store.agents import AgentName, Credit
from app.store.evidence import Claim, Identifier
from app.store.faces import Form, Subject
from app.store.rights import Rights
from app.store.synopses import Synopsis
from app.store.works import Name, Version, Work, WorkCountry

CHUNK = 500
"""Values asked for in one statement."""

_FACTS = (*FACTS, "source", "notes")

T = TypeVar("T")


def any_works(session: Session) -> bool:
    """Whether there is any work at all."""
    return session.scalar(select(Work.id).limit(1)) is not None


def _handfuls(values: Iterable[T]) -> Iterable[list[T]]:
    every = list(values)
    return (every[first : first + CHUNK] for first in range(0, len(every), CHUNK))


def works_called(session: Session, keys: Collection[str]) -> dict[str, list[int]]:
    """The works by each of these keys (`likeness.keys`) that some of their names answer to."""
    found: dict[str, list[int]] = defaultdict(list)
    for some in _handfuls(keys):
        query = (
            select(Form.text, Subject.subject_id)
            .join(Subject, Subject.id == Form.subject_id)
            .where(Form.text.in_(some), Subject.kind == "work")
            .order_by(Subject.subject_id)
        )
        for text, work in session.connection().execute(query):
            found[text].append(work)
    return {key: works for key, works in found.items() if len(works) <= COMMON_NAME}


def works_numbered(session: Session, identifiers: Collection[tuple[str, str]]) -> set[int]:
    """The works that bear one of these numbers (scheme, value)."""
    wanted = {(str(scheme), value.strip().casefold()) for scheme, value in identifiers}
    values = {value.strip() for _scheme, value in identifiers}
    found = set()
    for some in _handfuls(values | {value.casefold() for value in values}):
        query = select(Identifier.work_id, Identifier.scheme, Identifier.value).where(Identifier.value.in_(some))
        found |= {work for work, scheme, value in session.execute(query) if (scheme.value, value.casefold()) in wanted}
    return found


def portraits(session: Session, works: Collection[int]) -> dict[int, Portrait]:
    """What these works are recognised by; seasons and episodes are no titles by themselves."""
    shown: dict[int, Portrait] = {}
    for some in _handfuls(works):
        names = _lists(session, select(Name.work_id, Name.text, Name.language).where(Name.work_id.in_(some)))
        directors = _lists(
            session,
            select(Credit.work_id, AgentName.text)
            .join(AgentName, AgentName.agent_id == Credit.agent_id)
            .where(Credit.work_id.in_(some), Credit.role == Role.DIRECTOR),
        )
        numbers = _lists(
            session,
            select(Identifier.work_id, Identifier.scheme, Identifier.value).where(Identifier.work_id.in_(some)),
        )
        query = select(Work.id, Work.year, Work.kind).where(Work.id.in_(some), Work.level == Level.WORK)
        for work, year, kind in session.execute(query):
            shown[work] = portrait(
                [text for text, _language in names[work]],
                year=year,
                directors=[text for (text,) in directors[work]],
                identifiers=numbers[work],
                kind=kind,
                languages=[language for _text, language in names[work]],
            )
    return shown


def gallery(session: Session, works: Collection[int]) -> Gallery[int]:
    """The portraits of these works, to be compared with others."""
    hung: Gallery[int] = Gallery()
    for work, shown in sorted(portraits(session, works).items()):
        hung.add(work, shown)
    return hung


def _lists(session: Session, query: Select[*tuple[Any, ...]]) -> dict[int, list[tuple[Any, ...]]]:
    """What follows the work's id in each row, by work."""
    found: dict[int, list[tuple[Any, ...]]] = defaultdict(list)
    for work, *others in session.execute(query):
        found[work].append(tuple(others))
    return found


def known_titles(session: Session, works: Sequence[int]) -> dict[int, KnownTitle]:
    """What is known of these works, as far as a file could tell something of them."""
    known: dict[int, KnownTitle] = {}
    for some in _handfuls(works):
        known |= _known(session, some)
    return known


def _known(session: Session, some: Sequence[int]) -> dict[int, KnownTitle]:
    def listed(*columns: object, order: object = None) -> dict[int, list[tuple[Any, ...]]]:
        query = select(*columns).where(columns[0].in_(some))  # type: ignore[call-overload, attr-defined]
        return _lists(session, query if order is None else query.order_by(order))

    names = listed(Name.work_id, Name.text, Name.language, Name.type, order=Name.position)
    countries = listed(WorkCountry.work_id, WorkCountry.country, order=WorkCountry.position)
    people = _lists(
        session,
        select(Credit.work_id, AgentName.text, Credit.role)
        .join(AgentName, AgentName.agent_id == Credit.agent_id)
        .where(Credit.work_id.in_(some)),
    )
    versions = listed(Version.work_id, Version.language, Version.mode)
    rights = listed(Rights.work_id, Rights.territory, Rights.state, Rights.starts, Rights.ends)
    synopses = listed(Synopsis.work_id, Synopsis.language, Synopsis.text)
    numbers = listed(Identifier.work_id, Identifier.scheme, Identifier.value)
    claims = listed(Claim.work_id, Claim.fact, Claim.value)
    columns = (getattr(Work, fact) for fact in _FACTS)
    return {
        work: KnownTitle(
            work,
            tuple((text, language) for text, language, _type in names[work]),
            any(kind is NameType.ORIGINAL for _text, _language, kind in names[work]),
            **dict(zip(_FACTS, facts, strict=True)),
            countries=tuple(code for (code,) in countries[work]),
            credits=tuple(people[work]),
            versions=tuple(versions[work]),
            rights=tuple(KnownRights(*one) for one in rights[work]),
            synopses=tuple(synopses[work]),
            identifiers=tuple((Scheme(str(scheme)).value, value) for scheme, value in numbers[work]),
            claims=tuple(claims[work]),
        )
        for work, *facts in session.execute(select(Work.id, *columns).where(Work.id.in_(some)))
    }


def agents_called(session: Session, keys: Collection[str]) -> dict[str, list[int]]:
    """The people and organisations by each of these keys that a whole name of theirs answers to."""
    found: dict[str, list[int]] = defaultdict(list)
    for some in _handfuls(keys):
        query = (
            select(Form.text, Subject.subject_id)
            .join(Subject, Subject.id == Form.subject_id)
            .where(Form.text.in_(some), Subject.kind == "agent")
            .order_by(Subject.subject_id)
        )
        for text, agent in session.connection().execute(query):
            found[text].append(agent)
    return found
