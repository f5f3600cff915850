"""The fields of the dialog that changes many titles: each with a box to tick, what is common filled in."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from app.domain.bulk import Changes, NewPlace, NewRights, NewVersion
from app.domain.kinds import Confidence, RightsState, SlateState, SpokenMode, WorkKind
from app.i18n import formats, labels
from app.i18n.active import _, language, tr
from app.operations.works import AGE_MARKS, FIRST_YEAR, LAST_YEAR
from app.store.programme_rows import ProgrammeRow
from app.ui.theme import theme
from app.ui.translated import Translated
from app.ui.widgets.choice import CheckBox
from app.ui.widgets.fields import Combo, Field
from app.ui.widgets.spinners import DateField, NumberField
from app.ui.works.form_parts import Choice
from app.ui.works.tags import language_choices, spoken_tag

COUNTRIES = ("KZ", "CN", "RU", "UZ", "KG", "TJ", "TM", "MN", "TR", "IR", "IN", "KR", "JP", "HK", "TW", "US", "GB", "FR",
             "DE", "IT", "ES", "PL", "CZ", "UA", "GE", "AZ", "AM", "SU")  # fmt: skip
NO_YEAR = FIRST_YEAR - 1
"""Where the titles do not agree."""

ORDERS = {"kk": "dd.MM.yyyy", "zh": "yyyy-MM-dd", "ru": "dd.MM.yyyy", "en": "dd/MM/yyyy"}


class BulkFields(Translated, QWidget):
    """`changed` comes with every tick and every value."""

    changed = Signal()

    def __init__(self, common: Mapping[str, Any], programmes: list[ProgrammeRow]) -> None:
        super().__init__()
        self._programmes = programmes
        self.boxes: dict[str, CheckBox] = {}
        self.kind: Choice[WorkKind] = Choice()
        self.year = NumberField(low=NO_YEAR, high=LAST_YEAR)
        self.year.setSpecialValueText("–")
        self.age: Choice[str] = Choice()
        self.together: Choice[bool] = Choice()
        self.confidence: Choice[Confidence] = Choice()
        self.source, self.note = Field(), Field()
        self.add_country: Choice[str] = Choice()
        self.remove_country: Choice[str] = Choice()
        self.version_language: Choice[str] = Choice()
        self.mode: Choice[SpokenMode] = Choice()
        self.subtitles: Choice[str] = Choice()
        self.rights: Choice[RightsState] = Choice()
        self.rights_until = DateField()
        self.programme: Choice[int] = Choice()
        self.state: Choice[SlateState] = Choice()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme().px(14))
        self._grid.setVerticalSpacing(theme().px(6))
        self._grid.setColumnStretch(1, 1)
        self._fill_grid()
        self.retranslate()
        self._fill_in(common)

    def _fill_grid(self) -> None:
        rows: dict[str, tuple[QWidget, ...]] = {
            "kind": (self.kind,), "year": (self.year,), "age_mark": (self.age,), "co_production": (self.together,),
            "confidence": (self.confidence,), "source": (self.source,), "add_country": (self.add_country,),
            "remove_country": (self.remove_country,), "note": (self.note,),
            "version": (self.version_language, self.mode), "subtitles": (self.subtitles,),
            "rights": (self.rights, self.rights_until), "slate": (self.programme, self.state),
        }  # fmt: skip
        for place, (key, parts) in enumerate(rows.items()):
            box = self.boxes[key] = CheckBox()
            inside = QHBoxLayout()
            inside.setSpacing(6)
            for part in parts:
                inside.addWidget(part, 1)
                self._listen(part, box)
            box.toggled.connect(lambda _on: self.changed.emit())
            self._grid.addWidget(box, place, 0)
            self._grid.addLayout(inside, place, 1)
        self.rights_until.setDate(QDate.currentDate().addYears(1))

    def _listen(self, part: QWidget, box: CheckBox) -> None:
        """Whoever gives a value means it: its box ticks itself."""

        def given(*_value: object) -> None:
            box.setChecked(True)
            self.changed.emit()

        if isinstance(part, Combo):
            part.activated.connect(given)
        elif isinstance(part, Field):
            part.textEdited.connect(given)
        elif isinstance(part, NumberField):
            part.editingFinished.connect(self.changed)
            part.valueChanged.connect(given)
        elif isinstance(part, DateField):
            part.dateChanged.connect(given)

    def _fill_in(self, common: Mapping[str, Any]) -> None:
        """Show what all titles agree in; a value that differs stays empty."""
        self.kind.show_value(common.get("kind"))
        self.age.show_value(common.get("age_mark"))
        self.together.show_value(common.get("co_production"))
        self.confidence.show_value(common.get("confidence"))
        self.year.setValue(common.get("year") or NO_YEAR)
        self.source.setText(str(common.get("source", "")))
        for choice in (self.add_country, self.remove_country):
            choice.show_value("KZ")
        for choice in (self.version_language, self.subtitles):
            choice.show_value("kk")
        self.programme.show_value(self._programmes[0].id if self._programmes else None)
        self.mode.show_value(SpokenMode.DUBBED)
        self.rights.show_value(RightsState.CLEARED)
        self.state.show_value(SlateState.LONGLIST)
        for box in self.boxes.values():
            box.setChecked(False)

    def retranslate(self) -> None:
        """Say the words again."""
        words = {
            "kind": _("Kind"), "year": _("Year"), "age_mark": _("Age mark"), "co_production": _("Co-production"),
            "confidence": _("Confidence"), "source": _("Source"), "add_country": _("Add a country"),
            "remove_country": _("Remove a country"), "note": _("Add to the notes"),
            "version": _("Add a version"), "subtitles": _("Add subtitles to the original"),
            "rights": _("Add rights until"), "slate": _("Add to slate"),
        }  # fmt: skip
        for key, box in self.boxes.items():
            box.setText(words[key])
        for key, part in self._parts():
            part.setAccessibleName(words[key])
        say = tr()
        self.kind.set_choices([(kind, labels.work_kind(say, kind)) for kind in WorkKind])
        self.age.set_choices([(mark, mark or "–") for mark in AGE_MARKS])
        self.together.set_choices([(True, _("Yes")), (False, _("No"))])
        self.confidence.set_choices([(one, labels.confidence(say, one)) for one in Confidence])
        countries = [(code, formats.country(language(), code)) for code in COUNTRIES]
        self.add_country.set_choices(countries)
        self.remove_country.set_choices(countries)
        tongues = [(spoken_tag(code), word) for code, word in language_choices()]
        self.version_language.set_choices(tongues)
        self.subtitles.set_choices(tongues)
        self.mode.set_choices([(mode, labels.spoken_mode(say, mode)) for mode in SpokenMode])
        self.rights.set_choices([(state, labels.rights_state(say, state)) for state in RightsState])
        self.rights_until.set_order(ORDERS[language()])
        self.programme.set_choices([(row.id, row.names.shown(language()) or str(row.id)) for row in self._programmes])
        self.state.set_choices([(state, labels.slate_state(say, state)) for state in SlateState])
        self.boxes["slate"].setEnabled(bool(self._programmes))

    def _parts(self) -> list[tuple[str, QWidget]]:
        return [
            ("kind", self.kind), ("year", self.year), ("age_mark", self.age), ("co_production", self.together),
            ("confidence", self.confidence), ("source", self.source), ("add_country", self.add_country),
            ("remove_country", self.remove_country), ("note", self.note), ("version", self.version_language),
            ("version", self.mode), ("subtitles", self.subtitles), ("rights", self.rights),
            ("rights", self.rights_until), ("slate", self.programme), ("slate", self.state),
        ]  # fmt: skip

    def changes(self) -> Changes:
        """What was ticked, with its values; a box without a value changes nothing."""
        facts: dict[str, Any] = {
            "kind": self.kind.value(), "year": self._year(), "age_mark": self.age.value(),
            "co_production": self.together.value(), "confidence": self.confidence.value(),
            "source": self.source.text().strip(),
        }  # fmt: skip
        return Changes(
            {key: value for key, value in facts.items() if self._on(key) and value is not None},
            add_countries=self._one("add_country", self.add_country),
            remove_countries=self._one("remove_country", self.remove_country),
            note=self.note.text() if self._on("note") else "",
            version=self._version(),
            subtitles=self._one("subtitles", self.subtitles),
            rights=self._rights(),
            slate=self._slate(),
        )

    def _year(self) -> int | None:
        return self.year.value() if self.year.value() > NO_YEAR else None

    def _on(self, key: str) -> bool:
        return self.boxes[key].isChecked()

    def _one(self, key: str, choice: Choice[str]) -> tuple[str, ...]:
        value = choice.value()
        return (value,) if self._on(key) and value else ()

    def _version(self) -> NewVersion | None:
        tag, mode = self.version_language.value(), self.mode.value()
        return NewVersion(tag, mode) if self._on("version") and tag and mode else None

    def _rights(self) -> NewRights | None:
        state, day = self.rights.value(), self.rights_until.date()
        if not self._on("rights") or state is None:
            return None
        return NewRights(state, ends=date(day.year(), day.month(), day.day()))

    def _slate(self) -> NewPlace | None:
        programme, state = self.programme.value(), self.state.value()
        return NewPlace(programme, state) if self._on("slate") and programme is not None and state else None
