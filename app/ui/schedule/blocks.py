"""Painting one block: ground, tails, bar, edge, words that fade, language codes."""

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen

from app.domain.kinds import ScreeningStatus
from app.domain.screenings import Severity
from app.i18n.active import language, tr
from app.i18n.labels import part_kind
from app.ui.icons import paint_icon
from app.ui.schedule.board import Block, Density, Segment
from app.ui.schedule.faces import Code, Face, Remark
from app.ui.theme import theme
from app.ui.widgets.chips import ChipKind
from app.ui.widgets.draw import fading_text, hatch, rounded
from app.ui.widgets.strands import paint_strand, strand_tone

RADIUS = 4
BAR = 3
TAIL_WORDS = 22
"""Pixels from which a tail may carry its name."""

NAMED = 84
"""From this height a block has room for the names of its films."""

TITLE_LEAST = 56
"""Pixels a title keeps before small signs take any."""

ONE_LINE = 30
"""Below this height a block has room for one line."""


class BlockPainter:
    """Paints blocks at one density. `origin` moves content coordinates to those of the painter."""

    def __init__(self, painter: QPainter, density: Density) -> None:
        self.painter = painter
        self.density = density

    def paint(self, block: Block, face: Face, dx: float = 0, dy: float = 0, *, words_from: float = 0) -> None:
        """One whole block, moved by (dx, dy). Its words begin no further left than `words_from`."""
        painter = self.painter
        rect = QRectF(block.left + dx, block.top + dy, block.right - block.left, block.height)
        body = QRectF(block.body_left + dx, rect.top(), block.body_right - block.body_left, rect.height())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._grounds(rect, body, face)
        for tail in block.tails:
            self._tail_words(QRectF(tail.left + dx, rect.top(), tail.right - tail.left, rect.height()), tail)
        self._seams(block, face, dx, rect)
        if words_from > body.left():
            body.setLeft(min(words_from, body.right()))
        self._words(body, face)
        if face.severity is Severity.ERROR:
            rounded(painter, rect.adjusted(-1, -1, 1, 1), RADIUS + 1, None, QPen(theme().color("redFill"), 2))

    # Grounds and edges

    def _grounds(self, rect: QRectF, body: QRectF, face: Face) -> None:
        """Up to three pieces joined without a seam: what comes before, the body, what follows."""
        painter, colours = self.painter, theme()
        tone = _tone(face)
        before, after = body.left() - rect.left() > 1, rect.right() - body.right() > 1
        cancelled, tentative = (face.status is s for s in (ScreeningStatus.CANCELLED, ScreeningStatus.TENTATIVE))
        if before or after:
            quiet = colours.color("line2") if cancelled else colours.mix(tone, "surface", 0.26)
            ground = colours.color("surface") if cancelled else colours.mix(f"{tone}t", "surface", 0.52)
            painter.setPen(QPen(quiet, 1))
            painter.setBrush(ground)
            if before:
                painter.drawPath(_piece(QRectF(rect.topLeft(), body.bottomLeft()), left=True, right=False))
            if after:
                painter.drawPath(_piece(QRectF(body.topRight(), rect.bottomRight()), left=False, right=True))
        pen = QPen(colours.color("line2") if cancelled else colours.mix(tone, f"{tone}t", 0.38), 1)
        ground = colours.color("surface") if cancelled else colours.mix(f"{tone}t", "surface", 0.3 if tentative else 1)
        if tentative:
            pen.setDashPattern([4, 3])
            pen.setColor(colours.mix(tone, f"{tone}t", 0.55))
        shape = _piece(body, left=not before, right=not after)
        painter.setPen(pen)
        painter.setBrush(ground)
        painter.drawPath(shape)
        if tentative:
            painter.setBrushOrigin(body.topLeft())
            # Rectangles of a pattern are copied, paths of it are worked out anew: a hundred times the price.
            inner = QRectF(body.toAlignedRect().adjusted(1, 1, 0 if after else -2, -1))
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
            painter.fillRect(inner, hatching(colours.color(f"{tone}t"), 9, 3.2, painter.device().devicePixelRatio()))
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        spare = 0 if before else 1
        bar = QRectF(body.left(), body.top() + spare, BAR, body.height() - 2 * spare)
        painter.fillRect(bar, colours.color("line2" if cancelled else tone))

    def _seams(self, block: Block, face: Face, dx: float, rect: QRectF) -> None:
        """Where one part ends and the next begins; close to, the films of one event by name."""
        tone = theme().mix(_tone(face), f"{_tone(face)}t", 0.38)
        for before, after in pairwise((*block.tails, *block.inner)):
            if before.right == after.left:
                self.painter.fillRect(QRectF(round(after.left + dx), rect.top() + 1, 1, rect.height() - 2), tone)
        if self.density is not Density.HOUR or rect.height() < theme().px(NAMED):
            return
        font = theme().font("label", weight=400)
        self.painter.setFont(font)
        line = theme().px(18)
        for part in block.inner:
            name = face.films[part.place] if part.place < len(face.films) else ""
            words = f"{name or part_kind(tr(), part.kind)} {part.minutes}"
            spot = QRectF(part.left + dx + BAR + theme().px(5), rect.bottom() - line - 3, part.right - part.left, line)
            spot.setRight(part.right + dx - 3)
            fading_text(self.painter, spot, words, theme().color("text2"))

    # Words

    def _tail_words(self, rect: QRectF, tail: Segment) -> None:
        if rect.width() < TAIL_WORDS or rect.height() < ONE_LINE - 10:
            return
        painter = self.painter
        font = theme().font("label", weight=400)
        words = part_kind(tr(), tail.kind)
        if self.density is not Density.WEEK:
            words = f"{words} {tail.minutes}"
        metrics = QFontMetricsF(font)
        if metrics.horizontalAdvance(words) > rect.width() - 1:
            words = str(tail.minutes) if self.density is not Density.WEEK else ""
        painter.setFont(font)
        painter.setPen(theme().color("text2"))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, words)

    def _words(self, body: QRectF, face: Face) -> None:
        px = theme().px
        room = body.adjusted(BAR + px(5), 0, -px(4), 0)
        if room.width() < px(6):
            return
        if face.locked:
            size = px(13)
            spot = QRectF(round(room.right() - size), round(body.top() + px(4)), size, size)
            if room.width() > size + px(12):
                paint_icon(self.painter, spot, "lock", "text2")
                room.setRight(spot.left() - px(3))
        if self.density is Density.WEEK:
            room.setRight(self._marks(room, body.top(), face))
        if body.height() < ONE_LINE:
            self._single(room, face)
        elif self.density is Density.WEEK:
            top = body.top() + (body.height() - px(33)) / 2
            self._title(QRectF(room.left(), top + px(1), room.width(), px(16)), face, "small_strong")
            full = QRectF(room.left(), top + px(16), body.right() - px(4) - room.left(), px(16))
            self._second(full, face, face.start)
        else:
            top = body.top() + px(6)
            self._title(QRectF(room.left(), top, room.width(), px(18)), face, "strong")
            width = body.right() - px(4) - room.left()
            self._second(QRectF(room.left(), top + px(19), width, px(18)), face, face.span)
            rest = self._remarks(QRectF(room.left(), top + px(39), width, px(18)), face.remarks)
            if rest and self.density is Density.HOUR and not block_has_names(face) and body.height() > px(NAMED):
                self._remarks(QRectF(room.left(), top + px(58), width, px(18)), rest)

    def _marks(self, room: QRectF, top: float, face: Face) -> float:
        """Small signs at the right of the title while it keeps room enough; where the title must end."""
        px = theme().px
        right, size = room.right(), px(12)
        for mark in face.marks[:2]:
            if right - size - room.left() < px(TITLE_LEAST):
                break
            spot = QRectF(round(right - size), round(top + px(4)), size, size)
            paint_icon(self.painter, spot, mark.icon, mark.tone)
            right = spot.left() - px(3)
        return right

    def _single(self, room: QRectF, face: Face) -> None:
        """Glyph, title, and the first code if it fits."""
        px = theme().px
        left = self._glyph(room, face)
        font = theme().font("small_strong")
        width = QFontMetricsF(font).horizontalAdvance(face.title)
        room.setLeft(left)
        self._title(room, face, "small_strong")
        if face.codes and left + width + px(6) + code_width(face.codes[0]) <= room.right():
            self._codes(left + width + px(6), room, face.codes[:1])

    def _title(self, rect: QRectF, face: Face, role: str) -> None:
        font = theme().font(role)
        cancelled = face.status is ScreeningStatus.CANCELLED
        font.setStrikeOut(cancelled)
        self.painter.setFont(font)
        fading_text(self.painter, rect, face.title, theme().color("text2" if cancelled else "text"))

    def _second(self, rect: QRectF, face: Face, hours: str) -> None:
        px, painter = theme().px, self.painter
        left = self._glyph(rect, face)
        font = theme().font("label_figure" if self.density is Density.WEEK else "small_figure", weight=400)
        painter.setFont(font)
        width = QFontMetricsF(font).horizontalAdvance(hours)
        fading_text(
            painter, QRectF(left, rect.top(), rect.right() - left, rect.height()), hours, theme().color("text2")
        )
        self._codes(left + width + px(5), rect, face.codes)

    def _glyph(self, rect: QRectF, face: Face) -> float:
        """The strand's glyph at the left; where the words go on."""
        px = theme().px
        if face.strand < 0:
            return rect.left()
        size = px(9)
        spot = QRectF(rect.left(), rect.center().y() - size / 2, size, size)
        colour = theme().color("line2") if face.status is ScreeningStatus.CANCELLED else None
        paint_strand(self.painter, spot, face.strand, colour)
        return rect.left() + size + px(5)

    def _codes(self, left: float, rect: QRectF, codes: Sequence[Code]) -> None:
        for code in codes:
            width = code_width(code)
            if left + width > rect.right() + 1:
                return
            paint_code(self.painter, left, rect.center().y(), code)
            left += width + theme().px(4)

    def _remarks(self, rect: QRectF, remarks: Sequence[Remark]) -> Sequence[Remark]:
        """As many as find room; those that do not are given back."""
        px, painter = theme().px, self.painter
        left = rect.left()
        font = theme().font("small")
        painter.setFont(font)
        for place, remark in enumerate(remarks):
            if rect.right() - left < px(30 if not place else 60):
                return remarks[place:]
            size = px(13)
            paint_icon(painter, QRectF(left, rect.center().y() - size / 2, size, size), remark.icon, remark.tone)
            words = QRectF(left + size + px(5), rect.top(), rect.right() - left - size - px(5), rect.height())
            fading_text(painter, words, remark.text, theme().color(remark.tone))
            left = words.left() + QFontMetricsF(font).horizontalAdvance(remark.text) + px(14)
        return ()


