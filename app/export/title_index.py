"""The index A–Z (P5): every film under every name, one column a language, in the alphabet of that language."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from app.domain import calendar
from app.domain.kinds import ScreeningStatus
from app.domain.listing import Event, Work
from app.domain.names import WorkName, plain, shown
from app.domain.order import OTHER_SCRIPTS, group_letter, index_form, sort_key
from app.export import chapters, wording
from app.export.glyphs import printable
from app.export.issue import Issue, Run, language_of, original_name, own_name, run
from app.export.wording import Data
from app.i18n import formats
from app.i18n.catalogue import Catalogue
from app.words import N_

_ENDONYMS = {"kk": "Қазақша", "zh": "中文", "ru": "Русский", "en": "English"}
_ORDERS = {"kk": "А–Я", "zh": "按拼音", "ru": "А–Я", "en": "A–Z"}
_MONTH = 28
"""Days within which a weekday and a number name one day only."""
_WITHOUT = {
    "kk": N_("Titles without a Kazakh name"),
    "zh": N_("Titles without a Chinese name"),
    "ru": N_("Titles without a Russian name"),
    "en": N_("Titles without an English name"),
}


@dataclass(frozen=True, slots=True)
class _Entry:
    """One line of the index: the text sorted by, its reading, the work, and the main name if this is another one."""

    text: str
    tag: str
    reading: str
    work: Work
    see: str = ""


def build(issue: Issue) -> Data:
    """The data of resources/templates/title_index.typ."""
    shows: dict[int, list[Event]] = {}
    for event in issue.events:
        for work in dict.fromkeys(event.works):
            shows.setdefault(work, []).append(event)
    works = [work for work in issue.programme.works if work.id in shows]
    return {
        "options": wording.choices(issue),
        "masthead": wording.masthead(issue),
        "foot": wording.foot(issue),
        "heads": issue.said((tr.language, tr("Index of titles")) for tr in issue.catalogues),
        "clocks": _clocks(issue),
        "columns": [_column(issue, tr, works, shows) for tr in issue.catalogues],
    }


def _clocks(issue: Issue) -> list[Run]:
    """On a tour: that times are local, and those of which city are whose, in every language."""
    printed = issue.programme.tour
    if printed is None:
        return []
    said = []
    for tr in issue.catalogues:
        cities: dict[str, list[str]] = {}
        for chapter in chapters.chapters(issue):
            if chapter.stop is not None:
                zone = calendar.zone_label(str(chapter.events[0].starts.tzinfo), chapter.events[0].starts)
                cities.setdefault(zone, []).append(chapter.stop.names.shown(tr.language))
        parts = [
            tr("{cities} {offset}", cities=formats.commas(tr.language, dict.fromkeys(names)), offset=zone)
            for zone, names in cities.items()
        ]
        said.append(
            (tr.language, tr("Local times: {clocks}", clocks=("；" if tr.language == "zh" else "; ").join(parts)))
        )
    return issue.said(said)


def _column(issue: Issue, tr: Catalogue, works: Sequence[Work], shows: dict[int, list[Event]]) -> Data:
    """Everything in one language: the names it has in order, then the titles that have none."""
    language = tr.language
    entries = sorted(
        (entry for work in works for entry in _entries(work, language)),
        key=lambda entry: sort_key(entry.text, language, entry.reading),
    )
    without = [work for work in works if not own_name(work.names, language)]
    borrowed = [(shown(work.names, language), work) for work in without]
    borrowed.sort(key=lambda pair: sort_key(pair[0].title, language))
    letters = groupby(entries, key=lambda entry: _heading(entry, language))
    return {
        "name": run(_ENDONYMS[language], language),
        "order": run(_ORDERS[language], language),
        "groups": [
            {"letter": run(letter, language), "entries": [_entry(issue, tr, entry, shows) for entry in group]}
            for letter, group in letters
        ],
        "without": run(tr(_WITHOUT[language]), language) if without else None,
        "borrowed": [
            {
                "title": run(title.title or "–", title.language),
                "second": [run(title.second, language_of(work.names, title.second))] if title.second else [],
                "see": None,
                "shows": [_show(issue, tr, event) for event in shows[work.id]],
            }
            for title, work in borrowed
        ],
    }


def _heading(entry: _Entry, language: str) -> str:
    """The letter over an entry; a character no font has heads nothing."""
    letter = group_letter(entry.text, language, entry.reading)
    return OTHER_SCRIPTS if printable(letter)[1] else letter


def _entries(work: Work, language: str) -> Iterator[_Entry]:
    """The name of a work in a language, and a reference from every other name it has there."""
    main = own_name(work.names, language)
    if not main:
        return
    met = set()
    for name in sorted(work.names, key=lambda name: name.text != main):
        if plain(name.language) != language or name.language.endswith("-pinyin") or name.text in met:
            continue
        met.add(name.text)
        yield _Entry(name.text, name.language, name.reading, work, "" if name.text == main else main)


def _entry(issue: Issue, tr: Catalogue, entry: _Entry, shows: dict[int, list[Event]]) -> Data:
    if entry.see:
        see = tr("see “{title}”", title=entry.see)
        return {"title": run(entry.text, entry.tag), "second": [], "see": run(see, tr.language), "shows": []}
    return {
        "title": run(index_form(entry.text, tr.language), entry.tag),
        "second": _second(entry, tr.language),
        "see": None,
        "shows": [_show(issue, tr, event) for event in shows[entry.work.id]],
    }


def _second(entry: _Entry, language: str) -> list[Run]:
    """Under a Chinese name how it is read; under any other the original, if it is another."""
    if language == "zh":
        return [run(entry.reading, "en")] if entry.reading else []
    original: WorkName | None = original_name(entry.work.names)
    if original is None or original.text == entry.text or plain(original.language) == language:
        return []
    return [run(original.text, original.language)]


def _day(issue: Issue, language: str, day: date) -> str:
    """жм 16 where that can mean one day only, else жм 16 қаз.: four columns stand on a page."""
    if (max(issue.days) - min(issue.days)).days >= _MONTH:
        return formats.day_label(language, day)
    weekday = formats.weekday(language, day, short=True)
    return f"{day.day}日{weekday}" if language == "zh" else f"{weekday} {day.day}"


def _place(issue: Issue, event: Event, language: str) -> str:
    """The hall; on a tour the city, with the hall where one plays in several there."""
    hall = issue.halls[event.hall].names.shown(language)
    printed = issue.programme.tour
    stop = printed.tour.by_number.get(printed.stops.get(event.id, -1)) if printed is not None else None
    if printed is None or stop is None:
        return hall
    city = stop.names.shown(language)
    return formats.commas(language, (city, hall)) if len(issue.halls_of_stops[stop.id]) > 1 else city


def _show(issue: Issue, tr: Catalogue, event: Event) -> Data:
    """One screening in a line: day, time, hall, and whether it is firm."""
    language = tr.language
    states = {ScreeningStatus.TENTATIVE: tr("to be confirmed")}
    state = states.get(event.status, "")
    return {
        "day": run(_day(issue, language, event.day), language),
        "time": formats.time(language, event.starts),
        "hall": run(_place(issue, event, language), language),
        "state": run(state, language) if state else None,
        "cancelled": event.status is ScreeningStatus.CANCELLED,
    }
