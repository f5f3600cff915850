"""Conflicts of whole festivals and of one move: how long the board takes, beside comparing every pair."""

import gc
import json
import random
import statistics
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from app.domain.board import Board
from app.domain.calendar import opening_hours, wall_minute
from app.domain.context import Context, CopyFacts, HallFacts
from app.domain.kinds import ScreeningStatus
from app.domain.places import Choices, free_places
from app.domain.repairs import repairs
from app.domain.rights import Window
from app.domain.screenings import Clash, Slot

FIRST = date(2026, 10, 15)
ZONE = "Asia/Almaty"
A_DAY = 5
BESIDES = frozenset(clash.rule for clash in Clash) - {"R1", "R2", "R3", "R7", "R10"}
"""The figures others give are of halls, copies and rights; what all rules cost is measured by itself."""


def festival(events: int, seed: int = 1) -> tuple[list[Slot], Context, tuple[date, ...]]:
    """A plausible plan: about five events a day and hall, three showings a title, a little too tight."""
    chance = random.Random(seed)
    halls = max(4, min(100, events // 50))
    days = tuple(FIRST + timedelta(days=n) for n in range(-(-events // (halls * A_DAY))))
    titles = max(1, events // 3)
    slots = []
    for number in range(events):
        day, place = divmod(number, halls * A_DAY)
        hall, turn = divmod(place, A_DAY)
        start = wall_minute(days[day], 600 + turn * 170 + 5 * chance.randint(-3, 3), ZONE)
        length, title = 5 * chance.randint(15, 25), chance.randrange(titles)
        slots.append(
            Slot(
                number, hall, start, start + 5, start + 5 + length, start + 10 + length,
                copies=(title * 2 + chance.randint(0, 1),), works=(title,), versions=(title,),
                status=ScreeningStatus.CONFIRMED, lingers=chance.random() < 0.2,
            )
        )  # fmt: skip
    hours = opening_hours(days, 540, 1560, ZONE)
    context = Context(
        without=BESIDES,
        halls={hall: HallFacts(venue=hall // 4, hours=hours) for hall in range(halls)},
        copies={copy: CopyFacts(version=copy // 2, ready_from=slots[0].start) for copy in range(titles * 2)},
        rights={
            title: (Window(title, "KZ", starts=days[0], ends=days[-1], max_showings=6 if title % 5 == 0 else None),)
            for title in range(titles)
        },
    )
    return slots, context, days


def pairwise(slots: list[Slot]) -> int:
    """Halls and copies only, every event against every other: what the board is measured against."""
    found = 0
    for index, a in enumerate(slots):
        for b in slots[index + 1 :]:
            in_hall = a.hall == b.hall and a.start < b.end + 20 and b.start < a.end + 20
            in_use = a.body_start < b.body_end + 60 and b.body_start < a.body_end + 60
            found += in_hall or (in_use and a.copies[0] == b.copies[0])
    return found


def cpu_ms(work: Callable[[], object], times: int = 5) -> float:
    """The median processor time of `work` in milliseconds."""
    taken = []
    for _ in range(times):
        begun = time.process_time_ns()
        work()
        taken.append((time.process_time_ns() - begun) / 1e6)
    return round(statistics.median(taken), 3)


def percentiles(name: str, work: Callable[[int], object], times: int) -> dict[str, object]:
    """p50 and p99 of single calls in microseconds of wall time."""
    taken = []
    for number in range(times):
        begun = time.perf_counter_ns()
        work(number)
        taken.append((time.perf_counter_ns() - begun) / 1e3)
    taken.sort()
    return {f"{name}_p50_us": round(taken[times // 2], 1), f"{name}_p99_us": round(taken[times * 99 // 100], 1)}


def measure(events: int) -> dict[str, object]:
    """All figures for one size."""
    slots, context, days = festival(events)
    board = Board(slots, context)
    chance = random.Random(2)
    halls = list(context.halls)
    moves = [
        slot.at(chance.choice(halls), slot.start + 5 * chance.randint(-60, 60))
        for slot in (chance.choice(slots) for _ in range(3000))
    ]
    whole = cpu_ms(lambda: Board(slots, context).conflicts())
    figures: dict[str, object] = {
        "halls": len(halls),
        "conflicts": len(board.conflicts()),
        "build_ms": cpu_ms(lambda: Board(slots, context)),
        "full_check_ms": cpu_ms(board.conflicts),
        "build_and_full_check_ms": whole,
        **percentiles("move_check", lambda n: board.check(moves[n]), len(moves)),
        **percentiles("move_commit", lambda n: board.replace(moves[n]), 1000),
    }
    figures |= all_rules(slots, replace(context, without=frozenset()), moves)
    if events <= 3000:
        figures["pairwise_ms"] = naive = cpu_ms(lambda: pairwise(slots), 1)
        figures["times_quicker_than_pairwise"] = round(naive / whole, 1)
        figures |= mending(slots, context, days)
    return figures


def all_rules(slots: list[Slot], context: Context, moves: list[Slot]) -> dict[str, object]:
    """The same with every rule switched on: a full check on a new board, one move while dragging, one dropped."""
    boards = [Board(slots, context) for _ in range(3)]
    whole = cpu_ms(lambda: boards.pop().conflicts(), len(boards) - 1)
    board = boards.pop()
    gc.collect()  # what all those boards left behind is no part of a move
    return {
        "all_rules_full_check_ms": whole,
        **percentiles("all_rules_move_check", lambda n: board.check(moves[n]), len(moves)),
        **percentiles("all_rules_move_commit", lambda n: board.replace(moves[n]), 100),
    }


def mending(slots: list[Slot], context: Context, days: tuple[date, ...]) -> dict[str, object]:
    """Repairs of one finding and the free places of one event, over a week."""
    board, choices = Board(slots, context), Choices(days=days[:7])
    findings = [finding for finding in board.conflicts() if len(finding.slots) == 2][:20]
    each = cpu_ms(lambda: [repairs(finding, board, choices) for finding in findings], 3) / max(1, len(findings))
    return {"repairs_ms": round(each, 2), "free_places_ms": cpu_ms(lambda: free_places(slots[0], board, choices), 3)}


def run() -> dict[str, object]:
    """Figures for 300, 3,000 and 30,000 events."""
    return {f"{name}_at_{events}": figure for events in (300, 3000, 30000) for name, figure in measure(events).items()}


if __name__ == "__main__":
    print(json.dumps(run(), indent=1))
