"""A look at a file before it is opened: is it a library, and one this program understands?

Only the first hundred bytes are read, so a refused file stays exactly as it was.
"""

import os
import stat
from enum import Enum, auto
from pathlib import Path

from app.errors import UserError
from app.words import N_

APPLICATION_ID = 0x4B52554E
"""`PRAGMA application_id` of a library: the letters KRUN."""

SCHEMA = 9
"""`PRAGMA user_version` of a library this program writes: the number of its newest migration."""

NOT_A_LIBRARY = N_("“{file}” is not a library, or it is damaged. Nothing was changed.")
EMPTY = N_("“{file}” is empty: the library in it was damaged. Restore a backup. Nothing was changed.")
FOREIGN = N_("“{file}” belongs to another program. Nothing was changed.")
NEWER = N_("“{file}” was written by a newer Keruen. Install the newer version to open it. Nothing was changed.")
A_FOLDER = N_("“{file}” is a folder. Choose a library file.")
NO_FOLDER = N_("The folder “{folder}” does not exist.")
EXISTS = N_("“{file}” exists already. Choose another name.")
NOT_READABLE = N_("“{file}” cannot be read. Ask for permission, or choose another file.")

_MAGIC = b"SQLite format 3\x00"


class Found(Enum):
    """What stands at a path."""

    NOTHING = auto()
    CURRENT = auto()
    OLDER = auto()


def preflight(path: Path) -> Found:
    """Say what stands at `path`; raise `UserError` for what cannot be opened."""
    name = path.name or str(path)
    try:
        kind = path.stat().st_mode
    except (FileNotFoundError, NotADirectoryError):
        if not path.parent.is_dir():
            raise UserError(NO_FOLDER, folder=str(path.parent)) from None
        return Found.NOTHING
    except (OSError, ValueError) as error:  # no permission to look, a name too long, a link to itself, a null
        raise UserError(NOT_READABLE, file=name) from error
    if stat.S_ISDIR(kind):
        raise UserError(A_FOLDER, file=name)
    if not stat.S_ISREG(kind):  # reading a pipe would wait for ever
        raise UserError(NOT_A_LIBRARY, file=name)
    return _read(path)


def _read(path: Path) -> Found:
    name = path.name
    try:
        with path.open("rb") as file:
            head = file.read(100)
            size = file.seek(0, os.SEEK_END)
    except OSError as error:
        raise UserError(NOT_READABLE, file=name) from error
    if size == 0:
        raise UserError(EMPTY, file=name)
    if len(head) < 100 or not head.startswith(_MAGIC):  # noqa: PLR2004 - the header of an SQLite file
        raise UserError(NOT_A_LIBRARY, file=name)
    application, version = int.from_bytes(head[68:72], "big"), int.from_bytes(head[60:64], "big")
    if application != APPLICATION_ID:
        raise UserError(FOREIGN, file=name)
    if version > SCHEMA:
        raise UserError(NEWER, file=name)
    page = int.from_bytes(head[16:18], "big")
    page = 65536 if page == 1 else page
    # A killed program may have begun to make the file longer; SQLite takes that back with the journal.
    unfinished = path.with_name(path.name + "-journal").exists()
    if size < page * int.from_bytes(head[28:32], "big") and not unfinished:
        raise UserError(NOT_A_LIBRARY, file=name)
    return Found.CURRENT if version == SCHEMA else Found.OLDER
