"""What plans are weighed by, each wish with its effect, and how near a plan is to the best there can be."""

from collections.abc import Mapping
from math import ceil
from typing import TYPE_CHECKING, NamedTuple

from app.domain.planning import Status
from app.domain.weights import Wish
from app.i18n import formats
from app.words import N_

if TYPE_CHECKING:
    from app.i18n.catalogue import Catalogue


class WishWords(NamedTuple):
    """A short name and what more points of it do."""

    name: str
    effect: str


WISH_WORDS: Mapping[Wish, WishWords] = {
    Wish.FIRST_SHOWING: WishWords(N_("Every title once"), N_("Points for each title that is shown at all.")),
    Wish.SECOND_SHOWING: WishWords(N_("A second showing"), N_("Points for each title that is shown twice.")),
    Wish.THIRD_SHOWING: WishWords(N_("A third showing"), N_("Points for each title that is shown three times.")),
    Wish.MORE_SHOWINGS: WishWords(N_("Further showings"), N_("Points for each showing after the third.")),
    Wish.HALL_FIT: WishWords(
        N_("A hall that fits"), N_("Full points for as many seats as people expected; fewer the more they differ.")
    ),
    Wish.PRIME_TIME: WishWords(N_("Prime time"), N_("Points for each showing that begins in prime time.")),
    Wish.GUEST_THERE: WishWords(N_("Guests at their film"), N_("Points for each guest who is in town for a showing.")),
    Wish.STRAND_ALONE: WishWords(
        N_("No clashes within a strand"), N_("Points lost for each showing beside another of the same strand.")
    ),
    Wish.STAYS: WishWords(N_("Events stay"), N_("Points for each event that stays where it is.")),
    Wish.STAYS_PUBLISHED: WishWords(
        N_("Published times stay"), N_("Points for each event that stays where the public expects it.")
    ),
    Wish.STAYS_CONFIRMED: WishWords(
        N_("Confirmed events stay"), N_("Points for each confirmed event that stays where it is.")
    ),
    Wish.KEPT: WishWords(N_("Nothing is taken off"), N_("Points for each event that keeps any place at all.")),
}

PLACING = (
    Wish.FIRST_SHOWING, Wish.SECOND_SHOWING, Wish.THIRD_SHOWING, Wish.MORE_SHOWINGS, Wish.HALL_FIT, Wish.PRIME_TIME,
    Wish.GUEST_THERE, Wish.STRAND_ALONE,
)  # fmt: skip
MOVING = (Wish.STAYS, Wish.STAYS_CONFIRMED, Wish.STAYS_PUBLISHED, Wish.KEPT)
"""Wishes that only count when events may move."""

PROVEN = N_("Proven: there is no better plan.")
UNKNOWN = N_("How much better a plan could be is not known yet.")
NEAR = N_("At most {share} from the best possible; not proven to be the best.")
CLOSE = N_("Less than {share} from the best possible; not proven to be the best.")

LEAST = 0.01
"""Nearness below this is told as less than it: nothing that is not proven is called the best."""


def nearness(tr: "Catalogue", objective: int, bound: float | None, status: Status | None = None) -> str:
    """How far a plan may be from the best there is; only what is proven is called the best."""
    if status is Status.OPTIMAL:
        return tr(PROVEN)
    if bound is None or not bound:
        return tr(UNKNOWN)
    gap = max(0.0, (bound - objective) / abs(bound))
    if gap < LEAST:
        return tr(CLOSE, share=formats.percent(tr.language, LEAST))
    return tr(NEAR, share=formats.percent(tr.language, ceil(gap * 100) / 100))
