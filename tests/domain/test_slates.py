"""The balance of a slate: what counts, against which targets, and what a change would do."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.candidates import Aspect, Candidate, better, gained
from app.domain.kinds import Premiere, RightsStatus, SlateState, SpokenMode
from app.domain.kinds_of_plans import TargetKind
from app.domain.slates import (
    CO_PRODUCTION,
    Aim,
    Entry,
    Frame,
    Key,
    Voice,
    average,
    balance,
    effect,
    preview,
)

KK = Voice(1, "kk", SpokenMode.ORIGINAL, ("ru", "zh-Hans"))
ZH = Voice(2, "zh-Hans", SpokenMode.ORIGINAL)
DUB = Voice(3, "kk", SpokenMode.DUBBED, ("en",))
CONFIRMED, INVITED, LONGLIST = SlateState.CONFIRMED, SlateState.INVITED, SlateState.LONGLIST

TOMIRIS = Entry(1, INVITED, 155, ("KZ",), voices=(KK,), strand=7, year=2019)
COMPOSER = Entry(2, CONFIRMED, 120, ("CN", "KZ"), co_production=True, voices=(ZH, DUB), strand=8, year=2019)
KYZ_ZHIBEK = Entry(3, CONFIRMED, 140, ("SU",), voices=(KK,), strand=7, year=1970)
NOMAD = Entry(4, LONGLIST, 110, ("KZ",), voices=(KK,), women=True, year=2026, premiere=Premiere.WORLD)
SLATE = (TOMIRIS, COMPOSER, KYZ_ZHIBEK, NOMAD)
AIMS = (
    Aim(TargetKind.MINUTES, 400), Aim(TargetKind.COUNTRY, 2, "KZ"), Aim(TargetKind.COUNTRY, 1, CO_PRODUCTION),
    Aim(TargetKind.STRAND, 3, "", 7), Aim(TargetKind.PARITY, 1), Aim(TargetKind.WOMEN, 1),
)  # fmt: skip
FRAME = Frame(AIMS, (7, 8), 2026)


def test_only_confirmed_and_invited_titles_count() -> None:
    found = balance(SLATE, FRAME)
    assert (found.minutes.confirmed, found.minutes.invited, found.minutes.wanted) == (260, 155, 400)
    assert (found.titles.confirmed, found.titles.invited, found.titles.total) == (2, 1, 3)
    assert found.minutes.reached


def test_a_title_of_several_countries_is_a_co_production_and_of_none_of_them() -> None:
    counts = {one.key.about: one.total for one in balance(SLATE, FRAME).countries}
    assert counts == {"KZ": 1, "SU": 1, CO_PRODUCTION: 1}
    assert balance(SLATE, FRAME).countries[-1].key.about == CO_PRODUCTION


def test_languages_are_those_of_the_version_chosen_or_of_all() -> None:
    assert COMPOSER.followed_in == {"zh", "kk", "en"}
    assert Entry(9, CONFIRMED, voices=(ZH, DUB), version=2).followed_in == {"zh"}
    assert Entry(9, CONFIRMED, voices=(Voice(4, "zxx", SpokenMode.ORIGINAL),)).followed_in == {"kk", "zh", "ru", "en"}
    counts = {one.key.about: (one.confirmed, one.invited) for one in balance(SLATE, FRAME).languages}
    assert counts == {"zh": (2, 1), "kk": (2, 1), "ru": (1, 1), "en": (1, 0)}


def test_parity_counts_joint_films_on_both_sides_and_soviet_films_in_kazakh() -> None:
    parity = balance(SLATE, FRAME).parity
    assert (parity.chinese.total, parity.kazakh.total, parity.difference) == (1, 3, -2)
    assert not parity.reached
    assert parity._replace(wanted=2).reached
    assert parity._replace(wanted=None).reached


def test_new_titles_women_and_premieres_are_counted() -> None:
    chosen = preview(SLATE, {NOMAD.id: CONFIRMED})
    counts = {one.key.kind: one.total for one in balance(chosen, FRAME).others}
    assert counts == {TargetKind.NEW: 1, TargetKind.WOMEN: 1, TargetKind.PREMIERE: 1}
    assert not any(one.total for one in balance(SLATE, FRAME).others)


def test_confirming_an_invited_title_moves_it_and_adds_nothing() -> None:
    shifts = {shift.after.key: shift for shift in effect(SLATE, {TOMIRIS.id: CONFIRMED}, FRAME).shifts}
    minutes, strand = shifts[Key(TargetKind.MINUTES)], shifts[Key(TargetKind.STRAND, "", 7)]
    assert (minutes.confirmed, minutes.total) == (155, 0)
    assert (strand.before.confirmed, strand.after.confirmed, strand.total) == (1, 2, 0)


def test_a_country_that_comes_in_is_compared_with_nothing() -> None:
    found = effect((COMPOSER,), {COMPOSER.id: None}, Frame())
    assert found.after.titles.total == 0
    gone = next(shift for shift in found.shifts if shift.after.key == Key(TargetKind.COUNTRY, CO_PRODUCTION))
    assert gone.total == -1


@given(st.lists(st.sampled_from(SlateState), min_size=4, max_size=4), st.integers(0, 3), st.sampled_from(SlateState))
def test_an_effect_is_the_difference_of_two_balances(states: list[SlateState], which: int, state: SlateState) -> None:
    slate = preview(SLATE, {entry.id: own for entry, own in zip(SLATE, states, strict=True)})
    found = effect(slate, {slate[which].id: state}, FRAME)
    assert {one.key: one.total for one in found.after.measures if one.total} == {
        one.key: one.total for one in balance(preview(slate, {slate[which].id: state}), FRAME).measures if one.total
    }
    if slate[which].state is state:
        assert found.shifts == ()


def test_points_are_averaged_over_those_who_gave_any() -> None:
    assert average([8, None, 9]) == 8.5
    assert average([None]) is None
    assert average([0, 10, 10]) == 6.7


@pytest.mark.parametrize(
    ("aspect", "who"),
    [(Aspect.OPINIONS, -1), (Aspect.RIGHTS, 1), (Aspect.LANGUAGES, 0), (Aspect.YEAR, 1), (Aspect.TARGETS, 1)],
)
def test_two_candidates_are_told_apart(aspect: Aspect, who: int) -> None:
    one = Candidate(TOMIRIS, 8.5, RightsStatus.ENDING, effect(SLATE, {TOMIRIS.id: CONFIRMED}, FRAME))
    other = Candidate(NOMAD, None, RightsStatus.CLEARED, effect(SLATE, {NOMAD.id: CONFIRMED}, FRAME))
    assert better(aspect, one, other) == who
    assert better(aspect, other, one) == -who
    assert better(aspect, one, one) == 0


def test_a_target_that_comes_nearer_is_gained_and_a_parity_that_goes_off_is_lost() -> None:
    found = effect(SLATE, {NOMAD.id: CONFIRMED}, FRAME)
    # Kazakhstan 1 of 2 and women 0 of 1 come nearer; Kazakh titles get still more ahead.
    assert gained(found) == 1


def test_nothing_wanted_is_no_target_but_no_difference_is_one() -> None:
    frame = Frame((Aim(TargetKind.MINUTES, 0), Aim(TargetKind.WOMEN, 0), Aim(TargetKind.PARITY, 0)))
    found = balance([], frame)
    assert (found.minutes.wanted, frame.wanted(Key(TargetKind.WOMEN)), found.parity.wanted) == (None, None, 0)
