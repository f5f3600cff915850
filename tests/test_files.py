"""A file is written whole or not at all; the user's folder is the user's alone."""

import os
from pathlib import Path

import pytest

from app import files, paths
from app.files import set_aside, write_whole


def test_a_file_is_replaced_and_nothing_else_is_left(tmp_path: Path) -> None:
    path = tmp_path / "Бағдарлама.pdf"
    write_whole(path, b"old")
    write_whole(path, b"new")
    assert path.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [path]


def test_a_full_disk_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "settings.json"
    write_whole(path, b"old")

    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(files.os, "fsync", full)
    with pytest.raises(OSError, match="No space left"):
        write_whole(path, b"new")
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.skipif(os.name != "posix", reason="Windows has no such modes")
def test_who_may_read_a_file_stays_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "programme.pdf"
    write_whole(path, b"old")
    path.chmod(0o640)
    write_whole(path, b"new")
    assert path.stat().st_mode & 0o777 == 0o640


@pytest.mark.skipif(os.name != "posix", reason="links need a right on Windows")
def test_a_link_stays_a_link(tmp_path: Path) -> None:
    target, link = tmp_path / "target", tmp_path / "link"
    target.write_bytes(b"old")
    link.symlink_to(target)
    write_whole(link, b"new")
    assert link.is_symlink()
    assert target.read_bytes() == b"new"


def test_damaged_files_are_kept_side_by_side(tmp_path: Path) -> None:
    for number in (1, 2):
        path = tmp_path / "settings.json"
        path.write_text(str(number))
        assert set_aside(path).name == f"settings.json.damaged-{number}"
    assert not (tmp_path / "settings.json").exists()


@pytest.mark.skipif(os.name != "posix", reason="Windows has no such modes")
def test_the_data_folder_is_closed_to_others(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(paths.HOME, str(tmp_path / "deep" / "home"))
    (tmp_path / "deep" / "home").mkdir(parents=True, mode=0o755)
    assert paths.data_folder() == tmp_path / "deep" / "home"
    assert paths.data_folder().stat().st_mode & 0o777 == 0o700


def test_the_programs_own_files_are_where_paths_says() -> None:
    assert paths.resource("icons", "film.svg").is_file()
    assert paths.migrations_folder().is_dir()
    assert paths.translations_folder().is_dir()


def test_a_new_name_is_taken_by_one_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fresh, path = tmp_path / "fresh", tmp_path / "path"

    def refuse(*_: object) -> None:
        raise PermissionError

    for linking in (os.link, refuse):  # a disk that knows second names, and one that does not
        monkeypatch.setattr(files.os, "link", linking)
        fresh.write_bytes(b"mine")
        files.place_new(fresh, path)
        assert path.read_bytes() == b"mine"
        fresh.write_bytes(b"late")
        with pytest.raises(FileExistsError):
            files.place_new(fresh, path)
        assert path.read_bytes() == b"mine"
        path.unlink()


@pytest.mark.skipif(os.name == "nt", reason="pipes of POSIX")
def test_what_is_no_file_is_not_replaced_by_one(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with pytest.raises(FileExistsError):
        write_whole(pipe, b"x")
    assert pipe.is_fifo()
    with pytest.raises(IsADirectoryError):
        write_whole(tmp_path, b"x")
    loop = tmp_path / "loop"
    loop.symlink_to(loop)
    write_whole(loop, b"x")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["loop", "pipe"]
