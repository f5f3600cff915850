"""The day grid (P1): one page a day, halls side by side, time downwards to scale."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from itertools import pairwise, zip_longest
from math import ceil
from typing import NamedTuple

from app.domain.listing import Event, Hall, minutes_between
from app.export import wording
from app.export.issue import Issue
from app.export.wording import Data

_HALL_WIDTH = 27.0
"""The narrowest column that still holds a title, in millimetres at 10 pt on A4."""

_ROOM = 14
"""Minutes of height a label needs at the least: shorter events that follow each other stand side by side."""

_MARGINS = 40.0
"""Width of a page taken by margins and the axis, in millimetres on A4."""


def build(issue: Issue) -> Data:
    """The data of resources/templates/day_grid.typ."""
    return {
        "options": wording.choices(issue),
        "masthead": wording.masthead(issue),
        "foot": wording.foot(issue),
        "pages": [page for day in issue.days for page in _day(issue, day)],
    }


def _day(issue: Issue, day: date) -> Iterator[Data]:
    """The pages of a day: one, or several when there are more halls than a page can hold."""
    events = issue.on(day)
    groups = _groups(issue, {event.hall for event in events})
    first, last = _hours(issue, day, events)
    for number, halls in enumerate(groups, start=1):
        inside = [event for event in events if event.hall in {hall.id for hall in halls}]
        yield {
            "head": wording.day_head(issue, day),
            "part": f"{number}/{len(groups)}" if len(groups) > 1 else "",
            "opens": number == 1,
            "halls": [issue.named(hall.names) for hall in halls],
            "first": first,
            "last": last,
            "events": list(_placed(issue, day, halls, inside)),
            "legend": wording.legend(issue, events),
        }


def _groups(issue: Issue, used: set[int]) -> list[tuple[Hall, ...]]:
    """The halls of each page, as even as can be; halls without a screening that day give way first."""
    options = issue.options
    most = max(1, int((options.sheet[0] - _MARGINS * options.enlargement) // (_HALL_WIDTH * options.scale)))
    halls = issue.programme.halls
    if len(halls) > most:
        halls = tuple(hall for hall in halls if hall.id in used)
    pages = max(1, ceil(len(halls) / most))
    size, more = divmod(len(halls), pages)
    cuts = [number * size + min(number, more) for number in range(pages + 1)]
    return [halls[start:end] for start, end in pairwise(cuts)]


def _hours(issue: Issue, day: date, events: Sequence[Event]) -> tuple[int, int]:
    """The used hours of a day, in minutes after its midnight, on full hours."""
    spans = [_span(issue, day, event) for event in events]
    first = min(start for start, _ in spans)
    last = max(max(end, start + _ROOM) for start, end in spans)
    return first // 60 * 60, ceil(last / 60) * 60


def _minute(day: date, moment: datetime) -> int:
    """Minutes after the midnight that begins the festival day, by the clock on the wall."""
    return (moment.replace(tzinfo=None) - datetime.combine(day, datetime.min.time())) // timedelta(minutes=1)


def _span(issue: Issue, day: date, event: Event) -> tuple[int, int]:
    """From where to where an event stands, in minutes; its length is real even when the clocks change."""
    start, end = wording.shown_span(issue, event)
    at = _minute(day, start)
    return at, at + minutes_between(start, end)


def _placed(issue: Issue, day: date, halls: Sequence[Hall], events: Sequence[Event]) -> Iterator[Data]:
    """The events of a page with their places; those that overlap in a hall share its width in lanes."""
    for column, hall in enumerate(halls):
        own = [event for event in events if event.hall == hall.id]
        spans = [_span(issue, day, event) for event in own]
        for event, (start, end), lane in zip(own, spans, _lanes(spans), strict=True):
            extras = wording.extras(issue, event)
            body = start + minutes_between(wording.shown_span(issue, event)[0], event.starts)
            yield wording.event_data(issue, event) | {
                "column": column,
                "lane": lane.number,
                "lanes": lane.of,
                "start": start,
                "body": body,
                "body_end": body + event.minutes,
                "end": end,
                "room": lane.until,
                "extras": extras,
            }


class _Lane(NamedTuple):
    """Which of how many lanes a span stands in, and when the next one below it begins (-1: none does)."""

    number: int
    of: int
    until: int


def _lanes(spans: Sequence[tuple[int, int]]) -> list[_Lane]:
    """The lane of each span: side by side within every run of spans that touch one another."""
    lanes: dict[int, _Lane] = {}
    runs = _runs(spans)
    for run, after in zip_longest(runs, runs[1:]):
        next_run = spans[after[0]][0] if after else -1
        free: list[int] = []
        numbers: dict[int, int] = {}
        for index in run:
            start, reach = spans[index][0], _reach(spans[index])
            number = next((n for n, until in enumerate(free) if until <= start), len(free))
            free[number : number + 1] = [reach]
            numbers[index] = number
        for index in run:
            below = (i for i in run if numbers[i] == numbers[index] and spans[i][0] > spans[index][0])
            until = min((spans[i][0] for i in below), default=next_run)
            lanes[index] = _Lane(numbers[index], len(free), until)
    return [lanes[index] for index in range(len(spans))]


def _runs(spans: Sequence[tuple[int, int]]) -> list[list[int]]:
    """The spans by their positions, in order of time, parted wherever everybody has finished."""
    runs: list[list[int]] = []
    last = -1
    for index in sorted(range(len(spans)), key=lambda i: spans[i]):
        if not runs or spans[index][0] >= last:
            runs.append([])
        runs[-1].append(index)
        last = max(last, _reach(spans[index]))
    return runs


def _reach(span: tuple[int, int]) -> int:
    """When a span ends on paper: a very short one needs more height than it lasts."""
    return max(span[1], span[0] + _ROOM)
