"""Where everything on the board lies: rows, lanes, blocks and their tails, as plain numbers without any painting.

Lengths are device-independent pixels. x counts from the first minute shown, y from the first row;
minutes are those of the wall clock after midnight of the festival day.
"""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple
from weakref import ref

from app.domain.kinds import PartKind
from app.domain.screenings import Finding
from app.store.programme_rows import HallRow
from app.store.schedule import BODY, BlockerRow, Card
from app.ui.schedule.heights import BETWEEN, row_height
from app.ui.schedule.lanes import lanes_of, meets
from app.ui.schedule.plan import Plan, minutes_after
from app.ui.schedule.sight import Group, Mode, Sight, groups


class Density(StrEnum):
    """How much a block has room to say."""

    WEEK = "week"
    DAY = "day"
    HOUR = "hour"


@dataclass(frozen=True, slots=True)
class Scale:
    """How large everything is: pixels of an hour, of a row, of the least lane in it, between days, and of a band."""

    hour: float
    density: Density
    row: int
    lane: int
    gap: int
    band: int = 28

    @property
    def minute(self) -> float:
        """Pixels of a minute."""
        return self.hour / 60

    @property
    def snap(self) -> int:
        """Minutes to which a drag keeps."""
        return 1 if self.density is Density.HOUR else 5


class Segment(NamedTuple):
    """One part of an event, from `left` to `right`; `place` counts the parts from 0."""

    kind: PartKind
    left: float
    right: float
    minutes: int
    place: int = 0


class Block(NamedTuple):
    """One event where it lies. `left` to `right` takes in the tails, `body_left` to `body_right` does not.

    `inner` are the parts of the body where it has several: films shown in one event.
    """

    card: Card
    row: int
    left: float
    right: float
    top: float
    height: float
    body_left: float
    body_right: float
    tails: tuple[Segment, ...]
    inner: tuple[Segment, ...] = ()

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return self.top + self.height


class Barred(NamedTuple):
    """A blocker in one row; `opens` and `closes`: whether the row above or below has it too is not so."""

    blocker: BlockerRow
    left: float
    right: float
    opens: bool
    closes: bool


@dataclass(eq=False)
class Row:
    """One hall on one day. What lies in it is worked out when it is first asked for: most rows are never seen."""

    number: int
    day: date
    hall: HallRow
    top: int
    height: int
    first: bool
    last: bool
    group: int
    home: "ref[Layout]" = field(repr=False)

    @property
    def layout(self) -> "Layout":
        """Where it belongs. It is held by who shows it: circles wait for the collector, and frames then wait for it."""
        found = self.home()
        assert found is not None
        return found

    @property
    def bottom(self) -> int:
        """The y after it."""
        return self.top + self.height

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """Its events where they lie, by their start."""
        return tuple(self.layout.blocks_in(self))

    @cached_property
    def closed(self) -> tuple[tuple[float, float], ...]:
        """The stretches (left, right) in which the hall cannot be used."""
        return tuple(self.layout.closed_in(self))

    @cached_property
    def barred(self) -> tuple[Barred, ...]:
        """What else keeps the hall from being used: breaks, rehearsals, other people."""
        return tuple(self.layout.barred_in(self))

    @property
    def content(self) -> object:
        """All that decides how it is painted, but for what its blocks say."""
        return self.day, self.hall, self.top, self.height, self.first, self.last, self.blocks, self.closed, self.barred


class Band(NamedTuple):
    """A line across the board that is no hall: the head of a stop, or a day that is folded."""

    top: int
    height: int
    group: Group
    folded: bool

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


class Blocks(Mapping[int, Block]):
    """The blocks in sight by the number of their event, each worked out with its row."""

    def __init__(self, layout: "Layout") -> None:
        self._home = ref(layout)

    @property
    def _layout(self) -> "Layout":
        found = self._home()
        assert found is not None
        return found

    def __getitem__(self, screening: int) -> Block:
        layout = self._layout
        card = layout.plan.cards[screening]
        row = layout.row_of(card.day, card.hall)
        if row is None:
            raise KeyError(screening)
        return next(block for block in row.blocks if block.card.id == screening)

    def __iter__(self) -> Iterator[int]:
        layout = self._layout
        return (card.id for row in layout.rows for card in layout.plan.at_place(row.day, row.hall.id))

    def __len__(self) -> int:
        return sum(1 for _ in self)


