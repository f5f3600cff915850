"""Many rows written at once, told to the journal: for imports, where the unit of work would be forty times slower."""

import gc
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import lru_cache
from typing import Any

from sqlalchemy import Column, Integer, MetaData, String, Table, event, func, inspect, select
from sqlalchemy.orm import Session

from app.store.base import Base
from app.store.journal import Journal
from app.store.many_rows import insert_rows

CHUNK = 2000
"""Rows in one statement; between two of them an import can be stopped."""

ROOM, USUAL_ROOM = 256_000, 2_000
"""Kilobytes of the library a writer may hold in memory: while many rows are written, and otherwise."""

Pause = Callable[[], object]
"""Called after every chunk; what it raises ends the transaction with nothing written."""

_SEQUENCES = Table("sqlite_sequence", MetaData(), Column("name", String), Column("seq", Integer))
"""Where SQLite keeps the highest number a table has ever given."""


@contextmanager
def uncollected() -> Iterator[None]:
    """Without the search for garbage while very many values are made that all live on: a sixth of the time."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def keep_in_memory(session: Session) -> None:
    """Let what this transaction writes wait in memory, so that others can read the library until it is committed.

    SQLite shuts readers out as soon as its cache of two megabytes is full. What is beyond `ROOM` does that still.
    """
    connection = session.connection()
    if connection.dialect.name != "sqlite":
        return
    raw = connection.connection.dbapi_connection
    assert raw is not None

    def let_go(_session: Session) -> None:
        raw.execute(f"PRAGMA cache_size=-{USUAL_ROOM}")
        raw.execute("PRAGMA shrink_memory")

    raw.execute(f"PRAGMA cache_size=-{ROOM}")
    event.listen(session, "after_commit", let_go, once=True)
    event.listen(session, "after_rollback", let_go, once=True)


class Many:
    """Rows of one table on their way into it: each has its number before it is written, so that others can point to it.

    What is added must be written before anybody else writes into the same table.
    """

    def __init__(self, session: Session, model: type[Base]) -> None:
        self._session, self._model = session, model
        self._free: Iterator[int] = iter(())
        self._defaults = _defaults(model)
        self._rows: list[dict[str, Any]] = []

    def __len__(self) -> int:
        return len(self._rows)

    def add(self, **facts: Any) -> int:
        """Prepare one row, defaults filled in; its id."""
        number = next(self._free, 0)
        if not number:
            self._free = iter(reserve(self._session, self._model, CHUNK))
            number = next(self._free)
        self._rows.append({"id": number, **self._defaults, **facts})
        return number

    def write(self, pause: Pause | None = None) -> None:
        """Insert what was added, and tell the journal."""
        rows, self._rows = self._rows, []
        _write(self._session, self._model, rows, pause)


def add_rows(
    session: Session, model: type[Base], rows: Sequence[Mapping[str, Any]], pause: Pause | None = None
) -> list[int]:
    """Insert rows of `model` as the unit of work would, defaults filled in; their ids, in the same order.

    Values are those the mapped class takes: enums, dates, aware moments. What they point to
    must be there: parents first.
    """
    defaults = _defaults(model)
    numbers = reserve(session, model, len(rows))
    whole = [{"id": number, **defaults, **row} for number, row in zip(numbers, rows, strict=True)]
    _write(session, model, whole, pause)
    return list(numbers)


def _write(session: Session, model: type[Base], rows: list[dict[str, Any]], pause: Pause | None) -> None:
    if not rows:
        return
    session.flush()  # what the unit of work holds may be what these rows point to
    connection, table = session.connection(), Base.metadata.tables[model.__tablename__]
    for first in range(0, len(rows), CHUNK):
        insert_rows(connection, table, rows[first : first + CHUNK])
        if pause is not None:
            pause()
    Journal.of(session).added(model.__tablename__, rows)


def reserve(session: Session, model: type[Base], many: int) -> Sequence[int]:
    """Numbers that no row of `model` has had or will be given by somebody else."""
    session.flush()
    name, table = model.__tablename__, Base.metadata.tables[model.__tablename__]
    connection = session.connection()
    if connection.dialect.name != "sqlite":
        following = func.nextval(func.pg_get_serial_sequence(name, "id"))
        return list(connection.scalars(select(following).select_from(func.generate_series(1, many))))
    given: dict[str, int] = session.info.setdefault("numbers given", {})
    used = connection.scalar(select(func.max(_SEQUENCES.c.seq)).where(_SEQUENCES.c.name == name))
    highest = connection.scalar(select(func.max(table.c.id)))
    first = max(used or 0, highest or 0, given.get(name, 0)) + 1
    given[name] = first + many - 1
    return range(first, first + many)


@lru_cache(maxsize=64)
def _defaults(model: type[Base]) -> Mapping[str, Any]:
    """What a row has in the columns nobody mentions; what must be mentioned is left out and missed when written."""
    found: dict[str, Any] = {}
    for column in inspect(model).columns:
        default = column.default
        if column.primary_key:
            continue
        if default is not None and default.is_scalar:
            found[column.key] = default.arg  # type: ignore[attr-defined]  # a scalar default has a value
        elif column.nullable:
            found[column.key] = None
    return found
