"""What one can do to saved filters: keep one under a name, correct it, put it in order, take it away."""

from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.errors import UserError
from app.store.filters import SavedFilter
from app.words import N_

LONGEST_NAME = 80

NAMELESS = N_("A saved filter needs a name.")
TOO_LONG = N_("The name of a saved filter has at most {most} letters.")
NAME_TAKEN = N_("There is a saved filter “{name}” already. Choose another name.")
NARROWS_NOTHING = N_("Nothing is narrowed. Choose filters or type a query first.")


def keep(session: Session, name: str, query: str) -> int:
    """Keep a typed query under a name; the filter's id."""
    rows = _all(session)
    row = SavedFilter(position=len(rows))
    _set(row, rows, name=name, query=query)
    session.add(row)
    session.flush()
    return row.id


def change(session: Session, filter_: int, **facts: Any) -> None:
    """Correct the name or the query of a saved filter."""
    row = session.get_one(SavedFilter, filter_)
    _set(row, [other for other in _all(session) if other is not row], **facts)


def move(session: Session, filter_: int, place: int) -> None:
    """Put a saved filter at `place` (0 is first)."""
    row = session.get_one(SavedFilter, filter_)
    order = [other for other in _all(session) if other is not row]
    order.insert(max(0, min(place, len(order))), row)
    for position, other in enumerate(order):
        other.position = position


def remove(session: Session, filter_: int) -> None:
    """Forget a saved filter; the titles it found stay."""
    session.delete(session.get_one(SavedFilter, filter_))


def _all(session: Session) -> list[SavedFilter]:
    return list(session.scalars(select(SavedFilter).order_by(SavedFilter.position, SavedFilter.id)))


def _set(row: SavedFilter, others: list[SavedFilter], **facts: Any) -> None:
    if "name" in facts:
        facts["name"] = name = " ".join(facts["name"].split())
        if not name:
            raise UserError(NAMELESS)
        if len(name) > LONGEST_NAME:
            raise UserError(TOO_LONG, most=LONGEST_NAME)
        if any(other.name.casefold() == name.casefold() for other in others):
            raise UserError(NAME_TAKEN, name=name)
    if "query" in facts:
        facts["query"] = facts["query"].strip()
        if not facts["query"]:
            raise UserError(NARROWS_NOTHING)
    for field, value in facts.items():
        setattr(row, field, value)
