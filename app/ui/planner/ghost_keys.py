"""A proposal on the board by keys: G goes to its events, arrows go on, Space takes one in or leaves it out."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeyEvent

from app.i18n.active import _
from app.ui.planner.ghosts import Ghost, ghost_words
from app.ui.planner.rows import TickRow
from app.ui.schedule.keyboard import ARROWS, letter
from app.ui.widgets.enter_key import ENTER

if TYPE_CHECKING:
    from app.ui.planner.planning import Planning
    from app.ui.schedule.page import SchedulePage

SHIFT = Qt.KeyboardModifier.ShiftModifier


class GhostKeys(QObject):
    """What the keys do on the board while a proposal lies on it. `number` is the ghost they are at, 0 for none."""

    def __init__(self, planning: "Planning", page: "SchedulePage") -> None:
        super().__init__(planning)
        self._planning, self._page = planning, page
        self.number = 0
        page.view.pressed_key.connect(self._key)

    def _ghosts(self) -> list[Ghost]:
        """The proposed events as they come on the board, while they can be decided on."""
        planning, plan = self._planning, self._page.plan
        if plan is None or not planning.shown or self._page.view.carry is not None:
            return []
        halls = list(plan.halls)
        return sorted(
            self._page.view.ghosts, key=lambda one: (one.card.day, halls.index(one.card.hall), one.card.starts)
        )

    def _key(self, event: QKeyEvent) -> None:
        """Do what a key says to the proposal, and accept it; all others are the board's."""
        ghosts = self._ghosts()
        here = next((ghost for ghost in ghosts if ghost.number == self.number and ghost.near), None)
        if here is None:
            self.number = 0
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if not ghosts or modifiers & ~SHIFT:
            return
        if letter(event) == "g":
            self._step(ghosts, here, -1 if modifiers else 1)
        elif here is None or modifiers:
            return
        elif event.key() in ARROWS:
            self._step(ghosts, here, sum(ARROWS[Qt.Key(event.key())]))
        elif event.key() == Qt.Key.Key_Space or (event.key() == Qt.Key.Key_Delete and here.wanted):
            self._toggle(here)
        elif event.key() in ENTER:
            self._take(here)
        elif event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            return
        event.accept()

    def _step(self, ghosts: list[Ghost], here: Ghost | None, step: int) -> None:
        place = (0 if step > 0 else -1) if here is None else ghosts.index(here) + step
        ghost = ghosts[place % len(ghosts)]
        self.number = ghost.number
        self._planning.look_at(ghost.number)
        self._say(ghost.number)

    def _row(self, number: int) -> TickRow | None:
        return next((row for row in self._planning.panel.result.rows if row.number == number), None)

    def _toggle(self, here: Ghost) -> None:
        row = self._row(here.number)
        if row is not None and row.isEnabled():
            row.toggle()
        self._say(here.number)

    def _take(self, here: Ghost) -> None:
        row = self._row(here.number)
        if row is not None:
            self.number = 0
            self._planning.accept(here.number)

    def _leave(self) -> None:
        self.number = 0
        self._planning.look_at(0)
        self._page.deeds.say(_("Back on the board"))

    def _say(self, number: int) -> None:
        """What is proposed, and whether it is taken in."""
        plan, row = self._page.plan, self._row(number)
        ghost = next((one for one in self._page.view.ghosts if one.number == number), None)
        if plan is None or ghost is None:
            return
        if row is None or row.isEnabled():
            state = _("Selected") if ghost.wanted else _("Left out")
            self._page.deeds.say(f"{ghost_words(plan, ghost)}. {state}")
        else:
            self._page.deeds.say(row.accessibleName())
