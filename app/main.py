"""The front door of the window: builds everything once and hands each part what it needs."""

import argparse
import os
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QWidget

from app import log
from app.commands.arguments import Parser
from app.commands.arguments import speak as explain
from app.commands.tongue import asked_language, system_language
from app.domain.kinds import LANGUAGES
from app.errors import UserError
from app.i18n.catalogue import Catalogue, catalogue
from app.paths import data_folder, resource
from app.settings import load
from app.store.preflight import Found, preflight
from app.store.store import Store
from app.ui import display
from app.ui.crash import CrashDesk
from app.ui.ending import ending_when_asked
from app.ui.first_run.page import Welcome
from app.ui.house import House
from app.ui.instance import Instance
from app.ui.language import speak
from app.ui.preferences import Preferences
from app.ui.settings import about
from app.ui.theme import TEXT_SIZES, Scheme, theme
from app.words import Phrase

SETTINGS = "settings.json"
BREATH = 300
"""Milliseconds until a file handed over is tried again while a question is open."""


def main(argv: Sequence[str] | None = None) -> int:
    """Open the window; the exit code. 1 with a sentence on standard error where that cannot be."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    try:
        folder = data_folder()
        chosen = load(folder / SETTINGS).language
    except OSError as error:
        return _refuse(catalogue("en")("Keruen cannot write into its own folder: {reason}", reason=str(error)))
    tongue = asked_language(arguments) or chosen or system_language(os.environ) or "en"
    tr = catalogue(tongue)
    options = _understood(tr, arguments)
    if options is None:
        return 0
    if options.version:
        sys.stdout.write(f"Keruen {about.version()}\n")
        return 0
    reason = display.missing(os.environ, sys.platform)
    if options.self_check:
        from app.self_check import self_check  # noqa: PLC0415 - not at every start

        if reason is not None:
            os.environ["QT_QPA_PLATFORM"] = "offscreen"
        _application()
        return self_check(tr, reason)
    if reason is not None:
        return _refuse(tr.say(reason))
    app = _application()
    return _run(app, folder, tongue, Path(options.file).absolute() if options.file else None)


def _understood(tr: Catalogue, arguments: list[str]) -> argparse.Namespace | None:
    """What was asked for; None after the help was given. Ends the program with 2 for what is not understood."""
    explain(tr)
    parser = Parser(prog="keruen run", description=tr("Open the window."))
    parser.add_argument("file", metavar="FILE", nargs="?", help=tr("The library to open."))
    says = tr("The language of the window, this time.")
    parser.add_argument("--language", choices=LANGUAGES, metavar="|".join(LANGUAGES), help=says)
    says = tr("Check whether the window can be opened here, and say so.")
    parser.add_argument("--self-check", action="store_true", help=says)
    parser.add_argument("--version", action="store_true", help=tr("Say which version this is."))
    parser.add_argument("-h", "--help", action="store_true", help=tr("Show this help."))
    options = parser.parse_args(arguments)
    if options.help:
        parser.print_help()
        return None
    return options


def _refuse(sentence: str) -> int:
    sys.stderr.write(sentence + "\n")
    return 1


def _application() -> QApplication:
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    QCoreApplication.setApplicationName("Keruen")
    app = QApplication(["keruen"])
    app.setDesktopFileName("keruen")
    app.setQuitOnLastWindowClosed(True)
    app.setWindowIcon(QIcon(str(resource("theme", "mark.svg"))))
    return app


def _run(app: QApplication, folder: Path, tongue: str, file: Path | None) -> int:
    instance = Instance(folder)
    if not instance.claim():
        if instance.hand_over(str(file or "")):
            return 0
        return _refuse(catalogue(tongue)("Keruen is open already, but does not answer. Close it first."))
    crash = log.last_crash(folder)
    log.start(folder)
    desk = CrashDesk()
    log.watch(desk.tell)
    program = Program(Preferences(folder / SETTINGS), tongue, crash)
    instance.asked.connect(program.asked)
    program.begin(file)
    with ending_when_asked(app):
        code = app.exec()
    program.end()
    instance.close()
    return code


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
        self.house.window.show()
        if self.welcome is not None:
            self.welcome.close()
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
            self.house.workspace.store.close()

    def _greet(self, refusal: Phrase | None = None, path: Path | None = None) -> Welcome:
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
