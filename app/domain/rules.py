"""The rules a schedule must respect, as a table the board works through (PRODUCT, R1 to R30).

A new rule is a clash with its severity, a function and a line here; `shapes` says which shapes there are.
"""

from app.domain import rules_of_place, rules_of_rights
from app.domain.context import Context
from app.domain.shapes import Grouping, GroupRule, LoneRule, PairRule, Resource, RuleSpec


def _rights_known(context: Context) -> bool:
    return context.rights is not None


RULES: tuple[RuleSpec, ...] = (
    PairRule("R1", Resource.HALL, rules_of_place.hall_taken),
    PairRule("R2", Resource.HALL, rules_of_place.turnaround),
    LoneRule("R3", rules_of_place.opening),
    PairRule("R7", Resource.COPY, rules_of_place.copy_elsewhere),
    LoneRule("R7", rules_of_place.copy_here),
    LoneRule("R10", rules_of_rights.allowed, _rights_known),
    GroupRule("R10", Grouping.WORK, rules_of_rights.showings, rules_of_rights.limited, _rights_known),
)
"""Every rule in force; a programme switches some off in its settings."""
