"""Something carried over the board, by pointer or by keys: only values in memory, nothing read or written."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta

from app.domain.screenings import Slot
from app.i18n.active import _
from app.store.schedule import Card
from app.ui.schedule.imagining import Fit, Outcome, imagine
from app.ui.schedule.plan import NEW, TWIN, Plan


class Carry:
    """An event being carried, perhaps with others that keep their distance from it in time, days and halls.

    `to` says what would come of putting them down somewhere; `others` are those others where they would go.
    """

    def __init__(self, plan: Plan, card: Card, slot: Slot, also: Iterable[Card] = ()) -> None:
        self.plan = plan
        self.card = card
        self.slot = slot
        self.also = tuple((one, plan.board.slot(one.id)) for one in also if one.id != card.id)
        self.others: tuple[Slot, ...] = ()
        self.copying = False
        self.swapped: Card | None = None
        self.outcome: Outcome | None = None
        self._order = list(plan.halls)
        plan.call(TWIN, card.title)
        for place, (one, _slot) in enumerate(self.also, 1):
            plan.call(TWIN - place, one.title)

    @property
    def fresh(self) -> bool:
        """Whether it comes from the tray."""
        return self.card.id == NEW

    @property
    def lead(self) -> int:
        """Minutes the event begins before its public time."""
        return self.slot.body_start - self.slot.start

    @property
    def cards(self) -> tuple[Card, ...]:
        """Everything in the hand, the one that is held first; of a swap, the other too."""
        return (self.card, *(card for card, _slot in self.also))

    @property
    def slots(self) -> tuple[Slot, ...]:
        """Where everything in the hand would go, in the order of `cards`; nothing over no row."""
        return (self.outcome.slot, *self.others) if self.outcome is not None else ()

    @property
    def home(self) -> tuple[date, int, int] | None:
        """Day, hall and public minute of the day from where it was taken; None from the tray."""
        if self.fresh or self.slot.hall is None:
            return None
        return (
            self.card.day,
            self.slot.hall,
            self.plan.minute_of_day(self.slot.body_start, self.card.day, self.slot.hall),
        )

    def to(self, day: date, hall: int, minute: int, *, copying: bool = False) -> Outcome:
        """Imagine its public time at `minute` of `day` in `hall`. `copying` leaves the original where it is."""
        self.copying = copying and self.card.id > 0
        if self.swapped is not None:
            self.away()
        start = self.plan.minute(day, minute, hall) - self.lead
        moved = self.slot.at(hall, start)
        if self.copying:
            moved = renumbered(moved, TWIN)
        if self.outcome is None or self.outcome.slot != moved:
            self.outcome = self._imagined(moved, day, hall, minute)
        return self.outcome

    def _imagined(self, moved: Slot, day: date, hall: int, minute: int) -> Outcome:
        if not self.also:
            held = self.card.locked and not self.copying and not self.stays(moved)
            return self.plan.outcome(moved, held=held)
        others = self._others_at(day, hall, minute)
        self.others = tuple(slot for slot in others if slot is not None)
        if len(self.others) < len(self.also):
            return Outcome(moved, Fit.REFUSED, _("There are not enough halls for all of them there."))
        fast = next((card for card in self.cards if card.locked), None)
        if fast is not None and not self.copying and not self.stays(moved):
            said = _("“{title}” is locked: all of them stay where they are.", title=fast.title)
            return Outcome(moved, Fit.REFUSED, said)
        return imagine(self.plan, (moved, *self.others))

    def _others_at(self, day: date, hall: int, minute: int) -> list[Slot | None]:
        """Where the others would go: as many days, minutes and halls on as the one that is held."""
        home = self.home
        assert home is not None
        days, minutes = day - home[0], minute - home[2]
        halls = self._order.index(hall) - self._order.index(home[1])
        found: list[Slot | None] = []
        for place, (card, slot) in enumerate(self.also, 1):
            goal = self._order.index(card.hall) + halls
            if not 0 <= goal < len(self._order):
                found.append(None)
                continue
            own, hall_there = self.plan.minute_of_day(slot.body_start, card.day, card.hall), self._order[goal]
            starts = self.plan.minute(card.day + days, own + minutes, hall_there)
            there = slot.at(hall_there, starts - (slot.body_start - slot.start))
            found.append(renumbered(there, TWIN - place) if self.copying else there)
        return found

    def can_swap(self, other: Card) -> bool:
        """Whether it could change places with another event."""
        return not self.fresh and not self.also and self.card.id > 0 and other.id != self.card.id

    def swap(self, other: Card) -> Outcome:
        """Imagine it in the place of another event, and that one in its own."""
        self.copying = False
        if self.swapped is not None and self.swapped.id == other.id and self.outcome is not None:
            return self.outcome
        there = self.plan.board.slot(other.id)
        mine = self.slot.at(there.hall, there.body_start - self.lead)
        its = there.at(self.slot.hall, self.slot.body_start - (there.body_start - there.start))
        found = imagine(self.plan, (mine, its), held=self.card.locked or other.locked)
        if found.fit is not Fit.REFUSED:
            said = _("Swaps with “{title}”.", title=other.title)
            found = found._replace(sentence=said if found.fit is Fit.FITS else f"{said}\n{found.sentence}")
        self.swapped, self.others, self.outcome = other, (its,), found
        return found

    def nowhere(self, day: date, sentence: str) -> None:
        """Imagine it on a day on which there is no place for it."""
        self.away()
        begins = self.plan.minute(day, self.plan.schedule.programme.day_start)
        self.outcome = Outcome(self.slot.at(None, begins), Fit.REFUSED, sentence)

    def away(self) -> None:
        """Imagine it nowhere: over no row."""
        self.outcome = self.swapped = None
        self.others = ()

    def stays(self, slot: Slot) -> bool:
        """Whether this is where it was taken from."""
        return not self.fresh and not self.copying and (slot.hall, slot.start) == (self.slot.hall, self.slot.start)

    def card_at(self, outcome: Outcome) -> Card:
        """The event's card as it would be there, for painting."""
        return self.moved_card(self.card, outcome.slot)

    def moved_card(self, card: Card, slot: Slot) -> Card:
        """A card as it would be where a slot says."""
        wall = self.plan.wall(slot.body_start, slot.hall)
        shift = wall - card.starts.replace(tzinfo=None)
        return shifted(card, shift)._replace(hall=slot.hall or 0, day=self.plan.day_of(slot))

    @property
    def lands(self) -> bool:
        """Whether putting it down now would change anything and is allowed."""
        found = self.outcome
        return found is not None and found.fit is not Fit.REFUSED and not self.stays(found.slot)


def shifted(card: Card, shift: timedelta) -> Card:
    """The same event earlier or later."""
    return card._replace(
        starts=card.starts + shift, ends=card.ends + shift,
        event_starts=card.event_starts + shift, event_ends=card.event_ends + shift,
    )  # fmt: skip


def renumbered(slot: Slot, number: int) -> Slot:
    """The same event once more under another number, not locked."""
    return replace(slot, id=number, locked=False)


def snapped(minute: float, grid: int) -> int:
    """The minute on the grid that is nearest."""
    return round(minute / grid) * grid


def home_order(cards: Sequence[Card]) -> list[Card]:
    """Cards by day and start."""
    return sorted(cards, key=lambda card: (card.day, card.starts, card.id))
