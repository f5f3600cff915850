"""Carrying an event by keys: lifted with Space, moved with the arrows, put down with Enter; or nudged at once."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QKeyEvent

from app.i18n.active import _
from app.store.schedule import Card
from app.ui.schedule.barring import cards_of
from app.ui.schedule.drag import Carry
from app.ui.schedule.faces import spoken
from app.ui.schedule.imagining import Fit
from app.ui.schedule.keyboard import ARROWS, Place, stepped
from app.ui.schedule.plan import Plan

if TYPE_CHECKING:
    from app.ui.schedule.page import SchedulePage

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Lifting(QObject):
    """At most one event in the hand of someone who uses keys."""

    def __init__(self, page: "SchedulePage") -> None:
        super().__init__(page)
        self._page = page
        self._place: Place | None = None
        page.view.left.connect(lambda: self.put_down(keep=False))  # the keys go elsewhere

    def nudge(self, across: int, down: int) -> None:
        """Move the chosen events five minutes or one hall on."""
        plan, card = self._page.plan, self._held(self._page.plan)
        if plan is None or card is None:
            return
        carry = self._carry(plan, card)
        place = stepped(plan, self._here(plan, card), across, down)
        outcome = carry.to(place.day, place.hall, place.minute)
        if carry.stays(outcome.slot):
            return
        if outcome.fit is Fit.REFUSED:
            self._page.edits.refuse(outcome.sentence)
        elif self._page.placing.put_down(carry) and self._page.plan is not None:
            self._page.deeds.say(self._said(carry))

    def _said(self, carry: Carry) -> str:
        """Where what was carried is now."""
        if carry.card.id < 0:
            return self._page.blocking.said()
        plan, card = self._page.plan, self._page.deeds.card
        if plan is None or card is None:
            return ""
        return f"{self._page.choosing.status()}. {spoken(plan, card)}" if carry.also else spoken(plan, card)

    def _held(self, plan: Plan | None) -> Card | None:
        """What the keys would carry: the chosen event, or one hall of the chosen blocker."""
        row = self._page.blocking.row
        return cards_of(plan, row)[0] if plan is not None and row is not None else self._page.deeds.card

    def _carry(self, plan: Plan, card: Card) -> Carry:
        carry = self._page.blocking.carry(plan) if card.id < 0 else None
        return carry or Carry(plan, card, plan.board.slot(card.id), self._page.choosing.cards)

    def _here(self, plan: Plan, card: Card) -> Place:
        slot = plan.board.slot(card.id)
        return Place(card.day, card.hall, plan.minute_of_day(slot.body_start, card.day, card.hall))

    def lift(self) -> None:
        """Take the chosen block up, to be carried with the arrows."""
        plan, card = self._page.plan, self._held(self._page.plan)
        if plan is None or card is None or not self._page.on_board:
            return
        if card.locked:
            self._page.edits.refuse(plan.outcome(plan.board.slot(card.id), held=True).sentence)
            return
        carry = self._carry(plan, card)
        self._place = self._here(plan, card)
        self._page.view.set_carry(carry, by_keys=True)
        self._carry_to(carry, self._place)
        self._page.deeds.say(
            _("{event}. Picked up: arrow keys move it, Enter drops it, Escape puts it back.", event=spoken(plan, card))
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
            self._page.pointer.tip.judge(outcome, spot - QPoint(10, 14))

    def key(self, event: QKeyEvent) -> None:
        view = self._page.view
        carry, place, plan = view.carry, self._place, self._page.plan
        if carry is None or place is None or plan is None:
            return
        event.accept()
        if event.key() in ARROWS:
            across, down = ARROWS[Qt.Key(event.key())]
            far = bool(event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier))
            self._carry_to(carry, stepped(plan, place, across, down, far=far))
            if carry.outcome is not None:
                self._page.deeds.say(f"{self._page.edits.where(plan, carry.outcome.slot)}. {carry.outcome.spoken}")
        elif event.key() in (*ENTER, Qt.Key.Key_Space):
            self.put_down(keep=True)
        elif event.key() == Qt.Key.Key_Escape:
            self.put_down(keep=False)

    def put_down(self, *, keep: bool) -> None:
        """End carrying by keys: keep the new place, or put the block back."""
        view, plan = self._page.view, self._page.plan
        carry, outcome = view.carry, view.carry.outcome if view.carry else None
        if carry is None or plan is None or not view.by_keys:
            return
        if keep and outcome is not None and outcome.fit is Fit.REFUSED:
            self._page.edits.refuse(outcome.sentence)
            return
        view.set_carry(None)
        self._page.pointer.tip.hide()
        if keep and carry.lands and outcome is not None:
            self._page.placing.put_down(carry)
        elif not keep:
            self._page.deeds.say(_("Put back"))
