"""Names are found in any script, by the pure rule and by the database alike."""

import csv
import sqlite3
import string
from pathlib import Path

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from app.domain.folding import (
    FormKind,
    Query,
    fold,
    index_forms,
    index_text,
    match_expression,
    matches,
    query_forms,
    skeleton,
)
from app.domain.kazakh import ALPHABET, to_arabic, to_latin

TITLES = Path(__file__).parents[2] / "resources" / "sample" / "titles.csv"
CYRILLIC = ALPHABET + ALPHABET.upper()
LATIN = string.ascii_letters + "äğıñöşūüİéçžáó"
ARABIC = "ابۆگعدەجزيىكقلمنڭوپرستۋۇفحھچشٴء"
HAN = "嘿老头我的阿勒泰寒战熊出没女长安荔枝后來龍臥虎⾥⻓疯狂动物城中国海王诗人"
SIGNS = " -:,.'’!?«»0123456789½№&/🎬"

words_in_one_script = st.one_of(
    *(st.text(alphabet=letters, min_size=1, max_size=9) for letters in (CYRILLIC, LATIN, ARABIC, HAN, SIGNS))
)
names = st.lists(words_in_one_script, min_size=1, max_size=4).map(" ".join)
anything = st.text(alphabet=st.characters(), max_size=60)

OLD_MAN = [("嘿，老头！", "zh-Hans"), ("Қайран қарттар", "kk-Cyrl"), ("Hey, Old Man!", "en")]


def forms_of(*named):
    return [form for name, language in named for form in index_forms(name, language)]


def found(query, *named):
    return matches(query_forms(query), forms_of(*named))


@pytest.fixture
def index():
    """The search table as the store makes it."""
    connection = sqlite3.connect(":memory:")
    connection.execute(
        "create virtual table names using fts5(forms, tokenize='unicode61 remove_diacritics 0', prefix='1 2 3')"
    )
    yield connection
    connection.close()


def hits(index, query):
    expression = match_expression(query)
    if expression is None:
        return []
    rows = index.execute("select rowid from names where names match ? order by rowid", (expression,))
    return [row[0] for row in rows]


@pytest.mark.parametrize(
    "query",
    [
        *("qairan", "қайран", "ҚАЙРАН", "кайран", "qayran", "kairan", "قايران", "қартт"),
        *("qairan qarttar", "кайран карттар", "qairanqarttar", "карттар 老头", "hey қарттар"),
        *("嘿老", "嘿老头", "嘿，老头", "嘿", "头", "hlt", "hēi lǎo"),
        *("heilaotou", "hei lao tou", "hei laotou", "HeiLao", "laotou"),
        *("hey old", "Hey, Old Man!", "old hey", "heyoldman", "Ｈｅｙ", "h"),
    ],
)
def test_one_box_finds_the_work_in_any_script(query, index):
    assert found(query, *OLD_MAN)
    index.execute("insert into names values (?)", (index_text(forms_of(*OLD_MAN)),))
    assert hits(index, query) == [1]


@pytest.mark.parametrize(
    "query", ["hey young", "qairat", "头老", "hlm", "ld", "嘿嘿", "", "  ", "!!!", "«»", "\0", "\ud800"]
)
def test_what_is_not_there_is_not_found(query):
    assert not found(query, *OLD_MAN)


