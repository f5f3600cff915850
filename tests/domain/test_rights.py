"""What windows of rights allow, and what they amount to on a day."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.kinds import RightsState, RightsStatus, Use
from app.domain.rights import ENDING_DAYS, WORLD, Asked, Obstacle, Standing, Window, obstacle, status

TODAY = date(2026, 10, 15)
ASKED = Asked(version=7, territory="KZ", use=Use.FESTIVAL)


def window(**given):
    return Window(**{"work": 1, "territory": "KZ", **given})


def days(number):
    return TODAY + timedelta(days=number)


def test_without_any_window_nothing_has_been_entered():
    assert status([], TODAY) == Standing(RightsStatus.NOT_ENTERED)


def test_rights_without_end_are_cleared():
    assert status([window()], TODAY) == Standing(RightsStatus.CLEARED, None, None)


@pytest.mark.parametrize(
    ("left", "expected"),
    [
        (0, RightsStatus.ENDING),
        (ENDING_DAYS, RightsStatus.ENDING),
        (ENDING_DAYS + 1, RightsStatus.CLEARED),
    ],
)
def test_rights_end_soon_within_sixty_days(left, expected):
    assert status([window(ends=days(left))], TODAY) == Standing(expected, days(left), left)


def test_the_last_day_still_counts_and_the_next_no_more():
    assert status([window(ends=days(0))], TODAY).status is RightsStatus.ENDING
    assert status([window(ends=days(-1))], TODAY) == Standing(RightsStatus.EXPIRED, days(-1))


def test_rights_in_hand_for_later_are_cleared():
    assert status([window(starts=days(90), ends=days(400))], TODAY) == Standing(RightsStatus.CLEARED, days(400), 400)


def test_windows_without_a_gap_count_as_one():
    following = [window(ends=days(10)), window(starts=days(11), ends=days(400))]
    assert status(following, TODAY) == Standing(RightsStatus.CLEARED, days(400), 400)
    assert status(following[::-1], TODAY) == Standing(RightsStatus.CLEARED, days(400), 400)


def test_a_gap_between_windows_is_told():
    apart = [window(ends=days(10)), window(starts=days(12), ends=days(400))]
    assert status(apart, TODAY) == Standing(RightsStatus.ENDING, days(10), 10)


@pytest.mark.parametrize(
    ("windows", "expected"),
    [
        ([window(state=RightsState.NEGOTIATION)], RightsStatus.NEGOTIATION),
        ([window(state=RightsState.NEGOTIATION), window(ends=days(-5))], RightsStatus.NEGOTIATION),
        ([window(state=RightsState.NOT_CLEARED), window(ends=days(-5))], RightsStatus.EXPIRED),
        ([window(state=RightsState.NOT_CLEARED)], RightsStatus.NOT_CLEARED),
        ([window(state=RightsState.NOT_NEEDED), window(ends=days(-5))], RightsStatus.NOT_NEEDED),
        ([window(state=RightsState.NEGOTIATION), window()], RightsStatus.CLEARED),
        ([window(territory="CN")], RightsStatus.NOT_CLEARED),
        ([window(territory=WORLD)], RightsStatus.CLEARED),
    ],
)
def test_the_best_of_several_windows_counts(windows, expected):
    assert status(windows, TODAY).status is expected


def test_a_use_is_asked_for_or_not():
    television = [window(use=Use.TV)]
    assert status(television, TODAY).status is RightsStatus.CLEARED
    assert status(television, TODAY, use=Use.TV).status is RightsStatus.CLEARED
    assert status(television, TODAY, use=Use.FESTIVAL).status is RightsStatus.NOT_CLEARED


def test_rights_for_one_version_say_nothing_of_another():
    dubbed = [window(version=7)]
    assert status(dubbed, TODAY, version=7).status is RightsStatus.CLEARED
    assert status(dubbed, TODAY, version=8).status is RightsStatus.NOT_CLEARED
    assert status(dubbed, TODAY).status is RightsStatus.CLEARED


@pytest.mark.parametrize(
    ("windows", "expected"),
    [
        ([window()], None),
        ([window(starts=TODAY, ends=TODAY)], None),
        ([], Obstacle.MISSING),
        ([window(version=8)], Obstacle.MISSING),
        ([window(territory="CN")], Obstacle.TERRITORY),
        ([window(use=Use.TV)], Obstacle.USE),
        ([window(state=RightsState.NOT_CLEARED)], Obstacle.NOT_CLEARED),
        ([window(ends=days(-1))], Obstacle.ENDED),
        ([window(starts=days(1))], Obstacle.NOT_BEGUN),
        ([window(starts=days(-9), not_before=days(1))], Obstacle.NOT_BEFORE),
        ([window(state=RightsState.NEGOTIATION)], Obstacle.NEGOTIATION),
        ([window(state=RightsState.NEGOTIATION, ends=days(-1))], Obstacle.ENDED),
        ([window(state=RightsState.NOT_NEEDED, ends=days(-1))], None),
        ([window(ends=days(-1)), window(state=RightsState.NEGOTIATION)], Obstacle.NEGOTIATION),
        ([window(ends=days(-1)), window(use=Use.TV)], Obstacle.ENDED),
    ],
)
def test_what_stands_in_the_way(windows, expected):
    found = obstacle(windows, ASKED, TODAY)
    assert (found and found[0]) is expected


def test_of_two_ended_windows_the_later_is_told():
    older, newer = window(ends=days(-300)), window(ends=days(-3))
    assert obstacle([older, newer], ASKED, TODAY) == (Obstacle.ENDED, newer)
    assert obstacle([newer, older], ASKED, TODAY) == (Obstacle.ENDED, newer)


OFFSETS = st.none() | st.integers(-100, 100).map(days)
WINDOWS = st.builds(
    Window,
    work=st.just(1),
    territory=st.sampled_from(["KZ", "CN", WORLD]),
    use=st.sampled_from([None, Use.FESTIVAL, Use.TV]),
    starts=OFFSETS,
    ends=OFFSETS,
    not_before=OFFSETS,
    state=st.sampled_from(RightsState),
)


def test_of_windows_that_begin_together_the_longest_counts_in_any_order():
    endless = window(not_before=days(2), state=RightsState.CLEARED)
    short = window(not_before=days(2), ends=days(0), state=RightsState.CLEARED)
    assert status([endless, short], TODAY) == status([short, endless], TODAY) == Standing(RightsStatus.CLEARED)


@given(st.lists(WINDOWS, max_size=5), st.randoms())
def test_the_order_of_windows_changes_nothing(windows, chance):
    mixed = list(windows)
    chance.shuffle(mixed)
    assert status(mixed, TODAY) == status(windows, TODAY)
    found, again = obstacle(windows, ASKED, TODAY), obstacle(mixed, ASKED, TODAY)
    assert (found and found[0]) == (again and again[0])


@given(st.lists(WINDOWS, max_size=5), st.integers(-100, 100).map(days))
def test_what_is_not_obstructed_lies_in_some_window(windows, day):
    if obstacle(windows, ASKED, day) is None:
        assert any(w.lies_in(day) or w.state is RightsState.NOT_NEEDED for w in windows)
