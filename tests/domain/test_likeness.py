"""When two titles are one: names in any script, years, directors, numbers; and when they are not."""

import time

import pytest

from app.domain.kinds import WorkKind
from app.domain.likeness import Degree, Gallery, Portrait, Sign, keys, likeness, portrait, same_person


def shown(*names: str, **facts: object) -> Portrait:
    return portrait(names, **facts)  # type: ignore[arg-type]


OLD_MEN = shown("Қайран қарттар", "嘿老头", "Hey Old Man", year=2022, directors=["Zhang Yimou"])


@pytest.mark.parametrize(
    "name", ["қайран  ҚАРТТАР", "Qairan qarttar", "Qayran Qarttar", "кайран карттар", "嘿，老头", "Hey, Old Man!"]
)
def test_a_name_is_the_same_in_any_script_and_spelling(name: str) -> None:
    assert likeness(OLD_MEN, shown(name, year=2022)).degree is Degree.SURE


def test_traditional_characters_are_the_same_name() -> None:
    assert likeness(shown("寒戰", year=2012), shown("寒战", year=2012)).degree is Degree.SURE


def test_a_name_alone_is_asked_about() -> None:
    match = likeness(OLD_MEN, shown("Hey Old Man"))
    assert (match.degree, match.sign) == (Degree.MAYBE, Sign.NAME)


def test_one_name_of_two_works_keeps_them_apart() -> None:
    hong_kong = shown("寒战", "Cold War", year=2012, directors=["Longman Leung"])
    polish = shown("Zimna wojna", "Cold War", year=2018, directors=["Paweł Pawlikowski"])
    assert likeness(hong_kong, polish).degree is Degree.NO
    assert likeness(hong_kong, shown("Cold War", year=2018)).degree is Degree.NO


def test_a_remake_by_the_same_director_is_asked_about() -> None:
    first = shown("Funny Games", year=1997, directors=["Michael Haneke"])
    assert likeness(first, shown("Funny Games", year=2007, directors=["Michael Haneke"])).degree is Degree.MAYBE


def test_two_names_in_common_are_asked_about_even_if_the_years_differ() -> None:
    assert likeness(shown("寒战", "Cold War", year=2012), shown("寒战", "Cold War", year=2021)).degree is Degree.MAYBE


def test_a_year_more_or_less_is_the_same_year() -> None:
    assert likeness(shown("Томирис", year=2019), shown("Tomiris", year=2020)).degree is Degree.SURE


def test_the_same_year_with_other_directors_is_asked_about() -> None:
    one = shown("Ана", year=2001, directors=["Сатыбалды Нарымбетов"])
    assert likeness(one, shown("Ана", year=2001, directors=["Zhang Yimou"])).degree is Degree.MAYBE


def test_a_number_is_certain_whatever_the_name() -> None:
    one = shown("Домбыра", identifiers=[("imdb", "tt1234567")])
    match = likeness(one, shown("冬不拉", identifiers=[("imdb", "TT1234567 ")]))
    assert (match.degree, match.sign) == (Degree.CERTAIN, Sign.NUMBER)


def test_a_number_beside_another_name_and_year_is_asked_about() -> None:
    one = shown("Домбыра", year=1974, identifiers=[("imdb", "tt1234567")])
    assert likeness(one, shown("Red Sorghum", year=1987, identifiers=[("imdb", "tt1234567")])).degree is Degree.MAYBE


def test_other_numbers_and_other_kinds_speak_against() -> None:
    one = shown("Abai", year=1995, identifiers=[("imdb", "tt1")], kind=WorkKind.FEATURE)
    assert likeness(one, shown("Abai", year=1995, identifiers=[("imdb", "tt2")])).degree is Degree.MAYBE
    assert likeness(one, shown("Abai", year=1995, kind=WorkKind.SERIES)).degree is Degree.MAYBE
    assert likeness(one, shown("Abai", kind=WorkKind.SERIES)).degree is Degree.NO
    assert likeness(one, shown("Abai", year=1995, kind=WorkKind.DOCUMENTARY)).degree is Degree.SURE


def test_another_name_in_the_same_language_speaks_against_a_shared_one() -> None:
    def part(number: int, year: int = 2020, ru: str = "Песня") -> Portrait:
        texts = [f"Дала жыры {number}", "草原歌", ru]
        return portrait(texts, year=year, languages=["kk-Cyrl", "zh-Hans", "ru"])

    assert likeness(part(1), part(1)).degree is Degree.SURE
    assert likeness(part(1), part(1, ru="Мелодия")).degree is Degree.SURE
    assert likeness(part(1), part(2, ru="Мелодия")).degree is Degree.MAYBE


def test_short_sounds_are_no_names() -> None:
    assert likeness(shown("Ана", year=2001), shown("Anna", year=2001)).degree is Degree.NO


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Шәкен Айманов", "Айманов Шакен"),
        ("Ш. Айманов", "Shaken Aimanov"),
        ("Ш.Айманов", "Айманов Шәкен Кенжетайұлы"),
        ("张艺谋", "Zhang Yimou"),
        ("張藝謀", "Yimou Zhang"),
        ("Айманов", "Шәкен Айманов"),
    ],
)
def test_a_person_is_the_same_in_any_script_and_order(one: str, other: str) -> None:
    assert same_person(one, other)
    assert same_person(other, one)


@pytest.mark.parametrize(("one", "other"), [("Шәкен Айманов", "Ермек Айманов"), ("张艺谋", "Zhang Yuan"), ("", "Li")])
def test_others_are_others(one: str, other: str) -> None:
    assert not same_person(one, other)


def test_no_text_raises() -> None:
    for text in ("", " ", "!!!", "\0", "𠀀", "ﷺ" * 2000, "\ud800"):
        keys(text)
        same_person(text, "x")


def test_a_gallery_shows_the_likeliest_first_and_names_pairs_once() -> None:
    gallery: Gallery[int] = Gallery()
    gallery.add(1, shown("Cold War", year=2012))
    gallery.add(2, shown("Cold War", "Zimna wojna", year=2018))
    gallery.add(3, shown("COLD WAR", "Zimna wojna", year=2018))
    assert [key for key, _match in gallery.like(shown("Cold War", year=2018))] == [2, 3]
    assert [pair[:2] for pair in gallery.pairs()] == [(2, 3)]


def test_thousands_of_titles_are_compared_in_a_moment() -> None:
    gallery: Gallery[int] = Gallery()
    for number in range(3_000):
        gallery.add(number, shown(f"Дала жыры {number}", "untitled", year=1950 + number % 70))
    started = time.process_time()
    found = [
        gallery.like(shown(f"Dala zhyry {number}", "untitled", year=1950 + number % 70)) for number in range(3_000)
    ]
    assert all(len(each) == 1 for each in found)
    assert time.process_time() - started < 5
