"""Which library a command means, and how it is opened."""

import os
import shlex
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from app.commands.answer import Asked
from app.errors import UserError
from app.paths import data_folder
from app.store import office
from app.store.preflight import Found, preflight
from app.store.store import Store
from app.words import N_

FILE_NAME = "library.keruen"
"""The library in the user's own folder, unless the settings name another."""

NO_LIBRARY = N_("There is no library yet. Make one with: {command}")
ONLY_FILES = N_("An office database is backed up and put back by the tools of its server: pg_dump and pg_restore.")


def is_address(text: str) -> bool:
    """Whether `text` names an office database and not a file."""
    return "://" in text


def command(*words: str) -> str:
    """A command as it can be copied into a terminal of this system."""
    return subprocess.list2cmdline(words) if os.name == "nt" else shlex.join(words)


def is_default(asked: Asked) -> bool:
    """Whether nobody has named a library: neither the command nor the settings."""
    return not asked.options.library and asked.settings.library is None


def library_file(asked: Asked) -> Path:
    """The file the command means, whether there is one or not. `UserError` for an office database."""
    named = asked.options.library
    if named:
        if is_address(named):
            raise UserError(ONLY_FILES)
        return Path(named)
    return asked.settings.library or data_folder() / FILE_NAME


def existing_file(asked: Asked) -> Path:
    """The file the command means. `UserError` if the default one has not been made yet."""
    path = library_file(asked)
    if is_default(asked) and not path.exists():
        raise UserError(NO_LIBRARY, command=command("keruen", "sample", str(path)))
    return path


@contextmanager
def reading(asked: Asked) -> Iterator[Store]:
    """The library opened for queries; a window may have it open at the same time."""
    if asked.options.library and is_address(asked.options.library):
        store = Store.connect(office.url_of(asked.options.library))
    else:
        path = existing_file(asked)
        # Only a library of an older program has to be owned: it is brought up to date first.
        store = Store.open(path, own=preflight(path) is Found.OLDER)
    try:
        yield store
    finally:
        store.close()
