"""R16 and R18: what shall not run at the same time, and starts that crowd one foyer."""

from collections.abc import Collection, Iterator
from itertools import pairwise
from operator import attrgetter

from app.domain.context import Context
from app.domain.journeys import stop_of
from app.domain.screenings import Clash, Finding, Party, PartyKind, Slot, found, hall_of

STAGGER = 10
"""Minutes between starts in one building, unless the programme has set R18 otherwise."""


def against(earlier: Slot, later: Slot, _place: int, context: Context) -> Finding | None:
    """R16: two titles held apart."""
    if earlier.entry == later.entry:
        return None
    return _parallel(earlier, later, context, Clash.AGAINST)


def strand_alone(earlier: Slot, later: Slot, strand: int, context: Context) -> Finding | None:
    """R16: no two shows at once of a strand that runs alone."""
    return _parallel(earlier, later, context, Clash.STRAND_PARALLEL, Party(PartyKind.STRAND, strand))


def families(earlier: Slot, later: Slot, _all: int, context: Context) -> Finding | None:
    """R16: a family can come to either of two family shows."""
    return _parallel(earlier, later, context, Clash.FAMILY_PARALLEL)


def _parallel(earlier: Slot, later: Slot, context: Context, clash: Clash, *parties: Party) -> Finding | None:
    """Films that overlap in two halls of one town; in one hall R1 already says it."""
    overlap = min(earlier.body_end, later.body_end) - later.body_start
    if overlap <= 0 or earlier.hall == later.hall or stop_of(earlier, context) != stop_of(later, context):
        return None
    halls = (hall_of(earlier), hall_of(later))
    return found(clash, (earlier, later), later.body_start, (("overlap", overlap),), (*parties, *halls))


def staggered(_place: object, events: Collection[Slot], context: Context) -> Iterator[Finding]:
    """R18: shows in one building do not all begin together; said of each start and the next, not of every two."""
    for earlier, later in pairwise(sorted(events, key=_start)):
        yield from _together(earlier, later, context)


def staggered_about(_place: object, events: Collection[Slot], slot: Slot, context: Context) -> Iterator[Finding]:
    """R18 for one show: the start before it and the one after it."""
    needed, start = context.value("R18", STAGGER), slot.body_start
    near = [one for one in events if -needed < one.body_start - start < needed]
    if len(near) > 1:
        near.sort(key=_start)
        place = near.index(slot)
        for earlier, later in pairwise(near[max(0, place - 1) : place + 2]):
            yield from _together(earlier, later, context)


def _together(earlier: Slot, later: Slot, context: Context) -> Iterator[Finding]:
    gap, needed = later.body_start - earlier.body_start, context.value("R18", STAGGER)
    if gap < needed and earlier.hall != later.hall:
        values, halls = (("gap", gap), ("needed", needed)), (hall_of(earlier), hall_of(later))
        yield found(Clash.STARTS_TOGETHER, (earlier, later), later.body_start, values, halls)


_start = attrgetter("body_start", "id")
