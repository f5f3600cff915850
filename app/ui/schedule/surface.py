"""The board as it is seen: one widget that scrolls, zooms and paints its rows from pictures that are kept."""

from collections.abc import Sequence
from datetime import date, datetime
from functools import partial

from PySide6.QtCore import QPointF, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QPainter,
    QPaintEvent,
    QRegion,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from app.domain import calendar
from app.domain.screenings import Slot
from app.ui.schedule.board import Block, Density, Layout, Row
from app.ui.schedule.drag import Carry, snapped
from app.ui.schedule.margins import DAY, axis_height, hall_picture, head_width, paint_axis, paint_days
from app.ui.schedule.overlay import Overlay
from app.ui.schedule.painter import HEAD, REST, TILE, RowPainter, Tiles, Variant, picture
from app.ui.schedule.plan import Plan
from app.ui.schedule.zoom import Zoom
from app.ui.theme import theme


class Surface(QAbstractScrollArea):
    """The programme as rows of halls under days, hours running to the right: what is shown, not what is done."""

    selected = Signal(int)
    zoomed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.plan: Plan | None = None
        self.board: Layout | None = None
        self.rows: RowPainter | None = None
        self.zoom = Zoom()
        self.chosen = 0
        self.hovered = 0
        self.carry: Carry | None = None
        self.by_keys = False
        self.now: datetime | None = None
        self._tiles = Tiles()
        self._overlay = Overlay(self)
        self._target: tuple[date, int] | None = None
        self._source: Block | None = None
        self.viewport().setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)
        self.horizontalScrollBar().setSingleStep(40)
        self.verticalScrollBar().setSingleStep(24)
        theme().themed.connect(self._themed)
        self._clock = QTimer(self)
        self._clock.setInterval(30_000)
        self._clock.timeout.connect(self._tick)
        self._clock.start()
        self._tick()

    # What is shown

    def show_plan(self, plan: Plan) -> None:
        """Show a programme, or the same again after a change; zoom, scrolling and selection stay."""
        same = self.plan is not None and self.plan.schedule.programme.id == plan.schedule.programme.id
        spoken = self.plan is not None and self.plan.language != plan.language
        old, self.plan = self.rows, plan
        if not same:
            self.zoom.fit()
            self.chosen = 0
        if self.chosen not in plan.cards:
            self.chosen = 0
        self.hovered = 0
        self._lay_out()
        if not same or spoken or old is None or self.rows is None:
            self._tiles.clear()
        else:
            self._tiles.forget(changed_rows(old, self.rows, self._tiles.rows()))
        if not same:
            self.show_used()
            self.verticalScrollBar().setValue(0)

    def select(self, screening: int, *, reveal: bool = True) -> None:
        """Choose a block; 0 for none."""
        if screening != self.chosen:
            self.chosen = screening
            self.viewport().update()
            self.selected.emit(screening)
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

    # Zoom

    def set_mode(self, mode: str) -> None:
        """Week (everything fits) or day (room for the third line)."""
        anchor = self.chosen
        self.zoom.choose(Density(mode), self._room())
        self._zoomed()
        block = self.board.blocks.get(anchor) if self.board else None
        if block is not None:
            self.reveal(block)

    def scale_by(self, factor: float, at: float | None = None) -> None:
        """Zoom, keeping the time under `at` (viewport x) in place."""
        if self.board is None:
            return
        x = at if at is not None else head_width() + self._room().width() / 2
        minute = self.board.minute(x - self.origin().x())
        self.zoom.scale_by(factor, self.board.scale.hour)
        self._zoomed()
        self.horizontalScrollBar().setValue(round(self.board.x(minute) - (x - head_width())))

    def fit(self) -> None:
        """Show the whole week again."""
        self.zoom.fit()
        self._zoomed()
        self.show_used()

    def _zoomed(self) -> None:
        self._tiles.clear()
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
        scale = self.zoom.scale(self.plan, self._room(), tall)
        self.board = Layout(self.plan, scale, self.zoom.span(self.plan))
        self.rows = RowPainter(self.plan, self.board)
        room = self._room()
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        across.setRange(0, max(0, self.board.width - int(room.width())))
        across.setPageStep(max(1, int(room.width())))
        down.setRange(0, max(0, self.board.height - int(room.height())))
        down.setPageStep(max(1, int(room.height())))
        self.viewport().update()

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        if self.plan is None or self.board is None or self.rows is None:
            painter.fillRect(self.viewport().rect(), theme().color("surface"))
            return
        region = event.region()
        self._aim()
        left, top = head_width(), axis_height()
        wide, tall = self.viewport().width(), self.viewport().height()
        origin = self.origin()
        shown = self.board.rows_between(-origin.y() + top, tall - origin.y())
        painter.save()
        painter.setClipRect(QRect(left, top, wide, tall), Qt.ClipOperation.IntersectClip)
        bottom = round(shown[-1].bottom + origin.y()) if shown else top
        painter.fillRect(QRect(left, bottom, wide, tall - bottom), theme().color("surface"))
        self._paint_rows(painter, origin, region)
        self._overlay.paint_on_rows(painter, origin, region)
        painter.restore()
        if region.intersects(QRect(0, top, left, tall)):
            painter.save()
            painter.setClipRect(QRect(0, top, left, tall), Qt.ClipOperation.IntersectClip)
            self._paint_heads(painter, shown, origin)
            painter.restore()
        if region.intersects(QRect(0, 0, wide, top)):
            paint_axis(painter, self.plan, self.board, wide, origin.x())
        self._overlay.paint_on_axis(painter, origin)

    def _paint_rows(self, painter: QPainter, origin: QPointF, region: QRegion) -> None:
        """Copy of the rows' pictures what the region asks for, and no more: a drag touches narrow strips."""
        assert self.board is not None
        ratio = self.viewport().devicePixelRatio()
        area = self.viewport().rect().adjusted(head_width(), axis_height(), 0, 0)
        # The stub forgets that a region can be walked through. Pieces would not lie on whole pixels at 1.5.
        pieces = list(region) if ratio == int(ratio) else [area]  # type: ignore[call-overload]
        down = round(origin.y())
        for piece in pieces:
            part = piece & area
            if part.isEmpty():
                continue
            shown = self.board.rows_between(part.top() - down, part.bottom() - down)
            for row in shown:
                strip = QRect(part.left(), row.top + down, part.width(), row.height) & part
                if not strip.isEmpty():
                    self._paint_strip(painter, row, strip, origin, ratio)
            self._paint_gaps(painter, shown, origin, part.left(), part.right() + 1)

    def _paint_strip(self, painter: QPainter, row: Row, strip: QRect, origin: QPointF, ratio: float) -> None:
        assert self.board is not None
        assert self.rows is not None
        across, top = round(origin.x()), row.top + round(origin.y())
        variant = self._variant(row)
        first = max(0, strip.left() - across) // TILE
        last = min(self.board.width - 1, strip.right() - across) // TILE
        for column in range(first, last + 1):
            left = across + column * TILE
            tile = self._tiles.tile(row, column, variant, partial(picture, self.rows, row, column, variant, ratio))
            target = strip & QRect(left, top, round(tile.width() / ratio), row.height)
            x, y = (target.left() - left) * ratio, (target.top() - top) * ratio
            source = QRectF(x, y, target.width() * ratio, target.height() * ratio)
            painter.drawPixmap(QRectF(target), tile, source)
        end = across + self.board.width
        if end <= strip.right():
            painter.fillRect(QRect(end, top, strip.right() - end + 1, row.height), theme().color("surface"))

    def _paint_heads(self, painter: QPainter, shown: Sequence[Row], origin: QPointF) -> None:
        assert self.plan is not None
        left, ratio = head_width(), self.viewport().devicePixelRatio()
        painter.fillRect(QRect(0, axis_height(), left, self.viewport().height()), theme().color("panel"))
        for row in shown:
            tile = self._tiles.tile(row, HEAD, REST, partial(hall_picture, self.plan, row, ratio))
            painter.drawPixmap(QPointF(theme().px(DAY), round(row.top + origin.y())), tile)
        paint_days(painter, self.plan, shown, origin.y())
        self._paint_gaps(painter, shown, origin, 0, left)
        painter.fillRect(QRect(left - 1, 0, 1, self.viewport().height()), theme().color("line2"))

    def _paint_gaps(self, painter: QPainter, shown: Sequence[Row], origin: QPointF, left: int, right: int) -> None:
        """The double line between days."""
        assert self.board is not None
        gap = self.board.scale.gap
        for row in shown:
            if row.last:
                top = round(row.bottom + origin.y())
                painter.fillRect(QRect(left, top, right - left, gap), theme().color("panel"))
                painter.fillRect(QRect(left, top - 1, right - left, 1), theme().color("line2"))
                if row is not self.board.rows[-1]:
                    painter.fillRect(QRect(left, top + gap - 1, right - left, 1), theme().color("line2"))

    def _variant(self, row: Row) -> Variant:
        if self.carry is None:
            return REST
        source = self._source if self._source and self._source.row == row.number else None
        return Variant((row.day, row.hall.id) == self._target, source.card.id if source else None)

    def _aim(self) -> None:
        """Note which row is the target of what is carried, and which block is left out at its source."""
        carry, self._target, self._source = self.carry, None, None
        if carry is None or self.plan is None or self.board is None:
            return
        if carry.outcome is not None:
            slot = carry.outcome.slot
            self._target = self.plan.day_of(slot), slot.hall or 0
        if not carry.copying:
            self._source = self.board.blocks.get(carry.card.id)

    # What happens to it

    def set_carry(self, carry: Carry | None, *, by_keys: bool = False) -> None:
        """Show that something is being carried, or no more."""
        self.carry, self.by_keys = carry, by_keys and carry is not None
        if carry is None:
            self._tiles.forget_variants()
        self.viewport().update()

    def carried(self, before: Slot | None) -> None:
        """What is carried has moved from `before`: paint what that touches, the rows and the lines of its hours."""
        carry = self.carry
        after = carry.outcome.slot if carry is not None and carry.outcome else None
        dirty = QRegion(head_width() - 40, 0, self.viewport().width(), axis_height())
        for slot in (before, after):
            if slot is not None:
                dirty += self._touched(slot)
        self.viewport().update(dirty)

    def _touched(self, slot: Slot) -> QRegion:
        if self.plan is None or self.board is None:
            return QRegion()
        day = self.plan.day_of(slot)
        origin, tall = self.origin(), self.viewport().height()
        touched = QRegion()
        row = self.board.row_of(day, slot.hall or 0)
        if row is not None:
            left = head_width()
            touched += QRect(left, round(row.top + origin.y()) - 8, self.viewport().width() - left, row.height + 16)
        for minute in (slot.body_start, slot.body_end):
            x = round(self.board.x(self.plan.minute_of_day(minute, day)) + origin.x())
            touched += QRect(max(x - 1, head_width()), 0, 3, tall)
        return touched

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.plan is not None:
            fresh = self.board is None
            self._tiles.clear()
            self._lay_out()
            if self.zoom.fitting or fresh:
                self.show_used()

    def _themed(self) -> None:
        self._tiles.clear()
        self._lay_out()

    def _tick(self) -> None:
        zone = self.plan.zone if self.plan else "UTC"
        self.now = datetime.now(calendar.zone_of(zone)).replace(tzinfo=None)
        self.viewport().update()


def changed_rows(old: RowPainter, new: RowPainter, kept: set[int]) -> set[int]:
    """The rows of which pictures are kept that must be painted again."""
    if (
        old.layout.scale != new.layout.scale
        or len(old.layout.rows) != len(new.layout.rows)
        or old.layout.width != new.layout.width
    ):
        return kept
    return {number for number in kept if _content(old, number) != _content(new, number)}


def _content(rows: RowPainter, number: int) -> object:
    row = rows.layout.rows[number]
    overlaps = [one for one in rows.layout.overlaps if one.top < row.bottom and one.bottom > row.top]
    return row, [rows.face(block.card.id) for block in row.blocks], overlaps
