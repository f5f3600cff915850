"""The board answers exactly what comparing everything with everything answers, move after move."""

import random
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain import board as board_module
from app.domain.board import Board, conflicts
from app.domain.calendar import DAY
from app.domain.context import Context, HallFacts
from app.domain.rules import RULES, LoneRule
from app.domain.screenings import INSTANTS, Clash, Finding, Party, PartyKind, Severity
from tests.domain.pairwise import naive
from tests.domain.plans import ASIDE, at, contexts, event, slot, slots

PARTY = {"R1": PartyKind.HALL, "R2": PartyKind.HALL, "R3": PartyKind.HALL, "R7": PartyKind.COPY, "R10": PartyKind.WORK}
EXTENT = ("overlap", "gap", "planned")


def plain(findings):
    """Findings in the words of the oracle."""
    return {
        (
            f.clash.value,
            frozenset(f.slots),
            f.party(PARTY[f.rule])[0],
            next((f.value(name) for name in EXTENT if f.value(name) is not None), 0),
        )
        for f in findings
    }


def lone_limits(context):
    """Rights in which at most one window of a work is limited, as the oracle counts showings."""
    if context.rights is None:
        return context
    kept = {work: own if len(own) == 1 else tuple(replace(w, max_showings=None) for w in own)
            for work, own in context.rights.items()}  # fmt: skip
    return replace(context, rights=kept)


@settings(max_examples=150, deadline=None)
@given(slots(), contexts())
def test_the_board_finds_what_brute_force_finds(plan, context):
    context = lone_limits(context)
    findings = conflicts(plan, context)
    assert plain(findings) == naive(plan, context)
    assert len(set(findings)) == len(findings)


@settings(max_examples=100, deadline=None)
@given(slots(), contexts(), st.data())
def test_a_candidate_is_judged_as_if_it_stood_there(plan, context, data):
    candidate = data.draw(slot(data.draw(st.integers(0, len(plan)))))
    moved = [candidate if old.id == candidate.id else old for old in plan]
    if candidate.id == len(plan):
        moved.append(candidate)
    there = [f for f in conflicts(moved, context) if candidate.id in f.slots]
    assert Board(plan, context).check(candidate) == there


@settings(max_examples=100, deadline=None)
@given(slots(), contexts(), st.data())
def test_two_candidates_are_judged_together(plan, context, data):
    if len(plan) < 2:
        return
    pair = [data.draw(slot(0)), data.draw(slot(1))]
    after = conflicts([*pair, *plan[2:]], context)
    board = Board(plan, context)
    assert board.check(pair[0], pair[1:]) == [f for f in after if 0 in f.slots]
    assert board.check(pair[1], pair[:1]) == [f for f in after if 1 in f.slots]


@settings(max_examples=60, deadline=None)
@given(slots(), contexts(), st.lists(st.integers(0, 13), max_size=6), st.data())
def test_moves_one_after_another_keep_the_board_right(plan, context, numbers, data):
    board = Board(plan, context)
    now = {s.id: s for s in plan}
    for number in numbers:
        before = board.conflicts()
        if number in now and data.draw(st.booleans()):
            change = board.remove(number)
            del now[number]
        else:
            now[number] = data.draw(slot(number))
            change = board.replace(now[number])
        after = board.conflicts()
        assert after == conflicts(now.values(), context)
        assert change.appeared == tuple(f for f in after if f not in before)
        assert change.disappeared == tuple(f for f in before if f not in after)
    assert len(board) == len(now)
    assert {s.id for s in board.slots} == set(now)


@settings(max_examples=50, deadline=None)
@given(slots(), contexts(), st.randoms(use_true_random=False))
def test_the_order_of_events_changes_nothing(plan, context, chance):
    mixed = list(plan)
    chance.shuffle(mixed)
    assert conflicts(mixed, context) == conflicts(plan, context)


