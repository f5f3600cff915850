"""The tour sheet (P15): the route with all stops and ways, then a part for every city on its own clocks."""

from datetime import date

from app.domain import calendar
from app.domain.listing import Event
from app.domain.tour_listing import PrintedTour
from app.domain.tours import Leg, Stop, Tour
from app.export import chapters, wording
from app.export.issue import Issue, Run, run
from app.export.route_picture import picture
from app.export.wording import Data
from app.i18n import formats, labels, tour_words
from app.i18n.catalogue import Catalogue
from app.i18n.labels import context
from app.i18n.labels_of_plans import travel_mode

EDGE = 12.4
"""The margin at A4 in millimetres, as in the template."""

HEIGHTS = {1: 0.5, 2: 0.46, 3: 0.38, 4: 0.32}
"""The height of the map as a share of its width: more languages make longer tables below it."""

STOP_HEADS = (
    context("tour", "Stops"), context("tour", "City"), context("tour", "Days"), context("tour", "Venue"),
    context("tour", "Clock"), context("tour", "Shows"),
)  # fmt: skip
WAY_HEADS = (
    context("tour", "Legs"), context("tour", "Leg"), context("tour", "Leaves"), context("tour", "Arrives"),
    context("tour", "On the way"), context("tour", "Carrier"),
)  # fmt: skip


def build(issue: Issue) -> Data:
    """The data of resources/templates/tour_sheet.typ. A programme without stops is one city."""
    printed = issue.programme.tour or _at_home(issue)
    route = issue.programme.tour is not None and len(printed.tour.stops) > 1
    cities = [_city(issue, printed, stop) for stop in printed.tour.stops]
    return {
        "options": wording.choices(issue),
        "masthead": wording.masthead(issue),
        "foot": wording.foot(issue),
        "overview": _overview(issue, printed) if route else None,
        "cities": [city for city in cities if route or city["days"]],
    }


def _at_home(issue: Issue) -> PrintedTour:
    """A programme that stays where it is, as a tour of one stop."""
    programme = issue.programme
    first, last = (programme.days[0], programme.days[-1]) if programme.days else (programme.as_of, programme.as_of)
    names = programme.city if any(programme.city) else programme.names
    stop = Stop(0, names, first, last, programme.zone)
    return PrintedTour(Tour((stop,)), stops={event.id: 0 for event in programme.events})


def _overview(issue: Issue, printed: PrintedTour) -> Data:
    tour, options = printed.tour, issue.options
    wide = options.sheet[0] - 2 * EDGE * options.enlargement
    tall = min(wide * HEIGHTS[len(issue.languages)], options.sheet[1] * 0.36)
    spoken = formats.commas(issue.languages[0], (tour_words.city(stop, issue.languages[0]) for stop in tour.stops))
    return {
        "map": picture(issue, tour, wide, tall, options.scale),
        "spoken": issue.tr("Map of the route: {cities}", cities=spoken),
        "heads": [_all(issue, message) for message in STOP_HEADS],
        "way_heads": [_all(issue, message) for message in WAY_HEADS],
        "stops": [_stop_row(issue, printed, stop) for stop in tour.stops],
        "ways": [_way_row(issue, tour, leg) for leg in _in_order(tour)],
    }


def _all(issue: Issue, word: tuple[str, str]) -> list[Run]:
    """A heading in every language of the document."""
    return issue.said((tr.language, tr.context(*word)) for tr in issue.catalogues)


def _stop_row(issue: Issue, printed: PrintedTour, stop: Stop) -> Data:
    shows = sum(printed.stops.get(event.id) == stop.id for event in issue.events)
    return {
        "number": str(printed.tour.stops.index(stop) + 1),
        "home": stop.label() == printed.tour.stops[0].label(),
        "names": issue.named(stop.names),
        "days": _days(issue, stop),
        "venue": issue.named(printed.venues[stop.id]) if stop.id in printed.venues else [],
        "clock": [run(stop.label(), "en")],
        "shows": str(shows),
    }


def _days(issue: Issue, stop: Stop) -> list[Run]:
    return issue.said((code, formats.date_range(code, stop.first_day, stop.last_day)) for code in issue.languages)


def _in_order(tour: Tour) -> list[Leg]:
    order = {stop.id: place for place, stop in enumerate(tour.stops)}
    own = [leg for leg in tour.legs if {leg.origin, leg.target} <= order.keys()]
    return sorted(own, key=lambda leg: (order[leg.origin], order[leg.target], leg.id))


