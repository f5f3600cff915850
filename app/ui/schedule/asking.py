"""What the schedule page asks in dialogs, and what it does with the answers."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.i18n.active import _, language
from app.operations import events
from app.operations.events import EventFacts
from app.store.agent_rows import AgentLine, suggestions
from app.ui.insisting import fulfil
from app.ui.programmes.asking import ProgrammeAsking
from app.ui.schedule.event_dialog import EventDialog
from app.ui.schedule.plan import Plan
from app.words import N_, phrase

if TYPE_CHECKING:
    from app.ui.schedule.page import SchedulePage


class Asking(QObject):
    """The dialogs of one page."""

    def __init__(self, page: "SchedulePage") -> None:
        super().__init__(page)
        self._page = page
        self._programmes = ProgrammeAsking(page.workspace, page.shell, page)

    def add_event(self) -> None:
        """Ask for a talk or another event and put it on the board."""
        plan = self._page.plan
        if plan is None:
            return
        dialog = EventDialog(plan, parent=self._page.window(), suggest=self._suggest)
        place, mark = self._page.marking.place(), self._page.marking.mark
        if mark is not None:
            dialog.fill_ground(mark)
        elif place is not None and place.day in plan.days:
            dialog.start_at(*place)

        def add() -> None:
            asked = dialog.event_asked()
            title = self._called(plan, asked)
            label, said = phrase(N_("Add “{title}”"), title=title), _("“{title}” added", title=title)
            self._page.edits.do(label, said, events.add, plan.schedule.programme.id, asked)

        fulfil(self._page.workspace, dialog, add)

    def _called(self, plan: Plan, asked: EventFacts) -> str:
        """What an event will be called: its own name, or those of its titles."""
        works = [plan.schedule.works.get(spec.work or 0, "") for spec in asked.parts]
        return asked.names.shown(language()) or " + ".join(filter(None, works))

    def _suggest(self, typed: str) -> Sequence[AgentLine]:
        return self._page.workspace.read(suggestions, typed, language())

    def edit_event(self) -> None:
        """Ask for the facts of the chosen event."""
        plan, card = self._page.plan, self._page.deeds.card
        if plan is None or card is None:
            return
        dialog = EventDialog(plan, card, self._page.window(), self._suggest)
        label, said = phrase(N_("Change “{title}”"), title=card.title), _("“{title}” changed", title=card.title)
        fulfil(self._page.workspace, dialog, lambda: self._page.edits.do(
            label, said, events.correct, card.id, dialog.event_asked()
        ))  # fmt: skip

    def edit_chosen(self) -> None:
        """Edit the chosen event, if there is just one."""
        if self._page.deeds.card is not None and not self._page.choosing.several:
            self.edit_event()

    def new_programme(self) -> None:
        """Ask for a programme and found it."""
        made = self._programmes.new()
        if made is not None:
            self._page.go(programme=made)

    def edit_programme(self) -> None:
        """Ask for the facts of the programme."""
        if self._page.plan is not None:
            self._programmes.edit(self._page.plan.schedule.programme.id)

    def rules(self) -> None:
        """Ask how serious the rules are in the programme."""
        if self._page.plan is not None:
            self._programmes.rules(self._page.plan.schedule.programme.id)

    def hours(self) -> None:
        """Ask when the halls are open on single days."""
        if self._page.plan is not None:
            self._programmes.hours(self._page.plan.schedule.programme.id)

    def people(self) -> None:
        """Ask who is in town and on duty."""
        if self._page.plan is not None:
            self._programmes.people(self._page.plan.schedule.programme.id)
