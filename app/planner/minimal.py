"""Why a wish list cannot be placed whole: a smallest set of rules that contradict one another over it.

The set is minimal: what it holds is impossible together, and with any single one lifted there is a plan of all that
is wanted, which was found and checked on the board. Small lists only: every question is a model of its own.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from itertools import combinations
from time import monotonic
from typing import Any, NamedTuple

from ortools.sat.python import cp_model

from app.domain.board import Board
from app.domain.calendar import window_of_day
from app.domain.kinds_of_plans import LinkKind
from app.domain.places import Opening
from app.domain.planning import Problem, Standing, Together, numbered
from app.domain.screenings import Clash, Finding, Party, PartyKind, Severity, Slot
from app.domain.why_not import Bar, bar_of
from app.planner.ground import joined, turnaround
from app.planner.layout import NOBODY, context_day
from app.planner.rooms import Alone, Rooms

HALL: Bar = ("R1", frozenset())
TURNAROUND: Bar = ("R2", frozenset())
HOURS: Bar = ("R3", frozenset())
ORDER: Bar = ("R14", frozenset())
OF_PEOPLE = ("R5", "R6")
CUTS = 30
"""So often a plan may turn out to break a rule the model does not know, before the question is given up."""


class Unsure(Exception):  # noqa: N818 - nobody failed, there was no time
    """A question that was not answered in time."""


def minimal_set(problem: Problem, seconds: float = 20.0) -> tuple[Standing, ...] | None:
    """The rules that cannot all hold if everything wanted is to be placed; None when it can be placed.

    Raises `Unsure` when that cannot be told in time.
    """
    question = _Question(problem, monotonic() + seconds)
    found = question.core()
    return None if found is None else tuple(question.told(bar) for bar in sorted(found, key=_name))


def core(problem: Problem, seconds: float = 20.0) -> frozenset[Bar] | None:
    """The same set as plain rules, as `possible` takes them."""
    return _Question(problem, monotonic() + seconds).core()


def possible(problem: Problem, without: Iterable[Bar] = (), seconds: float = 20.0) -> bool:
    """Whether everything wanted can be placed when these rules are lifted. Raises `Unsure`."""
    question = _Question(problem, monotonic() + seconds)
    return question.possible(frozenset(question.bars()) - set(without))


MOST = 16
"""Up to so many showings a wish list is asked about as a whole."""

QUESTION = 2.0
"""Seconds at most for whether one rule of many could be let go."""


CELLS = 60
"""Up to so many halls on days."""


def together(problem: Problem, seconds: float, running: Callable[[Any], None] | None = None) -> Together:
    """Whether all that is wanted could be placed, and what stands in the way, as far as can be told in time.

    Asked of short lists only, and not where events on the board may move. `running` is handed every solver.
    """
    showings = sum(one.showings for one in problem.wanted)
    cells = len(problem.days) * len(problem.halls or problem.context.halls)
    if problem.movable or not 0 < showings <= MOST or not 0 < cells <= CELLS:
        return Together()
    question = _Question(problem, monotonic() + seconds, running)
    try:
        found = question.core(patient=True)
    except Unsure:
        return Together()
    if found is None:
        return Together(possible=True)
    why = tuple(question.told(bar) for bar in sorted(found, key=_name))
    return Together(possible=False, why=why, minimal=not question.unsure and not question.others)


class _Show(NamedTuple):
    """One showing in a model: its step, and a literal for each hall and day."""

    slot: Slot
    steps: Any
    starts: Any
    rooms: dict[Any, Any]

    def in_hall(self, hall: int) -> list[Any]:
        """The literals of one hall."""
        return [here for (_day, on), here in self.rooms.items() if on == hall]

    def on_day(self, day: Any) -> list[Any]:
        """The literals of one day."""
        return [here for (on, _hall), here in self.rooms.items() if on == day]


class _Question:
    """Whether all showings fit when some of the rules hold; one model for each set of rules."""

    def __init__(self, problem: Problem, until: float, running: Callable[[Any], None] | None = None) -> None:
        self.problem, self.until, self.running = problem, until, running
        self.context = problem.context
        self.pins = [slot for slot in problem.slots if slot.live]
        self.shows = [
            numbered(wanted.slot, -(10**9) - 1000 * place - number)
            for place, wanted in enumerate(problem.wanted)
            for number in range(wanted.showings)
        ]
        self.said: dict[Bar, dict[Finding, None]] = defaultdict(dict)
        self.unsure = False
        self.others = False

    def bars(self) -> list[Bar]:
        """Every rule that might stand in the way, with what it is about."""
        found: dict[Bar, None] = {HALL: None, TURNAROUND: None, HOURS: None}
        if any(tie.kind is LinkKind.BEFORE for tie in self.context.ties):
            found[ORDER] = None

        def seen(finding: Finding) -> bool:
            found[_of(finding)] = None
            self.said[_of(finding)][finding] = None
            return False

        alone = Alone(self.problem, seen)
        for slot in {show.entry: show for show in self.shows}.values():
            alone.rooms(slot)
            found |= dict.fromkeys(("R7", frozenset({Party(PartyKind.COPY, copy)})) for copy in slot.copies)
            found |= dict.fromkeys(("R15", frozenset({Party(PartyKind.WORK, work)})) for work in slot.works)
            for booked in slot.people:
                found |= dict.fromkeys(
                    (rule, frozenset({Party(PartyKind.PERSON, booked.person)})) for rule in OF_PEOPLE
                )
        return list(found)

    def core(self, *, patient: bool = False) -> frozenset[Bar] | None:
        """The rules left when every one that is not needed has been let go; None when all may hold.

        `patient`: a rule of which it cannot be told in time is kept, and `unsure` says so.
        """
        kept = set(self.known)
        if self.possible(frozenset(kept)):
            return None
        until = self.until
        for bar in sorted(kept, key=_name, reverse=True):
            self.until = min(until, monotonic() + QUESTION) if patient else until
            try:
                if not self.possible(frozenset(kept - {bar})):
                    kept.remove(bar)
            except Unsure:
                if not patient:
                    raise
                self.unsure = True
        return frozenset(kept)

    def told(self, bar: Bar) -> Standing:
        """A rule with what it is about."""
        findings = self.said.get(bar, {})
        halls = {Party(PartyKind.HALL, hall) for hall in self.problem.halls or self.context.halls}
        parties = bar[1] | {party for one in findings for party in one.parties}
        if bar in (HALL, TURNAROUND, HOURS):
            parties |= halls
        return Standing(bar[0], tuple(sorted({one.clash.value for one in findings})), tuple(sorted(parties)))

    def possible(self, bars: frozenset[Bar]) -> bool:
        """Whether there is a plan of everything under these rules."""
        if monotonic() > self.until:
            raise Unsure
        rooms = self._rooms(bars)
        if any(not own for own in rooms):
            return False
        model = cp_model.CpModel()
        shows = [self._show(model, slot, own) for slot, own in zip(self.shows, rooms, strict=True)]
        self._halls(model, shows, bars)
        self._days(model, shows, bars)
        for rule, things in sorted(bars, key=_name):
            if rule == "R7" or rule in OF_PEOPLE:
                for thing in things:
                    self._thing(model, shows, thing)
        if ORDER in bars:
            self._order(model, shows)
        for _again in range(CUTS):
            found = self._solve(model, shows)
            if found is None:
                return False
            clash = self._broken(found, bars)
            if clash is None:
                return True
            _cut(model, shows, found, clash)
        raise Unsure

    def _rooms(self, bars: frozenset[Bar]) -> list[Rooms]:
        alone = Alone(self.problem, lambda finding: _of(finding) in bars)
        if HOURS not in bars:
            zones = {hall: self.context.place(hall)[1] for _day, hall in alone.openings}
            halls = self.problem.halls or tuple(self.context.halls)
            alone.openings = {
                (day, hall): [
                    Opening(hall, day, *window_of_day(day, self.context.day_start, zones.get(hall, self.context.zone)))
                ]
                for day in self.problem.days
                for hall in halls
            }
        known = {slot.entry: alone.rooms(slot) for slot in self.shows}
        return [known[slot.entry] for slot in self.shows]

    def _show(self, model: Any, slot: Slot, rooms: Rooms) -> _Show:
        grid = self.problem.grid
        every = joined((low // grid, high // grid + 1) for room in rooms.values() for low, high in room.spans)
        steps = model.new_int_var_from_domain(cp_model.Domain.from_intervals([[a, b - 1] for a, b in every]), "")
        literals = {}
        for key, room in rooms.items():
            literals[key] = here = model.new_bool_var("")
            allowed = cp_model.Domain.from_intervals([[low // grid, high // grid] for low, high in room.spans])
            model.add_linear_expression_in_domain(steps, allowed).only_enforce_if(here)
        model.add_exactly_one(literals.values())
        return _Show(slot, steps, grid * steps, literals)

    def _halls(self, model: Any, shows: list[_Show], bars: frozenset[Bar]) -> None:
        """R1 and R2; without R1 there is no sense in R2."""
        if HALL not in bars:
            return
        rest = TURNAROUND in bars
        for hall in {hall for show in shows for _day, hall in show.rooms}:
            intervals = []
            for show in shows:
                slot, own = show.slot, show.in_hall(hall)
                here = model.new_bool_var("")
                model.add(sum(own) == here)
                size = slot.end - slot.start + (turnaround(slot.at(hall, slot.start), self.context) if rest else 0)
                starts = show.starts - (slot.body_start - slot.start)
                intervals.append(model.new_optional_fixed_size_interval_var(starts, size, here, ""))
            pins = [
                (pin.start, pin.end + (turnaround(pin, self.context) if rest else 0))
                for pin in self.pins
                if pin.hall == hall
            ]
            intervals += [model.new_fixed_size_interval_var(a, b - a, "") for a, b in joined(pins)]
            model.add_no_overlap(intervals)

    def _days(self, model: Any, shows: list[_Show], bars: frozenset[Bar]) -> None:
        """R15: no title twice on a day, where there are days enough."""
        for rule, things in bars:
            if rule != "R15":
                continue
            (work,) = (thing.id for thing in things)
            own = [show for show in shows if work in show.slot.works]
            taken = {context_day(pin, self.context) for pin in self.pins if work in pin.works}
            if len(own) + len(taken) > len(self.problem.days):
                continue
            for day in self.problem.days:
                model.add(sum(here for show in own for here in show.on_day(day)) <= (0 if day in taken else 1))

    def _thing(self, model: Any, shows: list[_Show], thing: Party) -> None:
        """R5, R6, R7: a person or a copy in one place, and the way between two halls."""
        users = [show for show in shows if _uses(show.slot, thing)]
        facts = self.context.copies.get(thing.id) if thing.kind is PartyKind.COPY else None
        if facts is not None and facts.anywhere:
            return
        number = thing.id if thing.kind is PartyKind.COPY else NOBODY
        for one, other in combinations(users, 2):
            first = model.new_bool_var("")
            for (a, b), (here, there) in _pairs(one, other):
                way = self.context.way(number, a, b) if a != b else 0
                begins, ends = _span(one, thing), _span(other, thing)
                model.add(ends[0] >= begins[1] + way).only_enforce_if([*here, *there, first])
                model.add(begins[0] >= ends[1] + self.context.way(number, b, a) * (a != b)).only_enforce_if(
                    [*here, *there, first.negated()]
                )
        for pin in (pin for pin in self.pins if _uses(pin, thing) and pin.hall is not None):
            for show in users:
                first = model.new_bool_var("")
                begins, ends = _span(show, thing)
                start, end = _fixed(pin, thing)
                for (_day, hall), here in show.rooms.items():
                    assert pin.hall is not None
                    way = self.context.way(number, hall, pin.hall) if hall != pin.hall else 0
                    model.add(ends + way <= start).only_enforce_if([here, first])
                    model.add(begins >= end + way).only_enforce_if([here, first.negated()])

    def _order(self, model: Any, shows: list[_Show]) -> None:
        """R14: before a showing of the second title there is one of the first."""
        for tie in self.context.ties:
            if tie.kind is not LinkKind.BEFORE:
                continue
            first = [show for show in shows if show.slot.entry == tie.entry]
            before = [pin.body_end for pin in self.pins if pin.entry == tie.entry]
            if not first and not before:
                continue
            for show in shows:
                if show.slot.entry == tie.other:
                    ways = []
                    for one in first:
                        ways.append(model.new_bool_var(""))
                        length = one.slot.body_end - one.slot.body_start
                        model.add(one.starts + length <= show.starts).only_enforce_if(ways[-1])
                    if before:
                        ways.append(model.new_bool_var(""))
                        model.add(show.starts >= min(before)).only_enforce_if(ways[-1])
                    model.add_bool_or(ways)

    def _solve(self, model: Any, shows: list[_Show]) -> list[Slot] | None:
        left = self.until - monotonic()
        solver = cp_model.CpSolver()
        solver.parameters.num_workers = 1
        solver.parameters.max_time_in_seconds = max(0.01, left)
        if self.running is not None:
            self.running(solver)
        status = solver.solve(model)
        if status == cp_model.INFEASIBLE:
            return None
        if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
            raise Unsure
        found = []
        for show in shows:
            hall = next(hall for (_day, hall), here in show.rooms.items() if solver.boolean_value(here))
            starts = solver.value(show.steps) * self.problem.grid
            found.append(show.slot.at(hall, starts - (show.slot.body_start - show.slot.start)))
        return found

    def _broken(self, found: list[Slot], bars: frozenset[Bar]) -> Finding | None:
        """The first H rule in force that a plan breaks all the same."""
        new = {slot.id for slot in found}
        for finding in Board((*self.pins, *found), self.context).conflicts():
            if (
                finding.severity is Severity.ERROR
                and new.intersection(finding.slots)
                and finding.clash is not Clash.HALL_CLOSED
            ):
                lifted = _of(finding) not in bars and _of(finding) in self.known
                if not lifted:
                    self.others |= _of(finding) not in self.known
                    return finding
        return None

    @cached_property
    def known(self) -> frozenset[Bar]:
        """All rules that were asked about."""
        return frozenset(self.bars())


def _cut(model: Any, shows: list[_Show], found: list[Slot], finding: Finding) -> None:
    """Never again those events at those starts in those halls."""
    differs = []
    for show, slot in zip(shows, found, strict=True):
        if slot.id in finding.slots:
            other = model.new_bool_var("")
            model.add(show.starts != slot.body_start).only_enforce_if(other)
            differs += [other, *(here.negated() for here in show.in_hall(slot.hall or 0))]
    model.add_bool_or(differs)


def _of(finding: Finding) -> Bar:
    """The rule of a finding as it is lifted here."""
    return ORDER if finding.rule == "R14" else bar_of(finding)


def _uses(slot: Slot, thing: Party) -> bool:
    if thing.kind is PartyKind.COPY:
        return thing.id in slot.copies
    return any(booked.person == thing.id for booked in slot.people)


def _span(show: _Show, thing: Party) -> tuple[Any, Any]:
    """From when to when a showing uses something."""
    slot = show.slot
    if thing.kind is PartyKind.COPY:
        return show.starts, show.starts + (slot.body_end - slot.body_start)
    return show.starts - (slot.body_start - slot.start), show.starts + (slot.end - slot.body_start)


def _fixed(pin: Slot, thing: Party) -> tuple[int, int]:
    return (pin.body_start, pin.body_end) if thing.kind is PartyKind.COPY else (pin.start, pin.end)


def _pairs(one: _Show, other: _Show) -> Iterator[tuple[tuple[int, int], tuple[list[Any], list[Any]]]]:
    """Every pair of halls on every pair of days of two showings, with the literals that say so."""
    for (_day, a), here in one.rooms.items():
        for (_other, b), there in other.rooms.items():
            yield (a, b), ([here], [there])


def _name(bar: Bar) -> tuple[int, str, tuple[Party, ...]]:
    rule = bar[0]
    return int(rule[1:]) if rule[1:].isdecimal() else 0, rule, tuple(sorted(bar[1]))
