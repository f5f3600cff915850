"""What the schedule page changes on several events: one operation each, one step for Undo, one toast."""

from collections.abc import Sequence
from datetime import date

from app.domain.kinds import ScreeningStatus
from app.domain.screenings import Slot
from app.i18n import formats
from app.i18n.active import _, ngettext, tr
from app.i18n.labels import screening_status
from app.operations import many_screenings, screenings
from app.operations.many_screenings import Spot
from app.store.schedule import Card
from app.ui.schedule.edits import Edits, wall_of
from app.ui.schedule.plan import Plan
from app.words import N_, counted, phrase


class ManyEdits:
    """The deeds on several events. They answer whether anything was done."""

    def __init__(self, edits: Edits) -> None:
        self._edits = edits

    def put(self, plan: Plan, cards: Sequence[Card], slots: Sequence[Slot], *, copying: bool = False) -> bool:
        """Move events, or put copies of them, where `slots` are, one for one."""
        n = len(cards)
        spots = spots_of(plan, cards, slots)
        if copying:
            label = counted("Duplicate {n} screening", "Duplicate {n} screenings", n)
            said = ngettext("{n} repeat added", "{n} repeats added", n)
            return self._edits.do(label, said, many_screenings.repeat, spots)
        label = counted("Move {n} screening", "Move {n} screenings", n)
        said = ngettext("{n} screening moved", "{n} screenings moved", n)
        return self._edits.do(label, said, many_screenings.move, spots)

    def swap(self, card: Card, other: Card) -> bool:
        """Let two events change places."""
        said = _("“{title}” and “{other}” swapped", title=card.title, other=other.title)
        label = phrase(N_("Swap “{title}”"), title=card.title)
        return self._edits.do(label, said, screenings.swap, card.id, other.id)

    def unplace(self, cards: Sequence[Card]) -> bool:
        """Take events off the board."""
        n = len(cards)
        label = counted("Take {n} screening off the schedule", "Take {n} screenings off the schedule", n)
        said = ngettext("{n} screening taken off the schedule", "{n} screenings taken off the schedule", n)
        return self._edits.do(label, said, many_screenings.unplace, [card.id for card in cards])

    def set_status(self, cards: Sequence[Card], status: ScreeningStatus) -> bool:
        """Make events tentative, confirmed or cancelled."""
        going = [card.id for card in cards if card.status is not status]
        if not going:
            return False
        n, word = len(going), screening_status(tr(), status).lower()
        label = counted("Mark {n} screening as {status}", "Mark {n} screenings as {status}", n, status=status)
        said = ngettext("{n} screening is now {status}", "{n} screenings are now {status}", n, status=word)
        return self._edits.do(label, said, many_screenings.set_status, going, status)

    def lock(self, cards: Sequence[Card], *, locked: bool) -> bool:
        """Fasten events, or let them go."""
        going = [card.id for card in cards if card.locked is not locked]
        if not going:
            return False
        n = len(going)
        if locked:
            label = counted("Lock {n} screening", "Lock {n} screenings", n)
            said = ngettext("{n} screening is locked", "{n} screenings are locked", n)
        else:
            label = counted("Unlock {n} screening", "Unlock {n} screenings", n)
            said = ngettext("{n} screening is unlocked", "{n} screenings are unlocked", n)
        return self._edits.do(label, said, many_screenings.lock, going, locked=locked)

    def set_strand(self, cards: Sequence[Card], strand: int | None) -> bool:
        """Put events into a strand, or into none."""
        n = len(cards)
        label = counted("Change the strand of {n} screening", "Change the strand of {n} screenings", n)
        return self._edits.do(label, "", many_screenings.set_strand, [card.id for card in cards], strand)

    def exchange_halls(self, plan: Plan, day: date, one: int, other: int) -> bool:
        """Let two halls change their whole day."""
        names = plan.hall_name(one), plan.hall_name(other)
        label = phrase(N_("Swap two halls for a day"))
        shown = formats.day_label(plan.language, day)
        said = _("{hall} and {other} swapped on {day}", hall=names[0], other=names[1], day=shown)
        programme = plan.schedule.programme.id
        return self._edits.do(label, said, many_screenings.exchange_halls, programme, day, one, other)

    def copy_days(
        self, plan: Plan, first: date, last: date, targets: Sequence[date], leaving: Sequence[tuple[int, date]]
    ) -> bool:
        """Put everything of some days on the board again, beginning on each of other days."""
        label = phrase(N_("Copy a day")) if first == last else phrase(N_("Copy several days"))
        shown = formats.listing(plan.language, [formats.day_label(plan.language, day) for day in targets])
        said = _("Copied to {days}", days=shown)
        programme = plan.schedule.programme.id
        return self._edits.do(label, said, many_screenings.copy_days, programme, first, last, targets, leaving=leaving)

    def carry_over(self, plan: Plan, cards: Sequence[Card], slots: Sequence[Slot], *, leaving: bool) -> bool:
        """Put events of another programme on the board of this one; `leaving` takes them off there."""
        n = len(cards)
        label = counted("Move {n} screening here", "Move {n} screenings here", n)
        said = ngettext("{n} screening moved here", "{n} screenings moved here", n)
        programme = plan.schedule.programme.id
        spots = spots_of(plan, cards, slots)
        return self._edits.do(label, said, many_screenings.carry_over, programme, spots, leaving=leaving)

    def series(self, plan: Plan, card: Card, slots: Sequence[Slot]) -> bool:
        """Put an event on the board again and again."""
        label = phrase(N_("Repeat “{title}” regularly"), title=card.title)
        said = ngettext(
            "{n} more screening of “{title}” added",
            "{n} more screenings of “{title}” added",
            len(slots),
            title=card.title,
        )
        return self._edits.do(label, said, many_screenings.repeat, spots_of(plan, [card] * len(slots), slots))


def spots_of(plan: Plan, cards: Sequence[Card], slots: Sequence[Slot]) -> list[Spot]:
    """What the operations take: wall times in the halls' own clocks."""
    found = []
    for card, slot in zip(cards, slots, strict=True):
        starts, fold = wall_of(plan, slot)
        found.append(Spot(card.id, slot.hall or 0, starts, fold))
    return found
