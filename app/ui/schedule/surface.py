"""The board as it is seen: its rows painted from pictures that are kept, and what lies over them."""

from collections.abc import Sequence
from datetime import date, datetime
from functools import partial
from time import monotonic

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QRegion, QResizeEvent
from PySide6.QtWidgets import QWidget

from app.domain import calendar
from app.domain.screenings import Slot
from app.ui.schedule.bands import band_rect, paint_band
from app.ui.schedule.board import Band, Block, Row
from app.ui.schedule.drag import Carry
from app.ui.schedule.margins import HoursLine, axis_height, head_left, head_picture, head_width, paint_days
from app.ui.schedule.overlay import Overlay
from app.ui.schedule.painter import HEAD, REST, TILE, RowPainter, Tiles, Variant, picture, stand_in
from app.ui.schedule.sight import Mode
from app.ui.schedule.travel import Travel
from app.ui.theme import theme

BUDGET = 0.008
"""Seconds of a frame spent on new pictures while the board moves; what is left follows in the next frames."""


class Surface(Travel):
    """The programme as it is seen, and what is carried over it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.carry: Carry | None = None
        self.by_keys = False
        self._tiles = Tiles()
        self._moving = self._owing = False
        self._begun = 0.0
        self._hours = HoursLine()
        self._overlay = Overlay(self)
        self._target: tuple[date, int] | None = None
        self._source: Block | None = None
        theme().themed.connect(self._themed)
        self._clock = QTimer(self)
        self._clock.setInterval(30_000)
        self._clock.timeout.connect(self._tick)
        self._clock.start()
        self._tick()

    def renew(self, old: RowPainter | None = None) -> None:
        """Forget pictures: all of them, or those of rows that differ from `old`."""
        if old is None or self.rows is None:
            self._tiles.clear()
        else:
            self._tiles.forget(changed_rows(old, self.rows, self._tiles.rows()))

    # Painting

    def paint_marks(self, painter: QPainter, origin: QPointF) -> None:
        """What one works with lies over the rows; the board one works on paints it."""

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        if self.plan is None or self.board is None or self.rows is None:
            painter.fillRect(self.viewport().rect(), theme().color("surface"))
            return
        region = event.region()
        self._begun, self._owing = monotonic(), False
        self._aim()
        left, top = head_width(), axis_height()
        wide, tall = self.viewport().width(), self.viewport().height()
        origin = self.origin()
        shown = self.board.rows_between(-origin.y() + top, tall - origin.y())
        painter.save()
        painter.setClipRect(QRect(left, top, wide, tall), Qt.ClipOperation.IntersectClip)
        bottom = round(shown[-1].bottom + self.board.scale.gap + origin.y()) if shown else top
        painter.fillRect(QRect(left, bottom, wide, tall - bottom), theme().color("surface"))
        self._paint_rows(painter, origin, region)
        self._overlay.paint_on_rows(painter, origin, region)
        painter.restore()
        if region.intersects(QRect(0, top, left, tall)):
            painter.save()
            painter.setClipRect(QRect(0, top, left, tall), Qt.ClipOperation.IntersectClip)
            self._paint_heads(painter, shown, origin)
            painter.restore()
        self._paint_bands(painter, origin, region)
        if region.intersects(QRect(0, 0, wide, top)):
            ratio = self.viewport().devicePixelRatio()
            painter.drawPixmap(0, 0, self._hours.picture(self.board, wide, origin.x(), ratio))
        self._overlay.paint_on_axis(painter, origin)
        self._moving = self._owing
        if self._owing:
            QTimer.singleShot(0, self.viewport().update)

    def hurry(self) -> None:
        """The hand is moving the board: the next frame must come in time, whole or not."""
        self._moving = True

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Wheel:
            self.hurry()
        return super().viewportEvent(event)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        bars = (self.horizontalScrollBar(), self.verticalScrollBar())
        if self.carry is not None or any(bar.isSliderDown() for bar in bars):
            self.hurry()
        super().scrollContentsBy(dx, dy)

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
            if self._late(row, column, variant):
                wide = min(TILE, self.board.width - column * TILE)
                stand_in(painter, row, QRectF(strip & QRect(left, top, wide, row.height)), across, origin.y())
                continue
            tile = self._tiles.tile(row, column, variant, partial(picture, self.rows, row, column, variant, ratio))
            target = strip & QRect(left, top, round(tile.width() / ratio), row.height)
            x, y = (target.left() - left) * ratio, (target.top() - top) * ratio
            source = QRectF(x, y, target.width() * ratio, target.height() * ratio)
            painter.drawPixmap(QRectF(target), tile, source)
        end = across + self.board.width
        if end <= strip.right():
            painter.fillRect(QRect(end, top, strip.right() - end + 1, row.height), theme().color("surface"))

    def _late(self, row: Row, column: int, variant: Variant) -> bool:
        """Whether there is no time in this frame for a picture that is not kept: something is moving."""
        if not self._moving or self._tiles.has(row, column, variant):
            return False
        if monotonic() - self._begun < BUDGET:
            return False
        self._owing = True
        return True

    def _paint_heads(self, painter: QPainter, shown: Sequence[Row], origin: QPointF) -> None:
        assert self.plan is not None
        left, ratio = head_width(), self.viewport().devicePixelRatio()
        painter.fillRect(QRect(0, axis_height(), left, self.viewport().height()), theme().color("panel"))
        for row in shown:
            tile = self._tiles.tile(row, HEAD, REST, partial(head_picture, self.plan, row, ratio))
            painter.drawPixmap(QPointF(head_left(self.sight.mode), round(row.top + origin.y())), tile)
        if self.sight.mode is not Mode.HALL:
            paint_days(painter, self.plan, shown, origin.y(), self.edge())
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

    def _paint_bands(self, painter: QPainter, origin: QPointF, region: QRegion) -> None:
        """Heads of stops and folded days, over heads and rows alike."""
        assert self.plan is not None
        assert self.board is not None
        top, wide, tall = axis_height(), self.viewport().width(), self.viewport().height()
        painter.save()
        painter.setClipRect(QRect(0, top, wide, tall), Qt.ClipOperation.IntersectClip)
        for band in self.board.bands:
            rect = band_rect(band, origin.y(), wide)
            if rect.bottom() >= top and rect.top() <= tall and region.intersects(rect):
                paint_band(painter, self.board, band, QRectF(rect), origin.x())
        held = self.held_band()
        if held is not None and held[1] != held[0].top + round(origin.y()):
            rect = QRect(0, held[1], wide, held[0].height)
            paint_band(painter, self.board, held[0], QRectF(rect), origin.x())
        painter.restore()

    def band_under(self, point: QPointF) -> Band | None:
        held = self.held_band()
        if held is not None and axis_height() <= point.y() < held[1] + held[0].height:
            return held[0]
        return super().band_under(point)

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
        origin = self.origin()
        touched, end = QRegion(), axis_height()
        row = self.board.row_of(day, slot.hall or 0)
        if row is not None:
            left = head_width()
            end = round(row.top + origin.y())
            touched += QRect(left, end - 8, self.viewport().width() - left, row.height + 16)
        for minute in (slot.body_start, slot.body_end):
            x = round(self.board.x(self.plan.minute_of_day(minute, day, slot.hall)) + origin.x())
            touched += QRect(max(x - 1, head_width()), axis_height(), 3, max(0, end - axis_height()))
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
    overlaps = [one for one in rows.layout.overlaps_on(row.day) if one.top < row.bottom and one.bottom > row.top]
    return row.content, [rows.face(block.card.id) for block in row.blocks], overlaps
