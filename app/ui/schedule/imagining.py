"""What would come of putting events somewhere, in words: nothing is written, and nothing that stands is asked twice."""

from collections.abc import Sequence
from dataclasses import replace
from enum import Enum, auto
from typing import TYPE_CHECKING, NamedTuple

from app.domain import calendar
from app.domain.screenings import Clash, Finding, Severity, Slot
from app.i18n import phrases
from app.i18n.active import _, tr
from app.operations.screenings import LOCKED
from app.ui.schedule.reasons import MOST, headlines, in_order

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
    """An event imagined somewhere, and what would come of it in words.

    `head` says in a few words what is wrong, `sentence` all about it, `beside` what else is, in a few words each.
    """

    slot: Slot
    fit: Fit
    sentence: str
    head: str = ""
    beside: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        """All of it but the headline."""
        return "\n".join((self.sentence, *self.beside))

    @property
    def spoken(self) -> str:
        """All of it in one breath."""
        return ". ".join(filter(None, (self.head, self.sentence.rstrip("."), *self.beside)))


def imagine(plan: "Plan", moved: Sequence[Slot], *, held: bool = False) -> Outcome:
    """What would come of events imagined where the slots say, all at once; the outcome carries the first.

    `held`: one of them may not move.
    """
    first = moved[0]
    if held:
        return Outcome(first, Fit.REFUSED, _(LOCKED))
    return _told(plan, first, together(plan, moved), moved, alone=len(moved) == 1)


def _told(plan: "Plan", first: Slot, found: list[Finding], moved: Sequence[Slot], *, alone: bool = False) -> Outcome:
    """Findings in words, what stops first foremost; room that is left where there are none of weight."""
    found = [one for one in found if one.key not in plan.schedule.accepted and not _unmet(plan, one)]
    hard = frozenset(one for one in found if forbids(plan, one)) if not first.blocker else frozenset[Finding]()
    found = in_order(found, hard.__contains__)
    worst = found[0].severity if found else Severity.WISH
    if worst is Severity.WISH:
        titles = dict.fromkeys(phrases.finding_title(tr(), one) for one in found)
        said = _room_after(plan, first) if alone else phrases.fits(tr())
        return Outcome(first, Fit.FITS, said, beside=tuple(titles)[:MOST])
    fit = Fit.REFUSED if hard else Fit.CLASHES if worst is Severity.ERROR else Fit.WARNS
    names = replace(plan.names, slots={**plan.names.slots, **{slot.id: slot for slot in moved}})
    said = phrases.finding_sentence(tr(), found[0], names)  # its hours are those where it is held
    return Outcome(first, fit, said, phrases.finding_title(tr(), found[0]), headlines(found))


def _unmet(plan: "Plan", finding: Finding) -> bool:
    """Whether it is a wish that is not met as the plan stands: no news when something is moved."""
    if finding.severity is not Severity.WISH:
        return False
    return any(one.matter == finding.matter for one in plan.against(finding.slots[0]))


def imagine_each(plan: "Plan", moved: Sequence[Slot]) -> list[Outcome]:
    """What would come of each of several events imagined put down at the same time."""
    return [
        _told(plan, slot, plan.board.check(slot, [other for other in moved if other is not slot]), moved)
        for slot in moved
    ]


def together(plan: "Plan", moved: Sequence[Slot]) -> list[Finding]:
    """What would stand against events imagined moved at the same time, each finding once."""
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
