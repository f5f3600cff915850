"""Schedules: days and hours as festivals write them, merged cells, double bills, nights, grids."""

import datetime as dt

import pytest

from app.intake.options import Overrides
from tests.intake.conftest import read_bytes, read_text


def shown(found):
    return [(f"{one.starts:%m-%d %H:%M}", *(name.text for name in one.titles)) for one in found.screenings]


@pytest.mark.parametrize(
    "day",
    ["17.09.2026", "2026-09-17", "17 сентября 2026", "17 қыркүйек 2026", "2026年9月17日", "17 Sep 2026",
     "Thu 17 Sep 2026", "17/09/2026", "17.09.26", "чт, 17 сентября 2026 г.", "2026 жылғы 17 қыркүйек",
     "September 17, 2026", "46282"],
)  # fmt: skip
def test_days_in_four_languages(day):
    found = read_text(f"Дата\tВремя\tФильм\tЗал\n{day}\t18:30\tШал\t1\n")
    assert found.asked == set()
    assert [one.starts for one in found.screenings] == [dt.datetime(2026, 9, 17, 18, 30)]


@pytest.mark.parametrize("day", ["17.09", "17 сентября", "17 қыркүйек", "9月17日", "17 Sep"])
def test_the_year_comes_from_the_title_or_is_asked(day):
    table = f"Дата;Время;Фильм;Зал\n{day};18:30;Шал;1\n"
    assert read_text(table).asked == {"year"}
    assert read_text(f"Кинофестиваль 2026;;;\n{table}").screenings[0].starts.year == 2026
    assert read_bytes(table.encode(), "kino_2026.csv").screenings[0].starts.year == 2026
    assert read_text(table, Overrides(year=2025)).screenings[0].starts == dt.datetime(2025, 9, 17, 18, 30)


def test_weekdays_narrow_the_years_one_is_asked_about():
    found = read_text("Дата;Время;Фильм\nчт 17 сентября;18:30;Шал\n")
    assert [choice.value for choice in found.look.asks[0].choices] == ["2015", "2020", "2026", "2037"]


def test_days_that_could_be_months_are_asked_about():
    assert read_text("Date;Time;Film\n03/04/2026;18:30;Shal\n").asked == {"date_order"}
    assert read_text("Date;Time;Film\n03/25/2026;18:30;Shal\n").screenings[0].starts.day == 25
    assert read_text("Дата;Время;Фильм\n03.04.2026;18:30;Шал\n").screenings[0].starts.month == 4


def test_several_hours_in_a_cell_are_several_screenings():
    found = read_text("Дата;Время;Фильм\n17.09.2026;10:00, 14:30 / 19:00;Шал\n")
    assert [one[0] for one in shown(found)] == ["09-17 10:00", "09-17 14:30", "09-17 19:00"]


@pytest.mark.parametrize("hour", ["24:30", "次日00:30", "0:30"])
def test_shows_past_midnight_belong_to_the_night(hour):
    found = read_text(f"Дата;Время;Фильм\n17.09.2026;22:00;Шал\n17.09.2026;{hour};Келін\n")
    assert shown(found)[1] == ("09-18 00:30", "Келін")


def test_an_early_hour_without_an_evening_before_it_is_told():
    found = read_text("Дата;Время;Фильм\n17.09.2026;00:30;Келін\n")
    assert shown(found) == [("09-17 00:30", "Келін")]
    assert [trouble.fatal for trouble in found.troubles] == [False]


def test_ranges_give_the_length():
    found = read_text("Дата;Время;Фильм\n17.09.2026;18:30–20:25;Шал\n17.09.2026;23:00 - 00:30;Келін\n")
    assert [one.minutes for one in found.screenings] == [115, 90]


@pytest.mark.parametrize(
    ("cell", "films"),
    [
        ("Шал + Келін", ["Шал", "Келін"]),
        ("《音乐家》《熊出没》", ["音乐家", "熊出没"]),
        ("«Шал» + «Келін»", ["Шал", "Келін"]),
        ("18+", ["18+"]),
        ("Шал / Старик", ["Шал"]),
        ("Шал + Q&A", ["Шал"]),
    ],
)
def test_double_bills_only_where_a_plus_says_so(cell, films):
    found = read_text(f"Дата;Время;Фильм\n17.09.2026;18:30;{cell}\n")
    assert [name.text for name in found.screenings[0].titles] == films


def test_names_in_several_languages_are_one_film():
    found = read_text("Күні;Уақыты;Атауы (қаз);Название (рус);片名\n17.09.2026;18:30;Шал;Старик;老头\n")
    assert shown(found) == [("09-17 18:30", "Шал")]
    assert [name.text for name in found.screenings[0].also[0]] == ["Старик", "老头"]


def test_days_and_venues_said_once_are_carried_down():
    found = read_text(
        "Дата;Кинотеатр;Время;Фильм\n17.09.2026;Арман;10:00;Шал\n;;12:00;Келін\n18.09.2026;Сарыарқа;10:00;999\n;;12:00;Она\n"
    )
    assert [(one.starts.day, one.venue) for one in found.screenings] == [
        (17, "Арман"), (17, "Арман"), (18, "Сарыарқа"), (18, "Сарыарқа"),
    ]  # fmt: skip


def test_an_empty_day_is_not_carried_down_where_days_are_repeated():
    rows = "".join(f"17.09.2026;1{n}:00;Фильм {n};1\n" for n in range(8))
    found = read_text(f"Дата;Время;Фильм;Зал\n{rows};20:00;Шал;1\n")
    assert found.fatal == [10]


def test_days_between_the_rows():
    found = read_text("17 сентября 2026;;\n10:00;Шал;Зал 1\n12:00;Келін;Зал 1\n18 сентября 2026;;\n10:00;Она;Зал 2\n")
    assert [one[0] for one in shown(found)] == ["09-17 10:00", "09-17 12:00", "09-18 10:00"]


