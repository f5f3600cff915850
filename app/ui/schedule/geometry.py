"""What lies where in the window that scrolls over the board."""

from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from app.ui.schedule.board import Band, Block, Layout, Row
from app.ui.schedule.drag import snapped
from app.ui.schedule.margins import axis_height, head_width


class Geometry(QAbstractScrollArea):
    """A board scrolled somewhere: points of the viewport and what they hit."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.board: Layout | None = None

    def origin(self) -> QPointF:
        """Where content (0, 0) lies in the viewport."""
        across, down = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        return QPointF(head_width() - across, axis_height() - down)

    def held_band(self) -> tuple[Band, int] | None:
        """The head of a stop that stays at the upper edge, and the height of the viewport where it begins."""
        found = self.board.held(self.verticalScrollBar().value()) if self.board is not None else None
        return (found[0], axis_height() + round(found[1])) if found is not None else None

    def edge(self) -> int:
        """Where in the viewport rows begin to show: below the hours and the head of a stop."""
        held = self.held_band()
        return axis_height() if held is None else held[1] + held[0].height

    def rect_of(self, block: Block) -> QRectF:
        """Where a block lies in the viewport: on whole pixels, as it is painted."""
        left, right = round(block.left), round(block.right)
        return QRectF(left, round(block.top), right - left, round(block.height)).translated(self.origin())

    def block_at(self, point: QPointF) -> Block | None:
        """The block under a point of the viewport."""
        if self.board is None or point.x() < head_width() or point.y() < self.edge():
            return None
        spot = point - self.origin()
        return self.board.block_at(spot.x(), spot.y())

    def target_at(self, point: QPointF, grab: float, grid: int) -> tuple[Row, int] | None:
        """The row under a point and the public minute for an event held `grab` pixels after it begins."""
        inside = QRect(head_width(), axis_height(), self.viewport().width(), self.viewport().height())
        if self.board is None or not inside.contains(point.toPoint()):
            return None
        spot = point - self.origin()
        row = self.board.row_at(spot.y())
        return (row, snapped(self.board.minute(spot.x() - grab), grid)) if row else None

    def _room(self) -> QRectF:
        return QRectF(0, 0, self.viewport().width() - head_width(), self.viewport().height() - axis_height())
