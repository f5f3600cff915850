"""What halls are called where several cities have a “Main hall”: with their city, and else by their name alone."""

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING, Protocol

from app.domain.names import FourNames

if TYPE_CHECKING:
    from app.i18n.catalogue import Catalogue


class Hall(Protocol):
    """A hall as a schedule reads it."""

    @property
    def id(self) -> int:
        """Its number."""

    @property
    def names(self) -> FourNames:
        """What it is called."""

    @property
    def city(self) -> FourNames:
        """The city it is in."""


def hall_names(tr: "Catalogue", halls: Iterable[Hall]) -> dict[int, str]:
    """The halls of one programme by their numbers, told apart; two of one city and name stay alike."""
    known = {hall.id: (hall.names.shown(tr.language), hall.city.shown(tr.language)) for hall in halls}
    often = Counter(name for name, _city in set(known.values()))
    return {
        number: tr("{hall}, {city}", hall=name, city=city) if often[name] > 1 and city else name
        for number, (name, city) in known.items()
    }
