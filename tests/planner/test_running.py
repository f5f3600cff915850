"""The planner runs in a process of its own, tells how far it is, can be stopped, and leaves nothing behind."""

import os
import subprocess
import sys
from pathlib import Path
from time import monotonic, sleep

import pytest

from app.domain.planning import Status
from app.domain.surroundings import Setting
from app.errors import UserError
from app.planner.running import start
from tests.bench.planning import festivals, generator
from tests.planner.small import film, problem

UNPRICED = {rule: Setting(weight=0) for rule in festivals.UNWEIGHED}


def finished(running, seconds=30):
    until = monotonic() + seconds
    news = []
    while not running.done and monotonic() < until:
        found = running.poll(0.2)
        news += [found] if found else []
    return news


def test_a_run_tells_its_way_and_its_result():
    with start(problem([film(1), film(2)], settings=UNPRICED), 5, seed=2) as running:
        news = finished(running)
    assert running.done
    assert running.best is not None
    assert (running.best.status, running.best.seed, len(running.best.placed)) == (Status.OPTIMAL, 2, 2)
    assert news[0].wanted == 2


def test_stopping_keeps_the_best_so_far():
    with start(festivals.problem(generator.festival(40, 3, 3, 7)), 120) as running:
        while running.best is None:
            running.poll(0.2)
        began = monotonic()
        best = running.finish()
    assert best is not None
    assert best.status is Status.STOPPED
    assert best.objective >= best.greedy
    assert monotonic() - began < 10


def test_a_closed_run_leaves_no_process():
    running = start(festivals.problem(generator.festival(40, 3, 3, 7)), 120)
    running.close()
    assert running._process.poll() is not None


def test_a_process_that_dies_is_told_when_there_is_no_plan_yet():
    with start(problem([film(1)]), 60) as running:
        running._process.kill()
        with pytest.raises(UserError):
            finished(running)


def test_neither_the_program_nor_the_first_plan_waits_for_the_solver():
    loads = "import sys, app.planner.running, app.commands.planning, app.planner.proposing"
    script = f"{loads}; sys.exit('ortools' in sys.modules or 'pandas' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0


@pytest.mark.skipif(os.name == "nt", reason="no signals to look for a process with")
def test_when_the_program_is_killed_the_planning_process_ends_by_itself():
    script = """
import time
from app.planner.running import start
from tests.bench.planning import festivals, generator
run = start(festivals.problem(generator.festival(40, 3, 3, 7)), 120)
print(run._process.pid, flush=True)
while run.best is None:
    run.poll(0.2)
print("searching", flush=True)
time.sleep(120)
"""
    program = subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, text=True)
    assert program.stdout is not None
    child = int(program.stdout.readline())
    program.stdout.readline()
    program.kill()
    program.communicate()
    until = monotonic() + 30
    while _lives(child) and monotonic() < until:
        sleep(0.1)
    assert not _lives(child)


def _lives(process):
    """Whether a process is at work; one that nobody has buried yet is not."""
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    state = Path(f"/proc/{process}/stat")
    return not state.exists() or state.read_text().rpartition(")")[2].split()[0] != "Z"
