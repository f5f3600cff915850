"""Why a wish list cannot be placed whole: a smallest set of rules that contradict one another over it.

The set is minimal: what it holds is impossible together, and where any single one is lifted and only the others are
in force there is a plan of all that is wanted, which was found and checked on the board. Small lists only: every
question is a model of its own.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable
from functools import cached_property
from time import monotonic
from typing import Any

from ortools.sat.python import cp_model

from app.domain.board import Board
from app.domain.calendar import window_of_day
from app.domain.kinds_of_plans import LinkKind
from app.domain.places import Opening
from app.domain.planning import Problem, Standing, Together, askable, numbered
from app.domain.screenings import Clash, Finding, Party, PartyKind, Severity, Slot
from app.domain.why_not import Bar, bar_of
from app.planner.layout import permitted
from app.planner.rooms import Alone, Rooms
from app.planner.sheet import HALL, HOURS, ORDER, TURNAROUND, Sheet, Show, differ

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


QUESTION = 2.0
"""Seconds at most for whether one rule of many could be let go."""


def together(
    problem: Problem, seconds: float, running: Callable[[Any], None] | None = None,
    enough: Callable[[], bool] = lambda: False,
) -> Together:  # fmt: skip
    """Whether all that is wanted could be placed, and what stands in the way, as far as can be told in time.

    Asked of short lists only, and not where events on the board may move. `running` is handed every solver,
    `enough` says when nobody waits for the answer any more. Which of several copies is shown is left open here, so
    that what is impossible is so with any of them, and nothing more is claimed.
    """
    if not askable(problem):
        return Together()
    question = _Question(problem, monotonic() + seconds, running)
    question.enough = enough
    try:
        found = question.core(patient=True)
    except Unsure:
        return Together()
    choosing = any(len(one.with_each_copy()) > 1 for one in problem.wanted)
    if found is None:
        return Together() if choosing else Together(possible=True)
    why = tuple(question.told(bar) for bar in sorted(found, key=_name))
    return Together(possible=False, why=why, minimal=not question.unsure and not question.others and not choosing)


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
        self.sheet = Sheet(problem, self.pins)
        self.said: dict[Bar, dict[Finding, None]] = defaultdict(dict)
        self.enough: Callable[[], bool] = lambda: False
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
        return [*found, *(bar for bar in self.spent if bar not in found)]

    @cached_property
    def spent(self) -> frozenset[Bar]:
        """Rights that allow fewer showings than are wanted."""
        found = set()
        for wanted in self.problem.wanted:
            shown = [slot for slot in self.pins if slot.entry == wanted.entry]
            if permitted(wanted.slot, self.context, shown) < wanted.showings:
                found |= {("R10", frozenset({Party(PartyKind.WORK, work)})) for work in wanted.slot.works}
        return frozenset(found)

    def core(self, *, patient: bool = False) -> frozenset[Bar] | None:
        """The rules left when every one that is not needed has been let go; None when all may hold.

        `patient`: a rule of which it cannot be told in time is kept, and `unsure` says so.
        """
        kept = set(self.known)
        if self.spent and self.possible(frozenset()):
            return frozenset(sorted(self.spent, key=_name)[:1])
        roomless = self._roomless(kept)
        if roomless is not None and all(self.possible(roomless - {bar}) for bar in roomless):
            return roomless
        if self.possible(frozenset(kept)):
            return None
        self._let_go(kept, sorted(kept, key=_name, reverse=True), patient=patient)
        return frozenset(kept)

    def _roomless(self, kept: set[Bar]) -> frozenset[Bar] | None:
        """The rules that leave one of the titles no room even on an empty board; None when each has some."""
        for slot in {show.entry: show for show in self.shows}.values():
            if self._room(slot, frozenset(kept)):
                continue
            needed = set(kept)
            for bar in sorted(kept, key=_name, reverse=True):
                if not self._room(slot, frozenset(needed - {bar})):
                    needed.discard(bar)
            return frozenset(needed)
        return None

    def _let_go(self, kept: set[Bar], bars: list[Bar], *, patient: bool) -> None:
        """Let all of these go if it stays impossible without them, or else as many as can be, half by half."""
        until = self.until
        self.until = min(until, monotonic() + QUESTION) if patient else until
        try:
            needed = self.possible(frozenset(kept.difference(bars)))
        except Unsure:
            if not patient:
                raise
            needed = True
            self.unsure |= len(bars) == 1
        finally:
            self.until = until
        if not needed:
            kept.difference_update(bars)
        elif len(bars) > 1:
            middle = len(bars) // 2
            self._let_go(kept, bars[:middle], patient=patient)
            self._let_go(kept, bars[middle:], patient=patient)

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
        if monotonic() > self.until or self.enough():
            raise Unsure
        if self.spent & bars or not all(rooms := self._rooms(bars)):
            return False
        model = cp_model.CpModel()
        shows = [self.sheet.show(model, slot, own) for slot, own in zip(self.shows, rooms, strict=True)]
        self.sheet.halls(model, shows, bars)
        self.sheet.days(model, shows, bars)
        for rule, things in sorted(bars, key=_name):
            if rule == "R7" or rule in OF_PEOPLE:
                for thing in things:
                    self.sheet.thing(model, shows, thing)
        if ORDER in bars:
            self.sheet.order(model, shows)
        for _again in range(CUTS):
            found = self._solve(model, shows)
            if found is None:
                return False
            clash = self._broken(found, bars)
            if clash is None:
                return True
            differ(model, shows, found, clash.slots)
        raise Unsure

    def _rooms(self, bars: frozenset[Bar]) -> list[Rooms]:
        known = {slot.entry: self._room(slot, bars) for slot in self.shows}
        return [known[slot.entry] for slot in self.shows]

    def _room(self, slot: Slot, bars: frozenset[Bar]) -> Rooms:
        """Where one title may stand by itself under these rules."""
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
        return alone.rooms(slot)

    def _solve(self, model: Any, shows: list[Show]) -> list[Slot] | None:
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


def _of(finding: Finding) -> Bar:
    """The rule of a finding as it is lifted here."""
    return ORDER if finding.rule == "R14" else bar_of(finding)


def _name(bar: Bar) -> tuple[int, str, tuple[Party, ...]]:
    rule = bar[0]
    return int(rule[1:]) if rule[1:].isdecimal() else 0, rule, tuple(sorted(bar[1]))
