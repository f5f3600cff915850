"""What stands in the table: moments in UTC, choices by value, names of constraints."""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from sqlalchemy import insert, select
from sqlalchemy.exc import StatementError
from sqlalchemy.orm import Session

from app.domain.kinds import NameType, WorkKind
from app.operations import copies, works
from app.store.copies import Copy
from app.store.schema import metadata
from app.store.store import Store
from app.store.works import Name, Work
from tests.store.rows import do

ALMATY = timezone(timedelta(hours=5))


def asked(path: Path, question: str) -> object:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(question).fetchone()[0]


def test_a_moment_is_stored_as_utc_and_comes_back_with_its_zone(store: Store) -> None:
    work = do(store, works.add, "Шал", "kk-Cyrl")
    ready = datetime(2026, 10, 16, 9, 30, tzinfo=ALMATY)
    copy = do(store, copies.add, work, "DCP A", ready_from=ready)
    assert store.path is not None
    assert asked(store.path, "SELECT ready_from FROM copy") == "2026-10-16 04:30:00.000000"
    with store.read() as session:
        found = session.get_one(Copy, copy).ready_from
    assert (found, found and found.tzinfo) == (ready, UTC)


def test_a_moment_without_a_zone_is_refused(store: Store) -> None:
    work = do(store, works.add, "Шал", "kk-Cyrl")
    with pytest.raises(StatementError, match="needs a time zone"):
        do(store, copies.add, work, "DCP A", ready_from=datetime(2026, 10, 16, 9, 30))


def test_a_choice_is_stored_by_its_value(store: Store) -> None:
    do(store, works.add, "Шал", "kk-Cyrl", kind=WorkKind.ANIMATED_SHORT)
    assert store.path is not None
    assert asked(store.path, "SELECT kind FROM work") == "animated_short"
    assert asked(store.path, "SELECT type FROM name") == NameType.ORIGINAL.value
    with store.read() as session:
        assert session.scalars(select(Work.kind)).one() is WorkKind.ANIMATED_SHORT


def test_a_choice_that_is_none_is_refused(store: Store) -> None:
    def wrong(session: Session) -> None:
        session.execute(insert(Name.__table__).values(work_id=1, text="x", language="en", type="nonsense"))

    with pytest.raises(StatementError):
        do(store, wrong)


def test_every_constraint_has_a_name() -> None:
    nameless = [
        (table.name, constraint)
        for table in metadata().tables.values()
        for constraint in table.constraints
        if not constraint.name
    ]
    assert nameless == []


def test_foreign_keys_are_watched(store: Store) -> None:
    def dangling(session: Session) -> None:
        session.add(Copy(work_id=99, name="DCP"))

    with pytest.raises(Exception, match="FOREIGN KEY"):
        do(store, dangling)
