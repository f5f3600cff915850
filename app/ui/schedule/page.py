"""The schedule: what waits at the left, the board or the list in the middle, the chosen event at the right."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.i18n.active import _, language
from app.store.journal import Step
from app.store.programme_rows import ProgrammeRow, programme_rows
from app.store.schedule import schedule
from app.store.tour_rows import stop_rows
from app.store.work_rows import VersionLine, version_lines
from app.ui.page import Command, Page, Shell
from app.ui.planner.planning import Planning
from app.ui.planner.seeking import Seeking
from app.ui.planner.side import Side
from app.ui.schedule import accessible
from app.ui.schedule.asking import Asking
from app.ui.schedule.blocking import Blocking
from app.ui.schedule.choosing import Choosing
from app.ui.schedule.clipboard import Clipboard
from app.ui.schedule.clock import today
from app.ui.schedule.columns import Columns
from app.ui.schedule.commands import Commands
from app.ui.schedule.copying import Copying
from app.ui.schedule.daybar import DayBar
from app.ui.schedule.edits import Edits
from app.ui.schedule.faces import nearest, summary
from app.ui.schedule.hint import Hint
from app.ui.schedule.inspector import Inspector
from app.ui.schedule.lifting import Lifting
from app.ui.schedule.list_view import ScheduleList
from app.ui.schedule.marking import Marking
from app.ui.schedule.menus import Menus
from app.ui.schedule.placing import Placing
from app.ui.schedule.plan import Plan
from app.ui.schedule.toolbar import Legend, Toolbar
from app.ui.schedule.tray import Tray
from app.ui.schedule.view import BoardView
from app.ui.schedule.viewing import Viewing
from app.ui.schedule.window_commands import window_commands
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.lines import Line
from app.ui.workspace import Workspace

SHOWS = frozenset({
    "screening", "part", "blocker", "blocker_hall", "booking", "accepted", "programme", "programme_hall", "strand",
    "slate_entry", "hall", "venue", "work", "name", "version", "subtitle", "copy", "rights", "hall_hours", "stop",
    "rule_setting",
})  # fmt: skip
"""The tables of which a change shows here."""


class SchedulePage(Page):
    """The page of one programme's schedule."""

    conflicts_changed = Signal(int)

    def __init__(self, workspace: Workspace, shell: Shell) -> None:
        super().__init__(workspace, shell)
        self.plan: Plan | None = None
        self.programmes: Sequence[ProgrammeRow] = ()
        self.programme: int | None = None
        self.chosen = 0
        self.edits = Edits(workspace, shell)
        self.toolbar = Toolbar()
        self.tray = Tray()
        self.view = BoardView()
        self.lines = ScheduleList()
        self.daybar = DayBar()
        self.legend = Legend()
        self.hint = Hint()
        self.inspector = Inspector(self.edits, self._versions_of)
        self.side = Side(self.inspector)
        self.nothing = EmptyState()
        self._lay_out()
        self.placing = Placing(self)
        self.pointer = self.placing.pointer
        self.lifting = Lifting(self)
        self.asking = Asking(self)
        self.deeds = Commands(self)
        self.viewing = Viewing(self)
        self.choosing = Choosing(self)
        self.marking = Marking(self)
        self.clipboard = Clipboard(self)
        self.blocking = Blocking(self)
        self.copying = Copying(self)
        self.planning, self.seeking = Planning(self), Seeking(self)
        self.menus = Menus(self)
        accessible.install()
        self._connect()
        self.setFocusProxy(self.view)
        self.retranslate()

    # Making

    def _lay_out(self) -> None:
        self.middle = QStackedWidget()
        self.middle.addWidget(self.view)
        self.middle.addWidget(self.lines)
        centre = QWidget()
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        hint = QHBoxLayout()
        hint.setContentsMargins(16, 0, 16, 0)
        hint.addWidget(self.hint)
        column.addWidget(self.toolbar)
        column.addWidget(Line())
        column.addLayout(hint)
        column.addWidget(self.daybar)
        column.addWidget(self.middle, 1)
        column.addWidget(Line())
        column.addWidget(self.legend)
        self.columns = Columns(self.tray, centre, self.side, self.shell.preferences)
        self.pages = QStackedWidget()
        self.pages.addWidget(self.columns)
        self.pages.addWidget(self.nothing)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.pages)

    def _connect(self) -> None:
        self.toolbar.switch.chosen.connect(lambda number: self.go(programme=number))
        self.toolbar.viewed.connect(self.show_view)
        self.toolbar.printed.connect(self.print)
        self.hint.followed.connect(self.asking.edit_programme)
        self.nothing.primary.connect(self.asking.new_programme)
        for widget in (self.view, self.lines):
            widget.selected.connect(self.choose)
            widget.pressed_key.connect(self.deeds.key)
            widget.asked.connect(self.menus.popup)
            widget.opened.connect(lambda _id: self.deeds.open())
        self.tray.cards.opened.connect(lambda row: self.shell.show_page("works", work=row.work))
        self.inspector.opened.connect(lambda work: self.shell.show_page("works", work=work))
        self.inspector.closed.connect(lambda: self.choose(0))
        self.inspector.shown.connect(self.choose)

    # Reading

    def reload(self) -> None:
        """Read the programmes and the schedule of the one that is shown. What is carried goes back first."""
        self._empty_hands()
        self.programmes = self.workspace.read(programme_rows)
        known = {row.id for row in self.programmes}
        if self.programme not in known:
            self.programme = nearest(self.programmes, today())
        self.toolbar.switch.show_programmes(self.programmes, self.programme)
        self.pages.setCurrentIndex(0 if self.programme is not None else 1)
        if self.programme is None:
            self.plan = None
            self._count(0)
            return
        read = self.workspace.read(schedule, self.programme, language(), today())
        self._show(Plan(read, language(), self.workspace.read(stop_rows, self.programme)))

    def refresh(self, step: Step) -> None:
        """Read again what a step may have changed; a new event is chosen."""
        if step.tables.isdisjoint(SHOWS):
            return
        made = [change.key for change in step.changes if change.table == "screening" and change.before is None]
        self.reload()
        if made and self.plan is not None:
            self.choosing.choose([number for number in made if number in self.plan.cards])

    def reveal(self, step: Step) -> None:
        """Choose the event that an undo has changed."""
        for number in step.keys("screening"):
            if self.plan is not None and number in self.plan.cards:
                self.choose(number)
                return

    def _show(self, plan: Plan) -> None:
        self.plan = plan
        if self.chosen not in plan.cards:
            self.chosen = 0
        settling = self.inspector.conflicts.isAncestorOf(QApplication.focusWidget() or self)
        self.view.show_plan(plan)
        self.lines.show_plan(plan)
        self.legend.show_plan(plan)
        placed = any(card.entry for card in plan.cards.values())
        self.tray.show_rows(plan.schedule.tray, plan.schedule.entries, begun=placed)
        self.inspector.show_plan(plan, self.chosen)
        self.choosing.renew()
        self.fill_menu()
        self.hint.show_plan(plan)
        self.viewing.renew()
        self.seeking.renew()
        self.planning.renew(plan)
        if settling:  # the button that was pressed is gone with its conflict
            (self.view if self.on_board else self.lines).setFocus()
        self._count(plan.grave)
        self.shell.commands_changed()
        self.shell.set_status(self.status())

    def fill_menu(self) -> None:
        """Fill the menu behind the dots with what can be done now."""
        self.toolbar.fill([*self.menus.board_deeds(), None, *self.viewing.deeds()])

    def _count(self, conflicts: int) -> None:
        self.shell.set_conflicts(conflicts)
        self.conflicts_changed.emit(conflicts)

    def _versions_of(self, work: int) -> Sequence[VersionLine]:
        return self.workspace.read(version_lines, [work]).get(work, ())

    # Words

    def retranslate(self) -> None:
        """Say the words again; the titles are read anew in the new language."""
        self.view.setAccessibleName(_("Schedule board"))
        self.nothing.tell(
            _("No programme yet"),
            _("A programme has days and halls. Titles confirmed on its slate wait here to be placed."),
            _("New programme…"),
        )
        self.nothing.set_icons("plus")
        if self.plan is not None and self.plan.language != language():
            if self.isVisible():
                self.reload()
            else:
                self._stale = True

    def status(self) -> str:
        """31 screenings placed, 5 entries to place, 2 conflicts."""
        if self.plan is None:
            return ""
        return self.marking.status() or self.choosing.status() or summary(self.plan)

    # Choosing and showing

    @property
    def on_board(self) -> bool:
        """Whether the board is shown, not the list."""
        return self.middle.currentWidget() is self.view

    def choose(self, screening: int) -> None:
        """Choose an event everywhere; 0 for none."""
        if self.plan is None:
            return
        self.choosing.only(screening)
        if screening == self.chosen:
            return
        self.lifting.put_down(keep=False)
        self.chosen = screening if screening in self.plan.cards else 0
        self.view.select(self.chosen)
        self.lines.select(self.chosen)
        self.inspector.show_plan(self.plan, self.chosen)
        self.shell.commands_changed()

    def show_view(self, view: str) -> None:
        """Week, day, hall or list."""
        self.lifting.put_down(keep=False)
        self.viewing.show(view)
        (self.view if self.on_board else self.lines).setFocus()
        self.shell.commands_changed()

    def go(
        self, programme: int | None = None, screening: int | None = None, *, conflicts: bool = False, **_where: Any
    ) -> None:
        """Show a programme, one of its events, or all that stands against it."""
        if programme is not None and programme != self.programme:
            self.programme, self.chosen = programme, 0
            self.reload()
        elif self.plan is None:
            self.reload()
        if screening is not None or conflicts:
            self.choose(screening or 0)

    def commands(self) -> Mapping[Command, Callable[[], object]]:
        """What the menus can do here."""
        return window_commands(self)

    def regions(self) -> list[QWidget]:
        """Tray, board or list, inspector."""
        return [
            self.tray.cards,
            self.view if self.on_board else self.lines,
            self.side.region(self.inspector.details.hall if self.chosen else self.inspector),
        ]

    def print(self) -> None:
        """Go to the documents of this programme."""
        self.shell.show_page("documents", programme=self.programme)

    # Room

    def _empty_hands(self) -> None:
        self.pointer.cancel()
        self.lifting.put_down(keep=False)

    def hideEvent(self, event: QHideEvent) -> None:
        self._empty_hands()
        super().hideEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.ActivationChange:
            if not self.isActiveWindow():
                self.pointer.cancel()  # nothing is put down where nobody looks
            self.view.viewport().update()
