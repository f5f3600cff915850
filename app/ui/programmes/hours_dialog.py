"""When the halls of a programme are open on single days: rented hours, days on which a hall is closed."""

from collections.abc import Sequence
from datetime import date
from functools import partial
from itertools import pairwise

from PySide6.QtCore import QTime
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QWidget

from app.domain.calendar import DAY
from app.errors import UserError
from app.i18n import formats
from app.i18n.active import _, language
from app.operations import hall_hours
from app.store.programme_rows import HallRow, ProgrammeRow
from app.store.schedule_halls import HoursRow, days_of, hours_rows
from app.ui import dialogs
from app.ui.insisting import fulfil
from app.ui.settings.deeds import Deeds
from app.ui.settings.facts_dialog import Facts, FactsDialog, dash
from app.ui.settings.venue_dialogs import clock
from app.ui.theme import theme
from app.ui.widgets.buttons import Button, Kind
from app.ui.widgets.choice import CheckBox
from app.ui.widgets.fields import Combo
from app.ui.widgets.record_table import Cell, RecordTable, Row
from app.ui.widgets.safe import SafeLabel
from app.ui.widgets.spinners import TimeField
from app.words import N_, phrase

WIDE, SHOWN, HOUR = 620, 10, 60
Span = tuple[int, int]


def span_words(opens: int, closes: int) -> str:
    """10:00–01:00."""
    return f"{clock(opens)}–{clock(closes)}"


def _overlap(facts: Facts) -> UserError | None:
    spans: list[Span] = sorted(facts["spans"])
    late = any(later[0] < earlier[1] for earlier, later in pairwise(spans))
    return UserError(hall_hours.OVERLAP) if late else None


