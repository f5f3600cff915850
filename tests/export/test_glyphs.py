"""What cannot be printed is replaced where one sees it, and named."""

import pytest

from app.export.glyphs import printable


@pytest.mark.parametrize(
    "text", ["Қыз Жібек", "我的阿勒泰", "قايران قارتتار", "臥虎藏龍", "Wǒ de Ālètài", "12 500 ₸", "e\u0301tude"]
)
def test_what_the_fonts_have_stays_as_it_is(text: str) -> None:
    assert printable(text)[1] == ()


@pytest.mark.parametrize(
    ("text", "printed", "lost"),
    [
        ("Кино 🎬!", "Кино □!", ("🎬",)),
        ("👩\u200d👩\u200d👧", "□", ("👩\u200d👩\u200d👧",)),
        ("👍🏽 👍🏽", "□ □", ("👍🏽",)),
        ("ก", "□", ("ก",)),
    ],
)
def test_what_no_font_has_becomes_one_box(text: str, printed: str, lost: tuple[str, ...]) -> None:
    assert printable(text) == (printed, lost)


def test_a_heart_without_its_colour_is_printed_in_ink() -> None:
    assert printable("❤\ufe0f") == ("❤", ())


@pytest.mark.parametrize("mark", ["\u200f", "\ufeff", "\u00ad", "\x07", "\x00", "\u202e"])
def test_marks_without_a_shape_are_left_out(mark: str) -> None:
    assert printable(f"а{mark}б") == ("аб", ())


def test_line_breaks_become_spaces() -> None:
    assert printable("а\nб\tв\r\nг") == ("а б в  г", ())


def test_kangxi_radicals_become_characters() -> None:
    assert printable("⽼⼈⾥") == ("老人里", ())


def test_half_of_a_surrogate_pair_does_not_stop_the_press() -> None:
    assert printable("а\ud83c") == ("а□", ("\ud83c",))
