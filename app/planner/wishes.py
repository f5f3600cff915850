"""Wishes and warnings over several events in the model: each term costs what its finding would cost the plan.

Where the programme takes such a rule for a must, it is a constraint (`Model.escape` sees to that).
"""

from collections import defaultdict
from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from app.domain.following import KNOWN_AUDIENCE
from app.domain.kinds_of_plans import AudienceKind, DayKind, LegalKind, LinkKind
from app.domain.rules_of_audience import SEVERAL
from app.domain.rules_of_repeats import DAYS
from app.domain.rules_of_rivals import STAGGER
from app.domain.screenings import Clash
from app.planner.crowds import crowd, members
from app.planner.ground import Plan
from app.planner.spots import Literal, Spot, after, no, within

if TYPE_CHECKING:
    from app.planner.model import Model


def rivals(model: "Model") -> None:
    """R16: titles held apart."""
    for tie in model.ground.context.ties if model.bearings.tolls.minds(Clash.AGAINST) else ():
        if tie.kind is not LinkKind.APART or tie.entry == tie.other:
            continue
        free, fixed = model.spots
        ones = [spot for spot in (*free, *fixed) if spot.slot.entry == tie.entry]
        others = [spot for spot in (*free, *fixed) if spot.slot.entry == tie.other]
        for one in ones:
            for other in others:
                if (
                    not (one.fixed and other.fixed)
                    and abs((one.day - other.day).days) <= 1
                    and _one_town(model, one, other)
                ):
                    ways = [after(model, one, other, one.films), after(model, other, one, other.films)]
                    escape = model.escape(Clash.AGAINST, partial(_overlap, one, other))
                    model.model.add_bool_or([*ways, *escape, no(one.there), no(other.there)])


def _one_town(model: "Model", one: Spot, other: Spot) -> bool:
    return any(town & one.halls.keys() and town & other.halls.keys() for town in model.bearings.towns)


def _overlap(one: Spot, other: Spot, plan: Plan) -> bool:
    a, b = one.seat(plan), other.seat(plan)
    return a is not None and b is not None and a.starts < b.starts + other.films and b.starts < a.starts + one.films


def families(model: "Model") -> None:
    """R16: two films for families at the same time."""
    if model.bearings.tolls.minds(Clash.FAMILY_PARALLEL) and model.bearings.families:
        own = [spot for spot in model.near if spot.slot.audience is AudienceKind.FAMILY]
        for town in model.bearings.towns:
            crowd(model, Clash.FAMILY_PARALLEL, members(model, own, town), town)


def staggered(model: "Model") -> None:
    """R18: starts in one building one after the other."""
    minutes = model.ground.context.value("R18", STAGGER)
    if minutes > 0 and model.bearings.tolls.minds(Clash.STARTS_TOGETHER):
        for venue in model.bearings.venues:
            crowd(model, Clash.STARTS_TOGETHER, members(model, model.near, venue, minutes), venue)


def repeats(model: "Model") -> None:
    """R15: showings of one work on one day, and on days too near to each other; and R10, not more than agreed."""
    bearings, wanted = model.bearings, model.ground.context.value("R15", DAYS)
    same, close = bearings.tolls.minds(Clash.SAME_DAY), wanted > 1 and bearings.tolls.minds(Clash.SHOWINGS_CLOSE)
    if not same and not close and not model.ground.context.limited:
        return
    shown: dict[int, list[Spot]] = defaultdict(list)
    for spot in (spot for own in model.spots for spot in own):
        for work in bearings.repeated.intersection(spot.slot.works):
            shown[work].append(spot)
    for work, events in sorted(shown.items()):
        if all(spot.fixed for spot in events):
            continue
        _agreed(model, work, events)
        days: dict[date, list[Spot]] = defaultdict(list)
        for spot in events:
            if spot.slot.audience in KNOWN_AUDIENCE and not bearings.touring:
                days[spot.day].append(spot)
        for own in days.values() if same else ():
            _same_day(model, own)
        if close:
            _close(model, days, wanted)


def _agreed(model: "Model", work: int, events: list[Spot]) -> None:
    """R10: the most showings a contract allows, however many entries show the work."""
    most = model.bearings.agreed(work)
    if most is not None and model.bearings.tolls.minds(Clash.SHOWINGS_SPENT):
        fast = sum(spot.fixed for spot in events)
        model.model.add(sum(spot.there for spot in events if not spot.fixed) <= max(0, most - fast))


def _same_day(model: "Model", own: list[Spot]) -> None:
    """Each showing of a day after the first costs; those of one title are on different days anyhow."""
    numbers = {spot.key[0] for spot in own if spot.key is not None}
    fast = sum(spot.fixed for spot in own)
    if len(numbers) + fast <= 1 or not numbers:
        return
    escapes = [
        one
        for place in range(len(numbers) + fast - max(1, fast))
        for one in model.escape(
            Clash.SAME_DAY,
            partial(_more, own, max(1, fast) + place),
        )
    ]
    model.model.add(sum(spot.there for spot in own if not spot.fixed) <= max(1, fast) - fast + sum(escapes))


def _close(model: "Model", days: dict[date, list[Spot]], wanted: int) -> None:
    shown = {day: _any(model, own) for day, own in days.items()}
    ordered = sorted(shown)
    for place, day in enumerate(ordered):
        for later in ordered[place + 1 :]:
            between = [shown[one] for one in ordered if day < one < later]
            if (later - day).days >= wanted or True in between or (shown[day] is True and shown[later] is True):
                continue
            inner = [spot for one in ordered if day < one < later for spot in days[one]]
            escape = model.escape(
                Clash.SHOWINGS_CLOSE,
                partial(_neighbours, days[day], days[later], inner),
            )
            model.model.add_bool_or([*escape, *between, no(shown[day]), no(shown[later])])


