"""How pages look: large sheets have large letters, columns begin level, nothing runs into its neighbour."""

import pytest

from app.domain.kinds import PartKind, ScreeningStatus, SpokenMode
from app.domain.listing import Programme, Subtitles, Version, Work
from app.export import products, render
from app.export.options import Options, Rendered
from app.i18n.catalogue import catalogue
from tests.export import reading
from tests.export.festival import FRIDAY, KK, WORKS, at, event, film, intro, names, part, programme, qa
from tests.export.reading import Letter

FOUR = ("kk", "zh", "ru", "en")
SIDES = {("a4", "portrait"): 595.28, ("a3", "portrait"): 841.89}
MARGIN, GUTTER = 12.4 / 25.4 * 72, 16.0
"""Of the index on A4, in points."""
HEAD = 730.0
"""Where the masthead of an A4 page in one language ends, in points from the lower edge."""


def made(product: str, shown: Programme, **options: object) -> Rendered:
    return render.pdf(products.document(product, shown, Options(**options), catalogue))  # type: ignore[arg-type]


def page(rendered: Rendered, number: int = 0) -> list[Letter]:
    return list(reading.letters(rendered.pdf))[number][1]


@pytest.mark.parametrize("product", sorted(products.PRODUCTS))
def test_a3_has_the_letters_margins_and_lines_of_a4_enlarged(product: str) -> None:
    small, large = (page(made(product, programme(), languages=FOUR, paper=paper)) for paper in ("a4", "a3"))
    assert "".join(one.text for one in small) == "".join(one.text for one in large)
    grown = [(b.right - b.left) / (a.right - a.left) for a, b in zip(small, large, strict=True) if a.right > a.left]
    assert min(grown) > 1.3
    assert min(one.left for one in large) / min(one.left for one in small) == pytest.approx(2**0.5, rel=0.02)


@pytest.mark.parametrize("product", sorted(products.PRODUCTS))
@pytest.mark.parametrize("languages", [("kk",), FOUR])
def test_a_title_of_five_thousand_letters_goes_on_to_the_next_page(product: str, languages: tuple[str, ...]) -> None:
    work = Work(60, names(("kk-Cyrl", "Ұзақ атау " * 500), ("en", "Long name " * 500)))
    own = [event(n, at(FRIDAY, "10:00"), n, film(60, KK, 90)) for n in (1, 2)]
    rendered = made(product, programme(*own, works=(work,)), languages=languages)
    text = "".join("".join(reading.texts(rendered.pdf)).split())
    assert text.count("атау") >= 500
    assert reading.outside(rendered.pdf) == []
    assert all(one.bottom > 20 for _size, found in reading.letters(rendered.pdf) for one in found)


def test_a_pencilled_screening_keeps_its_dashes_when_its_words_need_more_than_its_time() -> None:
    short = event(1, at(FRIDAY, "10:00"), 1, film(4, KK, 30), status=ScreeningStatus.TENTATIVE)
    late = event(2, at(FRIDAY, "22:00"), 2, film(1, KK))
    pdf = made("day-grid", programme(short, late), languages=FOUR, text_size=14.0, orientation="landscape").pdf
    boxes = [top - bottom for _left, bottom, _right, top in reading.dashed(pdf)]
    assert max(boxes) > 25, "only the sample in the legend is dashed"


def test_the_columns_of_an_index_begin_level() -> None:
    works = tuple(Work(n, names(("kk-Cyrl", f"{letter}ала"))) for n, letter in enumerate("АБВГДЕЖЗИКЛМНОПРСТ", 1))
    shown = programme(*(event(w.id, at(FRIDAY, "10:00"), 1, film(w.id, KK, 90)) for w in works), works=works)
    found = page(made("index", shown))
    column = (SIDES["a4", "portrait"] - 2 * MARGIN - 2 * GUTTER) / 3
    tops: list[float] = []
    for n in range(3):
        left = MARGIN + n * (column + GUTTER)
        # The first title under the rule: its л is larger than that of зал.
        own = [one for one in found if left <= one.left <= left + column and one.text == "л" and one.top < HEAD]
        tops.append(round(max(one.bottom for one in own if one.top - one.bottom > 4.6), 1))
    assert len(set(tops)) == 1, tops


