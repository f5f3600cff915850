"""Guests, moderators and interpreters: in town, in one place, with time for the way; and an oracle for all of it."""

import random
from dataclasses import replace
from itertools import combinations

import pytest

from app.domain.board import Board, conflicts
from app.domain.context import Context, HallFacts
from app.domain.kinds_of_plans import PersonTask
from app.domain.screenings import Booked, Clash, PartyKind
from app.domain.surroundings import EntryFacts, Journey, Span
from tests.domain.plans import ASIDE, at, event

GUEST, HOST, VOICE = PersonTask.GUEST, PersonTask.MODERATOR, PersonTask.INTERPRETER
HALLS = {1: HallFacts(1), 2: HallFacts(1), 3: HallFacts(2)}
CONTEXT = Context(halls=HALLS, travel={(1, 2): 25}, without=ASIDE, audience=("kk", "ru"))


def booked(person=7, task=GUEST, languages=()):
    return (Booked(person, task, languages),)


def clashes(slots, context=CONTEXT):
    return [finding.clash for finding in conflicts(slots, context)]


def test_a_guest_is_not_in_two_places():
    slots = [event(1, 1, "18:00", people=booked()), event(2, 3, "19:00", people=booked())]
    (finding,) = conflicts(slots, CONTEXT)
    assert (finding.clash, finding.rule, finding.value("overlap")) == (Clash.GUEST_ELSEWHERE, "R5", 30)
    assert finding.party(PartyKind.PERSON) == (7,)
    assert finding.party(PartyKind.HALL) == (1, 3)


@pytest.mark.parametrize(("clock", "found"), [("19:54", [Clash.GUEST_TRAVELLING]), ("19:55", [])])
def test_a_guest_needs_time_for_the_way(clock, found):
    assert clashes([event(1, 1, "18:00", people=booked()), event(2, 3, clock, people=booked())]) == found


def test_two_guests_are_two_people():
    assert clashes([event(1, 1, "18:00", people=booked(7)), event(2, 3, "18:00", people=booked(8))]) == []


def test_whoever_works_at_one_of_the_two_is_staff():
    slots = [event(1, 1, "18:00", people=booked(task=HOST)), event(2, 3, "19:00", people=booked())]
    (finding,) = conflicts(slots, CONTEXT)
    assert (finding.clash, finding.rule, finding.value("task")) == (Clash.STAFF_ELSEWHERE, "R6", HOST)
    later = event(2, 3, "19:40", people=booked())
    assert clashes([slots[0], later]) == [Clash.STAFF_TRAVELLING]
    assert clashes(slots, replace(CONTEXT, without=ASIDE | {"R6"})) == []


@pytest.mark.parametrize(
    ("span", "guest", "staff"),
    [
        (Span(at("18:01"), None), [Clash.GUEST_NOT_ARRIVED], [Clash.STAFF_NOT_ARRIVED]),
        (Span(at("18:00"), at("19:30")), [], []),
        (Span(None, at("19:29")), [Clash.GUEST_GONE], [Clash.STAFF_GONE]),
    ],
)
def test_they_are_in_town(span, guest, staff):
    context = replace(CONTEXT, people={7: (span,)})
    assert clashes([event(1, 1, "18:00", people=booked())], context) == guest
    assert clashes([event(1, 1, "18:00", people=booked(task=VOICE))], context) == staff


def test_somebody_away_between_two_stays_comes_back_too_late_or_has_gone():
    away = replace(CONTEXT, people={7: (Span(None, at("12:00")), Span(at("19:00"), None))})
    assert clashes([event(1, 1, "18:00", people=booked())], away) == [Clash.GUEST_NOT_ARRIVED]
    assert clashes([event(1, 1, "14:00", people=booked())], away) == [Clash.GUEST_GONE]
    assert clashes([event(1, 1, "19:00", people=booked())], away) == []


def test_a_guest_sees_one_showing_of_the_title_at_least():
    context = replace(CONTEXT, entries={5: EntryFacts(50, guests=(7,))}, people={7: (Span(at("12:00", 1), None),)})
    early = event(1, 1, "18:00", entry=5, works=(50,))
    (finding,) = conflicts([early], context)
    assert (finding.clash, finding.value("showings")) == (Clash.GUEST_MISSES_ALL, 1)
    assert finding.party(PartyKind.WORK) == (50,)
    assert clashes([early, event(2, 1, "18:00", day=1, entry=5, works=(50,))], context) == []


def test_an_interpreter_speaks_to_the_audience():
    alone = event(1, 1, "18:00", people=booked(task=VOICE, languages=("zh", "en")))
    (finding,) = conflicts([alone], CONTEXT)
    assert (finding.clash, finding.value("languages")) == (Clash.INTERPRETER_PAIR, "zh en")
    assert clashes([event(1, 1, "18:00", people=booked(task=VOICE, languages=("zh-Hans", "kk-Latn")))]) == []
    assert clashes([event(1, 1, "18:00", people=booked(task=VOICE))]) == []


