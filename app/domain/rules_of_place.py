"""R1, R2, R3 and R7: one hall, one copy, and the time between."""

from bisect import bisect_right
from collections.abc import Sequence
from operator import itemgetter

from app.domain import journeys
from app.domain.context import Context
from app.domain.screenings import Clash, Finding, Party, PartyKind, Slot, Value, found, hall_of


def hall_taken(earlier: Slot, later: Slot, hall: int, _context: Context) -> Finding | None:
    """R1: one event per hall at a time, all parts counted; back to back is no clash."""
    overlap = min(earlier.end, later.end) - later.start
    if overlap <= 0:
        return None
    values = (("overlap", overlap), ("until", earlier.end), ("starts", later.start))
    return found(Clash.HALL_TAKEN, (earlier, later), later.start, values, (Party(PartyKind.HALL, hall),))


def turnaround(earlier: Slot, later: Slot, hall: int, context: Context) -> Finding | None:
    """R2: minutes to empty and clean the hall, more after a Q&A or children."""
    gap = later.start - earlier.end
    if gap < 0 or earlier.blocker or later.blocker:
        return None
    needed = context.after(earlier)
    if gap >= needed:
        return None
    values = (("gap", gap), ("needed", needed), ("until", earlier.end), ("starts", later.start))
    return found(Clash.TURNAROUND_SHORT, (earlier, later), later.start, values, (Party(PartyKind.HALL, hall),))


def opening(slot: Slot, context: Context) -> Sequence[Finding]:
    """R3: within the hours the hall is open or rented."""
    hall = context.halls.get(slot.hall) if slot.hall is not None else None
    if hall is None or not hall.hours:
        return ()
    index = bisect_right(hall.hours, slot.start, key=itemgetter(0))
    if index and slot.end <= hall.hours[index - 1][1]:
        return ()
    near = hall.hours[max(index - 1, 0) : index + 1]
    opens, closes = min(near, key=lambda span: (max(span[0] - slot.end, slot.start - span[1]), span))
    values = (("starts", slot.start), ("until", slot.end), ("opens", opens), ("closes", closes))
    at = closes if opens <= slot.start < closes else slot.start
    return (found(Clash.HALL_CLOSED, (slot,), at, values, (hall_of(slot),)),)


def copy_elsewhere(earlier: Slot, later: Slot, copy: int, context: Context) -> Finding | None:
    """R7: a copy is in one place; in another venue it needs the way and the ingest between (to another city: R26)."""
    if earlier.hall is None or later.hall is None or earlier.hall == later.hall:
        return None  # in one hall R1 already says it
    facts = context.copies.get(copy)
    if facts is not None and facts.anywhere:
        return None
    times: tuple[tuple[str, Value], ...] = (("until", earlier.body_end), ("starts", later.body_start))
    parties = (Party(PartyKind.COPY, copy), hall_of(earlier), hall_of(later))
    both, at = (earlier, later), later.body_start
    overlap = min(earlier.body_end, later.body_end) - at
    if overlap > 0:
        return found(Clash.COPY_ELSEWHERE, both, at, (("overlap", overlap), *times), parties)
    gap, needed = at - earlier.body_end, context.way(copy, earlier.hall, later.hall)
    if not 0 <= gap < needed or journeys.apart(earlier, later, context):
        return None
    return found(Clash.COPY_TRAVELLING, both, at, (("gap", gap), ("needed", needed), *times), parties)


def copy_here(slot: Slot, context: Context) -> Sequence[Finding]:
    """R7: a copy has arrived and been ingested before its first use, and has not left yet."""
    findings: list[Finding] = []
    for copy in slot.copies:
        facts = context.copies.get(copy)
        if facts is None:
            continue
        if facts.ready_from is not None and slot.body_start < facts.ready_from:
            values = (("ready", facts.ready_from), ("starts", slot.body_start))
            parties = (Party(PartyKind.COPY, copy), hall_of(slot))
            findings.append(found(Clash.COPY_NOT_READY, (slot,), slot.body_start, values, parties))
        if facts.leaves is not None and slot.body_end > facts.leaves:
            values = (("leaves", facts.leaves), ("until", slot.body_end))
            parties = (Party(PartyKind.COPY, copy), hall_of(slot))
            findings.append(found(Clash.COPY_GONE, (slot,), facts.leaves, values, parties))
    return findings
