"""Where this could go: free places ranked, each with what speaks for it and what against, as values."""

from datetime import date
from enum import StrEnum
from typing import NamedTuple

from app.domain import weights
from app.domain.board import Board
from app.domain.calendar import day_of, wall_minute
from app.domain.kinds import ScreeningStatus
from app.domain.places import Choices, Place, free_places
from app.domain.screenings import Finding, Severity, Slot
from app.domain.weights import Wish


class Reason(StrEnum):
    """What speaks for or against a place. Comments name the values that come with it."""

    PRIME_TIME = "prime_time"
    HALL_FITS = "hall_fits"  # expected, seats
    HALL_SMALL = "hall_small"  # expected, seats
    HALL_LARGE = "hall_large"  # expected, seats
    GUEST_THERE = "guest_there"  # person
    GUEST_AWAY = "guest_away"  # person
    OTHER_DAY = "other_day"  # day: no other showing of the title then
    SAME_DAY = "same_day"  # day: the title is shown that day already
    OTHER_HALL = "other_hall"
    SAME_HALL = "same_hall"
    STAYS_IN_HALL = "stays_in_hall"
    STAYS_ON_DAY = "stays_on_day"
    STRAND_BESIDE = "strand_beside"  # another show of a strand that stands alone runs then
    FINDING = "finding"  # a warning or wish it brings
    AFTER_MOVE = "after_move"  # slot: free once that event has moved


class Said(NamedTuple):
    """A reason with its values."""

    reason: Reason
    values: tuple[tuple[str, int | str | date], ...] = ()
    finding: Finding | None = None


class Suggestion(NamedTuple):
    """A place with its points and reasons; `first` to `last` are the starts that are free, of the whole event."""

    place: Place
    starts: int
    points: int
    good: tuple[Said, ...]
    bad: tuple[Said, ...]
    after: tuple[int, ...] = ()


MOST = 60
"""Free stretches that are weighed before the best are told."""


def ranked(slot: Slot, board: Board, choices: Choices, limit: int = 8) -> list[Suggestion]:
    """The best free places for an event, or for a title that waits, the best first.

    Points are those of app.domain.weights, less the prices of the findings the place would bring. When nothing is
    free, places that one other event, neither locked nor confirmed, would have to leave.
    """
    lead = slot.body_start - slot.start
    found = []
    for place in free_places(slot, board, choices, MOST):
        tried = _tried(place, board, choices, lead)
        found += [_weighed(slot, place._replace(start=start), board) for start in tried]
    best: dict[tuple[int, date, int], Suggestion] = {}
    for one in sorted(found, key=_order):
        best.setdefault((one.place.hall, one.place.day, one.place.first), one)
    chosen = sorted(best.values(), key=_order)[:limit]
    return chosen or _after_moves(slot, board, choices, limit)


def _tried(place: Place, board: Board, choices: Choices, lead: int) -> set[int]:
    """The start that is nearest, and the first one in prime time."""
    _territory, zone = board.context.place(place.hall)
    prime = wall_minute(place.day, board.context.prime[0], zone) - lead
    prime += -(prime + lead) % choices.grid
    return {place.start, min(max(place.first, prime), place.last)}


def _weighed(slot: Slot, place: Place, board: Board) -> Suggestion:
    """One place with everything that speaks for it and against."""
    there = slot.at(place.hall, place.start)
    said = [*_time(there, board), *_hall(there, board), *_guests(there, board), *_others(there, board)]
    if slot.hall is not None:
        if place.hall == slot.hall:
            said.append((3, Said(Reason.STAYS_IN_HALL)))
        if place.day == board.day(slot):
            said.append((5, Said(Reason.STAYS_ON_DAY)))
    for finding in board.check(there):
        if finding.severity is not Severity.ERROR:
            price = weights.price(finding, board.context)
            if price:
                said.append((-price, Said(Reason.FINDING, (), finding)))
    good = tuple(one for points, one in sorted(said, key=lambda pair: -pair[0]) if points > 0)
    bad = tuple(one for points, one in sorted(said, key=lambda pair: pair[0]) if points <= 0)
    return Suggestion(place, there.body_start, sum(points for points, _one in said), good, bad)


