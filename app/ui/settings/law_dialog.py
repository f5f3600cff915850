"""What is asked of a rule of law: of every kind the fields it uses."""

from collections.abc import Mapping, Sequence
from typing import ClassVar

from PySide6.QtCore import QTime
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.domain.kinds import ClearanceKind, Use
from app.domain.kinds_of_plans import LegalKind, TermUnit
from app.i18n import formats, labels, labels_of_plans, labels_of_records, law_words
from app.i18n.active import _, language, tr
from app.operations import laws
from app.operations.venues import NAME_MISSING
from app.operations.works import AGE_MARKS, AGE_WRONG
from app.store.rule_rows import LawRow
from app.ui.schedule.forms import FourNamesField
from app.ui.settings.facts_dialog import Facts, FactsDialog, dash
from app.ui.settings.venue_dialogs import COUNTRIES
from app.ui.theme import theme
from app.ui.widgets.choice import CheckBox
from app.ui.widgets.fields import Combo, Field, Note
from app.ui.widgets.safe import SafeLabel
from app.ui.widgets.spinners import NumberField, TimeField
from app.ui.widgets.toggles import Toggles
from app.ui.works.form_parts import LanguageToggles, read_day, write_day

DAY, HOUR, WIDE, DATE_WIDE, UNIT_WIDE = 1440, 60, 680, 130, 180
WEEK = range(1, 8)
USED = {
    LegalKind.LANGUAGE: ("languages",),
    LegalKind.AGE_HOUR: ("mark", "hours"),
    LegalKind.AGE_SCHOOL: ("mark",),
    LegalKind.PAPER: ("paper", "days"),
    LegalKind.PAUSE: ("weekdays", "hours"),
    LegalKind.SCHOOL_HOURS: ("weekdays", "hours"),
    LegalKind.HOLIDAY: (),
}
"""The rows each kind of rule has besides those that all have."""

OWN = ("languages", "mark", "paper", "days", "weekdays", "hours")


def countries(own: str = "", around: Sequence[str] = ()) -> list[str]:
    """The usual countries, those in use, and the one that is set."""
    return list(dict.fromkeys((*COUNTRIES, *sorted(around), *((own,) if own else ()))))


