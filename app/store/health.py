"""What can be wrong inside a library, found without changing it."""

import tempfile
from collections.abc import Iterator
from enum import Enum, auto
from pathlib import Path

from sqlalchemy import Connection
from sqlalchemy.orm import Session

from app.store import backup, migrate, search_health
from app.store.engine import connect, file_url
from app.store.failures import told


class Ill(Enum):
    """What is wrong with a library."""

    DAMAGED = auto()
    DANGLING = auto()
    NOT_MIGRATED = auto()
    STALE = auto()


def ills(library: Path) -> list[Ill]:
    """What is wrong with the library file; [] when it is in order. It may be open in a window.

    A copy is examined, because comparing the search index means deriving it anew.
    `UserError` if there is no room for one, or the file cannot be copied at all.
    """
    with tempfile.TemporaryDirectory(prefix="keruen-") as folder:
        copied = Path(folder) / "examined"
        backup.copy_pages(library, copied)
        engine = connect(file_url(copied))
        try:
            with told(), engine.connect() as connection:
                found = list(_ills(connection))
                return found if Ill.DAMAGED in found or not _stale(connection) else [*found, Ill.STALE]
        finally:
            engine.dispose()


def _ills(connection: Connection) -> Iterator[Ill]:
    if connection.exec_driver_sql("PRAGMA integrity_check(1)").scalar() != "ok":
        yield Ill.DAMAGED
        return
    if connection.exec_driver_sql("PRAGMA foreign_key_check").first():
        yield Ill.DANGLING
    if migrate.revision(connection) != migrate.newest_revision():
        yield Ill.NOT_MIGRATED


def _stale(connection: Connection) -> bool:
    with Session(connection) as session:
        return search_health.stale(session)
