"""The catalogue: facets, the list, the inspector, and the editor in their place."""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.domain.kinds import WorkKind
from app.i18n import phrases
from app.i18n.active import _, ngettext, tr
from app.store.journal import Step
from app.store.past_changes import Deed, deeds_of_work
from app.ui.page import Command, Page, Shell
from app.ui.past.deeds import PastDeeds
from app.ui.works.bulk_dialog import BulkDeeds
from app.ui.works.catalogue_view import CatalogueView
from app.ui.works.deeds import Deeds
from app.ui.works.draft_keeper import DraftKeeper
from app.ui.works.editing import Editing, Parts
from app.ui.works.editor import Editor
from app.ui.works.lines import Lines
from app.ui.works.narrowing import Narrowing
from app.ui.works.restoring import Restoring
from app.ui.works.showing import NARROWING, Showing
from app.ui.works.sight import Sight
from app.ui.works.title_deeds import TitleDeeds
from app.ui.workspace import Workspace

INSPECT_AFTER = 25
"""Milliseconds of rest before the inspector follows the keys."""

AROUND = frozenset({"agent", "agent_name", "screening", "part", "programme", "hall", "venue"})
"""Tables whose records the inspector shows without their belonging to the title."""


class WorksPage(Page):
    """The page of the catalogue."""

    def __init__(self, workspace: Workspace, shell: Shell) -> None:
        super().__init__(workspace, shell)
        self.narrowing = Narrowing(workspace)
        self.deeds = Deeds(workspace, shell)
        self.lines = Lines(workspace, self.narrowing, self.deeds)
        self.sight = Sight(workspace)
        self.view = CatalogueView(self.lines.model, self.deeds, self._past, shell.preferences)
        self.past = PastDeeds(workspace, shell)
        self._editor: Editor | None = None
        self._missed = False
        self.stack = QStackedWidget()
        self.stack.addWidget(self.view)
        parts = Parts(self.stack, self.view, lambda: self.editor, self.lines, self.sight)
        self.editing = Editing(parts, shell, self._back_in_list)
        self.titles = TitleDeeds(parts, self.deeds, shell, self.editing.open, BulkDeeds(workspace, shell))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.stack)
        self._inspect_soon = QTimer(self, singleShot=True, interval=INSPECT_AFTER)
        self._inspect_soon.timeout.connect(self.inspect)
        self.showing = Showing(workspace, shell, parts, self.narrowing, self._number_shown)
        workspace.changed.connect(self._note)
        workspace.opened.connect(self.narrowing.tallies.forget)
        self.draft_keeper = DraftKeeper(self.view.new_title, lambda: self._editor, lambda: workspace.store.address)
        self.restoring = Restoring(self.draft_keeper, self.editing, shell)
        self._connect_list()
        self._connect_record()
        self.setFocusProxy(self.stack)
        self.stack.setFocusProxy(self.view)
        self.stack.currentChanged.connect(lambda place: self.stack.setFocusProxy(self.stack.widget(place) or self.view))

    def _connect_list(self) -> None:
        view = self.view
        view.list.chosen.connect(self._inspect_soon.start)
        self.lines.model.replaced.connect(self._restore_choice)
        view.toolbar.added.connect(self.add)
        view.empty.primary.connect(self.add)
        view.empty.secondary.connect(lambda: self.shell.show_page("imports", choose=True))
        view.new_title.entered.connect(self._entered)
        view.new_title.dropped.connect(self.shell.commands_changed)

    def _connect_record(self) -> None:
        listed, inspector = self.view.list, self.view.inspector
        listed.opened.connect(self.editing.open)
        listed.asked.connect(self._menu)
        inspector.edited.connect(self._edit_section)
        inspector.history.restored.connect(self.past.restore)
        inspector.more.connect(self._menu)
        inspector.agent.connect(lambda agent: self.shell.show_page("agents", agent=agent))
        inspector.shown.connect(self._show_screening)

    @property
    def editor(self) -> Editor:
        """The editor, made when it is first wanted."""
        if self._editor is None:
            editor = self._editor = Editor(self.deeds, self._past)
            editor.shown.connect(self._show_screening)
            editor.agent.connect(lambda agent: self.shell.show_page("agents", agent=agent))
            editor.opened.connect(lambda work: self.editing.open(work, "facts"))
            editor.done.connect(self.editing.close)
            editor.stepped.connect(self.editing.step)
            editor.history.restored.connect(self.past.restore)
            editor.judged.connect(self._tell_status)
            self.stack.addWidget(editor)
        return self._editor

    # What the window asks

    def reload(self) -> None:
        """Read everything shown again."""
        self.sight.read_programmes()
        if self._missed:
            self._missed = False
            self.narrowing.tallies.forget()
        self.lines.model.forget()
        self.narrowing.forget_titles()
        self.narrowing.read_order()
        self.showing.show()
        self.inspect()

    def _note(self) -> None:
        self._missed = self._missed or not self.isVisible()

    def refresh(self, step: Step) -> None:
        """Read again what a step has changed, and nothing else."""
        if "programme" in step.tables:
            self.sight.read_programmes()
        if "saved_filter" in step.tables:
            self.showing.show_saved()
        if not step.works and not step.tables & AROUND:
            return
        self.narrowing.tallies.renew(step.works)
        if self.lines.renew(step):
            self.showing.show()
        else:
            self._tell_status()
            self.showing.count_soon.start()
        record = self.sight.record
        if record is None or record.id in step.works or step.tables & AROUND:
            self.inspect()

    def go(self, **where: Any) -> None:
        """Go to work=ID (editor=True, section="rights"), begin a title (new=True), or narrow.

        To narrow: filter=Filter, rights="ending", missing="kk", words="…", agent=ID.
        """
        if NARROWING & set(where) and self.editing.close():
            self.showing.begin(where)
        if where.get("new"):
            self.add()
        if where.get("drafts"):
            self.restoring.restore()
        work = where.get("work")
        if work is None or not self.editing.close():
            return
        if self.narrowing.active and self.lines.model.index_of(work).row() < 0:
            self.showing.clear()
        self.view.list.choose(work)
        self.inspect()
        if where.get("editor"):
            self.editing.open(work, where.get("section", "names"))
        elif "section" in where:
            self.view.inspector.show_tab(where["section"])

    def reveal(self, step: Step) -> None:
        """Select what an undo has changed."""
        record = self.sight.record
        if record is None or record.id not in step.works:
            work = next((work for work in self.lines.model.ids if work in step.works), None)
            if work is not None and self.view.list.choose(work) and self.editing.on:
                self.sight.look_at(work)
                self.editing.show()

    def commands(self) -> Mapping[Command, Callable[[], object]]:
        """What can be done here at the moment."""
        able: dict[Command, Callable[[], object]] = {Command.NEW: self.add, Command.FILTER: self._filter}
        if self.editing.on:
            able[Command.REPAIR] = self.editor.repair
        elif self.view.new_title.isVisible():
            able[Command.REPAIR] = self.view.new_title.repair
        elif self.sight.record is not None:
            titles = self.titles
            able |= {Command.DUPLICATE: titles.duplicate, Command.REMOVE: titles.delete, Command.RENAME: titles.rename}
            able[Command.EDIT_ALL] = titles.edit_all
            able[Command.EXPORT] = lambda: titles.export(self.narrowing.asked())
            able[Command.PRINT] = titles.print_card
        return able

    def regions(self) -> list[QWidget]:
        """Toolbar, facets, list, inspector; in the editor its own parts."""
        return self.editor.regions() if self.editing.on else self.view.regions()

    def status(self) -> str:
        """12 titles shown, 1 selected."""
        if self.editing.on:
            return self.editor.status()
        shown, selected = len(self.lines.model.ids), len(self.view.list.selectionModel().selectedIndexes())
        if not self.narrowing.total:
            return phrases.titles_shown(tr(), 0, 0)
        titles = ngettext("{n} title shown", "{n} titles shown", shown)
        if not selected:
            return titles
        return _("{titles}, {count}", titles=titles, count=ngettext("{n} selected", "{n} selected", selected))

    def leave(self) -> bool:
        """Ask before typing that could not be kept is given up."""
        return self.editing.may_leave()

    # What is shown

    def _number_shown(self) -> None:
        self._tell_status()
        if not self.lines.model.ids:
            self._inspect_soon.start()

    def _restore_choice(self) -> None:
        if self.sight.record is not None:
            self.view.list.choose(self.sight.record.id)

    def _tell_status(self) -> None:
        if self.isVisible():
            self.shell.set_status(self.status())

    def inspect(self) -> None:
        """Read the title that is looked at again and show it."""
        self._inspect_soon.stop()
        before = self.sight.record
        work = before.id if self.editing.on and before else self.view.list.current_work()
        record = self.sight.look_at(work)
        if self.editing.on:
            self.editing.show()
        else:
            others = max(len(self.view.list.selectionModel().selectedIndexes()) - 1, 0)
            self.view.inspector.show_record(record, others)
        self._tell_status()
        if (before is None) != (record is None):
            self.shell.commands_changed()

    def _back_in_list(self) -> None:
        self.inspect()
        self.showing.count_soon.start()

    def _past(self, work: int) -> list[Deed]:
        return self.workspace.read(deeds_of_work, work)

    # Deeds

    def _filter(self) -> None:
        if self.editing.close():
            self.view.toolbar.open_filter()

    def add(self) -> None:
        """Begin a new title."""
        if self.editing.close():
            self.view.begin_title()
            self.shell.commands_changed()

    def _entered(self, name: str, tag: str, kind: WorkKind) -> None:
        work = self.deeds.add(name, tag, kind)
        if work is not None:
            self.view.end_title()
            self.editing.open(work)

    def _edit_section(self, section: str, code: str) -> None:
        if self.sight.record is not None:
            self.editing.open(self.sight.record.id, section, code)

    def _show_screening(self, programme: int, screening: int) -> None:
        self.shell.show_page("schedule", programme=programme, screening=screening)

    def _menu(self, point: QPoint) -> None:
        self.inspect()
        self.titles.menu(point)

    # Keys and size

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not self.editing.on and self.narrowing.active:
            self.showing.clear()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.view.arrange(self.window().width())
