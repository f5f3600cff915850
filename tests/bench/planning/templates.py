"""Slots for schedulers that know no other: five of up to 150 minutes a day, four of up to 195 in every third hall."""

from tests.bench.planning.generator import DAY, OPENS, Festival

STARTS = ((0, 170, 340, 510, 680), (0, 215, 430, 645))
LENGTHS = (150, 195)


def long_slots(hall: int) -> bool:
    """Whether a hall has four long slots a day instead of five."""
    return hall % 3 == 0


def slots_of(made: Festival) -> list[tuple[int, int, int]]:
    """(hall, start, length), minutes as in the generator; between two there is time for turning over."""
    return [
        (hall.id, day * DAY + OPENS + start, LENGTHS[long_slots(hall.id)])
        for hall in made.halls
        for day in range(made.days)
        for start in STARTS[long_slots(hall.id)]
    ]
