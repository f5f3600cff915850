"""The menus of the window: every action once, with its words, its key and the page command behind it."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QWidget

from app.domain.kinds import LANGUAGES
from app.i18n import labels
from app.i18n.active import _, language, pgettext, tr
from app.i18n.catalogue import catalogue
from app.i18n.labels import Word, context
from app.ui.navigation import PageSpec
from app.ui.page import Command
from app.ui.preferences import Preferences
from app.ui.theme import TEXT_SIZES, Scheme, theme
from app.ui.translated import Translated
from app.ui.widgets.language_switch import ENDONYMS
from app.ui.widgets.menus import Menu, MenuBar, give_icon

ENGLISH = "english"
"""The property of an action that holds its words in English: it is found by them in every language."""

TITLES = {
    "file": context("menu", "&File"),
    "edit": context("menu", "&Edit"),
    "view": context("menu", "&View"),
    "go": context("menu", "&Go"),
    "tools": context("menu", "&Tools"),
    "help": context("menu", "&Help"),
}

SCHEMES = {
    Scheme.SYSTEM: context("menu", "As the &system"),
    Scheme.LIGHT: context("menu", "&Light"),
    Scheme.DARK: context("menu", "&Dark"),
}

SIZES = {
    "small": context("menu", "&Small"),
    "normal": context("menu", "&Normal"),
    "large": context("menu", "&Large"),
    "larger": context("menu", "L&arger"),
}


class Item(NamedTuple):
    """One action: a name, its words, keys and icon."""

    name: str
    words: Word
    keys: str = ""
    icon: str = ""


PAGE_ITEMS = {
    "file": (
        Item(Command.EXPORT, context("menu", "&Export…"), "Ctrl+E", "file-down"),
        Item(Command.PRINT, context("menu", "&Print…"), "Ctrl+P", "printer"),
    ),
    "edit": (
        Item(Command.NEW, context("menu", "&New"), "Ctrl+N", "plus"),
        Item(Command.DUPLICATE, context("menu", "&Duplicate"), "Ctrl+D", "copy"),
        Item(Command.RENAME, context("menu", "Edit &in place"), "F2", "pencil"),
        Item(Command.EDIT_ALL, context("menu", "Edit &selected…"), "Ctrl+Shift+E", "list"),
        Item(Command.REMOVE, context("menu", "Re&move"), "Del", "trash-2"),
        Item(Command.FILTER, context("menu", "&Filter this page"), "Ctrl+F", "sliders-horizontal"),
    ),
    "view": (
        Item(Command.ZOOM_IN, context("menu", "Zoom &in"), "Ctrl++", "zoom-in"),
        Item(Command.ZOOM_OUT, context("menu", "Zoom &out"), "Ctrl+-", "zoom-out"),
        Item(Command.ZOOM_FIT, context("menu", "&Fit"), "Ctrl+0"),
    ),
    "tools": (
        Item(Command.NEXT_CONFLICT, context("menu", "&Next conflict"), "F8", "triangle-alert"),
        Item(Command.PREVIOUS_CONFLICT, context("menu", "&Previous conflict"), "Shift+F8"),
        Item(Command.REPAIR, context("menu", "&Apply the suggested repair"), "Alt+Return", "check"),
        Item(Command.PLAN, context("menu", "P&lan the rest…"), "Ctrl+Shift+G", "calendar-clock"),
    ),
}
"""What the shown page does, if it can; greyed out otherwise."""


class Deed(NamedTuple):
    """Something the program (not a page) does from the File, Tools or Help menu."""

    menu: str
    item: Item
    act: Callable[[], object]
    line_before: bool = False


def share_letters(actions: Sequence[QAction]) -> None:
    """Give each action of a menu a letter of its own, where two translations chose the same."""
    taken: set[str] = set()
    for action in actions:
        plain = action.text().replace("&&", "\0").replace("&", "")
        place = action.text().replace("&&", "\0").find("&")
        wanted = [place, *range(len(plain))] if place >= 0 else []
        free = next((at for at in wanted if plain[at].isalpha() and plain[at].casefold() not in taken), None)
        if free is not None:
            taken.add(plain[free].casefold())
            action.setText((plain[:free] + "&" + plain[free:]).replace("\0", "&&"))
        elif place >= 0:
            action.setText(plain.replace("\0", "&&"))


class WindowMenus(Translated, MenuBar):
    """Builds the menus once and says their words again when the language changes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._menus = {name: Menu(self) for name in TITLES}
        for menu in self._menus.values():
            self.addMenu(menu)
        self._words: list[tuple[QAction, Word]] = []
        self._pages: list[tuple[QAction, str]] = []
        self._commands: dict[str, QAction] = {}
        self.undo = self._make("edit", Item("undo", context("menu", "&Undo"), "Ctrl+Z", "undo-2"))
        self.redo = self._make("edit", Item("redo", context("menu", "&Redo"), "Ctrl+Y", "redo-2"))
        self.redo.setShortcuts([QKeySequence("Ctrl+Y"), QKeySequence("Ctrl+Shift+Z")])
        self.language_group = QActionGroup(self)
        self.scheme_group = QActionGroup(self)
        self.size_group = QActionGroup(self)
        theme().themed.connect(self._measure)

    def all_actions(self) -> list[QAction]:
        """Every action with words, for the search and the sheet of keys."""
        return [
            action
            for menu in self._menus.values()
            for action in menu.actions()
            if not action.isSeparator() and action.menu() is None
        ]

    def menu_named(self, name: str) -> Menu:
        """One of the six menus."""
        return self._menus[name]

    def command(self, command: Command) -> QAction:
        """The action behind a page command."""
        return self._commands[command]

    def add_deeds(self, deeds: Sequence[Deed], menu: str) -> None:
        """Add what the program does, in order."""
        for deed in deeds:
            if deed.menu == menu:
                if deed.line_before:
                    self._menus[menu].addSeparator()
                self._make(menu, deed.item).triggered.connect(lambda _on=False, act=deed.act: act())

    def add_commands(self, menu: str, run: Callable[[Command], None]) -> None:
        """Add the commands of pages to one menu."""
        for item in PAGE_ITEMS[menu]:
            action = self._make(menu, item)
            action.triggered.connect(lambda _on=False, name=item.name: run(Command(name)))
            self._commands[item.name] = action

    def add_pages(self, pages: Sequence[PageSpec], go: Callable[[str], None]) -> None:
        """Add the pages to the Go menu."""
        for spec in pages:
            action = self._menus["go"].addAction("")
            action.setShortcut(QKeySequence(spec.shortcut))
            give_icon(action, spec.icon)
            action.triggered.connect(lambda _on=False, key=spec.key: go(key))
            self._pages.append((action, spec.key))

    def add_choices(self, preferences: Preferences) -> None:
        """Add language, theme and text size to the View menu."""
        chosen = preferences.now
        tongues = self._submenu(context("menu", "&Language"), "languages")
        for code in LANGUAGES:
            self._choice(tongues, self.language_group, code, on=code == language()).setText(ENDONYMS[code])
        schemes = self._submenu(context("menu", "&Theme"), "moon")
        for scheme, words in SCHEMES.items():
            action = self._choice(schemes, self.scheme_group, str(scheme), on=scheme == chosen.theme)
            self._words.append((action, words))
        sizes = self._submenu(context("menu", "Text &size"), "text")
        for size in TEXT_SIZES:
            action = self._choice(sizes, self.size_group, size, on=size == chosen.text_size)
            self._words.append((action, SIZES[size]))

    def add(self, menu: str, item: Item, act: Callable[[], object]) -> QAction:
        """Add one action."""
        action = self._make(menu, item)
        action.triggered.connect(lambda _on=False: act())
        return action

    def separate(self, menu: str) -> None:
        """A line between groups."""
        self._menus[menu].addSeparator()

    def choose(self, group: QActionGroup, key: str) -> None:
        """Tick the choice with this key."""
        for action in group.actions():
            action.setChecked(action.data() == key)

    def name_steps(self, undo: str, redo: str) -> None:
        """Name what undo and redo would do; '' when there is nothing."""
        self.undo.setText(_("&Undo: {step}", step=undo) if undo else pgettext("menu", "&Undo"))
        self.redo.setText(_("&Redo: {step}", step=redo) if redo else pgettext("menu", "&Redo"))
        self.undo.setEnabled(bool(undo))
        self.redo.setEnabled(bool(redo))
        share_letters(self._menus["edit"].actions())

    def retranslate(self) -> None:
        """Say all words."""
        for name, menu in self._menus.items():
            menu.setTitle(pgettext(*TITLES[name]))
        for action, words in self._words:
            action.setText(pgettext(*words))
            action.setProperty(ENGLISH, words[1])
        for action, key in self._pages:
            action.setText(labels.page(tr(), key))
            action.setProperty(ENGLISH, labels.page(catalogue("en"), key))
        self.choose(self.language_group, language())
        for menu in self._menus.values():
            share_letters(menu.actions())
        self._measure()

    def _measure(self) -> None:
        """Hold the room of all titles: the bar does not ask for that of new words by itself."""
        self.setMinimumWidth(self.sizeHint().width())

    def _make(self, menu: str, item: Item) -> QAction:
        action = self._menus[menu].addAction("")
        if item.keys:
            action.setShortcut(QKeySequence(item.keys))
            action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        if item.icon:
            give_icon(action, item.icon)
        self._words.append((action, item.words))
        return action

    def _submenu(self, words: Word, icon: str) -> Menu:
        menu = Menu(self)
        action = self._menus["view"].addMenu(menu)
        give_icon(action, icon)
        self._words.append((action, words))
        return menu

    def _choice(self, menu: Menu, group: QActionGroup, key: str, *, on: bool) -> QAction:
        action = menu.addAction("")
        action.setCheckable(True)
        action.setData(key)
        action.setChecked(on)
        group.addAction(action)
        return action
