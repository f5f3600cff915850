"""A disk that is full, closed or taken: the user is told in a sentence, and nothing is lost."""

import os
import resource
import shutil
import signal
import sqlite3
import threading
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from app.errors import UserError
from app.operations import works
from app.store import backup, engine, failures
from app.store.health import ills
from app.store.store import Store
from app.words import phrase
from tests.store.apart import NOBODY, names_in, open_folder, run, small_disk
from tests.store.rows import do, records

pytestmark = pytest.mark.skipif(os.name == "nt", reason="rights, limits and disks of POSIX")

LONG = "ұзақ сөз " * 2000


def fill(disk: Path, leave: int) -> Path:
    """Take up the disk until so many bytes are free."""
    ballast = disk / "ballast"
    ballast.write_bytes(bytes(shutil.disk_usage(disk).free - leave))
    return ballast


def until_refused(store: Store, work: int) -> tuple[str, str]:
    """Write ever more until it is refused; (the message, the last note that was saved)."""
    saved = ""
    for number in range(2000):
        try:
            do(store, works.change, work, notes=f"{number} {LONG}")
        except UserError as refusal:
            return refusal.phrase.message, saved
        saved = f"{number} {LONG}"
    pytest.fail("the disk was never full")


def notes(store: Store) -> set[str]:
    return {str(value) for row in records(store)["work"] for value in row if isinstance(value, str) and LONG in value}


def test_a_full_disk_is_told_and_everything_saved_before_is_there(empty_library: Path) -> None:
    with small_disk(3) as disk:
        if disk is None:
            pytest.skip("no disk can be mounted here")
        store = Store.open(Path(shutil.copy(empty_library, disk / "library.keruen")))
        work = do(store, works.add, "Шал", "kk-Cyrl")
        ballast = fill(disk, leave=300_000)
        message, saved = until_refused(store, work)
        assert message == failures.DISK_FULL
        assert notes(store) == {saved}
        ballast.unlink()
        do(store, works.change, work, notes=f"again {LONG}")
        store.close()
        store = Store.open(disk / "library.keruen")
        assert notes(store) == {f"again {LONG}"}
        store.close()
        assert ills(disk / "library.keruen") == []


def test_no_half_library_and_no_half_backup_is_left_on_a_full_disk(empty_library: Path) -> None:
    with small_disk(2) as disk:
        if disk is None:
            pytest.skip("no disk can be mounted here")
        fill(disk, leave=60_000)
        with pytest.raises(UserError) as refusal:
            Store.create(disk / "library.keruen")
        assert refusal.value.phrase.message == failures.DISK_FULL
        (disk / "old").write_bytes(b"what was there")
        with pytest.raises(UserError) as refusal:
            backup.copy(empty_library, disk / "old")
        assert refusal.value.phrase.message == backup.NOT_ENOUGH_SPACE
        assert names_in(disk) == ["ballast", "old"]
        assert (disk / "old").read_bytes() == b"what was there"


@contextmanager
def no_file_longer_than(size: int) -> Iterator[None]:
    """As on a full disk: writing further fails."""
    old, soft = resource.getrlimit(resource.RLIMIT_FSIZE), signal.getsignal(signal.SIGXFSZ)
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, old[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, old)
        signal.signal(signal.SIGXFSZ, soft)


def test_a_file_that_may_not_grow_is_told_and_nothing_is_lost(store: Store) -> None:
    assert store.path is not None
    work = do(store, works.add, "Шал", "kk-Cyrl")
    with no_file_longer_than(store.path.stat().st_size + 100_000):
        message, saved = until_refused(store, work)
        assert message in (failures.DISK_FULL, failures.UNREADABLE)
        assert notes(store) == {saved}
    do(store, works.change, work, notes=LONG)
    assert notes(store) == {LONG}
    assert ills(store.path) == []


def test_a_backup_that_cannot_be_finished_leaves_the_old_one(store: Store, tmp_path: Path) -> None:
    assert store.path is not None
    old = tmp_path / "old.keruen-backup"
    old.write_bytes(b"what was there")
    with no_file_longer_than(50_000), pytest.raises(UserError):
        backup.copy(store.path, old)
    assert old.read_bytes() == b"what was there"
    assert list(tmp_path.glob("*.part*")) == []


