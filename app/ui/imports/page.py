"""The page that brings a spreadsheet in: file, how it was read, what would change, and the import itself."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.i18n.active import _
from app.intake.options import Overrides
from app.operations.imports import Imported
from app.store.journal import Step
from app.store.programme_rows import programme_rows
from app.ui import dialogs
from app.ui.file_drop import SPREADSHEET, SPREADSHEETS
from app.ui.imports import flow
from app.ui.imports.check_panel import summary
from app.ui.imports.check_step import CheckStep
from app.ui.imports.done_step import DoneStep, said
from app.ui.imports.errands import Errands, save_errors
from app.ui.imports.file_step import FileStep
from app.ui.imports.flow import Planned, Seen, Wishes
from app.ui.imports.pairs import pairs_of
from app.ui.imports.reading_step import ReadingStep
from app.ui.imports.steps import Steps
from app.ui.imports.working_step import WorkingStep
from app.ui.jobs import Outcome
from app.ui.page import Page, Shell
from app.ui.theme import theme
from app.ui.widgets.buttons import Button, Kind
from app.ui.widgets.lines import Line
from app.ui.widgets.safe import SafeLabel
from app.ui.workspace import Workspace
from app.words import N_, Phrase, phrase

T = TypeVar("T")

LOOKING = phrase(N_("Looking at the file"))
READING = phrase(N_("Reading the file"))
PLANNING = phrase(N_("Comparing with the library"))
IMPORTING = phrase(N_("Importing"))


class ImportsPage(Page):
    """One import at a time, in four steps; nothing is changed before the last one."""

    def __init__(self, workspace: Workspace, shell: Shell) -> None:
        super().__init__(workspace, shell)
        self._seen: Seen | None = None
        self._planned: Planned | None = None
        self._writing = False
        self._back_to: QWidget | None = None
        self._title = SafeLabel(role="title")
        self.steps = Steps()
        self.back, self.next = Button(icon="chevron-left"), Button(kind=Kind.PRIMARY)
        self.file, self.reading, self.check = FileStep(), ReadingStep(), CheckStep()
        self.working, self.done = WorkingStep(), DoneStep()
        self._stack = QStackedWidget()
        for step in (self.file, self.reading, self.check, self.working, self.done):
            self._stack.addWidget(step)
        self._errands = Errands(shell, self.working.tell)
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        px = theme().px
        head = QHBoxLayout()
        head.setContentsMargins(px(18), px(9), px(16), px(9))
        head.setSpacing(px(12))
        head.addWidget(self._title)
        head.addWidget(self.steps)
        head.addStretch(1)
        for button in (self.back, self.next):
            head.addWidget(_with_room(button))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(Line())
        column.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self.workspace.opened.connect(self._forget)
        self.file.choosing.connect(self.choose)
        self.reading.changed.connect(self._look_again)
        self.check.changed.connect(self._plan_again)
        self.check.answered.connect(self._say_deeds)
        self.check.saving.connect(self._save_errors)
        self.back.clicked.connect(self._go_back)
        self.next.clicked.connect(self._go_on)
        self.working.stopped.connect(self._errands.stop)
        self.done.shown.connect(self._show_result)
        self.done.undone.connect(self._undo)
        self.done.saving.connect(self._save_errors)
        self.done.again.connect(self.choose)

    # What the window asks

    def go(self, **where: Any) -> None:
        """`path`: begin with this file; `choose`: ask for one."""
        if where.get("path") is not None:
            self.begin(Path(where["path"]))
        elif where.get("choose"):
            self.choose()

    def retranslate(self) -> None:
        """Say the words."""
        self._title.setText(_("Import"))
        self.back.setText(_("Back"))
        self._say_deeds()

    def regions(self) -> list[QWidget]:
        """The parts of the step that is shown."""
        here = self._stack.currentWidget() or self.file
        parts: dict[QWidget, list[QWidget]] = {
            self.reading: [self.reading.panel, self.reading.preview],
            self.check: [self.check.panel, self.check.parts],
        }
        return [*parts.get(here, [here]), self.next]

    def status(self) -> str:
        """The file that is being brought in."""
        return self._seen.path.name if self._seen else ""

    def leave(self) -> bool:
        """While rows are written the page stays: the library belongs to the import until then."""
        if self._writing:
            self.shell.toast(_("An import is under way. Stop it first, or wait."), icon="info")
        return not self._writing

    # The steps

    def choose(self) -> None:
        """Ask for a file."""
        folder = self._seen.path.parent if self._seen else None
        path = None if self._writing else dialogs.open_file(self, SPREADSHEET, (SPREADSHEETS,), folder)
        if path is not None:
            self.begin(path)

    def begin(self, path: Path) -> None:
        """Look at a file. One of a known kind goes on to the check by itself."""
        if self._writing:
            return
        self._planned = None
        self.file.refuse(None)

        def looked(outcome: Outcome[Seen]) -> None:
            if outcome.value is None:
                self.file.refuse(outcome.refusal, path.name)
                return
            self._take(outcome.value)
            if outcome.value.known and outcome.value.ready:
                self._plan()

        self._work(LOOKING, partial(flow.looked, self.workspace.store, path, None), looked, self.file)

    def _look_again(self, said: Overrides) -> None:
        assert self._seen is not None
        work = partial(flow.looked, self.workspace.store, self._seen.path, said)

        def looked(outcome: Outcome[Seen]) -> None:
            if outcome.value is not None:
                self._take(outcome.value)
            elif self._seen is not None:
                self._take(self._seen)  # refused: it stays as it was

        self._work(LOOKING, work, looked, self.reading, quiet=True)

    def _take(self, seen: Seen) -> None:
        self._seen = seen
        self._planned = None
        self.reading.show_seen(seen)
        self._show(self.reading)

    def _plan(self) -> None:
        assert self._seen is not None
        work = partial(flow.planned, self.workspace.store, self._seen, Wishes())
        self._work(READING, work, self._is_planned, self.reading)

    def _plan_again(self) -> None:
        assert self._planned is not None
        work = partial(flow.again, self.workspace.store, self._planned, self.check.wishes())
        self._work(PLANNING, work, self._is_planned, self.check, quiet=True)

    def _is_planned(self, outcome: Outcome[Planned]) -> None:
        if outcome.value is None:
            return
        self._planned = outcome.value
        pairs = pairs_of(self.workspace.store, outcome.value.plan)
        rows = self.workspace.read(programme_rows)
        self.check.show_plan(outcome.value, pairs, [(row.id, row.names) for row in rows])
        self._show(self.check)

    def _import(self) -> None:
        assert self._planned is not None
        self._writing = True
        work = partial(flow.carried_out, self.workspace.store, self._planned, self.check.wishes())
        self._work(IMPORTING, work, self._is_imported, self.check)

    def _is_imported(self, outcome: Outcome[tuple[Imported, Step]]) -> None:
        self._writing = False
        if outcome.value is None:
            return
        done, step = outcome.value
        self.workspace.adopt(step)
        self.done.show_done(done, len(self._planned.troubles) if self._planned else 0)
        self._show(self.done)
        self.shell.toast(said(done), undo=True)

    def _forget(self) -> None:
        """Another library was opened: what was compared was compared with the one before."""
        self._errands.stop()
        self._seen = self._planned = None
        self._show(self.file)

    # How work is done

    def _work(
        self,
        title: Phrase,
        work: Callable[[flow.Report], T],
        then: Callable[[Outcome[T]], None],
        back: QWidget,
        *,
        quiet: bool = False,
    ) -> None:
        """Do `work` in a job with its progress on the page; a refusal or a stop leads `back`."""
        self._back_to = back

        def ended(outcome: Outcome[T]) -> None:
            if not outcome.done:
                self._writing = False
                self._show(back)
            then(outcome)

        if not quiet:
            self.working.begin(title)
            self._show(self.working)
        self._errands.run(title, work, ended, told=back is self.file)

    def _show(self, step: QWidget) -> None:
        fresh = self._stack.currentWidget() is not step
        self._stack.setCurrentWidget(step)
        self._say_deeds()
        if fresh:
            (self.next if step is self.check else step).setFocus(Qt.FocusReason.OtherFocusReason)
        self.shell.set_status(self.status())

    def _say_deeds(self, _changed: object = None) -> None:
        here = self._stack.currentWidget()
        steps: tuple[QWidget, ...] = (self.file, self.reading, self.check, self.done)
        stands = self._back_to if here is self.working else here
        place = steps.index(stands) if stands in steps else 0
        self.steps.set_place(place + (here is self.working and place > 0))
        self.back.setVisible(here in (self.reading, self.check))
        self.next.setVisible(here in (self.reading, self.check))
        if here is self.check and self._planned is not None:
            answered = self.check.pairs.answers and not self.check.pairs.unanswered()
            self.next.setText(_("Import") if answered else summary(self._planned.plan))
            self.next.setEnabled(not self._planned.plan.empty or bool(self.check.pairs.answers))
        else:
            self.next.setText(_("Check"))
            self.next.setEnabled(self._seen is not None and self._seen.ready)

    def _go_on(self) -> None:
        if self._stack.currentWidget() is self.reading:
            self._plan()
        else:
            self._import()

    def _go_back(self) -> None:
        self._show(self.file if self._stack.currentWidget() is self.reading else self.reading)

    # Afterwards

    def _show_result(self) -> None:
        done = self.done.result
        if done is not None and done.screenings:
            self.shell.show_page("schedule", programme=done.programme)
        elif done is not None and done.works:
            self.shell.show_page("works", work=done.works[0])
        else:
            self.shell.show_page("works")

    def _undo(self) -> None:
        self.workspace.undo_stack.undo()
        self.done.undo.setEnabled(False)

    def _save_errors(self) -> None:
        if self._planned is not None:
            save_errors(self, self.shell, self._planned)


def _with_room(button: Button) -> Button:
    """A button whose room stays when it is hidden, so that the head keeps its height."""
    policy = button.sizePolicy()
    policy.setRetainSizeWhenHidden(True)
    button.setSizePolicy(policy)
    return button
