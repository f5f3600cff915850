"""A settings page in a window that only remembers, and the answers to its dialogs."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QDialog, QWidget

from app.ui import dialogs
from app.ui.libraries import Libraries
from app.ui.settings.page import SettingsPage
from tests.ui.shells import FakeShell


class Shell(FakeShell):
    """A window that knows its libraries."""

    libraries: Libraries


@pytest.fixture
def shell(workspace, qtbot) -> Iterator[Shell]:
    shell = Shell()
    shell.libraries = Libraries(workspace, shell.preferences)
    window = QWidget()
    qtbot.addWidget(window)
    shell.libraries.attach(window, shell.jobs)
    yield shell
    shell.jobs.stop_all()


@pytest.fixture
def page(workspace, shell, qtbot) -> SettingsPage:
    page = SettingsPage(workspace, shell)
    qtbot.addWidget(page)
    page.resize(1200, 800)
    page.show()
    return page


@pytest.fixture
def answer(monkeypatch, qtbot) -> Callable[[Callable[[QDialog], None]], list[QDialog]]:
    """Let what is done to the next dialogs be this; the dialog is accepted if that works."""

    def use(fill: Callable[[QDialog], None]) -> list[QDialog]:
        shown: list[QDialog] = []

        def show(dialog: QDialog) -> bool:
            qtbot.addWidget(dialog)
            dialog.show()
            shown.append(dialog)
            fill(dialog)
            dialog.accept()
            return bool(dialog.result())

        monkeypatch.setattr(dialogs, "show", show)
        return shown

    return use
