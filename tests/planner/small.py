"""Small programmes for the tests of the planner."""

from datetime import date, timedelta

from app.domain.calendar import opening_hours, wall_minute
from app.domain.context import Context, CopyFacts, HallFacts
from app.domain.planning import Mode, Problem, Wanted
from app.domain.rights import Window
from app.domain.screenings import Slot

FIRST = date(2026, 10, 15)
ZONE = "Asia/Almaty"


def at(clock, day=0):
    """The minute of a wall time such as 19:30 on one of the days."""
    hours, minutes = clock.split(":")
    return wall_minute(FIRST + timedelta(days=day), int(hours) * 60 + int(minutes), ZONE)


def days(count):
    return tuple(FIRST + timedelta(days=n) for n in range(count))


def halls(count, days_open, opens=18, closes=22, **facts):
    """Halls of one house, open some hours a day."""
    hours = opening_hours(days_open, opens * 60, closes * 60, ZONE)
    return {number: HallFacts(venue=1, hours=hours, **facts) for number in range(1, count + 1)}


def film(entry, minutes=100, *, showings=1, **facts):
    """A title that waits, `minutes` long; its work has the number of the entry."""
    facts = {"works": (entry,), "versions": (None,)} | facts
    return Wanted(entry, showings, Slot(-entry, None, 0, 0, minutes, minutes, entry=entry, **facts))


def shown(number, hall, clock, *, day=0, minutes=100, **facts):
    """An event on the board."""
    starts = at(clock, day)
    return Slot(number, hall, starts, starts, starts + minutes, starts + minutes, **facts)


def allowed(work, first, last):
    """Rights from one day of the plan to another."""
    return Window(work, "KZ", starts=FIRST + timedelta(days=first), ends=FIRST + timedelta(days=last))


def problem(wanted, *, slots=(), count=1, mode=Mode.FILL, movable=(), grid=5, **facts):
    """A problem over `count` days; what the context knows goes by its names."""
    own = days(count)
    facts.setdefault("halls", halls(1, own))
    facts.setdefault("copies", {number: CopyFacts() for number in range(1, 9)})
    context = Context(days=own, **facts)
    return Problem(context, tuple(slots), tuple(wanted), own, mode, frozenset(movable), grid=grid)
