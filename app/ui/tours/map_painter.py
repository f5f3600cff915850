"""Lays a route out for a picture and paints it: net, ways, stops, names."""

from itertools import pairwise
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from app.domain.kinds_of_plans import TravelMode
from app.domain.labelling import Box, Ground, beside, place_labels
from app.domain.projection import Chart, along, bent, chart, graticule
from app.domain.tours import Leg, Stop
from app.i18n import tour_words
from app.i18n.active import tr
from app.ui.theme import theme
from app.ui.tours.marks import leg_pen, paint_mode, paint_stop
from app.ui.tours.stop_list import names
from app.ui.tours.trip import Pick, Trip
from app.ui.widgets.draw import rounded, width_of

STOP, MODE = 19, 20
BEND = {TravelMode.AIR: 0.10, TravelMode.SEA: 0.07, TravelMode.RAIL: 0.035, TravelMode.ROAD: 0.0}


class Way(NamedTuple):
    """A leg laid out: its points, and where its picture stands."""

    leg: Leg
    points: list[QPointF]
    middle: QPointF


class Label(NamedTuple):
    """Where a name stands and to which side its words lean: -1 left, 0 middle, 1 right."""

    rect: QRectF
    lean: int


class Layout(NamedTuple):
    """The map laid out for one size and one tour."""

    chart: Chart
    points: dict[int, QPointF]
    ways: list[Way]
    labels: dict[int, Label]


def lay(trip: Trip, width: int, height: int) -> Layout | None:
    """Where everything is; None without a place on earth."""
    px = theme().px
    stops = [(stop, stop.place) for stop in trip.tour.stops]
    known = [(stop, place) for stop, place in stops if place is not None]
    if not known:
        return None
    made = chart([place for _stop, place in known], width, height, (px(90), px(52)))
    spread = beside([made.at(place) for _stop, place in known], px(STOP))
    points = {stop.id: QPointF(*spot) for (stop, _place), spot in zip(known, spread, strict=True)}
    ways = [
        _way(leg, points[leg.origin], points[leg.target])
        for leg in trip.tour.legs
        if leg.origin in points and leg.target in points and not _covered(trip, leg)
    ]
    size, half = px(MODE), px(MODE) / 2
    ground = Ground(
        [Box(way.middle.x() - half, way.middle.y() - half, size, size) for way in ways],
        [[(point.x(), point.y()) for point in way.points] for way in ways],
        Box(px(6), px(6), width - px(12), height - px(26)), px(STOP) / 2,
    )  # fmt: skip
    # A city one comes back to is named once.
    named = list({(names(stop), place): stop for stop, place in reversed(known)}.values())[::-1]
    spots = [(points[stop.id].x(), points[stop.id].y()) for stop in named]
    others = [(points[stop.id].x(), points[stop.id].y()) for stop, _place in known if stop not in named]
    ground.pictures.extend(Box(x - half, y - half, size, size) for x, y in others)
    labels = place_labels(spots, [_label_size(stop) for stop in named], ground)
    placed = {stop.id: Label(QRectF(*label.box), label.lean) for stop, label in zip(named, labels, strict=True)}
    return Layout(made, points, ways, placed)


def _covered(trip: Trip, leg: Leg) -> bool:
    """A copy sent by itself between two stops that a way joins anyway is told in the list, not drawn over that way."""
    return leg.apart and bool(trip.tour.between(leg.origin, leg.target))


def _label_size(stop: Stop) -> tuple[float, float]:
    px, font = theme().px, theme().font
    first, second = names(stop)
    wide = max(width_of(font("strong"), first), width_of(font("small"), second)) + 2
    return wide, px(33 if second else 18)


