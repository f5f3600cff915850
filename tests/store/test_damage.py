"""A damaged library, or a file that only says it is one, is told in a sentence and never taken for whole."""

import shutil
import sqlite3
import tempfile
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.errors import UserError
from app.store import backup, failures, search_health
from app.store.health import Ill, ills
from app.store.preflight import APPLICATION_ID, SCHEMA
from app.store.store import Store
from tests.store.apart import names_in, small_disk
from tests.store.rows import records

NOW = datetime(2026, 10, 16, 7, 30, 15, 250, tzinfo=UTC)


def fill(start: int, end: int, byte: int) -> Callable[[Path], None]:
    def spoil(library: Path) -> None:
        data = bytearray(library.read_bytes())
        data[start:end] = bytes([byte]) * (end - start)
        library.write_bytes(data)

    return spoil


PAGES = {
    "the first page": fill(100, 4096, 0),
    "all pages but the first": fill(4096, 90_000, 0),
    "letters that are none": fill(100, 4096, 0xAA),
    "the size of a page": fill(16, 18, 3),
    "the version of the format": fill(18, 20, 9),
}


def refusal_of(act: Callable[[], object]) -> str:
    with pytest.raises(UserError) as refusal:
        act()
    return refusal.value.phrase.message


def read_all(library: Path) -> None:
    store = Store.open(library, own=False)
    try:
        records(store)
    finally:
        store.close()


@pytest.mark.parametrize("what", PAGES)
def test_damage_anywhere_is_told_as_damage(library: Path, what: str) -> None:
    kept = Path(shutil.copy(library, library.with_name("kept.keruen-backup")))
    PAGES[what](kept)
    before = library.read_bytes()
    assert ills(kept) == [Ill.DAMAGED]
    assert refusal_of(lambda: backup.copy(kept, library.with_name("copy"))) in (failures.DAMAGED, backup.BACKUP_BAD)
    assert refusal_of(lambda: read_all(kept)) == failures.DAMAGED
    assert refusal_of(lambda: backup.restore(kept, library, NOW)) == backup.SPOILT_BACKUP
    assert library.read_bytes() == before
    assert names_in(library.parent) == ["kept.keruen-backup", "library.keruen"]


def change(library: Path, *statements: str) -> None:
    with closing(sqlite3.connect(library, isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement)


@pytest.mark.parametrize("table", ["form", "word_index", "work", "screening", "step"])
def test_a_library_without_one_of_its_tables_is_damaged(sample_store: Store, table: str) -> None:
    assert sample_store.path is not None
    sample_store.close()
    change(sample_store.path, f"DROP TABLE {table}")
    assert ills(sample_store.path) == [Ill.DAMAGED]
    assert refusal_of(lambda: backup.copy(sample_store.path, sample_store.path.with_name("x"))) == failures.DAMAGED
    assert refusal_of(lambda: backup.verify(sample_store.path)) == backup.SPOILT_BACKUP


def test_what_asks_for_a_table_that_is_gone_is_told(store: Store) -> None:
    assert store.path is not None
    change(store.path, "DROP TABLE form", "ALTER TABLE agent DROP COLUMN notes")
    assert refusal_of(lambda: records(store)) == failures.DAMAGED


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE screening SET starts_local = 'garbage'",
        "UPDATE programme SET first_day = 'x'",
        "UPDATE work SET kind = 'no such kind'",
    ],
)
def test_a_value_that_cannot_be_is_damage(sample_store: Store, statement: str) -> None:
    assert sample_store.path is not None
    sample_store.close()
    change(sample_store.path, statement)
    assert ills(sample_store.path) == [Ill.DAMAGED]


@pytest.fixture
def impostor(tmp_path: Path) -> Path:
    """An SQLite file that says it is a library of ours and has other tables."""
    path = tmp_path / "impostor.keruen"
    change(
        path, "CREATE TABLE photos (id INTEGER)", f"PRAGMA application_id={APPLICATION_ID}",
        f"PRAGMA user_version={SCHEMA}",
    )  # fmt: skip
    return path


def test_a_file_with_other_tables_is_neither_kept_nor_put_back(library: Path, impostor: Path) -> None:
    before = library.read_bytes()
    assert ills(impostor) == [Ill.NOT_MIGRATED]
    assert refusal_of(lambda: backup.copy(impostor, library.with_name("copy"))) == failures.DAMAGED
    assert refusal_of(lambda: backup.verify(impostor)) == backup.SPOILT_BACKUP
    assert refusal_of(lambda: backup.restore(impostor, library, NOW)) == backup.SPOILT_BACKUP
    assert library.read_bytes() == before
    assert names_in(library.parent) == ["impostor.keruen", "library.keruen"]


def test_a_library_is_not_called_damaged_because_there_is_no_room_to_examine_it(
    library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with small_disk(1) as disk:
        if disk is None:
            pytest.skip("no disk can be mounted here")
        (disk / "ballast").write_bytes(bytes(shutil.disk_usage(disk).free - 60_000))
        monkeypatch.setattr(tempfile, "tempdir", str(disk))
        assert refusal_of(lambda: ills(library)) == backup.NOT_ENOUGH_SPACE


def test_the_examination_reads_all_and_changes_nothing(sample_store: Store) -> None:
    assert sample_store.path is not None
    before = sample_store.path.read_bytes()
    assert ills(sample_store.path) == []
    with sample_store.read() as session:
        assert not search_health.stale(session)
    assert sample_store.path.read_bytes() == before