def _neighbours(one: list[Spot], other: list[Spot], between: list[Spot], plan: Plan) -> bool:
    return _seen(one, plan) and _seen(other, plan) and not _seen(between, plan)


def _more(spots: list[Spot], than: int, plan: Plan) -> bool:
    return sum(spot.seat(plan) is not None for spot in spots) > than


def _seen(spots: list[Spot], plan: Plan) -> bool:
    return any(spot.seat(plan) is not None for spot in spots)


def _any(model: "Model", spots: list[Spot]) -> Literal:
    """Whether any of these is there."""
    if any(spot.fixed for spot in spots):
        return True
    if len(spots) == 1:
        return spots[0].there
    found = model.switch(lambda plan: _seen(spots, plan))
    model.model.add_max_equality(found, [spot.there for spot in spots])
    return found


def prime_shares(model: "Model") -> None:
    """R21: strands and countries with several showings have one in prime time."""
    context, tolls = model.ground.context, model.bearings.tolls
    if tolls.minds(Clash.PRIME_STRAND):
        strands = {spot.slot.strand for spot in model.spots[0] if spot.slot.strand is not None}
        for strand in sorted(strands):
            _share(model, Clash.PRIME_STRAND, partial(_of_strand, strand))
    if tolls.minds(Clash.PRIME_COUNTRY):
        known = {work: facts.countries for work, facts in context.works.items()}
        countries = {land for spot in model.spots[0] for work in spot.slot.works for land in known.get(work, ())}
        for country in sorted(countries):
            _share(
                model, Clash.PRIME_COUNTRY,
                partial(_of_country, country, known),
            )  # fmt: skip


def _of_strand(strand: int, spot: Spot) -> bool:
    return spot.slot.strand == strand and bool(spot.slot.works)


def _of_country(country: str, known: Mapping[int, tuple[str, ...]], spot: Spot) -> bool:
    return any(country in known.get(work, ()) for work in spot.slot.works)


def _share(model: "Model", clash: Clash, belongs: Callable[[Spot], bool]) -> None:
    free, fixed = ([spot for spot in own if belongs(spot)] for own in model.spots)
    if any(_prime(model, spot, hall, spot.starts) for spot in fixed for hall in spot.halls):
        return
    several = model.ground.context.value("R21", SEVERAL)
    if len(free) + len(fixed) < several:
        return

    def few(plan: Plan) -> bool:
        return sum(spot.seat(plan) is not None for spot in (*free, *fixed)) < several

    def prime(plan: Plan) -> bool:
        seats = ((spot, spot.seat(plan)) for spot in free)
        return any(seat is not None and _prime(model, spot, seat.hall, seat.starts) for spot, seat in seats)

    escape = model.escape(clash, lambda plan: not few(plan) and not prime(plan))
    ways: list[Literal] = list(escape)
    if len(fixed) < several:
        ways.append(model.switch(few))
        model.model.add(sum(spot.there for spot in free) + len(fixed) < several).only_enforce_if(ways[-1])
    ways += [way for spot in free for way in _ways_to_prime(model, spot)]
    model.model.add_bool_or(ways)


def _ways_to_prime(model: "Model", spot: Spot) -> list[Literal]:
    """Literals that are only true when the event is in prime time."""
    assert spot.key is not None
    if spot.home:
        return [spot.there] if any(_prime(model, spot, hall, spot.starts) for hall in spot.halls) else []
    prime = model.units[spot.key].prime
    return [spot.there if prime is None else prime]


def _prime(model: "Model", spot: Spot, hall: int, starts: int) -> bool:
    first, last = model.ground.prime(spot.day, hall)
    return first <= starts <= last


def holidays(model: "Model") -> None:
    """R22: shows on a public holiday, once for each country and day."""
    context = model.ground.context
    if not context.special or not model.bearings.tolls.minds(Clash.ON_HOLIDAY):
        return
    for country, day in sorted(where for where, kind in context.special.items() if kind is DayKind.HOLIDAY):
        if not context.laws_of(LegalKind.HOLIDAY, country, day):
            continue
        halls = model.bearings.halls_in(country)
        free, fixed = model.spots
        if any(spot.day == day and halls & spot.halls.keys() for spot in fixed):
            continue
        there = [
            (spot, here) for spot in free
            if spot.day == day and (here := within(model, spot, halls.__contains__)) is not False
        ]  # fmt: skip
        if there:
            escape = model.escape(Clash.ON_HOLIDAY, partial(_seen, [spot for spot, _here in there]))
            for _spot, here in there:
                model.model.add_bool_or([*escape, no(here)])


def budget(model: "Model") -> None:
    """R29: fees and hours of halls, in the sixtieths of a hundredth they are counted in."""
    bearings, most = model.bearings, model.ground.context.budget
    if most is None or not bearings.tolls.minds(Clash.OVER_BUDGET):
        return
    free, fixed = model.spots
    given = sum(bearings.cost(spot.slot, hall) for spot in fixed for hall in spot.halls)
    terms = [(bearings.cost(spot.slot, hall), here) for spot in free for hall, here in spot.halls.items()]
    room = most * 60 + 59 - given

    def over(plan: Plan) -> bool:
        seats = ((spot, spot.seat(plan)) for spot in free)
        return sum(bearings.cost(spot.slot, seat.hall) for spot, seat in seats if seat is not None) > room

    spent = sum(cost * here for cost, here in terms)
    escape = model.escape(Clash.OVER_BUDGET, over)
    if escape or room >= 0:
        model.model.add(spent <= room).only_enforce_if([no(one) for one in escape])
