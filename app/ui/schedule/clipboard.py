"""Events cut or copied, with their distances in days, halls and minutes, until they are pasted."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject

from app.domain.screenings import Slot
from app.i18n.active import _, ngettext
from app.store.schedule import Card
from app.ui.schedule.drag import home_order, renumbered
from app.ui.schedule.imagining import Fit, imagine
from app.ui.schedule.keyboard import Place
from app.ui.schedule.plan import TWIN, Plan

if TYPE_CHECKING:
    from app.ui.schedule.page import SchedulePage


class Item(NamedTuple):
    """An event that is kept, so many days, halls and minutes after the first of them."""

    card: Card
    slot: Slot
    days: int
    halls: int
    minutes: int


class Clip(NamedTuple):
    """What was cut or copied, and from which programme."""

    programme: int
    items: tuple[Item, ...]
    cut: bool


class Clipboard(QObject):
    """What is kept by the page to be pasted. It survives a change of the programme."""

    def __init__(self, page: "SchedulePage") -> None:
        super().__init__(page)
        self._page = page
        self.clip: Clip | None = None

    def take(self, *, cut: bool) -> None:
        """Keep the chosen events; `cut` ones move when they are pasted."""
        plan, cards = self._page.plan, self._page.choosing.cards
        if plan is None or not cards:
            return
        self.clip = Clip(plan.schedule.programme.id, pattern(plan, cards), cut)
        n = len(cards)
        if cut:
            said = ngettext(
                "{n} screening cut. It moves when you paste it.",
                "{n} screenings cut. They move when you paste them.",
                n,
            )
        else:
            said = ngettext("{n} screening copied", "{n} screenings copied", n)
        self._page.shell.toast(said, icon="copy")
        self._page.deeds.say(said)

    def again(self) -> None:
        """The chosen events once more, in the same halls at the same hours of the next day that takes them."""
        plan, cards = self._page.plan, self._page.choosing.cards
        if plan is None or not cards:
            return
        items = pattern(plan, cards)
        halls, first = list(plan.halls), home_order(cards)[0]
        top = min(halls.index(card.hall) for card in cards)
        minute = plan.minute_of_day(plan.board.slot(first.id).body_start, first.day, first.hall)
        clashing: list[Slot] | None = None
        for day in (day for day in plan.days if day > first.day):
            slots = laid(plan, items, Place(day, halls[top], minute))
            twins = [renumbered(slot, TWIN - n) for n, slot in enumerate(slots or ())]
            outcome = imagine(plan, twins) if twins else None
            if outcome is not None and outcome.fit is Fit.FITS:
                self._page.choosing.many.put(plan, [item.card for item in items], slots or (), copying=True)
                return
            if outcome is not None and outcome.fit is not Fit.REFUSED:
                clashing = clashing or slots
        if clashing is None:
            self._page.edits.refuse(_("No later day has room for all of them."))
        else:
            self._page.choosing.many.put(plan, [item.card for item in items], clashing, copying=True)

    def paste(self) -> None:
        """Put what is kept where the ground is marked, or after the chosen event."""
        plan, clip = self._page.plan, self.clip
        if plan is None:
            return
        if clip is None:
            self._page.edits.refuse(_("Nothing has been cut or copied yet."))
            return
        place = self._page.marking.place()
        if place is None:
            self._page.edits.refuse(
                _("Choose where first: drag over free space, or press Ctrl with the arrow keys, then paste.")
            )
            return
        self._paste_at(plan, clip, place)

    def _paste_at(self, plan: Plan, clip: Clip, place: Place) -> None:
        here = clip.programme == plan.schedule.programme.id
        items = [item for item in clip.items if not here or item.card.id in plan.cards]
        moving = clip.cut and here
        slots = laid(plan, items, place)
        if slots is None:
            self._page.edits.refuse(_("There are not enough halls for all of them there."))
            return
        for number, item in enumerate(items):
            plan.call(item.slot.id if moving else TWIN - number, item.card.title)
        asked = slots if moving else [renumbered(slot, TWIN - n) for n, slot in enumerate(slots)]
        outcome = imagine(plan, asked) if asked else None
        if outcome is None or outcome.fit is Fit.REFUSED:
            self._page.edits.refuse(outcome.sentence if outcome else _("Nothing has been cut or copied yet."))
            return
        cards, many = [item.card for item in items], self._page.choosing.many
        if not here:
            done = many.carry_over(plan, cards, slots, leaving=clip.cut)
        else:
            done = many.put(plan, cards, slots, copying=not clip.cut)
        if done:
            self._page.deeds.say(outcome.spoken)
            if moving:
                self._page.choosing.choose([card.id for card in cards])
            if clip.cut:
                self.clip = None


def pattern(plan: Plan, cards: Sequence[Card]) -> tuple[Item, ...]:
    """Events with their distances from the first; halls are counted from the topmost of them."""
    ordered = home_order(cards)
    halls = list(plan.halls)
    slots = [plan.board.slot(card.id) for card in ordered]
    minutes = [
        plan.minute_of_day(slot.body_start, card.day, card.hall) for card, slot in zip(ordered, slots, strict=True)
    ]
    top = min(halls.index(card.hall) for card in ordered)
    return tuple(
        Item(card, slot, (card.day - ordered[0].day).days, halls.index(card.hall) - top, minute - minutes[0])
        for card, slot, minute in zip(ordered, slots, minutes, strict=True)
    )


def laid(plan: Plan, items: Sequence[Item], place: Place) -> list[Slot] | None:
    """The events laid out from a place on; None where there are not enough halls."""
    halls, found = list(plan.halls), []
    first = halls.index(place.hall)
    if items and first + max(item.halls for item in items) >= len(halls):
        return None
    for item in items:
        hall = halls[first + item.halls]
        day = place.day.fromordinal(place.day.toordinal() + item.days)
        starts = plan.minute(day, place.minute + item.minutes, hall)
        found.append(item.slot.at(hall, starts - (item.slot.body_start - item.slot.start)))
    return found
