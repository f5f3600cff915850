"""How long a bare PySide6 window with a table takes to its first paint: the peer of our own start."""

import json
import statistics
import subprocess
import sys
import time

RUNS = 5

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


def milliseconds(*command: str) -> float:
    """The median time of several runs of a command, from its start to its end."""
    times = []
    for _ in range(RUNS):
        began = time.perf_counter()
        subprocess.run([sys.executable, *command], stderr=subprocess.DEVNULL, check=True)
        times.append((time.perf_counter() - began) * 1000)
    return round(statistics.median(times), 1)


if __name__ == "__main__":
    print(json.dumps({"python_ms": milliseconds("-c", ""), "bare_window_ms": milliseconds("-c", BARE)}))
