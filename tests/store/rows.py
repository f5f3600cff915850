"""The rows of a library as plain values, to compare two states of it to the letter."""

from collections.abc import Callable
from typing import Any, Concatenate, ParamSpec, TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.store.journal import Step
from app.store.schema import metadata
from app.store.search_health import Derived, derived
from app.store.store import Store
from app.words import phrase

P = ParamSpec("P")
T = TypeVar("T")

NOT_RECORDS = {"step", "change", "face", "subject", "form"}
"""What is written beside the records: the history, and what is derived for search and order."""

Rows = dict[str, set[tuple[object, ...]]]


def records(store: Store) -> Rows:
    """Every row of every table of records."""
    with store.read() as session:
        return {
            name: {tuple(row) for row in session.execute(select(table))}
            for name, table in metadata().tables.items()
            if name not in NOT_RECORDS
        }


def indexed(store: Store) -> Derived:
    """Everything derived."""
    with store.read() as session:
        return derived(session)


def do(store: Store, operation: Callable[Concatenate[Session, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
    """Carry out an operation; its result."""
    return store.write(phrase("Test"), operation, *args, **kwargs)[0]


def step(store: Store, operation: Callable[Concatenate[Session, P], Any], *args: P.args, **kwargs: P.kwargs) -> Step:
    """Carry out an operation; the step it made."""
    return store.write(phrase("Test"), operation, *args, **kwargs)[1]
