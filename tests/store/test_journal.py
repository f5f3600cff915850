"""The step records what one transaction did, row by row, first state and last."""

import pytest
from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from app.domain.kinds import WorkKind
from app.errors import UserError
from app.operations import rights, versions, works
from app.store.history import ChangeRow, StepRow
from app.store.store import GONE, Store
from app.store.works import Name, Work, WorkCountry
from tests.store.rows import do, records, step


@pytest.fixture
def work(store: Store) -> int:
    return do(store, works.add, "Шал", "kk-Cyrl", countries=["KZ"])


def test_new_rows_have_no_before(store: Store) -> None:
    added = step(store, works.add, "Шал", "kk-Cyrl", year=2012)
    assert {(change.table, change.before) for change in added.changes} == {("work", None), ("name", None)}
    (row,) = [change.after for change in added.changes if change.table == "work"]
    assert row is not None
    assert (row["kind"], row["year"], row["runtime"]) == (WorkKind.FEATURE, 2012, None)


def test_changed_rows_are_told_before_and_after(store: Store, work: int) -> None:
    (change,) = step(store, works.change, work, year=2012).changes
    assert change.before is not None
    assert change.after is not None
    assert (change.before["year"], change.after["year"]) == (None, 2012)
    assert {name for name in change.before if change.before[name] != change.after[name]} == {"year"}
    assert change.reverse.after == change.before


def test_deleted_rows_have_no_after(store: Store, work: int) -> None:
    gone = step(store, works.delete, work)
    assert {(change.table, change.after) for change in gone.changes} == {
        ("work", None), ("name", None), ("work_country", None),
    }  # fmt: skip
    assert all(change.row is change.before for change in gone.changes)


def test_rows_that_lose_their_owner_are_told_as_deleted(store: Store, work: int) -> None:
    changes = step(store, works.set_countries, work, ["CN"]).changes
    assert {(c.table, c.before is None, c.after is None) for c in changes} == {
        ("work_country", False, True), ("work_country", True, False),
    }  # fmt: skip


def test_several_flushes_count_once(store: Store, work: int) -> None:
    def hesitate(session: Session) -> None:
        row = session.get_one(Work, work)
        for year in (1, 2, 3):
            row.year = year
            session.flush()

    (change,) = step(store, hesitate).changes
    assert change.before is not None
    assert change.after is not None
    assert (change.before["year"], change.after["year"]) == (None, 3)


def test_what_ended_as_it_began_is_not_told(store: Store, work: int) -> None:
    def change_my_mind(session: Session) -> None:
        row = session.get_one(Work, work)
        row.year = 2012
        session.flush()
        row.year = None
        session.flush()
        extra = Name(work_id=work, text="x", language="en", type="working")
        session.add(extra)
        session.flush()
        session.delete(extra)

    assert step(store, change_my_mind).changes == ()


def test_a_step_without_changes_is_not_kept(store: Store, work: int) -> None:
    before = records(store)
    nothing = step(store, works.change, work, year=None)
    assert (nothing.changes, nothing.number) == ((), 0)
    with store.read() as session:
        assert len(session.scalars(select(StepRow)).all()) == 1
    assert records(store) == before


@pytest.mark.parametrize("statement", [update(Work).values(year=1), delete(WorkCountry)], ids=["update", "delete"])
def test_bulk_statements_are_forbidden(store: Store, work: int, statement: object) -> None:
    def in_bulk(session: Session) -> None:
        session.execute(statement)  # type: ignore[call-overload]

    before = records(store)
    with pytest.raises(AssertionError, match="not in bulk"):
        do(store, in_bulk)
    assert records(store) == before
    assert work


def test_a_refused_operation_leaves_nothing(store: Store, work: int) -> None:
    def half(session: Session) -> None:
        works.change(session, work, year=2012)
        session.flush()
        works.change(session, work, year=99999)

    before = records(store)
    with pytest.raises(UserError):
        do(store, half)
    assert records(store) == before


def test_what_another_step_took_away_is_told(store: Store) -> None:
    before = records(store)
    for operation, number in ((versions.change_version, 7), (works.prefer_name, 7), (rights.remove, 7)):
        with pytest.raises(UserError) as refusal:
            do(store, operation, number)
        assert refusal.value.phrase.message == GONE
    assert records(store) == before


def test_a_mapped_row_may_not_leave(store: Store, work: int) -> None:
    with pytest.raises(AssertionError, match="must not leave"):
        do(store, lambda session: session.get_one(Work, work))


def test_a_step_names_the_works_it_touched(store: Store, work: int) -> None:
    other = do(store, works.add, "Ақсуат", "kk-Cyrl")
    version = step(store, versions.add_version, work, "kk", "dubbed", ["ru"])
    assert version.works == {work}
    assert version.tables == {"version", "subtitle"}
    (number,) = version.keys("version")
    assert step(store, versions.set_subtitles, number, ["kk"]).works == {work}
    assert step(store, works.change, other, year=1998).works == {other}


def test_every_change_is_kept_with_its_step(store: Store, work: int) -> None:
    renamed = step(store, works.change, work, year=2012)
    with store.read() as session:
        kept = session.execute(
            select(ChangeRow.table_name, ChangeRow.row_id, ChangeRow.before, ChangeRow.after).where(
                ChangeRow.step_id == renamed.number
            )
        ).all()
    assert [tuple(row) for row in kept] == [("work", work, '{"year": null}', '{"year": 2012}')]
