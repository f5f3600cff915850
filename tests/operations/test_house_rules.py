"""Hours of halls, ways between venues, how seriously rules are taken, rules of law and special days."""

from datetime import date, timedelta

import pytest

from app.domain.board import conflicts
from app.domain.kinds_of_plans import DayKind, LegalKind
from app.domain.names import FourNames
from app.domain.screenings import Clash
from app.domain.surroundings import Setting
from app.operations import hall_hours, laws, programmes, rule_settings, screenings, venues, ways
from app.store import rule_files, rule_rows
from app.store.schedule import schedule
from app.store.store import Store
from tests.operations.week import FIRST, Week, at, refused
from tests.store.rows import do, records, step

NAMES = FourNames(kk="Ереже", en="Rule")


def context(store: Store, week: Week):
    with store.read() as session:
        return schedule(session, week.programme, "en", FIRST).context


def hours(store: Store, week: Week) -> list[tuple[int, int]]:
    """The hours of the first hall in minutes after midnight of the first day."""
    midnight = 15 * 60  # UTC of 16 October in Almaty begins at 19:00 of the 15th
    base = int((date(2026, 10, 15) - date(1970, 1, 1)) / timedelta(minutes=1)) + midnight + 4 * 60
    return [(begins - base, ends - base) for begins, ends in context(store, week).halls[week.hall].hours]


def test_a_hall_is_open_as_usual_unless_a_day_says_otherwise(store: Store, week: Week) -> None:
    assert hours(store, week) == [(540, 1440), (1980, 2880), (3420, 4320)]
    do(store, hall_hours.set_day, week.programme, week.hall, FIRST, [(600, 720), (1200, 1500)])
    do(store, hall_hours.close, week.programme, week.hall, FIRST + timedelta(days=1))
    assert hours(store, week) == [(600, 720), (1200, 1500), (3420, 4320)]
    before = records(store)
    again = step(store, hall_hours.as_usual, week.programme, week.hall, FIRST)
    assert hours(store, week)[0] == (540, 1440)
    store.replay(again)
    assert records(store) == before


def test_spans_that_touch_are_one(store: Store, week: Week) -> None:
    for day in (0, 1, 2):
        do(store, hall_hours.set_day, week.programme, week.hall, FIRST + timedelta(days=day), [(0, 1440)])
    assert hours(store, week) == [(0, 4320)]


def test_a_hall_closed_on_every_day_is_closed_and_not_unknown(store: Store, week: Week) -> None:
    days = [FIRST + timedelta(days=day) for day in range(3)]
    do(store, hall_hours.set_days, week.programme, week.hall, days, [])
    do(store, screenings.place, week.programme, week.other_entry, week.hall, at(12))
    with store.read() as session:
        read = schedule(session, week.programme, "en", FIRST)
    assert Clash.HALL_CLOSED in {finding.clash for finding in conflicts(read.slots, read.context)}


@pytest.mark.parametrize(
    ("spans", "message"),
    [
        ([(600, 600)], venues.HOURS_WRONG),
        ([(-1, 60)], hall_hours.OUT_OF_DAY),
        ([(60, 2881)], hall_hours.OUT_OF_DAY),
        ([(600, 720), (700, 800)], hall_hours.OVERLAP),
    ],
)
def test_hours_that_cannot_be_are_refused(store: Store, week: Week, spans: list[tuple[int, int]], message: str) -> None:
    assert refused(store, hall_hours.set_day, week.programme, week.hall, FIRST, spans) == message


def test_a_way_is_the_same_both_ways(store: Store, week: Week) -> None:
    other = do(store, venues.add_venue, FourNames(en="Arman"), FourNames(en="Almaty"))
    way = do(store, ways.set_minutes, other, week.venue, 25)
    assert do(store, ways.set_minutes, week.venue, other, 30) == way
    assert context(store, week).travel == {(week.venue, other): 30}
    assert refused(store, ways.set_minutes, other, other, 5) == ways.SAME_VENUE
    assert refused(store, ways.set_minutes, other, week.venue, -1) == ways.MINUTES_WRONG
    before = records(store)
    store.replay(step(store, ways.forget, other, week.venue))
    assert records(store) == before


def test_a_programme_takes_a_rule_as_it_likes(store: Store, week: Week) -> None:
    do(store, rule_settings.take, week.programme, "R2", severity=0, weight=4, value=15)
    do(store, rule_settings.set_weight, week.programme, "R2", 5)
    do(store, rule_settings.set_weight, week.programme, "R15", 9)
    assert context(store, week).settings == {"R2": Setting(0, 5, 15), "R15": Setting(None, 9, None)}
    assert refused(store, rule_settings.take, week.programme, "R99", severity=1) == rule_settings.NO_RULE
    assert refused(store, rule_settings.take, week.programme, "R1", severity=4) == rule_settings.WRONG
    before = records(store)
    usual = step(store, rule_settings.as_usual, week.programme)
    assert context(store, week).settings == {}
    store.replay(usual)
    assert records(store) == before
    do(store, rule_settings.take, week.programme, "R15")
    assert set(context(store, week).settings) == {"R2"}


