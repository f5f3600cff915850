"""The window: header, rail, pages, status bar, and how they hear of each other."""

from collections.abc import Callable, Sequence
from typing import NamedTuple, TypeVar

from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtGui import QCloseEvent, QIcon
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from app.i18n.active import _, language, say
from app.i18n.labels import context
from app.paths import resource
from app.store.journal import Step
from app.ui.appearance import Appearance
from app.ui.header import Header
from app.ui.jobs import Job, Jobs, Outcome
from app.ui.key_sheet import KeySheet
from app.ui.libraries import Libraries
from app.ui.navigation import ASIDE, PAGES, PEOPLE, PLACES, SETTINGS, PageSpec
from app.ui.page import Command, Page
from app.ui.page_stack import PageStack
from app.ui.pending import UndoRouter
from app.ui.preferences import Preferences, encoded
from app.ui.rail import Rail
from app.ui.regions import next_region
from app.ui.search_field import SearchBox
from app.ui.search_list import Entry, plain_text
from app.ui.search_popup import Search, SearchPopup
from app.ui.status_bar import StatusBar
from app.ui.tab_order import ReadingOrder
from app.ui.translated import Translated
from app.ui.widgets.focus_ring import FocusRing
from app.ui.widgets.key_hint import keys_shown
from app.ui.widgets.safe import NoRich
from app.ui.widgets.toast import Toast
from app.ui.window_menus import Deed, Item, WindowMenus
from app.ui.workspace import Workspace
from app.words import Phrase

T = TypeVar("T")

MINIMUM = QSize(1280, 680)
"""The smallest window the pages are made for."""

USUAL = QSize(1440, 900)
FRAME = 40
"""What the frame of the window system takes of the height of a screen; it is not known before the window is shown."""


class Described(NamedTuple):
    """What the window says of the open library: its name, and whether its data is invented."""

    name: str
    sample: bool = False


class Doors(NamedTuple):
    """What the program hands to its window: how to search, what the library is, what the menus do, other libraries."""

    search: Search
    describe: Callable[[], Described]
    deeds: Sequence[Deed] = ()
    libraries: Libraries | None = None


