"""What a machine remembers survives: a full disk, a damaged file, an older and a newer program."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.settings import RECENT, Settings, load, save

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
SETTINGS = st.builds(
    Settings,
    language=st.sampled_from([None, "kk", "zh", "ru", "en"]),
    theme=st.sampled_from(["system", "light", "dark"]),
    text_size=st.sampled_from(["small", "normal", "large", "larger"]),
    ornament=st.booleans(),
    library=st.none() | st.just(Path("Қыз Жібек.keruen")),
    recent=st.lists(st.sampled_from([Path("a"), Path("霸王别姬")])).map(tuple),
    window=TEXTS,
    layouts=st.dictionaries(TEXTS, TEXTS),
    unknown=st.dictionaries(st.sampled_from(["zoom", "later"]), st.integers() | TEXTS),
)


@given(settings=SETTINGS)
def test_what_is_saved_is_loaded(settings: Settings, tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.mktemp("settings") / "settings.json"
    save(settings, path)
    assert load(path) == settings


def test_without_a_file_there_are_defaults(tmp_path: Path) -> None:
    assert load(tmp_path / "settings.json") == Settings()


@pytest.mark.parametrize("damage", [b"", b"{", b"[1]", b"\xff\xfe\x00", b"[" * 100_000, b"null"])
def test_a_damaged_file_is_set_aside(tmp_path: Path, damage: bytes) -> None:
    path = tmp_path / "settings.json"
    path.write_bytes(damage)
    assert load(path) == Settings()
    assert not path.exists()
    assert (tmp_path / "settings.json.damaged-1").read_bytes() == damage


def test_one_value_that_cannot_be_costs_no_other(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text(json.dumps({"theme": "pink", "language": "kk", "recent": [3], "ornament": 1, "layouts": {"a": 5}}))
    assert load(path) == Settings(language="kk")


def test_what_another_version_wrote_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text('{"density": "compact", "theme": "dark"}')
    save(replace(load(path), theme="light"), path)
    assert json.loads(path.read_text(encoding="utf-8"))["density"] == "compact"
    assert load(path).theme == "light"


def test_the_library_opened_last_comes_first() -> None:
    settings = Settings()
    for number in range(RECENT + 2):
        settings = settings.with_library(Path(str(number)))
    settings = settings.with_library(Path("5"))
    assert settings.library == Path("5")
    assert [str(path) for path in settings.recent] == ["5", "9", "8", "7", "6", "4", "3", "2"]
