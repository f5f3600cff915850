"""Titles as a table for spreadsheets: every column with its heading, what it holds, and how it is filled.

The headings are those an import understands in the same four languages, so that a table can be read in again.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto
from functools import cache, partial

from app.domain.kinds import RightsStatus, Role, Scheme, SpokenMode, SynopsisKind, WorkKind
from app.domain.names import plain, shown
from app.domain.rights import WORLD
from app.domain.title_facts import NameColumn, Shape, TitleFacts, VersionFacts
from app.i18n import formats, labels
from app.i18n import labels_of_tables as words
from app.i18n.catalogue import Catalogue

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

_VOICES = (SpokenMode.VOICE_OVER, SpokenMode.VOICE_OVER_MULTI, SpokenMode.NARRATED, SpokenMode.LIVE)
_RANKS = tuple(SpokenMode)
_OWN_SCRIPT = {"kk": "Cyrl", "zh": "Hans", "ru": "Cyrl", "en": "Latn"}
_HOME = ("KZ", WORLD)


def table_columns(tr: Catalogue, shape: Shape, *, internal: bool) -> list[TableColumn]:
    """The columns of a table in one language; with `internal` those that are for the house alone, too."""
    columns = [_number(_head(tr, "number"), lambda title: title.id)]
    columns += [_text(name_heading(tr, place), partial(_name, place)) for place in shape.names]
    columns += [*_facts(tr), *_spoken(tr)]
    people = [role for role in labels.ROLES if role in shape.roles]
    columns += [_text(tr.context(*words.ROLES[role]), partial(_people, tr.language, role)) for role in people]
    columns += _rights(tr) if internal else ()
    columns += [_text(tr.context(*words.SCHEMES[scheme]), partial(_identifier, scheme))
                for scheme in Scheme if scheme in shape.schemes]  # fmt: skip
    for tag, kind in shape.synopses:
        heading = tr.context(*words.SYNOPSES[kind], language=_language(tr, tag))
        columns.append(TableColumn(heading, Sort.LONG, partial(_synopsis, tag, kind)))
    if internal:
        columns += [_text(_head(tr, "unverified"), lambda title: title.unverified),
                    TableColumn(_head(tr, "source"), Sort.LONG, lambda title: title.source),
                    TableColumn(_head(tr, "notes"), Sort.LONG, lambda title: title.notes)]  # fmt: skip
    return columns


def _head(tr: Catalogue, fact: str) -> str:
    return tr.context(*words.FACTS[fact])


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
        _text(_head(tr, "kind"), lambda title: kind(title.kind)),
        _number(_head(tr, "year"), lambda title: title.year),
        _number(_head(tr, "runtime"), lambda title: title.runtime),
        _number(_head(tr, "episodes"), lambda title: title.episodes),
        _text(_head(tr, "age"), lambda title: title.age_mark),
        _text(_head(tr, "country"), lambda title: countries(title.countries)),
    ]


def _spoken(tr: Catalogue) -> list[TableColumn]:
    """What is spoken and written in the versions, by mode."""

    @cache
    def name(tag: str) -> str:
        return formats.language_name(tr.language, tag)

    @cache
    def said(versions: tuple[VersionFacts, ...], modes: tuple[SpokenMode, ...]) -> str:
        own = (version for version in versions if version.mode in modes)
        return JOINT.join(dict.fromkeys(_with_mode(tr, name(version.language), version.mode) for version in own))

    @cache
    def written(versions: tuple[VersionFacts, ...]) -> str:
        """Subtitles of the version that stands first in the columns before.

        With its name those of another one, and those that say what is heard, which nobody would expect.
        """
        found: list[str] = []
        for place, version in enumerate(sorted(versions, key=lambda version: _RANKS.index(version.mode))):
            mode = labels.spoken_mode(tr, version.mode).lower()
            spoken = formats.commas(tr.language, (name(version.language), mode))
            for tag in version.subtitles:
                told = place or plain(tag) == plain(version.language)
                found.append(f"{name(tag)} ({spoken})" if told else name(tag))
        return JOINT.join(dict.fromkeys(found))

    def column(fact: str, *modes: SpokenMode) -> TableColumn:
        return _text(_head(tr, fact), lambda title: said(title.versions, modes))

    return [
        column("language", SpokenMode.ORIGINAL),
        column("dubbed", SpokenMode.DUBBED),
        column("voice_over", *_VOICES),
        _text(_head(tr, "subtitles"), lambda title: written(title.versions)),
    ]


def _with_mode(tr: Catalogue, language: str, mode: SpokenMode) -> str:
    """A voice that is no plain voice-over is told in brackets."""
    return f"{language} ({labels.spoken_mode(tr, mode).lower()})" if mode in _VOICES[1:] else language


def name_heading(tr: Catalogue, place: NameColumn) -> str:
    """Original title (Chinese); Атауы (қазақша, Latn); Original title (no language)."""
    kind = tr.context(*words.NAMES[place.type])
    if plain(place.language) == "und":
        return kind
    return tr.context(*words.IN_LANGUAGE, name=kind, language=_language(tr, place.language))


def _language(tr: Catalogue, tag: str) -> str:
    """The language as it is written, with a script that is not its own by code: an import reads those."""
    if plain(tag) == "zxx":
        return tr.context(*words.WORDLESS)
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


def _rights(tr: Catalogue) -> list[TableColumn]:
    """The rights at home, or the first abroad; how soon they end is told by the day."""
    country = cache(partial(formats.country, tr.language))

    def licensed(title: TitleFacts) -> str:
        return country(title.licence.territory) if title.licence else ""

    return [
        _text(_head(tr, "rights"), partial(_state, tr)),
        TableColumn(_head(tr, "rights_start"), Sort.DAY, lambda title: title.licence and title.licence.starts),
        TableColumn(_head(tr, "rights_end"), Sort.DAY, lambda title: title.licence and title.licence.ends),
        _text(_head(tr, "territory"), licensed),
        _text(_head(tr, "rights_holder"), lambda title: title.licence and title.licence.holder),
    ]


def _state(tr: Catalogue, title: TitleFacts) -> str:
    if title.licence is None:
        return ""
    if title.licence.territory not in _HOME:
        return labels.rights_state(tr, title.licence.state)
    status = title.standing.status
    return labels.rights_status(tr, RightsStatus.CLEARED if status is RightsStatus.ENDING else status)


def _identifier(scheme: Scheme, title: TitleFacts) -> str:
    return JOINT.join(value for own, value in title.identifiers if own is scheme)


def _synopsis(tag: str, kind: SynopsisKind, title: TitleFacts) -> str:
    return "\n\n".join(one.text for one in title.synopses if (one.language, one.kind) == (tag, kind))
