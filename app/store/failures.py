"""What the database says when it cannot, told as sentences a user can act on."""

import errno
import re
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
DAMAGED = N_("The library file is damaged. Close it and restore a backup: File, Backups and restore.")
UNREADABLE = N_("The disk could not be read or written. Check it and try again.")
NOT_ALLOWED = N_("Not saved: there is no permission to write there. Ask for it, or choose another folder.")
NO_SERVER = N_("The office database cannot be reached. Check the network and try again.")
CUT_OFF = N_("The connection to the office database broke. Check whether your last change is there, then try again.")
SLOW = N_("The office database took too long. Try again in a moment.")
OVERFULL = N_("Not saved: the disk of the office database is full. Tell whoever looks after it.")
NOT_YOURS = N_("Your name in the office database may not do this. Ask whoever looks after it.")
NOT_WHOLE = N_("The office database is damaged or incomplete. Tell whoever looks after it.")
WRONG_PASSWORD = N_("The office database does not know this name with this password.")
NO_DATABASE = N_("There is no database of this name on the server. Check the end of the address.")
NOT_PROVEN = N_("The server of the office database cannot prove that it is the right one. Ask for its certificate.")
REFUSED = N_("The office database cannot be used: {reason}")

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

_OF_THE_SERVER = {
    "08": NO_SERVER,
    "25006": NOT_YOURS,
    "28": WRONG_PASSWORD,
    "3D": NO_DATABASE,
    "40": BUSY,
    "42501": NOT_YOURS,
    "42703": NOT_WHOLE,
    "42P01": NOT_WHOLE,
    "53100": OVERFULL,
    "53300": BUSY,
    "55P03": BUSY,
    "57014": SLOW,
    "XX": NOT_WHOLE,
}
"""Beginnings of the SQLSTATE of PostgreSQL (its manual, appendix A)."""

_AT_THE_DOOR = {
    r"authentication failed|no password supplied|подлинности|认证失败": WRONG_PASSWORD,
    r"(role|роль|角色) \"[^\"]*\" (does not exist|не существует|不存在)": WRONG_PASSWORD,
    r"(database|база данных|数据库) \"[^\"]*\" (does not exist|не существует|不存在)": NO_DATABASE,
    r"certificate|does not support SSL": NOT_PROVEN,
    r"starting up|shutting down|запускается|останавливается|启动中|停止中": NO_SERVER,
    r"too many|слишком много|太多": BUSY,
}
"""A connection that does not come about has no SQLSTATE, and the server says why in its own language."""

_NO_TABLE = re.compile("no such (table|column): ")
"""What SQLite says of a library that has lost one; it has no code of its own."""

_SPOKEN = re.compile(r"failed: [^\s:]+:\s+(.+)|(invalid connection option .+)")
"""The server's own words ("… failed: FATAL:  …"), or those of its driver about the address."""

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
    errno.EEXIST: N_("“{file}” could not be written: it is no ordinary file."),
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
    if name == "SQLITE_ERROR" and _NO_TABLE.match(str(error)):
        return DAMAGED
    return next((text for code, text in _SENTENCES.items() if name == code or name.startswith(code + "_")), None)


def of_the_server(error: DBAPIError) -> UserError | None:
    """The message for what PostgreSQL or its driver reported, unless it is a bug of ours."""
    if error.connection_invalidated:
        return UserError(CUT_OFF)
    said = str(error.orig)
    state = getattr(error.orig, "sqlstate", None)
    if state is None:
        return _at_the_door(said, UserError(NO_SERVER) if isinstance(error, OperationalError) else None)
    text = next((text for begin, text in _OF_THE_SERVER.items() if state.startswith(begin)), None)
    if text:
        return UserError(text)
    return UserError(REFUSED, reason=said.partition("\n")[0]) if isinstance(error, OperationalError) else None


def _at_the_door(said: str, otherwise: UserError | None) -> UserError | None:
    text = next((text for pattern, text in _AT_THE_DOOR.items() if re.search(pattern, said)), None)
    if text:
        return UserError(text)
    spoken = _SPOKEN.search(said)
    return UserError(REFUSED, reason=spoken[1] or spoken[2]) if spoken else otherwise


@contextmanager
def told() -> Iterator[None]:
    """Turn the failures of disk and database into `UserError`; everything else passes."""
    try:
        yield
    except DBAPIError as error:
        if isinstance(error.orig, sqlite3.Error):
            text = sentence(error.orig)
            refusal = UserError(text) if text else None
        else:
            refusal = of_the_server(error)
        if refusal is None:
            raise
        raise refusal from error
    except sqlite3.Error as error:
        text = sentence(error)
        if text is None:
            raise
        raise UserError(text) from error
    except UnicodeDecodeError as error:  # SQLite quotes what is damaged, and Python cannot read that
        raise UserError(DAMAGED) from error
    except OSError as error:
        raise UserError(_OF_THE_DISK.get(error.errno or 0, UNREADABLE)) from error


@contextmanager
def writing(path: Path) -> Iterator[None]:
    """Turn what the disk refuses about the file `path` into a sentence that names it."""
    try:
        yield
    except OSError as error:
        raise UserError(_NOT_WRITTEN.get(error.errno or 0, _UNWRITTEN), file=path.name or str(path)) from error
