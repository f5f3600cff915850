"""What can be wrong inside a library, found without changing it."""

import tempfile
from collections.abc import Iterator
from enum import Enum, auto
from pathlib import Path

from sqlalchemy import Connection, inspect, select
from sqlalchemy.orm import Session

from app.errors import UserError
from app.store import backup, failures, migrate, search_health
from app.store.engine import connect, file_url
from app.store.schema import metadata


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
    try:
        with failures.told(), tempfile.TemporaryDirectory(prefix="keruen-") as folder:
            copied = Path(folder) / "examined"
            backup.copy_pages(library, copied)
            return _ills_of(copied)
    except UserError as error:
        if error.phrase.message == failures.DAMAGED:
            return [Ill.DAMAGED]
        if error.phrase.message == failures.DISK_FULL:  # nothing was to be saved
            raise UserError(backup.NOT_ENOUGH_SPACE) from error
        raise


def _ills_of(copied: Path) -> list[Ill]:
    engine = connect(file_url(copied))
    try:
        with failures.told(), engine.connect() as connection:
            found = list(_ills(connection))
            hopeless = Ill.DAMAGED in found or Ill.NOT_MIGRATED in found
            return found if hopeless or not _stale(connection) else [*found, Ill.STALE]
    finally:
        engine.dispose()


def _ills(connection: Connection) -> Iterator[Ill]:
    """What is wrong, apart from the search index; the first that leaves nothing to go by ends the search."""
    if connection.exec_driver_sql("PRAGMA integrity_check(1)").scalar() != "ok":
        yield Ill.DAMAGED
    elif migrate.revision(connection) != migrate.newest_revision():
        yield Ill.NOT_MIGRATED
    elif not _readable(connection):
        yield Ill.DAMAGED
    elif connection.exec_driver_sql("PRAGMA foreign_key_check").first():
        yield Ill.DANGLING


def _readable(connection: Connection) -> bool:
    """Whether every table is there and every value in it is one of its kind."""
    tables = metadata().tables
    if not {"word_index", *tables} <= set(inspect(connection).get_table_names()):
        return False
    try:
        for table in tables.values():
            for _row in connection.execute(select(table)):
                pass
    except (ValueError, LookupError, TypeError, AttributeError):  # a date, a choice, a JSON that is none
        return False
    return True


def _stale(connection: Connection) -> bool:
    with Session(connection) as session:
        return search_health.stale(session)
