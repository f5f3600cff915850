"""R25 and R29: room left for a repeat, and what it all costs."""

from collections.abc import Collection, Iterator
from datetime import date

from app.domain.context import Context, HallFacts
from app.domain.journeys import stop_of, town_of
from app.domain.screenings import Clash, Finding, Slot, found

ROOM = 120
"""Minutes that a repeat needs in a hall, unless the programme has set R25 otherwise."""


def room_left(day: date, events: Collection[Slot], context: Context) -> Iterator[Finding]:
    """R25: one hall has room for a repeat; a hall whose hours nobody knows may have it. Each town counts by itself."""
    needed = context.value("R25", ROOM)
    for stop in sorted({stop_of(slot, context) or 0 for slot in events}):
        here = [slot for slot in events if (stop_of(slot, context) or 0) == stop]
        halls = {number: facts for number, facts in context.halls.items() if facts.plays_at(stop or None)}
        window = context.window(here[0])
        if halls and not any(
            longest_free([slot for slot in here if slot.hall == number], facts, (window.first, window.after)) >= needed
            for number, facts in halls.items()
        ):
            at = min(slot.start for slot in here)
            yield found(Clash.NO_ROOM_LEFT, (), at, (("day", day), ("needed", needed)), town_of(here[0], context))


def longest_free(events: Collection[Slot], hall: HallFacts, window: tuple[int, int]) -> int:
    """The longest time of a day in which a hall is open and empty; the whole day if nobody knows its hours."""
    if not hall.hours:
        return window[1] - window[0]
    longest = 0
    for begins, ends_at in hall.hours:  # a hall open around the clock has one span for many days
        opens, closes = max(begins, window[0]), min(ends_at, window[1])
        if opens >= closes:
            continue
        free = opens
        for starts, ends in sorted((slot.start, slot.end) for slot in events):
            longest = max(longest, min(starts, closes) - free)
            free = max(free, ends)
        longest = max(longest, closes - free)
    return longest


def budgeted(context: Context) -> bool:
    """Whether there is a budget."""
    return context.budget is not None


def within_budget(_plan: int, events: Collection[Slot], context: Context) -> Iterator[Finding]:
    """R29: the fees of all showings and the hours of the halls stay within the budget, in hundredths."""
    fees, halls = 0, 0
    for slot in events:
        entry = context.entries.get(slot.entry) if slot.entry is not None else None
        fees += entry.fee if entry is not None else 0
        hall = context.halls.get(slot.hall) if slot.hall is not None else None
        if hall is not None and not slot.blocker:
            halls += (slot.end - slot.start) * hall.hour_cost
    planned, budget = fees + halls // 60, context.budget or 0
    if planned > budget:
        values = (("planned", planned), ("budget", budget), ("currency", context.currency))
        yield found(Clash.OVER_BUDGET, (), min(slot.start for slot in events), values, ())
