"""The sample library, made once and copied for each test, and a page that stands alone."""

import shutil
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.operations import sample
from app.store import sample_files
from app.store.store import Store
from app.ui.home.page import HomePage
from app.ui.workspace import Workspace
from app.words import phrase
from tests.ui.shells import FakeShell

OPENS = date(2026, 10, 16)


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample library whose film week begins on 16 October 2026, closed."""
    path = tmp_path_factory.mktemp("made") / "sample.keruen"
    store = Store.create(path)
    store.write(phrase("Fill"), sample.fill, sample_files.titles(), sample_files.week(), OPENS)
    store.close()
    return path


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
