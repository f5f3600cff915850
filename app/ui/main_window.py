"""The window: header, rail, pages, status bar, and how they hear of each other."""

from collections.abc import Callable, Sequence
from typing import NamedTuple, TypeVar

from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtGui import QAction, QCloseEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.i18n.active import _, language, say
from app.i18n.labels import context
from app.store.journal import Step
from app.ui.header import Header
from app.ui.jobs import Job, Jobs, Outcome
from app.ui.key_sheet import KeySheet
from app.ui.language import next_language, speak
from app.ui.navigation import PAGES, PLACES, SETTINGS, PageSpec, page_of
from app.ui.page import Command, Page
from app.ui.pending import UndoRouter, commit_pending_edits
from app.ui.preferences import Preferences, encoded
from app.ui.rail import Rail
from app.ui.regions import next_region
from app.ui.search_field import SearchBox
from app.ui.search_popup import Entry, Search, SearchPopup
from app.ui.status_bar import StatusBar
from app.ui.theme import TEXT_SIZES, Scheme, theme
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


class Described(NamedTuple):
    """What the window says of the open library: its name, and whether its data is invented."""

    name: str
    sample: bool = False


class Doors(NamedTuple):
    """What the program hands to its window: how to search, what the library is, what the File menu can do."""

    search: Search
    describe: Callable[[], Described]
    deeds: Sequence[Deed] = ()


