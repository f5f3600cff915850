"""The slates: the balance at the top, the board or the table below it, the chosen title at the right."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtGui import QHideEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.kinds import SlateState
from app.domain.skeleton import skeleton
from app.i18n.active import _, language, ngettext
from app.store.journal import Step
from app.store.programme_rows import ProgrammeRow, programme_rows
from app.store.slate_candidates import candidates
from app.store.slate_rows import slate
from app.ui import dialogs
from app.ui.page import Command, Page, Shell
from app.ui.programmes.asking import ProgrammeAsking
from app.ui.schedule.clock import today
from app.ui.slates.add_dialog import AddTitles
from app.ui.slates.board import Board
from app.ui.slates.carrying import Carrying
from app.ui.slates.commands import Commands
from app.ui.slates.desk import Desk
from app.ui.slates.edits import Edits
from app.ui.slates.resting import Resting
from app.ui.slates.rooms import Rooms
from app.ui.slates.table import Table
from app.ui.workspace import Workspace

SHOWS = frozenset({
    "programme", "strand", "target", "slate_entry", "opinion", "entry_link", "entry_guest", "screening", "part",
    "work", "name", "work_country", "version", "subtitle", "rights", "credit", "agent", "agent_name",
})  # fmt: skip
"""The tables of which a change shows here."""


class SlatesPage(Page):
    """The page of one programme's slate."""

    def __init__(self, workspace: Workspace, shell: Shell) -> None:
        super().__init__(workspace, shell)
        self.desk: Desk | None = None
        self.programmes: Sequence[ProgrammeRow] = ()
        self.programme: int | None = None
        self.chosen: list[int] = []
        self._choosing = False
        self.edits = Edits(workspace, shell, self)
        self.asking = ProgrammeAsking(workspace, shell, self)
        self.rooms = Rooms(self.edits, self)
        self.board, self.table = self.rooms.board, self.rooms.table
        self.toolbar, self.inspector = self.rooms.toolbar, self.rooms.inspector
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.rooms)
        self.carrying, self.resting = Carrying(self, self.board), Resting(self, self.board)
        self.deeds = Commands(self)
        self._connect()
        self.setFocusProxy(self.board)
        self.retranslate()

    def _connect(self) -> None:
        self.toolbar.switch.chosen.connect(lambda number: self.go(programme=number))
        self.rooms.viewed.connect(self.show_view)
        self.toolbar.added.connect(self.add)
        self.toolbar.field.textChanged.connect(lambda _text: self._show(self.desk))
        self.rooms.nothing.primary.connect(self.new_programme)
        self.rooms.empty.primary.connect(self.add)
        self.rooms.empty.secondary.connect(lambda: self.edit_programme("targets"))
        self.board.chose.connect(lambda: self._chosen_by(self.board))
        self.table.chose.connect(lambda: self._chosen_by(self.table))
        for view in (self.board, self.table):
            view.opened.connect(self.show_details)
            view.keyed.connect(self.deeds.key)
            view.asked.connect(self.deeds.popup)
        self.inspector.opened.connect(lambda work: self.shell.show_page("works", work=work))
        self.inspector.scheduled.connect(self.deeds.schedule)

    # Reading

    def reload(self) -> None:
        """Read the programmes and the slate of the one that is shown. What is carried goes back first."""
        self.carrying.put_down(keep=False)
        self.programmes = self.workspace.read(programme_rows)
        if self.programme not in {row.id for row in self.programmes}:
            self.programme = self.programmes[0].id if self.programmes else None
        self.toolbar.switch.show_programmes(self.programmes, self.programme)
        self.rooms.setCurrentIndex(0 if self.programme is not None else 1)
        if self.programme is None:
            self._show(None)
        else:
            read = self.workspace.read(slate, self.programme, language(), today())
            self._show(Desk(read, language(), self.desk))

    def refresh(self, step: Step) -> None:
        """Read again what a step may have changed."""
        if not step.tables.isdisjoint(SHOWS):
            self.reload()

    def reveal(self, step: Step) -> None:
        """Choose the titles that an undo has changed."""
        if self.desk is not None:
            found = self.desk.known(sorted(step.keys("slate_entry")))
            if found:
                self.choose(found)

    def _show(self, desk: Desk | None) -> None:
        self.desk = desk
        words = skeleton(self.toolbar.field.text())
        self.chosen = desk.known(self.chosen) if desk else []
        self._choosing = True
        if desk is not None:
            kept = {entry.id for entry in desk.slate.entries
                    if not words or words in skeleton(f"{entry.title} {entry.second}")}  # fmt: skip
            self.board.show_desk(desk, kept)
            self.table.show_desk(desk, kept)
            self.board.choose(self.chosen, self.board.current)
            self.table.choose(self.chosen)
        else:
            self.board.show_desk(None)
        self._choosing = False
        self.rooms.strip.show_desk(desk)
        self.toolbar.fill(self.deeds.slate_deeds())
        self._settle_view()
        self._tell_chosen()

    def _settle_view(self) -> None:
        bare = self.desk is not None and not self.desk.slate.entries
        self.rooms.settle(bare=bare, pair=len(self.chosen) == 2)  # noqa: PLR2004 - one beside the other

    # Words

    def retranslate(self) -> None:
        """The titles are read anew in the new language."""
        if self.desk is not None and self.desk.language != language():
            if self.isVisible():
                self.reload()
            else:
                self._stale = True

    def status(self) -> str:
        """10 titles, Tomiris selected: confirming adds 155 minutes to Panorama."""
        if self.desk is None:
            return ""
        total = ngettext("{n} title", "{n} titles", len(self.desk.slate.entries))
        said = self.desk.sentence(self.chosen)
        return _("{titles}, {selected}", titles=total, selected=said) if said else self.desk.summary()

    # Choosing

    @property
    def on_board(self) -> bool:
        """Whether the board is shown."""
        return self.rooms.shown is self.board

    def choose(self, entries: Sequence[int], *, focus: bool = False) -> None:
        """Choose entries everywhere."""
        if self.desk is None:
            return
        known = self.desk.known(entries)
        self._choosing = True
        self.board.unfold_for(known if self.on_board else ())
        self.board.choose(known, focus=focus and self.on_board)
        self.table.choose(known)
        self._choosing = False
        self.chosen = known
        self._tell_chosen()

    def _chosen_by(self, view: Board | Table) -> None:
        if self._choosing or self.desk is None:
            return
        self.chosen = self.desk.known(view.chosen)
        self._choosing = True
        if view is self.board:
            self.table.choose(self.chosen)
        else:
            self.board.choose(self.chosen)
        self._choosing = False
        self._tell_chosen()

    def _tell_chosen(self) -> None:
        desk = self.desk
        self.rooms.strip.imagine(desk.imagined(self.chosen) if desk and not self.carrying.busy else None)
        self.inspector.show_chosen(desk, self.chosen)
        self.rooms.compare.show_pair(desk, self.chosen)
        self.shell.commands_changed()
        self.shell.set_status(self.status())

    def imagine(self, entries: Sequence[int], state: SlateState | None) -> None:
        """While cards are in the hand: what putting them there would do."""
        if self.desk is None:
            return
        if not entries:
            self._tell_chosen()
            return
        effect = self.desk.imagined(entries, state) if state is not None else None
        self.rooms.strip.imagine(effect)
        said = self.desk.promise(entries, state) if state is not None else ""
        self.shell.set_status(said or self.status())

    # Views

    def show_view(self, view: str) -> None:
        """Board, table, or the two chosen titles side by side."""
        self.carrying.put_down(keep=False)
        self.rooms.show_view(view)
        self.toolbar.fill(self.deeds.slate_deeds())
        self._settle_view()
        self.rooms.focus()
        self.shell.commands_changed()

    def show_details(self, *, field: str = "") -> None:
        """Open the details of the chosen title, at a field."""
        if self.chosen:
            self.rooms.show_details(shown=True)
            self.inspector.enter(field)

    # Asking

    def add(self) -> None:
        """Ask which titles of the catalogue go in."""
        if self.programme is None:
            return
        programme = self.programme
        find = lambda words: self.workspace.read(candidates, programme, words, language(), today())  # noqa: E731
        dialog = AddTitles(find, self.window())
        if dialogs.show(dialog):
            made = self.edits.add(programme, dialog.chosen(), dialog.state())
            if made:
                self.choose(made, focus=True)

    def new_programme(self) -> None:
        """Ask for a programme and found it."""
        made = self.asking.new()
        if made is not None:
            self.go(programme=made)

    def edit_programme(self, part: str = "") -> None:
        """Ask for the facts of the programme, beginning with a part of the form."""
        if self.programme is not None:
            self.asking.edit(self.programme, part)

    # The window

    def go(self, programme: int | None = None, entry: int | None = None, work: int | None = None, **at: Any) -> None:
        """Show a slate and, in it, one title; drafts=True the one something was being typed about."""
        if at.get("drafts"):
            self.deeds.restore()
            return
        if programme is not None and programme != self.programme:
            self.programme, self.chosen = programme, []
            self.reload()
        elif self.desk is None:
            self.reload()
        if self.desk is not None and (entry is not None or work is not None):
            self.choose([one.id for one in self.desk.slate.entries if entry == one.id or work == one.work])

    def commands(self) -> Mapping[Command, Callable[[], object]]:
        """What the menus can do here."""
        if self.desk is None:
            return {Command.NEW: self.new_programme}
        found: dict[Command, Callable[[], object]] = {
            Command.NEW: self.add, Command.FILTER: self.toolbar.field.setFocus, Command.PRINT: self.print,
        }  # fmt: skip
        if self.chosen:
            found[Command.REMOVE] = self.deeds.remove
            found[Command.RENAME] = self.deeds.note if self.on_board else self.table.edit_here
        return found

    def regions(self) -> list[QWidget]:
        """Toolbar, board or table, details."""
        shown = [self.toolbar.add, self.rooms.shown]
        return shown if self.inspector.isHidden() else [*shown, self.inspector]

    def print(self) -> None:
        """Go to the list of the titles of this slate."""
        self.shell.show_page("documents", programme=self.programme)

    # Room

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.rooms.fit()

    def hideEvent(self, event: QHideEvent) -> None:
        self.carrying.put_down(keep=False)
        super().hideEvent(event)
