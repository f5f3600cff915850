"""The stops in order with the ways between them, split where the clocks change."""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QStyle, QStyledItemDelegate, QWidget

from app.domain.tours import Leg, Stop
from app.i18n import formats, tour_words
from app.i18n.active import _, language, pgettext, tr
from app.i18n.labels_of_plans import travel_mode
from app.ui.icons import paint_icon
from app.ui.theme import theme
from app.ui.tours.marks import ICONS, paint_stop
from app.ui.tours.stop_drag import StopDrag
from app.ui.tours.trip import NOTHING, Pick, Trip
from app.ui.translated import Translated
from app.ui.widgets.draw import fitting, rounded, row_focus, row_ground, width_of

Index = QModelIndex | QPersistentModelIndex
ROW = int(Qt.ItemDataRole.UserRole)
_NAME, _TIP = int(Qt.ItemDataRole.DisplayRole), int(Qt.ItemDataRole.ToolTipRole)
_SPOKEN = int(Qt.ItemDataRole.AccessibleTextRole)
HEIGHTS = {"zone": 34, "stop": 46, "leg": 28, "gap": 28}


class Line(NamedTuple):
    """A line of the list: a change of the clocks, a stop, a leg, or the gap where one is missing."""

    pick: Pick
    stop: Stop
    leg: Leg | None = None
    before: Stop | None = None


def lines(trip: Trip) -> Iterator[Line]:
    """All lines in order."""
    before: Stop | None = None
    for stop in trip.tour.stops:
        if before is None or before.label() != stop.label() or _clocks(before) != _clocks(stop):
            yield Line(Pick("zone", stop.id), stop, before=before)
        yield Line(Pick("stop", stop.id), stop)
        for leg in trip.legs_from(stop.id):
            yield Line(Pick("leg", leg.id), stop, leg)
        if trip.lacks_leg(stop.id):
            yield Line(Pick("gap", stop.id), stop)
        before = stop


def _clocks(stop: Stop) -> str:
    return tour_words.zone_head(tr(), stop)


class StopModel(QAbstractListModel):
    """The lines of one tour."""

    def __init__(self) -> None:
        super().__init__()
        self.trip: Trip | None = None
        self.lines: Sequence[Line] = ()

    def show_trip(self, trip: Trip | None) -> None:
        """Show another tour, or the same one changed."""
        self.beginResetModel()
        self.trip, self.lines = trip, tuple(lines(trip)) if trip is not None else ()
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self.lines)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if index.isValid() and self.lines[index.row()].pick.kind == "zone":
            return Qt.ItemFlag.NoItemFlags  # a heading is not chosen
        return super().flags(index)

    def data(self, index: Index, role: int = _NAME) -> Any:
        if not index.isValid() or self.trip is None:
            return None
        line = self.lines[index.row()]
        if role == ROW:
            return line
        if role in (_NAME, _SPOKEN, _TIP):
            return spoken(self.trip, line)
        return None


def spoken(trip: Trip, line: Line) -> str:
    """A line in a whole sentence, for those who listen and as a tooltip."""
    name = tour_words.city(line.stop, language())
    words: tuple[str, ...]
    match line.pick.kind:
        case "zone":
            words = tour_words.zone_head(tr(), line.stop), tour_words.offset_words(tr(), line.before, line.stop)
        case "stop":
            number = trip.tour.stops.index(line.stop) + 1
            days = formats.date_range(language(), line.stop.first_day, line.stop.last_day)
            words = (
                _("Stop {number}: {city}", number=number, city=name), days,
                tour_words.shows(tr(), len(trip.shows(line.stop.id))), line.stop.label(),
            )  # fmt: skip
        case "leg" if line.leg is not None:
            customs = (_("customs"),) if line.leg.customs else ()
            words = (
                tour_words.way(tr(), trip.tour, line.leg),
                *filter(None, (trip.carries(line.leg),)),
                tour_words.way_facts(tr(), trip.tour, line.leg),
                *customs,
            )
        case _:
            words = (_("No onward leg from {city}", city=name),)
    return formats.commas(language(), words)


