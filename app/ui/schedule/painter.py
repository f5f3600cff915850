"""Painting the rows of the board into tiles that are kept, so that scrolling and dragging only copy pictures."""

from collections import OrderedDict
from collections.abc import Callable, Iterable
from datetime import date
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap

from app.domain.screenings import Severity
from app.i18n.active import pgettext
from app.ui.schedule.blocks import SIGNED, BlockPainter
from app.ui.schedule.board import Barred, Block, Density, Layout, Row
from app.ui.schedule.faces import Face, face
from app.ui.schedule.pills import Pill, pills
from app.ui.schedule.plan import Plan
from app.ui.schedule.shells import hatching
from app.ui.schedule.stamps import measures
from app.ui.theme import theme
from app.ui.widgets.draw import fading_text, rounded
from app.ui.widgets.strands import strand_tone

TILE = 1024
"""Width of a tile in device-independent pixels."""

HEAD = -1
"""The column of a row's head."""

ROOM = 96 * 1024 * 1024
"""Bytes of tiles kept; the least recently shown go first."""


class Variant(NamedTuple):
    """How a row differs from rest while something is dragged: tinted as the target, one block left out."""

    tinted: bool = False
    without: int | None = None


REST = Variant()


class RowPainter:
    """Paints the rows of one plan at one scale."""

    def __init__(self, plan: Plan, layout: Layout, faces: dict[int, Face] | None = None) -> None:
        self.plan = plan
        self.layout = layout
        self._faces: dict[int, Face] = faces if faces is not None else {}
        self._signs: dict[int, list[tuple[Block, bool]]] = {}
        self._pills: dict[date, tuple[Pill, ...]] = {}

    def beside(self, layout: Layout) -> "RowPainter":
        """The same plan at another scale; what its blocks say is known already."""
        return RowPainter(self.plan, layout, self._faces)

    def face(self, screening: int) -> Face:
        """What the block of an event says, worked out once."""
        known = self._faces.get(screening)
        if known is None:
            known = self._faces[screening] = face(self.plan, self.plan.cards[screening])
        return known

    def signs(self, row: Row) -> list[tuple[Block, bool]]:
        """The blocks with something against them, and whether it is grave; very narrow ones only when it is."""
        known = self._signs.get(row.number)
        if known is not None:
            return known
        found = self._signs[row.number] = []
        troubled = self.plan.troubled
        for block in row.blocks:
            if block.card.id not in troubled:
                continue
            severity = self.plan.worst(block.card.id)
            grave = severity is Severity.ERROR
            if grave or (severity is Severity.WARNING and block.right - block.left >= theme().px(SIGNED)):
                found.append((block, grave))
        return found

    def pills_on(self, day: date) -> tuple[Pill, ...]:
        """What is said of events of a day that claim the same thing at once."""
        known = self._pills.get(day)
        if known is None:
            known = self._pills[day] = pills(self.layout, self.layout.overlaps_on(day))
        return known

    @property
    def pills(self) -> tuple[Pill, ...]:
        """What is said of all days in sight."""
        days = dict.fromkeys(row.day for row in self.layout.rows)
        return tuple(pill for day in days for pill in self.pills_on(day))

    def paint(self, painter: QPainter, row: Row, area: QRectF, variant: Variant = REST) -> None:
        """The part `area` of a row (content coordinates), painted so that its corner is at (0, 0)."""
        painter.save()
        painter.translate(-area.left(), -area.top())
        self._ground(painter, row, area, tinted=variant.tinted)
        for one in row.barred:
            if one.right >= area.left() and one.left <= area.right():
                self._barred(painter, row, one)
        blocks = BlockPainter(painter, self.layout.scale.density)
        reach = self.plan.board.context.longest_turnaround * self.layout.scale.minute
        for block in row.blocks:
            begins, ends = block.left - 2, block.right + 2
            if block.card.id == variant.without or ends + reach < area.left() or begins > area.right():
                continue
            if self.layout.scale.density is not Density.WEEK:
                self._changeover(painter, row, block.right, block.card.id)
            if block.right >= area.left() - 2:
                blocks.paint(block, self.face(block.card.id))
        painter.restore()

    def _ground(self, painter: QPainter, row: Row, area: QRectF, *, tinted: bool) -> None:
        colours = theme()
        ground = colours.mix("accentTint", "surface", 0.75) if tinted else colours.color("surface")
        painter.fillRect(area, ground)
        ratio = painter.device().devicePixelRatio()
        painter.setBrushOrigin(0, row.top)
        for begin, end in row.closed:
            span = QRectF(begin, row.top, end - begin, row.height) & area
            if not tinted:
                painter.fillRect(span, colours.color("panel"))
            painter.fillRect(span, hatching(colours.color("line2", 0.55), 8, 1.0, ratio))
        hour = -(-self.layout.first // 60) * 60
        while (x := round(self.layout.x(hour))) <= area.right():
            if x >= area.left():
                painter.fillRect(QRectF(x, row.top, 1, row.height), colours.color("line"))
            hour += 60
        if not row.last:
            painter.fillRect(QRectF(area.left(), row.bottom - 1, area.width(), 1), colours.color("line"))
        for overlap in self.layout.overlaps_on(row.day):
            if overlap.top < row.bottom and overlap.bottom > row.top:
                top, bottom = max(overlap.top, row.top), min(overlap.bottom, row.bottom)
                span = QRectF(overlap.left, top, overlap.right - overlap.left, bottom - top)
                painter.setBrushOrigin(QPointF(overlap.left, 0))
                painter.fillRect(span, colours.color("redFill", 0.05))
                painter.fillRect(span, hatching(colours.color("redFill", 0.42), 6, 1.1, ratio))
                for edge in (overlap.left, overlap.right - 1):
                    painter.fillRect(QRectF(edge, top, 1, bottom - top), colours.color("redFill", 0.55))

    def _barred(self, painter: QPainter, row: Row, one: Barred) -> None:
        """Time in which nothing can be shown, in one piece over all its halls."""
        colours, px = theme(), theme().px
        top = row.top + (2 if one.opens else 0)
        bottom = row.bottom - (3 if one.closes else 0)
        span = QRectF(round(one.left), top, round(one.right) - round(one.left), bottom - top)
        painter.fillRect(span, colours.color("sunken"))
        painter.setBrushOrigin(QPointF(one.left, 0))
        painter.fillRect(span, hatching(colours.color("control", 0.35), 7, 1.0, painter.device().devicePixelRatio()))
        edge = colours.color("control")
        for x in (span.left(), span.right() - 1):
            painter.fillRect(QRectF(x, top, 1, bottom - top), edge)
        for y, drawn in ((top, one.opens), (bottom - 1, one.closes)):
            if drawn:
                painter.fillRect(QRectF(span.left(), y, span.width(), 1), edge)
        if one.opens and span.width() > px(30):
            self._barred_words(painter, span, self.plan.blocker_name(one.blocker))

    @staticmethod
    def _barred_words(painter: QPainter, span: QRectF, words: str) -> None:
        """What bars a hall, on as many lines as its row has room for."""
        px, known = theme().px, measures()
        painter.setFont(known.font("label", 500))
        room = int(span.width()) - px(14)
        lines: tuple[str, ...] = (words,)
        if known.width("label", 500, words) > room:
            lines = known.broken("label", words, (room, room), max(1, int(span.height() - px(8)) // px(15)))
        wide = min(room, max(known.width("label", 500, line) for line in lines)) + px(8)
        spot = QRectF(span.left() + px(3), span.top() + px(3), wide, px(15) * len(lines) + 1)
        rounded(painter, spot, 3, theme().color("surface", 0.85))
        for place, line in enumerate(lines):
            there = QRectF(spot.left() + px(4), spot.top() + place * px(15), room, px(16))
            fading_text(painter, there, line, theme().color("text2"))

    def _changeover(self, painter: QPainter, row: Row, left: float, screening: int) -> None:
        """What the hall needs until the next event may come in."""
        slot = self.plan.board.slot(screening)
        if not slot.live:
            return
        width = self.plan.board.context.after(slot) * self.layout.scale.minute
        span = QRectF(left + 1, row.top + 3, width, row.height - 6)
        colour = theme().color("control", 0.35)
        painter.fillRect(span, hatching(colour, 6, 1.0, painter.device().devicePixelRatio()))
        if self.layout.scale.density is Density.HOUR and width > theme().px(54):
            painter.setFont(theme().font("label", weight=400))
            painter.setPen(theme().color("text2"))
            said = pgettext("board", "Change {n}", n=self.plan.board.context.after(slot))
            painter.drawText(span, Qt.AlignmentFlag.AlignCenter, said)


class Tiles:
    """Pictures of rows, made when first shown and kept while nothing in them changes."""

    def __init__(self) -> None:
        self._kept: OrderedDict[tuple[int, int, Variant], QPixmap] = OrderedDict()
        self._bytes = 0

    def clear(self) -> None:
        """Forget all pictures: another theme, zoom or plan."""
        self._kept.clear()
        self._bytes = 0

    def rows(self) -> set[int]:
        """The rows of which any picture is kept."""
        return {key[0] for key in self._kept}

    def forget(self, rows: Iterable[int]) -> None:
        """Forget the pictures of some rows."""
        going = set(rows)
        for key in [key for key in self._kept if key[0] in going]:
            self._bytes -= _size(self._kept.pop(key))

    def forget_variants(self) -> None:
        """Forget what was only needed while dragging."""
        for key in [key for key in self._kept if key[2] != REST]:
            self._bytes -= _size(self._kept.pop(key))

    def has(self, row: Row, column: int, variant: Variant) -> bool:
        """Whether a picture is kept."""
        return (row.number, column, variant) in self._kept

    def tile(self, row: Row, column: int, variant: Variant, paint: Callable[[], QPixmap]) -> QPixmap:
        """The picture of one tile, made by `paint` if it is not kept."""
        key = (row.number, column, variant)
        kept = self._kept.get(key)
        if kept is not None:
            self._kept.move_to_end(key)
            return kept
        made = self._kept[key] = paint()
        self._bytes += _size(made)
        while self._bytes > ROOM and len(self._kept) > 1:
            self._bytes -= _size(self._kept.popitem(last=False)[1])
        return made


def stand_in(painter: QPainter, row: Row, target: QRectF, left: float, top: float) -> None:
    """What is shown of a row for the moment its picture is not there yet: grounds and blocks without words."""
    colours = theme()
    painter.fillRect(target, colours.color("surface"))
    plan = row.layout.plan
    for block in row.blocks:
        rect = QRectF(block.left + left, block.top + top, block.right - block.left, block.height) & target
        if not rect.isEmpty():
            strand = plan.strand_number(block.card.strand)
            painter.fillRect(rect, colours.color(f"{strand_tone(strand) if strand >= 0 else 's6'}t"))
    painter.fillRect(QRectF(target.left(), target.bottom() - 1, target.width(), 1), colours.color("line"))


def picture(painter: RowPainter, row: Row, column: int, variant: Variant, ratio: float) -> QPixmap:
    """One tile of a row, opaque."""
    width = min(TILE, painter.layout.width - column * TILE)
    made = QPixmap(max(1, round(width * ratio)), max(1, round(row.height * ratio)))
    made.setDevicePixelRatio(ratio)
    if ratio != int(ratio):
        made.fill(theme().color("surface"))  # a broken pixel at an edge; all the others are painted anyway
    brush = QPainter(made)
    brush.setRenderHint(QPainter.RenderHint.TextAntialiasing)
    painter.paint(brush, row, QRectF(column * TILE, row.top, width, row.height), variant)
    brush.end()
    return made


def _size(pixmap: QPixmap) -> int:
    return pixmap.width() * pixmap.height() * 4
