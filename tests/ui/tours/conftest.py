"""The sample tour on its page in a window."""

import shutil
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.ui.tours.page import ToursPage
from app.ui.workspace import Workspace
from tests.ui.shells import FakeShell, exposed


@pytest.fixture
def library(filled: Path, tmp_path: Path) -> Path:
    """The sample with its tour, closed."""
    return Path(shutil.copy(filled, tmp_path / "library.keruen"))


@pytest.fixture
def page(workspace: Workspace, shell: FakeShell, qtbot: QtBot) -> ToursPage:
    """The page, shown."""
    return exposed(ToursPage(workspace, shell), qtbot)
