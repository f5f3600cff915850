"""`keruen check --json` says of festivals in a library what comparing every card with every other says."""

import shutil
from datetime import datetime
from pathlib import Path

import pytest

from app.store.schedule import schedule
from app.store.store import Store
from tests.commands.stored_festivals import keep, wrong
from tests.domain.brute_force import JUDGED, naive
from tests.store.rows import do
from tests.terminal import Keruen

MUST = ("R1", "R3", "R5", "R7", "R10")
THINGS = ("copy", "person", "work", "version")


@pytest.fixture
def library(empty_library: Path, tmp_path: Path) -> Path:
    """An empty library, closed."""
    return Path(shutil.copy(empty_library, tmp_path / "films.keruen"))


def told(findings):
    """The findings of the command in the words of the oracle of the rules."""
    known = {clash.value for clash in JUDGED}
    return {
        (
            one["clash"],
            frozenset(slot["id"] for slot in one["slots"]),
            next((party["id"] for party in one["parties"] if party["kind"] in THINGS), None),
            one["values"].get("law"),
        )
        for one in findings
        if one["clash"] in known
    }


@pytest.mark.parametrize("seed", range(16))
def test_the_command_finds_what_paper_and_brute_force_find(keruen: Keruen, library: Path, seed: int) -> None:
    store = Store.open(library)
    paper = do(store, keep, seed)
    with store.read() as session:
        read = schedule(session, paper.programme, "en", datetime.now().astimezone().date())
    store.close()
    every = keruen("check", paper.programme, "--library", library, "--json").data
    errors = keruen("check", paper.programme, "--library", library, "--json", "--rule", ",".join(MUST)).data
    assert errors == [one for one in every if one["rule"] in MUST]
    found = {(one["rule"], frozenset(slot["id"] for slot in one["slots"])) for one in errors if one["slots"]}
    assert {one for one in found if len(one[1]) <= 2} == wrong(paper)
    if all(len(stays) <= 1 for stays in paper.stays.values()):  # it knows of no second stay
        assert told(every) == naive(read.slots, read.context)


def test_the_festivals_break_every_rule_that_is_tried(keruen: Keruen, library: Path) -> None:
    del keruen
    store = Store.open(library)
    broken = {rule for seed in range(3) for rule, _slots in wrong(do(store, keep, seed))}
    store.close()
    assert broken == set(MUST)
