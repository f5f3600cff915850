"""What was is brought back: a value, a record, a whole step; each as a step of its own."""

from datetime import date

import pytest
from sqlalchemy import select

from app.domain.kinds import Confidence, RightsState, SpokenMode, WorkKind
from app.errors import UserError
from app.operations import copies, restoring, rights, versions, works
from app.store.past_changes import changes, deeds_of_work, step, steps, taken_back
from app.store.rights import Rights
from app.store.store import Store
from app.store.works import Name, Version, Work
from tests.store import rows
from tests.store.rows import do, indexed, records


@pytest.fixture
def work(store: Store) -> int:
    return do(store, works.add, "Шал", "kk-Cyrl", year=2012, countries=["KZ"])


def deed(store: Store, work: int, place: int = 0):
    with store.read() as session:
        return deeds_of_work(session, work)[place]


def test_a_deed_tells_who_when_and_what_became_of_what(store: Store, work: int) -> None:
    store.author = "Айгүл"
    do(store, works.change, work, year=2013, confidence=Confidence.LOW, kind=WorkKind.SHORT)
    found = deed(store, work)
    assert found.past.author == "Айгүл"
    (change,) = found.changes
    assert change.before == {"year": 2012, "confidence": Confidence.HIGH, "kind": WorkKind.FEATURE}
    assert change.after == {"year": 2013, "confidence": Confidence.LOW, "kind": WorkKind.SHORT}


def test_days_and_moments_come_back_as_such(store: Store, work: int) -> None:
    do(store, rights.add, work, RightsState.CLEARED, ends=date(2027, 1, 1))
    (change,) = deed(store, work).changes
    assert change.after is not None
    assert (change.after["ends"], change.after["state"]) == (date(2027, 1, 1), RightsState.CLEARED)


def test_an_older_value_of_one_field_comes_back_alone(store: Store, work: int) -> None:
    do(store, works.change, work, year=2013, runtime=90)
    (change,) = deed(store, work).changes
    do(store, works.change, work, runtime=95)
    before = records(store)
    assert change.before is not None
    restored = rows.step(store, restoring.restore_field, "work", work, "year", change.before["year"])
    with store.read() as session:
        assert session.execute(select(Work.year, Work.runtime)).one() == (2012, 95)
    store.replay(restored)
    assert records(store) == before


def test_a_name_that_was_removed_comes_back(store: Store, work: int) -> None:
    name = do(store, works.add_name, work, "Старик", "ru")
    before = records(store), indexed(store)
    gone = rows.step(store, works.remove_name, name)
    assert do(store, restoring.restore_row, gone.number, "name", name) == 1
    assert (records(store), indexed(store)) == before
    with pytest.raises(UserError):
        do(store, restoring.restore_row, gone.number, "name", name)


def test_a_version_comes_back_with_its_subtitles(store: Store, work: int) -> None:
    version = do(store, versions.add_version, work, "kk", SpokenMode.ORIGINAL, ("ru", "en"))
    before = records(store)
    gone = rows.step(store, versions.remove_version, version)
    assert do(store, restoring.restore_row, gone.number, "version", version) == 3
    assert records(store) == before


def test_a_deleted_title_comes_back_whole_by_taking_its_step_back(store: Store, work: int) -> None:
    do(store, versions.add_version, work, "kk", SpokenMode.ORIGINAL, ("ru",))
    do(store, copies.add, work, "DCP A")
    before = records(store), indexed(store)
    number = rows.step(store, works.delete, work).number
    with store.read() as session:
        kept = step(session, number)
    assert kept is not None
    undone = store.replay(kept)
    assert (records(store), indexed(store)) == before
    with store.read() as session:
        assert taken_back(session, [number]) == {number}
    again = store.replay(undone)
    with store.read() as session:
        assert taken_back(session, [number]) == frozenset()
        assert [past.step for past in steps(session, limit=2)] == [again.number, undone.number]
        assert changes(session, [again.number])


def test_what_leads_to_something_gone_comes_back_without_it(store: Store, work: int) -> None:
    version = do(store, versions.add_version, work, "kk", SpokenMode.ORIGINAL)
    licence = do(store, rights.add, work, RightsState.CLEARED, version_id=version)
    gone = rows.step(store, rights.remove, licence)
    do(store, versions.remove_version, version)
    do(store, restoring.restore_row, gone.number, "rights", licence)
    with store.read() as session:
        assert session.scalars(select(Rights.version_id)).all() == [None]


def test_nothing_comes_back_to_a_title_that_is_gone(store: Store, work: int) -> None:
    name = do(store, works.add_name, work, "Старик", "ru")
    gone = rows.step(store, works.remove_name, name)
    do(store, works.delete, work)
    before = records(store)
    for refused in (
        lambda: do(store, restoring.restore_row, gone.number, "name", name),
        lambda: do(store, restoring.restore_field, "work", work, "year", 2012),
        lambda: do(store, restoring.restore_row, gone.number, "version", 1),
    ):
        with pytest.raises(UserError):
            refused()
    assert records(store) == before
    with store.read() as session:
        assert session.scalars(select(Name.id)).all() == session.scalars(select(Version.id)).all() == []