class LawDialog(FactsDialog):
    """Enters a rule, or corrects `law`."""

    blames: ClassVar[Mapping[str, str]] = {
        laws.COUNTRY_WRONG: "country", laws.DAYS_WRONG: "dates", laws.HOURS_MISSING: "hours",
        laws.HOURS_WRONG: "hours", laws.LANGUAGES_MISSING: "languages", laws.PAPER_WRONG: "paper",
        laws.TERM_WRONG: "days", NAME_MISSING: "names", AGE_WRONG: "mark",
    }  # fmt: skip

    def __init__(self, law: LawRow | None, country: str = "KZ", parent: QWidget | None = None) -> None:
        super().__init__(laws.law_fault, parent)
        self._law = law
        self.kind, self.country, self.severity = Combo(), Combo(), Combo()
        self.names = FourNamesField()
        self.languages = LanguageToggles()
        self.languages.picked.connect(self.languages.show_tags)
        self.mark, self.paper = Combo(), Combo()
        self.weekdays = Toggles(tuple(WEEK), law.weekdays if law else ())
        self.begins, self.ends = TimeField(), TimeField()
        self.night = SafeLabel(role="small", tone="text3")
        self.days, self.unit = NumberField(high=laws.MOST_DAYS), Combo()
        self.unit.setMinimumWidth(theme().px(UNIT_WIDE))
        self.exempt = Toggles(tuple(use.value for use in Use), law.exempt if law else ())
        self.since, self.until = Field(), Field()
        self.source = Note(lines=2)
        self.unsure, self.active = CheckBox(), CheckBox()
        self.checks = QWidget()
        self._fill(law, country)
        self._lay_out()
        self.setMinimumWidth(theme().px(WIDE))
        self.kind.currentIndexChanged.connect(self._show_used)
        for field in (self.begins, self.ends):
            field.timeChanged.connect(self._say_night)
        self.retranslate()
        self._show_used()
        self.names.fields[language()].setFocus()

    def _fill(self, law: LawRow | None, country: str) -> None:
        choices: tuple[tuple[Combo, Sequence[object], object], ...] = (
            (self.kind, tuple(LegalKind), law.kind if law else LegalKind.LANGUAGE),
            (self.country, countries(law.country if law else country), law.country if law else country),
            (self.severity, (1, 2, 3), law.severity if law else 2),
            (self.mark, AGE_MARKS[1:], law.mark if law else "18+"),
            (self.paper, tuple(ClearanceKind), law.mark if law else ClearanceKind.CERTIFICATE),
            (self.unit, tuple(TermUnit), law.unit if law else TermUnit.WORKING),
        )
        for combo, values, own in choices:
            for value in values:
                combo.addItem(str(value), value)
            combo.setCurrentIndex(max(0, [*values].index(own) if own in values else 0))
        self.languages.show_tags(law.languages if law else ())
        begins, ends = (law.from_minute, law.until_minute) if law else (None, None)
        for field, minute in ((self.begins, begins), (self.ends, ends)):
            field.setTime(QTime((minute or 0) % DAY // HOUR, (minute or 0) % HOUR))
        self.days.setValue(law.days or 0 if law else 0)
        self.unsure.setChecked(bool(law and law.unsure))
        self.active.setChecked(law is None or law.active)
        if law is not None:
            self.names.show_names(law.names)
            self.since.show_value(write_day(law.valid_from) if law.valid_from else "")
            self.until.show_value(write_day(law.valid_until) if law.valid_until else "")
            self.source.show_value(law.source)

    def _lay_out(self) -> None:
        checks = QHBoxLayout(self.checks)
        checks.setContentsMargins(0, 0, 0, 0)
        checks.setSpacing(18)
        for box in (self.active, self.unsure):
            checks.addWidget(box)
        checks.addStretch(1)
        for field in (self.since, self.until):
            field.setFixedWidth(theme().px(DATE_WIDE))
        self.add("names", self.names)
        self.add("kind", self.kind)
        self.add("country", self.country)
        self.add("languages", self.languages)
        self.add("mark", self.mark)
        self.add("paper", self.paper)
        self.add("days", self.days, self.unit)
        self.add("weekdays", self.weekdays)
        self.add("hours", self.begins, dash(), self.ends, self.night)
        self.add("exempt", self.exempt)
        self.add("dates", self.since, dash(), self.until)
        self.add("severity", self.severity)
        self.add("source", self.source)
        self.add("checks", self.checks)

    def _show_used(self) -> None:
        used = USED[self.kind.currentData()]
        for name in OWN:
            self.show_row(name, shown=name in used)
        self.adjustSize()

    def facts(self) -> Facts:
        """What was filled in, as `laws.add` and `laws.change` take it."""
        kind = LegalKind(self.kind.currentData())
        used = USED[kind]
        begins, ends = (field.time().hour() * HOUR + field.time().minute() for field in (self.begins, self.ends))
        mark = self.mark.currentData() if "mark" in used else self.paper.currentData() if "paper" in used else ""
        return {
            "kind": kind, "country": self.country.currentData(), "names": self.names.names(),
            "severity": self.severity.currentData(), "mark": str(mark),
            "languages": self.languages.tags if "languages" in used else (),
            "weekdays": self.weekdays.down() if "weekdays" in used else (),
            "from_minute": begins if "hours" in used else None,
            "until_minute": (ends if ends > begins else ends + DAY) if "hours" in used else None,
            "days": self.days.value() or None if "days" in used else None,
            "unit": self.unit.currentData() if "days" in used else TermUnit.CALENDAR,
            "exempt": self.exempt.down(), "source": self.source.toPlainText().strip(),
            "valid_from": self.read_from("dates", self.since, read_day),
            "valid_until": self.read_from("dates", self.until, read_day),
            "unsure": self.unsure.isChecked(), "active": self.active.isChecked(),
        }  # fmt: skip

    def retranslate(self) -> None:
        """Say everything again; what was typed stays."""
        super().retranslate()
        self.heading.setText(_("Edit the rule") if self._law else _("Add a rule"))
        self.act_button.setText(_("Save") if self._law else _("Add"))
        words = (_("Name"), _("Kind"), _("Country"), _("Languages"), _("Age mark"), _("Paper"),
                 _("Whole days before the show"), _("Weekdays"), _("Hours"), _("Not for"), _("In force"),
                 _("Severity"), _("Source"), "")  # fmt: skip
        self.name_rows(*words)
        self.names.name(words[0])
        parts = (self.kind, self.country, self.mark, self.paper, self.days, self.severity, self.source)
        for part, name in zip(parts, (*words[1:3], *words[4:7], words[11], words[12]), strict=True):
            part.setAccessibleName(name)
        self.unit.setAccessibleName(_("Days counted"))
        self.begins.setAccessibleName(_("From"))
        self.ends.setAccessibleName(_("Until"))
        self.since.setAccessibleName(_("In force from"))
        self.until.setAccessibleName(_("In force until"))
        self.active.setText(_("In force"))
        self.unsure.setText(_("Not confirmed by a lawyer"))
        self._say_choices()
        self._say_night()

    def _say_choices(self) -> None:
        for combo, word in (
            (self.kind, labels_of_plans.legal_kind), (self.severity, law_words.severity),
            (self.paper, labels_of_records.clearance_kind), (self.unit, labels_of_plans.term_unit),
        ):  # fmt: skip
            for place in range(combo.count()):
                combo.setItemText(place, word(tr(), combo.itemData(place)))
        for place in range(self.country.count()):
            self.country.setItemText(place, formats.country(language(), self.country.itemData(place)))
        week = {day: (law_words.weekday(language(), day), law_words.weekday(language(), day, short=False))
                for day in WEEK}  # fmt: skip
        self.weekdays.name(week)
        self.exempt.name({use.value: (labels.use(tr(), use), labels.use(tr(), use)) for use in Use})
        self.languages.retranslate()

    def _say_night(self) -> None:
        late = self.ends.time() <= self.begins.time()
        self.night.setText(_("of the following day") if late else "")
