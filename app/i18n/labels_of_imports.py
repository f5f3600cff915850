"""The words for what a column of somebody's table means, and for how a file is read."""

from typing import TYPE_CHECKING

from app.domain.kinds import NameType, Role, Scheme
from app.i18n import formats, labels
from app.i18n.labels import context
from app.words import N_

if TYPE_CHECKING:
    from app.i18n.catalogue import Catalogue

MEANINGS = {
    "name": context("table", "Title"),
    "logline": context("table", "Logline"),
    "synopsis": context("table", "Synopsis"),
    "full_synopsis": context("table", "Full synopsis"),
    "kind": context("table", "Kind"),
    "year": context("table", "Year"),
    "runtime": context("table", "Runtime"),
    "episodes": context("table", "Episodes"),
    "age": context("table", "Age mark"),
    "country": context("table", "Countries"),
    "language": context("table", "Original language"),
    "dubbed": context("table", "Dubbed into"),
    "voice_over": context("table", "Voice-over in"),
    "subtitles": context("table", "Subtitles in"),
    "version": context("table", "Language version"),
    "rights": context("table", "State of the rights"),
    "rights_start": context("table", "Rights from"),
    "rights_end": context("table", "Rights until"),
    "rights_holder": context("table", "Rights holder"),
    "territory": context("table", "Territory"),
    "identifier": context("table", "Number"),
    "source": context("table", "Source"),
    "notes": context("table", "Notes"),
    "unverified": context("table", "From memory, unverified"),
    "date": context("table", "Date"),
    "time": context("table", "Time"),
    "end": context("table", "End"),
    "start": context("table", "Date and time"),
    "venue": context("table", "Venue"),
    "hall": context("table", "Hall"),
    "city": context("table", "City"),
    "number": context("table", "Running number"),
}
"""By the value of `intake.options.Meaning`; roles have their own words."""

GAINS = {
    "kind": context("table", "Kind"),
    "year": context("table", "Year"),
    "runtime": context("table", "Runtime"),
    "episodes": context("table", "Episodes"),
    "age_mark": context("table", "Age mark"),
    "source": context("table", "Source"),
    "notes": context("table", "Notes"),
    "unverified": context("table", "From memory, unverified"),
    "names": context("gain", "Names"),
    "countries": context("table", "Countries"),
    "credits": context("gain", "Credits"),
    "versions": context("gain", "Versions"),
    "rights": context("gain", "Rights"),
    "synopses": context("gain", "Synopses"),
    "identifiers": context("gain", "Numbers"),
}
"""By what `operations.imports` says a title gains."""

SEPARATORS = {
    ";": context("separator", "Semicolon ;"),
    ",": context("separator", "Comma ,"),
    "\t": context("separator", "Tab"),
    "|": context("separator", "Bar |"),
}

DATE_ORDERS = {
    "dmy": context("date order", "Day, month, year"),
    "mdy": context("date order", "Month, day, year"),
    "ymd": context("date order", "Year, month, day"),
}

_SCHEMES = {
    Scheme.EIDR: "EIDR",
    Scheme.ISAN: "ISAN",
    Scheme.IMDB: "IMDb",
    Scheme.WIKIDATA: "Wikidata",
    Scheme.KINOPOISK: "Kinopoisk",
    Scheme.DOUBAN: "Douban",
}
LEFT_OUT = N_("Leave out")
TOLD_IN_CELLS = N_("as each cell tells")


def column(tr: "Catalogue", meaning: str, language: str = "", kind: NameType | None = None) -> str:
    """What a column holds: “Title · Kazakh · Original title”, “Number · IMDb”, “Director”."""
    if meaning in set(Role):
        return labels.role(tr, Role(meaning))
    parts = [tr.context(*MEANINGS[meaning])]
    if meaning == "identifier":
        parts += [_SCHEMES.get(Scheme(language), language)] if language in set(Scheme) else [language]
    elif language:
        parts.append(formats.language_name(tr.language, language))
    if kind is not None and meaning == "name":
        parts.append(labels.name_type(tr, kind))
    return " · ".join(part for part in parts if part)


def gain(tr: "Catalogue", name: str) -> str:
    """The word for something a title gains."""
    return tr.context(*GAINS[name])
