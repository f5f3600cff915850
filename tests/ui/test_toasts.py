"""A toast says what is so: it goes when its step was taken back and when the language changes."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.operations import works
from app.ui.language import speak
from app.ui.main_window import Described, Doors, MainWindow
from app.ui.preferences import Preferences
from app.ui.workspace import Workspace
from app.words import phrase

ADD = phrase("Add a title")


@pytest.fixture
def window(workspace: Workspace, tmp_path: Path, qtbot: QtBot) -> MainWindow:
    """The real window on an empty library."""
    doors = Doors(lambda _text: [], lambda: Described("Films", sample=False))
    made = MainWindow(workspace, Preferences(tmp_path / "settings.json"), doors)
    qtbot.addWidget(made)
    made.show()
    return made


def test_the_offer_of_undo_goes_with_the_step(window: MainWindow, workspace: Workspace) -> None:
    workspace.edit(ADD, works.add, "Tomiris", "en")
    window.toast("Tomiris added", undo=True)
    assert window.toasts.isVisible()
    workspace.undo_stack.undo()
    assert not window.toasts.isVisible()
    window.toast("A backup is made")
    workspace.edit(ADD, works.add, "Kelin", "en")
    assert window.toasts.isVisible()


def test_a_long_toast_says_all_of_it_on_more_lines(window: MainWindow) -> None:
    window.toast("Moved")
    low = window.toasts.height()
    window.toast("“Nomad: The Warrior” takes up Hall 2 from 00:30 to 02:22. The hall is open 10:00–01:00. " * 2)
    assert window.toasts.height() > 2 * low - 20
    assert window.rect().contains(window.toasts.geometry())


def test_an_older_toast_never_takes_back_a_newer_step(window: MainWindow, workspace: Workspace) -> None:
    workspace.edit(ADD, works.add, "Tomiris", "en")
    window.toast("Tomiris added", undo=True)
    workspace.edit(ADD, works.add, "Kelin", "en")
    window.toasts._link.click()
    assert workspace.undo_stack.index() == 2


def test_no_toast_stays_in_the_old_language(window: MainWindow) -> None:
    window.toast("A backup is made")
    speak("kk")
    assert not window.toasts.isVisible()
    speak("en")
