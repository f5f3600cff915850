"""Small pictures and measures that blocks are put together from, each made once until the look changes."""

from collections import OrderedDict
from collections.abc import Callable, Iterator
from functools import cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPixmap, QTextLayout, QTextOption

from app.ui.theme import theme

ROOM = 12 * 1024 * 1024
"""Bytes of stamps kept; the least recently used go first."""

WIDEST = 4096.0


class Stamps:
    """Pictures by what they show. A change of colours or sizes forgets them all."""

    def __init__(self) -> None:
        self._kept: OrderedDict[object, QPixmap] = OrderedDict()
        self._bytes = 0
        theme().themed.connect(self.clear)

    def clear(self) -> None:
        """Forget all."""
        self._kept.clear()
        self._bytes = 0

    def find(self, key: object) -> QPixmap | None:
        """The picture of that name, if it is kept."""
        kept = self._kept.get(key)
        if kept is not None:
            self._kept.move_to_end(key)
        return kept

    def get(self, key: object, wide: int, tall: int, ratio: float, paint: Callable[[QPainter], None]) -> QPixmap:
        """The picture of that name and size, painted by `paint` if it is not kept."""
        kept = self.find(key)
        if kept is not None:
            return kept
        made = QPixmap(max(1, round(wide * ratio)), max(1, round(tall * ratio)))
        made.setDevicePixelRatio(ratio)
        made.fill(Qt.GlobalColor.transparent)
        painter = QPainter(made)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint(painter)
        painter.end()
        self._kept[key] = made
        self._bytes += made.width() * made.height() * 4
        while self._bytes > ROOM and len(self._kept) > 1:
            gone = self._kept.popitem(last=False)[1]
            self._bytes -= gone.width() * gone.height() * 4
        return made


class Measures:
    """How wide words are in the fonts of blocks, and where they break; worked out once."""

    def __init__(self) -> None:
        self._fonts: dict[tuple[str, int | None], tuple[QFont, QFontMetricsF]] = {}
        self._widths: dict[tuple[str, int | None, str], float] = {}
        self._broken: dict[tuple[str, str, tuple[int, int], int], tuple[str, ...]] = {}
        theme().themed.connect(self.clear)

    def clear(self) -> None:
        """Forget all."""
        for known in (self._fonts, self._widths, self._broken):
            known.clear()

    def font(self, role: str, weight: int | None = None) -> QFont:
        """The font of a role; it is shared: copy it before changing it."""
        return self._font(role, weight)[0]

    def width(self, role: str, weight: int | None, text: str) -> float:
        """How wide a line of text is."""
        key = (role, weight, text)
        known = self._widths.get(key)
        if known is None:
            known = self._widths[key] = self._font(role, weight)[1].horizontalAdvance(text)
        return known

    def broken(self, role: str, text: str, widths: tuple[int, int], most: int) -> tuple[str, ...]:
        """A text in lines as wide as the first and all others may be; the last of the `most` lines is as it is.

        In one line if its first word finds no room.
        """
        key = (role, text, widths, most)
        known = self._broken.get(key)
        if known is None:
            known = self._broken[key] = tuple(_broken(self.font(role), text, widths, most))
        return known

    def _font(self, role: str, weight: int | None) -> tuple[QFont, QFontMetricsF]:
        known = self._fonts.get((role, weight))
        if known is None:
            font = theme().font(role, weight=weight)
            known = self._fonts[role, weight] = font, QFontMetricsF(font)
        return known


def _broken(font: QFont, text: str, widths: tuple[int, int], most: int) -> Iterator[str]:
    """Where lines must end: between words, or between Chinese characters."""
    layout = QTextLayout(text, font)
    layout.setTextOption(QTextOption(Qt.AlignmentFlag.AlignLeft))
    layout.beginLayout()
    at = 0
    for place in range(most - 1):
        width = widths[min(place, 1)]
        line = layout.createLine()
        line.setLineWidth(width)
        end = at + line.textLength()
        if line.naturalTextWidth() > width or end >= len(text):
            break
        yield text[at:end].rstrip()
        at = end
    layout.endLayout()
    yield text[at:].lstrip()


@cache
def stamps() -> Stamps:
    """The stamps of the program."""
    return Stamps()


@cache
def measures() -> Measures:
    """The measures of the program."""
    return Measures()


def line_of_text(painter: QPainter, rect: QRectF, text: str) -> None:
    """A line that is known to fit, in the pen of the painter, in the middle of the height."""
    painter.drawText(QRectF(rect.left(), rect.top(), WIDEST, rect.height()), Qt.AlignmentFlag.AlignVCenter, text)


def corner(x: float, y: float) -> QPointF:
    """A whole pixel: pictures copied between pixels would be blurred."""
    return QPointF(round(x), round(y))
