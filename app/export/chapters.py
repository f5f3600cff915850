"""How a programme is parted on paper: day by day, and on a tour stop after stop, each on its own clocks."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from app.domain.kinds_of_plans import BlockerKind
from app.domain.listing import Event, Hall, Pause
from app.domain.tours import Stop
from app.export.issue import Issue, Run, run
from app.export.wording import Data
from app.i18n import formats, labels, labels_of_plans
from app.i18n.catalogue import Catalogue

_LAST = 10_000
"""Where what is shown at no stop of a tour stands: after all of them."""


@dataclass(frozen=True, slots=True)
class Chapter:
    """A festival day with its events; on a tour one day at one stop, of which two may fall on one date."""

    day: date
    events: tuple[Event, ...]
    stop: Stop | None = None


def chapters(issue: Issue) -> list[Chapter]:
    """The days with events in order: those of the first stop, those of the second, and so on."""
    found: dict[tuple[int, date], list[Event]] = defaultdict(list)
    printed = issue.programme.tour
    stops = printed.tour.stops if printed is not None else ()
    order = {stop.id: place for place, stop in enumerate(stops)}
    for event in issue.events:
        stop = printed.stops.get(event.id) if printed is not None else None
        found[order.get(stop, _LAST) if stop is not None else _LAST, event.day].append(event)
    return [
        Chapter(day, tuple(found[place, day]), stops[place] if place < len(stops) else None)
        for place, day in sorted(found)
    ]


def parts(issue: Issue) -> list[list[Chapter]]:
    """The chapters that begin on a page together: all days of a stop; at home every day by itself."""
    made: list[list[Chapter]] = []
    for chapter in chapters(issue):
        if made and chapter.stop is not None and chapter.stop == made[-1][-1].stop:
            made[-1].append(chapter)
        else:
            made.append([chapter])
    return made


def place_data(issue: Issue, chapter: Chapter) -> Data | None:
    """The stop as a page says it: which one, its names, days, venue and whose clocks; None at home."""
    stop, printed = chapter.stop, issue.programme.tour
    if stop is None or printed is None:
        return None
    languages, first = issue.languages, printed.tour.stops[0]
    return {
        "number": str(printed.tour.stops.index(stop) + 1),
        "home": stop.label() == first.label(),
        "names": issue.named(stop.names),
        "days": issue.said((code, formats.date_range(code, stop.first_day, stop.last_day)) for code in languages),
        "venue": issue.named(printed.venues[stop.id]) if stop.id in printed.venues else [],
        "zone": zone_runs(issue, chapter.events[0]),
        "head": run(where(issue.tr, chapter.events[0], stop), issue.languages[0]),
    }


def zone_runs(issue: Issue, event: Event) -> list[Run]:
    """Whose clocks the times are on, in every language: those of the hall."""
    return issue.said((tr.language, _zone(tr, event)) for tr in issue.catalogues)


def where(tr: Catalogue, event: Event, stop: Stop) -> str:
    """Urumqi, Beijing time (UTC+8)."""
    return formats.commas(tr.language, (stop.names.shown(tr.language), _zone(tr, event)))


def _zone(tr: Catalogue, event: Event) -> str:
    return labels.zone(tr, str(event.starts.tzinfo), event.starts)


def halls(issue: Issue, stop: Stop | None) -> tuple[Hall, ...]:
    """The halls one plays in at a stop, in the order of the board; at home all of them."""
    printed = issue.programme.tour
    own = issue.programme.halls
    if stop is None or printed is None:
        return own
    return tuple(hall for hall in own if stop.id in printed.halls.get(hall.id, ()))


def pauses(issue: Issue, chapter: Chapter) -> tuple[Pause, ...]:
    """The breaks on a day in halls of the document; what concerns the house alone only where it is asked for."""
    if not (issue.options.extras or issue.options.house):
        return ()
    own = {hall.id for hall in halls(issue, chapter.stop)}
    return tuple(
        pause
        for pause in issue.programme.pauses
        if pause.day == chapter.day
        and (issue.options.house or pause.kind is BlockerKind.BREAK)
        and not own.isdisjoint(pause.halls)
    )


def pause_words(issue: Issue, pause: Pause) -> list[Run]:
    """What a pause is called, in every language of the document."""
    kind = pause.kind
    words = ((tr.language, labels_of_plans.blocker_kind(tr, kind)) for tr in issue.catalogues)
    return issue.named(pause.names) if any(pause.names) else issue.said(words)
