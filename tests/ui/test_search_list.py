"""The lines of the search's list: where a match is marked."""

from datetime import datetime

import pytest
from PySide6.QtGui import QAction

from app.domain.folding import FormKind
from app.store.search import Hit
from app.ui.search_list import GROUP, entries, fitting_actions, shortened
from app.ui.theme import theme
from app.ui.widgets.draw import width_of
from app.ui.window_menus import ENGLISH


def line(name: str, original: str, why: str, how: FormKind = FormKind.NAME):
    return entries([Hit("work", 1, name, original, 2012, how, why, ((0, 1),), 0)], [])[1]


def test_a_match_in_the_shown_name_is_marked_there() -> None:
    found = line("Cold War", "寒战", "Cold War")
    assert (found.why, found.marks, found.second_marks) == ("", ((0, 1),), ())


def test_a_match_in_the_original_name_is_marked_below() -> None:
    found = line("Cold War", "寒战", "寒战")
    assert (found.why, found.marks, found.second_marks) == ("", (), ((0, 1),))


def test_a_match_in_a_name_that_is_not_shown_is_said() -> None:
    found = line("Cold War", "寒战", "Холодная война")
    assert found.why == "also called: Холодная война"
    assert (found.marks, found.second_marks) == ((), ())


@pytest.mark.usefixtures("qapp")
def test_a_reason_is_shortened_only_where_its_pieces_do_not_fit() -> None:
    words, spans = "pinyin: hán zhàn zhī qián de gù shi", ((8, 11),)
    plain, bold = theme().font("small"), theme().font("small", weight=600)
    wide = width_of(plain, words[:8]) + width_of(bold, words[8:11]) + width_of(plain, words[11:])
    assert width_of(bold, words) > wide
    assert shortened(words, spans, "small", wide) == words
    assert shortened(words, spans, "small", wide - 20).endswith("…")


def test_places_are_venues_and_halls_and_a_screening_says_when_and_where() -> None:
    starts = datetime(2026, 10, 17, 18, 30)
    hits = [
        Hit("agent", 3, "Hu Mei", "胡玫", None, FormKind.NAME, "Hu Mei", (), 0, "director, Film Bureau"),
        Hit("venue", 1, "Arman", "Almaty", None, FormKind.NAME, "Arman", (), 0),
        Hit("hall", 2, "Blue hall", "", None, FormKind.NAME, "Blue hall", (), 0, "Arman"),
        Hit("screening", 5, "Dastur", "", None, FormKind.NAME, "Dastur", (), 0, "Blue hall", starts, 1),
    ]
    lines = entries(hits, [])
    assert [(line.text, line.second) for line in lines] == [
        ("People", ""), ("Hu Mei", "胡玫 · director, Film Bureau"), ("Places", ""), ("Arman", "Almaty"),
        ("Blue hall", "Arman"), ("Screenings", ""), ("Dastur", "17 Oct 2026, 18:30 · Blue hall"),
    ]  # fmt: skip


def test_a_screening_found_by_its_hall_is_not_called_like_it() -> None:
    starts = datetime(2026, 10, 17, 18, 30)
    found = Hit("screening", 5, "Dastur", "", None, FormKind.NAME, "Blue hall", ((0, 4),), 2, "Blue hall", starts, 1)
    assert entries([found], [])[1].why == ""
    assert entries([found._replace(why="Көк зал")], [])[1].why == "Көк зал"


def test_all_titles_are_counted_not_only_those_told() -> None:
    hits = [Hit("work", n, f"Star {n}", "", None, FormKind.NAME, f"Star {n}", (), 2) for n in range(GROUP + 1)]
    assert entries(hits, [], 12_345)[-1].text == "All 12,345"
    assert len(entries(hits, [])) == GROUP + 2


def test_a_match_only_alike_says_so() -> None:
    assert line("Silver star", "", "Silver star", FormKind.ALIKE).why == "spelt alike: Silver star"


@pytest.mark.usefixtures("qapp")
def test_an_action_is_found_by_its_words_in_english_too() -> None:
    shown, hidden = QAction("Кестені &басып шығару…"), QAction("Print")
    shown.setProperty(ENGLISH, "&Print the schedule…")
    hidden.setEnabled(False)
    for text in ("кест", "print", "sched pri", "басып кестені"):
        assert fitting_actions([shown, hidden], text) == [shown], text
    assert fitting_actions([shown], "edule") == []
    assert fitting_actions([shown], "…") == []