class MainWindow(Translated, ReadingOrder, QWidget):
    """The one window. It is the `Shell` of its pages."""

    def __init__(
        self,
        workspace: Workspace,
        preferences: Preferences,
        doors: Doors,
        *,
        pages: Sequence[PageSpec] = PAGES,
        foot: PageSpec | None = SETTINGS,
    ) -> None:
        super().__init__()
        self.workspace = workspace
        self.preferences = preferences
        self.jobs = Jobs(self)
        self.libraries = doors.libraries
        self._doors = doors
        self._ready = False
        self.setWindowIcon(QIcon(str(resource("theme", "mark.svg"))))
        self.menus = WindowMenus()
        self.appearance = Appearance(self.menus, preferences, self)
        self.search_box = SearchBox()
        self.header = Header(self.menus, self.search_box)
        self.rail = Rail(pages, foot)
        self.stack = PageStack((*pages, PEOPLE, *ASIDE, *([foot] if foot else [])))
        self.status_bar = StatusBar(self.jobs)
        self._lay_out()
        self.popup = SearchPopup(self.search_box, doors.search, self)
        self.toasts = Toast(self)
        self._guards = (NoRich(self), UndoRouter(self), FocusRing(self))
        app = QApplication.instance()
        assert app is not None, "a window belongs to an application"
        for guard in self._guards[:2]:
            app.installEventFilter(guard)
        self._fill_menus()
        self._connect()
        self._ready = True
        self._restore()
        self.retranslate()

    # What pages ask for (`Shell`)

    def show_page(self, key: str, **where: object) -> None:
        """Go to a page, made now if it never was shown, and to a place on it."""
        page = self.stack.go(key, self.workspace, self)
        self.rail.set_current(self.stack.key())
        if page is None:
            return
        self.header.turn_to(self.stack.key())
        if self.focusWidget() in (None, self.search_box):
            page.setFocus(Qt.FocusReason.OtherFocusReason)
        if where:
            page.go(**where)
        self.status_bar.set_text(page.status())
        self.commands_changed()

    def toast(self, text: str, *, undo: bool = False, icon: str = "check") -> None:
        """Say what happened; `undo` offers the way back."""
        back = undo and self.workspace.undo_stack.canUndo()
        self.toasts.tell(text, icon=icon, link=_("Undo") if back else "", keys=keys_shown("Ctrl+Z") if back else "")
        if back:
            self.toasts.offer(self.workspace.undo_stack.undo)

    def offer(self, text: str, link: str, act: Callable[[], None], icon: str = "file-down") -> None:
        """Say what happened and offer one deed."""
        self.toasts.tell(text, icon=icon, link=link)
        self.toasts.offer(act)

    def refuse(self, refusal: Phrase) -> None:
        """Say why something was not done."""
        self.toast(say(refusal), icon="octagon-alert")

    def set_status(self, text: str) -> None:
        """What is shown or selected, at the left of the status bar."""
        self.status_bar.set_text(text)

    def set_conflicts(self, number: int) -> None:
        """How many conflicts the header counts: those of the programme of the page that is shown."""
        self.header.set_conflicts(number, self.stack.key())

    def run(self, job: Job[T], then: Callable[[Outcome[T]], None] | None = None, *, told: bool = False) -> None:
        """Do long work; its progress is shown at the foot of the window, a refusal as a toast unless `told`."""

        def ended(outcome: Outcome[T]) -> None:
            if outcome.refusal is not None and not told:
                self.refuse(outcome.refusal)
            if then is not None:
                then(outcome)

        self.jobs.start(job, ended)

    def commands_changed(self) -> None:
        """Look again what the shown page can do."""
        page = self.stack.page()
        able = page.commands() if page is not None else {}
        for command in Command:
            self.menus.command(command).setEnabled(command in able)

    def current_page(self) -> Page:
        """The page that is shown."""
        page = self.stack.page()
        assert page is not None, "the window shows a page from its start"
        return page

    # How it is built

    def _lay_out(self) -> None:
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.rail)
        middle.addWidget(self.stack, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addLayout(middle, 1)
        column.addWidget(self.status_bar)
        self.setMinimumSize(MINIMUM)

    def _fill_menus(self) -> None:
        menus, deeds = self.menus, self._doors.deeds
        menus.add_deeds(deeds, "file")
        menus.separate("file")
        menus.add_commands("file", self._command)
        menus.separate("file")
        menus.add("file", Item("quit", context("menu", "&Quit"), "Ctrl+Q"), self.close)
        menus.separate("edit")
        menus.add_commands("edit", self._command)
        menus.separate("edit")
        menus.add_deeds(deeds, "edit")
        menus.add("edit", Item("find", context("menu", "Find &everywhere"), "Ctrl+K", "search"), self._find)
        menus.add_choices(self.preferences)
        next_tongue = Item("tongue", context("menu", "Ne&xt language"), "Ctrl+Shift+L")
        menus.add("view", next_tongue, self.appearance.speak_next)
        menus.separate("view")
        menus.add_commands("view", self._command)
        menus.separate("view")
        menus.add("view", Item("full", context("menu", "F&ull screen"), "F11"), self._full_screen)
        menus.add_pages([spec for spec in self.stack.specs if spec not in ASIDE], self.show_page)
        menus.separate("go")
        menus.add("go", Item("next", context("menu", "&Next region"), "F6"), lambda: self._region(1))
        menus.add("go", Item("previous", context("menu", "&Previous region"), "Shift+F6"), lambda: self._region(-1))
        menus.add_commands("tools", self._command)
        menus.add_deeds(deeds, "tools")
        menus.add("help", Item("keys", context("menu", "&Keys"), "Ctrl+/", "keyboard"), self._show_keys)
        menus.add_deeds(deeds, "help")
        self.popup.actions_of_window = menus.all_actions()

    def _connect(self) -> None:
        workspace, stack = self.workspace, self.workspace.undo_stack
        self.rail.chosen.connect(self.show_page)
        self.header.language_chosen.connect(self.appearance.speak)
        self.header.undo.clicked.connect(self.menus.undo.trigger)
        self.header.redo.clicked.connect(self.menus.redo.trigger)
        self.header.conflicts.clicked.connect(lambda: self.show_page("schedule", conflicts=True))
        self.menus.undo.triggered.connect(stack.undo)
        self.menus.redo.triggered.connect(stack.redo)
        self.popup.opened.connect(self._found)
        self.status_bar.saving.again.connect(workspace.try_again)
        stack.indexChanged.connect(self._name_steps)
        stack.indexChanged.connect(self.toasts.withdraw_undo)
        workspace.saved.connect(self.status_bar.saving.set_saved)
        workspace.unsaved.connect(self.status_bar.saving.set_unsaved)
        workspace.refused.connect(self.refuse)
        workspace.jumped.connect(self._jumped)
        workspace.opened.connect(self.status_bar.saving.set_saved)
        workspace.opened.connect(self._opened)

    def retranslate(self) -> None:
        """Say the words that belong to the window itself."""
        if not self._ready:
            return
        self.toasts.withdraw()
        self.workspace.retranslate()
        self.menus.retranslate()
        self._name_steps()
        self.header.languages.set_current(language())
        self._opened()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Hand over what is being typed, stop the jobs, remember the window."""
        if not self.stack.leave():
            event.ignore()
            return
        self.jobs.stop_all()
        self.preferences.change(window=encoded(self.saveGeometry()))
        super().closeEvent(event)

    # What it hears

    def _command(self, command: Command) -> None:
        deed = self.current_page().commands().get(command)
        if deed is not None:
            deed()

    def _name_steps(self, _index: int = 0) -> None:
        stack = self.workspace.undo_stack
        self.menus.name_steps(stack.undoText(), stack.redoText())
        for button, action in ((self.header.undo, self.menus.undo), (self.header.redo, self.menus.redo)):
            button.set_name(plain_text(action), keys_shown(action.shortcut()))
            button.setEnabled(action.isEnabled())

    def _jumped(self, step: Step) -> None:
        key = self.stack.home_of(step)
        if key is not None:
            self.show_page(key)
            self.current_page().reveal(step)

    def _opened(self) -> None:
        described = self._doors.describe()
        self.setWindowTitle(_("{library} — Keruen", library=described.name))
        note = _("Sample library: years, runtimes, rights are placeholders") if described.sample else ""
        self.status_bar.set_note(note)
        page = self.stack.page()
        if page is not None:
            self.status_bar.set_text(page.status())

    def _found(self, line: Entry, in_editor: bool) -> None:  # noqa: FBT001 - Qt's signal
        if line.action is not None:
            line.action.trigger()
        elif line.all_of:
            self.show_page("works", words=self.search_box.text())
        elif line.hit is not None:
            key, name = PLACES[line.hit.kind]
            where: dict[str, object] = {name: line.hit.id}
            if line.hit.programme is not None:
                where["programme"] = line.hit.programme
            if in_editor:
                where["editor"] = True
            self.show_page(key, **where)

    def _find(self) -> None:
        self.search_box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search_box.selectAll()

    def _region(self, step: int) -> None:
        next_region([self.header, self.rail, *self.current_page().regions()], step)

    def _full_screen(self) -> None:
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def _show_keys(self) -> None:
        KeySheet(self.menus, self).open()

    def _restore(self) -> None:
        saved = self.preferences.now.window
        if not (saved and self.restoreGeometry(QByteArray.fromBase64(saved.encode()))):
            room = self.screen().availableSize() - QSize(0, FRAME)
            self.resize(USUAL.boundedTo(room).expandedTo(self.minimumSize()))
