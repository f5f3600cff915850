"""What cannot be without a row goes with it and comes back with it, whatever table it lies in."""

from datetime import UTC, date, datetime
from typing import Any

import pytest
from sqlalchemy import Enum
from sqlalchemy.orm import Session

from app.domain.kinds import PartKind
from app.domain.kinds_of_plans import LinkKind
from app.operations import agents, merging, opinions, programmes, screenings, works
from app.operations.screenings import PartSpec
from app.store import owned
from app.store.base import Base, Instant
from app.store.schema import metadata
from app.store.screenings import Screening
from app.store.store import Store
from tests.operations.week import Week, at
from tests.store.rows import do, records, step

MOMENT = datetime(2026, 10, 16, 3, tzinfo=UTC)
SOME: dict[type, object] = {
    int: 7, str: "x", bool: False, date: date(2026, 10, 16), datetime: at(8), float: 43.2
}  # fmt: skip


def some(column: Any) -> object:
    """A value a column can hold."""
    if isinstance(column.type, Enum):
        return next(iter(column.type.enum_class or []))
    return MOMENT if isinstance(column.type, Instant) else SOME[column.type.python_type]


OF_A_PROGRAMME = (
    "programme_hall", "strand", "slate_entry", "screening", "part", "booking", "blocker", "blocker_hall", "hall_hours",
    "stay", "shift", "stop", "leg", "entry_link", "entry_guest", "opinion", "target", "rule_setting", "accepted",
    "plan",
)  # fmt: skip


def hang_everything(session: Session, week: Week) -> None:
    """One more row in each table that belongs to a programme, tied to each other wherever they can be."""
    agent = next(mapper.class_ for mapper in Base.registry.mappers if mapper.local_table.name == "agent")()
    session.add(agent)
    session.flush()
    keys = {"programme": week.programme, "hall": week.strange_hall, "venue": week.venue, "agent": agent.id,
            "work": week.other_work}  # fmt: skip
    models = {mapper.local_table.name: mapper.class_ for mapper in Base.registry.mappers}
    for table in metadata().sorted_tables:
        if table.name not in (*OF_A_PROGRAMME, "check_left_out"):
            continue
        facts: dict[str, object] = {}
        for column in table.columns:
            lead = next(iter(column.foreign_keys), None)
            if column.name != "id":
                facts[column.name] = keys.get(lead.column.table.name) if lead is not None else some(column)
        if table.name == "slate_entry":
            keys["slate_entry"] = week.other_entry
            continue
        if table.name == "entry_link":
            facts["other_id"] = week.entry
        row = models[table.name](**facts)
        session.add(row)
        session.flush()
        keys[table.name] = row.id


@pytest.fixture
def full(store: Store, week: Week) -> Week:
    do(store, hang_everything, week)
    return week


def test_a_programme_takes_everything_along_and_brings_it_back(store: Store, full: Week) -> None:
    before = records(store)
    assert all(before[name] for name in OF_A_PROGRAMME)
    gone = step(store, programmes.delete, full.programme)
    after = records(store)
    assert not [name for name in ("programme", "check_left_out", *OF_A_PROGRAMME) if after[name]]
    for name in ("work", "version", "agent", "venue", "hall", "copy"):
        assert after[name] == before[name]
    store.replay(gone)
    assert records(store) == before


def test_every_table_that_leads_to_a_programme_is_tried() -> None:
    leading = {
        table.name
        for table in metadata().sorted_tables
        for column in table.columns
        if any(lead.column.table.name == "programme" for lead in column.foreign_keys)
    }
    assert leading <= {*OF_A_PROGRAMME, "check_left_out"}


def test_a_work_takes_its_ties_along(store: Store, full: Week) -> None:
    before = records(store)
    gone = step(store, works.delete, full.work)
    assert records(store)["entry_link"] == set()
    store.replay(gone)
    assert records(store) == before


def test_a_screening_takes_its_people_along(store: Store, week: Week) -> None:
    do(store, hang_everything, week)
    with store.read() as session:
        shown = session.query(Screening.id).scalar()
    before = records(store)
    gone = step(store, screenings.unplace, shown)
    after = records(store)
    assert not after["booking"]
    assert not after["part"]
    store.replay(gone)
    assert records(store) == before


def test_what_was_read_before_goes_all_the_same(store: Store, week: Week) -> None:
    made = do(store, screenings.add_event, week.programme, week.hall, at(12), [PartSpec(PartKind.TALK, 60)])

    def look_and_remove(session: Session) -> None:
        assert session.get_one(Screening, made).parts
        owned.remove(session, Screening, [made])

    do(store, look_and_remove)
    assert records(store)["screening"] == set()


def test_two_titles_of_one_slate_become_one_that_is_tied_to_nothing(store: Store, week: Week) -> None:
    guest = do(store, agents.add, "Guest")
    for entry in (week.entry, week.other_entry):
        do(store, opinions.expect_guest, entry, guest)
    do(store, opinions.tie, week.entry, week.other_entry, LinkKind.BEFORE)
    before = records(store)
    merged = step(store, merging.merge, week.work, week.other_work)
    after = records(store)
    assert (len(after["slate_entry"]), len(after["entry_guest"]), len(after["entry_link"])) == (1, 1, 0)
    store.replay(merged)
    assert records(store) == before
