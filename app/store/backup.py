"""Backups of a library: made while it is open, checked, named by time, thinned; and taken back."""

import hashlib
import json
import os
import re
import shutil
import sqlite3
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from app.errors import UserError
from app.files import ordinary, private_name, true_path, write_whole
from app.store import whole
from app.store.engine import BUSY_SECONDS
from app.store.failures import BUSY, DAMAGED, told, writing
from app.store.preflight import Found, preflight
from app.words import N_

PAGES_A_STEP = 1000
DAY = 86_400
"""Seconds."""
NOT_ENOUGH_SPACE = N_("There is not enough space on the disk for a safe copy. Free some and try again.")
BACKUP_BAD = N_("The copy could not be read back and was thrown away. The library itself is unchanged.")
SAME_FILE = N_("A backup cannot be written over the library itself. Choose another file.")
DAMAGED_BACKUP = N_("“{file}” differs from what was written when the backup was made. Choose another backup.")
SPOILT_BACKUP = N_("“{file}” is damaged. Choose another backup. Nothing was changed.")
GONE = N_("The backup “{file}” no longer exists.")
SUFFIX = ".keruen-backup"
_NAME = re.compile(r"(?P<library>.*)-(?P<stamp>20\d{6}T\d{12}Z)(-.*)?", re.DOTALL)


class Backup(NamedTuple):
    """One kept backup: its file, when it was made (UTC) and its size in bytes."""

    path: Path
    at: datetime
    size: int


def digest(path: Path) -> str:
    """SHA-256 of a file, hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def copy(source: Path, target: Path, progress: Callable[[int, int], None] | None = None) -> str:
    """Copy the library `source`, which may be open, to `target`; the copy is checked before it counts.

    The target appears whole or not at all. Returns its SHA-256. `progress` hears (pages done, pages).
    """
    source, target = true_path(source), true_path(target)  # no name may look like an address to SQLite
    with writing(target):
        if target.exists() and source.samefile(target):
            raise UserError(SAME_FILE)
        if not target.parent.is_dir():
            preflight(target)
    size = source.stat().st_size
    if shutil.disk_usage(target.parent).free < size + 1_000_000:
        raise UserError(NOT_ENOUGH_SPACE)
    part = private_name(target)
    with writing(target):
        ordinary(target)
        try:
            part.open("xb").close()  # SQLite could not say why it may not
            with told():
                copy_pages(source, part, progress)
                _check(part)
            mark = digest(part)
            with part.open("rb+") as file:
                os.fsync(file.fileno())
            journal_of(target).unlink(missing_ok=True)  # it would be played into what comes now
            part.replace(target)
        finally:
            remove(part)
        sync_folder(target.parent)
    return mark


def copy_pages(source: Path, target: Path, progress: Callable[[int, int], None] | None = None) -> None:
    """Copy the library `source`, which may be open, page by page; a damaged one as it is."""
    patience = Patience()

    def stepped(_status: int, left: int, total: int) -> None:
        patience.feel(left)
        if progress:
            progress(total - left, total)

    # Where it may, the source is opened for writing: only so can the journal of a killed program be rolled back.
    source = true_path(source)
    mode = "rw" if os.access(source, os.W_OK) and os.access(source.parent, os.W_OK) else "ro"
    address = f"{source.as_uri()}?mode={mode}"
    with closing(sqlite3.connect(address, uri=True, timeout=1)) as old, closing(sqlite3.connect(target)) as new:
        old.backup(new, pages=PAGES_A_STEP, progress=stepped)
        # A backup is a file by itself: no journal beside it.
        new.execute("PRAGMA journal_mode=DELETE")


class Patience:
    """Python's backup waits for a locked library for ever; this ends it when nothing has moved for too long."""

    def __init__(self) -> None:
        self._left = -1
        self._since = time.monotonic()

    def feel(self, left: int) -> None:
        """Hear how much is left. Raises `UserError` when it has been the same for longer than `BUSY_SECONDS`."""
        if left != self._left:
            self._left, self._since = left, time.monotonic()
        elif time.monotonic() - self._since > BUSY_SECONDS:
            raise UserError(BUSY)


def _check(part: Path) -> None:
    with closing(sqlite3.connect(part)) as copied:
        if copied.execute("PRAGMA integrity_check(1)").fetchone()[0] != "ok":
            raise UserError(BACKUP_BAD)
        if not whole.has_its_tables(copied):
            raise UserError(DAMAGED)


def remove(path: Path) -> None:
    """Remove a file of ours and its journal, which would otherwise be played into the next file of that name."""
    path.unlink(missing_ok=True)
    journal_of(path).unlink(missing_ok=True)


def journal_of(path: Path) -> Path:
    """Where SQLite keeps what it needs to take an unfinished change of `path` back."""
    return path.with_name(path.name + "-journal")


