"""Rows written in bulk are those the unit of work would have written, and the journal knows them."""

from datetime import UTC, date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.kinds import RightsState, WorkKind
from app.operations import works
from app.store.bulk import Many, add_rows, keep_in_memory, reserve
from app.store.history import ChangeRow
from app.store.library import Library
from app.store.rights import Rights
from app.store.store import Store
from app.store.works import Name, Work
from app.words import phrase
from tests.store.rows import do, indexed, records, step


def _both(session: Session) -> None:
    (work,) = add_rows(session, Work, [{"kind": WorkKind.SHORT, "year": 1999}])
    add_rows(session, Name, [{"work_id": work, "text": "Бала", "language": "kk-Cyrl", "type": "original"}])
    add_rows(session, Rights, [{"work_id": work, "state": RightsState.CLEARED, "ends": date(2027, 1, 2)}])
    add_rows(session, Library, [{"name": "x", "created": datetime(2026, 1, 2, 3, tzinfo=UTC)}])


def test_values_of_every_kind_come_back_as_they_went(store: Store) -> None:
    do(store, _both)
    with store.read() as session:
        work = session.scalars(select(Work)).one()
        assert (work.kind, work.year, work.co_production, work.notes) == (WorkKind.SHORT, 1999, False, "")
        assert session.scalars(select(Rights)).one().ends == date(2027, 1, 2)
        made = session.scalars(select(Library).order_by(Library.id.desc())).first()
        assert made is not None
        assert made.created == datetime(2026, 1, 2, 3, tzinfo=UTC)


def test_the_journal_knows_them_as_it_knows_others(store: Store) -> None:
    made = step(store, _both)
    assert {change.table for change in made.changes} == {"work", "name", "rights", "library"}
    other = step(store, works.add, "Бала", "kk-Cyrl", year=1999)
    mine = next(change for change in made.changes if change.table == "work").after
    theirs = next(change for change in other.changes if change.table == "work").after
    assert mine is not None
    assert theirs is not None
    assert set(mine) == set(theirs)
    with store.read() as session:
        assert len(session.scalars(select(ChangeRow)).all()) >= 4


def test_they_are_taken_back_and_the_index_with_them(store: Store) -> None:
    rows, index = records(store), indexed(store)
    made = step(store, _both)
    back = store.replay(made)
    assert (records(store), indexed(store)) == (rows, index)
    store.replay(back)
    assert len(records(store)["work"]) == 1


def test_others_read_while_very_many_rows_are_written(store: Store) -> None:
    do(store, works.add, "Бала", "kk-Cyrl")

    def write(session: Session) -> int:
        keep_in_memory(session)
        add_rows(session, Work, [{"kind": WorkKind.FEATURE, "notes": "x" * 900}] * 8_000)
        with store.read() as other:
            return len(other.scalars(select(Work.id)).all())

    assert do(store, write) == 1


def test_numbers_are_never_given_twice(store: Store) -> None:
    def several(session: Session) -> tuple[list[int], list[int], int]:
        first = list(reserve(session, Work, 3))
        many = Many(session, Work)
        more = [many.add(kind=WorkKind.FEATURE) for _ in range(3)]
        many.write()
        row = Work(kind=WorkKind.FEATURE)
        session.add(row)
        session.flush()
        return first, more, row.id

    first, more, last = store.write(phrase("x"), several)[0]
    assert len({*first, *more, last}) == 7
