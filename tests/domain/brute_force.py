"""The hard rules of a schedule once more, as slowly and plainly as possible: every event beside every other."""

from dataclasses import replace
from datetime import datetime, timedelta
from itertools import combinations, pairwise

from app.domain.calendar import moment_of
from app.domain.kinds import ScreeningStatus
from app.domain.kinds_of_plans import AudienceKind, DayKind, LegalKind, LinkKind, Occasion, PersonTask
from app.domain.screenings import Clash, PartyKind
from tests.domain.pairwise import copy_trouble, hall_trouble, own_trouble

JUDGED = frozenset(clash for clash in Clash if clash.severity == 3) | {
    Clash.TURNAROUND_SHORT, Clash.RIGHTS_NEGOTIATION, Clash.DAY_OUTSIDE, Clash.KEY_MISSING, Clash.PAPER_MISSING,
    Clash.NO_TRAVEL_DAY, Clash.NOT_PINNED, Clash.PUBLISHED_MOVED, Clash.IN_PAUSE, Clash.IN_SCHOOL_HOURS, Clash.OFF_GRID,
}  # fmt: skip
"""What the oracle judges: all that is an error by itself, and what goes with it."""

THINGS = {PartyKind.COPY, PartyKind.PERSON, PartyKind.WORK, PartyKind.VERSION}
FOR_ALL = {AudienceKind.PUBLIC, AudienceKind.FAMILY, AudienceKind.SCHOOL, AudienceKind.INVITED}


def told(findings):
    """Findings in the words of the oracle: (clash, events, the first thing it is about, which law)."""
    return {
        (
            f.clash.value,
            frozenset(f.slots),
            next((party.id for party in f.parties if party.kind in THINGS), None),
            f.value("law"),
        )
        for f in findings
        if f.clash in JUDGED
    }


def naive(slots, context):
    """Everything that stands against a plan."""
    live = [s for s in slots if s.hall is not None and s.status is not ScreeningStatus.CANCELLED]
    found = set()
    for a, b in combinations(live, 2):
        for clash, ids, thing, _minutes in hall_trouble(*longer(a, b), context):
            found.add((clash, ids, None, None) if thing else None)
        for clash, ids, thing, _minutes in copy_trouble(a, b, context):
            if clash == "copy_elsewhere" or not other_towns(a, b, context):
                found.add((clash, ids, thing, None))
        found |= person_trouble(a, b, context)
    for slot in live:
        found |= at_home(slot, context) | in_town(slot, context) | key_trouble(slot, context)
        found |= machine_trouble(slot, context) | law_trouble(slot, context) | day_trouble(slot, context)
    found |= travel_trouble(live, context) | order_trouble(live, context) | frame_trouble(live, context)
    return found


def longer(a, b):
    """Children leave slowly, as after a talk."""
    slow = {AudienceKind.FAMILY, AudienceKind.SCHOOL}
    return tuple(replace(s, lingers=True) if s.audience in slow else s for s in (a, b))


def at_home(slot, context):
    """R3, R7 and R10, in the country and zone of the hall."""
    facts = context.halls[slot.hall]
    there = replace(context, territory=facts.territory or "KZ", zone=facts.zone or context.zone)
    rows = own_trouble(slot, there)
    return {(clash, ids, None if clash == "hall_closed" else thing, None) for clash, ids, thing, _ in rows}


def other_towns(a, b, context):
    here, there = context.halls[a.hall].stop, context.halls[b.hall].stop
    return bool(context.journeys) and here is not None and there is not None and here != there


def task_of(person, *slots):
    """A moderator or interpreter at one of them is staff at both; else a guest."""
    tasks = {booked.task for s in slots for booked in s.people if booked.person == person}
    return "guest" if tasks == {PersonTask.GUEST} else "staff"


