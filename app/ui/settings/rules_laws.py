"""The rules of law of all countries in one table, with the source of the chosen one below it."""

from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.i18n import formats, labels_of_plans, law_words
from app.i18n.active import _, language, tr
from app.operations import laws
from app.store.rule_rows import LawRow, law_rows
from app.ui.insisting import fulfil
from app.ui.settings.deeds import Deeds
from app.ui.settings.law_dialog import LawDialog
from app.ui.translated import Translated
from app.ui.widgets.buttons import Button, Kind
from app.ui.widgets.lines import Panel
from app.ui.widgets.message import InlineMessage, Level
from app.ui.widgets.record_table import Cell, RecordTable, Row
from app.ui.widgets.safe import SafeLabel
from app.words import N_, phrase

SWITCH_SPOKEN = (N_("not active"), N_("active"))
LOOKS = {3: ("octagon-alert", "red"), 2: ("triangle-alert", "amber"), 1: ("star", "text2"), 0: ("minus", "text3")}
"""How serious something is: its icon and its colour."""


def term(law: LawRow) -> str:
    """From when to when a rule is in force."""
    first, last = law.valid_from, law.valid_until
    if first is None and last is None:
        return _("always")
    if last is None:
        return _("from {day}", day=_day(first))
    return _("until {day}", day=_day(last)) if first is None else f"{_day(first)} – {_day(last)}"


def _day(day: date | None) -> str:
    return formats.date_numeric(language(), day) if day else ""


def unsure_cell(source: str = "", *, unsure: bool) -> Cell:
    """A mark for what nobody has confirmed; it tells the source when it is pointed at or listened to."""
    if not unsure:
        return Cell(spoken=source)
    mark = _("not confirmed")
    return Cell(mark, "triangle-alert", "amber", f"{mark}. {source}" if source else mark)


class SourcePanel(Translated, Panel):
    """The chosen rule in full: what it asks, and where that stands."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("panel", parent)
        self._law: LawRow | None = None
        self.name, self.asks = SafeLabel(role="strong", wrap=True), SafeLabel(wrap=True)
        self.source = SafeLabel(tone="text2", wrap=True)
        self.unsure = InlineMessage()
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 14, 10)
        column.setSpacing(4)
        for part in (self.name, self.asks, self.source, self.unsure):
            column.addWidget(part)
        self.retranslate()

    def show_law(self, law: LawRow | None) -> None:
        """Show another one."""
        self._law = law
        self.retranslate()

    def retranslate(self) -> None:
        """Say it again."""
        law = self._law
        self.setVisible(law is not None)
        if law is None:
            return
        self.name.setText(f"{law.names.shown(language())} · {labels_of_plans.legal_kind(tr(), law.kind)}")
        self.asks.setText(law_words.asks(tr(), law.law))
        self.source.setText(_("Source: {source}", source=law.source) if law.source else _("No source is given."))
        self.unsure.clear()
        if law.unsure:
            self.unsure.tell(Level.WARNING, _("Not confirmed by a lawyer."))


class LawsPart(Translated, QWidget):
    """Add, correct, remove; Space puts the chosen rule in force or out of it."""

    def __init__(self, deeds: Deeds, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._deeds = deeds
        self.laws: dict[int, LawRow] = {}
        self.table = RecordTable((2, 3), wide=1080, most=10)
        self.panel = SourcePanel()
        self.add, self.correct = Button(icon="plus", kind=Kind.PRIMARY), Button(icon="pencil")
        self.switch, self.remove = Button(icon="check"), Button(icon="trash-2")
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in (self.add, self.correct, self.switch, self.remove):
            row.addWidget(button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.table)
        column.addWidget(self.panel)
        column.addLayout(row)
        self.table.picked.connect(self._picked)
        self.table.opened.connect(lambda _key: self.ask_correct())
        self.table.switched.connect(lambda _key: self.put())
        self.add.clicked.connect(self.ask_new)
        self.correct.clicked.connect(self.ask_correct)
        self.switch.clicked.connect(self.put)
        self.remove.clicked.connect(self.take_away)
        self.retranslate()

    @property
    def law(self) -> LawRow | None:
        """The chosen rule."""
        return self.laws.get(self.table.key)

    def reload(self) -> None:
        """Read them again."""
        self.laws = {law.id: law for law in self._deeds.read(law_rows)}
        self.table.show_rows([self._row(law) for law in self.laws.values()])

    def _row(self, law: LawRow) -> Row:
        icon, tone = LOOKS[law.severity]
        tone = tone if law.active else "text3"
        return Row(law.id, (
            Cell("", spoken=_(SWITCH_SPOKEN[law.active])),
            Cell(formats.country(language(), law.country)), Cell(law.names.shown(language())),
            Cell(law_words.asks(tr(), law.law)), Cell(term(law)),
            Cell(law_words.severity(tr(), law.severity), icon, tone), unsure_cell(law.source, unsure=law.unsure),
        ), law.active)  # fmt: skip

    def retranslate(self) -> None:
        """Say the words again."""
        self.table.setAccessibleName(_("Rules of law"))
        self.table.set_heads("", _("Country"), _("Rule"), _("Asks for"), _("In force"), _("Severity"), _("Source"))
        self.add.setText(_("Add rule…"))
        self.correct.setText(_("Edit entry…"))
        self.remove.setText(_("Remove"))
        self.table.show_rows([self._row(law) for law in self.laws.values()])
        self._picked()

    def _picked(self) -> None:
        law = self.law
        self.panel.show_law(law)
        for button in (self.correct, self.switch, self.remove):
            button.setEnabled(law is not None)
        self.switch.setText(_("Deactivate") if law and law.active else _("Activate"))

    def ask_new(self) -> None:
        """Ask for a rule and enter it."""
        dialog = LawDialog(None, self.law.country if self.law else "KZ", self._deeds.window)

        def add() -> int | None:
            facts = dialog.facts()
            label = phrase(N_("Add the rule “{name}”"), name=facts["names"].shown(language()))
            made: int | None = self._deeds.do(label, _("Rule added"), lambda session: laws.add(session, **facts))
            return made

        made = fulfil(self._deeds.workspace, dialog, add)
        if made is not None:
            self.table.choose(made)

    def ask_correct(self) -> None:
        """Ask what is to change about the chosen rule."""
        law = self.law
        if law is None:
            return
        dialog = LawDialog(law, parent=self._deeds.window)

        def change() -> None:
            facts = dialog.facts()
            label = phrase(N_("Edit the rule “{name}”"), name=facts["names"].shown(language()))
            self._deeds.do(label, _("Saved"), lambda session: laws.change(session, law.id, **facts))

        fulfil(self._deeds.workspace, dialog, change)

    def put(self) -> None:
        """Put the chosen rule in force or out of it."""
        law = self.law
        if law is None:
            return
        name = law.names.shown(language())
        label = phrase(N_("Deactivate the rule “{name}”") if law.active else N_("Activate the rule “{name}”"),
                       name=name)  # fmt: skip
        said = _("“{name}” is no longer active", name=name) if law.active else _("“{name}” is now active", name=name)
        self._deeds.do(label, said, lambda session: laws.activate(session, law.id, active=not law.active))

    def take_away(self) -> None:
        """Remove the chosen rule; undo brings it back."""
        law = self.law
        if law is None:
            return
        name = law.names.shown(language())
        label = phrase(N_("Remove the rule “{name}”"), name=name)
        self._deeds.do(label, _("“{name}” removed", name=name), lambda session: laws.remove(session, law.id))
