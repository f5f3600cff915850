"""A row of a title list becomes a proposed title."""

import re
from collections.abc import Iterator
from datetime import date

from app.domain.kinds import NameType, RightsState, Role, WorkKind
from app.domain.names import plain
from app.domain.proposals import ProposedCredit, ProposedName, ProposedRights, ProposedSynopsis, ProposedTitle
from app.domain.scripts import Script, script_of
from app.intake import figures, vocabulary
from app.intake.bills import LONGEST_TITLE, TITLE_LONG
from app.intake.cells import Cells
from app.intake.cleaning import DATED, doubts, plain_text, script_in, short_text, tag_in, unguarded
from app.intake.clock import moments
from app.intake.options import Column, Meaning
from app.intake.own_headings import SYNOPSES
from app.intake.spoken import versions
from app.words import N_, phrase

NO_TITLE = N_("The row has no title.")
A_SUM = N_("The row is a sum, not a title.")
LONELY = N_("This row has only a title. It may be a heading.")
NOT_A_YEAR = N_("This is not a year.")
NOT_A_LENGTH = N_("This is not a runtime.")
NOT_A_COUNT = N_("This is not a number of episodes.")
NOT_A_KIND = N_("This kind of work is not known.")
NOT_AN_AGE = N_("This is not an age mark.")
NOT_A_COUNTRY = N_("This country is not known.")
NOT_RIGHTS = N_("What this says about rights is not understood.")
NOT_A_DATE = N_("This is not a date.")

_TELLING = 100
"""Letters of a synopsis that tell its language."""

_ROLES = {Meaning(role.value): role for role in Role}
_LENGTHS = {length: kind for kind, length in SYNOPSES.items()}
_STRONG = re.compile(r"[;；]")
"""Where these part people, commas belong to names."""
_PEOPLE = re.compile(
    r"[、，\n|]|,(?!\s*(?:Ltd|LLC|Inc|Corp|Co|Jr|Sr|GmbH|S\.\s?A)\b)|\s/\s|(?<=[\u4e00-\u9fff])/(?=[\u4e00-\u9fff])"
    r"|\s(?:и|және|and|&|мен)\s"
)
"""Between people; not before what belongs to the name of a company."""

_NAMES = re.compile(r"\s+/\s+|\n+")
_HOME = {"KZ": "kk", "CN": "zh", "HK": "zh", "TW": "zh", "RU": "ru", "SU": "ru", "GB": "en", "US": "en", "AU": "en"}
_SCRIPTS = {
    "kk-Cyrl": Script.CYRILLIC,
    "ru": Script.CYRILLIC,
    "zh-Hans": Script.HAN,
    "zh-Hant": Script.HAN,
    "en": Script.LATIN,
}


def title_from(cells: Cells) -> ProposedTitle | None:
    """The title a row proposes, None when it has none; what is wrong is told in `cells`."""
    if not cells.faults() or cells.repeats_headings():
        return None
    if cells.is_total():
        cells.tell(A_SUM, fatal=True)
        return None
    names = list(_names(cells))
    if not names:
        if not any(trouble.fatal for trouble in cells.troubles):
            cells.tell(NO_TITLE, fatal=True)
        return None
    if sum(bool(cell.strip()) for cell in cells.row.cells) == 1 and len(cells.plan.by_meaning) > 2:  # noqa: PLR2004
        cells.tell(LONELY)
    countries = _countries(cells)
    spoken = [tag for _place, _column, text in cells.all(Meaning.LANGUAGE) for tag in vocabulary.languages(text)[0]]
    return ProposedTitle(
        row=cells.row.number,
        names=tuple(_with_original(names, spoken, countries)),
        kind=_kind(cells),
        year=_year(cells),
        runtime=_figure(cells, Meaning.RUNTIME),
        episodes=_figure(cells, Meaning.EPISODES),
        age_mark=_age(cells),
        countries=countries,
        credits=tuple(_credits(cells)),
        versions=versions(cells, names),
        rights=tuple(_rights(cells)),
        synopses=tuple(_synopses(cells)),
        identifiers=tuple((column.language, short_text(text)) for _p, column, text in cells.all(Meaning.IDENTIFIER)),
        source=_joined(cells, Meaning.SOURCE),
        notes=_joined(cells, Meaning.NOTES),
        unverified=_joined(cells, Meaning.UNVERIFIED),
    )


def names_in(cells: Cells, place: int, column: Column, text: str) -> Iterator[ProposedName]:
    """The names in one cell; several stand between spaced slashes or on lines."""
    text = unguarded(text)
    if len(text) > LONGEST_TITLE:
        cells.tell(phrase(TITLE_LONG, n=LONGEST_TITLE), place, text, fatal=True)
        return
    if hasattr(cells.typed(place), "month"):
        cells.tell(DATED, place, text)
    else:
        for doubt in doubts(text, short_text(text)):
            cells.tell(doubt, place, text)
    for number, part in enumerate(filter(None, map(short_text, _NAMES.split(text)))):
        kind = column.type or NameType.TRANSLATED
        language = _language(column.language, part, kind)
        same = number and language == column.language and kind is NameType.TRANSLATED
        yield ProposedName(part, language, NameType.ALTERNATIVE if same else kind)


def _names(cells: Cells) -> Iterator[ProposedName]:
    seen: set[tuple[str, str]] = set()
    of_kinds: set[ProposedName] = set()
    for place, column, text in cells.all(Meaning.NAME):
        for name in names_in(cells, place, column, text):
            if name in of_kinds or (name.type is NameType.TRANSLATED and name[:2] in seen):
                continue
            seen.add(name[:2])
            of_kinds.add(name)
            yield name


