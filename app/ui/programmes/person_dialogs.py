"""What is asked of a stay in town and of a shift on duty."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import Any, ClassVar, NamedTuple

from PySide6.QtCore import QTime
from PySide6.QtWidgets import QWidget

from app.domain.calendar import utc_of, wall_of
from app.domain.names import FourNames
from app.errors import UserError
from app.i18n import formats
from app.i18n.active import _, language
from app.operations import people_at_shows
from app.store.schedule_people import ShiftRow, StayRow
from app.ui.programmes.person_field import NOBODY, PersonField
from app.ui.settings.day_dialog import DAY_MISSING
from app.ui.settings.facts_dialog import Facts, FactsDialog, Misread, dash
from app.ui.theme import theme
from app.ui.widgets.fields import Combo, Field
from app.ui.widgets.spinners import TimeField
from app.ui.works.agent_field import Suggest
from app.ui.works.form_parts import read_day, write_day

DATE_WIDE = 130


class Place(NamedTuple):
    """A town of a tour, a venue, or a hall of one (`hall`), with the zone of its clocks."""

    id: int
    names: FourNames
    zone: str
    hall: int | None = None
    around: FourNames = FourNames()

    def words(self) -> str:
        """Hall 1 · Keruen."""
        return " · ".join(filter(None, (self.names.shown(language()), self.around.shown(language()))))


class Moment(NamedTuple):
    """A day and an hour to be typed."""

    day: Field
    hour: TimeField

    def show(self, moment: datetime | None, zone: str, hour: int) -> None:
        """Show a moment on the clocks of a zone; `hour` where there is none."""
        self.day.setFixedWidth(theme().px(DATE_WIDE))
        wall = wall_of(moment, zone) if moment else None
        self.day.show_value(write_day(wall.date()) if wall else "")
        self.hour.setTime(QTime(wall.hour, wall.minute) if wall else QTime(hour, 0))

    def at(self, day: date, zone: str) -> datetime:
        """The moment on a day at the hour that is shown."""
        return utc_of(datetime.combine(day, time(self.hour.time().hour(), self.hour.time().minute())), zone)


def _wrong(facts: Facts) -> UserError | None:
    first, last = facts["arrives"], facts["leaves"]
    return UserError(people_at_shows.STAY_WRONG) if first and last and last <= first else None


class StayDialog(FactsDialog):
    """When somebody is in town; on a tour in which."""

    blames: ClassVar[dict[str, str]] = {people_at_shows.STAY_WRONG: "leaves"}

    def __init__(  # noqa: PLR0913, PLR0917 - who, where, when
        self, suggest: Suggest, zone: str, stops: Sequence[Place], stay: StayRow | None = None, name: str = "",
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(_wrong, parent)
        self._zone, self._stops, self._stay = zone, stops, stay
        self.person = PersonField(suggest, stay.agent if stay else 0, name)
        self.person.setEnabled(stay is None)
        self.stop, self.note = Combo(), Field()
        self.stop.addItem("", None)
        for place in stops:
            self.stop.addItem("", place.id)
        self.stop.setCurrentIndex(max(0, self.stop.findData(stay.stop) if stay and stay.stop else 0))
        self.arrives, self.leaves = Moment(Field(), TimeField()), Moment(Field(), TimeField())
        self.arrives.show(stay.arrives if stay else None, self.zone, 12)
        self.leaves.show(stay.leaves if stay else None, self.zone, 12)
        self.note.show_value(stay.note if stay else "")
        self.add("person", self.person)
        self.add("stop", self.stop)
        self.add("arrives", *self.arrives)
        self.add("leaves", *self.leaves)
        self.add("note", self.note)
        self.show_row("stop", shown=bool(stops))
        self.setMinimumWidth(theme().px(520))
        self.retranslate()
        (self.arrives.day if stay else self.person).setFocus()

    @property
    def zone(self) -> str:
        """Whose clocks are typed: those of the town, else of the programme."""
        return next((place.zone for place in self._stops if place.id == self.stop.currentData()), self._zone)

    def facts(self) -> Facts:
        """What was filled in: agent, name of somebody new, arrives, leaves, stop_id, note."""
        agent, name = self.person.who()
        if not agent and not name:
            raise Misread("person", UserError(NOBODY))
        found: Facts = {"agent": agent, "name": name, "stop_id": self.stop.currentData(), "note": self.note.text()}
        for row, moment in (("arrives", self.arrives), ("leaves", self.leaves)):
            day = self.read_from(row, moment.day, read_day)
            found[row] = moment.at(day, self.zone) if day else None
        return found

    def retranslate(self) -> None:
        """Say the words again."""
        super().retranslate()
        self.heading.setText(_("Edit the stay") if self._stay else _("Add a stay"))
        self.act_button.setText(_("Save") if self._stay else _("Add"))
        words = (_("Person"), _("Town"), _("Arrives"), _("Leaves"), _("Note"))
        self.name_rows(*words)
        for part, word in zip((self.person, self.stop, self.arrives.day, self.leaves.day, self.note), words,
                              strict=True):  # fmt: skip
            part.setAccessibleName(word)
        self.arrives.hour.setAccessibleName(_("Arrival time"))
        self.leaves.hour.setAccessibleName(_("Departure time"))
        for moment in (self.arrives, self.leaves):
            moment.day.setPlaceholderText(_("any day"))
        self.stop.setItemText(0, _("Everywhere on the tour"))
        for place, town in enumerate(self._stops, 1):
            self.stop.setItemText(place, town.words())


class ShiftDialog(FactsDialog):
    """Where and when somebody is on duty; what ends before it begins ends on the next day."""

    def __init__(  # noqa: PLR0913, PLR0917 - who, where, when
        self, suggest: Suggest, places: Sequence[Place], day: date, shift: ShiftRow | None = None, name: str = "",
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent=parent)
        self._places, self._shift = places, shift
        self.person = PersonField(suggest, shift.agent if shift else 0, name)
        self.place, self.begins, self.ends = Combo(), Moment(Field(), TimeField()), TimeField()
        for _place in places:
            self.place.addItem("")
        if shift is not None:
            own = [place.hall == shift.hall and place.id == shift.venue for place in places]
            self.place.setCurrentIndex(own.index(True) if True in own else 0)
        self.begins.show(shift.starts if shift else None, self.where.zone, 10)
        if shift is None:
            self.begins.day.show_value(write_day(day))
        ends = wall_of(shift.ends, self.where.zone) if shift else None
        self.ends.setTime(QTime(ends.hour, ends.minute) if ends else QTime(18, 0))
        self.add("person", self.person)
        self.add("place", self.place)
        self.add("hours", *self.begins, dash(), self.ends)
        self.setMinimumWidth(theme().px(520))
        self.retranslate()
        (self.begins.day if shift else self.person).setFocus()

    @property
    def where(self) -> Place:
        """The venue or hall that is chosen."""
        return self._places[max(self.place.currentIndex(), 0)]

    def facts(self) -> Facts:
        """What was filled in: agent, name of somebody new, venue, hall, starts, ends."""
        agent, name = self.person.who()
        if not agent and not name:
            raise Misread("person", UserError(NOBODY))
        day = self.read_from("hours", self.begins.day, read_day)
        if day is None:
            raise Misread("hours", UserError(DAY_MISSING))
        starts = self.begins.at(day, self.where.zone)
        late = self.ends.time() <= self.begins.hour.time()
        ends = Moment(self.begins.day, self.ends).at(day + timedelta(days=int(late)), self.where.zone)
        found: dict[str, Any] = {"agent": agent, "name": name, "venue": self.where.id, "hall": self.where.hall}
        return found | {"starts": starts, "ends": ends}

    def retranslate(self) -> None:
        """Say the words again."""
        super().retranslate()
        self.heading.setText(_("Edit the shift") if self._shift else _("Add a shift"))
        self.act_button.setText(_("Save") if self._shift else _("Add"))
        words = (_("Person"), _("Where"), _("When"))
        self.name_rows(*words)
        for part, word in zip((self.person, self.place, self.begins.day), (*words[:2], _("Day")), strict=True):
            part.setAccessibleName(word)
        self.begins.day.setPlaceholderText(formats.date_numeric(language(), date(2027, 12, 31)))
        self.begins.hour.setAccessibleName(_("From"))
        self.ends.setAccessibleName(_("Until"))
        for number, place in enumerate(self._places):
            self.place.setItemText(number, place.words())
