"""Whatever was done can be taken back, to the letter, and done again."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.names import FourNames
from app.errors import UserError
from app.operations import copies, programmes, works
from app.store.journal import OVERTAKEN, Step
from app.store.search_health import derived, rebuild
from app.store.store import Store
from app.store.works import Work
from app.words import phrase
from tests.store.changes import REFUSALS, change
from tests.store.rows import do, indexed, records, step

NIGHTLY = os.environ.get("KERUEN_NIGHTLY") == "1"
STEPS = 200
MEMORY = "/dev/shm"  # noqa: S108 - thousands of commits, whose durability is tested elsewhere
NOT_SHRUNK = (Phase.explicit, Phase.reuse, Phase.generate)
"""Two hundred steps take minutes to shrink; the shorter lists find the same."""

seeds = st.integers(min_value=0, max_value=2**32)


@contextmanager
def fresh(filled: Path) -> Iterator[Store]:
    with tempfile.TemporaryDirectory(dir=MEMORY if Path(MEMORY).is_dir() else None) as folder:
        store = Store.open(Path(shutil.copy(filled, Path(folder) / "library.keruen")))
        try:
            yield store
        finally:
            store.close()


def many_steps(store: Store, chosen: list[int]) -> list[Step]:
    """Change the library once for each seed; the steps that changed anything."""
    done = []
    for seed in chosen:
        try:
            _, step = store.write(phrase("Test"), change, seed)
        except REFUSALS:
            continue
        if step.changes:
            done.append(step)
    return done


def assert_follows_from_the_records(store: Store) -> None:
    """What is derived for search and order equals what the records say, derived from scratch."""
    with store._engine.connect() as connection, Session(connection) as session:
        before = derived(session)
        rebuild(session)
        assert derived(session) == before


def there_and_back(store: Store, chosen: list[int]) -> int:
    first, first_index = records(store), indexed(store)
    done = many_steps(store, chosen)
    last, last_index = records(store), indexed(store)
    assert_follows_from_the_records(store)
    undone = [store.replay(step) for step in reversed(done)]
    assert records(store) == first
    assert indexed(store) == first_index
    redone = [store.replay(step) for step in reversed(undone)]
    assert records(store) == last
    assert indexed(store) == last_index
    for again in reversed(redone):
        store.replay(again)
    assert records(store) == first
    return len(done)


@settings(max_examples=20 if NIGHTLY else 1, phases=NOT_SHRUNK)
@given(chosen=st.lists(seeds, min_size=STEPS, max_size=STEPS))
def test_two_hundred_steps_are_taken_back_one_by_one_and_done_again(filled: Path, chosen: list[int]) -> None:
    with fresh(filled) as store:
        there_and_back(store, chosen)


@settings(max_examples=200 if NIGHTLY else 6)
@given(chosen=st.lists(seeds, min_size=1, max_size=25))
def test_a_few_steps_are_taken_back_one_by_one_and_done_again(filled: Path, chosen: list[int]) -> None:
    with fresh(filled) as store:
        there_and_back(store, chosen)


def test_the_random_changes_change_something(filled: Path) -> None:
    with fresh(filled) as store:
        assert there_and_back(store, list(range(STEPS))) > STEPS * 0.7


def test_a_step_back_is_refused_when_somebody_changed_the_same_since(store: Store) -> None:
    work = do(store, works.add, "Шал", "kk-Cyrl")
    first = step(store, works.change, work, year=2012)
    do(store, works.change, work, year=2013)
    before = records(store)
    with pytest.raises(UserError) as refusal:
        store.replay(first)
    assert refusal.value.phrase.message == OVERTAKEN
    assert records(store) == before


def test_a_step_back_is_refused_when_something_hangs_on_it_since(store: Store) -> None:
    added = step(store, works.add, "Шал", "kk-Cyrl")
    (work,) = added.keys("work")
    do(store, copies.add, work, "DCP A")
    before = records(store), indexed(store)
    with pytest.raises(UserError) as refusal:
        store.replay(added)
    assert refusal.value.phrase.message == OVERTAKEN
    assert (records(store), indexed(store)) == before


def test_a_step_forward_is_refused_when_its_place_is_taken_since(store: Store) -> None:
    work = do(store, works.add, "Шал", "kk-Cyrl")
    programme = do(store, programmes.add, FourNames(en="Week"), date(2026, 10, 16), date(2026, 10, 18))
    undone = store.replay(step(store, programmes.add_entry, programme, work))
    do(store, programmes.add_entry, programme, work)
    before = records(store)
    with pytest.raises(UserError) as refusal:
        store.replay(undone)
    assert refusal.value.phrase.message == OVERTAKEN
    assert records(store) == before


def test_a_step_back_leaves_alone_what_it_did_not_touch(store: Store) -> None:
    work = do(store, works.add, "Шал", "kk-Cyrl")
    first = step(store, works.change, work, year=2012)
    do(store, works.change, work, runtime=102)
    store.replay(first)
    with store.read() as session:
        assert session.execute(select(Work.year, Work.runtime)).one() == (None, 102)


def test_what_was_deleted_comes_back_with_all_that_hung_on_it(store: Store) -> None:
    work = do(store, works.add, "Шал", "kk-Cyrl", year=2012, countries=["KZ"])
    before = records(store), indexed(store)
    gone = step(store, works.delete, work)
    left = records(store)
    assert {name for name in left if left[name]} == {"legal_rule", "special_day"}
    assert indexed(store) == (frozenset(), frozenset(), frozenset())
    store.replay(gone)
    assert (records(store), indexed(store)) == before


def test_a_step_that_was_taken_back_cannot_be_taken_back_again(store: Store) -> None:
    added = step(store, works.add, "Шал", "kk-Cyrl")
    store.replay(added)
    with pytest.raises(UserError):
        store.replay(added)


def test_a_number_is_never_used_twice(store: Store) -> None:
    added = step(store, works.add, "Шал", "kk-Cyrl")
    store.replay(added)
    other = do(store, works.add, "Ақсуат", "kk-Cyrl")
    assert other not in added.keys("work")
