"""The board with what lies over its rows while one works: other chosen blocks, marked ground, bands, held edges."""

from collections.abc import Collection, Iterable

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QPainter
from PySide6.QtWidgets import QWidget

from app.store.schedule import Card
from app.ui.planner.ghosts import Ghost, paint_ghosts
from app.ui.schedule.barring import blocker_row, cards_of
from app.ui.schedule.board import Block
from app.ui.schedule.drag import snapped
from app.ui.schedule.edges import area_of, scroll_at
from app.ui.schedule.ground import Mark, rects_of
from app.ui.schedule.marks import Marks
from app.ui.schedule.stretching import Edge, Stretch, edge_at, minutes_at, stretched
from app.ui.schedule.surface import Surface


class Worktop(Surface):
    """What the pointer may get hold of. `banding` carries a rectangle of the board and the keys held."""

    banding = Signal(QRectF, object)
    resizing = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.also: frozenset[int] = frozenset()
        self.mark: Mark | None = None
        self.band: QRectF | None = None
        self.stretch: Stretch | None = None
        self.barred = 0
        self.ghosts: tuple[Ghost, ...] = ()
        self._marks = Marks(self)
        self._by_tab = False
        self._corner = QPointF()
        self._at = QPoint()
        self._held = Qt.KeyboardModifier.NoModifier

    @property
    def busy(self) -> bool:
        """Whether a band or an edge is in the hand."""
        return self.band is not None or self.stretch is not None

    @property
    def rings(self) -> bool:
        """Whether the board itself shows that it has the keys: nothing on it is chosen that would show it."""
        held = self.chosen or self.barred or self.mark is not None or any(ghost.near for ghost in self.ghosts)
        return self._by_tab and self.hasFocus() and not held

    # What lies over the rows

    def paint_marks(self, painter: QPainter, origin: QPointF) -> None:
        self._marks.paint(painter, origin)
        paint_ghosts(painter, self, origin, self.ghosts)

    def show_ghosts(self, ghosts: Iterable[Ghost]) -> None:
        """Show events where they are not yet."""
        before, self.ghosts = self.ghosts, tuple(ghosts)
        self.viewport().update()
        if len(before) != len(self.ghosts) and QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.ObjectReorder))

    def show_also(self, also: frozenset[int]) -> None:
        """Outline these blocks beside the chosen one."""
        self.also = also
        self.viewport().update()

    def show_mark(self, mark: Mark | None) -> None:
        """Mark some ground, or none."""
        self.mark = mark
        self.viewport().update()

    def show_barred(self, number: int) -> None:
        """Outline a blocker, or none (0)."""
        if number != self.barred:
            self.barred = number
            self.viewport().update()

    def reveal_rect(self, rect: QRectF) -> None:
        """Scroll until a rectangle of the board shows."""
        area = area_of(self)
        for bar, low, high, room in (
            (self.horizontalScrollBar(), rect.left(), rect.right(), area.width()),
            (self.verticalScrollBar(), rect.top(), rect.bottom(), area.height()),
        ):
            if low < bar.value() or high > bar.value() + room:
                bar.setValue(round(low - room / 3))

    def blocks_of(self, screenings: Collection[int]) -> list[Block]:
        """Those of the blocks that show."""
        if self.board is None or not screenings:
            return []
        top = -self.origin().y()
        rows = self.board.rows_between(top, top + self.viewport().height())
        return [block for row in rows for block in row.blocks if block.card.id in screenings]

    def held_rect(self) -> QRectF:
        """Where what is chosen or marked shows in the viewport; without any, or out of sight, all of it."""
        board, whole = self.board, QRectF(area_of(self))
        rects: list[QRectF] = []
        if board is not None and self.chosen in board.blocks:
            rects = [self.rect_of(board.blocks[self.chosen])]
        elif board is not None and self.mark is not None:
            rects = [rect.translated(self.origin()) for rect in rects_of(board, self.mark)]
        elif board is not None and self.plan is not None and (row := blocker_row(self.plan, self.barred)) is not None:
            card = cards_of(self.plan, row)[0]
            line = board.row_of(card.day, card.hall)
            rects = [self.rect_of(board.place(card, line))] if line is not None else []
        shown = rects[0].intersected(whole) if rects else whole
        return shown if shown.isValid() else whole

    def _on_mark(self, point: QPointF) -> bool:
        """Whether a point lies on the marked ground."""
        if self.board is None or self.mark is None:
            return False
        return any(rect.contains(point - self.origin()) for rect in rects_of(self.board, self.mark))

    # Bands and edges

    def _band_to(self, spot: QPoint) -> None:
        self.band = QRectF(self._corner, QPointF(spot) - self.origin()).normalized()
        self.banding.emit(self.band, self._held)
        self.viewport().update()

    def _scroll_on(self) -> None:
        if self.band is not None and scroll_at(self, self._at):
            self._band_to(self._at)

    def _barred_at(self, point: QPointF) -> tuple[int, int]:
        """The blocker under a point and its slot there; (0, 0) for none."""
        if self.board is None or not area_of(self).contains(point.toPoint()):
            return 0, 0
        spot = point - self.origin()
        found, row = self.board.barred_at(spot.x(), spot.y()), self.board.row_at(spot.y())
        if found is None or row is None:
            return 0, 0
        return found.blocker.id, found.blocker.slots[found.blocker.halls.index(row.hall.id)]

    def _is_free(self, point: QPointF) -> bool:
        """Whether a point lies on the rows, on nothing and beside the marked ground."""
        if not area_of(self).contains(point.toPoint()) or self._on_mark(point):
            return False
        return self.block_at(point) is None and self._barred_at(point) == (0, 0)

    def _held_card(self, point: QPointF) -> Card | None:
        """The chosen event or blocker under a point, if it is chosen alone."""
        if self.also or self.plan is None:
            return None
        block = self.block_at(point)
        if block is not None:
            return block.card if block.card.id == self.chosen else None
        number, slot = self._barred_at(point)
        row = blocker_row(self.plan, number) if number and number == self.barred else None
        return next((card for card in cards_of(self.plan, row) if card.id == slot), None) if row else None

    def _edge_at(self, point: QPointF) -> Edge | None:
        """The edge under a point of what is chosen."""
        card = self._held_card(point)
        row = self.board.row_of(card.day, card.hall) if card is not None and self.board is not None else None
        if card is None or row is None or self.board is None:
            return None
        return edge_at(self.board, self.board.place(card, row), point.x() - self.origin().x())

    def _stretch_to(self, point: QPointF) -> None:
        if self.stretch is None or self.board is None:
            return
        row = self.board.row_of(self.stretch.card.day, self.stretch.card.hall)
        if row is not None:
            grid = 1 if self._held & Qt.KeyboardModifier.AltModifier else self.board.scale.snap
            whole = self.board.place(self.stretch.card, row)
            asked = minutes_at(self.stretch, whole, self.board.scale.minute, point.x() - self.origin().x())
            self.stretch = stretched(self.stretch, snapped(asked, grid))
            self.resizing.emit(self.stretch)
            self.viewport().update()
