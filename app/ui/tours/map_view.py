"""The picture of the route: a net of latitudes and longitudes, the stops, the ways between them."""

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.i18n import formats, tour_words
from app.i18n.active import _, language, pgettext, tr
from app.ui.theme import theme
from app.ui.tours.accessible import Mark
from app.ui.tours.map_painter import MODE, Layout, MapPainter, lay
from app.ui.tours.trip import NOTHING, Pick, Trip
from app.ui.translated import Translated
from app.ui.widgets.draw import rounded

LEAST = 220


class MapView(Translated, QWidget):
    """The map. `picked` carries the stop or leg that was chosen with pointer or arrows."""

    picked = Signal(object)
    opened = Signal(object)
    asked = Signal(QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.trip: Trip | None = None
        self.pick = NOTHING
        self._laid: Layout | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme().themed.connect(self._measure)
        self._measure()
        self.retranslate()

    def _measure(self) -> None:
        self.setMinimumHeight(theme().px(LEAST))
        self._laid = None
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(600, theme().px(330))

    def retranslate(self) -> None:
        """Its name; what is painted is said anew."""
        self.setAccessibleName(pgettext("tour", "Map of the route"))
        self._laid = None
        self.update()

    def show_trip(self, trip: Trip | None, pick: Pick) -> None:
        """Show a tour with something chosen."""
        self.trip, self.pick, self._laid = trip, pick, None
        self.update()

    def select(self, pick: Pick) -> None:
        """Show something else as chosen."""
        self.pick = pick
        self.update()

    def resizeEvent(self, _event: object) -> None:
        self._laid = None

    # Laying out

    def laid(self) -> Layout | None:
        """Where everything is; None without a place on earth."""
        if self._laid is None and self.trip is not None:
            self._laid = lay(self.trip, self.width(), self.height())
        return self._laid

    # Painting

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), theme().color("surface"))
        laid, trip = self.laid(), self.trip
        if trip is None:
            return
        if laid is None:
            painter.setPen(theme().color("text3"))
            painter.setFont(theme().font("body"))
            words = _("The positions of the cities have not been entered yet.")
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, words)
        else:
            MapPainter(painter, laid, trip, self.pick, QRectF(self.rect())).paint()
        if self.hasFocus():
            rounded(painter, QRectF(self.rect()), 0, None, QPen(theme().color("focus"), 2))

    # Choosing

    def pick_at(self, point: QPointF) -> Pick:
        """The stop or leg under a point."""
        laid = self.laid()
        if laid is None:
            return NOTHING
        reach = theme().px(14)
        for stop, centre in laid.points.items():
            if (centre - point).manhattanLength() <= reach or (
                stop in laid.labels and laid.labels[stop].rect.contains(point)
            ):
                return Pick("stop", stop)
        for way in laid.ways:
            if (way.middle - point).manhattanLength() <= reach:
                return Pick("leg", way.leg.id)
        near = theme().px(6)
        hit = (way for way in laid.ways if any((p - point).manhattanLength() <= near for p in way.points))
        return next((Pick("leg", way.leg.id) for way in hit), NOTHING)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        pick = self.pick_at(event.position())
        if pick != NOTHING:
            self.picked.emit(pick)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        pick = self.pick_at(event.position())
        if pick != NOTHING:
            self.opened.emit(pick)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go along the route, Enter opens."""
        order = self._order()
        step = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}.get(
            Qt.Key(event.key())
        )
        if step and order:
            place = order.index(self.pick) + step if self.pick in order else 0
            self.picked.emit(order[max(0, min(place, len(order) - 1))])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2) and self.pick != NOTHING:
            self.opened.emit(self.pick)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.asked.emit(event.globalPos())

    def focusInEvent(self, _event: object) -> None:
        self.update()

    def focusOutEvent(self, _event: object) -> None:
        self.update()

    def _order(self) -> list[Pick]:
        laid, trip = self.laid(), self.trip
        if laid is None or trip is None:
            return []
        found: list[Pick] = []
        for stop in trip.tour.stops:
            if stop.id in laid.points:
                found.append(Pick("stop", stop.id))
            found += [Pick("leg", way.leg.id) for way in laid.ways if way.leg.origin == stop.id]
        return found

    # Listening

    def ground(self) -> QWidget:
        """What the marks are painted on."""
        return self

    def marks(self) -> list[Mark]:
        """What is painted, in reading order, for those who listen."""
        laid, trip = self.laid(), self.trip
        if laid is None or trip is None:
            return []
        return [self._mark(laid, trip, pick) for pick in self._order()]

    def _mark(self, laid: Layout, trip: Trip, pick: Pick) -> Mark:
        size = theme().px(MODE)
        if pick.kind == "stop":
            stop, centre = trip.tour.by_number[pick.id], laid.points[pick.id]
            number = trip.tour.stops.index(stop) + 1
            name = _("Stop {number}: {city}", number=number, city=tour_words.city(stop, language()))
            words = formats.commas(language(), (name, stop.label()))
        else:
            way = next(way for way in laid.ways if way.leg.id == pick.id)
            centre = way.middle
            facts = tour_words.way(tr(), trip.tour, way.leg), tour_words.way_facts(tr(), trip.tour, way.leg)
            words = formats.commas(language(), facts)
        return Mark(QRectF(centre.x() - size / 2, centre.y() - size / 2, size, size), words, pick == self.pick)
