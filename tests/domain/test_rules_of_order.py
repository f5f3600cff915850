"""What comes first, what comes again and what runs against what; an oracle for the order."""

import random
from dataclasses import replace
from itertools import pairwise, product

import pytest

from app.domain.board import Board, conflicts
from app.domain.context import Context, HallFacts
from app.domain.kinds import Premiere
from app.domain.kinds_of_plans import AudienceKind, LinkKind, Occasion
from app.domain.screenings import Clash, PartyKind
from app.domain.surroundings import EntryFacts, EntryTie, Setting, StrandFacts, WorkFacts
from tests.domain.plans import FIRST, at, event

HALLS = {1: HallFacts(1), 2: HallFacts(1), 3: HallFacts(2)}
ALL = frozenset({*(f"R{number}" for number in range(1, 31)), "F36"})
FAMILY, PRESS = AudienceKind.FAMILY, AudienceKind.PRESS


def only(*rules, **facts):
    return replace(Context(halls=HALLS, without=ALL - set(rules)), **facts)


def clashes(slots, context):
    return [finding.clash for finding in conflicts(slots, context)]


BEFORE = only("R14", ties=(EntryTie(1, 2, LinkKind.BEFORE),))


@pytest.mark.parametrize(("clock", "found"), [("19:29", [Clash.ORDER_WRONG]), ("19:30", [])])
def test_the_second_title_waits_for_the_first(clock, found):
    first, second = event(1, 1, "18:00", entry=1), event(2, 2, clock, entry=2)
    assert clashes([first, second], BEFORE) == found


def test_one_showing_of_the_first_is_enough_and_none_is_not_asked():
    second = event(2, 2, "20:00", entry=2)
    assert clashes([event(1, 1, "18:00", entry=1), second, event(3, 1, "22:00", entry=1)], BEFORE) == []
    assert clashes([second], BEFORE) == []
    (finding,) = conflicts([event(1, 1, "21:00", entry=1), second], BEFORE)
    assert (finding.slots, finding.value("starts"), finding.value("until")) == ((2, 1), at("20:00"), at("22:30"))


PARTS = only("R14", works={n: WorkFacts(parent=9, number=n) for n in (1, 2, 3)})


@pytest.mark.parametrize(("clock", "found"), [("19:29", [Clash.PARTS_ORDER]), ("19:30", [])])
def test_part_one_comes_before_part_two(clock, found):
    assert clashes([event(1, 1, "18:00", works=(1,)), event(2, 2, clock, works=(2,))], PARTS) == found


def test_of_the_parts_that_are_shown_the_nearest_comes_before():
    assert clashes([event(1, 1, "18:00", works=(1,)), event(3, 2, "20:00", works=(3,))], PARTS) == []
    (finding,) = conflicts([event(1, 1, "20:00", works=(1,)), event(3, 2, "18:00", works=(3,))], PARTS)
    assert (finding.value("number"), finding.value("other"), finding.slots) == (3, 1, (3, 1))


def test_parts_in_one_event_follow_its_own_order():
    assert clashes([event(1, 1, "18:00", works=(1, 2))], PARTS) == []
    assert clashes([event(1, 1, "18:00", works=(2, 1))], PARTS) == [Clash.PARTS_ORDER]


@pytest.mark.parametrize(("clock", "found"), [("19:29", [Clash.TALK_BEFORE_FILM]), ("19:30", [])])
def test_a_talk_follows_its_film(clock, found):
    assert clashes([event(1, 1, "18:00", works=(5,)), event(2, 2, clock, talks=(5,))], only("R14")) == found
    assert clashes([event(1, 1, "18:00", works=(5,), talks=(5,))], only("R14")) == []


@pytest.mark.parametrize(("clock", "found"), [("17:59", [Clash.PREMIERE_NOT_FIRST]), ("18:00", [])])
def test_nobody_sees_a_title_before_its_premiere(clock, found):
    premiere = event(1, 1, "18:00", works=(5,), occasion=Occasion.PREMIERE)
    assert clashes([premiere, event(2, 2, clock, works=(5,))], only("R14")) == found
    assert clashes([premiere, event(2, 2, clock, works=(5,), audience=PRESS)], only("R14")) == []


def naive(slots, context):
    """R14 by asking of every event whether any showing of what belongs before it is over."""
    found = set()
    for slot in slots:
        firsts = [[s for s in slots if s.entry == tie.entry] for tie in context.ties if slot.entry == tie.other]
        if any(shown and not over(shown, slot) for shown in firsts):
            found.add(("order_wrong", slot.id))
        for place, work in enumerate(slot.works):
            lower = [n for n in range(1, work) if any(n in other.works for other in slots)]
            if lower and lower[-1] not in slot.works[:place] and not over(showing(lower[-1], slots), slot):
                found.add(("parts_order", slot.id))
        talked = [showing(work, slots) for work in set(slot.talks) - set(slot.works)]
        if any(shown and not over(shown, slot) for shown in talked):
            found.add(("talk_before_film", slot.id))
        found |= {("premiere_not_first", slot.id) for work in slot.works if too_soon(work, slot, slots)}
    return found


