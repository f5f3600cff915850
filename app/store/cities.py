"""The cities that come with the program: names, country, clocks and place, so that a tour needs no network."""

import csv
from functools import cache
from typing import NamedTuple

from app.domain.names import FourNames
from app.paths import resource
from app.store.programme_rows import folded_name


class City(NamedTuple):
    """A city; the place in degrees to a hundredth, about a kilometre."""

    names: FourNames
    country: str
    zone: str
    latitude: float
    longitude: float


@cache
def cities() -> tuple[City, ...]:
    """All cities, those of Kazakhstan first."""
    with resource("places", "cities.csv").open(encoding="utf-8", newline="") as file:
        return tuple(
            City(
                FourNames(row["kk"], row["zh"], row["ru"], row["en"]), row["country"], row["zone"],
                float(row["latitude"]), float(row["longitude"]),
            )
            for row in csv.DictReader(file)
        )  # fmt: skip


def city_called(text: str) -> City | None:
    """The city with this name in any language, None where there is none in the box."""
    sought = folded_name(text).replace("'", "’")
    return next((city for city in cities() if sought and sought in map(folded_name, city.names)), None)
