"""Repairs: what one could do about a finding, each tried on the board before it is offered."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from heapq import nsmallest
from itertools import islice, product
from typing import NamedTuple, TypeAlias

from app.domain.board import Board
from app.domain.kinds import ScreeningStatus
from app.domain.places import UNASKED, WHEREVER, Choices, nearest_place
from app.domain.repairs_of_shows import Lock, UseVersion, locks, other_versions
from app.domain.repairs_of_travel import SendCopy, sendings
from app.domain.screenings import Clash, Finding, PartyKind, Severity, Slot

PARTNERS = 40
"""How many neighbours in time are tried for a swap: farther ones are no help to a programmer."""


class MoveTo(NamedTuple):
    """Put one event elsewhere.

    `start` is that of the whole event, `starts` the public time, `ends` when it is over and `closes`
    when the hall closes, all in minutes since the epoch.
    """

    slot: int
    hall: int
    start: int
    starts: int
    ends: int
    closes: int
    after: tuple[Slot, ...]


class UseCopy(NamedTuple):
    """Play another copy of the same version. `arrives`: when it is ready, None when it is here."""

    slot: int
    instead_of: int
    copy: int
    arrives: int | None
    after: tuple[Slot, ...]


class Swap(NamedTuple):
    """Let two events change places, by public time. `tentative`: the other one is not confirmed yet."""

    slot: int
    other: int
    hall: int
    starts: int
    tentative: bool
    after: tuple[Slot, ...]


class ShortenTail(NamedTuple):
    """Take `minutes` off what follows the film (Q&A, clearing); `left` remain, `ends` is the new end."""

    slot: int
    minutes: int
    left: int
    ends: int
    after: tuple[Slot, ...]


class Unplace(NamedTuple):
    """Take one event off the schedule, back to the tray."""

    slot: int
    after: tuple[Slot, ...]


Repair: TypeAlias = MoveTo | UseCopy | UseVersion | Swap | ShortenTail | Lock | Unplace | SendCopy
"""Each carries `after`: the events as they will be, to show and to commit."""


def repairs(finding: Finding, board: Board, choices: Choices) -> list[Repair]:
    """What one could do about `finding`, best first; the card shows the first three.

    One of each kind before a second of any: the nearest place in the same hall, another copy,
    a shorter tail, a swap, another hall that day, another day; taking it off comes last. A copy that comes
    too late on a tour may be sent by itself: that is told second. Applying
    any of them removes the finding and brings no new error and no new warning. Locked events stay
    where they are; they may be played from another copy.
    """
    involved = [board.slot(number) for number in finding.slots if number in board]
    movers = sorted((slot for slot in involved if not slot.locked), key=_readiness)
    offers: list[Repair] = list(locks(finding, movers))
    here = finding.clash not in WHEREVER | UNASKED
    offers.extend(_back(finding, board))
    offers.extend(_first(_moves_in_hall(slot, board, choices) for slot in movers if here))
    offers.extend(_copies(finding, [*movers, *(slot for slot in involved if slot.locked)], board))
    versions = other_versions(finding, [*movers, *(slot for slot in involved if slot.locked)], board)
    offers.extend(islice((offer for offer in versions if cures(finding, offer.after, board)), 1))
    offers.extend(_tails(finding, board))
    offers.extend(_first(_swaps(slot, finding, board, choices) for slot in movers if here))
    offers.extend(_first(_moves_elsewhere(slot, board, choices) for slot in movers if here))
    if finding.clash is not Clash.NOT_PINNED:
        offers.extend(Unplace(slot.id, (slot.at(None, slot.start),)) for slot in movers[:1])
    good = [offer for offer in offers if cures(finding, offer.after, board)]
    return [*good[:1], *sendings(finding, board), *good[1:]]


def cures(finding: Finding, after: Sequence[Slot], board: Board) -> bool:
    """Whether the finding is gone with these events changed, and nothing new speaks against any of them.

    What was published moves where a must is broken, and not for less (R27).
    """
    moves = UNASKED if finding.severity is Severity.ERROR else frozenset[Clash]()
    before = {found.matter for slot in after for found in board.check(board.slot(slot.id))}
    for slot in after:
        beside = [other for other in after if other.id != slot.id]
        for found in board.check(slot, beside):
            if found.matter == finding.matter:
                return False
            new = found.matter not in before and found.clash not in moves
            if new and found.severity > Severity.WISH:
                return False
    return True


def _readiness(slot: Slot) -> tuple[bool, int, int]:
    """Which of several events to touch first: a tentative one, then the later."""
    return slot.status is ScreeningStatus.CONFIRMED, -slot.body_start, slot.id


def _first(attempts: Iterable[Iterator[Repair]]) -> list[Repair]:
    """What the first event offers for which anything can be done."""
    return next((offers for attempt in attempts if (offers := list(attempt))), [])


def _moves_in_hall(slot: Slot, board: Board, choices: Choices) -> Iterator[Repair]:
    if slot.hall is not None and board.day(slot) in choices.days:
        yield from _nearest(slot, board, choices._replace(halls=(slot.hall,), days=(board.day(slot),)))


def _moves_elsewhere(slot: Slot, board: Board, choices: Choices) -> Iterator[Repair]:
    """Another hall on the same day, and the best of the other days."""
    day = board.day(slot)
    halls = tuple(hall for hall in choices.halls or tuple(board.context.halls) if hall != slot.hall)
    days = tuple(other for other in choices.days if other != day)
    if halls and day in choices.days:
        yield from _nearest(slot, board, choices._replace(halls=halls, days=(day,)))
    yield from _nearest(slot, board, choices._replace(days=days))


def _nearest(slot: Slot, board: Board, choices: Choices) -> Iterator[MoveTo]:
    place = nearest_place(slot, board, choices)
    if place:
        moved = slot.at(place.hall, place.start)
        yield MoveTo(slot.id, place.hall, place.start, moved.body_start, moved.end, place.closes, (moved,))


def _back(finding: Finding, board: Board) -> Iterator[MoveTo]:
    """Back to where and when it was published."""
    for slot in (board.slot(number) for number in finding.slots if finding.clash is Clash.PUBLISHED_MOVED):
        published = board.context.published.get(slot.id)
        if published is not None and not slot.locked:
            hall, starts = published
            moved = slot.at(hall, starts - (slot.body_start - slot.start))
            yield MoveTo(slot.id, hall, moved.start, starts, moved.end, _closing(moved, board), (moved,))


def _closing(slot: Slot, board: Board) -> int:
    """When the hall of an event closes after it; the end of the event where nobody knows the hours."""
    facts = board.context.halls.get(slot.hall) if slot.hall is not None else None
    return next((closes for opens, closes in (facts.hours if facts else ()) if opens <= slot.start < closes), slot.end)


def _copies(finding: Finding, involved: Sequence[Slot], board: Board) -> Iterator[Repair]:
    """The other copy that is ready first, for the event that is touched most readily."""
    known = board.context.copies
    for slot, copy in product(involved, finding.party(PartyKind.COPY)):
        version = known[copy].version if copy in known else None
        if version is None or copy not in slot.copies:
            continue
        others = [number for number, facts in known.items() if facts.version == version and number not in slot.copies]
        for other in sorted(others, key=lambda number: (known[number].ready_from or 0, number)):
            offer = UseCopy(slot.id, copy, other, known[other].ready_from, (_with_copy(slot, copy, other),))
            if cures(finding, offer.after, board):
                yield offer
                return


def _tails(finding: Finding, board: Board) -> Iterator[Repair]:
    """The tail of the earlier event made shorter by what is missing in the hall."""
    if finding.clash not in (Clash.HALL_TAKEN, Clash.TURNAROUND_SHORT):
        return
    earlier, later = (board.slot(number) for number in finding.slots)
    turnaround = 0 if earlier.blocker or later.blocker else board.context.after(earlier)
    missing = turnaround - (later.start - earlier.end)
    left = earlier.end - earlier.body_end - missing
    if left >= 0 and not earlier.locked:
        ends = earlier.end - missing
        yield ShortenTail(earlier.id, missing, left, ends, (_ending(earlier, ends),))


def _swaps(slot: Slot, finding: Finding, board: Board, choices: Choices) -> Iterator[Repair]:
    """The nearest event in time with which `slot` may change places, tentative ones first."""
    halls = choices.halls or tuple(board.context.halls)
    others = [
        other
        for other in board.slots
        if other.live and not other.locked and other.id not in finding.slots and other.hall in halls
        if other.body_start != slot.body_start or other.hall != slot.hall
        if other.works != slot.works and not other.blocker
    ]  # fmt: skip
    near = nsmallest(PARTNERS, others, key=lambda other: (abs(other.body_start - slot.body_start), other.id))
    near.sort(key=lambda other: other.status is ScreeningStatus.CONFIRMED)
    for other in near:
        after = (_in_place_of(slot, other), _in_place_of(other, slot))
        past = choices.earliest is not None and min(moved.start for moved in after) < choices.earliest
        if past or other.hall is None or board.day(other) not in choices.days:
            continue
        if cures(finding, after, board):
            tentative = other.status is ScreeningStatus.TENTATIVE
            yield Swap(slot.id, other.id, other.hall, other.body_start, tentative, after)
            return


def _in_place_of(slot: Slot, other: Slot) -> Slot:
    """`slot` in the hall of `other`, with the public time of `other`."""
    return slot.at(other.hall, other.body_start - (slot.body_start - slot.start))


def _with_copy(slot: Slot, old: int, new: int) -> Slot:
    copies = tuple(new if copy == old else copy for copy in slot.copies)
    return replace(slot, copies=copies)


def _ending(slot: Slot, end: int) -> Slot:
    return replace(slot, end=end)
