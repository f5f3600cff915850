"""R2 to R4, R19, R26, R27 and R30, each to the minute."""

from dataclasses import replace
from datetime import timedelta

import pytest

from app.domain.board import Board, conflicts
from app.domain.calendar import opening_hours
from app.domain.context import Context, CopyFacts, HallFacts
from app.domain.kinds_of_plans import AudienceKind, Occasion
from app.domain.rights import Window
from app.domain.screenings import Clash, PartyKind, Severity
from app.domain.surroundings import Journey, Setting
from tests.domain.plans import FIRST, ZONE, at, event, without_all_but

RULES = without_all_but("R2", "R3", "R4", "R7", "R19", "R26", "R27", "R30")
PLAIN = Context(halls={1: HallFacts(1), 2: HallFacts(2)}, without=RULES)


def clashes(slots, **facts):
    return [finding.clash for finding in conflicts(slots, replace(PLAIN, **facts))]


def test_children_leave_slowly():
    school = event(1, 1, "18:00", audience=AudienceKind.SCHOOL)
    assert clashes([school, event(2, 1, "20:00")]) == []
    assert clashes([school, event(2, 1, "19:55")]) == [Clash.TURNAROUND_SHORT]
    assert clashes([replace(school, audience=AudienceKind.PUBLIC), event(2, 1, "19:55")]) == []


def test_the_turnaround_is_for_the_programme_to_set_unless_the_hall_knows_better():
    pair, longer = [event(1, 1, "18:00"), event(2, 1, "20:05")], {"R2": Setting(value=40)}
    assert clashes(pair, settings=longer) == [Clash.TURNAROUND_SHORT]
    assert clashes(pair, settings={"R2": Setting(value=35)}) == []
    assert clashes(pair, settings=longer, halls={1: HallFacts(1, turnaround=35)}) == []


def test_a_hall_is_closed_on_a_day_without_hours():
    hours = opening_hours([FIRST], 600, 1440, ZONE)
    assert clashes([event(1, 1, "10:00")], halls={1: HallFacts(1, hours)}) == []
    assert clashes([event(1, 1, "10:00", day=1)], halls={1: HallFacts(1, hours)}) == [Clash.HALL_CLOSED]


@pytest.mark.parametrize(
    ("clock", "day", "inside"), [("4:00", 0, True), ("3:55", 0, False), ("27:55", 1, True), ("28:00", 1, False)]
)
def test_a_show_is_on_a_day_of_the_festival(clock, day, inside):
    days = (FIRST, FIRST + timedelta(days=1))
    assert clashes([event(1, 1, clock, day=day)], days=days) == ([] if inside else [Clash.DAY_OUTSIDE])


def test_starts_lie_on_the_grid():
    assert clashes([event(1, 1, "18:05", intro=3)]) == []
    assert clashes([event(1, 1, "18:06")]) == [Clash.OFF_GRID]
    assert clashes([event(1, 1, "18:05")], settings={"R19": Setting(value=15)}) == [Clash.OFF_GRID]
    assert clashes([event(1, 1, "18:45")], settings={"R19": Setting(value=15)}) == []
    assert clashes([event(1, 1, "18:45")], settings={"R19": Setting(value=60)}) == [Clash.OFF_GRID]
    assert clashes([event(1, 1, "19:00")], settings={"R19": Setting(value=60)}) == []
    assert clashes([event(1, 1, "18:06", blocker=True)]) == []


def test_what_was_published_stays():
    published = {1: (1, at("18:00"))}
    assert clashes([event(1, 1, "18:00", intro=10)], published=published) == []
    assert clashes([event(1, 1, "18:05")], published=published) == [Clash.PUBLISHED_MOVED]
    assert clashes([event(1, 2, "18:00")], published=published) == [Clash.PUBLISHED_MOVED]
    assert clashes([event(2, 2, "18:05")], published=published) == []


def because(*slots, published, without=RULES, **facts):
    """What would have been wrong at the published place, for each event that was moved."""
    found = conflicts(slots, replace(PLAIN, published=published, without=without, **facts))
    return [f.value("because") for f in found if f.clash is Clash.PUBLISHED_MOVED]


