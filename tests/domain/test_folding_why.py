"""Why a work was found, and what is underlined."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.folding import FormKind, index_forms, matches, query_forms
from app.domain.kazakh import ALPHABET
from app.domain.names import WorkName
from app.domain.why import why

OLD_MAN = [
    WorkName("嘿，老头！", "zh-Hans", "original"),
    WorkName("Қайран қарттар", "kk-Cyrl", "dubbed"),
    WorkName("Hey, Old Man!", "en", "translated"),
]
WONDER = [
    WorkName("我的阿勒泰", "zh-Hans", "original", reading="wǒ de ā lè tài"),
    WorkName("To the Wonder", "en", "translated"),
]
ODDS = [
    WorkName("5:32", "zxx", "original"),
    WorkName("臥虎藏龍", "zh-Hant", "original"),
    WorkName("Көшпенділер", "kk-Cyrl", "original"),
    WorkName("吕布", "zh-Hans", "original"),
    WorkName("O'Z film", "en", "original"),
    WorkName("Қыз Жібек", "kk-Cyrl", "original"),
    WorkName("Bawrsak剧场", "zh-Hans", "original"),
    WorkName("Жёлтая кошка", "ru", "original"),
    WorkName("И\u0306огурт", "ru", "original"),
]


@pytest.mark.parametrize(
    ("query", "names", "kind", "shown", "underlined"),
    [
        ("al", WONDER, FormKind.PINYIN, "wǒ de ālètài", ["āl"]),
        ("wo de", WONDER, FormKind.PINYIN, "wǒ de ālètài", ["wǒ", "de"]),
        ("wodea", WONDER, FormKind.PINYIN, "wǒ de ālètài", ["wǒ de ā"]),
        ("wda", WONDER, FormKind.INITIALS, "wǒ de ālètài", ["w", "d", "ā"]),
        ("阿勒", WONDER, FormKind.NAME, "我的阿勒泰", ["阿勒"]),
        ("wond", WONDER, FormKind.NAME, "To the Wonder", ["Wond"]),
        ("қайран", OLD_MAN, FormKind.NAME, "Қайран қарттар", ["Қайран"]),
        ("qairan qart", OLD_MAN, FormKind.SKELETON, "Қайран қарттар", ["Қайран", "қарт"]),
        ("кайран", OLD_MAN, FormKind.SKELETON, "Қайран қарттар", ["Қайран"]),
        ("قايران", OLD_MAN, FormKind.SKELETON, "Қайран қарттар", ["Қайран"]),
        ("嘿老", OLD_MAN, FormKind.NAME, "嘿，老头！", ["嘿，老"]),
        ("heilaot", OLD_MAN, FormKind.PINYIN, "hēi, lǎotóu!", ["hēi, lǎot"]),
        ("hlt", OLD_MAN, FormKind.INITIALS, "hēi, lǎotóu!", ["h", "l", "t"]),
        ("hey old", OLD_MAN, FormKind.NAME, "Hey, Old Man!", ["Hey", "Old"]),
        ("532", ODDS, FormKind.NAME, "5:32", ["5:32"]),
        ("5:3", ODDS, FormKind.NAME, "5:32", ["5", "3"]),
        ("卧虎", ODDS, FormKind.SIMPLIFIED, "臥虎藏龍", ["臥虎"]),
        ("kospen", ODDS, FormKind.LATIN, "Köşpendıler", ["Köşpen"]),
        ("lvbu", ODDS, FormKind.PINYIN, "lǚ bù", ["lǚ bù"]),
        ("lub", ODDS, FormKind.PINYIN, "lǚ bù", ["lǚ b"]),
        ("oz", ODDS, FormKind.NAME, "O'Z film", ["O'Z"]),
        ("kyzzhib", ODDS, FormKind.SKELETON, "Қыз Жібек", ["Қыз Жіб"]),
        ("баурсак", ODDS, FormKind.SKELETON, "Bawrsak剧场", ["Bawrsak"]),
        ("剧场", ODDS, FormKind.NAME, "Bawrsak剧场", ["剧场"]),
        ("zhyolt", ODDS, FormKind.SKELETON, "Жёлтая кошка", ["Жёлт"]),
        ("йог", ODDS, FormKind.NAME, "И\u0306огурт", ["И\u0306ог"]),
    ],
)
def test_the_reason_is_named_and_underlined(query, names, kind, shown, underlined):
    reason = why(query, names)
    assert reason is not None
    assert (reason.kind, reason.shown) == (kind, shown)
    assert [reason.shown[start:end] for start, end in reason.spans] == underlined


def test_words_of_different_names_give_the_name_with_most_of_them():
    reason = why("老头 hey man", OLD_MAN)
    assert reason is not None
    assert reason.name.text == "Hey, Old Man!"
    assert [reason.shown[start:end] for start, end in reason.spans] == ["Hey", "Man"]


@pytest.mark.parametrize("query", ["", "zzz", "!!!", "头老", "\ud800"])
def test_no_reason_is_invented(query):
    assert why(query, OLD_MAN) is None


def test_no_names_give_no_reason():
    assert why("hey", []) is None


titles = st.one_of(
    st.lists(st.text(alphabet=ALPHABET, min_size=1, max_size=8), min_size=1, max_size=3).map(" ".join),
    st.text(alphabet="嘿老头我的阿勒泰寒战女长安荔枝2 Q", min_size=1, max_size=8),
    st.sampled_from([name.text for name in (*OLD_MAN, *WONDER, *ODDS)]),
)


@settings(deadline=None, max_examples=300)
@given(titles, st.data())
def test_whatever_finds_a_name_has_a_reason_whose_spans_are_in_order(title, data):
    forms = index_forms(title, "kk-Cyrl")
    queries = [form.text for form in forms] or [title]
    query = data.draw(st.sampled_from(queries))
    query = query[: data.draw(st.integers(1, len(query)))]
    reason = why(query, [WorkName(title, "kk-Cyrl", "original")])
    assert (reason is not None) == matches(query_forms(query), forms)
    if reason:
        places = [place for span in reason.spans for place in span]
        assert places == sorted(places)
        assert all(start < end <= len(reason.shown) for start, end in reason.spans)