class LinePainter(QStyledItemDelegate):
    """Paints the lines."""

    def sizeHint(self, _option: Any, index: Index) -> QSize:
        line: Line = index.data(ROW)
        return QSize(100, theme().px(HEIGHTS[line.pick.kind]))

    def paint(self, painter: QPainter, option: Any, index: Index) -> None:
        model = index.model()
        if not isinstance(model, StopModel) or model.trip is None:
            return
        line: Line = index.data(ROW)
        painter.save()
        painter.setClipRect(option.rect)
        row_ground(painter, option.rect, option.state, line=False)
        match line.pick.kind:
            case "zone":
                self._zone(painter, option.rect, model.trip, line)
            case "stop":
                self._stop(painter, option.rect, model.trip, line)
            case _:
                self._way(painter, option.rect, model.trip, line)
        if option.state & QStyle.StateFlag.State_HasFocus:
            row_focus(painter, option.rect)
        painter.restore()

    def _zone(self, painter: QPainter, rect: QRect, trip: Trip, line: Line) -> None:
        px, colours = theme().px, theme()
        painter.fillRect(rect, colours.color("chrome" if trip.is_home(line.stop) else "amberTint"))
        for edge in (rect.top(), rect.bottom()):
            painter.fillRect(QRect(rect.left(), edge, rect.width(), 1), colours.color("line2"))
        size = px(14)
        paint_icon(
            painter, QRectF(rect.left() + px(14), rect.center().y() - size / 2 + 1, size, size), "clock", "text2"
        )
        offset = tour_words.offset_words(tr(), line.before, line.stop)
        _ends(painter, rect.adjusted(px(38), 0, -px(14), 0), (tour_words.zone_head(tr(), line.stop), "small_strong"),
              (offset, "small"))  # fmt: skip

    def _stop(self, painter: QPainter, rect: QRect, trip: Trip, line: Line) -> None:
        px, colours = theme().px, theme()
        self._thread(painter, rect, trip, line)
        centre = QPointF(rect.left() + px(22), rect.center().y() + 1)
        number = trip.tour.stops.index(line.stop) + 1
        paint_stop(painter, centre, number, home=trip.is_home(line.stop), size=px(21))
        room = rect.adjusted(px(40), px(4), -px(14), -px(4))
        upper, lower = QRect(room), QRect(room)
        upper.setBottom(room.center().y())
        lower.setTop(room.center().y() + 1)
        count = tour_words.shows(tr(), len(trip.shows(line.stop.id)))
        title, second = names(line.stop)
        wide = room.width() - width_of(colours.font("small"), count) - px(10)
        title = fitting(colours.font("row_title"), title, wide)
        _draw(painter, upper, title, "row_title", "text")
        left = upper.adjusted(width_of(colours.font("row_title"), title) + px(7), 0, 0, 0)
        left.setRight(room.left() + wide)
        _draw(painter, left, fitting(colours.font("small"), second, max(0, left.width())), "small", "text2")
        days = formats.date_range(language(), line.stop.first_day, line.stop.last_day)
        warn = bool(trip.troubles_of(line.pick)) or any(trip.late(card.id) for card in trip.shows(line.stop.id))
        if warn:
            size = px(14)
            grave = any(trip.late(card.id) for card in trip.shows(line.stop.id))
            paint_icon(painter, QRectF(lower.right() - size, lower.center().y() - size / 2, size, size),
                       "triangle-alert", "red" if grave else "amber")  # fmt: skip
        _draw(painter, lower, fitting(colours.font("small"), days, room.width() - px(18)), "small", "text2")
        _draw(painter, upper, count, "small", "text2", right=True)

    def _way(self, painter: QPainter, rect: QRect, trip: Trip, line: Line) -> None:
        px = theme().px
        self._thread(painter, rect, trip, line)
        size = px(15)
        spot = QRectF(rect.left() + px(41), rect.center().y() - size / 2 + 1, size, size)
        if line.leg is None:
            paint_icon(painter, spot, "triangle-alert", "amber")
            _draw(painter, rect.adjusted(px(64), 0, -px(14), 0), _("No onward leg"), "small", "amber")
            return
        paint_icon(painter, spot, ICONS[line.leg.mode], "text2")
        words = travel_mode(tr(), line.leg.mode)
        after = trip.following(line.stop.id)
        if after is None or line.leg.target != after.id:
            words = _("{mode} to {city}", mode=words,
                      city=tour_words.city(trip.tour.by_number[line.leg.target], language()))  # fmt: skip
        if line.leg.apart:
            words = trip.carries(line.leg)
        room = rect.adjusted(px(64), 0, -px(14), 0)
        when = _when(trip, line.leg)
        _ends(painter, room, (words, "small"), (when, "small"))
        if line.leg.customs:
            left = room.left() + width_of(theme().font("small"), words) + px(8)
            wide = room.right() - width_of(theme().font("small"), when) - px(8) - left
            paint_customs(painter, QRectF(left, rect.center().y() - px(8) + 0.5, wide, px(17)))
        if trip.troubles_of(line.pick):
            mark = px(13)
            x = room.right() - width_of(theme().font("small"), when) - mark - px(6)
            if not line.leg.customs:
                paint_icon(painter, QRectF(x, rect.center().y() - mark / 2, mark, mark), "triangle-alert", "amber")

    def _thread(self, painter: QPainter, rect: QRect, trip: Trip, line: Line) -> None:
        """The line at the left that joins the stops."""
        first = line.stop is trip.tour.stops[0] and line.leg is None and line.pick.kind == "stop"
        last = trip.following(line.stop.id) is None
        if last and line.pick.kind != "stop":
            return
        middle = rect.center().y()
        top, bottom = (middle if first else rect.top()), (middle if last else rect.bottom() + 1)
        painter.fillRect(QRect(rect.left() + theme().px(22), top, 1, bottom - top), theme().color("control"))