def test_a_move_was_needed_if_an_error_stood_at_the_published_place_and_does_not_stand_now():
    published, mine = {1: (1, at("18:00"))}, event(1, 2, "18:00", works=(5,))
    with_halls = without_all_but("R1", "R27")
    assert because(mine, event(2, 1, "19:29"), published=published, without=with_halls) == ["hall_taken"]
    assert because(mine, event(2, 1, "19:30"), published=published, without=with_halls) == [None]
    assert because(mine, event(2, 1, "19:30"), published=published) == [None]  # only a warning: a short turnaround
    there = event(1, 1, "18:00", works=(5,))
    assert because(there, event(2, 1, "19:29"), published=published, without=with_halls) == []
    no_rights = {"rights": {}, "without": without_all_but("R10", "R27")}
    assert because(mine, published=published, **no_rights) == [None]  # as wrong here as there
    closed = {1: HallFacts(1, ((at("9:00"), at("19:00")),)), 2: HallFacts(2)}
    assert because(mine, published=published, halls=closed) == ["hall_closed"]
    as_warning = {"R3": Setting(severity=2)}
    assert because(mine, published=published, halls=closed, settings=as_warning) == [None]


def test_what_was_moved_is_told_again_when_its_old_place_is_taken_or_free():
    context = replace(PLAIN, published={1: (1, at("18:00"))}, without=without_all_but("R1", "R27"))
    board = Board([event(1, 2, "18:00"), event(2, 1, "10:00")], context)
    taken = board.replace(event(2, 1, "18:30"))
    assert [f.value("because") for f in taken.appeared] == ["hall_taken"]
    assert [f.value("because") for f in taken.disappeared] == [None]
    assert [f.value("because") for f in board.remove(2).appeared] == [None]
    assert [f.clash for f in board.replace(event(1, 1, "18:00")).disappeared] == [Clash.PUBLISHED_MOVED]
    assert board.conflicts() == []


def test_who_accepts_five_minutes_does_not_get_an_hour():
    def key(clock, hall=1):
        published = {1: (1, at("18:00"))}
        (finding,) = conflicts([event(1, hall, clock)], replace(PLAIN, published=published))
        return finding.key

    assert len({key("18:05"), key("19:00"), key("18:05", 2), key("17:55")}) == 4


def occasion(number, clock, kind, **more):
    return event(number, 1, clock, occasion=kind, locked=True, **more)


def test_opening_closing_and_galas_are_pinned():
    for kind in (Occasion.OPENING, Occasion.CLOSING, Occasion.GALA):
        assert clashes([occasion(1, "18:00", kind)]) == []
        assert clashes([replace(occasion(1, "18:00", kind), locked=False)]) == [Clash.NOT_PINNED]
    assert clashes([event(1, 1, "18:00", occasion=Occasion.PREMIERE)]) == []


def test_nothing_for_the_public_before_the_opening():
    opening = occasion(1, "18:00", Occasion.OPENING)
    assert clashes([opening, event(2, 2, "18:00")]) == []
    (finding,) = conflicts([opening, event(2, 2, "17:55"), event(3, 2, "12:00")], PLAIN)
    assert (finding.clash, finding.severity, finding.slots) == (Clash.OPENING_NOT_FIRST, Severity.ERROR, (3, 1))
    assert clashes([opening, event(2, 2, "12:00", audience=AudienceKind.PRESS)]) == []
    assert clashes([opening, event(2, 2, "12:00", blocker=True)]) == []


@pytest.mark.parametrize(
    ("audience", "found"),
    [
        (AudienceKind.PUBLIC, [Clash.OPENING_NOT_FIRST]),
        (AudienceKind.FAMILY, [Clash.OPENING_NOT_FIRST]),
        (AudienceKind.SCHOOL, []),
        (AudienceKind.INVITED, []),
        (AudienceKind.PRESS, []),
    ],
)
def test_what_nobody_else_can_come_to_takes_nothing_from_an_opening(audience, found):
    opening = event(1, 1, "18:00", occasion=Occasion.OPENING, locked=True, audience=AudienceKind.INVITED)
    context = Context(halls={1: HallFacts(1)}, without=without_all_but("R30"))
    assert [f.clash for f in conflicts([opening, event(2, 1, "10:00", audience=audience)], context)] == found


def test_nothing_for_the_public_after_the_closing():
    closing = occasion(1, "18:00", Occasion.CLOSING)
    assert clashes([closing, event(2, 2, "18:00", 195)]) == []  # beside it, and longer
    (finding,) = conflicts([closing, event(2, 2, "18:05")], PLAIN)
    assert (finding.clash, finding.slots) == (Clash.CLOSING_NOT_LAST, (1, 2))


