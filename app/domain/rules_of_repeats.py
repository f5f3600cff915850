"""R15: showings of one title lie apart: on other days, in other halls, at other hours. Each town counts by itself."""

from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from app.domain.context import Context
from app.domain.following import KNOWN_AUDIENCE
from app.domain.journeys import stop_of
from app.domain.screenings import Clash, Finding, Party, PartyKind, Slot, found, hall_of

DAYS = 1
"""Days from one showing to the next, unless the programme has set R15 to more: that is not the same day."""

HOUR = 60
"""Starts nearer than this by the clock reach the same people."""


def apart(work: int, events: Collection[Slot], context: Context) -> Iterator[Finding]:
    """R15 for the showings of a title for the public."""
    if len(events) < 2:  # noqa: PLR2004 - one showing repeats nothing
        return
    towns: dict[int | None, list[Slot]] = {}
    for slot in events:
        if slot.audience in KNOWN_AUDIENCE:
            towns.setdefault(stop_of(slot, context), []).append(slot)
    for stop, showings in towns.items():
        ordered = sorted(showings, key=lambda slot: (slot.body_start, slot.id))
        for earlier, later in pairwise(ordered):
            yield from _days(work, earlier, later, context)
        if len(ordered) > 1:
            yield from _same_hall(work, ordered, stop, context)
            yield from _same_hour(work, ordered, context)


def _days(work: int, earlier: Slot, later: Slot, context: Context) -> Iterator[Finding]:
    day, wanted = context.day(later), context.value("R15", DAYS)
    days = (day - context.day(earlier)).days
    parties = (Party(PartyKind.WORK, work), hall_of(earlier), hall_of(later))
    if days == 0:
        yield found(Clash.SAME_DAY, (earlier, later), later.body_start, (("day", day),), parties)
    elif days < wanted:
        values = (("days", days), ("wanted", wanted))
        yield found(Clash.SHOWINGS_CLOSE, (earlier, later), later.body_start, values, parties)


def _same_hall(work: int, showings: Sequence[Slot], stop: int | None, context: Context) -> Iterator[Finding]:
    """Always in one hall, though the town has others."""
    if len({slot.hall for slot in showings}) > 1 or not any(
        facts.plays_at(stop) and hall != showings[0].hall for hall, facts in context.halls.items()
    ):
        return
    parties = (Party(PartyKind.WORK, work), hall_of(showings[0]))
    yield found(Clash.SAME_HALL, showings, showings[1].body_start, (("showings", len(showings)),), parties)


def _same_hour(work: int, showings: Sequence[Slot], context: Context) -> Iterator[Finding]:
    hours = [slot.body_start - context.window(slot).first for slot in showings]
    gap = max(hours) - min(hours)
    if gap < HOUR and len({context.day(slot) for slot in showings}) > 1:
        parties = (Party(PartyKind.WORK, work), *dict.fromkeys(map(hall_of, showings)))
        yield found(Clash.SAME_HOUR, showings, showings[1].body_start, (("gap", gap),), parties)
