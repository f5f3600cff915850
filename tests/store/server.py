"""A PostgreSQL of the tests' own, in a folder that goes away with it."""

import os
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from sqlalchemy import create_engine
from sqlalchemy.engine import URL

SETTINGS = {
    "fsync": "off",
    "full_page_writes": "off",
    "max_connections": "30",
    "shared_buffers": "32MB",
    "listen_addresses": "127.0.0.1",
    "autovacuum": "off",
    "log_min_messages": "fatal",
}
MEMORY = Path("/dev/shm")  # noqa: S108 - nothing here has to outlive the tests
ROOM = 1_000_000_000
"""Bytes that must be free in memory to keep the server there."""

SHORT = Path("/tmp")  # noqa: S108 - pytest's own folders are too long for a socket, and closed to other users

OWNER = "owner"
PASSWORD = "Құпия сөз"  # noqa: S105 - of a server that lives for seconds
NAME_IN_CERTIFICATE = "films.office.example"


def programs() -> Path | None:
    """The folder of the newest server installed here."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[4]))
    if found:
        return found[-1].parent
    elsewhere = shutil.which("initdb")
    return Path(elsewhere).resolve().parent if elsewhere else None


def user() -> tuple[int, int] | None:
    """The numbers of the user and group that run the server for root, whom it refuses; None for oneself."""
    if sys.platform == "win32" or os.geteuid() != 0:
        return None
    import pwd  # noqa: PLC0415 - there is none on Windows

    with suppress(KeyError):
        return pwd.getpwnam("postgres")[2:4]
    return pwd.getpwnam("nobody")[2:4]


def why_not() -> str:
    """Why there can be no server here, '' if there can."""
    if sys.platform == "win32":
        return "the office database is not tested on Windows"
    if programs() is None:
        return "PostgreSQL is not installed here (Debian: apt-get install postgresql)"
    return ""


class Server:
    """A server with its data in `folder`, reached through a socket there and through a port of this machine."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.certificate = folder / "server.crt"
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]

    def make(self) -> None:
        """Make the data folder and, where OpenSSL is installed, a certificate."""
        secret = self.folder / "secret"
        secret.write_text(PASSWORD, encoding="utf-8")
        self._run("initdb", "-D", self.data, "-E", "UTF8", "--locale=C.UTF-8", "-U", OWNER, "-A", "scram-sha-256",
                  f"--pwfile={secret}", "--no-sync", "--wal-segsize=1")  # fmt: skip
        if shutil.which("openssl"):
            self._run("openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
                      "-days", "2", "-subj", f"/CN={NAME_IN_CERTIFICATE}", "-keyout", self.folder / "server.key",
                      "-out", self.certificate)  # fmt: skip

    @property
    def data(self) -> Path:
        """The data folder."""
        return self.folder / "data"

    def start(self) -> None:
        """Start and wait until it answers."""
        settings = SETTINGS | {"port": str(self.port), "unix_socket_directories": str(self.folder)}
        if self.certificate.exists():
            settings |= {
                "ssl": "on",
                "ssl_cert_file": str(self.certificate),
                "ssl_key_file": str(self.folder / "server.key"),
            }
        said = " ".join(f"-c {name}={value}" for name, value in settings.items())
        self._run("pg_ctl", "-D", self.data, "-l", self.folder / "log", "-o", said, "-w", "-s", "start")

    def stop(self) -> None:
        """Stop at once, as if the power failed."""
        self._run("pg_ctl", "-D", self.data, "-m", "immediate", "-s", "stop")

    def _run(self, program: str, *arguments: object) -> None:
        """Run a program of the server as its user."""
        own_user = user()
        who: dict[str, Any] = dict(zip(("user", "group"), own_user, strict=True)) if own_user else {}
        own = programs()
        assert own is not None
        command = [own / program if (own / program).exists() else program, *map(str, arguments)]
        # Output goes to a file: the server keeps it open for as long as it runs.
        with (self.folder / "output").open("a+", encoding="utf-8") as output:
            done = subprocess.run(command, stdout=output, stderr=output, cwd=self.folder, check=False, **who)
            output.seek(0)
            assert done.returncode == 0, output.read()

    def url(self, database: str, **query: str) -> URL:
        """The address of a database, through the socket."""
        query = {"host": str(self.folder), "port": str(self.port), **query}
        return URL.create("postgresql+psycopg", OWNER, PASSWORD, database=database, query=query)

    def by_port(self, database: str, name: str = OWNER, password: str | None = PASSWORD, **query: str) -> URL:
        """The address of a database, through the port."""
        return URL.create("postgresql+psycopg", name, password, "127.0.0.1", self.port, database, query)

    def say(self, *statements: str) -> list[Any]:
        """Carry out statements beside all libraries; the rows of the last one."""
        engine = create_engine(self.url("postgres"), isolation_level="AUTOCOMMIT")
        try:
            with engine.connect() as connection:
                for statement in statements[:-1]:
                    connection.exec_driver_sql(statement)
                found = connection.exec_driver_sql(statements[-1])
                return list(found) if found.returns_rows else []
        finally:
            engine.dispose()

    def cut_off(self, database: str) -> None:
        """End every connection to a database, as a server does that is started anew."""
        self.say(f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{database}'")  # noqa: S608 - a test's own


@contextmanager
def running() -> Iterator[Server]:
    """A new server, until the end."""
    roomy = MEMORY.is_dir() and shutil.disk_usage(MEMORY).free > ROOM
    with tempfile.TemporaryDirectory(prefix="keruen-pg-", dir=MEMORY if roomy else SHORT) as name:
        folder = Path(name)
        if who := user():
            os.chown(folder, *who)
        server = Server(folder)
        server.make()
        server.start()
        try:
            yield server
        finally:
            server.stop()