def test_merged_cells_true_times_and_floats_of_a_workbook(workbook):
    def fill(book, sheet):
        day, hour = book.add_format({"num_format": "dd.mm.yyyy"}), book.add_format({"num_format": "h:mm"})
        sheet.merge_range(0, 0, 0, 3, "Фестиваль бағдарламасы 2026")
        sheet.write_row(2, 0, ["Күні", "Уақыты", "Фильм атауы", "Зал"])
        sheet.merge_range(3, 0, 5, 0, dt.date(2026, 9, 17), day)
        sheet.write_row(3, 2, ["", "1-зал"])
        sheet.write(3, 1, 0.4375, hour)
        sheet.write(3, 2, dt.time(5, 32), hour)
        sheet.merge_range(4, 1, 5, 1, dt.time(19, 0), hour)
        sheet.write_row(4, 2, ["Шал", "1-зал"])
        sheet.write_row(5, 2, [1776, "1-зал"])
        sheet.write_row(6, 0, [46283, "25:10", "Келін", "2-зал"])
        sheet.write_row(7, 0, ["19 қыркүйек 2026", 0.5, "熊出没", "2-зал"])

    found = read_bytes(workbook(fill).read_bytes(), "list.xlsx")
    assert found.asked == set()
    assert shown(found) == [
        ("09-17 10:30", "5:32"),
        ("09-17 19:00", "Шал", "1776"),
        ("09-19 01:10", "Келін"),
        ("09-19 12:00", "熊出没"),
    ]
    assert found.troubles == []


def test_a_wall_grid_is_read_and_asked_about():
    found = read_text(";17.09.2026;18.09.2026\n10:00;Шал;Келін\n19:00;14:45 999;\n")
    assert found.asked == {"layout"}
    assert shown(found) == [("09-17 10:00", "Шал"), ("09-18 10:00", "Келін"), ("09-17 14:45", "999")]


def test_a_wall_grid_of_halls():
    found = read_text(";Зал 1;Зал 2\n17 сентября 2026;;\n10:00;Шал;Келін\n18 сентября 2026;;\n22:00;999;\n")
    assert [(one.starts.day, one.hall, one.titles[0].text) for one in found.screenings] == [
        (17, "Зал 1", "Шал"), (17, "Зал 2", "Келін"), (18, "Зал 1", "999"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "row", ["31.09.2026;10:00;Шал", "17.09.2026;;Шал", "17.09.2026;10:00;", "17-20 сентября 2026;10:00;Шал"]
)
def test_what_cannot_be_shown_is_left_out_and_told(row):
    found = read_text(f"Дата;Время;Фильм\n17.09.2026;09:00;Она\n{row}\n")
    assert found.fatal == [3]
    assert len(found.screenings) == 1


def test_a_sheet_for_each_day_is_asked_about_and_names_its_day(workbook):
    def fill(book, sheet):
        sheet.write_row(0, 0, ["Заметки"])
        for number in (17, 18):
            day = book.add_worksheet(f"{number}.09.2026")
            day.write_row(0, 0, ["Время", "Фильм", "Зал"])
            day.write_row(1, 0, ["10:00", f"Фильм {number}", "1"])

    data = workbook(fill).read_bytes()
    assert read_bytes(data, "list.xlsx").asked == {"sheet"}
    found = read_bytes(data, "list.xlsx", Overrides(sheet="18.09.2026"))
    assert found.asked == set()
    assert shown(found) == [("09-18 10:00", "Фильм 18")]


def test_a_grid_of_cinemas_names_venues():
    found = read_text(
        "Программа 17 сентября 2026;;\nВремя;Кинотеатр Арман;Кинотеатр Сарыарқа\n10:00;Шал;Келін\n12:00;Она;\n"
    )
    assert [(one.venue, one.starts.day) for one in found.screenings] == [
        ("Кинотеатр Арман", 17), ("Кинотеатр Сарыарқа", 17), ("Кинотеатр Арман", 17),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "day",
    ["17, 18 октября 2026", "17 и 18 октября 2026", "17 октября 2026, 18 октября 2026", "17 қазан және 18 қазан 2026",
     "2026年10月17、18日", "Oct 17 & 18, 2026", "17.10.2026, 18.10.2026", "17–19.10.2026", "17-19 октября 2026"],
)  # fmt: skip
def test_a_cell_with_several_days_is_told_and_not_read_as_one(day):
    found = read_text(f"Дата;Время;Фильм\n{day};18:30;Шал\n19 октября 2026;19.30;Келін\n")
    assert found.fatal == [2]
    assert shown(found) == [("10-19 19:30", "Келін")]


@pytest.mark.parametrize(
    ("start", "hours", "told"),
    [
        ("2026-10-17T19:00+05:00", ["19:00"], True),
        ("2026-10-17T19:00:00-02:00", ["19:00"], True),
        ("2026-10-17 19:00Z", ["19:00"], True),
        ("2026-10-17 19:00-21:00", ["19:00"], False),
        ("17 октября 2026 10.30", ["10:30"], False),
        ("19:00, 17 October 2026", ["19:00"], False),
    ],
)
def test_a_time_zone_behind_an_hour_is_no_second_hour(start, hours, told):
    found = read_text(f'Start;Film\n"{start}";Shal\n')
    assert [f"{one.starts:%H:%M}" for one in found.screenings] == hours
    assert any("time zone" in trouble.problem.message for trouble in found.troubles) == told


def test_figures_as_wide_as_characters_are_figures():
    found = read_text("日期,时间,影片\n２０２６年４月１８日,２１：３０,草原歌\n")
    assert shown(found) == [("04-18 21:30", "草原歌")]
