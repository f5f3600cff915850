"""What keys and menus do to the chosen events; the same deeds for the board and for the list."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeyEvent

from app.domain.kinds import PartKind, ScreeningStatus
from app.domain.places import nearest_place
from app.domain.screenings import Severity
from app.i18n import formats, labels
from app.i18n.active import _, language, tr
from app.store.schedule import Card
from app.ui.accessible import announce
from app.ui.schedule.faces import spoken
from app.ui.schedule.keyboard import ARROWS, letter, neighbour
from app.ui.schedule.lifting import ENTER
from app.ui.schedule.plan import TWIN, Plan
from app.ui.schedule.stretching import longer

if TYPE_CHECKING:
    from app.ui.schedule.page import SchedulePage

STATUSES = {"t": ScreeningStatus.TENTATIVE, "c": ScreeningStatus.CONFIRMED}
LONGER = frozenset({Qt.Key.Key_Plus, Qt.Key.Key_Equal})
SHORTER = frozenset({Qt.Key.Key_Minus, Qt.Key.Key_Underscore})
TAIL_STEP = 5
PAIR = 2
CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)


class Commands(QObject):
    """The deeds of a page on its chosen events."""

    def __init__(self, page: "SchedulePage") -> None:
        super().__init__(page)
        self._page = page

    @property
    def plan(self) -> Plan | None:
        """What the page shows."""
        return self._page.plan

    @property
    def card(self) -> Card | None:
        """The chosen event, the one that keys go on from."""
        plan = self.plan
        return plan.cards.get(self._page.chosen) if plan else None

    # Keys

    def key(self, event: QKeyEvent) -> None:
        """Do what a key says, and accept it; others are left."""
        view = self._page.view
        if self.plan is None or event.isAccepted():
            return
        if self._page.pointer.busy:
            event.accept()
            return
        if view.carry is not None and view.by_keys:
            self._page.lifting.key(event)
            return
        act = self._arrow(event) if event.key() in ARROWS else self._act(event)
        if act is not None:
            event.accept()
            act()

    def _act(self, event: QKeyEvent) -> Callable[[], object] | None:
        modifiers, view = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier, self._page.view
        if modifiers == CTRL:
            return self._with_control(letter(event))
        if event.key() in LONGER and modifiers in (Qt.KeyboardModifier.NoModifier, SHIFT):
            return lambda: self.stretch(TAIL_STEP)
        if event.key() in SHORTER and modifiers in (Qt.KeyboardModifier.NoModifier, SHIFT):
            return lambda: self.stretch(-TAIL_STEP)
        if modifiers == ALT and event.key() in ENTER:
            return self.repair
        if event.key() == Qt.Key.Key_F8 and modifiers in (Qt.KeyboardModifier.NoModifier, SHIFT):
            return lambda: self.next_conflict(-1 if modifiers else 1)
        if modifiers == SHIFT and event.key() == Qt.Key.Key_F10 and self._page.on_board:
            return view.ask_menu
        if modifiers == SHIFT and letter(event) == "b":
            return self._page.blocking.next
        if modifiers == SHIFT and letter(event) == "w":
            return self._page.seeking.why
        if modifiers == SHIFT and letter(event) == "c":
            return lambda: self.set_status(ScreeningStatus.CANCELLED)
        return None if modifiers else self._plain(event)

    def _plain(self, event: QKeyEvent) -> Callable[[], object] | None:
        page, pressed = self._page, letter(event)
        if pressed in STATUSES:
            return lambda: self.set_status(STATUSES[pressed])
        if event.key() == Qt.Key.Key_Escape:
            return self._escape()
        letters: dict[str, Callable[[], object]] = {
            "k": self.toggle_lock, "x": self.swap, "b": page.blocking.add, "e": page.asking.edit_chosen,
            "w": page.seeking.where,
        }  # fmt: skip
        keys: dict[int, Callable[[], object]] = {
            Qt.Key.Key_Delete: self.unplace, Qt.Key.Key_Space: page.lifting.lift, Qt.Key.Key_F2: self.edit,
            Qt.Key.Key_Return: self.open, Qt.Key.Key_Enter: self.open,
        }  # fmt: skip
        return letters.get(pressed) or keys.get(event.key())

    def _with_control(self, pressed: str) -> Callable[[], object] | None:
        clipboard = self._page.clipboard
        keys: dict[str, Callable[[], object]] = {
            "d": self.duplicate, "a": self._page.choosing.all, "v": clipboard.paste,
            "c": lambda: clipboard.take(cut=False), "x": lambda: clipboard.take(cut=True),
        }  # fmt: skip
        return keys.get(pressed)

    def _escape(self) -> Callable[[], object] | None:
        page = self._page
        if page.marking.mark is not None:
            return lambda: page.marking.show(None)
        if page.choosing.several:
            return lambda: page.choose(page.chosen)
        if page.blocking.chosen:
            return lambda: page.blocking.choose(0)
        return (lambda: page.choose(0)) if page.chosen else None

    def _arrow(self, event: QKeyEvent) -> Callable[[], object] | None:
        across, down = ARROWS[Qt.Key(event.key())]
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if modifiers == ALT:
            return lambda: self._page.lifting.nudge(across, down)
        if not self._page.on_board or self._page.view.board is None:
            return None
        if modifiers & CTRL and not modifiers & ALT:
            return lambda: self._page.marking.step(across, down, stretch=bool(modifiers & SHIFT))
        if modifiers == SHIFT:
            return lambda: self._page.choosing.extend(across, down)
        return None if modifiers else lambda: self._walk(across, down)

    def _walk(self, across: int, down: int) -> None:
        """To the next block in one direction."""
        board, plan = self._page.view.board, self.plan
        block = neighbour(board, board.blocks.get(self._page.chosen), across, down) if board else None
        if block is not None and plan is not None:
            self._page.choose(block.card.id)
            self.say(spoken(plan, block.card))

    def say(self, sentence: str) -> None:
        """Tell those who listen."""
        announce(self._page.view, sentence)

    # Deeds

    def set_status(self, status: ScreeningStatus) -> None:
        """Tentative, confirmed or cancelled."""
        if self._page.choosing.several:
            self._page.choosing.many.set_status(self._page.choosing.cards, status)
        elif self.card is not None:
            self._page.edits.set_status(self.card, status)

    def toggle_lock(self) -> None:
        """Lock or unlock; of several, all alike."""
        if self._page.choosing.several:
            cards = self._page.choosing.cards
            self._page.choosing.many.lock(cards, locked=not all(card.locked for card in cards))
        elif self.card is not None:
            self._page.edits.lock(self.card, locked=not self.card.locked)

    def unplace(self) -> None:
        """Take off the schedule, or take a chosen break away."""
        if self._page.blocking.chosen:
            self._page.blocking.remove()
        elif self._page.choosing.several:
            self._page.choosing.many.unplace(self._page.choosing.cards)
        elif self.card is not None:
            self._page.edits.unplace(self.card)

    def swap(self) -> None:
        """Let two chosen events change places."""
        cards = self._page.choosing.cards
        if len(cards) == PAIR:
            if self._page.choosing.many.swap(*cards):
                self._page.choosing.choose([card.id for card in cards])
        else:
            self._page.edits.refuse(_("Select two screenings to swap them."))

    def stretch(self, minutes: int) -> None:
        """Make what follows the film longer or shorter."""
        if self._page.blocking.chosen:
            self._page.blocking.stretch(minutes)
            return
        card = self.card
        if card is None or self._page.choosing.several:
            return
        parts = longer(card, minutes)
        if parts == card.parts:
            return
        if self._page.edits.set_parts(card, parts):
            last = parts[-1] if parts else None
            known = last if last and last.kind in (PartKind.QA, PartKind.CLEARING, PartKind.TALK) else None
            if known is not None:
                said = formats.minutes(language(), known.minutes)
                self.say(f"{labels.part_kind(tr(), known.kind)}, {said}")

    def duplicate(self) -> None:
        """Once more, where it fits next; several on the next day that takes them."""
        plan, card = self.plan, self.card
        if plan is None or card is None:
            return
        if self._page.choosing.several:
            self._page.clipboard.again()
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
        """Show the title in the catalogue; an event without one is edited."""
        if self._page.blocking.chosen:
            self._page.blocking.edit()
        elif self.card is not None and self.card.works:
            self._page.shell.show_page("works", work=self.card.works[0])
        elif self.card is not None:
            self._page.asking.edit_event()

    def edit(self) -> None:
        """Edit the start in place."""
        if not self._page.on_board:
            self._page.lines.edit_here()
        elif self.card is not None:
            self._page.inspector.details.time.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def next_conflict(self, step: int) -> None:
        """Go to the next or the previous event with a conflict; wishes are gone to where there is nothing worse."""
        plan = self.plan
        heavy = [one for one in plan.findings if one.severity > Severity.WISH] if plan else []
        found = heavy or (plan.findings if plan else ())
        order = list(dict.fromkeys(slot for one in found for slot in one.slots if plan and slot in plan.cards))
        if plan is None or not order:
            self._page.edits.refuse(_("No conflicts in this programme."))
            return
        chosen = self._page.chosen
        place = order.index(chosen) + step if chosen in order else (0 if step > 0 else -1)
        event = order[place % len(order)]
        self._page.choose(event)
        self.say(plan.sentence(plan.against(event)[0]))
