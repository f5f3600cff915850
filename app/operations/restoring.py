"""Bringing back what was: an older value of one field, or a record that was deleted."""

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy.orm import Session

from app.errors import UserError
from app.operations import works
from app.store.base import Base
from app.store.journal import Change
from app.store.past_changes import changes
from app.store.schema import metadata
from app.words import N_

GONE = N_("The record this belonged to no longer exists. Bring that one back first.")
THERE = N_("This record is there already.")
NOT_IN_STEP = N_("This step deleted no such record.")

Key = tuple[str, int]


def restore_field(session: Session, table: str, row: int, field: str, value: object) -> None:
    """Give a field the value it had once. `UserError` if its record is gone, or what it led to."""
    model = _model(table)
    found = session.get(model, row)
    if found is None:
        raise UserError(GONE)
    if table == "work":
        works.change(session, row, **{field: value})
        return
    for key in metadata().tables[table].columns[field].foreign_keys:
        if value is not None and session.get(_model(key.column.table.name), value) is None:
            raise UserError(GONE)
    setattr(found, field, value)


def restore_row(session: Session, step: int, table: str, row: int) -> int:
    """Bring a record back that a step deleted, with all that went along with it; how many rows came back.

    What such a row led to and is gone by now is left out, or refused where the row cannot be without it.
    """
    gone = {
        (change.table, change.key): change for change in changes(session, [step]).get(step, ()) if change.after is None
    }
    if (table, row) not in gone:
        raise UserError(NOT_IN_STEP)
    if session.get(_model(table), row) is not None:
        raise UserError(THERE)
    wanted = _with_all_below((table, row), gone)
    order = {own.name: place for place, own in enumerate(metadata().sorted_tables)}
    for key in sorted(wanted, key=lambda key: (order[key[0]], key[1])):
        _bring_back(session, gone[key], wanted)
        # One by one: the unit of work knows no order between rows tied by a bare foreign key.
        session.flush()
    return len(wanted)


def _with_all_below(first: Key, gone: Mapping[Key, Change]) -> set[Key]:
    """A row with those that belonged to it, to these, and so on."""
    wanted, found = {first}, {first}
    while found:
        found = {key for key in gone.keys() - wanted if any(to in wanted for to in _owners(gone[key]))}
        wanted |= found
    return wanted


def _owners(change: Change) -> Iterable[Key]:
    """The rows without which a row cannot be."""
    for column in metadata().tables[change.table].columns:
        for key in column.foreign_keys:
            to = change.row.get(column.name)
            if not column.nullable and isinstance(to, int):
                yield key.column.table.name, to


def _bring_back(session: Session, change: Change, wanted: set[Key]) -> None:
    table = metadata().tables[change.table]
    values: dict[str, object] = dict(change.row)
    for column in table.columns:
        for key in column.foreign_keys:
            to = values.get(column.name)
            there = to is None or (key.column.table.name, to) in wanted
            if not there and session.get(_model(key.column.table.name), to) is None:
                if not column.nullable:
                    raise UserError(GONE)
                values[column.name] = None
    session.add(_model(change.table)(**values))


def _model(table: str) -> Any:
    return next(mapper.class_ for mapper in Base.registry.mappers if mapper.local_table is metadata().tables[table])
