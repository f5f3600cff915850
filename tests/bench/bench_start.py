"""From the start of the process to the window with its first rows, beside a bare window with a table; memory; language.

The library is the sample one, so the rows of Home are real. What a start must not import is looked at, too.
"""

import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

RUNS = 5
LATE = ("alembic", "opencc", "pypinyin", "typst", "pypdfium2", "ortools")
"""What is imported when it is needed, and not before the first paint."""

BARE = """
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QApplication, QMainWindow, QTableView
application = QApplication([])
window, view = QMainWindow(), QTableView()
view.setModel(QStandardItemModel(37, 10))
window.setCentralWidget(view)
window.resize(1440, 900)
window.show()
view.grab()
"""

OURS = """
import gc, json, os, sys
gc.disable()  # as the front door does
from pathlib import Path
from app.paths import data_folder
from app.ui.preferences import Preferences
from app.ui.program import Program, application
application = application()
program = Program(Preferences(data_folder() / "settings.json"), "en")
program.begin(Path(sys.argv[1]))
program.house.window.resize(1440, 900)
program.house.window.grab()
late = [name for name in sys.argv[2].split() if name in sys.modules]
if sys.argv[3] == "figures":
    gc.enable()
    from time import perf_counter
    from app.ui.language import speak
    application.processEvents()
    rss = next(line for line in open("/proc/self/status") if line.startswith("VmRSS")).split()[1]
    for key in ("works", "schedule", "documents", "settings", "home"):
        program.house.window.show_page(key)
        application.processEvents()
    times = []
    for code in ("kk", "zh", "ru", "en") * 3:
        began = perf_counter()
        speak(code)
        times.append((perf_counter() - began) * 1000)
    print(json.dumps({"late": late, "rss": int(rss) / 1000, "language": times[4:]}))
    sys.stdout.flush()
program.end()
os._exit(0)
"""


class Took(NamedTuple):
    """What one process took, in milliseconds, and what it printed."""

    wall: float
    cpu: float
    said: str


def process(*command: str, env: dict[str, str]) -> Took:
    """Run a Python process from its start to its end."""
    before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    done = subprocess.run([sys.executable, *command], env=env, capture_output=True, text=True, check=True)
    wall, after = time.perf_counter() - began, resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Took(wall * 1000, cpu * 1000, done.stdout)


def figures(folder: Path) -> dict[str, object]:
    """Everything this bench knows."""
    platform = os.environ.get("QT_QPA_PLATFORM") or ("xcb" if os.environ.get("DISPLAY") else "offscreen")
    env = {**os.environ, "KERUEN_HOME": str(folder / "home"), "QT_QPA_PLATFORM": platform}
    # A start is measured as everybody's second one: with the modules compiled, wherever this bench runs.
    env.pop("PYTHONDONTWRITEBYTECODE", None)
    env["PYTHONPYCACHEPREFIX"] = str(folder / "compiled")
    library = folder / "sample.keruen"
    process("-m", "app", "sample", str(library), env=env)
    ours_command = ("-c", OURS, str(library), " ".join(LATE))
    process(*ours_command, "", env=env)
    process("-c", BARE, env=env)
    ours, bare = [], []
    for _ in range(RUNS):  # in turn, so that a busy moment of the machine strikes both
        bare.append(process("-c", BARE, env=env))
        ours.append(process(*ours_command, "", env=env))
    told = json.loads(process(*ours_command, "figures", env=env).said)
    return {
        "platform": platform,
        "bare_window_ms": round(statistics.median(one.wall for one in bare), 1),
        "bare_window_cpu_ms": round(statistics.median(one.cpu for one in bare), 1),
        "window_with_rows_ms": round(statistics.median(one.wall for one in ours), 1),
        "window_with_rows_cpu_ms": round(statistics.median(one.cpu for one in ours), 1),
        "times_bare_window": round(statistics.median(o.wall / b.wall for o, b in zip(ours, bare, strict=True)), 2),
        "times_bare_window_cpu": round(statistics.median(o.cpu / b.cpu for o, b in zip(ours, bare, strict=True)), 2),
        "imported_too_early": told["late"],
        "memory_at_rest_mb": round(told["rss"], 1),
        "language_switch_ms": round(statistics.median(told["language"]), 1),
        "language_switch_worst_ms": round(max(told["language"]), 1),
    }


if __name__ == "__main__":
    with tempfile.TemporaryDirectory(prefix="keruen-") as place:
        print(json.dumps(figures(Path(place))))
