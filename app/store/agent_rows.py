"""People and organisations as they are read: a record with all that hangs on it, lines of a list, whom a name means."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.domain.kinds import AgentKind, AgentNameType, NameType, Role, SpokenMode
from app.domain.names import Shown, WorkName, shown
from app.domain.order import sort_key
from app.store.agents import Agent, AgentName, Credit, Post
from app.store.faces import Face
from app.store.search import find
from app.store.works import Version, Work


class AgentNameLine(NamedTuple):
    """One name of somebody; `reading` is the pinyin of a Han name."""

    id: int
    text: str
    language: str
    type: AgentNameType
    reading: str


class PostLine(NamedTuple):
    """A post somebody held. `organisation` is its name as the reader sees it, `linked` its record, if it has one."""

    id: int
    title: str
    organisation: str
    linked: int | None
    starts: date | None
    ends: date | None
    agent: int = 0
    holder: str = ""


class RoleLine(NamedTuple):
    """One credit of somebody. `language` and `mode` tell the version, '' and None where it is of the whole work."""

    id: int
    work: int
    title: str
    year: int | None
    role: Role
    character: str
    language: str = ""
    mode: SpokenMode | None = None


class AgentLine(NamedTuple):
    """Somebody in a list: the name as the reader sees it, another one, and in how many titles they are credited."""

    id: int
    name: str
    second: str
    kind: AgentKind
    country: str
    works: int


@dataclass(frozen=True)
class AgentRecord:
    """Somebody with all that hangs on them. `members` are the posts others hold in this organisation."""

    id: int
    kind: AgentKind
    country: str
    contact: str
    notes: str
    face: Shown
    names: tuple[AgentNameLine, ...]
    posts: tuple[PostLine, ...]
    members: tuple[PostLine, ...]
    roles: tuple[RoleLine, ...]


def agent_record(session: Session, agent: int, language: str) -> AgentRecord | None:
    """Somebody as the reader of a language sees them; None when they are gone."""
    row = session.execute(
        select(Agent.kind, Agent.country, Agent.contact, Agent.notes).where(Agent.id == agent)
    ).one_or_none()
    if row is None:
        return None
    columns = (AgentName.id, AgentName.text, AgentName.language, AgentName.type, AgentName.reading)
    query = select(*columns).where(AgentName.agent_id == agent).order_by(AgentName.position, AgentName.id)
    names = tuple(AgentNameLine(*found) for found in session.execute(query))
    return AgentRecord(
        agent,
        *row,
        face=faces(session, {agent}, language).get(agent, Shown("", language, borrowed=False, second="")),
        names=names,
        posts=_posts(session, agent, language, held=True),
        members=_posts(session, agent, language, held=False),
        roles=_roles(session, agent, language),
    )


def faces(session: Session, agents: set[int], language: str) -> dict[int, Shown]:
    """How the reader of a language sees these people: the name in it, and the one they use themselves."""
    return {agent: shown(own, language) for agent, own in _names(session, agents).items()}


def agent_lines(session: Session, language: str) -> list[AgentLine]:
    """Everybody, in the order of the reader's language."""
    query = select(Credit.agent_id, func.count(func.distinct(Credit.work_id))).group_by(Credit.agent_id)
    counts: dict[int, int] = dict(session.execute(query).all())
    names = _names(session, None)
    lines = []
    for agent, kind, country in session.execute(select(Agent.id, Agent.kind, Agent.country)):
        face = shown(names.get(agent, ()), language)
        line = AgentLine(agent, face.title, face.second, kind, country, counts.get(agent, 0))
        own = next((name.reading for name in names.get(agent, ()) if name.text == face.title), "")
        lines.append((sort_key(face.title, language, own), agent, line))
    lines.sort()
    return [line for _key, _agent, line in lines]


