"""What is asked of a venue, and the frame it shares with a hall."""

from typing import Any

from PySide6.QtWidgets import QGridLayout, QWidget

from app.domain.calendar import DAY
from app.domain.kinds import LANGUAGES
from app.domain.names import FourNames
from app.i18n import formats, labels
from app.i18n.active import _, language, tr
from app.store.venue_rows import VenueRow
from app.ui import dialogs
from app.ui.theme import theme
from app.ui.widgets.buttons import Button, Kind
from app.ui.widgets.fields import Combo, Field
from app.ui.widgets.safe import SafeLabel
from app.ui.works.form_parts import LanguageToggles

ZONES = ("Asia/Almaty", "Asia/Shanghai", "Asia/Urumqi", "Europe/Moscow", "UTC")
COUNTRIES = ("KZ", "CN", "RU", "KG", "UZ", "HK", "MO")
HOUR, RIGHT = 60, 5


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
            field.setMinimumWidth(theme().px(250))

    def place(self, grid: QGridLayout, row: int, column: int = 0) -> int:
        """Put them into a grid from `row` on, labels in `column`; the first row after them."""
        for label, field in zip(self.labels, self.fields, strict=True):
            grid.addWidget(label, row, column)
            grid.addWidget(field, row, column + 1, 1, 3)
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

    def widen(self) -> None:
        """Make room for the longest words of the language."""
        layout = self.layout()
        if layout is not None:
            layout.activate()
            self.setMinimumWidth(max(theme().px(dialogs.WIDE), layout.minimumSize().width()))

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
        self.audience, self.address = LanguageToggles(), Field()
        self.audience.show_tags(venue.audience if venue else ())
        self.audience.picked.connect(self.audience.show_tags)
        self.address.setText(venue.address if venue else "")
        self._audience_label, self._address_label = SafeLabel(tone="text2"), SafeLabel(tone="text2")
        self._lay_out()
        self.retranslate()
        self.names.fields[0].setFocus()

    def _lay_out(self) -> None:
        """Names at the left, the city at the right, the rest below."""
        grid = self.grid
        grid.setColumnMinimumWidth(4, theme().px(18))
        grid.addWidget(self._name_head, 0, 0, 1, 4)
        grid.addWidget(self._city_head, 0, RIGHT, 1, 4)
        self.names.place(grid, 1)
        row = self.city.place(grid, 1, RIGHT)
        places = ((row, 0), (row, RIGHT), (row + 1, 0), (row + 1, RIGHT))
        parts: tuple[tuple[SafeLabel, QWidget], ...] = (
            (self._country_label, self.country), (self._zone_label, self.zone),
            (self._audience_label, self.audience), (self._address_label, self.address),
        )  # fmt: skip
        for (label, part), (line, column) in zip(parts, places, strict=True):
            grid.addWidget(label, line, column)
            grid.addWidget(part, line, column + 1, 1, 3)

    def facts(self) -> dict[str, Any]:
        """What was entered, as the operations take it."""
        return {
            "names": self.names.value(), "city": self.city.value(), "country": self.country.currentData(),
            "zone": self.zone.currentData(), "audience": tuple(self.audience.tags),
            "address": self.address.text().strip(),
        }  # fmt: skip

    def retranslate(self) -> None:
        """Say everything again; what was typed stays."""
        super().retranslate()
        self.heading.setText(_("Add a venue") if self._new else _("Edit the venue"))
        self._name_head.setText(_("Name"))
        self._city_head.setText(_("City"))
        self.names.say(_("Name"))
        self.city.say(_("City"))
        self._country_label.setText(_("Country"))
        self._zone_label.setText(_("Clock"))
        self.country.setAccessibleName(_("Country"))
        self.zone.setAccessibleName(_("Clock"))
        self._audience_label.setText(_("Audience languages"))
        self._address_label.setText(_("Address"))
        self.audience.setAccessibleName(_("Audience languages"))
        self.audience.setToolTip(_("None is chosen: what is usual in the country."))
        self.audience.retranslate()
        self.address.setAccessibleName(_("Address"))
        for place, code in enumerate(self._countries):
            self.country.setItemText(place, formats.country(language(), code))
        for place, zone in enumerate(self._zones):
            self.zone.setItemText(place, labels.zone(tr(), zone))
        self.widen()


def _with(codes: tuple[str, ...], own: str) -> list[str]:
    """The usual choices, and the one that is set if it is another."""
    return [*codes] if own in codes else [*codes, own]
