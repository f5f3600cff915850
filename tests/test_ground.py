"""The ground holds: Qt and Python get along, locks are closed, the papers and commands are there."""

import importlib.util
import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[1]
LOCKS = sorted((ROOT / "requirements").glob("*.txt"))
OUTSIDE = {".git", ".venv", ".mypy_cache", ".ruff_cache", ".pytest_cache", ".hypothesis", "build", "dist", "bundled"}
TEXTS = {".py", ".md", ".toml", ".txt", ".csv", ".json", ".typ", ".po", ".pot", ".mako", ".svg", ""}

VOID_CALLS = """
import sys
from PySide6.QtCore import QTimer
timer = QTimer()
before = sys.getrefcount(None)
for number in range(1_000_000):
    timer.setInterval(number)
print(sys.getrefcount(None) - before)
"""


def test_a_million_calls_leave_none_alive() -> None:
    """PySide6 6.12.0 on Python 3.11 took a reference of None with each call and died after some 6,000."""
    done = subprocess.run([sys.executable, "-c", VOID_CALLS], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert abs(int(done.stdout)) < 100


WINDOW = """
from PySide6.QtWidgets import QApplication, QWidget
application = QApplication([])
widget = QWidget()
widget.show()
application.processEvents()
print(application.platformName(), application.primaryScreen().size().width())
"""


@pytest.mark.xvfb
def test_a_window_opens_on_a_real_display(display: str) -> None:
    """The system libraries that `dev.py` asks for are all that Qt needs."""
    env = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
    done = subprocess.run([sys.executable, "-c", WINDOW], env=env, capture_output=True, text=True, check=False)
    assert (done.stdout.split(), done.stderr) == (["xcb", "1440"], "")


# Locks --------------------------------------------------------------------------------------------


def pins(lock: Path) -> dict[str, str]:
    """Package and version of every line of a lock file."""
    found = re.findall(r"^([a-z0-9][a-z0-9._-]*)==(\S+)", lock.read_text(encoding="utf-8"), re.MULTILINE)
    return dict(found)


def asked(requirements: list[str]) -> set[str]:
    """The names in a list of requirements, as locks spell them."""
    names = [re.match(r"[\w.-]+", requirement) for requirement in requirements]
    return {re.sub(r"[-_.]+", "-", name.group()).lower() for name in names if name}


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.stem)
def test_a_lock_names_no_place_and_hashes_everything(lock: Path) -> None:
    text = lock.read_text(encoding="utf-8")
    assert re.findall(r"//|^\s*-[a-z]|--(?!hash=sha256:)|@|\bfile:", text, re.MULTILINE) == []
    unhashed = [entry for entry in re.split(r"\n(?=\S)", text) if entry and "--hash=sha256:" not in entry]
    assert unhashed == []


def test_the_locks_pin_what_the_project_asks_for_and_agree() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    run, dev = pins(ROOT / "requirements/run.txt"), pins(ROOT / "requirements/dev.txt")
    assert asked(project["project"]["dependencies"]) <= set(run)
    assert asked(project["dependency-groups"]["dev"]) <= set(dev)
    assert asked(project["build-system"]["requires"]) <= {*run, *dev}
    assert {name: (run[name], dev[name]) for name in run.keys() & dev.keys() if run[name] != dev[name]} == {}


def test_qt_is_the_version_that_works_and_without_the_addons() -> None:
    run = pins(ROOT / "requirements/run.txt")
    assert run["pyside6-essentials"] == run["shiboken6"] == "6.11.3"
    assert "pyside6-addons" not in run


# Papers -------------------------------------------------------------------------------------------


def texts() -> Iterator[Path]:
    """Every text of the project."""
    for folder, folders, names in os.walk(ROOT):
        folders[:] = [name for name in folders if name not in OUTSIDE]
        yield from (Path(folder, name) for name in names if Path(name).suffix in TEXTS)


def test_nothing_points_out_of_the_project() -> None:
    """No path of one machine and no climb above the project's own folder."""
    machine = re.compile(r"(?<![\w/.:])/(?:root|home|Users|work|opt)/\w")
    found = []
    for path in texts():
        depth = len(path.relative_to(ROOT).parts) - 1
        climb = re.compile(rf"(?<![\w/.])(?:\.\./){{{depth + 1}}}[a-z]")
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if machine.search(line) or (path.suffix == ".md" and climb.search(line)):
                found.append(f"{path.relative_to(ROOT)}:{number}: {line.strip()}")
    assert found == []


def test_the_licence_is_apache() -> None:
    text = (ROOT / "LICENSE").read_text(encoding="utf-8")
    assert "Apache License" in text
    assert "Version 2.0, January 2004" in text


