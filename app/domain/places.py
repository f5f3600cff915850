"""Where could this go: the free places for an event, nearest first."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from app.domain.board import Board
from app.domain.calendar import DAY, wall_minute, window_of_day
from app.domain.screenings import Clash, Finding, Matter, Severity, Slot

UNAGREED = frozenset({Clash.RIGHTS_MISSING, Clash.RIGHTS_USE, Clash.RIGHTS_NOT_CLEARED, Clash.RIGHTS_NEGOTIATION})
"""Rights that may still come."""

UNSETTLED = UNAGREED | {
    Clash.LANGUAGE_MISSING, Clash.PAPER_MISSING, Clash.KEY_MISSING, Clash.NOT_PINNED, Clash.INTERPRETER_PAIR,
    Clash.NOBODY_UNDERSTANDS, Clash.POLICY_MISSED,
}  # fmt: skip
"""What may still come once an event has a place: rights, subtitles, papers, keys, an interpreter."""

WHEREVER = UNSETTLED - {Clash.KEY_MISSING} | {Clash.RIGHTS_TERRITORY, Clash.SHOWINGS_SPENT, Clash.AGE_AUDIENCE}
"""What no other place or hour cures; a place may be free in spite of it if it stood before."""

UNASKED = frozenset({Clash.PUBLISHED_MOVED})
"""What is true of every other place: whoever looks for one knows."""


class Choices(NamedTuple):
    """Where one may look: festival days, halls (empty: all that are known), hours and grid.

    `opens` and `closes` are minutes of the wall day (1,560 is two at night) for halls without hours of
    their own; `grid` minutes between public starts (R19); nothing before the minute `earliest`.
    """

    days: tuple[date, ...]
    halls: tuple[int, ...] = ()
    opens: int = 9 * 60
    closes: int = 24 * 60
    grid: int = 5
    earliest: int | None = None


class Place(NamedTuple):
    """A free stretch in a hall: the best `start` in it, and the first and last start that fit.

    `start` is the start of the whole event; `closes` the minute by which the hall must be empty;
    `far` says how far it is in kind and in minutes: the smaller the better.
    """

    hall: int
    day: date
    start: int
    first: int
    last: int
    closes: int
    far: tuple[int, int]


class Opening(NamedTuple):
    """A hall on a festival day: open from `opens` to `closes`, minutes since the epoch."""

    hall: int
    day: date
    opens: int
    closes: int


def free_places(slot: Slot, board: Board, choices: Choices, limit: int = 12) -> list[Place]:
    """The free places for `slot`, one for each free stretch: its own hall and day first.

    Then other halls on that day (those of the same venue first), then other days at about the same
    hour; for an unplaced event the earliest. Free means that no rule speaks against it (wishes do not count)
    which did not already speak against the event wherever it is; an event that is not placed yet may be
    pencilled in while rights, papers and keys are still waited for. Round hours are preferred to odd ones
    unless the event began at an odd one.
    """
    search = _Search(slot, board, choices)
    found = [place for opening in openings(board, choices) for place in search.stretches(opening)]
    return sorted(found, key=_by_distance)[:limit]


def nearest_place(slot: Slot, board: Board, choices: Choices) -> Place | None:
    """The best free place of all, None when there is none."""
    search = _Search(slot, board, choices)
    best: Place | None = None
    for opening in sorted(openings(board, choices), key=search.nearest):
        if best is not None and search.nearest(opening) > best.far:
            break
        best = min((*search.stretches(opening), *((best,) if best else ())), key=_by_distance, default=None)
    return best


def openings(board: Board, choices: Choices) -> Iterator[Opening]:
    """Every hall on every day one may look at, with its hours on that day."""
    context = board.context
    for day in choices.days:
        for hall in choices.halls or tuple(context.halls):
            _territory, zone = context.place(hall)
            first, after = window_of_day(day, context.day_start, zone)
            facts = context.halls.get(hall)
            hours = facts.hours if facts else ()
            if not hours:
                hours = ((wall_minute(day, choices.opens, zone), wall_minute(day, choices.closes, zone)),)
            for opens, closes in hours:
                if first <= opens < after:
                    yield Opening(hall, day, max(opens, choices.earliest or opens), closes)


def tolerated(slot: Slot, board: Board) -> frozenset[Matter]:
    """What speaks against an event in whatever place, and so against no place in particular."""
    return frozenset(finding.matter for finding in board.check(slot) if finding.clash in WHEREVER)


class _Search:
    """One event in search of a place: what does not change from hall to hall."""

    def __init__(self, slot: Slot, board: Board, choices: Choices) -> None:
        self.slot, self.board, self.grid = slot, board, choices.grid
        self.lead, self.length = slot.body_start - slot.start, slot.end - slot.start
        self.rough = roughness(slot.body_start) if slot.hall is not None else 0
        self.tolerated = tolerated(slot, board)
        self.unasked = UNASKED if slot.live else UNASKED | UNSETTLED
        self.day = board.day(slot)
        facts = board.context.halls.get(slot.hall) if slot.hall is not None else None
        self.venue = facts.venue if facts else None

    def tier(self, opening: Opening) -> int:
        """How far in kind: own hall and day, same venue that day, other venue that day, other days."""
        if self.slot.hall is None or (opening.hall == self.slot.hall and opening.day == self.day):
            return 0
        if opening.day != self.day:
            return 3
        facts = self.board.context.halls.get(opening.hall)
        return 1 if facts and facts.venue == self.venue else 2

    def nearest(self, opening: Opening) -> tuple[int, int]:
        """The least distance any start in this opening can have."""
        if self.slot.hall is None:
            return 0, opening.opens
        days = abs((opening.day - self.day).days)
        return self.tier(opening), days * 240 + (0 if opening.hall == self.slot.hall else 60)

    def minutes(self, opening: Opening, start: int) -> int:
        """How far in time: another hall counts as one hour, another day as four, an odder minute as some more."""
        rough = max(0, roughness(start + self.lead) - self.rough)
        if self.slot.hall is None:
            return start + rough
        days = (opening.day - self.day).days
        return abs(start - self.slot.start - days * DAY) + self.nearest(opening)[1] + rough

    def stretches(self, opening: Opening) -> Iterator[Place]:
        """The free stretches in one hall on one day."""
        for begin, end in self._gaps(opening):
            run: list[int] = []
            first = begin + -(begin + self.lead) % self.grid
            for start in range(first, end - self.length + 1, self.grid):
                if self._fits(opening.hall, start):
                    run.append(start)
                elif run:
                    yield self._best(run, opening)
                    run = []
            if run:
                yield self._best(run, opening)

    def _gaps(self, opening: Opening) -> Iterator[tuple[int, int]]:
        """The times within the opening when nothing else is in the hall."""
        free = opening.opens
        for other in self.board.in_hall(opening.hall, opening.opens, opening.closes):
            if other.id != self.slot.id:
                if other.start > free:
                    yield free, other.start
                free = max(free, other.end)
        if free < opening.closes:
            yield free, opening.closes

    def _fits(self, hall: int, start: int) -> bool:
        against = self.board.check(self.slot.at(hall, start))
        return all(found.severity is Severity.WISH or self._bearable(found) for found in against)

    def _bearable(self, found: Finding) -> bool:
        """What spoke against it before, what comes later anyway, and that its time was published: it has to go."""
        return found.clash in self.unasked or found.matter in self.tolerated

    def _best(self, run: list[int], opening: Opening) -> Place:
        far, start = min((self.minutes(opening, one), one) for one in run)
        return Place(opening.hall, opening.day, start, run[0], run[-1], opening.closes, (self.tier(opening), far))


def roughness(public: int) -> int:
    """How many minutes farther one goes for the whole or half hour, or else the quarter."""
    return 0 if public % 30 == 0 else 20 if public % 15 == 0 else 35


def _by_distance(place: Place) -> tuple[tuple[int, int], int, int]:
    return place.far, place.hall, place.start
