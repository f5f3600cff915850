"""An edge of a block in the hand: what comes before or after the film made longer or shorter."""

from datetime import timedelta
from typing import NamedTuple

from app.domain.kinds import PartKind
from app.store.schedule import BODY, Card, PartRow, tails
from app.ui.schedule.board import Block, Layout

NEAR = 5
"""Pixels from an edge at which it can be taken."""

LONGEST = 480
ELASTIC = frozenset({PartKind.TALK, PartKind.BREAK})
"""Parts of the body whose length is anybody's choice; a film has its own."""


class Edge(NamedTuple):
    """An edge of a part: at `x` on the board; `side` 1 is its end, -1 its beginning. `place` None: a Q&A to be made."""

    x: float
    place: int | None
    side: int


class Stretch(NamedTuple):
    """An event with an edge in the hand: `card` is the event as it would be."""

    card: Card
    place: int
    side: int

    @property
    def minutes(self) -> int:
        """How long the part would be."""
        return self.card.parts[self.place].minutes


def edges(board: Layout, block: Block) -> list[Edge]:
    """The edges of an event that can be taken, left to right."""
    parts = block.card.parts
    inside = [place for place, part in enumerate(parts) if part.kind in BODY]
    first, last = (inside[0], inside[-1]) if inside else (0, len(parts) - 1)
    x, found = block.left, []
    for place, part in enumerate(parts):
        if place < first:
            found.append(Edge(x, place, -1))
        x += part.minutes * board.scale.minute
        if place > last or (place == last and part.kind in ELASTIC):
            found.append(Edge(x, place, 1))
    if last == len(parts) - 1 and parts[last].kind not in ELASTIC:
        found.append(Edge(x, None, 1))
    return found


def edge_at(board: Layout, block: Block, x: float) -> Edge | None:
    """The edge near a point, if there is one."""
    near = [edge for edge in edges(board, block) if abs(edge.x - x) <= NEAR]
    return min(near, key=lambda edge: abs(edge.x - x)) if near else None


def taken(card: Card, edge: Edge) -> Stretch:
    """The event with that edge in the hand."""
    if edge.place is None:
        made = PartRow(0, PartKind.QA, 0, None, None, None)
        return Stretch(card._replace(parts=(*card.parts, made)), len(card.parts), 1)
    return Stretch(card, edge.place, edge.side)


def minutes_at(was: Stretch, whole: Block, scale: float, x: float) -> float:
    """How long the part would be with its edge at `x`; `whole` is the event as it lies, `scale` pixels of a minute."""
    parts = was.card.parts
    if was.side > 0:
        before = sum(part.minutes for part in parts[: was.place])
        return (x - whole.left) / scale - before
    after = sum(part.minutes for part in parts[was.place + 1 :])
    return (whole.right - x) / scale - after


def stretched(was: Stretch, minutes: int) -> Stretch:
    """The same with the part `minutes` long; what is held in the body does not vanish."""
    least = 5 if was.card.parts[was.place].kind in BODY else 0
    minutes = min(max(minutes, least), LONGEST)
    parts = list(was.card.parts)
    parts[was.place] = parts[was.place]._replace(minutes=minutes)
    return was._replace(card=with_parts(was.card, tuple(parts)))


def with_parts(card: Card, parts: tuple[PartRow, ...]) -> Card:
    """A card with other parts; the film keeps its start."""
    before, body, after = tails(parts)
    minute = timedelta(minutes=1)
    return card._replace(
        parts=parts, ends=card.starts + body * minute, event_starts=card.starts - before * minute,
        event_ends=card.starts + (body + after) * minute,
    )  # fmt: skip


def longer(card: Card, minutes: int) -> tuple[PartRow, ...]:
    """The parts with what follows the film so many minutes longer: its Q&A, else what is last; a Q&A is made."""
    parts = list(card.parts)
    body = [place for place, part in enumerate(parts) if part.kind in BODY]
    last = body[-1] if body else -1
    after = list(range(last + 1, len(parts)))
    place = next((n for n in after if parts[n].kind is PartKind.QA), after[-1] if after else None)
    if place is None and last >= 0 and parts[last].kind in ELASTIC:
        place = last
    if place is None:
        return (*parts, PartRow(0, PartKind.QA, minutes, None, None, None)) if minutes > 0 else card.parts
    asked = min(parts[place].minutes + minutes, LONGEST)
    if asked <= 0:
        if place == last:
            return card.parts
        del parts[place]
    else:
        parts[place] = parts[place]._replace(minutes=asked)
    return tuple(parts)
