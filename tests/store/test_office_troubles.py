"""A server that is away, refuses, breaks off or is slow is told in a sentence, and nothing is half saved."""

import shutil
import socket
import threading
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from sqlalchemy import create_engine, func, inspect, select
from sqlalchemy.engine import URL
from sqlalchemy.orm import Session

from app.errors import UserError
from app.operations import works
from app.store import failures, migrate, office
from app.store.preflight import SCHEMA
from app.store.store import Store
from app.store.works import Work
from app.words import phrase
from tests.store.rows import do, records, step
from tests.store.server import NAME_IN_CERTIFICATE, PASSWORD, Server, why_not

pytestmark = pytest.mark.skipif(bool(why_not()), reason=why_not())

made = count(1)


@pytest.fixture
def database(server: Server) -> str:
    """The name of a new database with an empty library."""
    name = f"trouble_{next(made)}"
    server.say(f"CREATE DATABASE {name} TEMPLATE made")
    return name


@pytest.fixture
def store(server: Server, database: str) -> Iterator[Store]:
    """An empty library in an office database."""
    opened = Store.connect(server.url(database))
    yield opened
    opened.close()


def said_when_opened(url: URL) -> str:
    with pytest.raises(UserError) as refusal:
        Store.connect(url)
    return refusal.value.phrase.message


def said_when_done(store: Store, operation: object, *arguments: object) -> str:
    with pytest.raises(UserError) as refusal:
        store.write(phrase("Test"), operation, *arguments)  # type: ignore[arg-type]
    return refusal.value.phrase.message


def tables(url: URL) -> set[str]:
    engine = create_engine(url)
    try:
        return set(inspect(engine).get_table_names())
    finally:
        engine.dispose()


def test_a_wrong_name_or_password_is_told(server: Server) -> None:
    assert said_when_opened(server.by_port("made", password="wrong")) == failures.WRONG_PASSWORD  # noqa: S106 - wrong
    assert said_when_opened(server.by_port("made", name="nobody")) == failures.WRONG_PASSWORD
    assert said_when_opened(server.by_port("made", password=None)) == failures.WRONG_PASSWORD


def test_a_missing_database_is_told(server: Server) -> None:
    assert said_when_opened(server.by_port("nowhere")) == failures.NO_DATABASE


def test_a_server_that_is_away_is_told(server: Server) -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        away = server.by_port("made").set(port=unused.getsockname()[1])
        assert said_when_opened(away) == failures.NO_SERVER
        assert said_when_opened(away.set(host="no such host")) == failures.NO_SERVER


def test_a_server_that_says_nothing_is_not_waited_for_for_ever(server: Server) -> None:
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        silent.listen()
        url = server.by_port("made", connect_timeout="2").set(port=silent.getsockname()[1])
        assert said_when_opened(url) == failures.NO_SERVER


def test_an_unknown_option_of_the_address_is_told(server: Server) -> None:
    assert said_when_opened(server.by_port("made", colour="blue")) == failures.REFUSED


def test_who_may_not_come_in_is_told_the_reason(server: Server) -> None:
    server.say("CREATE ROLE guest PASSWORD 'x' NOLOGIN")
    with pytest.raises(UserError) as refusal:
        Store.connect(server.by_port("made", name="guest", password="x"))  # noqa: S106 - of a server that lives for seconds
    assert "not permitted to log in" in str(refusal.value.phrase.fields)


