"""One owner at a time: a lock beside the library that the system lets go when its owner dies."""

import json
import os
import socket
import sys
from contextlib import suppress
from pathlib import Path
from typing import IO

from app.errors import UserError
from app.files import true_path
from app.words import N_

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

IN_USE = N_("“{file}” is open in another window of Keruen. Close it there first.")
ELSEWHERE = N_("“{file}” is open on the computer “{host}”. Close it there first, or ask for an office database.")


class Lock:
    """Holds `<library>.lock` from `take` to `release`. The file tells who holds it; the system's lock decides."""

    def __init__(self, library: Path) -> None:
        real = true_path(library)  # by whatever name it is opened, it is one library
        self.path = real.with_name(real.name + ".lock")
        self._library = library.name
        self._file: IO[bytes] | None = None

    def take(self) -> None:
        """Become the owner; raise `UserError` naming the computer if somebody else is, OSError where nobody may."""
        file = self.path.open("a+b", buffering=0)
        try:
            _grip(file)
        except OSError:
            file.seek(0)
            host = _host_in(file.read())
            file.close()
            if host and host != socket.gethostname():
                raise UserError(ELSEWHERE, file=self._library, host=host) from None
            raise UserError(IN_USE, file=self._library) from None
        with suppress(OSError):  # on a full disk nobody is named, but the lock holds
            file.seek(0)
            file.truncate()
            file.write(json.dumps({"host": socket.gethostname(), "pid": os.getpid()}).encode())
        self._file = file

    def release(self) -> None:
        """Stop being the owner; harmless when one is not."""
        if self._file is None:
            return
        self._file.close()
        self._file = None

    @property
    def held(self) -> bool:
        """Whether this object is the owner."""
        return self._file is not None


def refuse_if_open(library: Path) -> None:
    """Raise `UserError` while somebody has `library` open; nothing is left beside it."""
    lock = Lock(library)
    if lock.path.exists():
        lock.take()
        lock.release()


def _grip(file: IO[bytes]) -> None:
    if sys.platform == "win32":
        file.seek(4096)  # beyond the text, which must stay readable for the others
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
    else:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _host_in(text: bytes) -> str:
    try:
        return str(json.loads(text).get("host", ""))
    except (ValueError, AttributeError):
        return ""
