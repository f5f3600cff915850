"""How the rights windows of one work stand to each other and to its showings: used, renewed, in each other's way."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

from app.domain.kinds import RightsState, Use
from app.domain.rights import WORLD, Asked, Window, permitting


class Shown(NamedTuple):
    """A showing that counts: on which festival day, where, for what, of which version."""

    day: date
    territory: str
    use: Use | None
    version: int | None = None


class Rub(StrEnum):
    """How two windows rub against each other."""

    DOUBLE = "double"
    CONTRADICTION = "contradiction"


class Overlap(NamedTuple):
    """Two windows, by position, that speak of the same days; `first` to `last` are those days, None is open."""

    rub: Rub
    one: int
    other: int
    first: date | None
    last: date | None


def used(windows: Sequence[Window], showings: Iterable[Shown]) -> list[int]:
    """How many showings each window has been drawn on for, window by window.

    A showing draws on the window that permits it and ends first; one without a limit spares the limited ones. Of
    limited windows a full one is passed over as long as another has room. What no window permits counts nowhere.
    """
    counts = [0] * len(windows)
    for shown in sorted(showings, key=lambda one: one.day):
        asked = Asked(shown.version, shown.territory, shown.use)
        allowed = [n for n, one in enumerate(windows) if permitting((one,), asked) and one.lies_in(shown.day)]
        allowed.sort(key=lambda place: (windows[place].ends or date.max, place))
        free = [place for place in allowed if windows[place].max_showings is None]
        room = [place for place in allowed if counts[place] < (windows[place].max_showings or 0)]
        for place in (*free, *room, *allowed):
            counts[place] += 1
            break
    return counts


def renewed(starts: date | None, ends: date | None, today: date) -> tuple[date, date]:
    """The days of the window that follows: a year that begins on the day after the last, never in the past."""
    latest = date(date.max.year - 2, 12, 31)  # a licence for ever has nothing behind it
    first = today if ends is None or ends < today else min(ends, latest) + timedelta(days=1)
    if starts is not None:
        first = max(first, starts)
    return first, _year_on(first) - timedelta(days=1)


def overlaps(windows: Sequence[Window]) -> list[Overlap]:
    """The pairs of windows that say something about the same version, territory, use and days.

    Two that are cleared say it twice; one that is cleared beside one that is not contradicts it. What is still
    being talked about is in nobody's way.
    """
    return [
        Overlap(rub, one, other, *_shared(windows[one], windows[other]))
        for one in range(len(windows))
        for other in range(one + 1, len(windows))
        if (rub := _rub(windows[one], windows[other])) is not None and _meet(windows[one], windows[other])
    ]


def _rub(one: Window, other: Window) -> Rub | None:
    allows = {RightsState.CLEARED, RightsState.NOT_NEEDED}
    states = {one.state, other.state}
    if states <= allows:
        return Rub.DOUBLE
    return Rub.CONTRADICTION if RightsState.NOT_CLEARED in states and states & allows else None


def _meet(one: Window, other: Window) -> bool:
    """Whether some showing would fall under both."""
    first, last = _shared(one, other)
    return (
        (one.territory == other.territory or WORLD in (one.territory, other.territory))
        and (one.use is None or other.use is None or one.use == other.use)
        and (one.version is None or other.version is None or one.version == other.version)
        and (first is None or last is None or first <= last)
    )


def _shared(one: Window, other: Window) -> tuple[date | None, date | None]:
    first = max((day for day in (one.first, other.first) if day), default=None)
    last = min((day for day in (one.ends, other.ends) if day), default=None)
    return first, last


def _year_on(day: date) -> date:
    try:
        return day.replace(year=day.year + 1)
    except ValueError:  # 29 February, or the last year there is
        return day.replace(month=3, day=1, year=day.year + 1) if day.year < date.max.year else date.max
