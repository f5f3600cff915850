"""Whole days and series: what the page asks, and what it does with the answers."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.ui import dialogs
from app.ui.schedule.copy_dialog import CopyDialog, HallsDialog
from app.ui.schedule.plan import Plan
from app.ui.schedule.series_dialog import SeriesDialog

if TYPE_CHECKING:
    from app.ui.schedule.page import SchedulePage


class Copying(QObject):
    """The deeds of one page on whole days, and on an event again and again."""

    def __init__(self, page: "SchedulePage") -> None:
        super().__init__(page)
        self._page = page

    def ask_series(self) -> None:
        """Show the chosen event again and again."""
        plan, card = self._page.plan, self._page.deeds.card
        if plan is None or card is None:
            return
        dialog = SeriesDialog(plan, card, self._page.window())
        if dialogs.show(dialog) and (slots := dialog.asked()):
            self._page.choosing.many.series(plan, card, slots)

    def ask_days(self) -> None:
        """Copy a day or several to other days."""
        plan = self._page.plan
        if plan is None or not plan.days:
            return
        dialog = CopyDialog(plan, self._here(plan)[0], self._page.window())
        if dialogs.show(dialog):
            days = dialog.asked()
            self._page.choosing.many.copy_days(plan, days.first, days.last, days.targets, days.leaving)

    def ask_halls(self) -> None:
        """Exchange two halls for a day."""
        plan = self._page.plan
        if plan is None or not plan.days or not plan.halls:
            return
        dialog = HallsDialog(plan, *self._here(plan), self._page.window())
        if dialogs.show(dialog):
            day, one, other = dialog.asked()
            self._page.choosing.many.exchange_halls(plan, day, one, other)

    def _here(self, plan: Plan) -> tuple[date, int]:
        """The day and hall one is at: of the chosen event, of the marked ground, or the first."""
        card, mark = plan.cards.get(self._page.chosen), self._page.marking.mark
        if card is not None:
            return card.day, card.hall
        if mark is not None:
            return mark.day, mark.halls[0]
        return plan.days[0], next(iter(plan.halls), 0)