def test_a_rule_of_law_is_entered_dated_and_put_out_of_force(store: Store, week: Week) -> None:
    law = do(store, laws.add, LegalKind.AGE_HOUR, "CN", NAMES, mark="18+", from_minute=1320, until_minute=1800,
             weekdays=(5, 6), valid_from=date(2025, 1, 1), severity=3, source="Test")  # fmt: skip
    found = next(one for one in context(store, week).laws if one.id == law)
    assert (found.country, found.mark, found.weekdays, found.in_force(date(2024, 12, 31))) == (
        "CN",
        "18+",
        {5, 6},
        False,
    )
    before = records(store)
    off = step(store, laws.activate, law, active=False)
    assert law not in {one.id for one in context(store, week).laws}
    store.replay(off)
    store.replay(step(store, laws.remove, law))
    assert records(store) == before


@pytest.mark.parametrize(
    ("kind", "facts", "message"),
    [
        (LegalKind.LANGUAGE, {}, laws.LANGUAGES_MISSING),
        (LegalKind.AGE_HOUR, {"mark": "18+"}, laws.HOURS_MISSING),
        (LegalKind.AGE_HOUR, {"mark": "17+", "from_minute": 1, "until_minute": 2}, laws.AGE_WRONG),
        (LegalKind.PAUSE, {"from_minute": 100, "until_minute": 100}, laws.HOURS_WRONG),
        (LegalKind.PAUSE, {"from_minute": 1, "until_minute": 2, "weekdays": (0,)}, laws.WEEKDAYS_WRONG),
        (LegalKind.PAPER, {"mark": "letter"}, laws.PAPER_WRONG),
        (LegalKind.PAPER, {"mark": "permit", "days": 400}, laws.TERM_WRONG),
        (LegalKind.HOLIDAY, {"severity": 4}, laws.SEVERITY_WRONG),
        (LegalKind.HOLIDAY, {"country": "kz"}, laws.COUNTRY_WRONG),
        (LegalKind.HOLIDAY, {"names": FourNames()}, venues.NAME_MISSING),
        (LegalKind.HOLIDAY, {"valid_from": date(2026, 2, 1), "valid_until": date(2026, 1, 1)}, laws.DAYS_WRONG),
    ],
)
def test_a_rule_of_law_that_cannot_be_is_refused(
    store: Store, kind: LegalKind, facts: dict[str, object], message: str
) -> None:
    law = do(store, laws.add, LegalKind.HOLIDAY, "KZ", NAMES)
    assert refused(store, laws.change, law, kind=kind, **facts) == message


def test_a_special_day_is_entered_once(store: Store, week: Week) -> None:
    day = date(2026, 10, 17)
    special = do(store, laws.add_day, "KZ", day, DayKind.SCHOOL_HOLIDAY, NAMES)
    assert refused(store, laws.add_day, "KZ", day, DayKind.SCHOOL_HOLIDAY, NAMES) == laws.DAY_TWICE
    assert context(store, week).special["KZ", day] is DayKind.SCHOOL_HOLIDAY
    do(store, laws.add_day, "KZ", day, DayKind.HOLIDAY, NAMES)
    assert context(store, week).special["KZ", day] is DayKind.HOLIDAY
    assert refused(store, laws.change_day, special, kind=DayKind.HOLIDAY) == laws.DAY_TWICE
    before = records(store)
    store.replay(step(store, laws.remove_day, special))
    assert records(store) == before


def test_what_the_program_knows_is_entered_where_it_is_missing(store: Store) -> None:
    assert do(store, laws.take_over, rule_files.laws(), rule_files.days()) == (0, 0)
    with store.read() as session:
        law, day = rule_rows.law_rows(session, "CN")[0], rule_rows.day_rows(session, "KZ")[0]
    do(store, laws.remove, law.id)
    do(store, laws.remove_day, day.id)
    assert do(store, laws.take_over, rule_files.laws(), rule_files.days()) == (1, 1)
    with store.read() as session:
        assert law._replace(id=0) in {row._replace(id=0) for row in rule_rows.law_rows(session, "CN")}


def test_halls_and_venues_go_unless_something_stands_in_the_way(store: Store, week: Week) -> None:
    assert refused(store, venues.remove_hall, week.hall) == venues.HALL_PLAYED
    assert refused(store, venues.remove_venue, week.venue) == venues.HALL_PLAYED
    before = records(store)
    gone = step(store, venues.remove_hall, week.strange_hall)
    assert len(records(store)["hall"]) == 2
    store.replay(gone)
    assert records(store) == before
    other = do(store, venues.add_venue, FourNames(en="Arman"), FourNames(en="Almaty"))
    do(store, venues.add_hall, other, FourNames(en="1"))
    do(store, ways.set_minutes, week.venue, other, 20)
    before = records(store)
    gone = step(store, venues.remove_venue, other)
    assert (len(records(store)["venue"]), records(store)["venue_way"]) == (1, set())
    store.replay(gone)
    assert records(store) == before
    do(store, programmes.delete, week.programme)
    do(store, venues.remove_venue, week.venue)
