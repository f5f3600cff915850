"""What is said first where several things stand against a place: what forbids it, then the gravest, then its causes."""

from collections.abc import Callable, Iterable, Sequence

from app.domain.screenings import Finding
from app.i18n import phrases
from app.i18n.active import ngettext, tr

MOST = 3
"""Reasons named beside the pointer."""

_CAUSES = (
    *("R10", "R13"),  # it may not be shown at all
    *("R26", "R7", "R8"),  # the copy and its key are not there
    *("R5", "R6"),  # those who have to be there are not
    *("R4", "R3", "R1", "R9", "R2"),  # the hall: another one may do
    *("R11", "R12", "R14", "R30", "R27"),
)
"""Rules by what has to be put right first; those that are not named come last."""

_PLACE = {rule: place for place, rule in enumerate(_CAUSES)}


def in_order(found: Iterable[Finding], forbids: Callable[[Finding], bool]) -> list[Finding]:
    """Findings as they are told: a journey that fails before the hall it would end in."""
    return sorted(
        found,
        key=lambda one: (not forbids(one), -one.severity, _PLACE.get(one.rule, len(_PLACE)), one.at),
    )


def headlines(found: Sequence[Finding]) -> tuple[str, ...]:
    """What stands beside the first of them, each in a few words and once; how many more there are."""
    first, *rest = dict.fromkeys(phrases.finding_title(tr(), one) for one in found)
    named = tuple(rest[: MOST - 1])
    left = len(found) - sum(phrases.finding_title(tr(), one) in (first, *named) for one in found)
    return (*named, ngettext("{n} more conflict", "{n} more conflicts", left)) if left else named
