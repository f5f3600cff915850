"""A small film week to try the verbs on."""

import pytest

from app.store.store import Store
from tests.operations.week import Week, found
from tests.store.rows import do


@pytest.fixture
def week(store: Store) -> Week:
    """A small film week in an empty library."""
    return do(store, found)
