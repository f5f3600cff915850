"""Scrolling the board while something is held near one of its edges."""

from PySide6.QtCore import QPoint, QRect

from app.ui.schedule.canvas import Canvas
from app.ui.schedule.margins import axis_height, head_width

EDGE = 32
"""Pixels from an edge of the board where it begins to scroll."""

FASTEST = 26
"""Pixels it scrolls at once, right at the edge."""


def area_of(view: Canvas) -> QRect:
    """Where the rows show."""
    left, top = head_width(), axis_height()
    return QRect(left, top, view.viewport().width() - left, view.viewport().height() - top)


def well_inside(view: Canvas, spot: QPoint) -> bool:
    """Whether a point of the viewport is so far inside that nothing scrolls."""
    return area_of(view).adjusted(EDGE, EDGE, -EDGE, -EDGE).contains(spot)


def scroll_at(view: Canvas, spot: QPoint) -> bool:
    """Scroll a little if a point of the viewport is near an edge, the nearer the faster; whether anything moved."""
    area = area_of(view)
    if not area.adjusted(-EDGE, -EDGE, EDGE, EDGE).contains(spot):
        return False
    moved = False
    for bar, low, high, here in (
        (view.horizontalScrollBar(), area.left(), area.right(), spot.x()),
        (view.verticalScrollBar(), area.top(), area.bottom(), spot.y()),
    ):
        near = max(low + EDGE - here, 0) - max(here - (high - EDGE), 0)
        step = -round(FASTEST * max(-1.0, min(1.0, near / EDGE)))
        if step:
            old = bar.value()
            bar.setValue(old + step)
            moved = moved or bar.value() != old
    return moved
