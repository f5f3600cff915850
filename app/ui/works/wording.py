"""How a line of the catalogue is worded: titles, countries, chips, rights, and the sentence a screen reader says."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from types import MappingProxyType
from typing import NamedTuple, Protocol

from app.domain.kinds import LANGUAGES, Confidence, RightsStatus, SpokenMode, WorkKind
from app.domain.names import plain
from app.domain.rights import Standing
from app.i18n import fact_words, formats, labels, phrases
from app.i18n.active import _, language, ngettext, pgettext, tr
from app.store.row_extras import Extras
from app.store.work_rows import WorkRow
from app.ui.widgets.chips import Chip, ChipKind, spoken
from app.ui.widgets.status import RIGHTS_LOOK, Look

UNKNOWN = "–"
"""A value nobody has entered: a dash as wide as a figure."""


class Worded(NamedTuple):
    """One line of the catalogue in the reader's words. `tag` is the language of a borrowed name, or ''."""

    id: int
    title: str
    tag: str
    second: str
    country: str
    kind: str
    year: str
    chips: tuple[Chip, ...]
    look: Look
    status: str
    until: str
    rights: str
    doubt: str
    shaky: bool
    why: str = ""
    spans: tuple[tuple[int, int], ...] = ()
    further: Mapping[str, tuple[str, str]] = MappingProxyType({})
    """First and second line of columns that are off until somebody wants them, by their names."""

    def kind_and_year(self, kind: str | None = None) -> str:
        """Feature film, 2019; with a shortened `kind` where there is little room."""
        return pgettext("catalogue", "{kind}, {year}", kind=self.kind if kind is None else kind, year=self.year)

    @property
    def spoken(self) -> str:
        """The line as a screen reader says it."""
        parts = (
            self.title,
            self.second,
            self.country,
            self.kind,
            self.year,
            spoken(self.chips),
            self.rights,
            *(", ".join(filter(None, lines)) for lines in self.further.values()),
            self.doubt,
        )
        return ", ".join(part for part in parts if part)


def today() -> date:
    """The day on the wall where one sits."""
    return datetime.now().astimezone().date()


def worded(row: WorkRow) -> Worded:
    """A line of the list in the language of the interface."""
    year = str(row.year) if row.year else UNKNOWN
    return Worded(
        id=row.id,
        title=row.title or UNKNOWN,
        tag=formats.language_code(language(), row.title_language) if row.borrowed else "",
        second=row.second,
        country=countries(row.countries),
        kind=short_kind(row.kind),
        year=year,
        chips=chips(row.versions),
        look=RIGHTS_LOOK[row.standing.status],
        status=labels.rights_status(tr(), row.standing.status),
        until=phrases.rights_until(tr(), row.standing),
        rights=rights_sentence(row.standing),
        doubt=doubt(row.unverified, row.confidence),
        shaky=row.confidence is Confidence.LOW,
    )


def further(row: WorkRow, extra: Extras, wanted: Sequence[str]) -> dict[str, tuple[str, str]]:
    """What the columns of `wanted` that are off at first say of a title."""
    said: dict[str, tuple[str, str]] = {}
    if "director" in wanted:
        first, *rest = extra.directors or (UNKNOWN,)
        said["director"] = first, ", ".join(rest)
    if "runtime" in wanted:
        parts = ngettext("{n} ep.", "{n} eps", row.episodes) if row.episodes else ""
        said["runtime"] = formats.minutes(language(), row.runtime) if row.runtime else UNKNOWN, parts
    if "age" in wanted:
        said["age"] = extra.age_mark or UNKNOWN, ""
    if "missing" in wanted:
        codes = [formats.language_code(language(), code) for code in LANGUAGES if code in extra.missing]
        said["missing"] = " ".join(codes), ""
    return said


def countries(codes: Iterable[str]) -> str:
    """The country, "Co-production" for several, a dash for none."""
    codes = tuple(codes)
    if len(codes) > 1:
        return _("Co-production")
    return formats.country(language(), codes[0]) if codes else UNKNOWN


