"""The command `doctor`: whether the program, the disk, the library and its backups are in order."""

import os
import shutil
import sqlite3
import stat
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from app.commands.answer import Answer, Asked, table
from app.commands.opening import ONLY_FILES, is_address, is_default, library_file, reading
from app.domain import calendar
from app.errors import UserError
from app.files import write_whole
from app.i18n import formats
from app.paths import data_folder, resource
from app.store import backup
from app.store.attachment_rows import unused
from app.store.health import Ill, ills
from app.store.preflight import Found, preflight
from app.words import N_, Phrase, counted, phrase

OLDEST_SQLITE = (3, 37, 0)
FAULTY_QT, SOUND_PYTHON = (6, 12), (3, 12)
"""PySide6 6.12 loses a reference of None with every call; from Python 3.12 on that does no harm (docs/adr/0002)."""
ALMATY_SINCE_2024 = timedelta(hours=5)
ROOM = 50_000_000
"""Bytes that should be free beside two more copies of the library."""

ILLS = {
    Ill.DAMAGED: N_("“{file}” is damaged. Restore a backup."),
    Ill.DANGLING: N_("“{file}”: some records point to others that are gone."),
    Ill.NOT_MIGRATED: N_("“{file}” is not a complete library: its tables are not those of this program."),
    Ill.STALE: N_("“{file}”: the search index differs from the records."),
}


@dataclass(frozen=True)
class Report:
    """What one examination found: whether all is well, and a sentence about it."""

    check: str
    says: Phrase
    sound: bool = True


def ill(check: str, says: str, **fields: object) -> Report:
    """A report of something that is wrong."""
    return Report(check, phrase(says, **fields), sound=False)


def well(check: str, says: str, **fields: object) -> Report:
    """A report of something that is in order."""
    return Report(check, phrase(says, **fields))


def doctor(asked: Asked) -> Answer:
    """All examinations; 1 when any of them found something."""
    reports = [*machine(), *_library(asked)]
    tr = asked.tr
    data = [{"check": r.check, "ok": r.sound, "message": tr.say(r.says)} for r in reports]
    lines = table(("✓" if r.sound else "✗", tr.say(r.says)) for r in reports)
    wrong = sum(not report.sound for report in reports)
    last = tr.plural("{n} finding.", "{n} findings.", wrong) if wrong else tr("Everything is in order.")
    return Answer(data, [*lines, last], 1 if wrong else 0)


def machine() -> list[Report]:
    """What can be told without a library: the program, SQLite, time zones, the folder of the user."""
    return [report for examine in (_program, _sqlite, _zones, _folder) for report in examine()]


def _program() -> Iterator[Report]:
    python = ".".join(map(str, sys.version_info[:3]))
    try:
        qt = version("PySide6-Essentials")
    except PackageNotFoundError:
        yield ill("program", N_("Python {python}; Qt is missing, the window cannot open."), python=python)
        return
    pair = tuple(int(part) for part in qt.split(".")[:2])
    if pair >= FAULTY_QT and sys.version_info < SOUND_PYTHON:
        yield ill(
            "program", N_("PySide6 {qt} stops the window on Python {python}. Install 6.11.3."), qt=qt, python=python
        )
    else:
        yield well("program", N_("Python {python}, PySide6 {qt}"), python=python, qt=qt)


def _sqlite() -> Iterator[Report]:
    with closing(sqlite3.connect(":memory:")) as connection:
        options = {row[0] for row in connection.execute("PRAGMA compile_options")}
    sound = "ENABLE_FTS5" in options and sqlite3.sqlite_version_info >= OLDEST_SQLITE
    says = N_("SQLite {version} with FTS5") if sound else N_("SQLite {version} is too old, or has no FTS5.")
    yield Report("sqlite", phrase(says, version=sqlite3.sqlite_version), sound)


