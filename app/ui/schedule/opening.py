"""Where a view of the board opens: at its first event, or at the present hour where that is in sight."""

from datetime import date, datetime

from app.domain.calendar import festival_day
from app.ui.schedule.hours import MARGIN
from app.ui.schedule.plan import Plan, minutes_after
from app.ui.schedule.sight import Mode, Sight


def day_now(plan: Plan, now: datetime | None) -> date | None:
    """The festival day that is going on, if the programme has it."""
    day = festival_day(now, plan.schedule.programme.day_start) if now is not None else None
    return day if day in plan.days else None


def opening_minute(plan: Plan, sight: Sight, now: datetime | None) -> int | None:
    """The minute at the left edge as a day or a hall opens; None where all used hours are as good."""
    if sight.mode is Mode.WEEK:
        return None
    if sight.mode is Mode.DAY and now is not None and sight.day is not None and day_now(plan, now) == sight.day:
        return minutes_after(sight.day, now) - 2 * MARGIN
    own = (
        card
        for card in plan.schedule.cards
        if (card.day == sight.day if sight.mode is Mode.DAY else card.hall == sight.hall)
    )
    first = min((minutes_after(card.day, card.event_starts) for card in own), default=None)
    return first - MARGIN if first is not None else None
