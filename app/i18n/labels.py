"""The word for every value of the closed vocabularies, and the short forms that chips and the rail need."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from enum import Enum, StrEnum
from typing import TYPE_CHECKING, Any, TypeVar

from app.domain import kinds
from app.domain.calendar import zone_label
from app.domain.screenings import Severity
from app.i18n import formats

if TYPE_CHECKING:
    from app.i18n.catalogue import Catalogue

Kind = TypeVar("Kind", bound=Enum)
Word = tuple[str, str]
"""A message id with the context that tells it from its namesakes."""


def context(context: str, message: str) -> Word:
    """Mark a word of one context for extraction; `tr.context(*word)` says it."""
    return context, message


WORK_KINDS = {
    kinds.WorkKind.FEATURE: context("kind", "Feature film"),
    kinds.WorkKind.SHORT: context("kind", "Short film"),
    kinds.WorkKind.DOCUMENTARY: context("kind", "Documentary"),
    kinds.WorkKind.DOCUMENTARY_SERIES: context("kind", "Documentary series"),
    kinds.WorkKind.ANIMATION: context("kind", "Animation"),
    kinds.WorkKind.ANIMATED_SHORT: context("kind", "Animated short"),
    kinds.WorkKind.ANIMATION_SERIES: context("kind", "Animated series"),
    kinds.WorkKind.SERIES: context("kind", "Series"),
    kinds.WorkKind.MICROSERIES: context("kind", "Microseries"),
    kinds.WorkKind.TV_STRAND: context("kind", "TV strand"),
    kinds.WorkKind.TV_SHOW: context("kind", "TV show"),
    kinds.WorkKind.CONCERT: context("kind", "Concert"),
    kinds.WorkKind.STAGE: context("kind", "Stage work"),
    kinds.WorkKind.MUSIC: context("kind", "Music"),
    kinds.WorkKind.EXHIBITION: context("kind", "Exhibition"),
    kinds.WorkKind.TALK: context("kind", "Talk"),
    kinds.WorkKind.MASTER_CLASS: context("kind", "Master class"),
}

NAME_TYPES = {
    kinds.NameType.ORIGINAL: context("name", "Original title"),
    kinds.NameType.RELEASE: context("name", "Release title"),
    kinds.NameType.FESTIVAL: context("name", "Festival title"),
    kinds.NameType.DUBBED: context("name", "Title of the dub"),
    kinds.NameType.WORKING: context("name", "Working title"),
    kinds.NameType.TRANSLATED: context("name", "Translated title"),
    kinds.NameType.TRANSLITERATED: context("name", "Transliteration"),
    kinds.NameType.FORMER: context("name", "Former title"),
    kinds.NameType.ALTERNATIVE: context("name", "Also known as"),
}

SPOKEN_MODES = {
    kinds.SpokenMode.ORIGINAL: context("spoken", "Original"),
    kinds.SpokenMode.DUBBED: context("spoken", "Dubbed"),
    kinds.SpokenMode.VOICE_OVER: context("spoken", "Voice-over"),
    kinds.SpokenMode.VOICE_OVER_MULTI: context("spoken", "Voice-over, several voices"),
    kinds.SpokenMode.NARRATED: context("spoken", "Narration"),
    kinds.SpokenMode.LIVE: context("spoken", "Live interpretation"),
}

SUBTITLE_KINDS = {
    kinds.SubtitleKind.BURNT_IN: context("subtitles", "Burnt-in"),
    kinds.SubtitleKind.IN_PACKAGE: context("subtitles", "In the package"),
    kinds.SubtitleKind.SEPARATE: context("subtitles", "Separate file"),
    kinds.SubtitleKind.LIVE: context("subtitles", "Live"),
}

VERSION_STATUSES = {
    kinds.VersionStatus.PLANNED: context("version", "Planned"),
    kinds.VersionStatus.IN_TRANSLATION: context("version", "In translation"),
    kinds.VersionStatus.RECORDED: context("version", "Recorded"),
    kinds.VersionStatus.CHECKED: context("version", "Checked"),
    kinds.VersionStatus.DELIVERED: context("version", "Delivered"),
}

AGENT_KINDS = {
    kinds.AgentKind.PERSON: context("agent", "Person"),
    kinds.AgentKind.ORGANISATION: context("agent", "Organisation"),
}

ROLES = {
    kinds.Role.DIRECTOR: context("role", "Director"),
    kinds.Role.WRITER: context("role", "Writer"),
    kinds.Role.CINEMATOGRAPHER: context("role", "Cinematographer"),
    kinds.Role.COMPOSER: context("role", "Composer"),
    kinds.Role.EDITOR: context("role", "Editor"),
    kinds.Role.PRODUCER: context("role", "Producer"),
    kinds.Role.PRODUCTION_COMPANY: context("role", "Production company"),
    kinds.Role.CAST: context("role", "Cast"),
    kinds.Role.NARRATOR: context("role", "Narrator"),
    kinds.Role.DUBBING_DIRECTOR: context("role", "Dubbing director"),
    kinds.Role.DUBBING_STUDIO: context("role", "Dubbing studio"),
    kinds.Role.VOICE_ACTOR: context("role", "Voice actor"),
    kinds.Role.TRANSLATOR: context("role", "Translator"),
    kinds.Role.DISTRIBUTOR: context("role", "Distributor"),
    kinds.Role.PRINT_SOURCE: context("role", "Print source"),
    kinds.Role.CO_DIRECTOR: context("role", "Co-director"),
    kinds.Role.BASED_ON: context("role", "Author of the original"),
    kinds.Role.STUDIO: context("role", "Studio"),
    kinds.Role.CO_PRODUCER: context("role", "Co-producer"),
    kinds.Role.SUBTITLER: context("role", "Subtitler"),
    kinds.Role.LITERARY_EDITOR: context("role", "Literary editor"),
    kinds.Role.SALES_AGENT: context("role", "Sales agent"),
    kinds.Role.INTERPRETER: context("role", "Interpreter"),
    kinds.Role.MODERATOR: context("role", "Moderator"),
    kinds.Role.GUEST: context("role", "Guest"),
    kinds.Role.CURATOR: context("role", "Curator"),
    kinds.Role.TOUR_MANAGER: context("role", "Tour manager"),
}

RIGHTS_STATES = {
    kinds.RightsState.CLEARED: context("rights", "Cleared"),
    kinds.RightsState.NEGOTIATION: context("rights", "In negotiation"),
    kinds.RightsState.NOT_CLEARED: context("rights", "Not cleared"),
    kinds.RightsState.NOT_NEEDED: context("rights", "Not needed"),
}

RIGHTS_STATUSES = {
    kinds.RightsStatus.CLEARED: context("rights", "Cleared"),
    kinds.RightsStatus.ENDING: context("rights", "Ending soon"),
    kinds.RightsStatus.NEGOTIATION: context("rights", "In negotiation"),
    kinds.RightsStatus.NOT_CLEARED: context("rights", "Not cleared"),
    kinds.RightsStatus.EXPIRED: context("rights", "Expired"),
    kinds.RightsStatus.NOT_NEEDED: context("rights", "Not needed"),
    kinds.RightsStatus.NOT_ENTERED: context("rights", "Not entered"),
}

USES = {
    kinds.Use.FESTIVAL: context("use", "Festival"),
    kinds.Use.PUBLIC: context("use", "Public showing"),
    kinds.Use.TV: context("use", "Television"),
    kinds.Use.EDUCATION: context("use", "Education"),
    kinds.Use.ONLINE: context("use", "Online"),
}

COPY_FORMATS = {
    kinds.CopyFormat.DCP: context("format", "DCP"),
    kinds.CopyFormat.PRORES: context("format", "ProRes"),
    kinds.CopyFormat.MP4: context("format", "MP4"),
    kinds.CopyFormat.BLURAY: context("format", "Blu-ray"),
    kinds.CopyFormat.FILM_35MM: context("format", "35 mm film"),
    kinds.CopyFormat.STREAM: context("format", "Stream"),
    kinds.CopyFormat.OTHER: context("format", "Other"),
}

PROGRAMME_KINDS = {
    kinds.ProgrammeKind.FESTIVAL: context("programme", "Festival"),
    kinds.ProgrammeKind.FILM_WEEK: context("programme", "Film week"),
    kinds.ProgrammeKind.SEASON: context("programme", "Season"),
    kinds.ProgrammeKind.TOUR: context("programme", "Tour"),
    kinds.ProgrammeKind.ONE_OFF: context("programme", "One-off show"),
}

SLATE_STATES = {
    kinds.SlateState.LONGLIST: context("slate", "Longlist"),
    kinds.SlateState.SHORTLIST: context("slate", "Shortlist"),
    kinds.SlateState.INVITED: context("slate", "Invited"),
    kinds.SlateState.CONFIRMED: context("slate", "Confirmed"),
    kinds.SlateState.RESERVE: context("slate", "Reserve"),
    kinds.SlateState.DECLINED: context("slate", "Declined"),
}

SCREENING_STATUSES = {
    kinds.ScreeningStatus.TENTATIVE: context("screening", "Tentative"),
    kinds.ScreeningStatus.CONFIRMED: context("screening", "Confirmed"),
    kinds.ScreeningStatus.CANCELLED: context("screening", "Cancelled"),
}

PART_KINDS = {
    kinds.PartKind.DOORS: context("part", "Doors"),
    kinds.PartKind.INTRO: context("part", "Intro"),
    kinds.PartKind.FILM: context("part", "Film"),
    kinds.PartKind.TALK: context("part", "Talk"),
    kinds.PartKind.BREAK: context("part", "Break"),
    kinds.PartKind.QA: context("part", "Q&A"),
    kinds.PartKind.CLEARING: context("part", "Clearing"),
}

CONFIDENCES = {
    kinds.Confidence.HIGH: context("confidence", "High"),
    kinds.Confidence.MEDIUM: context("confidence", "Medium"),
    kinds.Confidence.LOW: context("confidence", "Low"),
}

SEVERITIES = {
    Severity.ERROR: context("severity", "Conflict"),
    Severity.WARNING: context("severity", "Warning"),
    Severity.WISH: context("severity", "Wish"),
}

_CHIPS = {
    kinds.SpokenMode.ORIGINAL: (context("chip", "orig"), context("chip", "{languages} orig")),
    kinds.SpokenMode.DUBBED: (context("chip", "dub"), context("chip", "{languages} dub")),
    kinds.SpokenMode.VOICE_OVER: (context("chip", "v/o"), context("chip", "{languages} v/o")),
    kinds.SpokenMode.VOICE_OVER_MULTI: (context("chip", "v/o"), context("chip", "{languages} v/o")),
    kinds.SpokenMode.NARRATED: (context("chip", "narr."), context("chip", "{languages} narr.")),
    kinds.SpokenMode.LIVE: (context("chip", "live"), context("chip", "{languages} live")),
}
_SUBTITLE_CHIP = context("chip", "sub"), context("chip", "{languages} sub")

PAGES = {
    "home": context("nav", "Home"),
    "works": context("nav", "Catalogue"),
    "agents": context("nav", "People"),
    "copies": context("nav", "Copies"),
    "rights": context("nav", "Rights"),
    "venues": context("nav", "Venues"),
    "slates": context("nav", "Slates"),
    "schedule": context("nav", "Schedule"),
    "tours": context("nav", "Tours"),
    "documents": context("nav", "Print"),
    "settings": context("nav", "Settings"),
}
"""The rail: at most 70 px at 11 px, two lines. The keys are the names of the features."""

_ZONES = {
    **dict.fromkeys(
        (
            "Asia/Almaty", "Asia/Aqtau", "Asia/Aqtobe", "Asia/Atyrau", "Asia/Oral", "Asia/Qostanay", "Asia/Qyzylorda",
        ),
        context("zone", "Kazakhstan time"),
    ),
    "Asia/Shanghai": context("zone", "Beijing time"),
    "Asia/Urumqi": context("zone", "Urumqi time"),
    "Europe/Moscow": context("zone", "Moscow time"),
    "UTC": context("zone", "Universal time"),
}  # fmt: skip


def speaker(table: Mapping[Kind, Word]) -> "Callable[[Catalogue, Kind], str]":
    """The function that says the words of one vocabulary."""

    def said(tr: "Catalogue", value: Kind) -> str:
        return tr.context(*table[value])

    return said


work_kind = speaker(WORK_KINDS)
name_type = speaker(NAME_TYPES)
spoken_mode = speaker(SPOKEN_MODES)
subtitle_kind = speaker(SUBTITLE_KINDS)
version_status = speaker(VERSION_STATUSES)
agent_kind = speaker(AGENT_KINDS)
role = speaker(ROLES)
rights_state = speaker(RIGHTS_STATES)
rights_status = speaker(RIGHTS_STATUSES)
use = speaker(USES)
copy_format = speaker(COPY_FORMATS)
programme_kind = speaker(PROGRAMME_KINDS)
slate_state = speaker(SLATE_STATES)
screening_status = speaker(SCREENING_STATUSES)
part_kind = speaker(PART_KINDS)
confidence = speaker(CONFIDENCES)
severity = speaker(SEVERITIES)

SPEAKERS: Mapping[type[StrEnum], "Callable[[Catalogue, Any], str]"] = {
    kinds.WorkKind: work_kind,
    kinds.NameType: name_type,
    kinds.SpokenMode: spoken_mode,
    kinds.SubtitleKind: subtitle_kind,
    kinds.VersionStatus: version_status,
    kinds.AgentKind: agent_kind,
    kinds.Role: role,
    kinds.RightsState: rights_state,
    kinds.RightsStatus: rights_status,
    kinds.Use: use,
    kinds.CopyFormat: copy_format,
    kinds.ProgrammeKind: programme_kind,
    kinds.SlateState: slate_state,
    kinds.ScreeningStatus: screening_status,
    kinds.PartKind: part_kind,
    kinds.Confidence: confidence,
}


def chip(tr: "Catalogue", mode: kinds.SpokenMode | None) -> str:
    """The short kind alone, for a table of languages: orig, dub, v/o; None is for subtitles: sub."""
    return tr.context(*(_CHIPS[mode] if mode else _SUBTITLE_CHIP)[0])


def version_chip(tr: "Catalogue", mode: kinds.SpokenMode | None, languages: Sequence[str]) -> str:
    """What a version chip says of these BCP 47 tags: RU EN sub, ҚАЗ дубл., 哈语配音, 哈俄配音.

    An original in which nobody speaks says just that: no dialogue, диалогсыз.
    """
    codes = formats.language_codes(tr.language, languages)
    if mode is kinds.SpokenMode.ORIGINAL and all(map(formats.is_silent, languages)):
        return codes
    return tr.context(*(_CHIPS[mode] if mode else _SUBTITLE_CHIP)[1], languages=codes)


def version_name(tr: "Catalogue", mode: kinds.SpokenMode, language: str, subtitles: Sequence[str]) -> str:
    """What is heard and what is read: ZH orig, KK RU sub."""
    heard = version_chip(tr, mode, [language])
    return formats.commas(tr.language, [heard, version_chip(tr, None, subtitles)] if subtitles else [heard])


def page(tr: "Catalogue", name: str) -> str:
    """The name of a page on the rail, by its feature: works, slates, schedule ..."""
    return tr.context(*PAGES[name])


def zone(tr: "Catalogue", name: str, moment: dt.datetime | None = None) -> str:
    """Kazakhstan time; with an aware `moment` also the offset then: Kazakhstan time (UTC+5).

    A zone without a word of its own is named by its offset, else by its IANA name.
    """
    offset = zone_label(name, moment) if moment else ""
    if name not in _ZONES:
        return offset or name
    label = tr.context(*_ZONES[name])
    return tr.context("zone", "{zone} ({offset})", zone=label, offset=offset) if offset else label
