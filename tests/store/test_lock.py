"""One program owns a library at a time; one that died owns nothing."""

import json
import os
import signal
import subprocess
from pathlib import Path

import pytest

from app.errors import UserError
from app.store.lock import ELSEWHERE, IN_USE, Lock
from app.store.store import Store
from tests.store.apart import command, environment
from tests.store.rows import records

HOLD = """
import sys, time
from pathlib import Path
from app.store.store import Store
store = Store.open(Path(sys.argv[1]))
print("open", flush=True)
time.sleep(60)
"""


def refused(library: Path) -> str:
    with pytest.raises(UserError) as refusal:
        Store.open(library)
    return refusal.value.phrase.message


def test_a_second_owner_is_refused_and_the_first_goes_on(store: Store) -> None:
    assert store.path is not None
    assert refused(store.path) == IN_USE
    assert records(store)["work"] == set()


def test_whoever_only_reads_needs_no_lock(store: Store) -> None:
    assert store.path is not None
    reader = Store.open(store.path, own=False)
    assert reader.read_only
    assert records(reader) == records(store)
    reader.close()


def test_a_closed_library_can_be_opened_again(library: Path) -> None:
    Store.open(library).close()
    Store.open(library).close()


@pytest.mark.skipif(os.name == "nt", reason="signals")
def test_the_lock_of_a_killed_program_is_free(library: Path) -> None:
    with subprocess.Popen(command(HOLD, library), env=environment(), stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "open\n"
        assert refused(library) == IN_USE
        other.send_signal(signal.SIGKILL)
        other.wait()
        Store.open(library).close()


def test_another_computer_is_named(library: Path) -> None:
    lock = Lock(library)
    lock.take()
    lock.path.write_text(json.dumps({"host": "almaty-2", "pid": 1}))
    assert refused(library) == ELSEWHERE
    with pytest.raises(UserError, match="almaty-2"):
        Store.open(library)
    lock.release()
    assert not lock.held


@pytest.mark.parametrize("text", ["", "{", "[]", "null", "\udcff"])
def test_a_spoilt_lock_file_does_no_harm(library: Path, text: str) -> None:
    path = Lock(library).path
    path.write_bytes(text.encode("utf-8", "surrogateescape"))
    other = Lock(library)
    other.take()
    path.write_bytes(text.encode("utf-8", "surrogateescape"))
    assert refused(library) == IN_USE
    other.release()
    Store.open(library).close()


def test_a_lock_that_cannot_be_written_is_told(library: Path) -> None:
    Lock(library).path.mkdir()
    with pytest.raises(UserError):
        Store.open(library)


def test_releasing_twice_does_no_harm(library: Path) -> None:
    lock = Lock(library)
    lock.release()
    lock.take()
    lock.release()
    lock.release()