def test_who_may_only_read_reads_and_is_refused_the_rest(server: Server, store: Store, database: str) -> None:
    work = do(store, works.add, "Шал", "kk-Cyrl")
    server.say("CREATE ROLE viewer LOGIN PASSWORD 'x'")
    engine = create_engine(server.url(database), isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.exec_driver_sql("GRANT SELECT ON ALL TABLES IN SCHEMA public TO viewer")
    engine.dispose()
    viewer = Store.connect(server.by_port(database, name="viewer", password="x"))  # noqa: S106 - as above
    assert records(viewer) == records(store)
    assert said_when_done(viewer, lambda session: works.change(session, work, year=2012)) == failures.NOT_YOURS
    viewer.close()
    server.say("CREATE DATABASE closed")
    assert said_when_opened(server.by_port("closed", name="viewer", password="x")) == failures.NOT_YOURS  # noqa: S106


def test_a_connection_that_broke_while_nobody_worked_is_not_noticed(
    server: Server, store: Store, database: str
) -> None:
    do(store, works.add, "Шал", "kk-Cyrl")
    server.cut_off(database)
    do(store, works.add, "Ақсуат", "kk-Cyrl")
    server.cut_off(database)
    assert len(records(store)["work"]) == 2


def test_a_connection_that_breaks_amid_a_step_leaves_nothing_and_the_next_try_works(
    server: Server, store: Store, database: str
) -> None:
    before = records(store)

    def interrupted(session: Session) -> None:
        works.add(session, "Шал", "kk-Cyrl")
        server.cut_off(database)
        works.add(session, "Ақсуат", "kk-Cyrl")

    assert said_when_done(store, interrupted) == failures.CUT_OFF
    assert records(store) == before
    do(store, works.add, "Шал", "kk-Cyrl")
    assert len(records(store)["work"]) == 1


def test_a_connection_that_breaks_amid_reading_is_told(server: Server, store: Store, database: str) -> None:
    def interrupted() -> None:
        with store.read() as session:
            session.scalar(select(Work.id))
            server.cut_off(database)
            session.scalar(select(Work.id))

    with pytest.raises(UserError) as refusal:
        interrupted()
    assert refusal.value.phrase.message == failures.CUT_OFF
    assert not records(store)["work"]


def test_work_goes_on_when_the_server_is_back(server: Server, store: Store) -> None:
    do(store, works.add, "Шал", "kk-Cyrl")
    server.stop()
    try:
        assert said_when_done(store, lambda session: works.add(session, "Ақсуат", "kk-Cyrl")) == failures.NO_SERVER
        with pytest.raises(UserError):
            records(store)
    finally:
        server.start()
    do(store, works.add, "Ақсуат", "kk-Cyrl")
    assert len(records(store)["work"]) == 2


def test_who_waits_too_long_for_the_turn_is_told(
    server: Server, store: Store, database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(office, "_PATIENCE", office._PATIENCE.replace("lock_timeout=5s", "lock_timeout=200ms"))
    hasty = Store.connect(server.url(database))
    taken, free = threading.Event(), threading.Event()

    def hold(session: Session) -> None:
        works.add(session, "Шал", "kk-Cyrl")
        taken.set()
        free.wait(10)

    holder = threading.Thread(target=do, args=(store, hold))
    holder.start()
    assert taken.wait(10)
    said = said_when_done(hasty, lambda session: works.add(session, "Ақсуат", "kk-Cyrl"))
    free.set()
    holder.join()
    assert said == failures.BUSY
    do(hasty, works.add, "Ақсуат", "kk-Cyrl")
    assert len(records(hasty)["work"]) == 2
    hasty.close()


def test_a_question_that_takes_too_long_is_given_up(
    server: Server, database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        office, "_PATIENCE", office._PATIENCE.replace("statement_timeout=30s", "statement_timeout=200ms")
    )
    hasty = Store.connect(server.url(database))
    with pytest.raises(UserError) as refusal, hasty.read() as session:
        session.execute(select(func.pg_sleep(5)))
    assert refusal.value.phrase.message == failures.SLOW
    hasty.close()


def test_the_patience_of_the_program_is_known_to_the_server(server: Server, store: Store, database: str) -> None:
    with store.read() as session:
        kept = {name: session.scalar(select(func.current_setting(name))) for name in (
            "statement_timeout", "lock_timeout", "idle_in_transaction_session_timeout", "application_name",
        )}  # fmt: skip
    assert list(kept.values()) == ["30s", "5s", "1min", "keruen"]
    own = Store.connect(server.url(database, options="-c search_path=public,pg_temp", application_name="night"))
    with own.read() as session:
        assert session.scalar(select(func.current_setting("search_path"))) == "public,pg_temp"
        assert session.scalar(select(func.current_setting("lock_timeout"))) == "5s"
        assert session.scalar(select(func.current_setting("application_name"))) == "night"
    own.close()


@pytest.fixture
def migrations(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of migrations with one more, which may be changed."""
    folder = Path(shutil.copytree(migrate.migrations_folder(), tmp_path / "migrations"))
    monkeypatch.setattr(migrate, "migrations_folder", lambda: folder)
    more = folder / "versions" / f"{SCHEMA + 1:04}_more.py"
    more.write_text(
        "from alembic import op\nimport sqlalchemy as sa\n"
        f'revision = "{SCHEMA + 1:04}"\ndown_revision = "{SCHEMA:04}"\n'
        'def upgrade() -> None:\n    op.create_table("more", sa.Column("id", sa.Integer(), primary_key=True))\n',
        encoding="utf-8",
    )
    return more


def test_an_older_library_is_brought_up_to_date(
    store: Store, migrations: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    do(store, works.add, "Шал", "kk-Cyrl")
    before = records(store)
    monkeypatch.setattr(office, "SCHEMA", SCHEMA + 1)
    newer = Store.connect(store._engine.url)
    assert records(newer) == before
    assert "more" in tables(store._engine.url)
    newer.close()
    assert migrations.exists()


def test_a_migration_that_fails_leaves_nothing(
    server: Server, store: Store, migrations: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    do(store, works.add, "Шал", "kk-Cyrl")
    before, tables_before = records(store), tables(store._engine.url)
    migrations.write_text(
        migrations.read_text("utf-8") + '    op.drop_table("face")\n    assert False, "broken"\n', "utf-8"
    )
    monkeypatch.setattr(office, "SCHEMA", SCHEMA + 1)
    with pytest.raises(AssertionError, match="broken"):
        Store.connect(store._engine.url)
    assert tables(store._engine.url) == tables_before
    with store._engine.connect() as connection:
        assert migrate.revision(connection) == f"{SCHEMA:04}"
    assert records(store) == before
    server.say("CREATE DATABASE hopeless")
    with pytest.raises(AssertionError, match="broken"):
        Store.connect(server.url("hopeless"))
    assert tables(server.url("hopeless")) == set()


def test_other_databases_are_refused_and_left_alone(server: Server) -> None:
    def changed(name: str, *statements: str) -> str:
        engine = create_engine(server.url(name), isolation_level="AUTOCOMMIT")
        with engine.connect() as connection:
            for statement in statements:
                connection.exec_driver_sql(statement)
        engine.dispose()
        before = tables(server.url(name))
        said = said_when_opened(server.url(name))
        assert tables(server.url(name)) == before
        return said

    server.say("CREATE DATABASE other", "CREATE DATABASE newer TEMPLATE made", "CREATE DATABASE torn TEMPLATE made")
    assert changed("other", "CREATE TABLE invoice (id int)") == office.NOT_OURS
    assert changed("other", "CREATE TABLE alembic_version (version_num text)") == office.NOT_OURS
    assert changed("other", "INSERT INTO alembic_version VALUES ('a0c93')") == office.NOT_OURS
    assert changed("newer", "UPDATE alembic_version SET version_num = '9999'") == office.TOO_NEW
    assert changed("torn", "DROP TABLE change, step CASCADE") == failures.NOT_WHOLE
    server.say("CREATE DATABASE latin TEMPLATE template0 ENCODING LATIN1 LOCALE 'C'")
    assert changed("latin") == office.NOT_UTF8


def test_a_table_that_is_gone_is_told(store: Store) -> None:
    with store._engine.begin() as connection:
        connection.exec_driver_sql("DROP TABLE face")
    assert said_when_done(store, lambda session: works.add(session, "Шал", "kk-Cyrl")) == failures.NOT_WHOLE


def test_a_step_back_is_refused_when_somebody_changed_the_same_since(store: Store) -> None:
    work = do(store, works.add, "Шал", "kk-Cyrl")
    first = step(store, works.change, work, year=2012)
    other = Store.connect(store._engine.url)
    do(other, works.change, work, year=2013)
    before = records(store)
    with pytest.raises(UserError):
        store.replay(first)
    assert records(store) == before
    other.close()


@pytest.mark.skipif(shutil.which("openssl") is None, reason="OpenSSL is not installed here")
def test_another_computer_has_to_prove_who_it_is(server: Server) -> None:
    there = server.by_port("made", hostaddr="127.0.0.1", sslrootcert=str(server.certificate))
    proven = Store.connect(there.set(host=NAME_IN_CERTIFICATE))
    with proven.read() as session:
        assert session.scalar(select(func.count()).select_from(Work)) == 0
    proven.close()
    assert said_when_opened(there.set(host="impostor.example")) == failures.NOT_PROVEN
    unknown = there.update_query_dict({"sslrootcert": str(server.folder / "none.crt")})
    assert said_when_opened(unknown.set(host=NAME_IN_CERTIFICATE)) == failures.NOT_PROVEN


def test_the_password_is_shown_nowhere(server: Server, database: str) -> None:
    address = server.url(database).set(password=None).render_as_string() + f"&password={PASSWORD}"
    store = Store.connect(office.url_of(address))
    assert PASSWORD not in store.address
    assert "***" in store.address
    store.close()
