"""The running program: one instance, a log, and either the first page or a library in its window."""

import gc
import logging
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QWidget

from app import log
from app.errors import UserError
from app.paths import resource
from app.store.preflight import Found, preflight
from app.store.store import Store
from app.ui.crash import CrashDesk
from app.ui.ending import ending_when_asked
from app.ui.gallery import gallery
from app.ui.house import House
from app.ui.instance import Instance
from app.ui.language import speak
from app.ui.navigation import IMPORTS
from app.ui.preferences import Preferences
from app.ui.theme import TEXT_SIZES, Scheme, theme
from app.words import N_, Phrase, phrase

if TYPE_CHECKING:
    from app.ui.first_run.page import Welcome

NO_ANSWER = N_("Keruen is open already, but does not answer. Close it first.")
BREATH = 300
"""Milliseconds until a file handed over is tried again while a question is open."""


def application() -> QApplication:
    """The one application, made if it is not there yet."""
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    QCoreApplication.setApplicationName("Keruen")
    app = QApplication(["keruen"])
    app.setDesktopFileName("keruen")
    app.setWindowIcon(QIcon(str(resource("theme", "mark.svg"))))
    return app


def run(settings: Path, tongue: str, file: Path | None) -> Phrase | None:
    """Show the window until it is closed; what stood in the way, if anything did.

    Another instance with the same folder is handed `file` and comes forward instead.
    """
    app = application()
    folder = settings.parent
    instance = Instance(folder)
    if not instance.claim():
        return None if instance.hand_over(str(file or "")) else phrase(NO_ANSWER)
    crash = log.last_crash(folder)
    log.start(folder)
    logging.getLogger("alembic").setLevel(logging.WARNING)  # its steps are no news of ours
    desk = CrashDesk()
    log.watch(desk.tell)
    program = Program(Preferences(settings), tongue, crash)
    instance.asked.connect(program.asked)
    program.begin(file)
    QTimer.singleShot(0, settle)
    with ending_when_asked(app):
        app.exec()
    program.end()
    instance.close()
    return None


def settle() -> None:
    """The window is painted: what is there stays, and from now on garbage is collected."""
    gc.freeze()
    gc.enable()


class Program:
    """What lives as long as the program: the preferences, and either the first page or a library in its window."""

    def __init__(self, preferences: Preferences, tongue: str, crash: str = "") -> None:
        self.preferences = preferences
        self.house: House | None = None
        self.welcome: Welcome | None = None
        self._crash = crash
        now = preferences.now
        theme().choose(Scheme(now.theme))
        theme().resize(TEXT_SIZES[now.text_size])
        speak(tongue)

    def begin(self, file: Path | None = None) -> None:
        """Show the library asked for, else the last one, else the first page."""
        path = file or self.preferences.now.library
        if path is None:
            self._greet()
            return
        try:
            if preflight(path) is Found.OLDER:
                self._greet().open(path)  # it is brought up to date in a job, before the user's eyes
                return
            store = Store.open(path)
        except UserError as error:
            self._greet(error.phrase, path)
            return
        self.enter(store)

    def enter(self, store: Store) -> None:
        """Show an open library in the window."""
        self.house = House(store, self.preferences, self._crash)
        self.house.window.show_page("home")
        if self.welcome is not None and self.welcome.spreadsheet is not None:
            self.house.window.show_page(IMPORTS.key, path=self.welcome.spreadsheet)
        self.house.window.show()
        if self.welcome is not None:
            self.welcome.close()
            # It is just telling that a library was chosen: it goes when it has finished.
            QTimer.singleShot(0, self.welcome.deleteLater)
            self.welcome = None
        # The first paint goes before the first backup, and before the news of a crash.
        QTimer.singleShot(0, self.house.settle)

    def asked(self, file: str) -> None:
        """Another start of the program hands its file over and wants the window to come forward."""
        if file and QApplication.activeModalWidget() is not None:
            QTimer.singleShot(BREATH, partial(self.asked, file))  # a question is open; it goes first
            return
        window = self.house.window if self.house else self.welcome
        if window is not None:
            come_forward(window)
        if file and self.house is not None:
            self.house.libraries.open(Path(file))
        elif file and self.welcome is not None:
            self.welcome.open(Path(file))

    def end(self) -> None:
        """The windows are closed: make the last backup and let the library go."""
        if self.house is not None:
            self.house.backups.make_last()
            gallery().leave()
            self.house.workspace.store.close()

    def _greet(self, refusal: Phrase | None = None, path: Path | None = None) -> "Welcome":
        from app.ui.first_run.page import Welcome  # noqa: PLC0415 - most starts do without it

        self.welcome = Welcome(self.preferences)
        self.welcome.chosen.connect(self.enter)
        if refusal is not None and path is not None:
            self.welcome.tell(refusal, path)
        self.welcome.show()
        return self.welcome


def come_forward(window: QWidget) -> None:
    """Show a window before all others, as far as the desktop lets a program do that."""
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.show()
    window.raise_()
    window.activateWindow()
