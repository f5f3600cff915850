"""The day grid (P1): one page a day, halls side by side, time downwards to scale."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from itertools import pairwise, zip_longest
from math import ceil
from typing import NamedTuple

from app.domain.listing import Event, Hall, Pause, minutes_between
from app.export import chapters, wording
from app.export.chapters import Chapter
from app.export.issue import Issue, Run, run
from app.export.wording import Data
from app.i18n import formats

_HALL_WIDTH = 27.0
"""The narrowest column that still holds a title, in millimetres at 10 pt on A4."""

_ROOM = 14
"""Minutes of height a label needs at the least: shorter events that follow each other stand side by side."""

_MARGINS = 40.0
"""Width of a page taken by margins and the axis, in millimetres on A4."""


class _Column(NamedTuple):
    """A hall on a day."""

    day: date
    hall: Hall


def build(issue: Issue) -> Data:
    """The data of resources/templates/day_grid.typ."""
    return {
        "options": wording.choices(issue),
        "masthead": wording.masthead(issue),
        "foot": wording.foot(issue),
        "pages": [page for part in chapters.parts(issue) for page in _part(issue, part)],
    }


def _part(issue: Issue, part: Sequence[Chapter]) -> Iterator[Data]:
    """The pages of a day; of a stop on a tour its days side by side, where all their halls go on one page."""
    stop = part[0].stop
    if stop is not None:
        used = {event.hall for chapter in part for event in chapter.events}
        halls = [hall for hall in chapters.halls(issue, stop) if hall.id in used]
        if len(halls) * len(part) <= _most(issue):
            place = chapters.place_data(issue, part[0])
            columns = [_Column(chapter.day, hall) for chapter in part for hall in halls]
            heads = [_day_column(issue, column, several=len(halls) > 1) for column in columns]
            yield _page(issue, part, columns, heads) | {"head": None, "place": place, "title": place and place["head"]}
            return
    for chapter in part:
        yield from _day(issue, chapter)


def _day_column(issue: Issue, column: _Column, *, several: bool) -> list[Run]:
    """Mon 28 Dec, with the hall below; in every language where there is one hall to name."""
    first = issue.languages[0]
    names = issue.named(column.hall.names)
    return [run(formats.day_label(first, column.day), first), *(names[:1] if several else names)]


def _day(issue: Issue, chapter: Chapter) -> Iterator[Data]:
    """The pages of a day: one, or several when there are more halls than a page can hold."""
    groups = _groups(issue, chapters.halls(issue, chapter.stop), {event.hall for event in chapter.events})
    place, head = chapters.place_data(issue, chapter), wording.day_head(issue, chapter.day)
    title = head["long"]
    if place is not None:
        title = run(f"{place['head']['t']}: {title['t']}", title["lang"])
    hours = _hours(issue, [chapter])
    for number, halls in enumerate(groups, start=1):
        columns = [_Column(chapter.day, hall) for hall in halls]
        heads = [issue.named(hall.names) for hall in halls]
        yield _page(issue, [chapter], columns, heads, hours) | {
            "head": head,
            "place": place,
            "title": title,
            "part": f"{number}/{len(groups)}" if len(groups) > 1 else "",
            "opens": number == 1,
        }


def _page(issue: Issue, part: Sequence[Chapter], columns: Sequence[_Column], heads: list[list[Run]],
          hours: tuple[int, int] | None = None) -> Data:  # fmt: skip
    first, last = hours or _hours(issue, part)
    shown = {(column.day, column.hall.id) for column in columns}
    events = [event for chapter in part for event in chapter.events if (chapter.day, event.hall) in shown]
    pauses = [pause for chapter in part for pause in chapters.pauses(issue, chapter)]
    taken = list(_taken(issue, columns, pauses))
    return {
        "part": "",
        "opens": True,
        "halls": heads,
        "first": first,
        "last": last,
        "events": list(_placed(issue, columns, events, taken)),
        "pauses": taken,
        "legend": wording.legend(issue, events),
    }


def _most(issue: Issue) -> int:
    """How many columns a page can hold."""
    options = issue.options
    return max(1, int((options.sheet[0] - _MARGINS * options.enlargement) // (_HALL_WIDTH * options.scale)))


def _groups(issue: Issue, halls: tuple[Hall, ...], used: set[int]) -> list[tuple[Hall, ...]]:
    """The halls of each page, as even as can be; halls without a screening that day give way first."""
    most = _most(issue)
    if len(halls) > most:
        halls = tuple(hall for hall in halls if hall.id in used)
    pages = max(1, ceil(len(halls) / most))
    size, more = divmod(len(halls), pages)
    cuts = [number * size + min(number, more) for number in range(pages + 1)]
    return [halls[start:end] for start, end in pairwise(cuts)]


def _hours(issue: Issue, part: Sequence[Chapter]) -> tuple[int, int]:
    """The used hours of the days of a page, in minutes after midnight, on full hours."""
    spans = [_span(issue, chapter.day, event) for chapter in part for event in chapter.events]
    for chapter in part:
        for pause in chapters.pauses(issue, chapter):
            start = _minute(chapter.day, pause.starts)
            spans.append((start, start + pause.minutes))
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


def _taken(issue: Issue, columns: Sequence[_Column], pauses: Sequence[Pause]) -> Iterator[Data]:
    """Where halls are taken without a show."""
    for number, column in enumerate(columns):
        for pause in pauses:
            if pause.day == column.day and column.hall.id in pause.halls:
                start = _minute(column.day, pause.starts)
                yield {
                    "column": number,
                    "start": start,
                    "end": start + pause.minutes,
                    "time": formats.time(issue.languages[0], pause.starts),
                    "words": chapters.pause_words(issue, pause),
                }


def _placed(issue: Issue, columns: Sequence[_Column], events: Sequence[Event], taken: Sequence[Data]) -> Iterator[Data]:
    """The events of a page with their places; those that overlap in a hall share its width in lanes."""
    for number, (day, hall) in enumerate(columns):
        own = [event for event in events if (event.day, event.hall) == (day, hall.id)]
        spans = [_span(issue, day, event) for event in own]
        pauses = [pause["start"] for pause in taken if pause["column"] == number]
        for event, (start, end), lane in zip(own, spans, _lanes(spans), strict=True):
            extras = wording.extras(issue, event)
            body = start + minutes_between(wording.shown_span(issue, event)[0], event.starts)
            below = [at for at in (lane.until, *pauses) if at >= end]
            yield wording.event_data(issue, event) | {
                "column": number,
                "lane": lane.number,
                "lanes": lane.of,
                "start": start,
                "body": body,
                "body_end": body + event.minutes,
                "end": end,
                "room": min(below) if below else lane.until,
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
    for together, after in zip_longest(runs, runs[1:]):
        next_run = spans[after[0]][0] if after else -1
        free: list[int] = []
        numbers: dict[int, int] = {}
        for index in together:
            start, reach = spans[index][0], _reach(spans[index])
            number = next((n for n, until in enumerate(free) if until <= start), len(free))
            free[number : number + 1] = [reach]
            numbers[index] = number
        for index in together:
            below = (i for i in together if numbers[i] == numbers[index] and spans[i][0] > spans[index][0])
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
