"""A program that is killed while it writes an import leaves nothing of it, or all of it."""

import logging
import os
import random
import time
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from app.domain.kinds import NameType, Role
from app.domain.proposals import Proposal, ProposedCredit, ProposedName, ProposedScreening, ProposedTitle
from app.operations import imports
from app.operations.imports import Choices
from app.store.health import ills
from app.store.store import Store
from tests.store.killing import another_process, end
from tests.store.rows import Rows, indexed, records

pytestmark = pytest.mark.skipif(os.name == "nt", reason="signals")

NIGHTLY = os.environ.get("KERUEN_NIGHTLY") == "1"
KILLS = 100 if NIGHTLY else 5
TITLES, SHOWINGS = 400, 60
FIRST = datetime(2026, 10, 17, 10)
LOG = logging.getLogger(__name__)

Say = Callable[[object], None]
PROPOSAL = Proposal(
    TITLES,
    [
        ProposedTitle(
            row,
            (ProposedName(f"Дала жыры {row}", "kk-Cyrl", NameType.ORIGINAL), ProposedName(f"草原歌{row}", "zh-Hans")),
            year=1950 + row % 70,
            credits=(ProposedCredit(f"Режиссёр {row % 9}", Role.DIRECTOR),),
        )
        for row in range(2, TITLES + 2)
    ],
    [
        ProposedScreening(
            row, FIRST + timedelta(hours=row), (ProposedName(f"草原歌{row}", "zh-Hans"),), "Арман", "1"
        )
        for row in range(2, SHOWINGS + 2)
    ],
)  # fmt: skip


def bring(library: Path, say: Say) -> None:
    store = Store.open(library)
    with store.read() as session:
        plan = imports.plan(session, PROPOSAL, Choices("films.xlsx"))
    say("begins")
    store.write(imports.step_name("films.xlsx"), imports.carry_out, plan)
    say("done")
    store.close()


def state(library: Path) -> tuple[Rows, object]:
    store = Store.open(library)
    try:
        return records(store), indexed(store)
    finally:
        store.close()


def test_an_import_is_there_whole_or_not_at_all(tmp_path: Path) -> None:
    library = tmp_path / "library.keruen"
    Store.create(library).close()
    empty = library.read_bytes()
    before = state(library)
    began = time.monotonic()
    bring(library, lambda _word: None)
    longest = time.monotonic() - began
    whole = {name: len(rows) for name, rows in state(library)[0].items()}
    assert (whole["work"], whole["screening"]) == (TITLES, SHOWINGS)
    chance = random.Random(4)
    found = []
    for _ in range(KILLS):
        library.write_bytes(empty)
        with another_process(lambda say: bring(library, say)) as (child, said):
            assert said.readline().strip() == "begins"
            time.sleep(chance.uniform(0, longest))
            end(child)
            done = "done" in said.read()
        after = state(library)
        assert ills(library) == []
        there = bool(after[0]["work"])
        assert there or not done, "what was said to be saved is gone"
        if there:
            assert {name: len(rows) for name, rows in after[0].items()} == whole
        else:
            assert after == before
        found.append(there)
    LOG.info("%d of %d killed imports were whole, the others left nothing", sum(found), KILLS)
    assert not all(found)
