"""A plan as the planner holds it: showings of titles on days, each in its seat, and what they lay claim to."""

from datetime import date
from typing import NamedTuple, TypeAlias


class Seat(NamedTuple):
    """A place in a plan: the hall, the public start, and whether that is simply where the event was before.

    `copy` is the one that was chosen for the showing, where its title has several.
    """

    hall: int
    starts: int
    home: bool = False
    copy: int | None = None


Key: TypeAlias = tuple[int, date]
"""A task on a day."""

Plan: TypeAlias = dict[Key, Seat]

Thing: TypeAlias = tuple[str, int]
"""What only one event can have at a time: a copy, a person, a work."""


class Claim(NamedTuple):
    """How a task claims a thing: minutes from the public start to its first and after its last, and the way after."""

    thing: Thing
    begins: int
    ends: int
    way: int
