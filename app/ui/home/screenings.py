"""The next screenings on Home: hour, poster, title, hall and version, a line each."""

from datetime import date

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.domain.kinds import ScreeningStatus
from app.i18n import formats, labels
from app.i18n.active import _, language, pgettext, tr
from app.store.schedule import Card
from app.ui.gallery import gallery
from app.ui.home.part import RowButton
from app.ui.posters import RATIO, paint_poster
from app.ui.schedule.plan import Plan
from app.ui.theme import theme
from app.ui.widgets.chips import Chip, chip_size, lay_out, paint_chip, spoken
from app.ui.widgets.draw import fitting, width_of
from app.ui.widgets.safe import SafeLabel
from app.ui.widgets.strands import paint_strand
from app.ui.works.wording import chips

DAYS = 2
"""How many festival days with screenings are listed."""


def upcoming(plan: Plan, today: date) -> list[tuple[date, list[Card]]]:
    """The screenings of the next festival days that have any, each day in the order of the clock."""
    live = [card for card in plan.schedule.cards if card.status is not ScreeningStatus.CANCELLED and card.day >= today]
    days = sorted({card.day for card in live})[:DAYS]
    halls = {hall: place for place, hall in enumerate(plan.halls)}
    order = sorted(live, key=lambda card: (card.starts, halls.get(card.hall, 0), card.id))
    return [(day, [card for card in order if card.day == day]) for day in days]


class DayLabel(SafeLabel):
    """The day above its screenings: Thursday 15 October."""

    def __init__(self, day: date, *, first: bool) -> None:
        words = {"weekday": formats.weekday(language(), day), "day": formats.day_month(language(), day)}
        super().__init__(formats.heading(pgettext("home", "{weekday} {day}", **words)), "body", "text2")
        self.setContentsMargins(0, 4 if first else 16, 0, 4)


class ScreeningRow(RowButton):
    """One screening; a click shows it on the schedule."""

    def __init__(self, plan: Plan, card: Card, parent: QWidget | None = None) -> None:
        super().__init__(45, parent)
        self.card = card
        self._time = formats.time(plan.language, card.starts)
        self._title = card.title or pgettext("schedule", "Untitled event")
        self._strand = plan.strand_number(card.strand)
        hall = plan.hall_name(card.hall)
        tentative = card.status is ScreeningStatus.TENTATIVE
        self._place = _("{hall}, tentative", hall=hall) if tentative else hall
        known = plan.schedule.versions
        versions = [known[part.version] for part in card.parts if part.version is not None and part.version in known]
        self._chips: tuple[Chip, ...] = chips(versions)
        status = labels.screening_status(tr(), card.status)
        said = ", ".join(filter(None, (self._time, self._title, hall, status, spoken(self._chips))))
        self.setAccessibleName(said)
        gallery().arrived.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        self.paint_ground(painter)
        px = theme().px
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setFont(theme().font("row_title", tabular=True))
        painter.setPen(theme().color("text"))
        painter.drawText(QRect(0, 0, px(52), self.height() - 1), middle, self._time)
        self._paint_poster(painter)
        left = px(92)
        room = self.width() - left - self._paint_chips(painter, self.width() - left - px(120))
        self._paint_title(painter, QRect(left, px(5), room, px(18)))
        x = left
        if self._strand >= 0:
            paint_strand(painter, QRectF(x, px(28), px(8), px(8)), self._strand)
            x += px(14)
        font = theme().font("small")
        painter.setFont(font)
        painter.setPen(theme().color("text2"))
        line = QRect(x, px(22), room - (x - left), px(19))
        painter.drawText(line, middle, fitting(font, self._place, line.width()))

    def _paint_poster(self, painter: QPainter) -> None:
        px = theme().px
        width = px(22)
        tall = round(width * RATIO)
        spot = QRectF(px(56), (self.height() - tall) // 2, width, tall)
        if self.card.works:
            paint_poster(painter, spot, self.card.works[0])

    def _paint_chips(self, painter: QPainter, most: int) -> int:
        """Draw the chips at the right end in one line; the room they take with the gap before them."""
        if not self._chips or most < chip_size(self._chips[0]).width():
            return 0
        placed = lay_out(self._chips, most, lines=1)
        wide = placed[-1].rect.right() + 1
        top = (self.height() - placed[0].rect.height()) // 2
        for one in placed:
            paint_chip(painter, QRectF(one.rect.translated(self.width() - wide, top)), one)
        return wide + theme().px(12)

    def _paint_title(self, painter: QPainter, line: QRect) -> None:
        font, second = theme().font("strong"), theme().font("body")
        middle = Qt.AlignmentFlag.AlignVCenter
        title = fitting(font, self._title, line.width())
        painter.setFont(font)
        painter.setPen(theme().color("text"))
        painter.drawText(line, middle, title)
        used = width_of(font, title) + theme().px(8)
        if self.card.second and line.width() - used > theme().px(36):
            painter.setFont(second)
            painter.setPen(theme().color("text2"))
            rest = line.adjusted(used, 0, 0, 0)
            painter.drawText(rest, middle, fitting(second, self.card.second, rest.width()))
