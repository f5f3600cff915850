"""The page of the catalogue with 1,000 to 100,000 works: first lines, keystrokes, sort, facets, scrolling, edits.

Everything is measured to the painted list. 100,000 works take minutes to make: KERUEN_NIGHTLY=1 asks for them, or
sizes as arguments do.
"""

import gc
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # before anything imports Qt

from PySide6.QtWidgets import QApplication

from app.domain.facets import Filter
from app.domain.sorting import FIELDS
from app.operations import works
from app.store.store import Store
from app.ui.language import speak
from app.ui.program import settle
from app.ui.theme import Scheme, theme
from app.ui.works.page import WorksPage
from app.ui.workspace import Workspace
from app.words import phrase
from tests.ui.shells import FakeShell

SIZES = (1_000, 10_000, 100_000) if os.environ.get("KERUEN_NIGHTLY") == "1" else (1_000, 10_000)
TYPED = ("қайран қарттар", "qairan qarttar", "кайран", "阿勒泰", "aletai", "композитор", "silver star", "ж", "x")
EDITS, WHEELS, FRAMES = 40, 60, 120


def took(act: Callable[[], object]) -> float:
    """Milliseconds of one act."""
    started = time.perf_counter()
    act()
    return (time.perf_counter() - started) * 1000


def middle(times: list[float]) -> float:
    """The median."""
    return round(statistics.median(times), 2)


def worst(times: list[float]) -> float:
    """The 99th percentile."""
    return round(sorted(times)[min(len(times) - 1, int(len(times) * 0.99))], 2)


def painted(page: WorksPage) -> None:
    """Paint the list now."""
    page.view.list.viewport().grab()


def keystrokes(page: WorksPage) -> list[float]:
    """Typing each word letter by letter into the filter field, to the painted list."""
    times = []
    field = page.view.toolbar.field
    page.view.toolbar.open_filter()
    for word in TYPED:
        for end in range(1, len(word) + 1):

            def strike(text: str = word[:end]) -> None:
                field.setText(text)
                painted(page)

            times.append(took(strike))
            QApplication.processEvents()
        field.clear()
        QApplication.processEvents()
    page.view.toolbar.close_filter()
    QApplication.processEvents()
    return times


def edits(page: WorksPage, workspace: Workspace) -> tuple[list[float], list[float]]:
    """Correcting a fact, and renaming, each to the painted list."""
    facts, names = [], []
    for number in range(1, EDITS + 1):

        def change(work: int = number) -> None:
            workspace.edit(phrase("Year"), works.change, work, runtime=61 + work)
            painted(page)

        def rename(work: int = number) -> None:
            workspace.edit(phrase("Rename"), works.rename, work, "en", f"Silver star {work}")
            painted(page)

        facts.append(took(change))
        QApplication.processEvents()
        names.append(took(rename))
        QApplication.processEvents()
    return facts, names


def wheel(page: WorksPage) -> list[float]:
    """Scrolling by three lines, to the painted list."""
    bar = page.view.list.verticalScrollBar()

    def turn() -> None:
        bar.setValue(bar.value() + 3 * page.view.list.sizeHintForRow(0))
        painted(page)

    return [took(turn) for _ in range(WHEELS)]


def sorts(page: WorksPage) -> dict[str, float]:
    """Sorting by everything there is, upwards and downwards, and by three things at once, to the painted list."""
    times = {}
    orders = [((by, down),) for by in (*FIELDS, "title") for down in (False, True)]
    for order in (*orders, (("country", False), ("year", True), ("title", False)), (("title", False),)):

        def act(order: tuple[tuple[str, bool], ...] = order) -> None:
            page.showing.sort(order)
            painted(page)

        times[order] = took(act)
        QApplication.processEvents()
    return {"sort_ms": middle(list(times.values())), "sort_worst_ms": round(max(times.values()), 2)}


