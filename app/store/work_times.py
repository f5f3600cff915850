"""When the record of a work was added and last changed, as the history tells."""

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime
from typing import NamedTuple

from sqlalchemy import ColumnElement, Select, func, select
from sqlalchemy.orm import Session

from app.store.copies import Copy
from app.store.history import ChangeRow, StepRow
from app.store.rights import Rights
from app.store.works import Name, Version, Work, WorkCountry

OWNED = (Name, WorkCountry, Version, Rights, Copy)
"""Tables whose rows are told as a change of the work they belong to."""


class Times(NamedTuple):
    """Days of the calendar in universal time as ordinals; 0 for what was before the history began."""

    added: int
    changed: int


def times(session: Session, works: Sequence[int] | None = None) -> dict[int, Times]:
    """When these works (all if None) were added and last changed; works the history does not know are left out."""
    first = dict(_steps(session, _of_works(func.min(ChangeRow.step_id), works).where(ChangeRow.before.is_(None))))
    last: dict[int, int] = {}
    for query in _changes(works):
        for work, step in _steps(session, query):
            last[work] = max(step, last.get(work, 0))
    day = _days(session, {*first.values(), *last.values()})
    return {work: Times(day.get(first.get(work, 0), 0), day.get(step, 0)) for work, step in last.items()}


def _of_works(step: ColumnElement[int], works: Sequence[int] | None) -> Select[int, int]:
    query = select(ChangeRow.row_id, step).where(ChangeRow.table_name == Work.__tablename__)
    if works is not None:
        query = query.where(ChangeRow.row_id.in_(works))
    return query.group_by(ChangeRow.row_id)


def _changes(works: Sequence[int] | None) -> Iterator[Select[int, int]]:
    """The last step of each work, by its own row and by those of each table that belongs to it."""
    last = func.max(ChangeRow.step_id)
    yield _of_works(last, works)
    for model in OWNED:
        query = select(model.work_id, last).join(ChangeRow, ChangeRow.row_id == model.id)
        query = query.where(ChangeRow.table_name == model.__tablename__)
        if works is not None:
            query = query.where(model.work_id.in_(works))
        yield query.group_by(model.work_id)


def _steps(session: Session, query: Select[int, int]) -> Iterator[tuple[int, int]]:
    for work, step in session.connection().execute(query):
        if step is not None:
            yield work, step


def _days(session: Session, steps: set[int]) -> dict[int, int]:
    """The day of each step."""
    found: dict[int, int] = {}
    for step, at in session.connection().execute(select(StepRow.id, StepRow.at)):
        if step in steps:
            found[step] = _day(at)
    return found


def _day(at: datetime) -> int:
    moment = at if at.tzinfo is None else at.astimezone(UTC)
    return date(moment.year, moment.month, moment.day).toordinal()
