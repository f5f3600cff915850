"""The form for an event that is no film: a talk, a meeting, a break."""

from datetime import date, datetime, timedelta
from typing import NamedTuple

from PySide6.QtCore import QTime
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.domain.kinds import PartKind
from app.domain.names import FourNames
from app.i18n import formats
from app.i18n.active import _, language
from app.operations.screenings import PartSpec
from app.operations.venues import NAME_MISSING
from app.store.schedule import Card
from app.ui.schedule.forms import FormDialog, FourNamesField
from app.ui.schedule.plan import Plan, midnight
from app.ui.widgets.fields import Combo
from app.ui.widgets.spinners import NumberField, TimeField

USUAL_LENGTH = 60


class Event(NamedTuple):
    """What the form asks for; `starts` is naive wall time."""

    names: FourNames
    parts: tuple[PartSpec, ...]
    hall: int
    starts: datetime
    strand: int | None


class EventDialog(FormDialog):
    """Adds an event, or corrects `card`."""

    def __init__(self, plan: Plan, card: Card | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plan = plan
        self._card = card
        self.names = FourNamesField()
        self.day, self.hall, self.strand = Combo(), Combo(), Combo()
        self.time = TimeField()
        self.length = NumberField(low=5, high=1440)
        self.length.setSingleStep(5)
        starts = QHBoxLayout()
        starts.setSpacing(8)
        starts.addWidget(self.day, 1)
        starts.addWidget(self.time)
        for row in (self.names, self.hall, starts, self.length, self.strand):
            self.add_row(row)
        for hall in plan.schedule.halls:
            self.hall.addItem(plan.hall_name(hall.id), hall.id)
        self.strand.addItem("–", None)
        for strand in plan.schedule.strands:
            self.strand.addItem(plan.strand_name(strand.id), strand.id)
        for day in plan.days:
            self.day.addItem("", day)
        self.time.setTime(QTime(12, 0))
        self.length.setValue(USUAL_LENGTH)
        if card is not None:
            self._show(card)
        self.retranslate()
        self.names.first().setFocus()

    def start_at(self, day: date, hall: int, minute: int) -> None:
        """Propose a place: where the board was clicked, or what is free."""
        self.day.setCurrentIndex(self._plan.days.index(day))
        self.hall.setCurrentIndex(max(0, self.hall.findData(hall)))
        self.time.setTime(QTime(minute // 60 % 24, minute % 60))

    def _show(self, card: Card) -> None:
        self.names.show_names(card.names)
        self.hall.setCurrentIndex(self.hall.findData(card.hall))
        self.strand.setCurrentIndex(max(0, self.strand.findData(card.strand)))
        self.day.setCurrentIndex(self._plan.days.index(card.day))
        self.time.setTime(QTime(card.starts.hour, card.starts.minute))
        self.length.setValue(next((part.minutes for part in card.parts if part.kind is PartKind.TALK), USUAL_LENGTH))

    def retranslate(self) -> None:
        """Say the words again."""
        super().retranslate()
        self.heading.setText(_("Edit the event") if self._card else _("Add an event"))
        self.act_button.setText(_("Save") if self._card else _("Add"))
        words = (_("Name"), _("Hall"), _("Starts"), _("Length"), _("Strand"))
        self.name_rows(*words)
        self.names.name(words[0])
        for editor, name in (
            (self.hall, words[1]),
            (self.time, words[2]),
            (self.length, words[3]),
            (self.strand, words[4]),
        ):
            editor.setAccessibleName(name)
        self.day.setAccessibleName(_("Day"))
        self.length.setSuffix(_(" min"))
        for place, day in enumerate(self._plan.days):
            self.day.setItemText(place, formats.day_label(language(), day))

    def accept(self) -> None:
        """Let it go only with a name."""
        if any(self.names.names()):
            super().accept()
        else:
            self.refuse(_(NAME_MISSING))

    def event_asked(self) -> Event:
        """What was filled in."""
        day: date = self._plan.days[self.day.currentIndex()]
        minute = self.time.time().hour() * 60 + self.time.time().minute()
        if minute < self._plan.schedule.programme.day_start:
            minute += 24 * 60
        starts = midnight(day) + timedelta(minutes=minute)
        parts = tuple(self._parts())
        return Event(self.names.names(), parts, self.hall.currentData(), starts, self.strand.currentData())

    def _parts(self) -> list[PartSpec]:
        length = self.length.value()
        if self._card is None:
            return [PartSpec(PartKind.TALK, length)]
        return [
            PartSpec(
                part.kind,
                length if part.kind is PartKind.TALK else part.minutes,
                part.work,
                part.version,
                part.copy,
                part.id,
            )
            for part in self._card.parts
        ]
