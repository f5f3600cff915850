"""A library of its own for every test, made once by the migrations and then copied."""

import csv
import json
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from app.operations import sample
from app.paths import resource
from app.store.store import Store
from app.words import phrase
from tests.store.server import Server, running

FIRST_DAY = date(2026, 10, 16)


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty library, closed."""
    path = tmp_path_factory.mktemp("made") / "empty.keruen"
    Store.create(path).close()
    return path


@pytest.fixture(scope="session")
def filled(made: Path) -> Path:
    """A library with the sample titles and film week, closed."""
    path = Path(shutil.copy(made, made.with_name("sample.keruen")))
    store = Store.open(path)
    with resource("sample", "titles.csv").open(encoding="utf-8", newline="") as file:
        titles = list(csv.DictReader(file))
    week = json.loads(resource("sample", "week.json").read_text("utf-8"))
    store.write(phrase("Fill the sample library"), sample.fill, titles, week, FIRST_DAY)
    store.close()
    return path


@pytest.fixture
def library(made: Path, tmp_path: Path) -> Path:
    """The path of an empty library, closed."""
    return Path(shutil.copy(made, tmp_path / "library.keruen"))


@pytest.fixture
def store(library: Path) -> Iterator[Store]:
    """An empty library, open."""
    opened = Store.open(library)
    yield opened
    opened.close()


@pytest.fixture
def sample_store(filled: Path, tmp_path: Path) -> Iterator[Store]:
    """The sample library, open."""
    opened = Store.open(Path(shutil.copy(filled, tmp_path / "sample.keruen")))
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """A PostgreSQL with an empty library to copy; for tests that are skipped where there is none."""
    with running() as started:
        started.say("CREATE DATABASE made")
        Store.connect(started.url("made")).close()
        yield started
