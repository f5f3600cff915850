"""R15: showings of one title lie apart: on other days, in other halls, at other hours. Each town counts by itself."""

from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise
from operator import attrgetter

from app.domain.context import Context, DayWindow
from app.domain.following import KNOWN_AUDIENCE
from app.domain.journeys import stop_of
from app.domain.screenings import Clash, Finding, Party, PartyKind, Slot, found, hall_of

DAYS = 1
"""Days from one showing to the next, unless the programme has set R15 to more: that is not the same day."""

HOUR = 60
"""Starts nearer than this by the clock reach the same people."""

TWO = 2
"""One showing repeats nothing."""

Showing = tuple[Slot, DayWindow]

_start = attrgetter("body_start", "id")


def apart(work: int, events: Collection[Slot], context: Context) -> Iterator[Finding]:
    """R15 for the showings of a title for the public."""
    if len(events) < TWO:
        return
    towns: dict[int | None, list[Slot]] = {}
    for slot in events:
        if slot.audience in KNOWN_AUDIENCE:
            towns.setdefault(stop_of(slot, context), []).append(slot)
    for stop, here in towns.items():
        showings = _in_order(here, context)
        for earlier, later in pairwise(showings):
            yield from _days(work, earlier, later, context)
        yield from _alike(work, showings, stop, context)


def apart_about(work: int, events: Collection[Slot], slot: Slot, context: Context) -> Iterator[Finding]:
    """R15 for one of the showings: the one before it, the one after it, and what it has in common with all."""
    if len(events) < TWO or slot.audience not in KNOWN_AUDIENCE:
        return
    stop = stop_of(slot, context)
    here = [one for one in events if one.audience in KNOWN_AUDIENCE and stop_of(one, context) == stop]
    if len(here) < TWO:
        return
    showings = _in_order(here, context)
    place = here.index(slot)
    if place:
        yield from _days(work, showings[place - 1], showings[place], context)
    if place + 1 < len(showings):
        yield from _days(work, showings[place], showings[place + 1], context)
    yield from _alike(work, showings, stop, context)


def _in_order(showings: list[Slot], context: Context) -> list[Showing]:
    """Showings in the order of their starts, each with its festival day; the list itself is sorted."""
    showings.sort(key=_start)
    return [(slot, context.window(slot)) for slot in showings]


def _days(work: int, earlier: Showing, later: Showing, context: Context) -> Iterator[Finding]:
    (one, before), (other, after) = earlier, later
    days = (after.day - before.day).days
    if days and days >= context.value("R15", DAYS):
        return
    parties = (Party(PartyKind.WORK, work), hall_of(one), hall_of(other))
    if days == 0:
        yield found(Clash.SAME_DAY, (one, other), other.body_start, (("day", after.day),), parties)
    else:
        values = (("days", days), ("wanted", context.value("R15", DAYS)))
        yield found(Clash.SHOWINGS_CLOSE, (one, other), other.body_start, values, parties)


def _alike(work: int, showings: Sequence[Showing], stop: int | None, context: Context) -> Iterator[Finding]:
    if len(showings) < TWO:
        return
    slots = [slot for slot, _window in showings]
    halls = {slot.hall for slot in slots}
    if len(halls) == 1 and _elsewhere(slots[0].hall, stop, context):
        parties: tuple[Party, ...] = (Party(PartyKind.WORK, work), hall_of(slots[0]))
        yield found(Clash.SAME_HALL, slots, slots[1].body_start, (("showings", len(slots)),), parties)
    hours = [slot.body_start - window.first for slot, window in showings]
    gap = max(hours) - min(hours)
    if gap < HOUR and showings[0][1].day != showings[-1][1].day:
        parties = (Party(PartyKind.WORK, work), *dict.fromkeys(map(hall_of, slots)))
        yield found(Clash.SAME_HOUR, slots, slots[1].body_start, (("gap", gap),), parties)


def _elsewhere(hall: int | None, stop: int | None, context: Context) -> bool:
    """Whether a town has another hall."""
    return any(facts.plays_at(stop) and other != hall for other, facts in context.halls.items())
