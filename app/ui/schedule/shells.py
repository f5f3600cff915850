"""What of a block is not words: ground, tails, bar and edge, painted once for each shape and then copied."""

from functools import lru_cache, partial
from typing import NamedTuple

from PySide6.QtCore import QRectF
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen

from app.domain.kinds import ScreeningStatus
from app.ui.schedule.stamps import stamps
from app.ui.theme import theme
from app.ui.widgets.draw import hatch, rounded
from app.ui.widgets.strands import strand_tone

RADIUS = 4
BAR = 3
RIM = 2
"""Pixels around a block that the outline of a conflict takes."""

LARGEST = 60_000
"""Pixels of a shell that is worth keeping; the few larger ones are painted each time."""


class Shell(NamedTuple):
    """The shape of a block: whole pixels before its body, of it and after it, how high; its strand; how it stands."""

    before: int
    body: int
    after: int
    height: int
    tone: str
    status: ScreeningStatus
    grave: bool


def block_tone(strand: int) -> str:
    """The token of a block's colour; grey without a strand."""
    return strand_tone(strand) if strand >= 0 else "s6"


def paint_shell(painter: QPainter, left: int, top: int, shell: Shell, ratio: float) -> None:
    """A shell with its upper left corner there."""
    wide = shell.before + shell.body + shell.after
    if wide * shell.height > LARGEST:
        painter.save()
        painter.translate(left, top)
        _paint(painter, shell, ratio)
        painter.restore()
        return
    key = shell, ratio
    made = stamps().find(key)
    if made is None:
        tall, wide = shell.height + 2 * RIM, wide + 2 * RIM
        made = stamps().get(key, wide, tall, ratio, partial(_in_rim, shell=shell, ratio=ratio))
    painter.drawPixmap(left - RIM, top - RIM, made)


def _in_rim(painter: QPainter, shell: Shell, ratio: float) -> None:
    painter.translate(RIM, RIM)
    _paint(painter, shell, ratio)


def _paint(painter: QPainter, shell: Shell, ratio: float) -> None:
    """Up to three pieces joined without a seam: what comes before, the body, what follows."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    rect = QRectF(0, 0, shell.before + shell.body + shell.after, shell.height)
    body = QRectF(shell.before, 0, shell.body, shell.height)
    colours, tone = theme(), shell.tone
    cancelled = shell.status is ScreeningStatus.CANCELLED
    if shell.before or shell.after:
        quiet = colours.color("line2") if cancelled else colours.mix(tone, "surface", 0.26)
        painter.setPen(QPen(quiet, 1))
        painter.setBrush(colours.color("surface") if cancelled else colours.mix(f"{tone}t", "surface", 0.52))
        if shell.before:
            painter.drawPath(_piece(QRectF(rect.topLeft(), body.bottomLeft()), left=True, right=False))
        if shell.after:
            painter.drawPath(_piece(QRectF(body.topRight(), rect.bottomRight()), left=False, right=True))
    _body(painter, shell, body, ratio)
    if shell.grave:
        rounded(painter, rect.adjusted(-1, -1, 1, 1), RADIUS + 1, None, QPen(colours.color("redFill"), 2))


def _body(painter: QPainter, shell: Shell, body: QRectF, ratio: float) -> None:
    colours, tone = theme(), shell.tone
    cancelled, tentative = (shell.status is s for s in (ScreeningStatus.CANCELLED, ScreeningStatus.TENTATIVE))
    pen = QPen(colours.color("line2") if cancelled else colours.mix(tone, f"{tone}t", 0.38), 1)
    if tentative:
        pen.setDashPattern([4, 3])
        pen.setColor(colours.mix(tone, f"{tone}t", 0.55))
    painter.setPen(pen)
    ground = colours.mix(f"{tone}t", "surface", 0.3 if tentative else 1)
    painter.setBrush(colours.color("surface") if cancelled else ground)
    painter.drawPath(_piece(body, left=not shell.before, right=not shell.after))
    if tentative:
        painter.setBrushOrigin(body.topLeft())
        # Rectangles of a pattern are copied, paths of it are worked out anew: a hundred times the price.
        inner = QRectF(body.toAlignedRect().adjusted(1, 1, 0 if shell.after else -2, -1))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        painter.fillRect(inner, hatching(colours.color(f"{tone}t"), 9, 3.2, ratio))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    spare = 0 if shell.before else 1
    bar = QRectF(body.left(), body.top() + spare, BAR, body.height() - 2 * spare)
    painter.fillRect(bar, colours.color("line2" if cancelled else tone))


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
