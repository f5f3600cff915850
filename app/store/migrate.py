"""Bringing a library to the present schema: on a checked copy that takes its place only when it is whole."""

import os
import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection
from sqlalchemy.orm import Session

from app.errors import UserError
from app.files import place_new, private_name
from app.paths import migrations_folder
from app.store import backup, search_health
from app.store.engine import connect, file_url
from app.store.failures import told
from app.store.preflight import APPLICATION_ID, EXISTS, SCHEMA
from app.words import N_

if TYPE_CHECKING:
    from alembic.config import Config

DERIVED = ("face", "subject", "form")
"""Tables that are derived anew, with more rows or fewer."""

LOST_ROWS = N_("The library could not be brought up to date: rows would have been lost. It is unchanged.")


def configuration() -> "Config":
    """Alembic's configuration, without an .ini file."""
    from alembic.config import Config  # noqa: PLC0415 - a third of a second, needed for old files only

    config = Config()
    config.set_main_option("script_location", str(migrations_folder()))
    return config


def upgrade(connection: Connection) -> None:
    """Run the missing migrations on an open connection, inside its transaction."""
    from alembic import command  # noqa: PLC0415 - as above

    config = configuration()
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
    # Words of older libraries were derived as they were then; deriving them all anew makes them fit whatever changed.
    with Session(connection) as session:
        search_health.rebuild(session)
        session.flush()


def revision(connection: Connection) -> str | None:
    """The migration the database stands at."""
    from alembic.runtime.migration import MigrationContext  # noqa: PLC0415 - as above

    return MigrationContext.configure(connection).get_current_revision()


def newest_revision() -> str | None:
    """The migration this program writes."""
    from alembic.script import ScriptDirectory  # noqa: PLC0415 - as above

    return ScriptDirectory.from_config(configuration()).get_current_head()


@told()
def create(path: Path) -> None:
    """Make a new, empty library at `path`; it appears whole or not at all.

    Raises `UserError` if something else has appeared there meanwhile.
    """
    fresh = private_name(path)
    backup.sweep_old(path.parent)
    try:
        _migrate_file(fresh)
        _check(fresh)
        settle_new(fresh, path)
    finally:
        backup.remove(fresh)


def settle_new(fresh: Path, path: Path) -> None:
    """Let the finished library `fresh` be called `path`. Raises `UserError` if somebody was first."""
    if not path.exists():
        backup.journal_of(path).unlink(missing_ok=True)  # of a library that is gone
    try:
        place_new(fresh, path)
    except FileExistsError:
        raise UserError(EXISTS, file=path.name) from None
    backup.sync_folder(path.parent)


@told()
def bring_up_to_date(path: Path, folder: Path, now: datetime) -> Path:
    """Migrate the library at `path`; a backup is put into `folder` first. The backup's path."""
    kept = backup.keep(path, folder, now, reason="before-update")
    fresh = path.with_name(path.name + ".migrating")
    # What a killed attempt left behind: its journal would be played into the new copy.
    backup.remove(fresh)
    try:
        backup.copy(path, fresh)
        before = _counts(fresh)
        _migrate_file(fresh)
        after = _counts(fresh)
        if any(after.get(table, 0) < number for table, number in before.items() if table in after):
            raise UserError(LOST_ROWS)
        _settle(fresh, path)
    finally:
        backup.remove(fresh)
    return kept


def _migrate_file(path: Path) -> None:
    engine = connect(file_url(path), foreign_keys=False)
    try:
        with engine.execution_options(writing=True).connect() as connection, connection.begin():
            upgrade(connection)
            if connection.exec_driver_sql("PRAGMA foreign_key_check").first():
                raise UserError(LOST_ROWS)
            connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")
            connection.exec_driver_sql(f"PRAGMA user_version={SCHEMA}")
    finally:
        engine.dispose()


def _counts(path: Path) -> dict[str, int]:
    with closing(sqlite3.connect(path)) as connection:
        names = connection.execute("SELECT name FROM sqlite_master WHERE type='table' AND name NOT LIKE 'sqlite%'")
        ours = [name for (name,) in names if not name.startswith(("word_index", "alembic")) and name not in DERIVED]
        return {name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in ours}  # noqa: S608 - names come from the file's own schema


def _check(fresh: Path) -> None:
    with closing(sqlite3.connect(fresh)) as connection:
        if connection.execute("PRAGMA integrity_check").fetchone()[0] != "ok":
            raise UserError(LOST_ROWS)
    with fresh.open("rb+") as file:
        os.fsync(file.fileno())


def _settle(fresh: Path, path: Path) -> None:
    _check(fresh)
    # A migration that met a half-finished journal has rolled it back into the copy already.
    backup.journal_of(path).unlink(missing_ok=True)
    fresh.replace(path)
    backup.sync_folder(path.parent)
