"""Migrations make what the tables say, and bring an older library up to date whole or not at all."""

import lzma
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Column, Connection, Integer, MetaData, create_engine
from sqlalchemy.engine import URL

from app.errors import UserError
from app.operations import works
from app.store import backup, failures, migrate
from app.store.engine import connect, file_url
from app.store.health import Ill, ills
from app.store.preflight import Found, preflight
from app.store.schema import metadata
from app.store.store import TOO_OLD, Store
from tests.store import next_version
from tests.store.apart import names_in
from tests.store.rows import do, records


def differences(connection: Connection, wanted: MetaData) -> list[object]:
    """What a new migration would have to do."""
    options = {"compare_type": True, "include_name": lambda name, kind, _: kind != "table" or "word_index" not in name}
    return list(compare_metadata(MigrationContext.configure(connection, opts=options), wanted))


@pytest.fixture
def migrated(library: Path) -> Path:
    return library


def test_the_migrations_make_what_the_tables_say(migrated: Path) -> None:
    with connect(file_url(migrated)).connect() as connection:
        assert differences(connection, metadata()) == []


def test_a_column_without_a_migration_is_noticed(migrated: Path) -> None:
    wanted = MetaData(naming_convention=metadata().naming_convention)
    for table in metadata().tables.values():
        table.to_metadata(wanted)
    wanted.tables["work"].append_column(Column("on_purpose", Integer))
    with connect(file_url(migrated)).connect() as connection:
        (found,) = differences(connection, wanted)
    assert "on_purpose" in str(found)


def told(path: Path) -> dict[str, object]:
    """Every table as SQLite knows it: columns, indexes, references, and what no comparison of Alembic sees."""
    with closing(sqlite3.connect(path)) as connection:
        names = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        tables = {name for name in names if not name.startswith(("sqlite_", "word_index", "alembic"))}
        found: dict[str, object] = {}
        for name in tables:
            (sql,) = connection.execute("SELECT sql FROM sqlite_master WHERE name = ?", (name,)).fetchone()
            indexes = connection.execute(f"PRAGMA index_list({name})").fetchall()
            found[name] = (
                sorted(  # columns added later stand last in older files; nothing asks for their order
                    (row[1], row[2].split("(")[0], row[3], row[5])
                    for row in connection.execute(f"PRAGMA table_info({name})")
                ),
                sorted(
                    (row[1], row[2], tuple(connection.execute(f"PRAGMA index_info('{row[1]}')"))) for row in indexes
                ),
                sorted(row[2:] for row in connection.execute(f"PRAGMA foreign_key_list({name})")),
                "AUTOINCREMENT" in sql,
                "WITHOUT ROWID" in sql,
            )
        return found


def test_migrations_and_tables_agree_on_what_alembic_does_not_see(migrated: Path, tmp_path: Path) -> None:
    straight = tmp_path / "straight"
    engine = create_engine(URL.create("sqlite", database=str(straight)))
    metadata().create_all(engine)
    engine.dispose()
    assert told(migrated) == told(straight)


def test_a_new_library_is_whole(tmp_path: Path) -> None:
    path = tmp_path / "Қыз Жібек.keruen"
    Store.create(path).close()
    assert preflight(path) is Found.CURRENT
    assert ills(path) == []
    assert names_in(tmp_path) == ["Қыз Жібек.keruen", "Қыз Жібек.keruen.lock"]


