"""Whole documents, read back from the PDF: every script, the same bytes twice, no letter lost, cut or printed over."""

import re
from collections.abc import Iterator
from dataclasses import replace

import pytest

from app.domain.kinds import PartKind, ScreeningStatus
from app.domain.listing import Event, Programme, Work
from app.domain.names import FourNames
from app.export import products, render
from app.export.options import Options, Rendered
from app.i18n.catalogue import catalogue
from tests.export import reading
from tests.export.festival import (
    FRIDAY,
    KK,
    KK_DUB,
    KK_ZH,
    WORKS,
    at,
    event,
    events,
    film,
    names,
    part,
    programme,
)  # fmt: skip

PRODUCTS = tuple(products.PRODUCTS)
FOUR = ("kk", "zh", "ru", "en")
LONG = "Қазақстанның халық әртісі Шәкен Аймановтың өмірі мен шығармашылығына арналған деректі фильмнің қысқаша нұсқасы"
EDGES = (
    Work(50, names(("kk-Cyrl", LONG), ("zh-Hans", "关于艺术家沙肯艾马诺夫的生平与创作的长篇纪录片的短版本"),
                   ("ru", "Сверхдлинноесловобезединогопробелакотороенегдеразорвать"), ("en", "Cinema 🎬 “#panic()”"))),
    Work(51, names(("zh-Hant", "臥虎藏龍"), ("kk-Arab", "قايران قارتتار"), ("en", "=1+1 & <b>$x$</b> \\ *bold*"))),
)  # fmt: skip


def made(product: str, shown: Programme, **options: object) -> Rendered:
    return render.pdf(products.document(product, shown, Options(**options), catalogue))  # type: ignore[arg-type]


def text_of(rendered: Rendered) -> str:
    return " ".join(reading.texts(rendered.pdf))


@pytest.mark.parametrize("product", PRODUCTS)
@pytest.mark.parametrize("languages", [("kk",), ("zh",), ("ru",), ("en",), ("kk", "zh", "en")])
def test_every_name_can_be_read_back(product: str, languages: tuple[str, ...]) -> None:
    text = text_of(made(product, programme(), languages=languages))
    expected = {"kk": ["Қайран қарттар", "Дәстүр", "2026 жылғы Кино апталығы"], "zh": ["我的阿勒泰", "2026电影周"],
                "ru": ["Кыз-Жибек", "Неделя кино 2026"], "en": ["To the Wonder", "Film Week 2026"]}  # fmt: skip
    assert [word for language in languages for word in expected[language] if word not in text] == []
    assert not re.search("[\u2e80-\u2fdf]", text)


@pytest.mark.parametrize("product", PRODUCTS)
def test_every_screening_is_there(product: str) -> None:
    text = text_of(made(product, programme()))
    shown = [one for one in events() if one.status is not ScreeningStatus.CANCELLED and one.works]
    assert [one for one in shown if f"{one.starts:%H:%M}" not in text] == []


@pytest.mark.parametrize("product", PRODUCTS)
def test_kazakh_in_arabic_script_traditional_han_and_wild_titles_are_printed(product: str) -> None:
    shown = [event(n, at(FRIDAY, f"{10 + 3 * n}:00"), 1, film(50 + n, KK, 150), strand=1) for n in (0, 1)]
    text = text_of(made(product, programme(*shown, works=EDGES), languages=FOUR))
    for word in ("臥虎藏龍", "قايران", "=1+1 & <b>$x$</b> \\ *bold*", "“#panic()”", "нұсқасы", "□"):
        assert word in text
    assert "Сверхдлинноесловобезединогопробелакотороенегдеразорвать" in text.replace(" ", "")


@pytest.mark.parametrize("product", PRODUCTS)
def test_the_same_programme_gives_the_same_bytes(product: str) -> None:
    assert made(product, programme(), languages=FOUR).pdf == made(product, programme(), languages=FOUR).pdf


@pytest.mark.parametrize("product", PRODUCTS)
def test_fonts_are_inside_cut_to_what_is_used_and_only_ours(product: str) -> None:
    found = reading.fonts(made(product, programme(), languages=FOUR).pdf)
    assert found
    assert all(re.fullmatch(r"[A-Z]{6}\+(Inter|Noto|Amiri)[\w-]+", name) for name in found), found


@pytest.mark.parametrize("product", PRODUCTS)
def test_a_document_is_tagged_says_its_title_and_language_and_has_bookmarks(product: str) -> None:
    rendered = made(product, programme(), languages=("kk", "en"))
    assert b"/MarkInfo" in rendered.pdf
    assert b"/StructTreeRoot" in rendered.pdf
    assert b"/Lang(kk" in rendered.pdf.replace(b" ", b"")
    assert b"pdfuaid" in rendered.pdf
    assert len(reading.bookmarks(rendered.pdf)) == (1 if product == "index" else 2)
    assert rendered.pages == len(reading.texts(rendered.pdf))


