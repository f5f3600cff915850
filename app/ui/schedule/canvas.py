"""The ground of the board: what plan it shows at what zoom, scrolled where, with which block chosen."""

import gc
from dataclasses import replace
from datetime import date, datetime
from typing import NamedTuple

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from app.ui.schedule.board import Block, Layout
from app.ui.schedule.geometry import Geometry
from app.ui.schedule.margins import axis_height, head_width
from app.ui.schedule.opening import day_now, opening_minute
from app.ui.schedule.painter import RowPainter
from app.ui.schedule.plan import Plan
from app.ui.schedule.sight import Mode, Sight
from app.ui.schedule.zoom import DAY_LEAST, Zoom

LARGE, SOON = 500, 300
"""Events from which a plan is large, and milliseconds after which what follows its opening is quiet."""


class Eye(NamedTuple):
    """What one looks at: a row, the minute in the middle, and how far the row reaches above the edge."""

    day: date
    hall: int
    minute: float
    above: int


class Canvas(Geometry):
    """Rows of halls under days, hours running to the right, not painted yet."""

    selected = Signal(int)
    zoomed = Signal(str)
    seen = Signal()
    looked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.plan: Plan | None = None
        self.rows: RowPainter | None = None
        self.sight = Sight()
        self.now: datetime | None = None
        self._eyes: dict[Mode, Eye | None] = {}
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
            self._eyes.clear()
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
            today = day_now(plan, self.now)
            top = self.board.top_of(today) if self.board is not None and today is not None else None
            self.verticalScrollBar().setValue(top or 0)
            if len(plan.cards) >= LARGE:
                QTimer.singleShot(SOON, self.settle)
        elif eye is not None and self.board is not None and self.board.top_of(eye.day) is not None:
            self.look_at(eye)

    def settle(self) -> None:
        """Spare the collector of circles a large plan that stays: in the middle of a movement it would take frames."""
        gc.collect()
        gc.freeze()

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
        held = self.edge() - axis_height()
        if block.top < down.value() + held or block.bottom > down.value() + tall:
            above = block.top < down.value() + held
            down.setValue(round(block.top - (margin + held if above else tall - block.height - margin)))

    def show_used(self) -> None:
        """Scroll to the first hour with an event, of the day or the hall that is shown alone."""
        if self.plan is None or self.board is None:
            return
        minute = None if self.zoom.fitting else opening_minute(self.plan, self.sight, self.now)
        first = self.zoom.used(self.plan)[0] if minute is None else minute
        self.horizontalScrollBar().setValue(round(self.board.x(first)))

    # What is in sight

    @property
    def zoom(self) -> Zoom:
        """The zoom of the present mode; each keeps its own."""
        return self._zooms[self.sight.mode]

    def set_mode(self, mode: Mode) -> None:
        """All days, one day or one hall: what was chosen or on top stays in sight; hours are where one left them."""
        if self.plan is None:
            self.sight = replace(self.sight, mode=mode)
            return
        if mode is self.sight.mode:
            return
        eye, card = self.eye(), self.plan.cards.get(self.chosen)
        day = card.day if card else eye.day if eye else self.sight.day
        hall = card.hall if card else eye.hall if eye else self.sight.hall
        self.see(replace(self.sight, mode=mode, day=day, hall=hall))
        if card is not None and self.board is not None and card.id in self.board.blocks:
            self.reveal(self.board.blocks[card.id])

    def see(self, sight: Sight) -> None:
        """Show other rows."""
        if self.plan is None or sight == self.sight:
            return
        before, eye = self.sight, self.eye()
        self.sight = sight.settled(self.plan)
        self.renew()
        self._lay_out()
        if before.mode is not self.sight.mode:
            self._eyes[before.mode] = eye
            self._turned(eye)
        self.seen.emit()

    def _turned(self, eye: Eye | None) -> None:
        """Another view has opened: as it was left, if it shows the same; else where its events begin."""
        mode, kept = self.sight.mode, self._eyes.get(self.sight.mode)
        if eye is None or self.board is None:
            return
        here = {Mode.WEEK: eye.day, Mode.DAY: self.sight.day, Mode.HALL: self.sight.hall}[mode]
        if kept is not None and here == (kept.hall if mode is Mode.HALL else kept.day):
            self.look_at(kept)
            return
        self.look_at(eye._replace(above=0))
        if kept is not None and mode is Mode.WEEK:
            self.look_at(eye._replace(above=0, minute=kept.minute))
        else:
            self.show_used()

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
        scrolled = self.verticalScrollBar().value()
        down = scrolled + self.edge() - axis_height()
        row = (self.board.rows_between(down, down) or self.board.rows)[0]
        if row.bottom <= down and row.number + 1 < len(self.board.rows):
            row = self.board.rows[row.number + 1]
        middle = self.board.minute(self.horizontalScrollBar().value() + self._room().width() / 2)
        return Eye(row.day, row.hall.id, middle, scrolled - row.top)

    def look_at(self, eye: Eye) -> None:
        """Scroll back to what was looked at."""
        if self.board is None:
            return
        row = self.board.row_of(eye.day, eye.hall) or self.board.first_row(eye.day)
        across = self.board.x(eye.minute) - self._room().width() / 2
        self.horizontalScrollBar().setValue(round(across))
        if row is not None:
            self.verticalScrollBar().setValue(row.top + (eye.above or -self.board.held_above(row)))

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
