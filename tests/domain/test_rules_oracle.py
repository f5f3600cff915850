"""Whole festivals in which all is wrong: the board says exactly what comparing everything with everything says."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.board import Board, conflicts
from app.domain.calendar import DAY
from app.domain.kinds_of_plans import AudienceKind, Occasion
from app.domain.rules import RULES
from app.domain.screenings import INSTANTS, Clash, Finding, Party, PartyKind, Severity
from app.domain.shapes import FrameRule, GroupRule
from app.domain.surroundings import Setting, Span
from tests.domain.brute_force import JUDGED, naive, told
from tests.domain.plans import without_all_but
from tests.festivals import an_event, festival, large_festival

SEEDS = st.integers(0, 10**6)
CLOCKED = frozenset({"R4", "R10", "R11", "R12", "R13", "R22"})
"""Rules that ask for the date: they may change when everything moves to another week."""


@settings(max_examples=120, deadline=None)
@given(SEEDS)
def test_the_board_finds_what_brute_force_finds(seed):
    plan, context = festival(seed)
    findings = conflicts(plan, context)
    assert told(findings) == naive(plan, context)
    assert len(set(findings)) == len(findings)
    assert len({finding.key for finding in findings}) == len(findings)


def test_the_festivals_break_every_rule_the_oracle_knows():
    broken = {finding.clash for seed in range(150) for finding in conflicts(*festival(seed))}
    elsewhere = {Clash.RIGHTS_USE, Clash.RIGHTS_NOT_BEFORE, Clash.SHOWINGS_SPENT}  # test_screenings_board has these
    assert JUDGED - broken == elsewhere


@settings(max_examples=150, deadline=None)
@given(SEEDS, st.randoms(use_true_random=False))
def test_a_drag_is_told_what_a_full_check_says_of_the_event(seed, chance):
    plan, context = large_festival(seed)
    board = Board(plan, context)
    candidate = an_event(chance.randint(1, len(plan) + 1), chance)
    if candidate.id <= len(plan) and chance.random() < 0.5:  # moved as it is
        candidate = board.slot(candidate.id).at(candidate.hall, candidate.start)
    moved = [candidate if old.id == candidate.id else old for old in plan]
    moved += [candidate] * (candidate.id > len(plan))
    assert board.check(candidate) == [f for f in conflicts(moved, context) if candidate.id in f.slots]
    other = an_event(chance.randint(1, len(plan)), chance)
    if other.id != candidate.id:
        both = [other if old.id == other.id else old for old in moved]
        pair = [f for f in conflicts(both, context) if candidate.id in f.slots]
        assert board.check(candidate, [other]) == pair


def test_the_large_festivals_break_every_rule_there_is():
    broken = {finding.clash for seed in range(80) for finding in conflicts(*large_festival(seed))}
    assert set(Clash) - broken == {Clash.RIGHTS_USE, Clash.RIGHTS_NOT_BEFORE}  # as those: one window, another question


@settings(max_examples=60, deadline=None)
@given(SEEDS, st.randoms(use_true_random=False))
def test_moves_one_after_another_keep_the_board_right(seed, chance):
    plan, context = festival(seed)
    board, now = Board(plan, context), {slot.id: slot for slot in plan}
    for _ in range(4):
        before = board.conflicts()
        number = chance.randint(1, len(plan) + 1)
        if number in now and chance.random() < 0.3:
            change = board.remove(number)
            del now[number]
        else:
            now[number] = an_event(number, chance)
            change = board.replace(now[number])
        after = board.conflicts()
        assert after == conflicts(now.values(), context)
        assert change.appeared == tuple(f for f in after if f not in before)
        assert change.disappeared == tuple(f for f in before if f not in after)


@settings(max_examples=60, deadline=None)
@given(SEEDS, st.integers(-3, 3))
def test_moving_everything_by_weeks_changes_nothing(seed, weeks):
    plan, context = festival(seed)
    context = replace(context, without=CLOCKED)
    by = weeks * 7 * DAY
    found = conflicts([slot.at(slot.hall, slot.start + by) for slot in plan], _later(context, by))
    told_then = [(f.clash, f.slots, f.at - by, _values(f, by), f.parties) for f in found]
    assert told_then == [(f.clash, f.slots, f.at, _values(f, 0), f.parties) for f in conflicts(plan, context)]


@settings(max_examples=60, deadline=None)
@given(SEEDS, st.integers(1, 9), st.integers(0, 1000))
def test_other_numbers_mean_nothing(seed, times, more):
    def renamed(number):
        return number * times + more

    plan, context = festival(seed)
    other = replace(context, published={renamed(n): there for n, there in context.published.items()})
    found = conflicts([replace(slot, id=renamed(slot.id)) for slot in plan], other)
    assert found == [f._replace(slots=tuple(map(renamed, f.slots))) for f in conflicts(plan, context)]


@settings(max_examples=40, deadline=None)
@given(SEEDS, st.randoms(use_true_random=False))
def test_the_order_of_events_changes_nothing(seed, chance):
    plan, context = festival(seed)
    mixed = list(plan)
    chance.shuffle(mixed)
    assert conflicts(mixed, context) == conflicts(plan, context)


@settings(max_examples=40, deadline=None)
@given(SEEDS, st.sampled_from(sorted({spec.rule for spec in RULES})))
def test_a_rule_switched_off_is_silent_and_the_others_are_not(seed, rule):
    plan, context = festival(seed)
    rest = [_plain(f) for f in conflicts(plan, context) if f.rule != rule]
    for without in ({"settings": {rule: Setting(severity=0)}}, {"without": frozenset({rule})}):
        assert [_plain(f) for f in conflicts(plan, replace(context, **without))] == rest


@pytest.mark.parametrize(
    ("rule", "severity", "expected"),
    [
        ("R7", 2, {Clash.COPY_ELSEWHERE: Severity.WARNING}),
        ("R19", 3, {Clash.OFF_GRID: Severity.ERROR}),
        ("R2", None, {Clash.TURNAROUND_SHORT: Severity.WARNING}),
        ("R8", 1, {Clash.KEY_EXPIRED: Severity.WISH, Clash.KEY_MISSING: Severity.WISH}),
        ("R8", 2, {Clash.KEY_EXPIRED: Severity.WARNING, Clash.KEY_MISSING: Severity.WISH}),
    ],
)
def test_a_programme_says_how_grave_a_rule_is(rule, severity, expected):
    found = {}
    for seed in range(25):
        plan, context = festival(seed)
        for finding in conflicts(plan, replace(context, settings={rule: Setting(severity)})):
            found.setdefault(finding.clash, set()).add(finding.severity)
    assert {clash: found[clash] for clash in expected} == {clash: {one} for clash, one in expected.items()}


def test_only_wishes_and_warnings_wait_for_the_drop():
    deep = {spec.rule for spec in RULES if isinstance(spec, GroupRule) and spec.deep}
    grave = {clash.rule for clash in Clash if clash.severity is Severity.ERROR}
    assert not deep & grave
    assert {spec.rule for spec in RULES if isinstance(spec, FrameRule)} == {"R30"}


def test_an_opening_is_noticed_when_it_comes_to_a_board_without_one():
    plan, context = festival(3)
    context = replace(context, without=without_all_but("R30"), halls={})
    plain = [replace(slot, occasion=Occasion.NONE, locked=True) for slot in plan]
    plain = [replace(slot, audience=AudienceKind.PUBLIC, blocker=False) for slot in plain]
    board = Board(plain, context)
    public = [slot for slot in plain if slot.live]
    late = max(public, key=lambda slot: slot.body_start)
    opening = replace(late, occasion=Occasion.OPENING)
    assert [f.clash for f in board.check(opening)] == [Clash.OPENING_NOT_FIRST]
    assert [f.clash for f in board.replace(opening).appeared] == [Clash.OPENING_NOT_FIRST]
    assert board.conflicts() == conflicts(board.slots, context)
    assert [f.clash for f in board.replace(late).disappeared] == [Clash.OPENING_NOT_FIRST]


def test_the_days_left_do_not_undo_what_was_accepted():
    values = (("paper", "filing"), ("days", 12), ("law", 5))
    finding = Finding("R13", Clash.PAPER_MISSING, Severity.WARNING, (1,), 0, values, (Party(PartyKind.WORK, 1),))
    assert finding._replace(values=(("paper", "filing"), ("days", 11), ("law", 5))).key == finding.key
    assert finding._replace(values=(("paper", "permit"), ("days", 12), ("law", 5))).key != finding.key


def _plain(finding):
    """Without what R27 says of the other rules."""
    return finding._replace(values=tuple(value for value in finding.values if value[0] != "because"))


def _values(finding, by):
    """Values with the moments moved back; days move with everything."""
    return tuple((name, value - by if name in INSTANTS else value) for name, value in finding.values if name != "day")


def _later(context, by):
    def later(minute):
        return None if minute is None else minute + by

    return replace(
        context,
        halls={n: replace(h, hours=tuple((a + by, b + by) for a, b in h.hours)) for n, h in context.halls.items()},
        copies={
            n: replace(
                c,
                ready_from=later(c.ready_from),
                leaves=later(c.leaves),
                keys=tuple(k._replace(begins=later(k.begins), ends=later(k.ends)) for k in c.keys),
            )
            for n, c in context.copies.items()
        },
        people={
            n: tuple(Span(later(s.starts), later(s.ends), s.stop) for s in own) for n, own in context.people.items()
        },
        journeys={
            way: j._replace(departs=later(j.departs), arrives=later(j.arrives)) for way, j in context.journeys.items()
        },
        published={n: (hall, starts + by) for n, (hall, starts) in context.published.items()},
    )
