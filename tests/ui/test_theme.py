"""Colours, sizes and fonts come from one place and hold what the drawings promise."""

import pytest
from PySide6.QtGui import QColor, QFont, QFontInfo, QImage, QPalette
from PySide6.QtWidgets import QApplication

from app.ui.icons import icon, pixmap
from app.ui.posters import RATIO, poster
from app.ui.theme import ROLES, Scheme, theme

TEXTS = [
    ("text", "surface"), ("text", "chrome"), ("text", "accentTint"), ("text2", "surface"), ("text2", "chrome"),
    ("text2", "accentTint"), ("text3", "surface"), ("text3", "chrome"), ("accent", "surface"), ("accent", "chrome"),
    ("accent", "accentTint"), ("accentHover", "accentTint2"), ("onAccent", "accent"), ("amber", "surface"),
    ("amber", "amberTint"), ("red", "surface"), ("red", "redTint"), ("green", "surface"), ("green", "greenTint"),
    ("onRed", "redFill"), ("text", "chipOrig"),
]  # fmt: skip
EDGES = [("control", "surface"), ("focus", "surface"), ("focus", "accentTint"), ("redFill", "surface")]


def luminance(colour: QColor) -> float:
    parts = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour.getRgbF()[:3]]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(first: str, second: str) -> float:
    a, b = sorted((luminance(theme().color(first)), luminance(theme().color(second))))
    return (b + 0.05) / (a + 0.05)


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
def test_text_and_edges_can_be_told_from_their_ground(scheme: Scheme) -> None:
    theme().choose(scheme)
    assert [pair for pair in TEXTS if contrast(*pair) < 4.5] == []
    assert [pair for pair in EDGES if contrast(*pair) < 3.0] == []


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
def test_strands_can_be_told_from_the_board_and_carry_text(scheme: Scheme) -> None:
    theme().choose(scheme)
    strands = [f"s{number}" for number in range(1, 7)]
    assert [name for name in strands if contrast(name, "surface") < 3.0] == []
    assert [name for name in strands if contrast("text", f"{name}t") < 4.5] == []


def test_dark_is_dark_even_where_the_desktop_does_not_say() -> None:
    theme().choose(Scheme.DARK)
    assert theme().dark
    assert QApplication.palette().color(QPalette.ColorRole.Window).lightness() < 40
    theme().choose(Scheme.LIGHT)
    assert QApplication.palette().color(QPalette.ColorRole.Window).lightness() > 200


def test_a_change_of_theme_is_told_to_painters(qtbot) -> None:
    with qtbot.waitSignal(theme().themed):
        theme().choose(Scheme.DARK)


def test_sizes_follow_the_text_size() -> None:
    theme().resize(1.3)
    assert (theme().px(30), theme().px(66), theme().font("body").pixelSize()) == (39, 86, 17)
    theme().resize(0.92)
    assert (theme().px(30), theme().font("body").pixelSize()) == (28, 12)


def test_small_labels_grow_where_the_interface_is_chinese() -> None:
    assert theme().font("label").pixelSize() == 11
    theme().set_han(True)
    assert theme().font("label").pixelSize() == 12
    assert theme().font("title").pixelSize() == 17
    theme().set_han(False)


@pytest.mark.parametrize("role", ROLES)
def test_every_role_has_the_weight_it_asks_for(role: str) -> None:
    font = theme().font(role)
    assert font.weight() == QFont.Weight(ROLES[role].weight)
    assert QFontInfo(font).family() == "Inter"
    assert not font.italic()


def test_figures_are_of_equal_width_where_they_are_compared() -> None:
    assert theme().font("figure").featureValue(QFont.Tag("tnum")) == 1
    assert not theme().font("body").isFeatureSet(QFont.Tag("tnum"))


def test_icons_take_the_colours_of_the_theme() -> None:
    image = pixmap("square", "accent", 24).toImage()
    assert _strongest(image).name() == theme().color("accent").name()
    theme().choose(Scheme.DARK)
    image = pixmap("square", "accent", 24).toImage()
    assert _strongest(image).name() == theme().color("accent").name()


def test_icons_are_drawn_for_the_ratio_of_the_screen() -> None:
    assert pixmap("search", "text", 16, 2.0).width() == 32
    assert icon("search").actualSize(pixmap("search", "text", 16).size()).width() == 16


def test_a_title_keeps_its_landscape() -> None:
    assert poster(7, 50).toImage() == poster(7, 50).toImage()
    assert poster(7, 50).toImage() != poster(8, 50).toImage()
    assert poster(7, 50).height() == 50 * RATIO
    assert poster("7", 50, 2.0).width() == 100


def _strongest(image: QImage) -> QColor:
    """The colour of the least transparent pixel."""
    pixels = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
    return QColor(max(pixels, key=QColor.alpha).name())