def _names(session: Session, agents: set[int] | None) -> dict[int, tuple[WorkName, ...]]:
    """The names of these people (of all if None); the first one counts as the original."""
    query = select(AgentName.agent_id, AgentName.text, AgentName.language, AgentName.reading)
    if agents is not None:
        query = query.where(AgentName.agent_id.in_(agents))
    found: dict[int, list[WorkName]] = defaultdict(list)
    for agent, text, language, reading in session.execute(
        query.order_by(AgentName.agent_id, AgentName.position, AgentName.id)
    ):
        type_ = NameType.ALTERNATIVE if found[agent] else NameType.ORIGINAL
        found[agent].append(WorkName(text, language, type_, reading=reading))
    return {agent: tuple(names) for agent, names in found.items()}


def _posts(session: Session, agent: int, language: str, *, held: bool) -> tuple[PostLine, ...]:
    columns = (Post.id, Post.title, Post.organisation, Post.organisation_id, Post.starts, Post.ends, Post.agent_id)
    own = Post.agent_id == agent if held else Post.organisation_id == agent
    rows = session.execute(select(*columns).where(own).order_by(Post.position, Post.id)).all()
    linked = {row.organisation_id for row in rows if row.organisation_id is not None}
    seen = faces(session, linked | {row.agent_id for row in rows}, language)
    found = []
    for row in rows:
        name = seen[row.organisation_id].title if row.organisation_id in seen else row.organisation
        holder = seen[row.agent_id].title if row.agent_id in seen else ""
        found.append(PostLine(row.id, row.title, name, row.organisation_id, row.starts, row.ends, row.agent_id, holder))
    return tuple(found)


def _roles(session: Session, agent: int, language: str) -> tuple[RoleLine, ...]:
    query = (
        select(
            Credit.id, Credit.work_id, Face.title, Work.year, Credit.role, Credit.character,
            func.coalesce(Version.language, ""), Version.mode,
        )
        .join(Work, Work.id == Credit.work_id)
        .join(Face, (Face.work_id == Work.id) & (Face.language == language))
        .join(Version, Version.id == Credit.version_id, isouter=True)
        .where(Credit.agent_id == agent)
        .order_by(Work.year.desc(), Face.sort_key, Credit.position, Credit.id)
    )  # fmt: skip
    return tuple(RoleLine(*row) for row in session.execute(query))


class CreditRecord(NamedTuple):
    """A credit of a title as its form shows it; `name` is the person's in the reader's words."""

    id: int
    role: Role
    agent: int
    name: str
    original: str
    kind: AgentKind
    country: str
    character: str
    version: int | None


def credit_records(session: Session, work: int, language: str) -> list[CreditRecord]:
    """All credits of a title and its versions, in their order."""
    columns = (
        Credit.id, Credit.role, Credit.agent_id, Agent.kind, Agent.country, Credit.character, Credit.version_id,
    )  # fmt: skip
    query = select(*columns).join(Agent, Agent.id == Credit.agent_id).where(Credit.work_id == work)
    rows = session.execute(query.order_by(Credit.position, Credit.id)).all()
    names = _names(session, {row[2] for row in rows})
    found = []
    for key, role, agent, kind, country, character, version in rows:
        own = names.get(agent, ())
        original = own[0].text if own else ""
        name = shown(own, language).title
        found.append(CreditRecord(key, role, agent, name, original, kind, country, character, version))
    return found


def suggestions(session: Session, typed: str, language: str, most: int = 8) -> list[AgentLine]:
    """Whom a name typed in any script may mean, best first."""
    found = [hit.id for hit in find(session, typed, language, 0) if hit.kind == "agent"][:most]
    seen = faces(session, set(found), language)
    counted = select(Credit.agent_id, func.count(func.distinct(Credit.work_id))).where(Credit.agent_id.in_(found))
    counts: dict[int, int] = dict(session.execute(counted.group_by(Credit.agent_id)).all())
    rows = session.execute(select(Agent.id, Agent.kind, Agent.country).where(Agent.id.in_(found)))
    facts = {agent: (kind, country) for agent, kind, country in rows}
    return [
        AgentLine(agent, seen[agent].title, seen[agent].second, *facts[agent], counts.get(agent, 0))
        for agent in found
        if agent in seen and agent in facts
    ]
