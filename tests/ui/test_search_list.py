"""The lines of the search's list: where a match is marked."""

import pytest

from app.domain.folding import FormKind
from app.store.search import Hit
from app.ui.search_list import entries, shortened
from app.ui.theme import theme
from app.ui.widgets.draw import width_of


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