def person_trouble(a, b, context):
    """R5 and R6 for two events."""
    found = set()
    if a.hall == b.hall:
        return found
    a, b = sorted((a, b), key=lambda s: (s.start, s.end, s.id))
    for person in {p.person for p in a.people} & {p.person for p in b.people}:
        who = task_of(person, a, b)
        if b.start < a.end and b.start < b.end:
            found.add((f"{who}_elsewhere", frozenset((a.id, b.id)), person, None))
            continue
        here, there = context.halls[a.hall].venue, context.halls[b.hall].venue
        ways = [context.travel[pair] for pair in ((here, there), (there, here)) if pair in context.travel]
        needed = context.within_venue if here == there else (ways or [context.between_venues])[0]
        if b.start - a.end < needed and not other_towns(a, b, context):
            found.add((f"{who}_travelling", frozenset((a.id, b.id)), person, None))
    return found


def in_town(slot, context):
    """R5 and R6: arrived and not yet gone."""
    found = set()
    for person in {p.person for p in slot.people} & set(context.people):
        ((starts, ends, _stop),) = context.people[person]
        late = starts is not None and slot.start < starts
        gone = ends is not None and slot.end > ends
        if not late and not gone:
            continue
        passed = gone and ends < slot.end and not (late and starts < slot.end)
        found.add(
            (f"{task_of(person, slot)}_{'gone' if passed else 'not_arrived'}", frozenset((slot.id,)), person, None)
        )
    return found


def key_trouble(slot, context):
    """R8."""
    found, ids = set(), frozenset((slot.id,))
    for copy in slot.copies:
        facts = context.copies[copy]
        own = [
            k
            for k in facts.keys
            if (k.hall == slot.hall if k.hall else k.server in ("", context.halls[slot.hall].server))
        ]
        if not own:
            if facts.encrypted:
                found.add(("key_missing", ids, copy, None))
            continue
        misses = []
        for key in own:
            late = max(0, key.begins - (slot.body_start - 30)) if key.begins is not None else 0
            early = max(0, slot.body_end + 30 - key.ends) if key.ends is not None else 0
            misses.append((late + early, late))
        total, late = min(misses, key=lambda miss: miss[0])
        if total:
            found.add(("key_not_yet" if late else "key_expired", ids, copy, None))
    return found


def machine_trouble(slot, context):
    """R9."""
    found, hall = set(), context.halls[slot.hall]
    for copy in slot.copies:
        facts = context.copies[copy]
        for need, can in (
            (facts.format, hall.formats), (facts.frame_rate, hall.frame_rates),
            (facts.sound, hall.sounds), (facts.aspect, hall.aspects),
        ):  # fmt: skip
            if need and can and need not in can:
                found.add(("hall_cannot_play", frozenset((slot.id,)), copy, None))
    for version in set(slot.versions) & set(context.versions):
        facts = context.versions[version]
        if facts.separate and facts.subtitles and hall.soft_subtitles is False:
            found.add(("hall_cannot_play", frozenset((slot.id,)), version, None))
    return found


def clock(slot, context):
    """(country, festival day, minutes after its midnight of the public start) on the clocks of the hall."""
    facts = context.halls[slot.hall]
    wall = moment_of(slot.body_start, facts.zone or context.zone).replace(tzinfo=None)
    day = (wall - timedelta(minutes=context.day_start)).date()
    since = (wall - datetime(day.year, day.month, day.day)) // timedelta(minutes=1)
    return facts.territory or context.territory, day, since