@pytest.mark.parametrize(
    ("name", "language", "queries"),
    [
        ("5:32", "zxx", ["5:32", "5 32", "532", "5", "5:3", "5：32"]),
        ("999", "zxx", ["999", "99", "９９９"]),
        ("18 килогерц", "ru", ["18 килогерц", "18", "kilogerts", "18kilog", "килогерц 18"]),
        ("Наурыз.kz", "kk-Cyrl", ["Наурыз.kz", "наурыз", "nauryz.kz", "nauryzkz", "kz", "naurız"]),
        ("O'Z", "en", ["O'Z", "O’Z", "oz", "o z", "oʻz"]),
        ("8½", "zxx", ["8½", "8", "8 1/2"]),
        ("AC/DC", "en", ["ac/dc", "acdc", "dc", "AC DC"]),
        ("100%", "zxx", ["100%", "100"]),
        ("寒战", "zh-Hans", ["寒战", "寒", "战", "寒戰", "hanzhan", "hz", "han"]),
        ("臥虎藏龍", "zh-Hant", ["卧虎", "臥虎藏龍", "藏龙", "cang long", "whcl", "hcl", "canglong"]),
        ("海王2：失落的王国", "zh-Hans", ["海王2", "海王 2", "失落", "2：失", "haiwang2", "王国"]),
        ("吕布", "zh-Hans", ["lubu", "lvbu", "lü bu", "lǚ bù"]),
        ("⾥⻓", "zh-Hans", ["里长", "里", "長"]),
        ("Bawrsak剧场", "zh-Hans", ["bawrsak", "剧场", "бауырсақ", "juchang"]),
        (
            "Қыз Жібек",
            "kk-Cyrl",
            ["kyz zhibek", "qyz jibek", "kyz-jibek", "قىز جىبەك", "Кыз-Жибек", "kyzzhibek", "jib"],
        ),
        ("Көшпенділер", "kk-Cyrl", ["koshpendiler", "Köşpendıler", "kospen", "кошпенди", "كوشپەندىلەر"]),
        ("Жёлтая кошка", "ru", ["желтая", "жёлтая", "zheltaya", "zhyoltaya", "zhyolt"]),
        ("Тюльпан", "ru", ["tyulpan", "tiulpan", "тюлпан"]),
        ("Джамбул", "ru", ["zham", "jambul", "dzhambul", "Жамбул"]),
        ("Майер", "ru", ["mayer", "maier", "maer"]),
        ("Марьям", "ru", ["Мәриям", "mariam", "maryam"]),
        ("Ермек", "kk-Cyrl", ["yermek", "ermek"]),
        ("Чума", "ru", ["chuma", "c", "чума", "tşuma"]),
        ("Ласковые", "ru", ["laskovye", "laskovyye", "laskovy"]),
        ("Бауырсақ", "kk-Cyrl", ["bawrsak", "bauyrsaq", "баурсак", "baýyrsaq"]),
        ("Франция", "kk-Cyrl", ["frantsia", "فرانسيا", "франция"]),
        ("ٴومىر", "kk-Arab", ["өмір", "omir", "ومىر", "ءومىر"]),
        ("Cәке", "kk-Cyrl", ["сәке", "саке", "sake"]),
        ("🎬", "zxx", ["🎬"]),
        ("İstanbul", "en", ["istanbul", "ISTANBUL", "ıstanbul"]),
    ],
)
def test_a_name_is_found_however_it_is_typed(name, language, queries, index):
    index.execute("insert into names values (?)", (index_text(index_forms(name, language)),))
    assert [query for query in queries if not found(query, (name, language))] == []
    assert [query for query in queries if hits(index, query) != [1]] == []


@pytest.mark.parametrize(
    ("one", "other"),
    [("Қайран", "Қайырлы"), ("Шал", "Сал"), ("Жат", "Зат"), ("Оба", "Она"), ("Ақын", "Қаш"), ("Бала", "Пала")],
)
def test_different_words_keep_different_skeletons(one, other):
    assert skeleton(one) != skeleton(other)


@pytest.mark.parametrize(
    ("query", "expression"),
    [
        ("qairan", '("qairan"* OR "kairan"*)'),
        ("嘿老", '"嘿 老"*'),
        ("5:32", '("5"* AND "32"*) OR "532"*'),
        (
            '" OR forms:x NEAR(*',
            '("or"* AND "forms"* AND ("x"* OR "ks"*) AND "near"*) OR ("orformsxnear"* OR "orformsksnear"*)',
        ),
        ("", None),
        ("''", None),
        ("🏽\u200d", None),
    ],
)
def test_an_expression_is_quoted_and_safe(query, expression):
    assert match_expression(query) == expression


@settings(max_examples=2000, deadline=None)
@given(names)
@example("O'Z’s 5:32")
def test_a_name_finds_itself_by_every_form(name):
    forms = index_forms(name, "kk-Cyrl")
    assume(forms)
    for query in (name, name.upper(), *(form.text for form in forms)):
        assert matches(query_forms(query), forms), query


