"""What is typed or chosen in a line of the list becomes the same deeds as on the board."""

from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from app.domain.kinds import ScreeningStatus
from app.store.schedule import Card
from app.ui.schedule.list_model import Column, length
from app.ui.schedule.plan import Plan

if TYPE_CHECKING:
    from app.ui.schedule.page import SchedulePage


class ListEdits(QObject):
    """The edits of one page's list."""

    def __init__(self, page: "SchedulePage") -> None:
        super().__init__(page)
        self._page = page
        page.lines.lines.edited = self.edited

    def edited(self, card: Card, column: Column, value: Any) -> bool:
        """A cell has another value now; whether anything was done."""
        plan, edits = self._page.plan, self._page.edits
        if plan is None or card.id not in plan.cards:
            return False
        match column:
            case Column.STATUS:
                return edits.set_status(card, ScreeningStatus(value))
            case Column.NOTE:
                return value != card.note and edits.change(card, note=value)
            case Column.STRAND:
                return value != card.strand and edits.change(card, strand_id=value)
            case Column.MINUTES:
                return value != length(card) and edits.set_length(card, value)
            case Column.DAY:
                return self._put(plan, card, day=value)
            case Column.HALL:
                return self._put(plan, card, hall=value)
            case Column.START:
                return self._put(plan, card, minute=value)
        return False

    def _put(
        self, plan: Plan, card: Card, *, day: date | None = None, hall: int | None = None, minute: int | None = None
    ) -> bool:
        """Move an event; what is not said stays, on the clocks of the hall it comes to."""
        slot = plan.board.slot(card.id)
        if minute is None:
            minute = plan.minute_of_day(slot.body_start, card.day, card.hall)
        elif minute < plan.schedule.programme.day_start:
            minute += 24 * 60
        hall = hall or card.hall
        start = plan.minute(day or card.day, minute, hall) - (slot.body_start - slot.start)
        return self._page.edits.try_put(plan, card, slot.at(hall, start))
