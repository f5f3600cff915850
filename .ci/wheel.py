"""Builds the wheel, installs it in a clean place far from the sources, and starts what it brought."""

import os
import subprocess
import sys
import tempfile
import venv
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
BUNDLED = "app/bundled/"
MUST_HOLD = ("resources/icons/film.svg", "resources/fonts/", "migrations/env.py", "migrations/versions/")
LANGUAGES = ("kk", "zh", "ru", "en")


def main() -> int:
    """Build, look inside, install, start."""
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        wheel = build(place)
        lacking = look_inside(wheel)
        if lacking:
            print("The wheel lacks " + ", ".join(lacking))
            return 1
        return start(install(wheel, place), place)


def build(place: Path) -> Path:
    """The wheel, built by the packages of the lock file and no others."""
    pip(sys.executable, "wheel", "--no-build-isolation", "--no-deps", "--wheel-dir", str(place), str(ROOT))
    return next(place.glob("*.whl"))


def look_inside(wheel: Path) -> list[str]:
    """What a wheel should carry and does not."""
    with zipfile.ZipFile(wheel) as packed:
        names = packed.namelist()
    wanted = [*MUST_HOLD, *(f"translations/{language}/LC_MESSAGES/app.mo" for language in LANGUAGES)]
    return [part for part in wanted if not any(name.startswith(BUNDLED + part) for name in names)]


def install(wheel: Path, place: Path) -> Path:
    """A new virtual environment with the wheel and what it needs; returns its folder of programs."""
    venv.create(place / "venv", with_pip=True)
    programs = place / "venv" / ("Scripts" if os.name == "nt" else "bin")
    pip(str(programs / "python"), "install", "--require-hashes", "-r", str(ROOT / "requirements" / "run.txt"))
    pip(str(programs / "python"), "install", "--no-deps", str(wheel))
    return programs


def start(programs: Path, place: Path) -> int:
    """Start the command line and, on no display, the window; returns the number of those that failed."""
    env = {**os.environ, "KERUEN_HOME": str(place / "home"), "QT_QPA_PLATFORM": "offscreen", "PYTHONWARNINGS": "error"}
    env.pop("PYTHONPATH", None)  # the sources must not help
    failed = 0
    for arguments in (["--help"], ["--version"], ["--self-check"]):
        done = subprocess.run(
            [str(programs / "keruen"), *arguments], cwd=place, env=env, capture_output=True, text=True, check=False
        )
        if done.returncode != 0 or done.stderr:
            print(f"keruen {' '.join(arguments)} ended with {done.returncode}:\n{done.stdout}{done.stderr}")
            failed += 1
    return failed


def pip(python: str, *arguments: str) -> None:
    """Run pip as the machine has set it up; stop here when it fails."""
    if subprocess.call([python, "-m", "pip", "-qq", "--disable-pip-version-check", *arguments]) != 0:
        sys.exit(f"pip {arguments[0]} failed")


if __name__ == "__main__":
    sys.exit(main())