def showing(work, slots):
    return [slot for slot in slots if work in slot.works]


def over(shown, slot):
    return any(s.body_end <= slot.body_start for s in shown)


def too_soon(work, slot, slots):
    premieres = [s for s in showing(work, slots) if s.occasion is Occasion.PREMIERE]
    if not premieres or slot in premieres or slot.audience is PRESS:
        return False
    return all(slot.body_start < s.body_start for s in premieres)


@pytest.mark.parametrize("seed", range(40))
def test_the_board_finds_the_order_that_brute_force_finds(seed):
    chance = random.Random(seed)
    ties = (EntryTie(1, 2, LinkKind.BEFORE), EntryTie(2, 3, LinkKind.BEFORE), EntryTie(1, 3, LinkKind.APART))
    context = replace(PARTS, ties=ties[:2])

    def some(number):
        made = event(
            number, chance.randint(1, 3), "10:00", chance.randint(20, 120), entry=chance.randint(1, 4),
            works=tuple(chance.sample((1, 2, 3), chance.randint(0, 2))),
            talks=tuple(chance.sample((1, 2), chance.randint(0, 1))),
            occasion=chance.choice([Occasion.NONE, Occasion.NONE, Occasion.PREMIERE]),
            audience=chance.choice([AudienceKind.PUBLIC, AudienceKind.PUBLIC, PRESS]),
        )  # fmt: skip
        return made.at(made.hall, made.start + 10 * chance.randint(0, 60))

    plan = {number: some(number) for number in range(chance.randint(2, 9))}
    board = Board(plan.values(), context)
    for number in range(6):
        assert {(f.clash.value, f.slots[0]) for f in board.conflicts()} == naive(list(plan.values()), context)
        plan[number] = some(number)
        before = board.conflicts()
        change = board.replace(plan[number])
        after = board.conflicts()
        assert after == conflicts(plan.values(), context)
        assert set(change.appeared) == set(after) - set(before)
        assert set(change.disappeared) == set(before) - set(after)


def test_two_showings_on_one_day_and_on_two():
    early = event(1, 1, "12:00", works=(5,))
    (finding,) = conflicts([early, event(2, 2, "20:00", works=(5,))], only("R15"))
    assert (finding.clash, finding.value("day")) == (Clash.SAME_DAY, FIRST)
    later = event(2, 2, "20:00", day=1, works=(5,))
    assert clashes([early, later], only("R15")) == []
    wishing = only("R15", settings={"R15": Setting(value=2)})
    assert clashes([early, later], wishing) == [Clash.SHOWINGS_CLOSE]
    assert clashes([early, event(2, 2, "20:00", day=2, works=(5,))], wishing) == []
    assert clashes([early, event(2, 2, "20:00", works=(5,), audience=PRESS)], only("R15")) == []


def test_another_hall_and_another_hour_are_wished_for():
    first = event(1, 1, "12:00", works=(5,))
    assert clashes([first, event(2, 1, "13:00", day=1, works=(5,))], only("R15")) == [Clash.SAME_HALL]
    assert clashes([first, event(2, 2, "12:59", day=1, works=(5,))], only("R15")) == [Clash.SAME_HOUR]
    assert clashes([first, event(2, 2, "13:00", day=1, works=(5,))], only("R15")) == []
    one_hall = only("R15", halls={1: HallFacts(1)})
    assert clashes([first, event(2, 1, "13:00", day=1, works=(5,))], one_hall) == []


@pytest.mark.parametrize(("clock", "overlaps"), [("19:29", True), ("19:30", False)])
def test_what_shall_not_run_at_the_same_time(clock, overlaps):
    apart = only("R16", ties=(EntryTie(1, 2, LinkKind.APART),), strands={4: StrandFacts(alone=True)})
    for facts, other, clash in (
        ({"entry": 1}, {"entry": 2}, Clash.AGAINST),
        ({"strand": 4}, {"strand": 4}, Clash.STRAND_PARALLEL),
        ({"audience": FAMILY}, {"audience": FAMILY}, Clash.FAMILY_PARALLEL),
    ):
        slots = [event(1, 1, "18:00", **facts), event(2, 2, clock, **other)]
        assert clashes(slots, apart) == ([clash] if overlaps else [])
    assert clashes([event(1, 1, "18:00", strand=5), event(2, 2, "18:00", strand=5)], apart) == []


@pytest.mark.parametrize(("clock", "found"), [("18:09", [Clash.STARTS_TOGETHER]), ("18:10", [])])
def test_starts_in_one_building_are_staggered(clock, found):
    assert clashes([event(1, 1, "18:00"), event(2, 2, clock)], only("R18")) == found
    assert clashes([event(1, 1, "18:00"), event(2, 3, clock)], only("R18")) == []


def test_of_starts_at_once_each_is_told_beside_the_next_only():
    halls = {number: HallFacts(1) for number in range(1, 9)}
    together = [event(number, number, "19:00") for number in halls]
    assert [f.slots for f in conflicts(together, only("R18", halls=halls))] == [(n, n + 1) for n in range(1, 8)]


