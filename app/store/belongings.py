"""What belongs to a work: read off the foreign keys, so that a new table is never forgotten."""

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any, NamedTuple

from sqlalchemy import Table, select
from sqlalchemy.orm import Session

from app.store.schema import metadata
from app.store.works import Work


class Belonging(NamedTuple):
    """A table whose every row belongs to a work: `column` leads to its `owner`, the work's table or one of these."""

    model: type[Any]
    column: str
    owner: str

    @property
    def table(self) -> str:
        """The name of the table."""
        return str(self.model.__tablename__)


@cache
def belongings() -> tuple[Belonging, ...]:
    """Every such table, owners first. A row that may be without its work (a talk of an event) belongs to none."""
    found: dict[str, Belonging] = {}
    models = {mapper.local_table: mapper.class_ for mapper in Work.registry.mappers}
    for table in metadata().sorted_tables:
        leads = [
            (column.name, key.column.table.name)
            for column in table.columns
            for key in column.foreign_keys
            if not column.nullable
        ]
        for column, owner in leads:
            if table in models and (owner == Work.__tablename__ or owner in found):
                found[table.name] = Belonging(models[table], column, owner)
                break
    return tuple(found.values())


@cache
def tables() -> frozenset[str]:
    """Names of the tables whose rows belong to a work, and of the work's own."""
    return frozenset({Work.__tablename__, *(own.table for own in belongings())})


@cache
def leads() -> Mapping[str, tuple[str, str]]:
    """Of each such table the column that leads to its owner, and the owner's table."""
    return {own.table: (own.column, own.owner) for own in belongings()}


def rows_of(session: Session, work: int) -> Iterable[tuple[Belonging, list[Any]]]:
    """Each table with those of its rows that hang on a work, owners first."""
    keys: dict[str, list[int]] = {Work.__tablename__: [work]}
    for own in belongings():
        column = getattr(own.model, own.column)
        rows = list(session.scalars(select(own.model).where(column.in_(keys[own.owner])).order_by(own.model.id)))
        keys[own.table] = [row.id for row in rows]
        yield own, rows


def works_of(session: Session, table: str, owners: Iterable[int]) -> set[int]:
    """The works on which rows of `table` hang that lead to these `owners`."""
    keys = set(owners)
    while keys:
        _column, owner = leads()[table]
        if owner == Work.__tablename__:
            return keys
        above: Table = metadata().tables[owner]
        column = leads()[owner][0]
        keys = set(session.scalars(select(above.c[column]).where(above.c.id.in_(keys))))
        table = owner
    return keys