@settings(max_examples=60, deadline=None)
@given(slots(), contexts(rights=False), st.integers(-3 * DAY, 3 * DAY))
def test_moving_everything_together_changes_nothing(plan, context, by):
    def later(minute):
        return None if minute is None else minute + by

    shifted = replace(
        context,
        halls={n: replace(h, hours=tuple((a + by, b + by) for a, b in h.hours)) for n, h in context.halls.items()},
        copies={
            n: replace(c, ready_from=later(c.ready_from), leaves=later(c.leaves)) for n, c in context.copies.items()
        },
    )
    expected = [
        f._replace(at=f.at + by, values=tuple((k, v + by if k in INSTANTS else v) for k, v in f.values))
        for f in conflicts(plan, context)
    ]
    found = conflicts([s.at(s.hall, s.start + by) for s in plan], shifted)
    assert found == expected
    assert [f.key for f in found] == [f.key for f in conflicts(plan, context)]


@settings(max_examples=60, deadline=None)
@given(slots(), contexts(), st.permutations(range(20)))
def test_other_numbers_mean_nothing(plan, context, names):
    context = lone_limits(context)
    renamed = [replace(s, id=names[s.id]) for s in plan]
    expected = {
        (clash, frozenset(names[n] for n in ids), thing, extent) for clash, ids, thing, extent in naive(plan, context)
    }
    assert plain(conflicts(renamed, context)) == expected


@settings(max_examples=50, deadline=None)
@given(slots(), contexts())
def test_keys_tell_findings_apart(plan, context):
    findings = conflicts(plan, context)
    assert len({f.key for f in findings}) == len(findings)


def test_a_long_exhibition_is_seen_from_its_last_day():
    show = event(1, 1, "10:00", 20 * DAY)
    others = [event(n, 1, "12:00", day=n) for n in range(2, 25)]
    found = Board([show, *others], Context(halls={1: HallFacts(1)})).check(event(99, 1, "18:00", day=19))
    assert [(f.clash, f.slots) for f in found] == [(Clash.HALL_TAKEN, (1, 99))]


def test_a_change_tells_what_came_and_what_went():
    board = Board([event(1, 1, "18:00"), event(2, 1, "19:00"), event(3, 2, "19:00")], Context())
    change = board.replace(event(2, 2, "19:00"))
    assert [f.slots for f in change.disappeared] == [(1, 2)]
    assert [f.slots for f in change.appeared] == [(2, 3)]
    assert change.appeared[0].parties == (Party(PartyKind.HALL, 2),)
    assert board.replace(event(2, 2, "19:00")) == ((), ())


def test_what_is_not_on_the_board_cannot_be_removed():
    with pytest.raises(KeyError):
        Board([], Context()).remove(1)


def test_the_events_of_a_hall_are_told_by_time():
    board = Board([event(2, 1, "19:00"), event(1, 1, "15:00"), event(3, 2, "15:00")], Context())
    assert [s.id for s in board.in_hall(1, at("10:00"), at("24:00"))] == [1, 2]
    assert [s.id for s in board.in_hall(1, at("16:30"), at("19:00"))] == []
    assert board.in_hall(9, at("10:00"), at("24:00")) == []


def test_a_large_board_equals_brute_force_too():
    chance = random.Random(7)
    plan = [
        event(
            n,
            chance.randint(1, 9),
            "10:00",
            5 * chance.randint(1, 30),
            day=chance.randint(0, 3),
            copies=(chance.randint(1, 40),),
        )
        for n in range(400)
    ]
    plan = [s.at(s.hall, s.start + 5 * chance.randint(0, 150)) for s in plan]
    context = Context(halls={hall: HallFacts(hall // 4) for hall in range(1, 10)}, without=ASIDE)
    findings = conflicts(plan, context)
    assert plain(findings) == naive(plan, context)
    assert len(findings) > 300


def test_a_new_rule_needs_no_change_of_the_board(monkeypatch):
    def too_long(event, _context):
        values = (("minutes", event.end - event.start),)
        long = event.end - event.start > 180
        return [Finding("R99", Clash.HALL_CLOSED, Severity.WISH, (event.id,), event.start, values)] if long else []

    monkeypatch.setattr(board_module, "RULES", (*RULES, LoneRule("R99", too_long)))
    plan = [event(1, 1, "10:00", 181), event(2, 1, "18:00", 180)]
    assert [(f.rule, f.slots) for f in conflicts(plan, Context())] == [("R99", (1,))]
    assert conflicts(plan, Context(without=frozenset({"R99"}))) == []
