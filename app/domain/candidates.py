"""Two candidates for a slate side by side: what speaks for which of them."""

from enum import StrEnum
from typing import NamedTuple

from app.domain.kinds import RightsStatus
from app.domain.slates import Effect, Entry

STANDINGS = (
    RightsStatus.NOT_NEEDED, RightsStatus.CLEARED, RightsStatus.ENDING, RightsStatus.NEGOTIATION,
    RightsStatus.NOT_ENTERED, RightsStatus.NOT_CLEARED, RightsStatus.EXPIRED,
)  # fmt: skip
"""How sure one can be of showing a title, the surest first."""


class Aspect(StrEnum):
    """What two candidates are compared by."""

    OPINIONS = "opinions"
    RIGHTS = "rights"
    LANGUAGES = "languages"
    YEAR = "year"
    TARGETS = "targets"


class Candidate(NamedTuple):
    """What is weighed of a title: points (0 to 10), rights, and what confirming it would do."""

    entry: Entry
    points: float | None
    rights: RightsStatus
    effect: Effect


def gained(effect: Effect) -> int:
    """How many unmet targets a change comes nearer to, less those it leaves farther: minutes count as one target."""
    found = 0
    for shift in effect.shifts:
        wanted = shift.after.wanted
        if wanted is None:
            continue
        missing = max(0, wanted - shift.before.total), max(0, wanted - shift.after.total)
        found += (missing[1] < missing[0]) - (missing[1] > missing[0])
    before, after = effect.before.parity, effect.after.parity
    if before.wanted is not None:
        excess = max(0, abs(before.difference) - before.wanted), max(0, abs(after.difference) - before.wanted)
        found += (excess[1] < excess[0]) - (excess[1] > excess[0])
    return found


def better(aspect: Aspect, one: Candidate, other: Candidate) -> int:
    """Below 0 when `one` is better, above 0 when `other` is, 0 when this does not tell them apart."""
    values = _worth(aspect, one), _worth(aspect, other)
    return (values[0] < values[1]) - (values[0] > values[1])


def _worth(aspect: Aspect, candidate: Candidate) -> float:
    match aspect:
        case Aspect.OPINIONS:
            return -1.0 if candidate.points is None else candidate.points
        case Aspect.RIGHTS:
            return -float(STANDINGS.index(candidate.rights))
        case Aspect.LANGUAGES:
            return float(len(candidate.entry.followed_in))
        case Aspect.YEAR:
            return float(candidate.entry.year or 0)
        case Aspect.TARGETS:
            return float(gained(candidate.effect))
