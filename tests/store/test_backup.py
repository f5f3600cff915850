"""Backups are whole, found again by their names, thinned with the years, and taken back."""

import json
import shutil
import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from app.errors import UserError
from app.operations import works
from app.store import backup
from app.store.health import ills
from app.store.preflight import FOREIGN, NOT_A_LIBRARY
from app.store.store import Store
from tests.store.apart import names_in
from tests.store.rows import do, indexed, records

NOW = datetime(2026, 10, 16, 7, 30, 15, 250, tzinfo=UTC)


def test_a_backup_of_an_open_library_holds_everything(sample_store: Store, tmp_path: Path) -> None:
    assert sample_store.path is not None
    target = tmp_path / "copy.keruen-backup"
    heard: list[tuple[int, int]] = []
    mark = backup.copy(sample_store.path, target, lambda done, pages: heard.append((done, pages)))
    assert mark == backup.digest(target)
    assert heard[-1][0] == heard[-1][1] > 0
    do(sample_store, works.add, "Шал", "kk-Cyrl")
    copied = Store.open(target)
    assert len(records(copied)["work"]) == len(records(sample_store)["work"]) - 1
    copied.close()
    assert ills(target) == []


def test_a_backup_cannot_be_written_over_the_library(store: Store, tmp_path: Path) -> None:
    assert store.path is not None
    (tmp_path / "same.keruen").symlink_to(store.path)
    for target in (store.path, tmp_path / "same.keruen"):
        with pytest.raises(UserError) as refusal:
            backup.copy(store.path, target)
        assert refusal.value.phrase.message == backup.SAME_FILE
    assert records(store)["work"] == set()


def test_a_journal_left_where_the_backup_goes_is_not_played_into_it(sample_store: Store, tmp_path: Path) -> None:
    assert sample_store.path is not None
    target = Path(shutil.copy(sample_store.path, tmp_path / "copy"))
    with closing(sqlite3.connect(target, isolation_level=None)) as killed:
        killed.execute("PRAGMA cache_size=2")
        killed.execute("BEGIN")
        killed.execute("UPDATE work SET notes = hex(randomblob(2000))")
        started = backup.journal_of(target).read_bytes()
        killed.execute("ROLLBACK")
    for work in range(1, 100):
        do(sample_store, works.change, work, notes=f"Ескерту {work}")
    backup.journal_of(target).write_bytes(started)
    backup.copy(sample_store.path, target)
    assert ills(target) == []
    copied = Store.open(target)
    assert records(copied) == records(sample_store)
    copied.close()


def test_a_damaged_library_is_not_taken_for_a_backup(library: Path, tmp_path: Path) -> None:
    data = bytearray(library.read_bytes())
    data[8192:12288] = b"\xff" * 4096
    library.write_bytes(data)
    (tmp_path / "old").write_bytes(b"what was there")
    with pytest.raises(UserError):
        backup.copy(library, tmp_path / "old")
    assert (tmp_path / "old").read_bytes() == b"what was there"
    assert names_in(tmp_path) == ["library.keruen", "old"]


def test_a_kept_backup_tells_its_time_and_its_mark(library: Path, tmp_path: Path) -> None:
    folder = tmp_path / "backups"
    path = backup.keep(library, folder, NOW, reason="before-update")
    assert path.name == "library-20261016T073015000250Z-before-update.keruen-backup"
    assert backup.kept(folder, library) == [backup.Backup(path, NOW, path.stat().st_size)]
    assert json.loads(path.with_name(path.name + ".json").read_text("utf-8")) == {
        "sha256": backup.digest(path), "library": "library.keruen", "reason": "before-update",
    }  # fmt: skip
    backup.verify(path)


@pytest.mark.parametrize("stem", ["films-2026", "a-20261016T073015000250Z", "Қыз Жібек", "x.y", "-20"])
def test_backups_are_found_by_their_library_whatever_its_name(empty_library: Path, tmp_path: Path, stem: str) -> None:
    library = Path(shutil.copy(empty_library, tmp_path / f"{stem}.keruen"))
    other = Path(shutil.copy(empty_library, tmp_path / "films.keruen"))
    folder = tmp_path / "backups"
    mine = backup.keep(library, folder, NOW)
    backup.keep(other, folder, NOW + timedelta(hours=1))
    assert [one.path for one in backup.kept(folder, library)] == [mine]
    assert [one.at for one in backup.kept(folder)] == [NOW + timedelta(hours=1), NOW]


def test_strange_files_among_the_backups_do_no_harm(library: Path, tmp_path: Path) -> None:
    folder = tmp_path / "backups"
    folder.mkdir()
    for name in (
        "notes.txt",
        "library-20269999T999999999999Z.keruen-backup",
        "library.keruen-backup",
        "-.keruen-backup",
    ):
        (folder / name).write_bytes(b"x")
    assert backup.kept(folder, library) == []
    backup.keep(library, folder, NOW)
    assert len(names_in(folder)) == 6


def test_what_an_interrupted_backup_left_is_swept(library: Path, tmp_path: Path) -> None:
    folder = tmp_path / "backups"
    folder.mkdir()
    for name in ("library-x.keruen-backup.part", "library-x.keruen-backup.part-journal"):
        (folder / name).write_bytes(b"half")
    backup.keep(library, folder, NOW)
    assert [name for name in names_in(folder) if ".part" in name] == []


def test_old_backups_are_thinned(tmp_path: Path) -> None:
    hourly = [NOW - timedelta(hours=number) for number in range(24 * 800)]
    all_ = [backup.Backup(tmp_path / str(number), at, 1) for number, at in enumerate(hourly)]
    gone = set(backup.surplus(all_, NOW))
    left = [one.at for one in all_ if one not in gone]
    assert left[:10] == hourly[:10]
    assert len({at.date() for at in left if at > NOW - timedelta(days=7)}) >= 7
    assert len({at.strftime("%G-%V") for at in left if at > NOW - timedelta(days=56)}) >= 8
    assert len({at.strftime("%Y-%m") for at in left}) == 12
    assert len(left) <= 10 + 7 + 8 + 12


