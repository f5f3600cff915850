"""Importing titles into a new library and taking that back: from the proposal to the committed step.

10,000 titles with four names each, versions, countries, directors; KERUEN_NIGHTLY=1 also 100,000. Sizes as arguments
do the same. Reading the file is another matter: it happens in a process of its own.
"""

import json
import os
import random
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from app.domain.kinds import NameType, SpokenMode, WorkKind
from app.domain.proposals import Proposal, ProposedCredit, ProposedName, ProposedTitle, ProposedVersion
from app.operations import imports
from app.operations.imports import Choices
from app.store.bulk import uncollected
from app.store.store import Store
from tests.bench.library import CHINESE, ENGLISH, FAMILY, GIVEN, KAZAKH, RUSSIAN

SIZES = (1_000, 10_000, 100_000) if os.environ.get("KERUEN_NIGHTLY") == "1" else (1_000, 10_000)


def proposal(size: int) -> Proposal:
    """So many invented titles."""
    chance = random.Random(1)
    return Proposal(size, [title(chance, number) for number in range(size)])


def title(chance: random.Random, number: int) -> ProposedTitle:
    """One of them, as a sheet with a column for each language tells it."""
    texts = (
        (" ".join(chance.choices(KAZAKH, k=2)).capitalize() + f" {number}", "kk-Cyrl"),
        ("".join(chance.choices(CHINESE, k=4)), "zh-Hans"),
        (" ".join(chance.choices(RUSSIAN, k=2)).capitalize() + f" {number}", "ru"),
        (" ".join(chance.choices(ENGLISH, k=2)).title() + f" {number}", "en"),
    )
    names = tuple(
        ProposedName(text, language, NameType.TRANSLATED if place else NameType.ORIGINAL)
        for place, (text, language) in enumerate(texts)
    )
    director = chance.choice(FAMILY) + chance.choice(GIVEN) + chance.choice(GIVEN)
    return ProposedTitle(
        number + 2, names, WorkKind.FEATURE, chance.randint(1938, 2026), chance.randint(20, 180),
        countries=("KZ",), credits=(ProposedCredit(director),),
        versions=(ProposedVersion("kk", SpokenMode.ORIGINAL), ProposedVersion("ru", SpokenMode.DUBBED, ("en",))),
    )  # fmt: skip


class Watch:
    """Notes the longest time between two reports of progress: what a stop may have to wait for."""

    def __init__(self) -> None:
        self.longest, self._last = 0.0, time.perf_counter()

    def __call__(self, _done: int, _total: int) -> None:
        now = time.perf_counter()
        self.longest, self._last = max(self.longest, now - self._last), now


def measured(size: int) -> dict[str, Any]:
    """Seconds of processor and clock for planning, importing, undoing."""
    told = proposal(size)
    with tempfile.TemporaryDirectory() as folder:
        store = Store.create(Path(folder) / "library.keruen")
        watch = Watch()
        started, cpu = time.perf_counter(), time.process_time()
        with store.read() as session:
            plan = imports.plan(session, told, Choices("bench.csv"), watch)
        planned = time.perf_counter()
        with uncollected():
            step = store.write(imports.step_name("bench.csv"), imports.carry_out, plan, watch)[1]
        done, spent = time.perf_counter(), time.process_time() - cpu
        store.replay(step)
        undone = time.perf_counter()
        store.close()
    return {
        "plan_s": round(planned - started, 2), "import_s": round(done - started, 2), "import_cpu_s": round(spent, 2),
        "row_ms": round((done - started) / size * 1000, 3), "undo_s": round(undone - done, 2),
        "rows_written": len(step.changes), "longest_pause_s": round(watch.longest, 2),
    }  # fmt: skip


if __name__ == "__main__":
    sizes = [int(text) for text in sys.argv[1:]] or SIZES
    print(json.dumps({f"{name}_{size}": value for size in sizes for name, value in measured(size).items()}))
