"""A tour on paper: the route with both clocks at the border, every city by its own clock, copies that come and go."""

from datetime import date, datetime, time

import pytest

from app.domain.kinds_of_plans import BlockerKind
from app.domain.projection import chart
from app.export import products, render
from app.export.options import Options, Rendered
from app.i18n.catalogue import catalogue
from app.operations import blockers
from app.store.listings import printed
from app.store.programme_rows import hall_rows, programme_rows
from app.store.store import Store
from app.words import phrase
from tests.export import reading

FOUR = ("kk", "zh", "ru", "en")
AS_OF = date(2026, 10, 1)


def sheet(store: Store, **options: object) -> Rendered:
    with store.read() as session:
        (tour,) = [row.id for row in programme_rows(session) if row.kind == "tour"]
        listing = printed(session, tour, AS_OF)
    document = products.document("tour-sheet", listing, Options(**options), catalogue)  # type: ignore[arg-type]
    return render.pdf(document)


def pages(made: Rendered) -> list[str]:
    return [" ".join(text.replace("\N{NO-BREAK SPACE}", " ").split()) for text in reading.texts(made.pdf)]


def test_times_at_the_border_are_said_on_both_clocks(sample_store: Store) -> None:
    first = pages(sheet(sample_store, languages=("en",)))[0]
    for words in ("Sat 31 Oct, 10:00 (UTC+5)", "= 13:00 UTC+8", "Sun 1 Nov, 19:00 (UTC+8)", "= 16:00 UTC+5", "30 h"):
        assert words in first


def test_every_city_has_its_part_on_its_own_clock(sample_store: Store) -> None:
    made = pages(sheet(sample_store, languages=("en",)))
    assert len(made) == 6
    yining = made[3]
    for words in ("Yining", "Beijing time (UTC+8)", "12:00", "Poet", "DCP A", "usable from Mon 2 Nov, 13:00 (UTC+8)"):
        assert words in yining
    assert "Kazakhstan time (UTC+5)" in made[2]
    assert "王芳" in yining


def test_a_day_has_a_chinese_date_in_chinese(sample_store: Store) -> None:
    yining = pages(sheet(sample_store, languages=("zh", "kk")))[3]
    assert "11月2日" in yining
    assert "十一月" not in yining


@pytest.mark.parametrize("paper", ["a4", "a3"])
@pytest.mark.parametrize("languages", [("kk",), ("zh",), ("ru",), FOUR])
def test_it_is_whole_in_every_language_and_on_both_papers(
    sample_store: Store, languages: tuple[str, ...], paper: str
) -> None:
    made = sheet(sample_store, languages=languages, paper=paper)
    text = " ".join(pages(made))
    expected = {
        "kk": ("Құлжа", "Қыз Жібек"),
        "zh": ("伊宁", "乌鲁木齐"),
        "ru": ("Урумчи", "Кыз-Жибек"),
        "en": ("Yining",),
    }
    assert [word for language in languages for word in expected[language] if word not in text] == []
    assert made.warnings == ()
    assert reading.outside(made.pdf) == []


def test_the_same_tour_gives_the_same_bytes(sample_store: Store) -> None:
    assert sheet(sample_store, languages=FOUR).pdf == sheet(sample_store, languages=FOUR).pdf


def test_the_cone_keeps_north_above_and_east_at_the_right() -> None:
    made = chart([(51.1, 71.4), (34.3, 108.9)], 600, 300, (40, 30))
    astana, xian, almaty = made.at((51.1, 71.4)), made.at((34.3, 108.9)), made.at((43.2, 76.9))
    assert astana[0] < almaty[0] < xian[0]
    assert astana[1] < almaty[1] < xian[1]
    assert all(0 <= x <= 600 and 0 <= y <= 300 for x, y in (astana, xian))


def paper(store: Store, product: str, kind: str, **options: object) -> list[str]:
    with store.read() as session:
        number = next(row.id for row in programme_rows(session) if row.kind == kind)
        listing = printed(session, number, AS_OF)
    document = products.document(product, listing, Options(**options), catalogue)  # type: ignore[arg-type]
    made = render.pdf(document)
    assert reading.outside(made.pdf) == []
    return pages(made)


@pytest.mark.parametrize("product", ["day-grid", "list"])
def test_a_tour_is_printed_stop_after_stop_with_the_clocks_of_each(sample_store: Store, product: str) -> None:
    made = paper(sample_store, product, "tour", languages=("zh", "ru"))
    heads = [text[:120] for text in made]
    cities = ("阿斯塔纳", "阿拉木图", "伊宁", "乌鲁木齐", "西安")
    assert [city in head for city, head in zip(cities, heads, strict=True)] == [True] * 5
    assert "UTC+5" in heads[1]
    assert "北京时间（UTC+8）" in heads[2]
    assert "11月2日" in made[2]
    assert "十一月" not in " ".join(made)


def test_the_index_of_a_tour_says_city_and_clock(sample_store: Store) -> None:
    (page,) = paper(sample_store, "index", "tour", languages=("en",))
    assert "Local times: Astana, Almaty UTC+5; Yining, Urumqi, Xi’an UTC+8" in page
    assert "12:00 Yining" in page


def test_a_break_is_printed_and_a_rehearsal_for_the_house_alone(sample_store: Store) -> None:
    with sample_store.read() as session:
        row = next(row for row in programme_rows(session) if row.kind == "film_week")
        halls = [hall.id for hall in hall_rows(session, row.id)]
    for kind, hour in ((BlockerKind.BREAK, 14), (BlockerKind.REHEARSAL, 9)):
        starts = datetime.combine(row.first_day, time(hour))
        sample_store.write(phrase("Add a break"), blockers.add, row.id, halls, starts, 30, kind=kind)
    for product in ("day-grid", "list"):
        first = paper(sample_store, product, "film_week", languages=("kk", "en"))[0]
        assert "14:00" in first
        assert "Break" in first
        assert "Rehearsal" not in first
        house = paper(sample_store, product, "film_week", languages=("en",), extras=False, house=True)[0]
        assert "Rehearsal" in house
