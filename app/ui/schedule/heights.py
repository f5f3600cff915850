"""How high the rows of the board are, alone and together, before they are laid out."""

from datetime import date
from typing import TYPE_CHECKING

from app.ui.schedule.plan import Plan
from app.ui.schedule.sight import Mode, Sight, groups

if TYPE_CHECKING:
    from app.ui.schedule.board import Scale

BETWEEN = 6
"""Pixels of a row that a block leaves free, half above and half below."""


def row_height(plan: Plan, scale: "Scale", day: date, hall: int) -> int:
    """How high the row of a hall on a day is: higher where events overlap."""
    return max(scale.row, plan.lane_count(day, hall) * scale.lane + BETWEEN)


def height_of(plan: Plan, scale: "Scale", sight: Sight, room: float) -> tuple[float, int]:
    """How high all rows and bands are together, and how many rows; no more is counted once `room` is used up."""
    total, count, ends_in_rows = 0.0, 0, False
    sight = sight.settled(plan)
    for group in groups(plan, sight):
        folded = group.fold in sight.folded and sight.mode is Mode.WEEK
        total += scale.band * (group.opens + folded)
        ends_in_rows = bool(group.places) and not folded
        if ends_in_rows:
            total += sum(row_height(plan, scale, day, hall) for day, hall in group.places) + scale.gap
            count += len(group.places)
        if total - scale.gap > room:
            break
    return total - scale.gap if ends_in_rows else total, count
