"""How one gets from any stop of a tour to any other: legs put together to journeys."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import permutations
from typing import NamedTuple

from app.domain.kinds_of_plans import TravelMode
from app.domain.surroundings import Journey
from app.domain.tours import Leg, Tour

Pair = tuple[int, int]

NEAR = 200
"""Kilometres within which nothing is sent by air."""


class Ride(NamedTuple):
    """A leg as the rules count it: where it leads, when, and how long it takes, in minutes."""

    leg: Leg
    departs: int | None
    arrives: int | None
    minutes: int


def journeys(tour: Tour) -> dict[Pair, Journey]:
    """The way from each stop to each other one that legs lead to, by (stop, stop).

    Of several ways the one that arrives first counts, then the shorter one; a way on which a leg would leave
    before what it carries has arrived and passed the customs is none.
    """
    together = tour.together
    rides = [_ride(tour, leg) for leg in together.legs if {leg.origin, leg.target} <= tour.by_number.keys()]
    return {(origin, target): journey for origin in tour.by_number for target, journey in _from(origin, rides)}


def sent(tour: Tour) -> dict[int, dict[Pair, Journey]]:
    """The journeys of every copy that is sent by itself somewhere, by copy.

    Between two stops it goes as it is sent, even where the others would be there before it.
    """
    found: dict[int, dict[Pair, Journey]] = {}
    for copy, legs in tour.sent.items():
        found[copy] = journeys(Tour(tour.stops, tuple(replace(leg, apart=False) for leg in tour.of_copy(copy).legs)))
        own = [_ride(tour, leg) for leg in legs if {leg.origin, leg.target} <= tour.by_number.keys()]
        for ride in sorted(own, key=lambda ride: (ride.arrives or 0, ride.leg.id), reverse=True):
            found[copy][ride.leg.origin, ride.leg.target] = joined((ride,))
    return found


def by_air(tour: Tour) -> dict[Pair, Journey]:
    """How one thing sent by air would get from each stop to each other one that is not near: a guess by the distance.

    Customs take as long as on the way of all, or a day where nobody has entered one across the border.
    """
    found: dict[Pair, Journey] = {}
    for origin, target in permutations(tour.stops, 2):
        flight = Leg(0, origin.id, target.id, TravelMode.AIR)
        if (tour.distance(flight) or 0) >= NEAR:
            ways = tour.between(origin.id, target.id)
            border = 24 * 60 if origin.country != target.country else 0
            customs = min(leg.customs for leg in ways) if ways else border
            found[origin.id, target.id] = Journey(0, None, None, tour.guess(flight), flight.hand_over, customs)
    return found


def _from(origin: int, rides: Sequence[Ride]) -> list[tuple[int, Journey]]:
    best: dict[int, tuple[tuple[int, int, int], Journey]] = {}
    open_ends: list[tuple[Ride, ...]] = [()]
    while open_ends:
        chain = open_ends.pop(0)
        passed = {origin, *(ride.leg.target for ride in chain)}
        for ride in rides:
            here = chain[-1].leg.target if chain else origin
            if ride.leg.origin != here or ride.leg.target in passed or not _connects(chain, ride):
                continue
            longer = (*chain, ride)
            journey = joined(longer)
            worth = (journey.arrives or 0, journey.minutes, len(longer))
            if ride.leg.target not in best or worth < best[ride.leg.target][0]:
                best[ride.leg.target] = (worth, journey)
                open_ends.append(longer)
    return [(target, journey) for target, (_worth, journey) in sorted(best.items())]


def joined(chain: Sequence[Ride]) -> Journey:
    """Legs one after the other as one journey.

    What is not timed is counted from what is: backwards to the departure, forwards to the arrival. The
    customs of all legs but the last lie inside, as does handing over in between.
    """
    first, last = chain[0], chain[-1]
    departs, arrives, spent = None, None, 0
    for before, ride in zip((None, *chain), chain, strict=False):
        between = before.leg.customs + ride.leg.hand_over if before is not None else 0
        if ride.departs is not None and departs is None:
            departs = ride.departs - spent - between
        if ride.arrives is not None:
            arrives = ride.arrives
        elif arrives is not None:
            arrives += between + ride.minutes
        spent += between + ride.minutes
    minutes = arrives - departs if departs is not None and arrives is not None else spent
    return Journey(last.leg.id, departs, arrives, max(0, minutes), first.leg.hand_over, last.leg.customs)


def _ride(tour: Tour, leg: Leg) -> Ride:
    departs, arrives, minutes = tour.departs(leg), tour.arrives(leg), tour.takes(leg)
    if departs is not None and arrives is None:
        arrives = departs + minutes
    if arrives is not None and departs is None:
        departs = arrives - minutes
    return Ride(leg, departs, arrives, minutes)


def _connects(chain: Sequence[Ride], ride: Ride) -> bool:
    """Whether a leg may follow: it does not leave before all has arrived and passed the customs."""
    if not chain or ride.departs is None:
        return True
    arrives = joined(chain).arrives
    return arrives is None or arrives + chain[-1].leg.customs <= ride.departs
