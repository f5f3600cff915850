"""Where things stand on the board of copies: days across, a row for each copy."""

from datetime import date

from PySide6.QtCore import QPointF, QRectF

from app.domain import calendar
from app.domain.tours import Stop
from app.domain.tracks import Passage
from app.ui.theme import theme
from app.ui.tours.trip import Trip

HEAD, ROW, NAMES = 46, 40, 156


class GanttLayout:
    """The board of one tour in a picture `width` by `height`, scrolled down by `scrolled`."""

    def __init__(self, trip: Trip, width: int, height: int, scrolled: int) -> None:
        self.trip = trip
        self.width, self.height, self.scrolled = width, height, scrolled

    def x_of(self, minute: int) -> float:
        """Where a moment is in the picture."""
        first, last = self.trip.span()
        left, right = theme().px(NAMES), self.width - theme().px(14)
        return left + (right - left) * (minute - first) / max(1, last - first)

    def y_of(self, row: int) -> float:
        """The upper edge of a row."""
        return float(theme().px(HEAD) + row * theme().px(ROW) - self.scrolled)

    def box(self, row: int, stop: Stop) -> QRectF:
        """The box of a copy at a stop."""
        px = theme().px
        left, right = self.x_of(stop.begins), self.x_of(stop.ends)
        return QRectF(left, self.y_of(row) + px(10), max(right - left, px(16)), px(ROW - 19))

    def line(self, row: int, passage: Passage) -> tuple[QPointF, QPointF]:
        """The ends of a copy's way over a leg, drawn from box to box."""
        tour = self.trip.tour
        leg = tour.leg(passage.leg)
        assert leg is not None
        middle = self.y_of(row) + theme().px(10) + theme().px(ROW - 19) / 2
        left = self.x_of(tour.by_number[leg.origin].ends)
        right = self.x_of(max(tour.by_number[leg.target].begins, tour.by_number[leg.origin].ends))
        return QPointF(left, middle), QPointF(max(right, left + 2), middle)

    def dot(self, rect: QRectF, stop: Stop, day: date) -> QRectF:
        """A day with a show, inside the box, in the middle of its day."""
        size = theme().px(6)
        noon = calendar.wall_minute(day, 12 * 60, stop.zone)
        x = max(rect.left() + size, min(self.x_of(noon), rect.right() - size))
        return QRectF(x - size / 2, rect.center().y() - size / 2, size, size)
