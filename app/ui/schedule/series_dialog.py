"""The form for a series: an event again every so many days or weeks, with what stands against each date."""

from datetime import date, timedelta

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.domain.screenings import Slot
from app.i18n import formats
from app.i18n.active import _, language, ngettext
from app.store.schedule import Card
from app.ui.schedule.drag import renumbered
from app.ui.schedule.forms import FormDialog
from app.ui.schedule.imagining import Fit, imagine_each
from app.ui.schedule.plan import TWIN, Plan
from app.ui.schedule.preview import Line, Preview
from app.ui.widgets.fields import Combo
from app.ui.widgets.spinners import DateField, NumberField

MOST = 60
WEEK = 7
USUAL = 4
"""Shows of a weekly series, until somebody says otherwise."""


class SeriesDialog(FormDialog):
    """Asks how often and until when."""

    def __init__(self, plan: Plan, card: Card, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plan, self._card = plan, card
        self._slots: dict[date, Slot] = {}
        self.every = NumberField(low=1, high=31)
        self.unit, self.until = Combo(), Combo()
        self.times, self.last = NumberField(low=1, high=MOST), DateField()
        for key in ("weeks", "days"):
            self.unit.addItem("", key)
        for key in ("times", "day"):
            self.until.addItem("", key)
        self.every.setValue(1)
        self._begin(plan, card)
        self.preview = Preview()
        self.add_row(_side_by_side(self.every, self.unit))
        self.add_row(_side_by_side(self.until, self.times, self.last))
        self.add_row(self.preview)
        for editor in (self.every, self.times):
            editor.valueChanged.connect(self._renew)
        self.last.dateChanged.connect(self._renew)
        self.unit.currentIndexChanged.connect(self._renew)
        self.until.currentIndexChanged.connect(self._renew)
        self.preview.changed.connect(self._count)
        self.retranslate()
        self.every.setFocus()

    def _begin(self, plan: Plan, card: Card) -> None:
        """Weekly at first; daily up to the end where the programme does not play a week later."""
        weekly = card.day + timedelta(days=WEEK) in plan.days
        left = sum(day > card.day for day in plan.days)
        self.unit.setCurrentIndex(0 if weekly else 1)
        self.times.setValue(USUAL if weekly else max(left, 1))
        ends = card.day + timedelta(weeks=USUAL) if weekly else plan.days[-1]
        self.last.setDate(QDate(ends.year, ends.month, ends.day))

    def retranslate(self) -> None:
        """Say the words again."""
        super().retranslate()
        self.heading.setText(_("Regular screenings of “{title}”", title=self._card.title))
        words = (_("Every"), _("Ends"), _("Dates"))
        self.name_rows(*words)
        self.every.setAccessibleName(words[0])
        self.unit.setAccessibleName(_("Days or weeks"))
        self.until.setAccessibleName(words[1])
        self.times.setAccessibleName(_("Number of shows"))
        self.last.setAccessibleName(_("Last day"))
        for place, text in enumerate((_("after a number of shows"), _("on a day"))):
            self.until.setItemText(place, text)
        self._renew()

    def dates(self) -> list[date]:
        """The days of the series, the event's own left aside."""
        step = timedelta(days=self.every.value() * (WEEK if self.unit.currentData() == "weeks" else 1))
        if self.until.currentData() == "times":
            count = self.times.value()
        else:
            last = self.last.date().toPython()
            assert isinstance(last, date)
            count = max(0, (last - self._card.day) // step)
        return [self._card.day + step * n for n in range(1, min(count, MOST) + 1)]

    def _renew(self) -> None:
        """Work the dates out again."""
        n = self.every.value()
        self.unit.setItemText(0, ngettext("week", "weeks", n))
        self.unit.setItemText(1, ngettext("day", "days", n))
        by_number = self.until.currentData() == "times"
        self.times.setVisible(by_number)
        self.last.setVisible(not by_number)
        plan, card = self._plan, self._card
        own = plan.board.slot(card.id)
        minute, lead = plan.minute_of_day(own.body_start, card.day, card.hall), own.body_start - own.start
        dates = self.dates()
        slots = [
            renumbered(own.at(card.hall, plan.minute(day, minute, card.hall) - lead), TWIN - place)
            for place, day in enumerate(dates)
        ]
        for slot in slots:
            plan.call(slot.id, card.title)
        self._slots = dict(zip(dates, slots, strict=True))
        reader, at = language(), formats.time(language(), card.starts)
        lines = []
        for day, found in zip(dates, imagine_each(plan, slots), strict=True):
            words = _("{day}, {time}", day=formats.day_label(reader, day), time=at)
            if day in plan.days:
                lines.append(Line(day, words, found.fit, found.words))
            else:
                lines.append(Line(day, words, Fit.REFUSED, _("The programme does not run on this day.")))
        self.preview.show_lines(lines)
        self._count()

    def _count(self) -> None:
        n = len(self.preview.ticked())
        self.act_button.setText(ngettext("Add {n} show", "Add {n} shows", n))
        self.act_button.setEnabled(n > 0)

    def asked(self) -> list[Slot]:
        """The event on each day that is wanted."""
        wanted = set(self.preview.ticked())
        return [slot for day, slot in self._slots.items() if day in wanted]


def _side_by_side(*parts: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    for part in parts:
        row.addWidget(part)
    row.addStretch(1)
    return row
