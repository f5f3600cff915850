"""Titles in the languages and with the choices of one document: their order, their groups, and what narrowed them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from app.domain.names import Shown, shown
from app.domain.order import OTHER_SCRIPTS, group_letter, sort_key
from app.domain.title_facts import Choice, TitleFacts, Titles
from app.export import wording
from app.export.glyphs import printable
from app.export.issue import Run, Voices, run
from app.export.title_options import Group, Order, TitleOptions
from app.export.wording import Data
from app.i18n import formats, labels
from app.i18n.catalogue import Catalogue


class Grouped(NamedTuple):
    """Titles that stand together under a heading; none when nothing is grouped."""

    head: list[Run]
    titles: list[TitleFacts]


@dataclass(frozen=True)
class TitleIssue(Voices):
    """What every document of titles asks: the titles, the catalogues of its languages, the options."""

    titles: Titles
    catalogues: Sequence[Catalogue]
    options: TitleOptions

    def face(self, title: TitleFacts) -> Shown:
        """The title as a reader of the first language sees it."""
        return shown(title.names, self.languages[0])

    def ordered(self) -> list[TitleFacts]:
        """The titles in the order of the first language, or as they were shown."""
        if self.options.order is Order.SHOWN:
            return list(self.titles.titles)
        return sorted(self.titles.titles, key=lambda title: (self._place(title), title.id))

    def _place(self, title: TitleFacts) -> str:
        """Where a title stands in the order of the first language."""
        name = self.face(title).title
        return sort_key(name, self.languages[0], reading_of(title, name))

    def groups(self) -> list[Grouped]:
        """The ordered titles under their headings; those that belong to none come last."""
        titles = self.ordered()
        if self.options.group is Group.NONE:
            return [Grouped([], titles)] if titles else []
        found: dict[str, list[TitleFacts]] = {}
        for title in titles:
            found.setdefault(self._group(title), []).append(title)
        keys = sorted(found, key=lambda key: (not key, self._group_place(key, found[key])))
        return [Grouped(self._head(key), found[key]) for key in keys]

    def _group(self, title: TitleFacts) -> str:
        """Which group a title stands in, '' for none."""
        match self.options.group:
            case Group.INITIAL:
                name = self.face(title).title
                letter = group_letter(name, self.languages[0], reading_of(title, name)) if name else ""
                return OTHER_SCRIPTS if printable(letter)[1] else letter
            case Group.KIND:
                return title.kind.value
            case Group.COUNTRY:
                return title.countries[0] if title.countries else ""
            case _:
                return str(title.strand) if title.strand in self.titles.choice.strands else ""

    def _group_place(self, key: str, own: Sequence[TitleFacts]) -> str:
        """What the groups are sorted by: letters as their titles are, countries by name, kinds and strands as kept."""
        match self.options.group:
            case Group.INITIAL:
                return min(map(self._place, own))
            case Group.KIND:
                return f"{list(labels.WORK_KINDS).index(own[0].kind):02}"
            case Group.COUNTRY:
                return sort_key(formats.country(self.languages[0], key), self.languages[0])
            case _:
                strands = list(map(str, self.titles.choice.strands))
                return f"{strands.index(key):04}" if key else ""

    def _head(self, key: str) -> list[Run]:
        if not key:
            return self.said((tr.language, _without(tr, self.options.group)) for tr in self.catalogues)
        match self.options.group:
            case Group.KIND:
                kind = next(kind for kind in labels.WORK_KINDS if kind.value == key)
                return self.said((tr.language, labels.work_kind(tr, kind)) for tr in self.catalogues)
            case Group.COUNTRY:
                return self.said((tr.language, formats.heading(formats.country(tr.language, key)))
                                 for tr in self.catalogues)  # fmt: skip
            case Group.STRAND:
                return self.named(self.titles.choice.strands[int(key)])
            case _:
                return [run(key, self.languages[0])]

    def counted(self) -> list[Run]:
        """How many titles there are, in every language."""
        n = len(self.titles.titles)
        return self.said((tr.language, tr.plural("{n} title", "{n} titles", n)) for tr in self.catalogues)

    def chosen(self) -> list[Run]:
        """How the titles came together, in every language: the whole catalogue, a slate, what was typed."""
        choice = self.titles.choice
        if choice.programme is not None:
            return self.named(choice.programme)
        return self.said((tr.language, how_chosen(tr, choice)) for tr in self.catalogues)

    def foot(self) -> Data:
        """The date of the facts in every language, and that the titles are a sample if they are one."""
        sample = ((tr.language, tr("Sample library")) for tr in self.catalogues) if self.titles.sample else ()
        return {"as_of": wording.as_of(self, self.titles.as_of), "sample": self.said(sample)}


def reading_of(title: TitleFacts, name: str) -> str:
    """The stored reading of a name, or ''."""
    return next((one.reading for one in title.names if one.text == name and one.reading), "")


def how_chosen(tr: Catalogue, choice: Choice) -> str:
    """One sentence about how the titles came together."""
    if choice.programme is not None:
        return tr("The slate of “{programme}”", programme=choice.programme)
    if choice.query:
        return tr("Found by: {query}", query=choice.query)
    if choice.selected:
        return tr("Titles selected by hand")
    if choice.every:
        return tr("The whole catalogue")
    return tr("Titles shown in the catalogue")


def _without(tr: Catalogue, group: Group) -> str:
    """The heading of the titles that belong to no group."""
    match group:
        case Group.COUNTRY:
            return tr("Without a country")
        case Group.STRAND:
            return tr("Without a strand")
        case _:
            return tr("Without a title")