def law_trouble(slot, context):  # noqa: C901 - one branch a law
    """R11, R12, R13 and the hours of R22."""
    found, ids = set(), frozenset((slot.id,))
    country, day, since = clock(slot, context)
    ends = since + slot.body_end - slot.body_start
    for law in context.laws:
        if (law.valid_from and day < law.valid_from) or (law.valid_until and day > law.valid_until):
            continue
        if context.use.value in law.exempt:
            continue
        here = law.country == country
        for work, version in zip(slot.works, slot.versions, strict=True):
            facts, shown = context.works[work], context.versions.get(version)
            mark = dict(facts.marks).get(country, dict(facts.marks).get("", ""))
            if law.kind is LegalKind.LANGUAGE and here and shown:
                heard = {*shown.subtitles, *([shown.spoken] if shown.spoken else facts.original)}
                pairs = [set(p.languages) for p in slot.people if p.task is PersonTask.INTERPRETER]
                heard |= set().union(*(pair for pair in pairs if pair & heard))
                if not heard & {"kk", "zxx"}:
                    found.add(("language_missing", ids, work, law.id))
            if law.kind is LegalKind.AGE_HOUR and here and mark == "21+":
                late = since >= 22 * 60 and ends <= 30 * 60
                if not late and not (ends <= 6 * 60):
                    found.add(("age_hour", ids, work, law.id))
            if (
                law.kind is LegalKind.AGE_SCHOOL
                and here
                and slot.audience in (AudienceKind.SCHOOL, AudienceKind.FAMILY)
            ) and mark in ("16+", "21+"):
                found.add(("age_audience", ids, work, law.id))
            if law.kind is LegalKind.PAPER and "SU" not in facts.countries and context.today <= day:
                asked = (country != "CN" and "CN" in facts.countries) if law.mark == "filing" else here
                if asked and not any(good(paper, law, day) for paper in facts.papers):
                    found.add(("paper_missing", ids, work, law.id))
        found |= {(clash, ids, None, law.id) for clash in pauses(slot, law, context)}
    return found


def good(paper, law, day):
    """Whether a paper is the one a law asks for and is in hand on a day."""
    if paper.kind != law.mark or paper.territory != law.country or paper.state.value not in ("granted", "not_needed"):
        return False
    if paper.state.value == "not_needed":
        return True
    return (paper.granted is None or paper.granted <= day) and (paper.ends is None or day <= paper.ends)


def pauses(slot, law, context):
    """R22: prayer, and school."""
    country, day, since = clock(slot, context)
    before = since - (slot.body_start - slot.start)
    after = since + (slot.end - slot.body_start)
    special = context.special.get((country, day))
    if law.country != country or slot.blocker or law.from_minute is None:
        return set()
    if not (before < law.until_minute and law.from_minute < after):
        return set()
    if law.kind is LegalKind.PAUSE and day.isoweekday() in law.weekdays:
        return {"in_pause"}
    taught = special is DayKind.WORKING_DAY or (special is None and day.isoweekday() in law.weekdays)
    family = law.kind is LegalKind.SCHOOL_HOURS and slot.audience is AudienceKind.FAMILY
    return {"in_school_hours"} if family and taught else set()


def day_trouble(slot, context):
    """R4, R19, R27 and the pins of R30."""
    found, ids = set(), frozenset((slot.id,))
    _country, day, since = clock(slot, context)
    if not slot.blocker:
        if day not in context.days:
            found.add(("day_outside", ids, None, None))
        if since % 5:
            found.add(("off_grid", ids, None, None))
    if slot.id in context.published and context.published[slot.id] != (slot.hall, slot.body_start):
        found.add(("published_moved", ids, None, None))
    if slot.occasion in (Occasion.OPENING, Occasion.CLOSING, Occasion.GALA) and not slot.locked:
        found.add(("not_pinned", ids, None, None))
    return found


def travel_trouble(live, context):
    """R26 for each copy and each person, from event to event."""
    found = set()
    if not context.journeys:
        return found
    for copy in {c for s in live for c in s.copies if not context.copies[c].anywhere}:
        uses = sorted((s.body_start, s.body_end, s.id, s) for s in live if copy in s.copies)
        ingest = context.copies[copy].ingest
        for (_, free, _, a), (need, _, _, b) in pairwise(uses):
            found |= ways_trouble(a, b, (free, need, ingest, True), copy, context)
    for person in {p.person for s in live for p in s.people}:
        uses = sorted((s.start, s.end, s.id, s) for s in live if person in {p.person for p in s.people})
        for (_, free, _, a), (need, _, _, b) in pairwise(uses):
            found |= ways_trouble(a, b, (free, need, 0, False), person, context)
    return found


