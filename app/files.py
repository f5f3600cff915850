"""Writing a file whole or not at all."""

import os
import secrets
import time
from pathlib import Path

_TRIES = 10
_PAUSE = 0.1
"""Seconds. On Windows a virus scanner may hold the old file for a moment."""


def write_whole(path: Path, data: bytes) -> None:
    """Put `data` into `path`; whatever goes wrong, the old file is still there as it was.

    Raises OSError (disk full, folder closed) and leaves nothing half written behind.
    """
    path = path.resolve()  # a link stays a link
    part = path.with_name(f".keruen-{secrets.token_hex(6)}.part")
    try:
        with part.open("xb") as file:
            if path.exists():
                part.chmod(path.stat().st_mode & 0o777)
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        _replace(part, path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    _remember(path.parent)


def set_aside(path: Path) -> Path:
    """Rename a damaged file so that it is kept and not in the way: `name.damaged-1`. Returns its new path."""
    number = 1
    while (aside := path.with_name(f"{path.name}.damaged-{number}")).exists():
        number += 1
    return path.rename(aside)


def _replace(part: Path, path: Path) -> None:
    for attempt in range(_TRIES):
        try:
            part.replace(path)
        except PermissionError:
            if os.name != "nt" or attempt == _TRIES - 1:
                raise
            time.sleep(_PAUSE)
        else:
            return


def _remember(folder: Path) -> None:
    """Ask the disk to keep the renaming too; Windows offers no way to."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
