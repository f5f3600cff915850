"""Events that should not overlap: as many as possible are kept apart, and each that is not costs."""

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from app.domain.screenings import Clash
from app.planner.ground import Plan
from app.planner.spots import Literal, Spot, within

if TYPE_CHECKING:
    from app.planner.model import Model


class Member(NamedTuple):
    """An event that is one of a crowd when `here`, for so many minutes from its public start."""

    spot: Spot
    here: Literal
    minutes: int


def members(model: "Model", spots: list[Spot], halls: frozenset[int], minutes: int | None = None) -> list[Member]:
    """Those of some events that may be in these halls; for so many minutes, or as long as their films run."""
    found = ((spot, within(model, spot, halls.__contains__)) for spot in spots)
    return [Member(spot, here, spot.films if minutes is None else minutes) for spot, here in found if here is not False]


def crowd(model: "Model", clash: Clash, own: list[Member], halls: frozenset[int]) -> None:
    """Of events that overlap all but one cost what the clash costs, or must not be where it is a must.

    A finding is told of pairs: there are never fewer of those than events that have to give way.
    """
    if len(own) < 2 or all(one.spot.fixed for one in own):  # noqa: PLR2004 - nobody to meet
        return
    toll = model.bearings.tolls.of(clash)
    if toll is None:
        _apart(model, own)
        return
    kept, intervals = _Kept(own, halls), []
    for one in own:
        stays = model.switch(partial(kept.has, one.spot))
        intervals.append(model.model.new_optional_fixed_size_interval_var(one.spot.starts, one.minutes, stays, ""))
        model.terms.append((toll, stays))
        if one.spot.fixed:
            model.constant -= toll
        else:
            model.terms.append((-toll, one.here))
            model.model.add_implication(stays, one.here)
    model.model.add_no_overlap(intervals)


def _apart(model: "Model", own: list[Member]) -> None:
    """No two of them at once; what is fixed and overlaps already is nobody's fault."""
    fast = [(one.spot.starts, one.spot.starts + one.minutes) for one in own if one.spot.fixed]
    intervals = [
        model.model.new_optional_fixed_size_interval_var(one.spot.starts, one.minutes, one.here, "")
        for one in own if not one.spot.fixed
    ]  # fmt: skip
    model.model.add_no_overlap([*intervals, *model.blocks(fast)])


class _Kept:
    """The most of a crowd that do not overlap in a plan: what ends first is kept."""

    def __init__(self, own: list[Member], halls: frozenset[int]) -> None:
        self._own, self._halls = own, halls
        self._plan: Plan | None = None
        self._found: set[Spot] = set()

    def has(self, spot: Spot, plan: Plan) -> bool:
        """Whether an event is one of them."""
        return spot in self.of(plan)

    def of(self, plan: Plan) -> set[Spot]:
        """Those of this plan; the last one is remembered."""
        if plan is not self._plan:
            self._plan, self._found = plan, self._looked(plan)
        return self._found

    def _looked(self, plan: Plan) -> set[Spot]:
        seats = ((place, one, one.spot.seat(plan)) for place, one in enumerate(self._own))
        spans = sorted(
            (seat.starts + one.minutes, seat.starts, place, one.spot)
            for place, one, seat in seats if seat is not None and seat.hall in self._halls
        )  # fmt: skip
        found, free = set[Spot](), None
        for ends, begins, _place, spot in spans:
            if free is None or begins >= free:
                found.add(spot)
                free = ends
        return found
