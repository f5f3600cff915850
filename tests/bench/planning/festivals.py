"""An invented festival as a problem of the program, and a proposal of the program as a plan for the checker."""

from dataclasses import replace
from datetime import date, timedelta

from app.domain.calendar import wall_minute
from app.domain.context import Context, CopyFacts, HallFacts
from app.domain.kinds import CopyFormat, RightsState, Use
from app.domain.planning import Mode, Problem, Proposal, Wanted
from app.domain.rights import Window
from app.domain.screenings import Slot
from app.domain.surroundings import EntryFacts, Setting, Span, StrandFacts
from tests.bench.planning.checker import Showing
from tests.bench.planning.generator import CLOSES, OPENS, PRIME, TRAVEL, TURNOVER, Festival, Film
from tests.bench.planning.templates import long_slots, slots_of

FIRST = date(2026, 10, 15)
ZONE = "Asia/Almaty"
REST = 60
UNWEIGHED = (
    "R5",
    "R10",
    "R14",
    "R15",
    "R16",
    "R17",
    "R18",
    "R19",
    "R20",
    "R21",
    "R22",
    "R23",
    "R24",
    "R25",
    "R28",
    "R29",
    "R30",
    "F36",
)
"""Warnings and wishes the published festivals do not know: they cost nothing there."""


def problem(festival: Festival) -> Problem:
    """The festival to be planned from nothing."""
    days = tuple(FIRST + timedelta(days=n) for n in range(festival.days))
    return Problem(
        context=context(festival, days),
        slots=(),
        wanted=tuple(_wanted(film) for film in festival.films),
        days=days,
        mode=Mode.FILL,
        grid=5,
    )


def in_slots(festival: Festival) -> Problem:
    """The same with one showing for each film, and the halls open only in the slots of schedulers that fill slots.

    A slot takes one film here as well: in long ones the hall has to rest too long for a second.
    """
    whole = problem(festival)
    base = wall_minute(FIRST, 0, ZONE)
    halls = {}
    for number, facts in whole.context.halls.items():
        own = [(start, length) for hall, start, length in slots_of(festival) if hall + 1 == number]
        rest = REST if long_slots(number - 1) else None
        hours = tuple((base + start, base + start + length) for start, length in own)
        halls[number] = replace(facts, hours=hours, turnaround=rest, turnaround_long=rest)
    wanted = tuple(one._replace(showings=1) for one in whole.wanted)
    return replace(whole, context=replace(whole.context, halls=halls), wanted=wanted)


def context(festival: Festival, days: tuple[date, ...]) -> Context:
    """What the rules of the program know of the festival."""
    hours = tuple((wall_minute(day, OPENS, ZONE), wall_minute(day, CLOSES, ZONE)) for day in days)
    base = wall_minute(FIRST, 0, ZONE)
    return Context(
        halls={hall.id + 1: HallFacts(venue=hall.id + 1, hours=hours, seats=hall.seats) for hall in festival.halls},
        copies={
            film.carrier + 1: CopyFacts(format=CopyFormat.DCP) for film in festival.films if film.carrier is not None
        },
        rights={film.id + 1: (_window(film),) for film in festival.films},
        use=Use.FESTIVAL,
        zone=ZONE,
        turnaround=TURNOVER,
        turnaround_long=TURNOVER,
        between_venues=TRAVEL,
        entries={film.id + 1: _entry(film) for film in festival.films},
        strands={film.strand + 1: StrandFacts(alone=film.strand in festival.alone) for film in festival.films},
        people={one.id + 1: (Span(base + one.arrives, base + one.leaves),) for one in festival.guests},
        days=days,
        prime=PRIME,
        settings={rule: Setting(weight=0) for rule in UNWEIGHED},
    )


def plan(proposal: Proposal) -> list[Showing]:
    """A proposal in the words of the festival."""
    base = wall_minute(FIRST, 0, ZONE)
    return [
        Showing(one.entry - 1, one.hall - 1, one.start - base, tuple(guest - 1 for guest in one.guests))
        for one in proposal.placed
    ]


def _wanted(film: Film) -> Wanted:
    slot = Slot(
        -film.id - 1, None, 0, 0, film.minutes, film.length,
        copies=() if film.carrier is None else (film.carrier + 1,),
        works=(film.id + 1,), versions=(None,), lingers=bool(film.guests), entry=film.id + 1, strand=film.strand + 1,
        expected=film.expected, meets=bool(film.guests),
    )  # fmt: skip
    return Wanted(film.id + 1, film.showings, slot)


def _entry(film: Film) -> EntryFacts:
    guests = tuple(guest + 1 for guest in film.guests)
    return EntryFacts(film.id + 1, film.showings, strand=film.strand + 1, guests=guests, expected=film.expected)


def _window(film: Film) -> Window:
    first, last = FIRST + timedelta(days=film.first), FIRST + timedelta(days=film.last)
    return Window(film.id + 1, "KZ", starts=first, ends=last, state=RightsState.CLEARED)
