"""keruen export of titles: what it writes, what it says, how it ends, in each language."""

import csv
import io
from pathlib import Path

import pytest
from openpyxl import load_workbook
from python_calamine import CalamineWorkbook

from app.domain.kinds import LANGUAGES
from app.export import catalogue_products
from tests.terminal import Keruen, keruen

__all__ = ["keruen"]

SIGNS = {"title-list": b"%PDF", "cards": b"%PDF", "titles-xlsx": b"PK\x03\x04", "titles-csv": b"\xef\xbb\xbf"}
NONE = {"kk": "dub:kk year:1800..1801", "zh": "年份:1800..1801", "ru": "год:1800..1801", "en": "year:1800..1801"}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("product", SIGNS)
def test_a_document_is_written_and_told_as_json(
    keruen: Keruen, filled: Path, tmp_path: Path, product: str, language: str
) -> None:
    path = tmp_path / "titles"
    said = keruen("--language", language, "export", product, "--library", filled, "--language", language,
                  "--ids", "1,2,4", "--as-of", "2026-11-22", "-o", path, "--json")  # fmt: skip
    assert (said.code, said.err) == (0, "")
    told = {name: said.data[name] for name in ("file", "product", "titles", "size", "warnings")}
    assert told == {"file": str(path), "product": product, "titles": 3, "size": path.stat().st_size, "warnings": []}
    assert ("pages" in said.data) == (SIGNS[product] == b"%PDF")
    assert path.read_bytes().startswith(SIGNS[product])


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_found_is_an_empty_document(keruen: Keruen, filled: Path, tmp_path: Path, language: str) -> None:
    path = tmp_path / "titles.csv"
    said = keruen("export", "titles-csv", "--library", filled, "--language", language, "--query", NONE[language],
                  "-o", path, "--json")  # fmt: skip
    assert (said.code, said.data["titles"]) == (0, 0)
    head = path.read_text("utf-8-sig").splitlines()
    assert len(head) == 1
    assert keruen("import", path, "--library", filled, "--json", "--dry-run").data["added"] == 0


@pytest.mark.parametrize(("words", "code"), [
    (["titles-csv", "--query", "year:abc"], 1), (["titles-csv", "--ids", "x"], 2), (["titles-pdf"], 2),
    (["cards", "--per-sheet", "3"], 2), (["title-list", "--columns", "colour"], 2), (["title-list", "--ids", "1"], 0),
    (["titles-csv", "--programme", "no such week"], 1),
])  # fmt: skip
def test_what_cannot_be_done_is_refused_and_writes_nothing(
    keruen: Keruen, filled: Path, tmp_path: Path, words: list[str], code: int
) -> None:
    path = tmp_path / "titles"
    said = keruen("export", *words, "--library", filled, "-o", path)
    assert said.code == code
    assert path.exists() == (code == 0)
    assert bool(said.err) == (code != 0)


@pytest.mark.parametrize("language", LANGUAGES)
def test_two_readers_find_the_same_in_a_workbook(keruen: Keruen, filled: Path, tmp_path: Path, language: str) -> None:
    path, plain = tmp_path / "titles.xlsx", tmp_path / "titles.csv"
    for product, target in (("titles-xlsx", path), ("titles-csv", plain)):
        words = ("--library", filled, "--language", language, "--internal", "-o", target)
        assert keruen("export", product, *words).code == 0
    slow = [["" if value is None else value for value in row] for row in
            load_workbook(path).worksheets[0].iter_rows(values_only=True)]  # fmt: skip
    quick = CalamineWorkbook.from_path(str(path)).get_sheet_by_index(0).to_python()
    assert [list(map(_text, row)) for row in slow] == [list(map(_text, row)) for row in quick]
    parted = ";" if language in ("kk", "ru") else ","
    rows = list(csv.reader(io.StringIO(plain.read_text("utf-8-sig"), newline=""), delimiter=parted))
    assert [[_text(value) for value in row] for row in slow] == rows


def _text(value: object) -> str:
    """A number without its point, a day without its hour."""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).removesuffix(" 00:00:00")


@pytest.mark.parametrize(("product", "most"), [("title-list", "MOST_LISTED"), ("cards", "MOST_CARDS")])
def test_more_than_paper_holds_is_refused_with_what_to_do(
    keruen: Keruen, filled: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, product: str, most: str
) -> None:
    monkeypatch.setattr(catalogue_products, most, 100)
    path = tmp_path / "titles.pdf"
    said = keruen("export", product, "--library", filled, "-o", path)
    assert said.code == 1
    assert "100" in said.err
    assert "133" in said.err
    assert not path.exists()
