"""What lies over the rows when one works on several things: other chosen blocks, marked ground, what is in the hand."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from app.ui.schedule.barring import blocker_row
from app.ui.schedule.blocks import BlockPainter
from app.ui.schedule.edges import area_of
from app.ui.schedule.faces import face
from app.ui.schedule.ground import Mark, hours_of_mark, rects_of
from app.ui.schedule.imagining import Fit
from app.ui.schedule.plan import minutes_after
from app.ui.theme import theme
from app.ui.widgets.draw import fitting, rounded

if TYPE_CHECKING:
    from app.ui.schedule.worktop import Worktop

TONES = {Fit.FITS: "focus", Fit.WARNS: "amber", Fit.CLASHES: "redFill", Fit.REFUSED: "redFill"}


class Marks:
    """Paints over the rows of a view."""

    def __init__(self, view: "Worktop") -> None:
        self._view = view

    def paint(self, painter: QPainter, origin: QPointF) -> None:
        """Everything, the painter clipped to the rows."""
        view = self._view
        if view.board is None or view.plan is None:
            return
        if view.mark is not None:
            self._ground(painter, origin)
        self._chosen(painter, origin)
        if view.barred:
            self._barred(painter, origin)
        if view.carry is not None and (view.carry.also or view.carry.swapped):
            self._carried(painter, origin)
        if view.band is not None:
            rect = view.band.translated(origin)
            rounded(painter, rect, 3, theme().color("accent", 0.10), QPen(theme().color("accent"), 1))
        if view.stretch is not None:
            self._stretched(painter, origin)
        if view.rings:
            ring = QRectF(area_of(view)).adjusted(1, 1, -1, -1)
            rounded(painter, ring, 4, None, QPen(theme().color("focus"), 2))

    def _ground(self, painter: QPainter, origin: QPointF) -> None:
        """The stretch that is marked, with its words."""
        view = self._view
        assert view.board is not None
        assert view.plan is not None
        assert view.mark is not None
        font = theme().font("label")
        for place, rect in enumerate(rects_of(view.board, view.mark)):
            there = rect.translated(origin).adjusted(0.5, 0.5, -0.5, -1.5)
            rounded(painter, there, 4, theme().color("accentTint", 0.7), _dashes("accent", 1.4))
            if place == 0:
                painter.setFont(font)
                painter.setPen(theme().color("accent"))
                room = there.adjusted(theme().px(6), 2, -4, -2)
                words = fitting(font, hours_of_mark(view.plan, view.mark), int(room.width()))
                painter.drawText(room, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft, words)

    def _chosen(self, painter: QPainter, origin: QPointF) -> None:
        """An outline around every chosen block but the one that has it anyway."""
        view = self._view
        held = {card.id for card in view.carry.cards} if view.carry is not None else set()
        tone = "focus" if view.window().isActiveWindow() else "control"
        for block in view.blocks_of(view.also - held):
            rect = QRectF(block.left, block.top, block.right - block.left, block.height).translated(origin)
            rounded(painter, rect.adjusted(-3, -3, 3, 3), 6, None, QPen(theme().color(tone), 2))

    def _barred(self, painter: QPainter, origin: QPointF) -> None:
        """An outline around the chosen blocker, in each of its halls."""
        view = self._view
        assert view.board is not None
        assert view.plan is not None
        row = blocker_row(view.plan, view.barred)
        if row is None:
            return
        begin = minutes_after(row.day, row.starts)
        for rect in rects_of(view.board, Mark(row.day, row.halls, begin, begin + row.minutes)):
            there = rect.translated(origin).adjusted(1, 1, -1, -2)
            rounded(painter, there, 4, None, QPen(theme().color("focus"), 2))

    def _carried(self, painter: QPainter, origin: QPointF) -> None:
        """The others in the hand: where they were taken from, and where they would go."""
        view = self._view
        carry, board = view.carry, view.board
        assert carry is not None
        assert board is not None
        cards = [carry.swapped] if carry.swapped else [card for card, _slot in carry.also]
        if not carry.copying:
            for block in view.blocks_of({card.id for card in cards}):
                rect = QRectF(block.left, block.top, block.right - block.left, block.height).translated(origin)
                rounded(painter, rect, 4, theme().color("surface", 0.6), _dashes("control", 1))
        if carry.outcome is None:
            return
        tone = TONES[carry.outcome.fit]
        blocks = BlockPainter(painter, board.scale.density)
        for card, there in zip(cards, carry.others, strict=False):
            moved = carry.moved_card(card, there)
            row = board.row_of(moved.day, moved.hall)
            if row is None:
                continue
            block = board.place(moved, row)
            blocks.paint(block, face(carry.plan, moved)._replace(severity=None), origin.x(), origin.y())
            rect = QRectF(block.left, block.top, block.right - block.left, block.height).translated(origin)
            rounded(painter, rect.adjusted(-1, -1, 1, 1), 5, None, _dashes(tone, 2))

    def _stretched(self, painter: QPainter, origin: QPointF) -> None:
        """The block whose edge is held, as long as it would be."""
        stretch, board = self._view.stretch, self._view.board
        assert stretch is not None
        assert board is not None
        row = board.row_of(stretch.card.day, stretch.card.hall)
        if row is None:
            return
        block = board.place(stretch.card, row)
        plan = self._view.plan
        assert plan is not None
        painted = face(plan, stretch.card)._replace(severity=None)
        BlockPainter(painter, board.scale.density).paint(block, painted, origin.x(), origin.y())
        rect = QRectF(block.left, block.top, block.right - block.left, block.height).translated(origin)
        rounded(painter, rect.adjusted(-1, -1, 1, 1), 5, None, QPen(theme().color("focus"), 2))


def _dashes(tone: str, width: float) -> QPen:
    pen = QPen(theme().color(tone), width)
    pen.setDashPattern([3, 2.5])
    return pen
