"""Whether a plan may stand, and its points: every plan that is kept has passed the rules of the board."""

from collections.abc import Iterable
from datetime import date

from app.domain import weights
from app.domain.board import Board
from app.domain.screenings import Finding, Severity, Slot
from app.planner.filling import Filling
from app.planner.ground import Ground, Key, Plan, Seat, Task
from app.planner.tolls import DEAR
from app.planner.worth import worth

TRIES = 80
"""Places tried for a showing that the rules threw out of its place."""


REMEMBERED = 3
"""Plans whose findings are kept for the next question."""


class Judge:
    """Judges plans of one ground; what stands against the pinned events anyhow is nobody's fault."""

    def __init__(self, ground: Ground) -> None:
        self.ground = ground
        self.fast = frozenset(slot.id for slot in ground.pins)
        found = Board(ground.pins, ground.context).conflicts()
        self.before = frozenset(finding.key for finding in found)
        self.faulty = any(finding.severity is Severity.ERROR for finding in found)
        """Whether an H rule is broken among the pinned events alone, which nothing here can put right."""
        self._known: dict[frozenset[tuple[Key, Seat]], list[Finding]] = {}

    def board(self, plan: Plan) -> Board:
        """The plan on a board, with all that stays."""
        return Board((*self.ground.pins, *self.ground.slots(plan)), self.ground.context)

    def points(self, plan: Plan) -> int | None:
        """The points of a plan less the prices of findings; None when it breaks an H rule."""
        findings = self.findings(plan)
        if any(self.forbids(finding) for finding in findings):
            return None
        lost = sum(self._price(one) for one in findings if one.key not in self.before)
        return worth(self.ground, plan) - lost

    def _price(self, finding: Finding) -> int:
        """What a finding takes off; a must that no event by itself breaks, such as a day without room, is dear."""
        return DEAR if finding.severity is Severity.ERROR else weights.price(finding, self.ground.context)

    def findings(self, plan: Plan) -> list[Finding]:
        """What the rules of the board have against a plan; the last few are remembered."""
        name = frozenset(plan.items())
        found = self._known.get(name)
        if found is None:
            found = self.board(plan).conflicts()
            self._known = {**dict(list(self._known.items())[-REMEMBERED:]), name: found}
        return found

    def forbids(self, finding: Finding) -> bool:
        """Whether it is an error that a planned event has its part in."""
        return finding.severity is Severity.ERROR and not self.fast.issuperset(finding.slots)

    def mended(self, plan: Plan) -> Plan:
        """The plan without what breaks H rules; what was thrown out is put elsewhere where that is possible."""
        plan, out = self._cleared(plan)
        for key in sorted(out, key=lambda one: (self.ground.tasks[one[0]].entry is not None, one)):
            found = self._elsewhere(self.ground.tasks[key[0]], plan)
            if found is not None:
                plan[key[0], found[0]] = found[1]
        return self._cleared(plan)[0]

    def _cleared(self, plan: Plan) -> tuple[Plan, list[Key]]:
        """The plan without what breaks H rules, and what was thrown out."""
        plan, out = dict(plan), list[Key]()
        while bad := [one for one in self.findings(plan) if self.forbids(one)]:
            gone = {self._weakest(plan, one) for one in bad[:1]} | self._apart(plan, bad)
            for key in gone:
                del plan[key]
            out += sorted(gone)
        return plan, out

    def numbers(self, plan: Plan) -> dict[int, Key]:
        """The keys of a plan by the numbers their events have on the board."""
        keys = sorted(plan)
        return {slot.id: key for slot, key in zip(self.ground.slots(plan), keys, strict=True)}

    def _weakest(self, plan: Plan, finding: Finding) -> Key:
        """Who of those concerned is missed the least: new showings before events that are on the board."""
        numbers = self.numbers(plan)
        own = [numbers[slot] for slot in finding.slots if slot in numbers]
        tasks = self.ground.tasks
        return min(own, key=lambda key: (tasks[key[0]].worth[-1], tasks[key[0]].stays, key))

    def _apart(self, plan: Plan, bad: Iterable[Finding]) -> set[Key]:
        """Of further findings that share nobody with those before, one each, so that not every one costs a check."""
        numbers, touched, gone = self.numbers(plan), set[int](), set[Key]()
        for finding in bad:
            if touched.isdisjoint(finding.slots) and any(slot in numbers for slot in finding.slots):
                gone.add(self._weakest(plan, finding))
            touched.update(finding.slots)
        return gone

    def _elsewhere(self, task: Task, plan: Plan) -> tuple[date, Seat] | None:
        """The best place that the rules of the board allow."""
        board, filling = self.board(plan), Filling(self.ground, plan)
        for place, (_points, _gap, day, seat) in enumerate(filling.places(task)):
            if place >= TRIES:
                break
            slot: Slot = self.ground.slot(task.number, seat, len(plan) + 1)
            if not any(self.forbids(finding) for finding in board.check(slot)):
                return day, seat
        return None
