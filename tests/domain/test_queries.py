"""Typed queries: what they ask, in which languages they are read and spelt, and that nothing typed breaks them."""

from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from app.domain.completions import completions
from app.domain.days import days
from app.domain.facets import NOT, Filter
from app.domain.queries import Query, differing, parse, spelt
from app.domain.query_words import KEYS, Lexicon, Sort
from app.i18n.query_values import lexicon

ASKED = [
    ("dub:kk", Filter(dubs=frozenset({"kk"}))),
    ("дубляж:қаз", Filter(dubs=frozenset({"kk"}))),
    ("дубляж:каз", Filter(dubs=frozenset({"kk"}))),
    ("配音:哈", Filter(dubs=frozenset({"kk"}))),
    ("配音：哈语", Filter(dubs=frozenset({"kk"}))),
    ("dub:none", Filter(dubs=frozenset({"-"}))),
    ("has:dub", Filter(dubs=frozenset({"!-"}))),
    ("sub:zh,ru", Filter(subtitles=frozenset({"zh", "ru"}))),
    ("year:2019..2024", Filter(years=(2019, 2024))),
    ("year:2019-2024", Filter(years=(2019, 2024))),
    ("жыл:2019", Filter(years=(2019, 2019))),
    ("year:>=2019", Filter(years=(2019, 9999))),
    ("year:<2019", Filter(years=(0, 2018))),
    ("runtime:..90", Filter(runtime=(0, 90))),
    ("年份：２０１９～２０２４", Filter(years=(2019, 2024))),
    ("-rights:none", Filter(rights=frozenset({"!not_entered"}))),
    ("−құқық:жоқ", Filter(rights=frozenset({"!not_entered"}))),
    ("kind:series", Filter(kinds=frozenset({"series"}))),
    ("country:cn,kz", Filter(countries=frozenset({"CN", "KZ"}))),
    ("страна:Китай", Filter(countries=frozenset({"CN"}))),
    ("国家:哈萨克斯坦", Filter(countries=frozenset({"KZ"}))),
    ('country:"Hong Kong"', Filter(countries=frozenset({"HK"}))),
    ("country:*", Filter(countries=frozenset({"*"}))),
    ("age:<=12", Filter(ages=frozenset({"6-", "6+", "12+"}))),
    ("age:16", Filter(ages=frozenset({"16+"}))),
    ("missing:kk", Filter(missing=frozenset({"kk"}))),
    ("lacks:kazakh", Filter(kazakh=frozenset({"no"}))),
    ("-has:copy", Filter(copies=frozenset({"no"}))),
    ("-lacks:copy", Filter(copies=frozenset({"yes"}))),
    ("unverified:yes", Filter(unverified=frozenset({"yes"}))),
    ("-unverified:yes", Filter(unverified=frozenset({"no"}))),
    ("level:episode", Filter(levels=frozenset({"episode"}))),
    ("added:7d", Filter(added="7d")),
    ("ends:..2026-12", Filter(ends="..2026-12")),
    ("programme:3", Filter(programme=3)),
    ('person:"Hu Mei"', Filter(texts=frozenset({("person", "Hu Mei")}))),
    ("-source:IMDb,Kinopoisk", Filter(texts=frozenset({(NOT + "source", "IMDb"), (NOT + "source", "Kinopoisk")}))),
    ("адам:«Ху Мэй»", Filter(texts=frozenset({("person", "Ху Мэй")}))),
]


@pytest.mark.parametrize(("text", "wanted"), ASKED)
def test_a_condition_is_read_in_each_language(text: str, wanted: Filter) -> None:
    assert parse(text, lexicon()) == Query("", wanted)


@pytest.mark.parametrize(
    "text", ["5:32", "Dune: Part Two", "Story: of", "Эпос: начало", "http://x", "嘿：老头", "a:b:c"]
)
def test_a_colon_in_a_title_is_part_of_the_title(text: str) -> None:
    assert parse(text, lexicon()) == Query(text)


def test_words_and_conditions_stand_in_any_order() -> None:
    found = parse('silver dub:kk  "star: one" year:2019.. ', lexicon())
    assert found == Query('silver "star: one"', Filter(dubs=frozenset({"kk"}), years=(2019, 9999)))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("kind:xyz", "“{value}” is not a value of “{key}”."),
        ("country:zzzz", "“{value}” is not a value of “{key}”."),
        ("kind:documen", "“{value}” may mean several things: {choices}."),
        ("year:abc", "“{value}” is not a number or range, such as 2019..2024, ..90 or >=12."),
        ("year:2024..2019", "“{value}” is not a number or range, such as 2019..2024, ..90 or >=12."),
        ("-year:2019", "“{key}” takes no minus: enter the range you want."),
        ("year:2018 year:2019", "“{key}” takes one range."),
        ("added:soon", "“{value}” is not a day or range of days, such as 2026-11-01..2026-11-30, 2026 or 7d."),
    ],
)
def test_what_is_not_understood_is_told_with_its_place(text: str, message: str) -> None:
    found = parse(f"шал {text} silver", lexicon())
    (trouble,) = found.errors
    assert trouble.why.message == message
    assert f"шал {text} silver"[trouble.start : trouble.end] == text.rsplit(maxsplit=1)[-1]
    assert found.words == "шал silver"


