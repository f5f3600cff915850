"""Days out of the ordinary: holidays, weekends that are worked, school holidays, by country and year."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.i18n import formats, labels_of_plans
from app.i18n.active import _, language, tr
from app.operations import laws
from app.store.rule_rows import DayRow, day_rows
from app.ui.insisting import fulfil
from app.ui.settings.day_dialog import DayDialog
from app.ui.settings.deeds import Deeds
from app.ui.settings.facts_dialog import Fault
from app.ui.settings.rules_laws import unsure_cell
from app.ui.translated import Translated
from app.ui.widgets.buttons import Button, Kind
from app.ui.widgets.fields import Combo
from app.ui.widgets.record_table import Cell, RecordTable, Row
from app.words import N_, phrase


class DaysPart(Translated, QWidget):
    """Two filters, the table, and what can be done."""

    def __init__(self, deeds: Deeds, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._deeds = deeds
        self.days: dict[int, DayRow] = {}
        self.country, self.year = Combo(), Combo()
        self.table = RecordTable((1, 4), wide=1080, most=8)
        self.add, self.correct, self.remove = Button(icon="plus"), Button(icon="pencil"), Button(icon="trash-2")
        self.add.set_kind(Kind.PRIMARY)
        filters, row = QHBoxLayout(), QHBoxLayout()
        for line, parts in ((filters, (self.country, self.year)), (row, (self.add, self.correct, self.remove))):
            line.setSpacing(8)
            for part in parts:
                line.addWidget(part)
            line.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(filters)
        column.addWidget(self.table)
        column.addLayout(row)
        self.country.activated.connect(lambda _n: self._show())
        self.year.activated.connect(lambda _n: self._show())
        self.table.picked.connect(self._picked)
        self.table.opened.connect(lambda _key: self.ask_correct())
        self.add.clicked.connect(self.ask_new)
        self.correct.clicked.connect(self.ask_correct)
        self.remove.clicked.connect(self.take_away)
        self.retranslate()

    @property
    def special(self) -> DayRow | None:
        """The chosen day."""
        return self.days.get(self.table.key)

    def reload(self) -> None:
        """Read them again; the filters stay."""
        self.days = {row.id: row for row in self._deeds.read(day_rows)}
        self._fill_filters()
        self._show()

    def show_day(self, key: int) -> bool:
        """Choose a day, past the filters if they hide it."""
        self.reload()
        if key not in self.days:
            return False
        for combo in (self.country, self.year):
            combo.setCurrentIndex(0)
        self._show()
        return self.table.choose(key)

    def retranslate(self) -> None:
        """Say the words again."""
        self.table.setAccessibleName(_("Special days"))
        self.table.set_heads(_("Day"), _("Name"), _("Kind"), _("Country"), _("Source"), "")
        self.country.setAccessibleName(_("Country"))
        self.year.setAccessibleName(_("Year"))
        self.add.setText(_("Add day…"))
        self.correct.setText(_("Edit entry…"))
        self.remove.setText(_("Remove"))
        self._fill_filters()
        self._show()

    def _fill_filters(self) -> None:
        known = (
            (self.country, sorted({row.country for row in self.days.values()}, reverse=True), _("All countries")),
            (self.year, sorted({row.day.year for row in self.days.values()}), _("All years")),
        )
        for combo, values, every in known:
            before = combo.currentData()
            combo.clear()
            combo.addItem(every, None)
            for value in values:
                shown = formats.country(language(), value) if isinstance(value, str) else str(value)
                combo.addItem(shown, value)
            combo.setCurrentIndex(max(0, combo.findData(before) if before is not None else 0))

    def _show(self) -> None:
        country, year = self.country.currentData(), self.year.currentData()
        self.table.show_rows([
            self._row(row) for row in self.days.values()
            if country in (None, row.country) and year in (None, row.day.year)
        ])  # fmt: skip
        self._picked()

    @staticmethod
    def _row(row: DayRow) -> Row:
        day = formats.date_and_weekday(language(), row.day)
        return Row(row.id, (
            Cell(day), Cell(row.names.shown(language())), Cell(labels_of_plans.day_kind(tr(), row.kind)),
            Cell(formats.country(language(), row.country)), Cell(row.source), unsure_cell(unsure=row.unsure),
        ))  # fmt: skip

    def _picked(self) -> None:
        for button in (self.correct, self.remove):
            button.setEnabled(self.special is not None)

    def _fault(self, own: int = 0) -> Fault:
        return lambda facts: self._deeds.read(laws.day_fault, facts, own)

    def _around(self) -> list[str]:
        return [row.country for row in self.days.values()]

    def ask_new(self) -> None:
        """Ask for a day and enter it."""
        country = self.country.currentData() or (self.special.country if self.special else "KZ")
        dialog = DayDialog(self._fault(), None, country, self._around(), self._deeds.window)

        def add() -> int | None:
            facts = dialog.facts()
            label = phrase(N_("Add the special day “{name}”"), name=facts["names"].shown(language()))
            made: int | None = self._deeds.do(label, _("Day added"), lambda session: laws.add_day(session, **facts))
            return made

        made = fulfil(self._deeds.workspace, dialog, add)
        if made is not None and not self.table.choose(made):
            self.show_day(made)

    def ask_correct(self) -> None:
        """Ask what is to change about the chosen day."""
        row = self.special
        if row is None:
            return
        dialog = DayDialog(self._fault(row.id), row, row.country, self._around(), self._deeds.window)

        def change() -> None:
            facts = dialog.facts()
            label = phrase(N_("Edit the special day “{name}”"), name=facts["names"].shown(language()))
            self._deeds.do(label, _("Saved"), lambda session: laws.change_day(session, row.id, **facts))

        fulfil(self._deeds.workspace, dialog, change)

    def take_away(self) -> None:
        """Remove the chosen day; undo brings it back."""
        row = self.special
        if row is not None:
            name = row.names.shown(language())
            label = phrase(N_("Remove the special day “{name}”"), name=name)
            self._deeds.do(label, _("“{name}” removed", name=name), lambda session: laws.remove_day(session, row.id))
