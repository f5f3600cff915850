"""The front door: what it understands, and how processes share one window."""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from app.errors import UserError
from app.main import main
from app.settings import load
from app.store.lock import Lock
from app.store.store import Store
from app.ui.display import missing

ROOT = Path(__file__).resolve().parents[1]
PATIENCE = 30

posix = pytest.mark.skipif(os.name == "nt", reason="signals")


def test_help_and_version_need_no_window(capsys):
    assert main(["--help"]) == 0
    assert "--self-check" in capsys.readouterr().out
    assert main(["--version"]) == 0
    assert capsys.readouterr().out.startswith("Keruen ")


def test_the_help_is_in_the_language_asked_for(capsys):
    main(["--language", "ru", "--help"])
    assert "Параметры" in capsys.readouterr().out


def test_what_is_not_understood_ends_with_2():
    with pytest.raises(SystemExit) as end:
        main(["--fly"])
    assert end.value.code == 2


@pytest.mark.parametrize(
    ("environment", "system", "told"),
    [
        ({}, "linux", "There is no display"),
        ({"DISPLAY": ":4711"}, "linux", "does not answer"),
        ({"QT_QPA_PLATFORM": "xcb"}, "linux", "There is no display"),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "linux", ""),
        ({"QT_QPA_PLATFORM": "offscreen"}, "linux", ""),
        ({"DISPLAY": "far.example:0"}, "linux", ""),
        ({}, "win32", ""),
        ({}, "darwin", ""),
    ],
)
def test_a_machine_without_a_display_is_told_in_a_sentence(environment, system, told):
    found = missing(environment, system)
    assert (found.message if found else "") == "" if not told else told in found.message


def started(home: Path, *arguments: str, **changes: str) -> subprocess.Popen[str]:
    env = {**os.environ, "KERUEN_HOME": str(home), "QT_QPA_PLATFORM": "offscreen", **changes}
    command = [sys.executable, "-m", "app", "run", *arguments]
    process = subprocess.Popen(command, cwd=ROOT, env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    process.home = home
    return process


def trace(process: subprocess.Popen[str]) -> str:
    """What a program that does not go on is doing, and what it said."""
    process.send_signal(signal.SIGABRT)
    said = process.communicate()[1]
    place = Path(process.home) / "crash.log"
    return said + (place.read_text("utf-8") if place.exists() else "no log yet")


def until(true: Callable[[], bool], what: str, process: subprocess.Popen[str] | None = None) -> None:
    deadline = time.monotonic() + PATIENCE
    while not true():
        if process is not None and process.poll() is not None:
            pytest.fail(f"{what}: the program ended with {process.returncode}: {process.communicate()[1]}")
        if time.monotonic() > deadline:
            pytest.fail(f"{what}\n{trace(process) if process is not None else ''}")
        time.sleep(0.05)


def owner(library: Path) -> int:
    """The process that took the library last. Asking the lock itself would take it away from whoever is about to."""
    try:
        return int(json.loads(library.with_name(library.name + ".lock").read_text("utf-8"))["pid"])
    except (OSError, ValueError):
        return 0


def is_free(library: Path) -> bool:
    """Whether nobody has the library open any more."""
    lock = Lock(library)
    try:
        lock.take()
    except UserError:
        return False
    lock.release()
    return True


@pytest.fixture
def library(tmp_path) -> Path:
    path = tmp_path / "first.keruen"
    Store.create(path).close()
    return path


@pytest.fixture
def window(home, library):
    """A running program with `library` open."""
    process = started(home, str(library))
    try:
        until(lambda: owner(library) == process.pid, "the library was not opened", process)
        yield process
    finally:
        process.kill()
        process.communicate()


@pytest.mark.skipif(sys.platform != "linux", reason="other systems always have a display")
def test_without_a_display_the_program_ends_with_a_sentence(home):
    process = started(home, QT_QPA_PLATFORM="", DISPLAY="", WAYLAND_DISPLAY="")
    _out, said = process.communicate(timeout=PATIENCE)
    assert process.returncode == 1
    assert said.strip() == "There is no display to open a window on. The command line works without one: keruen --help"


@posix
def test_the_end_of_the_session_lets_the_library_go(window, library, home):
    second = started(home)
    second.communicate(timeout=PATIENCE)
    assert second.returncode == 0  # it was answered, so the window is at work
    assert load(home / "settings.json").library == library
    window.send_signal(signal.SIGTERM)
    _out, said = window.communicate(timeout=PATIENCE)
    assert window.returncode == 0
    assert said.replace("This plugin does not support raise()\n", "") == ""  # the headless one cannot come forward
    assert is_free(library)


@posix
def test_a_second_start_hands_its_file_over_and_ends(window, library, home, tmp_path):
    other = Path(shutil.copy(library, tmp_path / "second.keruen"))
    second = started(home, str(other))
    _out, said = second.communicate(timeout=PATIENCE)
    assert (second.returncode, said) == (0, "")
    until(lambda: owner(other) == window.pid, "the file was not taken over")
    until(lambda: is_free(library), "the first library was not let go")
    assert window.poll() is None
    third = started(home)
    third.communicate(timeout=PATIENCE)
    assert third.returncode == 0


@posix
def test_a_killed_program_stands_in_nobodys_way(window, library, home):
    window.kill()
    window.communicate()
    again = started(home, str(library))
    try:
        until(lambda: owner(library) == again.pid, "the library was not opened again", again)
    finally:
        again.kill()
        again.communicate()


@posix
def test_another_data_folder_may_have_a_window_of_its_own(window, tmp_path, library):
    other = Path(shutil.copy(library, tmp_path / "second.keruen"))
    own = tmp_path / "elsewhere"
    process = started(own, str(other))
    try:
        until(lambda: owner(other) == process.pid, "the library was not opened")
        assert owner(library) == window.pid
    finally:
        process.kill()
        process.communicate()
