"""Festival days and zones: nights that do not end at midnight, and clocks that change."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.calendar import (
    DAY,
    WallTime,
    classify,
    day_of,
    festival_day,
    minute_of,
    minutes_between,
    moment_of,
    opening_hours,
    utc_of,
    wall_minute,
    wall_of,
    window_of_day,
    zone_label,
    zone_of,
)
from app.errors import UserError


def wall(*numbers):
    """A naive time: what a clock on the wall shows."""
    return datetime(*numbers)


FOUR = 4 * 60
ZONES = st.sampled_from(
    ["Asia/Almaty", "Asia/Shanghai", "Asia/Urumqi", "Asia/Aqtobe", "Europe/Paris", "America/Havana", "Asia/Kathmandu"]
)


def test_a_show_past_midnight_belongs_to_the_evening_before():
    assert festival_day(wall(2026, 10, 18, 23, 40), FOUR) == date(2026, 10, 18)
    assert festival_day(wall(2026, 10, 19, 0, 30), FOUR) == date(2026, 10, 18)
    assert festival_day(wall(2026, 10, 19, 3, 59), FOUR) == date(2026, 10, 18)
    assert festival_day(wall(2026, 10, 19, 4, 0), FOUR) == date(2026, 10, 19)


def test_exactly_midnight_is_a_time_like_any_other():
    assert festival_day(wall(2026, 10, 15, 0, 0), FOUR) == date(2026, 10, 14)
    assert festival_day(wall(2026, 10, 15, 0, 0), 0) == date(2026, 10, 15)
    assert day_of(wall_minute(date(2026, 10, 15), 0, "Asia/Almaty"), 0, "Asia/Almaty") == date(2026, 10, 15)


def test_a_day_in_almaty_once_had_twenty_five_hours():
    first, after = window_of_day(date(2024, 2, 29), FOUR, "Asia/Almaty")
    assert after - first == 25 * 60
    first, after = window_of_day(date(2026, 2, 28), FOUR, "Asia/Almaty")
    assert after - first == DAY


@pytest.mark.parametrize("minute", [0, 1, 30, 59])
def test_the_last_hour_of_that_day_happened_twice(minute):
    local = wall(2024, 2, 29, 23, minute)
    assert classify(local, "Asia/Almaty") is WallTime.AMBIGUOUS
    assert utc_of(local, "Asia/Almaty", fold=1) - utc_of(local, "Asia/Almaty") == timedelta(hours=1)


@pytest.mark.parametrize(
    ("local", "zone", "expected"),
    [
        (wall(2024, 2, 29, 22, 59), "Asia/Almaty", WallTime.NORMAL),
        (wall(2024, 3, 1, 0, 0), "Asia/Almaty", WallTime.NORMAL),
        (wall(2024, 2, 29, 23, 30), "Asia/Aqtobe", WallTime.NORMAL),
        (wall(2026, 10, 25, 2, 30), "Europe/Paris", WallTime.AMBIGUOUS),
        (wall(2026, 10, 25, 3, 0), "Europe/Paris", WallTime.NORMAL),
        (wall(2026, 3, 29, 2, 30), "Europe/Paris", WallTime.MISSING),
        (wall(2026, 3, 29, 3, 0), "Europe/Paris", WallTime.NORMAL),
    ],
)
def test_wall_times_happen_once_twice_or_never(local, zone, expected):
    assert classify(local, zone) is expected


def test_a_missing_time_is_read_an_hour_later():
    moment = utc_of(wall(2026, 3, 29, 2, 30), "Europe/Paris")
    assert wall_of(moment, "Europe/Paris").replace(tzinfo=None) == wall(2026, 3, 29, 3, 30)


def test_lengths_are_what_really_passes():
    zone = zone_of("Europe/Paris")
    begin = datetime(2026, 10, 25, 1, 30, tzinfo=zone)
    end = datetime(2026, 10, 25, 3, 30, tzinfo=zone)
    assert end - begin == timedelta(hours=2)  # what Python says of two times of one zone
    assert minutes_between(begin, end) == 180


@pytest.mark.parametrize(
    ("zone", "moment", "label"),
    [
        ("Asia/Almaty", datetime(2024, 2, 29, 12, tzinfo=UTC), "UTC+6"),
        ("Asia/Almaty", datetime(2024, 3, 1, 12, tzinfo=UTC), "UTC+5"),
        ("Asia/Almaty", datetime(2027, 7, 1, 12, tzinfo=UTC), "UTC+5"),
        ("Asia/Aqtobe", datetime(2024, 2, 1, 12, tzinfo=UTC), "UTC+5"),
        ("Asia/Shanghai", datetime(2026, 10, 15, tzinfo=UTC), "UTC+8"),
        ("Asia/Urumqi", datetime(2026, 10, 15, tzinfo=UTC), "UTC+6"),
        ("Asia/Kathmandu", datetime(2026, 10, 15, tzinfo=UTC), "UTC+05:45"),
        ("America/St_Johns", datetime(2026, 1, 15, tzinfo=UTC), "UTC−03:30"),
        ("UTC", datetime(2026, 1, 15, tzinfo=UTC), "UTC+0"),
    ],
)
def test_the_label_follows_the_law_of_the_day(zone, moment, label):
    assert zone_label(zone, moment) == label


@pytest.mark.parametrize("name", ["Asia/Almata", "", "../etc/passwd", "/etc/localtime"])
def test_an_unknown_zone_is_refused_in_words(name):
    with pytest.raises(UserError):
        zone_of(name)


def test_a_naive_moment_is_refused():
    with pytest.raises(ValueError, match="zone"):
        minute_of(wall(2026, 10, 15, 19, 30))


def test_opening_hours_may_pass_midnight():
    days = [date(2026, 10, 16), date(2026, 10, 15), date(2026, 10, 15)]
    spans = opening_hours(days, 10 * 60, 2 * 60, "Asia/Almaty")
    assert [moment_of(a, "Asia/Almaty").strftime("%d %H:%M") for span in spans for a in span] == [
        "15 10:00", "16 02:00", "16 10:00", "17 02:00",
    ]  # fmt: skip
    assert opening_hours(days[:1], 600, 1560, "Asia/Almaty") == spans[1:]


@given(st.datetimes(wall(1990, 1, 1), wall(2040, 1, 1)), ZONES, st.sampled_from([0, FOUR, 6 * 60]))
def test_a_day_holds_exactly_the_minutes_that_belong_to_it(local, zone, day_start):
    minute = minute_of(utc_of(local.replace(second=0, microsecond=0), zone))
    day = day_of(minute, day_start, zone)
    first, after = window_of_day(day, day_start, zone)
    assert first <= minute < after


@given(st.datetimes(wall(1990, 1, 1), wall(2040, 1, 1)), ZONES, st.integers(0, 1))
def test_only_missing_times_come_back_changed(local, zone, fold):
    local = local.replace(second=0, microsecond=0)
    back = wall_of(utc_of(local, zone, fold=fold), zone).replace(tzinfo=None, fold=0)
    assert (back == local) is (classify(local, zone) is not WallTime.MISSING)


@given(st.integers(0, 40_000_000), ZONES)
def test_minutes_survive_the_way_to_the_wall_and_back(minute, zone):
    assert minute_of(moment_of(minute, zone)) == minute
