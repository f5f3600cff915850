"""A program that is killed while it brings a library up to date leaves the old one or the new one."""

import logging
import os
import shutil
from pathlib import Path

import pytest

from app.operations import works
from app.store.health import ills
from app.store.preflight import Found, preflight
from app.store.store import Store
from app.words import phrase
from tests.store import next_version
from tests.store.apart import names_in
from tests.store.killing import killed_at
from tests.store.rows import records

pytestmark = pytest.mark.skipif(os.name == "nt", reason="signals")

LOG = logging.getLogger(__name__)
NIGHTLY = os.environ.get("KERUEN_NIGHTLY") == "1"
EVERY = 1 if NIGHTLY else 11
"""Every so manieth moment is tried; a prime, so that all kinds of moments come up."""


@pytest.fixture
def yesterday(tmp_path: Path) -> Path:
    """A library of the present program, with something in it."""
    path = tmp_path / "yesterday.keruen"
    store = Store.create(path)
    for number in range(20):
        store.write(phrase("Add"), works.add, f"Ақсуат {number}", "kk-Cyrl", countries=["KZ", "CN"])
    store.close()
    return path


def test_killed_at_any_statement_a_migration_loses_nothing(
    yesterday: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = Store.open(yesterday)
    before = records(store)
    store.close()
    next_version.install(tmp_path, monkeypatch)
    place = tmp_path / "place"
    library = place / "library.keruen"
    moment, kinds = 1, []
    while True:
        shutil.rmtree(place, ignore_errors=True)
        place.mkdir()
        shutil.copy(yesterday, library)
        if not killed_at(moment, lambda: Store.open(library).close()):
            break
        kinds.append(preflight(library))
        opened = Store.open(library)
        assert records(opened) == before, moment
        opened.close()
        assert ills(library) == [], moment
        assert [name for name in names_in(place) if "migrating" in name] == [], moment
        moment += EVERY
    LOG.info("%d moments were tried, of %d", len(kinds), moment - EVERY)
    assert kinds == sorted(kinds, key=[Found.OLDER, Found.CURRENT].index)
    assert set(kinds) == {Found.OLDER, Found.CURRENT}
    assert moment > 40


def test_killed_at_any_statement_a_new_library_is_whole_or_not_there(tmp_path: Path) -> None:
    place = tmp_path / "place"
    moment = 1
    while True:
        shutil.rmtree(place, ignore_errors=True)
        place.mkdir()
        if not killed_at(moment, lambda: Store.create(place / "library.keruen").close()):
            break
        if preflight(place / "library.keruen") is Found.NOTHING:
            Store.create(place / "library.keruen").close()
        assert ills(place / "library.keruen") == []
        moment += EVERY * 3
    assert moment > 40
