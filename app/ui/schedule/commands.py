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
from app.ui.schedule.drag import Carry
from app.ui.schedule.faces import spoken
from app.ui.schedule.keyboard import ARROWS, Place, letter, neighbour, stepped
from app.ui.schedule.plan import TWIN, Fit, Plan
from app.ui.schedule.toolbar import fill_menu
from app.ui.widgets.menus import Menu, danger

if TYPE_CHECKING:
    from app.ui.schedule.page import SchedulePage

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
STATUSES = {"t": ScreeningStatus.TENTATIVE, "c": ScreeningStatus.CONFIRMED}
Deed = tuple[str, str, str, Callable[[], object]]


class Commands(QObject):
    """The deeds of a page on its chosen event."""

    def __init__(self, page: "SchedulePage") -> None:
        super().__init__(page)
        self._page = page
        self._place: Place | None = None

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
        if view.carry is not None and view.by_keys:
            self._carry_key(event)
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
            Qt.Key.Key_Delete: self.unplace, Qt.Key.Key_Space: self.lift, Qt.Key.Key_F2: self.edit,
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
            self.nudge(across, down)
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

    # Moving by keys

    def nudge(self, across: int, down: int) -> None:
        """Move the chosen event five minutes or one hall on."""
        plan, card = self.plan, self.card
        if plan is None or card is None:
            return
        place = stepped(plan, self._here(plan, card), across, down)
        slot = plan.board.slot(card.id)
        start = plan.minute(place.day, place.minute) - (slot.body_start - slot.start)
        if (
            self._page.edits.try_put(plan, card, slot.at(place.hall, start))
            and self.plan is not None
            and self.card is not None
        ):
            self.say(spoken(self.plan, self.card))

    def _here(self, plan: Plan, card: Card) -> Place:
        slot = plan.board.slot(card.id)
        return Place(card.day, card.hall, plan.minute_of_day(slot.body_start, card.day))

    def lift(self) -> None:
        """Take the chosen block up, to be carried with the arrows."""
        plan, card = self.plan, self.card
        if plan is None or card is None or not self._page.on_board:
            return
        if card.locked:
            self._page.edits.refuse(plan.outcome(plan.board.slot(card.id), held=True).sentence)
            return
        carry = Carry(plan, card, plan.board.slot(card.id))
        self._place = self._here(plan, card)
        self._page.view.set_carry(carry, by_keys=True)
        self._carry_to(carry, self._place)
        self.say(
            _("{event}. Lifted: arrows move it, Enter puts it down, Escape puts it back.", event=spoken(plan, card))
        )

    def _carry_to(self, carry: Carry, place: Place) -> None:
        self._place = place
        outcome = carry.to(place.day, place.hall, place.minute)
        view = self._page.view
        view.set_carry(carry, by_keys=True)
        row = view.board.row_of(place.day, place.hall) if view.board else None
        if view.board is not None and row is not None:
            block = view.board.place(carry.card_at(outcome), row)
            view.reveal(block)
            spot = view.viewport().mapTo(self._page, view.rect_of(block).bottomLeft().toPoint())
            self._page.pointer.tip.tell(outcome.fit, outcome.sentence, spot - QPoint(10, 14))

    def _carry_key(self, event: QKeyEvent) -> None:
        view = self._page.view
        carry, place, plan = view.carry, self._place, self.plan
        if carry is None or place is None or plan is None:
            return
        event.accept()
        if event.key() in ARROWS:
            across, down = ARROWS[Qt.Key(event.key())]
            far = bool(event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier))
            self._carry_to(carry, stepped(plan, place, across, down, far=far))
            if carry.outcome is not None:
                self.say(f"{self._page.edits.where(plan, carry.outcome.slot)}. {carry.outcome.sentence}")
        elif event.key() in (*ENTER, Qt.Key.Key_Space):
            self.put_down(keep=True)
        elif event.key() == Qt.Key.Key_Escape:
            self.put_down(keep=False)

    def put_down(self, *, keep: bool) -> None:
        """End carrying by keys: keep the new place, or put the block back."""
        view, plan = self._page.view, self.plan
        carry, outcome = view.carry, view.carry.outcome if view.carry else None
        if carry is None or plan is None or not view.by_keys:
            return
        if keep and outcome is not None and outcome.fit is Fit.REFUSED:
            self._page.edits.refuse(outcome.sentence)
            return
        view.set_carry(None)
        self._page.pointer.tip.hide()
        if keep and carry.lands and outcome is not None:
            self._page.edits.put(plan, carry.card, outcome.slot)
        elif not keep:
            self.say(_("Put back"))

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
            self._page.inspector.time.setFocus(Qt.FocusReason.ShortcutFocusReason)

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
        fill_menu(menu, self.deeds() or self._page.board_deeds())
        for action in menu.actions():
            if action.text() == pgettext("menu", "Take off the schedule"):
                danger(action)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)

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
            (pgettext("menu", "Move by keys"), "keyboard", "Space", self.lift),
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
