"""A library in a PostgreSQL answers, records and takes back as one in a file does."""

import threading
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import column, func, inspect, select, table
from sqlalchemy.orm import Session

from app.cli import main
from app.domain import folding
from app.domain.kinds import LANGUAGES
from app.domain.sorting import FIELDS
from app.operations import sample, works
from app.store import (
    history,
    listings,
    migrate,
    overview,
    sample_files,
    search,
    work_order,
    work_records,
    work_rows,
    work_traits,
)
from app.store.figures import figures
from app.store.preflight import SCHEMA
from app.store.programme_rows import programme_rows
from app.store.schedule import schedule
from app.store.schema import metadata
from app.store.store import Store
from app.store.venue_rows import venue_rows
from app.store.works import Work
from app.words import phrase
from tests.libraries import FIRST_DAY
from tests.store.rows import do, indexed, records, step
from tests.store.server import Server, why_not
from tests.store.test_undo import assert_follows_from_the_records, many_steps

pytestmark = pytest.mark.skipif(bool(why_not()), reason=why_not())

NOON = datetime(2026, 10, 16, 12, tzinfo=UTC)
TODAY = date(2026, 10, 10)
STEPS = 200
SOUGHT = (
    "шал", "Шал", "shal", "嘿老", "嘿，老头！", "heilaotou", "hlt", "老", "hey", "hey old", "қай", "кай",
    "qairan qarttar", "қайранқарттар", "5:32", "999", "18 кг", "Қыз Жібек", "kyz-zhibek", "алматы", "Ескендір",
    "wang", "100%", "a_b", "/", "",
    "жапо", "长安", "changan", "the", "она", "томирис", "tomiris", "томириc", "нет такого",
)  # fmt: skip

made = count(1)


@pytest.fixture(scope="module")
def filled_office(server: Server) -> str:
    """The name of a database with the sample library, closed."""
    server.say("CREATE DATABASE filled TEMPLATE made")
    store = Store.connect(server.url("filled"), clock=lambda: NOON)
    store.write(phrase("Fill"), sample.fill, sample_files.titles(), sample_files.week(), FIRST_DAY)
    store.close()
    return "filled"


def copied(server: Server, template: str) -> Iterator[Store]:
    name = f"copy_{next(made)}"
    server.say(f"CREATE DATABASE {name} TEMPLATE {template}")
    opened = Store.connect(server.url(name))
    yield opened
    opened.close()


@pytest.fixture
def office(server: Server) -> Iterator[Store]:
    """An empty library in an office database."""
    yield from copied(server, "made")


@pytest.fixture
def sample_office(server: Server, filled_office: str) -> Iterator[Store]:
    """The sample library in an office database."""
    yield from copied(server, filled_office)


@pytest.fixture(scope="module")
def both(server: Server, filled_office: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Store, Store]]:
    """The same library in a file and in an office database, to be read only."""
    file = Store.create(tmp_path_factory.mktemp("file") / "sample.keruen", clock=lambda: NOON)
    file.write(phrase("Fill"), sample.fill, sample_files.titles(), sample_files.week(), FIRST_DAY)
    for office in copied(server, filled_office):
        yield file, office
    file.close()


def test_the_migrations_make_the_tables_of_the_program(office: Store) -> None:
    with office._engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata()) == []
        assert migrate.revision(connection) == migrate.newest_revision() == f"{SCHEMA:04}"


def test_every_constraint_bears_the_name_of_the_convention(office: Store) -> None:
    with office._engine.connect() as connection:
        found = inspect(connection)
        for name, ours in metadata().tables.items():
            kept = {found.get_pk_constraint(name)["name"]}
            kept |= {key["name"] for key in found.get_foreign_keys(name)}
            kept |= {key["name"] for key in found.get_unique_constraints(name)}
            assert kept == {constraint.name for constraint in ours.constraints}
            unique = {key["name"] for key in found.get_unique_constraints(name)}  # each has an index of its name
            assert {index["name"] for index in found.get_indexes(name)} - unique == {
                index.name for index in ours.indexes
            }


