"""The day grid: hours, halls and lanes, before it is set."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from app.domain.kinds import PartKind
from app.domain.listing import Hall, Programme
from app.domain.names import FourNames
from app.export import day_grid
from app.export.issue import Issue
from app.export.options import Options
from app.export.wording import Data
from app.i18n.catalogue import catalogue
from tests.export.festival import FRIDAY, KK, SATURDAY, at, event, film, intro, part, programme, qa


def pages(shown: Programme, options: Options | None = None) -> list[Data]:
    options = options or Options()
    issue = Issue(shown, [catalogue(language) for language in options.languages], options)
    made: list[Data] = day_grid.build(issue)["pages"]
    return made


def many_halls(number: int) -> tuple[Hall, ...]:
    return tuple(Hall(n, FourNames(f"{n}-зал", en=f"Hall {n}")) for n in range(1, number + 1))


def test_the_hours_are_cut_to_those_in_use() -> None:
    (page,) = pages(programme(event(1, at(FRIDAY, "18:00"), 1, intro(20), film(1, KK), qa(25))))
    assert (page["first"], page["last"]) == (17 * 60, 21 * 60)


def test_a_show_after_midnight_stands_under_the_evening_before() -> None:
    late = event(1, at(FRIDAY, "23:00"), 1, film(2, KK))
    later = event(2, at(FRIDAY, "00:30", 1), 2, film(2, KK), day=FRIDAY)
    morning = event(3, at(SATURDAY, "10:00"), 1, film(2, KK))
    friday, saturday = pages(programme(morning, later, late))
    assert [e["time"] for e in friday["events"]] == ["23:00", "00:30"]
    assert [e["body"] for e in friday["events"]] == [23 * 60, 24 * 60 + 30]
    assert [e["time"] for e in saturday["events"]] == ["10:00"]


def test_a_show_at_midnight_sharp_is_on_the_page() -> None:
    (page,) = pages(programme(event(1, at(FRIDAY, "00:00", 1), 1, film(2, KK), day=FRIDAY)))
    assert (page["first"], page["events"][0]["start"]) == (24 * 60, 24 * 60)


def test_a_night_in_which_the_clocks_go_back_keeps_its_length() -> None:
    # Almaty, 29 February 2024: 23:00 to 24:00 came twice.
    day = date(2024, 2, 29)
    starts = datetime(2024, 2, 29, 22, 0, tzinfo=ZoneInfo("Asia/Almaty"))
    (page,) = pages(programme(event(1, starts, 1, film(1, KK, 155), day=day)))
    (shown,) = page["events"]
    assert (shown["body_end"] - shown["body"], shown["time"], shown["ends"]) == (155, "22:00", "23:35")


def test_doors_and_clearing_are_the_house_s_own_affair() -> None:
    parts = (part(PartKind.DOORS, 30), film(1, KK), part(PartKind.CLEARING, 15))
    (page,) = pages(programme(event(1, at(FRIDAY, "18:00"), 1, *parts)))
    assert (page["events"][0]["start"], page["events"][0]["end"]) == (18 * 60, 20 * 60 + 35)


def test_without_extras_an_event_is_its_film() -> None:
    shown = programme(event(1, at(FRIDAY, "18:00"), 1, intro(20), film(1, KK), qa(25)))
    (page,) = pages(shown, Options(extras=False))
    assert (page["events"][0]["start"], page["events"][0]["end"], page["events"][0]["extras"]) == (1080, 1235, [])


def test_events_that_overlap_in_a_hall_stand_side_by_side() -> None:
    (page,) = pages(programme(
        event(1, at(FRIDAY, "10:00"), 1, film(2, KK)),
        event(2, at(FRIDAY, "11:00"), 1, film(2, KK)),
        event(3, at(FRIDAY, "11:30"), 1, film(2, KK)),
        event(4, at(FRIDAY, "15:00"), 1, film(2, KK)),
    ))  # fmt: skip
    assert [(e["lane"], e["lanes"]) for e in page["events"]] == [(0, 2), (1, 2), (0, 2), (0, 1)]


def test_very_short_events_one_after_another_make_room_for_each_other() -> None:
    shorts = [event(n, at(FRIDAY, f"10:{5 * n:02}"), 1, film(1, KK, 5)) for n in range(6)]
    (page,) = pages(programme(*shorts))
    assert [e["lane"] for e in page["events"]] == [0, 1, 2, 0, 1, 2]


def test_all_halls_of_a_small_house_are_shown_even_when_dark() -> None:
    (page,) = pages(programme(event(1, at(FRIDAY, "10:00"), 1, film(2, KK))))
    assert len(page["halls"]) == 4


@pytest.mark.parametrize(("paper", "orientation", "sheets"), [("a4", "portrait", 7), ("a3", "landscape", 5)])
def test_forty_halls_are_spread_evenly(paper: str, orientation: str, sheets: int) -> None:
    shown = programme(*(event(n, at(FRIDAY, "10:00"), n, film(2, KK)) for n in range(1, 41)), halls=many_halls(40))
    made = pages(shown, Options(paper=paper, orientation=orientation))  # type: ignore[arg-type]
    sizes = [len(page["halls"]) for page in made]
    assert (len(made), sum(sizes)) == (sheets, 40)
    assert max(sizes) - min(sizes) <= 1
    assert [page["part"] for page in made][:2] == [f"1/{sheets}", f"2/{sheets}"]


def test_a3_is_a4_enlarged_and_a_smaller_text_brings_more_halls() -> None:
    shown = programme(*(event(n, at(FRIDAY, "10:00"), n, film(2, KK)) for n in range(1, 41)), halls=many_halls(40))
    assert [page["halls"] for page in pages(shown, Options(paper="a3"))] == [page["halls"] for page in pages(shown)]
    assert len(pages(shown, Options(paper="a3", orientation="landscape", text_size=8.0))) == 4


def test_dark_halls_give_way_when_there_are_too_many() -> None:
    shown = programme(event(1, at(FRIDAY, "10:00"), 17, film(2, KK)), halls=many_halls(40))
    (page,) = pages(shown)
    assert [runs[0]["t"] for runs in page["halls"]] == ["17-зал"]
