"""What the rules need to know of the halls of a programme: their hours day by day, what they can play, the ways."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain import calendar
from app.domain.context import HallFacts
from app.store.programmes import ProgrammeHall
from app.store.tour_rows import stop_rows
from app.store.venues import Hall, HallHours, Venue, VenueWay

Span = tuple[int, int]


class HoursRow(NamedTuple):
    """When a hall is open or rented on one day; minutes after midnight as in `Hall`."""

    id: int
    hall: int
    day: date
    opens: int
    closes: int
    closed: bool


class WayRow(NamedTuple):
    """Minutes from one venue to another, either way round."""

    id: int
    venue: int
    other: int
    minutes: int


def days_of(first: date, last: date) -> tuple[date, ...]:
    """The days from one to another, both included."""
    return tuple(first + timedelta(days=n) for n in range((last - first).days + 1))


def hours_rows(session: Session, programme: int) -> list[HoursRow]:
    """The hours out of the ordinary, by hall, day and hour."""
    own = HallHours
    query = select(own.id, own.hall_id, own.day, own.opens, own.closes, own.closed).where(own.programme_id == programme)
    return [HoursRow._make(row) for row in session.execute(query.order_by(own.hall_id, own.day, own.opens, own.id))]


def way_rows(session: Session) -> list[WayRow]:
    """All ways between venues."""
    own = VenueWay
    query = select(own.id, own.venue_id, own.other_venue_id, own.minutes).order_by(own.id)
    return [WayRow._make(row) for row in session.execute(query)]


def hall_facts(session: Session, programme: int, days: Sequence[date]) -> dict[int, HallFacts]:
    """The halls of a programme as the rules take them."""
    query = select(Hall, Venue.zone, Venue.country, Venue.audience).join(Venue, Venue.id == Hall.venue_id)
    query = query.join(ProgrammeHall, ProgrammeHall.hall_id == Hall.id).where(ProgrammeHall.programme_id == programme)
    special: dict[int, dict[date, list[HoursRow]]] = defaultdict(lambda: defaultdict(list))
    for row in hours_rows(session, programme):
        special[row.hall][row.day].append(row)
    stops, there = _visits(session, programme), _days_there(session, programme, days)
    found = {}
    for hall, zone, country, audience in session.execute(query):
        visits, own = stops.get(hall.venue_id, ()), there.get(hall.venue_id, days)
        other = {day: rows for day, rows in special[hall.id].items() if own is days or day in own}
        found[hall.id] = HallFacts(
            venue=hall.venue_id, hours=_hours(hall, zone, own, other), turnaround=hall.turnaround,
            turnaround_long=hall.turnaround_long, territory=country, zone=zone, seats=hall.seats,
            formats=frozenset(hall.formats.split()), frame_rates=frozenset(hall.frame_rates.split()),
            sounds=frozenset(hall.sounds.split()), aspects=frozenset(hall.aspects.split()),
            soft_subtitles=hall.soft_subtitles, step_free=hall.step_free, server=hall.server,
            hour_cost=hall.hour_cost or 0, audience=tuple(audience.split()),
            stop=visits[0][2] if visits else None, visits=visits if len(visits) > 1 else (),
        )  # fmt: skip
    return found


def _visits(session: Session, programme: int) -> dict[int, tuple[tuple[int, int, int], ...]]:
    """The stops of a tour that play in each venue, in their order: (begins, ends, stop)."""
    found: dict[int, tuple[tuple[int, int, int], ...]] = {}
    for stop in stop_rows(session, programme):
        if stop.venue is not None:
            found[stop.venue] = (*found.get(stop.venue, ()), (stop.begins, stop.ends, stop.id))
    return found


def _days_there(session: Session, programme: int, days: Sequence[date]) -> dict[int, Sequence[date]]:
    """The days a tour is in each venue: on all others its halls are not the programme's to use."""
    found: dict[int, set[date]] = defaultdict(set)
    for stop in stop_rows(session, programme):
        if stop.venue is not None:
            found[stop.venue].update(day for day in days if stop.first_day <= day <= stop.last_day)
    return {venue: sorted(own) for venue, own in found.items()}


def _hours(hall: Hall, zone: str, days: Sequence[date], special: Mapping[date, Sequence[HoursRow]]) -> tuple[Span, ...]:
    """When a hall is open: its usual hours, on some days others.

    A hall closed on every single day is open for no time at all: no hours would mean that nobody knows them.
    """
    usual = [day for day in days if day not in special]
    spans = list(calendar.opening_hours(usual, hall.opens, hall.closes, zone))
    for day, rows in special.items():
        for row in rows:
            if not row.closed:
                spans += calendar.opening_hours((day,), row.opens, row.closes, zone)
    if not spans and days:
        begins = calendar.wall_minute(days[0], hall.opens, zone)
        return ((begins, begins),)
    return _apart(spans)


def _apart(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Spans in order, those that touch made one: a hall open around the clock does not close at midnight."""
    found: list[Span] = []
    for begins, ends in sorted(spans):
        if found and begins <= found[-1][1]:
            found[-1] = (found[-1][0], max(ends, found[-1][1]))
        else:
            found.append((begins, ends))
    return tuple(found)
