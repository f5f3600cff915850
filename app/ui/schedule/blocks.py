"""Painting one block: its shell, words that fade, language codes."""

from collections.abc import Sequence
from functools import partial
from itertools import pairwise

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter

from app.domain.kinds import ScreeningStatus
from app.domain.screenings import Severity
from app.i18n.active import tr
from app.i18n.labels import part_kind
from app.ui.icons import paint_icon
from app.ui.schedule.board import Block, Density, Segment
from app.ui.schedule.faces import Code, Face, Remark
from app.ui.schedule.shells import BAR, Shell, block_tone, paint_shell
from app.ui.schedule.stamps import corner, line_of_text, measures, stamps
from app.ui.schedule.wording import (
    BETWEEN,
    CODES_AFTER,
    GLYPH,
    Room,
    Style,
    Words,
    arrange,
    code_font,
    code_width,
    single,
)
from app.ui.theme import theme
from app.ui.widgets.chips import ChipKind
from app.ui.widgets.draw import fading_text, rounded
from app.ui.widgets.strands import paint_strand

TAIL_WORDS = 22
"""Pixels from which a tail may carry its name."""

NAMED = 84
"""From this height a block has room for the names of its films."""

TITLE_LEAST = 56
"""Pixels a title keeps before small signs take any."""

ONE_LINE = 30
"""Below this height a block has room for one line."""

LINES = {Density.WEEK: 16, Density.DAY: 18, Density.HOUR: 18}
"""How high a line of words is."""

STYLES = {
    Density.WEEK: Style("small_strong", "label_figure"),
    Density.DAY: Style("strong", "small_figure"),
    Density.HOUR: Style("strong", "small_figure"),
}

SIGNED = 26
"""Blocks narrower than this carry no sign of a mere warning: it would hide them."""

SIGN = 16
"""Pixels at the right end of a block that its sign takes."""