def test_every_font_and_the_icons_bring_their_licence() -> None:
    fonts = ROOT / "resources" / "fonts"
    families = {font.stem.partition("-")[0] for font in fonts.glob("*.ttf")}
    assert families
    assert {family for family in families if not (fonts / f"OFL-{family}.txt").is_file()} == set()
    assert "ISC License" in (ROOT / "resources/icons/LICENSE.txt").read_text(encoding="utf-8")


def test_decisions_are_numbered_and_take_a_page() -> None:
    papers = sorted((ROOT / "docs/adr").glob("*.md"))
    assert [paper.name[:4] for paper in papers] == [f"{number:04}" for number in range(1, len(papers) + 1)]
    assert {paper.name for paper in papers if len(_prose(paper)) > 60} == set()


def _prose(paper: Path) -> list[str]:
    """The lines of a paper without its tables: what can be looked up need not be read."""
    return [line for line in paper.read_text(encoding="utf-8").splitlines() if not line.startswith("|")]


def test_what_changed_is_told() -> None:
    assert "\n## Unreleased\n" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


# Commands -----------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def dev() -> ModuleType:
    spec = importlib.util.spec_from_file_location("dev", ROOT / "dev.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def start(*arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
    env = {name: value for name, value in os.environ.items() if "DISPLAY" not in name and not name.startswith("QT_")}
    return subprocess.run(
        [sys.executable, str(ROOT / "dev.py"), *arguments],
        env={**env, **variables},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


@pytest.mark.parametrize("paper", ["README.md", "CONTRIBUTING.md"])
def test_the_commands_in_the_papers_exist(paper: str, dev: ModuleType) -> None:
    named = set(re.findall(r"dev\.py (\w+)", (ROOT / paper).read_text(encoding="utf-8")))
    assert named
    assert named <= set(dev.COMMANDS)


def test_ci_runs_the_tests_and_the_checks() -> None:
    lines = (ROOT / ".ci/run").read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if line.startswith("python3")] == ["python3 dev.py test", "python3 dev.py check"]


def test_asked_for_nothing_dev_tells_what_there_is() -> None:
    done = start()
    assert done.returncode == 2
    assert "python3 dev.py run" in done.stderr


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is always a display")
def test_without_a_display_dev_says_so_and_installs_nothing() -> None:
    done = start("run")
    assert done.returncode == 1
    assert done.stderr.startswith("There is no display here")


def test_an_older_python_is_told_which_one_is_needed(dev: ModuleType) -> None:
    source = (ROOT / "dev.py").read_text(encoding="utf-8").replace("(3, 11)", "(9, 0)", 1)
    with pytest.raises(SystemExit) as stopped:
        exec(compile(source, str(ROOT / "dev.py"), "exec"), {"__name__": "dev", "__file__": dev.__file__})  # noqa: S102
    assert str(stopped.value).startswith("Keruen needs Python 3.11 or newer; this is Python 3.")


def test_missing_libraries_are_named_by_package(dev: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dev.sys, "platform", "linux")
    monkeypatch.setattr(dev, "loads", lambda library: library != "libEGL.so.1")
    monkeypatch.setattr(dev.shutil, "which", lambda program: None if program == "xdotool" else program)
    assert dev.missing(windows=False) == ["libegl1"]
    assert dev.missing(windows=True) == ["libegl1", "xdotool"]


def test_a_user_is_told_the_exact_command(dev: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dev.os, "geteuid", lambda: 1000, raising=False)
    monkeypatch.setattr(dev.shutil, "which", lambda program: program)
    monkeypatch.setattr(dev, "current_name", lambda package: package)
    with pytest.raises(dev.Trouble, match=r"sudo apt-get install -y --no-install-recommends libegl1 libgl1$"):
        dev.need_packages(["libegl1", "libgl1"], "to open a window")


def test_a_lock_is_installed_once(dev: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "requirements").mkdir()
    (tmp_path / "requirements" / "run.txt").write_text("one", encoding="utf-8")
    calls: list[list[str]] = []
    monkeypatch.setattr(dev, "ROOT", tmp_path)
    monkeypatch.setattr(dev, "STAMP", tmp_path / "stamp.json")
    monkeypatch.setattr(dev.subprocess, "call", lambda command, **_: calls.append(command) or 0)
    dev.install(["run"])
    dev.install(["run"])
    assert len(calls) == 1
    assert "--require-hashes" in calls[0]
    (tmp_path / "requirements" / "run.txt").write_text("two", encoding="utf-8")
    dev.install(["run"])
    assert len(calls) == 2
