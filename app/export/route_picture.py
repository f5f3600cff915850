"""The route as a drawing in coordinates of the page: net, ways, stops, names; in millimetres, y downwards."""

from app.domain.labelling import Box, Ground, beside, place_labels
from app.domain.projection import along, bent, chart, graticule
from app.domain.tours import Tour
from app.export.issue import Issue, Run
from app.export.wording import Data

RADIUS, LETTER, LINE = 2.3, 1.95, 4.2
"""Millimetres: half a stop, a letter of a name, a line of a label, at the size of the drawn design."""

_LIFT = {"air": 0.10, "sea": 0.07, "rail": 0.035, "road": 0.0}


def picture(issue: Issue, tour: Tour, wide: float, tall: float, scale: float) -> Data | None:
    """The drawing; None where nobody has entered where the cities lie."""
    known = [(stop, stop.place) for stop in tour.stops if stop.place is not None]
    if len(known) < 2:  # noqa: PLR2004 - a route has two ends
        return None
    places = [place for _stop, place in known]
    made = chart(places, wide, tall, (30 * scale, 13 * scale))
    spread = beside([made.at(place) for place in places], 2 * RADIUS * scale)
    points = {stop.id: spot for (stop, _place), spot in zip(known, spread, strict=True)}
    parallels, meridians = graticule(places)
    net = [[made.at(p) for p in along((lat, meridians[0]), (lat, meridians[-1]), 48)] for lat in parallels]
    net += [[made.at(p) for p in along((parallels[0], lon), (parallels[-1], lon), 12)] for lon in meridians]
    ways = []
    for leg in tour.together.legs:
        if leg.origin in points and leg.target in points:
            a, b = points[leg.origin], points[leg.target]
            lift = _LIFT[leg.mode] * (1 if b[0] >= a[0] else -1)
            ways.append({"mode": leg.mode.value, "points": bent(a, b, lift)})
    labels = [issue.named(stop.names) for stop, _place in known]
    sizes = [_size(runs, scale) for runs in labels]
    radius = RADIUS * scale
    ground = Ground([], [way["points"] for way in ways], Box(1, 1, wide - 2, tall - 2), radius)  # type: ignore[misc]
    placed = place_labels([points[stop.id] for stop, _place in known], sizes, ground)
    home = tour.stops[0].label()
    stops = [
        {
            "x": points[stop.id][0], "y": points[stop.id][1], "number": str(tour.stops.index(stop) + 1),
            "home": stop.label() == home, "runs": runs, "left": label.box.left, "top": label.box.top,
            "wide": label.box.wide, "lean": label.lean,
        }
        for (stop, _place), runs, label in zip(known, labels, placed, strict=True)
    ]  # fmt: skip
    return {"wide": wide, "tall": tall, "radius": radius, "net": net, "ways": ways, "stops": stops}


def _size(runs: list[Run], scale: float) -> tuple[float, float]:
    """About how large a label is: Han letters are twice as wide, the first name is larger."""
    wide = 0.0
    for place, run in enumerate(runs):
        letters = sum(1.75 if ord(letter) > 0x2E80 else 1.0 for letter in run["t"])  # noqa: PLR2004 - where Han begins
        wide = max(wide, letters * LETTER * (1.0 if place == 0 else 0.86))
    return (wide + 1) * scale, max(1, len(runs)) * LINE * scale
