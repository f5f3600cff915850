"""Findings are mended in one step, or left as they are; undo brings every row back."""

from datetime import date, timedelta

import pytest

from app.domain.found import Code, Found
from app.domain.kinds import NameType, SlateState
from app.domain.names import FourNames
from app.errors import UserError
from app.operations import data_repairs, programmes, works
from app.store import check_facts
from app.store.duplicates import duplicates, told_apart
from app.store.store import Store
from tests.store.rows import do, records, step

TODAY = date(2026, 10, 1)


def found(store: Store, **narrowed: object) -> list[Found]:
    with store.read() as session:
        return check_facts.found(session, TODAY, **narrowed)


def of(store: Store, code: Code) -> list[Found]:
    return [one for one in found(store) if one.code is code]


@pytest.fixture
def work(store: Store) -> int:
    made = do(store, works.add, "Шал", "kk-Cyrl", year=2012, countries=["KZ"], runtime=102)
    do(store, works.add_name, made, "Cтарик", "ru")
    return made


def test_a_name_is_mended_and_the_mending_taken_back(store: Store, work: int) -> None:
    before = records(store)
    wrong = of(store, Code.MIXED_LETTERS)
    assert [(one.work, one.about) for one in wrong] == [(work, "Cтарик")]
    mended = step(store, data_repairs.mend, wrong)
    assert of(store, Code.MIXED_LETTERS) == []
    store.replay(mended)
    assert records(store) == before


def test_what_was_changed_meanwhile_is_left_alone(store: Store, work: int) -> None:
    wrong = of(store, Code.MIXED_LETTERS)
    do(store, works.change_name, wrong[0].record, text="Старик")
    before = records(store)
    with pytest.raises(UserError) as refusal:
        do(store, data_repairs.mend, wrong)
    assert refusal.value.phrase.message == data_repairs.NOTHING_LEFT
    assert records(store) == before
    assert work


def test_every_kind_of_repair_settles_its_finding(store: Store, work: int) -> None:
    do(store, works.add_name, work, "老头", "zh-Hans")
    do(store, works.add_name, work, "The Old Man", "ru")
    do(store, works.add_name, work, "Ақсақал", "kk-Cyrl", NameType.ORIGINAL)
    do(store, works.change_name, do(store, works.add_name, work, "Shal", "kk-Latn"), auto=True)
    mendable = [one for one in found(store) if one.fix]
    assert {one.code for one in mendable} == {
        Code.MIXED_LETTERS, Code.WRONG_SCRIPT, Code.TWO_ORIGINALS, Code.UNCONFIRMED_READING, Code.UNCONFIRMED_NAME,
    }  # fmt: skip
    assert do(store, data_repairs.mend, mendable) == len(mendable)
    assert [one for one in found(store) if one.fix] == []


def test_a_finding_left_as_it_is_is_not_told_again_until_it_changes(store: Store, work: int) -> None:
    do(store, works.change, work, unverified="year")
    do(store, data_repairs.leave_as_it_is, of(store, Code.UNVERIFIED_FACTS), "asked in vain")
    assert of(store, Code.UNVERIFIED_FACTS) == []
    do(store, works.change, work, unverified="runtime")
    assert len(of(store, Code.UNVERIFIED_FACTS)) == 1


def test_a_check_can_be_done_without_in_the_library_or_in_one_programme(store: Store, work: int) -> None:
    programme = do(store, programmes.add, FourNames(en="Week"), TODAY, TODAY + timedelta(2))
    do(store, programmes.add_entry, programme, work, state=SlateState.CONFIRMED)
    assert Code.NO_RIGHTS in {one.code for one in found(store, programme=programme)}
    do(store, data_repairs.choose_checks, {Code.NO_RIGHTS}, programme)
    assert Code.NO_RIGHTS not in {one.code for one in found(store, programme=programme)}
    assert Code.NO_RIGHTS in {one.code for one in found(store)}
    do(store, data_repairs.choose_checks, {Code.NO_AGE_MARK})
    assert Code.NO_AGE_MARK not in {one.code for one in found(store)}
    do(store, data_repairs.choose_checks, set())
    assert Code.NO_AGE_MARK in {one.code for one in found(store)}
    do(store, programmes.delete, programme)


def test_a_programme_is_checked_alone(store: Store, work: int) -> None:
    other = do(store, works.add, "Томирис", "kk-Cyrl")
    programme = do(store, programmes.add, FourNames(en="Week"), TODAY, TODAY + timedelta(2))
    do(store, programmes.add_entry, programme, other)
    assert {one.work for one in found(store, programme=programme)} == {other}
    assert {one.work for one in found(store)} == {work, other}


def test_a_deleted_title_takes_what_was_left_as_it_was_along(store: Store, work: int) -> None:
    do(store, data_repairs.leave_as_it_is, of(store, Code.NO_AGE_MARK))
    before = records(store)
    gone = step(store, works.delete, work)
    assert found(store) == []
    store.replay(gone)
    assert records(store) == before


def test_titles_told_apart_are_never_proposed_as_one_again(store: Store, work: int) -> None:
    twin = do(store, works.add, "Шал", "kk-Cyrl", year=2012)
    with store.read() as session:
        assert [(pair.one, pair.other) for pair in duplicates(session)] == [(work, twin)]
    do(store, data_repairs.tell_apart, twin, work)
    do(store, data_repairs.tell_apart, work, twin)
    with store.read() as session:
        assert duplicates(session) == []
        assert told_apart(session) == {(work, twin)}


def test_one_name_of_two_works_far_apart_in_years_is_no_duplicate(store: Store) -> None:
    do(store, works.add, "寒战", "zh-Hans", year=2012)
    do(store, works.add, "寒战", "zh-Hans", year=2018)
    with store.read() as session:
        assert duplicates(session) == []
