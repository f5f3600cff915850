"""keruen plan, where and why-not: what they answer, what they change, and how they are stopped."""

import shutil
import signal
from pathlib import Path
from subprocess import TimeoutExpired

import pytest

from tests.terminal import Keruen, start


@pytest.fixture
def library(filled: Path, tmp_path: Path) -> Path:
    """The sample library, closed."""
    return Path(shutil.copy(filled, tmp_path / "films.keruen"))


def test_a_plan_is_only_told_unless_it_is_taken_over(keruen: Keruen, library: Path) -> None:
    before = library.read_bytes()
    said = keruen("plan", 1, "--seconds", 1, "--seed", 4, "--library", library, "--json")
    assert said.err == ""
    assert set(said.data) == {
        "status", "placed", "unplaced", "moved", "objective", "bound", "gap", "seconds", "seed", "rounds", "applied",
        "stands_in_the_way",
    }  # fmt: skip
    assert (said.data["seed"], said.data["applied"], said.data["moved"]) == (4, False, [])
    assert said.code == (1 if said.data["unplaced"] else 0)
    assert all((one["why"] or not one["minimal"]) and one["title"] for one in said.data["unplaced"])
    assert library.read_bytes() == before


def test_a_plan_taken_over_is_in_the_schedule(keruen: Keruen, library: Path) -> None:
    week = keruen("programmes", "--library", library, "--json").data
    shown = {one["id"]: one["screenings"] for one in week}
    said = keruen("plan", 1, "--seconds", 1, "--apply", "--library", library, "--json")
    assert said.data["applied"]
    now = {one["id"]: one["screenings"] for one in keruen("programmes", "--library", library, "--json").data}
    assert now[1] == shown[1] + len(said.data["placed"])


def test_a_repair_says_what_it_moves_and_from_where(keruen: Keruen, library: Path) -> None:
    said = keruen("plan", 1, "--seconds", 1, "--repair", "--library", library, "--json")
    assert said.data["placed"] == []
    for one in said.data["moved"]:
        assert (one["hall"], one["starts"]) != (one["before"]["hall"], one["before"]["starts"])


def test_people_are_told_in_words(keruen: Keruen, library: Path) -> None:
    said = keruen("plan", 1, "--seconds", 1, "--library", library, "--language", "en")
    assert "Nothing has been changed; use --apply to apply the plan." in said.out


def test_where_tells_places_with_reasons(keruen: Keruen, library: Path) -> None:
    waiting = keruen("plan", 1, "--seconds", 1, "--library", library, "--json").data["placed"][-1]["entry"]
    said = keruen("where", 1, f"entry:{waiting}", "--limit", 3, "--library", library, "--json")
    assert said.code == 0
    places = said.data["places"]
    assert 0 < len(places) <= 3
    assert [one["points"] for one in places] == sorted((one["points"] for one in places), reverse=True)
    assert set(places[0]) == {
        "hall", "hall_name", "starts", "zone", "day", "first", "last", "points", "for", "against", "after_moving",
    }  # fmt: skip


def test_why_not_tells_the_rules_in_the_way(keruen: Keruen, library: Path) -> None:
    said = keruen("why-not", 1, 1, "--hall", 1, "--at", "2026-10-17T03:00", "--library", library, "--json")
    assert (said.code, said.data["possible"]) == (1, False)
    assert "R3" in [one["rule"] for one in said.data["standing"]]


@pytest.mark.parametrize(
    "arguments",
    [("where", 1, 999_999), ("where", 1, "entry:0"), ("why-not", 1, 1, "--hall", "Nowhere", "--at", "2026-10-17T19:00"),
     ("why-not", 1, 1, "--hall", 1, "--at", "tomorrow"), ("why-not", 1, 1, "--hall", 1, "--at", "2026-10-17"),
     ("why-not", 1, 1, "--hall", 1, "--at", "2026-10-17T19:00Z"),
     ("plan", 1, "--day", "2031-01-01"), ("changes", 1, "--since", "Nothing")],
)  # fmt: skip
def test_what_is_not_there_is_refused_with_a_sentence(
    keruen: Keruen, library: Path, arguments: tuple[object, ...]
) -> None:
    said = keruen(*arguments, "--library", library)
    assert said.code == 1
    assert said.err.strip()
    assert "Traceback" not in said.err


def test_interrupting_keeps_the_best_plan(library: Path) -> None:
    process = start("plan", 1, "--seconds", 60, "--day", "2026-10-17", "--repair", "--library", library, "--json")
    try:
        process.wait(4)
    except TimeoutExpired:
        process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=20)
    assert b"Traceback" not in err
    assert b'"status"' in out
