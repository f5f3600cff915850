"""What lies over the rows: selection, hover, badges, overlaps in words, the slot of a drag, flags, the hour."""

from collections.abc import Iterator
from functools import lru_cache
from itertools import takewhile
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPixmap, QRegion

from app.domain.calendar import festival_day
from app.ui.icons import paint_icon
from app.ui.schedule.blocks import BlockPainter
from app.ui.schedule.board import Block, Density, Row
from app.ui.schedule.faces import face
from app.ui.schedule.imagining import Fit
from app.ui.schedule.margins import axis_height, clock, head_width, paint_flag
from app.ui.schedule.pills import Pill
from app.ui.schedule.plan import minutes_after
from app.ui.schedule.shells import BAR
from app.ui.theme import theme
from app.ui.widgets.draw import rounded
from app.ui.widgets.strands import strand_tone

if TYPE_CHECKING:
    from app.ui.schedule.surface import Surface

BADGE, SMALL_BADGE = 17, 15
SLOT_TONES = {Fit.FITS: "focus", Fit.WARNS: "amber", Fit.CLASHES: "redFill", Fit.REFUSED: "redFill"}
FLAG_TONES = {Fit.FITS: ("accent", "onAccent"), Fit.WARNS: ("accent", "onAccent")}
"""Fill and ink of the hours on the axis; anything worse is red."""


