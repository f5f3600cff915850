"""A tour: the cities in order, the ways between them, and what their clocks say.

Every moment is an int, minutes since the epoch in UTC (see `calendar`); distances are kilometres.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cached_property
from math import asin, cos, radians, sin, sqrt

from app.domain import calendar
from app.domain.kinds_of_plans import TravelMode
from app.domain.names import FourNames

EARTH = 6371.0088
"""The mean radius of the earth in kilometres (IUGG)."""

PACE: Mapping[TravelMode, tuple[float, int]] = {
    TravelMode.ROAD: (1.3 / 60, 30),
    TravelMode.RAIL: (1.3 / 65, 30),
    TravelMode.AIR: (1.0 / 650, 150),
    TravelMode.SEA: (1.3 / 30, 120),
}
"""Hours per kilometre as the crow flies (with what a road bends), and minutes at both ends: a guess, no timetable."""


@dataclass(frozen=True, slots=True)
class Stop:
    """A city of a tour: days are inclusive, `zone` is an IANA name, the place is in degrees."""

    id: int
    names: FourNames
    first_day: date
    last_day: date
    zone: str = "Asia/Almaty"
    country: str = "KZ"
    venue: int | None = None
    latitude: float | None = None
    longitude: float | None = None
    host: str = ""
    note: str = ""

    @property
    def begins(self) -> int:
        """Midnight at the beginning of the first day there."""
        return calendar.wall_minute(self.first_day, 0, self.zone)

    @property
    def ends(self) -> int:
        """Midnight after the last day there."""
        return calendar.wall_minute(self.last_day + timedelta(days=1), 0, self.zone)

    @property
    def place(self) -> tuple[float, float] | None:
        """(latitude, longitude), None where nobody has entered it."""
        return None if self.latitude is None or self.longitude is None else (self.latitude, self.longitude)

    def label(self) -> str:
        """How far its clocks are from UTC at noon of the first day: UTC+5."""
        return calendar.zone_label(self.zone, calendar.moment_of(self.begins + 12 * 60))


@dataclass(frozen=True, slots=True)
class Leg:
    """The way from one stop to another; `departs` and `arrives` are naive wall times at its two ends.

    `minutes` on the road where nobody knows the times; `customs` minutes lie between arriving and first
    use, `hand_over` minutes between the last show and leaving. Times carry the fold of an hour that comes twice.
    A leg `apart` carries one `copy`, sent by itself, and nothing else.
    """

    id: int
    origin: int
    target: int
    mode: TravelMode = TravelMode.RAIL
    departs: datetime | None = None
    arrives: datetime | None = None
    minutes: int | None = None
    customs: int = 0
    hand_over: int = 60
    carrier: str = ""
    note: str = ""
    apart: bool = False
    copy: int | None = None


@dataclass(frozen=True)
class Tour:
    """The stops of a tour in order, and the legs between them."""

    stops: tuple[Stop, ...] = ()
    legs: tuple[Leg, ...] = ()

    @cached_property
    def by_number(self) -> dict[int, Stop]:
        """The stops by their ids."""
        return {stop.id: stop for stop in self.stops}

    def between(self, origin: int, target: int) -> tuple[Leg, ...]:
        """The legs of all that travels together which lead straight from one stop to another."""
        return tuple(leg for leg in self.together.legs if (leg.origin, leg.target) == (origin, target))

    @cached_property
    def together(self) -> "Tour":
        """The same without what is sent by itself."""
        return Tour(self.stops, tuple(leg for leg in self.legs if not leg.apart)) if self.sent else self

    @cached_property
    def sent(self) -> dict[int, tuple[Leg, ...]]:
        """The legs on which a copy is sent by itself, by copy."""
        own = [leg for leg in self.legs if leg.apart]
        return {number: tuple(leg for leg in own if leg.copy == number) for number in {leg.copy or 0 for leg in own}}

    def of_copy(self, copy: int) -> "Tour":
        """The legs a copy goes by: where it is sent by itself that one, else those of all."""
        own = self.sent.get(copy, ())
        if not own:
            return self.together
        pairs = {(leg.origin, leg.target) for leg in own}
        return Tour(self.stops, (*own, *(leg for leg in self.together.legs if (leg.origin, leg.target) not in pairs)))

    def leg(self, number: int) -> Leg | None:
        """The leg with this id."""
        return next((leg for leg in self.legs if leg.id == number), None)

    def departs(self, leg: Leg) -> int | None:
        """When a leg leaves: as entered, or from when it arrives and how long it takes."""
        if leg.departs is not None:
            return _minute(leg.departs, self.by_number[leg.origin])
        if leg.arrives is None or leg.minutes is None:
            return None
        return _minute(leg.arrives, self.by_number[leg.target]) - leg.minutes

    def arrives(self, leg: Leg) -> int | None:
        """When a leg arrives: as entered, or from when it leaves and how long it takes."""
        if leg.arrives is not None:
            return _minute(leg.arrives, self.by_number[leg.target])
        if leg.departs is None or leg.minutes is None:
            return None
        return _minute(leg.departs, self.by_number[leg.origin]) + leg.minutes

    def takes(self, leg: Leg) -> int:
        """Minutes on the road: from the times if both are known, else as entered, else guessed from the distance."""
        departs, arrives = self.departs(leg), self.arrives(leg)
        if departs is not None and arrives is not None:
            return max(0, arrives - departs)
        return leg.minutes if leg.minutes is not None else self.guess(leg)

    def guess(self, leg: Leg) -> int:
        """How long the way may take by its length, in whole half hours; 0 where a place is not known."""
        kilometres = self.distance(leg)
        if not kilometres:
            return 0
        pace, ends = PACE[leg.mode]
        return round((kilometres * pace * 60 + ends) / 30) * 30

    def distance(self, leg: Leg) -> float | None:
        """Kilometres between its ends as the crow flies."""
        a, b = self.by_number[leg.origin].place, self.by_number[leg.target].place
        return None if a is None or b is None else great_circle(a, b)

    @property
    def days(self) -> tuple[date, date] | None:
        """The first and the last day of all stops."""
        if not self.stops:
            return None
        return min(stop.first_day for stop in self.stops), max(stop.last_day for stop in self.stops)


def _minute(local: datetime, stop: Stop) -> int:
    """The moment of a wall time at a stop."""
    return calendar.minute_of(calendar.utc_of(local, stop.zone, fold=local.fold))


def great_circle(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Kilometres from one (latitude, longitude) in degrees to another over the round of the earth."""
    lat_a, lat_b = radians(a[0]), radians(b[0])
    half = sin((lat_b - lat_a) / 2) ** 2 + cos(lat_a) * cos(lat_b) * sin(radians(b[1] - a[1]) / 2) ** 2
    return 2 * EARTH * asin(min(1.0, sqrt(half)))


def later_by(earlier: Stop, later: Stop) -> int:
    """How many minutes the clocks of the second stop are ahead of the first's when it begins; less than 0 is behind."""
    moment = calendar.moment_of(later.begins + 12 * 60)
    ahead = calendar.wall_of(moment, later.zone).replace(tzinfo=None)
    behind = calendar.wall_of(moment, earlier.zone).replace(tzinfo=None)
    return (ahead - behind) // timedelta(minutes=1)
