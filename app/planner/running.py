"""The planner as the rest of the program knows it: start a run in a process of its own, look at it, stop it.

The solver is never imported here.
"""

import logging
import os
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from queue import Empty, Queue
from threading import Thread
from time import monotonic
from typing import IO, Self

from app.domain.planning import Problem, Progress, Proposal
from app.errors import UserError
from app.planner.packing import Report, Task, send, values
from app.words import N_

BROKEN = N_("The planner broke down. The schedule is as it was.")
FLAG = "--planner"
"""How a frozen program (PyInstaller and the like), which has no -m, is told to be the planning process."""

OVER = 0.8
"""Seconds a run may take longer than it was given; what it has by then is its result."""

GRACE = 5.0
"""Seconds a stopped process has to hand over its best plan before it is ended."""

_log = logging.getLogger(__name__)


class Running:
    """A run under way. Close it, or use it in a `with`: the process never outlives it."""

    def __init__(self, problem: Problem, seconds: float, seed: int = 0, rounds: int | None = None) -> None:
        self._process = _started()
        self._news: Queue[Report | None] = Queue()
        self._best: Proposal | None = None
        self._done = False
        began = monotonic()
        self._last = None if rounds is not None else began + seconds + OVER
        Thread(target=_listen, args=(self._process.stdout, self._news), name="planner", daemon=True).start()
        self._say(Task(problem, seconds, seed, rounds, began))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_reason: object) -> None:
        self.close()

    @property
    def done(self) -> bool:
        """Whether the run is over and `best` is its result."""
        return self._done

    @property
    def best(self) -> Proposal | None:
        """The best proposal so far, None before the first."""
        return self._best

    def poll(self, wait: float = 0.0) -> Progress | None:
        """The latest news, None when there is none within `wait` seconds. Raises `UserError` when it broke down."""
        latest: Progress | None = None
        while not self._done:
            try:
                report = self._news.get(timeout=wait) if wait and latest is None else self._news.get_nowait()
            except Empty:
                if self._best is not None and self._last is not None and monotonic() > self._last:
                    self._done = True
                    break
                return latest
            if report is None or report.broken:
                self._done = True
                _log.warning("The planning process broke down: %s", report.broken if report else "no answer")
                self.close()
                if self._best is None:
                    raise UserError(BROKEN)
                return latest
            self._best, self._done = report.proposal or self._best, report.done
            latest = report.progress or latest
        self.close()
        return latest

    def stop(self) -> None:
        """Ask it to end; its best proposal comes with the next `poll`."""
        self._say("stop")

    def _say(self, value: object) -> None:
        assert self._process.stdin is not None
        with suppress(OSError, ValueError):  # it has ended already, which is told by poll()
            send(self._process.stdin, value)

    def finish(self) -> Proposal | None:
        """Stop, and wait until the last proposal is here or the time of grace is over."""
        self.stop()
        if not self._done:
            until = monotonic() + GRACE
            while monotonic() < until and not self.done:
                self.poll(0.2)
        self.close()
        return self._best

    def close(self) -> None:
        """End the process whatever it does."""
        self._process.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                with suppress(OSError):
                    pipe.close()


def start(problem: Problem, seconds: float, seed: int = 0, *, rounds: int | None = None) -> Running:
    """Begin a run: at most `seconds` long, or `rounds` steps of the search (then the same on every machine)."""
    return Running(problem, seconds, seed, rounds)


def _started() -> "subprocess.Popen[bytes]":
    places = os.pathsep.join(place or str(Path.cwd()) for place in sys.path)
    if getattr(sys, "frozen", False):
        command = [sys.executable, FLAG]
    else:
        command = [sys.executable, "-P", "-B", "-X", "utf8", "-m", "app.planner.child"]
    return subprocess.Popen(  # noqa: S603 - ourselves
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": places},
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        start_new_session=os.name != "nt",  # Ctrl+C is for us alone
    )


def _listen(stream: IO[bytes] | None, news: "Queue[Report | None]") -> None:
    assert stream is not None
    with suppress(OSError, ValueError):  # the pipe was closed
        for report in values(stream):
            news.put(report)
    news.put(None)
