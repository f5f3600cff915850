"""The schedule: what waits at the left, the board or the list in the middle, the chosen event at the right."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.domain.screenings import Severity
from app.i18n.active import _, language, ngettext, pgettext
from app.store.journal import Step
from app.store.programme_rows import ProgrammeRow, programme_rows
from app.store.schedule import Card, TrayRow, schedule
from app.store.work_rows import VersionLine, version_lines
from app.ui.page import Command, Page, Shell
from app.ui.schedule import accessible
from app.ui.schedule.asking import Asking
from app.ui.schedule.clock import today
from app.ui.schedule.commands import Commands, Deed
from app.ui.schedule.drag import Carry
from app.ui.schedule.edits import Edits
from app.ui.schedule.inspector import Inspector
from app.ui.schedule.list_model import Column
from app.ui.schedule.list_view import ScheduleList
from app.ui.schedule.plan import Plan
from app.ui.schedule.pointer import Pointer
from app.ui.schedule.toolbar import Legend, Toolbar
from app.ui.schedule.tray import HELD, Tray
from app.ui.schedule.view import BoardView
from app.ui.theme import theme
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.lines import Line, Splitter
from app.ui.widgets.message import InlineMessage, Level
from app.ui.workspace import Workspace

SHOWS = frozenset({
    "screening", "part", "accepted", "programme", "programme_hall", "strand", "slate_entry", "hall", "venue",
    "work", "name", "version", "subtitle", "copy", "rights",
})  # fmt: skip
"""The tables of which a change shows here."""

NARROW = 1400
WIDE_SIZES, NARROW_SIZES = (196, 304), (176, 280)


class SchedulePage(Page):
    """The page of one programme's schedule."""

    conflicts_changed = Signal(int)

    def __init__(self, workspace: Workspace, shell: Shell) -> None:
        super().__init__(workspace, shell)
        self.plan: Plan | None = None
        self.programmes: Sequence[ProgrammeRow] = ()
        self.programme: int | None = None
        self.chosen = 0
        self._narrow: bool | None = None
        self.edits = Edits(workspace, shell)
        self.toolbar = Toolbar()
        self.tray = Tray()
        self.view = BoardView()
        self.lines = ScheduleList()
        self.legend = Legend()
        self.hint = InlineMessage()
        self.inspector = Inspector(self.edits, self._versions_of)
        self.nothing = EmptyState()
        self._lay_out()
        self.pointer = Pointer(self, self.view, self.tray)
        self.asking = Asking(self)
        self.deeds = Commands(self)
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
        column.addWidget(self.middle, 1)
        column.addWidget(Line())
        column.addWidget(self.legend)
        self.splitter = Splitter()
        for part in (self.tray, centre, self.inspector):
            self.splitter.addWidget(part)
        self.splitter.setStretchFactor(1, 1)
        self.tray.setMinimumWidth(theme().px(150))
        self.inspector.setMinimumWidth(theme().px(250))
        self.pages = QStackedWidget()
        self.pages.addWidget(self.splitter)
        self.pages.addWidget(self.nothing)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.pages)

    def _connect(self) -> None:
        self.toolbar.switch.chosen.connect(lambda number: self.go(programme=number))
        self.toolbar.viewed.connect(self.show_view)
        self.toolbar.printed.connect(self.print)
        self.nothing.primary.connect(self.asking.new_programme)
        for widget in (self.view, self.lines):
            widget.selected.connect(self.choose)
            widget.pressed_key.connect(self.deeds.key)
            widget.asked.connect(self.deeds.popup)
            widget.opened.connect(lambda _id: self.deeds.open())
        self.view.zoomed.connect(self._zoomed)
        self.view.grabbed.connect(self._grabbed)
        self.view.dragged.connect(self.pointer.move)
        self.view.released.connect(self.pointer.drop)
        self.tray.cards.grabbed.connect(self._grabbed_entry)
        self.tray.cards.dragged.connect(self.pointer.move)
        self.tray.cards.released.connect(self.pointer.drop)
        self.tray.cards.place.connect(self.place_first)
        self.tray.cards.opened.connect(lambda row: self.shell.show_page("works", work=row.work))
        self.pointer.dropped.connect(self._dropped)
        self.pointer.unplaced.connect(lambda carry: self._take_off(carry.card))
        self.pointer.refused.connect(lambda carry: self.edits.refuse(carry.outcome.sentence))
        self.pointer.moved.connect(self._drag_moved)
        self.pointer.ended.connect(self._drag_ended)
        self.inspector.opened.connect(lambda work: self.shell.show_page("works", work=work))
        self.inspector.closed.connect(lambda: self.choose(0))
        self.inspector.shown.connect(self.choose)
        self.lines.lines.edited = self._edited_line
        self.splitter.splitterMoved.connect(self._keep_sizes)

    # Reading

    def reload(self) -> None:
        """Read the programmes and the schedule of the one that is shown."""
        self.programmes = self.workspace.read(programme_rows)
        known = {row.id for row in self.programmes}
        if self.programme not in known:
            self.programme = self.programmes[0].id if self.programmes else None
        self.toolbar.switch.show_programmes(self.programmes, self.programme)
        self.pages.setCurrentIndex(0 if self.programme is not None else 1)
        if self.programme is None:
            self.plan = None
            self._count(0)
            return
        read = self.workspace.read(schedule, self.programme, language(), today())
        self._show(Plan(read, language()))

    def refresh(self, step: Step) -> None:
        """Read again what a step may have changed; a new event is chosen."""
        if step.tables.isdisjoint(SHOWS):
            return
        made = [change.key for change in step.changes if change.table == "screening" and change.before is None]
        self.pointer.cancel()
        self.reload()
        if len(made) == 1:
            self.choose(made[0])

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
        self.view.show_plan(plan)
        self.lines.show_plan(plan)
        self.legend.show_plan(plan)
        self.tray.show_rows(plan.schedule.tray, plan.schedule.entries)
        self.inspector.show_plan(plan, self.chosen)
        self.toolbar.fill(self.board_deeds())
        if plan.cards:
            self.hint.clear()
        else:
            self.hint.tell(
                Level.INFO,
                _("Nothing is placed yet. Drag a title from the left onto the board, or choose one and press P."),
            )
        self._count(sum(one.severity is Severity.ERROR for one in plan.findings))
        self.shell.commands_changed()
        self.shell.set_status(self.status())

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
        if self.plan is not None:
            self.reload()

    def status(self) -> str:
        """31 screenings placed, 5 entries to place, 2 conflicts."""
        plan = self.plan
        if plan is None:
            return ""
        grave = sum(one.severity is Severity.ERROR for one in plan.findings)
        return _(
            "{placed}, {waiting}, {conflicts}",
            placed=ngettext("{n} screening placed", "{n} screenings placed", len(plan.cards)),
            waiting=ngettext("{n} entry to place", "{n} entries to place", len(plan.schedule.tray)),
            conflicts=ngettext("{n} conflict", "{n} conflicts", grave),
        )

    # Choosing and showing

    @property
    def on_board(self) -> bool:
        """Whether the board is shown, not the list."""
        return self.middle.currentWidget() is self.view

    def choose(self, screening: int) -> None:
        """Choose an event everywhere; 0 for none."""
        if self.plan is None or screening == self.chosen:
            return
        self.deeds.put_down(keep=False)
        self.chosen = screening if screening in self.plan.cards else 0
        self.view.select(self.chosen)
        self.lines.select(self.chosen)
        self.inspector.show_plan(self.plan, self.chosen)
        self.shell.commands_changed()

    def show_view(self, view: str) -> None:
        """Week, day or list."""
        self.toolbar.views.set_current(view)
        self.deeds.put_down(keep=False)
        if view == "list":
            self.middle.setCurrentWidget(self.lines)
            self.lines.select(self.chosen)
        else:
            self.middle.setCurrentWidget(self.view)
            self.view.set_mode(view)
        (self.view if self.on_board else self.lines).setFocus()
        self.shell.commands_changed()

    def go(self, programme: int | None = None, screening: int | None = None, **_where: Any) -> None:
        """Show a programme, or one of its events."""
        if programme is not None and programme != self.programme:
            self.programme, self.chosen = programme, 0
            self.reload()
        elif self.plan is None:
            self.reload()
        if screening is not None:
            self.choose(screening)

    open = go

    def commands(self) -> Mapping[Command, Callable[[], object]]:
        """What the menus can do here."""
        deeds = self.deeds
        if self.plan is None:
            return {Command.NEW: self.asking.new_programme}
        found: dict[Command, Callable[[], object]] = {
            Command.NEW: self.asking.add_event, Command.FILTER: self.tray.field.setFocus, Command.PRINT: self.print,
            Command.ZOOM_IN: lambda: self.view.scale_by(1.25), Command.ZOOM_OUT: lambda: self.view.scale_by(0.8),
            Command.ZOOM_FIT: self.view.fit,
        }  # fmt: skip
        if self.plan.findings:
            found |= {
                Command.NEXT_CONFLICT: lambda: deeds.next_conflict(1),
                Command.PREVIOUS_CONFLICT: lambda: deeds.next_conflict(-1),
            }
        if self.chosen:
            found |= {Command.DUPLICATE: deeds.duplicate, Command.REMOVE: deeds.unplace, Command.RENAME: deeds.edit}
        if self.plan.against(self.chosen) if self.chosen else self.plan.findings:
            found[Command.REPAIR] = deeds.repair
        return found

    def regions(self) -> list[QWidget]:
        """Tray, board or list, inspector."""
        return [
            self.tray.cards,
            self.view if self.on_board else self.lines,
            self.inspector.hall if self.chosen else self.inspector,
        ]

    def print(self) -> None:
        """Go to the documents of this programme."""
        self.shell.show_page("documents", programme=self.programme)

    def board_deeds(self) -> Sequence[Deed | None]:
        """What can be done with the programme."""
        return (
            (pgettext("menu", "Add an event…"), "plus", "Ctrl+N", self.asking.add_event),
            None,
            (pgettext("menu", "Zoom in"), "zoom-in", "Ctrl++", lambda: self.view.scale_by(1.25)),
            (pgettext("menu", "Zoom out"), "zoom-out", "Ctrl+-", lambda: self.view.scale_by(0.8)),
            (pgettext("menu", "Fit the week"), "", "Ctrl+0", self.view.fit),
            None,
            (pgettext("menu", "Edit the programme…"), "pencil", "", self.asking.edit_programme),
            (pgettext("menu", "New programme…"), "plus", "", self.asking.new_programme),
        )

    # Carrying

    def _grabbed(self, card: Card, at: Any, grab: float) -> None:
        if self.plan is not None:
            self.pointer.begin(card, self.plan.board.slot(card.id), at, grab)

    def _grabbed_entry(self, row: TrayRow, at: Any) -> None:
        if self.plan is not None and self.on_board:
            card, slot = self.plan.newcomer(row)
            self.tray.hold(row.entry)
            self.pointer.begin(card, slot, at, HELD)

    def _drag_moved(self) -> None:
        self.tray.light(lit=self.pointer.over_tray)

    def _drag_ended(self) -> None:
        self.tray.hold(None)
        self.tray.light(lit=False)
        self.tray.cards.let_go()

    def _dropped(self, carry: Carry) -> None:
        if self.plan is not None and carry.outcome is not None:
            self.edits.put(self.plan, carry.card, carry.outcome.slot, copying=carry.copying)

    def _take_off(self, card: Card) -> None:
        self.edits.unplace(card)

    def place_first(self, row: TrayRow) -> None:
        """Put an entry where it fits first."""
        if self.plan is None:
            return
        card, slot = self.plan.newcomer(row)
        placed = self.plan.first_place(slot)
        if placed is None:
            self.edits.refuse(_("There is no free place for “{title}”.", title=row.title))
        else:
            self.edits.put(self.plan, card, placed)

    def _edited_line(self, card: Card, column: Column, value: Any) -> bool:
        plan = self.plan
        if plan is None:
            return False
        if column is Column.STATUS:
            return self.edits.set_status(card, type(card.status)(value))
        slot = plan.board.slot(card.id)
        if column is Column.HALL:
            return self.edits.try_put(plan, card, slot.at(value, slot.start))
        minute = value if value >= plan.schedule.programme.day_start else value + 24 * 60
        return self.edits.try_put(
            plan, card, slot.at(slot.hall, plan.minute(card.day, minute) - slot.body_start + slot.start)
        )

    # Room

    def _zoomed(self, density: str) -> None:
        if self.on_board:
            self.toolbar.views.set_current("week" if density == "week" else "day")

    def _keep_sizes(self) -> None:
        self.shell.preferences.keep_layout(self._layout_name(), self.splitter.saveState())

    def _layout_name(self) -> str:
        return "schedule narrow" if self._narrow else "schedule"

    def showEvent(self, event: QShowEvent) -> None:
        self._fit_sizes()
        super().showEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_sizes()

    def _fit_sizes(self) -> None:
        narrow = self.window().width() < NARROW
        if narrow == self._narrow:
            return
        self._narrow = narrow
        self.tray.show_posters(not narrow)
        kept = self.shell.preferences.layout(self._layout_name())
        if kept is None or not self.splitter.restoreState(kept):
            left, right = (theme().px(size) for size in (NARROW_SIZES if narrow else WIDE_SIZES))
            self.splitter.setSizes([left, max(1, self.width() - left - right - 2), right])

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.ActivationChange:
            self.view.viewport().update()
