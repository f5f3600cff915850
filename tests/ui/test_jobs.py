"""Long work reports, stops, ends once, and a bug in it is neither hidden nor fatal."""

import sys
import threading
from collections.abc import Iterator
from typing import Any

import pytest

from app.errors import UserError
from app.ui.jobs import Job, Jobs, Outcome
from app.words import N_, phrase

TITLE = phrase(N_("Reading titles.xlsx"))


@pytest.fixture
def jobs() -> Iterator[Jobs]:
    made = Jobs()
    yield made
    made.stop_all()


def outcome_of(qtbot: Any, jobs: Jobs, job: Job[Any]) -> Outcome[Any]:
    told: list[Outcome[Any]] = []
    with qtbot.waitSignal(jobs.ended):
        jobs.start(job, told.append)
    assert len(told) == 1
    assert job.outcome is told[0]
    return told[0]


def test_a_job_works_in_another_thread_and_tells_in_this_one(qtbot, jobs: Jobs) -> None:
    threads: list[int] = []

    def work(_job: Job[int]) -> int:
        threads.append(threading.get_ident())
        return 42

    jobs.ended.connect(lambda _job: threads.append(threading.get_ident()))
    outcome = outcome_of(qtbot, jobs, Job(work, TITLE))
    assert (outcome.value, outcome.done) == (42, True)
    assert threads[0] != threads[1] == threading.get_ident()
    assert jobs.running == ()


def test_progress_is_throttled_and_its_end_is_always_told(qtbot, jobs: Jobs) -> None:
    told: list[tuple[int, int]] = []
    jobs.progressed.connect(lambda _job, done, total: told.append((done, total)))

    def work(job: Job[None]) -> None:
        for done in range(1, 1001):
            job.report(done, 1000)

    outcome_of(qtbot, jobs, Job(work, TITLE))
    assert told[-1] == (1000, 1000)
    assert len(told) < 50


def test_a_job_stops_at_its_next_report(qtbot, jobs: Jobs) -> None:
    begun = threading.Event()

    def work(job: Job[None]) -> None:
        begun.set()
        while True:
            job.report(0, 0)

    job: Job[None] = Job(work, TITLE)
    with qtbot.waitSignal(jobs.ended):
        jobs.start(job)
        assert begun.wait(5)
        job.stop()
    assert job.outcome is not None
    assert job.outcome.stopped
    assert not job.outcome.done


def test_a_refusal_is_an_outcome(qtbot, jobs: Jobs) -> None:
    def work(_job: Job[None]) -> None:
        raise UserError(N_("The file is empty."))

    outcome = outcome_of(qtbot, jobs, Job(work, TITLE))
    assert outcome.refusal == phrase("The file is empty.")


def test_a_bug_in_a_job_is_reported_and_ends_it(qtbot, jobs: Jobs, monkeypatch) -> None:
    bugs: list[type[BaseException]] = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, _error, _trace: bugs.append(kind))

    def work(_job: Job[None]) -> None:
        raise ZeroDivisionError

    outcome = outcome_of(qtbot, jobs, Job(work, TITLE))
    assert outcome.broken
    assert bugs == [ZeroDivisionError]


def test_a_job_can_be_done_here_and_now() -> None:
    assert Job(lambda job: job.report(1, 2) or "done", TITLE).run().value == "done"
