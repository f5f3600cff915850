"""From a problem to the ground it is planned on: what may move, what stays, and who lays claim to what."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date

from app.domain import weights
from app.domain.calendar import day_of
from app.domain.context import Context
from app.domain.kinds import ScreeningStatus
from app.domain.planning import Problem, Wanted
from app.domain.rights import Asked, permitting
from app.domain.screenings import Slot
from app.domain.surroundings import EntryFacts
from app.domain.weights import Wish
from app.planner.ground import LONGEST_WAY, Choice, Claim, Ground, Seat, Task, Thing, by_thing, joined, turnaround
from app.planner.rooms import Alone, Rooms, either


def lay_out(problem: Problem) -> Ground:
    """The ground of a problem: rooms asked of the rules, everything that stays marked as taken."""
    alone = Alone(problem)
    live = [slot for slot in problem.slots if slot.live]
    pins = tuple(slot for slot in live if slot.id not in problem.movable)
    laid = _Layout(problem, alone, pins)
    for slot in live:
        if slot.id in problem.movable:
            laid.event(slot)
    for wanted in problem.wanted:
        laid.entry(wanted)
    tasks = tuple(laid.tasks)
    return Ground(
        problem, alone, tasks, pins, _halls(tasks, pins, problem.context), _things(tasks, pins, problem.context),
        _strands(pins, problem.context), laid.way, laid.faithful,
    )  # fmt: skip


class _Layout:
    """Tasks being made."""

    def __init__(self, problem: Problem, alone: Alone, pins: tuple[Slot, ...]) -> None:
        self.problem, self.alone, self.pins = problem, alone, pins
        self.context = problem.context
        self.tasks: list[Task] = []
        halls = sorted({hall for _day, hall in alone.openings})
        self.way = _longest_way(self.context, halls, None)
        self.alike = self._alike(halls)
        self.copy_ways = {copy: _longest_way(self.context, halls, copy) for copy in self.context.copies}

    @property
    def faithful(self) -> bool:
        """Whether nothing was left out: no way is shorter than the longest, which is the one that is kept free."""
        shared = [claim.thing for task in self.tasks for claim in task.claims if claim.thing[0] != "work"]
        shared += [("copy", choice.copy) for task in self.tasks for choice in task.choices]
        shared += [("copy", copy) for pin in self.pins for copy in pin.copies]
        shared += [("person", booked.person) for pin in self.pins for booked in pin.people]
        several = len(set(shared)) < len(shared) or any(
            len(task.worth) > 1 and (task.claims or task.choices) for task in self.tasks
        )
        return self.alike or not several

    def _alike(self, halls: list[int]) -> bool:
        """Whether every two halls lie equally far from each other, and nothing is shown twice in one hall sooner."""
        rest = min((turnaround(Slot(0, hall, 0, 0, 0, 0), self.context) for hall in halls), default=0)
        ways = {self.context.way(NOBODY, one, other) for one in halls for other in halls if one != other}
        ingest = any(facts.ingest for facts in self.context.copies.values())
        return len(ways) <= 1 and not ingest and max(ways, default=0) <= rest

    def event(self, slot: Slot) -> None:
        """An event on the board that may move."""
        context = self.context
        assert slot.hall is not None
        day = context_day(slot, context)
        here = self.alone.judged(slot, slot.hall, slot.start)
        home = (day, Seat(slot.hall, slot.body_start, home=True)) if here.allowed and _open(self.alone, slot) else None
        wish = Wish.STAYS if slot.status is ScreeningStatus.TENTATIVE else Wish.STAYS_CONFIRMED
        if slot.id in context.published:
            wish = Wish.STAYS_PUBLISHED
        self._add(
            slot, (weights.points(Wish.KEPT, context),), self.alone.rooms(slot), home=home,
            stays=weights.points(wish, context), once=False,
        )  # fmt: skip

    def entry(self, wanted: Wanted) -> None:
        """Showings of an entry: each on a day and in a hall of its own.

        Only where there are fewer days than showings, or nobody minds (R15 off), are they planned one by one; a hall
        may come again where too few can play the title.
        """
        context = self.context
        shown = [slot for slot in self.problem.slots if slot.live and slot.entry == wanted.entry]
        had = len(shown)
        count = min(wanted.showings, permitted(wanted.slot, context, shown))
        worth = [weights.showing_points(had + number, context) for number in range(count)]
        choices, rooms = self._choices(wanted)
        halls, days = {slot.hall for slot in shown}, {context_day(slot, context) for slot in shown}
        off = context.settings.get("R15")
        once = len({hall for _day, hall in rooms}) >= had + count
        if count > len(set(self.problem.days) - days) or (off is not None and off.severity == 0):
            for points in worth:
                self._add(wanted.slot, (points,), rooms, entry=wanted.entry, once=False, choices=choices)
        elif count:
            left = {key: room for key, room in rooms.items() if key[0] not in days and not (once and key[1] in halls)}
            self._add(wanted.slot, tuple(worth), left, entry=wanted.entry, once=once, choices=choices)

    def _choices(self, wanted: Wanted) -> tuple[tuple[Choice, ...], Rooms]:
        """The copies of which each showing uses one, and where it may be with any; nothing to choose where none is."""
        if wanted.slot.copies or not wanted.copies:
            return (), self.alone.rooms(wanted.slot)
        length, found = wanted.slot.body_end - wanted.slot.body_start, []
        for copy, slot in zip(wanted.copies, wanted.with_each_copy(), strict=True):
            facts = self.context.copies.get(copy)
            way = self.copy_ways.get(copy, self.way)
            claim = None if facts is not None and facts.anywhere else Claim(("copy", copy), 0, length, way)
            found.append(Choice(copy, self.alone.rooms(slot), claim))
        return tuple(found), either(one.rooms for one in found)

    def _add(  # noqa: PLR0913 - the facts of a task
        self, slot: Slot, worth: tuple[int, ...], rooms: Rooms, *, entry: int | None = None,
        home: tuple[date, Seat] | None = None, stays: int = 0, once: bool = True, choices: tuple[Choice, ...] = (),
    ) -> None:  # fmt: skip
        context = self.context
        facts = context.entries.get(slot.entry) if slot.entry is not None else None
        strand = slot.strand if slot.strand is not None else facts.strand if facts else None
        alone = context.strands.get(strand) if strand is not None else None
        self.tasks.append(Task(
            number=len(self.tasks), slot=slot, worth=worth, rooms=rooms, entry=entry, home=home, stays=stays, once=once,
            claims=tuple(self._claims(slot)), guests=_guests(slot, facts, context),
            strand=strand if alone is not None and alone.alone else None, choices=choices,
        ))  # fmt: skip

    def _claims(self, slot: Slot) -> Iterator[Claim]:
        length, lead = slot.body_end - slot.body_start, slot.body_start - slot.start
        for copy in dict.fromkeys(slot.copies):
            facts = self.context.copies.get(copy)
            if facts is None or not facts.anywhere:
                yield Claim(("copy", copy), 0, length, self.copy_ways.get(copy, self.way))
        for booked in slot.people:
            yield Claim(("person", booked.person), -lead, slot.end - slot.body_start, self.way)
        for work in slot.works:
            yield Claim(("work", work), 0, length, 0)


def context_day(slot: Slot, context: Context) -> date:
    """The festival day of an event."""
    _territory, zone = context.place(slot.hall)
    return day_of(slot.body_start, context.day_start, zone)


def _open(alone: Alone, slot: Slot) -> bool:
    """Whether its hall is open where it is now."""
    facts = alone.problem.context.halls.get(slot.hall) if slot.hall is not None else None
    return facts is None or not facts.hours or any(a <= slot.start and slot.end <= b for a, b in facts.hours)


def permitted(slot: Slot, context: Context, shown: list[Slot]) -> int:
    """How many more showings rights allow."""
    most = 10**6
    for work in slot.works:
        if context.rights is None or work not in context.limited:
            continue
        asked = Asked(dict(slot.shown()).get(work), context.territory, context.use)
        windows = permitting(context.rights.get(work, ()), asked)
        if windows and all(window.max_showings is not None for window in windows):
            most = min(most, sum(window.max_showings or 0 for window in windows) - len(shown))
    return max(0, most)


def _guests(slot: Slot, facts: EntryFacts | None, context: Context) -> tuple[int, ...]:
    """The guests of the title who are not booked anyway."""
    booked = {one.person for one in slot.people}
    if facts is None or not weights.points(Wish.GUEST_THERE, context):
        return ()
    return tuple(guest for guest in facts.guests if guest not in booked)


def _longest_way(context: Context, halls: list[int], copy: int | None) -> int:
    """Minutes that do between any two of the halls; longer ways of a tour are left to the last check."""
    ways = [0]
    seen: set[tuple[int, int]] = set()
    for one in halls:
        for other in halls:
            a, b = context.halls.get(one), context.halls.get(other)
            pair = (a.venue, b.venue) if a and b else (0, 0)
            if one != other and pair not in seen:
                seen.add(pair)
                ways.append(context.way(copy if copy is not None else NOBODY, one, other))
    return max((way for way in ways if way <= LONGEST_WAY), default=0)


NOBODY = -1
"""No copy: the way of somebody without luggage."""


def _halls(tasks: Iterable[Task], pins: Iterable[Slot], context: Context) -> dict[int, tuple[tuple[int, int], ...]]:
    """When the halls are taken by what stays, the turnaround counted unless somebody is at home in it already."""
    starts: dict[int, list[int]] = defaultdict(list)
    for task in tasks:
        if task.home is not None and task.slot.hall is not None:
            starts[task.slot.hall].append(task.slot.start)
    lengths = [turnaround(task.slot, context) for task in tasks] or [0]
    spans: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for pin in pins:
        assert pin.hall is not None
        free = pin.end + turnaround(pin, context)
        free = min([free, *(start for start in starts[pin.hall] if start >= pin.end)])
        begins = min(pin.start + min(lengths), pin.end) if pin.blocker else pin.start
        spans[pin.hall].append((begins, max(free, begins)))
    return {hall: joined(own) for hall, own in spans.items()}


def _things(tasks: Iterable[Task], pins: Iterable[Slot], context: Context) -> dict[Thing, tuple[tuple[int, int], ...]]:
    """When copies, people and works are taken by what stays, with the way after it."""
    ways: dict[Thing, int] = {claim.thing: claim.way for task in tasks for claim in task.claims}
    spans: list[tuple[Thing, int, int]] = []
    for pin in pins:
        own = [(("copy", copy), pin.body_start, pin.body_end) for copy in pin.copies]
        own += [(("person", booked.person), pin.start, pin.end) for booked in pin.people]
        own += [(("work", work), pin.body_start, pin.body_end) for work in pin.works]
        spans += [(thing, begins, ends + ways.get(thing, 0)) for thing, begins, ends in own]
    del context
    return by_thing(spans)


def _strands(pins: Iterable[Slot], context: Context) -> dict[int, tuple[tuple[int, int], ...]]:
    """The films of strands that stand alone among what stays; not joined, each counts."""
    spans: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for pin in pins:
        facts = context.strands.get(pin.strand) if pin.strand is not None else None
        if facts is not None and facts.alone and pin.strand is not None:
            spans[pin.strand].append((pin.body_start, pin.body_end))
    return {strand: tuple(sorted(own)) for strand, own in spans.items()}
