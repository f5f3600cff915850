"""Something carried over the board, by pointer or by keys: only values in memory, nothing read or written."""

from datetime import date, timedelta

from app.domain.screenings import Slot
from app.store.schedule import Card
from app.ui.schedule.plan import NEW, TWIN, Fit, Outcome, Plan


class Carry:
    """An event being carried. `to` says what would come of putting it down somewhere."""

    def __init__(self, plan: Plan, card: Card, slot: Slot) -> None:
        self.plan = plan
        self.card = card
        self.slot = slot
        self.copying = False
        self.outcome: Outcome | None = None
        plan.call(TWIN, card.title)

    @property
    def fresh(self) -> bool:
        """Whether it comes from the tray."""
        return self.card.id == NEW

    @property
    def lead(self) -> int:
        """Minutes the event begins before its public time."""
        return self.slot.body_start - self.slot.start

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
        self.copying = copying and not self.fresh
        start = self.plan.minute(day, minute, hall) - self.lead
        moved = self.slot.at(hall, start)
        if self.copying:
            moved = _renumbered(moved, TWIN)
        if self.outcome is None or self.outcome.slot != moved:
            self.outcome = self.plan.outcome(
                moved, held=self.card.locked and not self.copying and not self.stays(moved)
            )
        return self.outcome

    def away(self) -> None:
        """Imagine it nowhere: over no row."""
        self.outcome = None

    def stays(self, slot: Slot) -> bool:
        """Whether this is where it was taken from."""
        return not self.fresh and not self.copying and (slot.hall, slot.start) == (self.slot.hall, self.slot.start)

    def card_at(self, outcome: Outcome) -> Card:
        """The event's card as it would be there, for painting."""
        wall = self.plan.wall(outcome.slot.body_start, outcome.slot.hall)
        shift = wall - self.card.starts.replace(tzinfo=None)
        return shifted(self.card, shift)._replace(hall=outcome.slot.hall or 0, day=self.plan.day_of(outcome.slot))

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


def _renumbered(slot: Slot, number: int) -> Slot:
    return Slot(
        number, slot.hall, slot.start, slot.body_start, slot.body_end, slot.end, slot.copies, slot.works,
        slot.versions, slot.status, False, slot.lingers, slot.blocker,  # noqa: FBT003 - a twin is never locked
    )  # fmt: skip


def snapped(minute: float, grid: int) -> int:
    """The minute on the grid that is nearest."""
    return round(minute / grid) * grid
