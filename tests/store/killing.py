"""Processes that are killed: at a random moment, or at the nth thing they do to a disk."""

import os
import signal
import sqlite3
import sys
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, NoReturn

DISK = ("replace", "unlink", "fsync", "link", "mkdir")
"""What of `os` is counted beside the statements of SQLite."""


@contextmanager
def another_process(act: Callable[[Callable[[object], None]], None]) -> Iterator[tuple[int, Any]]:
    """Run `act(say)` in a process of its own; (its number, a file of the lines it says). It is killed at the end."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        _become(act, writing)
    os.close(writing)
    with os.fdopen(reading, encoding="utf-8") as said:
        try:
            yield child, said
        finally:
            end(child)


def _become(act: Callable[[Callable[[object], None]], None], writing: int) -> NoReturn:
    code = 1
    try:
        act(lambda line: os.write(writing, f"{line}\n".encode()) and None)
        code = 0
    except BaseException:  # noqa: BLE001 - nothing may come back into the tests of the parent
        traceback.print_exc(file=sys.stderr)
    finally:
        os._exit(code)


def end(child: int) -> int | None:
    """Kill the process and wait for it; its exit code if it had ended by itself, else None."""
    try:
        os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
    except (ProcessLookupError, ChildProcessError):
        return None
    return os.waitstatus_to_exitcode(status) if os.WIFEXITED(status) else None


def killed_at(moment: int, act: Callable[[], None]) -> bool:
    """Run `act` in a process that kills itself before its nth statement or file operation; whether it came so far."""

    def doomed(say: Callable[[object], None]) -> None:
        del say
        count = 0

        def tick(*_: object) -> None:
            nonlocal count
            count += 1
            if count == moment:
                os.kill(os.getpid(), signal.SIGKILL)

        _listen(tick)
        act()

    with another_process(doomed) as (child, said):
        said.read()  # until it has ended, one way or the other
        _, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status):
        return True
    assert os.waitstatus_to_exitcode(status) == 0, "it failed by itself"
    return False


def _listen(tick: Callable[..., None]) -> None:
    """Call `tick` before every statement of SQLite and everything done to files, for the rest of this process."""
    connect = sqlite3.connect

    def watched(*arguments: Any, **options: Any) -> sqlite3.Connection:
        connection = connect(*arguments, **options)
        connection.set_trace_callback(tick)
        return connection

    sqlite3.connect = sqlite3.dbapi2.connect = watched  # type: ignore[assignment]
    for name in DISK:
        setattr(os, name, _ticking(getattr(os, name), tick))


def _ticking(function: Callable[..., Any], tick: Callable[..., None]) -> Callable[..., Any]:
    def ticked(*arguments: Any, **options: Any) -> Any:
        tick()
        return function(*arguments, **options)

    return ticked
