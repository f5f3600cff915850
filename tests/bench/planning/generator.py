"""Invented festivals to plan: films, halls, guests and carriers drawn from a seed, as plain values and JSON.

    python tests/bench/planning/generator.py 120 6 7 --seed 1 > festival.json

Minutes count from midnight before the first day, so 10:00 on the second day is 2,040. Runtimes are 70 to 180
minutes, films are wanted one to three times, a film's guests bring 30 minutes of talk to every showing. The
festivals are about full: what is wanted takes 1.37, 0.86 and 0.95 of the time there is (40, 120, 300 films).
Published with the checker beside it, so that others can plan the same festivals.
"""

import argparse
import json
import sys
from dataclasses import asdict, dataclass
from random import Random

SIZES = ((40, 3, 3), (120, 6, 7), (300, 10, 10))
SEEDS = (7, 8, 9)

OPENS, CLOSES = 10 * 60, 24 * 60
PRIME = (18 * 60, 21 * 60)
TURNOVER = 20
TRAVEL = 45
TALK = 30
DAY = 24 * 60


@dataclass(frozen=True)
class Film:
    """A film as wanted; `first` and `last` are days from 0 on which rights allow it; `carrier` None: no limit."""

    id: int
    minutes: int
    showings: int
    expected: int
    strand: int
    first: int
    last: int
    carrier: int | None
    guests: tuple[int, ...]

    @property
    def length(self) -> int:
        """Minutes in the hall, the talk included."""
        return self.minutes + (TALK if self.guests else 0)


@dataclass(frozen=True)
class Hall:
    """A hall."""

    id: int
    seats: int


@dataclass(frozen=True)
class Guest:
    """Somebody in town from one minute to another."""

    id: int
    arrives: int
    leaves: int


@dataclass(frozen=True)
class Festival:
    """All there is to know; `alone` are strands whose showings shall not run side by side."""

    seed: int
    days: int
    films: tuple[Film, ...]
    halls: tuple[Hall, ...]
    guests: tuple[Guest, ...]
    alone: tuple[int, ...]

    @property
    def crowded(self) -> float:
        """What is wanted as a part of the time there is."""
        wanted = sum((film.length + TURNOVER) * film.showings for film in self.films)
        return wanted / (len(self.halls) * self.days * (CLOSES - OPENS))


def festival(films: int, halls: int, days: int, seed: int) -> Festival:
    """The festival of a size and a seed: always the same."""
    dice = Random(f"{films}/{halls}/{days}/{seed}")
    strands = max(3, films // 15)
    seats = sorted((dice.choice((90, 120, 160, 220, 300, 420, 600)) for _ in range(halls)), reverse=True)
    guests = tuple(_guest(dice, number, days) for number in range(max(2, films // 4)))
    carriers = max(1, films // 20)
    made = tuple(
        _film(dice, number, days, strands=strands, carriers=carriers, guests=len(guests)) for number in range(films)
    )
    alone = tuple(range(0, strands, 2))
    return Festival(seed, days, made, tuple(Hall(n, size) for n, size in enumerate(seats)), guests, alone)


def _guest(dice: Random, number: int, days: int) -> Guest:
    first = dice.randrange(days)
    last = min(days - 1, first + dice.randrange(3))
    return Guest(number, first * DAY + dice.choice((9, 12, 15)) * 60, last * DAY + dice.choice((16, 20, 26)) * 60)


def _film(dice: Random, number: int, days: int, *, strands: int, carriers: int, guests: int) -> Film:
    minutes = min(180, max(70, round(dice.gauss(103, 18))))
    limited = dice.random() < 0.2
    first = dice.randrange(days) if limited else 0
    last = min(days - 1, first + dice.randrange(1, 4)) if limited else days - 1
    return Film(
        id=number,
        minutes=minutes,
        showings=dice.choice((1, 2, 2, 3)),
        expected=round(min(600, max(40, dice.gauss(190, 110)))),
        strand=dice.randrange(strands),
        first=first,
        last=last,
        carrier=dice.randrange(carriers) if dice.random() < 0.12 else None,
        guests=tuple(sorted(dice.sample(range(guests), dice.choice((1, 1, 2))))) if dice.random() < 0.3 else (),
    )


def as_json(made: Festival) -> dict[str, object]:
    """The festival as plain values."""
    return asdict(made)


def main(arguments: list[str]) -> int:
    """Print one festival."""
    asks = argparse.ArgumentParser(description=__doc__)
    for name in ("films", "halls", "days"):
        asks.add_argument(name, type=int)
    asks.add_argument("--seed", type=int, default=SEEDS[0])
    said = asks.parse_args(arguments)
    print(json.dumps(as_json(festival(said.films, said.halls, said.days, said.seed)), indent=1))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