TOWNS = {1: HallFacts(1, stop=1), 2: HallFacts(2, stop=2, territory="CN", zone="Asia/Shanghai")}


def test_each_town_of_a_tour_has_its_own_order():
    seen = event(1, 1, "18:00", entry=1, works=(1,))
    late = [event(2, 2, "12:00", day=2, entry=2, works=(2,)), event(3, 2, "15:00", day=2, entry=1, works=(1,))]
    assert clashes([seen, *late], replace(BEFORE, halls=TOWNS)) == [Clash.ORDER_WRONG]
    assert clashes([seen, late[0]], replace(BEFORE, halls=TOWNS)) == []
    assert clashes([seen, *late], replace(PARTS, halls=TOWNS)) == [Clash.PARTS_ORDER]
    talk = event(4, 2, "12:00", day=2, talks=(1,))
    assert clashes([seen, talk, late[1]], only("R14", halls=TOWNS)) == [Clash.TALK_BEFORE_FILM]


@pytest.mark.parametrize(
    ("reach", "found"),
    [
        (Premiere.NONE, []),
        (Premiere.CITY, []),
        (Premiere.NATIONAL, []),  # the town before lies in another country
        (Premiere.CONTINENTAL, [Clash.PREMIERE_NOT_FIRST]),
        (Premiere.WORLD, [Clash.PREMIERE_NOT_FIRST]),
    ],
)
def test_a_premiere_reaches_as_far_as_it_is_one(reach, found):
    before = event(1, 1, "18:00", works=(5,))
    premiere = event(2, 2, "18:00", day=2, works=(5,), occasion=Occasion.PREMIERE, entry=9)
    context = only("R14", halls=TOWNS, entries={9: EntryFacts(5, premiere=reach)})
    assert clashes([before, premiere], context) == found
    if reach is Premiere.NATIONAL:
        one_country = {number: replace(hall, territory="KZ") for number, hall in TOWNS.items()}
        assert clashes([before, premiere], replace(context, halls=one_country)) == [Clash.PREMIERE_NOT_FIRST]


JURY = only("R17", strands={4: StrandFacts(for_jury=True)}, travel={(1, 2): 30})


def test_a_jury_can_choose_among_showings():
    def show(number, hall, clock, work, **more):
        return event(number, hall, clock, works=(work,), strand=4, **more)

    clashing = [show(1, 1, "18:00", 1), show(2, 2, "18:00", 2)]
    (finding,) = conflicts(clashing, JURY)
    assert (finding.clash, finding.value("titles"), finding.party(PartyKind.WORK)) == (Clash.JURY_MISSES, 2, (1, 2))
    assert finding.party(PartyKind.STRAND) == (4,)
    assert clashes([*clashing, show(3, 1, "18:00", 2, day=1)], JURY) == []
    assert clashes([show(1, 1, "18:00", 1), show(2, 3, "19:59", 2)], JURY) == [Clash.JURY_MISSES]
    assert clashes([show(1, 1, "18:00", 1), show(2, 3, "20:00", 2)], JURY) == []


def test_a_jury_is_told_the_fewest_titles_that_show_it():
    def show(number, clock, work, hall):
        return event(number, hall, clock, works=(work,), strand=4)

    three_for_two_places = [
        show(n * 2 + k, clock, n, n) for n in (1, 2, 3) for k, clock in ((0, "12:00"), (1, "18:00"))
    ]
    beside = [show(20, "21:00", 8, 1), event(21, 2, "21:00", works=(9,), strand=5)]
    (finding,) = conflicts([*three_for_two_places, *beside], JURY)
    assert finding.party(PartyKind.WORK) == (1, 2, 3)


@pytest.mark.parametrize("seed", range(15))
def test_the_choice_of_a_jury_equals_trying_everything(seed):
    chance = random.Random(seed)
    titles = {work: [] for work in range(1, 6)}
    number = 0
    for work, own in titles.items():
        for _ in range(chance.randint(1, 3)):
            made = event(number, chance.randint(1, 2), "10:00", 60, works=(work,), strand=4)
            own.append(made.at(made.hall, made.start + 30 * chance.randint(0, 8)))
            number += 1

    def apart(chosen):
        ordered = sorted(chosen, key=lambda s: s.body_start)
        return all(b.body_start >= a.body_end for a, b in pairwise(ordered))

    possible = any(apart(choice) for choice in product(*titles.values()))
    found = conflicts([slot for own in titles.values() for slot in own], JURY)
    assert bool(found) is not possible
    for finding in found:
        works = finding.party(PartyKind.WORK)
        assert not any(apart(choice) for choice in product(*(titles[w] for w in works)))
        for left in works:
            assert any(apart(choice) for choice in product(*(titles[w] for w in works if w != left)))


def test_a_day_later_is_another_day_even_after_midnight():
    night = event(1, 1, "25:30", works=(5,))
    assert clashes([night, event(2, 2, "20:00", day=1, works=(5,))], only("R15")) == []
