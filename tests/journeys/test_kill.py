"""A program that is killed at any moment loses nothing it had said was saved."""

import csv
import json
import logging
import os
import random
import shutil
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from app.operations import sample, works
from app.paths import resource
from app.store import backup
from app.store.health import ills
from app.store.store import Store
from app.words import phrase
from tests.store.killing import another_process, end

pytestmark = pytest.mark.skipif(os.name == "nt", reason="signals")

NIGHTLY = os.environ.get("KERUEN_NIGHTLY") == "1"
LOG = logging.getLogger(__name__)
"""Tells figures: pytest --log-cli-level=INFO."""

COUNTED = ("SELECT id, id FROM work", "SELECT id, id FROM screening", "SELECT id, id FROM step")

Say = Callable[[object], None]


@pytest.fixture
def library(tmp_path: Path) -> Path:
    path = tmp_path / "library.keruen"
    Store.create(path).close()
    return path


def asked(library: Path, question: str) -> dict[object, object]:
    with closing(sqlite3.connect(library)) as connection:
        return dict(connection.execute(question).fetchall())


def saving(library: Path) -> Callable[[Say], None]:
    """Adds and names works for ever; says each time what is saved now."""

    def save(say: Say) -> None:
        store = Store.open(library)
        say("open")
        while True:
            title = f"Ақсуат {time.monotonic_ns()}"
            work, _ = store.write(phrase("Add"), works.add, title, "kk-Cyrl", countries=["KZ", "CN"])
            say(f"{work} kk {title}")
            store.write(phrase("Name"), works.rename, work, "en", title + "!")
            say(f"{work} en {title}!")

    return save


def until_killed(act: Callable[[Say], None], seconds: float) -> list[str]:
    """What a process said until it was killed, so many seconds after its first word."""
    with another_process(act) as (child, said):
        first = said.readline().strip()
        time.sleep(seconds)
        assert end(child) is None, "it ended by itself"
        return [first, *said.read().splitlines()]


def test_nothing_that_was_saved_is_lost(library: Path) -> None:
    chance = random.Random(1)
    said: list[str] = []
    unfinished = 0
    for _ in range(200 if NIGHTLY else 15):
        said += [line for line in until_killed(saving(library), chance.uniform(0, 0.25)) if line != "open"]
        unfinished += backup.journal_of(library).exists()
        texts = asked(library, "SELECT work_id || substr(' ' || language, 1, 3), text FROM name")
        for line in said:
            work, language, title = line.split(" ", 2)
            assert texts[f"{work} {language}"] == title
    LOG.info("%d steps were saved before the kills, %d kills left a journal", len(said), unfinished)
    saved = {line.split()[0] for line in said}
    assert len(saved) <= len(asked(library, "SELECT id, id FROM work")) <= len(saved) + (200 if NIGHTLY else 15)
    assert_no_step_is_torn(library)
    assert ills(library) == []


def assert_no_step_is_torn(library: Path) -> None:
    """Every work has its names and countries, every step its changes: all of a transaction or nothing."""
    every = asked(library, "SELECT id, 2 FROM work").keys()
    countries = asked(library, "SELECT work_id, count(*) FROM work_country GROUP BY work_id")
    assert countries == dict.fromkeys(every, 2)
    assert asked(library, "SELECT work_id, 1 FROM name WHERE type = 'original'").keys() == every
    added = asked(library, "SELECT step_id, count(*) FROM change GROUP BY step_id")
    steps = asked(library, "SELECT id, message FROM step")
    assert {step: 4 if message == "Add" else 1 for step, message in steps.items()} == added


def test_a_long_step_is_there_whole_or_not_at_all(library: Path) -> None:
    with resource("sample", "titles.csv").open(encoding="utf-8", newline="") as file:
        titles = list(csv.DictReader(file))
    week = json.loads(resource("sample", "week.json").read_text("utf-8"))

    def fill(say: Say) -> None:
        store = Store.open(library)
        say("open")
        store.write(phrase("Fill"), sample.fill, titles, week, date(2026, 10, 16))
        say("filled")
        time.sleep(60)

    chance = random.Random(2)
    empty = library.read_bytes()
    found = set()
    for _ in range(100 if NIGHTLY else 4):
        library.write_bytes(empty)
        said = until_killed(fill, chance.uniform(0, 1.5))
        counts = [len(asked(library, question)) for question in COUNTED]
        assert counts in ([0, 0, 0], [133, 34 + 24, 1])  # the week and the tour
        assert "filled" not in said or counts[0]
        assert ills(library) == []
        found.add(counts[0])
    assert 0 in found


def test_every_backup_that_is_listed_is_whole(library: Path, tmp_path: Path) -> None:
    folder = tmp_path / "backups"
    store = Store.open(library)
    for number in range(50):
        store.write(phrase("Add"), works.add, f"Ақсуат {number}", "kk-Cyrl")
    store.close()
    backup.keep(library, folder, datetime.now(UTC))

    def keep(say: Say) -> None:
        say("ready")
        while True:
            backup.keep(library, folder, datetime.now(UTC))

    chance = random.Random(3)
    for _ in range(100 if NIGHTLY else 10):
        until_killed(keep, chance.uniform(0, 0.1))
        for one in backup.kept(folder, library):
            backup.verify(one.path)
    assert ills(backup.kept(folder, library)[0].path) == []
    backup.keep(library, folder, datetime.now(UTC))
    assert [path for path in folder.iterdir() if ".part" in path.name] == []
    assert len(backup.kept(folder, library)) <= 12
    shutil.rmtree(folder)