def block_has_names(face: Face) -> bool:
    """Whether the films of an event are named below: it shows several."""
    return sum(bool(name) for name in face.films) > 1


def _piece(rect: QRectF, *, left: bool, right: bool) -> QPainterPath:
    """A rectangle on pixel centres, rounded at the ends that are free."""
    rect = rect.adjusted(0.5, 0.5, -0.5, -0.5)
    path = QPainterPath()
    if left and right:
        path.addRoundedRect(rect, RADIUS, RADIUS)
        return path
    if not left and not right:
        path.addRect(rect)
        return path
    radius = min(float(RADIUS), rect.width())
    straight, free = (rect.right(), rect.left()) if left else (rect.left(), rect.right())
    inward = radius if left else -radius
    path.moveTo(straight, rect.top())
    path.lineTo(free + inward, rect.top())
    path.quadTo(free, rect.top(), free, rect.top() + radius)
    path.lineTo(free, rect.bottom() - radius)
    path.quadTo(free, rect.bottom(), free + inward, rect.bottom())
    path.lineTo(straight, rect.bottom())
    path.closeSubpath()
    return path


def hatching(colour: QColor, gap: int, width: float, ratio: float) -> QBrush:
    """Diagonal lines, made once for each colour."""
    return _hatching(colour.rgba(), gap, width, ratio)


