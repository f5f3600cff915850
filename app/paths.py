"""Where the program's own files lie, in a checkout and in an installed wheel, and where it keeps the user's."""

import os
from pathlib import Path

from platformdirs import user_data_path

HOME = "KERUEN_HOME"
"""The environment variable that moves the data folder: for tests, and for a program on a stick."""

_PACKAGE = Path(__file__).resolve().parent
_BUNDLED = _PACKAGE / "bundled"
_ROOT = _BUNDLED if _BUNDLED.is_dir() else _PACKAGE.parent


def resource(*parts: str) -> Path:
    """A file or folder of resources: `resource("icons", "film.svg")`."""
    return _ROOT.joinpath("resources", *parts)


def translations_folder() -> Path:
    """The folder with one folder of words per language."""
    return _ROOT / "translations"


def migrations_folder() -> Path:
    """The folder of Alembic's env.py and versions."""
    return _ROOT / "migrations"


def data_folder() -> Path:
    """The user's own folder for libraries, settings and logs; made if missing, closed to other users."""
    moved = os.environ.get(HOME)
    folder = Path(moved).absolute() if moved else user_data_path("keruen", appauthor=False)
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    if os.name == "posix":
        folder.chmod(0o700)  # an older or wider umask may have made it readable
    return folder