def ways_trouble(a, b, when, thing, context):
    """R26 between two events that follow each other."""
    free, need, ingest, freight = when
    here, there, ids = context.halls[a.hall].stop, context.halls[b.hall].stop, frozenset((a.id, b.id))
    if here == there or need < free:
        return set()
    way = context.journeys.get((here, there))
    if way is None:
        return {("no_way", ids, thing, None)}
    packed = free + (way.hand_over if freight else 0)
    if way.departs is not None and way.departs < packed:
        return {("leg_missed", ids, thing, None)}
    arrives = way.arrives if way.arrives is not None else packed + way.minutes
    if need < arrives + (way.customs if freight else 0) + ingest:
        return {("arrives_late", ids, thing, None)}
    return {("no_travel_day", ids, thing, None)} if clock(a, context)[1] == clock(b, context)[1] else set()


def order_trouble(live, context):
    """R14, in each town by itself: no premiere of these festivals says how far it reaches."""
    stops = {context.halls[slot.hall].stop for slot in live}
    towns = ([slot for slot in live if context.halls[slot.hall].stop == stop] for stop in stops)
    return set().union(*(order_trouble_here(town, context) for town in towns))


def order_trouble_here(live, context):  # noqa: C901, PLR0912 - all of R14
    """R14 in one town."""
    found = set()

    def too_early(clash, slot, firsts, thing):
        if firsts:
            first = min(firsts, key=lambda s: (s.body_end, s.id))
            if slot.body_start < first.body_end and first.id != slot.id:
                found.add((clash, frozenset((slot.id, first.id)), thing, None))

    for tie in context.ties:
        if tie.kind is LinkKind.BEFORE:
            for slot in (s for s in live if s.entry == tie.other):
                too_early("order_wrong", slot, [s for s in live if s.entry == tie.entry], None)
    for work in context.works:
        shows = [s for s in live if work in s.works]
        for slot in live:
            if work in slot.talks and work not in slot.works:
                too_early("talk_before_film", slot, shows, work)
        premieres = [s for s in shows if s.occasion is Occasion.PREMIERE]
        first = min(premieres, key=lambda s: (s.body_start, s.id), default=None)
        for slot in shows if first else ():
            if slot.body_start < first.body_start and slot not in premieres and slot.audience in FOR_ALL:
                found.add(("premiere_not_first", frozenset((slot.id, first.id)), work, None))
    parts = sorted(w for w, facts in context.works.items() if facts.parent and any(w in s.works for s in live))
    for before, after in pairwise(parts):
        for slot in (s for s in live if after in s.works):
            if before in slot.works:
                if slot.works.index(after) < slot.works.index(before):
                    others = [s for s in live if before in s.works]
                    first = min(others, key=lambda s: (s.body_end, s.id))
                    if slot.body_start < first.body_end:
                        found.add(("parts_order", frozenset((slot.id, first.id)), 10, None))
            else:
                too_early("parts_order", slot, [s for s in live if before in s.works], 10)
    return found


def frame_trouble(live, context):
    """R30: the opening begins and the closing ends it, in each town."""
    found = set()
    ends = (Occasion.OPENING, Occasion.CLOSING)
    anybody = (AudienceKind.PUBLIC, AudienceKind.FAMILY)
    public = [s for s in live if not s.blocker and (s.audience in anybody or s.occasion in ends)]
    for frame in public:
        here = [s for s in public if context.halls[s.hall].stop == context.halls[frame.hall].stop]
        others = [s for s in here if s.occasion is not frame.occasion]
        if frame.occasion is Occasion.OPENING and others:
            first = min(others, key=lambda s: (s.body_start, s.id))
            if first.body_start < frame.body_start:
                found.add(("opening_not_first", frozenset((first.id, frame.id)), None, None))
        if frame.occasion is Occasion.CLOSING and others:
            last = min(others, key=lambda s: (-s.body_start, s.id))
            if last.body_start > frame.body_start:
                found.add(("closing_not_last", frozenset((last.id, frame.id)), None, None))
    return found
