"""When a leg leaves and when it arrives, large, each on its clock."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain import calendar
from app.domain.tours import Leg, Stop
from app.i18n import formats, tour_words
from app.i18n.active import _, language
from app.ui.icons import paint_icon
from app.ui.theme import theme
from app.ui.tours.trip import Trip
from app.ui.widgets.safe import SafeLabel


class Arrow(QWidget):
    """From here to there."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedWidth(theme().px(18))

    def paintEvent(self, _event: QPaintEvent) -> None:
        size = theme().px(15)
        paint_icon(QPainter(self), QRectF(0, (self.height() - size) / 2, size, size), "arrow-right", "text2")


class Clock(QWidget):
    """An hour, its day, its city with the offset of its clock."""

    def __init__(self) -> None:
        super().__init__()
        self.hour = SafeLabel(role="number")
        self.day = SafeLabel(role="small", tone="text")
        self.place = SafeLabel(role="small", tone="text2", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(1)
        for part in (self.hour, self.day, self.place):
            column.addWidget(part)

    def show_moment(self, minute: int | None, stop: Stop, zone: str) -> None:
        """Say a moment on the clocks of `zone`."""
        name = tour_words.city(stop, language())
        if minute is None:
            self.hour.setText("–")
            self.day.setText(_("no time entered"))
            self.place.setText(formats.commas(language(), (name, stop.label())))
            return
        local = calendar.moment_of(minute, zone)
        self.hour.setText(formats.time(language(), local))
        self.day.setText(formats.day_label(language(), local.date()))
        self.place.setText(formats.commas(language(), (name, calendar.zone_label(zone, local))))


class Clocks(QWidget):
    """Both ends of a leg."""

    def __init__(self) -> None:
        super().__init__()
        self.leaves, self.comes = Clock(), Clock()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.leaves, 1)
        row.addWidget(Arrow())
        row.addWidget(self.comes, 1)

    def show_leg(self, trip: Trip, leg: Leg, clock: str) -> None:
        """Show when it leaves and arrives, on local clocks or on one for both."""
        tour = trip.tour
        origin, target = tour.by_number[leg.origin], tour.by_number[leg.target]
        self.leaves.show_moment(tour.departs(leg), origin, trip.zone_of(origin, clock))
        self.comes.show_moment(tour.arrives(leg), target, trip.zone_of(target, clock))
