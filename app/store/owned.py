"""What cannot be without a row, read off the foreign keys: deleted with it, so that a new table is never forgotten."""

from collections.abc import Collection, Iterable
from typing import Any

from sqlalchemy import inspect, select
from sqlalchemy.orm import Session

from app.store.base import Base
from app.store.schema import metadata

SOME = 500
"""Keys asked for at once."""


def remove(session: Session, model: type[Base], keys: Collection[int]) -> None:
    """Delete rows with all that cannot be without them, leaves first; what may be without them lets them go."""
    session.flush()
    going = _going(session, model, keys)
    models = {mapper.local_table.name: mapper.class_ for mapper in Base.registry.mappers}  # type: ignore[attr-defined]
    _let_go(session, going, models)
    for table in reversed(metadata().sorted_tables):
        if table.name not in going:
            continue
        for row in list(_rows(session, models[table.name], going[table.name])):
            loaded = inspect(row).mapper.relationships.keys() & vars(row).keys()
            if loaded:  # what was read before some of it was deleted
                session.expire(row, list(loaded))
            session.delete(row)
        # The unit of work knows no order between rows that are tied by a bare foreign key.
        session.flush()


def _going(session: Session, model: type[Base], keys: Collection[int]) -> dict[str, set[int]]:
    """The ids of all rows that go, by table."""
    found: dict[str, set[int]] = {model.__tablename__: set(keys)}
    for table in metadata().sorted_tables:
        for column in table.columns:
            for lead in column.foreign_keys:
                owners = found.get(lead.column.table.name)
                if owners and not column.nullable and lead.column.table is not table:
                    own = found.setdefault(table.name, set())
                    for some in _chunks(owners):
                        own.update(session.scalars(select(table.c.id).where(column.in_(some))))
    return {name: ids for name, ids in found.items() if ids}


def _let_go(session: Session, going: dict[str, set[int]], models: dict[str, Any]) -> None:
    """Let the rows that stay lead to nothing where they led to a row that goes."""
    for table in metadata().sorted_tables:
        for column in table.columns:
            for lead in column.foreign_keys:
                owners = going.get(lead.column.table.name)
                if not owners or not column.nullable:
                    continue
                own = getattr(models[table.name], column.name)
                for some in _chunks(owners):
                    for row in session.scalars(select(models[table.name]).where(own.in_(some))):
                        if row.id not in going.get(table.name, ()):
                            setattr(row, column.name, None)
    session.flush()


def _rows(session: Session, model: Any, keys: Iterable[int]) -> Iterable[Any]:
    for some in _chunks(keys):
        yield from session.scalars(select(model).where(model.id.in_(some)))


def _chunks(keys: Iterable[int]) -> Iterable[list[int]]:
    ordered = sorted(keys)
    return (ordered[first : first + SOME] for first in range(0, len(ordered), SOME))
