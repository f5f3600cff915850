"""The documents of titles one can print, and what sets them: no active language is used."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from app.domain.title_cards import Cards
from app.domain.title_facts import Choice, Shape, TitleFacts, Titles
from app.errors import UserError
from app.export import catalogue_card, title_list
from app.export.catalogue_card import CardIssue
from app.export.issue import run
from app.export.options import Document
from app.export.table_file import Table
from app.export.title_issue import TitleIssue, how_chosen
from app.export.title_options import TitleOptions
from app.export.title_table import table_columns
from app.i18n import formats
from app.i18n.catalogue import Catalogue
from app.words import N_

LIST, CARDS = N_("List of titles"), N_("Catalogue cards")

MOST_LISTED, MOST_CARDS = 4_000, 400
"""What one document can hold: setting it takes a gigabyte then, a quarter of a megabyte a title and two a card."""

_LONG_LIST = N_("A list on paper holds {most} titles at most; these are {n}. Narrow them, or export a table.")
_MANY_CARDS = N_("One document holds {most} cards at most; these are {n}. Narrow them, or export a table.")

Words = Callable[[str], Catalogue]


def must_fit(titles: int, *, cards: bool = False) -> None:
    """Refuse what is too much for paper, before it is read. Raises `UserError`."""
    most = MOST_CARDS if cards else MOST_LISTED
    if titles > most:
        raise UserError(_MANY_CARDS if cards else _LONG_LIST, n=titles, most=most)


def titles_document(titles: Titles, options: TitleOptions, catalogue: Words) -> Document:
    """The list of titles. `catalogue` gives the words of a language."""
    issue = TitleIssue(titles, [catalogue(language) for language in options.languages], options)
    data = title_list.build(issue) | {"nothing": _nothing(issue)}
    return Document("title_list", issue.tr(LIST), issue.languages[0], titles.as_of, data)


def cards_document(cards: Cards, options: TitleOptions, catalogue: Words) -> Document:
    """The catalogue cards, in the order of their titles."""
    issue = CardIssue.of(cards, [catalogue(language) for language in options.languages], options)
    data = catalogue_card.build(issue) | {"nothing": _nothing(issue)}
    title = issue.tr(CARDS)
    if len(cards.cards) == 1:
        title = issue.face(cards.cards[0].facts).title or title
    pictures = catalogue_card.pictures(cards)
    return Document("catalogue_card", title, issue.languages[0], cards.as_of, data, pictures=pictures)


def _nothing(issue: TitleIssue) -> object:
    return None if issue.titles.titles else run(issue.tr("There are no titles."), issue.languages[0])


@dataclass(frozen=True)
class Chosen:
    """Titles on their way into a table: which they are, what columns they need, and themselves, in portions."""

    choice: Choice
    shape: Shape
    rows: Iterable[Sequence[TitleFacts]]
    as_of: date


def titles_table(chosen: Chosen, options: TitleOptions, catalogue: Words) -> Table:
    """The titles as a table in the first language; its second sheet tells the day, the choice and the language."""
    tr = catalogue(options.languages[0])
    about = [
        (tr(LIST), tr("Keruen")),
        (tr("Day of the facts"), formats.date_long(tr.language, chosen.as_of)),
        (tr("Which titles"), how_chosen(tr, chosen.choice)),
        (tr("For whom"), tr("Internal, with rights, notes and sources") if options.internal
         else tr("For others, without rights, notes and sources")),
    ]  # fmt: skip
    columns = table_columns(tr, chosen.shape, internal=options.internal)
    return Table(tr, tr(LIST), columns, chosen.rows, chosen.as_of, about)
