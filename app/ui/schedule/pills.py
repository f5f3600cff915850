"""How long two events claim the same thing, in words, beside their titles and never over them."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from PySide6.QtCore import QRectF

from app.i18n.active import ngettext
from app.ui.schedule.blocks import ONE_LINE
from app.ui.schedule.board import Block, Layout, Overlap
from app.ui.theme import theme
from app.ui.widgets.draw import width_of

TALL = 16
APART = 2


class Pill(NamedTuple):
    """What is said of an overlap, and where, in content coordinates. `events` are the two it is about."""

    words: str
    rect: QRectF
    events: tuple[int, ...]


def pills(layout: Layout, overlaps: Iterable[Overlap]) -> tuple[Pill, ...]:
    """One pill for each overlap, each where it covers no title and no other pill, if there is such a place."""
    made: list[Pill] = []
    for overlap in overlaps:
        pair = [layout.blocks[event] for event in overlap.finding.slots]
        upper, lower = sorted(pair, key=lambda block: (block.row, block.top))
        words = ngettext("{n} min overlap", "{n} min overlap", overlap.minutes)
        wide, tall = width_of(theme().font("label_strong"), words) + theme().px(14), theme().px(TALL)
        if upper.row == lower.row:
            spots, quiet = _beside(upper, lower, wide), _blocks(layout, upper.row, lower.row)
        else:
            spots, quiet = _between(overlap, lower, wide), []
        titles = [_title(block) for block in _blocks(layout, upper.row, lower.row)]
        full = [*titles, *(pill.rect.adjusted(-APART, -APART, APART, APART) for pill in made)]
        rects = [QRectF(round(x), round(y), wide, tall) for x, y in spots]
        best = min(rects, key=lambda rect: (_beyond(rect, layout), _covered(rect, full), _over(rect, quiet)))
        made.append(Pill(words, best, tuple(overlap.finding.slots)))
    return tuple(made)


def _beside(upper: Block, lower: Block, wide: float) -> Iterator[tuple[float, float]]:
    """Two events in one hall: after or before one of them in its own lane, else farther off, else at its end."""
    px = theme().px
    lefts = [(upper, upper.right + px(11)), (lower, lower.left - px(6) - wide)]
    lefts += [(lower, lower.right + px(11)), (upper, upper.left - px(6) - wide)]
    lefts += [(block, block.right + px(14) + wide) for block in (upper, lower)]
    lefts += [(block, block.left - px(10) - 2 * wide) for block in (upper, lower)]
    lefts += [(block, block.right - px(12) - wide) for block in (lower, upper)]
    for block, left in lefts:
        yield left, block.top + (block.height - px(TALL)) / 2


def _between(overlap: Overlap, lower: Block, wide: float) -> Iterator[tuple[float, float]]:
    """Two events in two halls: above the lower one, in the middle of what they share or to a side of it."""
    px = theme().px
    middle = (overlap.left + overlap.right) / 2 - wide / 2
    sides = (middle, overlap.right - wide, overlap.right + px(6), lower.left - wide, lower.right - wide - px(14))
    for y in (overlap.bottom - px(TALL - 2), overlap.bottom - px(TALL + 2)):
        for x in sides:
            yield x, y


def _blocks(layout: Layout, first: int, last: int) -> list[Block]:
    return [block for row in layout.rows[first : last + 1] for block in row.blocks]


def _title(block: Block) -> QRectF:
    """Where a block says its title; the first line of it is spared, the rest may be covered at its edge."""
    px = theme().px
    if block.height < ONE_LINE:
        return QRectF(block.body_left, block.top, min(block.body_right - block.body_left, px(90)), block.height)
    return QRectF(block.body_left, block.top + px(4), block.body_right - block.body_left, px(16))


def _beyond(rect: QRectF, layout: Layout) -> float:
    return max(0.0, -rect.left()) + max(0.0, rect.right() - layout.width)


def _covered(rect: QRectF, others: Iterable[QRectF]) -> float:
    return sum(both.width() * both.height() for other in others if not (both := rect & other).isEmpty())


def _over(rect: QRectF, blocks: Sequence[Block]) -> float:
    return _covered(rect, (QRectF(one.left, one.top, one.right - one.left, one.height) for one in blocks))
