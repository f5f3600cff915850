"""The first and the last day of a programme, and how many of its screenings lie outside of them."""

from collections.abc import Sequence
from datetime import date, datetime

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.calendar import festival_day
from app.i18n.active import _, language, ngettext
from app.ui import dialogs
from app.ui.dialogs import Question
from app.ui.translated import Translated
from app.ui.widgets.message import InlineMessage, Level
from app.ui.widgets.safe import SafeLabel
from app.ui.widgets.spinners import DateField
from app.words import N_, counted, phrase

ORDERS = {"kk": "dd.MM.yyyy", "zh": "yyyy-MM-dd", "ru": "dd.MM.yyyy", "en": "dd/MM/yyyy"}
STAYS = N_("Nothing is lost: what lies outside stays on the schedule, and the check names it until it is moved.")


class DaysField(Translated, QWidget):
    """Two days. What screenings they leave out is said below, and asked about before it is done."""

    def __init__(self, first: date, last: date, day_start: int, times: Sequence[datetime] = ()) -> None:
        super().__init__()
        self._times, self._day_start = times, day_start
        self.first, self.last = DateField(), DateField()
        self.outside = InlineMessage()
        self.outside.hide()
        self.first.setDate(QDate(first.year, first.month, first.day))
        self.last.setDate(QDate(last.year, last.month, last.day))
        self._before = self.left_out()
        both = QHBoxLayout()
        both.setSpacing(8)
        both.addWidget(self.first, 1)
        both.addWidget(SafeLabel("–", tone="text2"))
        both.addWidget(self.last, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(both)
        column.addWidget(self.outside)
        self.first.dateChanged.connect(self._first_moved)
        self.last.dateChanged.connect(self._tell)
        self.retranslate()

    def retranslate(self) -> None:
        """Say the words again."""
        self.first.setAccessibleName(_("First day"))
        self.last.setAccessibleName(_("Last day"))
        for field in (self.first, self.last):
            field.set_order(ORDERS[language()])
        self._tell()

    def days(self) -> tuple[date, date]:
        """The days that were filled in."""
        first, last = (date(*field.date().getDate()) for field in (self.first, self.last))
        return first, last

    def begin_at(self, day_start: int) -> None:
        """Days begin at another minute after midnight: a late show may belong to another one."""
        self._day_start = day_start
        self._tell()

    def left_out(self) -> int:
        """How many screenings lie on no day of the programme; none while the days are no days."""
        first, last = self.days()
        if last < first:
            return 0
        return sum(not first <= festival_day(time, self._day_start) <= last for time in self._times)

    def agreed(self) -> bool:
        """Whether more screenings than now may be left outside, when there are any."""
        count = self.left_out()
        if count <= self._before:
            return True
        told = counted("{n} screening lies outside these days", "{n} screenings lie outside these days", count)
        back = phrase(N_("Back to the form"))
        return dialogs.ask(self.window(), Question(told, phrase(STAYS), phrase(N_("Save")), back, "triangle-alert"))

    def _tell(self, *_day: object) -> None:
        count = self.left_out()
        said = ngettext("{n} screening lies outside these days", "{n} screenings lie outside these days", count)
        self.outside.tell(Level.WARNING, said)
        self.outside.setVisible(bool(count))

    def _first_moved(self, day: QDate) -> None:
        if self.last.date() < day:
            self.last.setDate(day)
        self._tell()
