"""The library with 1,000 to 100,000 works: an edit, its undo, each keystroke of a search, the list and its facets.

Milliseconds differ between machines; the figures ending in `_ratio` stand beside bare SQLite on the same file in the
same run. 100,000 works take minutes to make: KERUEN_NIGHTLY=1 asks for them, or sizes as arguments do.
"""

import json
import os
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from contextlib import closing
from datetime import date
from pathlib import Path

from app.domain.facets import Filter, counts, passing
from app.operations import works
from app.store import search
from app.store.store import Store
from app.store.work_rows import sorted_ids, traits, work_rows
from app.words import phrase
from tests.bench.library import make

SIZES = (1_000, 10_000, 100_000) if os.environ.get("KERUEN_NIGHTLY") == "1" else (1_000, 10_000)
TYPED = ("қайран қарттар", "qairan qarttar", "кайран", "阿勒泰", "aletai", "hlt", "композитор", "silver star", "ж", "x")
TODAY = date(2026, 10, 16)
PAGE, EDITS = 100, 60


def milliseconds(act: Callable[[], object], times: int) -> list[float]:
    """How long `act` took, each time, after one time that does not count."""
    act()
    took = []
    for _ in range(times):
        started = time.perf_counter()
        act()
        took.append((time.perf_counter() - started) * 1000)
    return took


def middle(took: Iterable[float]) -> float:
    """The median, in milliseconds."""
    return round(statistics.median(took), 3)


def edits(store: Store) -> dict[str, float]:
    """Renaming a work with journal, index and history, and taking that back; in turn with one bare row of SQLite."""
    assert store.path is not None
    took: dict[str, list[float]] = {"edit": [], "undo": [], "bare": []}
    with closing(sqlite3.connect(store.path)) as plain:
        plain.execute("PRAGMA synchronous=FULL")
        for number in range(1, EDITS + 1):
            started = time.perf_counter()
            step = store.write(phrase("Rename"), works.rename, number, "en", f"Silver star {number}")[1]
            edited = time.perf_counter()
            plain.execute("UPDATE work SET notes = notes || 'x' WHERE id = 7")
            plain.commit()
            bare = time.perf_counter()
            store.replay(step)
            for name, seconds in zip(took, (edited - started, time.perf_counter() - bare, bare - edited), strict=True):
                took[name].append(seconds * 1000)
    ours, back, theirs = (middle(times[5:]) for times in took.values())
    return {"edit_ms": ours, "undo_ms": back, "bare_update_ms": theirs, "edit_ratio": round(ours / theirs, 2)}


def keystrokes(store: Store) -> dict[str, float]:
    """Finding the best twenty after each letter of some searches, and all works for the list."""
    beginnings = [text[: end + 1] for text in TYPED for end in range(len(text))]
    with store.read() as session:
        for text in ("x", "hlt", "阿"):  # what explains a hit in Chinese is loaded with the first of them
            search.find(session, text, "kk")
        found = [milliseconds_once(lambda text=text: search.find(session, text, "kk")) for text in beginnings]
        every = [milliseconds_once(lambda text=text: search.matching_works(session, text)) for text in beginnings]
    letters = [took for text, took in zip(beginnings, found, strict=True) if len(text) == 1]
    return {
        "one_letter_worst_ms": round(max(letters), 3),
        "keystroke_p50_ms": middle(found),
        "keystroke_p99_ms": round(statistics.quantiles(found, n=100)[98], 3),
        "narrowing_p50_ms": middle(every),
        "narrowing_p99_ms": round(statistics.quantiles(every, n=100)[98], 3),
    }


def milliseconds_once(act: Callable[[], object]) -> float:
    """How much of the processor's time `act` took."""
    started = time.process_time()
    act()
    return (time.process_time() - started) * 1000


def lists(store: Store) -> dict[str, float]:
    """The order of all works, a page of lines, the facets with their counts; beside the bare order by year."""
    assert store.path is not None
    with store.read() as session:
        ids = sorted_ids(session, "kk")
        order = middle(milliseconds(lambda: sorted_ids(session, "kk"), 7))
        page = middle(milliseconds(lambda: work_rows(session, "kk", ids[:PAGE], TODAY), 20))
        known = traits(session, TODAY)
        read = middle(milliseconds(lambda: traits(session, TODAY), 3))
        wanted = Filter(kinds=frozenset({"feature"}))
        count = middle(milliseconds(lambda: (passing(ids, known, wanted), counts(known.values(), wanted)), 3))
        one = middle(
            milliseconds(lambda: (work_rows(session, "kk", ids[:1], TODAY), traits(session, TODAY, ids[:1])), 20)
        )
    with closing(sqlite3.connect(store.path)) as plain:
        question = "SELECT work_id FROM face WHERE language = 'kk' ORDER BY sort_key, work_id"
        bare = middle(milliseconds(lambda: plain.execute(question).fetchall(), 7))
    return {
        "order_ms": order, "bare_order_ms": bare, "order_ratio": round(order / bare, 2), "page_ms": page,
        "facets_read_ms": read, "facets_count_ms": count, "one_line_ms": one,
    }  # fmt: skip


def measured(size: int) -> dict[str, float]:
    """All figures of a library of so many works."""
    with tempfile.TemporaryDirectory() as folder:
        started = time.perf_counter()
        store = make(Path(folder) / "library.keruen", size)
        figures = {"made_s": round(time.perf_counter() - started, 1)}
        figures |= {"size_mb": round((Path(folder) / "library.keruen").stat().st_size / 1e6, 1)}
        for part in (edits(store), keystrokes(store), lists(store)):
            figures |= part
        store.close()
        return figures


if __name__ == "__main__":
    sizes = [int(text) for text in sys.argv[1:]] or SIZES
    print(json.dumps({f"{name}_{size}": value for size in sizes for name, value in measured(size).items()}))
