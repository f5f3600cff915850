"""Lists and cards of titles, read back from the PDF: every name, nothing cut, nothing told that is for the house."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from app.domain.kinds import CustodyKind, TrackKind, WorkKind
from app.domain.names import FourNames
from app.domain.title_cards import CardCustody, CardKey, Cards, CardSale, CardTrack, Picture, TitleCard
from app.domain.title_facts import Choice, Titles
from app.export import render
from app.export.catalogue_products import cards_document, titles_document
from app.export.options import Rendered
from app.export.title_options import Column, Group, Order, TitleOptions
from app.i18n.catalogue import catalogue
from tests.export import reading
from tests.export.titles import ALL, DAY, LONG, NAMELESS, OLD_MAN, SCRIPTS, TIME, WILD, crowded, names, of, titles

FOUR = ("kk", "zh", "ru", "en")


def listed(shown: Titles, **options: object) -> Rendered:
    return render.pdf(titles_document(shown, TitleOptions(**options), catalogue))  # type: ignore[arg-type]


def carded(shown: Cards, **options: object) -> Rendered:
    return render.pdf(cards_document(shown, TitleOptions(**options), catalogue))  # type: ignore[arg-type]


def text_of(rendered: Rendered) -> str:
    return " ".join(reading.texts(rendered.pdf))


def solid(text: str) -> str:
    return "".join(text.split())


def layouts() -> Iterator[dict[str, object]]:
    for languages in (("kk",), ("zh",), ("ru",), ("en",), ("kk", "zh", "en"), FOUR):
        for paper in ("a4", "a3", "a5"):
            for orientation in ("portrait", "landscape"):
                yield {"languages": languages, "paper": paper, "orientation": orientation}
    yield {"languages": FOUR, "text_size": 14.0, "paper": "a5"}
    yield {"languages": FOUR, "text_size": 8.0, "colour": False, "ornament": False, "paper": "a3"}


@pytest.mark.parametrize("layout", list(layouts()), ids=lambda layout: "-".join(map(str, layout.values())))
def test_a_list_loses_no_title_on_any_sheet(layout: dict[str, object]) -> None:
    rendered = listed(titles(), columns=tuple(Column), **layout)
    text = solid(text_of(rendered))
    first = {"kk": "Қайранқарттар", "zh": "嘿，老头！", "ru": "Эй,старик!", "en": "Hey,OldMan!"}
    for word in (*(first[code] for code in layout["languages"]), "5:32", "قايران"):  # type: ignore[attr-defined]
        assert word in text
    if "kk" in layout["languages"]:  # type: ignore[operator]
        assert solid(LONG) in text
    assert reading.outside(rendered.pdf) == []
    assert reading.printed_over(rendered.pdf) == []


@pytest.mark.parametrize("layout", list(layouts())[::7], ids=lambda layout: "-".join(map(str, layout.values())))
@pytest.mark.parametrize("per_sheet", [1, 2, 4])
def test_cards_lose_nothing_on_any_sheet(layout: dict[str, object], per_sheet: int) -> None:
    shown = of(crowded(), *(TitleCard(one) for one in ALL if one is not WILD))
    rendered = carded(shown, per_sheet=per_sheet, internal=True, **layout)
    text = solid(text_of(rendered))
    assert all(f"Серікұлы{n}" in text or f"Серикулы{n}" in text for n in range(40))
    assert text.count("баяндайды") >= 44 or "kk" not in layout["languages"]  # type: ignore[operator]
    assert "5:32" in text
    assert reading.outside(rendered.pdf) == []
    # Two letters in one box are one sign: fi.
    assert [pair for pair in reading.printed_over(rendered.pdf) if pair[0][1:] != pair[1][1:]] == []


def test_what_is_for_the_house_is_not_printed_for_others() -> None:
    public, internal = (text_of(carded(of(crowded()), languages=("kk",), internal=own)) for own in (False, True))
    for word in ("China Film", "DCP-17", "Екінші жол", "құпия", "kino-teatr", "0012/2024", "tt0012345"):
        assert word in internal
        assert word not in public
    assert "Golden Goblet" in public
    assert "16+" in public


@pytest.mark.parametrize("make", [lambda: listed(titles(), languages=FOUR), lambda: carded(of(crowded()))])
def test_the_same_titles_give_the_same_bytes_tagged_and_with_our_fonts_alone(make: object) -> None:
    first, second = make(), make()  # type: ignore[operator]
    assert first.pdf == second.pdf
    assert b"pdfuaid" in first.pdf
    assert b"/Lang(kk" in first.pdf.replace(b" ", b"")
    found = reading.fonts(first.pdf)
    assert all(re.fullmatch(r"[A-Z]{6}\+(Inter|Noto|Amiri)[\w-]+", name) for name in found), found


def test_a_list_stands_in_the_order_of_its_first_language_or_as_it_was_shown() -> None:
    own = tuple(replace(TIME, id=n, names=names(("kk-Cyrl", text)))
                for n, text in enumerate(("Құс", "Қала", "Кемпір", "Ізбасар", "Ұшқын"), 1))  # fmt: skip
    lines = reading.lines(listed(titles(*own)).pdf)
    found = [word for line in lines for word in ("Кемпір", "Қала", "Құс", "Ұшқын", "Ізбасар") if word in line]
    assert found == ["Кемпір", "Қала", "Құс", "Ұшқын", "Ізбасар"]
    shown = text_of(listed(titles(*own), order=Order.SHOWN))
    assert shown.index("Құс") < shown.index("Қала") < shown.index("Кемпір")


def test_groups_are_bookmarks_in_their_own_order_and_what_belongs_nowhere_comes_last() -> None:
    kinds = reading.bookmarks(listed(titles(), languages=("en",), group=Group.KIND).pdf)
    assert kinds == ["List of titles", "Feature film", "Animated short", "Series"]
    letters = reading.bookmarks(listed(titles(OLD_MAN, TIME, NAMELESS), languages=("zh",), group=Group.INITIAL).pdf)
    assert letters[1:3] == ["0–9", "H"]
    assert len(letters) == 4
    slate = Titles(
        Choice((4, 10), programme=FourNames(kk="Апта"), strands={5: FourNames(kk="Панорама")}),
        (replace(OLD_MAN, strand=5), TIME), DAY,
    )  # fmt: skip
    rendered = listed(slate, group=Group.STRAND)
    assert reading.bookmarks(rendered.pdf)[1] == "Панорама"
    assert "Апта" in text_of(rendered)


def test_a_list_of_two_hundred_repeats_its_head_and_numbers_its_pages() -> None:
    own = tuple(replace(OLD_MAN, id=n) for n in range(200))
    pages = reading.texts(listed(titles(*own), languages=("en",)).pdf)
    assert all("Kind" in page for page in pages)
    assert [page.rsplit(" ", 1)[-1] for page in pages] == [str(n + 1) for n in range(len(pages))]
    assert sum(page.count("Hey, Old Man!") for page in pages) == 200


def test_no_titles_make_a_page_that_says_so() -> None:
    none = Titles(Choice(()), (), DAY)
    assert "There are no titles." in text_of(listed(none, languages=("en",)))
    assert "There are no titles." in text_of(carded(Cards(Choice(()), (), DAY), languages=("en",)))


def test_a_nameless_title_is_a_dash_and_a_card_without_facts_says_its_kind() -> None:
    assert "–" in text_of(listed(titles(NAMELESS), languages=("en",)))
    assert "Feature film" in text_of(carded(of(TitleCard(NAMELESS)), languages=("en",)))


def test_what_no_font_has_is_told() -> None:
    (warning,) = listed(titles(WILD), languages=("en",)).warnings
    assert dict(warning.fields)["characters"] == "🎬"


def test_a_picture_that_cannot_be_read_does_not_stop_the_others() -> None:
    broken = replace(crowded(), poster=Picture("cd" * 32, "image/png", b"no picture"))
    rendered = carded(of(broken))
    assert [warning.message for warning in rendered.warnings if "poster" in warning.message]
    assert "Аймановтың" in text_of(rendered)


def test_four_small_cards_share_a_sheet() -> None:
    cards = of(*(TitleCard(replace(OLD_MAN, id=n, kind=WorkKind.SHORT)) for n in range(8)))
    assert carded(cards, per_sheet=4).pages == 2
    assert carded(cards, per_sheet=2).pages == 4
    assert carded(cards).pages == 8


def test_titles_that_share_columns_say_their_length_with_episodes() -> None:
    text = text_of(listed(titles(OLD_MAN, SCRIPTS), languages=("en",)))
    assert "40 × 45 min" in text.replace("\xa0", " ")


def test_a_card_of_the_house_tells_where_copies_went_and_who_bought_the_title() -> None:
    card = crowded()
    moment = datetime(2026, 12, 8, 5, tzinfo=UTC)
    card = replace(
        card, copies=(card.copies[0]._replace(id=7),),
        tracks=(CardTrack(7, TrackKind.AUDIO, "kk", "5.1"), CardTrack(7, TrackKind.SUBTITLE, "en", "in_package")),
        keys=(CardKey(7, FourNames(en="Hall 1"), "", moment, moment, "Asia/Almaty", ""),),
        custody=(CardCustody(7, DAY, CustodyKind.RECEIVED, "China Film", "Archive", "Almaty", "KZ 1", "box sealed"),),
        sales=(CardSale("TR", "Sample TV", 2025),),
    )  # fmt: skip
    told = text_of(carded(of(card), languages=("en",), internal=True))
    for line in (
        "Tracks: Kazakh, sound, 5.1; English, subtitles, in the package",
        "Key for Hall 1: 08/12/2026 10:00–08/12/2026 10:00 (UTC+5)",
        "22/11/2026: Received, China Film → Archive, Almaty, KZ 1, box sealed", "Sample TV, 2025",
    ):  # fmt: skip
        assert line in told
    assert "Sample TV" not in text_of(carded(of(card), languages=("en",)))
