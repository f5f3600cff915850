"""The step: what one transaction did, row by row, recorded by itself; and how to take it back."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from operator import attrgetter
from typing import Any, cast

from sqlalchemy import Connection, Table, delete, event, inspect, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import ORMExecuteState, Session, UOWTransaction

from app.errors import UserError
from app.store.base import Base
from app.store.many_rows import insert_rows
from app.words import N_, Phrase

Row = Mapping[str, object]
CHUNK = 500
"""Rows put back with one statement."""

OVERTAKEN = N_("This step cannot be reverted: what it changed has been changed again since.")


@dataclass(frozen=True, slots=True)
class Change:
    """One row before and after a step: a new row has no `before`, a deleted one no `after`."""

    table: str
    key: int
    before: Row | None
    after: Row | None

    @property
    def reverse(self) -> "Change":
        """The change that takes this one back."""
        return Change(self.table, self.key, self.after, self.before)

    @property
    def row(self) -> Row:
        """The row as it is now, or as it was when it was deleted."""
        row = self.after if self.after is not None else self.before
        assert row is not None  # a change has at least one side
        return row


@dataclass(frozen=True, slots=True)
class Step:
    """What one transaction did. One recording, five uses: undo, redo, refresh, search, history.

    `works` are the works whose record, names, versions, rights ... changed; `tables` the
    tables touched. `number` is the step's number in the history of the library.
    """

    label: Phrase
    changes: tuple[Change, ...]
    at: datetime
    works: frozenset[int] = frozenset()
    number: int = 0

    @property
    def tables(self) -> frozenset[str]:
        """Names of the tables this step touched."""
        return frozenset(change.table for change in self.changes)

    def keys(self, table: str) -> frozenset[int]:
        """Ids of the rows of `table` this step touched."""
        return frozenset(change.key for change in self.changes if change.table == table)


class Pace:
    """How far a long transaction has come; whoever works in it for long tells, and may be stopped there."""

    def __init__(self, tell: Callable[[int, int], object], total: int) -> None:
        self._tell, self._total, self._done = tell, total, 0

    @classmethod
    def set(cls, session: Session, tell: Callable[[int, int], object], total: int) -> "Pace":
        """Let this transaction be told of: `tell(done, total)`, and what it raises ends it with nothing written."""
        pace = session.info[cls] = cls(tell, total)
        return pace

    @classmethod
    def go_on(cls, session: Session, done: int) -> None:
        """So much more is done, if anybody wants to know."""
        pace = session.info.get(cls)
        if pace is not None:
            pace.step(done)

    def step(self, done: int) -> None:
        """So much more is done."""
        self._done = min(self._done + done, self._total)
        self._tell(self._done, self._total)


class Journal:
    """Listens to one session and remembers every row it writes, first state and last."""

    def __init__(self, session: Session) -> None:
        self._before: dict[tuple[str, int], Row | None] = {}
        self._after: dict[tuple[str, int], Row | None] = {}
        session.info[Journal] = self
        event.listen(session, "after_flush", self._flushed)
        event.listen(session, "do_orm_execute", _forbid_bulk)

    @staticmethod
    def of(session: Session) -> "Journal":
        """The journal of a session that writes."""
        journal = session.info[Journal]
        assert isinstance(journal, Journal)
        return journal

    def added(self, table: str, rows: Iterable[Row]) -> None:
        """Hear of rows that were written below the unit of work; each has its `id`."""
        for row in rows:
            key = (table, cast("int", row["id"]))
            self._before.setdefault(key, None)
            self._after[key] = row

    def changes(self) -> tuple[Change, ...]:
        """What has been flushed so far, rows that ended as they began left out."""
        pairs = ((key, self._before[key], self._after[key]) for key in self._before)
        return tuple(Change(table, key, old, new) for (table, key), old, new in pairs if old != new)

    def _flushed(self, session: Session, context: UOWTransaction) -> None:
        # Rows that went with their owner (delete-orphan) are known to the unit of work only.
        gone = {state.obj() for state, (deleted, _) in context.states.items() if deleted}
        for entity in session.new:
            self._note(entity, None, _now(entity))
        for entity in session.dirty:
            if entity not in gone and session.is_modified(entity, include_collections=False):
                self._note(entity, _then(entity), _now(entity))
        for entity in gone:
            self._note(entity, _then(entity), None)

    def _note(self, entity: Any, before: Row | None, after: Row | None) -> None:
        key = (entity.__tablename__, entity.id)
        self._before.setdefault(key, before)
        self._after[key] = after


def _forbid_bulk(state: ORMExecuteState) -> None:
    """A bulk statement on a mapped class would slip past the journal."""
    assert not (state.is_update or state.is_delete), "operations change rows through the session, not in bulk"


def _now(entity: Any) -> Row:
    return {column.key: getattr(entity, column.key) for column in inspect(type(entity)).column_attrs}


def _then(entity: Any) -> Row:
    """The row as it was loaded, before anything was set on it."""
    row: dict[str, object] = {}
    attributes = inspect(entity).attrs
    for column in inspect(type(entity)).column_attrs:
        history = attributes[column.key].history
        if history.deleted:
            row[column.key] = history.deleted[0]
        else:
            assert not history.added, f"{column.key} was set before it was read"
            row[column.key] = getattr(entity, column.key)
    return row


def replay(session: Session, changes: Iterable[Change]) -> tuple[Change, ...]:
    """Carry out `changes` on rows that still are as their `before` says; else refuse, nothing changed.

    New rows first from the roots to the leaves, then changed ones, then the deleted from
    the leaves to the roots, so that foreign keys hold after every statement; the order in
    which the unit of work wrote the step in the first place. An import is taken back with
    one statement for some hundreds of rows.
    """
    connection = session.connection()
    order = {table.name: place for place, table in enumerate(Base.metadata.sorted_tables)}
    changes = list(changes)
    depth = _depths(changes)
    todo = sorted(
        changes, key=lambda change: (order[change.table], depth.get((change.table, change.key), 0), change.key)
    )
    for table, own in _by_table(todo):
        for first in range(0, len(own), CHUNK):
            _expect(connection, table, own[first : first + CHUNK])
    try:
        _carry_out(connection, todo)
    except IntegrityError as error:  # something points by now to what would go, or has its place
        raise UserError(OVERTAKEN) from error
    return tuple(todo)


def _depths(changes: Iterable[Change]) -> dict[tuple[str, int], int]:
    """How far each row lies below others of its own table in this step: an episode may be older than its series."""
    found: dict[tuple[str, int], int] = {}
    for table in Base.metadata.sorted_tables:
        lead = next((c.name for c in table.columns for key in c.foreign_keys if key.column.table is table), None)
        own = {change.key: change for change in changes if change.table == table.name} if lead else {}
        for change in own.values():
            above, depth = change.row.get(lead or ""), 0
            while isinstance(above, int) and above in own and depth < len(own):
                above, depth = own[above].row.get(lead or ""), depth + 1
            found[table.name, change.key] = depth
    return found


def _by_table(changes: Iterable[Change]) -> list[tuple[Table, list[Change]]]:
    """The changes table by table, in their order."""
    return [(Base.metadata.tables[name], list(own)) for name, own in groupby(changes, attrgetter("table"))]


def _carry_out(connection: Connection, todo: Sequence[Change]) -> None:
    for table, own in _by_table(change for change in todo if change.before is None):
        for first in range(0, len(own), CHUNK):
            insert_rows(connection, table, [change.row for change in own[first : first + CHUNK]])
    for change in todo:
        if change.before is not None and change.after is not None:
            _put(connection, change)
    for table, own in _by_table(change for change in reversed(todo) if change.after is None):
        for first in range(0, len(own), CHUNK):
            keys = [change.key for change in own[first : first + CHUNK]]
            connection.execute(delete(table).where(table.c.id.in_(keys)))


def _put(connection: Connection, change: Change) -> None:
    table: Table = Base.metadata.tables[change.table]
    assert change.before is not None
    assert change.after is not None
    new = {name: change.after[name] for name in _different(change.before, change.after)}
    connection.execute(update(table).where(table.c.id == change.key).values(**new))


def _expect(connection: Connection, table: Table, changes: Sequence[Change]) -> None:
    """Refuse if any row is no longer what the step left: somebody was here meanwhile."""
    keys = [change.key for change in changes]
    rows = connection.execute(select(table).where(table.c.id.in_(keys))).mappings()
    there = {row["id"]: row for row in rows}
    for change in changes:
        found = there.get(change.key)
        if change.before is None:
            same = found is None
        else:
            touched = change.before if change.after is None else _different(change.before, change.after)
            same = found is not None and all(found[name] == change.before[name] for name in touched)
        if not same:
            raise UserError(OVERTAKEN)


def _different(before: Row, after: Row) -> list[str]:
    return [name for name in before if before[name] != after[name]]
