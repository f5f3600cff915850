"""Marking ground on the board: with a band drawn over it, or with Ctrl and the arrows; and a band that chooses."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPointF, QRectF, Qt

from app.i18n.active import _
from app.ui.schedule.ground import LEAST, Mark, mark_at, mark_of, rects_of, words_of
from app.ui.schedule.keyboard import Place

if TYPE_CHECKING:
    from app.ui.schedule.page import SchedulePage

USUAL = 60
"""Minutes of ground that keys mark at first, and the other button of the pointer."""

ADDING = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


class Marking(QObject):
    """The marked ground of one page."""

    def __init__(self, page: "SchedulePage") -> None:
        super().__init__(page)
        self._page = page
        self._kept: frozenset[int] | None = None
        self._area: QRectF | None = None
        page.view.banding.connect(self._banding)
        page.view.banded.connect(self._banded)
        page.view.pointed.connect(self._pointed)

    @property
    def mark(self) -> Mark | None:
        """What is marked."""
        return self._page.view.mark

    def place(self) -> Place | None:
        """Where something would be pasted: on marked ground, or right after the chosen event."""
        plan, mark = self._page.plan, self.mark
        if plan is None:
            return None
        if mark is not None:
            return Place(mark.day, mark.halls[0], mark.begin)
        card = plan.cards.get(self._page.chosen)
        if card is None:
            return None
        slot = plan.board.slot(card.id)
        free = slot.end + plan.board.context.after(slot)
        minute = plan.minute_of_day(free, card.day, card.hall)
        return Place(card.day, card.hall, minute + -minute % 5)

    def show(self, mark: Mark | None) -> None:
        """Mark some ground, or none, and say what can be done there."""
        page = self._page
        page.view.show_mark(mark)
        page.shell.commands_changed()
        if mark is None or page.plan is None:
            page.shell.set_status(page.status())
            return
        page.shell.set_status(self.status())
        page.deeds.say(words_of(page.plan, mark))

    def status(self) -> str:
        """What the status bar says of marked ground; '' without any."""
        if self.mark is None or self._page.plan is None:
            return ""
        where = words_of(self._page.plan, self.mark)
        return _("Marked: {where}. Press B for a break, Ctrl+V to paste.", where=where)

    def step(self, across: int, down: int, *, stretch: bool) -> None:
        """Move the mark with the arrows, or its far end."""
        plan = self._page.plan
        if plan is None or not plan.halls or not plan.days:
            return
        mark = self.mark or self._first()
        if self.mark is not None:
            mark = self._stretched(mark, across, down) if stretch else self._moved(mark, across, down)
        self._page.choose(0)
        self.show(mark)
        board = self._page.view.board
        rects = rects_of(board, mark) if board is not None else []
        if rects:
            self._page.view.reveal_rect(rects[-1])

    def _first(self) -> Mark:
        plan = self._page.plan
        assert plan is not None
        place = self.place()
        if place is None:
            first = next(iter(plan.halls))
            opened = plan.halls[first].opens
            place = Place(plan.days[0], first, opened)
        return Mark(place.day, (place.hall,), place.minute, place.minute + USUAL)

    def _moved(self, mark: Mark, across: int, down: int) -> Mark:
        plan = self._page.plan
        assert plan is not None
        halls, days = list(plan.halls), plan.days
        row = days.index(mark.day) * len(halls) + halls.index(mark.halls[0]) + down
        row = min(max(row, 0), len(days) * len(halls) - 1)
        first = row % len(halls)
        return mark.moved(across * LEAST, days[row // len(halls)], tuple(halls[first : first + len(mark.halls)]))

    def _stretched(self, mark: Mark, across: int, down: int) -> Mark:
        plan = self._page.plan
        assert plan is not None
        halls = list(plan.halls)
        first = halls.index(mark.halls[0])
        last = min(max(halls.index(mark.halls[-1]) + down, first), len(halls) - 1)
        end = max(mark.end + across * LEAST, mark.begin + LEAST)
        return Mark(mark.day, tuple(halls[first : last + 1]), mark.begin, end)

    def _pointed(self, spot: QPointF) -> None:
        """A menu is asked for on free ground: what it offers is meant for there."""
        board = self._page.view.board
        if board is not None:
            self.show(mark_at(board, spot, USUAL))

    def _banding(self, area: QRectF, held: Qt.KeyboardModifier) -> None:
        """A band is drawn over the board: what it touches is chosen."""
        view, choosing = self._page.view, self._page.choosing
        if view.board is None:
            return
        self._area = area
        if self._kept is None:
            self._kept = choosing.numbers if held & ADDING else frozenset()
        wanted = self._kept | {
            block.card.id
            for row in view.board.rows_between(area.top(), area.bottom())
            for block in row.blocks
            if area.intersects(QRectF(block.left, block.top, block.right - block.left, block.height))
        }
        if wanted != choosing.numbers:
            choosing.choose(wanted, self._page.chosen)

    def _banded(self) -> None:
        """The band is let go: if it touches nothing, the ground under it is marked."""
        area, self._area, self._kept = self._area, None, None
        board = self._page.view.board
        if board is None or area is None:
            return
        if self._page.choosing.numbers:
            self._page.choosing.announce()
        else:
            self.show(mark_of(board, area))