class Overlay:
    """Paints over the tiles of a view. Nothing here is kept: it is little, and it moves."""

    def __init__(self, view: "Surface") -> None:
        self._view = view
        self._region = QRegion()

    def paint_on_rows(self, painter: QPainter, origin: QPointF, region: QRegion) -> None:
        """Everything inside the rows; the painter is clipped to them."""
        view, self._region = self._view, region
        board = view.board
        assert board is not None
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if board.scale.density is not Density.WEEK:
            self._held_words(painter, origin)
        hovered, chosen = board.blocks.get(view.hovered), board.blocks.get(view.chosen)
        if hovered is not None and view.carry is None and self._touches(view.rect_of(hovered)):
            self._hover(painter, hovered)
        free = view.carry is None or view.carry.card.id != view.chosen
        if chosen is not None and free and self._touches(view.rect_of(chosen)):
            self._selection(painter, chosen)
        view.paint_marks(painter, origin)
        self._badges(painter, origin)
        self._pills(painter, origin)
        if view.carry is not None:
            self._source(painter)
            self._slot(painter, origin)
        self._now(painter, origin)

    def paint_on_axis(self, painter: QPainter, origin: QPointF) -> None:
        """The flags of a drag and of the present hour, over the line of hours."""
        view = self._view
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left = head_width()
        now = self._now_x(origin)
        if now is not None and now > left and view.now is not None:
            paint_flag(
                painter,
                now,
                clock("", view.now.hour * 60 + view.now.minute),
                "amberFill",
                "text" if not theme().dark else "surface",
            )
        if view.carry is None or view.carry.outcome is None or view.plan is None or view.board is None:
            return
        outcome = view.carry.outcome
        day = view.plan.day_of(outcome.slot)
        tone, ink = FLAG_TONES.get(outcome.fit, ("redFill", "onRed"))
        row = view.board.row_of(day, outcome.slot.hall or 0)
        end = row.top + origin.y() if row is not None else 0.0
        for minute in (outcome.slot.body_start, outcome.slot.body_end):
            wall = view.plan.minute_of_day(minute, day, outcome.slot.hall)
            x = view.board.x(wall) + origin.x()
            if x > left:
                if end > axis_height():
                    pen = QPen(theme().color(tone), 1, Qt.PenStyle.CustomDashLine)
                    pen.setDashPattern([3, 3])
                    painter.setPen(pen)
                    painter.drawLine(QPointF(round(x) + 0.5, axis_height()), QPointF(round(x) + 0.5, end))
                paint_flag(painter, x, clock("", wall), tone, ink)

    def _touches(self, rect: QRectF) -> bool:
        """Whether anything around a rectangle of the viewport is to be painted."""
        return self._region.intersects(rect.toAlignedRect().adjusted(-10, -10, 10, 10))

    # Blocks

    def _held_words(self, painter: QPainter, origin: QPointF) -> None:
        """Blocks that begin left of what shows are painted once more, with their words where one sees them."""
        view, edge = self._view, head_width()
        assert view.board is not None
        assert view.rows is not None
        height = view.viewport().height()
        for row in view.board.rows_between(axis_height() - origin.y(), height - origin.y()):
            for block in row.blocks:
                begins, ends = block.body_left + origin.x(), block.body_right + origin.x()
                held = view.carry is not None and view.carry.card.id == block.card.id
                if begins < edge < ends and not held and self._touches(view.rect_of(block)):
                    shown = view.rows.face(block.card.id)
                    BlockPainter(painter, view.board.scale.density).paint(
                        block, shown, origin.x(), origin.y(), words_from=edge - BAR
                    )

    def _hover(self, painter: QPainter, block: Block) -> None:
        number = self._view.rows.face(block.card.id).strand if self._view.rows else -1
        tone = strand_tone(number) if number >= 0 else "s6"
        rounded(painter, self._view.rect_of(block), 4, None, QPen(theme().color(tone), 1.5))

    def _selection(self, painter: QPainter, block: Block) -> None:
        view = self._view
        active = view.window().isActiveWindow()
        rect = view.rect_of(block).adjusted(-4, -4, 4, 4)
        rounded(painter, rect, 7, None, QPen(theme().color("surface"), 3))
        rounded(painter, rect, 7, None, QPen(theme().color("focus" if active else "control"), 2))
        if view.hasFocus() and active:
            rounded(painter, rect.adjusted(-2, -2, 2, 2), 9, None, QPen(theme().color("focus", 0.35), 2))

    def _badges(self, painter: QPainter, origin: QPointF) -> None:
        """A sign at the upper right corner of every event with something against it."""
        view = self._view
        assert view.rows is not None
        colours, px = theme(), theme().px
        ratio = view.viewport().devicePixelRatio()
        around = self._region.boundingRect().adjusted(-20, -20, 20, 20)
        held = view.carry.card.id if view.carry else None
        edge = view.edge()
        for block, grave, below in self._signs(origin):
            x, y = block.right - px(5) + origin.x(), block.top + px(7 if below else 1) + origin.y()
            if block.card.id == held or not around.contains(round(x), round(y)):
                continue
            sign = badge(px(BADGE if grave else SMALL_BADGE), ratio, grave=grave, dark=colours.dark)
            half = sign.width() / ratio / 2
            if block.bottom + origin.y() > edge + 2 * half:
                y = max(y, edge + half)  # whole below the line of hours, while its block shows
            painter.drawPixmap(QPointF(round(x - half), round(y - half)), sign)

    def _signs(self, origin: QPointF) -> Iterator[tuple[Block, bool, bool]]:
        """Those of the rows that show, and whether a head lies right above; they reach a little over their rows."""
        board, rows = self._view.board, self._view.rows
        assert board is not None
        assert rows is not None
        around = self._region.boundingRect().adjusted(0, -20, 0, 20)
        for row in board.rows_between(around.top() - origin.y(), around.bottom() - origin.y()):
            below = row.number == 0 or row.top in board.under_bands
            yield from ((block, grave, below) for block, grave in rows.signs(row))

    def _pills(self, painter: QPainter, origin: QPointF) -> None:
        """How long two events claim the same thing; not of the one that is in the hand."""
        view = self._view
        assert view.rows is not None
        held = view.carry.card.id if view.carry and not view.carry.copying else None
        font = theme().font("label_strong")
        for pill in self._shown_pills(origin):
            rect = pill.rect.translated(round(origin.x()), round(origin.y()))
            if rect.right() > head_width() > rect.left():
                rect.moveLeft(head_width() + 2)  # whole beside the heads
            if held in pill.events or not self._touches(rect):
                continue
            rounded(painter, rect, rect.height() / 2, theme().color("redFill"))
            painter.setFont(font)
            painter.setPen(theme().color("onRed"))
            painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, pill.words)

    def _shown_pills(self, origin: QPointF) -> Iterator[Pill]:
        board, rows = self._view.board, self._view.rows
        assert board is not None
        assert rows is not None
        around = self._region.boundingRect().adjusted(0, -20, 0, 20)
        shown = board.rows_between(around.top() - origin.y(), around.bottom() - origin.y())
        for day in dict.fromkeys(row.day for row in shown):
            yield from rows.pills_on(day)

    # Dragging

    def _source(self, painter: QPainter) -> None:
        """The place something was taken from."""
        view = self._view
        assert view.carry is not None
        assert view.board is not None
        block = view.board.blocks.get(view.carry.card.id)
        if block is not None and not view.carry.copying and self._touches(view.rect_of(block)):
            rounded(painter, view.rect_of(block), 4, theme().color("surface", 0.5), _dashes("control", 1))

    def _slot(self, painter: QPainter, origin: QPointF) -> None:
        """Where it would go."""
        view = self._view
        carry, board, plan = view.carry, view.board, view.plan
        if carry is None or carry.outcome is None or board is None or plan is None:
            return
        outcome = carry.outcome
        row = board.row_of(plan.day_of(outcome.slot), outcome.slot.hall or 0)
        if row is None:
            return
        card = carry.card_at(outcome)
        block = board.place(card, row)
        if view.by_keys:
            BlockPainter(painter, board.scale.density).paint(
                block, face(plan, card)._replace(severity=None), origin.x(), origin.y()
            )
        tone = SLOT_TONES[outcome.fit]
        fill = None if view.by_keys else theme().color(tone, 0.10)
        rounded(painter, view.rect_of(block).adjusted(-1, -1, 1, 1), 5, fill, _dashes(tone, 2))

    # The present hour

    def _today(self) -> Row | None:
        """The first row of the festival day that is going on."""
        view = self._view
        if view.now is None or view.plan is None or view.board is None:
            return None
        programme = view.plan.schedule.programme
        return view.board.first_row(festival_day(view.now, programme.day_start))

    def _now_x(self, origin: QPointF) -> float | None:
        view, row = self._view, self._today()
        if row is None or view.now is None or view.board is None:
            return None
        minute = minutes_after(row.day, view.now)
        return view.board.x(minute) + origin.x() if view.board.first <= minute <= view.board.last else None

    def _now(self, painter: QPainter, origin: QPointF) -> None:
        x, row, board = self._now_x(origin), self._today(), self._view.board
        if x is None or row is None or board is None:
            return
        own = takewhile(lambda one: (one.group, one.day) == (row.group, row.day), board.rows[row.number :])
        bottom = max(one.bottom for one in own)
        painter.fillRect(QRectF(round(x) - 1, row.top + origin.y(), 2, bottom - row.top), theme().color("amberFill"))


@lru_cache(maxsize=16)
def badge(side: int, ratio: float, *, grave: bool, dark: bool) -> QPixmap:
    """The sign of an event with something against it, with a rim that parts it from what lies below."""
    del dark  # it tells the pictures of the two schemes apart
    whole = side + 3
    picture = QPixmap(round(whole * ratio), round(whole * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    colours = theme()
    rounded(painter, QRectF(0, 0, whole, whole), whole / 2, colours.color("surface"))
    rim = None if grave else colours.color("amberLine")
    rounded(painter, QRectF(1.5, 1.5, side, side), side / 2, colours.color("redFill" if grave else "amberTint"), rim)
    size = round(side * 0.62)
    spot = QRectF((whole - size) / 2, (whole - size) / 2 - 0.5, size, size)
    paint_icon(painter, spot, "triangle-alert", "onRed" if grave else "amber")
    painter.end()
    return picture


def _dashes(tone: str, width: int) -> QPen:
    pen = QPen(theme().color(tone), width)
    pen.setDashPattern([3, 2.5])
    return pen
