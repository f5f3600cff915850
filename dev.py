#!/usr/bin/env python3
"""Sets up what Keruen needs, by itself, and then runs the program, its tests, checks, words or benches.

    python3 dev.py run [FILE]           open the window
    python3 dev.py cli [ARGUMENTS]      the command line; needs no display
    python3 dev.py test [ARGUMENTS]     the tests on all cores; arguments go to pytest, which then uses one
    python3 dev.py check                formatting, lint, types, laws, words, and the wheel in a clean place
    python3 dev.py words [--check]      collect the words, bring the four languages up to date, judge them
    python3 dev.py bench [NAME ...]     figures of speed and memory as JSON

Everything lands in the folder .venv; delete it to begin anew. Only packages that changed are installed.
"""

import ctypes
import hashlib
import importlib.util
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

if sys.version_info < (3, 11):  # noqa: UP036 - older ones reach this line too and should be told
    sys.exit(
        "Keruen needs Python 3.11 or newer; this is Python "
        + sys.version.split()[0]
        + ". Install a newer one and run dev.py with it, for instance: python3.12 dev.py run"
    )

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
STAMP = VENV / "keruen-locks.json"
OPEN_WINDOW = "import sys; from app.main import main; sys.exit(main(sys.argv[1:]))"
ON_ALL_CORES = ["-q", "-n", "auto", "--maxprocesses", "4", "--dist", "loadfile"]

LIBRARIES = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
"""What Qt's wheel takes from the system on Linux, and the Debian package that brings it."""

PROGRAMS = {"Xvfb": "xvfb", "xauth": "xauth", "xdotool": "xdotool"}
"""What the tests of real windows use, and the Debian package that brings it."""

RENAMED = {"libglib2.0-0": "libglib2.0-0t64"}
"""Newer names in Debian 13 and Ubuntu 24.04."""

CHECKS = {
    "formatting": ["-m", "ruff", "format", "--check", "."],
    "lint": ["-m", "ruff", "check", "."],
    "types": ["-m", "mypy"],
    "laws": ["-m", "pytest", "-q", "-m", "law"],
    "words": [".ci/words.py", "--check"],
    "wheel": [".ci/wheel.py"],
}


class Trouble(Exception):  # noqa: N818 - not an error of the program, a word to the developer
    """What is missing and how to get it, in a sentence or two."""


def say(text: str) -> None:
    """Tell the developer something without touching the output of the command itself."""
    print(text, file=sys.stderr, flush=True)


# Python packages ----------------------------------------------------------------------------------


def python_of(venv: Path) -> Path:
    """The interpreter of a virtual environment."""
    return venv / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def make_venv() -> None:
    """Make .venv with this Python; one made by another version, or broken, is made anew."""
    ours = f"{sys.version_info.major}.{sys.version_info.minor}."
    installer = next(VENV.glob("[Ll]ib/**/site-packages/pip/__main__.py"), None)  # absent after an interrupted start
    if installer and python_of(VENV).exists() and version_of(VENV).startswith(ours):
        return
    if importlib.util.find_spec("ensurepip") is None:  # Debian keeps it in a package of its own
        need_packages([f"python{sys.version_info.major}.{sys.version_info.minor}-venv"], "to make .venv")
    say("Making .venv …")
    if subprocess.call([sys.executable, "-m", "venv", "--clear", str(VENV)]) != 0:
        msg = "The virtual environment .venv could not be made; the lines above say why."
        raise Trouble(msg)


def version_of(venv: Path) -> str:
    """The version of Python that a virtual environment was made with, '' if it does not tell."""
    try:
        lines = (venv / "pyvenv.cfg").read_text(encoding="utf-8").splitlines()
    except OSError:
        return ""
    pairs = [line.partition("=") for line in lines]
    return next((value.strip() for name, _, value in pairs if name.strip() in {"version", "version_info"}), "")


def install(locks: list[str]) -> None:
    """Install the lock files that changed since they were last installed."""
    done = stamp()
    for name in locks:
        lock = ROOT / "requirements" / f"{name}.txt"
        digest = hashlib.sha256(lock.read_bytes()).hexdigest()
        if done.get(name) == digest:
            continue
        say(f"Installing the packages of requirements/{name}.txt; the first time takes a minute or two …")
        command = [str(python_of(VENV)), "-m", "pip", "install", "-qq", "--disable-pip-version-check", "--no-input"]
        if subprocess.call([*command, "--require-hashes", "-r", str(lock)], env=environment()) != 0:
            msg = f"The packages of requirements/{name}.txt could not be installed; the lines above say why."
            raise Trouble(msg)
        done[name] = digest
        STAMP.write_text(json.dumps(done, indent=1), encoding="utf-8")


def stamp() -> dict[str, str]:
    """Which lock files are installed in .venv, by their digests."""
    try:
        return dict(json.loads(STAMP.read_text(encoding="utf-8")))
    except (OSError, ValueError):
        return {}


# System libraries ---------------------------------------------------------------------------------


def missing(*, windows: bool) -> list[str]:
    """Debian packages whose libraries, or programs for tests of real windows, are not here."""
    if sys.platform != "linux":
        return []
    packages = [package for library, package in LIBRARIES.items() if not loads(library)]
    if windows:
        packages += [package for program, package in PROGRAMS.items() if shutil.which(program) is None]
    return packages


