"""The office database: how its address is read, how its server is reached, and whether it holds a library of ours."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, Engine, column, create_engine, event, func, inspect, select, table
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError

from app.errors import UserError
from app.store.failures import NOT_WHOLE
from app.store.preflight import APPLICATION_ID, SCHEMA
from app.words import N_

DRIVER = "postgresql+psycopg"
EXAMPLE = f"{DRIVER}://name@server/keruen"

NOT_AN_ADDRESS = N_("“{address}” is not the address of an office database. It looks like this: {example}")
NO_DRIVER = N_("The driver for office databases is missing. Install it with: {command}")
UNSAFE = N_("An office database on another computer is reached with sslmode=verify-full only. Leave sslmode out.")
NOT_OURS = N_("The office database belongs to another program. Nothing was changed.")
TOO_NEW = N_("The office database was written by a newer Keruen. Install the newer version. Nothing was changed.")
NOT_UTF8 = N_("The office database was made with the encoding {encoding}. It has to be made again with UTF8.")

_HERE = ("localhost", "127.0.0.1", "::1")

_PATIENCE = "-c statement_timeout=30s -c lock_timeout=5s -c idle_in_transaction_session_timeout=60s"

_REACHED: Mapping[str, str | int] = {
    "connect_timeout": 5,
    "application_name": "keruen",
    "client_encoding": "utf8",
    # A desktop that woke up should notice within a minute that its server has forgotten it.
    "keepalives_idle": 30,
    "keepalives_interval": 10,
    "keepalives_count": 3,
}


def url_of(address: str) -> URL:
    """The address of an office database as somebody wrote it. `UserError` if it is none."""
    refusal = UserError(NOT_AN_ADDRESS, address=address.partition("://")[0] + "://…", example=EXAMPLE)
    try:
        url = make_url(address)
    except (ArgumentError, ValueError):
        raise refusal from None
    if url.drivername not in {"postgresql", DRIVER}:
        raise refusal
    password = url.query.get("password")
    if isinstance(password, str):  # there it would be shown with the address
        url = url.set(password=password).difference_update_query(["password"])
    return url.set(drivername=DRIVER)


def engine_of(url: URL) -> Engine:
    """An engine that gives up in time instead of waiting for ever, and lets one transaction write at a time.

    Readers see the library as it stood when they began, as with a file; so does a writer,
    who waits for the one before. Raises `UserError` without a driver or without safety.
    """
    ours = {name: value for name, value in _REACHED.items() if name not in url.query}
    try:
        engine = create_engine(
            url,
            connect_args={**ours, **_safely(url), "options": " ".join((*_several(url, "options"), _PATIENCE))},
            isolation_level="REPEATABLE READ",
            pool_pre_ping=True,
        )
    except ImportError:
        raise UserError(NO_DRIVER, command='pip install "keruen[office]"') from None
    event.listen(engine, "begin", _wait_for_the_turn)
    return engine


def _safely(url: URL) -> dict[str, str]:
    """Another computer has to prove that it is the server; whoever answers in its name gets nothing (T4)."""
    named = (url.host or "", *(host for name in ("host", "hostaddr", "service") for host in _several(url, name)))
    hosts = [host for host in named if host]
    if hosts and all(host in _HERE or host.startswith("/") for host in hosts):
        return {}
    if url.query.get("sslmode", "verify-full") != "verify-full":
        raise UserError(UNSAFE)
    return {"sslmode": "verify-full"}  # the library of the server ignores this on a socket of this machine


def _several(url: URL, name: str) -> tuple[str, ...]:
    """The values that an address gives to an option."""
    value = url.query.get(name, ())
    return (value,) if isinstance(value, str) else value


def _wait_for_the_turn(connection: Connection) -> None:
    """What `BEGIN IMMEDIATE` is to a file: a step is checked and carried out with nobody in between."""
    if connection.get_execution_options().get("writing", False):
        connection.execute(select(func.pg_advisory_xact_lock(APPLICATION_ID)))


def is_up_to_date(connection: Connection) -> bool:
    """Whether the library is as this program writes it; False if it is older, or not yet there.

    `UserError` for a database that is no library of ours.
    """
    encoding = _encoding(connection)
    if encoding != "UTF8":
        raise UserError(NOT_UTF8, encoding=encoding)
    tables = set(inspect(connection).get_table_names())
    if not tables:
        return False
    if "alembic_version" not in tables:
        raise UserError(NOT_OURS)
    stands = connection.scalar(select(column("version_num")).select_from(table("alembic_version"))) or ""
    if not stands.isdecimal():
        raise UserError(NOT_OURS)
    if int(stands) > SCHEMA:
        raise UserError(TOO_NEW)
    if not {"work", "step"} <= tables:
        raise UserError(NOT_WHOLE)
    return int(stands) == SCHEMA


def _encoding(connection: Connection) -> str:
    driver: Any = connection.connection.driver_connection
    return str(driver.info.parameter_status("server_encoding"))
