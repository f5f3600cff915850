"""Long work in a worker thread: with progress, a way to stop it, and one outcome."""

import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from threading import Event
from time import monotonic
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from app.errors import UserError
from app.words import Phrase

T = TypeVar("T")

PAUSE = 0.1
"""Seconds between two reports of progress."""


class Stopped(Exception):  # noqa: N818 - nothing went wrong
    """Raised inside a job by `Job.report` after the user has stopped it."""


@dataclass(frozen=True)
class Outcome(Generic[T]):
    """How a job ended: with a `value`, refused by a `refusal`, `stopped`, or `broken` by a bug (reported already)."""

    value: T | None = None
    refusal: Phrase | None = None
    stopped: bool = False
    broken: bool = False

    @property
    def done(self) -> bool:
        """Whether it came to its end."""
        return not (self.refusal or self.stopped or self.broken)


class Job(Generic[T]):
    """One piece of long work: `work(job)` runs in another thread and calls `job.report` now and then.

    It must not touch widgets. It is a plain object: Qt objects that belong to a worker
    and delete themselves later have crashed.
    """

    def __init__(self, work: Callable[["Job[T]"], T], title: Phrase) -> None:
        self.title = title
        self.outcome: Outcome[T] | None = None
        self.began = monotonic()
        self._work = work
        self._stop = Event()
        self._told = 0.0
        self._tell: Callable[[int, int], None] | None = None

    def report(self, done: int, total: int) -> None:
        """Say how far the work is (`total` 0: unknown). Raises `Stopped` once the user has stopped it."""
        if self._stop.is_set():
            raise Stopped
        now = monotonic()
        if self._tell is not None and (now - self._told >= PAUSE or done == total):
            self._told = now
            self._tell(done, total)

    def stop(self) -> None:
        """Ask the work to stop at its next report."""
        self._stop.set()

    def run(self, tell: Callable[[int, int], None] | None = None) -> Outcome[T]:
        """Do the work here and now; what `Jobs` calls in its thread."""
        self._tell = tell
        self.began = monotonic()
        try:
            return Outcome(value=self._work(self))
        except Stopped:
            return Outcome(stopped=True)
        except UserError as error:
            return Outcome(refusal=error.phrase)
        except Exception as error:  # noqa: BLE001 - reported as the bug it is; whoever waits must hear of the end
            sys.excepthook(type(error), error, error.__traceback__)
            return Outcome(broken=True)


class Jobs(QObject):
    """Runs jobs, two at a time. Signals come in the window's thread.

    `began(job)`, `progressed(job, done, total)`, `ended(job)` with `job.outcome` set.
    """

    began = Signal(object)
    progressed = Signal(object, int, int)
    ended = Signal(object)
    _news = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = ThreadPoolExecutor(max_workers=2, thread_name_prefix="job")
        self._running: list[Job[Any]] = []
        self._then: dict[int, Callable[[Outcome[Any]], None]] = {}
        self._news.connect(self._heard, Qt.ConnectionType.QueuedConnection)

    @property
    def running(self) -> tuple[Job[Any], ...]:
        """The jobs that have not ended."""
        return tuple(self._running)

    def start(self, job: Job[T], then: Callable[[Outcome[T]], None] | None = None) -> Job[T]:
        """Begin; `then` is called with the outcome in the window's thread."""
        self._running.append(job)
        if then is not None:
            self._then[id(job)] = then
        self._pool.submit(self._work, job)
        self.began.emit(job)
        return job

    def stop_all(self) -> None:
        """Ask all to stop and wait for them: the program is about to end."""
        for job in self._running:
            job.stop()
        self._pool.shutdown(wait=True, cancel_futures=True)

    def _work(self, job: Job[Any]) -> None:
        outcome = job.run(lambda done, total: self._news.emit(job, (done, total)))
        self._news.emit(job, outcome)

    def _heard(self, job: Job[Any], news: tuple[int, int] | Outcome[Any]) -> None:
        if job not in self._running:
            return
        if isinstance(news, tuple):
            self.progressed.emit(job, *news)
            return
        job.outcome = news
        self._running.remove(job)
        then = self._then.pop(id(job), None)
        if then is not None:
            then(news)
        self.ended.emit(job)
