"""A library of its own for every test of the window, and an interface that speaks English in light colours."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from app.store.store import Store
from app.ui.gallery import gallery
from app.ui.language import speak
from app.ui.theme import Scheme, theme
from app.ui.workspace import Workspace
from tests.libraries import with_sample
from tests.ui.shells import FakeShell

THURSDAY = date(2026, 10, 15)
"""The first day of the film week on the board and on the slates."""


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
def workspace(library: Path) -> Iterator[Workspace]:
    """The library of this test, open in a workspace: an empty one, unless a folder or a test makes another."""
    opened = Workspace(Store.open(library))
    yield opened
    opened.store.close()


@pytest.fixture
def shell() -> FakeShell:
    """A window that only remembers."""
    return FakeShell()


@pytest.fixture(scope="session")
def film_week(empty_library: Path) -> Path:
    """A library with the sample, whose film week begins on `THURSDAY`, closed."""
    return with_sample(empty_library, THURSDAY)
