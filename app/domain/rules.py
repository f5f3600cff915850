"""The rules a schedule must respect, as a table the board works through (PRODUCT, R1 to R30).

A new rule is a clash with its severity, a function and a line here; `shapes` says which shapes there are.
"""

from app.domain import (
    journeys,
    rules_of_audience,
    rules_of_copies,
    rules_of_days,
    rules_of_juries,
    rules_of_languages,
    rules_of_law,
    rules_of_order,
    rules_of_people,
    rules_of_place,
    rules_of_plans,
    rules_of_repeats,
    rules_of_rights,
    rules_of_rivals,
    rules_of_staff,
)
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
    PairRule("R5", Resource.PERSON, rules_of_people.guest_elsewhere),
    LoneRule("R5", rules_of_people.guest_in_town, rules_of_people.booked),
    GroupRule("R5", Grouping.ENTRY, rules_of_people.misses_all, rules_of_people.awaited, rules_of_people.booked),
    PairRule("R6", Resource.PERSON, rules_of_people.staff_elsewhere),
    LoneRule("R6", rules_of_people.staff_in_town, rules_of_people.booked),
    LoneRule("R6", rules_of_languages.interprets),
    PairRule("R7", Resource.COPY, rules_of_place.copy_elsewhere),
    LoneRule("R7", rules_of_place.copy_here),
    LoneRule("R8", rules_of_copies.keys, rules_of_copies.locked),
    LoneRule("R9", rules_of_copies.playable, rules_of_copies.described),
    LoneRule("R10", rules_of_rights.allowed, _rights_known),
    GroupRule("R10", Grouping.WORK, rules_of_rights.showings, rules_of_rights.limited, _rights_known),
    LoneRule("R11", rules_of_law.language, rules_of_law.judged_by(LegalKind.LANGUAGE)),
    LoneRule("R12", rules_of_law.age_mark, rules_of_law.judged_by(LegalKind.AGE_HOUR, LegalKind.AGE_SCHOOL)),
    LoneRule("R13", rules_of_law.papers, rules_of_law.judged_by(LegalKind.PAPER)),
    GroupRule("R14", Grouping.TIE, rules_of_order.in_order, rules_of_order.before, rules_of_order.tied),
    GroupRule("R14", Grouping.SERIES, rules_of_order.parts, when=rules_of_order.serial),
    GroupRule("R14", Grouping.SUBJECT, rules_of_order.talks),
    GroupRule("R14", Grouping.WORK, rules_of_order.premiere),
    GroupRule("R15", Grouping.WORK, rules_of_repeats.apart, about=rules_of_repeats.apart_about),
    PairRule("R16", Resource.TIE, rules_of_rivals.against),
    PairRule("R16", Resource.STRAND, rules_of_rivals.strand_alone),
    PairRule("R16", Resource.FAMILY, rules_of_rivals.families),
    GroupRule("R17", Grouping.STRAND, rules_of_juries.all_of_it, rules_of_juries.judged),
    GroupRule("R18", Grouping.VENUE_DAY, rules_of_rivals.staggered, about=rules_of_rivals.staggered_about),
    LoneRule("R19", rules_of_days.on_the_grid),
    LoneRule("R20", rules_of_audience.size),
    GroupRule("R21", Grouping.STRAND, rules_of_audience.prime_strand, deep=True),
    GroupRule("R21", Grouping.COUNTRY, rules_of_audience.prime_country, deep=True),
    LoneRule("R22", rules_of_law.hours, rules_of_law.judged_by(LegalKind.PAUSE, LegalKind.SCHOOL_HOURS)),
    GroupRule("R22", Grouping.DAY, rules_of_law.holidays, when=rules_of_law.judged_by(LegalKind.HOLIDAY)),
    LoneRule("R23", rules_of_staff.attended, rules_of_staff.planned),
    GroupRule("R23", Grouping.PLAN, rules_of_staff.shifts, when=rules_of_staff.planned, deep=True),
    GroupRule(
        "R24", Grouping.DAY, rules_of_audience.accessible_day, when=rules_of_audience.accessible_known, deep=True
    ),
    GroupRule("R25", Grouping.DAY, rules_of_plans.room_left, deep=True),
    GroupRule("R26", Grouping.COPY, journeys.copy_travels, when=journeys.touring),
    GroupRule("R26", Grouping.PERSON, rules_of_people.travels, when=journeys.touring),
    LoneRule("R27", rules_of_days.as_published, rules_of_days.given_out),
    GroupRule("R28", Grouping.DAY, rules_of_languages.evenings, deep=True),
    GroupRule("R29", Grouping.PLAN, rules_of_plans.within_budget, when=rules_of_plans.budgeted, deep=True),
    LoneRule("R30", rules_of_days.pinned),
    FrameRule("R30", rules_of_days.framed),
    LoneRule("F36", rules_of_languages.understood),
    LoneRule("F36", rules_of_languages.by_policy, rules_of_languages.has_policy),
)
"""Every rule in force; a programme switches some off in its settings."""
