"""What keys and menus do to the chosen event; the same deeds for the board and for the list."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QKeyEvent

from app.domain.kinds import ScreeningStatus
from app.domain.places import nearest_place
from app.domain.screenings import Finding
from app.i18n.active import _, pgettext
from app.store.schedule import Card
from app.ui.accessible import announce
from app.ui.schedule.faces import spoken
from app.ui.schedule.keyboard import ARROWS, letter, neighbour
from app.ui.schedule.lifting import ENTER
from app.ui.schedule.plan import TWIN, Plan
from app.ui.schedule.toolbar import fill_menu
from app.ui.widgets.menus import Menu, danger

if TYPE_CHECKING:
    from app.ui.schedule.page import SchedulePage

STATUSES = {"t": ScreeningStatus.TENTATIVE, "c": ScreeningStatus.CONFIRMED}
Deed = tuple[str, str, str, Callable[[], object]]


class Commands(QObject):
    """The deeds of a page on its chosen event."""

    def __init__(self, page: "SchedulePage") -> None:
        super().__init__(page)
        self._page = page

    @property
    def plan(self) -> Plan | None:
        """What the page shows."""
        return self._page.plan

    @property
    def card(self) -> Card | None:
        """The chosen event."""
        plan = self.plan
        return plan.cards.get(self._page.chosen) if plan else None

    # Keys

    def key(self, event: QKeyEvent) -> None:
        """Do what a key says, and accept it; others are left."""
        view = self._page.view
        if self.plan is None:
            return
        if self._page.pointer.busy:
            event.accept()
            return
        if view.carry is not None and view.by_keys:
            self._page.lifting.key(event)
            return
        if event.key() in ARROWS:
            self._arrow(event)
        elif act := self._act(event):
            event.accept()
            act()

    def _act(self, event: QKeyEvent) -> Callable[[], object] | None:
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        pressed = letter(event)
        if plain and pressed in STATUSES:
            return lambda: self.set_status(STATUSES[pressed])
        if plain and event.key() == Qt.Key.Key_Escape and self._page.chosen:
            return lambda: self._page.choose(0)
        if event.modifiers() == Qt.KeyboardModifier.AltModifier and event.key() in ENTER:
            return self.repair
        shifted = event.modifiers() == Qt.KeyboardModifier.ShiftModifier
        if event.key() == Qt.Key.Key_F8 and (plain or shifted):
            return lambda: self.next_conflict(-1 if shifted else 1)
        if control and pressed == "d":
            return self.duplicate
        keys: dict[int, Callable[[], object]] = {
            Qt.Key.Key_Delete: self.unplace, Qt.Key.Key_Space: self._page.lifting.lift, Qt.Key.Key_F2: self.edit,
            Qt.Key.Key_Return: self.open, Qt.Key.Key_Enter: self.open,
        }  # fmt: skip
        if plain and pressed == "k":
            return self.toggle_lock
        return keys.get(event.key()) if plain else None

    def _arrow(self, event: QKeyEvent) -> None:
        across, down = ARROWS[Qt.Key(event.key())]
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if modifiers == Qt.KeyboardModifier.AltModifier:
            event.accept()
            self._page.lifting.nudge(across, down)
        elif not modifiers and self._page.on_board and self._page.view.board is not None:
            event.accept()
            board = self._page.view.board
            block = neighbour(board, board.blocks.get(self._page.chosen), across, down)
            if block is not None:
                self._page.choose(block.card.id)
                self.say(spoken(self.plan, block.card) if self.plan else "")

    def say(self, sentence: str) -> None:
        """Tell those who listen."""
        announce(self._page.view, sentence)

    # Deeds

    def set_status(self, status: ScreeningStatus) -> None:
        """Tentative, confirmed or cancelled."""
        if self.card is not None:
            self._page.edits.set_status(self.card, status)

    def toggle_lock(self) -> None:
        """Lock or unlock."""
        if self.card is not None:
            self._page.edits.lock(self.card, locked=not self.card.locked)

    def unplace(self) -> None:
        """Take off the schedule."""
        if self.card is not None:
            self._page.edits.unplace(self.card)

    def duplicate(self) -> None:
        """Once more, where it fits next."""
        plan, card = self.plan, self.card
        if plan is None or card is None:
            return
        twin = replace(plan.board.slot(card.id), id=TWIN, locked=False)
        plan.call(TWIN, card.title)
        place = nearest_place(twin, plan.board, plan.choices)
        if place is None:
            self._page.edits.refuse(_("There is no free place for “{title}”.", title=card.title))
        else:
            self._page.edits.put(plan, card, twin.at(place.hall, place.start), copying=True)

    def repair(self) -> None:
        """Apply the best repair."""
        if not self._page.inspector.conflicts.apply_best():
            self._page.edits.refuse(_("There is no repair to suggest here."))

    def open(self) -> None:
        """Show the title in the catalogue."""
        if self.card is not None and self.card.works:
            self._page.shell.show_page("works", work=self.card.works[0])

    def edit(self) -> None:
        """Edit the start in place."""
        if not self._page.on_board:
            self._page.lines.edit_here()
        elif self.card is not None:
            self._page.inspector.details.time.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def next_conflict(self, step: int) -> None:
        """Go to the next or the previous conflict."""
        plan = self.plan
        if plan is None or not plan.findings:
            self._page.edits.refuse(_("Nothing stands against this programme."))
            return
        order = list(plan.findings)
        here = [place for place, one in enumerate(order) if self._page.chosen in one.slots]
        place = (here[-1 if step > 0 else 0] + step if here else (0 if step > 0 else -1)) % len(order)
        self._page.choose(_target(order[place], self._page.chosen))
        self.say(plan.sentence(order[place]))

    # The popup

    def popup(self, at: QPoint) -> None:
        """The menu of the chosen event, or of the board."""
        menu = Menu(self._page)
        fill_menu(menu, self.deeds() or self.board_deeds())
        for action in menu.actions():
            if action.text() == pgettext("menu", "Take off the schedule"):
                danger(action)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)

    def board_deeds(self) -> Sequence[Deed | None]:
        """What can be done with the programme."""
        return (
            (pgettext("menu", "Add an event…"), "plus", "Ctrl+N", self._page.asking.add_event),
            None,
            (pgettext("menu", "Zoom in"), "zoom-in", "Ctrl++", lambda: self._page.view.scale_by(1.25)),
            (pgettext("menu", "Zoom out"), "zoom-out", "Ctrl+-", lambda: self._page.view.scale_by(0.8)),
            (pgettext("menu", "Fit the week"), "", "Ctrl+0", self._page.view.fit),
            None,
            (pgettext("menu", "Edit the programme…"), "pencil", "", self._page.asking.edit_programme),
            (pgettext("menu", "New programme…"), "plus", "", self._page.asking.new_programme),
        )

    def deeds(self) -> Sequence[Deed | None]:
        """All that can be done with the chosen event."""
        plan, card = self.plan, self.card
        if plan is None or card is None:
            return ()
        found: list[Deed | None] = []
        if card.works:
            found.append((pgettext("menu", "Open in the catalogue"), "library", "Return", self.open))
        else:
            found.append((pgettext("menu", "Edit this event…"), "pencil", "", self._page.asking.edit_event))
        found += [
            (pgettext("menu", "Edit the start"), "clock", "F2", self.edit),
            (pgettext("menu", "Move by keys"), "keyboard", "Space", self._page.lifting.lift),
            None,
            (
                pgettext("menu", "Mark as confirmed"),
                "circle-check",
                "C",
                lambda: self.set_status(ScreeningStatus.CONFIRMED),
            ),
            (
                pgettext("menu", "Mark as tentative"),
                "circle-dashed",
                "T",
                lambda: self.set_status(ScreeningStatus.TENTATIVE),
            ),
            (pgettext("menu", "Mark as cancelled"), "circle-x", "", lambda: self.set_status(ScreeningStatus.CANCELLED)),
            (pgettext("menu", "Unlock") if card.locked else pgettext("menu", "Lock"), "lock", "K", self.toggle_lock),
            None,
            (pgettext("menu", "Show once more"), "copy", "Ctrl+D", self.duplicate),
        ]
        if plan.against(card.id):
            found.append((pgettext("menu", "Apply the best repair"), "check", "Alt+Return", self.repair))
        found += [None, (pgettext("menu", "Take off the schedule"), "trash-2", "Del", self.unplace)]
        return found


def _target(finding: Finding, chosen: int) -> int:
    """Which event of a conflict to show: another than the one shown."""
    return next((slot for slot in reversed(finding.slots) if slot != chosen), finding.slots[-1])
