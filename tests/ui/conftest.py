"""A library of its own for every test of the window, and an interface that speaks English in light colours."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from app.store.store import Store
from app.ui.gallery import gallery
from app.ui.language import speak
from app.ui.theme import Scheme, theme
from app.ui.workspace import Workspace


@pytest.fixture(scope="session")
def empty_library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty library, closed."""
    path = tmp_path_factory.mktemp("made") / "empty.keruen"
    Store.create(path).close()
    return path


@pytest.fixture(autouse=True)
def _plain_looks(qapp: QApplication) -> Iterator[None]:  # noqa: ARG001 - it must be there
    """Every test begins and ends in English, light, at normal size."""
    _reset()
    yield
    _reset()


def _reset() -> None:
    if theme().scheme is not Scheme.LIGHT or theme().factor != 1.0:
        theme()._factor = 1.0
        theme().choose(Scheme.LIGHT)
    speak("en")
    gallery().leave()


@pytest.fixture
def workspace(empty_library: Path, tmp_path: Path) -> Iterator[Workspace]:
    """An empty library, open in a workspace."""
    store = Store.open(Path(shutil.copy(empty_library, tmp_path / "library.keruen")))
    opened = Workspace(store)
    yield opened
    opened.store.close()