class MapPainter:
    """One painting of a laid out route with something chosen."""

    def __init__(self, painter: QPainter, laid: Layout, trip: Trip, pick: Pick, room: QRectF) -> None:
        self.painter, self.laid, self.trip, self.pick = painter, laid, trip, pick
        self.width, self.height = room.width(), room.height()

    def paint(self) -> None:
        """Net below, ways over it, stops with their names on top."""
        painter, laid, trip = self.painter, self.laid, self.trip
        self._net(painter, laid, trip)
        for way in laid.ways:
            self._paint_way(painter, way)
        for way in laid.ways:
            chosen = self.pick == Pick("leg", way.leg.id)
            paint_mode(painter, way.middle, way.leg.mode, size=theme().px(MODE), chosen=chosen)
        for stop in trip.tour.stops:
            if stop.id in laid.points:
                self._paint_stop(painter, laid, trip, stop)

    def _net(self, painter: QPainter, laid: Layout, trip: Trip) -> None:
        px = theme().px
        places = [stop.place for stop in trip.tour.stops if stop.place is not None]
        parallels, meridians = graticule(places)
        painter.setPen(QPen(theme().color("line"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        lines = [[laid.chart.at(p) for p in along((lat, meridians[0]), (lat, meridians[-1]), 60)] for lat in parallels]
        upright = [
            [laid.chart.at(p) for p in along((parallels[0], lon), (parallels[-1], lon), 12)] for lon in meridians
        ]
        for line in (*lines, *upright):
            painter.drawPath(_path([QPointF(*point) for point in line]))
        painter.setFont(theme().font("label_figure"))
        painter.setPen(theme().color("text3"))
        for latitude, line in zip(parallels, lines, strict=True):
            crossing = next((y for x, y in line if x >= px(8)), None)
            if crossing is not None and px(8) < crossing < self.height - px(34):
                painter.drawText(QPointF(px(8), crossing - px(4)), tour_words.latitude(tr(), latitude))
        bottom = self.height - px(7)
        for longitude, line in zip(meridians, upright, strict=True):
            crossing = _at_height(line, bottom)
            if crossing is not None and px(50) < crossing < self.width - px(30):
                words = tour_words.longitude(tr(), longitude)
                painter.drawText(QPointF(crossing - width_of(painter.font(), words) / 2, bottom), words)

    def _paint_way(self, painter: QPainter, way: Way) -> None:
        chosen = self.pick == Pick("leg", way.leg.id)
        if chosen:
            halo = QPen(theme().color("accentTint2"), theme().px(7))
            halo.setCapStyle(Qt.PenCapStyle.RoundCap)
            painter.setPen(halo)
            painter.drawPath(_path(way.points))
        painter.setPen(leg_pen(way.leg.mode, theme().color("accent" if chosen else "text2")))
        painter.drawPath(_path(way.points))

    def _paint_stop(self, painter: QPainter, laid: Layout, trip: Trip, stop: Stop) -> None:
        px, colours = theme().px, theme()
        centre, size = laid.points[stop.id], px(STOP)
        if self.pick == Pick("stop", stop.id):
            ring = QRectF(centre.x() - size / 2 - 4, centre.y() - size / 2 - 4, size + 8, size + 8)
            radius = ring.width() / 2 if trip.is_home(stop) else 7
            rounded(painter, ring, radius, None, QPen(colours.color("focus"), 2))
        paint_stop(painter, centre, trip.tour.stops.index(stop) + 1, home=trip.is_home(stop), size=size)
        if stop.id not in laid.labels:
            return
        rect, lean = laid.labels[stop.id]
        first, second = names(stop)
        rounded(painter, rect.adjusted(-2, 0, 2, 0), 3, colours.color("surface", 0.82))
        side = {-1: Qt.AlignmentFlag.AlignLeft, 0: Qt.AlignmentFlag.AlignHCenter, 1: Qt.AlignmentFlag.AlignRight}[lean]
        painter.setFont(colours.font("strong"))
        painter.setPen(colours.color("text"))
        painter.drawText(rect, side | Qt.AlignmentFlag.AlignTop, first)
        painter.setFont(colours.font("small"))
        painter.setPen(colours.color("text2"))
        if second:
            painter.drawText(rect, side | Qt.AlignmentFlag.AlignBottom, second)


def _way(leg: Leg, a: QPointF, b: QPointF) -> Way:
    lift = BEND[leg.mode] * (1 if b.x() >= a.x() else -1) * -1
    points = [QPointF(*p) for p in bent((a.x(), a.y()), (b.x(), b.y()), -lift)]
    return Way(leg, points, points[len(points) // 2])


def _path(points: list[QPointF]) -> QPainterPath:
    path = QPainterPath(points[0])
    for point in points[1:]:
        path.lineTo(point)
    return path


def _at_height(line: list[tuple[float, float]], height: float) -> float | None:
    """Where a line crosses a height of the picture."""
    for (x0, y0), (x1, y1) in pairwise(line):
        if min(y0, y1) <= height <= max(y0, y1) and y0 != y1:
            return x0 + (x1 - x0) * (height - y0) / (y1 - y0)
    return None
