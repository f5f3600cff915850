"""Paints the board of copies: bands of stops, boxes at venues, lines on the way, what comes too late."""

from datetime import date, timedelta

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from app.domain import calendar
from app.domain.tracks import Passage, Track, Visit
from app.i18n import formats, tour_words
from app.i18n.active import _, language
from app.ui.icons import paint_icon
from app.ui.theme import theme
from app.ui.tours.gantt_layout import HEAD, NAMES, ROW, GanttLayout
from app.ui.tours.marks import ICONS, zone_tone
from app.ui.tours.trip import Pick, Trip
from app.ui.widgets.draw import fading_text, fitting, rounded, width_of


class GanttPainter:
    """One painting of the board with something chosen; `row` is the row the keyboard is in, -1 for none."""

    def __init__(self, painter: QPainter, layout: GanttLayout, pick: Pick, row: int) -> None:
        self.painter, self.layout, self.pick, self.row = painter, layout, pick, row

    def paint(self) -> None:
        """Paint it all."""
        painter, trip = self.painter, self.layout.trip
        colours, px = theme(), theme().px
        self._bands(painter, trip)
        for row, track in enumerate(trip.tracks):
            self._row(painter, trip, row, track)
        painter.fillRect(QRectF(0, 0, self.layout.width, px(HEAD)), colours.color("surface"))
        self._bands(painter, trip, until=px(HEAD))
        self._head(painter, trip)
        painter.fillRect(QRectF(px(NAMES) - 1, 0, 1, self.layout.height), colours.color("line2"))
        if not trip.tracks:
            painter.setPen(colours.color("text3"))
            painter.setFont(colours.font("body"))
            left, top = px(NAMES) + px(20), px(HEAD)
            room = QRectF(left, top, self.layout.width - left - px(20), self.layout.height - top)
            words = _("No copy is on the road yet. Place titles with their copies on the schedule.")
            painter.drawText(room, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, words)

    def _bands(self, painter: QPainter, trip: Trip, until: float | None = None) -> None:
        """The days at each stop as an upright band."""
        tall = until if until is not None else self.layout.height
        for stop in trip.tour.stops:
            left, right = self.layout.x_of(stop.begins), self.layout.x_of(stop.ends)
            tint = "accentTint" if trip.is_home(stop) else "amberTint"
            top = theme().px(HEAD) / 2 if until else 0.0
            painter.fillRect(QRectF(left, top, right - left, tall - top), theme().color(tint, 0.55))

    def _head(self, painter: QPainter, trip: Trip) -> None:
        px, colours = theme().px, theme()
        half = px(HEAD) / 2
        painter.setFont(colours.font("label"))
        painter.setPen(colours.color("text2"))
        for row, words in enumerate((_("Week from"), _("Copy and where it is"))):
            spot = QRectF(px(16), row * half, px(NAMES - 20), half)
            painter.drawText(spot, Qt.AlignmentFlag.AlignVCenter, fitting(painter.font(), words, int(spot.width())))
        first, last = (calendar.moment_of(minute, trip.tour.stops[0].zone).date() for minute in trip.span())
        monday = first + timedelta(days=-first.weekday() % 7)
        painter.setFont(colours.font("label_figure"))
        while monday <= last:
            x = self.layout.x_of(_midnight(monday, trip.tour.stops[0].zone))
            painter.fillRect(QRectF(x, 0, 1, self.layout.height), colours.color("line2"))
            words = formats.day_month(language(), monday, short=True)
            painter.setPen(colours.color("text2"))
            painter.drawText(QRectF(x + px(5), 0, px(90), half), Qt.AlignmentFlag.AlignVCenter, words)
            monday += timedelta(days=7)
        painter.setFont(colours.font("label_strong"))
        self._cities(painter, trip, half)
        painter.fillRect(QRectF(0, px(HEAD) - 1, self.layout.width, 1), colours.color("line2"))

    def _cities(self, painter: QPainter, trip: Trip, half: float) -> None:
        """The names of the cities over their bands; one that does not fit takes the free room beside it."""
        colours, px = theme(), theme().px
        painter.setPen(colours.color("text2"))
        edge = float(px(NAMES))
        stops = sorted(trip.tour.stops, key=lambda stop: (stop.begins, stop.ends))  # days need not follow the route
        spans = [(self.layout.x_of(stop.begins), self.layout.x_of(stop.ends)) for stop in stops]
        for place, (stop, (left, right)) in enumerate(zip(stops, spans, strict=True)):
            words = tour_words.city(stop, language())
            wide = width_of(painter.font(), words) + 2.0
            begin = max(edge + 4, (left + right - wide) / 2)
            after = spans[place + 1][0] if place + 1 < len(spans) else self.layout.width - 2.0
            room = max(right, after) - begin
            shown = fitting(painter.font(), words, int(max(0, min(wide, room))))
            if shown != words:  # the number it has in the list says more than two letters
                shown = str(trip.tour.stops.index(stop) + 1)
            painter.drawText(QRectF(begin, half, wide, half), Qt.AlignmentFlag.AlignVCenter, shown)
            edge = begin + min(wide, room)

    def _row(self, painter: QPainter, trip: Trip, row: int, track: Track) -> None:
        px, colours = theme().px, theme()
        top = self.layout.y_of(row)
        painter.fillRect(QRectF(0, top + px(ROW) - 1, self.layout.width, 1), colours.color("line"))
        if row == self.row:
            painter.fillRect(QRectF(0, top, 3, px(ROW) - 1), colours.color("accent"))
        title, copy = trip.copy_name(track.copy)
        painter.setFont(colours.font("strong"))
        fading_text(painter, QRectF(px(16), top + px(3), px(NAMES - 26), px(18)), title, colours.color("text"))
        painter.setFont(colours.font("small"))
        fading_text(painter, QRectF(px(16), top + px(20), px(NAMES - 26), px(16)), copy, colours.color("text2"))
        for passage in track.passages:
            self._passage(painter, trip, row, passage)
        for origin, target in track.gaps:
            self._gap(painter, trip, row, (origin, target))
        for visit in track.visits:
            self._visit(painter, trip, row, visit)

    def _passage(self, painter: QPainter, trip: Trip, row: int, passage: Passage) -> None:
        px, colours = theme().px, theme()
        leg = trip.tour.leg(passage.leg)
        if leg is None:
            return
        a, b = self.layout.line(row, passage)
        customs = leg.customs > 0
        tone = "accent" if leg.apart else "amber" if customs else "text2"
        chosen = self.pick == Pick("leg", leg.id)
        pen = QPen(colours.color("accent" if chosen else tone), 2.4 if chosen else 1.5)
        if customs:
            pen.setDashPattern([2.5, 2.2])
        painter.setPen(pen)
        painter.drawLine(a, b)
        size = px(14)
        if b.x() - a.x() >= size + px(4):
            spot = QRectF((a.x() + b.x() - size) / 2, a.y() - size / 2, size, size)
            painter.fillRect(spot.adjusted(-2, 0, 2, 0), colours.color("surface"))
            paint_icon(
                painter, spot, "stamp" if customs and not leg.apart else ICONS[leg.mode], "accent" if chosen else tone
            )

    def _gap(self, painter: QPainter, trip: Trip, row: int, pair: tuple[int, int]) -> None:
        """A copy is wanted where no leg leads: a red broken line."""
        a, b = (self.layout.box(row, trip.tour.by_number[stop]) for stop in pair)
        pen = QPen(theme().color("redFill"), 1.5, Qt.PenStyle.DotLine)
        painter.setPen(pen)
        painter.drawLine(QPointF(a.right(), a.center().y()), QPointF(b.left(), a.center().y()))

    def _visit(self, painter: QPainter, trip: Trip, row: int, visit: Visit) -> None:
        px, colours = theme().px, theme()
        stop = trip.tour.by_number[visit.stop]
        rect, home = self.layout.box(row, stop), trip.is_home(stop)
        late = [slot for slot in visit.slots if trip.late(slot)]
        chosen = self.pick == Pick("stop", stop.id)
        edge = QPen(colours.color("accentLine" if home else "amberLine"), 1)
        if late:
            edge = QPen(colours.color("redFill"), 2)
        elif chosen:
            edge = QPen(colours.color("focus"), 2)
        fill = colours.color("surface" if late else "accentTint" if home else "amberTint")
        rounded(painter, rect, 4, fill, edge)
        days = sorted({trip.plan.cards[slot].day for slot in visit.slots})
        for day in days:
            dot = self.layout.dot(rect, stop, day)
            painter.setPen(Qt.PenStyle.NoPen)
            rounded(painter, dot, dot.width() / 2 if home else 1, colours.color(zone_tone(home=home)))
        if late:
            size = px(15)
            spot = QRectF(rect.left() - size * 0.55, rect.center().y() - size / 2, size, size)
            rounded(painter, spot, size / 2, colours.color("redFill"))
            paint_icon(painter, spot.adjusted(3, 2.5, -3, -3.5), "triangle-alert", "onRed")


def _midnight(day: date, zone: str) -> int:
    return calendar.wall_minute(day, 0, zone)