def frames(page: WorksPage) -> list[float]:
    """Frame times while the list is dragged from its beginning to its end and back, and scrolled smoothly."""
    bar = page.view.list.verticalScrollBar()
    step = bar.maximum() / FRAMES
    places = [round(step * turn) for turn in range(FRAMES)]
    smooth = [bar.maximum() // 2 + 7 * turn for turn in range(FRAMES)]

    def show(place: int) -> None:
        bar.setValue(place)
        painted(page)
        QApplication.processEvents()

    return [took(lambda place=place: show(place)) for place in (*places, *reversed(places), *smooth)]


def measured(store: Store) -> dict[str, float]:
    """Everything about one library."""
    workspace = Workspace(store)
    made: list[WorksPage] = []

    def start() -> None:
        page = WorksPage(workspace, FakeShell())
        page.resize(1360, 820)
        page.show()
        painted(page)
        made.append(page)

    gc.disable()  # as the front door does until the first paint
    figures = {"first_lines_ms": round(took(start), 2)}
    settle()
    page = made[0]
    first = (("year", True),)
    figures["first_sort_ms"] = round(took(lambda: (page.showing.sort(first), painted(page))), 2)
    figures["facets_ms"] = round(took(QApplication.processEvents), 2)
    until_counted(page)
    figures |= {"memory_at_rest_mb": memory(), "memory_at_rest_own_mb": memory("RssAnon")}

    page.narrowing.tallies.known()
    figures |= sorts(page)
    strokes = keystrokes(page)
    figures |= {"keystroke_ms": middle(strokes), "keystroke_p99_ms": worst(strokes)}
    turns = wheel(page)
    figures |= {"wheel_ms": middle(turns), "wheel_p99_ms": worst(turns)}
    seen = frames(page)
    figures |= {"frame_ms": middle(seen), "frame_p99_ms": worst(seen), "frame_worst_ms": round(max(seen), 2)}

    def narrow() -> None:
        page.view.facets.narrowed.emit(Filter(kinds=frozenset({"feature"}), dubs=frozenset({"kk"})))
        painted(page)

    figures["narrow_ms"] = round(took(narrow), 2)
    figures["recount_ms"] = round(took(QApplication.processEvents), 2)
    page.showing.clear()
    QApplication.processEvents()
    facts, names = edits(page, workspace)
    figures |= {"edit_fact_ms": middle(facts), "edit_name_ms": middle(names)}

    def other_language() -> None:
        speak("kk")
        painted(page)

    figures["language_ms"] = round(took(other_language), 2)
    speak("en")
    figures |= {"memory_mb": memory(), "memory_own_mb": memory("RssAnon")}
    page.close()
    return figures


def until_counted(page: WorksPage) -> None:
    """Wait for the counts of the facets, which come from a thread of their own."""
    for _ in range(600):
        QApplication.processEvents()
        if page.narrowing.tallies.current is not None:
            return
        time.sleep(0.05)


def memory(kind: str = "VmRSS") -> float:
    """Megabytes this process has in memory now, "RssAnon" without files (libraries, fonts); 0 where nobody tells."""
    try:
        lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    except OSError:
        return 0
    return round(next(int(line.split()[1]) for line in lines if line.startswith(kind)) / 1000, 1)


def main(sizes: tuple[int, ...]) -> None:
    """Print the figures of every size as one JSON object."""
    app = QApplication([])
    theme().choose(Scheme.LIGHT)
    speak("en")
    figures: dict[str, float] = {}
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "library.keruen"
            subprocess.run([sys.executable, "-m", "tests.bench.library", str(size), str(path)], check=True)
            store = Store.open(path)  # made by another process, whose memory is not ours
            figures |= {f"{name}_{size // 1000}k": value for name, value in measured(store).items()}
            store.close()
    app.processEvents()
    print(json.dumps(figures))


if __name__ == "__main__":
    main(tuple(int(size) for size in sys.argv[1:]) or SIZES)
