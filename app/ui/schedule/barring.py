"""Breaks and closed halls as things to carry and stretch: each of their halls as a card of one part."""

from datetime import timedelta

from app.domain.kinds import PartKind, ScreeningStatus
from app.domain.names import FourNames
from app.store.schedule import BlockerRow, Card, PartRow
from app.ui.schedule.plan import Plan


def blocker_of(plan: Plan, slot: int) -> BlockerRow | None:
    """The blocker that a slot of the board is part of."""
    return next((row for row in plan.schedule.blockers if slot in row.slots), None)


def blocker_row(plan: Plan, number: int) -> BlockerRow | None:
    """The blocker with this number."""
    return next((row for row in plan.schedule.blockers if row.id == number), None)


def cards_of(plan: Plan, row: BlockerRow) -> list[Card]:
    """A blocker as cards, one in each hall, under the numbers by which the rules know it."""
    ends = row.starts + timedelta(minutes=row.minutes)
    part = PartRow(0, PartKind.BREAK, row.minutes, None, None, None)
    return [
        Card(
            id=slot, hall=hall, day=row.day, starts=row.starts, ends=ends, event_starts=row.starts, event_ends=ends,
            zone=row.zone, title=plan.blocker_name(row), title_language=plan.language, second="", strand=None,
            entry=None, status=ScreeningStatus.CONFIRMED, locked=False, parts=(part,), note="", names=FourNames(),
        )
        for hall, slot in zip(row.halls, row.slots, strict=True)
    ]  # fmt: skip
