"""What one can do to saved filters: keep one under a name, correct it, put it in order, take it away."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.errors import UserError
from app.store.filters import SavedFilter
from app.words import N_

LONGEST_NAME = 80

NAMELESS = N_("A saved filter needs a name.")
TOO_LONG = N_("The name of a saved filter has at most {most} letters.")
NAME_TAKEN = N_("There is a saved filter “{name}” already. Choose another name.")
NARROWS_NOTHING = N_("No filter is set. Choose filters or type a query first.")


def keep(session: Session, name: str, query: str) -> int:
    """Keep a typed query under a name; the filter's id."""
    rows = _all(session)
    row = SavedFilter(position=len(rows), name=_named(name, rows), query=_asking(query))
    session.add(row)
    session.flush()
    return row.id


def rename(session: Session, filter_: int, name: str) -> None:
    """Give a saved filter another name."""
    row = session.get_one(SavedFilter, filter_)
    row.name = _named(name, [other for other in _all(session) if other is not row])


def set_query(session: Session, filter_: int, query: str) -> None:
    """Let a saved filter find something else."""
    session.get_one(SavedFilter, filter_).query = _asking(query)


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


def _named(name: str, others: list[SavedFilter]) -> str:
    name = " ".join(name.split())
    if not name:
        raise UserError(NAMELESS)
    if len(name) > LONGEST_NAME:
        raise UserError(TOO_LONG, most=LONGEST_NAME)
    if any(other.name.casefold() == name.casefold() for other in others):
        raise UserError(NAME_TAKEN, name=name)
    return name


def _asking(query: str) -> str:
    if not query.strip():
        raise UserError(NARROWS_NOTHING)
    return query.strip()
