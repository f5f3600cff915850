"""Every sentence of the program is said in every language, and the gate that watches over it sees what is wrong."""

from pathlib import Path

import catalogues
import pytest
import word_gate
import words
from babel.messages.catalog import Catalog

ROOT = Path(__file__).resolve().parents[1]

pytestmark = pytest.mark.law

SOURCE = """
from app.words import N_
raise UserError(counted("{n} title", "{n} titles", n))
edit(N_("Rename title"), tr.context("chip", "orig"), tr("Text {x}", x=1))
tr.plural("One screening", "{n} screenings", n)
phrase(
    "A long sentence "
    "in two parts."
)
"""


@pytest.fixture(scope="module")
def judged() -> dict[str, list[str]]:
    return words.judge(ROOT, ROOT / "translations")


@pytest.mark.parametrize("language", ["app.pot", *catalogues.LANGUAGES])
def test_every_language_says_everything(judged: dict[str, list[str]], language: str) -> None:
    assert judged[language][:20] == []


@pytest.fixture
def extracted(tmp_path: Path) -> Catalog:
    (tmp_path / "app").mkdir()
    (tmp_path / "app" / "page.py").write_text(SOURCE, encoding="utf-8")
    return catalogues.template(tmp_path)


def test_sentences_are_found_wherever_they_are_marked(extracted: Catalog) -> None:
    assert {(message.context, message.id) for message in extracted if message.id} == {
        (None, ("{n} title", "{n} titles")),
        (None, ("One screening", "{n} screenings")),
        (None, "Rename title"),
        (None, "Text {x}"),
        (None, "A long sentence in two parts."),
        ("chip", "orig"),
    }


def test_english_needs_no_translator(extracted: Catalog) -> None:
    english = catalogues.updated(None, extracted, "en")
    assert list(word_gate.faults("en", extracted, english)) == []


def test_what_is_no_longer_said_leaves_the_files(extracted: Catalog) -> None:
    old = Catalog(locale="kk")
    old.add("Gone", "Кетті")
    old.add("Rename title", "Атауын өзгерту")
    new = catalogues.updated(old, extracted, "kk")
    assert new.get("Gone") is None
    assert new["Rename title"].string == "Атауын өзгерту"


def test_a_file_of_words_is_written_the_same_again(extracted: Catalog, tmp_path: Path) -> None:
    text = catalogues.written(catalogues.updated(None, extracted, "ru"))
    path = tmp_path / "app.po"
    path.write_bytes(text)
    assert catalogues.written(catalogues.updated(catalogues.read(path, "ru"), extracted, "ru")) == text
    assert b"Date" not in text
    assert b"#: app/page.py\n" in text


@pytest.mark.parametrize(
    ("language", "said", "fault"),
    [
        ("kk", ("{n} атау", "{n} атау"), None),
        ("kk", ("Бір атау", "{n} атау"), "fields differ"),
        ("kk", ("{n} атау", "{m} атау"), "fields differ, {m} instead of {n}"),
        ("kk", ("{n} атау", ""), "empty"),
        ("kk", ("{n} атау", "{n атау"), "braces that do not fit"),
        ("kk", ("{n} атау ", "{n} атау"), "space at an end"),
        ("zh", ("{n} 个片名",), None),
        ("zh", ("一个片名",), "fields differ"),
        ("ru", ("{n} название", "{n} названия"), "2 plural forms instead of 3"),
        ("ru", ("{n} название", "{n} названия", "{n} названий"), None),
    ],
)
def test_the_gate_sees(language: str, said: tuple[str, ...], fault: str | None) -> None:
    sources = Catalog()
    sources.add(("{n} title", "{n} titles"))
    catalogue = Catalog(locale=language)
    catalogue.add(("{n} title", "{n} titles"), said)
    found = list(word_gate.faults(language, sources, catalogue))
    assert len(found) == (0 if fault is None else 1)
    assert all(fault in line for line in found if fault)


def test_the_gate_sees_fuzzy_missing_and_forgotten_words() -> None:
    sources = Catalog()
    sources.add("Kept", context="nav")
    sources.add("New")
    catalogue = Catalog(locale="kk")
    catalogue.add("Kept", "Сақталды", context="nav", flags={"fuzzy"})
    catalogue.add("Old", "Ескі")
    assert list(word_gate.faults("kk", sources, catalogue)) == [
        "kk: missing: “New”",
        "kk: no longer said: “Old”",
        "kk: fuzzy: “Kept” [nav]",
    ]