def _language(stated: str, text: str, kind: NameType) -> str:
    """The language of a name: what the column says unless the script contradicts it."""
    own = _SCRIPTS.get(stated)
    if own is None:
        return stated or tag_in(text)
    script = script_in(text)
    if kind is NameType.TRANSLITERATED and script is Script.LATIN and own is not Script.LATIN:
        return "zh-Latn-pinyin" if own is Script.HAN else f"{plain(stated)}-Latn"
    if script is Script.HAN and own is Script.HAN:
        return "zh-Hant" if tag_in(text) == "zh-Hant" else stated
    if script in (own, Script.OTHER):
        return stated
    if any(script_of(letter) is own for letter in text if letter.isalpha()):
        return stated  # a name may hold words of another script: Bawrsak剧场
    if stated == "kk-Cyrl" and script in (Script.LATIN, Script.ARABIC):
        return "kk-Latn" if script is Script.LATIN else "kk-Arab"
    return tag_in(text)


def _with_original(names: list[ProposedName], spoken: list[str], countries: tuple[str, ...]) -> Iterator[ProposedName]:
    """The names with one of them original: as stated, by the language of the film, by its country, or the first."""
    if any(name.type is NameType.ORIGINAL for name in names):
        yield from _without_echoes(names)
        return
    free = [name for name in names if name.type is NameType.TRANSLATED] or names
    wanted = [plain(tag) for tag in spoken] + [_HOME[code] for code in countries[:1] if code in _HOME]
    chosen = next((name for tag in wanted for name in free if plain(name.language) == tag), free[0])
    for name in names:
        yield name._replace(type=NameType.ORIGINAL) if name is chosen else name


def _without_echoes(names: list[ProposedName]) -> Iterator[ProposedName]:
    """A translation that says just what the original says, in the same language, is the original again."""
    originals = {(name.text, plain(name.language)) for name in names if name.type is NameType.ORIGINAL}
    for name in names:
        if name.type is NameType.ORIGINAL or (name.text, plain(name.language)) not in originals:
            yield name


def _kind(cells: Cells) -> WorkKind | None:
    place, text = cells.first(Meaning.KIND)
    if place < 0:
        return None
    kind = vocabulary.kind_of(text)
    if kind is None:
        cells.tell(NOT_A_KIND, place, text)
    return kind


def _year(cells: Cells) -> int | None:
    place, text = cells.first(Meaning.YEAR)
    year = figures.year_of(text, cells.typed(place)) if place >= 0 else None
    if place >= 0 and year is None:
        cells.tell(NOT_A_YEAR, place, text)
    return year


def _figure(cells: Cells, meaning: Meaning) -> int | None:
    place, text = cells.first(meaning)
    if place < 0 or text in ("-", "–", "—", "?"):
        return None
    length = meaning is Meaning.RUNTIME
    figure = (figures.minutes_of if length else figures.count_of)(text, cells.typed(place))
    if figure is None:
        cells.tell(NOT_A_LENGTH if length else NOT_A_COUNT, place, text)
    return figure


def _age(cells: Cells) -> str:
    place, text = cells.first(Meaning.AGE)
    mark = vocabulary.age_mark(text)
    if place >= 0 and not mark:
        cells.tell(NOT_AN_AGE, place, text)
    return mark


def _countries(cells: Cells) -> tuple[str, ...]:
    known: list[str] = []
    for place, _column, text in cells.all(Meaning.COUNTRY):
        codes, strange = vocabulary.countries(text)
        known += [code for code in codes if code not in known]
        for part in strange:
            cells.tell(NOT_A_COUNTRY, place, part)
    return tuple(known)


def _credits(cells: Cells) -> Iterator[ProposedCredit]:
    for meaning in cells.plan.by_meaning:
        role = _ROLES.get(meaning)
        if role is None:
            continue
        for place, _column, text in cells.all(meaning):
            for doubt in doubts(text, short_text(text)):
                cells.tell(doubt, place, text)
            parts = _STRONG.split(text)
            parts = parts if len(parts) > 1 else _PEOPLE.split(text)
            for part in filter(None, map(short_text, parts)):
                yield ProposedCredit(part, role)


def _rights(cells: Cells) -> Iterator[ProposedRights]:
    place, text = cells.first(Meaning.RIGHTS)
    state = vocabulary.rights_of(text) if place >= 0 else None
    if place >= 0 and state is None:
        cells.tell(NOT_RIGHTS, place, text)
    starts, ends = _date(cells, Meaning.RIGHTS_START), _date(cells, Meaning.RIGHTS_END)
    holder = short_text(cells.first(Meaning.RIGHTS_HOLDER)[1])
    if state is None and not (starts or ends):
        return
    codes = vocabulary.territories(cells.first(Meaning.TERRITORY)[1]) or ("KZ",)
    for code in codes:
        yield ProposedRights(state or RightsState.CLEARED, code, starts, ends, holder)


def _date(cells: Cells, meaning: Meaning) -> date | None:
    place, text = cells.first(meaning)
    if place < 0:
        return None
    reading = cells.plan.reading
    found = moments(text, cells.typed(place), reading.date_order).day
    day = found.on(reading.year) if found else None
    if day is None:
        cells.tell(NOT_A_DATE, place, text)
    return day


def _synopses(cells: Cells) -> Iterator[ProposedSynopsis]:
    for meaning, length in _LENGTHS.items():
        for _place, column, text in cells.all(meaning):
            kept = plain_text(text)
            yield ProposedSynopsis(plain(column.language or tag_in(kept[:_TELLING])), kept, length)


def _joined(cells: Cells, meaning: Meaning) -> str:
    return "\n".join(plain_text(text) for _place, _column, text in cells.all(meaning))
