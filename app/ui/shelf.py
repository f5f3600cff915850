"""The shelf of libraries in the user's own folder: where a new one goes, and how one is made, opened and called."""

import re
from datetime import datetime
from pathlib import Path

from app.i18n.active import _
from app.paths import data_folder
from app.store import backup, sample_files
from app.store.failures import told
from app.store.lock import Lock
from app.store.store import Store, utc_now
from app.words import N_, phrase

SUFFIX = ".keruen"
SAMPLE = "sample"
"""The name of the sample library's file."""

LONGEST = 80
"""Letters of a file's name: four bytes each still fit every disk."""

_HOUR = re.compile(r"T\d{12}Z")
"""The hour in the name of a backup; its day is enough for the name of a library."""

_UNFIT = re.compile(r'[\s<>:"/\\|?*\x00-\x1f\x7f]+')


def folder() -> Path:
    """Where new libraries lie; made if missing, closed to other users."""
    with told():
        shelf = data_folder() / "libraries"
        shelf.mkdir(mode=0o700, exist_ok=True)
    return shelf


def free_path(name: str) -> Path:
    """A path on the shelf for a library called `name` that is not taken yet."""
    stem = _UNFIT.sub(" ", name).strip(" .")[:LONGEST].strip() or "library"
    path, number = folder() / f"{stem}{SUFFIX}", 2
    while path.exists():
        path, number = folder() / f"{stem} {number}{SUFFIX}", number + 1
    return path


def shown_name(path: Path, *, sample: bool) -> str:
    """What a library is called in the window."""
    return _("Sample library") if sample and path.stem == SAMPLE else path.stem


def make_empty(name: str) -> Store:
    """A new, empty library called `name`, opened. Raises `UserError` when it cannot be written."""
    return Store.create(free_path(name))


def open_any(path: Path) -> Store:
    """The library at `path`, opened; of a backup a new library is made, and both stay as they are otherwise."""
    if path.suffix != backup.SUFFIX:
        return Store.open(path)
    return put_back(path, free_path(_HOUR.sub("", path.stem)))


def put_back(kept: Path, library: Path) -> Store:
    """Put the backup `kept` in the place of `library`, which is set aside, and open it. Raises `UserError`."""
    lock = Lock(library)
    lock.take()
    try:
        with told():
            backup.restore(kept, library, utc_now())
    finally:
        lock.release()
    return Store.open(library)


def open_sample(now: datetime) -> Store:
    """The sample library, opened; made first if it is not there. Raises `UserError` when it cannot be written."""
    path = folder() / f"{SAMPLE}{SUFFIX}"
    if path.exists():
        return Store.open(path)
    with Store.draft(path) as draft:
        store = Store.create(draft)
        try:
            from app.operations import sample as invented  # noqa: PLC0415 - invented once, and not at every start

            first_day = sample_files.friday(now.astimezone().date())
            label = phrase(N_("Fill the sample library"))
            store.write(label, invented.fill, sample_files.titles(), sample_files.week(), first_day)
        finally:
            store.close()
    return Store.open(path)
