"""Titles narrowed by a typed query and sorted by several things on the command line."""

import json
from pathlib import Path

import pytest

from app.cli import main
from app.store.store import Store


def told(capsys: pytest.CaptureFixture[str], store: Store, *words: str) -> list[dict[str, object]]:
    assert main(["--library", str(store.path), "--json", "titles", *words]) == 0
    found: list[dict[str, object]] = json.loads(capsys.readouterr().out)
    return found


def test_a_query_narrows_and_several_keys_sort(sample_store: Store, capsys: pytest.CaptureFixture[str]) -> None:
    every = told(capsys, sample_store)
    some = told(capsys, sample_store, "--query", "ел:Қазақстан жыл:..2015", "--sort=-year,title")
    assert [row["id"] for row in some] == [
        row["id"]
        for row in sorted(every, key=lambda row: -int(str(row["year"] or 0)))
        if "KZ" in str(row["countries"]) and row["year"] and int(str(row["year"])) <= 2015
    ]
    assert some


@pytest.mark.parametrize("words", [["--query", "kind:xyz"], ["--sort", "colour"]])
def test_what_is_not_understood_is_said(sample_store: Store, words: list[str], tmp_path: Path) -> None:
    del tmp_path
    try:
        code = main(["--library", str(sample_store.path), "titles", *words])
    except SystemExit as end:
        code = int(str(end.code))
    assert code != 0


def test_countries_come_by_their_names_in_the_reader_s_language(
    sample_store: Store, capsys: pytest.CaptureFixture[str]
) -> None:
    def first(language: str) -> list[str]:
        rows = told(capsys, sample_store, "--sort=country", "--language", language)
        return list(dict.fromkeys(str(row["countries"][0]) for row in rows if row["countries"]))  # type: ignore[index]

    assert first("ru") == ["HK", "KZ", "CN", "RU", "SU", "US"]
    assert first("zh") == ["RU", "KZ", "US", "SU", "CN", "HK"]
