"""Rights: what a window allows, what stands in the way of a showing, and the status on a day."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from app.domain.kinds import RightsState, RightsStatus, Use

WORLD = "001"
"""A window for every territory (the code CLDR gives the world)."""

ENDING_DAYS = 60
"""How long before its end a window counts as ending soon: a Kazakh distribution certificate takes up to
30 working days, six weeks; with two weeks to agree on an extension this is the last quiet moment to ask."""


@dataclass(frozen=True, slots=True)
class Window:
    """What a holder allows for one work, or one version of it, in one territory (F7).

    `version` None covers every version, `use` None every use, `territory` is an ISO 3166
    code or `WORLD`. Both `starts` and `ends` are days on which showings are allowed; None is open.
    `max_showings` is what is left for this programme: showings elsewhere are already subtracted.
    """

    work: int
    territory: str
    use: Use | None = None
    version: int | None = None
    starts: date | None = None
    ends: date | None = None
    not_before: date | None = None
    max_showings: int | None = None
    state: RightsState = RightsState.CLEARED

    @property
    def first(self) -> date | None:
        """The first day on which a showing is allowed, "not before" included."""
        return max((day for day in (self.starts, self.not_before) if day), default=None)

    def lies_in(self, day: date) -> bool:
        """Whether the dates, leaving the state aside, allow a showing on `day`."""
        return (self.first is None or self.first <= day) and (self.ends is None or day <= self.ends)


class Asked(NamedTuple):
    """What one wants to show where: the side of the question that is not a date."""

    version: int | None
    territory: str
    use: Use | None


class Obstacle(StrEnum):
    """Why rights do not allow a showing, from the farthest to the nearest miss."""

    MISSING = "missing"
    TERRITORY = "territory"
    USE = "use"
    NOT_CLEARED = "not_cleared"
    ENDED = "ended"
    NOT_BEGUN = "not_begun"
    NOT_BEFORE = "not_before"
    NEGOTIATION = "negotiation"


_NEARNESS = tuple(Obstacle)


class Standing(NamedTuple):
    """The rights status of a work on a day; `until` None is without end or without date."""

    status: RightsStatus
    until: date | None = None
    days_left: int | None = None


def fitting(windows: Iterable[Window], asked: Asked) -> list[Window]:
    """The windows for this version, territory and use, whatever their dates and state."""
    return [w for w in windows if _for_version(w, asked) and _for_territory(w, asked) and _for_use(w, asked)]


def permitting(windows: Iterable[Window], asked: Asked) -> list[Window]:
    """The fitting windows whose state allows showings on the days they cover."""
    allowed = (RightsState.CLEARED, RightsState.NOT_NEEDED)
    return [w for w in fitting(windows, asked) if w.state in allowed]


def obstacle(windows: Sequence[Window], asked: Asked, day: date) -> tuple[Obstacle, Window | None] | None:
    """What stands in the way of a showing on `day` and in which window; None when nothing does.

    Of several windows the one that comes nearest to allowing it is told.
    """
    own = [w for w in windows if _for_version(w, asked)]
    if not own:
        return Obstacle.MISSING, None
    if not any(_for_territory(w, asked) for w in own):
        return Obstacle.TERRITORY, None
    usable = fitting(own, asked)
    if not usable:
        return Obstacle.USE, None
    best: tuple[Obstacle, Window | None] = (Obstacle.MISSING, None)
    for window in usable:
        found = _in_window(window, day)
        if found is None:
            return None
        if _closeness(found, window, day) > _closeness(*best, day):
            best = (found, window)
    return best


def status(
    windows: Iterable[Window], today: date, territory: str = "KZ", use: Use | None = None, version: int | None = None
) -> Standing:
    """What the rights of one work amount to `today` in `territory`; `use` or `version` None asks about any.

    Cleared windows that follow one another without a gap count as one. Rights in hand
    that begin later count as cleared.
    """
    windows = list(windows)
    asked = Asked(version, territory, use)
    here = [w for w in windows if _for_territory(w, asked) and _for_use(w, asked)]
    here = [w for w in here if version is None or _for_version(w, asked)]
    states = {w.state for w in here}
    if RightsState.NOT_NEEDED in states:
        return Standing(RightsStatus.NOT_NEEDED)
    cleared = [w for w in here if w.state is RightsState.CLEARED]
    alive = [w for w in cleared if w.ends is None or w.ends >= today]
    if alive:
        return _in_hand(alive, today)
    if RightsState.NEGOTIATION in states:
        return Standing(RightsStatus.NEGOTIATION)
    if cleared:
        return Standing(RightsStatus.EXPIRED, max(w.ends for w in cleared if w.ends))
    return Standing(RightsStatus.NOT_CLEARED if windows else RightsStatus.NOT_ENTERED)


def _for_version(window: Window, asked: Asked) -> bool:
    return window.version is None or window.version == asked.version


def _for_territory(window: Window, asked: Asked) -> bool:
    return window.territory in (asked.territory, WORLD)


def _for_use(window: Window, asked: Asked) -> bool:
    return window.use is None or asked.use is None or window.use == asked.use


def _in_window(window: Window, day: date) -> Obstacle | None:
    """What a fitting window has against a showing on `day`."""
    if window.state is RightsState.NOT_NEEDED:
        return None
    if window.state is RightsState.NOT_CLEARED:
        return Obstacle.NOT_CLEARED
    if window.ends and day > window.ends:
        return Obstacle.ENDED
    if window.starts and day < window.starts:
        return Obstacle.NOT_BEGUN
    if window.not_before and day < window.not_before:
        return Obstacle.NOT_BEFORE
    return Obstacle.NEGOTIATION if window.state is RightsState.NEGOTIATION else None


def _closeness(found: Obstacle, window: Window | None, day: date) -> tuple[int, int]:
    """How near a window comes to allowing `day`: kind of obstacle first, then days missing."""
    missing = 0
    if window and found is Obstacle.ENDED and window.ends:
        missing = (day - window.ends).days
    elif window and found in (Obstacle.NOT_BEGUN, Obstacle.NOT_BEFORE) and window.first:
        missing = (window.first - day).days
    return _NEARNESS.index(found), -missing


def _in_hand(alive: Sequence[Window], today: date) -> Standing:
    """Cleared or ending, following windows as long as one begins before the last has ended."""
    ordered = sorted(alive, key=lambda w: (w.first or date.min, -(w.ends or date.max).toordinal()))
    until = ordered[0].ends
    for window in ordered[1:]:
        if until is None or (window.first or date.min).toordinal() > until.toordinal() + 1:
            break
        until = None if window.ends is None else max(until, window.ends)
    if until is None:
        return Standing(RightsStatus.CLEARED)
    left = (until - today).days
    return Standing(RightsStatus.ENDING if left <= ENDING_DAYS else RightsStatus.CLEARED, until, left)
