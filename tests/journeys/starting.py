"""The program as journeys start it, and the window once it stands still."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.paths import data_folder
from app.ui.language import speak
from app.ui.main_window import MainWindow
from app.ui.preferences import Preferences
from app.ui.program import Program

PATIENCE = 30_000
"""Milliseconds; a library is made in far fewer, but the machine may be busy."""


@contextmanager
def started(qtbot: QtBot, language: str = "en") -> Iterator[Program]:
    """The program before its first page, as a new user starts it; ended at the end."""
    program = Program(Preferences(data_folder() / "settings.json"), language)
    yield program
    if program.house is not None:
        program.house.window.close()
        program.end()
        program.house.window.deleteLater()
    if program.welcome is not None:
        program.welcome.close()
        program.welcome.deleteLater()
    speak("en")
    qtbot.wait(10)


def settled(program: Program, qtbot: QtBot) -> MainWindow:
    """The window when it has opened a library and nothing runs behind it any more."""
    qtbot.waitUntil(lambda: program.house is not None, timeout=PATIENCE)
    assert program.house is not None
    shown = program.house.window
    QApplication.processEvents()  # the first paint, and after it the first backup begins
    qtbot.waitUntil(lambda: not shown.jobs.running, timeout=PATIENCE)
    return shown
