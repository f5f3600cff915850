"""Small strokes that the painted widgets share."""

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetrics, QLinearGradient, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QStyle

from app.ui.theme import theme


def rounded(
    painter: QPainter,
    rect: QRectF,
    radius: float,
    fill: QColor | QBrush | None = None,
    edge: QPen | QColor | None = None,
) -> None:
    """A rounded rectangle whose edge lies wholly inside `rect`; a bare colour is an edge of one pixel."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(edge, 1) if isinstance(edge, QColor) else edge
    inset = pen.widthF() / 2 if pen is not None else 0.0
    painter.setBrush(fill if fill is not None else QBrush(Qt.BrushStyle.NoBrush))
    painter.setPen(pen if pen is not None else QPen(Qt.PenStyle.NoPen))
    inner = rect.adjusted(inset, inset, -inset, -inset)
    painter.drawRoundedRect(inner, max(radius - inset, 0), max(radius - inset, 0))
    painter.restore()


def fitting(font: QFont, text: str, width: int) -> str:
    """The text, shortened with an ellipsis when it is wider than `width`."""
    return QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, width)


def width_of(font: QFont, text: str) -> int:
    """How wide a line of text is."""
    return QFontMetrics(font).horizontalAdvance(text)


def fading_text(painter: QPainter, rect: QRectF, text: str, colour: QColor, fade: float = 10.0) -> None:
    """One line that fades out over its last pixels instead of ending in dots."""
    if painter.fontMetrics().horizontalAdvance(text) <= rect.width():
        painter.setPen(colour)
    else:
        gone = QColor(colour)
        gone.setAlpha(0)
        gradient = QLinearGradient(QPointF(max(rect.left(), rect.right() - fade), 0), QPointF(rect.right(), 0))
        gradient.setColorAt(0, colour)
        gradient.setColorAt(1, gone)
        painter.setPen(QPen(QBrush(gradient), 1))
    painter.save()
    painter.setClipRect(rect, Qt.ClipOperation.IntersectClip)
    line = QRectF(rect.left(), rect.top(), max(rect.width(), 4000.0), rect.height())
    painter.drawText(line, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
    painter.restore()


def hatch(colour: QColor, gap: int = 6, width: float = 1.0, ratio: float = 1.0) -> QBrush:
    """Diagonal lines at 45 degrees, `gap` device-independent pixels apart."""
    tile = QPixmap(round(gap * ratio), round(gap * ratio))
    tile.setDevicePixelRatio(ratio)
    tile.fill(Qt.GlobalColor.transparent)
    painter = QPainter(tile)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, width))
    for shift in (-gap, 0, gap):
        painter.drawLine(QPointF(shift, gap), QPointF(shift + gap, 0))
    painter.end()
    return QBrush(tile)


def row_ground(painter: QPainter, rect: QRect, state: QStyle.StateFlag, *, line: bool = True) -> None:
    """The ground of a list row from a delegate's `option.state`: hover, selection with its bar, hairline below."""
    colours = theme()
    if state & QStyle.StateFlag.State_Selected:
        active = bool(state & QStyle.StateFlag.State_Active)
        painter.fillRect(rect, colours.color("accentTint" if active else "sunken"))
        bar = QRect(rect.left(), rect.top(), 3, rect.height())
        painter.fillRect(bar, colours.color("accent" if active else "control"))
    elif state & QStyle.StateFlag.State_MouseOver:
        painter.fillRect(rect, colours.color("hover"))
    if line:
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), colours.color("line"))


def row_focus(painter: QPainter, rect: QRect) -> None:
    """The outline of the row that has keyboard focus, inside its edges."""
    rounded(painter, QRectF(rect), 0, None, QPen(theme().color("focus"), 2))
