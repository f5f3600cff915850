"""The ground of the board: what plan it shows at what zoom, scrolled where, with which block chosen."""

from dataclasses import replace
from datetime import date
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from app.ui.schedule.board import Block, Layout, Row
from app.ui.schedule.drag import snapped
from app.ui.schedule.margins import axis_height, head_width
from app.ui.schedule.painter import RowPainter
from app.ui.schedule.plan import Plan
from app.ui.schedule.sight import Mode, Sight
from app.ui.schedule.zoom import DAY_LEAST, Zoom


class Eye(NamedTuple):
    """What one looks at: a row, the minute in the middle, and how far the row reaches above the edge."""

    day: date
    hall: int
    minute: float
    above: int


class Canvas(QAbstractScrollArea):
    """Rows of halls under days, hours running to the right, not painted yet."""

    selected = Signal(int)
    zoomed = Signal(str)
    seen = Signal()
    looked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.plan: Plan | None = None
        self.board: Layout | None = None
        self.rows: RowPainter | None = None
        self.sight = Sight()
        self._zooms = {mode: Zoom(None if mode is Mode.WEEK else DAY_LEAST) for mode in Mode}
        self.chosen = 0
        self.hovered = 0
        self.viewport().setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)
        self.horizontalScrollBar().setSingleStep(40)
        self.verticalScrollBar().setSingleStep(24)

    def renew(self, old: RowPainter | None = None) -> None:
        """What was painted before is out of date; after a change of the plan only where it differs from `old`."""

    # What is shown

    def show_plan(self, plan: Plan) -> None:
        """Show a programme, or the same again after a change; zoom, scrolling and selection stay."""
        same = self.plan is not None and self.plan.schedule.programme.id == plan.schedule.programme.id
        eye = self.eye() if same else None
        spoken = self.plan is not None and self.plan.language != plan.language
        old, self.plan = self.rows, plan
        if not same:
            for zoom in self._zooms.values():
                zoom.open()
            self.sight = Sight(self.sight.mode).settled(plan)
            self.chosen = 0
        if self.chosen not in plan.cards:
            self.chosen = 0
        self.hovered = 0
        self._lay_out()
        self.renew(old if same and not spoken else None)
        if not same:
            self.show_used()
            self.verticalScrollBar().setValue(0)
        elif eye is not None and self.board is not None and self.board.top_of(eye.day) is not None:
            self.look_at(eye)

    def select(self, screening: int, *, reveal: bool = True) -> None:
        """Choose a block; 0 for none."""
        if screening != self.chosen:
            self.chosen = screening
            self.viewport().update()
            self.selected.emit(screening)
        if reveal and screening:
            self.bring(screening)
        block = self.board.blocks.get(screening) if self.board else None
        if reveal and block is not None:
            self.reveal(block)

    def reveal(self, block: Block) -> None:
        """Scroll until a block shows."""
        margin = 24
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        wide, tall = self.viewport().width() - head_width(), self.viewport().height() - axis_height()
        if block.left < across.value() or block.right > across.value() + wide:
            across.setValue(round(min(block.left - margin, max(block.left - margin, block.right + margin - wide))))
        if block.top < down.value() or block.bottom > down.value() + tall:
            down.setValue(round(block.top - (margin if block.top < down.value() else tall - block.height - margin)))

    def show_used(self) -> None:
        """Scroll to the first hour with an event."""
        if self.plan is not None and self.board is not None:
            self.horizontalScrollBar().setValue(round(self.board.x(self.zoom.used(self.plan)[0])))

    # What is in sight

    @property
    def zoom(self) -> Zoom:
        """The zoom of the present mode; each keeps its own."""
        return self._zooms[self.sight.mode]

    def set_mode(self, mode: Mode) -> None:
        """All days, one day or one hall: what was chosen or in the middle stays in sight, at its hour."""
        if self.plan is None:
            self.sight = replace(self.sight, mode=mode)
            return
        if mode is self.sight.mode:
            return
        eye, card = self.eye(), self.plan.cards.get(self.chosen)
        day = card.day if card else eye.day if eye else self.sight.day
        hall = card.hall if card else eye.hall if eye else self.sight.hall
        self.see(replace(self.sight, mode=mode, day=day, hall=hall))
        if eye is not None:
            self.look_at(eye._replace(above=0))
        if card is not None and self.board is not None and card.id in self.board.blocks:
            self.reveal(self.board.blocks[card.id])

    def see(self, sight: Sight) -> None:
        """Show other rows."""
        if self.plan is None or sight == self.sight:
            return
        self.sight = sight.settled(self.plan)
        self.renew()
        self._lay_out()
        self.seen.emit()

    def bring(self, screening: int) -> None:
        """Have the rows in sight in which an event lies: its day, its hall, its day unfolded."""
        card = self.plan.cards.get(screening) if self.plan else None
        if card is None or self.plan is None or self.board is None or self.board.row_of(card.day, card.hall):
            return
        sight = replace(self.sight, day=card.day, hall=card.hall)
        if self.sight.mode is Mode.WEEK:
            folded = {fold for fold in self.sight.folded if fold[1] != card.day}
            sight = replace(sight, folded=frozenset(folded))
        self.see(sight)

    def eye(self) -> Eye | None:
        """What one looks at: the row at the top and the hour in the middle."""
        if self.board is None or not self.board.rows:
            return None
        down = self.verticalScrollBar().value()
        row = (self.board.rows_between(down, down) or self.board.rows)[0]
        if row.bottom <= down and row.number + 1 < len(self.board.rows):
            row = self.board.rows[row.number + 1]
        middle = self.board.minute(self.horizontalScrollBar().value() + self._room().width() / 2)
        return Eye(row.day, row.hall.id, middle, down - row.top)

    def look_at(self, eye: Eye) -> None:
        """Scroll back to what was looked at."""
        if self.board is None:
            return
        row = self.board.row_of(eye.day, eye.hall) or self.board.first_row(eye.day)
        across = self.board.x(eye.minute) - self._room().width() / 2
        self.horizontalScrollBar().setValue(round(across))
        if row is not None:
            self.verticalScrollBar().setValue(row.top + eye.above)

    # Zoom

    def scale_by(self, factor: float, at: float | None = None) -> None:
        """Zoom, keeping the time under `at` (viewport x) in place."""
        if self.board is None:
            return
        x = at if at is not None else self._anchor()
        minute = self.board.minute(x - self.origin().x())
        self.zoom.scale_by(factor, self.board.scale.hour)
        self._zoomed()
        self.horizontalScrollBar().setValue(round(self.board.x(minute) - (x - head_width())))

    def _anchor(self) -> float:
        """Where a zoom by keys holds on: the chosen block if it shows, else the middle."""
        block = self.board.blocks.get(self.chosen) if self.board else None
        if block is not None:
            rect = self.rect_of(block)
            if head_width() <= rect.center().x() <= self.viewport().width():
                return rect.center().x()
        return head_width() + self._room().width() / 2

    def fit(self) -> None:
        """Show the whole week again."""
        self.zoom.fit()
        self._zoomed()
        self.show_used()

    def _zoomed(self) -> None:
        self.renew()
        self._lay_out()
        if self.board is not None:
            self.zoomed.emit(self.board.scale.density.value)

    # Geometry

    def origin(self) -> QPointF:
        """Where content (0, 0) lies in the viewport."""
        across, down = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        return QPointF(head_width() - across, axis_height() - down)

    def rect_of(self, block: Block) -> QRectF:
        """Where a block lies in the viewport."""
        return QRectF(block.left, block.top, block.right - block.left, block.height).translated(self.origin())

    def block_at(self, point: QPointF) -> Block | None:
        """The block under a point of the viewport."""
        if self.board is None or point.x() < head_width() or point.y() < axis_height():
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

    def _lay_out(self) -> None:
        if self.plan is None:
            return
        tall = self.window().height()
        scale = self.zoom.scale(self.plan, self._room(), tall, self.sight)
        self.board = Layout(self.plan, scale, self.zoom.span(self.plan), self.sight)
        same = self.rows is not None and self.rows.plan is self.plan
        self.rows = self.rows.beside(self.board) if self.rows and same else RowPainter(self.plan, self.board)
        room = self._room()
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        across.setRange(0, max(0, self.board.width - int(room.width())))
        across.setPageStep(max(1, int(room.width())))
        down.setRange(0, max(0, self.board.height - int(room.height())))
        down.setPageStep(max(1, int(room.height())))
        self.viewport().update()
