"""A file is looked at before it is opened; what cannot be opened stays as it was."""

import os
import shutil
import signal
import sqlite3
import struct
import subprocess
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from app.errors import UserError
from app.store import preflight as looking
from app.store.preflight import Found, preflight
from app.store.store import NO_SUCH_FILE, Store
from tests.store.apart import command, names_in


def poke(path: Path, at: int, value: int) -> None:
    with path.open("rb+") as file:
        file.seek(at)
        file.write(struct.pack(">I", value))


def of_another_program(path: Path) -> None:
    path.unlink()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE photos (id INTEGER)")
        connection.commit()


def half_gone(path: Path) -> None:
    os.truncate(path, path.stat().st_size // 2)


SPOILT: dict[str, tuple[Callable[[Path], object], str]] = {
    "newer": (lambda path: poke(path, 60, looking.SCHEMA + 1), looking.NEWER),
    "foreign": (of_another_program, looking.FOREIGN),
    "foreign id": (lambda path: poke(path, 68, 0x47504B47), looking.FOREIGN),
    "empty": (lambda path: path.write_bytes(b""), looking.EMPTY),
    "truncated": (half_gone, looking.NOT_A_LIBRARY),
    "a stump": (lambda path: os.truncate(path, 50), looking.NOT_A_LIBRARY),
    "text": (lambda path: path.write_text("Қыз Жібек\n" * 99, "utf-8"), looking.NOT_A_LIBRARY),
    "zeros": (lambda path: path.write_bytes(bytes(9999)), looking.NOT_A_LIBRARY),
}


@pytest.mark.parametrize("spoil", SPOILT)
def test_a_file_that_cannot_be_opened_is_refused_and_left_alone(library: Path, spoil: str) -> None:
    act, sentence = SPOILT[spoil]
    act(library)
    before = library.read_bytes(), library.stat().st_mtime_ns
    with pytest.raises(UserError) as refusal:
        Store.open(library)
    assert refusal.value.phrase.message == sentence
    assert (library.read_bytes(), library.stat().st_mtime_ns) == before
    Path(f"{library}.lock").unlink(missing_ok=True)
    assert names_in(library.parent) == [library.name]


def refused(path: Path) -> str:
    with pytest.raises(UserError) as refusal:
        preflight(path)
    return refusal.value.phrase.message


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    assert refused(tmp_path) == looking.A_FOLDER
    assert refused(tmp_path / "no" / "x.keruen") == looking.NO_FOLDER
    assert refused(tmp_path / ("x" * 300)) == looking.NOT_READABLE
    loop = tmp_path / "loop"
    loop.symlink_to(loop)
    assert refused(loop) == looking.NOT_READABLE
    os.mkfifo(tmp_path / "pipe")
    assert refused(tmp_path / "pipe") == looking.NOT_A_LIBRARY
    (tmp_path / "text").write_text("x")
    assert refused(tmp_path / "text" / "x.keruen") == looking.NO_FOLDER


def test_where_nothing_is_a_library_can_be_made(tmp_path: Path) -> None:
    assert preflight(tmp_path / "x.keruen") is Found.NOTHING
    with pytest.raises(UserError) as refusal:
        Store.open(tmp_path / "x.keruen")
    assert refusal.value.phrase.message == NO_SUCH_FILE
    assert list(tmp_path.iterdir()) == []


def test_an_older_library_is_told_from_a_current_one(library: Path) -> None:
    assert preflight(library) is Found.CURRENT
    poke(library, 60, looking.SCHEMA - 1)
    assert preflight(library) is Found.OLDER


KILLED_WHILE_GROWING = """
import resource, signal, sqlite3, sys
size = int(sys.argv[2])
signal.signal(signal.SIGXFSZ, signal.SIG_DFL)
resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
resource.setrlimit(resource.RLIMIT_FSIZE, (size + 40960, size + 40960))
connection = sqlite3.connect(sys.argv[1])
connection.execute("PRAGMA cache_size=-100000")
for number in range(2000):
    connection.execute("INSERT INTO form (subject_id, text) VALUES (?, ?)", (number, "x" * 500))
connection.commit()
"""


@pytest.mark.skipif(os.name == "nt", reason="signals")
def test_a_library_that_was_growing_when_its_program_was_killed_is_opened(library: Path) -> None:
    """Page one is written first and says a size the file has not got yet; the journal takes it back."""
    size = library.stat().st_size
    done = subprocess.run(command(KILLED_WHILE_GROWING, library, size), capture_output=True, check=False)
    assert done.returncode == -signal.SIGXFSZ, done.stderr
    pages = int.from_bytes(library.read_bytes()[28:32], "big")
    assert pages * 4096 > library.stat().st_size
    store = Store.open(library)
    with store.read() as session:
        assert session.connection().exec_driver_sql("SELECT count(*) FROM form").scalar() == 0
    store.close()
    assert library.stat().st_size == size


def test_an_existing_file_is_never_made_anew(library: Path) -> None:
    before = library.read_bytes()
    with pytest.raises(UserError, match="exists already"):
        Store.create(library)
    assert library.read_bytes() == before


def test_a_library_may_have_any_name(empty_library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in (":memory:", "file:x?mode=memory", "Қыз Жібек 100% #1.keruen", "嘿，老头！ ?.keruen", "-x"):
        shutil.copy(empty_library, tmp_path / name)
        Store.open(Path(name)).close()
        Store.open(Path(name), own=False).close()
        Path(f"{name}.lock").unlink()
        Path(name).unlink()
        Store.create(Path(name)).close()
        assert (tmp_path / name).stat().st_size > 0
