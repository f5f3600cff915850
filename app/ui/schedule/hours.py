"""From when to when the board reaches: the hours in use, the hours halls are open, and all of them."""

from app.ui.schedule.plan import Plan, hours_of, minutes_after

MARGIN = 30
"""Minutes shown before the first and after the last event."""

USUAL = (10 * 60, 24 * 60)
"""Hours shown while there is nothing to go by."""


def used_hours(plan: Plan) -> tuple[int, int]:
    """The first and last minute of the day with an event, and half an hour around them; else opening hours."""
    cards = plan.schedule.cards
    if not cards:
        return open_hours(plan)
    first = min(minutes_after(card.day, card.event_starts) for card in cards) - MARGIN
    last = max(minutes_after(card.day, card.event_ends) for card in cards) + MARGIN
    return first, max(last, first + 6 * 60)


def open_hours(plan: Plan) -> tuple[int, int]:
    """From when to when any hall is open."""
    hours = [hours_of(hall) for hall in plan.schedule.halls] or [USUAL]
    return min(opens for opens, _ in hours), max(closes for _, closes in hours)


def whole_hours(plan: Plan) -> tuple[int, int]:
    """All that can be scrolled to: events and opening hours."""
    used, opened = used_hours(plan), open_hours(plan)
    return min(used[0], opened[0] - MARGIN), max(used[1], opened[1] + MARGIN)
