"""What the program writes as a table it reads again: nothing new in the same library, all of it in an empty one."""

import shutil
from pathlib import Path

import pytest

from app.domain.kinds import LANGUAGES
from tests.exchange import trips
from tests.terminal import Keruen, keruen

__all__ = ["keruen"]

FILES = [(language, kind) for language in LANGUAGES for kind in ("xlsx", "csv")]


@pytest.fixture(scope="session")
def full(filled: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample library and a title with everything there is."""
    path = Path(shutil.copy(filled, tmp_path_factory.mktemp("full") / "full.keruen"))
    trips.filled(path)
    return path


@pytest.fixture(scope="session")
def tables(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the tables of all languages are kept."""
    return tmp_path_factory.mktemp("tables")


def written(keruen: Keruen, full: Path, tables: Path, language: str, kind: str) -> Path:
    """The whole library as a table in one language."""
    path = tables / f"titles-{language}.{kind}"
    if not path.exists():
        said = keruen("export", f"titles-{kind}", "--library", full, "--language", language, "--internal", "-o", path,
                      "--as-of", trips.DAY)  # fmt: skip
        assert said.code == 0, said.err
    return path


@pytest.mark.parametrize(("language", "kind"), FILES)
def test_a_table_tells_its_own_library_nothing_new(
    keruen: Keruen, full: Path, tables: Path, language: str, kind: str
) -> None:
    path = written(keruen, full, tables, language, kind)
    said = keruen("import", path, "--library", full, "--dry-run", "--json")
    titles = 133 + 1 + len(trips.HARD)
    told = {name: said.data.get(name) for name in ("read", "added", "updated", "skipped", "doubtful", "errors", "asks")}
    assert told == {
        "read": titles, "added": 0, "updated": 0, "skipped": titles, "doubtful": [], "errors": [], "asks": None,
    }  # fmt: skip
    assert said.code == 0


@pytest.mark.parametrize(("language", "kind"), FILES)
def test_a_table_fills_an_empty_library_with_the_same(
    keruen: Keruen, full: Path, tables: Path, *, library: Path, language: str, kind: str
) -> None:
    path = written(keruen, full, tables, language, kind)
    said = keruen("import", path, "--library", library, "--json", "--on-duplicate", "add")
    assert (said.code, said.data["added"], said.data["errors"]) == (0, said.data["read"], [])
    before, after = trips.told(full, language), trips.told(library, language, source=path.name)
    assert list(before - after) == []
    assert after == before
