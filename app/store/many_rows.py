"""Many rows into one table at once, below the unit of work and below what SQLAlchemy does for each row."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection, Dialect, Table, insert

CHUNK = 4000
"""Rows handed to the driver at once."""


def insert_rows(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Insert rows that all have the same columns, with every value they need: no default is filled in.

    A file takes them in half the time of `connection.execute`; a server has its own way for many rows.
    """
    if not rows:
        return
    if connection.dialect.name != "sqlite":
        connection.execute(insert(table), list(rows))
        return
    statement, order, turned = _written(table, connection.dialect, tuple(rows[0]))
    for first in range(0, len(rows), CHUNK):
        values = [[row[name] for name in order] for row in rows[first : first + CHUNK]]
        for place, turn in turned:
            for value in values:
                value[place] = turn(value[place])
        connection.exec_driver_sql(statement, list(map(tuple, values)))


@lru_cache(maxsize=256)
def _written(table: Table, dialect: Dialect, names: tuple[str, ...]) -> tuple[str, list[str], list[tuple[int, Any]]]:
    """The statement, its columns in their order, and what turns the values of some: an edit writes into five tables."""
    statement = str(insert(table).compile(dialect=dialect, column_keys=list(names)))
    # The statement names the columns in the order of the table.
    order = [column.name for column in table.columns if column.name in names]
    kinds = [table.c[name].type.dialect_impl(dialect) for name in order]
    return statement, order, [(place, turn) for place, one in enumerate(kinds) if (turn := one.bind_processor(dialect))]
