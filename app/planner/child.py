"""The process that plans: `python -m app.planner.child`, the problem on its input, proposals on its output.

It ends by itself when its input is closed, so that it never outlives the program that started it.
"""

import os
import signal
import sys
import traceback
from threading import Lock, Thread
from time import monotonic
from typing import BinaryIO

from app.domain.planning import Progress, Proposal
from app.planner.packing import Report, Task, send, values

PAUSE = 0.2
"""Seconds between two reports."""


def main() -> int:
    """Do the one task."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the program, which then asks us to end
    out = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what the solver may print is no answer
    source = os.fdopen(os.dup(0), "rb")
    task = next(values(source), None)
    if isinstance(task, Task):
        work(task, source, out)
    return 0


def work(task: Task, source: BinaryIO, out: BinaryIO) -> None:
    """Plan, telling now and then; anything more on `source`, or its end, means stop."""
    reporter = _Reporter(out)
    try:
        from app.planner.proposing import Run  # noqa: PLC0415 - the solver takes half a second, the task is read before

        run = Run(task.problem, task.seed, tell=reporter.tell, began=task.began)
        Thread(target=_heed, args=(source, run), daemon=True).start()
        made = run.plan(task.seconds, task.rounds)
    except BaseException:
        reporter.send(Report(None, None, done=True, broken=traceback.format_exc()[-8000:]))
        raise
    reporter.send(Report(None, made, done=True))


def _heed(source: BinaryIO, run: "Run") -> None:  # type: ignore[name-defined]  # noqa: F821 - imported late
    """Wait for wishes to stop; when whoever asked is gone, so is the reason to go on."""
    for _asked in values(source):
        run.halt()
    os._exit(1)


class _Reporter:
    """Sends reports, not too often."""

    def __init__(self, out: BinaryIO) -> None:
        self.out, self.told, self.lock = out, 0.0, Lock()

    def tell(self, progress: Progress, proposal: Proposal) -> None:
        """Report, unless one has just been sent."""
        if not progress.rounds or progress.explaining or monotonic() - self.told > PAUSE:
            self.told = monotonic()
            self.send(Report(progress, proposal))

    def send(self, report: Report) -> None:
        """Write a report; nobody listening any more is the end."""
        try:
            with self.lock:
                send(self.out, report)
        except OSError:
            os._exit(1)


if __name__ == "__main__":
    sys.exit(main())
