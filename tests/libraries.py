"""Libraries for tests: made once by the migrations, filled once with the sample, copied for every test."""

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from app.operations import sample
from app.store import sample_files
from app.store.store import Store
from app.words import phrase

FIRST_DAY = date(2026, 10, 16)
"""The day the sample's film week begins in tests."""


@pytest.fixture(scope="session")
def empty_library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty library, closed."""
    path = tmp_path_factory.mktemp("made") / "empty.keruen"
    Store.create(path).close()
    return path


def with_sample(empty: Path, first_day: date) -> Path:
    """A copy of an empty library with the sample titles, film week and tour, closed."""
    path = Path(shutil.copy(empty, empty.with_name(f"{first_day}.keruen")))
    store = Store.open(path)
    label = phrase("Fill the sample library")
    store.write(label, sample.fill, sample_files.titles(), sample_files.week(), first_day)
    store.close()
    return path


@pytest.fixture(scope="session")
def filled(empty_library: Path) -> Path:
    """A library with the sample titles and film week, closed."""
    return with_sample(empty_library, FIRST_DAY)


@pytest.fixture
def library(empty_library: Path, tmp_path: Path) -> Path:
    """The path of an empty library, closed."""
    return Path(shutil.copy(empty_library, tmp_path / "library.keruen"))


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