@given(st.lists(st.text(alphabet=ALPHABET, min_size=1, max_size=9), min_size=1, max_size=3).map(" ".join))
def test_a_kazakh_name_is_found_by_its_arabic_and_latin_spelling(name):
    forms = index_forms(name, "kk-Cyrl")
    assume(forms[0].text.strip("ьъ "))
    for query in (to_latin(name), to_arabic(name)):
        assert matches(query_forms(query), forms) or not query_forms(query).terms, query


@given(st.text(alphabet=CYRILLIC, min_size=1, max_size=12), st.data())
def test_every_beginning_of_a_word_finds_it(word, data):
    shorter = word[: data.draw(st.integers(1, len(word)))]
    assert found(shorter, (word, "kk-Cyrl"))


@given(st.text(alphabet=string.ascii_lowercase, min_size=1, max_size=12), st.data())
def test_every_beginning_of_a_romanised_word_finds_it(word, data):
    shorter = word[: data.draw(st.integers(1, len(word)))]
    assert found(shorter, (word, "en"))


@settings(deadline=None)
@given(st.lists(names, min_size=1, max_size=3), st.one_of(names, anything))
def test_the_database_agrees_with_the_rule(titles, query):
    index = sqlite3.connect(":memory:")
    index.execute("create virtual table names using fts5(forms, tokenize='unicode61 remove_diacritics 0')")
    every = [index_forms(title, "kk-Cyrl") for title in titles]
    index.executemany("insert into names values (?)", [(index_text(forms),) for forms in every])
    for asked in (query, *titles):
        expected = [row for row, forms in enumerate(every, 1) if matches(query_forms(asked), forms)]
        assert hits(index, asked) == expected
    index.close()


@settings(deadline=None)
@given(anything)
def test_no_text_whatever_breaks_the_search(text):
    forms = index_forms(text, "zh-Hans")
    assert index_text(forms).encode().decode() == index_text(forms)
    assert (match_expression(text) is None) == (query_forms(text) == Query())
    assert matches(query_forms(text), forms) == bool(forms)


@settings(max_examples=300, deadline=None)
@given(anything, names)
def test_folding_twice_changes_nothing(text, name):
    assert fold(fold(text)) == fold(text)
    assert skeleton(skeleton(name)) == skeleton(name)


@pytest.mark.parametrize(
    "text", ["a" * 100_000, "嘿" * 100_000, "a " * 50_000, '"' * 100_000, "5:" * 50_000, "ё" * 100_000]
)
def test_very_long_text_is_cut_and_still_found(text, index):
    forms = index_forms(text, "ru")
    assert len(index_text(forms)) < 30_000
    index.execute("insert into names values (?)", (index_text(forms),))
    assert hits(index, text) == ([1] if forms else [])


def test_every_name_of_the_sample_finds_its_row(index):
    with TITLES.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    columns = [("title_kk_Cyrl", "kk-Cyrl"), ("title_zh_Hans", "zh-Hans"), ("title_ru", "ru"), ("title_en", "en")]
    for number, row in enumerate(rows, 1):
        forms = forms_of(*((row[column], language) for column, language in columns))
        index.execute("insert into names(rowid, forms) values (?, ?)", (number, index_text(forms)))
    missed = [
        (number, row[column])
        for number, row in enumerate(rows, 1)
        for column, _ in columns
        if row[column] and number not in hits(index, row[column])
    ]
    assert missed == []
    assert [rows[number - 1]["id"] for number in hits(index, "qairan qart")] == ["T004"]


def test_the_forms_of_a_chinese_name_are_told_apart():
    forms = index_forms("臥虎", "zh-Hant")
    assert [(form.kind, form.text) for form in forms] == [
        (FormKind.NAME, "臥 虎"),
        (FormKind.PINYIN, "wo hu"),
        (FormKind.PINYIN, "wohu"),
        (FormKind.SIMPLIFIED, "卧 虎"),
        (FormKind.INITIALS, "wh"),
    ]


def test_a_corrected_reading_is_what_is_found():
    forms = index_forms("长安", "zh-Hans", "zhǎng ān")
    assert matches(query_forms("zhangan"), forms)
    assert not matches(query_forms("changan"), forms)