@lru_cache(maxsize=64)
def _hatching(colour: int, gap: int, width: float, ratio: float) -> QBrush:
    return hatch(QColor.fromRgba(colour), gap, width, ratio)


def _tone(face: Face) -> str:
    return strand_tone(face.strand) if face.strand >= 0 else "s6"


def _code_font(code: Code) -> QFont:
    font = theme().font("micro", weight=500 if code.kind is ChipKind.SUB else 600)
    if language() == "zh":
        font.setPixelSize(theme().px(11))
    return font


def code_width(code: Code) -> float:
    """How wide a language code is with its shape."""
    return QFontMetricsF(_code_font(code)).horizontalAdvance(code.text) + theme().px(8)


def paint_code(painter: QPainter, left: float, middle: float, code: Code) -> None:
    """A language code: square for the original, a filled pill for a dub, underlined for subtitles."""
    colours, px = theme(), theme().px
    tall = px(13)
    rect = QRectF(round(left), round(middle - tall / 2), round(code_width(code)), tall)
    if code.kind is ChipKind.ORIG:
        rounded(painter, rect, 3, colours.color("text", 0.16 if not colours.dark else 0.2))
        ink: QColor = colours.color("text")
    elif code.kind is ChipKind.DUB:
        rounded(painter, rect, tall / 2, colours.color("accent"))
        ink = colours.color("onAccent")
    else:
        rounded(painter, rect, 3, colours.color("surface", 0.75))
        painter.fillRect(QRectF(rect.left() + 1, rect.bottom() - 1, rect.width() - 2, 1), colours.color("control"))
        ink = colours.color("text")
    painter.setFont(_code_font(code))
    painter.setPen(ink)
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, code.text)
