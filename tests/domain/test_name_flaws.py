"""What is wrong with a name is noticed, named and mended; no text makes a rule fail."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.automatic import Offer, Own, offers, written
from app.domain.kinds import NameType
from app.domain.name_flaws import Flaw, Named, between, flaws, to_cyrillic
from app.domain.pasted_names import MOST, Pasted, fresh, pasted
from app.domain.print_length import counted_as, letters
from app.domain.scripts import clean_name

TAGS = ("kk-Cyrl", "kk-Latn", "kk-Arab", "zh-Hans", "zh-Latn-pinyin", "ru", "en", "ja", "ug", "zxx", "kk", "sr-Cyrl")


@pytest.mark.parametrize(
    ("text", "language", "flaw", "mended"),
    [
        ("", "ru", Flaw.EMPTY, ""),
        ("\u200b", "ru", Flaw.EMPTY, ""),
        ("Koмпозитор", "kk-Cyrl", Flaw.MIXED, "Композитор"),
        ("ќазаќша", "kk-Cyrl", Flaw.DAMAGED, "қазақша"),
        ("ÒôÀÖ¼Ò", "zh-Hans", Flaw.DAMAGED, "音乐家"),
        ("x\u202ey z", "en", Flaw.HIDDEN, "xy z"),
        ("The  Composer", "en", Flaw.SPACES, "The Composer"),
        ("《音乐家》", "zh-Hans", Flaw.QUOTED, "音乐家"),
        ("«Келин»", "ru", Flaw.QUOTED, "Келин"),
        ("Композитор", "zh-Hans", Flaw.SCRIPT, "ru"),
        ("Сельма", "en", Flaw.SCRIPT, "ru"),
        ("Қыз Жібек", "ru", Flaw.SCRIPT, "kk-Cyrl"),
        ("Qyz Jibek", "kk-Cyrl", Flaw.SCRIPT, "kk-Latn"),
        ("Qyz Jibek", "kk", Flaw.UNWRITTEN, "kk-Latn"),
        ("长" * 40, "zh-Hans", Flaw.LONG, ""),
    ],
)
def test_a_flaw_is_found_with_its_mending(text: str, language: str, flaw: Flaw, mended: str) -> None:
    first = flaws(text, language)[0]
    assert (first.flaw, first.text or first.language) == (flaw, mended)
    assert flaw.forbids == (flaw in (Flaw.EMPTY, Flaw.MIXED))


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("音乐家", "zh-Hans"), ("Композитор", "ru"), ("2046", "zh-Hans"), ("5:32", "zxx"), ("T-34", "ru"),
        ("Қайран қарттар", "kk-Cyrl"), ("The “Duel”", "en"), ("Гражданин X", "ru"), ("阿Q正传", "zh-Hans"),
        ("Yīnyuèjiā", "zh-Latn-pinyin"), ("音楽家の夏", "ja"), ("ئۇيغۇر", "ug"), ("Что-то", "mn-Cyrl"), ("x", "zxx"),
    ],
)  # fmt: skip
def test_a_good_name_is_left_alone(text: str, language: str) -> None:
    assert flaws(text, language) == []


def test_letters_are_mended_towards_the_word_they_stand_in() -> None:
    assert to_cyrillic(flaws("Koмпозитор", "ru")[0])
    assert not to_cyrillic(flaws("Сomposer", "en")[0])


def test_names_are_judged_beside_each_other() -> None:
    names = [
        Named("音乐家", "zh-Hans", NameType.ORIGINAL),
        Named("Композитор", "ru", NameType.ORIGINAL),
        Named("Композитор", "kk-Cyrl", NameType.DUBBED),
    ]
    assert [found.flaw for found in between(names, 0, co_production=False)] == []
    assert [found.flaw for found in between(names, 1, co_production=False)] == [Flaw.SECOND_ORIGINAL]
    assert between(names, 1, co_production=True) == []
    assert [(found.flaw, found.about) for found in between(names, 2, co_production=False)] == [(Flaw.SAME, ("ru",))]


@given(st.text(max_size=60), st.sampled_from(TAGS))
def test_no_name_makes_the_rules_fail_and_a_mended_text_has_the_flaw_no_more(text: str, language: str) -> None:
    for found in flaws(text, language):
        if found.text:
            assert found.flaw not in {one.flaw for one in flaws(found.text, language)} or found.flaw is Flaw.QUOTED
        assert all(0 <= start <= end <= len(text) for start, end in found.spans)


def test_kazakh_and_chinese_names_are_written_by_rule() -> None:
    names = [Own("Қайран қарттар", "kk-Cyrl", preferred=True), Own("我的阿勒泰", "zh-Hans", preferred=True)]
    assert offers(names) == [
        Offer("Qairan qarttar", "kk-Latn", "Қайран қарттар"),
        Offer("قايران قارتتار", "kk-Arab", "Қайран қарттар"),
        Offer("Wǒ de ālètài", "zh-Latn-pinyin", "我的阿勒泰"),
    ]
    assert offers([*names, Own("Qayran qarttar", "kk-Latn"), Own("x", "kk-Arab"), Own("x", "zh-Latn-pinyin")]) == []


def test_a_name_written_by_rule_is_no_origin_for_another() -> None:
    assert written([Own("Қайран", "kk-Cyrl", auto=True)], "kk-Latn") is None
    assert written([Own("The Composer", "en")], "kk-Latn") is None
    assert written([Own("2046", "zh-Hans")], "zh-Latn-pinyin") is None


PASTED = """kk: Композитор
Русский\tКомпозитор
«Сазгер» (қаз.)
The Composer (English)
1. 《音乐家》
Kelin: a story
qazaq: Sazger
ja: 音楽家
First\tПервый\t第一
pinyin：Yīnyuèjiā

kk
"""


def test_names_are_read_out_of_a_pasted_text() -> None:
    assert [(name.text, name.language) for name in pasted(PASTED)] == [
        ("Композитор", "kk-Cyrl"), ("Композитор", "ru"), ("Сазгер", "kk-Cyrl"), ("The Composer", "en"),
        ("音乐家", "zh-Hans"), ("Kelin: a story", "en"), ("Sazger", "kk-Latn"), ("音楽家", "ja"), ("First", "en"),
        ("Первый", "ru"), ("第一", "zh-Hans"), ("Yīnyuèjiā", "zh-Latn-pinyin"),
    ]  # fmt: skip


def test_names_a_work_has_are_not_pasted_again() -> None:
    names = pasted("Композитор\nThe Composer")
    assert fresh(names, [("Композитор", "ru")]) == [Pasted("The Composer", "en", guessed=True)]


@given(st.text(max_size=300))
def test_any_text_can_be_pasted(text: str) -> None:
    found = pasted(text)
    assert len(found) <= MOST
    assert all(name.text == clean_name(name.text) and name.text and name.language for name in found)


def test_room_is_counted_as_print_does() -> None:
    assert letters("Қайран  қарттар") == 14
    assert letters("音乐家") == 6
    assert letters("e\u0301\u200b") == 1
    assert (counted_as("zh-Hans", 5), counted_as("ru", 5)) == (3, 5)
