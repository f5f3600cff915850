"""Saved filters."""

import pytest

from app.errors import UserError
from app.operations import filters
from app.store.filters import KeptFilter, saved
from app.store.store import Store
from tests.store.rows import do, step


def kept(store: Store) -> list[tuple[str, str]]:
    with store.read() as session:
        return [(one.name, one.query) for one in saved(session)]


def test_a_filter_is_kept_changed_and_put_in_order(store: Store) -> None:
    first = do(store, filters.keep, "  Dubbed  in Kazakh ", " dub:kk ")
    second = do(store, filters.keep, "New", "year:2024..")
    assert kept(store) == [("Dubbed in Kazakh", "dub:kk"), ("New", "year:2024..")]
    do(store, filters.move, second, 0)
    do(store, filters.rename, first, "Kazakh dubs")
    do(store, filters.set_query, second, "year:2025..")
    assert kept(store) == [("New", "year:2025.."), ("Kazakh dubs", "dub:kk")]
    with store.read() as session:
        assert saved(session)[0] == KeptFilter(second, "New", "year:2025..")


def test_a_filter_that_was_forgotten_comes_back_in_its_place(store: Store) -> None:
    do(store, filters.keep, "One", "dub:kk")
    two = do(store, filters.keep, "Two", "dub:ru")
    do(store, filters.keep, "Three", "dub:zh")
    gone = step(store, filters.remove, two)
    assert [name for name, _query in kept(store)] == ["One", "Three"]
    store.replay(gone)
    assert [name for name, _query in kept(store)] == ["One", "Two", "Three"]


@pytest.mark.parametrize(
    ("name", "query", "sentence"),
    [
        (" ", "dub:kk", filters.NAMELESS),
        ("x" * 81, "dub:kk", filters.TOO_LONG),
        ("KAZAKH dubs", "dub:kk", filters.NAME_TAKEN),
        ("All", "  ", filters.NARROWS_NOTHING),
    ],
)
def test_what_cannot_be_kept_is_told(store: Store, name: str, query: str, sentence: str) -> None:
    do(store, filters.keep, "Kazakh dubs", "dub:kk")
    with pytest.raises(UserError) as refusal:
        do(store, filters.keep, name, query)
    assert refusal.value.phrase.message == sentence
    assert kept(store) == [("Kazakh dubs", "dub:kk")]
