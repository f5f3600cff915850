"""Quick steps to a better plan, without the solver: some showings are taken out and seated anew in another order.

A second has a thousand of them. Each is kept when it costs no points, or few; what comes of many is judged as a whole.
"""

from collections.abc import Callable, Collection
from datetime import date
from math import log
from random import Random
from typing import NamedTuple

from app.planner.filling import Filling
from app.planner.ground import Ground, Key, Plan, Seat, Task
from app.planner.taken import Cell, most_there
from app.planner.worth import parallel

HEAT = 0.5
"""About so many points a step may lose; the next may bring more."""

WAITING = 10
"""Titles that wait, at most, to be tried in the room a step makes."""

SKIPPED = 0.03
"""How often a showing is left out though it has a place, so that others get theirs."""

HOURS = (60, 150, 240, 400)
"""Minutes of a hall that are emptied at a time."""

BY_HOURS, BY_WISH = 0.35, 0.75
"""How often some hours are emptied, and how often that or what is in the way of a title; otherwise some anywhere."""

WHOLLY, MET = 0.5, 0.7
"""How often all showings of such a title are taken out as well, and it shall begin when its guest is there."""

_NEVER = 1e-12


class _Deed(NamedTuple):
    """A showing seated, or taken out."""

    key: Key
    seat: Seat
    seated: bool


