"""One of each: equal to trying everything, and quick where a jury is asked for what a jury can do."""

from itertools import combinations, product
from random import Random

import pytest

from app.domain import choosing
from app.domain.choosing import Undecided, one_of_each


def knot(chance, things, most, tight):
    """Some things with their options, one of which may serve two, and what excludes what."""
    options, number = {}, 0
    for thing in range(things):
        own = chance.randint(1, most)
        options[thing] = list(range(number, number + own))
        number += own
    if things > 1 and chance.random() < 0.3:
        options[0] = [*options[0], options[1][0]]
    pairs = {pair for pair in combinations(range(number), 2) if chance.random() < tight}
    return options, {n: frozenset(sum(p) - n for p in pairs if n in p) for n in range(number)}


@pytest.mark.parametrize("seed", range(300))
def test_it_is_as_if_everything_had_been_tried(seed):
    chance = Random(seed)
    options, excluded = knot(chance, chance.randint(1, 5), 4, chance.choice([0.2, 0.4, 0.6]))
    ways = product(*options.values())
    assert one_of_each(options, excluded) is any(
        all(b not in excluded[a] for a, b in combinations(way, 2)) for way in ways
    )


def shows(chance, titles, times, days):
    """Showings of titles over some days of thirteen hours."""
    spans = []
    for _show in range(titles * times):
        begins = chance.randrange(days) * 1440 + 600 + 5 * chance.randrange(160)
        spans.append((begins, begins + chance.randint(80, 130)))
    options = {title: list(range(title * times, (title + 1) * times)) for title in range(titles)}
    crossing = {
        n: frozenset(m for m, (a, b) in enumerate(spans) if m != n and a < ends and begins < b)
        for n, (begins, ends) in enumerate(spans)
    }
    return options, crossing


@pytest.mark.parametrize(("titles", "times", "days"), [(60, 2, 12), (60, 3, 15), (40, 4, 10), (24, 3, 6), (20, 2, 2)])
def test_four_films_a_day_are_decided(titles, times, days):
    for seed in range(3):
        one_of_each(*shows(Random(seed), titles, times, days))  # does not raise


def test_what_would_take_too_long_is_not_guessed(monkeypatch):
    monkeypatch.setattr(choosing, "MOST", 2)
    crowded = shows(Random(0), 40, 4, 6)
    with pytest.raises(Undecided):
        one_of_each(*crowded)