def sync_folder(folder: Path) -> None:
    """Make a rename in `folder` survive a power cut, where the system can."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


@told()
def keep(library: Path, folder: Path, now: datetime, reason: str = "") -> Path:
    """Put a backup of `library` into `folder` under a name that tells the time; thin the old ones."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    sweep(folder)
    stamp = now.astimezone(UTC).strftime("%Y%m%dT%H%M%S%fZ")
    target = folder / f"{library.stem}-{stamp}{'-' + reason if reason else ''}{SUFFIX}"
    mark = copy(library, target)
    note = {"sha256": mark, "library": library.name, "reason": reason}
    write_whole(_note_of(target), json.dumps(note, ensure_ascii=False).encode())
    for old in surplus(kept(folder, library), now):
        old.path.unlink(missing_ok=True)
        _note_of(old.path).unlink(missing_ok=True)
    return target


def _note_of(backup: Path) -> Path:
    return backup.with_name(backup.name + ".json")


def kept(folder: Path, library: Path | None = None) -> list[Backup]:
    """The backups in `folder` (of one library if given), newest first."""
    found = []
    for path in folder.glob(f"*{SUFFIX}"):
        parts = _NAME.fullmatch(path.name.removesuffix(SUFFIX))
        if parts is None or (library is not None and parts["library"] != library.stem):
            continue
        with suppress(ValueError):  # a day that is none
            at = datetime.strptime(parts["stamp"], "%Y%m%dT%H%M%S%fZ").replace(tzinfo=UTC)
            found.append(Backup(path, at, path.stat().st_size))
    return sorted(found, key=lambda backup: backup.at, reverse=True)


def surplus(backups: Iterable[Backup], now: datetime) -> list[Backup]:
    """What may go: all but the ten newest, one a day for a week, one a week for eight, one a month for a year."""
    newest_first = sorted(backups, key=lambda backup: backup.at, reverse=True)
    keeping = set(newest_first[:10])
    for count, bucket in ((7, "%Y-%j"), (8, "%G-%V"), (12, "%Y-%m")):
        seen: dict[str, Backup] = {}
        for backup in newest_first:
            seen.setdefault(backup.at.strftime(bucket), backup)
        keeping.update(list(seen.values())[:count])
    return [backup for backup in newest_first if backup not in keeping and backup.at <= now]


def sweep(folder: Path) -> None:
    """Remove what an interrupted copy left behind."""
    for part in (*folder.glob("*.part"), *folder.glob("*.part-journal")):
        part.unlink(missing_ok=True)


def sweep_old(folder: Path) -> None:
    """Remove what a program killed on an earlier day left in a folder that is not ours alone."""
    for part in folder.glob(".keruen-*.part*"):
        with suppress(OSError):
            if time.time() - part.stat().st_mtime > DAY:
                part.unlink()


def verify(backup: Path) -> None:
    """Refuse a backup that is no library, lacks tables or differs from what was written."""
    if preflight(backup) is Found.NOTHING:
        raise UserError(GONE, file=backup.name)
    with _accusing(backup), told(), closing(sqlite3.connect(f"{true_path(backup).as_uri()}?mode=ro", uri=True)) as kept:
        if not whole.has_its_tables(kept):
            raise UserError(DAMAGED)
    try:
        note = json.loads(_note_of(backup).read_text("utf-8"))
    except FileNotFoundError:
        return
    except ValueError:
        note = {}
    if not isinstance(note, dict) or note.get("sha256") != digest(backup):
        raise UserError(DAMAGED_BACKUP, file=backup.name)


@contextmanager
def _accusing(backup: Path) -> Iterator[None]:
    """Say of damage that it is the backup's, not the library's."""
    try:
        yield
    except UserError as error:
        if error.phrase.message in (DAMAGED, BACKUP_BAD):
            raise UserError(SPOILT_BACKUP, file=backup.name) from error
        raise


@told()
def restore(backup: Path, library: Path, now: datetime) -> Path | None:
    """Put `backup` in the place of `library`, which must be closed; the file set aside, if there was one."""
    verify(backup)
    library = true_path(library)
    fresh = private_name(library)
    sweep_old(library.parent)
    aside: Path | None = None
    try:
        with _accusing(backup):
            copy(backup, fresh)
        if library.exists():
            _take_back_unfinished(library)
            stamp = now.astimezone(UTC).strftime("%Y%m%dT%H%M%S%f")
            aside = library.with_name(f"{library.stem}.replaced-{stamp}{library.suffix}")
            _keep_under(library, aside)
        # An unfinished journal belongs to the old content: it must never be played into the new one.
        if journal_of(library).exists():
            if aside:
                _keep_under(journal_of(library), journal_of(aside))
            journal_of(library).unlink()
        fresh.replace(library)
    finally:
        remove(fresh)
    sync_folder(library.parent)
    return aside


def _take_back_unfinished(library: Path) -> None:
    """Let SQLite finish with the journal of a killed program, if the library is sound enough for that."""
    if journal_of(library).exists():
        with suppress(sqlite3.Error), closing(sqlite3.connect(library, timeout=1)) as connection:
            connection.execute("PRAGMA schema_version").fetchone()


def _keep_under(path: Path, name: Path) -> None:
    """Let the content of `path` be found under `name` as well, without writing it twice where that can be."""
    try:
        os.link(path, name)
    except OSError:  # a disk that knows no second names
        shutil.copy2(path, name)


def is_due(folder: Path, library: Path, now: datetime, every: timedelta = timedelta(hours=24)) -> bool:
    """Whether the newest backup is older than `every`, or there is none."""
    backups = kept(folder, library)
    return not backups or now - backups[0].at > every
