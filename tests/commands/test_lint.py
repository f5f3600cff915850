"""`lint` tells what titles lack, in words and for scripts."""

import shutil
from pathlib import Path

import pytest

from app.domain.found import Code
from app.operations import data_repairs, works
from app.store.store import Store
from tests.store.rows import do
from tests.terminal import Keruen


@pytest.fixture
def library(empty_library: Path, tmp_path: Path) -> Path:
    """A library with one title in want of much, closed."""
    path = Path(shutil.copy(empty_library, tmp_path / "films.keruen"))
    store = Store.open(path)
    work = do(store, works.add, "Cтарик", "ru", year=2012, countries=["KZ"])
    do(store, works.change, work, age_mark="12+")
    store.close()
    return path


def test_what_is_found_is_told_check_by_check(keruen: Keruen, library: Path) -> None:
    said = keruen("lint", "--library", library)
    assert said.code == 1
    assert "Letters of two scripts in one word (mixed-letters): 1" in said.out
    assert "“Cтарик” should be “Старик”" in said.out
    assert said.out.rstrip().endswith("5 findings.")


def test_scripts_go_by_codes(keruen: Keruen, library: Path) -> None:
    said = keruen("lint", "--library", library, "--json", "--only", "mixed-letters,no-kazakh-name", "--language", "kk")
    assert [(one["code"], one["severity"], one["work"], one["section"], one["repair"]) for one in said.data] == [
        ("mixed-letters", "error", 1, "names", "retext"),
        ("no-kazakh-name", "warning", 1, "names", None),
    ]


def test_wishes_can_be_kept_quiet(keruen: Keruen, library: Path) -> None:
    told = keruen("lint", "--library", library, "--json", "--least", "error").data
    assert {one["code"] for one in told} == {"mixed-letters", "no-runtime"}


def test_a_whole_library_says_so_and_ends_well(keruen: Keruen, library: Path) -> None:
    store = Store.open(library)
    do(store, data_repairs.choose_checks, set(Code))
    store.close()
    said = keruen("lint", "--library", library)
    assert (said.code, said.out.strip()) == (0, "Nothing is missing.")


def test_titles_entered_twice_are_told(keruen: Keruen, library: Path) -> None:
    store = Store.open(library)
    do(store, works.add, "Старик", "ru", year=2012)
    store.close()
    (one,) = keruen("lint", "--library", library, "--json", "--only", "probable-duplicate").data
    assert (one["work"], one["record"]) == (2, 1)


def test_a_check_nobody_knows_is_no_check(keruen: Keruen, library: Path) -> None:
    said = keruen("lint", "--library", library, "--only", "no-such-thing")
    assert said.code == 2
    assert "no-kazakh-name" in said.err
