"""The program before its first page."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from app.ui.program import Program
from tests.journeys.starting import started


@pytest.fixture
def program(qtbot: QtBot) -> Iterator[Program]:
    """As a new user starts it, in English."""
    with started(qtbot) as begun:
        yield begun
