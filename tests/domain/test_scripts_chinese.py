"""Pinyin and simplified characters."""

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.chinese import (
    grouped_reading,
    has_han,
    initials,
    pieces,
    reading,
    simplified,
    syllables_plain,
    tone,
    without_tones,
)


@pytest.mark.parametrize(
    ("name", "pinyin"),
    [
        ("我的阿勒泰", "wǒ de ā lè tài"),
        ("嘿，老头！", "hēi, lǎo tóu!"),
        ("海王2：失落的王国", "hǎi wáng 2: shī luò de wáng guó"),
        ("长安的荔枝", "cháng ān de lì zhī"),
        ("重庆森林", "chóng qìng sēn lín"),
        ("《哈萨克汗国·黄金王座》", "hā sà kè hàn guó · huáng jīn wáng zuò"),
        ("Kerуен", ""),
        ("", ""),
    ],
)
def test_a_name_is_read_syllable_by_syllable(name, pinyin):
    assert reading(name) == pinyin


def test_a_corrected_reading_goes_before_the_automatic_one():
    assert reading("曾经", "zēng jīng") == "zēng jīng"
    assert syllables_plain("乐", "yuè") == ("yue",)
    assert initials("长安", "zhǎng ān") == "za"


@pytest.mark.parametrize("written", ["cháng ān de lì zhī", "cháng'ān de lìzhī", "Cháng’ān de Lìzhī", "cháng'āndelìzhī"])
def test_a_corrected_reading_may_be_joined_or_spaced(written):
    assert [piece.syllable for piece in pieces("长安的荔枝", written)] == ["cháng", "ān", "de", "lì", "zhī"]


def test_a_reading_is_cut_where_the_spelling_says():
    assert [piece.syllable for piece in pieces("西南", "xīnán")] == ["xī", "nán"]
    assert [piece.syllable for piece in pieces("女儿", "nǚ'ér")] == ["nǚ", "ér"]
    assert [piece.syllable for piece in pieces("阿Q正传", "ā Q zhèngzhuàn")] == ["ā", "", "zhèng", "zhuàn"]


def test_a_reading_that_does_not_fit_is_not_used():
    assert syllables_plain("我的", "wǒ") == ("wo", "de")
    assert syllables_plain("我的", "xyz qqq") == ("wo", "de")


def test_known_words_are_joined_for_showing():
    assert grouped_reading("我的阿勒泰") == "wǒ de ālètài"
    assert grouped_reading("我的阿勒泰", "wǒ de ā lè tài") == "wǒ de ālètài"
    assert grouped_reading("长安的荔枝") == "cháng'ān de lìzhī"


def test_initials_are_first_letters():
    assert initials("嘿，老头！") == "hlt"
    assert initials("山海情") == "shq"


def test_tones_are_told_and_taken_off():
    assert [tone(syllable) for syllable in ("mā", "má", "mǎ", "mà", "ma")] == [1, 2, 3, 4, 5]
    assert without_tones("lǜ ālè") == "lü ale"


@pytest.mark.parametrize(
    ("traditional", "plain"),
    [
        ("臥虎藏龍", "卧虎藏龙"),
        ("後來", "后来"),
        ("皇后", "皇后"),
        ("頭髮", "头发"),
        ("Қыз", "Қыз"),
        ("a\ud800臥", "a?卧"),
    ],
)
def test_traditional_characters_become_simplified(traditional, plain):
    assert simplified(traditional) == plain


@given(st.text(alphabet=st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF), min_size=1, max_size=12))
def test_every_character_keeps_its_own_piece(name):
    cut = pieces(name)
    assert [piece.text for piece in cut] == list(name)
    assert all(piece.is_han and not has_han(piece.syllable) for piece in cut)


@given(st.text(max_size=30), st.text(max_size=30))
def test_pieces_put_together_are_the_name_whatever_the_reading(name, override):
    assert "".join(piece.text for piece in pieces(name, override)) == name


def test_folding_starts_without_the_chinese_libraries():
    code = (
        "import sys, app.domain.folding, app.domain.why, app.domain.order;"
        "print({'pypinyin', 'opencc'} & set(sys.modules))"
    )
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "set()"