class MainWindow(Translated, QWidget):
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
        self._doors = doors
        self._specs = {spec.key: spec for spec in (*pages, *([foot] if foot else []))}
        self._pages: dict[str, Page] = {}
        self._ready = False
        self.menus = WindowMenus()
        self.search_box = SearchBox()
        self.header = Header(self.menus, self.search_box)
        self.rail = Rail(pages, foot)
        self.stack = QStackedWidget()
        self.status_bar = StatusBar(self.jobs)
        self._lay_out()
        self.popup = SearchPopup(self.search_box, doors.search, self)
        self.toasts = Toast(self)
        self._ring = FocusRing(self)
        self._guards = (NoRich(self), UndoRouter(self))
        app = QApplication.instance()
        assert app is not None, "a window belongs to an application"
        for guard in self._guards:
            app.installEventFilter(guard)
        self._fill_menus()
        self._connect()
        self._ready = True
        self._restore()
        self.retranslate()

    # What pages ask for (`Shell`)

    def show_page(self, key: str, **where: object) -> None:
        """Go to a page, made now if it never was shown, and to a place on it."""
        if not self._leave_for(key):
            self.rail.set_current(self.current_key())
            return
        page = self._page(key)
        self.stack.setCurrentWidget(page)
        self.rail.set_current(key)
        if self.focusWidget() in (None, self.search_box):
            page.setFocus(Qt.FocusReason.OtherFocusReason)
        if where:
            page.go(**where)
        self.status_bar.set_text(page.status())
        self.commands_changed()

    def toast(self, text: str, *, undo: bool = False, icon: str = "check") -> None:
        """Say what happened; `undo` offers the way back."""
        if undo and self.workspace.undo_stack.canUndo():
            self.toasts.tell(text, icon=icon, link=_("Undo"), keys=keys_shown("Ctrl+Z"))
            self.toasts.offer(self.workspace.undo_stack.undo)
        else:
            self.toasts.tell(text, icon=icon)

    def offer(self, text: str, link: str, act: Callable[[], None], icon: str = "file-down") -> None:
        """Say what happened and offer one deed."""
        self.toasts.tell(text, icon=icon, link=link)
        self.toasts.offer(act)

    def set_status(self, text: str) -> None:
        """What is shown or selected, at the left of the status bar."""
        self.status_bar.set_text(text)

    def set_conflicts(self, number: int) -> None:
        """How many conflicts the header counts."""
        self.header.set_conflicts(number)

    def run(self, job: Job[T], then: Callable[[Outcome[T]], None] | None = None) -> None:
        """Do long work; its progress is shown at the foot of the window, a refusal as a toast."""

        def ended(outcome: Outcome[T]) -> None:
            if outcome.refusal is not None:
                self.toast(say(outcome.refusal), icon="octagon-alert")
            if then is not None:
                then(outcome)

        self.jobs.start(job, ended)

    def commands_changed(self) -> None:
        """Look again what the shown page can do."""
        able = self.current_page().commands() if self.stack.count() else {}
        for command in Command:
            self.menus.command(command).setEnabled(command in able)

    # Pages

    def current_page(self) -> Page:
        """The page that is shown."""
        page = self.stack.currentWidget()
        assert isinstance(page, Page)
        return page

    def current_key(self) -> str:
        """The key of the page that is shown, or '' before the first."""
        shown = self.stack.currentWidget()
        return next((key for key, page in self._pages.items() if page is shown), "")

    def _page(self, key: str) -> Page:
        if key not in self._pages:
            page = self._specs[key].make()(self.workspace, self)
            self._pages[key] = page
            self.stack.addWidget(page)
        return self._pages[key]

    def _leave_for(self, key: str) -> bool:
        if key not in self._specs:
            return False
        if self.stack.count() and self.current_key() != key:
            commit_pending_edits()
            return self.current_page().leave()
        return True

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
        QWidget.setTabOrder(self.search_box, self.rail)

    def _fill_menus(self) -> None:
        menus, go = self.menus, self.show_page
        menus.add_deeds(self._doors.deeds, "file")
        menus.separate("file")
        menus.add_commands("file", self._command)
        menus.separate("file")
        menus.add("file", Item("quit", context("menu", "&Quit"), "Ctrl+Q"), self.close)
        menus.separate("edit")
        menus.add_commands("edit", self._command)
        menus.separate("edit")
        menus.add("edit", Item("find", context("menu", "Find &everywhere"), "Ctrl+K", "search"), self._find)
        menus.add_choices(self.preferences)
        menus.add("view", Item("tongue", context("menu", "Ne&xt language"), "Ctrl+Shift+L"), self._next_language)
        menus.separate("view")
        menus.add_commands("view", self._command)
        menus.separate("view")
        menus.add("view", Item("full", context("menu", "F&ull screen"), "F11"), self._full_screen)
        menus.add_pages(tuple(self._specs.values()), go)
        menus.separate("go")
        menus.add("go", Item("next", context("menu", "&Next region"), "F6"), lambda: self._region(1))
        menus.add("go", Item("previous", context("menu", "&Previous region"), "Shift+F6"), lambda: self._region(-1))
        menus.add_commands("tools", self._command)
        menus.add_deeds(self._doors.deeds, "tools")
        menus.add("help", Item("keys", context("menu", "&Keys"), "Ctrl+/", "keyboard"), self._show_keys)
        menus.add_deeds(self._doors.deeds, "help")
        self.popup.actions_of_window = menus.all_actions()

    def _connect(self) -> None:
        workspace, stack = self.workspace, self.workspace.undo_stack
        self.rail.chosen.connect(self.show_page)
        self.header.language_chosen.connect(self.set_language)
        self.header.undo.clicked.connect(self.menus.undo.trigger)
        self.header.redo.clicked.connect(self.menus.redo.trigger)
        self.header.conflicts.clicked.connect(lambda: self.show_page("schedule", conflicts=True))
        self.menus.undo.triggered.connect(stack.undo)
        self.menus.redo.triggered.connect(stack.redo)
        self.menus.language_group.triggered.connect(lambda action: self.set_language(action.data()))
        self.menus.scheme_group.triggered.connect(self._scheme_chosen)
        self.menus.size_group.triggered.connect(self._size_chosen)
        self.popup.opened.connect(self._found)
        self.status_bar.saving.again.connect(workspace.try_again)
        stack.indexChanged.connect(self._name_steps)
        workspace.saved.connect(self.status_bar.saving.set_saved)
        workspace.unsaved.connect(self.status_bar.saving.set_unsaved)
        workspace.refused.connect(self._refused)
        workspace.jumped.connect(self._jumped)
        workspace.opened.connect(self._opened)

    def retranslate(self) -> None:
        """Say the words that belong to the window itself."""
        if not self._ready:
            return
        self.workspace.retranslate()
        self.menus.retranslate()
        self._name_steps()
        self.header.languages.set_current(language())
        self._describe()
        if self.stack.count():
            self.status_bar.set_text(self.current_page().status())

    def closeEvent(self, event: QCloseEvent) -> None:
        """Hand over what is being typed, stop the jobs, remember the window."""
        commit_pending_edits()
        if self.stack.count() and not self.current_page().leave():
            event.ignore()
            return
        self.jobs.stop_all()
        self.preferences.change(window=encoded(self.saveGeometry()))
        super().closeEvent(event)

    # What it hears

    def set_language(self, code: str) -> None:
        """Speak another language at once; page, selection and scroll stay."""
        commit_pending_edits()
        speak(code)
        self.preferences.change(language=code)

    def _next_language(self) -> None:
        self.set_language(next_language(language()))

    def _scheme_chosen(self, action: QAction) -> None:
        theme().choose(Scheme(action.data()))
        self.preferences.change(theme=action.data())

    def _size_chosen(self, action: QAction) -> None:
        theme().resize(TEXT_SIZES[action.data()])
        self.preferences.change(text_size=action.data())

    def _command(self, command: Command) -> None:
        deed = self.current_page().commands().get(command)
        if deed is not None:
            deed()

    def _name_steps(self, _index: int = 0) -> None:
        stack = self.workspace.undo_stack
        self.menus.name_steps(stack.undoText(), stack.redoText())
        for button, action in ((self.header.undo, self.menus.undo), (self.header.redo, self.menus.redo)):
            name = action.text().replace("&", "")
            button.set_name(name, keys_shown(action.shortcut()))
            button.setEnabled(action.isEnabled())

    def _refused(self, refusal: Phrase) -> None:
        self.toast(say(refusal), icon="octagon-alert")

    def _jumped(self, step: Step) -> None:
        key = page_of(step, tuple(self._specs.values()))
        if key is not None:
            self.show_page(key)
            self.current_page().reveal(step)

    def _opened(self) -> None:
        self._describe()
        self.status_bar.saving.set_saved()
        if self.stack.count():
            self.status_bar.set_text(self.current_page().status())

    def _describe(self) -> None:
        described = self._doors.describe()
        self.setWindowTitle(_("{library} — Keruen", library=described.name))
        note = _("Sample library: years, runtimes, rights are placeholders") if described.sample else ""
        self.status_bar.set_note(note)

    def _found(self, line: Entry, in_editor: bool) -> None:  # noqa: FBT001 - Qt's signal
        if line.action is not None:
            line.action.trigger()
        elif line.all_of:
            self.show_page("works", words=self.search_box.text())
        elif line.hit is not None:
            key, name = PLACES[line.hit.kind]
            where: dict[str, object] = {name: line.hit.id}
            self.show_page(key, **where, **({"editor": True} if in_editor else {}))

    def _find(self) -> None:
        self.search_box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search_box.selectAll()

    def _region(self, step: int) -> None:
        regions = [self.header, self.rail, *self.current_page().regions()]
        next_region(regions, step)

    def _full_screen(self) -> None:
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def _show_keys(self) -> None:
        KeySheet(self.menus, self).open()

    def _restore(self) -> None:
        saved = self.preferences.now.window
        if not (saved and self.restoreGeometry(QByteArray.fromBase64(saved.encode()))):
            self.resize(USUAL)