def test_thinning_again_takes_nothing_more(tmp_path: Path) -> None:
    all_ = [backup.Backup(tmp_path / str(n), NOW - timedelta(hours=7 * n), 1) for n in range(2000)]
    left = set(all_) - set(backup.surplus(all_, NOW))
    assert backup.surplus(left, NOW) == []


def test_a_clock_put_back_costs_no_backup(tmp_path: Path) -> None:
    later = [backup.Backup(tmp_path / str(n), NOW + timedelta(days=n), 1) for n in range(1, 40)]
    assert backup.surplus(later, NOW) == []


def test_keeping_many_leaves_what_is_needed(library: Path, tmp_path: Path) -> None:
    folder = tmp_path / "backups"
    for number in range(14):
        backup.keep(library, folder, NOW + timedelta(minutes=number))
    assert len(backup.kept(folder, library)) == 10
    assert len(names_in(folder)) == 20


def test_a_backup_is_due_once_a_day(library: Path, tmp_path: Path) -> None:
    folder = tmp_path / "backups"
    assert backup.is_due(folder, library, NOW)
    backup.keep(library, folder, NOW)
    assert not backup.is_due(folder, library, NOW + timedelta(hours=23))
    assert backup.is_due(folder, library, NOW + timedelta(hours=25))


def test_the_newest_backup_restored_is_the_library_to_the_letter(sample_store: Store, tmp_path: Path) -> None:
    assert sample_store.path is not None
    before = records(sample_store), indexed(sample_store)
    backup.keep(sample_store.path, tmp_path / "backups", NOW)
    do(sample_store, works.delete, 1)
    spoilt = records(sample_store)
    sample_store.close()
    newest = backup.kept(tmp_path / "backups", sample_store.path)[0]
    aside = backup.restore(newest.path, sample_store.path, NOW)
    store = Store.open(sample_store.path)
    assert (records(store), indexed(store)) == before
    store.close()
    assert aside is not None
    old = Store.open(aside)
    assert records(old) == spoilt
    old.close()


def test_a_backup_is_restored_where_there_is_no_library(library: Path, tmp_path: Path) -> None:
    kept = backup.keep(library, tmp_path / "backups", NOW)
    library.unlink()
    library.with_name(library.name + "-journal").write_bytes(b"left over" * 999)
    assert backup.restore(kept, library, NOW) is None
    assert ills(library) == []
    assert not library.with_name(library.name + "-journal").exists()


def test_what_a_killed_program_had_not_finished_is_not_played_into_the_backup(library: Path, tmp_path: Path) -> None:
    store = Store.open(library)
    do(store, works.add, "Шал", "kk-Cyrl")
    kept = backup.keep(library, tmp_path / "backups", NOW)
    before = records(store)
    store.close()
    with closing(sqlite3.connect(library, isolation_level=None)) as killed:
        killed.execute("PRAGMA cache_size=2")
        killed.execute("BEGIN")
        killed.executemany("INSERT INTO form (subject_id, text) VALUES (1, ?)", [("x" * 500,)] * 2000)
        journal = library.with_name(library.name + "-journal")
        state = library.read_bytes(), journal.read_bytes()
        killed.execute("ROLLBACK")
    library.write_bytes(state[0])
    journal.write_bytes(state[1])
    aside = backup.restore(kept, library, NOW)
    assert aside is not None
    for path in (library, aside):
        opened = Store.open(path)
        assert records(opened) == before
        opened.close()
        assert ills(path) == []


def test_a_changed_backup_is_refused(library: Path, tmp_path: Path) -> None:
    kept = backup.keep(library, tmp_path / "backups", NOW)
    data = bytearray(kept.read_bytes())
    data[99] ^= 1  # the version of SQLite that wrote it: only the sum can tell
    kept.write_bytes(data)
    before = library.read_bytes()
    with pytest.raises(UserError) as refusal:
        backup.restore(kept, library, NOW)
    assert refusal.value.phrase.message == backup.DAMAGED_BACKUP
    assert library.read_bytes() == before


@pytest.mark.parametrize("note", ["", "{", "[]", '{"sha256": 1}', "null"])
def test_a_backup_whose_mark_cannot_be_read_is_refused(library: Path, tmp_path: Path, note: str) -> None:
    kept = backup.keep(library, tmp_path / "backups", NOW)
    kept.with_name(kept.name + ".json").write_text(note)
    with pytest.raises(UserError) as refusal:
        backup.verify(kept)
    assert refusal.value.phrase.message == backup.DAMAGED_BACKUP


def test_what_is_no_backup_is_refused(library: Path, tmp_path: Path) -> None:
    text, other = tmp_path / "text", tmp_path / "other"
    text.write_text("Қыз Жібек " * 50)
    with closing(sqlite3.connect(other)) as connection:
        connection.execute("CREATE TABLE photos (id INTEGER)")
    for path, message in ((text, NOT_A_LIBRARY), (other, FOREIGN), (tmp_path / "none", backup.GONE)):
        with pytest.raises(UserError) as refusal:
            backup.restore(path, library, NOW)
        assert refusal.value.phrase.message == message


def test_two_restores_in_one_second_keep_both(library: Path, tmp_path: Path) -> None:
    kept = backup.keep(library, tmp_path / "backups", NOW)
    asides = {backup.restore(kept, library, NOW + timedelta(microseconds=number)) for number in range(2)}
    assert len(asides) == 2
