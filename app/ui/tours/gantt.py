"""Where every copy of the tour is, day by day: at a venue, on the way, in the customs, on the screen."""

from typing import NamedTuple

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from app.domain.tours import Stop
from app.domain.tracks import Track, Visit
from app.i18n import formats, tour_words
from app.i18n.active import language, ngettext, pgettext, tr
from app.ui.theme import theme
from app.ui.tours.accessible import Mark
from app.ui.tours.gantt_layout import HEAD, ROW, GanttLayout
from app.ui.tours.gantt_painter import GanttPainter
from app.ui.tours.trip import NOTHING, Pick, Trip
from app.ui.translated import Translated
from app.ui.widgets.draw import rounded


class Spot(NamedTuple):
    """Something on the board that can be chosen."""

    rect: QRectF
    pick: Pick
    words: str


class Gantt(Translated, QAbstractScrollArea):
    """The board of copies. `picked` carries a stop or a leg, `shown` an event on the schedule."""

    picked = Signal(object)
    shown = Signal(int)
    asked = Signal(QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.trip: Trip | None = None
        self.pick = NOTHING
        self.row = 0
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        theme().themed.connect(self._measure)
        self.retranslate()

    def sizeHint(self) -> QSize:
        return QSize(600, theme().px(HEAD + 6 * ROW))

    def minimumSizeHint(self) -> QSize:
        return QSize(300, theme().px(HEAD + ROW))

    def retranslate(self) -> None:
        """Its name; what is painted is said anew."""
        self.setAccessibleName(pgettext("tour", "Where each copy is"))
        self._measure()

    def show_trip(self, trip: Trip | None, pick: Pick) -> None:
        """Show a tour with something chosen."""
        self.trip, self.pick = trip, pick
        self.row = min(self.row, max(0, len(trip.tracks) - 1)) if trip is not None else 0
        self._measure()

    def select(self, pick: Pick) -> None:
        """Show something else as chosen."""
        self.pick = pick
        self.viewport().update()

    def resizeEvent(self, _event: object) -> None:
        self._measure()

    def _measure(self) -> None:
        px = theme().px
        rows = len(self.trip.tracks) if self.trip is not None else 0
        beyond = px(HEAD) + rows * px(ROW) + px(8) - self.viewport().height()
        self.verticalScrollBar().setRange(0, max(0, beyond))
        self.verticalScrollBar().setPageStep(self.viewport().height())
        self.verticalScrollBar().setSingleStep(px(ROW))
        self.viewport().update()

    # Painting

    def layout_now(self) -> GanttLayout | None:
        """Where everything is at this size; None without a stop."""
        if self.trip is None or not self.trip.tour.stops:
            return None
        area = self.viewport().size()
        return GanttLayout(self.trip, area.width(), area.height(), self.verticalScrollBar().value())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = self.viewport().rect()
        painter.fillRect(area, theme().color("surface"))
        layout = self.layout_now()
        if layout is not None:
            GanttPainter(painter, layout, self.pick, self.row if self.hasFocus() else -1).paint()
        if self.hasFocus():
            rounded(painter, QRectF(area), 0, None, QPen(theme().color("focus"), 2))

    def spots(self) -> list[Spot]:
        """Everything that can be chosen, row by row."""
        found: list[Spot] = []
        layout = self.layout_now()
        if self.trip is None or layout is None:
            return found
        for row, track in enumerate(self.trip.tracks):
            title, copy = self.trip.copy_name(track.copy)
            for visit in track.visits:
                stop = self.trip.tour.by_number[visit.stop]
                words = self._said(title, copy, stop, visit)
                found.append(Spot(layout.box(row, stop), Pick("stop", stop.id), words))
            for passage in track.passages:
                leg = self.trip.tour.leg(passage.leg)
                if leg is None:
                    continue
                a, b = layout.line(row, passage)
                facts = (title, copy, tour_words.way(tr(), self.trip.tour, leg))
                rect = QRectF(a.x(), a.y() - 8, b.x() - a.x(), 16)
                found.append(Spot(rect, Pick("leg", leg.id), formats.commas(language(), facts)))
        return found

    def _said(self, title: str, copy: str, stop: Stop, visit: Visit) -> str:
        assert self.trip is not None
        late = sum(self.trip.late(slot) for slot in visit.slots)
        facts = [title, copy, tour_words.city(stop, language()), tour_words.shows(tr(), len(visit.slots))]
        if late:
            facts.append(ngettext("{n} conflict", "{n} conflicts", late))
        return formats.commas(language(), facts)

    # Choosing

    def mousePressEvent(self, event: QMouseEvent) -> None:
        for spot in self.spots():
            if spot.rect.contains(event.position()):
                self.picked.emit(spot.pick)
                return

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down choose a copy, left and right go along its way."""
        trip = self.trip
        key = Qt.Key(event.key())
        if (
            trip is None
            or not trip.tracks
            or key not in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right)
        ):
            super().keyPressEvent(event)
            return
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.row = max(0, min(self.row + (1 if key is Qt.Key.Key_Down else -1), len(trip.tracks) - 1))
            self.viewport().update()
            return
        order = self._order(trip.tracks[self.row])
        place = order.index(self.pick) + (1 if key is Qt.Key.Key_Right else -1) if self.pick in order else 0
        self.picked.emit(order[max(0, min(place, len(order) - 1))])

    def _order(self, track: Track) -> list[Pick]:
        moments = (
            [(self.trip.tour.by_number[v.stop].begins, Pick("stop", v.stop)) for v in track.visits] if self.trip else []
        )
        moments += [(passage.departs, Pick("leg", passage.leg)) for passage in track.passages]
        return [pick for _at, pick in sorted(moments)]

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.asked.emit(event.globalPos())

    def focusInEvent(self, _event: object) -> None:
        self.viewport().update()

    def focusOutEvent(self, _event: object) -> None:
        self.viewport().update()

    # Listening

    def ground(self) -> QWidget:
        """What the marks are painted on."""
        return self.viewport()

    def marks(self) -> list[Mark]:
        """What is painted, in reading order, for those who listen."""
        return [Mark(spot.rect, spot.words, spot.pick == self.pick) for spot in self.spots()]
