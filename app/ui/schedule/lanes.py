"""Which events of one hall and day overlap, and in which lane of the row each of them lies."""

from collections.abc import Sequence
from datetime import datetime  # noqa: TC003 - beside the other imports of every module

from app.store.schedule import Card


def lanes_of(cards: Sequence[Card]) -> list[int]:
    """For each event of a hall and day the lane it takes, so that no two in one lane overlap.

    `cards` come by their start. Both of two overlapping events stay visible, whatever the conflict.
    """
    lanes: list[int] = []
    ends: list[datetime] = []
    for card in cards:
        free = next((lane for lane, end in enumerate(ends) if end <= card.event_starts), len(ends))
        if free == len(ends):
            ends.append(card.event_ends)
        else:
            ends[free] = card.event_ends
        lanes.append(free)
    return lanes


def meets(card: Card, cards: Sequence[Card]) -> bool:
    """Whether an event overlaps any other."""
    return any(
        other is not card and other.event_starts < card.event_ends and card.event_starts < other.event_ends
        for other in cards
    )
