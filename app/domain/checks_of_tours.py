"""What is wrong with a tour before anything is shown: days, legs, clocks."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from app.domain import calendar
from app.domain.tours import Leg, Stop, Tour

XINJIANG = frozenset({"Asia/Urumqi", "Asia/Kashgar"})
"""The zones of local time two hours behind Beijing; offices, tickets and trains there run on Beijing time."""

WESTERN = 96.5
"""Degrees east up to which both clocks are in use in China."""


class TourProblem(StrEnum):
    """What may be wrong with a tour."""

    STOPS_OVERLAP = "stops_overlap"
    OUT_OF_ORDER = "out_of_order"
    LEG_MISSING = "leg_missing"
    LEG_BACKWARDS = "leg_backwards"
    LEAVES_EARLY = "leaves_early"
    ARRIVES_LATE = "arrives_late"
    TRAVEL_ON_SHOW_DAY = "travel_on_show_day"
    VENUE_MISSING = "venue_missing"
    PLACE_MISSING = "place_missing"
    WHICH_CLOCK = "which_clock"
    CLOCK_DIFFERS = "clock_differs"


class Trouble(NamedTuple):
    """One thing wrong: the stops concerned in order, the leg, the day."""

    problem: TourProblem
    stops: tuple[int, ...]
    leg: int | None = None
    day: date | None = None


Days = Mapping[int, Collection[date]]
"""The days on which something is shown, by stop."""


def troubles(tour: Tour, shows: Days | None = None, zones: Mapping[int, str] | None = None) -> list[Trouble]:
    """All that is wrong, in the order of the tour. `zones` are those of the venues, by their numbers."""
    found: list[Trouble] = []
    for place, stop in enumerate(tour.stops):
        found.extend(_of_stop(stop, (zones or {}).get(stop.venue or 0, stop.zone)))
        if place + 1 < len(tour.stops):
            found.extend(_between(tour, stop, tour.stops[place + 1]))
        for leg in tour.legs:
            if leg.origin == stop.id and leg.target in tour.by_number:
                found.extend(_of_leg(tour, leg, shows or {}))
    return found


def _of_stop(stop: Stop, zone: str) -> Iterator[Trouble]:
    if stop.venue is None:
        yield Trouble(TourProblem.VENUE_MISSING, (stop.id,))
    if stop.place is None:
        yield Trouble(TourProblem.PLACE_MISSING, (stop.id,))
    if stop.zone in XINJIANG:
        yield Trouble(TourProblem.WHICH_CLOCK, (stop.id,))
    if replace(stop, zone=zone).label() != stop.label():
        yield Trouble(TourProblem.CLOCK_DIFFERS, (stop.id,))


def _between(tour: Tour, stop: Stop, following: Stop) -> Iterator[Trouble]:
    both = (stop.id, following.id)
    if following.first_day < stop.first_day:
        yield Trouble(TourProblem.OUT_OF_ORDER, both, day=following.first_day)
    elif following.first_day <= stop.last_day:
        yield Trouble(TourProblem.STOPS_OVERLAP, both, day=following.first_day)
    if not tour.between(*both):
        yield Trouble(TourProblem.LEG_MISSING, both)


def _of_leg(tour: Tour, leg: Leg, shows: Days) -> Iterator[Trouble]:
    both = (leg.origin, leg.target)
    origin, target = tour.by_number[leg.origin], tour.by_number[leg.target]
    departs, arrives = tour.departs(leg), tour.arrives(leg)
    if departs is not None and arrives is not None and arrives < departs:
        yield Trouble(TourProblem.LEG_BACKWARDS, both, leg.id)
        return
    if leg.apart:  # a parcel may go on any day
        return
    leaves = None if departs is None else calendar.day_of(departs, 0, origin.zone)
    comes = None if arrives is None else calendar.day_of(arrives, 0, target.zone)
    if leaves is not None and leaves < origin.last_day:
        yield Trouble(TourProblem.LEAVES_EARLY, both, leg.id, leaves)
    if comes is not None and comes > target.first_day:
        yield Trouble(TourProblem.ARRIVES_LATE, both, leg.id, comes)
    if leaves is not None and leaves in shows.get(origin.id, ()):
        yield Trouble(TourProblem.TRAVEL_ON_SHOW_DAY, both, leg.id, leaves)
    elif comes is not None and comes in shows.get(target.id, ()):
        yield Trouble(TourProblem.TRAVEL_ON_SHOW_DAY, both, leg.id, comes)


def clocks(country: str, longitude: float | None) -> tuple[str, ...]:
    """The zones one may choose from in a place: two in Xinjiang, where the label must say which."""
    if country == "CN" and longitude is not None and longitude < WESTERN:
        return ("Asia/Shanghai", "Asia/Urumqi")
    return ()
