"""A library in its window: the parts that serve both are made here once and know each other."""

from collections.abc import Sequence

from app.i18n.active import _, language, ngettext
from app.i18n.labels import context
from app.store.search import Hit, count_works, find
from app.store.store import Store
from app.ui import dialogs
from app.ui.drafts import SLATE, shared
from app.ui.file_drop import FileDrop
from app.ui.gallery import gallery
from app.ui.libraries import Libraries
from app.ui.library_menu import RecentMenu, library_deeds
from app.ui.main_window import Described, Doors, MainWindow
from app.ui.navigation import CHECKS, HISTORY, IMPORTS, PLANS
from app.ui.preferences import Preferences
from app.ui.search_list import GROUP
from app.ui.window_menus import Deed, Item
from app.ui.workspace import Workspace

HITS = 40
"""How many hits the search under the field asks for."""


class House:
    """A library in its window, with everything that serves both."""

    def __init__(self, store: Store, preferences: Preferences, crash: str = "") -> None:
        self._crash = crash
        self.workspace = Workspace(store)
        gallery().serve(self.workspace)
        self.libraries = Libraries(self.workspace, preferences)
        doors = Doors(self._find, self._describe, self._deeds(), self.libraries)
        self.window = MainWindow(self.workspace, preferences, doors)
        self.window.popup.count_titles = self._count
        self.backups = self.libraries.attach(self.window, self.window.jobs)
        drop = FileDrop(self.window)
        drop.taken.connect(lambda path: self.window.show_page(IMPORTS.key, path=path))
        file = self.window.menus.menu_named("file")
        file.insertMenu(file.actions()[1], RecentMenu(self.libraries, file))

    def settle(self) -> None:
        """What may wait until the window is painted: the first backup, and the news of a crash."""
        self.backups.begin()
        unfinished = len(shared().of(self.workspace.store.address))
        if unfinished:
            said = ngettext("{n} entry was not finished", "{n} entries were not finished", unfinished)
            self.window.offer(said, _("Restore"), self._restore, "pencil")
        elif self._crash:
            said = _("Keruen ended unexpectedly last time. What was saved is safe.")
            self.window.offer(said, _("Show report"), self._show_crash, "info")

    def _restore(self) -> None:
        left = shared().of(self.workspace.store.address)
        slate = bool(left) and all(draft.section.startswith(SLATE) for draft in left)
        self.window.show_page("slates" if slate else "works", drafts=True)

    def _show_crash(self) -> None:
        dialogs.report(self.window, self._crash)

    def _find(self, words: str) -> Sequence[Hit]:
        return self.workspace.read(find, words, language(), HITS, each=GROUP + 1)

    def _count(self, words: str) -> int:
        return self.workspace.read(count_works, words)

    def _show_plans(self) -> None:
        """The plans of the programme one is at, so that no other is given out by mistake."""
        programme = getattr(self.window.stack.page(), "programme", None)
        self.window.show_page(PLANS.key, **({} if programme is None else {"programme": programme}))

    def _describe(self) -> Described:
        return Described(self.libraries.name(), self.libraries.is_sample)

    def _deeds(self) -> list[Deed]:
        deeds = library_deeds(self.libraries, lambda: self.backups, lambda: self.window)
        check = Item("checks", context("menu", "Check the &data…"), CHECKS.shortcut, CHECKS.icon)
        deeds.append(Deed("tools", check, lambda: self.window.show_page(CHECKS.key), line_before=True))
        kept = Item("plans", context("menu", "&Plans and releases…"), PLANS.shortcut, PLANS.icon)
        deeds.append(Deed("tools", kept, self._show_plans))
        past = Item("history", context("menu", "&History…"), HISTORY.shortcut, HISTORY.icon)
        deeds.append(Deed("edit", past, lambda: self.window.show_page(HISTORY.key)))
        if shared().of(self.workspace.store.address):
            words = context("menu", "Restore &unfinished entries")
            deeds.append(Deed("edit", Item("drafts", words), self._restore))
        if self._crash:
            words = context("menu", "Report of the last &crash…")
            deeds.append(Deed("help", Item("crash", words), self._show_crash))
        return deeds