_SHORT_KINDS = {
    WorkKind.FEATURE: labels.context("short kind", "Feature"),
    WorkKind.SHORT: labels.context("short kind", "Short"),
    WorkKind.DOCUMENTARY_SERIES: labels.context("short kind", "Doc. series"),
    WorkKind.ANIMATED_SHORT: labels.context("short kind", "Anim. short"),
    WorkKind.ANIMATION_SERIES: labels.context("short kind", "Anim. series"),
}
"""Kinds whose full words do not fit beside a year in a narrow column."""


def short_kind(kind: WorkKind) -> str:
    """A kind for the list: Feature rather than Feature film."""
    return pgettext(*_SHORT_KINDS[kind]) if kind in _SHORT_KINDS else labels.work_kind(tr(), kind)


def doubt(unverified: str, confidence: Confidence) -> str:
    """What nobody has checked yet, as a sentence; '' when everything is sure."""
    if "all" in fact_words.noted(unverified):
        return _("Written down from memory, nothing checked yet")
    if said := fact_words.facts(tr(), unverified):
        return _("Not checked yet: {facts}", facts=said)
    return _("Confidence is low") if confidence is Confidence.LOW else ""


class Version(Protocol):
    """What a chip needs of a version."""

    @property
    def language(self) -> str: ...
    @property
    def mode(self) -> SpokenMode: ...
    @property
    def subtitles(self) -> tuple[str, ...]: ...


_KINDS = {SpokenMode.ORIGINAL: ChipKind.ORIG}
_SPOKEN = {
    SpokenMode.ORIGINAL: labels.context("spoken chip", "original in {languages}"),
    SpokenMode.DUBBED: labels.context("spoken chip", "dub in {languages}"),
    SpokenMode.VOICE_OVER: labels.context("spoken chip", "voice-over in {languages}"),
    SpokenMode.VOICE_OVER_MULTI: labels.context("spoken chip", "voice-over in {languages}"),
    SpokenMode.NARRATED: labels.context("spoken chip", "narration in {languages}"),
    SpokenMode.LIVE: labels.context("spoken chip", "live interpretation in {languages}"),
}
_SPOKEN_SUBTITLES = labels.context("spoken chip", "subtitles in {languages}")


def chips(versions: Iterable[Version]) -> tuple[Chip, ...]:
    """One chip per kind with its languages joined: ZH orig, KK RU dub, EN sub."""
    modes: dict[SpokenMode, list[str]] = {}
    subtitles: list[str] = []
    for version in versions:
        mode = SpokenMode.VOICE_OVER if version.mode is SpokenMode.VOICE_OVER_MULTI else version.mode
        modes.setdefault(mode, []).append(plain(version.language))
        subtitles.extend(plain(code) for code in version.subtitles)
    found = [_chip(mode, modes[mode]) for mode in SpokenMode if mode in modes]
    return (*found, _chip(None, subtitles)) if subtitles else tuple(found)


def _chip(mode: SpokenMode | None, codes: list[str]) -> Chip:
    ordered = sorted(dict.fromkeys(codes), key=lambda code: LANGUAGES.index(code) if code in LANGUAGES else 9)
    names = formats.listing(language(), [formats.language_name(language(), code) for code in ordered])
    sentence = _SPOKEN[mode] if mode else _SPOKEN_SUBTITLES
    kind = _KINDS.get(mode, ChipKind.DUB) if mode else ChipKind.SUB
    silent = mode is SpokenMode.ORIGINAL and all(map(formats.is_silent, ordered))
    said = names if silent else pgettext(*sentence, languages=names)
    return Chip(kind, labels.version_chip(tr(), mode, ordered), said)


def rights_sentence(standing: Standing) -> str:
    """The rights in one sentence for people who listen: rights end in 12 days."""
    if standing.status is RightsStatus.ENDING and standing.days_left is not None:
        return ngettext("rights end in {n} day", "rights end in {n} days", standing.days_left)
    status = labels.rights_status(tr(), standing.status)
    return _("rights: {status}", status=status[:1].lower() + status[1:])  # a word amid the sentence
