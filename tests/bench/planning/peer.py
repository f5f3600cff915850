"""ConferenceScheduler (MIT) on an invented festival, as well as it can be asked; it is no part of the program.

    python tests/bench/planning/peer.py 40 3 3 7 [all]

It fills fixed slots and must place every event, so each hall and day gets a template of slots, five of up to 150
minutes or four of up to 195, films are matched to slots that are long enough and on their days, and those that
fit nowhere are dropped until it finds a plan. Each film is asked for once; with `all` every showing is asked for: it
knows no other day in another hall, so the days and halls are shared out among the showings of a film beforehand.
Guests and carriers are told as `unavailable together`, travel cannot be.
"""

import json
import sys
import time
from datetime import UTC, datetime, timedelta

from conference_scheduler import scheduler
from conference_scheduler.resources import Event, Slot

from tests.bench.planning.checker import Showing, broken, points
from tests.bench.planning.generator import DAY, Festival, Film, festival
from tests.bench.planning.templates import slots_of

Wanted = tuple[Film, int]
"""A film and which of its showings, from 0."""

ZERO = datetime(2026, 10, 15, tzinfo=UTC)


def main(arguments: list[str]) -> int:
    """Plan one festival and print the figures."""
    films, halls, days, seed = map(int, arguments[:4])
    made = festival(films, halls, days, seed)
    slots = slots_of(made)
    most = 3 if "all" in arguments[4:] else 1
    wanted = [(film, number) for film in made.films for number in range(min(film.showings, most))]
    wanted.sort(key=lambda one: (one[1], one[0].length))
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


def _plan(made: Festival, wanted: list[Wanted], slots: list[tuple[int, int, int]]) -> list[Showing] | None:
    """A plan of these showings, None when there is no valid one."""
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
    events = [Event(name=f"{film.id}/{number}", duration=film.length, demand=film.expected) for film, number in wanted]
    for (film, number), event in zip(wanted, events, strict=True):
        alone = not any(other.id == film.id and one != number for other, one in wanted)
        for place, (hall, start, length) in zip(places, slots, strict=True):
            own = alone or hall % film.showings == number == start // DAY % film.showings
            if length < film.length or not film.first <= start // DAY <= film.last or not own:
                event.add_unavailability(place)
        for (other, _number), twin in zip(wanted, events, strict=True):
            shared = set(film.guests) & set(other.guests) or (
                film.carrier is not None and film.carrier == other.carrier
            )
            if twin is not event and shared:
                event.add_unavailability(twin)
    try:
        made_of = scheduler.schedule(events, places)
    except ValueError:
        return None
    plan = []
    for item in made_of:
        film, _number = wanted[events.index(item.event)]
        start = (item.slot.starts_at - ZERO) // timedelta(minutes=1)
        there = tuple(
            guest for guest in film.guests
            if made.guests[guest].arrives <= start and start + film.length <= made.guests[guest].leaves
        )  # fmt: skip
        plan.append(Showing(film.id, int(item.slot.venue), start, there))
    return plan


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
