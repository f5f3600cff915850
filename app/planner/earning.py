"""What showings earn beside being there, in the model: prime time, guests, a strand that stands alone."""

from datetime import date
from typing import TYPE_CHECKING, Any

from ortools.sat.python import cp_model

from app.domain.screenings import Clash
from app.domain.weights import Wish
from app.planner.ground import Seat, Task
from app.planner.worth import in_town

if TYPE_CHECKING:
    from app.planner.model import Model


def prime_time(model: "Model", day: date, halls: dict[int, Any], starts: Any, away: Any) -> Any | None:
    """Whether it begins in prime time."""
    points = model.prices[Wish.PRIME_TIME]
    spans = {model.ground.prime(day, hall) for hall in halls}
    if not points or not spans:
        return None
    prime = model.model.new_bool_var("")
    model.model.add_implication(prime, away)
    for hall, here in halls.items():
        first, last = model.ground.prime(day, hall)
        only = [prime] if len(spans) == 1 else [prime, here]
        model.model.add(starts >= first).only_enforce_if(only)
        model.model.add(starts <= last).only_enforce_if(only)
        if len(spans) == 1:
            break
    model.terms.append((points, prime))
    return prime


def guests(model: "Model", task: Task, day: date, starts: Any, away: Any) -> dict[int, Any]:
    """Which guests of the title are there."""
    found: dict[int, Any] = {}
    points, solver = model.prices[Wish.GUEST_THERE], model.model
    rooms = [room for (on, _hall), room in task.rooms.items() if on == day]
    earliest = min((room.every[0][0] for room in rooms), default=0)
    latest = max((room.every[-1][1] for room in rooms), default=0)
    for guest in task.guests:
        spans = model.ground.context.people.get(guest)
        allowed = [] if spans is not None else [[earliest, latest]]
        for span in spans or ():
            low = earliest if span.starts is None else max(earliest, span.starts + task.lead)
            high = latest if span.ends is None else min(latest, span.ends - task.tail)
            if low <= high:
                allowed.append([low, high])
        if allowed and points:
            found[guest] = here = solver.new_bool_var("")
            solver.add_implication(here, away)
            domain = cp_model.Domain.from_intervals(allowed)
            solver.add_linear_expression_in_domain(starts, domain).only_enforce_if(here)
            size = task.length + model.ground.way
            interval = solver.new_optional_fixed_size_interval_var(starts - task.lead, size, here, "")
            model.things["guest", guest].append(interval)
            model.terms.append((points, here))
    return found


def guests_at_home(model: "Model", task: Task, seat: Seat, stays: Any) -> dict[int, Any]:
    """Guests of an event that stays where it is."""
    found = {}
    begins = seat.starts - task.lead
    points = model.prices[Wish.GUEST_THERE]
    for guest in task.guests:
        if points and in_town(model.ground, guest, begins, seat.starts + task.tail):
            found[guest] = here = model.model.new_bool_var("")
            model.model.add_implication(here, stays)
            size = task.length + model.ground.way
            interval = model.model.new_optional_fixed_size_interval_var(begins, size, here, "")
            model.things["guest", guest].append(interval)
            model.terms.append((points, here))
    return found


def alone(model: "Model", task: Task, starts: Any, away: Any) -> Any | None:
    """Whether it is among the showings of its strand of which no two overlap; each one that is not costs."""
    points = model.prices[Wish.STRAND_ALONE]
    if task.strand is None:
        return None
    size = task.slot.body_end - task.slot.body_start
    if model.bearings.tolls.of(Clash.STRAND_PARALLEL) is None:
        interval = model.model.new_optional_fixed_size_interval_var(starts, size, away, "")
        model.strands[task.strand].append(interval)
        return None
    if not points:
        return None
    stands = model.model.new_bool_var("")
    model.model.add_implication(stands, away)
    model.strands[task.strand].append(model.model.new_optional_fixed_size_interval_var(starts, size, stands, ""))
    model.terms += [(points, stands), (-points, away)]
    return stands
