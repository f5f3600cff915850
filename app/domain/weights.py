"""What a plan is worth: the points of what is wished for, and the price of what the rules would rather not see.

A programme changes a number with a row of its rule settings: under the name of a wish ("prime_time"), or of a
rule ("R18"), which then is the price of every finding of that rule. Nothing here weighs an H rule: those hold.
"""

from collections.abc import Mapping
from enum import StrEnum

from app.domain.context import Context
from app.domain.screenings import Clash, Finding, Severity


class Wish(StrEnum):
    """What earns points, each with what it counts."""

    FIRST_SHOWING = "first_showing"  # a title is shown at all
    SECOND_SHOWING = "second_showing"
    THIRD_SHOWING = "third_showing"
    MORE_SHOWINGS = "more_showings"  # each after the third
    HALL_FIT = "hall_fit"  # as many seats as people expected; less by as much as they differ
    PRIME_TIME = "prime_time"  # a public start in prime time
    GUEST_THERE = "guest_there"  # for each guest of the title who can be at a showing
    STRAND_ALONE = "strand_alone"  # lost for each showing too many at one time in a strand that stands alone
    STAYS = "stays"  # an event that stays where it was
    STAYS_PUBLISHED = "stays_published"  # ... where the public was told it would be
    STAYS_CONFIRMED = "stays_confirmed"
    KEPT = "kept"  # an event on the board is not taken off


POINTS: Mapping[Wish, int] = {
    Wish.FIRST_SHOWING: 100,
    Wish.SECOND_SHOWING: 40,
    Wish.THIRD_SHOWING: 25,
    Wish.MORE_SHOWINGS: 15,
    Wish.HALL_FIT: 20,
    Wish.PRIME_TIME: 12,
    Wish.GUEST_THERE: 30,
    Wish.STRAND_ALONE: 8,
    Wish.STAYS: 150,
    Wish.STAYS_CONFIRMED: 300,
    Wish.STAYS_PUBLISHED: 600,
    Wish.KEPT: 5000,
}
"""Staying weighs more than all that one event can win elsewhere, so a repair moves nothing for its beauty."""

_WEIGHED_ABOVE = frozenset({
    Clash.STRAND_PARALLEL, Clash.GUEST_MISSES_ALL, Clash.HALL_TOO_BIG, Clash.HALL_TOO_SMALL, Clash.PUBLISHED_MOVED,
    Clash.PRIME_STRAND, Clash.NOT_PINNED, Clash.RIGHTS_NEGOTIATION, Clash.KEY_MISSING, Clash.PAPER_MISSING,
    Clash.INTERPRETER_PAIR, Clash.POLICY_MISSED, Clash.OVER_BUDGET,
})  # fmt: skip
"""Findings without a price of their own: a wish above says the same, or no other place would cure them."""

_PRICE = {Severity.WARNING: 20, Severity.WISH: 4, Severity.ERROR: 0}


def points(wish: Wish, context: Context) -> int:
    """The points of a wish in this programme."""
    said = context.settings.get(wish)
    return POINTS[wish] if said is None or said.weight is None else said.weight


def price(finding: Finding, context: Context) -> int:
    """What a finding takes off the worth of a plan: 20 for a warning, 4 for a wish, unless the programme says else."""
    said = context.settings.get(finding.rule)
    if said is not None and said.weight is not None:
        return 0 if finding.clash is Clash.STRAND_PARALLEL else said.weight
    return usual_price(finding.clash, finding.severity)


def usual_price(clash: Clash, severity: Severity | None = None) -> int:
    """What a clash takes off the worth of a plan where the programme says nothing of its rule."""
    return 0 if clash in _WEIGHED_ABOVE else _PRICE[clash.severity if severity is None else severity]


def showing_points(number: int, context: Context) -> int:
    """The points of the showing of a title with this number, 0 the first."""
    wishes = (Wish.FIRST_SHOWING, Wish.SECOND_SHOWING, Wish.THIRD_SHOWING)
    return points(wishes[number] if number < len(wishes) else Wish.MORE_SHOWINGS, context)
