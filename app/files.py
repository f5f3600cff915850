"""Writing a file whole or not at all."""

import errno
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
    path = true_path(path)  # a link stays a link
    ordinary(path)
    part = private_name(path)
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


def true_path(path: Path) -> Path:
    """Where the file really lies that `path` names, perhaps through links; an absolute path."""
    return Path(os.path.realpath(path))


def private_name(path: Path) -> Path:
    """A name beside `path` that nobody else will think of, short enough for any disk."""
    return path.with_name(f".keruen-{secrets.token_hex(6)}.part")


def ordinary(path: Path) -> None:
    """Raise OSError if something stands at `path` that must not be replaced by a file: a folder, a pipe, a device."""
    if path.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    if path.exists() and not path.is_file():
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(path))


def place_new(fresh: Path, path: Path) -> None:
    """Give the file `fresh` the name `path`; FileExistsError if something has that name by now, however near."""
    if os.name == "nt":
        fresh.rename(path)  # there it refuses by itself
        return
    try:
        os.link(fresh, path)
    except FileExistsError:
        raise
    except OSError:  # a disk that knows no second names
        path.open("xb").close()
        fresh.replace(path)
    else:
        fresh.unlink()


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