def loads(library: str) -> bool:
    """Whether the system has a library, whoever installed it."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def need_packages(packages: list[str], purpose: str) -> None:
    """Install Debian packages where that is possible without asking; else tell the command."""
    if not packages:
        return
    if shutil.which("apt-get") is None:
        msg = f"The system lacks, {purpose}, what Debian calls {', '.join(packages)}. Install its equivalents."
        raise Trouble(msg)
    if os.geteuid() != 0:
        names = " ".join(current_name(package) for package in packages)
        msg = f"The system lacks packages {purpose}. Run: sudo apt-get install -y --no-install-recommends {names}"
        raise Trouble(msg)
    say(f"Installing system packages {purpose}: {' '.join(packages)} …")
    quietly(["apt-get", "update", "-qq"])
    names = " ".join(current_name(package) for package in packages)
    done = quietly(["apt-get", "install", "-y", "-qq", "--no-install-recommends", *names.split()])
    if done.returncode != 0:
        msg = f"{done.stdout}\nThese packages could not be installed: {names}"
        raise Trouble(msg)


def want_server() -> None:
    """Install PostgreSQL, 20 to 50 MB, where that is possible without asking; else its tests are left out."""
    if sys.platform != "linux" or shutil.which("initdb") or any(Path("/usr/lib/postgresql").glob("*/bin/initdb")):
        return
    try:
        need_packages(["postgresql"], "for the tests of the office database")
    except Trouble as trouble:
        say(f"{trouble}\nUntil then the tests of the office database are left out.")


def current_name(package: str) -> str:
    """The package's name in this release of the distribution."""
    newer = RENAMED.get(package)
    return newer if newer and quietly(["apt-cache", "show", newer]).returncode == 0 else package


def quietly(command: list[str]) -> subprocess.CompletedProcess[str]:
    """Run a command without asking or showing anything."""
    env = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    pipe = subprocess.PIPE
    return subprocess.run(
        command, env=env, stdin=subprocess.DEVNULL, stdout=pipe, stderr=subprocess.STDOUT, text=True, check=False
    )


def has_display() -> bool:
    """Whether a window could open: always outside Linux."""
    return sys.platform != "linux" or any(
        os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    )


# Running ------------------------------------------------------------------------------------------


def environment() -> dict[str, str]:
    """The caller's environment, in which Python finds the program and speaks UTF-8 everywhere."""
    path = os.pathsep.join(part for part in (str(ROOT), os.environ.get("PYTHONPATH", "")) if part)
    return {**os.environ, "PYTHONPATH": path, "PYTHONUTF8": "1"}


def python(*arguments: str, cwd: Path | None = None, **variables: str) -> int:
    """Run .venv's Python and return its exit code."""
    return subprocess.call([str(python_of(VENV)), *arguments], cwd=cwd, env={**environment(), **variables})


def prepare(*locks: str) -> None:
    """Bring .venv and the compiled words up to date."""
    make_venv()
    install(list(locks))
    if stale_words() and python(".ci/words.py", "--compile", cwd=ROOT) != 0:
        msg = "The translations could not be compiled; the lines above say why."
        raise Trouble(msg)


def stale_words() -> bool:
    """Whether a language was edited after its words were compiled."""
    for source in ROOT.glob("translations/*/LC_MESSAGES/*.po"):
        compiled = source.with_suffix(".mo")
        if not compiled.exists() or compiled.stat().st_mtime < source.stat().st_mtime:
            return True
    return False


def run(arguments: list[str]) -> int:
    """Open the window."""
    if not has_display():
        msg = (
            "There is no display here, so no window can open. Start this in a desktop session;"
            " “python3 dev.py cli --help” works without one."
        )
        raise Trouble(msg)
    need_packages(missing(windows=False), "to open a window")
    prepare("run")
    return python("-c", OPEN_WINDOW, *arguments)


def cli(arguments: list[str]) -> int:
    """Run the command line."""
    prepare("run")
    return python("-m", "app", *arguments)


def test(arguments: list[str]) -> int:
    """Run the tests on no display at all; those of real windows bring their own. All of them share the cores."""
    need_packages(missing(windows=True), "for the tests")
    want_server()
    prepare("run", "dev")
    platform = os.environ.get("QT_QPA_PLATFORM", "offscreen")
    return python("-m", "pytest", *(arguments or ON_ALL_CORES), cwd=ROOT, QT_QPA_PLATFORM=platform)


def check(arguments: list[str]) -> int:
    """Run every check, or those named, and say which failed."""
    unknown = [name for name in arguments if name not in CHECKS]
    if unknown:
        msg = f"There is no check {unknown[0]}. There are: {', '.join(CHECKS)}."
        raise Trouble(msg)
    need_packages(missing(windows=False), "for the checks")
    prepare("run", "dev")
    failed = []
    for name in arguments or CHECKS:
        say(f"— {name}")
        if python(*CHECKS[name], cwd=ROOT, QT_QPA_PLATFORM="offscreen") != 0:
            failed.append(name)
    say(f"Failed: {', '.join(failed)}." if failed else "Every check passed.")
    return 1 if failed else 0


def words(arguments: list[str]) -> int:
    """Collect, update and judge the words."""
    prepare("run", "dev")
    return python(".ci/words.py", *arguments, cwd=ROOT)


def bench(arguments: list[str]) -> int:
    """Measure, and print one JSON object."""
    need_packages(missing(windows=False), "for the benches")
    prepare("run", "dev")
    platform = os.environ.get("QT_QPA_PLATFORM", "offscreen")
    return python("tests/bench", *arguments, cwd=ROOT, QT_QPA_PLATFORM=platform)


COMMANDS = {"run": run, "cli": cli, "test": test, "check": check, "words": words, "bench": bench}


def main(arguments: list[str]) -> int:
    """Do what the first argument names with the rest of them."""
    if not arguments or arguments[0] not in COMMANDS:
        asked = arguments[:1] in (["-h"], ["--help"], ["help"])
        print(__doc__, file=sys.stdout if asked else sys.stderr)
        return 0 if asked else 2
    try:
        return COMMANDS[arguments[0]](arguments[1:])
    except Trouble as trouble:
        say(str(trouble))
        return 1
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
