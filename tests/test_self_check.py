"""The self-check runs headless and says what it found."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def checked(home: Path, **changes: str) -> subprocess.CompletedProcess[str]:
    env = {**os.environ, "KERUEN_HOME": str(home), "QT_QPA_PLATFORM": "offscreen", **changes}
    command = [sys.executable, "-m", "app", "run", "--self-check"]
    return subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, check=False, timeout=120)


def test_a_sound_machine_is_told_so(home):
    done = checked(home)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "The window was built and painted" in done.stdout
    assert done.stdout.splitlines()[-1] == "Everything is in order."


def test_it_speaks_the_language_asked_for(home):
    command = [sys.executable, "-m", "app", "run", "--self-check", "--language", "ru"]
    env = {**os.environ, "KERUEN_HOME": str(home), "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, check=False, timeout=120)
    assert "Всё в порядке." in done.stdout


def test_without_a_display_it_says_so_and_builds_the_window_all_the_same(home):
    if sys.platform != "linux":
        return
    done = checked(home, QT_QPA_PLATFORM="", DISPLAY="", WAYLAND_DISPLAY="")
    assert done.returncode == 1
    assert "There is no display" in done.stdout
    assert "(offscreen)" in done.stdout
