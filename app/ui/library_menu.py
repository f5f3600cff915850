"""What the File menu does with libraries: open, make, the recent ones, backups."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from app.i18n.active import _, pgettext
from app.i18n.labels import context
from app.ui.backups import Backups
from app.ui.jobs import Outcome
from app.ui.libraries import Libraries
from app.ui.navigation import IMPORTS
from app.ui.page import Shell
from app.ui.translated import Translated
from app.ui.widgets.menus import Menu, give_icon
from app.ui.window_menus import Deed, Item

OPEN = Item("open", context("menu", "&Open library…"), "Ctrl+O", "folder-open")
NEW = Item("new_library", context("menu", "Ne&w library…"), "Ctrl+Shift+N")
SAMPLE = Item("sample", context("menu", "&Sample library"), "", "clapperboard")
IMPORT = Item("import", context("menu", "&Import…"), IMPORTS.shortcut, IMPORTS.icon)
BACK_UP = Item("back_up", context("menu", "&Back up now"), "", "history")
BACKUPS = Item("backups", context("menu", "Backups an&d restore…"))


def library_deeds(libraries: Libraries, backups: Callable[[], Backups], shell: Callable[[], Shell]) -> list[Deed]:
    """The deeds of the File menu. Window and backups come to be after the menu, so they are asked for late."""
    return [
        Deed("file", OPEN, libraries.choose),
        Deed("file", NEW, libraries.make),
        Deed("file", SAMPLE, libraries.open_sample),
        Deed("file", IMPORT, lambda: shell().show_page(IMPORTS.key, choose=True), line_before=True),
        Deed("file", BACK_UP, lambda: back_up(backups(), shell()), line_before=True),
        Deed("file", BACKUPS, lambda: shell().show_page("settings", section="backups")),
    ]


def back_up(backups: Backups, shell: Shell) -> None:
    """Make a backup now and say how it went."""

    def ended(outcome: Outcome[Path]) -> None:
        if outcome.done:
            shell.toast(_("The backup is made and checked"))
        elif outcome.refusal is not None:
            shell.refuse(outcome.refusal)

    backups.make(ended)


class RecentMenu(Translated, Menu):
    """The libraries opened lately; it looks again whenever it is opened."""

    def __init__(self, libraries: Libraries, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._libraries = libraries
        give_icon(self.menuAction(), "clock")
        self.aboutToShow.connect(self._fill)
        self.retranslate()

    def retranslate(self) -> None:
        """Say the name of the menu."""
        self.setTitle(pgettext("menu", "&Recent libraries"))
        self._fill()

    def _fill(self) -> None:
        self.clear()
        for path in self._libraries.recent():
            action = self.addAction(path.stem.replace("&", "&&"))
            action.setToolTip(str(path))
            action.triggered.connect(lambda _on=False, path=path: self._libraries.open(path))
        if self.isEmpty():
            self.addAction(_("No other libraries yet")).setEnabled(False)
