"""Backups of a library: made while it is open, checked, named by time, thinned; and taken back."""

import hashlib
import json
import os
import shutil
import sqlite3
from collections.abc import Callable, Iterable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from app.errors import UserError
from app.store.failures import told
from app.store.preflight import preflight
from app.words import N_

PAGES_A_STEP = 1000
NOT_ENOUGH_SPACE = N_("There is not enough space on the disk for a safe copy. Free some and try again.")
BACKUP_BAD = N_("The copy could not be read back and was thrown away. The library itself is unchanged.")
SAME_FILE = N_("A backup cannot be written over the library itself. Choose another file.")
DAMAGED_BACKUP = N_("“{file}” differs from what was written when the backup was made. Choose another backup.")
SUFFIX = ".keruen-backup"


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
    if target.exists() and source.samefile(target):
        raise UserError(SAME_FILE)
    if not target.parent.is_dir():
        preflight(target)
    size = source.stat().st_size
    if shutil.disk_usage(target.parent).free < size + 1_000_000:
        raise UserError(NOT_ENOUGH_SPACE)
    part = target.with_name(target.name + ".part")
    try:
        with told():
            _copy_pages(source, part, progress)
        mark = digest(part)
        with part.open("rb+") as file:
            os.fsync(file.fileno())
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)
    sync_folder(target.parent)
    return mark


def _copy_pages(source: Path, part: Path, progress: Callable[[int, int], None] | None) -> None:
    def stepped(_status: int, left: int, total: int) -> None:
        if progress:
            progress(total - left, total)

    part.unlink(missing_ok=True)
    # Where it may, the source is opened for writing: only so can the journal of a killed program be rolled back.
    mode = "rw" if os.access(source, os.W_OK) and os.access(source.parent, os.W_OK) else "ro"
    address = f"{source.absolute().as_uri()}?mode={mode}"
    with closing(sqlite3.connect(address, uri=True, timeout=5)) as old, closing(sqlite3.connect(part)) as new:
        old.backup(new, pages=PAGES_A_STEP, progress=stepped)
        # A backup is a file by itself: no journal beside it.
        new.execute("PRAGMA journal_mode=DELETE")
        if new.execute("PRAGMA integrity_check").fetchone()[0] != "ok":
            raise UserError(BACKUP_BAD)


def sync_folder(folder: Path) -> None:
    """Make a rename in `folder` survive a power cut, where the system can."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def keep(library: Path, folder: Path, now: datetime, reason: str = "") -> Path:
    """Put a backup of `library` into `folder` under a name that tells the time; thin the old ones."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    sweep(folder)
    stamp = now.astimezone(UTC).strftime("%Y%m%dT%H%M%S%fZ")
    target = folder / f"{library.stem}-{stamp}{'-' + reason if reason else ''}{SUFFIX}"
    mark = copy(library, target)
    note = target.with_name(target.name + ".json")
    note.write_text(json.dumps({"sha256": mark, "library": library.name, "reason": reason}), "utf-8")
    for old in surplus(kept(folder, library), now):
        old.path.unlink(missing_ok=True)
        old.path.with_name(old.path.name + ".json").unlink(missing_ok=True)
    return target


def kept(folder: Path, library: Path | None = None) -> list[Backup]:
    """The backups in `folder` (of one library if given), newest first."""
    found = []
    for path in folder.glob(f"*{SUFFIX}"):
        stem, _, stamp = path.name.removesuffix(SUFFIX).partition("-" + "20")
        if library is not None and stem != library.stem:
            continue
        try:
            at = datetime.strptime(("20" + stamp).split("-")[0], "%Y%m%dT%H%M%S%fZ").replace(tzinfo=UTC)
        except ValueError:
            continue
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
    for part in folder.glob("*.part"):
        part.unlink(missing_ok=True)


def verify(backup: Path) -> None:
    """Refuse a backup that is no library or differs from what was written."""
    preflight(backup)
    note = backup.with_name(backup.name + ".json")
    if note.exists() and json.loads(note.read_text("utf-8")).get("sha256") != digest(backup):
        raise UserError(DAMAGED_BACKUP, file=backup.name)


def restore(backup: Path, library: Path, now: datetime) -> Path | None:
    """Put `backup` in the place of `library`, which must be closed; the file set aside, if there was one."""
    verify(backup)
    fresh = library.with_name(library.name + ".restoring")
    aside: Path | None = None
    try:
        copy(backup, fresh)
        if library.exists():
            aside = library.with_name(f"{library.stem}.replaced-{now.astimezone(UTC):%Y%m%dT%H%M%S}{library.suffix}")
            shutil.copy2(library, aside)
        # An unfinished journal belongs to the old content: it must never be played into the new one.
        journal = library.with_name(library.name + "-journal")
        if journal.exists() and aside is not None:
            journal.replace(aside.with_name(aside.name + "-journal"))
        fresh.replace(library)
    finally:
        fresh.unlink(missing_ok=True)
    sync_folder(library.parent)
    return aside


def is_due(folder: Path, library: Path, now: datetime, every: timedelta = timedelta(hours=24)) -> bool:
    """Whether the newest backup is older than `every`, or there is none."""
    backups = kept(folder, library)
    return not backups or now - backups[0].at > every
