"""Seasons and episodes of series: their lines in order, and what those without a name of their own are called."""

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.orm import Session

from app.domain.kinds import Level
from app.domain.names import Shown, shown
from app.domain.parts import Step, called
from app.store.work_rows import work_names
from app.store.works import Name, Work


class PartLine(NamedTuple):
    """A season or an episode; `title` is its own name or '', `below` how many episodes it has."""

    id: int
    level: Level
    number: int | None
    title: str
    runtime: int | None
    year: int | None
    below: int


class Above(NamedTuple):
    """A series or season a work belongs to."""

    id: int
    title: str
    level: Level
    number: int | None


def parts(session: Session, work: int, language: str) -> list[PartLine]:
    """The seasons or episodes right below a work, by number."""
    rows = session.execute(
        select(Work.id, Work.level, Work.number, Work.runtime, Work.year)
        .where(Work.parent_id == work)
        .order_by(Work.level.desc(), Work.number.is_(None), Work.number, Work.id)
    ).all()
    ids = {row.id for row in rows}
    names = work_names(session, ids)
    counts = select(Work.parent_id, func.count()).where(Work.parent_id.in_(ids)).group_by(Work.parent_id)
    below = {row[0]: row[1] for row in session.execute(counts)}
    return [
        PartLine(
            row.id, row.level, row.number, shown(names[row.id], language).title if names.get(row.id) else "",
            row.runtime, row.year, below.get(row.id, 0),
        )
        for row in rows
    ]  # fmt: skip


def above(session: Session, work: int, language: str) -> list[Above]:
    """The series a work belongs to, then the season, from the top down; [] for a work that stands by itself."""
    found: list[Above] = []
    key, seen = session.scalar(select(Work.parent_id).where(Work.id == work)), {work}
    while key is not None and key not in seen:
        seen.add(key)
        row = session.execute(select(Work.parent_id, Work.level, Work.number).where(Work.id == key)).one()
        found.insert(0, Above(key, face_of(session, key, language).title, row.level, row.number))
        key = row.parent_id
    return found


def face_of(session: Session, work: int, language: str) -> Shown:
    """What a reader sees of a work: its name, or what a season or episode is called after its series."""
    names = work_names(session, {work}).get(work)
    if names:
        return shown(names, language)
    return faces_of(session, [work], language).get(work, shown((), language))


def faces_of(session: Session, works: Iterable[int], language: str) -> dict[int, Shown]:
    """What seasons and episodes without a name of their own are called. Others are left out."""
    found: dict[int, Shown] = {}
    for work in works:
        steps: list[Step] = []
        key: int | None = work
        while key is not None and len(steps) < len(Level):
            row = session.execute(select(Work.parent_id, Work.level, Work.number).where(Work.id == key)).one_or_none()
            if row is None or row.parent_id is None:
                break
            steps.insert(0, Step(row.level, row.number))
            names = work_names(session, {row.parent_id}).get(row.parent_id)
            if names:
                found[work] = called(shown(names, language), steps)
                break
            key = row.parent_id
    return found


def in_catalogue() -> ColumnElement[bool]:
    """A condition on `Work`: it has a line of its own in the list. A part without a name is seen in its series only."""
    return or_(Work.parent_id.is_(None), select(Name.id).where(Name.work_id == Work.id).exists())


def tree(session: Session, work: int) -> dict[int, list[int]]:
    """All that is below a work, by what it is right below."""
    found: dict[int, list[int]] = defaultdict(list)
    above_them = [work]
    while above_them:
        rows = session.execute(select(Work.id, Work.parent_id).where(Work.parent_id.in_(above_them))).all()
        for row in rows:
            found[row.parent_id].append(row.id)
        above_them = [row.id for row in rows if row.id not in found]
    return dict(found)
