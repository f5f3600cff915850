"""The first plan, within a moment: title after title into the best place that is still free."""

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial

from app.domain import weights
from app.domain.planning import Mode
from app.domain.weights import Wish
from app.planner.ground import Claim, Ground, Plan, Seat, Task, Thing
from app.planner.worth import in_town, worth

Span = tuple[int, int]
Order = Callable[[Task], tuple[float, ...]]


class Filling:
    """A plan being filled: what is taken so far, hall by hall and thing by thing."""

    def __init__(self, ground: Ground, plan: Plan | None = None) -> None:
        self.ground = ground
        self.plan: Plan = {}
        self.halls: dict[int, list[Span]] = defaultdict(list, {hall: list(own) for hall, own in ground.halls.items()})
        self.things: dict[Thing, list[Span]] = defaultdict(list, {t: list(own) for t, own in ground.things.items()})
        self.strands: dict[int, list[Span]] = defaultdict(list, {s: list(own) for s, own in ground.strands.items()})
        self.prime = weights.points(Wish.PRIME_TIME, ground.context)
        self.guest = weights.points(Wish.GUEST_THERE, ground.context)
        self.clash = weights.points(Wish.STRAND_ALONE, ground.context)
        for (number, day), seat in (plan or {}).items():
            self.seat(ground.tasks[number], day, seat)

    def seat(self, task: Task, day: date, seat: Seat) -> None:
        """Give a showing its place."""
        self.plan[task.number, day] = seat
        begins, ends = seat.starts - task.lead, seat.starts + task.tail
        after = 0 if seat.home else self.ground.after(task, seat.hall)
        insort(self.halls[seat.hall], (begins, ends + after))
        for claim in task.claims_at(seat):
            insort(self.things[claim.thing], (seat.starts + claim.begins, seat.starts + claim.ends + claim.way))
        for guest in self._there(task, begins, ends):
            insort(self.things["guest", guest], (begins, ends + self.ground.way))
        if task.strand is not None:
            insort(self.strands[task.strand], (seat.starts, seat.starts + task.slot.body_end - task.slot.body_start))

    def fill(self, order: Order | None = None) -> Plan:
        """First what is on the board already, then the first showing of each title, then the second of each …"""
        tasks = self.ground.tasks
        for task in tasks:
            if task.home is not None and self._free(task, task.home[1]):
                self.seat(task, *task.home)
        for number in range(max((len(task.worth) for task in tasks), default=0)):
            asking = [task for task in tasks if len(task.worth) > number and task.rooms]
            for task in sorted(asking, key=order or _scarce):
                if sum((task.number, day) in self.plan for day in self.ground.days) == number:
                    best = self.best(task)
                    if best is not None:
                        self.seat(task, *best)
        return self.plan

    def best(self, task: Task) -> tuple[date, Seat] | None:
        """The best free place for one showing more."""
        extra = self.prime + self.guest * len(task.guests)
        found: tuple[int, int, date, Seat] | None = None
        for fit, day, hall in self._rooms(task):
            if found is not None and fit + extra < found[0]:
                break
            for points, gap, seat in self._seats(task, fit, day, hall):
                if found is None or (points, -gap) > found[:2]:
                    found = (points, -gap, day, seat)
        return found[2:] if found else None

    def places(self, task: Task) -> list[tuple[int, date, Seat]]:
        """Free places for one showing more, the best first."""
        found = [
            (points, day, seat)
            for fit, day, hall in self._rooms(task)
            for points, _gap, seat in self._seats(task, fit, day, hall)
        ]
        return sorted(found, key=lambda place: (-place[0], place[1], place[2]))

    def _rooms(self, task: Task) -> list[tuple[int, date, int]]:
        """Halls on days that are still open to a task, those that fit best first."""
        used = {day for day in self.ground.days if (task.number, day) in self.plan}
        halls = {self.plan[task.number, day].hall for day in used} if task.once else set()
        rooms = [
            (self.ground.fit(task, hall) - room.price, day, hall)
            for (day, hall), room in task.rooms.items()
            if day not in used and hall not in halls
        ]
        return sorted(rooms, key=lambda room: (-room[0], room[1], room[2]))

    def _seats(self, task: Task, fit: int, day: date, hall: int) -> Iterator[tuple[int, int, Seat]]:
        """Seats in a hall on a day: points, minutes left empty beside, and the seat."""
        first, last = self.ground.prime(day, hall)
        for starts, gap in self._starts(task, day, hall):
            begins, ends = starts - task.lead, starts + task.tail
            points = fit + (self.prime if first <= starts <= last else 0)
            points += self.guest * sum(1 for _guest in self._there(task, begins, ends)) - self._beside(task, starts)
            yield points, gap, Seat(hall, starts, copy=self.copy(task, day, hall, starts))

    def _starts(self, task: Task, day: date, hall: int) -> Iterator[tuple[int, int]]:
        """Starts worth trying in the free stretches of a hall, with the minutes they leave empty before."""
        after, grid = self.ground.after(task, hall), self.ground.problem.grid
        first, last = self.ground.prime(day, hall)
        busy = self.halls[hall]
        for low, high in task.rooms[day, hall].spans:
            place = max(0, bisect_left(busy, (low - task.lead,)) - 1)
            free = low - task.lead
            while True:
                until = busy[place][0] if place < len(busy) else high + task.tail + after
                early = free + task.lead + -(free + task.lead) % grid
                late = min(high, until - task.tail - after)
                late -= late % grid
                tried = {early, late, max(early, min(first + -first % grid, late))}
                for starts in tried:
                    if (
                        low <= early <= starts <= late
                        and self._clear(task, starts)
                        and self._has_copy(task, day, hall, starts)
                    ):
                        yield starts, min(starts - early, late - starts)
                if place >= len(busy) or busy[place][0] > high + task.tail:
                    break
                free = max(free, busy[place][1])
                place += 1
        del last

    def _free(self, task: Task, seat: Seat) -> bool:
        """Whether hall and things are free for an event where it is."""
        begins, ends = seat.starts - task.lead, seat.starts + task.tail
        return not _taken(self.halls[seat.hall], begins, ends) and self._clear(task, seat.starts)

    def _clear(self, task: Task, starts: int) -> bool:
        """Whether everything the task needs is there."""
        return not any(self._claimed(claim, starts) for claim in task.claims)

    def _claimed(self, claim: Claim, starts: int) -> bool:
        """Whether a thing is somewhere else."""
        return claim.thing in self.things and _taken(
            self.things[claim.thing], starts + claim.begins, starts + claim.ends + claim.way
        )

    def copy(self, task: Task, day: date, hall: int, starts: int) -> int | None:
        """The first of several copies that is free and can be shown there."""
        for choice in task.choices:
            room = choice.rooms.get((day, hall))
            open_then = room is not None and any(low <= starts <= high for low, high in room.spans)
            if open_then and (choice.claim is None or not self._claimed(choice.claim, starts)):
                return choice.copy
        return None

    def _has_copy(self, task: Task, day: date, hall: int, starts: int) -> bool:
        return not task.choices or self.copy(task, day, hall, starts) is not None

    def _there(self, task: Task, begins: int, ends: int) -> Iterator[int]:
        """Guests who could be there."""
        for guest in task.guests:
            if in_town(self.ground, guest, begins, ends):
                thing = ("guest", guest)
                if thing not in self.things or not _taken(self.things[thing], begins, ends + self.ground.way):
                    yield guest

    def _beside(self, task: Task, starts: int) -> int:
        """The points lost to others of the strand at the same time."""
        if task.strand is None or task.strand not in self.strands:
            return 0
        return self.clash * _taken(
            self.strands[task.strand], starts, starts + task.slot.body_end - task.slot.body_start
        )


