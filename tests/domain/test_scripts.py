"""Scripts, look-alikes and invisible characters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.scripts import (
    LOOK_ALIKES,
    Finding,
    Script,
    clean_name,
    guess_language_tag,
    homoglyph_findings,
    one_script,
    script_of,
)

JOINER, FAMILY = "\u200d", "👨\u200d👩\u200d👧"


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("Қайран қарттар", Script.CYRILLIC),
        ("Qyz Jıbek", Script.LATIN),
        ("قىز جىبەك", Script.ARABIC),
        ("嘿，老头！", Script.HAN),
        ("⻓安", Script.HAN),
        ("となりのトトロ", Script.KANA),
        ("기생충", Script.HANGUL),
        ("Наурыз.kz", Script.CYRILLIC),
        ("5:32", Script.OTHER),
        ("", Script.OTHER),
    ],
)
def test_the_script_of_a_name_is_that_of_most_of_its_letters(text, script):
    assert script_of(text) is script


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("Көшпенділер", "kk-Cyrl"),
        ("Чума в ауле", "ru"),
        ("卧虎藏龙", "zh-Hans"),
        ("臥虎藏龍", "zh-Hant"),
        ("قازاق ەلى", "kk-Arab"),
        ("ئۇيغۇر", "ug-Arab"),
        ("قصة", "ar"),
        ("Qyz Jıbek", "kk-Latn"),
        ("qairan", "kk-Latn"),
        ("wǒ de ālètài", "zh-Latn-pinyin"),
        ("Hey, Old Man!", "en"),
        ("The Queen", "en"),
        ("君の名は", "ja"),
        ("5:32", "zxx"),
        ("Ω", "und"),
    ],
)
def test_a_language_is_proposed_from_the_letters(text, tag):
    assert guess_language_tag(text) == tag


def test_a_latin_letter_in_a_cyrillic_word_is_found_where_it_stands():
    assert homoglyph_findings("Наш Cәке") == [Finding(4, "C", "С", "Cәке")]
    assert homoglyph_findings("Мой Кaзахстaн") == [
        Finding(5, "a", "а", "Кaзахстaн"),
        Finding(11, "a", "а", "Кaзахстaн"),
    ]


def test_a_cyrillic_letter_in_a_latin_word_is_found():
    assert homoglyph_findings("Hеy, Old") == [Finding(1, "е", "e", "Hеy")]


def test_a_lone_latin_letter_in_a_cyrillic_text_is_found():
    assert homoglyph_findings("Песня o любви") == [Finding(6, "o", "о", "o")]


@pytest.mark.parametrize(
    "right",
    [
        "Наурыз.kz",
        "Бауырсақ",
        "Іні",
        "Hey, Old Man",
        "Zootopia 2",
        "阿Q正传",
        "18 килогерц",
        "Возвращение в «А»",
        "",
        "B2B Қазақстан",
        "VHS-ка",
    ],
)
def test_names_that_are_right_have_no_findings(right):
    assert homoglyph_findings(right) == []
    assert one_script(right) == right


@given(st.text(alphabet="абвгдежзиклмнопрстуфхцчшыэюяқғңөұүһі", min_size=3), st.data())
def test_every_look_alike_put_into_a_word_is_mended(word, data):
    back = {cyrillic: latin for latin, cyrillic in LOOK_ALIKES.items()}
    places = [place for place, letter in enumerate(word) if letter in back]
    chosen = set(data.draw(st.lists(st.sampled_from(places), max_size=len(word) // 2))) if places else set()
    spoilt = "".join(back[letter] if place in chosen else letter for place, letter in enumerate(word))
    assert one_script(spoilt) == word
    assert {finding.index for finding in homoglyph_findings(spoilt)} == chosen


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("  Қыз \t Жібек\n", "Қыз Жібек"),
        ("И\u0306 5:32", "Й 5:32"),
        ("a\0b", "ab"),
        ("Кыз\u200b-Жибек\ufeff", "Кыз-Жибек"),
        ("\u202eabc\u202c \u200fقىز", "abc قىز"),
        (f"Family {FAMILY}!", f"Family {FAMILY}!"),
        (f"{JOINER}аб{JOINER}в{JOINER}", "абв"),
        ("«Набат»: “C'est la vie”", "«Набат»: “C'est la vie”"),
        ("⾥⻓安", "里长安"),
        ("a\ud800b\ufffe", "ab"),
        ("寒战\u3000II", "寒战 II"),
        ("ex\u00adpress", "express"),
        ("❤\ufe0f", "❤\ufe0f"),
        ("\u202f", ""),
    ],
)
def test_a_name_is_stored_clean(typed, stored):
    assert clean_name(typed) == stored


@given(st.text())
def test_a_clean_name_stays_as_it_is_and_can_be_stored(text):
    cleaned = clean_name(text)
    assert clean_name(cleaned) == cleaned
    assert cleaned.encode().decode() == cleaned
    assert "\0" not in cleaned
