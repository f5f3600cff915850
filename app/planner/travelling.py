"""R26 in the model: what is shown in one town of a tour and then in another has to get there in between."""

from collections.abc import Iterator
from itertools import combinations
from typing import TYPE_CHECKING, Any, NamedTuple

from app.domain.journeys import Traveller, journey_of, touring
from app.domain.screenings import Clash, Party, PartyKind
from app.domain.surroundings import Journey
from app.planner.ground import Plan
from app.planner.spots import Literal, Spot, no, within

if TYPE_CHECKING:
    from app.planner.model import Model


class _Use(NamedTuple):
    """An event that needs something, from one minute to another, if it is there with it."""

    spot: Spot
    begins: Any
    ends: Any
    only: Literal = True


def travel(model: "Model") -> None:
    """Every copy and everybody booked goes by the legs of the tour."""
    bearings = model.bearings
    asked = bearings.tolls.minds(Clash.NO_WAY, Clash.NO_TRAVEL_DAY)
    if not touring(model.ground.context) or bearings.returns or not asked:
        return
    for who, uses in _users(model):
        for one, other in combinations(uses, 2):
            if not (one.spot.fixed and other.spot.fixed) and one.spot.key != other.spot.key:
                for here, there in bearings.stops_apart:
                    _pair(model, who, (one, other), (here, there))


def _users(model: "Model") -> Iterator[tuple[Traveller, list[_Use]]]:
    """Who travels, with the events they are needed for."""
    found: dict[Party, list[_Use]] = {}
    for spot in (spot for own in model.spots for spot in own):
        for copy in dict.fromkeys((*spot.slot.copies, *spot.copies)):
            facts = model.ground.context.copies.get(copy)
            if facts is None or not facts.anywhere:
                use = _Use(spot, spot.starts, spot.starts + spot.films, spot.copies.get(copy, True))
                found.setdefault(Party(PartyKind.COPY, copy), []).append(use)
        for booked in spot.slot.people:
            use = _Use(spot, spot.begins, spot.ends)
            found.setdefault(Party(PartyKind.PERSON, booked.person), []).append(use)
    for party, uses in found.items():
        facts = model.ground.context.copies.get(party.id) if party.kind is PartyKind.COPY else None
        yield Traveller(party, party.kind is PartyKind.COPY, facts.ingest if facts else 0), uses


def _pair(model: "Model", who: Traveller, uses: tuple[_Use, _Use], stops: tuple[int, int]) -> None:
    """Two events in two towns: the one comes first, or the other does, and there is a way in between."""
    halls = [model.bearings.halls_of_stop[stop] for stop in stops]
    literals = [
        lit for use, own in zip(uses, halls, strict=True)
        for lit in (within(model, use.spot, own.__contains__), use.only)
    ]  # fmt: skip
    if any(literal is False for literal in literals):
        return
    both = [literal for literal in literals if literal is not True]
    one, other = uses
    if model.bearings.tolls.minds(Clash.ARRIVES_LATE):
        first = model.switch(lambda plan: _first(one, other, plan))
        escape = model.escape(Clash.ARRIVES_LATE, lambda _plan: False)
        also = [*both, *map(no, escape)]
        _way(model, who, (one, other), journey_of(who.party, stops, model.ground.context), [*also, first])
        _way(model, who, (other, one), journey_of(who.party, stops[::-1], model.ground.context), [*also, no(first)])
    if one.spot.day == other.spot.day and model.bearings.tolls.minds(Clash.NO_TRAVEL_DAY):
        escape = model.escape(Clash.NO_TRAVEL_DAY, lambda plan: _both(one, other, halls, plan))
        model.model.add_bool_or([*escape, *map(no, both)])


def _way(model: "Model", who: Traveller, uses: tuple[_Use, _Use], journey: Journey | None, when: list[Literal]) -> None:
    """What must be if the first event is in one town, and the second after it in another: see `journeys.trouble`."""
    if journey is None:
        model.model.add_bool_or([no(literal) for literal in when])
        return
    one, other = uses
    needed = max(journey.hand_over, model.ground.context.value("R26", 0)) if who.freight else 0
    unpacking = (journey.customs if who.freight else 0) + who.ingest
    departs = one.ends + needed if journey.departs is None else journey.departs
    if journey.departs is not None:
        _hold(model, journey.departs - one.ends, needed, when)
    arrives = departs + journey.minutes if journey.arrives is None else journey.arrives
    _hold(model, other.begins - arrives, unpacking, when)
    _hold(model, other.begins - one.ends, 0, when)


def _hold(model: "Model", left: Any, least: int, when: list[Literal]) -> None:
    if isinstance(left, int):
        if left < least:
            model.model.add_bool_or([no(literal) for literal in when])
        return
    model.model.add(left >= least).only_enforce_if(when)


def _first(one: _Use, other: _Use, plan: Plan) -> bool:
    a, b = one.spot.seat(plan), other.spot.seat(plan)
    return a is None or b is None or a.starts <= b.starts


def _both(one: _Use, other: _Use, halls: list[frozenset[int]], plan: Plan) -> bool:
    seats = [use.spot.seat(plan) for use in (one, other)]
    return all(seat is not None and seat.hall in own for seat, own in zip(seats, halls, strict=True))
