"""What would come of putting events somewhere, in words: nothing is written, and nothing that stands is asked twice."""

from collections.abc import Sequence
from enum import Enum, auto
from typing import TYPE_CHECKING, NamedTuple

from app.domain import calendar
from app.domain.screenings import Clash, Finding, Severity, Slot
from app.i18n import phrases
from app.i18n.active import _, ngettext, tr
from app.operations.screenings import LOCKED

if TYPE_CHECKING:
    from app.ui.schedule.plan import Plan

HARD = frozenset({Clash.HALL_CLOSED})
"""What is refused wherever an event comes from."""

HARD_ANEW = frozenset({Clash.RIGHTS_NOT_CLEARED})
"""What is refused unless it stood against the event before: it must be possible to move it out of the way."""


class Fit(Enum):
    """What putting an event somewhere amounts to."""

    FITS = auto()
    WARNS = auto()
    CLASHES = auto()
    REFUSED = auto()


class Outcome(NamedTuple):
    """An event imagined somewhere, and what would come of it in words."""

    slot: Slot
    fit: Fit
    sentence: str


def imagine(plan: "Plan", moved: Sequence[Slot], *, held: bool = False) -> Outcome:
    """What would come of events imagined where the slots say, all at once; the outcome carries the first.

    `held`: one of them may not move.
    """
    first = moved[0]
    if held:
        return Outcome(first, Fit.REFUSED, _(LOCKED))
    found = plan.board.check(first) if len(moved) == 1 else together(plan, moved)
    return _told(plan, first, found, alone=len(moved) == 1)


def _told(plan: "Plan", first: Slot, found: list[Finding], *, alone: bool = False) -> Outcome:
    """Findings in words, the gravest first; room that is left where there are none."""
    if plan.schedule.accepted:
        found = [one for one in found if one.key not in plan.schedule.accepted]
    if not found:
        return Outcome(first, Fit.FITS, _room_after(plan, first) if alone else phrases.fits(tr()))
    hard = next((one for one in found if forbids(plan, one)), None) if not first.blocker else None
    if hard is not None:
        return Outcome(first, Fit.REFUSED, plan.sentence(hard))
    worst = max(found, key=lambda one: one.severity)
    said = plan.sentence(worst)
    if len(found) > 1:
        more = ngettext("{n} more conflict", "{n} more conflicts", len(found) - 1)
        said = f"{said}\n{more}"
    return Outcome(first, Fit.CLASHES if worst.severity is Severity.ERROR else Fit.WARNS, said)


def imagine_each(plan: "Plan", moved: Sequence[Slot]) -> list[Outcome]:
    """What would come of each of several events imagined put down at the same time."""
    return [
        _told(plan, slot, plan.board.check(slot, [other for other in moved if other is not slot])) for slot in moved
    ]


def together(plan: "Plan", moved: Sequence[Slot]) -> list[Finding]:
    """What would stand against several events imagined moved at the same time, each finding once."""
    found: dict[Finding, None] = {}
    for slot in moved:
        others = [other for other in moved if other is not slot]
        found.update(dict.fromkeys(plan.board.check(slot, others)))
    return list(found)


def forbids(plan: "Plan", finding: Finding) -> bool:
    """Whether a finding refuses the place, and is not only told: a closed hall, rights refused."""
    if finding.clash in HARD:
        return True
    if finding.clash not in HARD_ANEW:
        return False
    return not any(one.clash is finding.clash for slot in finding.slots for one in plan.against(slot))


def _room_after(plan: "Plan", slot: Slot) -> str:
    """How much time is left before the next event in the hall that evening."""
    zone = plan.zone_of(slot.hall)
    _first, after = calendar.window_of_day(plan.day_of(slot), plan.schedule.programme.day_start, zone)
    following = plan.board.in_hall(slot.hall or 0, slot.end, max(after, slot.end + 1))
    later = next((one for one in following if one.id != slot.id and one.start >= slot.end), None)
    if later is None:
        return phrases.fits(tr())
    return phrases.fits(tr(), later.start - slot.end, plan.title(later.id))
