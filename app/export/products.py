"""The documents one can print, by name."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from app.domain.listing import Programme
from app.export import day_grid, day_list, title_index, tour_sheet
from app.export.issue import Issue, run
from app.export.options import Document, Options
from app.export.wording import Data
from app.i18n.catalogue import Catalogue
from app.words import N_


@dataclass(frozen=True, slots=True)
class Product:
    """A document: the name and one sentence for the user (message ids), the template, and what fills it."""

    name: str
    says: str
    template: str
    builder: Callable[[Issue], Data]


PRODUCTS: Mapping[str, Product] = {
    "day-grid": Product(N_("Day grid"), N_("One page a day, halls side by side"), "day_grid", day_grid.build),
    "list": Product(N_("List by day"), N_("In order of time, with languages"), "day_list", day_list.build),
    "index": Product(N_("Index of titles"), N_("One column for each language"), "title_index", title_index.build),
    "tour-sheet": Product(N_("Tour sheet"), N_("The route, and a part for every city"), "tour_sheet", tour_sheet.build),
}


def document(product: str, programme: Programme, options: Options, catalogue: Callable[[str], Catalogue]) -> Document:
    """The document `product` of a programme. `catalogue` gives the words of a language; no active language is used."""
    catalogues = [catalogue(language) for language in options.languages]
    issue = Issue(programme, catalogues, options)
    made = PRODUCTS[product]
    name = issue.programme.names.shown(issue.languages[0])
    title = issue.tr("{programme}: {document}", programme=name, document=issue.tr(made.name))
    nothing = None if issue.events else run(issue.tr("There are no screenings to print."), issue.languages[0])
    data = made.builder(issue) | {"nothing": nothing}
    return Document(made.template, title, issue.languages[0], programme.as_of, data)
