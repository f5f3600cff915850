"""The rules a schedule must respect, as a table the board works through (PRODUCT, R1 to R30).

A new rule is a clash with its severity, a function and a line here; `shapes` says which shapes there are.
"""

from app.domain import journeys, rules_of_copies, rules_of_days, rules_of_law, rules_of_place, rules_of_rights
from app.domain.context import Context
from app.domain.kinds_of_plans import LegalKind
from app.domain.shapes import FrameRule, Grouping, GroupRule, LoneRule, PairRule, Resource, RuleSpec


def _rights_known(context: Context) -> bool:
    return context.rights is not None


RULES: tuple[RuleSpec, ...] = (
    PairRule("R1", Resource.HALL, rules_of_place.hall_taken),
    PairRule("R2", Resource.HALL, rules_of_place.turnaround),
    LoneRule("R3", rules_of_place.opening),
    LoneRule("R4", rules_of_days.in_the_days, rules_of_days.days_known),
    PairRule("R7", Resource.COPY, rules_of_place.copy_elsewhere),
    LoneRule("R7", rules_of_place.copy_here),
    LoneRule("R8", rules_of_copies.keys, rules_of_copies.locked),
    LoneRule("R9", rules_of_copies.playable, rules_of_copies.described),
    LoneRule("R10", rules_of_rights.allowed, _rights_known),
    GroupRule("R10", Grouping.WORK, rules_of_rights.showings, rules_of_rights.limited, _rights_known),
    LoneRule("R11", rules_of_law.language, rules_of_law.judged_by(LegalKind.LANGUAGE)),
    LoneRule("R12", rules_of_law.age_mark, rules_of_law.judged_by(LegalKind.AGE_HOUR, LegalKind.AGE_SCHOOL)),
    LoneRule("R13", rules_of_law.papers, rules_of_law.judged_by(LegalKind.PAPER)),
    LoneRule("R19", rules_of_days.on_the_grid),
    LoneRule("R22", rules_of_law.hours, rules_of_law.judged_by(LegalKind.PAUSE, LegalKind.SCHOOL_HOURS)),
    GroupRule("R22", Grouping.DAY, rules_of_law.holidays, when=rules_of_law.judged_by(LegalKind.HOLIDAY), deep=True),
    GroupRule("R26", Grouping.COPY, journeys.copy_travels, when=journeys.touring),
    LoneRule("R27", rules_of_days.as_published, rules_of_days.given_out),
    LoneRule("R30", rules_of_days.pinned),
    FrameRule("R30", rules_of_days.framed),
)
"""Every rule in force; a programme switches some off in its settings."""
