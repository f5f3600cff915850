"""Where the events of a model may be: what rules over several of them are written in."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from app.domain.screenings import Slot
from app.planner.seats import Key, Plan, Seat

if TYPE_CHECKING:
    from app.planner.model import Model

Literal = Any
"""A variable of the solver that is true or false, or simply True or False."""


@dataclass(frozen=True, eq=False)
class Spot:
    """An event as it may be: `halls` and `there` are literals, `starts` its public start as a number or an expression.

    `key` None: it is fixed. `home`: this is its old place, and another spot says where else it may go.
    """

    key: Key | None
    slot: Slot
    day: date
    halls: Mapping[int, Literal]
    there: Literal
    starts: Any
    copies: Mapping[int, Literal]
    home: bool = False

    @property
    def fixed(self) -> bool:
        """Whether it stays whatever the solver does."""
        return self.key is None

    @property
    def films(self) -> int:
        """Minutes of its films."""
        return self.slot.body_end - self.slot.body_start

    @property
    def begins(self) -> Any:
        """When all of it begins."""
        return self.starts - (self.slot.body_start - self.slot.start)

    @property
    def ends(self) -> Any:
        """When all of it is over."""
        return self.starts + (self.slot.end - self.slot.body_start)

    def seat(self, plan: Plan) -> Seat | None:
        """Where it is in a plan; None when it is not there, or in its other spot."""
        if self.key is None:
            (hall,) = self.halls
            return Seat(hall, self.starts)
        seat = plan.get(self.key)
        return seat if seat is not None and seat.home == self.home else None


def no(literal: Literal) -> Literal:
    """The opposite."""
    return not literal if isinstance(literal, bool) else literal.negated()


def spots_of(model: "Model") -> tuple[list[Spot], list[Spot]]:
    """The events the solver decides on, and all that are fixed."""
    ground, free, fixed = model.ground, list[Spot](), list[Spot]()
    for (number, day), unit in model.units.items():
        task = ground.tasks[number]
        if unit.halls:
            starts = model.grid * unit.steps + model.base
            free.append(Spot((number, day), task.slot, day, unit.halls, unit.away, starts, unit.copies))
        if unit.home is not None and task.home is not None:
            seat = task.home[1]
            there = {seat.hall: unit.home}
            free.append(Spot((number, day), task.slot, day, there, unit.home, seat.starts, {}, home=True))
    slots = [(ground.context.day(pin), pin) for pin in ground.pins if not pin.blocker]
    slots += [
        (key[1], ground.slot(key[0], seat)) for key, seat in sorted(model.fixed.items()) if key not in model.units
    ]
    for day, slot in slots:
        fixed.append(Spot(None, slot, day, {slot.hall or 0: True}, there=True, starts=slot.body_start, copies={}))
    return free, fixed


def within(model: "Model", spot: Spot, belongs: Callable[[int], bool]) -> Literal:
    """Whether an event is in one of some halls."""
    halls = frozenset(hall for hall in spot.halls if belongs(hall))
    if len(halls) in (0, len(spot.halls)):
        return spot.there if halls else False
    if len(halls) == 1:
        return spot.halls[next(iter(halls))]

    def told(plan: Plan) -> bool:
        seat = spot.seat(plan)
        return seat is not None and seat.hall in halls

    here = model.switch(told)
    model.model.add(sum(spot.halls[hall] for hall in halls) == here)
    return here


def after(model: "Model", one: Spot, other: Spot, minutes: int) -> Literal:
    """A literal that is only true when `other` begins for the public so many minutes after `one` does, or later."""
    if one.fixed and other.fixed:
        return bool(other.starts - one.starts >= minutes)

    def told(plan: Plan) -> bool:
        first, second = one.seat(plan), other.seat(plan)
        return first is not None and second is not None and second.starts - first.starts >= minutes

    follows = model.switch(told)
    model.model.add(other.starts - one.starts >= minutes).only_enforce_if(follows)
    for spot in (one, other):
        if not spot.fixed:
            model.model.add_implication(follows, spot.there)
    return follows
