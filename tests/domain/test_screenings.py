"""What stands against a screening, rule by rule, and what the values say."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.domain.board import Board, conflicts
from app.domain.calendar import opening_hours
from app.domain.context import Context, CopyFacts, HallFacts
from app.domain.kinds import RightsState, ScreeningStatus, Use
from app.domain.rights import Window
from app.domain.rules import RULES
from app.domain.screenings import Clash, PartyKind, Severity
from tests.domain.plans import ASIDE, FIRST, ZONE, at, event

HALLS = {1: HallFacts(venue=1), 2: HallFacts(venue=1), 3: HallFacts(venue=2)}
COPIES = {1: CopyFacts(version=1), 2: CopyFacts(version=1)}
PLAIN = Context(halls=HALLS, copies=COPIES, without=ASIDE)


def clashes(slots, context=PLAIN):
    return [finding.clash for finding in conflicts(slots, context)]


def test_an_empty_board_has_no_conflicts():
    assert conflicts([], PLAIN) == []


def test_two_events_in_one_hall():
    (finding,) = conflicts([event(1, 1, "18:00", tail=25), event(2, 1, "19:45", intro=5)], PLAIN)
    assert finding.clash is Clash.HALL_TAKEN
    assert (finding.rule, finding.severity, finding.slots) == ("R1", Severity.ERROR, (1, 2))
    assert dict(finding.values) == {"overlap": 15, "until": at("19:55"), "starts": at("19:40")}
    assert finding.party(PartyKind.HALL) == (1,)


def test_equal_times_are_a_conflict_too():
    assert clashes([event(1, 1, "18:00"), event(2, 1, "18:00")]) == [Clash.HALL_TAKEN]


def test_back_to_back_takes_no_hall_twice():
    bare = replace(PLAIN, turnaround=0)
    assert clashes([event(1, 1, "18:00"), event(2, 1, "19:30")], bare) == []


@pytest.mark.parametrize(("clock", "gap"), [("19:30", 0), ("19:49", 19)])
def test_the_hall_must_be_emptied(clock, gap):
    (finding,) = conflicts([event(1, 1, "18:00"), event(2, 1, clock)], PLAIN)
    assert (finding.clash, finding.severity) == (Clash.TURNAROUND_SHORT, Severity.WARNING)
    assert (finding.value("gap"), finding.value("needed")) == (gap, 20)


def test_twenty_minutes_are_enough_but_not_after_a_talk():
    after = event(2, 1, "19:50")
    assert clashes([event(1, 1, "18:00"), after]) == []
    assert clashes([event(1, 1, "18:00", lingers=True), after]) == [Clash.TURNAROUND_SHORT]


def test_a_hall_has_its_own_turnaround():
    slow = replace(PLAIN, halls={1: HallFacts(1, turnaround=45, turnaround_long=0)})
    assert clashes([event(1, 1, "18:00"), event(2, 1, "20:14")], slow) == [Clash.TURNAROUND_SHORT]
    assert clashes([event(1, 1, "18:00", lingers=True), event(2, 1, "19:30")], slow) == []


def test_a_break_takes_the_hall_but_nobody_has_to_leave_it():
    lunch = event(2, 1, "19:30", 60, blocker=True)
    assert clashes([event(1, 1, "18:00"), lunch, event(3, 1, "20:30")]) == []
    assert clashes([event(1, 1, "18:05"), lunch]) == [Clash.HALL_TAKEN]


def test_cancelled_and_unplaced_screenings_are_in_nobodys_way():
    cancelled = event(2, 1, "18:00", status=ScreeningStatus.CANCELLED)
    assert clashes([event(1, 1, "18:00"), cancelled, event(3, None, "18:00")]) == []
    assert Board([event(1, 1, "18:00")], PLAIN).check(cancelled) == []


def test_a_hall_is_closed_after_midnight_of_its_evening():
    days = [FIRST, FIRST + timedelta(days=1)]
    open_late = replace(PLAIN, halls={1: HallFacts(1, opening_hours(days, 600, 120, ZONE))})
    assert clashes([event(1, 1, "24:00", 120)], open_late) == []
    (finding,) = conflicts([event(1, 1, "24:30", 120)], open_late)
    assert (finding.clash, finding.rule, finding.at) == (Clash.HALL_CLOSED, "R3", at("26:00"))
    assert (finding.value("opens"), finding.value("closes")) == (at("10:00"), at("26:00"))
    (early,) = conflicts([event(1, 1, "9:30")], open_late)
    assert (early.at, early.value("opens")) == (at("9:30"), at("10:00"))


def test_one_copy_in_two_halls_counts_the_film_and_not_the_talk_after_it():
    first = event(1, 1, "18:00", 155, intro=20, tail=25, copies=(1,))
    (finding,) = conflicts([first, event(2, 2, "19:30", 155, copies=(1,))], PLAIN)
    assert (finding.clash, finding.rule, finding.severity) == (Clash.COPY_ELSEWHERE, "R7", Severity.ERROR)
    assert dict(finding.values) == {"overlap": 65, "until": at("20:35"), "starts": at("19:30")}
    assert finding.party(PartyKind.HALL) == (1, 2)
    assert clashes([first, event(2, 2, "20:35", 155, copies=(1,))]) == []


def test_a_copy_needs_its_way_to_another_venue_and_ingest():
    first = event(1, 1, "18:00", copies=(1,))
    assert clashes([first, event(2, 3, "20:29", copies=(1,))]) == [Clash.COPY_TRAVELLING]
    assert clashes([first, event(2, 3, "20:30", copies=(1,))]) == []
    slow = replace(PLAIN, travel={(2, 1): 100}, copies={1: CopyFacts(ingest=45)})
    (finding,) = conflicts([first, event(2, 3, "20:30", copies=(1,))], slow)
    assert (finding.value("gap"), finding.value("needed")) == (60, 145)


def test_a_stream_is_everywhere():
    stream = replace(PLAIN, copies={1: CopyFacts(anywhere=True)})
    assert clashes([event(1, 1, "18:00", copies=(1,)), event(2, 3, "18:00", copies=(1,))], stream) == []


def test_a_copy_is_not_shown_before_it_is_here_nor_after_it_left():
    here = replace(PLAIN, copies={1: CopyFacts(ready_from=at("18:01"), leaves=at("21:00"))})
    early, late = event(1, 1, "18:00", copies=(1,)), event(2, 1, "20:00", copies=(1,))
    assert [(f.clash, f.slots) for f in conflicts([late, early], here)] == [
        (Clash.COPY_NOT_READY, (1,)),
        (Clash.COPY_GONE, (2,)),
    ]


@pytest.mark.parametrize(
    ("window", "clash", "values"),
    [
        ({"territory": "CN"}, Clash.RIGHTS_TERRITORY, {"territory": "KZ"}),
        ({"use": Use.TV}, Clash.RIGHTS_USE, {"use": Use.FESTIVAL}),
        ({"state": RightsState.NOT_CLEARED}, Clash.RIGHTS_NOT_CLEARED, {}),
        ({"ends": date(2026, 10, 3)}, Clash.RIGHTS_ENDED, {"ends": date(2026, 10, 3)}),
        ({"starts": date(2026, 11, 1)}, Clash.RIGHTS_NOT_BEGUN, {"begins": date(2026, 11, 1)}),
        ({"not_before": date(2026, 10, 16)}, Clash.RIGHTS_NOT_BEFORE, {"not_before": date(2026, 10, 16)}),
        ({"state": RightsState.NEGOTIATION}, Clash.RIGHTS_NEGOTIATION, {}),
        ({"version": 9}, Clash.RIGHTS_MISSING, {}),
    ],
)
def test_rights_do_not_allow_the_day(window, clash, values):
    context = replace(PLAIN, rights={5: (Window(**{"work": 5, "territory": "KZ", **window}),)})
    (finding,) = conflicts([event(1, 1, "13:00", works=(5,), versions=(1,))], context)
    assert (finding.clash, finding.rule) == (clash, "R10")
    assert dict(finding.values) == {"day": FIRST, **values}
    assert finding.severity is (Severity.WARNING if clash is Clash.RIGHTS_NEGOTIATION else Severity.ERROR)
    assert finding.party(PartyKind.WORK) == (5,)


def test_a_show_after_midnight_counts_to_the_last_evening_of_the_rights():
    context = replace(PLAIN, rights={5: (Window(5, "KZ", ends=FIRST),)})
    assert clashes([event(1, 1, "24:30", works=(5,))], context) == []
    assert clashes([event(1, 1, "28:00", works=(5,))], context) == [Clash.RIGHTS_ENDED]


def test_a_hall_abroad_is_judged_by_its_own_territory_and_clock():
    context = replace(
        PLAIN,
        halls={1: HallFacts(1), 2: HallFacts(2, territory="CN", zone="Asia/Shanghai")},
        rights={5: (Window(5, "CN", ends=FIRST),)},
    )
    last = event(1, 2, "24:59", works=(5,))  # 03:59 in Beijing
    assert clashes([last], context) == []
    assert clashes([last.at(2, last.start + 1)], context) == [Clash.RIGHTS_ENDED]
    assert clashes([last.at(1, last.start)], context) == [Clash.RIGHTS_TERRITORY]


def test_no_more_showings_than_agreed():
    context = replace(PLAIN, rights={5: (Window(5, "KZ", max_showings=2),)})
    shows = [event(number, 1, "18:00", day=number, works=(5,)) for number in range(3)]
    (finding,) = conflicts(shows, context)
    assert (finding.clash, finding.slots, finding.at) == (Clash.SHOWINGS_SPENT, (0, 1, 2), at("18:00", 2))
    assert dict(finding.values) == {"planned": 3, "allowed": 2}
    assert clashes(shows[:2], context) == []
    assert clashes([*shows[:2], replace(shows[2], status=ScreeningStatus.CANCELLED)], context) == []


def test_showings_draw_on_the_window_that_ends_first():
    early = Window(5, "KZ", ends=FIRST, max_showings=1)
    late = Window(5, "KZ", max_showings=1)
    shows = [event(1, 1, "12:00", works=(5,)), event(2, 1, "18:00", works=(5,))]
    assert clashes(shows, replace(PLAIN, rights={5: (late, early)})) == []
    assert clashes(shows, replace(PLAIN, rights={5: (early,)})) == [Clash.SHOWINGS_SPENT]


def test_without_known_rights_nobody_asks_about_them():
    assert clashes([event(1, 1, "18:00", works=(5,))]) == []
    assert clashes([event(1, 1, "18:00", works=(5,))], replace(PLAIN, rights={})) == [Clash.RIGHTS_MISSING]


def test_a_rule_can_be_switched_off():
    tight = [event(1, 1, "18:00"), event(2, 1, "19:35")]
    assert clashes(tight, replace(PLAIN, without=PLAIN.without | {"R2"})) == []


def test_accepted_as_is_holds_until_the_extent_changes():
    first, second = event(1, 1, "18:00", copies=(1,)), event(2, 2, "19:00", copies=(1,))
    (finding,) = conflicts([first, second], PLAIN)
    together = [slot.at(slot.hall, slot.start + 60) for slot in (first, second)]
    assert conflicts(together, PLAIN)[0].key == finding.key
    assert conflicts([first, second.at(2, second.start - 5)], PLAIN)[0].key != finding.key


def test_every_clash_knows_its_rule_and_every_rule_is_numbered():
    assert {clash.rule for clash in Clash} == {spec.rule for spec in RULES}
    assert all(clash.severity in Severity for clash in Clash)


def test_one_event_is_on_the_board_once():
    with pytest.raises(ValueError, match="twice"):
        Board([event(1, 1, "18:00"), event(1, 2, "18:00")], PLAIN)


def test_a_copy_named_twice_in_one_event_is_one_copy():
    twice = event(1, 1, "18:00", copies=(1, 1), works=(5, 5))
    board = Board([twice, event(2, 2, "18:00", copies=(1,))], PLAIN)
    assert [f.clash for f in board.conflicts()] == [Clash.COPY_ELSEWHERE]
    board.remove(1)
    assert board.conflicts() == []