AS_NOBODY = f"""
import os, sys
from pathlib import Path
from app.errors import UserError
from app.operations import works
from app.store import backup, work_order
from app.store.store import Store
from app.words import phrase
if os.geteuid() == 0 and sys.argv[2] == "effectively":
    os.setegid({NOBODY})
    os.seteuid({NOBODY})
elif os.geteuid() == 0:
    os.setgid({NOBODY})
    os.setuid({NOBODY})
library = Path(sys.argv[1])
store = Store.open(library)
print(store.read_only)
with store.read() as session:
    print(len(work_order.sorted_ids(session, "kk")))
for act in (
    lambda: store.write(phrase("Test"), works.add, "Шал", "kk-Cyrl"),
    lambda: Store.create(library.with_name("new.keruen")),
    lambda: backup.copy(library, library.with_name("copy")),
    lambda: backup.keep(library, library.with_name("backups"), store._clock()),
):
    try:
        act()
    except UserError as refusal:
        print("refused:", refusal.phrase.message)
"""


@pytest.mark.parametrize("rights", ["really", "effectively"])
@pytest.mark.parametrize("closed", ["folder", "file"])
def test_a_library_that_may_not_be_written_is_opened_for_reading(filled: Path, closed: str, rights: str) -> None:
    """Also where the system says that writing is allowed and then refuses it, as Windows does."""
    with open_folder() as folder:
        library = Path(shutil.copy(filled, folder / "library.keruen"))
        library.chmod(0o444 if closed == "file" else 0o666)
        folder.chmod(0o555 if closed == "folder" else 0o755)
        before = library.read_bytes()
        said = run(AS_NOBODY, library, rights).splitlines()
        assert said[:3] == ["True", "133", f"refused: {failures.READ_ONLY}"]
        assert len([line for line in said[3:] if line.startswith("refused: ")]) == 3
        assert library.read_bytes() == before
        assert names_in(folder) == ["library.keruen"]
        folder.chmod(0o755)


@contextmanager
def another_program(library: Path, how: str) -> Iterator[None]:
    """Somebody else who has the library and does not let go."""
    with closing(sqlite3.connect(library, isolation_level=None)) as connection:
        connection.execute(f"BEGIN {how}")
        yield
        connection.execute("ROLLBACK")


def test_a_busy_library_is_told_within_six_seconds(store: Store) -> None:
    assert store.path is not None
    with another_program(store.path, "IMMEDIATE"):
        started = time.monotonic()
        with pytest.raises(UserError) as refusal:
            do(store, works.add, "Шал", "kk-Cyrl")
        assert refusal.value.phrase.message == failures.BUSY
        assert 4 < time.monotonic() - started < 6
        assert records(store)["work"] == set()
    do(store, works.add, "Шал", "kk-Cyrl")


def test_a_library_closed_to_readers_is_told(library: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "BUSY_SECONDS", 0.2)
    monkeypatch.setattr(backup, "BUSY_SECONDS", 0.2)
    store = Store.open(library)
    with another_program(library, "EXCLUSIVE"):
        for act in (
            lambda: records(store),
            lambda: backup.copy(library, library.with_name("copy")),
            lambda: Store.open(library, own=False),
        ):
            with pytest.raises(UserError) as refusal:
                act()
            assert refusal.value.phrase.message == failures.BUSY
    records(store)
    store.close()
    assert names_in(library.parent) == ["library.keruen", "library.keruen.lock"]


def test_a_busy_library_is_waited_for(store: Store) -> None:
    assert store.path is not None
    free, taken = threading.Event(), threading.Event()

    def hold(path: Path) -> None:
        with another_program(path, "IMMEDIATE"):
            taken.set()
            free.wait(10)
            time.sleep(0.3)

    other = threading.Thread(target=hold, args=(store.path,))
    other.start()
    assert taken.wait(10)
    free.set()
    assert store.write(phrase("Test"), works.add, "Шал", "kk-Cyrl")[0]
    other.join()


@pytest.mark.parametrize("how", ["page", "half"])
def test_damage_is_told_as_damage(library: Path, how: str) -> None:
    store = Store.open(library)
    for number in range(50):
        do(store, works.add, f"Ақсуат {number}", "kk-Cyrl")
    store.close()
    data = bytearray(library.read_bytes())
    if how == "page":
        for page in range(4096, len(data) - 4096, 4096):
            data[page : page + 4096] = os.urandom(4096)
    else:
        data[len(data) // 2 :] = bytes(len(data) - len(data) // 2)
    library.write_bytes(data)
    with pytest.raises(UserError) as refusal:
        read_all(library)
    assert refusal.value.phrase.message == failures.DAMAGED


def read_all(library: Path) -> None:
    store = Store.open(library)
    try:
        records(store)
    finally:
        store.close()
