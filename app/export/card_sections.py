"""The sections of a catalogue card: facts, names, versions, credits, awards; for the house rights, copies, sources."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from decimal import Decimal

from app.domain.kinds import Measure, Premiere, Scheme, TrackKind
from app.domain.names import WorkName, plain
from app.domain.title_cards import CardCredit, CardFigure, CardRights, CardVersion, TitleCard
from app.domain.title_facts import NameColumn
from app.export.card_copies import copy_lines
from app.export.issue import Run, Voices, run
from app.export.title_list import countries, length
from app.export.title_table import name_heading
from app.export.wording import Data
from app.i18n import fact_words, formats, labels, labels_of_records
from app.i18n.catalogue import Catalogue
from app.i18n.labels import Word, context

Words = Callable[[Catalogue], str]

HUNDREDTHS = 100
_MONEY = (Measure.BOX_OFFICE, Measure.BUDGET)
_FACTS = {
    "kind": context("card", "Kind"),
    "country": context("card", "Country"),
    "year": context("card", "Year"),
    "length": context("card", "Length"),
    "age": context("card", "Age"),
    "part": context("card", "Part of"),
}
_SCHEMES = {
    Scheme.OWN: context("card", "Own number"),
    Scheme.KZ_CERTIFICATE: context("card", "Certificate, Kazakhstan"),
    Scheme.CN_PERMIT: context("card", "Screening permit, China"),
    Scheme.RU_CERTIFICATE: context("card", "Certificate, Russia"),
}
_PROPER = {
    Scheme.EIDR: "EIDR", Scheme.ISAN: "ISAN", Scheme.IMDB: "IMDb", Scheme.WIKIDATA: "Wikidata",
    Scheme.KINOPOISK: "Kinopoisk", Scheme.DOUBAN: "Douban",
}  # fmt: skip
"""Names that are the same in every language."""


class Sections:
    """Says the sections of one card in every language of the document. A section without rows is left out."""

    def __init__(self, voices: Voices, card: TitleCard, *, internal: bool) -> None:
        self._voices = voices
        self._card = card
        self._internal = internal
        self._first = voices.languages[0]

    def all(self) -> list[Data]:
        """The sections in the order in which they stand on the card."""
        found = [
            self._section(context("card", "All names"), self._names()),
            self._section(context("card", "Versions"), self._versions()),
            self._section(context("card", "Credits"), self._credits(None)),
            self._section(context("card", "Awards and festivals"), self._awards()),
        ]
        if self._internal:
            found += [
                self._section(context("card", "Rights"), self._rights()),
                self._section(context("card", "Clearances"), self._clearances()),
                self._section(context("card", "Copies"), self._copies()),
                self._section(context("card", "Sales"), self._sales()),
                self._section(context("card", "Figures"), self._figures()),
                self._section(context("card", "Identifiers"), self._identifiers()),
                self._section(context("card", "Sources and notes"), self._sources()),
            ]
        return [section for section in found if section["rows"]]

    def facts(self) -> list[Data]:
        """Kind, countries, year, length, age marks, and what the work is part of."""
        card, facts = self._card, self._card.facts
        rows = [
            self._row(_FACTS["kind"], lambda tr: labels.work_kind(tr, facts.kind)),
            self._row(_FACTS["country"], lambda tr: _shares(tr, card)),
            self._row(_FACTS["year"], lambda _tr: str(facts.year or "")),
            self._row(_FACTS["length"], lambda tr: length(tr, facts)),
            self._row(_FACTS["age"], lambda tr: _ages(tr, card)),
        ]
        if card.parent:
            rows.append({"label": self._said(_FACTS["part"]), "values": [self._parent()]})
        return [row for row in rows if row["values"]]

    def _parent(self) -> list[Run]:
        name = self._voices.titled(_Named(self._card.parent))
        number = self._card.number
        return [*name, run(str(number), self._first)] if number else name

    # Rows

    def _said(self, word: Word) -> list[Run]:
        return self._everywhere(lambda tr: tr.context(*word))

    def _everywhere(self, words: Words) -> list[Run]:
        return self._voices.said((tr.language, words(tr)) for tr in self._voices.catalogues)

    def _row(self, word: Word, words: Words) -> Data:
        said = self._everywhere(words)
        return {"label": self._said(word), "values": [said] if said else []}

    def _plain(self, label: list[Run], *lines: str) -> Data:
        return {"label": label, "values": [[run(line, self._first)] for line in lines if line]}

    def _section(self, head: Word, rows: Iterator[Data]) -> Data:
        return {"head": self._said(head), "rows": [row for row in rows if row["values"]]}

    # Sections

    def _names(self) -> Iterator[Data]:
        """Every name with what it is; a name the program wrote by rule is marked in the house."""
        for name in self._card.names:
            column = NameColumn(name.language, name.type)
            label = self._voices.said((tr.language, name_heading(tr, column)) for tr in self._voices.catalogues)
            runs = [run(name.text, name.language)]
            if name.reading:
                runs.append(run(name.reading, "en"))
            if name.auto and self._internal:
                runs += self._said(context("card", "automatic, not confirmed"))
            yield {"label": label[:1], "values": [runs]}

    def _versions(self) -> Iterator[Data]:
        for version in self._card.versions:
            label = self._everywhere(lambda tr, v=version: _version(tr, v))  # type: ignore[misc]  # bound now
            tags = [one.language for one in self._card.subtitles if one.version_id == version.id]
            values = [self._everywhere(lambda tr, tags=tags: _subtitles(tr, tags))] if tags else []  # type: ignore[misc]
            facts = self._everywhere(lambda tr, v=version: _version_facts(tr, v, internal=self._internal))  # type: ignore[misc]
            values += [facts] if facts else []
            for row in self._credits(version.id):
                values += [[*row["label"][:1], *line] for line in row["values"]]
            yield {"label": label, "values": values or [[run("–", "und")]]}

    def _credits(self, version: int | None) -> Iterator[Data]:
        own = [credit for credit in self._card.credits if credit.version_id == version]
        for role in labels.ROLES:
            people = [self._person(credit) for credit in own if credit.role is role]
            if people:
                yield {"label": self._everywhere(lambda tr, role=role: labels.role(tr, role)), "values": people}  # type: ignore[misc]

    def _person(self, credit: CardCredit) -> list[Run]:
        names = self._card.agents.get(credit.agent_id, ())
        runs = self._voices.titled(_Named(names)) if names else [run("–", "und")]
        if len(self._voices.languages) == 1:
            runs = runs[:1]
        return [*runs, run(f"({credit.character})", self._first)] if credit.character else runs

    def _awards(self) -> Iterator[Data]:
        for award in self._card.awards:
            result = self._everywhere(lambda tr, a=award: labels_of_records.award_result(tr, a.result))  # type: ignore[misc]
            prize = [run(award.prize, self._first)] if award.prize else []
            yield {"label": self._event(award.event, award.year), "values": [[*prize, *result]]}
        for entry in self._card.entries:
            where = formats.commas(self._first, filter(None, (entry.section, entry.city)))
            runs = [run(where, self._first)] if where else []
            if entry.premiere is not Premiere.NONE:
                runs += self._everywhere(lambda tr, e=entry: labels_of_records.premiere(tr, e.premiere))  # type: ignore[misc]
            yield {"label": self._event(entry.event, entry.year), "values": [runs or [run("–", "und")]]}

    def _event(self, event: str, year: int | None) -> list[Run]:
        return [run(formats.commas(self._first, filter(None, (event, str(year or "")))), self._first)]

    def _rights(self) -> Iterator[Data]:
        tr = self._voices.tr
        for one in self._card.rights:
            label = formats.commas(tr.language, (_territory(tr, one.territory), labels.use(tr, one.use)))
            yield self._plain([run(label, tr.language)], *_licence(tr, one))

    def _clearances(self) -> Iterator[Data]:
        tr = self._voices.tr
        for one in self._card.clearances:
            label = formats.commas(
                tr.language, (_territory(tr, one.territory), labels_of_records.clearance_kind(tr, one.kind))
            )
            state = labels_of_records.clearance_state(tr, one.state)
            line = formats.commas(tr.language, filter(None, (state, one.number, _days(tr, one.granted, one.ends))))
            yield self._plain([run(label, tr.language)], line)

    def _copies(self) -> Iterator[Data]:
        tr = self._voices.tr
        for copy in self._card.copies:
            yield self._plain([run(copy.name or "–", "und")], *copy_lines(tr, self._card, copy))

    def _sales(self) -> Iterator[Data]:
        for one in self._card.sales:
            told = formats.commas(self._voices.tr.language, filter(None, (one.buyer, str(one.year or ""))))
            yield self._plain([run(_territory(self._voices.tr, one.country), self._first)], told or "–")

    def _figures(self) -> Iterator[Data]:
        tr = self._voices.tr
        for one in self._card.figures:
            label = labels_of_records.measure(tr, one.measure)
            where = _territory(tr, one.territory) if one.territory else ""
            yield self._plain(
                [run(label, tr.language)], formats.commas(tr.language, filter(None, (_figure(tr, one), where)))
            )

    def _identifiers(self) -> Iterator[Data]:
        for one in self._card.identifiers:
            proper = _PROPER.get(one.scheme)
            label = [run(proper, "en")] if proper else self._said(_SCHEMES[one.scheme])[:1]
            yield self._plain(label, one.value)

    def _sources(self) -> Iterator[Data]:
        facts, tr = self._card.facts, self._voices.tr
        yield self._plain(self._said(context("card", "Confidence"))[:1], labels.confidence(tr, facts.confidence))
        yield self._plain(self._said(context("card", "Unverified"))[:1], fact_words.facts(tr, facts.unverified))
        yield self._plain(self._said(context("card", "Source"))[:1], facts.source)
        for claim in self._card.claims:
            line = formats.commas(tr.language, filter(None, (claim.value, claim.source)))
            yield self._plain(
                [run(fact_words.fact(tr, claim.fact), tr.language)], f"{line} ✓" if claim.preferred else line
            )
        yield self._plain(self._said(context("card", "Notes"))[:1], *facts.notes.splitlines())


class _Named:
    """Names alone, for whoever asks for something that has names."""

    def __init__(self, names: Sequence[WorkName]) -> None:
        self.names = names


def _shares(tr: Catalogue, card: TitleCard) -> str:
    """The countries, in a co-production with role and share."""
    told = []
    for one in card.countries:
        share = formats.percent(tr.language, Decimal(one.share) / HUNDREDTHS) if one.share else ""
        name = formats.country(tr.language, one.country)
        told.append(f"{name} ({share})" if share else name)
    return formats.commas(tr.language, told) if told else countries(tr, card.facts.countries)


def _ages(tr: Catalogue, card: TitleCard) -> str:
    """The mark of Kazakhstan, and those of other countries with their names."""
    abroad = (f"{formats.country(tr.language, one.territory)} {one.mark}" for one in card.ratings)
    return formats.commas(tr.language, filter(None, (card.facts.age_mark, *abroad)))


def _territory(tr: Catalogue, code: str) -> str:
    return formats.country(tr.language, code)


def _version(tr: Catalogue, version: CardVersion) -> str:
    """Kazakh, dubbed."""
    spoken = formats.heading(formats.language_name(tr.language, version.language))
    return formats.commas(tr.language, (spoken, labels.spoken_mode(tr, version.mode).lower()))


def _subtitles(tr: Catalogue, tags: Sequence[str]) -> str:
    names = (formats.language_name(tr.language, tag, written=True) for tag in tags)
    return tr("Subtitles: {languages}", languages=formats.commas(tr.language, names))


def _version_facts(tr: Catalogue, version: CardVersion, *, internal: bool) -> str:
    """Studio, place, year, length; in the house also how far it has come and what is noted."""
    facts = [version.studio, version.place, str(version.year or "")]
    facts.append(formats.minutes(tr.language, version.runtime) if version.runtime else "")
    facts += [labels_of_records.track_kind(tr, TrackKind(kind)).lower() for kind in version.access.split()]
    if internal:
        facts += [labels.version_status(tr, version.status), version.note]
    return formats.commas(tr.language, filter(None, facts))


def _days(tr: Catalogue, first: date | None, last: date | None) -> str:
    days = (formats.date_numeric(tr.language, day) if day else "" for day in (first, last))
    return "–".join(days) if first or last else ""


def _licence(tr: Catalogue, one: CardRights) -> Iterator[str]:
    """State and days; holder and fee; papers and notes."""
    yield formats.commas(
        tr.language, filter(None, (labels.rights_state(tr, one.state), _days(tr, one.starts, one.ends)))
    )
    fee = formats.money(tr.language, Decimal(one.fee) / HUNDREDTHS, one.currency or "KZT") if one.fee else ""
    yield formats.commas(tr.language, filter(None, (one.holder, fee)))
    yield formats.commas(tr.language, filter(None, (one.papers, one.note)))


def _figure(tr: Catalogue, one: CardFigure) -> str:
    """12 500 ₸, 35 %, 8.4, 120,000."""
    if one.measure in _MONEY:
        return formats.money(tr.language, Decimal(one.value) / HUNDREDTHS, one.currency or "KZT")
    if one.measure is Measure.AUDIENCE_SHARE:
        return formats.percent(tr.language, Decimal(one.value) / HUNDREDTHS / HUNDREDTHS)
    if one.measure is Measure.RATING:
        return formats.number(tr.language, Decimal(one.value) / HUNDREDTHS)
    return formats.number(tr.language, one.value)


def synopsis(card: TitleCard, language: str) -> str:
    """The fullest synopsis in this language, '' without one."""
    own = [one for one in card.facts.synopses if plain(one.language) == language]
    return max((one.text for one in own), key=len, default="")