class Reseating:
    """A plan that is changed step by step; `best` is the best seen, by the points the solver's model knows."""

    def __init__(self, ground: Ground, dice: Random) -> None:
        self.ground, self.dice = ground, dice
        self.filling = Filling(ground)
        self.best: Plan = {}
        self.points = self.most = 0
        self.titles = [task.number for task in ground.tasks if task.rooms]
        self.cells = sorted(ground.alone.openings)
        self.deeds: list[_Deed] = []
        self.guests = {guest: 0 for task in ground.tasks for guest in task.guests}
        self.strands = {strand: parallel(spans) for strand, spans in ground.strands.items()}

    def run(self, plan: Plan, steps: int, enough: Callable[[], bool]) -> Plan:
        """The best plan within so many steps from `plan`, which itself is the answer when none is better."""
        self._begin(plan)
        self.best, self.most = dict(plan), self.points
        if self.titles and self.cells:
            for _step in range(steps):
                if enough():
                    break
                self._step()
        return self.best

    def _begin(self, plan: Plan) -> None:
        """Make a plan the present one."""
        self.deeds = []
        for key, seat in [*self.filling.plan.items()]:
            if plan.get(key) != seat:
                self._take(key)
        for key, seat in plan.items():
            if key not in self.filling.plan:
                self._seat(self.ground.tasks[key[0]], key[1], seat)
        self._keep(*self._change())

    def _step(self) -> None:
        """Take some out, seat them and others anew; back again when that lost too much."""
        self.deeds = []
        out = self._chosen()
        touched = {(key[1], self.filling.plan[key].hall) for key in out}
        for key in out:
            self._take(key)
        self._refill([key[0] for key in out], touched)
        change, guests, strands = self._change()
        if change >= HEAT * log(self.dice.random() + _NEVER):
            self._keep(change, guests, strands)
            if self.points > self.most:
                self.most, self.best = self.points, dict(self.filling.plan)
            return
        for key, seat, seated in reversed(self.deeds):
            if seated:
                self.filling.take(key)
            else:
                self.filling.seat(self.ground.tasks[key[0]], key[1], seat)

    def _take(self, key: Key) -> None:
        self.deeds.append(_Deed(key, self.filling.take(key), seated=False))

    def _seat(self, task: Task, day: date, seat: Seat) -> None:
        self.filling.seat(task, day, seat)
        self.deeds.append(_Deed((task.number, day), seat, seated=True))

    def _chosen(self) -> list[Key]:
        """What is taken out: some hours of a few halls, what is where a title would like to be, or a few anywhere."""
        kind = self.dice.random()
        plan = self.filling.plan
        if kind < BY_HOURS or not plan:
            return self._hours()
        if kind < BY_WISH:
            return self._in_the_way()
        keys = list(plan)
        return list(dict.fromkeys(self.dice.choice(keys) for _one in range(self.dice.choice((1, 2, 3, 4, 6)))))

    def _hours(self) -> list[Key]:
        dice = self.dice
        day, hall = dice.choice(self.cells)
        opening = self.ground.alone.openings[day, hall][0]
        begins = dice.randrange(opening.opens, opening.closes + 1)
        others = [other for on, other in self.cells if on == day and other != hall]
        halls = {hall, *dice.sample(others, min(len(others), dice.choice((0, 0, 1, 2))))}
        return self._at(day, halls, begins, begins + dice.choice(HOURS))

    def _in_the_way(self) -> list[Key]:
        """What is where a title could go, and half the time all showings of that title."""
        dice, filling = self.dice, self.filling
        task = self.ground.tasks[dice.choice(self.titles)]
        out = [(task.number, day) for day in sorted(filling.days[task.number])] if dice.random() < WHOLLY else []
        ways = filling.ways(task)
        for _place in range(dice.choice((1, 1, 2))):
            way = ways[int(len(ways) * dice.random() ** 2)]
            low, high = dice.choice(way.spans)
            starts = dice.randrange(low, high + 1)
            if task.guests and dice.random() < MET:
                starts = dice.choice(sorted(filling.when_in_town(task, low, high)) or [starts])
            begins = starts - task.lead
            out += self._at(way.cell[0], {way.cell[1]}, begins, begins + way.size)
        return list(dict.fromkeys(out))

    def _at(self, day: date, halls: Collection[int], begins: int, ends: int) -> list[Key]:
        """The showings of a day that are in one of the halls at some time between two."""
        tasks = self.ground.tasks
        return [
            (number, on)
            for (number, on), seat in self.filling.plan.items()
            if on == day and seat.hall in halls and seat.starts < ends and begins < seat.starts + tasks[number].tail
        ]

    def _refill(self, out: list[int], touched: Collection[Cell]) -> None:
        """Seat again what was taken out, anywhere, and what waits in the room there is now."""
        tasks, days, dice = self.ground.tasks, self.filling.days, self.dice
        waiting = [number for number in self.titles if len(days[number]) < len(tasks[number].worth)]
        waiting = [number for number in waiting if number not in out]
        if len(waiting) > WAITING:
            waiting = dice.sample(waiting, WAITING)
        rank, noise = dice.choice(_RANKS), dice.choice((0.0, 0.1, 0.3))
        jobs = [(number, None) for number in out] + [(number, touched) for number in waiting]
        ranked = [
            (rank(tasks[number], len(days[number]), dice) * (1 + noise * dice.random()), number, where)
            for number, where in jobs
        ]
        for _rank, number, where in sorted(ranked, key=lambda job: job[:2]):
            task = tasks[number]
            if len(days[number]) < len(task.worth) and dice.random() >= SKIPPED:
                place = self.filling.best(task, where)
                if place is not None:
                    self._seat(task, place.day, place.seat)

    def _change(self) -> tuple[int, dict[int, int], dict[int, int]]:
        """The points the deeds brought, and how guests and strands stand now."""
        tasks, filling = self.ground.tasks, self.filling
        points, counts = 0, dict[int, int]()
        for (number, day), seat, seated in self.deeds:
            counts[number] = counts.get(number, 0) + (1 if seated else -1)
            points += filling.earned(tasks[number], day, seat) * (1 if seated else -1)
        for number, more in counts.items():
            now, worth = len(filling.days[number]), tasks[number].worth
            points += sum(worth[now - more : now]) - sum(worth[now : now - more])
        guests = {guest: self._reached(guest) for number in counts for guest in tasks[number].guests}
        points += filling.guest * sum(count - self.guests[guest] for guest, count in guests.items())
        own = {tasks[number].strand for number in counts}
        strands = {strand: parallel(filling.strands[strand]) for strand in own if strand is not None}
        points -= filling.clash * sum(count - self.strands.get(strand, 0) for strand, count in strands.items())
        return points, guests, strands

    def _keep(self, change: int, guests: dict[int, int], strands: dict[int, int]) -> None:
        self.points += change
        self.guests |= guests
        self.strands |= strands

    def _reached(self, guest: int) -> int:
        return most_there(self.filling.guests[guest], self.ground.way, self.ground.things.get(("person", guest), ()))


def _by_chance(_task: Task, _shown: int, dice: Random) -> float:
    return dice.random()


def _short(task: Task, _shown: int, _dice: Random) -> float:
    return float(task.length)


def _long(task: Task, _shown: int, _dice: Random) -> float:
    return 1 / max(1, task.length)


def _met(task: Task, _shown: int, _dice: Random) -> float:
    return task.length / (1 + 2 * len(task.guests))


def _dear(task: Task, shown: int, _dice: Random) -> float:
    """What brings the most points a minute first."""
    return task.length / max(1, task.worth[min(shown, len(task.worth) - 1)] + 30 * len(task.guests))


_RANKS: tuple[Callable[[Task, int, Random], float], ...] = (_short, _long, _by_chance, _met, _dear)
