"""The page of the data check: what is missing or wrong before titles are published, and titles entered twice."""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.domain.data_check import CHECKS
from app.domain.found import Code, Found
from app.domain.screenings import Severity
from app.i18n import formats
from app.i18n.active import _, language, ngettext, pgettext
from app.store.check_facts import checks_left_out
from app.store.journal import Step
from app.store.programme_rows import programme_rows
from app.ui import dialogs
from app.ui.checks.choosing import ChooseChecks
from app.ui.checks.deeds import CheckDeeds
from app.ui.checks.doubles import Doubles
from app.ui.checks.findings import Findings
from app.ui.checks.gathering import COMPARING, LOOKING, Gathered, Gathering, Narrowed
from app.ui.jobs import Job, Outcome
from app.ui.page import Command, Page, Shell
from app.ui.theme import theme
from app.ui.widgets.buttons import Button, IconButton
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.lines import Line
from app.ui.widgets.safe import SafeLabel
from app.ui.widgets.segmented import Segmented
from app.ui.works.editor_sections import SECTIONS
from app.ui.works.form_parts import Choice
from app.ui.workspace import Workspace

LEAST = {"wish": Severity.WISH, "warning": Severity.WARNING, "error": Severity.ERROR}


class ChecksPage(Page):
    """Gathers in a job, then keeps up with each step by itself."""

    def __init__(self, workspace: Workspace, shell: Shell) -> None:
        super().__init__(workspace, shell)
        self.gathering = Gathering(workspace)
        self.deeds = CheckDeeds(workspace, shell)
        self._job: Job[Any] | None = None
        self._wanted: Code | None = None
        self._title = SafeLabel(role="title")
        self.views, self.severities = Segmented(), Segmented()
        self.programmes: Choice[int | None] = Choice()
        self.choose, self.again = Button(icon="sliders-horizontal"), IconButton("refresh-cw")
        self.findings, self.doubles = Findings(self.gathering), Doubles(workspace, self.deeds)
        self.empty = EmptyState()
        self.stack = QStackedWidget()
        for part in (self.findings, self.doubles, self.empty):
            self.stack.addWidget(part)
        self._lay_out()
        self._connect()
        self.retranslate()
        self.views.set_current("findings")
        self.severities.set_current("wish")

    def _lay_out(self) -> None:
        px = theme().px
        bar = QHBoxLayout()
        bar.setContentsMargins(px(18), px(9), px(16), px(9))
        bar.setSpacing(px(12))
        self.programmes.setMinimumWidth(px(150))
        self.programmes.setMaximumWidth(px(240))
        self.again.set_edged(True)
        for part in (self._title, self.views, self.programmes, self.severities):
            bar.addWidget(part)
        bar.setStretchFactor(self.programmes, 1)
        bar.addStretch(1)
        bar.addWidget(self.choose)
        bar.addWidget(self.again)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(bar)
        column.addWidget(Line())
        column.addWidget(self.stack, 1)

    def _connect(self) -> None:
        self.views.chosen.connect(lambda _key: self._show())
        self.severities.chosen.connect(self._narrow_severity)
        self.programmes.picked.connect(self._narrow_programme)
        self.choose.clicked.connect(self._choose)
        self.again.clicked.connect(self.look)
        self.empty.primary.connect(self.look)
        self.findings.opened.connect(self._open)
        self.findings.repaired.connect(self.deeds.repair)
        self.findings.left.connect(self.deeds.leave)
        self.doubles.opened.connect(lambda work: self.shell.show_page("works", work=work, editor=True))

    # What the window asks

    def retranslate(self) -> None:
        """Say the words again."""
        self._title.setText(_("Data check"))
        grave = pgettext("checks", "Warnings"), pgettext("checks", "Errors")
        self.severities.set_options([("wish", _("All")), ("warning", grave[0]), ("error", grave[1])])
        self.severities.setAccessibleName(_("Severity"))
        self.programmes.setAccessibleName(_("Programme"))
        self.choose.setText(_("Choose checks…"))
        self.again.set_name(_("Check again"))
        self._say_counts()

    def reload(self) -> None:
        """Read the programmes and check everything."""
        rows = [(row.id, row.names.shown(language()) or f"{row.id}") for row in self.workspace.read(programme_rows)]
        self.programmes.set_choices([(None, _("All titles")), *rows])
        if self.gathering.narrowed.programme not in [key for key, _name in rows]:
            self.gathering.narrowed = self.gathering.narrowed._replace(programme=None)
        self.programmes.show_value(self.gathering.narrowed.programme)
        self.look()

    def look(self) -> None:
        """Check everything in a job, then compare titles in another; what was found before stays in sight meanwhile."""
        if self._job is not None:
            self._job.stop()
        job: Job[Any] = Job(lambda job: self.gathering.look(job.report), LOOKING)
        self._begin(job, self._looked)

    def _begin(self, job: Job[Any], then: Callable[[Any], None]) -> None:
        self._job = job
        self.again.setEnabled(False)

        def ended(outcome: Outcome[Any]) -> None:
            if self._job is not job:  # another look began meanwhile
                return
            self._job = None
            self.again.setEnabled(True)
            if outcome.value is not None:
                then(outcome.value)

        self.shell.run(job, ended)

    def _looked(self, found: list[Found]) -> None:
        self.gathering.take_found(found)
        self._show_all()
        tongue = language()
        self._begin(Job(lambda job: self.gathering.compare(job.report, tongue), COMPARING), self._compared)

    def _compared(self, compared: Gathered) -> None:
        self.gathering.take_compared(compared)
        self._show_all()

    def refresh(self, step: Step) -> None:
        """Check the titles a step changed, or everything."""
        pairs = bool(step.tables & {"work", "distinct_pair"})
        judged = pairs and self.gathering.drop_judged(step)
        if self._job is None and (judged or self.gathering.renew(step)):
            self._show_all()
        elif step.works or step.tables & {"programme", "slate_entry", "screening", "check_left_out", "distinct_pair"}:
            if pairs:
                self._show_all()
            self.look()

    def go(self, **where: Any) -> None:
        """Go to a check (code="no-poster"), to the doubles (doubles=True), narrow to programme=ID."""
        if "programme" in where:
            self.gathering.narrowed = self.gathering.narrowed._replace(programme=where["programme"])
            self.reload()
        if where.get("doubles"):
            self.views.set_current("doubles")
        if "code" in where:
            self._wanted = Code(where["code"])
        self._show()

    def commands(self) -> Mapping[Command, Callable[[], object]]:
        """Repairing, while findings are seen."""
        return {Command.REPAIR: self.findings.repair_chosen} if self.stack.currentWidget() is self.findings else {}

    def regions(self) -> list[QWidget]:
        """Checks and findings, or pairs and their comparison."""
        shown = self.stack.currentWidget()
        if shown is self.findings:
            return [self.views, self.findings.groups, self.findings.rows]
        return [self.views, *self.doubles.regions()] if shown is self.doubles else [self.empty]

    def status(self) -> str:
        """How much was found."""
        number = sum(number for _code, number in self.gathering.groups())
        return ngettext("{n} finding", "{n} findings", number) if number else _("Nothing is missing")

    # What is shown

    def _show_all(self) -> None:
        self.findings.show_found()
        self.doubles.show_pairs(self.gathering.pairs)
        self._show()

    def _show(self) -> None:
        self._say_counts()
        if self._wanted is not None:
            self.findings.look_at(self._wanted)
            if self.gathering.by_code:
                self._wanted = None
        doubles = self.views.current() == "doubles"
        something = bool(self.gathering.pairs) if doubles else bool(self.gathering.groups())
        shown = self.doubles if doubles else self.findings
        self.stack.setCurrentWidget(shown if something else self.empty)
        self._say_nothing(doubles=doubles)
        if self.isVisible():
            self.shell.set_status(self.status())
            self.shell.commands_changed()

    def _say_counts(self) -> None:
        number = sum(number for _code, number in self.gathering.groups())
        found = pgettext("checks", "Findings {number}", number=formats.number(language(), number))
        twice = pgettext("checks", "Duplicates {number}", number=formats.number(language(), len(self.gathering.pairs)))
        self.views.set_options([("findings", found), ("doubles", twice)])
        self.views.setAccessibleName(_("What is shown"))
        self.severities.setVisible(self.views.current() != "doubles")

    def _say_nothing(self, *, doubles: bool) -> None:
        if doubles:
            self.empty.tell(
                _("No title is entered twice"), _("Titles that look alike are compared here."), _("Check again")
            )
        elif self.gathering.narrowed.least > Severity.WISH and any(self.gathering.by_code.values()):
            self.empty.tell(
                _("Nothing this serious was found"), _("There are wishes left: choose All."), _("Check again")
            )
        else:
            self.empty.tell(_("Nothing is missing"), _("Every title can be published as it is."), _("Check again"))
        self.empty.set_icons("refresh-cw", "")

    # Deeds

    def _open(self, found: Found) -> None:
        if found.code is Code.PROBABLE_DUPLICATE:
            self.views.set_current("doubles")
            self._show()
            self.doubles.look_at(found.record, found.work)
            return

        section = CHECKS[found.code].section
        section = section if section in SECTIONS else "facts"
        self.shell.show_page("works", work=found.work, editor=True, section=section)

    def _narrow_severity(self, key: str) -> None:
        self.gathering.narrowed = self.gathering.narrowed._replace(least=LEAST[key])
        self._show_all()

    def _narrow_programme(self, programme: int | None) -> None:
        self.gathering.narrowed = Narrowed(programme, self.gathering.narrowed.least)
        self.look()

    def _choose(self) -> None:
        programme = self.gathering.narrowed.programme
        everywhere = self.workspace.read(checks_left_out, None)
        here = self.workspace.read(checks_left_out, programme)
        dialog = ChooseChecks(
            here, everywhere if programme is not None else frozenset(), self.programmes.currentText(), self
        )
        if dialogs.show(dialog):
            self.deeds.choose(dialog.left_out(), programme)
