"""Titles as a table for spreadsheets: every column with its heading, what it holds, and how it is filled.

The headings are those an import understands in the same four languages, so that a table can be read in again.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto
from functools import cache, partial

from app.domain.kinds import NameType, RightsStatus, Role, Scheme, SpokenMode, SynopsisKind, WorkKind
from app.domain.names import plain, shown
from app.domain.title_facts import NameColumn, Shape, TitleFacts
from app.i18n import formats, labels
from app.i18n.catalogue import Catalogue
from app.i18n.labels import context

Value = str | int | date | None
Fill = Callable[[TitleFacts], Value]


class Sort(Enum):
    """What the cells of a column are: a spreadsheet reckons with numbers and days, and leaves text alone."""

    TEXT = auto()
    LONG = auto()
    NUMBER = auto()
    DAY = auto()


@dataclass(frozen=True, slots=True)
class TableColumn:
    """One column: its heading in the language of the table, the sort of its cells, and what a title has in it."""

    heading: str
    sort: Sort
    fill: Fill


JOINT = "; "
"""Between several values in one cell: names hold commas."""

_VOICES = (SpokenMode.VOICE_OVER, SpokenMode.VOICE_OVER_MULTI, SpokenMode.NARRATED)
_OWN_SCRIPT = {"kk": "Cyrl", "zh": "Hans", "ru": "Cyrl", "en": "Latn"}
_NAMES = labels.NAME_TYPES | {
    NameType.TRANSLATED: context("table", "Title"),
    NameType.DUBBED: context("table", "Dubbed title"),
    NameType.TRANSLITERATED: context("table", "Transliterated title"),
}
_SCHEMES = {
    Scheme.EIDR: context("table", "EIDR"),
    Scheme.ISAN: context("table", "ISAN"),
    Scheme.IMDB: context("table", "IMDb"),
    Scheme.WIKIDATA: context("table", "Wikidata"),
    Scheme.KINOPOISK: context("table", "Kinopoisk"),
    Scheme.DOUBAN: context("table", "Douban"),
    Scheme.KZ_CERTIFICATE: context("table", "Certificate number (Kazakhstan)"),
    Scheme.CN_PERMIT: context("table", "Screening permit (China)"),
    Scheme.RU_CERTIFICATE: context("table", "Certificate of Russia"),
    Scheme.OWN: context("table", "Number of the house"),
}
_SYNOPSES = {
    SynopsisKind.LINE: context("table", "Logline ({language})"),
    SynopsisKind.SHORT: context("table", "Synopsis ({language})"),
    SynopsisKind.LONG: context("table", "Full synopsis ({language})"),
}


def table_columns(tr: Catalogue, shape: Shape, *, internal: bool) -> list[TableColumn]:
    """The columns of a table in one language; with `internal` those that are for the house alone, too."""
    columns = [_number(tr.context("table", "No."), lambda title: title.id)]
    columns += [_text(name_heading(tr, place), partial(_name, place)) for place in shape.names]
    columns += [*_facts(tr), *_spoken(tr)]
    people = [role for role in labels.ROLES if role in shape.roles]
    columns += [_text(labels.role(tr, role), partial(_people, tr.language, role)) for role in people]
    if internal:
        columns.append(_text(tr.context("table", "Rights"), partial(_rights, tr)))
        columns.append(TableColumn(tr.context("table", "Rights until"), Sort.DAY, lambda title: title.standing.until))
    columns += [_text(tr.context(*_SCHEMES[scheme]), partial(_identifier, scheme))
                for scheme in Scheme if scheme in shape.schemes]  # fmt: skip
    for tag, kind in shape.synopses:
        heading = tr.context(*_SYNOPSES[kind], language=_language(tr, tag))
        columns.append(TableColumn(heading, Sort.LONG, partial(_synopsis, tag, kind)))
    if internal:
        columns += [_text(tr.context("table", "Unverified"), lambda title: title.unverified),
                    TableColumn(tr.context("table", "Source"), Sort.LONG, lambda title: title.source),
                    TableColumn(tr.context("table", "Notes"), Sort.LONG, lambda title: title.notes)]  # fmt: skip
    return columns


def _text(heading: str, fill: Fill) -> TableColumn:
    return TableColumn(heading, Sort.TEXT, fill)


def _number(heading: str, fill: Fill) -> TableColumn:
    return TableColumn(heading, Sort.NUMBER, fill)


def _facts(tr: Catalogue) -> list[TableColumn]:
    language = tr.language

    @cache
    def kind(of: WorkKind) -> str:
        return labels.work_kind(tr, of)

    @cache
    def countries(codes: tuple[str, ...]) -> str:
        return JOINT.join(formats.country(language, code) for code in codes)

    return [
        _text(tr.context("table", "Kind"), lambda title: kind(title.kind)),
        _number(tr.context("table", "Year"), lambda title: title.year),
        _number(tr.context("table", "Runtime, min"), lambda title: title.runtime),
        _number(tr.context("table", "Number of episodes"), lambda title: title.episodes),
        _text(tr.context("table", "Age mark"), lambda title: title.age_mark),
        _text(tr.context("table", "Countries"), lambda title: countries(title.countries)),
    ]


def _spoken(tr: Catalogue) -> list[TableColumn]:
    """What is spoken and written in the versions, by mode."""

    @cache
    def said(tags: tuple[str, ...]) -> str:
        return JOINT.join(dict.fromkeys(formats.language_name(tr.language, tag) for tag in tags))

    def spoken(modes: Iterable[SpokenMode], title: TitleFacts) -> str:
        return said(tuple(version.language for version in title.versions if version.mode in modes))

    def written(title: TitleFacts) -> str:
        return said(tuple(tag for version in title.versions for tag in version.subtitles))

    return [
        _text(tr.context("table", "Original language"), partial(spoken, (SpokenMode.ORIGINAL,))),
        _text(tr.context("table", "Dubbed into"), partial(spoken, (SpokenMode.DUBBED,))),
        _text(tr.context("table", "Voice-over"), partial(spoken, _VOICES)),
        _text(tr.context("table", "Subtitles"), written),
    ]


def name_heading(tr: Catalogue, place: NameColumn) -> str:
    """Original title (Chinese); Атауы (қазақша, Latn). A wordless title has no language."""
    kind = tr.context(*_NAMES[place.type])
    if plain(place.language) in ("zxx", "und", "mul"):
        return kind
    return tr.context("table", "{name} ({language})", name=kind, language=_language(tr, place.language))


def _language(tr: Catalogue, tag: str) -> str:
    """The language as it is written, with a script that is not its own by code: an import reads those."""
    name = formats.language_name(tr.language, tag, written=True)
    script = tag.rsplit("-", 1)[1] if "-" in tag else ""
    if script in ("", _OWN_SCRIPT.get(plain(tag))):
        return name
    return formats.commas(tr.language, (name, script))


def _name(place: NameColumn, title: TitleFacts) -> str:
    found = 0
    for name in title.names:
        if name.language == place.language and name.type == place.type:
            found += 1
            if found == place.number:
                return name.text
    return ""


def _people(language: str, role: Role, title: TitleFacts) -> str:
    names = (shown(doer.names, language).title for doer in title.people if doer.role is role)
    return JOINT.join(filter(None, names))


def _rights(tr: Catalogue, title: TitleFacts) -> str:
    """The status of the rights; how soon they end is told by the day beside it."""
    status = title.standing.status
    if status is RightsStatus.NOT_ENTERED:
        return ""
    return labels.rights_status(tr, RightsStatus.CLEARED if status is RightsStatus.ENDING else status)


def _identifier(scheme: Scheme, title: TitleFacts) -> str:
    return JOINT.join(value for own, value in title.identifiers if own is scheme)


def _synopsis(tag: str, kind: SynopsisKind, title: TitleFacts) -> str:
    return "\n\n".join(one.text for one in title.synopses if (one.language, one.kind) == (tag, kind))
