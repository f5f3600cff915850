"""Alphabetical order, checked against the collators of Qt (ICU) where they are right."""

import csv
import functools
import re
import sqlite3
from itertools import groupby
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QCollator, QLocale

from app.domain.kazakh import ALPHABET, LATIN_ALPHABET
from app.domain.order import NUMBERS, SIGNS, group_letter, index_form, sort_key

TITLES = Path(__file__).parents[2] / "resources" / "sample" / "titles.csv"
LANGUAGES = ("kk-Cyrl", "kk-Latn", "kk-Arab", "zh-Hans", "ru", "en", "zxx")
titles = st.one_of(
    st.text(alphabet="абвәғқңёйъАӘҚЁ -0123", max_size=8),
    st.text(alphabet="abcçéıİIxyz The'", max_size=8),
    st.text(alphabet="嘿老头我的阿勒泰女努", max_size=4),
    st.text(alphabet="قازاقٴەۋى", max_size=6),
    st.text(max_size=8),
)


def ordered(language, names):
    return sorted(names, key=lambda name: sort_key(name, language))


def sample(column):
    """Names of the sample without punctuation, which Qt's collator counts and a title index does not."""
    with TITLES.open(encoding="utf-8", newline="") as file:
        names = {row[column] for row in csv.DictReader(file)}
    return sorted(name for name in names if name and not re.search(r"[^\w ]|^(the|an|a) ", name, re.IGNORECASE))


@pytest.mark.parametrize(("language", "column"), [("kk", "title_kk_Cyrl"), ("ru", "title_ru"), ("en", "title_en")])
def test_the_sample_is_in_the_order_of_the_collator(language, column):
    names = sample(column)
    assert len(names) > 60
    collator = QCollator(QLocale(language))
    collator.setNumericMode(True)
    assert ordered(language, names) == sorted(names, key=functools.cmp_to_key(collator.compare))


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("kk-Cyrl", "Ата|Әке|Гүл|Ғалым|Ине|Қала|Ңа|Өмір|Ұлы|Һа|Ыстық|Іні"),
        ("kk", "18 килогерц|999|Бала|Қазақ хандығы. Алмас қылыш|Қазақ хандығы. Алтын тақ|Қазақстан|MEOW|قازاق|寒战"),
        ("kk", "еж|ежи|ель|ёж|Ёж|ёлка"),
        ("kk-Latn", "Ata|Äke|Gül|Ğalym|Ity|İne|Köl|Oba|Ömır|Şal|Üy|999|Абай".replace("|999", "")),
        ("kk-Arab", "اتا|باتىر|گۇل|عالىم|قازاق|ومىر|ٴومىر|ىستىق"),
        ("zh-Hans", "阿Q正传|白夜行|长安的荔枝|重庆森林|活着|三体|行者"),
        ("zh-Hans", "999|努力|怒海|女人|暖春|我的|ABC|Zoo|Наурыз"),
        ("ru", "2|5:32|10|18 килогерц|еж|Еж|ёж|Ёж|ежи|ёлка|ель|Zoo"),
        ("en", "10|Borat|The Composer|cote|Cote|coté|côte|Dastur|An Zoo|Қыз"),
        ("en", "x y|X-Y|xy"),
        ("ru", "Кыз-Жибек|Кызы|«Набат»|Наурыз"),
    ],
)
def test_names_are_in_their_order(language, expected):
    names = expected.split("|")
    assert ordered(language, reversed(names)) == names


def test_the_alphabets_sort_as_they_are_said():
    assert "".join(ordered("kk", reversed(ALPHABET))) == ALPHABET
    assert "".join(ordered("kk-Latn", reversed(LATIN_ALPHABET))) == LATIN_ALPHABET


def test_a_stored_reading_decides_about_characters_of_many_sounds():
    assert sort_key("长安", "zh", "zhǎng ān") > sort_key("行者", "zh", "xíng zhě") > sort_key("长安", "zh")


def test_the_database_compares_keys_as_python_does():
    names = [name for column in ("title_kk_Cyrl", "title_zh_Hans", "title_ru", "title_en") for name in sample(column)]
    index = sqlite3.connect(":memory:")
    index.execute("create table names (name text, key text)")
    index.executemany("insert into names values (?, ?)", [(name, sort_key(name, "zh")) for name in names])
    assert [row[0] for row in index.execute("select name from names order by key, name")] == sorted(
        names, key=lambda name: (sort_key(name, "zh"), name)
    )
    index.close()


@pytest.mark.parametrize(
    ("text", "language", "heading"),
    [
        ("Қыз Жібек", "kk-Cyrl", "Қ"),
        ("дала", "kk", "Д"),
        ("Ёлка", "ru", "Е"),
        ("Ёлка", "kk", "Ё"),
        ("«Набат»", "ru", "Н"),
        ("The Composer", "en", "C"),
        ("Éternité", "en", "E"),
        ("我的阿勒泰", "zh-Hans", "W"),
        ("MEOW", "kk", "A–Z"),
        ("Наурыз", "zh", "А–Я"),
        ("寒战", "kk", "汉字"),
        ("ine", "kk-Latn", "İ"),
        ("ٴومىر", "kk-Arab", "و"),
        ("5:32", "kk", NUMBERS),
        ("", "en", SIGNS),
        ("!?", "zh", SIGNS),
        ("The", "en", "T"),
        ("A", "en", "A"),
    ],
)
def test_every_name_has_a_heading(text, language, heading):
    assert group_letter(text, language) == heading


def test_a_reading_gives_the_heading():
    assert group_letter("长安", "zh", "zhǎng ān") == "Z"


@pytest.mark.parametrize(
    ("text", "language", "written"),
    [
        ("The Composer", "en", "Composer, The"),
        ("A Bite of China", "en-GB", "Bite of China, A"),
        ("A", "en", "A"),
        ("Another", "en", "Another"),
        ("The Composer", "ru", "The Composer"),
    ],
)
def test_an_article_goes_behind_in_an_english_index(text, language, written):
    assert index_form(text, language) == written


@settings(deadline=None)
@given(st.lists(titles, max_size=12), st.sampled_from(LANGUAGES))
def test_a_heading_never_comes_twice_in_an_ordered_list(names, language):
    headings = [heading for heading, _ in groupby(group_letter(name, language) for name in ordered(language, names))]
    assert len(headings) == len(set(headings))


@settings(deadline=None)
@given(titles, titles, st.sampled_from(LANGUAGES))
def test_keys_can_be_stored_and_compare_as_their_bytes_do(one, other, language):
    first, second = sort_key(one, language), sort_key(other, language)
    assert "\0" not in first
    assert (first < second) == (first.encode() < second.encode())


@given(st.integers(0, 10**30), st.integers(0, 10**30), st.sampled_from(LANGUAGES))
def test_numbers_go_by_value(one, other, language):
    assert (sort_key(f"x {one} y", language) < sort_key(f"x {other} y", language)) == (one < other)


def test_a_name_that_is_not_chinese_is_sorted_by_its_reading() -> None:
    assert sort_key("The Composer", "en", "Zebra") > sort_key("Yak", "en")
    assert sort_key("5:32", "ru", "Пять") > sort_key("Абай", "ru")
    assert group_letter("5:32", "ru", "Пять") == "П"
