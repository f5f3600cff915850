"""What is said of tours in more than one place: clocks of cities, ways between them, and what is wrong."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from app.domain import calendar
from app.domain.checks_of_tours import TourProblem, Trouble
from app.domain.tours import Leg, Stop, Tour, later_by
from app.i18n import formats, labels
from app.i18n.labels_of_plans import travel_mode
from app.words import N_

if TYPE_CHECKING:
    from app.i18n.catalogue import Catalogue

P = TourProblem

TITLES: Mapping[TourProblem, str] = {
    P.STOPS_OVERLAP: N_("Two cities on one day"),
    P.OUT_OF_ORDER: N_("Days against the order"),
    P.LEG_MISSING: N_("No onward leg"),
    P.LEG_BACKWARDS: N_("Arrives before it leaves"),
    P.LEAVES_EARLY: N_("Leaves before the last day"),
    P.ARRIVES_LATE: N_("Arrives after the first day"),
    P.TRAVEL_ON_SHOW_DAY: N_("Travel on a day with shows"),
    P.VENUE_MISSING: N_("No venue yet"),
    P.PLACE_MISSING: N_("Not on the map"),
    P.WHICH_CLOCK: N_("Which time zone?"),
    P.CLOCK_DIFFERS: N_("The venue is in another time zone"),
}

SENTENCES: Mapping[TourProblem, str] = {
    P.STOPS_OVERLAP: N_("{city} and {next}: the days overlap from {day} on."),
    P.OUT_OF_ORDER: N_("{next} comes after {city} in the order, but begins before it."),
    P.LEG_MISSING: N_("No leg from {city} to {next} has been entered, so nothing can travel there."),
    P.LEG_BACKWARDS: N_(
        "The leg from {city} to {next} arrives before it departs. Check the time zones of both cities."
    ),
    P.LEAVES_EARLY: N_("The leg from {city} to {next} departs on {day}, before the last day in {city}."),
    P.ARRIVES_LATE: N_("The leg from {city} to {next} arrives on {day}, after the first day in {next}."),
    P.TRAVEL_ON_SHOW_DAY: N_("The leg from {city} to {next} falls on {day}, a day with shows."),
    P.VENUE_MISSING: N_("{city} has no venue. Without one nothing can be shown there."),
    P.PLACE_MISSING: N_("The position of {city} has not been entered, so it is not on the map."),
    P.WHICH_CLOCK: N_(
        "{city} is set to local Xinjiang time. Offices, tickets and trains there run on Beijing time: "
        "make sure that the public knows which clock is meant."
    ),
    P.CLOCK_DIFFERS: N_(
        "The time zone of {city} is not that of its venue. Shows begin by the clock of the venue, and "
        "legs depart and arrive by that of the city: choose one of them for both."
    ),
}

LATITUDES = (labels.context("map", "{degrees}° N"), labels.context("map", "{degrees}° S"))
LONGITUDES = (labels.context("map", "{degrees}° E"), labels.context("map", "{degrees}° W"))


def city(stop: Stop, language: str) -> str:
    """What a city is called in a language."""
    return stop.names.shown(language) or "–"


def trouble_title(tr: "Catalogue", trouble: Trouble) -> str:
    """A few words."""
    return tr(TITLES[trouble.problem])


def trouble_sentence(tr: "Catalogue", trouble: Trouble, tour: Tour) -> str:
    """What is wrong, with the cities and the day."""
    stops = [city(tour.by_number[stop], tr.language) for stop in trouble.stops]
    day = formats.day_month(tr.language, trouble.day) if trouble.day else ""
    fields = {"city": stops[0], "next": stops[-1], "day": day}
    message = SENTENCES[trouble.problem]
    return tr(message, **{name: text for name, text in fields.items() if f"{{{name}}}" in message})


def zone_head(tr: "Catalogue", stop: Stop) -> str:
    """Kazakhstan time; for a zone without a word of its own the city it is called after."""
    words = labels.zone(tr, stop.zone)
    return words if words != stop.zone else stop.zone.rpartition("/")[2].replace("_", " ")


def offset_words(tr: "Catalogue", before: Stop | None, stop: Stop) -> str:
    """UTC+8, 3 h later: the offset of a city and how far its clocks are from those of the city before."""
    minutes = later_by(before, stop) if before is not None else 0
    if not minutes:
        return stop.label()
    length = formats.duration(tr.language, abs(minutes))
    if minutes > 0:
        return tr("{offset}, {length} later", offset=stop.label(), length=length)
    return tr("{offset}, {length} earlier", offset=stop.label(), length=length)


def way(tr: "Catalogue", tour: Tour, leg: Leg) -> str:
    """Almaty → Yining."""
    ends = (city(tour.by_number[stop], tr.language) for stop in (leg.origin, leg.target))
    return " → ".join(ends)


def way_facts(tr: "Catalogue", tour: Tour, leg: Leg) -> str:
    """Road, 30 h, 365 km."""
    facts = [travel_mode(tr, leg.mode)]
    minutes, far = tour.takes(leg), tour.distance(leg)
    if minutes:
        facts.append(formats.duration(tr.language, minutes))
    if far:
        facts.append(tr("{number} km", number=formats.number(tr.language, round(far))))
    return formats.commas(tr.language, facts)


def moment(tr: "Catalogue", minute: int | None, zone: str) -> str:
    """Mon 9 Nov, 10:00 (UTC+5): a moment on the clocks of a zone, with its label; – where nobody knows."""
    if minute is None:
        return "–"
    local = calendar.moment_of(minute, zone)
    day, clock = formats.day_label(tr.language, local.date()), formats.time(tr.language, local)
    return tr("{day}, {time} ({offset})", day=day, time=clock, offset=calendar.zone_label(zone, local))


def latitude(tr: "Catalogue", degrees: int) -> str:
    """45° N, as the margin of a map says it."""
    return tr.context(*LATITUDES[degrees < 0], degrees=abs(degrees))


def longitude(tr: "Catalogue", degrees: int) -> str:
    """75° E; 190 is 170° W."""
    degrees = (degrees + 179) % 360 - 179
    return tr.context(*LONGITUDES[degrees < 0], degrees=abs(degrees))


def shows(tr: "Catalogue", number: int) -> str:
    """4 shows."""
    return tr.plural("{n} show", "{n} shows", number)
