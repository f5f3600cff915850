"""R23: somebody on duty at every show, nobody twice at once, and a night's rest between two days."""

from collections.abc import Collection, Iterator
from itertools import pairwise

from app.domain.calendar import day_of
from app.domain.context import Context
from app.domain.screenings import Clash, Finding, Party, PartyKind, Slot, found, hall_of
from app.domain.surroundings import Duty

REST = 11 * 60
"""Minutes of rest between the last shift of a day and the first of the next, unless R23 is set otherwise."""


def planned(context: Context) -> bool:
    """Whether anybody has entered shifts."""
    return bool(context.duties)


def attended(slot: Slot, context: Context) -> Iterator[Finding]:
    """R23: on a day with shifts for its hall, an event has somebody on duty from its first minute to its last."""
    hall = None if slot.hall is None else context.halls.get(slot.hall)
    if hall is None or slot.blocker:
        return
    _day, first, after = context.window(slot)
    own = [d for d in context.duties if d.venue == hall.venue and (d.hall is None or d.hall == slot.hall)]
    today = sorted((d.starts, d.ends) for d in own if d.starts < after and d.ends > first)
    if not today:
        return
    minute = slot.start
    for starts, ends in today:
        if starts > minute:
            break
        minute = max(minute, ends)
    if minute < slot.end:
        until = min([starts for starts, _ends in today if starts > minute] + [slot.end])
        values = (("starts", minute), ("until", until))
        yield found(Clash.NOBODY_ON_DUTY, (slot,), minute, values, (hall_of(slot),))


def shifts(_plan: int, _events: Collection[Slot], context: Context) -> Iterator[Finding]:
    """R23: one shift at a time, and rest before those of the next day."""
    people: dict[int, list[Duty]] = {}
    for duty in context.duties:
        people.setdefault(duty.person, []).append(duty)
    for person in sorted(people):
        own = sorted(people[person], key=lambda duty: (duty.starts, duty.ends))
        yield from _overlaps(person, own)
        yield from _rests(person, own, context)


def _overlaps(person: int, own: list[Duty]) -> Iterator[Finding]:
    for earlier, later in pairwise(own):
        overlap = min(earlier.ends, later.ends) - later.starts
        if overlap > 0:
            values = (("overlap", overlap), ("starts", later.starts))
            yield found(Clash.SHIFTS_OVERLAP, (), later.starts, values, (Party(PartyKind.PERSON, person),))


def _rests(person: int, own: list[Duty], context: Context) -> Iterator[Finding]:
    needed = context.value("R23", REST)
    until = own[0].ends
    for earlier, later in pairwise(own):
        until = max(until, earlier.ends)
        gap = later.starts - until
        if 0 <= gap < needed and _day(earlier, context) != _day(later, context):
            values = (("gap", gap), ("needed", needed), ("until", until), ("starts", later.starts))
            yield found(Clash.REST_SHORT, (), later.starts, values, (Party(PartyKind.PERSON, person),))


def _day(duty: Duty, context: Context) -> object:
    return day_of(duty.starts, context.day_start, context.zone)