def test_no_line_ends_with_a_separator() -> None:
    parts = (intro(20), film(7, Version("kk", SpokenMode.DUBBED)), qa(25))
    pencilled = event(1, at(FRIDAY, "18:00"), 1, *parts, status=ScreeningStatus.TENTATIVE, strand=1)
    for product in ("list", "day-grid"):
        for size in (10.0, 12.0, 14.0):
            lines = reading.lines(made(product, programme(pencilled), languages=FOUR, text_size=size).pdf)
            assert [line for line in lines if line.endswith("·") or line.startswith("·")] == []


def test_an_entry_of_the_legend_stands_in_one_line() -> None:
    for size in (10.0, 12.0, 14.0):
        lines = reading.lines(made("list", programme(), languages=FOUR, text_size=size).pdf)
        assert [line for line in lines if "Бірлескен өндіріс" in line and "Co-productions" not in line] == []
        assert [line for line in lines if line.startswith("confirmed")] == []


def test_to_be_confirmed_keeps_inside_the_narrow_columns_of_an_index() -> None:
    shown = programme(event(1, at(FRIDAY, "10:00"), 1, film(4, KK), status=ScreeningStatus.TENTATIVE))
    rendered = made("index", shown, languages=FOUR)
    column = (SIDES["a4", "portrait"] - 2 * MARGIN - 3 * GUTTER) / 4
    edges = [MARGIN + n * (column + GUTTER) + column for n in range(4)]
    for one in page(rendered):
        edge = next(edge for edge in edges if one.left < edge + GUTTER / 2)
        assert one.right < edge - 1 or one.top > 700 or one.bottom < 60, one
    assert "to be confirmed" in reading.lines(rendered.pdf)


def test_the_heading_over_arabic_names_keeps_off_them() -> None:
    work = Work(1, names(("kk-Arab", "قايران قارتتار")))
    shown = programme(event(1, at(FRIDAY, "10:00"), 1, film(1, KK)), works=(work,))
    arabic = [one for one in page(made("index", shown, languages=FOUR)) if "\u0600" <= one.text <= "\u06ff"]
    column = [one for one in arabic if one.left < 160]
    margin = MARGIN + 17
    # The last letter of the name reaches a little to the left of its place.
    heading = [one for one in column if one.left < margin - 1.5]
    assert min(one.left for one in heading) < MARGIN + 1
    assert max(one.right for one in heading) < margin - 2
    assert min(one.left for one in column if one not in heading) > margin - 1.5


def test_a_name_is_warned_of_once_however_often_it_is_printed() -> None:
    work = Work(1, (*names(("en", "The Cinema 🎬")), *names(("en", "Kino"))))
    shown = programme(event(1, at(FRIDAY, "10:00"), 1, part(PartKind.FILM, 90, 1, KK)), works=(work,))
    rendered = made("index", shown, languages=("en", "kk"))
    assert [dict(warning.fields)["text"] for warning in rendered.warnings] == ["The Cinema 🎬"]


def test_short_codes_reach_the_paper() -> None:
    silent = Version("zxx", SpokenMode.ORIGINAL)
    cantonese = Version("yue", SpokenMode.ORIGINAL, (Subtitles("ko"),))
    own = [event(n, at(FRIDAY, f"{10 + 3 * n}:00"), 1, film(1 + n, v)) for n, v in enumerate((silent, cantonese))]
    for product in ("day-grid", "list"):
        text = " ".join(reading.texts(made(product, programme(*own, works=WORKS)).pdf))
        assert "диалогсыз" in text
        assert "КАНТ түпн." in text
        assert "КОР субт." in text
