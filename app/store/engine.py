"""How a library is reached: one SQLite file with its own transactions, or a PostgreSQL database."""

from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL

from app.store import office

BUSY_SECONDS = 5


def file_url(path: Path, *, read_only: bool = False) -> URL:
    """The address of a library file; read-only ones are opened without touching their folder."""
    if read_only:
        return URL.create("sqlite", database=f"{path.absolute().as_uri()}", query={"mode": "ro", "uri": "true"})
    return URL.create("sqlite", database=str(path.absolute()))


def connect(url: URL, *, foreign_keys: bool = True) -> Engine:
    """An engine that owns its transactions.

    SQLite: rollback journal and full synchronisation (no acknowledged change is lost in a
    power cut, and the file on disk is whole by itself), `BEGIN IMMEDIATE` for writing so
    that a busy file waits instead of failing at once. `foreign_keys` is off for migrations
    only, where a rebuilt table would take its children along.
    """
    if url.get_backend_name() != "sqlite":
        return office.engine_of(url)
    engine = create_engine(url, connect_args={"timeout": BUSY_SECONDS})
    pragmas = ["trusted_schema=OFF", "cell_size_check=ON", f"foreign_keys={'ON' if foreign_keys else 'OFF'}"]
    if url.query.get("mode") != "ro":
        pragmas = ["journal_mode=DELETE", "synchronous=FULL", *pragmas]

    @event.listens_for(engine, "connect")
    def prepare(connection: Any, record: object) -> None:
        del record
        connection.isolation_level = None
        for pragma in pragmas:
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        writing = connection.get_execution_options().get("writing", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")

    return engine


def writer(engine: Engine) -> Engine:
    """The engine for transactions that write; they take turns."""
    if engine.dialect.name == "sqlite":
        return engine.execution_options(writing=True)
    # What a writer reads after it has waited must be what the one before it left.
    return engine.execution_options(writing=True, isolation_level="READ COMMITTED")
