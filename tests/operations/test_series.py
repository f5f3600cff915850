"""Seasons and episodes are entered in one go, called after their series, and need no names of their own."""

from datetime import date

import pytest

from app.domain.kinds import Level, WorkKind
from app.errors import UserError
from app.operations import series, works
from app.store.parts import above, face_of, parts
from app.store.store import Store
from app.store.work_order import sorted_ids
from app.store.work_records import record
from app.store.work_traits import columns
from tests.store.rows import do, indexed, records, step


@pytest.fixture
def wonder(store: Store) -> int:
    work = do(store, works.add, "我的阿勒泰", "zh-Hans", kind=WorkKind.SERIES, year=2024)
    do(store, works.add_name, work, "To the Wonder", "en")
    return work


def refused(store: Store, *args: object) -> str:
    before = records(store)
    with pytest.raises(UserError) as refusal:
        do(store, *args)  # type: ignore[arg-type]
    assert records(store) == before
    return refusal.value.phrase.message


def test_twelve_episodes_are_added_in_one_go(store: Store, wonder: int) -> None:
    before, found = records(store), indexed(store)
    made = step(store, series.add_parts, wonder, Level.EPISODE, 12, runtime=45)
    do(store, series.add_parts, wonder, Level.EPISODE, 1)
    with store.read() as session:
        lines = parts(session, wonder, "en")
        assert [line.number for line in lines] == list(range(1, 14))
        assert {line.runtime for line in lines[:12]} == {45}
        assert face_of(session, lines[2].id, "en").title == "To the Wonder, episode 3"
        assert face_of(session, lines[2].id, "zh").title == "我的阿勒泰 第3集"
        assert face_of(session, lines[2].id, "kk").title == "To the Wonder, episode 3"
        assert record(session, lines[2].id, "ru", date(2026, 1, 1)).face.borrowed  # type: ignore[union-attr]
    do(store, works.delete, lines[12].id)
    store.replay(made)
    assert (records(store), indexed(store)) == (before, found)


def test_an_episode_of_a_season_is_called_after_both(store: Store, wonder: int) -> None:
    (first, second) = do(store, series.add_parts, wonder, Level.SEASON, 2)
    episodes = do(store, series.add_parts, second, Level.EPISODE, 3)
    with store.read() as session:
        assert face_of(session, episodes[2], "en").title == "To the Wonder, season 2, episode 3"
        assert [(line.id, line.below) for line in parts(session, wonder, "en")] == [(first, 0), (second, 3)]
        assert [(one.id, one.number) for one in above(session, episodes[0], "en")] == [(wonder, None), (second, 2)]


def test_parts_without_names_have_no_line_of_their_own_in_the_catalogue(store: Store, wonder: int) -> None:
    episodes = do(store, series.add_parts, wonder, Level.EPISODE, 2)
    with store.read() as session:
        assert sorted_ids(session, "en") == [wonder]
        assert list(columns(session, date(2026, 1, 1)).ids) == [wonder]
    do(store, works.add_name, episodes[0], "Arrival", "en")
    with store.read() as session:
        assert set(sorted_ids(session, "en")) == {wonder, episodes[0]}
        assert face_of(session, episodes[0], "en").title == "Arrival"


def test_places_that_cannot_be_are_refused(store: Store, wonder: int) -> None:
    (season,) = do(store, series.add_parts, wonder, Level.SEASON, 1)
    (episode,) = do(store, series.add_parts, season, Level.EPISODE, 1)
    assert refused(store, series.add_parts, season, Level.SEASON, 1) == series.NO_SEASONS_THERE
    assert refused(store, series.add_parts, episode, Level.EPISODE, 1) == series.NO_EPISODES_THERE
    assert refused(store, series.add_parts, wonder, Level.EPISODE, 0) == series.TOO_MANY
    assert refused(store, series.add_parts, wonder, Level.EPISODE, 201) == series.TOO_MANY
    assert refused(store, series.place_under, wonder, season, Level.EPISODE) == series.ITSELF
    assert refused(store, series.place_under, wonder, wonder, Level.EPISODE) == series.ITSELF
    assert refused(store, series.number, episode, 0) == series.NUMBER_WRONG
    assert "name first" in refused(store, series.release, episode)


def test_a_title_older_than_its_series_goes_into_it_and_out_again(store: Store) -> None:
    single = do(store, works.add, "Бөлім", "kk-Cyrl")
    owner = do(store, works.add, "Сериал", "ru", kind=WorkKind.SERIES)
    do(store, series.place_under, single, owner, Level.EPISODE)
    before = records(store)
    gone = step(store, works.delete, owner)
    assert records(store)["work"] == set()
    store.replay(gone)
    assert records(store) == before
    do(store, series.release, single)
    with store.read() as session:
        row = works.work_of(session, single)
        assert (row.parent_id, row.level, row.number) == (None, Level.WORK, None)