def _zones() -> Iterator[Report]:
    try:
        offset = calendar.wall_of(datetime(2026, 1, 1, tzinfo=UTC), "Asia/Almaty").utcoffset()
        held = version("tzdata")
    except (UserError, PackageNotFoundError):
        offset, held = None, "–"
    sound = offset == ALMATY_SINCE_2024
    says = N_("Time zones {version}") if sound else N_("Time zones are missing or older than 2024: {version}")
    yield Report("zones", phrase(says, version=held), sound)
    if not resource("sample", "titles.csv").is_file():
        yield ill("resources", N_("Files of the program are missing. Install it again."))


def _folder() -> Iterator[Report]:
    try:
        folder = data_folder()
        trial = folder / ".keruen-doctor"
        write_whole(trial, b"")
        trial.unlink()
    except OSError:
        yield ill("folder", N_("Nothing can be written into the program’s own folder."))
        return
    closed = os.name != "posix" or stat.S_IMODE(folder.stat().st_mode) & 0o077 == 0
    says = N_("The folder “{folder}” can be written") if closed else N_("Others can look into the folder “{folder}”.")
    yield Report("folder", phrase(says, folder=str(folder)), closed)


def _library(asked: Asked) -> Iterator[Report]:
    if asked.options.library and is_address(asked.options.library):
        yield from _told("library", lambda: _reached(asked))
        yield ill("backups", ONLY_FILES)  # nobody can tell from here whether there are any
        return
    path: list[Path] = []
    first = _told("library", lambda: _sound(asked, path))
    yield from first
    if path:
        yield _space(asked, path[0])
        if all(report.sound for report in first) and preflight(path[0]) is not Found.OLDER:
            yield from _told("files", lambda: _contents(asked))
        yield from _told("backups", lambda: _backups(path[0]))


def _told(check: str, examine: Callable[[], list[Report]]) -> list[Report]:
    try:
        return examine()
    except UserError as error:
        return [Report(check, error.phrase, sound=False)]


def _reached(asked: Asked) -> list[Report]:
    with reading(asked) as store:
        return [well("library", N_("The office database answers: {address}"), address=store.address)]


def _sound(asked: Asked, path: list[Path]) -> list[Report]:
    library = library_file(asked)
    if is_default(asked) and not library.exists():
        return [well("library", N_("There is no library yet"))]
    found = preflight(library)
    path.append(library)
    if found is Found.NOTHING:
        raise UserError(N_("There is no file “{file}”."), file=str(library))
    if found is Found.OLDER:
        says = N_("The library “{file}” was written by an older Keruen; it is brought up to date when it is opened.")
        return [well("library", says, file=library.name)]
    wrong = ills(library)
    if wrong:
        return [ill("library", ILLS[one], file=library.name) for one in wrong]
    return [well("library", N_("The library “{file}” is sound"), file=library.name)]


def _contents(asked: Asked) -> list[Report]:
    """Contents of files that hang on no title any more: an undo may still want them, so they are only counted."""
    with reading(asked) as store, store.read() as session:
        left = unused(session)
    if not left.number:
        return []
    size = formats.size(asked.language, left.size)
    says = counted(
        "{n} removed file is kept for undo: {size}",
        "{n} removed files are kept for undo: {size}",
        left.number,
        size=size,
    )
    return [Report("files", says)]


def _space(asked: Asked, library: Path) -> Report:
    size = library.stat().st_size if library.exists() else 0
    free = shutil.disk_usage(library.parent).free
    sound = free >= 2 * size + ROOM
    says = N_("{size} are free on the disk") if sound else N_("Only {size} are free on the disk.")
    return Report("space", phrase(says, size=formats.size(asked.language, free)), sound)


def _backups(library: Path) -> list[Report]:
    folder = library.parent / "backups"
    kept = backup.kept(folder, library) if folder.is_dir() else []
    bad = []
    for one in kept:
        try:
            backup.verify(one.path)
        except UserError as error:
            bad.append(Report("backups", error.phrase, sound=False))
    if not kept:
        return [well("backups", N_("There are no backups yet"))]
    return bad or [Report("backups", counted("{n} backup is sound", "{n} backups are sound", len(kept)))]
