"""Judges a plan of an invented festival: what it breaks, and its points. It shares nothing with the program's rules.

A plan is a list of showings (film, hall, start), minutes as in the generator. Hard: opening hours, 20 minutes
between two events of a hall, days with rights, a film never twice on a day or in a hall nor more often than wanted,
carriers and guests in one place with 45 minutes between halls. Points: 100, 40 and 25 for a film's first, second and
third showing; up to 20 for the hall's size; 12 for a start in prime time; 30 for each guest who is there; 8 less
for each showing too many at a time in a strand that stands alone.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from tests.bench.planning.generator import CLOSES, DAY, OPENS, PRIME, TRAVEL, TURNOVER, Festival, Film

WORTH = (100, 40, 25)


class Showing(NamedTuple):
    """A film in a hall from a minute on; `guests` are said to be there."""

    film: int
    hall: int
    start: int
    guests: tuple[int, ...] = ()


def broken(festival: Festival, plan: Sequence[Showing]) -> list[str]:  # noqa: C901 - one rule after the other
    """Every hard rule the plan breaks, as a line; none for a plan that may be accepted."""
    films = {film.id: film for film in festival.films}
    faults = list(_alone(festival, films, plan))
    halls: dict[int, list[Showing]] = defaultdict(list)
    own: dict[int, list[Showing]] = defaultdict(list)
    carriers: dict[int, list[Showing]] = defaultdict(list)
    guests: dict[int, list[Showing]] = defaultdict(list)
    for one in plan:
        halls[one.hall].append(one)
        own[one.film].append(one)
        carrier = films[one.film].carrier
        if carrier is not None:
            carriers[carrier].append(one)
        for guest in one.guests:
            guests[guest].append(one)
    for hall, shown in halls.items():
        faults += [f"hall {hall}: {a} {b}" for a, b in _too_close(shown, films, TURNOVER, same=TURNOVER)]
    for number, shown in own.items():
        if len(shown) > films[number].showings:
            faults.append(f"film {number} is shown {len(shown)} times")
        if len({one.start // DAY for one in shown}) < len(shown):
            faults.append(f"film {number} twice on a day")
        if len({one.hall for one in shown}) < len(shown):
            faults.append(f"film {number} twice in a hall")
    for carrier, shown in carriers.items():
        bodies = {film.id: film.minutes for film in festival.films}
        faults += [f"carrier {carrier}: {a} {b}" for a, b in _too_close(shown, bodies, TRAVEL, same=0)]
    for guest, shown in guests.items():
        faults += [f"guest {guest}: {a} {b}" for a, b in _too_close(shown, films, TRAVEL, same=0)]
    return faults


def _alone(festival: Festival, films: Mapping[int, Film], plan: Iterable[Showing]) -> Iterable[str]:
    """What a showing breaks by itself."""
    for one in plan:
        film = films[one.film]
        day, minute = divmod(one.start, DAY)
        if not OPENS <= minute <= minute + film.length <= CLOSES:
            yield f"{one} outside the hours"
        if not film.first <= day <= film.last or not 0 <= day < festival.days:
            yield f"{one} without rights"
        if minute % 5:
            yield f"{one} off the grid"
        for guest in one.guests:
            facts = festival.guests[guest]
            if guest not in film.guests or one.start < facts.arrives or one.start + film.length > facts.leaves:
                yield f"{one}: guest {guest} is not there"


def _too_close(
    shown: Sequence[Showing], lengths: Mapping[int, Film] | Mapping[int, int], apart: int, *, same: int
) -> Iterable[tuple[Showing, Showing]]:
    """Pairs with less than `apart` minutes between them, or less than `same` in one hall."""
    ordered = sorted(shown, key=lambda one: one.start)
    for place, one in enumerate(ordered):
        length = lengths[one.film]
        end = one.start + (length if isinstance(length, int) else length.length)
        for other in ordered[place + 1 :]:
            if other.start < end + (same if other.hall == one.hall else apart):
                yield one, other


def points(festival: Festival, plan: Sequence[Showing]) -> int:
    """What the plan is worth."""
    films = {film.id: film for film in festival.films}
    seats = {hall.id: hall.seats for hall in festival.halls}
    counts: dict[int, int] = defaultdict(int)
    strands: dict[int, list[tuple[int, int]]] = defaultdict(list)
    total = 0
    for one in plan:
        film = films[one.film]
        total += WORTH[counts[film.id]]
        counts[film.id] += 1
        small, large = sorted((seats[one.hall], film.expected))
        total += 20 * small // large
        total += 12 if PRIME[0] <= one.start % DAY < PRIME[1] else 0
        total += 30 * len(one.guests)
        if film.strand in festival.alone:
            strands[film.strand].append((one.start + film.minutes, one.start))
    return total - 8 * sum(_too_many(spans) for spans in strands.values())


def _too_many(spans: list[tuple[int, int]]) -> int:
    """The fewest that must go so that no two are left at the same time: keep what ends first, again and again."""
    kept, free = 0, -1
    for end, start in sorted(spans):
        if start >= free:
            kept, free = kept + 1, end
    return len(spans) - kept
