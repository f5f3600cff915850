"""Where the names of cities stand on the map, so that none covers another, a stop or a way."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSizeF

AWAY = 8.0


class Placed(NamedTuple):
    """A label and the side its words lean to: -1 left, 0 middle, 1 right."""

    rect: QRectF
    lean: int


def spots(point: QPointF, size: QSizeF, radius: float) -> list[Placed]:
    """The places a label may take around a point, the best first."""
    x, y, w, h = point.x(), point.y(), size.width(), size.height()
    gap = radius + AWAY
    near = radius + 3
    return [
        Placed(QRectF(x + gap, y - h / 2, w, h), -1),
        Placed(QRectF(x - gap - w, y - h / 2, w, h), 1),
        Placed(QRectF(x - w / 2, y - near - h, w, h), 0),
        Placed(QRectF(x - w / 2, y + near, w, h), 0),
        Placed(QRectF(x + near, y - near - h, w, h), -1),
        Placed(QRectF(x - near - w, y - near - h, w, h), 1),
        Placed(QRectF(x + near, y + near, w, h), -1),
        Placed(QRectF(x - near - w, y + near, w, h), 1),
        Placed(QRectF(x + gap, y - 2 * h, w, h), -1),
        Placed(QRectF(x - gap - w, y + h, w, h), 1),
    ]


def place_labels(  # noqa: PLR0913, PLR0917 - all there is on the map
    points: Sequence[QPointF],
    sizes: Sequence[QSizeF],
    obstacles: Sequence[QRectF],
    ways: Sequence[Sequence[QPointF]],
    frame: QRectF,
    radius: float,
) -> list[Placed]:
    """A place for each label: the one that covers least, the earlier stops first."""
    taken = [QRectF(p.x() - radius, p.y() - radius, 2 * radius, 2 * radius) for p in points]
    found: list[Placed] = []
    for place, (point, size) in enumerate(zip(points, sizes, strict=True)):
        others = [rect for n, rect in enumerate(taken[: len(points)]) if n != place]
        best, least = None, float("inf")
        for preference, spot in enumerate(spots(point, size, radius)):
            cost = preference * 4.0 + _cost(spot.rect, [*others, *taken[len(points) :]], obstacles, ways, frame)
            if cost < least:
                best, least = spot, cost
        assert best is not None
        found.append(best)
        taken.append(best.rect)
    return found


def _cost(
    rect: QRectF, firm: Sequence[QRectF], soft: Sequence[QRectF], ways: Sequence[Sequence[QPointF]], frame: QRectF
) -> float:
    cost = 0.0 if frame.contains(rect) else 2000.0
    for other in firm:
        both = rect.intersected(other)
        if not both.isEmpty():
            cost += 400 + both.width() * both.height()
    for other in soft:
        both = rect.intersected(other)
        if not both.isEmpty():
            cost += 120 + both.width() * both.height()
    return cost + sum(9.0 for way in ways for point in way if rect.contains(point))
