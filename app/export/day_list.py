"""The list by day (P3): every screening in order of time, with its titles, facts, hall and languages."""

from collections.abc import Iterator
from datetime import date

from app.domain.listing import Event
from app.export import wording
from app.export.issue import Issue, Run, run
from app.export.wording import Data
from app.i18n import formats


def build(issue: Issue) -> Data:
    """The data of resources/templates/day_list.typ."""
    return {
        "options": wording.choices(issue),
        "masthead": wording.masthead(issue),
        "foot": wording.foot(issue),
        "days": [_day(issue, day) for day in issue.days],
    }


def _day(issue: Issue, day: date) -> Data:
    events = issue.on(day)
    return {
        "head": wording.day_head(issue, day),
        "events": [wording.event_data(issue, event) | {"facts": list(_facts(issue, event))} for event in events],
        "legend": wording.legend(issue, events),
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