FEW = 8000
"""Places (title, day, hall) up to which several orders are tried: they take a tenth of a second together."""


def _taken(busy: list[Span], begins: int, ends: int) -> bool:
    """Whether any of the sorted spans meets this one. None of them is longer than two days."""
    for place in range(bisect_left(busy, (ends,)) - 1, -1, -1):
        if busy[place][1] > begins:
            return True
        if busy[place][0] < begins - 2880:
            break
    return False


def _scarce(task: Task) -> tuple[float, ...]:
    """Who has the fewest days comes first; then short ones, which give more points a minute."""
    return len({day for day, _hall in task.rooms}), task.length, task.number


def _short(task: Task) -> tuple[float, ...]:
    return task.length, task.number


def _long(task: Task) -> tuple[float, ...]:
    """Long ones first, while there are large gaps."""
    return -task.length, task.number


def _met(task: Task) -> tuple[float, ...]:
    """Titles with guests first, then short ones."""
    return -len(task.guests) / max(1, task.length), task.length, task.number


def first_plan(ground: Ground) -> Plan:
    """The best of some quick plans: each takes the titles in another order."""
    plan = Filling(ground).fill()
    if ground.problem.mode is Mode.REPAIR or sum(len(task.rooms) for task in ground.tasks) > FEW:
        return plan
    return max((plan, *(Filling(ground).fill(order) for order in (_short, _met, _long))), key=partial(worth, ground))
