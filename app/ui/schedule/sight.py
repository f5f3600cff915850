"""What of a programme the board shows: all its days, one day or one hall; what is folded away; the stops of a tour."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from app.domain.tours import Stop

if TYPE_CHECKING:
    from app.ui.schedule.plan import Plan


class Mode(StrEnum):
    """How the rows are chosen: every hall on every day, the halls of one day, or the days of one hall."""

    WEEK = "week"
    DAY = "day"
    HALL = "hall"


Place = tuple[date, int]
"""A hall on a day: one row."""

Fold = tuple[int, date]
"""A day that can be folded: the stop it belongs to (0 without one) and the day."""


class Group(NamedTuple):
    """Rows that stand together. `opens`: the head of the stop stands above; without a day they are of several days."""

    stop: Stop | None
    day: date | None
    places: tuple[Place, ...]
    opens: bool = False
    outside: bool = False

    @property
    def fold(self) -> Fold | None:
        """What folds this group."""
        return (self.stop.id if self.stop else 0, self.day) if self.day is not None else None


@dataclass(frozen=True, slots=True)
class Sight:
    """What one looks at. A day or hall that is not there any more is replaced by the first."""

    mode: Mode = Mode.WEEK
    day: date | None = None
    hall: int | None = None
    folded: frozenset[Fold] = frozenset()
    busy_only: bool = False

    def turned(self, fold: Fold) -> "Sight":
        """The same with a day folded, or unfolded again."""
        return replace(self, folded=self.folded ^ {fold})

    def settled(self, plan: "Plan") -> "Sight":
        """The same with a day and a hall that this plan has."""
        day = self.day if self.day in plan.days else next(iter(plan.days), None)
        hall = self.hall if self.hall in plan.halls else next(iter(plan.halls), None)
        return replace(self, day=day, hall=hall)


def all_groups(plan: "Plan") -> tuple[Group, ...]:
    """Every row there is: days with their halls, or on a tour the stops with their own days and halls."""
    halls = [hall.id for hall in plan.schedule.halls]
    if not plan.stops:
        return tuple(Group(None, day, tuple((day, hall) for hall in halls)) for day in plan.days)
    return tuple(_of_stops(plan))


def _of_stops(plan: "Plan") -> Iterator[Group]:
    taken: set[Place] = set()
    for stop in plan.stops:
        halls = [hall.id for hall in plan.schedule.halls if hall.venue == stop.venue]
        days = days_of(stop) if halls else ()
        opens = True
        for day in days:
            places = tuple((day, hall) for hall in halls if (day, hall) not in taken)
            taken.update(places)
            yield Group(stop, day, places, opens)
            opens = False
        if opens:
            yield Group(stop, None, (), opens)
    rest: defaultdict[date, list[int]] = defaultdict(list)
    for day, hall in sorted({(card.day, card.hall) for card in plan.schedule.cards} - taken):
        rest[day].append(hall)
    opens = True
    for day, outside in sorted(rest.items()):
        order = [hall for hall in plan.halls if hall in outside]
        yield Group(None, day, tuple((day, hall) for hall in order), opens, outside=True)
        opens = False


def days_of(stop: Stop) -> Sequence[date]:
    """The days of a stop, first to last."""
    count = (stop.last_day - stop.first_day).days + 1
    return tuple(stop.first_day + timedelta(days=number) for number in range(max(count, 1)))


def groups(plan: "Plan", sight: Sight) -> list[Group]:
    """The rows in sight."""
    sight = sight.settled(plan)
    match sight.mode:
        case Mode.DAY:
            chosen: Iterable[Group] = (group for group in plan.groups if group.day == sight.day)
            shown = [group._replace(opens=group.stop is not None or group.outside) for group in chosen]
        case Mode.HALL:
            shown = _of_hall(plan, sight.hall)
        case _:
            shown = list(plan.groups)
    return [_busy(plan, group) for group in shown] if sight.busy_only and sight.mode is not Mode.HALL else shown


def _of_hall(plan: "Plan", hall: int | None) -> list[Group]:
    found: dict[tuple[int, bool], Group] = {}
    for group in plan.groups:
        places = tuple(place for place in group.places if place[1] == hall)
        if places:
            key = (group.stop.id if group.stop else 0, group.outside)
            before = found.get(key)
            opens = group.stop is not None or group.outside
            base = before or Group(group.stop, None, (), opens, group.outside)
            found[key] = base._replace(places=base.places + places)
    return list(found.values())


def _busy(plan: "Plan", group: Group) -> Group:
    """The same with only the halls that have something on that day; a day with nothing keeps one."""
    places = tuple(place for place in group.places if plan.at_place(*place))
    return group._replace(places=places or group.places[:1])
