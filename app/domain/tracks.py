"""Where each copy of a tour is: at which stop, on which leg, and when it may be used."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from app.domain.screenings import Slot
from app.domain.tours import Leg, Stop, Tour


class Visit(NamedTuple):
    """A copy at a stop with the shows it is used for, in order of time."""

    stop: int
    slots: tuple[int, ...]


class Passage(NamedTuple):
    """A copy on the way over one leg, in minutes since the epoch; `ready` is when the customs let it go."""

    leg: int
    departs: int
    arrives: int
    ready: int


@dataclass(frozen=True, slots=True)
class Track:
    """The way of one copy through the tour. `gaps` are pairs of stops between which no leg leads."""

    copy: int
    visits: tuple[Visit, ...]
    passages: tuple[Passage, ...]
    gaps: tuple[tuple[int, int], ...] = ()

    def takes(self, leg: int) -> bool:
        """Whether it goes along a leg."""
        return any(passage.leg == leg for passage in self.passages)


def tracks(tour: Tour, slots: Iterable[Slot], places: Mapping[int, int]) -> list[Track]:
    """The way of every copy that is shown; `places` says at which stop an event is. The first to be shown first."""
    return _tracks(tour, slots, places, lambda slot: slot.copies, tour.of_copy)


def people(tour: Tour, slots: Iterable[Slot], places: Mapping[int, int]) -> list[Track]:
    """The same of everybody at the events: here `copy` is the number of a person."""

    def present(slot: Slot) -> Iterable[int]:
        return [one.person for one in slot.people]

    return _tracks(tour, slots, places, present, lambda _person: tour.together)


def _tracks(
    tour: Tour, slots: Iterable[Slot], places: Mapping[int, int], carried: Callable[[Slot], Iterable[int]],
    ways: Callable[[int], Tour],
) -> list[Track]:  # fmt: skip
    """Everything that is carried, by way of the legs `ways` says for it."""
    order = {stop.id: place for place, stop in enumerate(tour.stops)}
    uses: dict[int, dict[int, list[Slot]]] = {}
    for slot in sorted((slot for slot in slots if slot.live and slot.id in places), key=lambda s: (s.body_start, s.id)):
        for copy in dict.fromkeys(carried(slot)):
            uses.setdefault(copy, {}).setdefault(places[slot.id], []).append(slot)
    found = []
    for copy, at in uses.items():
        own = ways(copy)
        stops = sorted(at, key=lambda stop: order[stop])
        visits = tuple(Visit(stop, tuple(slot.id for slot in at[stop])) for stop in stops)
        passages: list[Passage] = []
        gaps: list[tuple[int, int]] = []
        for origin, target in pairwise(stops):
            legs = _way(own, origin, target)
            passages.extend(_passage(tour, leg) for leg in legs)
            if not legs:
                gaps.append((origin, target))
        found.append(Track(copy, visits, tuple(passages), tuple(gaps)))
    return found


def _way(tour: Tour, origin: int, target: int) -> Sequence[Leg]:
    """The legs from one stop to another with the fewest changes; of several the first to arrive."""
    ends: list[tuple[Leg, ...]] = [()]
    seen = {origin}
    while ends:
        longer: list[tuple[Leg, ...]] = []
        for chain in ends:
            here = chain[-1].target if chain else origin
            for leg in sorted(tour.legs, key=lambda leg: (tour.arrives(leg) or 0, leg.id)):
                if leg.origin != here or leg.target in seen or leg.target not in tour.by_number:
                    continue
                if leg.target == target:
                    return (*chain, leg)
                seen.add(leg.target)
                longer.append((*chain, leg))
        ends = longer
    return ()


def _passage(tour: Tour, leg: Leg) -> Passage:
    """A leg with times; where nobody has entered any it is drawn so that it just arrives on the first day."""
    origin, target = tour.by_number[leg.origin], tour.by_number[leg.target]
    minutes = tour.takes(leg)
    departs, arrives = tour.departs(leg), tour.arrives(leg)
    if departs is None:
        departs = arrives - minutes if arrives is not None else _middle(origin, target) - minutes // 2
    if arrives is None:
        arrives = departs + minutes
    return Passage(leg.id, departs, arrives, arrives + leg.customs)


def _middle(origin: Stop, target: Stop) -> int:
    return (origin.ends + target.begins) // 2


def places_of(tour: Tour, venues: Mapping[int, int], slots: Iterable[Slot]) -> dict[int, int]:
    """At which stop each event is: by the venue of its hall (`venues`), and by the day where two stops share one."""
    at: dict[int, list[Stop]] = {}
    for stop in tour.stops:
        if stop.venue is not None:
            at.setdefault(stop.venue, []).append(stop)
    found = {}
    for slot in slots:
        stops = at.get(venues.get(slot.hall or 0, 0), [])
        if stops:
            found[slot.id] = min(stops, key=lambda stop: _away(stop, slot.body_start)).id
    return found


def _away(stop: Stop, minute: int) -> int:
    return max(stop.begins - minute, minute - stop.ends, 0)
