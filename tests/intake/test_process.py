"""The reading process: quick to start, held to its limits, ended without a trace."""

import subprocess
import sys

import pytest

from app.errors import UserError
from app.intake import process, reading
from app.intake.packing import Frame
from app.intake.reading import look


def _run(code: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)


def test_it_starts_without_qt_and_without_the_database():
    done = _run(
        "import sys, app.intake.child as c; print(sorted({'PySide6', 'sqlalchemy', 'openpyxl'} & set(sys.modules)))"
    )
    assert done.stdout.strip() == "[]"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no such limits")
@pytest.mark.parametrize(
    ("deed", "outcome"),
    [
        ("bytearray(2_000_000_000)", "MemoryError"),
        ("print('x' * 9, file=open('spilled.txt', 'w'), flush=True)", "OSError"),
        ("[open('/dev/null') for _ in range(100)]", "OSError"),
    ],
)
def test_it_is_held_to_memory_files_and_disk(deed, outcome, tmp_path, monkeypatch):
    monkeypatch.syspath_prepend(".")
    code = f"import os, sys; from app.intake import limits; os.chdir({str(tmp_path)!r}); limits.hold(5); {deed}"
    done = _run(code)
    assert outcome in done.stderr
    assert all(path.stat().st_size == 0 for path in tmp_path.iterdir())


def test_a_reader_that_breaks_down_gives_way_to_the_other(tmp_path, monkeypatch):
    path = tmp_path / "list.csv"
    path.write_text("Title;Year\nA;2000\n", "utf-8")
    jobs: list[bool] = []
    real = process.run

    def run(path, job, seconds):
        jobs.append(job["second"])
        if not job["second"]:
            raise process.Broken
        return real(path, job, seconds)

    monkeypatch.setattr(reading, "run", run)
    assert look(path).headings == ("Title", "Year")
    assert jobs == [False, True]


def test_when_both_break_down_a_sentence_is_said(tmp_path, monkeypatch):
    path = tmp_path / "list.csv"
    path.write_text("Title;Year\nA;2000\n", "utf-8")

    def run(_path, _job, _seconds):
        raise process.Broken
        yield Frame.DONE, b""

    monkeypatch.setattr(reading, "run", run)
    with pytest.raises(UserError, match="cannot be read"):
        look(path)


def test_a_process_that_dies_is_no_answer(tmp_path, monkeypatch):
    path = tmp_path / "list.csv"
    path.write_text("Title;Year\nA;2000\n", "utf-8")
    monkeypatch.setattr(process.sys, "executable", "/bin/false")
    with pytest.raises(UserError, match="cannot be read"):
        look(path)
