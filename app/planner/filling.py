"""A plan being filled: each showing into the best place that is free."""

from collections.abc import Callable, Collection, Iterator
from datetime import date
from typing import NamedTuple

from app.planner.ground import Ground, Plan, Seat, Task
from app.planner.rooms import Room
from app.planner.taken import Cell, Span, Taken

Order = Callable[[Task], tuple[float, ...]]


class _Way(NamedTuple):
    """A hall on a day as one task sees it: what it may bring at most in prime time and outside, and at the least.

    Then the minutes it takes, the starts it may have, and which of them are in prime time.
    """

    most: int
    outside: int
    points: int
    cell: Cell
    size: int
    spans: tuple[Span, ...]
    prime: Span


class Place(NamedTuple):
    """A free place: points it brings, minutes it leaves empty beside, the day and the seat."""

    points: int
    gap: int
    day: date
    seat: Seat


class Filling(Taken):
    """A plan being filled and emptied, always free of clashes the solver's model knows as well."""

    def __init__(self, ground: Ground, plan: Plan | None = None) -> None:
        super().__init__(ground)
        self._ways: dict[int, list[_Way]] = {}
        for (number, day), seat in (plan or {}).items():
            self.seat(ground.tasks[number], day, seat)

    def fill(self, order: Order) -> Plan:
        """First what is on the board already, then the first showing of each title, then the second of each …"""
        tasks = self.ground.tasks
        for task in tasks:
            if task.home is not None and self.free(task, task.home[1]):
                self.seat(task, *task.home)
        for number in range(max((len(task.worth) for task in tasks), default=0)):
            asking = [task for task in tasks if len(task.worth) > number and task.rooms]
            for task in sorted(asking, key=order):
                best = self.best(task) if len(self.days[task.number]) == number else None
                if best is not None:
                    self.seat(task, best.day, best.seat)
        return self.plan

    def best(self, task: Task, cells: Collection[Cell] | None = None) -> Place | None:
        """The best free place for one showing more, in some halls on some days or anywhere."""
        found = self._back(task)
        days, used, gaps = self.days[task.number], self.used[task.number], self.gaps
        for way in self.ways(task):
            most, outside, _points, cell, size, _spans, _prime = way
            least = found[0] + (found[1] == 0) if found is not None else outside
            if most < least:
                break
            if cell[0] in days or (cells is not None and cell not in cells) or (task.once and used.get(cell[1])):
                continue
            free = gaps.get(cell) or self.stretches(cell)
            if free[0] < size or (outside < least and not free[1]):
                continue
            for place in self._places(task, way):
                if found is None or place[0] > found[0] or (place[0] == found[0] and place[1] < found[1]):
                    found = place
        return found

    def _back(self, task: Task) -> Place | None:
        """Its old place, when that is free."""
        if task.home is None or task.home[0] in self.days[task.number] or not self.free(task, task.home[1]):
            return None
        day, seat = task.home
        points = self.earned(task, day, seat) + self.guest * self.there(task, seat.starts)
        return Place(points - (self.beside(task, seat.starts) if task.strand is not None else 0), 0, day, seat)

    def earned(self, task: Task, day: date, seat: Seat) -> int:
        """The points of a showing in its place; guests, strand and how many there are before it left aside."""
        first, last = self.ground.prime(day, seat.hall)
        points = self.ground.fit(task, seat.hall) + (self.prime if first <= seat.starts <= last else 0)
        if seat.home:
            return points + task.stays
        room = task.rooms[day, seat.hall]
        dear = (price for low, high, price in room.dear if low <= seat.starts <= high)
        return points - next(dear, room.price)

    def places(self, task: Task) -> list[Place]:
        """Free places for one showing more, the best first."""
        days, used = self.days[task.number], self.used[task.number]
        ways = (w for w in self.ways(task) if w.cell[0] not in days and not (task.once and used.get(w.cell[1])))
        found = [place for way in ways for place in self._places(task, way)]
        return sorted(found, key=lambda place: (-place.points, place.day, place.seat))

    def ways(self, task: Task) -> list[_Way]:
        """Halls on days that are open to a task, those that fit best first."""
        known = self._ways.get(task.number)
        if known is None:
            known = [way for (day, hall), room in task.rooms.items() for way in self._ways_in(task, (day, hall), room)]
            known.sort(key=lambda way: (-way.most, way.cell))
            self._ways[task.number] = known
        return known

    def _ways_in(self, task: Task, cell: Cell, room: Room) -> Iterator[_Way]:
        """A hall on a day once for each price its hours have."""
        ground = self.ground
        size, fit = task.length + ground.after(task, cell[1]), ground.fit(task, cell[1])
        first, last = ground.prime(*cell)
        ways = [(room.price, room.spans)]
        if room.dear:
            prices = sorted({price for _low, _high, price in room.dear})
            ways += [(price, tuple((a, b) for a, b, own in room.dear if own == price)) for price in prices]
        for price, spans in ways:
            outside = fit - price
            if task.guests:
                outside += self.guest * sum(self._reaches(guest, task, spans) for guest in task.guests)
            most = outside + self.prime if any(low <= last and first <= high for low, high in spans) else outside
            yield _Way(most, outside, fit - price, cell, size, spans, (first, last))

    def _reaches(self, guest: int, task: Task, spans: tuple[Span, ...]) -> bool:
        """Whether a guest is in town at one of the starts."""
        stays = self.ground.context.people.get(guest)
        return stays is None or any(
            (stay.starts is None or stay.starts + task.lead <= high)
            and (stay.ends is None or low <= stay.ends - task.tail)
            for stay in stays
            for low, high in spans
        )

    def _places(self, task: Task, way: _Way) -> Iterator[Place]:
        """Places in a hall on a day."""
        (day, hall), (first, last) = way.cell, way.prime
        plain = not (task.claims or task.choices)
        for starts, gap in self._starts(task, way):
            if not plain and not (self.clear(task, starts) and self._has_copy(task, way, starts)):
                continue
            points = way.points
            if first <= starts <= last:
                points += self.prime
            if task.guests:
                points += self.guest * self.there(task, starts)
            if task.strand is not None:
                points -= self.beside(task, starts)
            copy = self.copy(task, day, hall, starts) if task.choices else None
            yield Place(points, gap, day, Seat(hall, starts, copy=copy))

    def _starts(self, task: Task, way: _Way) -> Iterator[tuple[int, int]]:
        """Starts worth trying in the free stretches of a hall, with the minutes they leave empty before or after."""
        grid, size, lead = self.ground.problem.grid, way.size, task.lead
        first = way.prime[0] + -way.prime[0] % grid
        gaps = self.gaps.get(way.cell) or self.stretches(way.cell)
        for free, until in gaps.stretches:
            if until - free < size:
                continue
            for low, high in way.spans:
                early, late = max(low, free + lead), min(high, until - size + lead)
                early, late = early + -early % grid, late - late % grid
                if early > late:
                    continue
                tried = {early, late, max(early, min(first, late))}
                if task.guests:
                    tried |= self.when_in_town(task, early, late)
                for starts in sorted(tried):
                    yield starts, min(starts - early, late - starts)

    def when_in_town(self, task: Task, early: int, late: int) -> set[int]:
        """The first and last starts between two at which a guest is in town."""
        found, grid = set(), self.ground.problem.grid
        for guest in task.guests:
            for span in self.ground.context.people.get(guest, ()):
                low = early if span.starts is None else max(early, span.starts + task.lead)
                high = late if span.ends is None else min(late, span.ends - task.tail)
                low, high = low + -low % grid, high - high % grid
                if low <= high:
                    found |= {low, high}
        return found

    def _has_copy(self, task: Task, way: _Way, starts: int) -> bool:
        return not task.choices or self.copy(task, *way.cell, starts) is not None