def test_the_same_sample_makes_the_same_rows(both: tuple[Store, Store]) -> None:
    file, office = both
    assert records(file) == records(office)
    assert indexed(file) == indexed(office)


def asked_of(session: Session) -> Iterator[Any]:
    """Everything the program asks of a library, answer by answer."""
    yield figures(session)
    yield venue_rows(session)
    yield overview.gaps(session)
    yield overview.latest_edits(session)
    yield history.recent(session)
    yield history.of_rows(session, {"work": [1, 2], "name": [3]})
    yield dict(work_traits.columns(session, TODAY, timed=True))
    for programme in programme_rows(session):
        yield programme
        yield listings.printed(session, programme.id, TODAY)
    for language in LANGUAGES:
        yield schedule(session, 1, language, TODAY)
        yield overview.rights_ending(session, language, TODAY)
        yield work_records.first_from(session, language, "м")
        yield work_order.sorted_ids(session, language)
        yield work_rows.work_rows(session, language, work_order.sorted_ids(session, language), TODAY)
    for by in ("title", *FIELDS):
        yield work_order.sorted_ids(session, "kk", ((by, True),), today=TODAY)
    for work in range(1, 11):
        yield work_records.record(session, work, "ru", TODAY)
        yield work_records.past(session, work)
    for place, sought in enumerate(SOUGHT):
        yield sought, search.find(session, sought, LANGUAGES[place % 4])


def test_everything_is_answered_as_from_a_file(both: tuple[Store, Store]) -> None:
    file, office = both
    with file.read() as here, office.read() as there:
        for expected, found in zip(asked_of(here), asked_of(there), strict=True):
            assert found == expected


def test_every_title_is_found_by_each_of_its_beginnings(both: tuple[Store, Store]) -> None:
    file, office = both
    with file.read() as here, office.read() as there:
        for face in work_rows.work_rows(here, "kk", work_order.sorted_ids(here, "kk")[::4], TODAY):
            for end in (1, 2, 4, len(face.title)):
                assert search.matching_works(there, face.title[:end]) == search.matching_works(here, face.title[:end])


@settings(max_examples=25)
@given(sought=st.text(max_size=30) | st.text("шалqarт 嘿老%_\\/'\"*():&|!<>", max_size=12))
def test_no_text_stops_the_search(both: tuple[Store, Store], sought: str) -> None:
    file, office = both
    with file.read() as here, office.read() as there:
        assert search.matching_works(there, sought) == search.matching_works(here, sought)
        assert len(search.find(there, sought, "kk")) == len(search.find(here, sought, "kk"))


def test_names_as_long_as_an_essay_are_kept_and_found(office: Store) -> None:
    essays = ["".join(chr(first + 7 * n % 900) for n in range(3000)) for first in (0x4E00, 0x20000, 0x0430, 0xAC00)]
    for essay in essays:
        work = do(office, works.add, essay, "zh-Hans")
        with office.read() as session:
            assert search.matching_works(session, essay[:40]) == {work}
            assert work in {hit.id for hit in search.find(session, essay[: folding.LONGEST_QUERY], "zh")}


def test_two_hundred_steps_are_taken_back_one_by_one_and_done_again(sample_office: Store) -> None:
    first, first_index = records(sample_office), indexed(sample_office)
    done = many_steps(sample_office, list(range(STEPS)))
    last, last_index = records(sample_office), indexed(sample_office)
    undone = [sample_office.replay(step) for step in reversed(done)]
    assert (records(sample_office), indexed(sample_office)) == (first, first_index)
    redone = [sample_office.replay(step) for step in reversed(undone)]
    assert (records(sample_office), indexed(sample_office)) == (last, last_index)
    assert_follows_from_the_records(sample_office)
    assert len(done) > STEPS * 0.7
    with sample_office.read() as session:
        told = history.recent(session, 10_000)
    assert [past.step for past in told[: len(done)]] == [step.number for step in reversed(redone)]
    assert [past.undoes for past in told[: len(done)]] == [step.number for step in undone]


