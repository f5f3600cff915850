"""Breaks, rehearsals and closed halls on the board: chosen, added, moved, stretched, corrected, taken away."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.domain.screenings import Slot
from app.i18n import formats
from app.i18n.active import _, language
from app.operations import blockers
from app.store.schedule import BlockerRow, Card
from app.ui.insisting import fulfil
from app.ui.schedule.barring import blocker_of, blocker_row, cards_of
from app.ui.schedule.blocker_dialog import LONGEST, BlockerDialog
from app.ui.schedule.drag import Carry
from app.ui.schedule.edits import wall_of
from app.ui.schedule.ground import Mark
from app.ui.schedule.plan import Plan
from app.words import N_, Phrase, phrase

if TYPE_CHECKING:
    from app.ui.schedule.page import SchedulePage

USUAL = 60
LEAST = 5


class Blocking(QObject):
    """The blockers of one page; at most one is chosen."""

    def __init__(self, page: "SchedulePage") -> None:
        super().__init__(page)
        self._page = page
        page.view.barred_pressed.connect(self.choose)

    @property
    def chosen(self) -> int:
        """The chosen blocker, 0 for none."""
        plan, number = self._page.plan, self._page.view.barred
        return number if plan is not None and blocker_row(plan, number) is not None else 0

    @property
    def row(self) -> BlockerRow | None:
        """The chosen blocker."""
        return blocker_row(self._page.plan, self.chosen) if self._page.plan is not None else None

    def choose(self, number: int) -> None:
        """Choose a blocker, and no event; 0 for none."""
        if number:
            self._page.choose(0)
        self._page.view.show_barred(number)
        self._page.shell.commands_changed()
        if number:
            self._page.deeds.say(self.said())

    def next(self) -> None:
        """Go to the next blocker, from none to the first."""
        plan = self._page.plan
        if plan is None or not plan.schedule.blockers:
            self._page.edits.refuse(_("There are no breaks on the board."))
            return
        order = [row.id for row in plan.schedule.blockers]
        place = order.index(self.chosen) + 1 if self.chosen in order else 0
        self.choose(order[place % len(order)])

    def said(self) -> str:
        """Break, Fri 16 Oct, 13:00–14:00, Hall 1 and Hall 2."""
        plan, row = self._page.plan, self.row
        if plan is None or row is None:
            return ""
        card = cards_of(plan, row)[0]
        return _(
            "{what}, {day}, {hours}, {halls}",
            what=plan.blocker_name(row), day=formats.day_label(language(), row.day),
            hours=formats.time_range(language(), card.starts, card.ends),
            halls=formats.listing(language(), [plan.hall_name(hall) for hall in row.halls]),
        )  # fmt: skip

    # Deeds

    def add(self) -> None:
        """Ask for a blocker: over marked ground, or after the chosen event."""
        plan = self._page.plan
        if plan is None or not plan.halls:
            return
        dialog = BlockerDialog(plan, self._ground(plan), parent=self._page.window())
        label, said, programme = phrase(N_("Add a break")), _("The break is on the board"), plan.schedule.programme.id

        def add() -> None:
            asked = dialog.asked()
            self._page.edits.do(
                label, said, blockers.add, programme, asked.halls, asked.starts, asked.minutes,
                kind=asked.kind, names=asked.names,
            )  # fmt: skip
            self._page.marking.show(None)

        fulfil(self._page.workspace, dialog, add)

    def _ground(self, plan: Plan) -> Mark:
        marking = self._page.marking
        if marking.mark is not None:
            return marking.mark
        place = marking.place()
        if place is None:
            hall = next(iter(plan.halls))
            return Mark(plan.days[0], (hall,), 13 * 60, 13 * 60 + USUAL)
        return Mark(place.day, (place.hall,), place.minute, place.minute + USUAL)

    def edit(self) -> None:
        """Correct the chosen blocker."""
        plan, row = self._page.plan, self.row
        if plan is None or row is None:
            return
        dialog = BlockerDialog(plan, None, row, self._page.window())
        label = self._label(N_("Change “{title}”"), plan, row)

        def change() -> None:
            asked = dialog.asked()
            self._page.edits.do(
                label, "", blockers.change, row.id, halls=asked.halls,
                starts=asked.starts, minutes=asked.minutes, kind=asked.kind, names=asked.names,
            )  # fmt: skip

        fulfil(self._page.workspace, dialog, change)

    def remove(self) -> None:
        """Give its halls free again."""
        plan, row = self._page.plan, self.row
        if plan is not None and row is not None:
            said = _("“{title}” removed", title=plan.blocker_name(row))
            self._page.edits.do(self._label(N_("Remove “{title}”"), plan, row), said, blockers.remove, row.id)

    def stretch(self, minutes: int) -> None:
        """Make the chosen blocker longer or shorter."""
        row = self.row
        if row is not None:
            self.set_minutes(row, row.minutes + minutes)

    def set_minutes(self, row: BlockerRow, minutes: int) -> bool:
        """How long a blocker lasts."""
        plan = self._page.plan
        minutes = min(max(minutes, LEAST), LONGEST)
        if plan is None or minutes == row.minutes:
            return False
        done = self._page.edits.do(
            self._label(N_("Change the length of “{title}”"), plan, row), "", blockers.change, row.id, minutes=minutes
        )
        if done:
            self._page.deeds.say(self.said())
        return done

    # Carrying

    def carry(self, plan: Plan, slot: int = 0) -> Carry | None:
        """The chosen blocker in the hand, in all its halls, held by the hall of `slot`."""
        row = self.row
        if row is None:
            return None
        cards = cards_of(plan, row)
        held = next((card for card in cards if card.id == slot), cards[0])
        return Carry(plan, held, plan.board.slot(held.id), cards)

    def put(self, plan: Plan, cards: Sequence[Card], slots: Sequence[Slot]) -> bool:
        """Move a blocker where its slots are."""
        row = blocker_of(plan, cards[0].id)
        if row is None:
            return False
        starts, fold = wall_of(plan, slots[0])
        halls = [slot.hall for slot in slots if slot.hall is not None]
        said = _(
            "“{title}” moved to {where}", title=plan.blocker_name(row), where=self._page.edits.where(plan, slots[0])
        )
        label = self._label(N_("Move “{title}”"), plan, row)
        return self._page.edits.do(label, said, blockers.change, row.id, halls=halls, starts=starts, fold=fold)

    def _label(self, message: str, plan: Plan, row: BlockerRow) -> Phrase:
        return phrase(message, title=plan.blocker_name(row))
