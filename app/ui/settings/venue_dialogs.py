"""What is asked of a venue and of a hall."""

from typing import Any

from PySide6.QtCore import QTime
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from app.domain.calendar import DAY
from app.domain.kinds import LANGUAGES
from app.domain.names import FourNames
from app.i18n import formats, labels
from app.i18n.active import _, language, tr
from app.store.programme_rows import HallRow
from app.store.venue_rows import VenueRow
from app.ui import dialogs
from app.ui.theme import theme
from app.ui.widgets.buttons import Button, Kind
from app.ui.widgets.fields import Combo, Field
from app.ui.widgets.safe import SafeLabel
from app.ui.widgets.spinners import NumberField, TimeField

ZONES = ("Asia/Almaty", "Asia/Shanghai", "Asia/Urumqi", "Europe/Moscow", "UTC")
COUNTRIES = ("KZ", "CN", "RU", "KG", "UZ", "HK", "MO")
MOST_SEATS, LONGEST_TURNAROUND = 99_999, 600
HOUR = 60


def clock(minutes: int) -> str:
    """Minutes after midnight of the festival day as a clock shows them: 1,500 is 01:00."""
    hours, rest = divmod(minutes % DAY, HOUR)
    return f"{hours:02}:{rest:02}"


class Names:
    """Four fields for a name, one a language, in the order of the house."""

    def __init__(self, names: FourNames) -> None:
        self.labels = [SafeLabel(tone="text2") for _code in LANGUAGES]
        self.fields = [Field() for _code in LANGUAGES]
        for field, text in zip(self.fields, names, strict=True):
            field.setText(text)
            field.setMinimumWidth(theme().px(300))

    def place(self, grid: QGridLayout, row: int) -> int:
        """Put them into a grid from `row` on; the first row after them."""
        for label, field in zip(self.labels, self.fields, strict=True):
            grid.addWidget(label, row, 0)
            grid.addWidget(field, row, 1, 1, 3)
            row += 1
        return row

    def say(self, what: str) -> None:
        """Name the fields: `what` they are names of, for whoever listens."""
        for code, label, field in zip(LANGUAGES, self.labels, self.fields, strict=True):
            tongue = formats.heading(formats.language_name(language(), code, written=True))
            label.setText(tongue)
            field.setAccessibleName(_("{what}, {language}", what=what, language=tongue))

    def value(self) -> FourNames:
        """What was typed, without spaces around it."""
        return FourNames(*(field.text().strip() for field in self.fields))


class RecordDialog(dialogs.House):
    """The frame of both: fields in a grid, one verb that needs at least one name."""

    def __init__(self, icon: str, names: FourNames, parent: QWidget | None) -> None:
        super().__init__(icon, "accent", parent)
        self.names = Names(names)
        self.grid = QGridLayout()
        self.grid.setHorizontalSpacing(12)
        self.grid.setVerticalSpacing(8)
        self.grid.setColumnStretch(3, 1)
        self.body.addLayout(self.grid)
        self.keep_button = Button()
        self.act_button = Button(kind=Kind.PRIMARY)
        self.keep_button.clicked.connect(self.reject)
        self.act_button.clicked.connect(self.accept)
        self.act_button.setDefault(True)
        self.foot.addWidget(self.keep_button)
        self.foot.addWidget(self.act_button)
        for field in self.names.fields:
            field.textChanged.connect(self._typed)
        self.sentence.hide()
        self._typed()

    def retranslate(self) -> None:
        """Say the buttons."""
        self.setWindowTitle(_("Keruen"))
        self.keep_button.setText(_("Cancel"))
        self.act_button.setText(_("Save"))

    def _typed(self) -> None:
        self.act_button.setEnabled(any(self.names.value()))


