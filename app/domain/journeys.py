"""Journeys of a tour: whether a copy or somebody can be in the next city in time (R26)."""

from collections.abc import Collection, Iterator
from itertools import pairwise
from typing import NamedTuple

from app.domain.context import Context
from app.domain.screenings import Clash, Finding, Party, PartyKind, Slot, Value, found, hall_of
from app.domain.surroundings import Journey


class Trouble(NamedTuple):
    """Why somebody or something is not there in time: `at` is when it shows, `leg` where it lies if anywhere."""

    clash: Clash
    at: int
    values: tuple[tuple[str, Value], ...]
    leg: int | None = None


class Traveller(NamedTuple):
    """What or who travels. Freight is handed over, cleared at the border and unpacked (`ingest` minutes); people go."""

    party: Party
    freight: bool = True
    ingest: int = 0


def stop_of(slot: Slot, context: Context) -> int | None:
    """The town on a tour an event is in; where the tour comes back, the visit whose days are nearest."""
    hall = None if slot.hall is None else context.halls.get(slot.hall)
    if hall is None or not hall.visits:
        return None if hall is None else hall.stop
    return min(hall.visits, key=lambda visit: max(visit[0] - slot.body_start, slot.body_start - visit[1], 0))[2]


def same_house(earlier: Slot, later: Slot, context: Context) -> bool:
    """Whether both are in one venue: what is shown there again on a later visit may have waited all the time."""
    here, there = (None if slot.hall is None else context.halls.get(slot.hall) for slot in (earlier, later))
    return here is not None and there is not None and here.venue == there.venue


def towns(events: Collection[Slot], context: Context) -> list[list[Slot]]:
    """The events of each town of a tour by themselves; at home all together."""
    found: dict[int | None, list[Slot]] = {}
    for slot in events:
        found.setdefault(stop_of(slot, context), []).append(slot)
    return list(found.values())


def town_of(slot: Slot, context: Context) -> tuple[Party, ...]:
    """What tells a finding about a day in one town of a tour from that in another: its first hall."""
    stop = stop_of(slot, context)
    return (
        () if stop is None else (Party(PartyKind.HALL, min(n for n, h in context.halls.items() if h.plays_at(stop))),)
    )


def apart(earlier: Slot, later: Slot, context: Context) -> bool:
    """Whether two events are in different towns of a tour whose journeys are known: then R26 speaks, not R5 to R7."""
    if not touring(context) or same_house(earlier, later, context):
        return False
    here, there = stop_of(earlier, context), stop_of(later, context)
    return here is not None and there is not None and here != there


def journey_of(who: Party, way: tuple[int, int], context: Context) -> Journey | None:
    """How it gets from one stop to another: a copy by itself where it is sent so, all the rest together."""
    own = context.sent.get(who.id, {}) if who.kind is PartyKind.COPY else {}
    return own.get(way) or context.journeys.get(way)


def trouble(ends: int, begins: int, way: tuple[int, int], context: Context, who: Traveller) -> Trouble | None:
    """What keeps it, free at `ends` in one stop, from being ready at `begins` in another; None when nothing does.

    A leg with a timetable does not wait; one without leaves as soon as all is packed. Handing over takes
    what the leg says, or what the programme has set for R26 if that is more.
    """
    journey = journey_of(who.party, way, context)
    if journey is None:
        return Trouble(Clash.NO_WAY, begins, (("until", ends), ("starts", begins)))
    needed = max(journey.hand_over, context.value("R26", 0)) if who.freight else 0
    departs = ends + needed if journey.departs is None else journey.departs
    if ends + needed > departs:
        packing = (("needed", needed),) if who.freight else ()
        return Trouble(Clash.LEG_MISSED, departs, (("until", ends), ("departs", departs), *packing), journey.leg)
    arrives = departs + journey.minutes if journey.arrives is None else journey.arrives
    customs = journey.customs if who.freight else 0
    ready = arrives + customs + who.ingest
    if begins < ready:
        unpacking = (("ready", ready), ("starts", begins), ("customs", customs))
        times = unpacking if who.freight else (("starts", begins),)
        return Trouble(Clash.ARRIVES_LATE, begins, (("arrives", arrives), *times), journey.leg)
    return None


def between(earlier: Slot, later: Slot, spans: tuple[int, int], who: Traveller, context: Context) -> Finding | None:
    """R26 for two events, one after the other, that need the same copy or the same person.

    `spans` are the minute it is free after the one and the minute it is needed for the other. Two cities on
    one day are worth a warning even if the trains allow it.
    """
    here, there = stop_of(earlier, context), stop_of(later, context)
    if here is None or there is None or here == there or same_house(earlier, later, context):
        return None
    both, halls = (earlier, later), (hall_of(earlier), hall_of(later))
    wrong = trouble(*spans, (here, there), context, who)
    if wrong is not None:
        legs = () if wrong.leg is None else (Party(PartyKind.LEG, wrong.leg),)
        return found(wrong.clash, both, wrong.at, wrong.values, (who.party, *halls, *legs))
    day = context.day(later)
    if context.day(earlier) == day:
        return found(Clash.NO_TRAVEL_DAY, both, spans[1], (("day", day),), (who.party, *halls))
    return None


def copy_travels(copy: int, slots: Collection[Slot], context: Context) -> Iterator[Finding]:
    """R26: from its last show in one city to its first in the next a copy goes by a leg of the tour."""
    facts = context.copies.get(copy)
    if len(slots) < 2 or (facts is not None and facts.anywhere):  # noqa: PLR2004 - there is nothing to go to
        return
    who = Traveller(Party(PartyKind.COPY, copy), ingest=facts.ingest if facts else 0)
    for earlier, later in pairwise(sorted(slots, key=lambda slot: (slot.body_start, slot.body_end, slot.id))):
        if later.body_start >= earlier.body_end:  # else R7 says that it is in two places
            finding = between(earlier, later, (earlier.body_end, later.body_start), who, context)
            if finding is not None:
                yield finding


def touring(context: Context) -> bool:
    """Whether there is a tour with journeys to ask about."""
    return bool(context.journeys or context.sent)
