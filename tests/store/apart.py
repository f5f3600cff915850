"""Pieces of Python run in a process of their own, which may be killed, robbed of its rights or of its disk."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
NOBODY = 65534


def command(code: str, *arguments: object) -> list[str]:
    """The command line that runs `code` with `arguments` in sys.argv[1:]."""
    return [sys.executable, "-c", code, *map(str, arguments)]


def environment() -> dict[str, str]:
    """Surroundings in which the program is found."""
    return {**os.environ, "PYTHONPATH": str(ROOT)}


def run(code: str, *arguments: object) -> str:
    """What `code` prints; it has to succeed."""
    done = subprocess.run(command(code, *arguments), env=environment(), capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


@contextmanager
def open_folder() -> Iterator[Path]:
    """A folder that every user can look into; pytest's own are closed."""
    with tempfile.TemporaryDirectory(prefix="keruen-test-") as name:
        folder = Path(name)
        folder.chmod(0o755)
        yield folder


@contextmanager
def small_disk(megabytes: int) -> Iterator[Path | None]:
    """A disk of its own with so much room, or None where this may not be done."""
    with tempfile.TemporaryDirectory(prefix="keruen-test-") as name:
        mount = ["mount", "-t", "tmpfs", "-o", f"size={megabytes}m", "tmpfs", name]
        may = sys.platform == "linux" and os.geteuid() == 0
        if not may or subprocess.run(mount, capture_output=True, check=False).returncode != 0:
            yield None
            return
        try:
            yield Path(name)
        finally:
            subprocess.run(["umount", name], check=True)  # noqa: S607 - the system's


def names_in(folder: Path) -> list[str]:
    """The names of the files in a folder, in order."""
    return sorted(path.name for path in folder.iterdir())
