"""How serious the rules are in one programme: every rule with its severity, its measure and its weight."""

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from app.domain.measures import LEGAL, RULES, usual_weight
from app.domain.surroundings import Setting
from app.i18n import formats, measure_words
from app.i18n.active import _, language, tr
from app.i18n.rule_words import RULE_NAMES
from app.ui import dialogs
from app.ui.programmes.rule_editor import RuleEditor, effective
from app.ui.settings.rules_laws import LOOKS
from app.ui.theme import theme
from app.ui.widgets.buttons import Button, Kind
from app.ui.widgets.record_table import Cell, RecordTable, Row

WIDE, SHOWN = 900, 9
USUAL = Setting()


class RulesDialog(dialogs.House):
    """What is set here is taken when the dialog is accepted; `to_laws` when the rules of law shall be shown next."""

    def __init__(self, settings: Mapping[str, Setting], name: str, parent: QWidget | None = None) -> None:
        super().__init__("sliders-horizontal", "accent", parent)
        self._before, self._name = dict(settings), name
        self.settings = {rule: settings.get(rule, USUAL) for rule in RULES}
        self.to_laws = False
        self.table = RecordTable((1,), wide=WIDE - 90, most=SHOWN)
        self.editor = RuleEditor()
        self.keep_button, self.act_button, self.all_button = Button(), Button(kind=Kind.PRIMARY), Button()
        self.body.addWidget(self.table)
        self.body.addWidget(self.editor)
        self.foot.insertWidget(0, self.all_button)
        self.foot.addWidget(self.keep_button)
        self.foot.addWidget(self.act_button)
        self.setMinimumWidth(theme().px(WIDE))
        self.keep_button.clicked.connect(self.reject)
        self.act_button.clicked.connect(self.accept)
        self.all_button.clicked.connect(self._all_as_usual)
        self.table.picked.connect(self._picked)
        self.editor.changed.connect(self._changed)
        self.editor.to_laws.connect(self._leave_for_laws)
        for button in (self.keep_button, self.act_button, self.all_button):
            button.setAutoDefault(False)
        self.retranslate()
        self.table.setFocus()

    @property
    def rule(self) -> str:
        """The chosen rule."""
        return RULES[max(self.table.key, 1) - 1]

    def changes(self) -> dict[str, Setting]:
        """What shall be set now and was not so before."""
        return {rule: setting for rule, setting in self.settings.items() if setting != self._before.get(rule, USUAL)}

    def choose(self, rule: str) -> None:
        """Choose a rule."""
        self.table.choose(RULES.index(rule) + 1)

    def retranslate(self) -> None:
        """Say the words again."""
        self.setWindowTitle(_("Keruen"))
        self.heading.setText(_("Rule severity"))
        self.sentence.setText(_("For “{name}” only. Other programmes are not changed.", name=self._name))
        self.table.setAccessibleName(_("Rules"))
        self.table.set_heads("", _("Rule"), _("Severity"), _("Measure"), _("Weight"))
        self.keep_button.setText(_("Cancel"))
        self.act_button.setText(_("Save"))
        self.all_button.setText(_("Reset to defaults"))
        self._show()

    def _show(self) -> None:
        self.table.show_rows([self._row(place, rule) for place, rule in enumerate(RULES, 1)])

    def _row(self, place: int, rule: str) -> Row:
        own = self.settings[rule]
        icon, tone = LOOKS[effective(rule, own)]
        if rule in LEGAL and own.severity is None:
            icon, tone = "scroll-text", "text2"
        weight = usual_weight(rule) if own.weight is None else own.weight
        held = _("must hold") if own.severity is None else "–"
        quiet = "text2"
        return Row(place, (
            Cell(rule, tone=quiet), Cell(_(RULE_NAMES[rule].name)),
            Cell(measure_words.severity(tr(), rule, own.severity), icon, tone),
            Cell(measure_words.measure(tr(), rule, own.value), tone=quiet if own.value is None else "text"),
            Cell(held if weight is None else formats.number(language(), weight),
                 tone=quiet if own.weight is None else "text"),
        ))  # fmt: skip

    def _picked(self) -> None:
        self.editor.show_rule(self.rule, self.settings[self.rule])

    def _changed(self, setting: Setting) -> None:
        self.settings[self.rule] = setting
        self._show()

    def _all_as_usual(self) -> None:
        self.settings = dict.fromkeys(RULES, USUAL)
        self._show()

    def _leave_for_laws(self) -> None:
        self.to_laws = True
        self.accept()