def names(stop: Stop) -> tuple[str, str]:
    """The name for the reader, and the one written over the station: Yining, 伊宁."""
    shown = tour_words.city(stop, language())
    own = stop.names.zh if stop.country == "CN" else stop.names.kk
    if own == shown:
        own = stop.names.en if stop.names.en != shown else ""
    return shown, own


def _when(trip: Trip, leg: Leg) -> str:
    departs, minutes = trip.tour.departs(leg), trip.tour.takes(leg)
    length = formats.duration(language(), minutes) if minutes else ""
    if departs is None or leg.departs is None:
        return length
    day = formats.day_month(language(), leg.departs.date(), short=True)
    return _("{day}, {length}", day=day, length=length) if length else day


def paint_customs(painter: QPainter, room: QRectF) -> None:
    """The stamp and its word, or the stamp alone where there is no room."""
    px, colours = theme().px, theme()
    words = _("customs")
    size = px(12)
    wide = size + px(16) + width_of(colours.font("label"), words)
    alone = wide > room.width()
    rect = QRectF(room.left(), room.top(), size + px(8) if alone else wide, room.height())
    if rect.width() > room.width():
        return
    rounded(painter, rect, 4, colours.color("amberTint"), colours.color("amberLine"))
    paint_icon(painter, QRectF(rect.left() + px(4), rect.center().y() - size / 2, size, size), "stamp", "amber")
    if not alone:
        painter.setFont(colours.font("label"))
        painter.setPen(colours.color("amber"))
        painter.drawText(rect.adjusted(size + px(8), 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, words)


def _draw(  # noqa: PLR0913 - one line of text
    painter: QPainter, rect: QRect, text: str, role: str, tone: str, *, right: bool = False
) -> None:
    painter.setFont(theme().font(role, tabular=right))
    painter.setPen(theme().color(tone))
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter | side, text)


def _ends(painter: QPainter, rect: QRect, left: tuple[str, str], right: tuple[str, str]) -> None:
    wide = width_of(theme().font(right[1]), right[0]) + theme().px(10)
    _draw(painter, rect, right[0], right[1], "text2", right=True)
    own = fitting(theme().font(left[1]), left[0], rect.width() - wide)
    _draw(painter, rect, own, left[1], "text")


class StopList(Translated, QListView):
    """The list. `picked` carries what is chosen, `moved` a stop and how many places on, `opened` asks to edit."""

    picked = Signal(object)
    moved = Signal(int, int)
    opened = Signal(object)
    asked = Signal(QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = StopModel()
        self.setModel(self.rows)
        self.setItemDelegate(LinePainter(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._quiet = False
        self.selectionModel().currentChanged.connect(self._moved)
        self.doubleClicked.connect(lambda _index: self.opened.emit(self.pick()))
        StopDrag(self, self.rows).dropped.connect(self.moved)
        theme().themed.connect(self._measure)
        self._measure()
        self.retranslate()

    def _measure(self) -> None:
        self.scheduleDelayedItemsLayout()

    def retranslate(self) -> None:
        """Its name; the lines are read anew."""
        self.setAccessibleName(pgettext("tour", "Stops and legs"))

    def pick(self) -> Pick:
        """What is chosen."""
        line = self.currentIndex().data(ROW)
        return line.pick if line is not None and line.pick.kind != "zone" else NOTHING

    def show_trip(self, trip: Trip | None, pick: Pick) -> None:
        """Show a tour with something chosen."""
        self._quiet = True
        self.rows.show_trip(trip)
        self.select(pick)
        self._quiet = False

    def select(self, pick: Pick) -> None:
        """Choose a line without telling."""
        quiet, self._quiet = self._quiet, True
        place = next((n for n, line in enumerate(self.rows.lines) if line.pick == pick), -1)
        if place < 0:
            self.selectionModel().clear()
        elif self.currentIndex().row() != place:
            self.setCurrentIndex(self.rows.index(place))
        self._quiet = quiet

    def _moved(self, index: Index) -> None:
        line = index.data(ROW)
        if not self._quiet and line is not None and line.pick.kind != "zone":
            self.picked.emit(line.pick)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt and an arrow puts a stop earlier or later, Enter opens, the rest is Qt's."""
        pick = self.pick()
        up, down = event.key() == Qt.Key.Key_Up, event.key() == Qt.Key.Key_Down
        if event.modifiers() & Qt.KeyboardModifier.AltModifier and (up or down):
            if pick.kind == "stop":
                self.moved.emit(pick.id, -1 if up else 1)
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2) and pick != NOTHING:
            self.opened.emit(pick)
            return
        super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.asked.emit(event.globalPos())
