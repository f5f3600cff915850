"""An import into an office database: ids of its own sequences, one step, taken back to the same rows."""

from collections.abc import Iterator

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.kinds import NameType, SpokenMode
from app.domain.proposals import Proposal, ProposedCredit, ProposedName, ProposedTitle, ProposedVersion
from app.operations import imports, works
from app.operations.imports import Choices, Fate
from app.store import search
from app.store.bulk import reserve
from app.store.store import Store
from app.store.works import Work
from tests.store.rows import do, indexed, records
from tests.store.server import Server, why_not

pytestmark = pytest.mark.skipif(bool(why_not()), reason=why_not())


@pytest.fixture
def office(server: Server) -> Iterator[Store]:
    server.say("CREATE DATABASE for_import TEMPLATE made")
    opened = Store.connect(server.url("for_import"))
    yield opened
    opened.close()
    server.cut_off("for_import")
    server.say("DROP DATABASE for_import")


def title(row: int) -> ProposedTitle:
    names = (ProposedName(f"Дала жыры {row}", "kk-Cyrl", NameType.ORIGINAL), ProposedName(f"草原歌{row}", "zh-Hans"))
    versions = (ProposedVersion("kk", SpokenMode.ORIGINAL, ("ru",)),)
    return ProposedTitle(row, names, year=1950 + row % 50, credits=(ProposedCredit("Ақан Сатаев"),), versions=versions)


def test_titles_come_in_are_found_and_taken_back(office: Store) -> None:
    do(office, works.add, "Томирис", "kk-Cyrl", year=2019)
    before, index = records(office), indexed(office)
    titles = [title(row) for row in range(2, 42)]
    with office.read() as session:
        plan = imports.plan(session, Proposal(40, titles), Choices("list.csv"))
    step = office.write(imports.step_name("list.csv"), imports.carry_out, plan)[1]
    after = records(office)
    with office.read() as session:
        assert search.find(session, "dala zhyry 7", "kk")
        again = imports.plan(session, Proposal(40, titles), Choices("list.csv"))
    assert {row.fate for row in again.rows} == {Fate.SKIP}
    back = office.replay(step)
    assert (records(office), indexed(office)) == (before, index)
    office.replay(back)
    assert records(office) == after
    assert do(office, works.add, "Ана", "kk-Cyrl") not in {row[0] for row in after["work"]}


def test_numbers_are_the_sequences_own(office: Store) -> None:
    def both(session: Session) -> set[int]:
        first = set(reserve(session, Work, 5))
        return first | {works.add(session, "Шал", "kk-Cyrl")}

    assert len(do(office, both)) == 6
    with office.read() as session:
        assert session.scalars(select(Work.id)).all()
