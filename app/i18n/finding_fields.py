"""What the sentence of a finding may mention: its values, its parties and its events, in the reader's words."""

from datetime import date, time
from enum import StrEnum
from typing import TYPE_CHECKING

from app.domain.calendar import DAY
from app.domain.kinds import ClearanceKind, CopyFormat, Use
from app.domain.kinds_of_plans import Occasion, PersonTask
from app.domain.screenings import INSTANTS, Clash, Finding, Party, PartyKind, Value
from app.i18n import formats, labels
from app.i18n.finding_titles import TITLES
from app.i18n.finding_words import SENTENCES
from app.i18n.labels import context

if TYPE_CHECKING:
    from app.i18n.catalogue import Catalogue
    from app.i18n.phrases import Names

LATER = frozenset({"starts", "ready", "leaves", "arrives", "later"})
"""Moments on the clock of the later event's hall; all others are on that of the earlier one."""

CROSSED = frozenset({Clash.CLOSING_NOT_LAST, Clash.ORDER_WRONG, Clash.TALK_BEFORE_FILM})
"""Here `starts` is of the first event a finding names, and `until` of the second."""

DATED = frozenset(
    {"ready", "leaves", "arrives", "departs", "begins_at", "ends_at", "was_starts", "earlier", "later"}
)  # fmt: skip
"""Moments that are always told with their day."""

WHOLLY_DATED = frozenset(
    {
        Clash.GUEST_NOT_ARRIVED, Clash.GUEST_GONE, Clash.STAFF_NOT_ARRIVED, Clash.STAFF_GONE, Clash.KEY_MISSING,
        Clash.KEY_NOT_YET, Clash.KEY_EXPIRED, Clash.ORDER_WRONG, Clash.TALK_BEFORE_FILM, Clash.PREMIERE_NOT_FIRST,
        Clash.SHIFTS_OVERLAP, Clash.REST_SHORT, Clash.LEG_MISSED, Clash.ARRIVES_LATE, Clash.NO_WAY,
        Clash.PUBLISHED_MOVED, Clash.OPENING_NOT_FIRST, Clash.CLOSING_NOT_LAST,
    }
)  # fmt: skip
"""Where the events may lie days apart, every moment is."""

OF_A_TITLE = frozenset(
    {
        Clash.LANGUAGE_MISSING, Clash.AGE_HOUR, Clash.AGE_AUDIENCE, Clash.NOBODY_UNDERSTANDS, Clash.POLICY_MISSED,
        Clash.HALL_CANNOT_PLAY,
    }
)  # fmt: skip
"""What is wrong with one title: where an event shows several, that one is named."""

LENGTHS = frozenset({"gap", "needed", "margin", "customs"})
"""Minutes that read "1 h 30 min" in a sentence that counts nothing."""

TECHNICAL = {
    "format": context("playing", "Format"),
    "frame_rate": context("playing", "Frame rate"),
    "sound": context("playing", "Sound"),
    "aspect": context("playing", "Aspect ratio"),
    "subtitles": context("playing", "Subtitles as a file"),
}


VOCABULARIES: dict[str, type[StrEnum]] = {
    "use": Use, "task": PersonTask, "occasion": Occasion, "paper": ClearanceKind
}  # fmt: skip
"""Values that are those of a vocabulary."""

TAGS = frozenset({"language", "languages", "audience", "wanted"})
"""Values that are tags of languages, with spaces between."""


def fields_of(tr: "Catalogue", finding: Finding, names: "Names") -> dict[str, object]:
    """Everything a sentence may mention. Each time is that on the clock of its own hall."""
    fields = _parties(tr, finding, names) | _events(tr, finding, names)
    one_year = len({value.year for _, value in finding.values if isinstance(value, date)}) == 1
    counted = not isinstance(SENTENCES[finding.clash], str)
    for name, value in finding.values:
        if isinstance(value, date):
            fields[name] = formats.day_month(tr.language, value) if one_year and name != "apply_by" else value
        elif isinstance(value, int) and name in INSTANTS:
            dated = name in DATED or finding.clash in WHOLLY_DATED or _another_day(finding)
            fields[name] = clock(tr, names, value, _hall_of(finding, name), dated=dated)
        elif isinstance(value, int) and name in LENGTHS and not counted:
            fields[name] = formats.duration(tr.language, value)
        else:
            fields |= _worded(tr, finding, name, value)
    return fields