class Layout:
    """A plan laid out at one scale."""

    def __init__(self, plan: Plan, scale: Scale, span: tuple[int, int], sight: Sight | None = None) -> None:
        self.plan = plan
        self.scale = scale
        self.sight = (sight or Sight()).settled(plan)
        self.first, self.last = span
        self.width = round((self.last - self.first) * scale.minute)
        self.groups = groups(plan, self.sight)
        self.rows: list[Row] = []
        self.bands: list[Band] = []
        self.height = self._stack()
        self.blocks = Blocks(self)
        self._tops = [row.top for row in self.rows]
        self._places = {(row.day, row.hall.id): row for row in self.rows}
        self._overlaps_by_day: dict[date, tuple[Overlap, ...]] = {}
        self._first_rows: dict[date, Row] = {}
        for row in self.rows:
            self._first_rows.setdefault(row.day, row)

    # Questions

    def x(self, minute: float) -> float:
        """Where a minute of the day lies."""
        return (minute - self.first) * self.scale.minute

    def minute(self, x: float) -> float:
        """Which minute of the day lies at `x`."""
        return self.first + x / self.scale.minute

    def row_at(self, y: float) -> Row | None:
        """The row at `y`; a gap between days belongs to the row above, a band to nobody."""
        if not self.rows or y < 0 or y >= self.height:
            return None
        row = self.rows[max(0, bisect_right(self._tops, y) - 1)]
        return row if row.top <= y < row.bottom + (self.scale.gap if row.last else 0) else None

    def band_at(self, y: float) -> Band | None:
        """The band at `y`."""
        return next((band for band in self.bands if band.top <= y < band.bottom), None)

    @cached_property
    def under_bands(self) -> frozenset[int]:
        """The heights at which bands end: rows there have no free edge above."""
        return frozenset(band.bottom for band in self.bands)

    def row_of(self, day: date, hall: int) -> Row | None:
        """The row of a hall on a day."""
        return self._places.get((day, hall))

    def first_row(self, day: date) -> Row | None:
        """The first row of a day."""
        return self._first_rows.get(day)

    def top_of(self, day: date) -> int | None:
        """Where a day begins, folded or not; on a tour with the head of its stop."""
        for band in self.bands:
            if band.group.day == day and (band.folded or band.group.opens):
                return band.top
        row = self.first_row(day)
        return row.top - self.held_above(row) if row else None

    def held_above(self, row: Row) -> int:
        """How much the head of its stop takes above a row that is scrolled to the top."""
        return self.scale.band if any(group.opens for group in self.groups[: row.group + 1]) else 0

    def held(self, down: float) -> tuple[Band, float] | None:
        """The head of the stop whose rows show at a height, and how far the next one has pushed it up there."""
        heads = [band for band in self.bands if not band.folded]
        place = bisect_right([band.top for band in heads], down) - 1
        if place < 0:
            return None
        band = heads[place]
        after = heads[place + 1].top - down - band.height if place + 1 < len(heads) else 0.0
        return band, min(0.0, after)

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

    @property
    def overlaps(self) -> tuple[Overlap, ...]:
        """What is claimed twice at once, where both rows are in sight."""
        return tuple(one for day in self._first_rows for one in self.overlaps_on(day))

    def overlaps_on(self, day: date) -> tuple[Overlap, ...]:
        """The same of one day; worked out when it is first asked for."""
        known = self._overlaps_by_day.get(day)
        if known is None:
            known = self._overlaps_by_day[day] = tuple(self._overlaps(day))
        return known

    def place(self, card: Card, row: Row, *, top: float | None = None, height: float | None = None) -> Block:
        """A block for an event in a row, wherever it is said to begin."""
        starts = self.x(minutes_after(row.day, card.starts))
        minute = self.scale.minute
        inside = [place for place, part in enumerate(card.parts) if part.kind in BODY]
        first, last = (inside[0], inside[-1]) if inside else (0, len(card.parts) - 1)
        before = sum(part.minutes for part in card.parts[:first])
        body = sum(part.minutes for part in card.parts[first : last + 1])
        x = left = starts - before * minute
        tails: list[Segment] = []
        inner: list[Segment] = []
        for place, part in enumerate(card.parts):
            segment = Segment(part.kind, x, x + part.minutes * minute, part.minutes, place)
            (inner if first <= place <= last else tails).append(segment)
            x = segment.right
        return Block(
            card, row.number, left, x,
            row.top + BETWEEN / 2 if top is None else top, row.height - BETWEEN if height is None else height,
            starts, starts + body * minute, tuple(tails), tuple(inner) if len(inner) > 1 else (),
        )  # fmt: skip

    # Making

    def _stack(self) -> int:
        """Put bands and rows one under another; how high all of it is."""
        top = 0
        for number, group in enumerate(self.groups):
            folded = group.fold in self.sight.folded and self.sight.mode is Mode.WEEK
            if group.opens:
                self.bands.append(Band(top, self.scale.band, group, folded=False))
                top += self.scale.band
            if folded:
                self.bands.append(Band(top, self.scale.band, group, folded=True))
                top += self.scale.band
            elif group.places:
                top = self._add_rows(number, group, top) + self.scale.gap
        return top - self.scale.gap if self.rows and self.rows[-1].bottom + self.scale.gap == top else top

    def _add_rows(self, number: int, group: Group, top: int) -> int:
        halls = self.plan.halls
        for place, (day, hall) in enumerate(group.places):
            height = row_height(self.plan, self.scale, day, hall)
            last = place == len(group.places) - 1
            self.rows.append(Row(len(self.rows), day, halls[hall], top, height, place == 0, last, number, ref(self)))
            top += height
        return top

    def blocks_in(self, row: Row) -> Iterator[Block]:
        """The blocks of a row."""
        cards = self.plan.at_place(row.day, row.hall.id)
        lanes = lanes_of(cards)
        count = max(lanes, default=0) + 1
        room = (row.height - BETWEEN) / count
        for card, lane in zip(cards, lanes, strict=True):
            alone = count == 1 or not meets(card, cards)
            if alone:
                yield self.place(card, row)
            else:
                yield self.place(card, row, top=row.top + BETWEEN / 2 + lane * room, height=room - 1)

    def closed_in(self, row: Row) -> Iterator[tuple[float, float]]:
        """What lies between the opening hours of a row."""
        spans = self.plan.open_spans(row.day, row.hall.id)
        if spans is None:
            return
        at = float(self.first)
        for opens, closes in (*spans, (self.last, self.last)):
            until = min(max(opens, self.first), self.last)
            if self.x(until) - self.x(at) > 1:
                yield self.x(at), self.x(until)
            at = max(at, min(closes, self.last))

    def barred_in(self, row: Row) -> Iterator[Barred]:
        """The blockers of a row, and whether each goes on in the rows above and below."""
        halls = [hall for _day, hall in self.groups[row.group].places]
        place = halls.index(row.hall.id) if self.sight.mode is not Mode.HALL else -1
        for one in self.plan.blockers_at(row.day, row.hall.id):
            left = self.x(minutes_after(row.day, one.starts))
            opens = place <= 0 or halls[place - 1] not in one.halls
            closes = place < 0 or place + 1 == len(halls) or halls[place + 1] not in one.halls
            yield Barred(one, left, left + one.minutes * self.scale.minute, opens, closes)

    def barred_at(self, x: float, y: float) -> Barred | None:
        """The blocker under a point."""
        row = self.row_at(y)
        return next((one for one in (row.barred if row else ()) if one.left <= x <= one.right), None)

    def _overlaps(self, day: date) -> Iterator[Overlap]:
        for finding, minutes in self.plan.overlapping.get(day, ()):
            blocks = [self.blocks[slot] for slot in finding.slots if slot in self.blocks]
            if len(blocks) != 2:  # noqa: PLR2004 - a pair
                continue
            upper, lower = sorted(blocks, key=lambda block: (block.row, block.top))
            row = self.rows[upper.row]
            if row.group == self.rows[lower.row].group:
                left = self.x(self.plan.minute_of_day(finding.at, row.day, row.hall.id))
                yield Overlap(finding, left, left + minutes * self.scale.minute, upper.bottom, lower.top, minutes)