TOWNS = {1: HallFacts(1, stop=1), 2: HallFacts(2, stop=2), 3: HallFacts(3, stop=1)}
TRAIN = Journey(9, at("22:00"), at("31:00"), 540, hand_over=60, customs=120)


def tour(*slots, journey=TRAIN, copies=None, **facts):
    ways = {(1, 2): journey} if journey else {(2, 1): TRAIN}
    return conflicts(slots, replace(PLAIN, halls=TOWNS, journeys=ways, copies=copies or {}, **facts))


def shows(first, second, day=1):
    return event(1, 1, first, copies=(4,)), event(2, 2, second, day=day, copies=(4,))


@pytest.mark.parametrize(
    ("first", "second", "day", "clash"),
    [
        ("19:30", "9:00", 1, None),  # over at 21:00, packed by 22:00, there at 7:00, through the customs at 9:00
        ("19:35", "9:00", 1, Clash.LEG_MISSED),
        ("19:30", "8:55", 1, Clash.ARRIVES_LATE),
        ("19:30", "22:00", 0, Clash.ARRIVES_LATE),
    ],
)
def test_a_copy_takes_the_train(first, second, day, clash):
    assert [f.clash for f in tour(*shows(first, second, day))] == ([clash] if clash else [])


def test_a_journey_says_what_is_missed():
    (late,) = tour(*shows("19:35", "20:00"))
    assert dict(late.values) == {"until": at("21:05"), "departs": at("22:00"), "needed": 60}
    assert (late.severity, late.party(PartyKind.LEG), late.party(PartyKind.COPY)) == (Severity.ERROR, (9,), (4,))
    (slow,) = tour(*shows("19:30", "20:00"), copies={4: CopyFacts(ingest=661)})
    assert dict(slow.values) == {
        "arrives": at("7:00", 1), "ready": at("20:01", 1), "starts": at("20:00", 1), "customs": 120,
    }  # fmt: skip
    assert tour(*shows("19:30", "20:00"), copies={4: CopyFacts(ingest=660)}) == []
    assert [f.value("needed") for f in tour(*shows("19:30", "20:00"), settings={"R26": Setting(value=90)})] == [90]


def test_a_road_without_a_timetable_is_taken_at_once():
    road = Journey(9, None, None, 120, hand_over=30)
    assert [f.clash for f in tour(*shows("10:00", "14:00", 0), journey=road)] == [Clash.NO_TRAVEL_DAY]
    assert [f.clash for f in tour(*shows("10:00", "13:55", 0), journey=road)] == [Clash.ARRIVES_LATE]


def test_no_way_is_no_way():
    assert [f.clash for f in tour(*shows("10:00", "20:00"), journey=None)] == [Clash.NO_WAY]
    assert tour(*shows("10:00", "20:00"), journey=None, copies={4: CopyFacts(anywhere=True)}) == []


def test_each_leg_of_a_copy_is_judged_by_itself():
    there, back = shows("19:30", "20:00")
    assert tour(there, back, event(3, 3, "12:00", copies=(4,))) == []
    home = event(3, 1, "12:00", day=2, copies=(4,))
    assert [(f.clash, f.slots) for f in tour(there, back, home)] == [(Clash.NO_WAY, (2, 3))]


def test_without_legs_the_usual_way_counts():
    apart = [event(1, 1, "18:00", copies=(4,)), event(2, 2, "20:29", copies=(4,))]
    found = conflicts(apart, replace(PLAIN, halls=TOWNS, without=without_all_but("R7", "R26")))
    assert [f.clash for f in found] == [Clash.COPY_TRAVELLING]


def test_a_copy_in_two_towns_at_once_is_said_once():
    assert [f.clash for f in tour(*shows("18:00", "18:30", 0))] == [Clash.COPY_ELSEWHERE]


def test_a_show_on_the_minute_after_a_licence_uses_up_none_of_it():
    licence = {5: (Window(5, "KZ", ends=FIRST, max_showings=1),)}
    shows = [event(1, 1, "18:00", works=(5,)), event(2, 1, "28:00", works=(5,))]
    assert clashes(shows, rights=licence, without=without_all_but("R10")) == [Clash.RIGHTS_ENDED]
    shows[1] = event(2, 1, "27:59", works=(5,))
    assert clashes(shows, rights=licence, without=without_all_but("R10")) == [Clash.SHOWINGS_SPENT]