def test_a_number_is_never_used_twice(office: Store) -> None:
    added = step(office, works.add, "Шал", "kk-Cyrl")
    undone = office.replay(added)
    other = do(office, works.add, "Ақсуат", "kk-Cyrl")
    assert other not in added.keys("work")
    office.replay(undone)  # the first comes back under its own number, which no other will get
    assert do(office, works.add, "Томирис", "kk-Cyrl") > max(other, *added.keys("work"))


def test_rows_that_came_back_leave_the_next_number_free(sample_office: Store) -> None:
    gone = [step(sample_office, works.delete, work) for work in (133, 132, 131)]
    for one in reversed(gone):
        sample_office.replay(one)
    assert do(sample_office, works.add, "Жаңа", "kk-Cyrl") > 133
    with sample_office._engine.connect() as connection:
        for sequence in inspect(connection).get_sequence_names():
            records_of = metadata().tables[sequence.removesuffix("_id_seq")]
            last = connection.scalar(select(column("last_value")).select_from(table(sequence)))
            most = connection.scalar(select(func.max(records_of.c.id)))
            assert last is not None
            assert most is None or last >= most


def test_moments_keep_their_zone(office: Store, server: Server) -> None:
    server.say("ALTER ROLE owner SET timezone = 'Asia/Almaty'")
    try:
        office._engine.dispose()
        store = Store.connect(office._engine.url, clock=lambda: NOON)
        step(store, works.add, "Шал", "kk-Cyrl")
        with store.read() as session:
            assert [past.at for past in history.recent(session)] == [NOON]
        store.close()
    finally:
        server.say("ALTER ROLE owner RESET timezone")


def test_a_reader_sees_the_library_as_it_stood_when_it_began(office: Store) -> None:
    do(office, works.add, "Шал", "kk-Cyrl")
    with office.read() as session:
        assert figures(session).works == 1
        do(office, works.add, "Ақсуат", "kk-Cyrl")
        assert figures(session).works == 1
    with office.read() as session:
        assert figures(session).works == 2


def test_writers_take_turns(office: Store) -> None:
    work = do(office, works.add, "Шал", "kk-Cyrl")
    other = Store.connect(office._engine.url)

    def lengthen(session: Session) -> None:
        row = session.get_one(Work, work)
        row.runtime = (row.runtime or 0) + 1

    def often(store: Store) -> Callable[[], None]:
        return lambda: [do(store, lengthen) for _ in range(10)] and None

    threads = [threading.Thread(target=often(store)) for store in (office, other)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    other.close()
    with office.read() as session:
        assert session.scalar(select(Work.runtime)) == 20


def test_two_desktops_that_start_at_once_make_one_library(server: Server) -> None:
    server.say("CREATE DATABASE fresh")
    opened: list[Store] = []
    threads = [threading.Thread(target=lambda: opened.append(Store.connect(server.url("fresh")))) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(opened) == 4
    for store in opened:
        with store.read() as session:
            assert figures(session).works == 0
        store.close()


def test_the_command_line_works_on_an_address(
    server: Server, capfd: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    server.say("CREATE DATABASE asked TEMPLATE made")
    address = server.url("asked").render_as_string(hide_password=False)

    def answer(*arguments: str) -> tuple[int, str]:
        code = main(["--language", "en", *arguments])
        captured = capfd.readouterr()
        assert "Traceback" not in captured.err
        return code, captured.out + captured.err

    code, said = answer("sample", address, "--first-day", "2026-10-16")
    assert (code, "133 titles, 58 screenings" in said, "%D2" in said) == (0, True, False)
    assert answer("sample", address) == (1, "The office database holds titles already. Nothing was changed.\n")
    for arguments, expected, wanted in (
        (["info"], 0, "133"),
        (["search", "қайран"], 0, "Hey, Old Man!"),
        (["check", "1"], 1, "findings are open"),
        (["doctor"], 1, "pg_dump"),
        (["backup", "-o", str(tmp_path / "copy")], 1, "pg_dump"),
        (["restore", str(tmp_path / "copy")], 1, "pg_dump"),
    ):
        code, said = answer("--library", address, *arguments)
        assert code == expected, said
        assert wanted in said
    assert not (tmp_path / "copy").exists()
