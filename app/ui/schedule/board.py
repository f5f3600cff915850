"""Where everything on the board lies: rows, lanes, blocks and their tails, as plain numbers without any painting.

Lengths are device-independent pixels. x counts from the first minute shown, y from the first row;
minutes are those of the wall clock after midnight of the festival day.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import NamedTuple

from app.domain.kinds import PartKind
from app.domain.screenings import Clash, Finding
from app.store.programme_rows import HallRow
from app.store.schedule import BODY, Card
from app.ui.schedule.plan import Plan, hours_of, minutes_after

MARGIN = 30
"""Minutes shown before the first and after the last event."""

BETWEEN = 6
"""Pixels of a row that a block leaves free, half above and half below."""

USUAL = (10 * 60, 24 * 60)
"""Hours shown while there is nothing to go by."""


class Density(StrEnum):
    """How much a block has room to say."""

    WEEK = "week"
    DAY = "day"
    HOUR = "hour"


@dataclass(frozen=True, slots=True)
class Scale:
    """How large everything is: pixels of an hour, of a row, of the least lane in it, and between days."""

    hour: float
    density: Density
    row: int
    lane: int
    gap: int

    @property
    def minute(self) -> float:
        """Pixels of a minute."""
        return self.hour / 60

    @property
    def snap(self) -> int:
        """Minutes to which a drag keeps."""
        return 1 if self.density is Density.HOUR else 5


class Segment(NamedTuple):
    """One part of an event, from `left` to `right`."""

    kind: PartKind
    left: float
    right: float
    minutes: int


class Block(NamedTuple):
    """One event where it lies. `left` to `right` takes in the tails, `body_left` to `body_right` does not."""

    card: Card
    row: int
    left: float
    right: float
    top: float
    height: float
    body_left: float
    body_right: float
    tails: tuple[Segment, ...]

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return self.top + self.height


class Row(NamedTuple):
    """One hall on one day. `closed` are the stretches (left, right) in which it cannot be used."""

    number: int
    day: date
    hall: HallRow
    top: int
    height: int
    first: bool
    last: bool
    blocks: tuple[Block, ...]
    closed: tuple[tuple[float, float], ...]

    @property
    def bottom(self) -> int:
        """The y after it."""
        return self.top + self.height


class Overlap(NamedTuple):
    """Two events that claim the same thing at once: the stretch they share and the rows between them."""

    finding: Finding
    left: float
    right: float
    top: float
    bottom: float
    minutes: int


class Layout:
    """A plan laid out at one scale."""

    def __init__(self, plan: Plan, scale: Scale, span: tuple[int, int]) -> None:
        self.scale = scale
        self.first, self.last = span
        self.width = round((self.last - self.first) * scale.minute)
        self.blocks: dict[int, Block] = {}
        self.rows: tuple[Row, ...] = tuple(self._rows(plan))
        self._tops = [row.top for row in self.rows]
        self._places = {(row.day, row.hall.id): row for row in self.rows}
        self.height = self.rows[-1].bottom if self.rows else 0
        self.overlaps = tuple(self._overlaps(plan))

    # Questions

    def x(self, minute: float) -> float:
        """Where a minute of the day lies."""
        return (minute - self.first) * self.scale.minute

    def minute(self, x: float) -> float:
        """Which minute of the day lies at `x`."""
        return self.first + x / self.scale.minute

    def row_at(self, y: float) -> Row | None:
        """The row at `y`; a gap between days belongs to the row above."""
        if not self.rows or y < 0 or y >= self.height:
            return None
        return self.rows[max(0, bisect_right(self._tops, y) - 1)]

    def row_of(self, day: date, hall: int) -> Row | None:
        """The row of a hall on a day."""
        return self._places.get((day, hall))

    def rows_between(self, top: float, bottom: float) -> Sequence[Row]:
        """The rows that show between two heights."""
        begin = max(0, bisect_right(self._tops, top) - 1)
        return self.rows[begin : bisect_right(self._tops, bottom)]

    def block_at(self, x: float, y: float) -> Block | None:
        """The block under a point, the later one where two touch."""
        row = self.row_at(y)
        for block in reversed(row.blocks if row else ()):
            if block.left <= x <= block.right and block.top <= y <= block.bottom:
                return block
        return None

    def place(self, card: Card, row: Row, *, top: float | None = None, height: float | None = None) -> Block:
        """A block for an event in a row, wherever it is said to begin."""
        starts = self.x(minutes_after(row.day, card.starts))
        minute = self.scale.minute
        inside = [place for place, part in enumerate(card.parts) if part.kind in BODY]
        first, last = (inside[0], inside[-1]) if inside else (0, len(card.parts) - 1)
        before = sum(part.minutes for part in card.parts[:first])
        body = sum(part.minutes for part in card.parts[first : last + 1])
        x = left = starts - before * minute
        tails = []
        for place, part in enumerate(card.parts):
            if not first <= place <= last:
                tails.append(Segment(part.kind, x, x + part.minutes * minute, part.minutes))
            x += part.minutes * minute
        return Block(
            card, row.number, left, x,
            row.top + BETWEEN / 2 if top is None else top, row.height - BETWEEN if height is None else height,
            starts, starts + body * minute, tuple(tails),
        )  # fmt: skip

    # Making

    def _rows(self, plan: Plan) -> Iterable[Row]:
        cards: defaultdict[tuple[date, int], list[Card]] = defaultdict(list)
        for card in plan.schedule.cards:
            cards[card.day, card.hall].append(card)
        top = index = 0
        halls = plan.schedule.halls
        for day in plan.days:
            for place, hall in enumerate(halls):
                own = cards.get((day, hall.id), [])
                lanes = lanes_of(own)
                count = max(lanes, default=0) + 1
                height = max(self.scale.row, count * self.scale.lane + BETWEEN)
                last = place == len(halls) - 1
                bare = Row(index, day, hall, top, height, place == 0, last, (), self._closed(hall))
                row = bare._replace(blocks=tuple(self._blocks(bare, own, lanes, count)))
                self.blocks.update((block.card.id, block) for block in row.blocks)
                yield row
                top += height
                index += 1
            top += self.scale.gap

    def _blocks(self, row: Row, cards: list[Card], lanes: list[int], count: int) -> Iterable[Block]:
        room = (row.height - BETWEEN) / count
        for card, lane in zip(cards, lanes, strict=True):
            alone = count == 1 or not _meets(card, cards)
            if alone:
                yield self.place(card, row)
            else:
                yield self.place(card, row, top=row.top + BETWEEN / 2 + lane * room, height=room - 1)

    def _closed(self, hall: HallRow) -> tuple[tuple[float, float], ...]:
        opens, closes = (min(max(minute, self.first), self.last) for minute in hours_of(hall))
        spans = ((0.0, self.x(opens)), (self.x(closes), float(self.width)))
        return tuple(span for span in spans if span[1] - span[0] > 1)

    def _overlaps(self, plan: Plan) -> Iterable[Overlap]:
        for finding in plan.findings:
            minutes = finding.value("overlap")
            blocks = [self.blocks[slot] for slot in finding.slots if slot in self.blocks]
            if finding.clash not in (Clash.COPY_ELSEWHERE, Clash.HALL_TAKEN) or len(blocks) != 2:  # noqa: PLR2004 - a pair
                continue
            upper, lower = sorted(blocks, key=lambda block: (block.row, block.top))
            if self.rows[upper.row].day == self.rows[lower.row].day and isinstance(minutes, int):
                left = self.x(plan.minute_of_day(finding.at, self.rows[upper.row].day, self.rows[upper.row].hall.id))
                right = left + minutes * self.scale.minute
                yield Overlap(finding, left, right, upper.bottom, lower.top, minutes)


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


def _meets(card: Card, cards: Sequence[Card]) -> bool:
    return any(
        other is not card and other.event_starts < card.event_ends and card.event_starts < other.event_ends
        for other in cards
    )


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
