"""How much there is in a library."""

from datetime import datetime
from typing import NamedTuple

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.store.agents import Agent
from app.store.base import Base
from app.store.copies import Copy
from app.store.history import StepRow
from app.store.programmes import Programme
from app.store.screenings import Screening
from app.store.venues import Venue
from app.store.works import Name, Version, Work


class Figures(NamedTuple):
    """Numbers of records; `changed` is the moment of the last step, `sample` whether invented data are among them."""

    works: int
    names: int
    versions: int
    copies: int
    agents: int
    venues: int
    programmes: int
    screenings: int
    steps: int
    changed: datetime | None
    sample: bool


def figures(session: Session) -> Figures:
    """The numbers of this library."""
    return Figures(
        works=_count(session, Work),
        names=_count(session, Name),
        versions=_count(session, Version),
        copies=_count(session, Copy),
        agents=_count(session, Agent),
        venues=_count(session, Venue),
        programmes=_count(session, Programme),
        screenings=_count(session, Screening),
        steps=_count(session, StepRow),
        changed=session.scalar(select(func.max(StepRow.at))),
        sample=has_sample(session),
    )


def has_sample(session: Session) -> bool:
    """Whether invented data are among the records."""
    return session.scalar(select(Work.id).where(Work.sample).limit(1)) is not None


def _count(session: Session, table: type[Base]) -> int:
    return session.scalar(select(func.count()).select_from(table)) or 0


def has_titles(session: Session) -> bool:
    """Whether there is any title."""
    return session.scalar(select(Work.id).limit(1)) is not None
