"""The sample tour on its page in a window."""

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.operations import sample
from app.store import sample_files
from app.store.store import Store
from app.ui.tours.page import ToursPage
from app.ui.workspace import Workspace
from app.words import phrase
from tests.ui.shells import FakeShell

FIRST_DAY = date(2026, 10, 16)


@pytest.fixture(scope="session")
def caravan(empty_library: Path) -> Path:
    """A library with the sample titles and tour, closed."""
    path = Path(shutil.copy(empty_library, empty_library.with_name("caravan.keruen")))
    store = Store.open(path)
    label = phrase("Fill the sample library")
    store.write(label, sample.fill, sample_files.titles(), sample_files.week(), FIRST_DAY)
    store.close()
    return path


@pytest.fixture
def workspace(caravan: Path, tmp_path: Path) -> Iterator[Workspace]:
    """The tour, open in a workspace."""
    opened = Workspace(Store.open(Path(shutil.copy(caravan, tmp_path / "library.keruen"))))
    yield opened
    opened.store.close()


@pytest.fixture
def shell() -> FakeShell:
    """A window that only remembers."""
    return FakeShell()


@pytest.fixture
def page(workspace: Workspace, shell: FakeShell, qtbot: QtBot) -> ToursPage:
    """The page, shown."""
    made = ToursPage(workspace, shell)
    qtbot.addWidget(made)
    made.resize(1360, 800)
    made.show()
    qtbot.waitExposed(made)
    return made