class BlockPainter:
    """Paints blocks at one density. `origin` moves content coordinates to those of the painter."""

    def __init__(self, painter: QPainter, density: Density) -> None:
        self.painter = painter
        self.density = density
        self._ratio = painter.device().devicePixelRatio()
        px = theme().px
        self._signed, self._sign, self._least = px(SIGNED), px(SIGN), BAR + px(15)

    def paint(self, block: Block, face: Face, dx: float = 0, dy: float = 0, *, words_from: float = 0) -> None:
        """One whole block, moved by (dx, dy). Its words begin no further left than `words_from`."""
        left, right = round(block.left + dx), round(block.right + dx)
        begins, ends = round(block.body_left + dx), round(block.body_right + dx)
        top, height = round(block.top + dy), round(block.height)
        grave = face.severity is Severity.ERROR
        tone = block_tone(face.strand)
        shell = Shell(begins - left, ends - begins, right - ends, height, tone, face.status, grave)
        paint_shell(self.painter, left, top, shell, self._ratio)
        if len(block.tails) > 1 or block.inner:
            self._seams(block, face, dx, QRectF(left, top, right - left, height))
        shown, said_until = max(begins, round(words_from)), float(ends)
        if ends - shown > self._least:
            signed = grave or (face.severity is Severity.WARNING and right - left >= self._signed)
            sign = right - self._sign if signed else right
            said_until = self._words(QRectF(shown, top, ends - shown, height), face, sign, right)
        for tail in block.tails:
            if tail.right - tail.left >= TAIL_WORDS and (tail.left < block.body_left or said_until <= ends < right):
                self._tail_words(QRectF(tail.left + dx, top, tail.right - tail.left, height), tail)

    def _seams(self, block: Block, face: Face, dx: float, rect: QRectF) -> None:
        """Where one part ends and the next begins; close to, the films of one event by name."""
        tone = theme().mix(block_tone(face.strand), f"{block_tone(face.strand)}t", 0.38)
        named = self.density is Density.HOUR and rect.height() >= theme().px(NAMED)
        for before, after in pairwise(block.tails):
            if before.right == after.left:
                self.painter.fillRect(QRectF(round(after.left + dx), rect.top() + 1, 1, rect.height() - 2), tone)
        for part in block.inner[1:]:  # above and below the words, which go on over them
            for top, tall in ((rect.top() + 1, 3), (rect.bottom() - 1, -theme().px(22 if named else 5))):
                self.painter.fillRect(QRectF(round(part.left + dx), top, 1, tall).normalized(), tone)
        if not named:
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
        """The name of a tail where it has room with some air around it, else its minutes, else nothing."""
        if rect.height() < ONE_LINE - 10:
            return
        painter, known = self.painter, measures()
        name = part_kind(tr(), tail.kind)
        options = (name,) if self.density is Density.WEEK else (f"{name} {tail.minutes}", str(tail.minutes))
        for words, role in ((words, role) for words in options for role in ("label", "micro")):
            if known.width(role, 400, words) <= rect.width() - 3:
                painter.setFont(known.font(role, 400))
                painter.setPen(theme().color("text2"))
                painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, words)
                return

    def _words(self, body: QRectF, face: Face, sign: float, right: float) -> float:
        """Everything said, and how far it may reach; `sign` is where the sign of a conflict begins, or the end."""
        px, week = theme().px, self.density is Density.WEEK
        room = body.adjusted(BAR + px(5), 0, -px(4), 0)
        first = min(room.right(), sign)
        line = px(LINES[self.density])
        count = int((body.height() - px(2 if week else 8)) // line)
        if body.height() < ONE_LINE or count < 2:  # noqa: PLR2004 - a title and its hours
            return self._single(room, face, first, min(right - px(4), sign))
        top = float(round(body.top() + min((body.height() - count * line) / 2, px(6))))
        first = self._lock(room, top, first, face, line)
        if week:
            first = self._marks(room, top, first, face)
        remarks = () if week else face.remarks
        hours = (face.start,) if week else (face.span, face.start)
        free = count - 1 if remarks and count > 2 else count  # noqa: PLR2004 - a third line for remarks
        wide = right - px(4) - room.left()
        words = arrange(face, Room(free, first - room.left(), room.width(), wide), hours, STYLES[self.density])
        top = self._lines(words, face, room, first, top)
        while remarks and top + line <= body.bottom():
            if top + 2 * line > body.bottom() and self.density is Density.HOUR and block_has_names(face):
                break
            remarks = tuple(self._remarks(QRectF(room.left(), top, room.width(), line), remarks))
            top += line
        return right if words.second.wide else body.right()

    def _lines(self, words: Words, face: Face, room: QRectF, first: float, top: float) -> float:
        """Title, hours and codes; where what comes below begins."""
        line = theme().px(LINES[self.density])
        role = STYLES[self.density].title
        for place, title in enumerate(words.title):
            right = room.right() if place else first
            self._title(QRectF(room.left(), top, right - room.left(), line), title, face, role)
            top += line
        at = QRectF(room.left(), top, room.width(), line)
        left = self._glyph(at, face) if words.second.glyph else at.left()
        if words.second.hours:
            left = self._hours(at, left, words.second.hours) + theme().px(words.second.gap)
        self._codes(left, at, face.codes, words.second.codes, slim=words.second.slim)
        top += line
        if words.below:
            self._codes(room.left(), QRectF(room.left(), top, room.width(), line), face.codes, words.below)
            top += line
        return top

    def _hours(self, rect: QRectF, left: float, hours: str) -> float:
        """When it begins; where the words go on."""
        role, painter, known = STYLES[self.density].hours, self.painter, measures()
        painter.setFont(known.font(role, 400))
        width = known.width(role, 400, hours)
        spot = QRectF(left, rect.top(), rect.right() - left, rect.height())
        if width <= spot.width():
            painter.setPen(theme().color("text2"))
            line_of_text(painter, spot, hours)
        else:
            fading_text(painter, spot, hours, theme().color("text2"))
        return left + width

    def _lock(self, room: QRectF, top: float, right: float, face: Face, line: float) -> float:
        """The lock at the end of the first line; where the title must end."""
        px = theme().px
        if not face.locked or right - room.left() <= px(13 + 12):
            return right
        size = px(13)
        spot = QRectF(round(right - size), round(top + (line - size) / 2), size, size)
        paint_icon(self.painter, spot, "lock", "text2")
        return spot.left() - px(3)

    def _marks(self, room: QRectF, top: float, right: float, face: Face) -> float:
        """Small signs at the right of the title while it keeps room enough; where the title must end."""
        px = theme().px
        size = px(12)
        for mark in face.marks[:2]:
            if right - size - room.left() < px(TITLE_LEAST):
                break
            spot = QRectF(round(right - size), round(top + px(2)), size, size)
            paint_icon(self.painter, spot, mark.icon, mark.tone)
            right = spot.left() - px(3)
        return right

    def _single(self, room: QRectF, face: Face, right: float, farthest: float) -> float:
        """Glyph, title and a language, and the lock if it leaves them room; how far they reach."""
        px = theme().px
        line = single(face, right - room.left(), farthest - room.left())
        if face.locked:
            less = right - px(13 + 3) - room.left()
            other = single(face, less, less)
            if other.codes or not face.codes:
                self._lock(room, room.center().y() - px(8), right, face, px(16))
                line = other
        left = self._glyph(room, face) if line.glyph else room.left()
        self._title(QRectF(left, room.top(), line.title, room.height()), face.title, face, "small_strong")
        if line.codes:
            space = QRectF(room.left(), room.top(), line.width, room.height())
            self._codes(left + line.title + px(CODES_AFTER), space, face.codes, line.codes)
        return room.left() + line.width

    def _title(self, rect: QRectF, title: str, face: Face, role: str) -> None:
        known, painter = measures(), self.painter
        cancelled = face.status is ScreeningStatus.CANCELLED
        font = known.font(role)
        if cancelled:
            font = QFont(font)
            font.setStrikeOut(True)
        painter.setFont(font)
        colour = theme().color("text2" if cancelled else "text")
        if known.width(role, None, title) <= rect.width():
            painter.setPen(colour)
            line_of_text(painter, rect, title)
        else:
            fading_text(painter, rect, title, colour)

    def _glyph(self, rect: QRectF, face: Face) -> float:
        """The strand's glyph at the left; where the words go on."""
        if face.strand < 0:
            return rect.left()
        size = theme().px(9)
        cancelled = face.status is ScreeningStatus.CANCELLED
        spot = corner(rect.left(), rect.center().y() - size / 2)
        paint = partial(_strand, size=size, strand=face.strand, cancelled=cancelled)
        key = ("strand", face.strand, cancelled, self._ratio)
        self.painter.drawPixmap(spot, stamps().get(key, size, size, self._ratio, paint))
        return rect.left() + theme().px(GLYPH)

    def _codes(self, left: float, rect: QRectF, codes: Sequence[Code], count: int, *, slim: bool = False) -> None:
        """The first codes, and how many more there are if that has room."""
        for code in codes[:count]:
            paint_code(self.painter, left, rect.center().y(), code, slim=slim)
            left += code_width(code, slim=slim) + theme().px(BETWEEN)
        more = f"+{len(codes) - count}"
        if 0 < count < len(codes) and left + measures().width("micro", 500, more) <= rect.right() + 1:
            self.painter.setFont(measures().font("micro", 500))
            self.painter.setPen(theme().color("text2"))
            line_of_text(self.painter, QRectF(left, rect.top(), 0, rect.height()), more)

    def _remarks(self, rect: QRectF, remarks: Sequence[Remark]) -> Sequence[Remark]:
        """As many as find room; those that do not are given back."""
        px, painter = theme().px, self.painter
        left = rect.left()
        painter.setFont(measures().font("small"))
        for place, remark in enumerate(remarks):
            if rect.right() - left < px(30 if not place else 60):
                return remarks[max(place, 1) :]
            size = px(13)
            paint_icon(painter, QRectF(left, rect.center().y() - size / 2, size, size), remark.icon, remark.tone)
            words = QRectF(left + size + px(5), rect.top(), rect.right() - left - size - px(5), rect.height())
            fading_text(painter, words, remark.text, theme().color(remark.tone))
            left = words.left() + measures().width("small", None, remark.text) + px(14)
        return ()


def _strand(painter: QPainter, size: int, strand: int, *, cancelled: bool) -> None:
    paint_strand(painter, QRectF(0, 0, size, size), strand, theme().color("line2") if cancelled else None)


def block_has_names(face: Face) -> bool:
    """Whether the films of an event are named below: it shows several."""
    return sum(bool(name) for name in face.films) > 1


def paint_code(painter: QPainter, left: float, middle: float, code: Code, *, slim: bool = False) -> None:
    """A language code: square for the original, a filled pill for a dub, underlined for subtitles."""
    ratio = painter.device().devicePixelRatio()
    wide, tall = round(code_width(code, slim=slim)), theme().px(13)
    made = stamps().get((code, slim, ratio), wide, tall, ratio, partial(_code, code=code, wide=wide, tall=tall))
    painter.drawPixmap(corner(left, middle - tall / 2), made)


def _code(painter: QPainter, code: Code, wide: int, tall: int) -> None:
    colours = theme()
    rect = QRectF(0, 0, wide, tall)
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
    painter.setFont(measures().font(*code_font(code)))
    painter.setPen(ink)
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, code.text)
