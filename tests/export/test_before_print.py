"""The list "Before you print"."""

from dataclasses import replace

from app.domain.kinds import PartKind, ScreeningStatus
from app.domain.listing import Work
from app.domain.names import FourNames
from app.export.before_print import before_you_print
from app.export.options import Options
from app.words import Phrase
from tests.export.festival import FRIDAY, KK, at, event, film, names, part, programme


def said(phrases: list[Phrase]) -> list[str]:
    return [
        (phrase.plural if phrase.plural and phrase.n != 1 else phrase.message).format(**dict(phrase.fields))
        for phrase in phrases
    ]


def test_titles_without_a_name_are_counted_in_each_language() -> None:
    assert said(before_you_print(programme(), Options(languages=("kk", "zh"))))[:2] == [
        "2 titles have no Kazakh name. A name in another language is printed.",
        "5 titles have no Chinese name. A name in another language is printed.",
    ]


def test_one_title_is_one() -> None:
    shown = programme(event(1, at(FRIDAY, "10:00"), 1, film(3, KK)))
    assert said(before_you_print(shown, Options())) == [
        "1 title has no Kazakh name. A name in another language is printed."
    ]


def test_a_title_without_words_is_everybody_s() -> None:
    shown = programme(event(1, at(FRIDAY, "10:00"), 1, film(1, KK)), works=(Work(1, names(("zxx", "5:32"))),))
    assert before_you_print(shown, Options(languages=("kk", "zh"))) == []


def test_a_finished_programme_gives_nothing_to_say() -> None:
    shown = programme(event(1, at(FRIDAY, "10:00"), 1, film(1, KK), strand=1))
    assert before_you_print(shown, Options(languages=("kk", "en"))) == []


def test_an_empty_programme_is_named() -> None:
    assert said(before_you_print(replace(programme(), events=()), Options())) == ["There are no screenings to print."]


def test_pencilled_screenings_are_counted_shown_or_left_out() -> None:
    shown = programme(
        event(1, at(FRIDAY, "10:00"), 1, film(1, KK)),
        event(2, at(FRIDAY, "13:00"), 1, film(1, KK), status=ScreeningStatus.TENTATIVE),
    )
    assert said(before_you_print(shown, Options())) == ["1 screening is still to be confirmed."]
    assert said(before_you_print(shown, Options(tentative=False))) == ["1 tentative screening is left out."]


def test_nameless_talks_halls_and_lost_characters_are_noticed() -> None:
    shown = programme(event(1, at(FRIDAY, "10:00"), 1, part(PartKind.TALK, 60)))
    halls = tuple(replace(hall, names=FourNames(en="Hall 🎪")) for hall in shown.halls)
    assert said(before_you_print(replace(shown, halls=halls), Options())) == [
        "1 screening has no title.",
        "The hall “FourNames(kk='', zh='', ru='', en='Hall 🎪')” has no name in the first language of the document.",
        "These characters cannot be printed, □ stands for them: 🎪",
    ]