def test_on_a_tour_legs_carry_people_and_stays_are_of_a_town():
    halls = {1: HallFacts(1, stop=1), 2: HallFacts(2, stop=2)}
    tour = replace(CONTEXT, halls=halls, journeys={(1, 2): Journey(9, None, None, 600)})
    first = event(1, 1, "18:00", people=booked())
    assert clashes([first, event(2, 2, "11:00", day=1, people=booked())], tour) == []
    late = conflicts([first, event(2, 2, "19:00", day=0, people=booked())], tour)
    assert [f.clash for f in late] == [Clash.GUEST_ELSEWHERE]
    soon = conflicts([first, event(2, 2, "23:00", people=booked())], tour)
    assert [(f.clash, f.party(PartyKind.LEG)) for f in soon] == [(Clash.ARRIVES_LATE, (9,))]
    assert [name for name, _ in soon[0].values] == ["arrives", "starts"]  # nobody unpacks a guest
    train = replace(tour, journeys={(1, 2): Journey(9, at("19:00"), at("8:00", 1), 0)})
    (missed,) = conflicts([first, event(2, 2, "11:00", day=1, people=booked())], train)
    assert (missed.clash, [name for name, _ in missed.values]) == (Clash.LEG_MISSED, ["until", "departs"])
    here = replace(tour, people={7: (Span(at("10:00"), at("20:00"), 1),)})
    assert clashes([first], here) == []
    assert clashes([event(1, 2, "18:00", day=1, people=booked())], here) == [Clash.GUEST_GONE]


def naive(slots, context):
    """R5 and R6 by comparing everything with everything, minute by minute where it can."""
    found = set()
    for a, b in combinations(sorted(slots, key=lambda s: (s.start, s.end, s.id)), 2):
        for person in {p.person for p in a.people} & {p.person for p in b.people}:
            if a.hall == b.hall:
                continue
            tasks = {p.task for s in (a, b) for p in s.people if p.person == person}
            who = "guest" if tasks == {GUEST} else "staff"
            both = len(set(range(a.start, a.end)) & set(range(b.start, b.end)))
            way = 25 if {HALLS[a.hall].venue, HALLS[b.hall].venue} == {1, 2} else 0
            if both:
                found.add((f"{who}_elsewhere", frozenset((a.id, b.id)), person, both))
            elif b.start - a.end < way:
                found.add((f"{who}_travelling", frozenset((a.id, b.id)), person, b.start - a.end))
    for slot in slots:
        for person in {p.person for p in slot.people}:
            spans = context.people.get(person)
            if spans is None:
                continue
            needed = set(range(slot.start, slot.end + 1))
            if any(needed <= set(range(s.starts or slot.start, (s.ends or slot.end) + 1)) for s in spans):
                continue
            tasks = {p.task for p in slot.people if p.person == person}
            found.add(("guest" if tasks == {GUEST} else "staff", frozenset((slot.id,)), person, 0))
    return found


def plain(findings):
    said = set()
    for f in findings:
        extent = f.value("overlap") if f.value("overlap") is not None else f.value("gap") or 0
        away = f.clash.value.endswith(("not_arrived", "gone"))
        said.add(
            (f.clash.split("_")[0] if away else f.clash.value, frozenset(f.slots), *f.party(PartyKind.PERSON), extent)
        )
    return said


@pytest.mark.parametrize("seed", range(25))
def test_the_board_finds_what_brute_force_finds_and_keeps_it_while_events_move(seed):
    chance = random.Random(seed)
    quiet = ASIDE | {"R1", "R2", "R16", "R20"}
    hour = at("10:00")
    people = {n: tuple(Span(hour + 60 * k, hour + 60 * (k + chance.randint(2, 6))) for k in (0, 8)) for n in (1, 2)}
    context = replace(CONTEXT, people=people, without=quiet)

    def some(number):
        crowd = {chance.randint(1, 4): chance.choice([GUEST, GUEST, HOST, VOICE]) for _ in range(chance.randint(0, 3))}
        return event(
            number, chance.randint(1, 3), "10:00", chance.randint(20, 120), intro=chance.randint(0, 20),
            tail=chance.randint(0, 20), people=tuple(Booked(person, task) for person, task in crowd.items()),
        )  # fmt: skip

    def moved(slot):
        return slot.at(slot.hall, slot.start + 5 * chance.randint(0, 200))

    plan = {n: moved(some(n)) for n in range(25)}
    board = Board(plan.values(), context)
    for step in range(8):
        assert plain(board.conflicts()) == naive(plan.values(), context)
        plan[step] = moved(some(step))
        board.replace(plan[step])
        assert board.conflicts() == conflicts(plan.values(), context)
