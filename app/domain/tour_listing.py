"""A tour as it is printed: its stops and ways, where each is played, and what copies come and go."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from app.domain.names import FourNames
from app.domain.tours import Tour
from app.domain.tracks import Track


@dataclass(frozen=True, slots=True)
class PrintedCopy:
    """A copy by the name of its work and its own, with its way through the tour."""

    work: int
    name: str
    track: Track


@dataclass(frozen=True, slots=True)
class PrintedTour:
    """What paper asks of a tour beside the programme.

    `stops` says at which stop an event is, `halls` at which stops one plays in a hall.
    """

    tour: Tour
    venues: Mapping[int, FourNames] = field(default_factory=dict)
    addresses: Mapping[int, str] = field(default_factory=dict)
    stops: Mapping[int, int] = field(default_factory=dict)
    copies: tuple[PrintedCopy, ...] = ()
    halls: Mapping[int, frozenset[int]] = field(default_factory=dict)
