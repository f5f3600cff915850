"""The log tells what failed and where, in every thread, and nothing that a user wrote."""

import faulthandler
import logging
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from app import log


@pytest.fixture(autouse=True)
def everything_back() -> Iterator[None]:
    """Give the interpreter's hooks, and pytest's own fault handler, back after each test."""
    root = logging.getLogger()
    before = (sys.excepthook, threading.excepthook, list(root.handlers), root.level, faulthandler.is_enabled())
    yield
    sys.excepthook, threading.excepthook = before[0], before[1]
    for handler in [one for one in root.handlers if one not in before[2]]:
        root.removeHandler(handler)
        handler.close()
    root.setLevel(before[3])
    logging.captureWarnings(capture=False)


def failed(error: BaseException) -> BaseException:
    """The error as it is after it was raised."""
    try:
        raise error
    except type(error) as caught:
        return caught


def test_a_report_says_where_and_what_but_not_whom() -> None:
    text = log.report(failed(ValueError("no such title: 'Қыз Жібек' by Сұлтан, \"Farewell\"\nparameters: secret")))
    assert "test_log.py" in text
    assert text.endswith("builtins.ValueError: no such title: ‘…’ by …, ‘…’")


def test_a_report_names_the_cause_too() -> None:
    error = failed(RuntimeError("saving failed"))
    error.__cause__ = failed(OSError(28, "No space left on device"))
    lines = [line for line in log.report(error).splitlines() if line.startswith("builtins.")]
    assert lines == ["builtins.OSError: [Errno 28] No space left on device", "builtins.RuntimeError: saving failed"]


def test_what_nobody_caught_is_logged_and_told(caplog: pytest.LogCaptureFixture) -> None:
    told: list[str] = []
    log.watch(told.append)
    error = failed(KeyError("surprise"))
    sys.excepthook(type(error), error, error.__traceback__)
    assert len(told) == 1
    assert told[0].endswith("builtins.KeyError: ‘…’")
    assert told[0] in caplog.text


def test_a_thread_that_fails_is_told_too() -> None:
    told: list[str] = []
    log.watch(told.append)
    thread = threading.Thread(target=lambda: {}[1])
    thread.start()
    thread.join()
    assert len(told) == 1
    assert "KeyError" in told[0]


def test_records_with_errors_are_discreet(tmp_path: Path) -> None:
    source = (
        "import logging, sys; from pathlib import Path; from app import log; log.start(Path(sys.argv[1]))\n"
        "try:\n    raise ValueError(f\"bad name '{sys.argv[2]}'\")\n"
        "except ValueError:\n    logging.getLogger('app').exception('Import failed')\n"
    )
    subprocess.run([sys.executable, "-c", source, str(tmp_path), "Абай"], check=True, cwd=Path(log.__file__).parents[1])
    text = (tmp_path / "keruen.log").read_text(encoding="utf-8")
    assert "Import failed" in text
    assert "bad name ‘…’" in text
    assert "Абай" not in text


def test_a_hard_crash_leaves_a_trace_that_is_handed_out_once(tmp_path: Path) -> None:
    source = (
        "import ctypes, sys; from pathlib import Path; from app import log; log.start(Path(sys.argv[1]))\n"
        "ctypes.string_at(0)\n"
    )
    command = [sys.executable, "-c", source, str(tmp_path)]
    done = subprocess.run(command, check=False, capture_output=True, cwd=Path(log.__file__).parents[1])
    assert done.returncode != 0
    assert "string_at" in log.last_crash(tmp_path)
    assert log.last_crash(tmp_path) == ""
