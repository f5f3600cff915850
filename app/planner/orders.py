"""R14 and R30 in the model: what comes before what, and what frames the festival."""

from collections.abc import Callable, Collection, Iterable, Iterator
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from app.domain.context import Context
from app.domain.kinds_of_plans import LinkKind, Occasion
from app.domain.rules_of_order import BEFORE_ALL
from app.domain.screenings import Clash, Slot
from app.planner.seats import Plan
from app.planner.spots import Literal, Spot, after, no, within
from app.planner.tolls import Tolls

if TYPE_CHECKING:
    from app.planner.model import Model

Says = Callable[[Slot], bool]


class Order(NamedTuple):
    """Before an event that is `later` one that is `first` is over, or has begun where `begun` is enough, if any is."""

    clash: Clash
    first: Says
    later: Says
    begun: bool = False


def orders(slots: Collection[Slot], context: Context, tolls: Tolls) -> Iterator[Order]:
    """The orders that these events may break. Series shown several parts at once are left to the cuts."""
    for one in (*_ties(context), *_parts(slots, context), *_talks(slots), *_premieres(slots)):
        if tolls.minds(one.clash) and any(map(one.first, slots)) and any(map(one.later, slots)):
            yield one


def _ties(context: Context) -> Iterator[Order]:
    for tie in context.ties:
        if tie.kind is LinkKind.BEFORE and tie.entry != tie.other:
            yield Order(Clash.ORDER_WRONG, _entry(tie.entry), _entry(tie.other))


def _entry(entry: int) -> Says:
    return lambda slot: slot.entry == entry


def _parts(slots: Iterable[Slot], context: Context) -> Iterator[Order]:
    numbers: dict[int, set[int]] = {}
    mixed = set()
    for slot in slots:
        own = [facts for work in slot.works if (facts := context.works.get(work)) is not None]
        parents = [facts.parent for facts in own if facts.parent is not None and facts.number is not None]
        mixed |= {parent for parent in parents if parents.count(parent) > 1}
        for facts in own:
            if facts.parent is not None and facts.number is not None:
                numbers.setdefault(facts.parent, set()).add(facts.number)
    for parent, known in sorted(numbers.items()):
        for number in known if parent not in mixed else ():
            for other in known:
                if other < number:
                    first, later = _part(parent, other, context), _part(parent, number, context)
                    yield Order(Clash.PARTS_ORDER, first, later)


def _part(parent: int, number: int, context: Context) -> Says:
    def says(slot: Slot) -> bool:
        own = (context.works.get(work) for work in slot.works)
        return any(facts is not None and (facts.parent, facts.number) == (parent, number) for facts in own)

    return says


def _talks(slots: Iterable[Slot]) -> Iterator[Order]:
    for work in sorted({work for slot in slots for work in slot.talks}):
        yield Order(Clash.TALK_BEFORE_FILM, _shows(work), _talks_only(work))


def _shows(work: int) -> Says:
    return lambda slot: work in slot.works


def _talks_only(work: int) -> Says:
    return lambda slot: work in slot.talks and work not in slot.works


def _premieres(slots: Iterable[Slot]) -> Iterator[Order]:
    for work in sorted({work for slot in slots if slot.occasion is Occasion.PREMIERE for work in slot.works}):
        yield Order(Clash.PREMIERE_NOT_FIRST, _premiere(work), _public(work), begun=True)


def _premiere(work: int) -> Says:
    return lambda slot: work in slot.works and slot.occasion is Occasion.PREMIERE


def _public(work: int) -> Says:
    return lambda slot: (
        work in slot.works and slot.occasion is not Occasion.PREMIERE and slot.audience not in BEFORE_ALL
    )


def keep_order(model: "Model") -> None:
    """Write the orders into the model, town by town."""
    for order in model.bearings.orders:
        free, fixed = model.spots
        events = [*free, *fixed]
        firsts = [spot for spot in events if order.first(spot.slot)]
        laters = [spot for spot in events if order.later(spot.slot)]
        if all(spot.fixed for spot in (*firsts, *laters)):
            continue
        for town in model.bearings.towns:
            _in_town(model, order, town, firsts, laters)