class SpansDialog(FactsDialog):
    """The hours of the chosen days: one span, or two with a gap between them."""

    def __init__(self, spans: Sequence[Span], parent: QWidget | None = None) -> None:
        super().__init__(_overlap, parent)
        self.fields = [(TimeField(), TimeField()) for _n in range(2)]
        self.again = CheckBox()
        self.again.setChecked(len(spans) > 1)
        for (opens, closes), span in zip(self.fields, (*spans, (18 * HOUR, DAY)), strict=False):
            for field, minute in zip((opens, closes), span, strict=True):
                field.setTime(QTime(minute % DAY // HOUR, minute % HOUR))
        for name, (opens, closes) in zip(("first", "second"), self.fields, strict=True):
            self.add(name, *((self.again,) if name == "second" else ()), opens, dash(), closes)
        self.again.toggled.connect(self._switch)
        self._switch(self.again.isChecked())
        self.setMinimumWidth(theme().px(440))
        self.retranslate()

    def _switch(self, on: bool) -> None:  # noqa: FBT001 - Qt's signal
        for field in self.fields[1]:
            field.setEnabled(on)

    def facts(self) -> Facts:
        """The spans in minutes after midnight; what closes before it opens closes after midnight."""
        spans = []
        for opens, closes in self.fields[: 2 if self.again.isChecked() else 1]:
            first, last = (field.time().hour() * HOUR + field.time().minute() for field in (opens, closes))
            spans.append((first, last if last > first else last + DAY))
        return {"spans": spans}

    def retranslate(self) -> None:
        """Say the words again."""
        super().retranslate()
        self.heading.setText(_("Open on these days"))
        self.act_button.setText(_("Save"))
        self.name_rows(_("Hours"), "")
        self.again.setText(_("and again"))
        for opens, closes in self.fields:
            opens.setAccessibleName(_("Opens"))
            closes.setAccessibleName(_("Closes"))


class HoursDialog(dialogs.House):
    """A hall, its days, and what can be done with the chosen days; every change is one step."""

    def __init__(self, deeds: Deeds, programme: ProgrammeRow, halls: Sequence[HallRow], parent: QWidget) -> None:
        super().__init__("clock", "accent", parent)
        self._programme, self._halls = programme, list(halls)
        self._deeds = Deeds(deeds.workspace, deeds.shell, self)
        self._deeds.done.connect(self.reload)
        self.days = days_of(programme.first_day, programme.last_day)
        self._rows: dict[date, list[HoursRow]] = {}
        self._label, self.hall = SafeLabel(tone="text2"), Combo()
        self.table = RecordTable((1,), wide=WIDE - 90, most=SHOWN)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.other, self.closed, self.usual = Button(icon="pencil"), Button(icon="ban"), Button(icon="undo-2")
        self.close_button = Button(kind=Kind.PRIMARY)
        top, row = QHBoxLayout(), QHBoxLayout()
        for line, parts in ((top, (self._label, self.hall)), (row, (self.other, self.closed, self.usual))):
            line.setSpacing(8)
            for part in parts:
                line.addWidget(part)
            line.addStretch(1)
        self.body.addLayout(top)
        self.body.addWidget(self.table)
        self.body.addLayout(row)
        self.foot.addWidget(self.close_button)
        for hall in self._halls:
            self.hall.addItem("", hall.id)
        self.hall.activated.connect(lambda _n: self.reload())
        self.table.opened.connect(lambda _key: self.ask_other())
        self.other.clicked.connect(self.ask_other)
        self.closed.clicked.connect(
            lambda: self._set((), N_("Close “{hall}” on particular days"), _("Closed on these days"))
        )
        self.usual.clicked.connect(self.as_usual)
        self.close_button.clicked.connect(self.accept)
        for button in (self.other, self.closed, self.usual, self.close_button):
            button.setAutoDefault(False)
        self.setMinimumWidth(theme().px(WIDE))
        self.retranslate()
        self.table.setFocus()

    @property
    def shown(self) -> HallRow:
        """The hall whose days are shown."""
        return self._halls[max(self.hall.currentIndex(), 0)]

    def chosen(self) -> list[date]:
        """The chosen days."""
        return [self.days[key - 1] for key in self.table.keys]

    def reload(self) -> None:
        """Read the hours of the hall again."""
        self._rows = {}
        for row in self._deeds.read(hours_rows, self._programme.id):
            if row.hall == self.shown.id:
                self._rows.setdefault(row.day, []).append(row)
        self.table.show_rows([self._row(place, day) for place, day in enumerate(self.days, 1)])

    def spans(self, day: date) -> list[Span]:
        """When the hall is open on a day."""
        if day not in self._rows:
            return [(self.shown.opens, self.shown.closes)]
        return [(row.opens, row.closes) for row in self._rows[day] if not row.closed]

    def _row(self, place: int, day: date) -> Row:
        spans, own = self.spans(day), day in self._rows
        words = formats.date_and_weekday(language(), day)
        hours = formats.listing(language(), [span_words(*span) for span in spans]) if spans else _("closed")
        return Row(place, (
            Cell(words), Cell(hours, "" if spans else "ban", "text" if own else "text2"),
            Cell(_("on this day") if own else _("as usual"), tone="text" if own else "text3"),
        ))  # fmt: skip

    def retranslate(self) -> None:
        """Say the words again."""
        self.setWindowTitle(_("Keruen"))
        self.heading.setText(_("Hours on particular days"))
        self.sentence.setText(self._programme.names.shown(language()))
        self._label.setText(_("Hall"))
        self.hall.setAccessibleName(_("Hall"))
        for place, hall in enumerate(self._halls):
            self.hall.setItemText(place, f"{hall.names.shown(language())} · {hall.venue_names.shown(language())}")
        self.table.setAccessibleName(_("Days"))
        self.table.set_heads(_("Day"), _("Opening hours"), "")
        self.other.setText(_("Other hours…"))
        self.closed.setText(_("Closed"))
        self.usual.setText(_("Use default"))
        self.close_button.setText(_("Close"))
        self.reload()

    def ask_other(self) -> None:
        """Ask for the hours of the chosen days."""
        days = self.chosen()
        if not days:
            return
        dialog = SpansDialog(self.spans(days[0]) or [(self.shown.opens, self.shown.closes)], self)
        words, said = N_("Change the hours of “{hall}” on particular days"), _("Hours changed")
        fulfil(self._deeds.workspace, dialog, lambda: self._set(dialog.facts()["spans"], words, said))

    def _set(self, spans: Sequence[Span], label: str, said: str) -> None:
        days, hall = self.chosen(), self.shown
        name = phrase(label, hall=hall.names.shown(language()))
        self._deeds.do(
            name, said, lambda session: hall_hours.set_days(session, self._programme.id, hall.id, days, spans)
        )

    def as_usual(self) -> None:
        """Let the hall be open as usual on the chosen days."""
        days, hall = self.chosen(), self.shown
        label = phrase(N_("Usual hours for “{hall}”"), hall=hall.names.shown(language()))
        self._deeds.do(label, _("Open as usual"), lambda session: [
            one() for one in (partial(hall_hours.as_usual, session, self._programme.id, hall.id, day) for day in days)
        ])  # fmt: skip