def _time(there: Slot, board: Board) -> list[tuple[int, Said]]:
    context = board.context
    _territory, zone = context.place(there.hall)
    day = day_of(there.body_start, context.day_start, zone)
    first, after = (wall_minute(day, minute, zone) for minute in context.prime)
    if first <= there.body_start < after:
        return [(weights.points(Wish.PRIME_TIME, context), Said(Reason.PRIME_TIME))]
    return []


def _hall(there: Slot, board: Board) -> list[tuple[int, Said]]:
    facts = board.context.halls.get(there.hall or 0)
    if facts is None or not facts.seats or not there.expected:
        return []
    small, large = sorted((facts.seats, there.expected))
    points = weights.points(Wish.HALL_FIT, board.context) * small // large
    values = (("expected", there.expected), ("seats", facts.seats))
    if small * 4 >= large * 3:
        return [(points, Said(Reason.HALL_FITS, values))]
    reason = Reason.HALL_SMALL if facts.seats < there.expected else Reason.HALL_LARGE
    return [(points - weights.points(Wish.HALL_FIT, board.context), Said(reason, values))]


def _guests(there: Slot, board: Board) -> list[tuple[int, Said]]:
    context = board.context
    facts = context.entries.get(there.entry) if there.entry is not None else None
    found = []
    for guest in facts.guests if facts else ():
        spans = context.people.get(guest)
        here = spans is None or any(
            (span.starts is None or span.starts <= there.start) and (span.ends is None or there.end <= span.ends)
            for span in spans
        )
        points = weights.points(Wish.GUEST_THERE, context) if here else 0
        found.append((points, Said(Reason.GUEST_THERE if here else Reason.GUEST_AWAY, (("person", guest),))))
    return found


def _others(there: Slot, board: Board) -> list[tuple[int, Said]]:
    """Other showings of the title, and of a strand that stands alone."""
    found: list[tuple[int, Said]] = []
    day, works = board.day(there), set(there.works)
    shown = [one for one in board.slots if one.live and one.id != there.id and works.intersection(one.works)]
    if shown:
        same_day = any(board.day(one) == day for one in shown)
        found.append(
            (-20, Said(Reason.SAME_DAY, (("day", day),))) if same_day else (6, Said(Reason.OTHER_DAY, (("day", day),)))
        )
        same_hall = any(one.hall == there.hall for one in shown)
        found.append((-4, Said(Reason.SAME_HALL)) if same_hall else (2, Said(Reason.OTHER_HALL)))
    strand = board.context.strands.get(there.strand) if there.strand is not None else None
    if strand is not None and strand.alone:
        beside = [
            one.id
            for one in board.slots
            if one.live and one.id != there.id and one.strand == there.strand
            and one.body_start < there.body_end and there.body_start < one.body_end
        ]  # fmt: skip
        if beside:
            found.append((-weights.points(Wish.STRAND_ALONE, board.context) * len(beside), Said(Reason.STRAND_BESIDE)))
    return found


def _after_moves(slot: Slot, board: Board, choices: Choices, limit: int) -> list[Suggestion]:
    """Where the event could go if one other that is only pencilled in left its place; that one must have another."""
    found: list[Suggestion] = []
    for other in sorted(
        (one for one in board.slots if _gives_way(one, slot)), key=lambda one: (one.end - one.start, one.id)
    ):
        if len(found) >= limit:
            break
        without = Board((one for one in board.slots if one.id != other.id), board.context)
        places = [one for one in free_places(slot, without, choices, MOST) if one.hall == other.hall]
        near = [one for one in places if one.first <= other.end and other.start <= one.last + slot.end - slot.start]
        if not near:
            continue
        taken = near[0]
        then = Board((*without.slots, slot.at(taken.hall, taken.start)), board.context)
        if free_places(other, then, choices, 1):
            one = _weighed(slot, taken, without)
            said = Said(Reason.AFTER_MOVE, (("slot", other.id),))
            found.append(one._replace(points=one.points - 40, bad=(said, *one.bad), after=(other.id,)))
    return sorted(found, key=_order)


def _gives_way(other: Slot, slot: Slot) -> bool:
    return (
        other.live
        and other.id != slot.id
        and not other.locked
        and not other.blocker
        and other.status is ScreeningStatus.TENTATIVE
    )


def _order(one: Suggestion) -> tuple[int, tuple[int, int], int, int]:
    return -one.points, one.place.far, one.place.hall, one.place.start
