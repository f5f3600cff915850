"""The pieces all documents share: mastheads, titles, version chips, parts, legend and foot, as plain data."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any

from app.domain.kinds import PartKind, ScreeningStatus, SpokenMode
from app.domain.listing import HIDDEN, Event, Part, Version
from app.export.issue import Issue, Run, Voices, run
from app.i18n import formats, labels

_SHAPES = {SpokenMode.ORIGINAL: "orig", SpokenMode.DUBBED: "dub"}
_EXTRAS = (PartKind.INTRO, PartKind.QA, PartKind.BREAK)

Data = dict[str, Any]


def masthead(issue: Issue) -> Data:
    """Whose programme it is and where."""
    return {"names": issue.named(issue.programme.names), "city": issue.named(issue.programme.city)}


def day_head(issue: Issue, day: date) -> Data:
    """A festival day: its number, weekdays and months, and the whole date for the outline and running heads.

    In Chinese a number alone is no day: there it stands with its month, large if Chinese is the first language.
    """
    languages = issue.languages
    dated = languages[0] == "zh"
    return {
        "number": formats.day_month("zh", day) if dated else str(day.day),
        "dated": dated,
        "weekdays": issue.said((code, formats.heading(formats.weekday(code, day))) for code in languages),
        "months": issue.said(
            (code, formats.day_month(code, day) if dated or code == "zh" else formats.month(code, day))
            for code in (languages[1:] if dated else languages)
        ),
        "month": run(formats.month_of_day(languages[0], day), languages[0]),  # in one line with the number
        "long": run(formats.heading(formats.date_full(languages[0], day)), languages[0]),
    }


def event_data(issue: Issue, event: Event) -> Data:
    """An event as every document says it; the documents add where it stands."""
    strand = issue.strands.get(event.strand) if event.strand is not None else None
    titles = _titles(issue, event)
    same = len(event.versions) <= 1
    return {
        "time": formats.time(issue.languages[0], event.starts),
        "ends": formats.time(issue.languages[0], event.ends),
        "date": _other_day(issue, event),
        "minutes": run(formats.minutes(issue.languages[0], event.minutes), issue.languages[0]),
        "titles": [title | ({"chips": []} if same else {}) for title in titles],
        "chips": chips(issue, event.versions[0]) if same and event.versions and issue.options.versions else [],
        "strand": strand.colour if strand else 0,
        "tentative": event.status is ScreeningStatus.TENTATIVE,
        "cancelled": event.status is ScreeningStatus.CANCELLED,
        "status": status(issue, event.status),
        "hall": issue.named(issue.halls[event.hall].names),
    }


def _titles(issue: Issue, event: Event) -> list[Data]:
    """What the event is called: its own name first if it has one, then every film and named talk in it."""
    heads: list[Data] = [{"runs": issue.named(event.names), "minutes": None, "chips": []}] if any(event.names) else []
    body = [part for part in event.parts if part.kind in (PartKind.FILM, PartKind.TALK)]
    several = len(body) > 1 or bool(heads)
    for part in body:
        runs = _part_title(issue, part)
        if not runs and heads:
            continue
        length = run(formats.minutes(issue.languages[0], part.minutes), issue.languages[0])
        heads.append({
            "runs": runs or [_word(issue, part.kind)],
            "minutes": length if several else None,
            "chips": chips(issue, part.version) if part.version and issue.options.versions else [],
        })  # fmt: skip
    return heads or [{"runs": [run("–", "und")], "minutes": None, "chips": []}]


def _part_title(issue: Issue, part: Part) -> list[Run]:
    work = issue.works.get(part.work) if part.work is not None else None
    return issue.titled(work) if work else issue.named(part.names)


def _word(issue: Issue, kind: PartKind) -> Run:
    return run(labels.part_kind(issue.tr, kind), issue.languages[0])


def _other_day(issue: Issue, event: Event) -> Run | None:
    """The calendar day of an event after midnight, which is printed under the evening before (F28)."""
    if event.starts.date() == event.day:
        return None
    first = issue.languages[0]
    return run(formats.day_label(first, event.starts.date()), first)


def chips(issue: Issue, version: Version) -> list[Data]:
    """The chips of a version in the first language: one for what is spoken, one for all subtitles together."""
    made = [spoken_chip(issue, version.mode, version.language)]
    if version.subtitles:
        made.append(subtitle_chip(issue, [subtitles.language for subtitles in version.subtitles]))
    return made


def spoken_chip(voices: Voices, mode: SpokenMode, language: str) -> Data:
    """The chip of what is spoken, in the first language."""
    said = run(labels.version_chip(voices.tr, mode, [language]), voices.tr.language)
    return {"shape": _SHAPES.get(mode, "voice"), "run": said}


def subtitle_chip(voices: Voices, tags: Iterable[str]) -> Data:
    """The chip of subtitles in these languages, in the first language."""
    said = labels.version_chip(voices.tr, None, list(dict.fromkeys(tags)))
    return {"shape": "sub", "run": run(said, voices.tr.language)}


def status(issue: Issue, state: ScreeningStatus) -> list[Run]:
    """The word for a screening that is not firm, in every language of the document."""
    if state is ScreeningStatus.TENTATIVE:
        return issue.said((tr.language, tr("to be confirmed")) for tr in issue.catalogues)
    if state is ScreeningStatus.CANCELLED:
        return issue.said((tr.language, labels.screening_status(tr, state)) for tr in issue.catalogues)
    return []


def extras(issue: Issue, event: Event) -> list[Data]:
    """Introductions, breaks, questions and answers, in order, with the words in every language."""
    if not issue.options.extras:
        return []
    parts = (part for part in event.parts if part.kind in _EXTRAS)
    return [_extra(issue, event, part) for part in parts]


def _extra(issue: Issue, event: Event, part: Part) -> Data:
    first = issue.languages[0]
    own = issue.named(part.names)
    words = own or issue.said((tr.language, labels.part_kind(tr, part.kind)) for tr in issue.catalogues)
    return {
        "words": words,
        "time": formats.time(first, part.starts),
        "minutes": run(formats.minutes(first, part.minutes), first),
        "length": part.minutes,
        "before": part.starts < event.starts,
        "after": part.starts >= event.ends,
    }


def shown_span(issue: Issue, event: Event) -> tuple[datetime, datetime]:
    """From when to when an event stands on paper: without doors and clearing, and without extras if unwanted."""
    if not issue.options.extras:
        return event.starts, event.ends
    hidden_first = [part for part in event.parts if part.kind not in HIDDEN]
    starts = min((part.starts for part in hidden_first), default=event.starts)
    clearing = [part.starts for part in event.parts if part.kind in HIDDEN and part.starts >= event.ends]
    return min(starts, event.starts), max(event.ends, min([event.event_ends, *clearing]))


def legend(issue: Issue, events: Iterable[Event]) -> Data:
    """What the marks on these events mean, in every language; only marks that occur."""
    events = tuple(events)
    used = {event.strand for event in events}
    states = {event.status for event in events}
    # In one language the marks carry their own words; with several, the others are spelled out here.
    several = len(issue.languages) > 1
    versions = [v for event in events for v in event.versions] if several and issue.options.versions else []
    kinds = dict.fromkeys(part.kind for event in events for part in event.parts if part.kind in _EXTRAS)
    return {
        "strands": [
            {"colour": strand.colour, "runs": issue.named(strand.names)}
            for strand in issue.programme.strands
            if strand.id in used
        ],
        "states": [
            {"state": state.value, "runs": status(issue, state)}
            for state in (ScreeningStatus.TENTATIVE, ScreeningStatus.CANCELLED)
            if state in states
        ],
        "shapes": _shapes(issue, versions),
        "codes": _codes(issue, versions),
        "extras": [
            issue.said((tr.language, labels.part_kind(tr, kind)) for tr in issue.catalogues)
            for kind in (kinds if several and issue.options.extras else ())
        ],
    }


def _shapes(issue: Issue, versions: Sequence[Version]) -> list[Data]:
    """The shapes of the version chips with their words."""
    made: list[Data] = []
    for mode in dict.fromkeys(version.mode for version in versions if not _says_itself(version)):
        words = issue.said((tr.language, labels.spoken_mode(tr, mode)) for tr in issue.catalogues)
        chip = run(labels.chip(issue.tr, mode), issue.languages[0])
        made.append({"shape": _SHAPES.get(mode, "voice"), "run": chip, "runs": words})
    if any(version.subtitles for version in versions):
        words = issue.said((tr.language, tr.context("print", "subtitles")) for tr in issue.catalogues)
        made.append({"shape": "sub", "run": run(labels.chip(issue.tr, None), issue.languages[0]), "runs": words})
    return made


def _says_itself(version: Version) -> bool:
    """Whether the chip is no short form: an original in which nobody speaks."""
    return version.mode is SpokenMode.ORIGINAL and formats.is_silent(version.language)


def _codes(issue: Issue, versions: Iterable[Version]) -> list[Data]:
    """The short forms of languages on the chips, spelled out."""
    spoken = (tag for version in versions for tag in (version.language, *(s.language for s in version.subtitles)))
    tags = {formats.language_code(issue.languages[0], tag): tag for tag in spoken}
    made: list[Data] = []
    for code, tag in tags.items():
        names = issue.said((language, formats.language_name(language, tag)) for language in issue.languages)
        # A code that is the whole name already, as in Chinese, is not said again.
        made.append({"code": run(code, issue.languages[0]), "runs": [name for name in names if name["t"] != code]})
    return made


def foot(issue: Issue) -> Data:
    """The date of the facts in every language, and that the programme is a sample if it is one."""
    sample = ((tr.language, tr("Sample programme")) for tr in issue.catalogues) if issue.programme.sample else ()
    return {"as_of": as_of(issue, issue.programme.as_of), "sample": issue.said(sample)}


def as_of(voices: Voices, day: date) -> list[Run]:
    """The day on which the facts were true, in every language."""
    said = ((tr.language, tr("As of {date}", date=formats.date_long(tr.language, day))) for tr in voices.catalogues)
    return voices.said(said)


def choices(issue: Voices) -> Data:
    """The options as the templates read them."""
    options = issue.options
    width, height = options.sheet
    return {
        "width": width,
        "height": height,
        "scale": options.scale,
        "enlargement": options.enlargement,
        "colour": options.colour,
        "ornament": options.ornament,
        "language": issue.languages[0],
    }
