"""What a block says: title, hours, language codes, a third line, and all of it in one sentence for screen readers."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from app.domain.kinds import PartKind, ScreeningStatus, SpokenMode
from app.domain.screenings import Finding, Severity
from app.i18n import formats, labels, phrases
from app.i18n.active import _, language, ngettext, pgettext, tr
from app.store.programme_rows import ProgrammeRow
from app.store.schedule import Card
from app.store.work_rows import VersionLine
from app.ui.schedule.occasions import Token, people, tokens
from app.ui.schedule.plan import Plan
from app.ui.widgets.chips import ChipKind

MOST_CODES = 4


class Code(NamedTuple):
    """One language of a version in two or three letters; its shape tells original, dub or subtitles."""

    kind: ChipKind
    text: str


class Remark(NamedTuple):
    """An icon with a few words in the third line."""

    icon: str
    tone: str
    text: str


class Face(NamedTuple):
    """Everything painted on one block."""

    title: str
    start: str
    span: str
    codes: tuple[Code, ...]
    strand: int
    status: ScreeningStatus
    locked: bool
    severity: Severity | None
    remarks: tuple[Remark, ...]
    marks: tuple[Token, ...] = ()
    films: tuple[str, ...] = ()


def face(plan: Plan, card: Card) -> Face:
    """What the block of an event says."""
    severity = plan.worst(card.id)
    return Face(
        title=card.title or pgettext("schedule", "Untitled event"),
        start=formats.time(plan.language, card.starts),
        span=_span(plan, card),
        codes=codes(plan, card),
        strand=plan.strand_number(card.strand),
        status=card.status,
        locked=card.locked,
        severity=severity,
        remarks=tuple(_remarks(plan, card)),
        marks=tokens(plan, card),
        films=tuple(film_titles(plan, card)),
    )


def _span(plan: Plan, card: Card) -> str:
    """18:00–20:35, with the zone where the programme has several."""
    span = formats.time_range(plan.language, card.starts, card.ends)
    return f"{span} {plan.zone_words(card.day, card.hall)}" if len(plan.zones) > 1 else span


def film_titles(plan: Plan, card: Card) -> list[str]:
    """What each part of an event is called, part by part; '' for what is no film."""
    works = card.works
    titles = card.title.split(" + ")
    if len(titles) != len(works):
        titles = [plan.names.works.get(work, "") for work in works]
    left = iter(titles)
    return [next(left, "") if part.work is not None else "" for part in card.parts]


def _remarks(plan: Plan, card: Card) -> list[Remark]:
    found = []
    known = plan.schedule.copies
    for finding in _troubles(plan, card)[:1]:
        tone = "red" if finding.severity is Severity.ERROR else "amber"
        found.append(Remark("triangle-alert", tone, phrases.finding_title(tr(), finding)))
    copies = [known[part.copy].name for part in card.parts if part.copy is not None and part.copy in known]
    if copies and not found:
        found.append(Remark("disc-3", "text2", ", ".join(dict.fromkeys(copies))))
    found += [Remark(*mark) for mark in (*tokens(plan, card), *people(plan, card))]
    if card.note:
        found.append(Remark("message-square", "text2", card.note.split("\n", 1)[0]))
    return found


def _troubles(plan: Plan, card: Card) -> list[Finding]:
    """What is told of an event at first sight; wishes wait until somebody asks for them."""
    return [finding for finding in plan.against(card.id) if finding.severity > Severity.WISH]


def codes(plan: Plan, card: Card) -> tuple[Code, ...]:
    """The languages of the versions shown, spoken ones first."""
    found: dict[Code, None] = {}
    versions = (plan.schedule.versions.get(part.version or 0) for part in card.parts)
    for line in versions:
        if line is not None:
            found.update(dict.fromkeys(version_codes(plan.language, line)))
    return tuple(found)[:MOST_CODES]


def version_codes(reader: str, line: VersionLine) -> list[Code]:
    """The languages of one version, for a reader of `reader`."""
    kind = ChipKind.ORIG if line.mode is SpokenMode.ORIGINAL else ChipKind.DUB
    return [
        Code(kind, _code(reader, line.language)),
        *(Code(ChipKind.SUB, _code(reader, tag)) for tag in line.subtitles),
    ]


def _code(reader: str, tag: str) -> str:
    text = formats.language_code(reader, tag)
    return text[:1] if reader == "zh" and text.endswith("语") else text


def version_words(line: VersionLine) -> str:
    """A version in words: Kazakh dub, English subtitles."""
    reader = language()
    name = formats.heading(formats.language_name(reader, line.language))
    spoken = _("{language} ({mode})", language=name, mode=labels.spoken_mode(tr(), line.mode).lower())
    if not line.subtitles:
        return spoken
    subtitles = formats.listing(reader, [formats.language_name(reader, tag) for tag in line.subtitles])
    return _("{version}, subtitles: {languages}", version=spoken, languages=subtitles)


def languages_joined(reader: str, line: VersionLine) -> str:
    """The languages of a version on a tray card: KK + RU EN."""
    spoken = formats.language_code(reader, line.language)
    subtitles = " ".join(formats.language_code(reader, tag) for tag in line.subtitles)
    return f"{spoken} + {subtitles}" if subtitles else spoken


def when(plan: Plan, card: Card) -> str:
    """Fri 16 Oct, 18:00–20:35."""
    joint = " " if plan.language == "zh" else ", "
    return (
        formats.day_label(plan.language, card.starts.date())
        + joint
        + formats.time_range(plan.language, card.starts, card.ends)
    )


def spoken(plan: Plan, card: Card) -> str:
    """A block for a screen reader: Tomiris, Friday 16 October, 18:00 to 20:35, Hall 1, confirmed, conflict: ..."""
    reader = plan.language
    said = _(
        "{title}, {weekday} {day}, {start} to {end}, {hall}, {status}",
        title=card.title,
        weekday=formats.weekday(reader, card.starts.date()),
        day=formats.day_month(reader, card.starts.date()),
        start=formats.time(reader, card.starts),
        end=formats.time(reader, card.ends),
        hall=plan.hall_name(card.hall),
        status=labels.screening_status(tr(), card.status).lower(),
    )
    if len(plan.zones) > 1:
        said = _("{event}, {zone}", event=said, zone=labels.zone(tr(), plan.zone_of(card.hall)))
    for more in (*versions_said(plan, card), *(mark.text for mark in (*tokens(plan, card), *people(plan, card)))):
        said = _("{event}, {more}", event=said, more=more)
    if card.locked:
        said = _("{event}, locked", event=said)
    troubles = [phrases.finding_title(tr(), finding) for finding in _troubles(plan, card)]
    if troubles:
        said = _("{event}, conflict: {conflicts}", event=said, conflicts="; ".join(troubles))
    return said


def versions_said(plan: Plan, card: Card) -> list[str]:
    """The versions of an event in words, each once."""
    lines = (plan.schedule.versions.get(part.version or 0) for part in card.parts)
    return list(dict.fromkeys(version_words(line) for line in lines if line is not None))


def tip(plan: Plan, card: Card) -> str:
    """A block in lines, for the tooltip: all its words in full, and what stands against it."""
    where = _("{when}, {hall}", when=when(plan, card), hall=plan.hall_name(card.hall))
    if len(plan.zones) > 1:
        where = _("{event}, {zone}", event=where, zone=labels.zone(tr(), plan.zone_of(card.hall)))
    status = labels.screening_status(tr(), card.status)
    lines = [card.title or pgettext("schedule", "Untitled event"), where, *versions_said(plan, card), status]
    lines += [mark.text for mark in (*tokens(plan, card), *people(plan, card))]
    lines += [plan.sentence(finding) for finding in plan.against(card.id)]
    return "\n".join(line for line in lines if line)


def seats(number: int | None) -> str:
    """320 seats, or nothing when nobody has counted them."""
    return ngettext("{n} seat", "{n} seats", number) if number else ""


def tails_said(card: Card) -> str:
    """What surrounds the film: Intro 20, Q&A 25."""
    parts = [
        _("{part} {minutes}", part=labels.part_kind(tr(), part.kind), minutes=part.minutes)
        for part in card.parts
        if part.kind not in (PartKind.FILM, PartKind.TALK)
    ]
    return ("、" if language() == "zh" else ", ").join(parts)


def nearest(programmes: Sequence[ProgrammeRow], today: date) -> int | None:
    """The programme one most likely wants to see: what goes on or comes next; else the last that was."""
    coming = [row for row in programmes if row.last_day >= today]
    if coming:
        return min(coming, key=lambda row: (row.first_day, row.id)).id
    return max(programmes, key=lambda row: (row.last_day, row.id)).id if programmes else None


def summary(plan: Plan) -> str:
    """A programme in one line: 31 screenings placed, 5 entries to place, 2 conflicts."""
    return _(
        "{placed}, {waiting}, {conflicts}",
        placed=ngettext("{n} screening placed", "{n} screenings placed", len(plan.cards)),
        waiting=ngettext("{n} entry to place", "{n} entries to place", len(plan.schedule.tray)),
        conflicts=ngettext("{n} conflict", "{n} conflicts", plan.grave),
    )
