"""The board of the schedule: first paint, full repaint and one step of a drag, with few and with very many events."""

import gc
import json
import os
import statistics
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from app.domain import calendar
from app.domain.context import Context, HallFacts
from app.domain.kinds import PartKind, ProgrammeKind, ScreeningStatus, Use
from app.domain.names import FourNames
from app.domain.screenings import Slot
from app.store.programme_rows import HallRow, ProgrammeRow, StrandRow
from app.store.schedule import Card, PartRow, Schedule
from app.ui.schedule.drag import Carry
from app.ui.schedule.plan import Plan
from app.ui.schedule.view import BoardView
from app.ui.theme import Scheme, theme

FIRST = date(2026, 10, 15)
ZONE = "Asia/Almaty"
HALLS = 8
OPENS, CLOSES = 10 * 60, 24 * 60
SIZE = (1400, 900)


def full(events: int, length: int, gap: int) -> Schedule:
    """Halls filled one after another with events of `length` minutes, `gap` minutes apart."""
    a_day = (CLOSES - OPENS) // (length + gap)
    days = -(-events // (a_day * HALLS))
    cards, slots = [], []
    minute = timedelta(minutes=1)
    for number in range(events):
        place, turn = divmod(number, a_day)
        day_number, hall = divmod(place, HALLS)
        day = FIRST + timedelta(days=day_number)
        starts = datetime(day.year, day.month, day.day) + (OPENS + turn * (length + gap)) * minute
        parts = (
            PartRow(0, PartKind.FILM, length - 5, number, None, None),
            PartRow(0, PartKind.QA, 5, None, None, None),
        )
        ends, status = starts + (length - 5) * minute, list(ScreeningStatus)[number % 2]
        cards.append(Card(
            number + 1, hall + 1, day, starts, ends, starts, ends + 5 * minute, ZONE, f"Title {number}", "en", "",
            number % 6 + 1, None, status, number % 9 == 0, parts, "", FourNames(),
        ))  # fmt: skip
        begins = calendar.wall_minute(day, OPENS + turn * (length + gap), ZONE)
        slots.append(Slot(number + 1, hall + 1, begins, begins, begins + length - 5, begins + length, works=(number,)))
    last = FIRST + timedelta(days=days - 1)
    programme = ProgrammeRow(
        1, ProgrammeKind.FESTIVAL, FourNames(en="Bench"), FourNames(en="Almaty"), FIRST, last, 240, ZONE, "KZ",
        Use.FESTIVAL, sample=True, screenings=events,
    )  # fmt: skip
    halls = tuple(
        HallRow(n + 1, FourNames(en=f"Hall {n + 1}"), 100, OPENS, CLOSES, 5, 1, FourNames(), FourNames(), ZONE, "KZ")
        for n in range(HALLS)
    )
    strands = tuple(StrandRow(n, FourNames(en=f"Strand {n}"), n) for n in range(1, 7))
    span = calendar.opening_hours([FIRST + timedelta(days=n) for n in range(days)], OPENS, CLOSES, ZONE)
    facts = Context(
        halls={n + 1: HallFacts(venue=1, hours=span, turnaround=5, turnaround_long=5) for n in range(HALLS)}
    )
    return Schedule(programme, halls, strands, tuple(cards), (), 0, tuple(slots), facts, {}, {}, {})


def spread(events: int, halls: int, days: int) -> Schedule:
    """A large festival: as many events over all halls and days, some of them over one another."""
    whole = full(events, 100, 20)
    cards, slots = [], []
    minute = timedelta(minutes=1)
    for number, (card, slot) in enumerate(zip(whole.cards, whole.slots, strict=True)):
        place = number * 7919 % (halls * days * 6)
        day, rest = divmod(place, halls * 6)
        hall, turn = divmod(rest, 6)
        moved = FIRST + timedelta(days=day)
        begins = OPENS + turn * 125 + (number % 37 == 0) * -40
        starts = datetime(moved.year, moved.month, moved.day) + begins * minute
        shift = starts - card.starts
        cards.append(card._replace(
            hall=hall + 1, day=moved, starts=starts, ends=card.ends + shift, event_starts=card.event_starts + shift,
            event_ends=card.event_ends + shift,
        ))  # fmt: skip
        slots.append(slot.at(hall + 1, calendar.wall_minute(moved, begins, ZONE)))
    order = sorted(range(events), key=lambda place: (cards[place].starts, cards[place].id))
    last = FIRST + timedelta(days=days - 1)
    rows = tuple(whole.halls[0]._replace(id=n + 1, names=FourNames(en=f"Hall {n + 1}")) for n in range(halls))
    span = calendar.opening_hours([FIRST + timedelta(days=n) for n in range(days)], OPENS, CLOSES, ZONE)
    facts = {n + 1: HallFacts(venue=1, hours=span, turnaround=5, turnaround_long=5) for n in range(halls)}
    return replace(
        whole, programme=whole.programme._replace(last_day=last), halls=rows,
        cards=tuple(cards[place] for place in order), slots=tuple(slots[place] for place in order),
        context=replace(whole.context, halls=facts),
    )  # fmt: skip


def frames(app: QApplication, view: BoardView, work: Callable[[], object], times: int) -> dict[str, float]:
    """Processor time of whole frames, each with everything `work` brings about in it; and the same by the clock.

    By the clock a frame is as long as the machine lets it be: what else runs there is in `wall_max`, too.
    """
    taken, walls = [], []
    for _ in range(times):
        begun, clock = time.process_time_ns(), time.monotonic_ns()
        view.hurry()
        work()
        view.viewport().repaint()
        taken.append((time.process_time_ns() - begun) / 1e6)
        walls.append((time.monotonic_ns() - clock) / 1e6)
        app.processEvents()
    taken.sort()
    place = min(len(taken) - 1, round(len(taken) * 0.99))
    return {
        "p50": round(statistics.median(taken), 2), "p99": round(taken[place], 2), "max": round(taken[-1], 2),
        "wall_p50": round(statistics.median(walls), 2), "wall_max": round(max(walls), 2),
        "wall_over_33": sum(wall > 33 for wall in walls),
    }  # fmt: skip


def moving(app: QApplication, events: int, halls: int, days: int) -> dict[str, object]:
    """A large festival in motion: scrolled down and across, zoomed by the wheel, an event dragged over the edge."""
    plan = Plan(spread(events, halls, days), "en")
    view = BoardView()
    view.resize(*SIZE)
    view.show_plan(plan)
    view.show()
    app.processEvents()
    view.settle()  # as it does by itself a moment later
    down, across = view.verticalScrollBar(), view.horizontalScrollBar()
    found: dict[str, object] = {
        "rows": len(view.board.rows) if view.board else 0,
        "findings": len(plan.findings),
        "layout_ms": median_ms(view._lay_out, 3),
        "scroll_ms": frames(app, view, lambda: down.setValue(down.value() + 72), 150),
        "jump_ms": frames(app, view, lambda: down.setValue((down.value() + 17_389) % max(1, down.maximum())), 60),
    }
    turns = iter(range(10_000))
    found["zoom_ms"] = frames(
        app, view, lambda: view.scale_by(1.12 if next(turns) // 20 % 2 == 0 else 1 / 1.12, 700), 80
    )
    view.scale_by(2.0)
    app.processEvents()
    found["across_ms"] = frames(
        app, view, lambda: across.setValue((across.value() + 60) % max(1, across.maximum())), 150
    )
    card = plan.schedule.cards[events // 2]
    carry = Carry(plan, card, plan.board.slot(card.id))
    view.set_carry(carry)

    def drag() -> None:
        number = next(turns)
        down.setValue(down.value() + 26)
        carry.to(plan.days[number % days], 1 + number % halls, OPENS + number * 5 % 600)

    found["drag_scroll_ms"] = frames(app, view, drag, 100)
    view.close()
    return found


def median_ms(work: Callable[[], object], times: int) -> float:
    """The median processor time of `work` in milliseconds."""
    taken = []
    for _ in range(times):
        begun = time.process_time_ns()
        work()
        taken.append((time.process_time_ns() - begun) / 1e6)
    return round(statistics.median(taken), 3)


def measure(app: QApplication, events: int, length: int, gap: int) -> dict[str, float]:
    """All figures for one plan."""
    plan = Plan(full(events, length, gap), "en")
    view = BoardView()
    view.resize(*SIZE)
    view.show_plan(plan)
    view.show()
    app.processEvents()
    assert view.board is not None
    origin = view.origin()
    shown = view.board.rows_between(-origin.y(), SIZE[1] - origin.y())
    visible = sum(origin.x() + block.left < SIZE[0] for row in shown for block in row.blocks)

    def cold() -> None:
        view._tiles.clear()
        view.viewport().repaint()

    card = plan.schedule.cards[7]
    carry = Carry(plan, card, plan.board.slot(card.id))
    steps = iter(range(10_000))

    def step() -> None:
        number = next(steps)
        before = carry.outcome.slot if carry.outcome else None
        carry.to(plan.days[0], 1 + number // 40 % HALLS, OPENS + number * 5 % 600)
        view.carried(before)
        app.processEvents()

    figures = {
        "visible": visible,
        "plan_ms": median_ms(lambda: Plan(plan.schedule, "en"), 3),
        "layout_ms": median_ms(view._lay_out, 3),
        "first_paint_ms": median_ms(cold, 3),
        "repaint_ms": median_ms(view.viewport().repaint, 20),
    }
    view.set_carry(carry)
    step()
    figures["drag_rule_ms"] = median_ms(lambda: carry.to(plan.days[0], 1, OPENS + next(steps) * 5 % 600), 200)
    figures["drag_step_ms"] = median_ms(step, 200)
    view.close()
    return figures


def run() -> dict[str, dict[str, object]]:
    """Films of two hours, and shorts, of which many more show at once; then large festivals in motion."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    theme().choose(Scheme.LIGHT)
    plans = {
        "200": (200, 100, 20),
        "2000": (2000, 100, 20),
        "2000_shorts": (2000, 10, 1),
        "10000_shorts": (10_000, 10, 1),
    }
    gc.collect()
    gc.freeze()  # as the program does once it stands
    found: dict[str, dict[str, object]] = {name: dict(measure(app, *plan)) for name, plan in plans.items()}
    found["2000_40_halls_30_days"] = moving(app, 2000, 40, 30)
    found["10000_60_halls_30_days"] = moving(app, 10_000, 60, 30)
    return found


if __name__ == "__main__":
    print(json.dumps(run(), indent=1))