def clock(tr: "Catalogue", names: "Names", minute: int, hall: int | None, *, dated: bool = False) -> str:
    """A moment on the clock of a hall: 20:35; Fri 16 Oct, 20:35; where zones differ 20:35 (Beijing time)."""
    said = names.when(tr.language, minute, hall) if dated else names.hour(tr.language, minute, hall)
    if not names.abroad:
        return said
    zone = names.zone_of(hall)
    return tr("{time} ({zone})", time=said, zone=labels.zone(tr, zone))


def _another_day(finding: Finding) -> bool:
    """Whether a hall is closed all that day, so that the hours it is open are those of another."""
    if finding.clash is not Clash.HALL_CLOSED:
        return False
    starts, until, opens, closes = (
        value if isinstance(value := finding.value(name), int) else 0 for name in ("starts", "until", "opens", "closes")
    )
    return opens - until > DAY // 2 or starts - closes > DAY // 2


def _hall_of(finding: Finding, name: str) -> int | None:
    halls = finding.party(PartyKind.HALL)
    if not halls:
        return None
    if finding.clash in CROSSED and name in ("starts", "until"):
        return halls[0] if name == "starts" else halls[-1]
    return halls[-1] if name in LATER else halls[0]


def _parties(tr: "Catalogue", finding: Finding, names: "Names") -> dict[str, object]:
    """The first of each kind; halls and works also the last, works all of them too."""
    fields: dict[str, object] = {
        kind.value: names.party(Party(kind, next(iter(finding.party(kind)), 0))) for kind in PartyKind
    }
    fields["hall2"] = names.hall(next(reversed(finding.party(PartyKind.HALL)), None))
    works = [names.party(Party(PartyKind.WORK, work)) for work in finding.party(PartyKind.WORK)]
    fields["works"] = formats.listing(tr.language, [tr("“{title}”", title=work) for work in works])
    if finding.party(PartyKind.PERSON):
        fields["who"] = fields["person"]
    else:
        work = names.copied.get(next(iter(finding.party(PartyKind.COPY)), 0))
        copy = fields["copy"]
        fields["who"] = tr("Copy {copy} of “{work}”", copy=copy, work=work) if work else tr("Copy {copy}", copy=copy)
    return fields


def _events(tr: "Catalogue", finding: Finding, names: "Names") -> dict[str, object]:
    """Titles and public times of the first event and the last."""
    first, last = (finding.slots[0], finding.slots[-1]) if finding.slots else (0, 0)
    fields: dict[str, object] = {"title": _title(finding, names), "title2": names.title(last)}
    for name, number in (("time", first), ("time2", last)):
        slot = names.slots.get(number)
        fields[name] = clock(tr, names, slot.body_start, slot.hall) if slot else names.title(0)
    return fields


def _title(finding: Finding, names: "Names") -> str:
    """The title of what a sentence is about: that of the first event, but the one somebody comes too late for."""
    if not finding.slots:
        return names.title(0)
    number = finding.slots[-1 if finding.clash is Clash.ARRIVES_LATE else 0]
    slot = names.slots.get(number)
    if finding.clash in OF_A_TITLE and slot is not None and len(slot.works) > 1:
        work = next(iter(finding.party(PartyKind.WORK)), None)
        return names.title(number) if work is None else names.party(Party(PartyKind.WORK, work))
    return names.title(number)


def _worded(tr: "Catalogue", finding: Finding, name: str, value: Value) -> dict[str, object]:
    """Codes, tags, sums and minutes of the day in words; all else as it is."""
    language = tr.language
    if isinstance(value, str):
        if name in TAGS:
            return {name: formats.listing(language, [formats.language_name(language, tag) for tag in value.split()])}
        if name in VOCABULARIES:
            return {name: VOCABULARIES[name](value)}
        if name in ("territory", "country"):
            return {"country": formats.country(language, value)}
        if name == "because":
            return {name: tr(TITLES[Clash(value)])}
        if name == "what":
            return {name: tr.context(*TECHNICAL[value])}
        return {name: _asked(tr, finding, value) if name == "asked" else value}
    if name == "unlisted":
        return {name: str(value)}  # a year, not a number of things
    if isinstance(value, int) and name in ("from_minute", "until_minute"):
        return {name: formats.time(language, time(value // 60 % 24, value % 60))}
    if isinstance(value, int) and finding.clash is Clash.OVER_BUDGET:
        return {name: formats.money(language, value / 100, str(finding.value("currency")))}
    return {name: value}


def _asked(tr: "Catalogue", finding: Finding, value: str) -> str:
    """What a copy asks of a hall; subtitles are named by their languages."""
    match finding.value("what"):
        case "format":
            return labels.copy_format(tr, CopyFormat(value))
        case "subtitles":
            return formats.listing(tr.language, [formats.language_name(tr.language, tag) for tag in value.split()])
    return value
