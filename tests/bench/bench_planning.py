"""The planner on nine invented festivals, each judged by an independent checker, and beside ConferenceScheduler.

Seconds are those of the planning process from the problem on, `to_first_plan_s` from the start of that process. With
KERUEN_NIGHTLY=1, or sizes as arguments (40 120 300), all nine; otherwise one of each size, 10 s each. The other
scheduler (`conference-scheduler`, `pulp`) is asked in this Python, or in the one KERUEN_CONFERENCE_PYTHON names: for
one showing of each film, and for all; beside it stands our plan of one showing each in the same slots. Each festival
has a process of its own, so that the memory measured is that of its planning processes.
"""

import json
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from time import monotonic, perf_counter

from app.domain.planning import Mode, Problem, Proposal, imagined, numbered
from app.planner.running import Running
from tests.bench.planning import checker, festivals, generator

NIGHTLY = os.environ.get("KERUEN_NIGHTLY") == "1" or len(sys.argv) > 1
CHOSEN = {int(one) for one in sys.argv[1:] if one.isdigit()} or {films for films, _halls, _days in generator.SIZES}
MARKS = (10.0, 30.0) if NIGHTLY else (10.0,)
PEER = Path(checker.__file__).with_name("peer.py")
PATIENCE, PATIENCE_FOR_ALL = 120, 60
"""Seconds the other scheduler has for one showing of each film, and for all."""

REPLANNING = 1.5
"""Seconds a day has when it is planned anew, the start of the process and the reasons included."""


def planned(made: generator.Festival) -> dict[str, object]:
    """One festival: the plan after 10 s and 30 s, judged from outside."""
    problem = festivals.problem(made)
    figures, at = _run(problem)
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
    return figures | replanned(made, problem, last) | _used("planner")


def _run(problem: Problem) -> tuple[dict[str, object], dict[float, Proposal]]:
    """The seconds to the first plan, and the plans at the marks."""
    began = monotonic()
    at: dict[float, Proposal] = {}
    figures: dict[str, object] = {}
    with Running(problem, MARKS[-1], seed=1) as running:
        while not running.done:
            news = running.poll(0.02)
            if running.best is not None and not figures:
                figures["to_first_plan_s"] = round(monotonic() - began, 2)
            for mark in MARKS[:-1]:
                if news is not None and news.seconds <= mark and running.best is not None:
                    at[mark] = running.best
        assert running.best is not None
        at[MARKS[-1]] = running.best
    return figures, at


def replanned(made: generator.Festival, problem: Problem, before: Proposal) -> dict[str, object]:
    """The second day planned anew, all else left: seconds until the plan is there, and the points it has lost."""
    day = problem.days[1]
    away = {one.number for one in before.placed if one.day == day}
    kept = [slot for slot in imagined(problem, before) if slot.id not in away]
    fresh = Counter(one.entry for one in before.placed if one.day == day)
    wanted = tuple(one._replace(showings=fresh[one.entry]) for one in problem.wanted if fresh[one.entry])
    slots = tuple(numbered(slot, number) for number, slot in enumerate(kept, 1))
    again = Problem(problem.context, slots, wanted, (day,), Mode.FILL)
    spent, began = _children_seconds(), perf_counter()
    with Running(again, REPLANNING, seed=1) as running:
        while not running.done:
            running.poll(0.02)
    seconds, after = perf_counter() - began, running.best
    assert after is not None
    whole = [one for one in festivals.plan(before) if one.start // generator.DAY != 1] + festivals.plan(after)
    return {
        "replan_day_s": round(seconds, 2),
        "replan_day_cpu_s": round(_children_seconds() - spent, 2),
        "replan_day_lost_percent": round(100 * (1 - checker.points(made, whole) / before.objective), 2),
        "replan_day_broken": len(checker.broken(made, whole)),
    }


def _children_seconds() -> float:
    """Processor seconds of the processes that have ended."""
    times = os.times()
    return times.children_user + times.children_system


def _used(name: str) -> dict[str, object]:
    """The most memory any of the processes started so far had; Linux counts it in KiB, macOS in bytes."""
    try:
        import resource  # noqa: PLC0415 - not on Windows
    except ImportError:
        return {}
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    return {f"{name}_peak_mb": round(peak / (1024 * 1024 if sys.platform == "darwin" else 1024))}


def in_slots(made: generator.Festival) -> dict[str, object]:
    """One showing of each film in the slots the other scheduler has, ten seconds."""
    with Running(festivals.in_slots(made), 10.0, seed=1) as running:
        while not running.done:
            running.poll(0.1)
    assert running.best is not None
    plan = festivals.plan(running.best)
    return {
        "seconds": round(running.best.seconds, 1), "showings": len(plan), "films": len(made.films),
        "points": checker.points(made, plan), "broken": len(checker.broken(made, plan)),
    }  # fmt: skip


def peer(size: tuple[int, int, int], seed: int, *more: str) -> object:
    """ConferenceScheduler on the same festival, judged by the same checker."""
    python = os.environ.get("KERUEN_CONFERENCE_PYTHON", sys.executable)
    command = [python, str(PEER), *map(str, size), str(seed), *more]
    environment = {**os.environ, "PYTHONPATH": str(PEER.parents[3])}
    patience = PATIENCE_FOR_ALL if more else PATIENCE
    try:
        done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=patience, check=False)
    except subprocess.TimeoutExpired:
        return f"no plan within {patience} s"
    return json.loads(done.stdout.splitlines()[-1]) if done.returncode == 0 else "conference_scheduler is not installed"


def import_seconds() -> float:
    """What importing the solver takes in a process of its own."""
    began = perf_counter()
    subprocess.run([sys.executable, "-c", "import ortools.sat.python.cp_model"], check=True)
    return round(perf_counter() - began, 2)


def apart(what: str, size: tuple[int, int, int], seed: int) -> object:
    """The figures of one festival from a process of its own."""
    command = [sys.executable, __file__, what, *map(str, size), str(seed), *(["nightly"] if NIGHTLY else [])]
    return json.loads(subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True).stdout)


def run() -> dict[str, object]:
    """All figures."""
    figures: dict[str, object] = {"import_solver_s": import_seconds()}
    for size in generator.SIZES:
        if size[0] not in CHOSEN:
            continue
        seeds = generator.SEEDS if NIGHTLY else generator.SEEDS[:1]
        for seed in seeds:
            load = round(os.getloadavg()[0], 1) if hasattr(os, "getloadavg") else None
            found = apart("planned", size, seed)
            assert isinstance(found, dict)
            figures[f"festival_{size[0]}_{seed}"] = found | {"load_before": load}
        name = f"{size[0]}_{seeds[0]}"
        figures[f"one_showing_in_slots_{name}"] = apart("in_slots", size, seeds[0])
        figures[f"conference_scheduler_one_showing_{name}"] = peer(size, seeds[0])
        if NIGHTLY:
            figures[f"conference_scheduler_all_showings_{name}"] = peer(size, seeds[0], "all")
    return figures


PARTS: dict[str, Callable[[generator.Festival], dict[str, object]]] = {"planned": planned, "in_slots": in_slots}

if __name__ == "__main__":
    if sys.argv[1:] and sys.argv[1] in PARTS:
        NIGHTLY = "nightly" in sys.argv
        MARKS = (10.0, 30.0) if NIGHTLY else (10.0,)
        films, halls, days, seed = map(int, sys.argv[2:6])
        print(json.dumps(PARTS[sys.argv[1]](generator.festival(films, halls, days, seed))))
    else:
        print(json.dumps(run(), indent=1))