def test_a_key_without_a_value_asks_nothing_yet() -> None:
    assert parse("dub: year:") == Query()


def test_a_query_is_spelt_in_another_language_and_stored_in_english() -> None:
    query = parse("дубляж:қаз түр:series жыл:2019.. -құқық:жоқ жас:<=12 шал", lexicon())
    assert spelt(query) == "kind:series year:2019.. dub:kk -rights:none age:<=12 шал"
    assert spelt(query, "zh", lexicon()).split()[2:] == ["配音:哈语", "-版权:无", "年龄:<=12", "шал"]


PIECES = st.one_of(
    st.sampled_from([text for text, _ in ASKED]),
    st.sampled_from([word for key in KEYS.values() for words in key.words.values() for word in words]),
    st.sampled_from(
        [":", "：", ",", "，", "-", "..", '"', "“", "”", "«", " ", "<=", "9", "!", "kk", "none", "да", "\0"]
    ),
    st.text(max_size=6),
)


@given(st.lists(PIECES, max_size=8).map("".join), st.sampled_from(["kk", "zh", "ru", "en"]))
@example('person:"', "en")
@example('person:“a"b”', "ru")
@example("programme:²", "en")
def test_every_text_is_read_and_its_spelling_read_again_says_the_same(text: str, language: str) -> None:
    query = parse(text, lexicon())
    for again in (parse(spelt(query)), parse(spelt(query, language, lexicon()), lexicon())):
        assert differing(again.filter, query.filter) == []
        assert (again.words, again.errors) == (query.words, ())
    for cursor in (0, len(text) // 2, len(text)):
        completions(text, cursor, language, lexicon=lexicon())


@pytest.mark.parametrize(
    ("text", "language", "first"),
    [
        ("ye", "en", "year:"),
        ("дуб", "kk", "дубляж:"),
        ("-ri", "en", "rights:"),
        ("шал配", "zh", None),
        ("шал 配", "zh", "配音:"),
        ("dub:k", "en", "kk"),
        ("country:ru,ka", "en", "Kazakhstan"),
        ("person:Hu", "en", '"Hu Mei"'),
        ("5:3", "en", None),
    ],
)
def test_what_can_come_next_is_offered(text: str, language: str, first: str | None) -> None:
    known = {"person": ("Hu Mei", "Hu Ge"), "country": ("KZ", "CN")}
    found = completions(text, len(text), language, lexicon=lexicon(), known=known)
    assert (found[0].text if found else None) == first
    if found:
        done = text[: found[0].start] + found[0].text + text[found[0].end :]
        assert done.endswith(found[0].text)


def test_values_of_the_library_alone_are_offered_where_they_are_known() -> None:
    found = completions("country:", 8, "ru", lexicon=lexicon(), known={"country": ("KZ", "CN")})
    assert [(one.shown, one.value) for one in found] == [("Казахстан", "KZ"), ("Китай", "CN")]


def test_without_a_lexicon_values_are_known_by_their_codes() -> None:
    assert parse("kind:animated_short country:kz") == Query(
        "", Filter(kinds=frozenset({"animated_short"}), countries=frozenset({"KZ"}))
    )
    assert Lexicon().shown(Sort.KIND, "series", "kk") == "series"


TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2026-11-01..2026-11-30", date(2026, 11, 1), date(2026, 11, 30)),
        ("2026-02", date(2026, 2, 1), date(2026, 2, 28)),
        ("2026", date(2026, 1, 1), date(2026, 12, 31)),
        ("..2026-02", date.min, date(2026, 2, 28)),
        ("2w", date(2026, 11, 8), TODAY),
        ("9999y", date.min, TODAY),
    ],
)
def test_days_are_read(text: str, first: date, last: date) -> None:
    assert days(text, TODAY) == (first, last)


@pytest.mark.parametrize("text", ["", "..", "2026-13", "2026-02-30", "0000", "2026..2025", "7", "x"])
def test_what_is_no_day_means_none(text: str) -> None:
    assert days(text, TODAY) is None


@pytest.mark.parametrize("text", ['"', "-", "--", ":", "«", "- dub:kk", ""])
def test_signs_alone_are_no_words(text: str) -> None:
    assert parse(text).words == ""


def test_an_error_calls_the_key_as_it_was_typed() -> None:
    assert parse("страна:Атлантида", lexicon()).errors[0].why.fields == (("value", "Атлантида"), ("key", "страна"))
    assert parse("-жыл:2019", lexicon()).errors[0].why.fields == (("key", "жыл"),)
