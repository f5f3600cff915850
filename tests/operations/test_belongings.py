"""All that hangs on a work goes with it and comes back with it, whatever table it lies in."""

from datetime import UTC, date, datetime
from enum import StrEnum
from typing import Any

import pytest
from sqlalchemy import Enum, select
from sqlalchemy.orm import Session

from app.domain.kinds import Level, WorkKind
from app.domain.names import FourNames
from app.operations import programmes, venues, works
from app.store import belongings
from app.store.agents import Agent, AgentName
from app.store.base import Instant
from app.store.evidence import Claim
from app.store.store import Store
from app.store.synopses import Synopsis
from app.store.work_records import past
from app.store.works import Work
from app.words import phrase
from tests.store.rows import do, indexed, records, step

MOMENT = datetime(2026, 1, 2, 3, tzinfo=UTC)
SOME: dict[type, object] = {int: 7, str: "ru", bool: False, date: date(2026, 1, 2)}


def some(column: Any) -> object:
    """A value a column can hold."""
    if isinstance(column.type, Enum):
        return next(iter(column.type.enum_class or []))
    return MOMENT if isinstance(column.type, Instant) else SOME[column.type.python_type]


def hang_everything(session: Session, work: int) -> None:
    """A row in each table that belongs to a work, tied to each other wherever they can be."""
    agent = Agent()
    agent.names = [AgentName(text="Лю Лянь", language="ru")]
    session.add(agent)
    venue = venues.add_venue(session, FourNames(en="House"), FourNames(en="Almaty"))
    hall = venues.add_hall(session, venue, FourNames(en="1"))
    programme = programmes.add(session, FourNames(en="Week"), date(2026, 1, 1), date(2026, 1, 9))
    session.flush()
    keys = {"work": work, "agent": agent.id, "hall": hall, "programme": programme}
    for own in belongings.belongings():
        facts: dict[str, object] = {}
        for column in own.model.__table__.columns:
            if column.name == "id":
                continue
            lead = next(iter(column.foreign_keys), None)
            facts[column.name] = keys.get(lead.column.table.name) if lead is not None else some(column)
        row = own.model(**facts)
        session.add(row)
        session.flush()
        keys[own.table] = row.id


@pytest.fixture
def work(store: Store) -> int:
    found = do(store, works.add, "音乐家", "zh-Hans")
    do(store, hang_everything, found)
    return found


def test_every_table_that_names_a_work_is_known() -> None:
    assert belongings.tables() >= {
        "work", "name", "work_country", "version", "subtitle", "rights", "copy", "track", "copy_key", "custody",
        "credit", "slate_entry", "synopsis", "rating", "clearance", "award", "festival_entry", "sale", "figure",
        "claim", "identifier", "attachment",
    }  # fmt: skip
    assert belongings.tables().isdisjoint({"agent", "part", "post", "hall", "programme", "content"})


def test_a_work_takes_everything_along_and_brings_it_back(store: Store, work: int) -> None:
    before, found = records(store), indexed(store)
    gone = step(store, works.delete, work)
    left = records(store)
    assert not [table for table in belongings.tables() if left[table]]
    store.replay(gone)
    assert (records(store), indexed(store)) == (before, found)


def test_a_change_of_any_row_is_told_as_one_of_its_work(store: Store, work: int) -> None:
    for own in belongings.belongings():
        if all(c.foreign_keys or c.primary_key for c in own.model.__table__.columns):
            continue  # a row that only ties others can come and go, but not change

        def touch(session: Session, own: belongings.Belonging = own) -> None:
            row = session.scalars(select(own.model)).first()
            text = next(c.name for c in own.model.__table__.columns if not c.foreign_keys and c.name != "id")
            value = getattr(row, text)
            new = "kk" if isinstance(value, str) and not isinstance(value, StrEnum) else None
            column = own.model.__table__.columns[text]
            if isinstance(column.type, Enum):
                new = list(column.type.enum_class or [])[1]
            setattr(row, text, 8 if isinstance(value, int) else date(2025, 5, 5) if isinstance(value, date) else new)

        assert step(store, touch).works == {work}, own.table


def test_the_history_of_a_work_tells_of_all_that_hung_on_it(store: Store, work: int) -> None:
    def lose(session: Session) -> None:
        for own, rows in belongings.rows_of(session, work):
            if own.table in ("track", "custody", "synopsis", "claim"):
                for row in rows:
                    session.delete(row)

    store.write(phrase("Lose"), lose)
    with store.read() as session:
        assert past(session, work)[0].label.message == "Lose"


def test_a_double_has_what_describes_it_and_not_what_there_is_once(store: Store, work: int) -> None:
    twin = do(store, works.duplicate, work)
    with store.read() as session:
        doubled = {own.table for own, rows in belongings.rows_of(session, twin) if rows}
        credit = next(rows[0] for own, rows in belongings.rows_of(session, twin) if own.table == "credit")
        version = next(rows[0] for own, rows in belongings.rows_of(session, twin) if own.table == "version")
        assert credit.version_id == version.id
        assert session.scalars(select(Synopsis.text).where(Synopsis.work_id == twin)).all() == ["ru"]
        assert session.scalars(select(Claim.fact).where(Claim.work_id == twin)).all() == ["ru"]
    assert doubled == {"name", "work_country", "version", "subtitle", "credit", "synopsis", "rating", "claim"}


def series(session: Session) -> list[int]:
    """A series with two seasons of two episodes."""
    top = works.add(session, "三体", "zh-Hans", kind=WorkKind.SERIES)
    made = [top]
    for number in (1, 2):
        season = Work(kind=WorkKind.SERIES, level=Level.SEASON, parent_id=top, number=number)
        session.add(season)
        session.flush()
        episodes = [Work(kind=WorkKind.SERIES, level=Level.EPISODE, parent_id=season.id, number=n) for n in (1, 2)]
        session.add_all(episodes)
        session.flush()
        made += [season.id, *(episode.id for episode in episodes)]
    return made


def test_a_series_takes_its_seasons_and_episodes_along(store: Store) -> None:
    made = do(store, series)
    before = records(store)
    count, gone = store.write(phrase("Delete"), works.delete, made[0])
    assert (count, records(store)["work"]) == (6, set())
    store.replay(gone)
    assert records(store) == before


def test_a_series_and_its_episodes_can_be_deleted_at_one_time(store: Store) -> None:
    made = do(store, series)
    assert do(store, works.delete_all, [made[2], made[0], made[1]]) == 4
    assert records(store)["work"] == set()


def test_the_double_of_an_episode_is_the_next_episode(store: Store) -> None:
    made = do(store, series)
    twin = do(store, works.duplicate, made[2])
    with store.read() as session:
        row = session.get_one(Work, twin)
        assert (row.parent_id, row.number, row.level) == (made[1], 3, Level.EPISODE)
