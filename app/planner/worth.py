"""The points of a plan, counted once more without the solver; guests are told where they can be."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from app.domain import weights
from app.domain.screenings import Finding, Severity
from app.domain.weights import Wish
from app.planner.ground import Ground, Key, Plan, Task


def worth(ground: Ground, plan: Plan) -> int:
    """The points of a plan; the prices of findings are not taken off."""
    counts: dict[int, int] = defaultdict(int)
    total = 0
    strands: dict[int, list[tuple[int, int]]] = {strand: list(spans) for strand, spans in ground.strands.items()}
    prime = weights.points(Wish.PRIME_TIME, ground.context)
    for (number, day), seat in plan.items():
        task = ground.tasks[number]
        total += task.worth[counts[number]]
        counts[number] += 1
        total += ground.fit(task, seat.hall)
        first, last = ground.prime(day, seat.hall)
        total += prime if first <= seat.starts <= last else 0
        total += task.stays if seat.home else 0
        if task.strand is not None:
            length = task.slot.body_end - task.slot.body_start
            strands.setdefault(task.strand, []).append((seat.starts, seat.starts + length))
    too_many = sum(parallel(spans) for spans in strands.values())
    there = sum(len(found) for found in attending(ground, plan).values())
    total -= weights.points(Wish.STRAND_ALONE, ground.context) * too_many
    return total + weights.points(Wish.GUEST_THERE, ground.context) * there


def parallel(spans: Iterable[tuple[int, int]]) -> int:
    """The fewest spans that must go so that no two of the rest overlap: what ends first is kept."""
    kept, count, free = 0, 0, None
    for begins, ends in sorted(spans, key=lambda span: (span[1], span[0])):
        count += 1
        if free is None or begins >= free:
            kept, free = kept + 1, ends
    return count - kept


def attending(ground: Ground, plan: Plan) -> dict[Key, tuple[int, ...]]:
    """Which guests of a title can be at which showing: as many showings as each can reach."""
    wishes: dict[int, list[tuple[int, int, Key]]] = defaultdict(list)
    for key, seat in plan.items():
        task = ground.tasks[key[0]]
        for guest in task.guests:
            begins, ends = seat.starts - task.lead, seat.starts + task.tail
            if in_town(ground, guest, begins, ends):
                wishes[guest].append((ends, begins, key))
    found: dict[Key, list[int]] = defaultdict(list)
    for guest, shows in sorted(wishes.items()):
        way, taken, free = ground.way, ground.things.get(("person", guest), ()), None
        for ends, begins, key in sorted(shows):
            clash = any(begins < until and start < ends + way for start, until in taken)
            if not clash and (free is None or begins >= free):
                found[key].append(guest)
                free = ends + way
    return {key: tuple(own) for key, own in found.items()}


def in_town(ground: Ground, guest: int, begins: int, ends: int) -> bool:
    """Whether somebody is in town all that time; without stays always."""
    spans = ground.context.people.get(guest)
    if spans is None:
        return True
    return any(
        (span.starts is None or span.starts <= begins) and (span.ends is None or ends <= span.ends) for span in spans
    )


def price(ground: Ground, findings: Iterable[Finding], before: Mapping[str, int]) -> int:
    """What findings that were not there before take off."""
    fresh = [finding for finding in findings if finding.severity is not Severity.ERROR and finding.key not in before]
    return sum(weights.price(finding, ground.context) for finding in fresh)


def waiting(task: Task, plan: Plan) -> int:
    """How many showings of a task are not in the plan."""
    return len(task.worth) - sum(number == task.number for number, _day in plan)
