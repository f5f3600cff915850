"""keruen import: what it says, what it writes, what it leaves alone."""

import json
import shutil
from pathlib import Path

import pytest
from openpyxl import Workbook

from tests.terminal import Keruen, keruen

__all__ = ["keruen"]

TITLES = "Қазақша атауы;Название на русском;Год;Режиссер\nШал;Старик;2012;Ермек Тұрсынов\nТомирис;;2019;\n"


@pytest.fixture
def library(empty_library: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(empty_library, tmp_path / "films.keruen"))


def file(folder: Path, text: str = TITLES, name: str = "list.csv") -> Path:
    path = folder / name
    path.write_text(text, "utf-8")
    return path


def test_titles_come_in_and_a_second_time_are_there(keruen: Keruen, library: Path, tmp_path: Path) -> None:
    path = file(tmp_path)
    first = keruen("import", path, "--library", library, "--json")
    told = {name: first.data[name] for name in ("as", "read", "added", "updated", "skipped", "errors")}
    assert (first.code, told) == (
        0,
        {"as": "titles", "read": 2, "added": 2, "updated": 0, "skipped": 0, "errors": []},
    )
    again = keruen("import", path, "--library", library, "--json")
    assert (again.code, again.data["added"], again.data["skipped"]) == (0, 0, 2)


def test_a_dry_run_changes_nothing(keruen: Keruen, library: Path, tmp_path: Path) -> None:
    before = library.read_bytes()
    said = keruen("import", file(tmp_path), "--library", library, "--dry-run", "--json")
    assert (said.code, said.data["added"], said.data["dry_run"]) == (0, 2, True)
    assert library.read_bytes() == before


def test_errors_are_told_by_row_and_written(keruen: Keruen, library: Path, tmp_path: Path) -> None:
    errors = tmp_path / "errors.csv"
    path = file(tmp_path, TITLES + "Ана;;never;\n")
    said = keruen("import", path, "--library", library, "--errors", errors, "--json")
    (error,) = said.data["errors"]
    assert (error["row"], error["column"], error["value"]) == (4, "Год", "never")
    assert "never" in errors.read_text("utf-8-sig")


def test_a_doubtful_title_is_left_out_until_something_is_said(keruen: Keruen, library: Path, tmp_path: Path) -> None:
    keruen("import", file(tmp_path, "Title;Year\nCold War;\n", "a.csv"), "--library", library)
    path = file(tmp_path, "Title;Year\nCold War;2018\n", "b.csv")
    said = keruen("import", path, "--library", library, "--json")
    assert (said.code, said.data["added"], [one["row"] for one in said.data["doubtful"]]) == (1, 0, [2])
    said = keruen("import", path, "--library", library, "--json", "--on-duplicate", "add")
    assert (said.code, said.data["added"]) == (0, 1)


def test_a_mapping_is_written_and_used(keruen: Keruen, library: Path, tmp_path: Path) -> None:
    kept = tmp_path / "map.json"
    path = file(tmp_path, "A;B\nШал;2012\nТомирис;2019\n", "plain.csv")
    keruen("import", file(tmp_path), "--library", library, "--dry-run", "--save-map", kept)
    assert json.loads(kept.read_text("utf-8"))["as"] == "titles"
    kept.write_text('{"as": "titles", "header_row": 1, "columns": ["name/kk-Cyrl/original", "year"]}', "utf-8")
    said = keruen("import", path, "--library", library, "--map", kept, "--json")
    assert (said.code, said.data["added"]) == (0, 2)


@pytest.mark.parametrize("text", ["{", '{"as": "films"}', "[1]"])
def test_a_mapping_that_makes_no_sense_is_refused(keruen: Keruen, library: Path, tmp_path: Path, text: str) -> None:
    said = keruen("import", file(tmp_path), "--library", library, "--map", file(tmp_path, text, "map.json"))
    assert said.code == 1
    assert said.err


def test_what_is_not_certain_is_asked_and_nothing_comes_in(keruen: Keruen, library: Path, tmp_path: Path) -> None:
    path = file(tmp_path, "x;y\nq;w\ne;r\n", "puzzle.csv")
    said = keruen("import", path, "--library", library, "--json")
    assert (said.code, said.data["added"]) == (1, 0)
    assert all(ask["question"] for ask in said.data["asks"])


def test_screenings_make_a_programme(keruen: Keruen, library: Path, tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (
        ("Дата", "Время", "Фильм", "Кинотеатр", "Зал"),
        ("17.10.2026", "19:00", "Шал", "Арман", "Зал 1"),
        ("17.10.2026", "21:30", "Томирис", "Арман", "Зал 1"),
    ):
        sheet.append(row)
    book.save(tmp_path / "week.xlsx")
    said = keruen("import", tmp_path / "week.xlsx", "--library", library, "--new-programme", "Неделя", "--json")
    assert (said.code, said.data["as"], said.data["screenings"], said.data["titles"]) == (0, "screenings", 2, 2)
    (programme,) = keruen("programmes", "--library", library, "--json").data
    assert (programme["name"], programme["screenings"]) == ("Неделя", 2)


def test_no_file_no_library_no_sense(keruen: Keruen, library: Path, tmp_path: Path) -> None:
    assert keruen("import", tmp_path / "none.csv", "--library", library).code == 1
    assert keruen("import", library, "--library", library).code == 1
    assert keruen("import", file(tmp_path), "--library", library, "--as", "films").code == 2


def test_a_file_cut_short_is_refused_unless_that_is_accepted(keruen: Keruen, library: Path, tmp_path: Path) -> None:
    before = library.read_bytes()
    path = file(tmp_path, TITLES + "Ана;Ма")
    said = keruen("import", path, "--library", library, "--json")
    assert (said.code, said.data["read"], [ask["topic"] for ask in said.data["asks"]]) == (1, 0, ["truncated"])
    assert library.read_bytes() == before
    assert "--accept-truncated" in keruen("import", path, "--library", library).out
    said = keruen("import", path, "--library", library, "--json", "--accept-truncated")
    assert (said.code, said.data["added"]) == (1, 2)
    assert [(error["row"], error["left_out"]) for error in said.data["errors"]] == [(4, True)]
