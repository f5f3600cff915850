"""The library while it is open: the only place where sessions begin and end."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Concatenate, ParamSpec, TypeVar

from sqlalchemy import Engine
from sqlalchemy.engine import URL
from sqlalchemy.exc import NoResultFound
from sqlalchemy.orm import Session

from app.errors import UserError
from app.files import private_name, true_path
from app.store import history, office, search_keeping
from app.store.author import account_name
from app.store.base import Base
from app.store.engine import connect, file_url, writer
from app.store.failures import NOT_ALLOWED, READ_ONLY, told
from app.store.journal import Change, Journal, Step, replay
from app.store.lock import Lock
from app.store.preflight import EXISTS, Found, preflight
from app.words import N_, Phrase

P = ParamSpec("P")
T = TypeVar("T")

GONE = N_("This record no longer exists. Somebody has deleted it.")
NO_SUCH_FILE = N_("There is no file “{file}”.")
CLOSED_FOLDER = N_("Nothing can be written into the folder “{folder}”.")

TOO_OLD = N_(
    "“{file}” was written by an older Keruen and must be brought up to date first. Open it where it can be written."
)


def utc_now() -> datetime:
    """The present moment; the only clock of the store, handed in so that tests can hold it."""
    return datetime.now(UTC)


class Store:
    """An open library.

    `read()` gives a session for queries, `write()` runs one operation as one transaction and
    records it as a `Step`, `replay()` takes a step back or carries it out again. `author` is
    the name that is kept with every step.
    """

    def __init__(
        self, engine: Engine, *, path: Path | None, lock: Lock | None, read_only: bool, clock: Callable[[], datetime]
    ) -> None:
        self.path = path
        self.read_only = read_only
        self._lock = lock
        self.author = account_name()
        self._clock = clock
        self._engine = engine
        self._writer = writer(engine)

    @classmethod
    def open(
        cls, path: Path, *, backups: Path | None = None, clock: Callable[[], datetime] = utc_now, own: bool = True
    ) -> "Store":
        """Open the library file at `path`, bringing it up to date first (a backup goes into `backups`).

        A file in a folder that cannot be written is opened for reading. With `own` false the
        file is only read, and no lock is taken: so the command line looks into a library that
        is open in a window. Raises `UserError` for what is no library of ours.
        """
        found = preflight(path)
        if found is Found.NOTHING:
            raise UserError(NO_SUCH_FILE, file=str(path))
        path = path.absolute()
        real = true_path(path)  # no name may look like an address to SQLite; locks and journals go by the true one
        writable = os.access(real, os.W_OK) and os.access(real.parent, os.W_OK)
        lock = _lock(path) if own and writable else None
        try:
            if found is Found.OLDER:
                _bring_up_to_date(real, backups or path.parent / "backups", clock(), lock)
            engine = _connected(real, read_only=not writable or (own and lock is None))
        except BaseException:
            if lock:
                lock.release()
            raise
        return cls(engine, path=path, lock=lock, read_only=lock is None, clock=clock)

    @classmethod
    def create(cls, path: Path, *, clock: Callable[[], datetime] = utc_now) -> "Store":
        """Make an empty library at `path` and open it. An existing file is refused, never overwritten."""
        from app.store import migrate  # noqa: PLC0415 - Alembic is slow to import and rarely needed

        path = _vacant(path)
        migrate.create(path)
        return cls.open(path, clock=clock)

    @staticmethod
    @contextmanager
    def draft(path: Path) -> Iterator[Path]:
        """Another name under which to create and fill the library `path`, which appears only when that is done.

        Leave the block with the draft closed. Raises `UserError` if something else has appeared at `path` meanwhile.
        """
        from app.store import migrate  # noqa: PLC0415 - as above

        path = _vacant(path)
        draft = private_name(path)
        try:
            yield draft
            with told():
                migrate.settle_new(draft, path)
        finally:
            for left in (draft, Lock(draft).path):
                left.unlink(missing_ok=True)

    @classmethod
    def connect(cls, url: URL, *, clock: Callable[[], datetime] = utc_now) -> "Store":
        """Open the library in an office database, bringing it up to date first; an empty one becomes a library.

        Raises `UserError` when the server cannot be reached, refuses, or holds something else.
        """
        engine = connect(url)
        try:
            _bring_office_up_to_date(engine)
        except BaseException:
            engine.dispose()
            raise
        return cls(engine, path=None, lock=None, read_only=False, clock=clock)

    @property
    def address(self) -> str:
        """Where the library is, for people: the file, or the address of the office database without its password."""
        return str(self.path) if self.path else self._engine.url.render_as_string(hide_password=True)

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()
        if self._lock:
            self._lock.release()

    @contextmanager
    def read(self) -> Iterator[Session]:
        """A session for queries. Nothing mapped may leave the `with`."""
        with told(), Session(self._engine, autoflush=False) as session:
            yield session

    def write(
        self, label: Phrase, operation: Callable[Concatenate[Session, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> tuple[T, Step]:
        """Run `operation(session, ...)` as one transaction; its result and the step it made.

        A step without changes is not kept in the history. Raises what the operation raises
        (nothing is saved then) and `UserError` when the disk or another program stands in the
        way, or the record has been deleted meanwhile.
        """
        with self._writing() as session:
            journal = Journal(session)
            try:
                result = operation(session, *args, **kwargs)
            except NoResultFound as error:  # a page may show for a moment what another step took away
                raise UserError(GONE) from error
            session.flush()
            assert not isinstance(result, Base), "a mapped row must not leave its transaction"
            step = self._finish(session, label, journal.changes())
        return result, step

    def replay(self, step: Step) -> Step:
        """Take `step` back; the step this made (replay that one to do it again).

        Raises `UserError`, changing nothing, if a row has been changed again since.
        """
        with self._writing() as session:
            done = replay(session, [change.reverse for change in step.changes])
            return self._finish(session, step.label, done, undoes=step.number)

    @contextmanager
    def _writing(self) -> Iterator[Session]:
        if self.read_only:
            raise UserError(READ_ONLY)
        with told(), Session(self._writer, expire_on_commit=False) as session, session.begin():
            yield session

    def _finish(self, session: Session, label: Phrase, changes: tuple[Change, ...], undoes: int | None = None) -> Step:
        if not changes:
            return Step(label, (), self._clock())
        works = search_keeping.refresh(session, changes)
        step = Step(label, changes, self._clock(), frozenset(works))
        number = history.record(session, step, undoes or None, self.author)
        return Step(label, changes, step.at, step.works, number)


def _vacant(path: Path) -> Path:
    """Where a new library called `path` may be made. Raises `UserError` if something is there, or nobody may write."""
    folder = path.absolute().parent
    if folder.is_dir() and not os.access(folder, os.W_OK | os.X_OK):
        raise UserError(CLOSED_FOLDER, folder=str(folder))
    if preflight(path) is not Found.NOTHING:
        raise UserError(EXISTS, file=path.name)
    return path.absolute()


def _lock(path: Path) -> Lock | None:
    """The lock of the library, taken; None where its folder lets nobody write, whatever it says of itself."""
    lock = Lock(path)
    try:
        with told():
            lock.take()
    except UserError as error:
        if error.phrase.message == NOT_ALLOWED:
            return None
        raise
    return lock


def _connected(path: Path, *, read_only: bool) -> Engine:
    engine = connect(file_url(path, read_only=read_only))
    try:
        with told(), engine.connect() as connection:
            search_keeping.check(connection)
    except BaseException:
        engine.dispose()
        raise
    return engine


def _bring_office_up_to_date(engine: Engine) -> None:
    with told(), engine.connect() as connection:
        if office.is_up_to_date(connection):
            return
    from app.store import migrate  # noqa: PLC0415 - as above

    with told(), writer(engine).begin() as connection:
        if not office.is_up_to_date(connection):  # another desktop may have been first
            migrate.upgrade(connection)


def _bring_up_to_date(path: Path, backups: Path, now: datetime, lock: Lock | None) -> None:
    from app.store import migrate  # noqa: PLC0415 - as above

    if lock is None:
        raise UserError(TOO_OLD, file=path.name)
    migrate.bring_up_to_date(path, backups, now)
