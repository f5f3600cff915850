"""The sample library in a workspace, and a page that stands alone."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.store.store import Store
from app.ui.home.page import HomePage
from app.ui.workspace import Workspace
from tests.ui.shells import FakeShell


@pytest.fixture
def sampled(filled: Path, tmp_path: Path) -> Iterator[Workspace]:
    """The sample library, open in a workspace."""
    opened = Workspace(Store.open(Path(shutil.copy(filled, tmp_path / "sample.keruen"))))
    yield opened
    opened.store.close()


@pytest.fixture
def home_page(qtbot: QtBot) -> Callable[[Workspace], HomePage]:
    """Makes Home over a workspace and shows it."""

    def made(workspace: Workspace) -> HomePage:
        page = HomePage(workspace, FakeShell())
        qtbot.addWidget(page)
        page.resize(1360, 820)
        page.show()
        return page

    return made
