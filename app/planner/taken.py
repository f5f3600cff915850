"""What a plan takes up: halls, things, the time of guests, strands; and what is still free of them."""

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from app.domain import weights
from app.domain.weights import Wish
from app.planner.ground import Claim, Ground, Key, Plan, Seat, Task, Thing
from app.planner.worth import in_town

Span = tuple[int, int]
Cell = tuple[date, int]


class Free(NamedTuple):
    """The free stretches of a hall on a day, how long the longest is, and whether something may begin in prime time."""

    longest: int
    in_prime: bool
    stretches: list[Span]


class Taken:
    """A plan and all it takes up, kept in step as showings are seated and taken out."""

    def __init__(self, ground: Ground) -> None:
        self.ground = ground
        self.plan: Plan = {}
        self.halls: dict[int, list[Span]] = defaultdict(list, {hall: list(own) for hall, own in ground.halls.items()})
        self.things: dict[Thing, list[Span]] = defaultdict(list, {t: list(own) for t, own in ground.things.items()})
        self.strands: dict[int, list[Span]] = defaultdict(list, {s: list(own) for s, own in ground.strands.items()})
        self.guests: dict[int, list[Span]] = defaultdict(list)
        """What each guest could be at, as (end, begin)."""
        self.days: dict[int, set[date]] = defaultdict(set)
        self.used: dict[int, dict[int, int]] = defaultdict(dict)
        self.gaps: dict[Cell, Free] = {}
        afters = {ground.after(task, hall) for task in ground.tasks for _day, hall in task.rooms}
        self._linger = max(afters, default=0)
        self._lead = max((task.lead for task in ground.tasks), default=0)
        self._shortest = min((task.length for task in ground.tasks), default=0)
        self._beside_cell = _touching(ground, self._linger)
        self.prime = weights.points(Wish.PRIME_TIME, ground.context)
        self.guest = weights.points(Wish.GUEST_THERE, ground.context)
        self.clash = weights.points(Wish.STRAND_ALONE, ground.context)
        taken = (spans for own in (self.halls, self.things, self.strands) for spans in own.values())
        self.reach = max((ends - begins for spans in taken for begins, ends in spans), default=0)
        """The longest that anything is taken at a stretch."""

    def seat(self, task: Task, day: date, seat: Seat) -> None:
        """Give a showing its place."""
        self.plan[task.number, day] = seat
        self.days[task.number].add(day)
        self.used[task.number][seat.hall] = self.used[task.number].get(seat.hall, 0) + 1
        self._forget(day, seat.hall)
        for spans, span in self._taken_by(task, seat):
            insort(spans, span)
            self.reach = max(self.reach, span[1] - span[0])

    def take(self, key: Key) -> Seat:
        """Take a showing out of the plan again."""
        task, seat = self.ground.tasks[key[0]], self.plan.pop(key)
        self.days[task.number].discard(key[1])
        self.used[task.number][seat.hall] -= 1
        self._forget(key[1], seat.hall)
        for spans, span in self._taken_by(task, seat):
            del spans[bisect_left(spans, span)]
        return seat

    def _taken_by(self, task: Task, seat: Seat) -> Iterator[tuple[list[Span], Span]]:
        """The lists a showing stands in, and how."""
        begins, ends = seat.starts - task.lead, seat.starts + task.tail
        after = 0 if seat.home else self.ground.after(task, seat.hall)
        yield self.halls[seat.hall], (begins, ends + after)
        for claim in task.claims_at(seat):
            yield self.things[claim.thing], (seat.starts + claim.begins, seat.starts + claim.ends + claim.way)
        for guest in task.guests:
            if in_town(self.ground, guest, begins, ends):
                yield self.guests[guest], (ends, begins)
        if task.strand is not None:
            yield self.strands[task.strand], (seat.starts, seat.starts + task.slot.body_end - task.slot.body_start)

    def stretches(self, cell: Cell) -> Free:
        """What is free in a hall on a day; after closing it may still be cleaned."""
        busy, found = self.halls[cell[1]], []
        for opening in self.ground.alone.openings.get(cell, ()):
            free, end = opening.opens, opening.closes + self._linger
            place = max(0, bisect_left(busy, (free,)) - 1)
            while place < len(busy) and busy[place][0] < end:
                if busy[place][0] - free >= self._shortest:
                    found.append((free, busy[place][0]))
                free = max(free, busy[place][1])
                place += 1
            if end - free >= self._shortest:
                found.append((free, end))
        first, last = self.ground.prime(*cell)
        known = self.gaps[cell] = Free(
            max((until - free for free, until in found), default=0),
            any(free <= last and first <= until + self._lead - self._shortest for free, until in found),
            found,
        )
        return known

    def _forget(self, day: date, hall: int) -> None:
        for cell in self._beside_cell.get((day, hall), ()):
            self.gaps.pop(cell, None)

    def free(self, task: Task, seat: Seat) -> bool:
        """Whether hall and things are free for an event where it is."""
        begins, ends = seat.starts - task.lead, seat.starts + task.tail
        return not self._meets(self.halls[seat.hall], begins, ends) and self.clear(task, seat.starts)

    def clear(self, task: Task, starts: int) -> bool:
        """Whether everything the task needs is there."""
        return not any(self.claimed(claim, starts) for claim in task.claims)

    def claimed(self, claim: Claim, starts: int) -> bool:
        """Whether a thing is somewhere else."""
        own = self.things.get(claim.thing)
        return own is not None and self._meets(own, starts + claim.begins, starts + claim.ends + claim.way)

    def copy(self, task: Task, day: date, hall: int, starts: int) -> int | None:
        """The first of several copies that is free and can be shown there."""
        for choice in task.choices:
            room = choice.rooms.get((day, hall))
            fits = room is not None and any(low <= starts <= high for low, high in room.every)
            if fits and (choice.claim is None or not self.claimed(choice.claim, starts)):
                return choice.copy
        return None

    def there(self, task: Task, starts: int) -> int:
        """How many guests more are at a showing when this one is added."""
        begins, ends = starts - task.lead, starts + task.tail
        more = 0
        for guest in task.guests:
            if in_town(self.ground, guest, begins, ends):
                own = self.guests[guest]
                booked = self.ground.things.get(("person", guest), ())
                if not own:
                    more += most_there(((ends, begins),), self.ground.way, booked)
                else:
                    more += most_there(sorted([*own, (ends, begins)]), self.ground.way, booked)
                    more -= most_there(own, self.ground.way, booked)
        return more

    def beside(self, task: Task, starts: int) -> int:
        """The points lost to others of the strand at the same time."""
        assert task.strand is not None
        own = self.strands[task.strand]
        return self.clash * self._meets(own, starts, starts + task.slot.body_end - task.slot.body_start)

    def _meets(self, busy: list[Span], begins: int, ends: int) -> bool:
        """Whether any of the sorted spans meets this one."""
        earliest = begins - self.reach
        for place in range(bisect_left(busy, (ends,)) - 1, -1, -1):
            if busy[place][1] > begins:
                return True
            if busy[place][0] < earliest:
                break
        return False


def _touching(ground: Ground, linger: int) -> dict[Cell, tuple[Cell, ...]]:
    """For each hall on a day the days of that hall on which something there may take up time, itself the first."""
    longest = max((task.length for task in ground.tasks), default=0) + linger
    spans = {cell: (own[0].opens, own[-1].closes) for cell, own in ground.alone.openings.items()}
    by_hall: dict[int, list[Cell]] = defaultdict(list)
    for cell in spans:
        by_hall[cell[1]].append(cell)
    return {
        cell: tuple(
            other
            for other in by_hall[cell[1]]
            if spans[other][0] < closes + longest and opens < spans[other][1] + longest
        )
        for cell, (opens, closes) in spans.items()
    }


def most_there(spans: Sequence[Span], way: int, booked: Sequence[Span]) -> int:
    """How many of the (end, begin), sorted, one person can be at, a way between any two."""
    count, free = 0, None
    for ends, begins in spans:
        if (free is None or begins >= free) and not any(
            begins < until and start < ends + way for start, until in booked
        ):
            count, free = count + 1, ends + way
    return count
