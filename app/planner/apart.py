"""What may not happen at the same time: in a hall, with a copy or a person, and if it can be helped in a strand."""

from typing import TYPE_CHECKING, Any

from app.domain.screenings import Clash
from app.domain.weights import Wish
from app.planner.ground import Seat, Task
from app.planner.worth import attending

if TYPE_CHECKING:
    from app.planner.model import Model


def keep_apart(model: "Model") -> None:
    """No two at a time in a hall, with a copy or a person; what is fixed elsewhere in the plan is in the way, too."""
    ground, fixed = model.ground, _near(model)
    halls = {hall: list(spans) for hall, spans in ground.halls.items()}
    things = {thing: list(spans) for thing, spans in ground.things.items()}
    for task, seat in fixed:
        after = 0 if seat.home else ground.after(task, seat.hall)
        halls.setdefault(seat.hall, []).append((seat.starts - task.lead, seat.starts + task.tail + after))
        for claim in task.claims_at(seat):
            span = (seat.starts + claim.begins, seat.starts + claim.ends + claim.way)
            things.setdefault(claim.thing, []).append(span)
    others = {key: seat for key, seat in model.fixed.items() if key not in model.units}
    for key, guests in attending(ground, others).items():
        seat, task = others[key], ground.tasks[key[0]]
        for guest in guests:
            span = (seat.starts - task.lead, seat.starts + task.tail + ground.way)
            things.setdefault(("guest", guest), []).append(span)
    for hall, intervals in model.halls.items():
        model.model.add_no_overlap([*intervals, *model.blocks(halls.get(hall, ()))])
    for thing, intervals in model.things.items():
        taken = model.blocks(things.get(thing, ()))
        if len(intervals) + len(taken) > 1:
            model.model.add_no_overlap([*intervals, *taken])
    for strand, intervals in model.strands.items():
        model.model.add_no_overlap([*intervals, *_strand_blocks(model, strand, fixed)])


def _near(model: "Model") -> list[tuple[Task, Seat]]:
    """What is fixed on the days of the model, and on those before and after, for nights are long."""
    days = {day for _number, day in model.units}
    return [
        (model.ground.tasks[number], seat)
        for (number, day), seat in model.fixed.items()
        if (number, day) not in model.units and any(abs((day - one).days) <= 1 for one in days)
    ]


def _strand_blocks(model: "Model", strand: int, fixed: list[tuple[Task, Seat]]) -> list[Any]:
    """What is fixed in a strand: there, but it may be the one that gives way."""
    spans = list(model.ground.strands.get(strand, ()))
    for task, seat in fixed:
        if task.strand == strand:
            spans.append((seat.starts, seat.starts + task.slot.body_end - task.slot.body_start))
    if model.bearings.tolls.of(Clash.STRAND_PARALLEL) is None:
        return model.blocks(spans)
    found = []
    points = model.prices[Wish.STRAND_ALONE]
    for begins, ends in spans:
        kept = model.model.new_bool_var("")
        found.append(model.model.new_optional_fixed_size_interval_var(begins, ends - begins, kept, ""))
        model.kept[strand].append((begins, ends, kept))
        model.terms.append((points, kept))
        model.constant -= points
    return found