def _in_town(
    model: "Model", order: Order, town: frozenset[int], firsts: Iterable[Spot], laters: Iterable[Spot]
) -> None:
    there = [(spot, here) for spot in firsts if (here := within(model, spot, town.__contains__)) is not False]
    fast = [spot for spot, _here in there if spot.fixed]
    moving = [(spot, here) for spot, here in there if not spot.fixed]
    ready = min((spot.starts + (0 if order.begun else spot.films) for spot in fast), default=None)
    none: Literal = False
    for spot in laters:
        here = within(model, spot, town.__contains__)
        if here is False or (spot.fixed and (not moving or (ready is not None and ready <= spot.starts))):
            continue
        ways = [_follows(model, order, one, spot, own) for one, own in moving if one.key != spot.key]
        if ready is not None:
            ways += [] if spot.fixed else [_not_before(model, spot, ready)]
        else:
            none = _nobody(model, moving) if none is False else none
            ways.append(none)
        escape = model.escape(order.clash, partial(_early, order, spot, there))
        model.model.add_bool_or([*ways, *escape, no(here)])


def _early(order: Order, spot: Spot, firsts: list[tuple[Spot, Literal]], plan: Plan) -> bool:
    """Whether an event of a plan comes before everything that should have been first."""
    own = spot.seat(plan)
    seats = [(seat, one) for one, _here in firsts if (seat := one.seat(plan)) is not None]
    ready = [seat.starts + (0 if order.begun else one.films) for seat, one in seats]
    return own is not None and bool(ready) and own.starts < min(ready)


def _follows(model: "Model", order: Order, first: Spot, later: Spot, here: Literal) -> Literal:
    """A literal that is only true when the first is there in the town and over, or begun, before the later one."""
    follows = after(model, first, later, 0 if order.begun else first.films)
    if here is not first.there:
        model.model.add_implication(follows, here)
    return follows


def _not_before(model: "Model", spot: Spot, minute: int) -> Literal:
    def told(plan: Plan) -> bool:
        seat = spot.seat(plan)
        return seat is not None and seat.starts >= minute

    late = model.switch(told)
    model.model.add(spot.starts >= minute).only_enforce_if(late)
    return late


def _nobody(model: "Model", moving: list[tuple[Spot, Literal]]) -> Literal:
    """Whether none of these is there."""
    none = model.switch(lambda plan: all(spot.seat(plan) is None for spot, _here in moving))
    for _spot, here in moving:
        model.model.add_implication(none, no(here))
    return none


def keep_frame(model: "Model") -> None:
    """R30: nothing for the public begins before an opening does, nothing after a closing does."""
    bearings = model.bearings
    if not bearings.framed:
        return
    free, fixed = model.spots
    public = [spot for spot in (*free, *fixed) if bearings.public(spot.slot)]
    for clash, occasion in (
        (Clash.OPENING_NOT_FIRST, Occasion.OPENING), (Clash.CLOSING_NOT_LAST, Occasion.CLOSING),
    ):  # fmt: skip
        if not bearings.tolls.minds(clash):
            continue
        rest = [spot for spot in public if spot.slot.occasion is not occasion]
        for frame in (spot for spot in public if spot.slot.occasion is occasion):
            for town in model.bearings.towns:
                _frame(model, clash, frame, rest, town)


def _frame(model: "Model", clash: Clash, frame: Spot, rest: Iterable[Spot], town: frozenset[int]) -> None:
    here = within(model, frame, town.__contains__)
    others = [spot for spot in rest if here is not False and not (spot.fixed and frame.fixed)]
    if not others:
        return
    sign = 1 if clash is Clash.OPENING_NOT_FIRST else -1
    escape = model.escape(clash, lambda plan: _out_of_frame(frame, others, sign, plan))
    for spot in others:
        there = within(model, spot, town.__contains__)
        if there is not False:
            enforced = [one for one in (here, there, *map(no, escape)) if one is not True]
            model.model.add(sign * (spot.starts - frame.starts) >= 0).only_enforce_if(enforced)


def _out_of_frame(frame: Spot, others: Iterable[Spot], sign: int, plan: Plan) -> bool:
    own = frame.seat(plan)
    seats = [seat for spot in others if (seat := spot.seat(plan)) is not None]
    return own is not None and any(sign * (seat.starts - own.starts) < 0 for seat in seats)