class VenueDialog(RecordDialog):
    """A venue: its names, its city, its country and the clock it follows."""

    def __init__(self, venue: VenueRow | None, parent: QWidget | None = None) -> None:
        super().__init__("map-pin", venue.names if venue else FourNames(), parent)
        self._new = venue is None
        self.city = Names(venue.city if venue else FourNames())
        self._name_head, self._city_head = SafeLabel(role="strong"), SafeLabel(role="strong")
        self._country_label, self._zone_label = SafeLabel(tone="text2"), SafeLabel(tone="text2")
        self.country, self.zone = Combo(), Combo()
        self._countries = _with(COUNTRIES, venue.country if venue else "KZ")
        self._zones = _with(ZONES, venue.zone if venue else "Asia/Almaty")
        for combo, codes in ((self.country, self._countries), (self.zone, self._zones)):
            for code in codes:
                combo.addItem(code, code)
        self.country.setCurrentIndex(self._countries.index(venue.country if venue else "KZ"))
        self.zone.setCurrentIndex(self._zones.index(venue.zone if venue else "Asia/Almaty"))
        self.grid.addWidget(self._name_head, 0, 0, 1, 4)
        row = self.names.place(self.grid, 1)
        self.grid.addWidget(self._city_head, row, 0, 1, 4)
        row = self.city.place(self.grid, row + 1)
        for label, combo in ((self._country_label, self.country), (self._zone_label, self.zone)):
            self.grid.addWidget(label, row, 0)
            self.grid.addWidget(combo, row, 1, 1, 3)
            row += 1
        self.retranslate()
        self.names.fields[0].setFocus()

    def facts(self) -> dict[str, Any]:
        """What was entered, as the operations take it."""
        return {
            "names": self.names.value(),
            "city": self.city.value(),
            "country": self.country.currentData(),
            "zone": self.zone.currentData(),
        }

    def retranslate(self) -> None:
        """Say everything again; what was typed stays."""
        super().retranslate()
        self.heading.setText(_("Add a venue") if self._new else _("Correct the venue"))
        self._name_head.setText(_("Name"))
        self._city_head.setText(_("City"))
        self.names.say(_("Name"))
        self.city.say(_("City"))
        self._country_label.setText(_("Country"))
        self._zone_label.setText(_("Clock"))
        self.country.setAccessibleName(_("Country"))
        self.zone.setAccessibleName(_("Clock"))
        for place, code in enumerate(self._countries):
            self.country.setItemText(place, formats.country(language(), code))
        for place, zone in enumerate(self._zones):
            self.zone.setItemText(place, labels.zone(tr(), zone))


class HallDialog(RecordDialog):
    """A hall: its names, seats, hours and turnaround."""

    def __init__(self, venue: VenueRow, hall: HallRow | None, parent: QWidget | None = None) -> None:
        super().__init__("map-pin", hall.names if hall else FourNames(), parent)
        self._venue, self._new = venue, hall is None
        self.seats = NumberField(high=MOST_SEATS)
        self.turnaround = NumberField(high=LONGEST_TURNAROUND)
        self.opens, self.closes = TimeField(), TimeField()
        self.seats.setValue(hall.seats or 0 if hall else 0)
        self.seats.setSpecialValueText("–")
        self.turnaround.setValue(hall.turnaround if hall else 20)
        for field, minutes in (
            (self.opens, hall.opens if hall else 9 * HOUR),
            (self.closes, hall.closes if hall else DAY),
        ):
            field.setTime(QTime(minutes % DAY // HOUR, minutes % HOUR))
        self._labels = {name: SafeLabel(tone="text2") for name in ("seats", "hours", "turnaround")}
        self._dash, self._note = SafeLabel("–"), SafeLabel(role="small", tone="text3")
        row = self.names.place(self.grid, 0)
        hours = QHBoxLayout()
        hours.setSpacing(8)
        for part in (self.opens, self._dash, self.closes, self._note):
            hours.addWidget(part)
        hours.addStretch(1)
        self.grid.addWidget(self._labels["seats"], row, 0)
        self.grid.addWidget(self.seats, row, 1)
        self.grid.addWidget(self._labels["hours"], row + 1, 0)
        self.grid.addLayout(hours, row + 1, 1, 1, 3)
        self.grid.addWidget(self._labels["turnaround"], row + 2, 0)
        self.grid.addWidget(self.turnaround, row + 2, 1)
        for field in (self.opens, self.closes):
            field.timeChanged.connect(self._say_night)
        self.retranslate()
        self.names.fields[0].setFocus()

    def facts(self) -> dict[str, Any]:
        """What was entered, as the operations take it; a hall that closes before it opens closes after midnight."""
        opens, closes = _minutes(self.opens), _minutes(self.closes)
        return {
            "names": self.names.value(),
            "seats": self.seats.value() or None,
            "opens": opens,
            "closes": closes if closes > opens else closes + DAY,
            "turnaround": self.turnaround.value(),
        }

    def retranslate(self) -> None:
        """Say everything again; what was typed stays."""
        super().retranslate()
        self.heading.setText(_("Add a hall") if self._new else _("Correct the hall"))
        venue = self._venue.names.shown(language())
        self.sentence.setText(venue)
        self.sentence.show()
        self.names.say(_("Name"))
        words = {"seats": _("Seats"), "hours": _("Opening hours"), "turnaround": _("Turnaround")}
        for name, text in words.items():
            self._labels[name].setText(text)
        self.seats.setAccessibleName(words["seats"])
        self.turnaround.setAccessibleName(words["turnaround"])
        self.opens.setAccessibleName(_("Opens"))
        self.closes.setAccessibleName(_("Closes"))
        self.turnaround.setSuffix(formats.minutes(language(), 0).removeprefix("0"))
        self._say_night()

    def _say_night(self) -> None:
        self._note.setText(_("after midnight") if _minutes(self.closes) <= _minutes(self.opens) else "")


def _minutes(field: TimeField) -> int:
    return field.time().hour() * HOUR + field.time().minute()


def _with(codes: tuple[str, ...], own: str) -> list[str]:
    """The usual choices, and the one that is set if it is another."""
    return [*codes] if own in codes else [*codes, own]
