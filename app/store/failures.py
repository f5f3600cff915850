"""What the database says when it cannot, told as sentences a user can act on."""

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError, OperationalError

from app.errors import UserError
from app.words import N_

DISK_FULL = N_("Not saved: the disk is full. Free some space and try again. Nothing was lost.")
BUSY = N_("Not saved: another program is using the library. Try again in a moment.")
READ_ONLY = N_("Not saved: the library can only be read here. Its folder or file is read only.")
DAMAGED = N_("The library file is damaged. Close it and restore a backup: File, Backups.")
UNREADABLE = N_("The disk could not be read or written. Check it and try again.")
NOT_ALLOWED = N_("Not saved: there is no permission to write there. Ask for it, or choose another folder.")
NO_SERVER = N_("The office database cannot be reached. Check the network and try again.")

_SENTENCES = {
    "SQLITE_FULL": DISK_FULL,
    "SQLITE_BUSY": BUSY,
    "SQLITE_LOCKED": BUSY,
    "SQLITE_READONLY": READ_ONLY,
    "SQLITE_CANTOPEN": UNREADABLE,
    "SQLITE_IOERR": UNREADABLE,
    "SQLITE_CORRUPT": DAMAGED,
    "SQLITE_NOTADB": DAMAGED,
}

_OF_THE_DISK = {
    errno.ENOSPC: DISK_FULL,
    errno.EDQUOT: DISK_FULL,
    errno.EFBIG: DISK_FULL,
    errno.EACCES: NOT_ALLOWED,
    errno.EPERM: NOT_ALLOWED,
    errno.EROFS: NOT_ALLOWED,
}

_NOT_WRITTEN = {
    errno.ENOENT: N_("“{file}” could not be written: there is no such folder."),
    errno.EACCES: N_("“{file}” could not be written: permission is missing."),
    errno.EPERM: N_("“{file}” could not be written: permission is missing."),
    errno.EROFS: N_("“{file}” could not be written: the disk is read only."),
    errno.EISDIR: N_("“{file}” could not be written: it is a folder."),
    errno.ENOTDIR: N_("“{file}” could not be written: there is no such folder."),
    errno.ENOSPC: N_("“{file}” could not be written: the disk is full."),
    errno.EDQUOT: N_("“{file}” could not be written: the disk is full."),
    errno.EFBIG: N_("“{file}” could not be written: the disk is full."),
    errno.ENAMETOOLONG: N_("“{file}” could not be written: the name is too long."),
}
_UNWRITTEN = N_("“{file}” could not be written.")


def sentence(error: sqlite3.Error) -> str | None:
    """The message for what SQLite reported (its extended name begins with the plain one), if it is known."""
    name = getattr(error, "sqlite_errorname", "")
    return next((text for code, text in _SENTENCES.items() if name == code or name.startswith(code + "_")), None)


@contextmanager
def told() -> Iterator[None]:
    """Turn the failures of disk and database into `UserError`; everything else passes."""
    try:
        yield
    except DBAPIError as error:
        text = sentence(error.orig) if isinstance(error.orig, sqlite3.Error) else None
        if text is None and isinstance(error, OperationalError) and not isinstance(error.orig, sqlite3.Error):
            text = NO_SERVER
        if text is None:
            raise
        raise UserError(text) from error
    except sqlite3.Error as error:
        text = sentence(error)
        if text is None:
            raise
        raise UserError(text) from error
    except OSError as error:
        raise UserError(_OF_THE_DISK.get(error.errno or 0, UNREADABLE)) from error


@contextmanager
def writing(path: Path) -> Iterator[None]:
    """Turn what the disk refuses about the file `path` into a sentence that names it."""
    try:
        yield
    except OSError as error:
        raise UserError(_NOT_WRITTEN.get(error.errno or 0, _UNWRITTEN), file=path.name) from error
