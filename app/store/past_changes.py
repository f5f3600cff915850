"""The kept changes read back as values: what a step did row by row, and what a title went through."""

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any, NamedTuple

from sqlalchemy import Boolean, Date, DateTime, Enum, func, select
from sqlalchemy.orm import Session
from sqlalchemy.types import TypeEngine

from app.store import history
from app.store.base import Base, Instant
from app.store.belongings import belongings, rows_of
from app.store.history import ChangeRow, Past, StepRow
from app.store.journal import Change, Step

SOME = 500


class Deed(NamedTuple):
    """A step with what it did to the rows one asked about."""

    past: Past
    changes: tuple[Change, ...]


def step(session: Session, number: int) -> Step | None:
    """A step of the history as it could be taken back; None when there is none of this number."""
    found = history.numbered(session, [number])
    if not found:
        return None
    past = found[0]
    return Step(past.label, tuple(changes(session, [number]).get(number, ())), past.at, number=number)


def changes(session: Session, steps: Sequence[int]) -> Mapping[int, list[Change]]:
    """What these steps did, in the order it was written. Of a changed row only the columns that changed."""
    found: dict[int, list[Change]] = {}
    for place in range(0, len(steps), SOME):
        query = select(ChangeRow).where(ChangeRow.step_id.in_(steps[place : place + SOME])).order_by(ChangeRow.id)
        for row in session.scalars(query):
            change = _change(row)
            if change is not None:
                found.setdefault(row.step_id, []).append(change)
    return found


def _change(row: ChangeRow) -> Change | None:
    """A change as the journal had it; None for a table of a program older or newer than this one."""
    if row.table_name not in Base.metadata.tables:
        return None
    return Change(row.table_name, row.row_id, _values(row.table_name, row.before), _values(row.table_name, row.after))


def _values(table: str, text: str | None) -> dict[str, object] | None:
    if text is None:
        return None
    columns = Base.metadata.tables[table].columns
    kept = {name: value for name, value in json.loads(text).items() if name in columns}
    return {name: value_of(columns[name].type, value) for name, value in kept.items()}


def value_of(kind: TypeEngine[Any], value: Any) -> object:
    """A value as the tables have it, out of the JSON it was kept as."""
    if value is None or isinstance(kind, Boolean):
        return None if value is None else bool(value)
    if isinstance(kind, Enum) and kind.enum_class is not None:
        return next((one for one in kind.enum_class if one.value == value), value)
    if isinstance(kind, Instant | DateTime):
        return datetime.fromisoformat(value)
    return date.fromisoformat(value) if isinstance(kind, Date) else value


def deeds_of_work(session: Session, work: int, limit: int = 100) -> list[Deed]:
    """What was done to a title and to all that hangs or once hung on it, newest first."""
    rows: dict[str, set[int]] = {"work": {work}}
    for own in belongings():
        rows[own.table] = history.once_of(session, own.table, own.column, rows[own.owner])
    for own, there in rows_of(session, work):
        rows[own.table].update(row.id for row in there)
    return _deeds(session, history.of_rows(session, rows, limit), rows)


def _deeds(session: Session, pasts: Iterable[Past], rows: Mapping[str, set[int]] | None) -> list[Deed]:
    pasts = list(pasts)
    done = changes(session, [past.step for past in pasts])
    return [
        Deed(past, tuple(one for one in done.get(past.step, ()) if rows is None or one.key in rows.get(one.table, ())))
        for past in pasts
    ]


def steps(session: Session, *, before: int | None = None, limit: int = 100) -> list[Past]:
    """The steps of the library, newest first, older than number `before`."""
    query = select(StepRow.id).order_by(StepRow.id.desc()).limit(limit)
    if before is not None:
        query = query.where(StepRow.id < before)
    return history.numbered(session, list(session.scalars(query)))


def sizes(session: Session, numbers: Sequence[int]) -> Mapping[int, int]:
    """How many rows each of these steps changed."""
    query = select(ChangeRow.step_id, func.count()).where(ChangeRow.step_id.in_(numbers)).group_by(ChangeRow.step_id)
    return dict(session.execute(query).all())


def taken_back(session: Session, numbers: Sequence[int]) -> frozenset[int]:
    """Those of these steps that another has taken back, and no third carried out again."""
    query = select(StepRow.id, StepRow.undoes).where(StepRow.undoes.in_(numbers))
    undone = {target: number for number, target in session.execute(query) if target is not None}
    if not undone:
        return frozenset()
    again = taken_back(session, list(undone.values()))
    return frozenset(target for target, number in undone.items() if number not in again)
