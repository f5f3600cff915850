"""The menu of a title: open, place, put into a slate, duplicate, delete."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from app.i18n.active import _, language, pgettext
from app.store.programme_rows import ProgrammeRow
from app.ui.widgets.menus import Menu, danger, give_icon

Act = Callable[[], object]


class Entries(NamedTuple):
    """What the menu can do. `slates` are the programmes, `taken` those the title is in already."""

    open: Act
    rename: Act
    place: Callable[[int], object]
    add: Callable[[int], object]
    duplicate: Act
    edit_all: Act
    card: Act
    delete: Act
    slates: Sequence[ProgrammeRow]
    taken: frozenset[int]
    several: bool


def title_menu(parent: QWidget, entries: Entries) -> Menu:
    """The menu in the language of the interface; the letters of its entries are its keys."""
    menu = Menu(parent)
    one = not entries.several
    _told(_add(menu, pgettext("menu", "&Open editor"), "pencil", entries.open, enabled=one), "Return")
    _told(_add(menu, pgettext("menu", "&Rename"), "languages", entries.rename, enabled=one), "F2")
    menu.addSeparator()
    _programmes(menu, Entry(pgettext("menu", "&Place on schedule"), "calendar-range", entries.place), entries)
    slates = Entry(pgettext("menu", "Add to s&late"), "square-kanban", entries.add)
    _programmes(menu, slates, entries, entries.taken)
    _told(_add(menu, pgettext("menu", "D&uplicate"), "copy", entries.duplicate, enabled=one), "Ctrl+D")
    _add(menu, pgettext("menu", "Print &card"), "printer", entries.card, enabled=True)
    menu.addSeparator()
    _told(_add(menu, pgettext("menu", "Edit &selected…"), "list", entries.edit_all, enabled=True), "Ctrl+Shift+E")
    _told(danger(_add(menu, pgettext("menu", "&Delete title"), "trash-2", entries.delete, enabled=True)), "Del")
    return menu


class Entry(NamedTuple):
    """An entry that wants a programme."""

    words: str
    icon: str
    act: Callable[[int], object]


def _add(menu: Menu, words: str, icon: str, act: Act, *, enabled: bool) -> QAction:
    action = menu.addAction(words)
    if icon:
        give_icon(action, icon)
    action.setEnabled(enabled)
    action.triggered.connect(lambda _on=False: act())
    return action


def _told(action: QAction, keys: str) -> None:
    """Tell the keys of an entry. The window and the list hear them; the menu does not live long enough to."""
    action.setShortcut(QKeySequence(keys))
    action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)


def _programmes(menu: Menu, entry: Entry, entries: Entries, taken: frozenset[int] = frozenset()) -> None:
    """An entry that leads to the programmes; the only one needs no menu of its own."""
    rows, one = entries.slates, not entries.several
    if len(rows) == 1:
        _add(menu, entry.words, entry.icon, lambda: entry.act(rows[0].id), enabled=one and rows[0].id not in taken)
        return
    inner = Menu(menu)
    action = give_icon(menu.addMenu(inner), entry.icon)
    action.setText(entry.words)
    action.setEnabled(one and bool(rows))
    for row in rows:
        name = row.names.shown(language()).replace("&", "&&") or _("Programme {number}", number=row.id)
        _add(inner, name, "", partial(entry.act, row.id), enabled=row.id not in taken)