def test_an_older_library_is_brought_up_to_date_and_keeps_every_row(
    sample_store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = sample_store.path
    assert path is not None
    before = records(sample_store)
    sample_store.close()
    next_version.install(tmp_path, monkeypatch)
    assert preflight(path) is Found.OLDER
    store = Store.open(path, backups=tmp_path / "kept")
    assert records(store) == before
    do(store, works.rename, 1, "en", "Still works")
    store.close()
    assert preflight(path) is Found.CURRENT
    assert ills(path) == []
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT DISTINCT colour FROM work").fetchall() == [("?",)]
    (kept,) = backup.kept(tmp_path / "kept", path)
    assert kept.path.name.endswith("-before-update.keruen-backup")
    assert preflight(kept.path) is Found.OLDER


def test_the_program_of_yesterday_refuses_it_then(sample_store: Store, tmp_path: Path) -> None:
    path = sample_store.path
    assert path is not None
    sample_store.close()
    with pytest.MonkeyPatch.context() as patch:
        next_version.install(tmp_path, patch)
        Store.open(path).close()
    after = path.read_bytes()
    with pytest.raises(UserError, match="newer Keruen"):
        Store.open(path)
    assert path.read_bytes() == after


@pytest.mark.parametrize(
    ("more", "message"),
    [
        ('op.execute("DELETE FROM part WHERE id = 1")', migrate.LOST_ROWS),
        ('op.execute("UPDATE part SET screening_id = 999 WHERE id = 1")', migrate.LOST_ROWS),
    ],
    ids=["loses a row", "leaves a row dangling"],
)
def test_a_migration_that_harms_is_refused(
    filled: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, more: str, message: str
) -> None:
    path = Path(shutil.copy(filled, tmp_path / "library.keruen"))
    before = path.read_bytes()
    next_version.install(tmp_path, monkeypatch, more)
    with pytest.raises(UserError) as refusal:
        Store.open(path)
    assert refusal.value.phrase.message == message
    assert path.read_bytes() == before
    assert names_in(tmp_path) == ["backups", "library.keruen", "library.keruen.lock", "migrations"]


def test_a_migration_that_fails_leaves_the_library_and_can_be_tried_again(
    filled: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = Path(shutil.copy(filled, tmp_path / "library.keruen"))
    before = path.read_bytes()
    with pytest.MonkeyPatch.context() as patch:
        next_version.install(tmp_path, patch, "raise RuntimeError")
        with pytest.raises(RuntimeError):
            Store.open(path)
    assert path.read_bytes() == before
    assert not path.with_name(path.name + ".migrating").exists()
    next_version.install(tmp_path, monkeypatch)
    Store.open(path).close()
    assert preflight(path) is Found.CURRENT


def test_what_a_killed_migration_left_is_not_played_into_the_next(
    filled: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its journal holds pages of an older copy; meanwhile the library went on with the program of yesterday."""
    path = Path(shutil.copy(filled, tmp_path / "library.keruen"))
    left = path.with_name(path.name + ".migrating")
    shutil.copy(path, left)
    with closing(sqlite3.connect(left, isolation_level=None)) as connection:
        connection.execute("PRAGMA cache_size=2")
        connection.execute("BEGIN")
        connection.execute("UPDATE work SET notes = hex(randomblob(2000))")
        journal = backup.journal_of(left)
        kept = left.read_bytes(), journal.read_bytes()
        connection.execute("ROLLBACK")
    left.write_bytes(kept[0])
    journal.write_bytes(kept[1])
    store = Store.open(path)
    for work in range(1, 100):
        do(store, works.change, work, notes=f"Title number {work} of the program of yesterday")
    before = records(store)
    store.close()
    next_version.install(tmp_path, monkeypatch)
    store = Store.open(path)
    assert records(store) == before
    store.close()
    assert ills(path) == []
    assert not journal.exists()


def test_an_older_library_that_may_not_be_written_is_refused(
    library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = library.read_bytes()
    next_version.install(tmp_path, monkeypatch)
    with pytest.raises(UserError) as refusal:
        Store.open(library, own=False)
    assert refusal.value.phrase.message == TOO_OLD
    assert library.read_bytes() == before


def test_a_library_with_the_stamp_of_another_schema_is_ill(library: Path) -> None:
    with closing(sqlite3.connect(library)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '0000'")
        connection.commit()
    assert ills(library) == [Ill.NOT_MIGRATED]


def test_ills_are_told_apart(filled: Path, tmp_path: Path) -> None:
    path = Path(shutil.copy(filled, tmp_path / "library.keruen"))
    assert ills(path) == []
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE face SET title = 'x' WHERE work_id = 3 AND language = 'en'")
        connection.execute("DELETE FROM hall WHERE id = 1")
        connection.commit()
    assert ills(path) == [Ill.DANGLING, Ill.STALE]
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE subject SET words = words || ' x' WHERE id = 5")
        connection.commit()
    assert ills(path) == [Ill.DANGLING, Ill.STALE]
    data = bytearray(path.read_bytes())
    data[40960:45056] = b"\xff" * 4096
    path.write_bytes(data)
    assert ills(path) == [Ill.DAMAGED]


def test_a_library_that_lacks_its_index_is_refused(library: Path) -> None:
    with closing(sqlite3.connect(library)) as connection:
        connection.execute("DROP TABLE word_index")
        connection.commit()
    with pytest.raises(UserError) as refusal:
        Store.open(library)
    assert refusal.value.phrase.message == failures.DAMAGED


NAMES = "SELECT id, text, reading FROM name WHERE work_id > 1 ORDER BY id"
EARLIER = Path(__file__).with_name("earlier")


@pytest.mark.parametrize("packed", sorted(EARLIER.glob("*.xz")), ids=lambda path: path.name)
def test_a_library_of_any_earlier_program_opens_whole(packed: Path, tmp_path: Path) -> None:
    path = tmp_path / packed.stem
    path.write_bytes(lzma.decompress(packed.read_bytes()))
    with closing(sqlite3.connect(path)) as connection:
        named = connection.execute(NAMES).fetchall()
        shown = connection.execute("SELECT id, starts, hall_id FROM screening ORDER BY id").fetchall()
    assert named
    assert preflight(path) is Found.OLDER
    store = Store.open(path, backups=tmp_path / "kept")
    do(store, works.rename, 1, "en", "Still works")
    store.close()
    assert preflight(path) is Found.CURRENT
    assert ills(path) == []
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute(NAMES).fetchall() == named
        assert connection.execute("SELECT id, starts, hall_id FROM screening ORDER BY id").fetchall() == shown
    with connect(file_url(path)).connect() as connection:
        assert differences(connection, metadata()) == []
