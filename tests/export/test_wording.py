"""What all documents say alike: one rule for titles, readable chips, a legend without echoes."""

import pytest

from app.domain.kinds import SpokenMode
from app.domain.listing import Subtitles, Version, Work
from app.domain.names import shown
from app.export import title_index, wording
from app.export.issue import Issue
from app.export.options import Options
from app.i18n.catalogue import catalogue
from tests.export.festival import FRIDAY, WORKS, at, event, film, names, programme

SILENT = Version("zxx", SpokenMode.ORIGINAL)
CANTONESE = Version("yue", SpokenMode.ORIGINAL, (Subtitles("en"),))


def issue(*versions: Version, languages: tuple[str, ...] = ("kk",)) -> Issue:
    """An issue of one screening for each version."""
    own = (event(n, at(FRIDAY, f"{10 + n}:00"), 1, film(1, version)) for n, version in enumerate(versions))
    return Issue(programme(*own), [catalogue(language) for language in languages], Options(languages=languages))


def chips(made: Issue) -> list[list[str]]:
    return [[chip["run"]["t"] for chip in wording.event_data(made, event)["chips"]] for event in made.events]


@pytest.mark.parametrize("language", ["kk", "zh", "ru", "en"])
@pytest.mark.parametrize("work", WORKS, ids=lambda work: work.names[0].text)
def test_the_large_line_of_a_title_is_what_the_screen_shows(work: Work, language: str) -> None:
    paper = Issue(programme(), [catalogue(language)], Options(languages=(language,)))
    face = shown(work.names, language)
    first = paper.titled(work)[0]
    assert (first["t"], first["lang"]) == (face.title, face.language)


def test_the_index_borrows_the_name_the_grid_prints() -> None:
    paper = Issue(programme(), [catalogue("kk")], Options())
    borrowed = [entry["title"]["t"] for entry in title_index.build(paper)["columns"][0]["borrowed"]]
    printed = [title["runs"][0]["t"] for event in paper.events for title in wording.event_data(paper, event)["titles"]]
    assert borrowed == ["Композитор", "Медведи Буни"]
    assert set(borrowed) <= set(printed)


def test_the_original_follows_a_borrowed_name() -> None:
    paper = Issue(programme(), [catalogue("kk")], Options())
    assert [run["t"] for run in paper.titled(WORKS[2])] == ["Медведи Буни", "熊出没"]


def test_chips_say_no_dialogue_and_name_cantonese() -> None:
    assert chips(issue(SILENT, CANTONESE)) == [["диалогсыз"], ["КАНТ түпн.", "АҒЫЛШ субт."]]
    assert chips(issue(SILENT, CANTONESE, languages=("zh",))) == [["无对白"], ["粤语原声", "英语字幕"]]


def codes(made: Issue) -> list[tuple[str, list[str]]]:
    legend = wording.legend(made, made.events)["codes"]
    return [(code["code"]["t"], [run["t"] for run in code["runs"]]) for code in legend]


def test_the_legend_does_not_repeat_a_code_that_is_the_name() -> None:
    assert codes(issue(SILENT, CANTONESE, languages=("kk", "en"))) == [
        ("диалогсыз", ["no dialogue"]),
        ("КАНТ", ["кантонша", "Cantonese"]),
        ("АҒЫЛШ", ["ағылшынша", "English"]),
    ]
    assert codes(issue(CANTONESE, languages=("zh", "en")))[0] == ("粤语", ["Cantonese"])


def test_a_film_without_dialogue_needs_no_sign_for_the_original() -> None:
    silent = issue(SILENT, languages=("kk", "en"))
    assert wording.legend(silent, silent.events)["shapes"] == []


def test_a_second_line_says_in_which_language_it_is() -> None:
    work = Work(1, names(("zxx", "5:32"), ("en", "Five")))
    paper = Issue(programme(works=(work,)), [catalogue("zh")], Options(languages=("zh",)))
    assert [(run["t"], run["lang"]) for run in paper.titled(work)] == [("Five", "en"), ("5:32", "zxx")]
