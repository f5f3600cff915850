"""The kept record of what was changed and when: one row a step, one row a change."""

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, date, datetime
from enum import Enum
from typing import NamedTuple

from sqlalchemy import ForeignKey, Index, Select, Text, insert, or_, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from app.store.base import Base, HasId, Instant
from app.store.journal import Change, Pace, Step
from app.store.many_rows import insert_rows
from app.words import Phrase

MOST_SOUGHT = 100
"""Rows sought in one statement: SQLite takes no condition of a thousand parts."""


class StepRow(HasId, Base):
    """One committed step. `fields` is the JSON of the label's fields; `undoes` the step it took back.

    `author` is the name of whoever did it, '' in steps of a time when it was not kept.
    """

    __tablename__ = "step"

    at: Mapped[datetime] = mapped_column(Instant, index=True)
    message: Mapped[str] = mapped_column(Text)
    plural: Mapped[str | None] = mapped_column(Text)
    n: Mapped[int | None]
    fields: Mapped[str] = mapped_column(Text)
    undoes: Mapped[int | None] = mapped_column(ForeignKey("step.id"))
    author: Mapped[str] = mapped_column(Text, default="")


class ChangeRow(HasId, Base):
    """One row before and after, as JSON; only the columns that differ when both are there."""

    __tablename__ = "change"

    step_id: Mapped[int] = mapped_column(ForeignKey("step.id"), index=True)
    table_name: Mapped[str]
    row_id: Mapped[int]
    before: Mapped[str | None] = mapped_column(Text)
    after: Mapped[str | None] = mapped_column(Text)

    __table_args__ = (Index(None, "table_name", "row_id"), Base.__table_args__)


CHUNK = 5000
"""Changes written with one statement."""

ROWS_A_RECORD = 10
"""About how many rows a record has: names, versions, credits ..."""

# Written below the unit of work, which is too slow for an import.
_STEPS, _CHANGES = (Base.metadata.tables[model.__tablename__] for model in (StepRow, ChangeRow))


class Past(NamedTuple):
    """A line of history: when, what was done, the step's number, and who did it ('' if nobody knows)."""

    step: int
    at: datetime
    label: Phrase
    undoes: int | None
    author: str = ""


def _plain(value: object) -> object:
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat() if value.tzinfo else value.isoformat()
    if isinstance(value, date):
        return value.isoformat()
    return value


_WRITE = json.JSONEncoder(ensure_ascii=False, default=_plain).encode
"""Made once: an import writes a hundred thousand rows."""


def _json(row: Mapping[str, object] | None, other: Mapping[str, object] | None) -> str | None:
    if row is None:
        return None
    if other is not None:
        row = {name: value for name, value in row.items() if other.get(name) != value}
    return _WRITE(row)


def _dated(pairs: Iterable[tuple[str, object]]) -> str:
    """Fields of a label as JSON; dates are tagged so that they come back as dates."""
    kept = {k: {"date": _plain(v)} if isinstance(v, date) else v for k, v in pairs}
    return json.dumps(kept, ensure_ascii=False, default=str)


def _undated(value: object) -> object:
    if isinstance(value, dict) and set(value) == {"date"}:
        text = str(value["date"])
        return datetime.fromisoformat(text) if "T" in text else date.fromisoformat(text)
    return value


def record(session: Session, step: Step, undoes: int | None = None, author: str = "") -> int:
    """Keep `step` of `author`; the number it is kept under."""
    label = step.label
    row = {
        "at": step.at,
        "message": label.message,
        "plural": label.plural,
        "n": label.n,
        "fields": _dated(label.fields),
        "undoes": undoes,
        "author": author,
    }
    connection = session.connection()
    number: int = connection.execute(insert(_STEPS).returning(_STEPS.c.id), row).scalar_one()
    for first in range(0, len(step.changes), CHUNK):
        some = step.changes[first : first + CHUNK]
        insert_rows(connection, _CHANGES, [_kept(number, change) for change in some])
        Pace.go_on(session, len(some) // ROWS_A_RECORD)
    return number


def _kept(step: int, change: Change) -> dict[str, object]:
    return {
        "step_id": step,
        "table_name": change.table,
        "row_id": change.key,
        "before": _json(change.before, change.after),
        "after": _json(change.after, change.before),
    }


def _pasts(session: Session, query: Select[StepRow]) -> list[Past]:
    found = []
    for row in session.scalars(query):
        fields = tuple((k, _undated(v)) for k, v in json.loads(row.fields).items())
        found.append(Past(row.id, row.at, Phrase(row.message, fields, row.plural, row.n), row.undoes, row.author))
    return found


def recent(session: Session, limit: int = 50) -> list[Past]:
    """The newest steps first."""
    return _pasts(session, select(StepRow).order_by(StepRow.id.desc()).limit(limit))


def numbered(session: Session, numbers: Iterable[int]) -> list[Past]:
    """The steps of these numbers, newest first."""
    return _pasts(session, select(StepRow).where(StepRow.id.in_(list(numbers))).order_by(StepRow.id.desc()))


def of_rows(session: Session, rows: Mapping[str, Iterable[int]], limit: int = 100) -> list[Past]:
    """The steps that touched any of `rows` (table name -> ids), newest first."""
    found: set[int] = set()
    for table, ids in rows.items():
        wanted = select(ChangeRow.step_id).where(ChangeRow.table_name == table, ChangeRow.row_id.in_(list(ids)))
        found.update(session.scalars(wanted))
    newest = sorted(found, reverse=True)[:limit]
    return _pasts(session, select(StepRow).where(StepRow.id.in_(newest)).order_by(StepRow.id.desc()))


def once_of(session: Session, table: str, column: str, owners: Iterable[int]) -> set[int]:
    """Rows of a table of which the history knows that their `column` once led to one of the owners."""
    found: set[int] = set()
    for some in batched(sorted(owners), MOST_SOUGHT):
        marks = [f'"{column}": {owner}{end}' for owner in some for end in (",", "}")]
        sides = (ChangeRow.before, ChangeRow.after)
        ours = or_(*(side.contains(mark, autoescape=True) for side in sides for mark in marks))
        found.update(session.scalars(select(ChangeRow.row_id).where(ChangeRow.table_name == table, ours)))
    return found


def batched(rows: Sequence[int], most: int) -> Iterable[Sequence[int]]:
    """Pieces of at most `most` rows."""
    return (rows[first : first + most] for first in range(0, len(rows), most))
