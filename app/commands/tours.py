"""The command tour: stops, ways, clocks and what is wrong with a tour."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy.orm import Session

from app.commands.answer import Answer, Asked, table
from app.commands.opening import reading
from app.commands.programmes import meant
from app.domain import calendar, checks_of_tours
from app.domain.checks_of_tours import Trouble
from app.domain.tours import Leg, Stop, Tour, later_by
from app.domain.tracks import Track, places_of, tracks
from app.errors import UserError
from app.i18n import formats, tour_words
from app.i18n.catalogue import Catalogue
from app.store.schedule import Schedule, schedule
from app.store.tour_rows import tour as tour_of
from app.words import N_

NO_STOPS = N_("“{programme}” has no stops: it is not a tour, or none have been entered.")


def tour(asked: Asked) -> Answer:
    """The tour as one would write it down; 1 if anything is wrong with its stops or ways."""
    tr = asked.tr
    with reading(asked) as store, store.read() as session:
        made, read = _read(session, asked)
    if not made.stops:
        raise UserError(NO_STOPS, programme=read.programme.names.shown(asked.language))
    places = places_of(made, {hall.id: hall.venue for hall in read.halls}, read.slots)
    shows = {stop.id: [card.day for card in read.cards if places.get(card.id) == stop.id] for stop in made.stops}
    found = checks_of_tours.troubles(made, shows, {hall.venue: hall.zone for hall in read.halls})
    data = {
        "programme": read.programme.id,
        "stops": [_stop(made, place, len(shows[stop.id]), tr) for place, stop in enumerate(made.stops)],
        "legs": [_leg(made, leg, tr) for leg in made.legs],
        "copies": [_track(track, read) for track in tracks(made, read.slots, places) if track.copy in read.copies],
        "problems": [_problem(made, trouble, tr) for trouble in found],
    }
    return Answer(data, list(_lines(made, found, _copies(read), tr)), 1 if found else 0)


def _read(session: Session, asked: Asked) -> tuple[Tour, Schedule]:
    programme = meant(session, asked.options.programme, asked.language)
    today = datetime.now().astimezone().date()
    return tour_of(session, programme), schedule(session, programme, asked.language, today)


def _copies(read: Schedule) -> dict[int, str]:
    return {copy.id: f"{read.works.get(copy.work, '')} {copy.name}".strip() for copy in read.copies.values()}


def _stop(made: Tour, place: int, shows: int, tr: Catalogue) -> dict[str, object]:
    stop = made.stops[place]
    return {
        "id": stop.id,
        "city": tour_words.city(stop, tr.language),
        "names": stop.names._asdict(),
        "country": stop.country,
        "first_day": stop.first_day.isoformat(),
        "last_day": stop.last_day.isoformat(),
        "zone": stop.zone,
        "offset": stop.label(),
        "later": later_by(made.stops[place - 1], stop) if place else 0,
        "venue": stop.venue,
        "latitude": stop.latitude,
        "longitude": stop.longitude,
        "host": stop.host,
        "shows": shows,
    }


def _leg(made: Tour, leg: Leg, tr: Catalogue) -> dict[str, object]:
    origin, target = made.by_number[leg.origin], made.by_number[leg.target]
    far = made.distance(leg)
    return {
        "id": leg.id,
        "from": leg.origin,
        "to": leg.target,
        "way": tour_words.way(tr, made, leg),
        "mode": leg.mode.value,
        "departs": _moment(made.departs(leg), origin),
        "arrives": _moment(made.arrives(leg), target),
        "minutes": made.takes(leg),
        "kilometres": None if far is None else round(far),
        "customs": leg.customs,
        "hand_over": leg.hand_over,
        "carrier": leg.carrier,
        "apart": leg.apart,
        "copy": leg.copy,
    }


def _track(track: Track, read: Schedule) -> dict[str, object]:
    """Where a copy is shown, and by which legs it gets there."""
    copy = read.copies[track.copy]
    return {
        "copy": track.copy,
        "title": read.works.get(copy.work, ""),
        "name": copy.name,
        "stops": [visit.stop for visit in track.visits],
        "legs": [passage.leg for passage in track.passages],
        "gaps": [list(gap) for gap in track.gaps],
    }


def _moment(minute: int | None, stop: Stop) -> str | None:
    """A moment on the clocks of a stop, with its offset."""
    return None if minute is None else calendar.moment_of(minute, stop.zone).isoformat(timespec="minutes")


def _problem(made: Tour, trouble: Trouble, tr: Catalogue) -> dict[str, object]:
    return {
        "problem": trouble.problem.value,
        "stops": list(trouble.stops),
        "leg": trouble.leg,
        "day": trouble.day.isoformat() if trouble.day else None,
        "message": tour_words.trouble_sentence(tr, trouble, made),
    }


def _lines(made: Tour, found: list[Trouble], copies: Mapping[int, str], tr: Catalogue) -> list[str]:
    """A table of stops and ways; `copies` names those that go by themselves."""
    rows: list[tuple[object, ...]] = []
    for place, stop in enumerate(made.stops):
        days = formats.date_range(tr.language, stop.first_day, stop.last_day)
        before = made.stops[place - 1] if place else None
        rows.append((place + 1, tour_words.city(stop, tr.language), days, tour_words.offset_words(tr, before, stop)))
        for leg in (leg for leg in made.legs if leg.origin == stop.id):
            target = made.by_number[leg.target]
            facts = tour_words.way_facts(tr, made, leg)
            if leg.apart:
                facts = formats.commas(tr.language, (copies.get(leg.copy or 0, tr("one copy, separately")), facts))
            rows.append(("", facts, tour_words.moment(tr, made.departs(leg), stop.zone),
                         tour_words.moment(tr, made.arrives(leg), target.zone)))  # fmt: skip
    return [*table(rows), *(tour_words.trouble_sentence(tr, trouble, made) for trouble in found)]
