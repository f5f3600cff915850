"""What stands above a tour: title, which tour, whose clocks, route sheet, add stop; and the legend below."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.i18n import formats
from app.i18n.active import _, language, pgettext
from app.store.programme_rows import ProgrammeRow
from app.ui.icons import paint_icon
from app.ui.programme_switch import ProgrammeSwitch
from app.ui.theme import theme
from app.ui.tours.trip import LOCAL, Trip
from app.ui.translated import Translated
from app.ui.widgets.buttons import Button, Kind
from app.ui.widgets.draw import rounded, width_of
from app.ui.widgets.lines import Panel
from app.ui.widgets.menus import give_icon
from app.ui.widgets.safe import SafeLabel
from app.ui.widgets.segmented import Segmented

TALL, LEGEND = 48, 31


class Toolbar(Translated, Panel):
    """The bar above. `begun` asks for one more tour: that stands below those there are."""

    begun = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("surface", parent)
        self.title = SafeLabel(role="title")
        self.switch = ProgrammeSwitch()
        self.clocks = Segmented()
        self.sheet = Button(icon="printer")
        self.add = Button(icon="plus", kind=Kind.PRIMARY)
        self._labels: tuple[str, ...] = ()
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 12, 0)
        row.setSpacing(10)
        row.addWidget(self.title)
        row.addWidget(self.switch)
        row.addStretch(1)
        for part in (self.clocks, self.sheet, self.add):
            row.addWidget(part)
        theme().themed.connect(self._measure)
        self._measure()
        self.retranslate()

    def _measure(self) -> None:
        self.setFixedHeight(theme().px(TALL))

    def retranslate(self) -> None:
        """Say the words again."""
        self.title.setText(pgettext("nav", "Tours"))
        self.sheet.setText(_("Route sheet"))
        self.add.setText(_("Add stop"))
        self.clocks.setAccessibleName(_("Times shown in"))
        self._offer()

    def show_tours(self, rows: Sequence[ProgrammeRow], current: int | None) -> None:
        """List the tours, and that another can be begun."""
        self.switch.show_programmes(rows, current)
        menu = self.switch.menu()
        menu.addSeparator()
        give_icon(action := menu.addAction(_("New tour…")), "plus")
        action.triggered.connect(lambda _on=False: self.begun.emit())

    def show_trip(self, trip: Trip | None, clock: str) -> None:
        """Offer the clocks of this tour."""
        self._labels = tuple(trip.clocks) if trip is not None else ()
        self._offer()
        self.clocks.set_current(clock)
        self.clocks.setVisible(len(self._labels) > 1)
        self.sheet.setEnabled(trip is not None and bool(trip.tour.stops))

    def _offer(self) -> None:
        self.clocks.set_options([(LOCAL, _("Local times")), *((label, label) for label in self._labels)])


class Legend(Translated, QWidget):
    """What the signs on the board of copies mean."""

    def __init__(self) -> None:
        super().__init__()
        self._items: list[tuple[str, str]] = []
        theme().themed.connect(self._measure)
        self._measure()
        self.retranslate()

    def _measure(self) -> None:
        self.setFixedHeight(theme().px(LEGEND))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(300, theme().px(LEGEND))

    def retranslate(self) -> None:
        """Say the words again."""
        self._items = [
            ("box", _("at a venue")), ("line", _("on the way")), ("stamp", _("customs")), ("dot", _("day with a show")),
            ("late", _("arrives too late")),
        ]  # fmt: skip
        self.setAccessibleName(formats.commas(language(), [words for _sign, words in self._items]))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours, px = theme(), theme().px
        painter.fillRect(self.rect(), colours.color("surface"))
        painter.fillRect(QRectF(0, 0, self.width(), 1), colours.color("line2"))
        font = colours.font("small")
        painter.setFont(font)
        left, middle = float(px(16)), self.height() / 2
        for sign, words in self._items:
            wide = px(20)
            self._sign(painter, sign, QRectF(left, middle - px(7), wide, px(14)))
            painter.setPen(colours.color("text2"))
            room = QRectF(left + wide + px(7), 0, width_of(font, words) + 2, self.height())
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, words)
            left = room.right() + px(18)

    @staticmethod
    def _sign(painter: QPainter, sign: str, rect: QRectF) -> None:
        colours, px = theme(), theme().px
        match sign:
            case "box":
                rounded(
                    painter, rect.adjusted(1, 2, -1, -2), 3, colours.color("accentTint"), colours.color("accentLine")
                )
            case "line":
                painter.setPen(QPen(colours.color("text2"), 1.5))
                painter.drawLine(QPointF(rect.left(), rect.center().y()), QPointF(rect.right(), rect.center().y()))
            case "stamp":
                paint_icon(painter, QRectF(rect.left() + 3, rect.top(), px(14), px(14)), "stamp", "amber")
            case "dot":
                for place, (tone, radius) in enumerate((("accent", 3.0), ("amber", 1.0))):
                    spot = QRectF(rect.left() + 3 + place * px(9), rect.center().y() - 3, 6, 6)
                    rounded(painter, spot, radius, colours.color(tone))
            case _:
                rounded(painter, rect.adjusted(1, 2, -1, -2), 3, colours.color("surface"),
                        QPen(colours.color("redFill"), 2))  # fmt: skip
