"""The fields of a stop and of a leg, declared; each change is one step."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain import calendar
from app.domain.checks_of_tours import clocks
from app.domain.kinds import LANGUAGES
from app.domain.kinds_of_plans import TravelMode
from app.i18n import formats, labels
from app.i18n.active import _, language, tr
from app.i18n.labels_of_plans import travel_mode
from app.store.venue_rows import venue_rows
from app.ui.settings.venue_dialogs import COUNTRIES, ZONES
from app.ui.tours.readings import (
    needed_day,
    read_degrees,
    read_length,
    read_moment,
    read_span,
    write_degrees,
    write_length,
    write_moment,
)
from app.ui.translated import Translated
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.language_switch import ENDONYMS
from app.ui.works.record_fields import Around, Day, LongText, Pick, Read, Spec, Text, values
from app.words import N_

if TYPE_CHECKING:
    from app.domain.tours import Stop

WIDE, HALF = 234, 112
MODE, HOURS = 144, 80
"""Room for the longest means of transport, the hours beside it."""


def _named(code: str) -> Spec:
    """A name of the city in one language, under that language's own name."""
    return Text(
        name=f"names_{code}", label=ENDONYMS[code], wide=HALF, more=True, get=lambda line: getattr(line.names, code),
        put=lambda line, value: {"names": line.names._replace(**{code: value})},
    )  # fmt: skip


def _zones(around: Around) -> Sequence[tuple[str, str]]:
    """The two clocks of Xinjiang where the question stands, and all the others."""
    stop: Stop = around.line
    noon = calendar.moment_of(stop.begins + 12 * 60)
    names = dict.fromkeys((*clocks(stop.country, stop.longitude), *ZONES, stop.zone))
    return [(name, labels.zone(tr(), name, noon)) for name in names]


def _venues(around: Around) -> Sequence[tuple[int | None, str]]:
    """No venue yet, those of this city, and all the others with their city."""
    stop: Stop = around.line
    rows = around.read(venue_rows)
    rows.sort(key=lambda row: not set(filter(None, row.city)) & set(filter(None, stop.names)))
    said = [(row.id, _("{venue}, {city}", venue=row.names.shown(language()), city=row.city.shown(language())))
            for row in rows]  # fmt: skip
    return [(None, _("No venue yet")), *said]


def _countries(around: Around) -> Sequence[tuple[str, str]]:
    codes = dict.fromkeys((*COUNTRIES, around.line.country))
    return [(code, formats.country(language(), code)) for code in codes]


def _twice(_around: Around) -> Sequence[tuple[int, str]]:
    """Where clocks are put back an hour comes twice."""
    return [(0, _("The first hour, before the clocks go back")), (1, _("The second hour, after it"))]


STOP: tuple[Spec, ...] = (
    Day(name="first_day", label=N_("First day"), wide=HALF, read=needed_day),
    Day(name="last_day", label=N_("Last day"), wide=HALF, read=needed_day),
    Pick(name="venue_id", label=N_("Venue"), wide=WIDE, choices=_venues, get=lambda line: line.venue),
    Pick(name="zone", label=labels.context("tour", "Clock"), wide=WIDE, choices=_zones),
    Text(name="host", label=N_("Host"), wide=WIDE),
    LongText(name="note", label=N_("Note"), wide=WIDE),
    *(_named(code) for code in LANGUAGES),
    Pick(name="country", label=N_("Country"), wide=WIDE, choices=_countries, more=True),
    Read(name="latitude", label=N_("Latitude"), wide=HALF, read=read_degrees, write=write_degrees, more=True),
    Read(name="longitude", label=N_("Longitude"), wide=HALF, read=read_degrees, write=write_degrees, more=True),
)  # fmt: skip

LEG: tuple[Spec, ...] = (
    Pick(name="mode", label=labels.context("tour", "By"), wide=MODE, choices=values(TravelMode, travel_mode)),
    Read(name="minutes", label=N_("Hours in transit"), wide=HOURS, read=read_length, write=write_length),
    Read(name="departs_local", label=labels.context("tour", "Departs, local time"), wide=WIDE, read=read_moment,
         write=write_moment, get=lambda line: line.departs),
    Pick(name="departs_fold", label=labels.context("tour", "Departs: first or second hour"), wide=WIDE, choices=_twice,
         get=lambda line: line.departs.fold if line.departs else 0),
    Read(name="arrives_local", label=labels.context("tour", "Arrives, local time"), wide=WIDE, read=read_moment,
         write=write_moment, get=lambda line: line.arrives),
    Pick(name="arrives_fold", label=labels.context("tour", "Arrives: first or second hour"), wide=WIDE, choices=_twice,
         get=lambda line: line.arrives.fold if line.arrives else 0),
    Read(name="customs", label=N_("Customs, hours"), wide=HALF, read=read_span, write=write_length),
    Read(name="hand_over", label=N_("Handover, hours"), wide=HALF, read=read_span, write=write_length),
    Text(name="carrier", label=N_("Carrier"), wide=WIDE),
    LongText(name="note", label=N_("Note"), wide=WIDE),
)  # fmt: skip


class Form(Translated, QWidget):
    """The fields of one record. `change(**facts)` is what a new value does; `more` shows the rarer fields."""

    def __init__(self, specs: Sequence[Spec], read: Callable[..., Any], change: Callable[..., None]) -> None:
        super().__init__()
        self._read = read
        self.line: Any = None
        self.entries = {spec.name: spec.make() for spec in specs}
        flow = FlowLayout(gap=10, line_gap=9, top=True)
        for entry in self.entries.values():
            entry.change = change
            flow.addWidget(entry.labelled)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(flow)
        self.retranslate()

    def retranslate(self) -> None:
        """Say labels and choices again."""
        for entry in self.entries.values():
            entry.say()

    def show_line(self, line: Any) -> None:
        """Show what is stored."""
        same = self.line is not None and self.line.id == line.id
        self.line = line
        around = Around(cast("Any", None), line, self._read)
        for name, entry in self.entries.items():
            field = getattr(entry, "field", None)
            if not same and field is not None and hasattr(field, "drop"):
                field.problem = None
            entry.show(around)
            entry.part.setProperty("draft", f"tours:{line.id}:{name}")

    def offer(self, name: str, *, there: bool) -> None:
        """Show a field, or spare it where there is nothing to say."""
        self.entries[name].labelled.setVisible(there)

    def focus(self, name: str) -> None:
        """Put the keyboard into a field."""
        self.entries[name].part.setFocus()
