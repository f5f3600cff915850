"""What is typed with a mistake is found, after what is found as typed."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.alike import beginnings, distance, forgiven, meant, nearest
from app.domain.folding import FormKind
from app.operations import works
from app.store import search
from app.store.store import Store
from tests.store.rows import do

TITLES = (
    ("Қайран қарттар", "kk-Cyrl"),
    ("Композитор", "ru"),
    ("Silver star", "en"),
    ("我的阿勒泰", "zh-Hans"),
    ("长安的荔枝", "zh-Hans"),
    ("999", "zxx"),
)


@pytest.fixture
def titles(store: Store) -> Store:
    for title, language in TITLES:
        do(store, works.add, title, language)
    return store


@pytest.mark.parametrize(
    ("typed", "title"),
    [
        ("қайрам", "Қайран қарттар"),  # a wrong letter
        ("ақйран", "Қайран қарттар"),  # the first two swapped
        ("қйран", "Қайран қарттар"),  # one missing
        ("қайран қартар қ", "Қайран қарттар"),
        ("qayran qartarr", "Қайран қарттар"),
        ("kairam", "Қайран қарттар"),
        ("кмопозитр", "Композитор"),  # two in a long word
        ("композт", "Композитор"),  # while it is still being typed
        ("zilver star", "Silver star"),  # the first letter
        ("silver satr", "Silver star"),
        ("sliver", "Silver star"),
        ("我的阿勒台", "我的阿勒泰"),  # one wrong, or one missing
        ("我的勒泰", "我的阿勒泰"),
        ("我的的阿勒泰", "我的阿勒泰"),
        ("wodealetia", "我的阿勒泰"),
        ("changandelzhi", "长安的荔枝"),
    ],
)
def test_a_mistake_is_forgiven(titles: Store, typed: str, title: str) -> None:
    with titles.read() as session:
        hits = search.find(session, typed, "en")
        assert [hit.original for hit in hits] == [title]
        assert search.matching_works(session, typed) == {hits[0].id}


def test_the_reason_says_that_it_is_only_spelt_alike(titles: Store) -> None:
    with titles.read() as session:
        (hit,) = search.find(session, "sliver satr", "en")
    assert (hit.how, hit.why, hit.rank) == (FormKind.ALIKE, "Silver star", search.ALIKE)
    assert [hit.why[start:end] for start, end in hit.spans] == ["Silver", "star"]


@pytest.mark.parametrize("typed", ["998", "қай", "sta", "我的", "阿勒台", "silvor stat moon", "bbbbbb"])
def test_short_words_and_numbers_mean_what_they_say(titles: Store, typed: str) -> None:
    with titles.read() as session:
        assert [hit for hit in search.find(session, typed, "en") if hit.how is FormKind.ALIKE] == []


def test_what_is_found_as_typed_goes_before(titles: Store) -> None:
    do(titles, works.add, "Silver stars", "en")
    do(titles, works.add, "Sliver", "en")
    with titles.read() as session:
        assert [hit.name for hit in search.find(session, "sliver", "en")] == ["Sliver", "Silver star", "Silver stars"]


def test_no_text_breaks_the_search_for_mistakes(titles: Store) -> None:
    with titles.read() as session:
        for typed in (
            '"""" OR',
            "a" * 300,
            "сәл" * 40,
            "我的阿勒台" * 20,
            "\0\0\0\0",
            "'); DROP",
            "NEAR(ab",
            "ı̇stanbil",
        ):
            search.find(session, typed, "kk")


words = st.text("абвгдежзqwertyü老头", min_size=1, max_size=9)


def plain(some: str, other: str) -> int:
    """The distance written down as it is defined."""
    table = {(row, 0): row for row in range(len(some) + 1)} | {(0, place): place for place in range(len(other) + 1)}
    for row in range(1, len(some) + 1):
        for place in range(1, len(other) + 1):
            cost = some[row - 1] != other[place - 1]
            least = min(table[row - 1, place] + 1, table[row, place - 1] + 1, table[row - 1, place - 1] + cost)
            if row > 1 and place > 1 and some[row - 2 : row] == other[place - 2 : place][::-1]:
                least = min(least, table[row - 2, place - 2] + 1)
            table[row, place] = least
    return table[len(some), len(other)]


@given(words, words, st.integers(0, 3))
def test_the_distance_is_the_plain_one(some: str, other: str, most: int) -> None:
    assert distance(some, other, most) == min(plain(some, other), most + 1)


@settings(max_examples=300)
@given(st.text("қайрнтбocm", min_size=4, max_size=7), st.integers(0, 9), st.sampled_from("қайx"), st.integers(0, 3))
def test_every_word_with_one_mistake_begins_in_a_way_that_is_looked_up(
    word: str, place: int, letter: str, way: int
) -> None:
    at = place % len(word)
    swapped = word[:at] + word[at : at + 2][::-1] + word[at + 2 :]
    other = (word[:at] + letter + word[at + 1 :], word[:at] + word[at + 1 :], word[:at] + letter + word[at:], swapped)[
        way
    ]
    if letter == "x" and way in {0, 2} and word[0] not in "abcdefghijklmnopqrstuvwxyz":
        return  # a letter of another script is no mistake of typing
    if word[0] in "қайрнтб" or letter == "x":
        assert not other or any(other.startswith(begun[:3]) for begun in beginnings(word)) or word[0] not in "қайрнтб"


def test_what_counts_as_near() -> None:
    assert (forgiven("қай"), forgiven("қайр"), forgiven("қайрандар"), forgiven("1234"), forgiven("老头老头")) == (
        0,
        1,
        2,
        0,
        0,
    )
    assert nearest("silver", ["sliver", "silver", "river", "silverado"], 1, begun=False) == ["silver", "sliver"]
    assert nearest("silvr", ["silverado"], 1, begun=True) == ["silverado"]
    assert meant("我的阿勒台", "看我的阿勒泰呀") == "我的阿勒泰"
