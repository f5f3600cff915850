"""What the print page makes of titles: the pages or the table that is shown, and the whole file that is saved."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Any, NamedTuple

from app.domain.names import shown
from app.domain.title_facts import Choice, TitleFacts
from app.export import render
from app.export.catalogue_products import Chosen, cards_document, must_fit, titles_document, titles_table
from app.export.comma_file import csv_file
from app.export.options import Document, Rendered
from app.export.spreadsheet import xlsx
from app.export.title_options import TitleOptions
from app.i18n.catalogue import catalogue
from app.store.store import Store
from app.store.title_choice import cards_of, every_title, facts_of, slate_of, titles_by_number, titles_of
from app.store.title_lists import table_shape
from app.words import N_, Phrase, counted

Heard = Callable[[int], object]

PREVIEWED = {"title-list": 500, "cards": 40, "titles-xlsx": 50, "titles-csv": 50}
"""Titles that are set while one chooses; the file that is saved has all."""


class Source(StrEnum):
    """Where the titles come from."""

    ALL = "all"
    SHOWN = "shown"
    SELECTED = "selected"
    SLATE = "slate"


class Product(NamedTuple):
    """A product of titles: its name and one sentence (message ids), and the ending of its file."""

    name: str
    says: str
    ending: str

    @property
    def table(self) -> bool:
        """Whether it is a table and has no pages."""
        return self.ending != "pdf"


TITLE_PRODUCTS = {
    "title-list": Product(N_("List of titles"), N_("In columns, with the facts you choose"), "pdf"),
    "cards": Product(N_("Catalogue cards"), N_("Everything about a title on a page"), "pdf"),
    "titles-xlsx": Product(N_("Titles as a workbook"), N_("XLSX for Excel, LibreOffice and WPS"), "xlsx"),
    "titles-csv": Product(N_("Titles as CSV"), N_("Plain text that every program reads"), "csv"),
}
"""In the order of the list of documents."""


@dataclass(frozen=True)
class Wanted:
    """What is to be made: the product, from which titles, how. `ids` are those shown or selected in the catalogue."""

    product: str
    source: Source
    options: TitleOptions
    ids: tuple[int, ...] = ()
    query: str = ""
    programme: int | None = None


class TitleProof(NamedTuple):
    """What is shown: pages, or the first rows of a table with their headings; `number` titles go into the file."""

    title: str
    number: int
    remarks: tuple[tuple[Phrase, bool], ...]
    whole: bool
    rendered: Rendered | None = None
    rows: tuple[tuple[str, ...], ...] = ()


def proof_of(store: Store, wanted: Wanted, today: date) -> TitleProof:
    """The beginning of what would be made, with what a reader would notice."""
    with store.read() as session:
        choice = _choice(session, wanted)
        most = PREVIEWED[wanted.product]
        some = choice if len(choice.ids) <= most else replace(choice, ids=choice.ids[:most], every=False)
        whole = some is choice
        remarks: list[Phrase] = []
        if not whole:
            remarks.append(counted("The preview shows the first {n} title. The file holds all.",
                                   "The preview shows the first {n} titles. The file holds all.", most))  # fmt: skip
        if TITLE_PRODUCTS[wanted.product].table:
            rows = _rows(session, some, wanted, today)
            return _proof(choice, remarks, whole=whole, title=TITLE_PRODUCTS[wanted.product].name, rows=rows)
        document, facts = _document(session, some, wanted, today)
    rendered = render.pdf(document)
    remarks += [*_nameless(facts, wanted.options.languages), *rendered.warnings]
    return _proof(choice, remarks, whole=whole, title=document.title, rendered=rendered)


def file_of(store: Store, wanted: Wanted, today: date, heard: Heard) -> tuple[bytes, int]:
    """The whole file: its bytes, and how many pages or titles it has. `heard` is told how many titles are read."""
    with store.read() as session:
        choice = _choice(session, wanted)
        if not TITLE_PRODUCTS[wanted.product].table:
            must_fit(len(choice.ids), cards=wanted.product == "cards")
            document, _facts = _document(session, choice, wanted, today)
            rendered = render.pdf(document)
            return rendered.pdf, rendered.pages
        shape = table_shape(session, None if choice.every else choice.ids)
        chosen = Chosen(choice, shape, facts_of(session, choice, today, heard), today)
        table = titles_table(chosen, wanted.options, catalogue)
        made = xlsx(table) if wanted.product == "titles-xlsx" else csv_file(table, wanted.options.separator)
        return made.data, made.titles


def _proof(choice: Choice, remarks: list[Phrase], *, whole: bool, title: str, **shown_as: Any) -> TitleProof:
    told = tuple((remark, False) for remark in dict.fromkeys(remarks))
    return TitleProof(title, len(choice.ids), told, whole, **shown_as)


def _choice(session: Any, wanted: Wanted) -> Choice:
    match wanted.source:
        case Source.SLATE if wanted.programme is not None:
            return slate_of(session, wanted.programme)
        case Source.SHOWN | Source.SELECTED:
            selected = wanted.source is Source.SELECTED
            return titles_by_number(session, wanted.ids, query="" if selected else wanted.query, selected=selected)
        case _:
            return every_title(session, wanted.options.languages[0])


def _document(session: Any, choice: Choice, wanted: Wanted, today: date) -> tuple[Document, tuple[TitleFacts, ...]]:
    if wanted.product == "cards":
        cards = cards_of(session, choice, today)
        return cards_document(cards, wanted.options, catalogue), tuple(card.facts for card in cards.cards)
    titles = titles_of(session, choice, today)
    return titles_document(titles, wanted.options, catalogue), titles.titles


def _rows(session: Any, choice: Choice, wanted: Wanted, today: date) -> tuple[tuple[str, ...], ...]:
    """Headings and first rows as text."""
    chosen = Chosen(choice, table_shape(session, choice.ids), (), today)
    table = titles_table(chosen, wanted.options, catalogue)
    lines = [tuple(column.heading for column in table.columns)]
    for some in facts_of(session, choice, today):
        lines += [tuple(str(column.fill(title) or "") for column in table.columns) for title in some]
    return tuple(lines)


def _nameless(facts: tuple[TitleFacts, ...], languages: tuple[str, ...]) -> list[Phrase]:
    """That titles are printed under borrowed names, for the first language."""
    first = languages[0]
    faces = [shown(title.names, first) for title in facts]
    n = sum(face.borrowed or not face.title for face in faces)
    if not n:
        return []
    return [counted("{n} title has no name in the first language. A name in another one is printed.",
                    "{n} titles have no name in the first language. A name in another one is printed.", n)]  # fmt: skip
