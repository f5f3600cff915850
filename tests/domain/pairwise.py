"""The rules of a schedule once more, written as slowly and plainly as possible: the oracle of the tests."""

from itertools import combinations

from app.domain.calendar import day_of
from app.domain.kinds import RightsState, ScreeningStatus


def naive(slots, context):
    """Every trouble as (clash, ids, what, minutes), found by comparing everything with everything."""
    live = [s for s in slots if s.hall is not None and s.status is not ScreeningStatus.CANCELLED]
    found = set()
    for a, b in combinations(live, 2):
        found |= hall_trouble(a, b, context) | copy_trouble(a, b, context)
    for slot in live:
        found |= own_trouble(slot, context)
    return found | spent(live, context)


def hall_trouble(a, b, context):
    """R1 and R2 for two events."""
    if a.hall != b.hall:
        return set()
    a, b = sorted((a, b), key=lambda s: (s.start, s.end, s.id))
    ids = frozenset((a.id, b.id))
    overlap = min(a.end, b.end) - max(a.start, b.start)
    if overlap > 0:
        return {("hall_taken", ids, a.hall, overlap)}
    gap = b.start - a.end
    facts = context.halls.get(a.hall)
    if a.blocker or b.blocker:
        return set()
    if a.lingers:
        own = facts.turnaround_long if facts else None
        needed = own if own is not None else context.turnaround_long
    else:
        own = facts.turnaround if facts else None
        needed = own if own is not None else context.turnaround
    return {("turnaround_short", ids, a.hall, gap)} if 0 <= gap < needed else set()


def copy_trouble(a, b, context):
    """R7 for two events."""
    found = set()
    if a.hall == b.hall:
        return found
    a, b = sorted((a, b), key=lambda s: (s.body_start, s.body_end, s.id))
    ids = frozenset((a.id, b.id))
    for copy in set(a.copies) & set(b.copies):
        facts = context.copies.get(copy)
        if facts and facts.anywhere:
            continue
        overlap = min(a.body_end, b.body_end) - max(a.body_start, b.body_start)
        if overlap > 0:
            found.add(("copy_elsewhere", ids, copy, overlap))
            continue
        here, there = context.halls[a.hall].venue, context.halls[b.hall].venue
        if here == there:
            needed = context.within_venue
        else:
            pairs = [context.travel.get(pair) for pair in ((here, there), (there, here))]
            needed = next((p for p in pairs if p is not None), context.between_venues) + (facts.ingest if facts else 0)
        gap = b.body_start - a.body_end
        if 0 <= gap < needed:
            found.add(("copy_travelling", ids, copy, gap))
    return found


def own_trouble(slot, context):
    """R3, R7 and R10 for one event."""
    found, ids = set(), frozenset((slot.id,))
    hours = context.halls[slot.hall].hours
    if hours and not any(a <= slot.start and slot.end <= b for a, b in hours):
        found.add(("hall_closed", ids, slot.hall, 0))
    for copy in slot.copies:
        facts = context.copies.get(copy)
        if facts and facts.ready_from is not None and slot.body_start < facts.ready_from:
            found.add(("copy_not_ready", ids, copy, 0))
        if facts and facts.leaves is not None and slot.body_end > facts.leaves:
            found.add(("copy_gone", ids, copy, 0))
    if context.rights is not None:
        for work, version in zip(slot.works, slot.versions, strict=True):
            verdict = rights_trouble(context.rights.get(work, ()), version, slot, context)
            if verdict:
                found.add((verdict, ids, work, 0))
    return found


def rights_trouble(windows, version, slot, context):
    """R10 for one work of an event: None, or the clash that comes nearest to being allowed."""
    day = day_of(slot.body_start, context.day_start, context.zone)
    own = [w for w in windows if w.version in (None, version)]
    here = [w for w in own if w.territory in (context.territory, "001")]
    usable = [w for w in here if w.use in (None, context.use)]
    if not usable:
        return "rights_use" if here else "rights_territory" if own else "rights_missing"
    verdicts = []
    for w in usable:
        if w.state is RightsState.NOT_NEEDED:
            return None
        if w.state is RightsState.NOT_CLEARED:
            verdicts.append((0, "rights_not_cleared"))
        elif w.ends and day > w.ends:
            verdicts.append((1, "rights_ended"))
        elif w.starts and day < w.starts:
            verdicts.append((2, "rights_not_begun"))
        elif w.not_before and day < w.not_before:
            verdicts.append((3, "rights_not_before"))
        elif w.state is RightsState.NEGOTIATION:
            verdicts.append((4, "rights_negotiation"))
        else:
            return None
    return max(verdicts)[1]


def on_its_days(w, day):
    """Rights that are not needed forbid no day, but only the days of their window use up its showings."""
    return (
        (not w.starts or w.starts <= day)
        and (not w.not_before or w.not_before <= day)
        and (not w.ends or day <= w.ends)
    )


def spent(live, context):
    """R10: more showings than agreed; for works with a single, limited window."""
    found = set()
    for work, windows in (context.rights or {}).items():
        if len(windows) != 1 or windows[0].max_showings is None:
            continue
        shown = [
            s
            for s in live
            if work in s.works
            and windows[0].state is not RightsState.NEGOTIATION
            and on_its_days(windows[0], day_of(s.body_start, context.day_start, context.zone))
            and not rights_trouble(windows, s.versions[s.works.index(work)], s, context)
        ]
        if len(shown) > windows[0].max_showings:
            found.add(("showings_spent", frozenset(s.id for s in shown), work, len(shown)))
    return found
