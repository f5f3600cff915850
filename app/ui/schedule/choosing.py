"""Several chosen events: which they are, how they come to be chosen, and what is said of them."""

from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from app.i18n import formats
from app.i18n.active import _, language, ngettext
from app.store.schedule import Card
from app.ui.schedule.edits_of_many import ManyEdits
from app.ui.schedule.keyboard import neighbour

if TYPE_CHECKING:
    from app.ui.schedule.page import SchedulePage

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


class Choosing(QObject):
    """The events chosen beside the one the page calls chosen."""

    def __init__(self, page: "SchedulePage") -> None:
        super().__init__(page)
        self._page = page
        self.also: frozenset[int] = frozenset()
        self.many = ManyEdits(page.edits)
        page.view.clicked.connect(self.click)
        page.view.turned.connect(lambda number: self.choose(self.numbers, number))
        page.lines.several.connect(self.choose)

    # What is chosen

    @property
    def numbers(self) -> frozenset[int]:
        """All of them."""
        return self.also | {self._page.chosen} if self._page.chosen else frozenset()

    @property
    def cards(self) -> list[Card]:
        """All of them, as they come on the board."""
        plan, numbers = self._page.plan, self.numbers
        return [card for card in plan.schedule.cards if card.id in numbers] if plan is not None else []

    @property
    def several(self) -> bool:
        """Whether there is more than one."""
        return bool(self.also)

    def status(self) -> str:
        """What the status bar says of several; '' for one."""
        if not self.also:
            return ""
        cards = self.cards
        minutes = sum(part.minutes for card in cards for part in card.parts)
        return _(
            "{chosen}, {minutes} in all",
            chosen=ngettext("{n} screening selected", "{n} screenings selected", len(cards)),
            minutes=formats.minutes(language(), minutes),
        )

    # Choosing

    def only(self, screening: int) -> None:
        """One event is chosen and no other (0: none); then no ground is marked either."""
        if screening and self._page.view.mark is not None:
            self._page.view.show_mark(None)
        if screening:
            self._page.view.show_barred(0)
        if self.also:
            self.also = frozenset()
            self._show()

    def renew(self) -> None:
        """The plan was read again: those that are gone are chosen no more."""
        if self.also:
            plan = self._page.plan
            self.also = frozenset(
                n for n in self.also if plan is not None and n in plan.cards and n != self._page.chosen
            )
            if not self._page.chosen:
                self.also = frozenset()
            self._show()

    def choose(self, numbers: Collection[int], primary: int = 0) -> None:
        """Choose exactly these; `primary` is the one the keys go on from."""
        first = primary if primary in numbers else next(iter(numbers), 0)
        self.also = frozenset()
        self._page.choose(first)
        self.also = frozenset(numbers) - {first}
        self._show()

    def click(self, screening: int, held: Qt.KeyboardModifier) -> None:
        """A press on a block: alone it chooses, with Ctrl it adds or takes away, with Shift it stretches."""
        if held & SHIFT and self._page.chosen:
            self.choose({*self.numbers, *self._between(self._page.chosen, screening)}, self._page.chosen)
        elif held & CONTROL:
            numbers = self.numbers ^ {screening}
            self.choose(numbers, screening if screening in numbers else self._page.chosen)
        else:
            self.choose({screening})

    def extend(self, across: int, down: int) -> None:
        """Take the next block in one direction in as well."""
        board = self._page.view.board
        if board is None:
            return
        block = neighbour(board, board.blocks.get(self._page.chosen), across, down)
        if block is not None:
            kept = self.numbers
            self.choose({*kept, block.card.id}, block.card.id)
            self.announce()

    def all(self) -> None:
        """Everything of the day of the chosen one; if that is chosen already, everything."""
        plan = self._page.plan
        if plan is None or not plan.cards:
            return
        chosen = plan.cards.get(self._page.chosen)
        day = {card.id for card in plan.schedule.cards if chosen is not None and card.day == chosen.day}
        self._take(day if day - self.numbers else plan.cards)

    def like(self, what: str) -> None:
        """Everything of the same `day`, `hall`, `strand` or `status` as the chosen one."""
        plan = self._page.plan
        chosen = plan.cards.get(self._page.chosen) if plan else None
        if plan is not None and chosen is not None:
            wanted = getattr(chosen, what)
            self._take([card.id for card in plan.schedule.cards if getattr(card, what) == wanted])

    def _take(self, numbers: Iterable[int]) -> None:
        self.choose(frozenset(numbers), self._page.chosen)
        self.announce()

    def announce(self) -> None:
        """Say how many there are to those who listen."""
        self._page.deeds.say(
            self.status() or ngettext("{n} screening selected", "{n} screenings selected", len(self.numbers))
        )

    def _between(self, one: int, other: int) -> set[int]:
        """All events from one to another: between their times, and between their rows."""
        board = self._page.view.board
        first, last = (board.blocks.get(one), board.blocks.get(other)) if board else (None, None)
        if board is None or first is None or last is None:
            return {one, other}
        left, right = min(first.left, last.left), max(first.right, last.right)
        rows = board.rows[min(first.row, last.row) : max(first.row, last.row) + 1]
        return {block.card.id for row in rows for block in row.blocks if block.left < right and block.right > left}

    def _show(self) -> None:
        page = self._page
        page.view.show_also(self.also)
        page.lines.show_also(self.numbers)
        if page.plan is not None:
            page.inspector.show_chosen(page.plan, page.chosen, self.cards if self.also else ())
        page.shell.commands_changed()
        page.shell.set_status(page.status())
