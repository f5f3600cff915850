"""How events lay claim to things and which groups they belong to: what the board sorts them by."""

from collections.abc import Callable
from operator import attrgetter
from typing import NamedTuple

from app.domain.context import Context
from app.domain.kinds_of_plans import AudienceKind, LinkKind, Occasion
from app.domain.screenings import Slot
from app.domain.shapes import Grouping, Key, Resource

BESIDE_THE_PUBLIC = frozenset({AudienceKind.PRESS, AudienceKind.JURY, AudienceKind.SCHOOL, AudienceKind.INVITED})
"""For whom something is shown before the opening without taking anything from it: nobody else can come."""


class Claim(NamedTuple):
    """Which things an event claims, from when to when, and how far a claim reaches beyond."""

    ids: Callable[[Slot, Context], tuple[int, ...]]
    span: Callable[[Slot], tuple[int, int]]
    reach: Callable[[Context], int]


def _hall(slot: Slot, _context: Context) -> tuple[int, ...]:
    return () if slot.hall is None else (slot.hall,)


def _copies(slot: Slot, _context: Context) -> tuple[int, ...]:
    return slot.copies


def _people(slot: Slot, _context: Context) -> tuple[int, ...]:
    return tuple(booked.person for booked in slot.people) if slot.people else ()


def _venue(slot: Slot, context: Context) -> tuple[int, ...]:
    hall = None if slot.hall is None else context.halls.get(slot.hall)
    return () if hall is None or slot.blocker else (hall.venue,)


def _strand_alone(slot: Slot, context: Context) -> tuple[int, ...]:
    if slot.strand is None:
        return ()
    facts = context.strands.get(slot.strand)
    return (slot.strand,) if facts is not None and facts.alone else ()


def _family(slot: Slot, _context: Context) -> tuple[int, ...]:
    return (0,) if slot.audience is AudienceKind.FAMILY else ()


def _apart(slot: Slot, context: Context) -> tuple[int, ...]:
    return context.ties_of.get((slot.entry, LinkKind.APART), ()) if slot.entry is not None else ()


def _nothing(_context: Context) -> int:
    return 0


_FILMS = attrgetter("body_start", "body_end")

CLAIMS: dict[Resource, Claim] = {
    Resource.HALL: Claim(_hall, attrgetter("start", "end"), attrgetter("longest_turnaround")),
    Resource.COPY: Claim(_copies, _FILMS, attrgetter("longest_way")),
    Resource.PERSON: Claim(_people, attrgetter("start", "end"), attrgetter("longest_way")),
    Resource.STRAND: Claim(_strand_alone, _FILMS, _nothing),
    Resource.FAMILY: Claim(_family, _FILMS, _nothing),
    Resource.TIE: Claim(_apart, _FILMS, _nothing),
}


def _works(slot: Slot, _context: Context) -> tuple[Key, ...]:
    return slot.works


def _subjects(slot: Slot, _context: Context) -> tuple[Key, ...]:
    return (*slot.works, *slot.talks) if slot.talks else slot.works


def _series(slot: Slot, context: Context) -> tuple[Key, ...]:
    known = (context.works.get(work) for work in slot.works)
    return tuple(facts.parent for facts in known if facts is not None and facts.parent is not None)


def _countries(slot: Slot, context: Context) -> tuple[Key, ...]:
    known = (context.works.get(work) for work in slot.works)
    return tuple(country for facts in known if facts is not None for country in facts.countries)


def _ties(slot: Slot, context: Context) -> tuple[Key, ...]:
    if slot.entry is None:
        return ()
    ties = context.ties_of
    return (*ties.get((slot.entry, LinkKind.BEFORE), ()), *ties.get((slot.entry, LinkKind.APART), ()))


def _venue_day(slot: Slot, context: Context) -> tuple[Key, ...]:
    hall = None if slot.hall is None else context.halls.get(slot.hall)
    return () if hall is None or slot.blocker else ((hall.venue, context.window(slot).day),)


KEYS: dict[Grouping, Callable[[Slot, Context], tuple[Key, ...]]] = {
    Grouping.WORK: _works,
    Grouping.SUBJECT: _subjects,
    Grouping.SERIES: _series,
    Grouping.ENTRY: lambda slot, _context: () if slot.entry is None else (slot.entry,),
    Grouping.TIE: _ties,
    Grouping.STRAND: lambda slot, _context: () if slot.strand is None else (slot.strand,),
    Grouping.COUNTRY: _countries,
    Grouping.COPY: _copies,
    Grouping.PERSON: _people,
    Grouping.DAY: lambda slot, context: (context.day(slot),),
    Grouping.HALL_DAY: lambda slot, context: ((slot.hall, context.day(slot)),),
    Grouping.VENUE_DAY: _venue_day,
    Grouping.PLAN: lambda _slot, _context: (0,),
}


def frame(slot: Slot, context: Context) -> int | None:
    """The stop of a tour whose opening and closing an event may disturb, 0 at home; None for no public event."""
    if slot.blocker or slot.hall is None or (slot.audience in BESIDE_THE_PUBLIC and not framing(slot)):
        return None
    hall = context.halls.get(slot.hall)
    return (hall.stop or 0) if hall is not None else 0


def framing(slot: Slot) -> bool:
    """Whether it is the opening or the closing."""
    return slot.occasion is Occasion.OPENING or slot.occasion is Occasion.CLOSING
