"""Rules and holidays: what the law of each country asks of a schedule, and the days that are not like others."""

from PySide6.QtWidgets import QWidget

from app.i18n import formats
from app.i18n.active import _, language, ngettext
from app.operations import laws
from app.store import rule_files
from app.ui.page import Shell
from app.ui.settings.deeds import Deeds
from app.ui.settings.rules_days import DaysPart
from app.ui.settings.rules_laws import LawsPart
from app.ui.settings.section import Section
from app.ui.widgets.buttons import Button
from app.ui.widgets.safe import SafeLabel
from app.ui.workspace import Workspace
from app.words import N_, phrase


class RulesSection(Section):
    """Every change is one step that can be undone."""

    widest = 1320

    def __init__(self, workspace: Workspace, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._deeds = Deeds(workspace, shell, self)
        self._deeds.done.connect(self.reload)
        self._note, self._brought_note = SafeLabel(tone="text2", wrap=True), SafeLabel(tone="text2", wrap=True)
        self._laws_head, self._days_head = self.heading(), self.heading()
        self.laws, self.days = LawsPart(self._deeds), DaysPart(self._deeds)
        self.bring = Button(icon="download")
        self.body.addWidget(self._note)
        self.body.addWidget(self._laws_head)
        self.body.addWidget(self.laws)
        self.body.addSpacing(14)
        self.body.addWidget(self._days_head)
        self.body.addWidget(self.days)
        self.body.addSpacing(14)
        self.body.addWidget(self._brought_note)
        self.row(self.bring)
        self.finish()
        self.bring.clicked.connect(self.take_over)
        self.retranslate()

    def retranslate(self) -> None:
        """Say the words."""
        self.title.setText(_("Rules and holidays"))
        self._note.setText(_(
            "What the law of a country requires of a show. Keruen is no lawyer: check what is not "
            "confirmed, and deactivate rules that do not apply to you. Space switches the selected rule."
        ))  # fmt: skip
        self._laws_head.setText(_("Rules of law"))
        self._days_head.setText(_("Special days"))
        self._brought_note.setText(_(
            "Keruen comes with rules and special days. Adding them fills in what is missing here and "
            "changes nothing else."
        ))  # fmt: skip
        self.bring.setText(_("Add built-in rules and days"))

    def reload(self) -> None:
        """Read both tables again."""
        self.laws.reload()
        self.days.reload()

    def show_law(self, law: int) -> None:
        """Choose a rule."""
        self.laws.reload()
        if self.laws.table.choose(law):
            self.laws.table.setFocus()

    def show_day(self, day: int) -> None:
        """Choose a special day."""
        if self.days.show_day(day):
            self.ensureWidgetVisible(self.days.table)
            self.days.table.setFocus()

    def take_over(self) -> None:
        """Enter what the program brings and the library lacks."""
        known, dated = len(self.laws.laws), len(self.days.days)
        label = phrase(N_("Add the built-in rules and days"))
        steps = self._deeds.workspace.undo_stack.index()
        taken = self._deeds.workspace.edit(label, laws.take_over, rule_files.laws(), rule_files.days())
        self.reload()
        if self._deeds.workspace.undo_stack.index() == steps:
            self._deeds.shell.toast(_("Nothing is missing: everything is here already."))
        elif taken is not None:
            rules, days = len(self.laws.laws) - known, len(self.days.days) - dated
            said = [ngettext("{n} rule", "{n} rules", rules), ngettext("{n} day", "{n} days", days)]
            self._deeds.shell.toast(_("Added: {what}", what=formats.listing(language(), said)), undo=True)
