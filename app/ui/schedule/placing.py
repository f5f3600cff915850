"""What pointer and tray put on the board: what is taken up, where it is let go, where it fits first."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint
from PySide6.QtGui import QCursor

from app.domain.kinds import ScreeningStatus
from app.i18n import formats
from app.i18n.active import _, language, tr
from app.i18n.labels import part_kind
from app.store.schedule import Card, TrayRow
from app.ui.schedule.barring import blocker_of, cards_of
from app.ui.schedule.drag import Carry
from app.ui.schedule.imagining import Fit
from app.ui.schedule.list_model import Column
from app.ui.schedule.pointer import Pointer
from app.ui.schedule.stretching import Stretch
from app.ui.schedule.tray import HELD

if TYPE_CHECKING:
    from app.ui.schedule.page import SchedulePage


class Placing(QObject):
    """The drags of one page."""

    def __init__(self, page: "SchedulePage") -> None:
        super().__init__(page)
        self._page = page
        self.pointer = Pointer(page, page.view, page.tray, page.daybar.strip)
        page.view.grabbed.connect(self._grabbed)
        page.tray.cards.grabbed.connect(self._grabbed_entry)
        for source in (page.view, page.tray.cards):
            source.dragged.connect(self.pointer.move)
            source.released.connect(self.pointer.drop)
        page.tray.cards.place.connect(self.place_first)
        page.tray.slate.clicked.connect(lambda: page.shell.show_page("slates", programme=page.programme))
        page.lines.lines.edited = self._edited_line
        self.pointer.dropped.connect(self._dropped)
        self.pointer.unplaced.connect(self._take_off)
        page.view.resizing.connect(self._resizing)
        page.view.resized.connect(self._resized)
        self.pointer.refused.connect(lambda carry: page.edits.refuse(carry.outcome.sentence))
        self.pointer.moved.connect(lambda: page.tray.light(lit=self.pointer.over_tray))
        self.pointer.ended.connect(self._drag_ended)

    def _grabbed(self, card: Card, at: QPoint, grab: float) -> None:
        plan = self._page.plan
        row = blocker_of(plan, card.id) if plan is not None and card.id < 0 else None
        if plan is not None and row is not None:
            self.pointer.begin(card, plan.board.slot(card.id), at, grab, cards_of(plan, row))
        elif plan is not None:
            choosing = self._page.choosing
            also = choosing.cards if choosing.several and card.id in choosing.numbers else ()
            self.pointer.begin(card, plan.board.slot(card.id), at, grab, also)

    def _grabbed_entry(self, row: TrayRow, at: QPoint) -> None:
        if self._page.plan is not None and self._page.on_board:
            card, slot = self._page.plan.newcomer(row)
            self._page.tray.hold(row.entry)
            self.pointer.begin(card, slot, at, HELD)

    def _drag_ended(self) -> None:
        self._page.tray.hold(None)
        self._page.tray.light(lit=False)
        self._page.tray.cards.let_go()

    def _dropped(self, carry: Carry) -> None:
        self.put_down(carry)

    def put_down(self, carry: Carry) -> bool:
        """Write what was carried where it is held now."""
        plan = self._page.plan
        if plan is None or carry.outcome is None:
            return False
        many = self._page.choosing.many
        if carry.card.id < 0:
            return self._page.blocking.put(plan, carry.cards, carry.slots)
        if carry.swapped is not None:
            return many.swap(carry.card, carry.swapped)
        if carry.also:
            return many.put(plan, carry.cards, carry.slots, copying=carry.copying)
        return self._page.edits.put(plan, carry.card, carry.outcome.slot, copying=carry.copying)

    def _take_off(self, carry: Carry) -> None:
        if carry.card.id < 0:
            self._page.blocking.remove()
        elif carry.also:
            self._page.choosing.many.unplace(carry.cards)
        else:
            self._page.edits.unplace(carry.card)

    def _resizing(self, stretch: Stretch) -> None:
        """The hours of an event whose edge is in the hand, beside the pointer."""
        part = stretch.card.parts[stretch.place]
        words = _("{part} {minutes}", part=part_kind(tr(), part.kind), minutes=part.minutes)
        until = _("until {time}", time=formats.time(language(), stretch.card.event_ends))
        at = self._page.mapFromGlobal(QCursor.pos())
        self.pointer.tip.tell(Fit.FITS, f"{words}\n{until}", at)

    def _resized(self, stretch: Stretch) -> None:
        self.pointer.tip.hide()
        plan = self._page.plan
        row = blocker_of(plan, stretch.card.id) if plan is not None else None
        if row is not None:
            self._page.blocking.set_minutes(row, stretch.minutes)
            return
        card = plan.cards.get(stretch.card.id) if plan is not None else None
        parts = tuple(part for part in stretch.card.parts if part.minutes)
        if card is not None and parts != card.parts:
            self._page.edits.set_parts(card, parts)

    def place_first(self, row: TrayRow) -> None:
        """Put an entry where it fits first."""
        if self._page.plan is None:
            return
        card, slot = self._page.plan.newcomer(row)
        placed = self._page.plan.first_place(slot)
        outcome = self._page.plan.outcome(placed) if placed is not None else None
        if placed is None or outcome is None:
            self._page.edits.refuse(_("There is no free place for “{title}”.", title=row.title))
        elif outcome.fit is Fit.REFUSED:
            self._page.edits.refuse(outcome.sentence)
        else:
            self._page.edits.put(self._page.plan, card, placed)

    def _edited_line(self, card: Card, column: Column, value: int | str) -> bool:
        """What was typed or chosen in a line: minutes after midnight, the id of a hall, a status."""
        plan = self._page.plan
        if plan is None:
            return False
        if isinstance(value, str):
            return self._page.edits.set_status(card, ScreeningStatus(value))
        slot = plan.board.slot(card.id)
        if column is Column.HALL:
            there = plan.minute(card.day, plan.minute_of_day(slot.start, card.day, card.hall), value)
            return self._page.edits.try_put(plan, card, slot.at(value, there))
        minute = value if value >= plan.schedule.programme.day_start else value + 24 * 60
        start = plan.minute(card.day, minute, card.hall) - (slot.body_start - slot.start)
        return self._page.edits.try_put(plan, card, slot.at(slot.hall, start))
