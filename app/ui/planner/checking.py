"""A proposal held against the schedule as it is now: what in it can still be taken over, and what not, in words."""

from collections.abc import Mapping
from dataclasses import replace

from app.domain.board import Board
from app.domain.planning import Problem, Proposal, imagined
from app.domain.screenings import Finding, Severity
from app.i18n import phrases
from app.i18n.active import _, tr
from app.i18n.phrases import Names
from app.ui.schedule.plan import Plan


def names_of(plan: Plan, problem: Problem, made: Proposal, titles: Mapping[int, str]) -> Names:
    """What things are called, imagined showings included."""
    now = _now(plan, problem)
    slots = {slot.id: slot for slot in imagined(now, known(plan, made))}
    return replace(plan.names, screenings={**plan.names.screenings, **titles}, slots=slots)


def known(plan: Plan, made: Proposal) -> Proposal:
    """The proposal without moves of events that are gone."""
    return replace(made, moved=tuple(move for move in made.moved if move.slot in plan.board))


def errors(plan: Plan, problem: Problem, made: Proposal, only: frozenset[int] | None = None) -> list[Finding]:
    """What H rules say of the schedule as it is now with the proposal, or with these rows of it."""
    board = Board(imagined(_now(plan, problem), known(plan, made), only), plan.schedule.context)
    return [one for one in board.conflicts() if one.severity is Severity.ERROR]


def _now(plan: Plan, problem: Problem) -> Problem:
    return replace(problem, slots=plan.schedule.slots, context=plan.schedule.context)


class Check:
    """What stood against a proposal when it was made; anything more is new."""

    def __init__(self, plan: Plan, problem: Problem, made: Proposal) -> None:
        self._problem = problem
        self._before = {one.key for one in errors(plan, problem, made)}
        self._slots = plan.schedule.slots
        self._waiting = _waiting(plan)

    def overtaken(self, plan: Plan) -> bool:
        """Whether the schedule is another than the one that was planned."""
        return set(plan.schedule.slots) != set(self._slots) or _waiting(plan) != self._waiting

    def trouble(
        self, plan: Plan, made: Proposal, titles: Mapping[int, str], only: frozenset[int] | None = None
    ) -> dict[int, str]:
        """What can no longer be taken over, by its number, with why."""
        rows = {one.number for one in made.placed} | {one.slot for one in made.moved}
        asked = rows if only is None else rows & only
        found = _gone(plan, made, asked)
        names = names_of(plan, self._problem, made, titles)
        there = {one.key for one in plan.findings} | {one.key for one in plan.accepted}
        for finding in errors(plan, self._problem, made, frozenset(asked - found.keys())):
            if finding.key in self._before or finding.key in there:
                continue
            for number in asked.intersection(finding.slots) - found.keys():
                found[number] = phrases.finding_sentence(tr(), finding, names)
        return found


def _waiting(plan: Plan) -> dict[int, int]:
    return {row.entry: row.showings - row.placed for row in plan.schedule.tray}


def _gone(plan: Plan, made: Proposal, asked: set[int]) -> dict[int, str]:
    """Rows whose event, hall or title is not what it was."""
    found: dict[int, str] = {}
    left = _waiting(plan)
    for one in made.placed:
        if one.number not in asked:
            continue
        if one.hall not in plan.halls:
            found[one.number] = _("The hall is no longer part of the programme.")
        elif left.get(one.entry, 0) <= 0:
            found[one.number] = _("It is no longer waiting to be placed.")
        else:
            left[one.entry] -= 1
    for move in made.moved:
        if move.slot not in asked:
            continue
        if move.slot not in plan.board:
            found[move.slot] = _("It is no longer on the schedule.")
            continue
        slot = plan.board.slot(move.slot)
        if (slot.hall, slot.start) != (move.was_hall, move.was_start):
            found[move.slot] = _("It has been moved since.")
        elif slot.locked:
            found[move.slot] = _("It has been locked since.")
    return found
