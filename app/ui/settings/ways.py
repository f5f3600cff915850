"""How many minutes it takes from one venue to another, for people and for copies."""

from collections.abc import Mapping
from typing import ClassVar

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.names import FourNames
from app.errors import UserError
from app.i18n import formats
from app.i18n.active import _, language, pgettext
from app.operations import ways
from app.store.schedule_halls import WayRow, way_rows
from app.store.venue_rows import venue_rows
from app.ui.insisting import fulfil
from app.ui.settings.deeds import Deeds
from app.ui.settings.facts_dialog import Facts, FactsDialog
from app.ui.theme import theme
from app.ui.translated import Translated
from app.ui.widgets.buttons import Button
from app.ui.widgets.fields import Combo
from app.ui.widgets.record_table import Cell, RecordTable, Row
from app.ui.widgets.safe import SafeLabel
from app.ui.widgets.spinners import NumberField
from app.words import N_, phrase

PAIR, USUAL = 2, 30


def _wrong(facts: Facts) -> UserError | None:
    return UserError(ways.SAME_VENUE) if facts["venue"] == facts["other"] else None


class WayDialog(FactsDialog):
    """Two venues and the minutes between them."""

    blames: ClassVar[Mapping[str, str]] = {ways.SAME_VENUE: "other"}

    def __init__(
        self, venues: Mapping[int, FourNames], way: WayRow | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(_wrong, parent)
        self._venues, self._way = venues, way
        self.venue, self.other = Combo(), Combo()
        self.minutes = NumberField(high=ways.LONGEST)
        self.minutes.setValue(way.minutes if way else USUAL)
        keys = list(venues)
        for combo, own in ((self.venue, way.venue if way else keys[0]), (self.other, way.other if way else keys[1])):
            for key in keys:
                combo.addItem("", key)
            combo.setCurrentIndex(keys.index(own))
            combo.setEnabled(way is None)
        self.add("venue", self.venue)
        self.add("other", self.other)
        self.add("minutes", self.minutes)
        self.setMinimumWidth(theme().px(460))
        self.retranslate()
        (self.minutes if way else self.venue).setFocus()

    def facts(self) -> Facts:
        """The two venues and the minutes."""
        return {
            "venue": self.venue.currentData(), "other": self.other.currentData(), "minutes": self.minutes.value(),
        }  # fmt: skip

    def retranslate(self) -> None:
        """Say the words again."""
        super().retranslate()
        self.heading.setText(_("Travel between two venues"))
        self.act_button.setText(_("Save"))
        words = (pgettext("way", "From"), pgettext("way", "To"), _("Minutes"))
        self.name_rows(*words)
        for part, word in zip((self.venue, self.other, self.minutes), words, strict=True):
            part.setAccessibleName(word)
        for combo in (self.venue, self.other):
            for place, names in enumerate(self._venues.values()):
                combo.setItemText(place, names.shown(language()))


class WaysPart(Translated, QWidget):
    """The table below the venues."""

    def __init__(self, deeds: Deeds, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._deeds = deeds
        self.ways: dict[int, WayRow] = {}
        self._venues: dict[int, FourNames] = {}
        self._head, self._note = SafeLabel(role="section"), SafeLabel(tone="text2", wrap=True)
        self.table = RecordTable((0, 1), wide=700, most=6)
        self.add, self.correct, self.remove = Button(icon="plus"), Button(icon="pencil"), Button(icon="trash-2")
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in (self.add, self.correct, self.remove):
            row.addWidget(button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 14, 0, 0)
        column.setSpacing(8)
        for part in (self._head, self._note, self.table):
            column.addWidget(part)
        column.addLayout(row)
        self.table.picked.connect(self._picked)
        self.table.opened.connect(lambda _key: self.ask_correct())
        self.add.clicked.connect(self.ask_new)
        self.correct.clicked.connect(self.ask_correct)
        self.remove.clicked.connect(self.take_away)
        self.retranslate()

    def reload(self) -> None:
        """Read them again."""
        self._venues = {row.id: row.names for row in self._deeds.read(venue_rows)}
        self.ways = {row.id: row for row in self._deeds.read(way_rows)}
        self._show()

    def _show(self) -> None:
        self.table.show_rows([
            Row(row.id, (
                Cell(self._name(row.venue)), Cell(self._name(row.other)),
                Cell(formats.minutes(language(), row.minutes)),
            ))
            for row in self.ways.values()
        ])  # fmt: skip
        self.table.setVisible(bool(self.ways))
        self.setVisible(len(self._venues) >= PAIR)
        self._picked()

    def _name(self, venue: int) -> str:
        return self._venues[venue].shown(language()) if venue in self._venues else ""

    def retranslate(self) -> None:
        """Say the words again."""
        self._head.setText(_("Minutes between venues"))
        self._note.setText(
            _("For people and copies, in both directions. If nothing is entered, 60 minutes are assumed.")
        )
        self.table.setAccessibleName(_("Minutes between venues"))
        self.table.set_heads(pgettext("way", "From"), pgettext("way", "To"), _("Minutes"))
        self.add.setText(_("Add travel time…"))
        self.correct.setText(_("Edit entry…"))
        self.remove.setText(_("Remove"))
        self._show()

    def _picked(self) -> None:
        for button in (self.correct, self.remove):
            button.setEnabled(bool(self.table.key))

    def ask_new(self) -> None:
        """Ask for a way and enter it."""
        self._ask(None)

    def ask_correct(self) -> None:
        """Ask how long the chosen way takes."""
        if self.table.key:
            self._ask(self.ways[self.table.key])

    def _ask(self, way: WayRow | None) -> None:
        dialog = WayDialog(self._venues, way, self._deeds.window)

        def take() -> int | None:
            facts = dialog.facts()
            label = phrase(N_("Travel from “{venue}” to “{other}”"), venue=self._name(facts["venue"]),
                           other=self._name(facts["other"]))  # fmt: skip
            made: int | None = self._deeds.do(label, _("Saved"), lambda session: ways.set_minutes(session, **facts))
            return made

        made = fulfil(self._deeds.workspace, dialog, take)
        if made is not None:
            self.table.choose(made)

    def take_away(self) -> None:
        """Let the chosen way take as long as any other again."""
        way = self.ways.get(self.table.key)
        if way is not None:
            label = phrase(N_("Remove travel from “{venue}” to “{other}”"), venue=self._name(way.venue),
                           other=self._name(way.other))  # fmt: skip
            self._deeds.do(label, _("Removed"), lambda session: ways.forget(session, way.venue, way.other))
