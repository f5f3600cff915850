"""What is offered against a conflict, and that it really helps."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.board import Board, conflicts
from app.domain.calendar import opening_hours
from app.domain.context import Context, CopyFacts, HallFacts
from app.domain.kinds import RightsState, ScreeningStatus
from app.domain.kinds_of_plans import Occasion, PersonTask
from app.domain.places import Choices, free_places, nearest_place
from app.domain.repairs import MoveTo, ShortenTail, Swap, Unplace, UseCopy, cures, repairs
from app.domain.repairs_of_shows import Lock, UseVersion
from app.domain.rights import Window
from app.domain.screenings import Booked, Clash, Severity
from app.domain.surroundings import VersionFacts
from tests.domain.plans import ASIDE, FIRST, ZONE, at, contexts, event, slots

DAYS = tuple(FIRST + timedelta(days=n) for n in range(4))
HOURS = opening_hours(DAYS, 10 * 60, 24 * 60, ZONE)
HALLS = {1: HallFacts(1, HOURS), 2: HallFacts(1, HOURS), 3: HallFacts(2, HOURS)}
COPIES = {1: CopyFacts(version=1), 2: CopyFacts(version=1, ready_from=at("9:00", 1)), 3: CopyFacts(version=2)}
CONTEXT = Context(halls=HALLS, copies=COPIES, without=ASIDE)
CHOICES = Choices(DAYS)
CONFIRMED = ScreeningStatus.CONFIRMED


def offered(plan, context=CONTEXT, choices=CHOICES):
    board = Board(plan, context)
    (finding,) = board.conflicts()
    return repairs(finding, board, choices)


def kinds(offers):
    return [type(offer) for offer in offers]


def one(offers, kind):
    return next(offer for offer in offers if isinstance(offer, kind))


def tomiris(number, hall, clock, **more):
    return event(number, hall, clock, 155, day=1, copies=(1,), works=(1,), versions=(1,), **more)


def test_one_copy_in_two_halls_is_answered_with_a_move_a_copy_and_a_swap():
    nomad = event(3, 2, "16:30", 110, day=2, works=(2,), versions=(2,), copies=(3,))
    plan = [tomiris(1, 1, "18:00", intro=20, tail=25, status=CONFIRMED), tomiris(2, 2, "19:30"), nomad]
    offers = offered(plan)
    assert kinds(offers)[:3] == [MoveTo, UseCopy, Swap]
    move = one(offers, MoveTo)
    assert (move.slot, move.hall, move.starts) == (2, 2, at("21:00", 1))  # free from 20:35, the hour is rounder
    assert (move.ends, move.closes) == (at("23:35", 1), at("24:00", 1))
    copy = one(offers, UseCopy)
    assert (copy.slot, copy.instead_of, copy.copy, copy.arrives) == (2, 1, 2, at("9:00", 1))
    assert copy.after[0].copies == (2,)
    swap = one(offers, Swap)
    assert (swap.slot, swap.other, swap.hall, swap.starts, swap.tentative) == (2, 3, 2, at("16:30", 2), True)
    assert [(slot.id, slot.hall, slot.body_start) for slot in swap.after] == [
        (2, 2, at("16:30", 2)),
        (3, 2, at("19:30", 1)),
    ]
    assert kinds(offers)[-1] is Unplace


def test_the_way_to_another_venue_is_counted_in_a_move():
    move = one(offered([tomiris(1, 1, "16:00", status=CONFIRMED), tomiris(2, 3, "17:30")]), MoveTo)
    assert (move.hall, move.starts) == (3, at("20:00", 1))  # on screen until 18:35, an hour on the way


@pytest.mark.parametrize(
    ("plan", "clash"),
    [
        ([event(1, 1, "18:00"), event(2, 1, "19:00")], Clash.HALL_TAKEN),
        ([event(1, 1, "18:00"), event(2, 1, "19:35")], Clash.TURNAROUND_SHORT),
        ([event(1, 1, "18:00", copies=(1,)), event(2, 2, "19:00", copies=(1,))], Clash.COPY_ELSEWHERE),
        ([event(1, 1, "18:00", copies=(1,)), event(2, 3, "19:40", copies=(1,))], Clash.COPY_TRAVELLING),
        ([event(1, 1, "18:00", copies=(2,))], Clash.COPY_NOT_READY),
        ([event(1, 1, "9:30")], Clash.HALL_CLOSED),
    ],
)
def test_at_least_two_kinds_are_offered(plan, clash):
    board = Board(plan, CONTEXT)
    (finding,) = board.conflicts()
    assert finding.clash is clash
    offers = repairs(finding, board, CHOICES)
    assert len(set(kinds(offers))) >= 2
    assert MoveTo in kinds(offers)


def test_a_short_turnaround_is_cured_by_a_shorter_tail():
    offers = offered([event(1, 1, "18:00", tail=30, lingers=True), event(2, 1, "20:15")])
    shorter = one(offers, ShortenTail)
    assert (shorter.slot, shorter.minutes, shorter.left, shorter.ends) == (1, 15, 15, at("19:45"))
    assert shorter.after[0].end == at("19:45")


def test_a_tail_too_short_to_help_is_left_alone():
    assert ShortenTail not in kinds(offered([event(1, 1, "18:00", tail=5), event(2, 1, "19:40")]))


def test_a_tentative_event_is_moved_before_a_confirmed_one():
    first, second = event(1, 1, "18:00"), event(2, 1, "19:00")
    assert one(offered([first, second]), MoveTo).slot == 2
    assert one(offered([first, replace(second, status=CONFIRMED)]), MoveTo).slot == 1


def test_locked_events_stay_where_they_are():
    first, second = event(1, 1, "18:00", locked=True), event(2, 1, "19:00")
    third = event(3, 2, "20:00", locked=True)
    offers = offered([first, second, third])
    assert {slot.id for offer in offers for slot in offer.after} == {2}
    assert offered([first, replace(second, locked=True)]) == []


def test_a_locked_event_may_be_played_from_another_copy():
    plan = [tomiris(1, 1, "18:00", locked=True), tomiris(2, 2, "19:30", locked=True)]
    assert kinds(offered(plan)) == [UseCopy]


def test_ended_rights_are_answered_with_a_day_inside_them():
    context = replace(CONTEXT, rights={1: (Window(1, "KZ", ends=FIRST),)})
    offers = offered([event(1, 1, "13:00", day=2, works=(1,))], context)
    move = one(offers, MoveTo)
    assert (move.hall, move.starts) == (1, at("13:00"))
    assert kinds(offers) == [MoveTo, Unplace]


@pytest.mark.parametrize(
    "window", [{"ends": FIRST - timedelta(days=9)}, {"state": RightsState.NOT_CLEARED}, {"territory": "CN"}]
)
def test_rights_that_no_day_of_the_programme_helps_leave_only_taking_it_off(window):
    context = replace(CONTEXT, rights={1: (Window(**{"work": 1, "territory": "KZ", **window}),)})
    assert kinds(offered([event(1, 1, "13:00", works=(1,))], context)) == [Unplace]


def test_too_many_showings_are_answered_by_taking_one_off():
    context = replace(CONTEXT, rights={1: (Window(1, "KZ", max_showings=1),)})
    (offer,) = offered([event(1, 1, "13:00", works=(1,)), event(2, 1, "18:00", works=(1,))], context)
    assert (type(offer), offer.slot, offer.after[0].hall) == (Unplace, 2, None)


def test_a_blocked_day_is_left_for_another():
    blocked = [event(10 + hall, hall, "10:00", 14 * 60, blocker=True, locked=True) for hall in HALLS]
    board = Board([*blocked, event(1, 1, "18:00")], CONTEXT)
    (finding,) = board.conflicts()
    move = one(repairs(finding, board, CHOICES), MoveTo)
    assert (move.hall, move.starts) == (1, at("18:00", 1))


def test_nothing_is_moved_into_the_past():
    board = Board([event(1, 1, "18:00", day=1), event(2, 1, "18:30", day=1)], CONTEXT)
    (finding,) = board.conflicts()
    late = CHOICES._replace(earliest=at("20:00", 1))
    offers = repairs(finding, board, late)
    assert min(slot.start for offer in offers if not isinstance(offer, Unplace) for slot in offer.after) >= at(
        "20:00", 1
    )


def test_free_places_begin_at_home():
    board = Board([event(1, 1, "18:00"), event(2, 1, "20:00"), event(3, 2, "18:00", 240)], CONTEXT)
    places = free_places(board.slot(1), board, CHOICES)
    assert (places[0].hall, places[0].start) == (1, at("18:00"))
    assert (places[0].first, places[0].last, places[0].closes) == (at("10:00"), at("18:10"), at("24:00"))
    assert [place.day for place in places] == sorted(place.day for place in places)
    assert places[2].hall == 2
    assert len(free_places(board.slot(1), board, CHOICES, limit=2)) == 2


def test_an_unplaced_event_goes_to_the_earliest_place():
    board = Board([event(2, 1, "10:00", 240), event(3, 2, "10:00", 300), event(4, 3, "10:00", 600)], CONTEXT)
    place = nearest_place(event(1, None, "0:00"), board, CHOICES)
    assert place is not None
    assert (place.hall, place.start) == (1, at("14:30"))  # rounder than 14:20


def test_an_unplaced_event_may_be_pencilled_in_while_rights_are_talked_about():
    talking = replace(CONTEXT, rights={1: (Window(1, "KZ", state=RightsState.NEGOTIATION),)})
    ended = replace(CONTEXT, rights={1: (Window(1, "KZ", ends=FIRST - timedelta(days=1)),)})
    tray = event(1, None, "18:00", works=(1,))
    assert free_places(tray, Board([tray], talking), CHOICES) != []
    assert free_places(tray, Board([tray], ended), CHOICES) == []


def test_an_odd_hour_stays_odd_rather_than_going_far():
    odd = one(offered([event(1, 1, "17:05"), event(2, 1, "18:50")]), MoveTo)
    assert odd.starts == at("18:55")
    assert one(offered([event(1, 1, "17:05"), event(2, 1, "18:30")]), MoveTo).starts == at("19:00")


def test_public_times_stay_on_the_grid_whatever_the_introduction():
    board = Board([event(1, 1, "18:00", 100), event(2, 1, "18:31", 97, intro=17, tail=11)], CONTEXT)
    (finding,) = board.conflicts()
    moves = [offer for offer in repairs(finding, board, CHOICES) if isinstance(offer, MoveTo)]
    assert moves != []
    assert all(move.starts % 5 == 0 for move in moves)


@settings(max_examples=100, deadline=None)
@given(slots(), contexts())
def test_every_repair_removes_the_finding_and_brings_nothing_new(plan, context):
    board = Board(plan, context)
    choices = Choices(DAYS[:2], opens=21 * 60, closes=27 * 60, grid=15)
    before = board.conflicts()
    known = {finding.matter for finding in before if finding.clash is not Clash.SHOWINGS_SPENT}
    for finding in before[:4]:
        for offer in repairs(finding, board, choices):
            changed = {slot.id: slot for slot in offer.after}
            after = conflicts([changed.get(slot.id, slot) for slot in plan], context)
            assert finding.matter not in {left.matter for left in after}
            grave = [left for left in after if left.severity > Severity.WISH and left.clash is not Clash.SHOWINGS_SPENT]
            assert {left.matter for left in grave} <= known
            moved = [slot for slot in offer.after if slot.at(None, 0) != board.slot(slot.id) and slot.locked]
            assert moved == [] or isinstance(offer, UseCopy)
    assert board.conflicts() == before


@settings(max_examples=60, deadline=None)
@given(slots(most=8), contexts(), st.data())
def test_every_free_place_is_free_and_none_is_overlooked(plan, context, data):
    if not plan:
        return
    board = Board(plan, context)
    wanted = data.draw(st.sampled_from(plan))
    if not wanted.live:
        return
    choices = Choices(DAYS[:1], opens=22 * 60, closes=25 * 60, grid=15)
    if any(facts.hours for facts in context.halls.values()):
        choices = choices._replace(halls=(2, 3))
    kept = {
        f.matter for f in board.check(wanted) if f.rule == "R10" and "ended" not in f.clash and "not_be" not in f.clash
    }
    lead = wanted.body_start - wanted.start
    expected = {
        (hall, start)
        for hall in choices.halls or (1, 2, 3)
        for start in range(at("22:00"), at("25:00") - (wanted.end - wanted.start) + 1)
        if (start + lead) % 15 == 0 and {f.matter for f in board.check(wanted.at(hall, start))} <= kept
    }
    found = {
        (place.hall, start)
        for place in free_places(wanted, board, choices, limit=99)
        for start in range(place.first, place.last + 1, 15)
    }
    assert expected == found


def test_what_nobody_understands_is_answered_with_a_version_that_is_here():
    versions = {1: VersionFacts("zh", work=5), 2: VersionFacts("zh", ("kk",), work=5), 3: VersionFacts("kk", work=6)}
    copies = {1: CopyFacts(1), 2: CopyFacts(2), 3: CopyFacts(3), 4: CopyFacts(2, ready_from=at("9:00", 3))}
    context = replace(CONTEXT, without=ASIDE - {"F36"}, versions=versions, copies=copies)
    board = Board([event(1, 1, "18:00", works=(5,), versions=(1,), copies=(1,))], context)
    (finding,) = board.conflicts()
    offers = repairs(finding, board, CHOICES)
    assert [type(offer) for offer in offers] == [UseVersion, Unplace]
    assert (offers[0].version, offers[0].copy, offers[0].after[0].copies) == (2, 2, (2,))


def test_a_gala_is_locked_in_its_place():
    board = Board([event(1, 1, "18:00", occasion=Occasion.GALA)], CONTEXT)
    (finding,) = board.conflicts()
    assert repairs(finding, board, CHOICES) == [Lock(1, (replace(board.slot(1), locked=True),))]


def test_a_guest_in_two_places_is_answered_with_a_move():
    people = (Booked(7, PersonTask.GUEST),)
    board = Board([event(1, 1, "18:00", people=people), event(2, 3, "18:30", people=people)], CONTEXT)
    (finding,) = board.conflicts()
    offers = repairs(finding, board, CHOICES)
    assert isinstance(offers[0], MoveTo)
    assert all(cures(finding, offer.after, board) for offer in offers)


def test_a_published_time_moves_where_a_must_is_broken():
    published = replace(CONTEXT, published={1: (1, at("18:00")), 2: (1, at("18:30"))})
    board = Board([event(1, 1, "18:00"), event(2, 1, "18:30")], published)
    (taken,) = board.conflicts()
    assert isinstance(repairs(taken, board, CHOICES)[0], MoveTo)


def test_a_film_nobody_understands_still_finds_a_place():
    context = replace(CONTEXT, without=ASIDE - {"F36"}, versions={1: VersionFacts("zh", work=5)})
    waiting = event(1, None, "18:00", works=(5,), versions=(1,))
    assert nearest_place(waiting, Board([waiting], context), CHOICES) is not None
