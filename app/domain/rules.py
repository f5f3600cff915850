"""The rules a schedule must respect, as a table the board works through (PRODUCT, R1 to R30).

A new rule is a clash with its severity, a function and a line in `RULES`; the board needs no
change. There are three shapes: two events that claim the same thing, one event by itself, and all
events of one work.
"""

from collections.abc import Callable, Collection, Iterable
from enum import StrEnum
from operator import attrgetter
from typing import NamedTuple, TypeAlias

from app.domain import rules_of_place, rules_of_rights
from app.domain.context import Context
from app.domain.screenings import Finding, Slot


class Resource(StrEnum):
    """What two events may both claim."""

    HALL = "hall"
    COPY = "copy"


PairJudge: TypeAlias = Callable[[Slot, Slot, int, Context], Finding | None]
LoneJudge: TypeAlias = Callable[[Slot, Context], Iterable[Finding]]
GroupJudge: TypeAlias = Callable[[int, Collection[Slot], Context], Iterable[Finding]]


class PairRule(NamedTuple):
    """Judges two events over one thing they both claim: (earlier, later, id of the thing, context)."""

    rule: str
    resource: Resource
    judge: PairJudge


class LoneRule(NamedTuple):
    """Judges one event by itself."""

    rule: str
    judge: LoneJudge


class GroupRule(NamedTuple):
    """Judges all live events of one work, given in any order; `concerns` says for which works to ask."""

    rule: str
    concerns: Callable[[int, Context], bool]
    judge: GroupJudge


RuleSpec: TypeAlias = PairRule | LoneRule | GroupRule


class Claim(NamedTuple):
    """How events lay claim to a resource: which ones, from when to when, and how far that reaches beyond."""

    ids: Callable[[Slot], tuple[int, ...]]
    span: Callable[[Slot], tuple[int, int]]
    reach: Callable[[Context], int]


CLAIMS: dict[Resource, Claim] = {
    Resource.HALL: Claim(
        ids=lambda slot: () if slot.hall is None else (slot.hall,),
        span=attrgetter("start", "end"),
        reach=attrgetter("longest_turnaround"),
    ),
    Resource.COPY: Claim(
        ids=attrgetter("copies"),
        span=attrgetter("body_start", "body_end"),
        reach=attrgetter("longest_way"),
    ),
}

RULES: tuple[RuleSpec, ...] = (
    PairRule("R1", Resource.HALL, rules_of_place.hall_taken),
    PairRule("R2", Resource.HALL, rules_of_place.turnaround),
    LoneRule("R3", rules_of_place.opening),
    PairRule("R7", Resource.COPY, rules_of_place.copy_elsewhere),
    LoneRule("R7", rules_of_place.copy_here),
    LoneRule("R10", rules_of_rights.allowed),
    GroupRule("R10", rules_of_rights.limited, rules_of_rights.showings),
)
"""Every rule in force; `Context.without` switches some off."""
