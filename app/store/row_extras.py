"""What lines of the catalogue show in columns that are off until somebody wants them."""

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.kinds import NameType, Role
from app.domain.names import WorkName, shown
from app.store.agents import AgentName, Credit
from app.store.faces import Face
from app.store.works import Work


class Extras(NamedTuple):
    """Age mark, directors as the reader sees them, and the languages of the house without a name."""

    age_mark: str = ""
    directors: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()


def extras(session: Session, language: str, works: Sequence[int]) -> dict[int, Extras]:
    """The further facts of these works, by work."""
    directors = _directors(session, language, works)
    missing: dict[int, list[str]] = defaultdict(list)
    borrowed = select(Face.work_id, Face.language).where(Face.borrowed, Face.work_id.in_(works))
    for work, code in session.execute(borrowed.order_by(Face.work_id, Face.language)):
        missing[work].append(code)
    marks = session.execute(select(Work.id, Work.age_mark).where(Work.id.in_(works)))
    return {work: Extras(mark, tuple(directors[work]), tuple(missing[work])) for work, mark in marks}


def _directors(session: Session, language: str, works: Sequence[int]) -> dict[int, list[str]]:
    query = select(Credit.work_id, Credit.agent_id).where(Credit.work_id.in_(works), Credit.role == Role.DIRECTOR)
    rows = session.execute(query.order_by(Credit.work_id, Credit.position, Credit.id)).all()
    names: dict[int, list[WorkName]] = defaultdict(list)
    known = select(AgentName.agent_id, AgentName.text, AgentName.language)
    known = known.where(AgentName.agent_id.in_({row.agent_id for row in rows}))
    for agent, text, tag in session.execute(known.order_by(AgentName.agent_id, AgentName.position)):
        names[agent].append(WorkName(text, tag, NameType.ALTERNATIVE if names[agent] else NameType.ORIGINAL))
    found: dict[int, list[str]] = defaultdict(list)
    for work, agent in rows:
        found[work].append(shown(names[agent], language).title)
    return found
