"""How stops and legs look on list, map and board: a disc or a square with a number, a line and a picture."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from app.domain.kinds_of_plans import TravelMode
from app.ui.icons import paint_icon
from app.ui.theme import theme
from app.ui.widgets.draw import rounded

ICONS = {
    TravelMode.ROAD: "truck", TravelMode.RAIL: "train-front", TravelMode.AIR: "plane", TravelMode.SEA: "route",
}  # fmt: skip

_DASHES = {TravelMode.RAIL: [7.0, 3.5], TravelMode.AIR: [0.1, 3.2], TravelMode.SEA: [1.5, 3.0, 7.0, 3.0]}


def leg_pen(mode: TravelMode, colour: QColor, width: float = 1.6) -> QPen:
    """A solid line for the road, long dashes for rails, dots for the air."""
    pen = QPen(colour, width)
    dashes = _DASHES.get(mode)
    if dashes:
        pen.setDashPattern(dashes)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap if mode is TravelMode.AIR else Qt.PenCapStyle.FlatCap)
    return pen


def zone_tone(*, home: bool) -> str:
    """The colour of a stop: turquoise by the clocks of the first stop, amber by others; the shape says it too."""
    return "accent" if home else "amber"


def paint_stop(painter: QPainter, centre: QPointF, number: int, *, home: bool, size: float) -> None:
    """The number of a stop: in a disc by the clocks of the first stop, in a rounded square by others."""
    rect = QRectF(centre.x() - size / 2, centre.y() - size / 2, size, size)
    colours = theme()
    rounded(painter, rect, size / 2 if home else size / 5, colours.color(zone_tone(home=home)))
    font = colours.font("label_strong")
    painter.setFont(font)
    painter.setPen(colours.color("surface") if colours.dark else colours.color("onAccent"))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, str(number))


def paint_mode(painter: QPainter, centre: QPointF, mode: TravelMode, *, size: float, chosen: bool) -> None:
    """The picture of a way in a small disc on its line."""
    rect = QRectF(centre.x() - size / 2, centre.y() - size / 2, size, size)
    rounded(painter, rect, size / 2, theme().color("surface"), theme().color("accent" if chosen else "line2"))
    inner = size * 0.58
    paint_icon(painter, QRectF(centre.x() - inner / 2, centre.y() - inner / 2, inner, inner), ICONS[mode],
               "accent" if chosen else "text2")  # fmt: skip
