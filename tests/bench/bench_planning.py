"""The planner on nine invented festivals, each judged by an independent checker, and beside ConferenceScheduler.

Seconds are those of the planning process from the problem on; importing the solver is told by itself. With
KERUEN_NIGHTLY=1, or sizes as arguments (40 120 300), all nine; otherwise one of each size, 10 s each. The other
scheduler (`conference-scheduler`, `pulp`) is asked in this Python, or in the one KERUEN_CONFERENCE_PYTHON names.
"""

import json
import os
import subprocess
import sys
from collections import Counter
from pathlib import Path
from time import monotonic, perf_counter

from app.domain.planning import Mode, Problem, Proposal, imagined, numbered
from app.planner.running import Running
from tests.bench.planning import checker, festivals, generator

NIGHTLY = os.environ.get("KERUEN_NIGHTLY") == "1" or len(sys.argv) > 1
CHOSEN = {int(one) for one in sys.argv[1:]} or {films for films, _halls, _days in generator.SIZES}
MARKS = (10.0, 30.0) if NIGHTLY else (10.0,)
PEER = Path(checker.__file__).with_name("peer.py")


def planned(made: generator.Festival) -> dict[str, object]:
    """One festival: the plan after 10 s and 30 s, judged from outside."""
    problem = festivals.problem(made)
    began = monotonic()
    at: dict[float, Proposal] = {}
    figures: dict[str, object] = {}
    with Running(problem, MARKS[-1], seed=1) as running:
        while not running.done:
            news = running.poll(0.1)
            if running.best is not None and "to_first_plan_s" not in figures:
                figures["to_first_plan_s"] = round(monotonic() - began, 2)
            for mark in MARKS[:-1]:
                if news is not None and news.seconds <= mark and running.best is not None:
                    at[mark] = running.best
        assert running.best is not None
        at[MARKS[-1]] = running.best
    last = at[MARKS[-1]]
    figures |= {
        "first_feasible_s": round(last.first_seconds, 2),
        "greedy": last.greedy,
        "bound": round(last.bound or 0, 1),
    }
    for mark, proposal in at.items():
        plan = festivals.plan(proposal)
        faults, points = checker.broken(made, plan), checker.points(made, plan)
        assert points == proposal.objective, (points, proposal.objective)
        gap = 100 * (1 - points / last.bound) if last.bound else None
        figures |= {
            f"points_{mark:.0f}s": points,
            f"gap_percent_{mark:.0f}s": None if gap is None else round(gap, 2),
            f"broken_{mark:.0f}s": len(faults),
            f"showings_{mark:.0f}s": len(plan),
            f"below_greedy_{mark:.0f}s": max(0, proposal.greedy - points),
        }
    figures["rounds"] = last.rounds
    return figures | {"replan_day_s": replanned(problem, last)}


def replanned(problem: Problem, before: Proposal) -> float:
    """Seconds until a plan is there when the second day is planned anew, all else left."""
    day = problem.days[1]
    away = {one.number for one in before.placed if one.day == day}
    kept = [slot for slot in imagined(problem, before) if slot.id not in away]
    fresh = Counter(one.entry for one in before.placed if one.day == day)
    wanted = tuple(one._replace(showings=fresh[one.entry]) for one in problem.wanted if fresh[one.entry])
    slots = tuple(numbered(slot, number) for number, slot in enumerate(kept, 1))
    again = Problem(problem.context, slots, wanted, (day,), Mode.FILL)
    began = perf_counter()
    with Running(again, 2.0, seed=1) as running:
        while not running.done:
            running.poll(0.1)
    return round(perf_counter() - began, 2)


def peer(size: tuple[int, int, int], seed: int) -> object:
    """ConferenceScheduler on the same festival, judged by the same checker."""
    python = os.environ.get("KERUEN_CONFERENCE_PYTHON", sys.executable)
    command = [python, str(PEER), *map(str, size), str(seed)]
    environment = {**os.environ, "PYTHONPATH": str(PEER.parents[3])}
    try:
        done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=300, check=False)
    except subprocess.TimeoutExpired:
        return "no plan within 300 s"
    return json.loads(done.stdout.splitlines()[-1]) if done.returncode == 0 else "conference_scheduler is not installed"


def import_seconds() -> float:
    """What importing the solver takes in a process of its own."""
    began = perf_counter()
    subprocess.run([sys.executable, "-c", "import ortools.sat.python.cp_model"], check=True)
    return round(perf_counter() - began, 2)


def run() -> dict[str, object]:
    """All figures."""
    figures: dict[str, object] = {"import_solver_s": import_seconds()}
    for size in generator.SIZES:
        if size[0] not in CHOSEN:
            continue
        seeds = generator.SEEDS if NIGHTLY else generator.SEEDS[:1]
        for seed in seeds:
            load = round(os.getloadavg()[0], 1) if hasattr(os, "getloadavg") else None
            name = f"festival_{size[0]}_{seed}"
            figures[name] = planned(generator.festival(*size, seed)) | {"load_before": load}
            if seed == seeds[0]:
                figures[f"conference_scheduler_{size[0]}_{seed}"] = peer(size, seed)
    return figures


if __name__ == "__main__":
    print(json.dumps(run(), indent=1))
