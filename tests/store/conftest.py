"""A PostgreSQL for the tests of the office database."""

from collections.abc import Iterator

import pytest

from app.store.store import Store
from tests.store.server import Server, running


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """A PostgreSQL with an empty library to copy; for tests that are skipped where there is none."""
    with running() as started:
        started.say("CREATE DATABASE made")
        Store.connect(started.url("made")).close()
        yield started
