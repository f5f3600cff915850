"""Where the names of places stand on a map, so that none covers another, a stop or a way."""

from collections.abc import Sequence
from typing import NamedTuple

AWAY = 0.9
"""How far a label beside its stop stands from it, in radii of the stop."""

WORTH = (0, 1, 2, 3, 4, 5, 6, 7, 20, 21)
"""How little each place for a label is worth; the last two stand far from their stop."""

ROUNDS = 3
"""How often each label may look for a better place once all the others stand."""

Spot = tuple[float, float]


class Box(NamedTuple):
    """A rectangle, y downwards."""

    left: float
    top: float
    wide: float
    tall: float

    def shared(self, other: "Box") -> float:
        """The area it has in common with another."""
        across = min(self.left + self.wide, other.left + other.wide) - max(self.left, other.left)
        down = min(self.top + self.tall, other.top + other.tall) - max(self.top, other.top)
        return across * down if across > 0 and down > 0 else 0.0

    def holds(self, spot: Spot) -> bool:
        """Whether a point lies in it."""
        return self.left <= spot[0] <= self.left + self.wide and self.top <= spot[1] <= self.top + self.tall


class Placed(NamedTuple):
    """A label and the side its words lean to: -1 left, 0 middle, 1 right."""

    box: Box
    lean: int


class Ground(NamedTuple):
    """What is on the map: pictures not to be covered, ways better left free, the frame, and how large a stop is."""

    pictures: list[Box]
    ways: Sequence[Sequence[Spot]]
    frame: Box
    radius: float


def beside(points: Sequence[Spot], away: float) -> list[Spot]:
    """Points that fall on one another, `away` from each other to the right: a city one comes back to is seen twice."""
    found: list[Spot] = []
    for x, y in points:
        free = x
        while any(abs(free - other[0]) < away * 0.5 and abs(y - other[1]) < away * 0.5 for other in found):
            free += away
        found.append((free, y))
    return found


def place_labels(points: Sequence[Spot], sizes: Sequence[Spot], ground: Ground) -> list[Placed]:
    """A place for each label: the one that covers least, the earlier stops first, and then once more among all."""
    r = ground.radius
    stops = [Box(x - r, y - r, 2 * r, 2 * r) for x, y in points]
    found: list[Placed] = []
    for _round in range(ROUNDS):
        for place, (point, size) in enumerate(zip(points, sizes, strict=True)):
            firm = [box for n, box in enumerate(stops) if n != place]
            firm += [label.box for n, label in enumerate(found) if n != place]
            offers = _offers(point, size, r)
            costs = [
                worth * r * 0.4 + _cost(offer.box, firm, ground) for worth, offer in zip(WORTH, offers, strict=True)
            ]
            found[place : place + 1] = [offers[costs.index(min(costs))]]
    return found


def _offers(point: Spot, size: Spot, radius: float) -> list[Placed]:
    """The places a label may take around a point, the best first."""
    (x, y), (w, h) = point, size
    gap, near = radius * (1 + AWAY), radius * 1.3
    return [
        Placed(Box(x + gap, y - h / 2, w, h), -1),
        Placed(Box(x - gap - w, y - h / 2, w, h), 1),
        Placed(Box(x - w / 2, y - near - h, w, h), 0),
        Placed(Box(x - w / 2, y + near, w, h), 0),
        Placed(Box(x + near, y - near - h, w, h), -1),
        Placed(Box(x - near - w, y - near - h, w, h), 1),
        Placed(Box(x + near, y + near, w, h), -1),
        Placed(Box(x - near - w, y + near, w, h), 1),
        Placed(Box(x + gap, y - 2 * h, w, h), -1),
        Placed(Box(x - gap - w, y + h, w, h), 1),
    ]


def _cost(box: Box, firm: Sequence[Box], ground: Ground) -> float:
    unit = ground.radius
    cost = 0.0 if ground.frame.shared(box) >= box.wide * box.tall * 0.999 else unit * 200
    cost += sum(unit * 40 + shared for other in firm if (shared := box.shared(other)))
    cost += sum(unit * 12 + shared for other in ground.pictures if (shared := box.shared(other)))
    return cost + sum(unit * 0.6 for way in ground.ways for spot in way if box.holds(spot))
