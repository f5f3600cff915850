"""ConferenceScheduler (MIT) on an invented festival, as well as it can be asked; it is no part of the program.

It fills fixed slots and must place every event, so each hall and day gets a template of slots, five of up to 148
minutes or four of up to 180, films are matched to slots that are long enough and on their days, and those that
fit nowhere are dropped until it finds a plan. Each film is asked for once: it knows no second showing on another
day in another hall. Guests and carriers are told as `unavailable together`, travel cannot be.
"""

import json
import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from conference_scheduler import scheduler
from conference_scheduler.resources import Event, Slot

from tests.bench.planning.checker import Showing, broken, points
from tests.bench.planning.generator import DAY, OPENS, Festival, Film, festival

TEMPLATES = ((0, 168, 336, 504, 672), (0, 210, 420, 630))
LENGTHS = (148, 180)
ZERO = datetime(2026, 10, 15, tzinfo=UTC)


def main(arguments: list[str]) -> int:
    """Plan one festival and print the figures."""
    films, halls, days, seed = map(int, arguments)
    made = festival(films, halls, days, seed)
    slots = list(_slots(made))
    wanted = sorted(made.films, key=lambda film: film.length)
    began = time.perf_counter()
    dropped = max(0, len(wanted) - len(slots))
    plan = None
    while plan is None and dropped < len(wanted):
        plan = _plan(made, wanted[: len(wanted) - dropped], slots)
        dropped += max(1, len(wanted) // 20)
    seconds = time.perf_counter() - began
    plan = plan or []
    faults = broken(made, plan)
    print(json.dumps({
        "seconds": round(seconds, 1), "showings": len(plan), "films": films,
        "points": points(made, plan), "broken": len(faults), "slots": len(slots),
    }))  # fmt: skip
    return 0


def _slots(made: Festival) -> Iterator[tuple[int, int, int]]:
    """(hall, start, length), minutes as in the generator; longer films need the other template in every third hall."""
    for hall in made.halls:
        kind = hall.id % 3 == 0
        for day in range(made.days):
            for start in TEMPLATES[kind]:
                yield hall.id, day * DAY + OPENS + (start - start % 5), LENGTHS[kind]


def _plan(made: Festival, films: list[Film], slots: list[tuple[int, int, int]]) -> list[Showing] | None:
    """A plan of these films, None when there is no valid one."""
    places = [
        Slot(
            venue=str(hall),
            starts_at=ZERO + timedelta(minutes=start),
            duration=length,
            session=f"{hall}/{start // DAY}",
            capacity=made.halls[hall].seats,
        )
        for hall, start, length in slots
    ]
    events = [Event(name=str(film.id), duration=film.length, demand=film.expected) for film in films]
    for film, event in zip(films, events, strict=True):
        for place, (_hall, start, length) in zip(places, slots, strict=True):
            if length < film.length or not film.first <= start // DAY <= film.last:
                event.add_unavailability(place)
        for other, twin in zip(films, events, strict=True):
            shared = set(film.guests) & set(other.guests) or (
                film.carrier is not None and film.carrier == other.carrier
            )
            if other.id != film.id and shared:
                event.add_unavailability(twin)
    try:
        made_of = scheduler.schedule(events, places)
    except ValueError:
        return None
    plan = []
    for item in made_of:
        film = films[events.index(item.event)]
        start = (item.slot.starts_at - ZERO) // timedelta(minutes=1)
        there = tuple(
            guest for guest in film.guests
            if made.guests[guest].arrives <= start and start + film.length <= made.guests[guest].leaves
        )  # fmt: skip
        plan.append(Showing(film.id, int(item.slot.venue), start, there))
    return plan


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
