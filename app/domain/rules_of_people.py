"""R5 and R6: guests, moderators and interpreters are in town, in one place at a time, with time for the way.

Everybody is needed for all parts of an event. What keeps somebody from the next town of a tour is told by R26.
"""

from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from app.domain.context import Context
from app.domain.journeys import Traveller, apart, between, stop_of
from app.domain.kinds_of_plans import PersonTask
from app.domain.screenings import Clash, Finding, Party, PartyKind, Slot, Value, found, hall_of
from app.domain.surroundings import Span

Values = tuple[tuple[str, Value], ...]

NOBODY = -1
"""No copy has this number: people need no ingest after the way."""


def booked(context: Context) -> bool:
    """Whether anybody has said when they are in town."""
    return bool(context.people)


class _Clashes(NamedTuple):
    """What can be wrong with somebody."""

    elsewhere: Clash
    travelling: Clash
    not_arrived: Clash
    gone: Clash


_GUEST = _Clashes(Clash.GUEST_ELSEWHERE, Clash.GUEST_TRAVELLING, Clash.GUEST_NOT_ARRIVED, Clash.GUEST_GONE)
_STAFF = _Clashes(Clash.STAFF_ELSEWHERE, Clash.STAFF_TRAVELLING, Clash.STAFF_NOT_ARRIVED, Clash.STAFF_GONE)


def guest_elsewhere(earlier: Slot, later: Slot, person: int, context: Context) -> Finding | None:
    """R5: a guest is in one place, and the way to another venue takes its time."""
    task = _task(person, earlier, later)
    return _elsewhere(earlier, later, person, context, task) if task is PersonTask.GUEST else None


def staff_elsewhere(earlier: Slot, later: Slot, person: int, context: Context) -> Finding | None:
    """R6: the same for whoever moderates or interprets at one of the two."""
    task = _task(person, earlier, later)
    return _elsewhere(earlier, later, person, context, task) if task is not PersonTask.GUEST else None


def _elsewhere(earlier: Slot, later: Slot, person: int, context: Context, task: PersonTask) -> Finding | None:
    if earlier.hall is None or later.hall is None or earlier.hall == later.hall:
        return None  # in one hall R1 already says it
    clashes, also = _told(task)
    both, at = (earlier, later), later.start
    times: Values = (("until", earlier.end), ("starts", at), *also)
    parties = (Party(PartyKind.PERSON, person), hall_of(earlier), hall_of(later))
    overlap = min(earlier.end, later.end) - at
    if overlap > 0:
        return found(clashes.elsewhere, both, at, (("overlap", overlap), *times), parties)
    gap, needed = at - earlier.end, context.way(NOBODY, earlier.hall, later.hall)
    if not 0 <= gap < needed or apart(earlier, later, context):
        return None
    return found(clashes.travelling, both, at, (("gap", gap), ("needed", needed), *times), parties)


def guest_in_town(slot: Slot, context: Context) -> Iterator[Finding]:
    """R5: a guest has arrived before the event and leaves after it."""
    for person in _people(slot):
        if _task(person, slot) is PersonTask.GUEST:
            yield from _in_town(slot, person, context, PersonTask.GUEST)


def staff_in_town(slot: Slot, context: Context) -> Iterator[Finding]:
    """R6: the same for moderators and interpreters."""
    for person in _people(slot):
        task = _task(person, slot)
        if task is not PersonTask.GUEST:
            yield from _in_town(slot, person, context, task)


def _in_town(slot: Slot, person: int, context: Context, task: PersonTask) -> Iterator[Finding]:
    spans = spans_of(person, slot, context)
    if not spans or any(_covers(span, slot) for span in spans):
        return
    clashes, also = _told(task)
    parties = (Party(PartyKind.PERSON, person), hall_of(slot))
    arrives = min((span.starts for span in spans if span.starts is not None and span.starts > slot.start), default=None)
    leaves = max((span.ends for span in spans if span.ends is not None and span.ends < slot.end), default=None)
    if leaves is not None and (arrives is None or arrives >= slot.end):
        values: Values = (("leaves", leaves), ("until", slot.end), *also)
        yield found(clashes.gone, (slot,), max(slot.start, leaves), values, parties)
    elif arrives is not None:
        values = (("arrives", arrives), ("starts", slot.start), *also)
        yield found(clashes.not_arrived, (slot,), slot.start, values, parties)


def travels(person: int, slots: Collection[Slot], context: Context) -> Iterator[Finding]:
    """R26: from the last event in one city to the first in the next somebody goes by a leg of the tour."""
    if len(slots) < 2:  # noqa: PLR2004 - there is nowhere to go
        return
    who = Traveller(Party(PartyKind.PERSON, person), freight=False)
    for earlier, later in pairwise(sorted(slots, key=lambda slot: (slot.start, slot.end, slot.id))):
        if later.start >= earlier.end:  # else R5 or R6 says that they are in two places
            finding = between(earlier, later, (earlier.end, later.start), who, context)
            if finding is not None:
                yield finding


def misses_all(entry: int, events: Collection[Slot], context: Context) -> Iterator[Finding]:
    """R5: a guest of a title is in town for one of its showings at least."""
    facts = context.entries[entry]
    for person in facts.guests:
        spans = {slot.id: spans_of(person, slot, context) for slot in events}
        if any(not own or any(_covers(span, slot) for span in own) for slot in events for own in (spans[slot.id],)):
            continue
        slots = sorted(events, key=lambda slot: (slot.body_start, slot.id))
        parties = (Party(PartyKind.PERSON, person), Party(PartyKind.WORK, facts.work), *map(hall_of, slots))
        yield found(Clash.GUEST_MISSES_ALL, slots, slots[0].body_start, (("showings", len(slots)),), parties)


def awaited(entry: int, context: Context) -> bool:
    """Whether a title has guests who are not in town all the time."""
    facts = context.entries.get(entry)
    return facts is not None and any(person in context.people for person in facts.guests)


def spans_of(person: int, slot: Slot, context: Context) -> Sequence[Span]:
    """When somebody is in the town of an event; nothing for who may come at any time.

    Who has said only when they are in other towns of the tour is there then, and not here.
    """
    spans = context.people.get(person, ())
    stop = stop_of(slot, context)
    if stop is None:
        return spans
    return [span for span in spans if span.stop is None or span.stop == stop] or [
        Span(span.ends, span.ends) if span.ends is not None else Span(span.starts, span.starts) for span in spans
    ]


def _covers(span: Span, slot: Slot) -> bool:
    return (span.starts is None or span.starts <= slot.start) and (span.ends is None or span.ends >= slot.end)


def _people(slot: Slot) -> Sequence[int]:
    """Everybody at an event once."""
    return tuple(dict.fromkeys(one.person for one in slot.people))


def _told(task: PersonTask) -> tuple[_Clashes, Values]:
    """What can be wrong, and the task where somebody works."""
    return (_GUEST, ()) if task is PersonTask.GUEST else (_STAFF, (("task", task.value),))


def _task(person: int, *slots: Slot) -> PersonTask:
    """What somebody does at these events: work goes before being a guest."""
    tasks = [one.task for slot in slots for one in slot.people if one.person == person]
    return next((task for task in tasks if task is not PersonTask.GUEST), PersonTask.GUEST)
