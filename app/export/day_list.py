"""The list by day (P3): every screening in order of time, with its titles, facts, hall and languages."""

from collections.abc import Iterator, Sequence

from app.domain.listing import Event, Pause
from app.export import chapters, wording
from app.export.chapters import Chapter
from app.export.issue import Issue, Run, run
from app.export.wording import Data
from app.i18n import formats


def build(issue: Issue) -> Data:
    """The data of resources/templates/day_list.typ: a part begins on a page of its own."""
    return {
        "options": wording.choices(issue),
        "masthead": wording.masthead(issue),
        "foot": wording.foot(issue),
        "parts": [_part(issue, part) for part in chapters.parts(issue)],
    }


def _part(issue: Issue, part: Sequence[Chapter]) -> Data:
    """One day; of a tour all days of a stop."""
    place = chapters.place_data(issue, part[0])
    head = wording.day_head(issue, part[0].day)
    events = [event for chapter in part for event in chapter.events]
    return {
        "place": place,
        "title": place["head"] if place is not None else head["long"],
        "days": [_day(issue, chapter) for chapter in part],
        "legend": wording.legend(issue, events),
    }


def _day(issue: Issue, chapter: Chapter) -> Data:
    lines = [
        (event.starts, {"pause": False} | wording.event_data(issue, event) | {"facts": list(_facts(issue, event))})
        for event in chapter.events
    ]
    lines += [(pause.starts, _pause(issue, pause, chapter)) for pause in chapters.pauses(issue, chapter)]
    return {
        "head": wording.day_head(issue, chapter.day),
        "events": [data for _, data in sorted(lines, key=lambda line: line[0].timestamp())],
    }


def _pause(issue: Issue, pause: Pause, chapter: Chapter) -> Data:
    """A break in a line of its own, with its halls unless it is for all of them."""
    first = issue.languages[0]
    halls = chapters.halls(issue, chapter.stop)
    taken = [hall.names.shown(first) for hall in halls if hall.id in pause.halls]
    return {
        "pause": True,
        "time": formats.time(first, pause.starts),
        "ends": formats.time(first, pause.ends),
        "words": chapters.pause_words(issue, pause),
        "hall": run(formats.commas(first, taken), first) if len(taken) < len(halls) else None,
    }


def _facts(issue: Issue, event: Event) -> Iterator[Run]:
    """Country, year, length, age mark, what comes with it and whether it is firm, in the first language."""
    first = issue.languages[0]
    works = [issue.works[work] for work in event.works if work in issue.works]
    countries = dict.fromkeys(code for work in works for code in work.countries)
    if countries:
        names = [formats.country(first, code) for code in countries]
        yield run(("、" if first == "zh" else ", ").join(names), first)
    years = sorted({work.year for work in works if work.year})
    if years:
        yield run("–".join(str(year) for year in dict.fromkeys((years[0], years[-1]))), first)
    yield run(formats.minutes(first, event.minutes), first)
    if len(works) == 1 and works[0].age_mark:
        yield run(works[0].age_mark, first)
    for extra in wording.extras(issue, event):
        words: list[Run] = extra["words"]
        yield run(f"{words[0]['t']} {extra['time'] if extra['before'] else extra['minutes']['t']}", first)
    yield from wording.status(issue, event.status)[:1]
