"""What a command writes goes over nothing that must stay: no library, nothing that belongs to one, no device."""

import os
import shutil
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from app.i18n.catalogue import catalogue
from app.store.backup import digest
from app.store.health import ills
from app.store.store import Store
from tests.store.apart import environment, names_in
from tests.terminal import Keruen, start

WRITERS = (["backup"], ["export", "list", "--programme", "1"])


@pytest.mark.parametrize("command", WRITERS, ids=" ".join)
def test_no_library_is_written_over(keruen: Keruen, library: Path, command: list[str]) -> None:
    other = Path(shutil.copy(library, library.with_name("other.keruen")))
    before = other.read_bytes()
    said = keruen(*command, "-o", other, "--library", library)
    assert said.code == 1
    assert "“other.keruen” is a library" in said.err
    assert other.read_bytes() == before


def test_an_older_backup_makes_way_unless_it_is_open(keruen: Keruen, library: Path) -> None:
    kept = library.with_name("films.keruen-backup")
    for _ in range(2):
        assert keruen("backup", "-o", kept, "--library", library).code == 0
    before = digest(kept)
    store = Store.open(kept)
    said = keruen("backup", "-o", kept, "--library", library)
    assert said.code == 1
    assert "another window" in said.err
    store.close()
    assert digest(kept) == before
    assert keruen("backup", "-o", kept, "--library", library).code == 0


@pytest.mark.parametrize("ending", [".lock", "-journal"])
def test_what_belongs_to_a_library_is_not_written_over(keruen: Keruen, library: Path, ending: str) -> None:
    beside = library.with_name(library.name + ending)
    for command in WRITERS:
        said = keruen(*command, "-o", beside, "--library", library)
        assert said.code == 1
        assert "belongs to the library “films.keruen”" in said.err
    assert keruen("sample", beside).code == 1
    assert names_in(library.parent) == ["films.keruen"]
    free = library.with_name("notes" + ending)
    assert keruen(*WRITERS[1], "-o", free, "--library", library).code == 0


@pytest.mark.skipif(os.name == "nt", reason="pipes and devices of POSIX")
@pytest.mark.parametrize("command", WRITERS, ids=" ".join)
def test_a_pipe_or_a_device_stays_what_it_is(keruen: Keruen, library: Path, command: list[str]) -> None:
    pipe, socket = library.with_name("pipe"), library.with_name("socket")
    os.mkfifo(pipe)
    os.mknod(socket, stat.S_IFSOCK | 0o600)  # never a device of this machine: a test that fails would take it away
    for target in (pipe, socket):
        said = keruen(*command, "-o", target, "--library", library)
        assert said.code == 1
        assert "no ordinary file" in said.err
    assert pipe.is_fifo()
    assert socket.is_socket()
    assert keruen("sample", pipe).code == 1


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="no such folder here")
@pytest.mark.parametrize("command", WRITERS, ids=" ".join)
def test_the_answer_and_the_document_do_not_go_into_one_file(library: Path, command: list[str]) -> None:
    answer, link = library.with_name("answer"), library.with_name("stdout")
    link.symlink_to("/proc/self/fd/1")  # as /dev/stdout is, which no test may lay hands on
    with answer.open("wb") as led:
        done = start(*command, "-o", link, "--library", library, stdout=led)
        said = done.communicate()[1].decode()
    assert done.returncode == 1
    assert said == f"“{link}” receives the output of the program. Choose another file.\n"
    assert answer.read_bytes() == b""
    assert link.is_symlink()


@pytest.mark.parametrize("command", [*WRITERS, ["sample"], ["info", "--library"], ["restore"]], ids=" ".join)
def test_no_name_at_all_is_not_understood(keruen: Keruen, command: list[str]) -> None:
    said = keruen(*command, *(["-o"] if command in WRITERS else []), "")
    assert said.code == 2
    assert said.err.endswith("a file name is expected\n")


def test_a_folder_is_called_by_the_name_it_was_given(
    keruen: Keruen, library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(library.parent)
    for command in WRITERS:
        assert "“.” could not be written: it is a folder." in keruen(*command, "-o", ".", "--library", library).err
    assert "“.” is a folder." in keruen("sample", ".").err


def test_of_many_who_make_one_sample_one_wins(tmp_path: Path) -> None:
    path = tmp_path / "new.keruen"
    made = [start("sample", path) for _ in range(3)]
    said = [one.communicate()[1].decode() for one in made]
    assert sorted(one.returncode for one in made) == [0, 1, 1]
    assert sorted(said) == ["", *["“new.keruen” exists already. Choose another name.\n"] * 2]
    assert names_in(tmp_path) == ["new.keruen"]
    assert ills(path) == []


def test_a_refused_sample_leaves_nothing_beside(keruen: Keruen, library: Path, tmp_path: Path) -> None:
    assert keruen("sample", library).code == 1
    assert names_in(tmp_path) == ["films.keruen"]


def test_the_library_that_is_damaged_is_not_blamed_on_the_one_to_be_replaced(keruen: Keruen, library: Path) -> None:
    kept = Path(shutil.copy(library, library.with_name("kept.keruen-backup")))
    data = bytearray(kept.read_bytes())
    data[100:4096] = b"\xaa" * 3996
    kept.write_bytes(data)
    said = keruen("restore", kept, "--library", library)
    assert said.err == "“kept.keruen-backup” is damaged. Choose another backup. Nothing was changed.\n"
    assert names_in(library.parent) == ["films.keruen", "kept.keruen-backup"]
    for command in (["info"], ["titles"], ["check", "1"], ["search", "x"], ["backup", "-o", library.with_name("x")]):
        said = keruen(*command, "--library", kept)
        assert (said.code, said.out) == (1, "")
        assert said.err == "The library file is damaged. Close it and restore a backup: File, Backups and restore.\n"
    assert "“kept.keruen-backup” is damaged. Restore a backup." in keruen("doctor", "--library", kept).out


def test_the_doctor_names_the_file_that_is_no_library(keruen: Keruen, library: Path) -> None:
    code = "import sqlite3, sys; c = sqlite3.connect(sys.argv[1]); c.execute('DROP TABLE alembic_version')"
    subprocess.run([sys.executable, "-c", code, library], env=environment(), check=True)
    assert "“films.keruen” is not a complete library" in keruen("doctor", "--library", library).out


def test_a_full_disk_is_told_in_the_language_of_the_reader(
    keruen: Keruen, library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("app.commands.checking.schedule", full)
    for language in ("kk", "zh", "ru", "en"):
        said = keruen("check", "1", "--library", library, "--language", language)
        assert said.code == 1
        assert "No space" not in said.err
        assert said.err == catalogue(language)(_DISK_FULL) + "\n"


_DISK_FULL = "Not saved: the disk is full. Free some space and try again. Nothing was lost."
