"""The fonts in the box: what they cover, what they weigh and under which licence they come."""

import pytest
from fontTools.ttLib import TTFont

from app.export import glyphs
from app.paths import resource

FILES = sorted(resource("fonts").glob("*.ttf"))
KAZAKH = "АӘБВГҒДЕЁЖЗИЙКҚЛМНҢОӨПРСТУҰҮФХҺЦЧШЩЪЫІЬЭЮЯ"
LATIN_KAZAKH = "ÄäĞğIıİiÑñÖöŞşŪūÜü"
PINYIN = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ"
SIGNS = "₸№·–—“”„«»‘’… \u202f"
ARABIC = "ابۆگعدەجزيكقلمنڭوپرستۋۇفحھچشىء\u0674\u0675\u0676\u0677،؛؟"


def missing(file: str, text: str) -> str:
    with TTFont(resource("fonts", file)) as font:
        known = font.getBestCmap()
    return "".join(letter for letter in text if ord(letter) not in known)


@pytest.mark.parametrize("style", ["Regular", "SemiBold", "Bold"])
@pytest.mark.parametrize("family", ["Inter", "NotoSans", "NotoSerif"])
def test_latin_and_cyrillic_fonts_have_every_letter_of_the_house(family: str, style: str) -> None:
    assert missing(f"{family}-{style}.ttf", KAZAKH + KAZAKH.lower() + LATIN_KAZAKH + PINYIN + SIGNS) == ""


@pytest.mark.parametrize(
    "file", ["NotoSansSC-Regular.ttf", "NotoSansSC-Bold.ttf", "NotoSerifSC-Regular.ttf", "NotoSerifSC-Bold.ttf"]
)
def test_han_fonts_have_the_common_characters_simplified_and_traditional(file: str) -> None:
    gb2312 = "".join(
        bytes([high, low]).decode("gb2312", errors="ignore") for high in range(0xB0, 0xF8) for low in range(0xA1, 0xFF)
    )
    assert missing(file, gb2312 + "臥虎藏龍《》，。：；！？、" + PINYIN) == ""


def test_the_whole_han_font_has_the_rare_ones_too() -> None:
    assert missing("NotoSansSC-Regular.ttf", "龘䶮𬭚") == ""


@pytest.mark.parametrize("style", ["Regular", "Bold"])
def test_amiri_writes_kazakh_in_arabic_script(style: str) -> None:
    assert missing(f"Amiri-{style}.ttf", ARABIC) == ""


def test_every_character_of_the_sample_titles_can_be_printed() -> None:
    text = resource("sample", "titles.csv").read_text(encoding="utf-8")
    assert glyphs.printable(text)[1] == ()


def test_the_character_maps_are_read_as_fonttools_reads_them() -> None:
    for file, known in zip(FILES, glyphs.coverage(), strict=True):
        with TTFont(file) as font:
            assert known == set(font.getBestCmap()), file.name


def test_every_family_has_its_licence_beside_it() -> None:
    for file in FILES:
        licence = resource("fonts", f"OFL-{file.stem.split('-')[0]}.txt").read_text(encoding="utf-8")
        assert licence.startswith("Copyright")
        assert "SIL OPEN FONT LICENSE Version 1.1" in licence


def test_no_font_forbids_embedding() -> None:
    for file in FILES:
        with TTFont(file) as font:
            assert font["OS/2"].fsType == 0, file.name


def test_the_fonts_weigh_less_than_forty_megabytes() -> None:
    assert sum(file.stat().st_size for file in FILES) < 40_000_000
