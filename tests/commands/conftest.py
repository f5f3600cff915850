"""What commands are tried on."""

import shutil
from pathlib import Path

import pytest


@pytest.fixture
def library(filled: Path, tmp_path: Path) -> Path:
    """The sample library, closed."""
    return Path(shutil.copy(filled, tmp_path / "films.keruen"))
