"""A map drawn from coordinates alone: Lambert’s conformal cone, fitted into a picture."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import ceil, cos, log, pi, radians, sin, tan

Place = tuple[float, float]
"""Latitude and longitude in degrees."""

Point = tuple[float, float]

SMALL = (3, 8)
"""A tour of at most so many degrees of latitude and longitude is drawn on the finer grid."""


GRIDS = ((40.0, 5, 10), (70.0, 10, 20), (400.0, 20, 30))
"""Up to how many degrees of latitude (a degree of longitude counts half) every how many lines are drawn."""

CUT = 178
"""Degrees from the middle at which no more meridian is drawn."""


@dataclass(frozen=True)
class Cone:
    """Lambert's conformal conic projection (Snyder 1987, p. 107, on the sphere) of radius 1, y upwards."""

    north: float
    south: float
    middle: float

    def at(self, place: Place) -> Point:
        """Where a place lies on the unrolled cone."""
        n = self._n
        lift = cos(radians(self.south)) * _t(self.south) ** n / n
        away = lift / _t(place[0]) ** n
        turn = n * radians((place[1] - self.middle + 180) % 360 - 180)
        return away * sin(turn), -away * cos(turn)

    @property
    def _n(self) -> float:
        a, b = self.south, self.north
        if abs(a - b) < 1e-6:  # noqa: PLR2004 - one parallel is a cone, too
            return max(sin(radians(a)), 0.05)
        return log(cos(radians(a)) / cos(radians(b))) / log(_t(b) / _t(a))


def _t(latitude: float) -> float:
    return tan(pi / 4 + radians(max(-80.0, min(85.0, latitude))) / 2)


@dataclass(frozen=True)
class Chart:
    """A cone put into a picture `width` by `height`."""

    cone: Cone
    scale: float
    left: float
    top: float

    def at(self, place: Place) -> Point:
        """Where a place is in the picture, y downwards."""
        x, y = self.cone.at(place)
        return self.left + x * self.scale, self.top - y * self.scale


def unrolled(places: Sequence[Place]) -> list[Place]:
    """The same places with the earth cut open where it is emptiest: longitudes beyond 180° go on counting."""
    turns = sorted({place[1] % 360 for place in places})
    gaps = [(after - before, after % 360) for before, after in pairwise([*turns, turns[0] + 360])]
    west = max(gaps)[1]
    west = west - 360 if west > 180 else west  # noqa: PLR2004 - half the earth
    return [(latitude, west + (longitude - west) % 360) for latitude, longitude in places]


def chart(places: Sequence[Place], width: float, height: float, pad: tuple[float, float]) -> Chart:
    """The chart that shows all places with `pad` (left and right, top and bottom) around them."""
    places = unrolled(places)
    north, south = max(p[0] for p in places), min(p[0] for p in places)
    middle = (max(p[1] for p in places) + min(p[1] for p in places)) / 2
    spread = max(north - south, 4.0)
    cone = Cone(north - spread / 6, south + spread / 6 if north - south > spread / 2 else south - spread / 6, middle)
    points = [cone.at(place) for place in places]
    x0, x1 = min(p[0] for p in points), max(p[0] for p in points)
    y0, y1 = min(p[1] for p in points), max(p[1] for p in points)
    least = 0.06  # some 400 km: a tour of one city is no point that fills the picture
    across, tall = max(x1 - x0, least), max(y1 - y0, least)
    room = max(40.0, width - 2 * pad[0]), max(40.0, height - 2 * pad[1])
    scale = min(room[0] / across, room[1] / tall)
    return Chart(cone, scale, width / 2 - (x0 + x1) / 2 * scale, height / 2 + (y0 + y1) / 2 * scale)


def graticule(places: Sequence[Place]) -> tuple[range, range]:
    """(parallels, meridians) to draw around places: every 5 and 10 degrees, finer or coarser by how far it goes."""
    latitudes, longitudes = [p[0] for p in places], [p[1] for p in unrolled(places)]
    tall, broad = max(latitudes) - min(latitudes), max(longitudes) - min(longitudes)
    extent = max(tall, broad / 2)
    step, wide = next((grid for most, *grid in GRIDS if extent <= most), (1, 2))
    if tall <= SMALL[0] and broad <= SMALL[1]:
        step, wide = 1, 2
    low, high = int(min(latitudes) // step - 3) * step, int(max(latitudes) // step + 4) * step
    west, east = int(min(longitudes) // wide - 4) * wide, int(max(longitudes) // wide + 5) * wide
    middle = (min(longitudes) + max(longitudes)) / 2  # opposite of it the cone is cut open
    west, east = (
        max(west, ceil((middle - CUT) / wide) * wide),
        min(east, int((middle + CUT) // wide) * wide),
    )
    return range(max(-80, low), min(85, high) + 1, step), range(west, east + 1, wide)


def along(a: Place, b: Place, pieces: int = 24) -> Iterable[Place]:
    """Places from one to another, evenly in degrees: a line of latitude is drawn as the arc it is."""
    return [(a[0] + (b[0] - a[0]) * n / pieces, a[1] + (b[1] - a[1]) * n / pieces) for n in range(pieces + 1)]


def bent(a: Point, b: Point, lift: float, pieces: int = 32) -> list[Point]:
    """A gentle arc between two points of a picture, `lift` of their distance high; 0 is a straight line."""
    middle = ((a[0] + b[0]) / 2 - (b[1] - a[1]) * lift, (a[1] + b[1]) / 2 + (b[0] - a[0]) * lift)
    found = []
    for n in range(pieces + 1):
        t = n / pieces
        u = 1 - t
        found.append((
            u * u * a[0] + 2 * u * t * middle[0] + t * t * b[0], u * u * a[1] + 2 * u * t * middle[1] + t * t * b[1],
        ))  # fmt: skip
    return found
