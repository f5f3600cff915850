"""What is asked of a day out of the ordinary."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import ClassVar

from PySide6.QtWidgets import QWidget

from app.domain.kinds_of_plans import DayKind
from app.errors import UserError
from app.i18n import formats, labels_of_plans
from app.i18n.active import _, language, tr
from app.operations import laws
from app.operations.venues import NAME_MISSING
from app.store.rule_rows import DayRow
from app.ui.schedule.forms import FourNamesField
from app.ui.settings.facts_dialog import Facts, FactsDialog, Fault, Misread
from app.ui.settings.law_dialog import countries
from app.ui.widgets.choice import CheckBox
from app.ui.widgets.fields import Combo, Field, Note
from app.ui.works.form_parts import read_day, write_day
from app.words import N_

DAY_MISSING = N_("Enter which day it is.")


class DayDialog(FactsDialog):
    """Enters a special day, or corrects `special`."""

    blames: ClassVar[Mapping[str, str]] = {laws.DAY_TWICE: "day", laws.COUNTRY_WRONG: "country", NAME_MISSING: "names"}

    def __init__(
        self, fault: Fault, special: DayRow | None, country: str = "KZ", around: Sequence[str] = (),
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(fault, parent)
        self._special = special
        self.day, self.names, self.source = Field(), FourNamesField(), Note(lines=2)
        self.kind, self.country, self.unsure = Combo(), Combo(), CheckBox()
        for kind in DayKind:
            self.kind.addItem("", kind)
        own = special.country if special else country
        for code in countries(own, around):
            self.country.addItem(code, code)
        self.country.setCurrentIndex(self.country.findData(own))
        if special is not None:
            self.day.show_value(write_day(special.day))
            self.names.show_names(special.names)
            self.kind.setCurrentIndex([*DayKind].index(special.kind))
            self.source.show_value(special.source)
            self.unsure.setChecked(special.unsure)
        self.add("day", self.day)
        self.add("names", self.names)
        self.add("kind", self.kind)
        self.add("country", self.country)
        self.add("source", self.source)
        self.add("unsure", self.unsure)
        self.retranslate()
        self.day.setFocus()

    def facts(self) -> Facts:
        """What was filled in, as `laws.add_day` and `laws.change_day` take it."""
        day: date | None = self.read("day", read_day)
        if day is None:
            raise Misread("day", UserError(DAY_MISSING))
        return {
            "country": self.country.currentData(), "day": day, "kind": DayKind(self.kind.currentData()),
            "names": self.names.names(), "source": self.source.toPlainText().strip(),
            "unsure": self.unsure.isChecked(),
        }  # fmt: skip

    def retranslate(self) -> None:
        """Say everything again; what was typed stays."""
        super().retranslate()
        self.heading.setText(_("Edit the special day") if self._special else _("Add a special day"))
        self.act_button.setText(_("Save") if self._special else _("Add"))
        words = (_("Day"), _("Name"), _("Kind"), _("Country"), _("Source"), "")
        self.name_rows(*words)
        self.names.name(words[1])
        for part, name in zip((self.day, self.kind, self.country, self.source), (words[0], *words[2:5]), strict=True):
            part.setAccessibleName(name)
        self.day.setPlaceholderText(formats.date_numeric(language(), date(2027, 12, 31)))
        self.unsure.setText(_("Not confirmed"))
        for place, kind in enumerate(DayKind):
            self.kind.setItemText(place, labels_of_plans.day_kind(tr(), kind))
        for place in range(self.country.count()):
            self.country.setItemText(place, formats.country(language(), self.country.itemData(place)))