def _way_row(issue: Issue, tour: Tour, leg: Leg) -> Data:
    origin, target = tour.by_number[leg.origin], tour.by_number[leg.target]
    first = issue.tr
    minutes = tour.takes(leg)
    facts = [run(formats.duration(first.language, minutes), first.language)] if minutes else []
    if leg.customs:
        length = formats.duration(first.language, leg.customs)
        facts.append(run(first("customs {length}", length=length), first.language))
    return {
        "ends": [issue.named(origin.names), issue.named(target.names)],
        "mode": issue.said((tr.language, travel_mode(tr, leg.mode)) for tr in issue.catalogues),
        "sign": leg.mode.value,
        "leaves": _both(first, tour.departs(leg), origin, target),
        "arrives": _both(first, tour.arrives(leg), target, origin),
        "facts": facts,
        "carrier": run(leg.carrier, _script(leg.carrier)),
        "copy": _alone(issue, leg),
    }


def _alone(issue: Issue, leg: Leg) -> list[Run]:
    """The copy that goes by itself on a leg, under the name of its work."""
    copies = issue.programme.tour.copies if issue.programme.tour is not None and leg.apart else ()
    for copy in copies:
        if copy.track.copy == leg.copy:
            work = issue.works.get(copy.work)
            return [*(issue.titled(work)[:1] if work is not None else []), run(copy.name, _script(copy.name))]
    return []


def _both(tr: Catalogue, minute: int | None, here: Stop, there: Stop) -> list[Run]:
    """A moment on the clocks of its own city, and on those of the other end where they differ."""
    said = [tour_words.moment(tr, minute, here.zone)]
    if minute is not None and here.label() != there.label():
        local = calendar.moment_of(minute, there.zone)
        clock = formats.time(tr.language, local)
        said.append(tr("= {time} {offset}", time=clock, offset=there.label()))
    return [run(text, tr.language) for text in said]


def _city(issue: Issue, printed: PrintedTour, stop: Stop) -> Data:
    """One city: head, days with their shows in local time, copies that come and go, host."""
    tour = printed.tour
    own = [event for event in issue.events if printed.stops.get(event.id) == stop.id]
    noon = calendar.moment_of(stop.begins + 12 * 60)
    zones = issue.said((tr.language, labels.zone(tr, stop.zone, noon)) for tr in issue.catalogues)
    if own:  # shows begin by the clocks of the hall
        zones = chapters.zone_runs(issue, own[0])
    facts = [(_all(issue, context("tour", "Host")), [run(stop.host, _script(stop.host))])] if stop.host else []
    address = printed.addresses.get(stop.id, "")
    if address:
        facts.append((_all(issue, context("tour", "Address")), [run(address, _script(address))]))
    if stop.note:
        facts.append((_all(issue, context("tour", "Note")), [run(stop.note, _script(stop.note))]))
    return {
        "number": str(tour.stops.index(stop) + 1),
        "home": stop.label() == tour.stops[0].label(),
        "names": issue.named(stop.names),
        "days_words": _days(issue, stop),
        "zone": zones,
        "venue": issue.named(printed.venues[stop.id]) if stop.id in printed.venues else [],
        "facts": [{"head": head, "words": words} for head, words in facts],
        "days": [
            _day(issue, day, [event for event in own if event.day == day]) for day in sorted({e.day for e in own})
        ],
        "comes": _traffic(issue, printed, stop, coming=True),
        "goes": _traffic(issue, printed, stop, coming=False),
        "heads": {
            "comes": _all(issue, context("tour", "Copies that arrive")),
            "goes": _all(issue, context("tour", "Copies that leave")),
        },
        "legend": wording.legend(issue, own),
        "none": [] if own else issue.said((tr.language, tr("Nothing is placed here yet.")) for tr in issue.catalogues),
    }


def _day(issue: Issue, day: date, events: list[Event]) -> Data:
    return {"head": wording.day_head(issue, day), "events": [wording.event_data(issue, event) for event in events]}


def _traffic(issue: Issue, printed: PrintedTour, stop: Stop, *, coming: bool) -> list[Data]:
    """The copies that arrive or leave along a leg that touches this stop."""
    rows: list[Data] = []
    tour, tr = printed.tour, issue.tr
    for copy in printed.copies:
        for passage in copy.track.passages:
            leg = tour.leg(passage.leg)
            if leg is None or stop.id != (leg.target if coming else leg.origin):
                continue
            other = tour.by_number[leg.origin if coming else leg.target]
            when = tour.arrives(leg) if coming else tour.departs(leg)
            work = issue.works.get(copy.work)
            rows.append({
                "titles": issue.titled(work) if work is not None else [],
                "copy": run(copy.name, _script(copy.name)),
                "when": run(tour_words.moment(tr, when, stop.zone), tr.language),
                "ready": _usable(tr, passage.ready, stop)
                if coming and leg.customs and when is not None else None,
                "city": issue.named(other.names),
                "sign": leg.mode.value,
            })  # fmt: skip
    return rows


def _usable(tr: Catalogue, minute: int, stop: Stop) -> Run:
    return run(tr("usable from {moment}", moment=tour_words.moment(tr, minute, stop.zone)), tr.language)


def _script(text: str) -> str:
    """The language a line without one is set in: Chinese where it holds Han letters, else Kazakh."""
    return "zh" if any("\u4e00" <= letter <= "\u9fff" for letter in text) else "kk"
