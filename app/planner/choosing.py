"""Which of several copies a showing uses, in the model."""

from datetime import date
from typing import TYPE_CHECKING, Any

from ortools.sat.python import cp_model

from app.planner.ground import Key, Plan, Task
from app.planner.rooms import Room

if TYPE_CHECKING:
    from app.planner.model import Model


def choose_copy(model: "Model", key: tuple[Task, date], halls: dict[int, Any], steps: Any, away: Any) -> dict[int, Any]:
    """One literal for each copy: exactly one holds where the showing is there, and only where it can be shown."""
    found: dict[int, Any] = {}
    task, day = key
    starts = model.grid * steps + model.base
    for choice in task.choices:

        def told(plan: Plan, copy: int = choice.copy) -> bool:
            seat = plan.get((task.number, day))
            return seat is not None and not seat.home and seat.copy == copy

        found[choice.copy] = used = model.switch(told)
        if choice.claim is not None:
            size = choice.claim.ends - choice.claim.begins + choice.claim.way
            begins = starts + choice.claim.begins
            interval = model.model.new_optional_fixed_size_interval_var(begins, size, used, "")
            model.things[choice.claim.thing].append(interval)
        for hall, here in halls.items():
            own = choice.rooms.get((day, hall))
            if own is None:
                model.model.add_bool_or([here.negated(), used.negated()])
            else:
                _with_it(model, (task.rooms[day, hall], own), steps, here, used)
                if own.dear:
                    dear_hours(model, ((task.number, day), hall), own, steps, [here, used])
    if found:
        model.model.add(sum(found.values()) == away)
    return found


def _with_it(model: "Model", rooms: tuple[Room, Room], steps: Any, here: Any, used: Any) -> None:
    """The hours and the price of a hall with one of the copies, where they are not those of any copy."""
    either, own = rooms
    if own.every != either.every:
        allowed = cp_model.Domain.from_intervals(model.steps_of(own.every))
        model.model.add_linear_expression_in_domain(steps, allowed).only_enforce_if([here, used])
    if own.price > either.price:
        dearer = model.model.new_bool_var("")
        model.model.add_bool_or([here.negated(), used.negated(), dearer])
        model.terms.append((either.price - own.price, dearer))


def dear_hours(model: "Model", place: tuple[Key, int], room: Room, steps: Any, when: list[Any]) -> None:
    """Starts that cost more than others in the hall on that day: a literal for each price, paid when one is used."""
    key, hall = place
    ways = []
    for price in sorted({dear[2] for dear in room.dear}):
        spans = tuple((low, high) for low, high, own in room.dear if own == price)

        def told(plan: Plan, spans: tuple[tuple[int, int], ...] = spans) -> bool:
            seat = plan.get(key)
            there = seat is not None and not seat.home and seat.hall == hall
            return there and seat is not None and any(low <= seat.starts <= high for low, high in spans)

        ways.append(model.switch(told))
        model.terms.append((room.price - price, ways[-1]))
        allowed = cp_model.Domain.from_intervals(model.steps_of(spans))
        model.model.add_linear_expression_in_domain(steps, allowed).only_enforce_if(ways[-1])
    usual = cp_model.Domain.from_intervals(model.steps_of(room.spans))
    model.model.add_linear_expression_in_domain(steps, usual).only_enforce_if([*when, *(way.negated() for way in ways)])