def crowded() -> Programme:
    """Everything that is hard to place: long titles, overlaps, a block of shorts, five minutes, one after another."""
    block = [part(PartKind.FILM, 5, 1 + n % 9, KK if n % 2 else KK_DUB) for n in range(12)]
    shorts = FourNames("Қысқаметражды фильмдер топтамасы", "短片集", "Короткий метр", "Shorts block")
    five = [
        event(100 + n, at(FRIDAY, f"14:{5 * n:02}"), 4, film(1 + n % 9, KK, 5), strand=1 + n % 6) for n in range(12)
    ]
    return programme(
        event(1, at(FRIDAY, "10:00"), 1, film(50, KK, 90)),
        event(2, at(FRIDAY, "12:00"), 1, film(50, KK, 20), strand=3),
        event(3, at(FRIDAY, "12:25"), 1, film(50, KK_ZH, 5), strand=3),
        event(4, at(FRIDAY, "10:00"), 2, film(51, KK_DUB, 120), strand=1),
        event(5, at(FRIDAY, "10:30"), 2, film(50, KK_DUB, 100), strand=2, status=ScreeningStatus.TENTATIVE),
        event(6, at(FRIDAY, "11:00"), 2, film(2, KK_DUB), strand=2, status=ScreeningStatus.CANCELLED),
        event(7, at(FRIDAY, "14:00"), 3, *block, strand=4, named=shorts),
        *five,
        works=WORKS + EDGES,
    )


def layouts() -> Iterator[dict[str, object]]:
    for languages in (("kk",), FOUR):
        for paper in ("a4", "a3"):
            for orientation in ("portrait", "landscape"):
                yield {"languages": languages, "paper": paper, "orientation": orientation, "cancelled": True}
    yield {"languages": FOUR, "text_size": 14.0}
    yield {"languages": FOUR, "text_size": 8.0, "colour": False, "ornament": False}


@pytest.mark.parametrize("layout", list(layouts()), ids=lambda layout: "-".join(map(str, layout.values())))
@pytest.mark.parametrize("product", PRODUCTS)
def test_nothing_leaves_the_page_or_is_printed_over(product: str, layout: dict[str, object]) -> None:
    pdf = made(product, crowded(), **layout).pdf
    assert reading.outside(pdf) == []
    assert reading.printed_over(pdf) == []


@pytest.mark.parametrize("product", PRODUCTS)
def test_a_night_of_eighty_films_goes_over_the_page_and_loses_none(product: str) -> None:
    works = tuple(Work(n, names(("kk-Cyrl", f"Фильм №{n}"), ("en", f"Film No {n}"))) for n in range(100, 180))
    block = [part(PartKind.FILM, 5, work.id, KK if work.id % 2 else KK_DUB) for work in works]
    rendered = made(product, programme(event(1, at(FRIDAY, "18:00"), 1, *block), works=works), languages=("kk", "en"))
    text = text_of(rendered)
    assert [work.id for work in works if f"Фильм №{work.id}" not in text] == []
    assert reading.outside(rendered.pdf) == []
    assert reading.printed_over(rendered.pdf) == []


@pytest.mark.parametrize("languages", [("kk",), FOUR])
def test_a_crowded_grid_loses_no_title(languages: tuple[str, ...]) -> None:
    text = text_of(made("day-grid", crowded(), languages=languages))
    for work in (2, 4, 5, 6, 8, 9):
        assert next(name.text for name in WORKS[work - 1].names if name.language == "kk-Cyrl") in text
    assert text.count("Қысқаметражды фильмдер топтамасы") >= 1
    assert all(f"14:{5 * n:02}" in text for n in range(12))


def test_what_cannot_be_printed_is_reported() -> None:
    shown = programme(event(1, at(FRIDAY, "10:00"), 1, film(50, KK, 90)), works=EDGES)
    (warning,) = made("list", shown, languages=("kk", "en")).warnings
    assert dict(warning.fields)["characters"] == "🎬"


def test_a_cluster_the_shaper_refuses_gets_its_box_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(render, "printable", lambda text: (text, ()))
    shown = programme(event(1, at(FRIDAY, "10:00"), 1, film(50, KK, 90)), works=EDGES)
    rendered = made("list", shown, languages=("kk", "en"))
    assert "Cinema □" in text_of(rendered)
    assert [dict(warning.fields)["characters"] for warning in rendered.warnings] == ["🎬"]


def test_cancelled_and_tentative_screenings_appear_as_wished() -> None:
    on, off = film(1, KK), film(8, KK)
    shown = programme(
        event(1, at(FRIDAY, "10:00"), 1, on, status=ScreeningStatus.TENTATIVE),
        event(2, at(FRIDAY, "13:00"), 1, off, status=ScreeningStatus.CANCELLED),
        event(3, at(FRIDAY, "17:00"), 1, film(5, KK)),
    )
    assert "Қыз Жібек" not in text_of(made("list", shown))
    assert "Қыз Жібек" in text_of(made("list", shown, cancelled=True))
    assert "Томирис" not in text_of(made("list", shown, tentative=False))


@pytest.mark.parametrize("product", PRODUCTS)
def test_nothing_to_print_is_a_page_without_screenings(product: str) -> None:
    rendered = made(product, replace(programme(), events=()), languages=("en",))
    assert rendered.pages == 1
    assert "There are no screenings to print." in text_of(rendered)


def test_an_event_without_any_name_is_printed_all_the_same() -> None:
    nameless: Event = event(1, at(FRIDAY, "10:00"), 1, part(PartKind.TALK, 60))
    assert "10:00" in text_of(made("day-grid", programme(nameless)))


def test_pages_can_be_had_as_pictures() -> None:
    pictures = render.pages(products.document("list", programme(), Options(), catalogue), ppi=40)
    assert len(pictures) == 2
    assert all(picture.startswith(b"\x89PNG") for picture in pictures)
