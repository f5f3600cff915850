"""What the page does to a tour: each deed is one step with a name, and a toast beside an Undo."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

from app.domain import calendar, itineraries
from app.domain.kinds_of_plans import TravelMode
from app.domain.names import FourNames
from app.domain.repairs_of_travel import WHOLE
from app.domain.tours import Leg, Stop
from app.domain.tracks import Track
from app.i18n import formats, tour_words
from app.i18n.active import _, language, ngettext, tr
from app.operations import legs, tours
from app.store.cities import City
from app.ui.page import Shell
from app.ui.tours.trip import Trip
from app.ui.workspace import Workspace
from app.words import N_, Phrase, phrase


class Deeds:
    """Runs the operations of a tour."""

    def __init__(self, workspace: Workspace, shell: Shell) -> None:
        self._workspace = workspace
        self._shell = shell

    def read(self, query: Callable[..., Any], *args: Any) -> Any:
        """What a query answers now."""
        return self._workspace.read(query, *args)

    def begin(self, name: str, city: FourNames, known: City | None, days: tuple[date, date]) -> int | None:
        """Found a tour with its first stop, in one step."""
        names = FourNames(**{language(): name})

        def found(session: Any) -> int:
            tour = tours.begin(session, names, days[0])
            tours.add_stop(session, tour, city, *days, **_facts(known))
            return tour

        made: int | None = self._run(phrase(N_("New tour “{name}”"), name=name), found)
        if made is not None:
            self._shell.toast(_("“{name}” is ready", name=name), undo=True)
        return made

    def add_stop(self, programme: int, names: FourNames, city: City | None, days: tuple[date, date],
                 place: int | None) -> int | None:  # fmt: skip
        """Add a stop; a city in the box brings its names, clocks and place."""
        shown, facts = names.shown(language()), _facts(city)
        label = phrase(N_("Add the stop {city}"), city=shown)
        made: int | None = self._run(label, tours.add_stop, programme, names, *days, place=place, **facts)
        if made is not None:
            self._shell.toast(_("{city} is on the tour", city=shown), undo=True)
        return made

    def change_stop(self, stop: Stop, **facts: Any) -> None:
        """Correct a stop."""
        self._do(phrase(N_("Change the stop {city}"), city=_city(stop)), tours.change_stop, stop.id, **facts)

    def move_stop(self, trip: Trip, stop: Stop, way: int) -> bool:
        """Put a stop one place earlier or later."""
        place = trip.tour.stops.index(stop) + way
        if not 0 <= place < len(trip.tour.stops):
            return False
        self._do(phrase(N_("Move the stop {city}"), city=_city(stop)), tours.move_stop, stop.id, place)
        self._shell.toast(_("{city} is now stop {number}", city=_city(stop), number=place + 1), undo=True)
        return True

    def shift_stop(self, stop: Stop, first_day: date) -> None:
        """Put a stop on other days with its shows."""
        label = phrase(N_("Move {city} to other days"), city=_city(stop))
        shows: int | None = self._run(label, tours.shift_stop, stop.id, first_day)
        if shows is not None:
            day = formats.day_label(language(), first_day)
            said = ngettext(
                "{city} begins on {day}; {n} show moved with it",
                "{city} begins on {day}; {n} shows moved with it",
                shows,
                city=_city(stop),
                day=day,
            )
            self._shell.toast(said, undo=True)

    def remove_stop(self, stop: Stop) -> bool:
        """Take a stop out; what was placed there waits in the tray."""
        label = phrase(N_("Remove the stop {city}"), city=_city(stop))
        shows: int | None = self._run(label, tours.remove_stop, stop.id)
        if shows is None:
            return False
        said = _("{city} removed", city=_city(stop))
        if shows:
            said = ngettext("{city} removed; {n} show waits in the tray", "{city} removed; {n} shows wait in the tray",
                            shows, city=_city(stop))  # fmt: skip
        self._shell.toast(said, undo=True, icon="trash-2")
        return True

    def add_venue(self, stop: Stop, venue: str, hall: str) -> None:
        """Make a venue with a hall in the city of a stop."""
        names = (FourNames(**{language(): text}) for text in (venue, hall))
        self._do(phrase(N_("Add the venue “{name}”"), name=venue), tours.add_venue, stop.id, *names)

    def add_leg(self, trip: Trip, origin: Stop, target: Stop) -> int | None:
        """Enter the way to another stop: by road where it is near, else by rail, on the day after the last one."""
        leg = Leg(0, origin.id, target.id, TravelMode.ROAD)
        minutes = trip.tour.guess(leg) or None
        far = (trip.tour.distance(leg) or 0) > 700  # noqa: PLR2004 - a day's drive
        mode = TravelMode.RAIL if far else TravelMode.ROAD
        facts: dict[str, Any] = {"customs": 24 * 60 if origin.country != target.country else 0}
        if minutes is not None:
            leaves = datetime.combine(origin.last_day + timedelta(days=1), datetime.min.time()) + timedelta(hours=10)
            facts |= {"departs_local": leaves, "minutes": trip.tour.guess(Leg(0, origin.id, target.id, mode))}
        label = phrase(N_("Add the leg {way}"), way=tour_words.way(tr(), trip.tour, leg))
        made: int | None = self._run(label, legs.add, origin.id, target.id, mode, **facts)
        if made is not None:
            self._shell.toast(_("Leg added; correct its times"), undo=True)
        return made

    def send(self, trip: Trip, leg: Leg, track: Track) -> None:
        """Have a copy of a leg go by itself, by air where it is far; it leaves once it is free, as a first guess."""
        flight = itineraries.by_air(trip.tour).get((leg.origin, leg.target))
        mode = TravelMode.ROAD if flight is None else TravelMode.AIR
        hand_over = leg.hand_over if flight is None else flight.hand_over
        free = [slot for visit in track.visits if visit.stop == leg.origin for slot in visit.slots]
        last = max((trip.plan.board.slot(slot).body_end for slot in free), default=trip.tour.by_number[leg.origin].ends)
        departs = -(-(last + hand_over) // WHOLE) * WHOLE
        arrives = departs + (trip.tour.takes(leg) if flight is None else flight.minutes)
        title, copy = trip.copy_name(track.copy)
        self._do(
            phrase(N_("Send a copy separately")), legs.send, track.copy, leg.origin, leg.target,
            calendar.moment_of(departs), calendar.moment_of(arrives), mode, hand_over=hand_over, customs=leg.customs,
        )  # fmt: skip
        self._shell.toast(
            _("{title}, {copy}: travels separately; correct its times", title=title, copy=copy), undo=True
        )

    def change_leg(self, trip: Trip, leg: Leg, **facts: Any) -> None:
        """Correct a leg."""
        label = phrase(N_("Change the leg {way}"), way=tour_words.way(tr(), trip.tour, leg))
        self._do(label, legs.change, leg.id, **facts)

    def remove_leg(self, trip: Trip, leg: Leg) -> None:
        """Take a leg out."""
        way = tour_words.way(tr(), trip.tour, leg)
        self._do(phrase(N_("Remove the leg {way}"), way=way), legs.remove, leg.id)
        self._shell.toast(_("{way} removed", way=way), undo=True, icon="trash-2")

    def _do(self, label: Phrase, operation: Callable[..., Any], *args: Any, **facts: Any) -> None:
        self._run(label, operation, *args, **facts)

    def _run(self, label: Phrase, operation: Callable[..., Any], *args: Any, **facts: Any) -> Any:
        return self._workspace.edit(label, operation, *args, **facts)


def _facts(city: City | None) -> dict[str, Any]:
    """What the box knows of a city."""
    if city is None:
        return {}
    return {"country": city.country, "zone": city.zone, "latitude": city.latitude, "longitude": city.longitude}


def _city(stop: Stop) -> str:
    return tour_words.city(stop, language())
