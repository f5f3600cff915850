"""The shapes a rule may have: what it judges together, and in which programmes it is asked at all.

A rule is a function and a line in `rules.RULES`; the board needs no change for it.
"""

from collections.abc import Callable, Collection, Hashable, Iterable
from enum import StrEnum
from typing import Any, NamedTuple, TypeAlias

from app.domain.context import Context
from app.domain.screenings import Finding, Slot


class Resource(StrEnum):
    """What two events may both lay claim to; `claims.CLAIMS` says how."""

    HALL = "hall"  # all parts
    COPY = "copy"  # while the films run
    PERSON = "person"  # everybody booked, all parts
    STRAND = "strand"  # strands that run alone, while the films run
    FAMILY = "family"  # events for families, while the films run
    TIE = "tie"  # titles held apart, while the films run; the thing is the place in `Context.ties`


class Grouping(StrEnum):
    """What events are put together by; `claims.KEYS` says how. Comments name the key."""

    WORK = "work"  # number of a work that is shown
    SUBJECT = "subject"  # number of a work that is shown or talked about
    SERIES = "series"  # number of the parent of a work that is shown
    ENTRY = "entry"  # number of an entry of the slate
    TIE = "tie"  # place in `Context.ties`, of either kind
    STRAND = "strand"  # number of a strand
    COUNTRY = "country"  # a country of a work that is shown
    COPY = "copy"  # number of a copy
    PERSON = "person"  # number of a person
    DAY = "day"  # festival day
    HALL_DAY = "hall_day"  # (hall, festival day)
    VENUE_DAY = "venue_day"  # (venue, festival day)
    PLAN = "plan"  # always 0: every live event


PairJudge: TypeAlias = Callable[[Slot, Slot, int, Context], Finding | None]
LoneJudge: TypeAlias = Callable[[Slot, Context], Iterable[Finding]]
GroupJudge: TypeAlias = Callable[[Any, Collection[Slot], Context], Iterable[Finding]]
EventJudge: TypeAlias = Callable[[Any, Collection[Slot], Slot, Context], Iterable[Finding]]
FrameJudge: TypeAlias = Callable[[Collection[Slot], Context], Iterable[Finding]]
When: TypeAlias = Callable[[Context], bool]
Key: TypeAlias = Hashable


def always(_context: Context) -> bool:
    """For rules every programme is asked about."""
    return True


def every(_key: Any, _context: Context) -> bool:
    """For rules every group is asked about."""
    return True


class PairRule(NamedTuple):
    """Judges two events over one thing they both claim: (earlier, later, id of the thing, context)."""

    rule: str
    resource: Resource
    judge: PairJudge
    when: When = always


class LoneRule(NamedTuple):
    """Judges one event by itself."""

    rule: str
    judge: LoneJudge
    when: When = always


class GroupRule(NamedTuple):
    """Judges all live events of one group, given in any order: (key, events, context).

    `concerns` says for which keys to ask. A `deep` rule speaks of a day, a country or the plan and of no single
    event: it is asked only where a whole plan is judged or changed. Where a group is large, `about` says the same of
    one of its events in less time: (key, events, event, context). A group without events is not judged, except the
    whole plan.
    """

    rule: str
    by: Grouping
    judge: GroupJudge
    concerns: Callable[[Any, Context], bool] = every
    when: When = always
    deep: bool = False
    about: EventJudge | None = None


class FrameRule(NamedTuple):
    """Judges what frames a festival, or a stop of a tour: (events, context).

    Given are all openings and closings, and of the other events for the public the one that begins first
    and the one that ends last: enough to tell what is out of place, in no time.
    """

    rule: str
    judge: FrameJudge
    when: When = always


RuleSpec: TypeAlias = PairRule | LoneRule | GroupRule | FrameRule
