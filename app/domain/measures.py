"""What is usual of each rule: how grave it is, what it measures by, whether laws fill it. A programme may differ."""

from enum import StrEnum
from functools import cache
from typing import NamedTuple

from app.domain.rules_of_audience import SEVERAL
from app.domain.rules_of_copies import MARGIN
from app.domain.rules_of_days import GRID
from app.domain.rules_of_languages import EVENING
from app.domain.rules_of_plans import ROOM
from app.domain.rules_of_repeats import DAYS
from app.domain.rules_of_rivals import STAGGER
from app.domain.rules_of_staff import REST
from app.domain.screenings import Clash, Severity
from app.domain.weights import usual_price


class Unit(StrEnum):
    """What a measure counts."""

    MINUTES = "minutes"
    DAYS = "days"
    SHOWINGS = "showings"
    CLOCK = "clock"  # minutes after midnight


class Measure(NamedTuple):
    """The measure of a rule: the usual value, its unit, the least and the most."""

    usual: int
    unit: Unit = Unit.MINUTES
    low: int = 0
    high: int = 1440


MEASURES = {
    "R2": Measure(20, high=240),
    "R8": Measure(MARGIN),
    "R15": Measure(DAYS, Unit.DAYS, high=60),
    "R18": Measure(STAGGER, high=240),
    "R19": Measure(GRID, low=1, high=60),
    "R21": Measure(SEVERAL, Unit.SHOWINGS, low=1, high=50),
    "R23": Measure(REST),
    "R25": Measure(ROOM, high=720),
    "R26": Measure(0),
    "R28": Measure(EVENING, Unit.CLOCK, high=1439),
}
"""The rules that have a measure. That of R2 holds in halls that say nothing of their own."""

LEGAL = frozenset({"R11", "R12", "R13", "R22"})
"""Rules that say what the law of each country says; how grave they are stands there."""

RULES = tuple(sorted(dict.fromkeys(clash.rule for clash in Clash), key=lambda rule: (rule[0] == "F", int(rule[1:]))))
"""R1 to R30, then F36."""


@cache
def usual_severity(rule: str) -> Severity:
    """How grave the gravest thing is that a rule finds."""
    return max(clash.severity for clash in Clash if clash.rule == rule)


def usual_weight(rule: str) -> int | None:
    """What the planner pays for the dearest finding of a rule; None where all must hold."""
    prices = [usual_price(clash) for clash in Clash if clash.rule == rule and clash.severity is not Severity.ERROR]
    return max(prices, default=None)
