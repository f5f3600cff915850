"""What the model does not know: a plan that breaks such a rule is taken out of it, or priced, and it is asked again."""

from typing import Any

from app.domain import weights
from app.domain.screenings import Finding, Severity
from app.planner.ground import Key, Plan
from app.planner.judging import Judge
from app.planner.model import Model
from app.planner.tolls import WAYS, Way


class Cuts:
    """The cuts of one model; each is told only once."""

    def __init__(self, model: Model, judge: Judge) -> None:
        self._model, self._judge = model, judge
        self._told: set[tuple[object, ...]] = set()

    def points(self, plan: Plan) -> int | None:
        """What a plan of the units is worth with all that is fixed; None when it breaks an H rule."""
        return self._judge.points(self._whole(plan))

    def added(self, plan: Plan) -> bool:
        """Cut off what the rules of the board have against a plan; whether there was anything to cut."""
        whole = self._whole(plan)
        numbers = self._judge.numbers(whole)
        found = False
        for finding in self._judge.findings(whole):
            own = sorted(numbers[slot] for slot in finding.slots if numbers.get(slot) in plan)
            name = (finding.clash, *((key, whole[key]) for key in own))
            if own and name not in self._told and self._counts(finding):
                self._told.add(name)
                self._cut(finding, own, whole)
                found = True
        if found:
            self._model.settle()
        return found

    def _whole(self, plan: Plan) -> Plan:
        return {key: seat for key, seat in self._model.fixed.items() if key not in self._model.units} | plan

    def _counts(self, finding: Finding) -> bool:
        """Whether it is one the model has to be told of."""
        if finding.severity is Severity.ERROR:
            return self._judge.forbids(finding)
        fresh = finding.key not in self._judge.before
        return fresh and WAYS[finding.clash] is Way.CUT and weights.price(finding, self._model.ground.context) > 0

    def _cut(self, finding: Finding, own: list[Key], plan: Plan) -> None:
        """Those events not all there again, or at the price of the finding."""
        ways = [way for key in own for way in self._elsewhere(key, plan)]
        if finding.severity is not Severity.ERROR:
            ways.append(self._model.switch(lambda _plan: True))
            self._model.terms.append((-weights.price(finding, self._model.ground.context), ways[-1]))
        self._model.model.add_bool_or(ways)

    def _elsewhere(self, key: Key, plan: Plan) -> list[Any]:
        """Literals that are only true when an event is not where it is in this plan."""
        model, unit, seat = self._model, self._model.units[key], plan[key]
        if seat.home:
            return [unit.home.negated()]  # type: ignore[union-attr]
        step = model.step(seat.starts)
        other = model.switch(lambda plan: (now := plan.get(key)) is None or now.home or now.starts != seat.starts)
        model.model.add(unit.steps != step).only_enforce_if(other)
        copies = [] if seat.copy is None else [unit.copies[seat.copy].negated()]
        return [other, unit.halls[seat.hall].negated(), *copies]
