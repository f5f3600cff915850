"""The last day to apply for a paper: in calendar days, and in the working days of the country that asks for it."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.kinds_of_plans import DayKind, TermUnit
from app.domain.terms import WorkingDays
from app.store import rule_files

LISTED = WorkingDays({(row["country"], row["day"]): row["kind"] for row in rule_files.days()})
WORKING, CALENDAR = TermUnit.WORKING, TermUnit.CALENDAR


@pytest.mark.parametrize(
    ("country", "days", "unit", "show", "term"),
    [
        ("CN", 20, WORKING, date(2026, 10, 15), (date(2026, 9, 10), None)),  # two feasts off, two weekend days worked
        ("KZ", 20, WORKING, date(2026, 10, 15), (date(2026, 9, 16), None)),
        ("KZ", 1, WORKING, date(2026, 12, 18), (date(2026, 12, 15), None)),  # the 16th is off
        ("KZ", 0, WORKING, date(2026, 10, 19), (date(2026, 10, 16), None)),  # a Monday: the Friday before
        ("KZ", 1, WORKING, date(2028, 1, 5), (date(2028, 1, 3), 2028)),
        ("KZ", 4, WORKING, date(2028, 1, 5), (date(2027, 12, 29), 2028)),
        ("KZ", 1, WORKING, date(2028, 1, 1), (date(2027, 12, 30), None)),  # nothing of 2028 is counted
        ("RU", 1, WORKING, date(2026, 10, 19), (date(2026, 10, 15), 2026)),
        ("KZ", 42, CALENDAR, date(2026, 10, 15), (date(2026, 9, 2), None)),
        ("RU", 0, CALENDAR, date(2026, 10, 15), (date(2026, 10, 14), None)),
    ],
)
def test_the_last_day(country, days, unit, show, term):
    assert LISTED.term(country, days, unit, show) == term


def test_days_off_at_school_are_nothing_to_an_office():
    day = date(2026, 10, 14)
    known = WorkingDays({("KZ", day): DayKind.SCHOOL_HOLIDAY})
    assert known.works("KZ", day)
    assert known.term("KZ", 1, WORKING, date(2026, 10, 16)).unlisted == 2026


@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)), st.integers(0, 40), st.sampled_from(["KZ", "CN"]))
def test_so_many_whole_working_days_lie_in_between(show, days, country):
    last = LISTED.term(country, days, WORKING, show).last
    between = [last + timedelta(days=n) for n in range(1, (show - last).days)]
    assert LISTED.works(country, last)
    assert sum(LISTED.works(country, day) for day in between) == days
