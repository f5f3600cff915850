"""A drag over the days above the board: the day opens after a moment, and right there the event keeps hall and hour."""

from datetime import date

from PySide6.QtCore import QObject, QPoint, QTimer

from app.domain.places import nearest_place
from app.i18n.active import _
from app.ui.schedule.daybar import DayStrip
from app.ui.schedule.drag import Carry
from app.ui.schedule.imagining import Outcome
from app.ui.schedule.margins import day_words
from app.ui.schedule.plan import Plan
from app.ui.schedule.view import BoardView

HOVER = 500
"""Milliseconds over a day until it is shown."""


class DayDrop(QObject):
    """The days of the strip as places to put something down."""

    def __init__(self, view: BoardView, strip: DayStrip, parent: QObject) -> None:
        super().__init__(parent)
        self._view, self._strip = view, strip
        self._day: date | None = None
        self._spring = QTimer(self)
        self._spring.setSingleShot(True)
        self._spring.setInterval(HOVER)
        self._spring.timeout.connect(self._open)

    def day_at(self, at: QPoint) -> date | None:
        """The day under a point of the screen; None beside the days."""
        strip = self._strip
        spot = strip.mapFromGlobal(at)
        return strip.day_at(spot) if strip.isVisible() and strip.rect().contains(spot) else None

    def aim(self, carry: Carry, day: date, *, copying: bool) -> None:
        """Imagine what is carried on a day, in its own hall and hour; from the tray, where it fits first."""
        if day != self._day:
            self._day = day
            self._spring.start()
        if carry.home is not None:
            _own, hall, minute = carry.home
            carry.to(day, hall, minute, copying=copying)
        elif carry.outcome is None or carry.plan.day_of(carry.outcome.slot) != day:
            _first_of(carry, day)
        self._strip.light(day, carry.outcome.fit if carry.outcome is not None else None)

    def leave(self) -> None:
        """The pointer is elsewhere, or nothing is carried any more."""
        if self._day is not None:
            self._day = None
            self._spring.stop()
            self._strip.light(None)

    def where(self, plan: Plan, outcome: Outcome) -> str:
        """The place it would have, for one does not see it: Sat 17 Oct, 19:15, Hall 1; or the day without any."""
        slot = outcome.slot
        if slot.hall is None:
            return day_words(plan, self._day) if self._day is not None else ""
        when = plan.names.when(plan.language, slot.body_start, slot.hall)
        return _("{when}, {hall}", when=when, hall=plan.hall_name(slot.hall))

    def _open(self) -> None:
        if self._day is not None:
            self._view.show_day(self._day)


def _first_of(carry: Carry, day: date) -> None:
    plan, slot = carry.plan, carry.slot
    place = nearest_place(slot, plan.board, plan.choices._replace(days=(day,)))
    if place is None:
        carry.nowhere(day, _("There is no free place for “{title}”.", title=carry.card.title))
    else:
        minute = plan.minute_of_day(place.start + carry.lead, day, place.hall)
        carry.to(day, place.hall, minute)
