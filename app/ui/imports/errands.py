"""One piece of work at a time for the page of imports, with its progress; and the file of what went wrong."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtWidgets import QWidget

from app.export.trouble_list import trouble_list
from app.files import write_whole
from app.i18n.active import _, tr
from app.store.failures import writing
from app.ui import dialogs
from app.ui.imports.flow import Planned, Report
from app.ui.jobs import Job, Outcome
from app.ui.page import Shell
from app.words import N_, Phrase, phrase

T = TypeVar("T")

ERRORS = dialogs.Files(phrase(N_("CSV")), ("*.csv",))
SAVE = phrase(N_("Save the rows with errors"))


class Errands:
    """Runs one job; a new one takes the place of the one before, whose outcome nobody hears any more."""

    def __init__(self, shell: Shell, told: Callable[[int, int], None]) -> None:
        self._shell, self._told = shell, told
        self.job: Job[Any] | None = None
        shell.jobs.progressed.connect(self._progressed)

    def run(
        self, title: Phrase, work: Callable[[Report], T], then: Callable[[Outcome[T]], None], *, told: bool = False
    ) -> None:
        """Do `work(report)` in a job; `told` when the page itself says why it was refused."""
        self.stop()
        job: Job[T] = Job(lambda running: work(running.report), title)
        self.job = job

        def ended(outcome: Outcome[T]) -> None:
            if self.job is job:
                self.job = None
                then(outcome)

        self._shell.run(job, ended, told=told)

    def stop(self) -> None:
        """End what is running; it leaves nothing."""
        if self.job is not None:
            self.job.stop()

    def _progressed(self, job: Job[Any], done: int, total: int) -> None:
        if job is self.job:
            self._told(done, total)


def save_errors(parent: QWidget, shell: Shell, planned: Planned) -> None:
    """Ask where to, and write the troubles as CSV."""
    path = planned.seen.path
    target = dialogs.save_file(parent, SAVE, (ERRORS,), path.with_name(f"{path.stem}-errors.csv"))
    if target is None:
        return
    data = trouble_list(planned.troubles, tr())

    def saved(outcome: Outcome[Path]) -> None:
        if outcome.value is not None:
            shell.toast(_("“{file}” is written", file=outcome.value.name))

    shell.run(Job(lambda _job: _written(target, data), SAVE), saved)


def _written(target: Path, data: bytes) -> Path:
    with writing(target):
        write_whole(target, data)
    return target
