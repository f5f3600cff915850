"""Windows of one work: showings used, renewal, overlaps and contradictions."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from app.domain.kinds import RightsState, Use
from app.domain.rights import WORLD, Window
from app.domain.windows import Overlap, Rub, Shown, overlaps, renewed, used

DAY = date(2026, 10, 1)
DAYS = timedelta(days=1)


def window(first: int | None, last: int | None, most: int | None = None, **more: object) -> Window:
    """A window of days counted from DAY."""
    starts, ends = (None if n is None else DAY + n * DAYS for n in (first, last))
    return Window(1, **{"territory": "KZ", "starts": starts, "ends": ends, "max_showings": most, **more})  # type: ignore[arg-type]


def shown(day: int, territory: str = "KZ", use: Use | None = Use.FESTIVAL, version: int | None = None) -> Shown:
    """A showing on a day counted from DAY."""
    return Shown(DAY + day * DAYS, territory, use, version)


def test_showings_draw_on_the_window_that_ends_first() -> None:
    windows = [window(0, 100, 5), window(0, 10, 2)]
    assert used(windows, [shown(day) for day in (1, 2, 3, 50)]) == [2, 2]


def test_a_window_without_limit_spares_the_limited_ones() -> None:
    assert used([window(0, 10, 2), window(0, 100)], [shown(1), shown(2)]) == [0, 2]


def test_a_full_window_tells_how_many_are_too_many() -> None:
    assert used([window(0, 10, 1)], [shown(1), shown(2), shown(3)]) == [3]


def test_what_no_window_permits_counts_nowhere() -> None:
    windows = [window(0, 10, 2, use=Use.TV), window(0, 10, 2, version=7)]
    assert used(windows, [shown(1), shown(1, "CN"), shown(20), shown(1, version=8)]) == [0, 0]
    assert used(windows, [shown(1, version=7)]) == [0, 1]


def test_twin_windows_are_counted_apart() -> None:
    assert used([window(0, 10, 1), window(0, 10, 1)], [shown(1), shown(2)]) == [1, 1]


def test_a_window_is_renewed_for_the_year_after_it() -> None:
    assert renewed(date(2025, 3, 1), date(2026, 12, 31), DAY) == (date(2027, 1, 1), date(2027, 12, 31))
    assert renewed(None, date(2026, 1, 31), DAY) == (DAY, date(2027, 9, 30))
    assert renewed(None, None, DAY) == (DAY, date(2027, 9, 30))
    assert renewed(None, date(2028, 2, 28), DAY) == (date(2028, 2, 29), date(2029, 2, 28))


@given(st.dates() | st.none(), st.dates(max_value=date(9998, 12, 30)) | st.none(), st.dates(max_value=date(9998, 1, 1)))
def test_renewing_never_raises_and_never_ends_before_it_begins(
    starts: date | None, ends: date | None, today: date
) -> None:
    first, last = renewed(starts, ends, today)
    assert first <= last


def test_two_cleared_windows_overlap_and_a_refusal_contradicts() -> None:
    twice = overlaps([window(0, 10), window(5, 20)])
    assert twice == [Overlap(Rub.DOUBLE, 0, 1, DAY + 5 * DAYS, DAY + 10 * DAYS)]
    against = overlaps([window(0, 10, territory=WORLD), window(None, None, state=RightsState.NOT_CLEARED)])
    assert against == [Overlap(Rub.CONTRADICTION, 0, 1, DAY, DAY + 10 * DAYS)]


def test_windows_apart_leave_each_other_alone() -> None:
    wished = RightsState.NEGOTIATION
    for other in (
        window(11, 20), window(0, 10, territory="CN"), window(0, 10, use=Use.TV), window(0, 10, version=2),
        window(0, 10, state=wished),
    ):  # fmt: skip
        assert overlaps([window(0, 10, use=Use.FESTIVAL, version=1), other]) == []
