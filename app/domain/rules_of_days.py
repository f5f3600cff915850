"""R4, R19, R27 and R30: the days of a festival, the grid of its starts, what was given out, and what frames it."""

from collections.abc import Collection, Iterator, Sequence

from app.domain.context import Context
from app.domain.kinds_of_plans import Occasion
from app.domain.screenings import Clash, Finding, Party, PartyKind, Slot, found, hall_of

GRID = 5
"""Minutes between starts that are easy to read and to print."""

PINNED = frozenset({Occasion.OPENING, Occasion.CLOSING, Occasion.GALA})


def days_known(context: Context) -> bool:
    """Whether the festival has days."""
    return bool(context.days)


def in_the_days(slot: Slot, context: Context) -> Sequence[Finding]:
    """R4: on a day of the festival; a show after midnight belongs to the evening."""
    day = context.day(slot)
    if day in context.days or slot.blocker:
        return ()
    values = (("day", day), ("first", min(context.days)), ("last", max(context.days)))
    return (found(Clash.DAY_OUTSIDE, (slot,), slot.body_start, values, (hall_of(slot),)),)


def on_the_grid(slot: Slot, context: Context) -> Sequence[Finding]:
    """R19: the public start lies on the grid, counted from midnight on the clocks of the hall."""
    if slot.blocker:
        return ()
    grid = max(1, context.value("R19", GRID))
    if (slot.body_start - context.window(slot).first + context.day_start) % grid == 0:
        return ()
    values = (("starts", slot.body_start), ("grid", grid))
    return (found(Clash.OFF_GRID, (slot,), slot.body_start, values, (hall_of(slot),)),)


def given_out(context: Context) -> bool:
    """Whether any time has been published."""
    return bool(context.published)


def as_published(slot: Slot, context: Context) -> Sequence[Finding]:
    """R27: what was published stays. The board adds which must would be broken if it had (`published.Moves`)."""
    published = context.published.get(slot.id)
    if published is None or published == (slot.hall, slot.body_start):
        return ()
    hall, body_start = published
    values = (("was_starts", body_start), ("starts", slot.body_start), ("later_by", slot.body_start - body_start))
    parties = tuple(dict.fromkeys((Party(PartyKind.HALL, hall), hall_of(slot))))
    return (found(Clash.PUBLISHED_MOVED, (slot,), slot.body_start, values, parties),)


def pinned(slot: Slot, _context: Context) -> Sequence[Finding]:
    """R30: opening, closing and galas are pinned down."""
    if slot.occasion not in PINNED or slot.locked:
        return ()
    values = (("occasion", slot.occasion.value),)
    return (found(Clash.NOT_PINNED, (slot,), slot.body_start, values, (hall_of(slot),)),)


def framed(events: Collection[Slot], _context: Context) -> Iterator[Finding]:
    """R30: nothing for the public before the opening has begun, nothing that begins after the closing has.

    Openings in several halls are in nobody's way among themselves, nor are closings.
    """
    rest = [slot for slot in events if slot.occasion not in (Occasion.OPENING, Occasion.CLOSING)]
    openings = [slot for slot in events if slot.occasion is Occasion.OPENING]
    closings = [slot for slot in events if slot.occasion is Occasion.CLOSING]
    first = min((*rest, *closings), key=lambda slot: (slot.body_start, slot.id), default=None)
    for slot in openings:
        if first is not None and first.body_start < slot.body_start:
            values = (("starts", slot.body_start), ("earlier", first.body_start))
            halls = (hall_of(first), hall_of(slot))
            yield found(Clash.OPENING_NOT_FIRST, (first, slot), first.body_start, values, halls)
    last = min((*rest, *openings), key=lambda slot: (-slot.body_start, slot.id), default=None)
    for slot in closings:
        if last is not None and last.body_start > slot.body_start:
            values = (("starts", slot.body_start), ("later", last.body_start))
            halls = (hall_of(slot), hall_of(last))
            yield found(Clash.CLOSING_NOT_LAST, (slot, last), last.body_start, values, halls)
