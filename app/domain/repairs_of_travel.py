"""Repairs of journeys: a copy that comes too late with all the others is sent by itself."""

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from app.domain.board import Board
from app.domain.context import Context
from app.domain.journeys import copy_travels, stop_of
from app.domain.screenings import Finding, PartyKind, Slot
from app.domain.surroundings import Journey

WHOLE = 30
"""A guessed departure stands on a full or half hour."""


class SendCopy(NamedTuple):
    """Send a copy by air from one stop to another, for the event it would miss; the hours are guessed by the distance.

    `departs`, `arrives` and `ready`, past the customs, are minutes since the epoch; `hall` is where it is wanted.
    """

    slot: int
    copy: int
    origin: int
    target: int
    hall: int
    departs: int
    arrives: int
    ready: int
    hand_over: int
    after: tuple[Slot, ...]


def sendings(finding: Finding, board: Board) -> Iterator[SendCopy]:
    """What sending the copy would look like, where that lets it arrive in time everywhere."""
    copies = finding.party(PartyKind.COPY)
    if finding.rule != "R26" or len(copies) != 1 or len(finding.slots) != 2:  # noqa: PLR2004 - from one show to another
        return
    earlier, later = (board.slot(number) for number in finding.slots)
    context, copy = board.context, copies[0]
    way = stop_of(earlier, context), stop_of(later, context)
    flight = context.by_air.get((way[0] or 0, way[1] or 0))
    if flight is None or later.hall is None:
        return
    needed = max(flight.hand_over, context.value("R26", 0))
    departs = -(-(earlier.body_end + needed) // WHOLE) * WHOLE
    arrives = departs + flight.minutes
    origin, target = (way[0] or 0, way[1] or 0)
    sent = Journey(0, departs, arrives, flight.minutes, flight.hand_over, flight.customs)
    if _helps(finding, copy, (origin, target), sent, board):
        yield SendCopy(
            later.id, copy, origin, target, later.hall, departs, arrives, arrives + flight.customs, flight.hand_over,
            (later,),
        )  # fmt: skip


def _helps(finding: Finding, copy: int, way: tuple[int, int], sent: Journey, board: Board) -> bool:
    """Whether the finding is gone when the copy goes so, and none came instead."""
    context = board.context
    own = {**context.sent.get(copy, {}), way: sent}
    slots = [slot for slot in board.slots if slot.live and copy in slot.copies and slot.hall is not None]
    before = _matters(copy, slots, context)
    after = _matters(copy, slots, replace(context, sent={**context.sent, copy: own}))
    return finding.matter not in after and after <= before


def _matters(copy: int, slots: list[Slot], context: Context) -> set[object]:
    return {found.matter for found in copy_travels(copy, slots, context)}
