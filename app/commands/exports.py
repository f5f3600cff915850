"""The command export: documents of a programme, and lists, cards and tables of titles."""

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

from sqlalchemy.orm import Session

from app.commands import programmes, targets
from app.commands.answer import Answer, Asked, Misuse
from app.commands.opening import reading
from app.domain.queries import parse
from app.domain.title_facts import Choice
from app.errors import UserError
from app.export.catalogue_products import Chosen, cards_document, must_fit, titles_document, titles_table
from app.export.comma_file import csv_file
from app.export.products import PRODUCTS
from app.export.render import pdf
from app.export.spreadsheet import xlsx
from app.export.table_file import TableFile
from app.export.title_options import Column, Group, Order, TitleOptions
from app.files import write_whole
from app.i18n import formats
from app.i18n.catalogue import catalogue
from app.i18n.query_values import lexicon
from app.store.failures import writing
from app.store.title_choice import cards_of, every_title, facts_of, slate_of, titles_by_number, titles_found, titles_of
from app.store.title_lists import table_shape

OF_TITLES = ("title-list", "cards", "titles-xlsx", "titles-csv")
"""What can be exported of titles. The names stay as they are."""


def export(asked: Asked) -> Answer:
    """A document or a table, written whole or not at all."""
    product = asked.options.product
    if product in OF_TITLES:
        return _of_titles(asked)
    if product not in PRODUCTS:
        known = formats.commas(asked.language, (*PRODUCTS, *OF_TITLES))
        raise Misuse(asked.tr("There is no document “{name}”; choose from: {products}", name=product, products=known))
    if not asked.options.programme:
        raise Misuse(asked.tr("missing: {arguments}", arguments="--programme"))
    if asked.options.paper == "a5":
        raise Misuse(asked.tr("This document is made for A4 and A3."))
    return programmes.export(asked)


def _of_titles(asked: Asked) -> Answer:
    asks = asked.options
    target, today = Path(asks.output), asks.as_of or datetime.now().astimezone().date()
    options = _options(asked)
    with reading(asked) as store, store.read() as session:
        choice = _choice(asked, session, today)
        made = _MAKERS[asks.product](session, choice, today, options)
    targets.for_document(target)
    with writing(target):
        write_whole(target, made["data"])
    return _answer(asked, target, made)


def _answer(asked: Asked, target: Path, made: dict[str, Any]) -> Answer:
    tr = asked.tr
    warnings = [tr.say(warning) for warning in made["warnings"]]
    data = {"file": str(target.absolute()), "product": asked.options.product, "titles": made["titles"]}
    if "pages" in made:
        data["pages"] = made["pages"]
        said = tr.plural("“{file}” is written: {n} page.", "“{file}” is written: {n} pages.", made["pages"],
                         file=target.name)  # fmt: skip
    else:
        said = tr.plural("“{file}” is written: {n} title.", "“{file}” is written: {n} titles.", made["titles"],
                         file=target.name)  # fmt: skip
    return Answer(data | {"size": len(made["data"]), "warnings": warnings}, [said, *warnings])


def _choice(asked: Asked, session: Session, today: date) -> Choice:
    """Which titles are meant: by number, by query, of a slate, or all."""
    asks, language = asked.options, asked.language
    if asks.ids:
        return titles_by_number(session, asks.ids, selected=True)
    if asks.programme:
        return slate_of(session, programmes.meant(session, asks.programme, language))
    if asks.query:
        query = parse(asks.query, lexicon())
        for trouble in query.errors:
            raise UserError(trouble.why)
        return titles_found(session, query, asks.query, asks.languages[0], today)
    return every_title(session, asks.languages[0])


def _options(asked: Asked) -> TitleOptions:
    asks = asked.options
    plain = TitleOptions()
    return TitleOptions(
        languages=asks.languages,
        paper=asks.paper,
        orientation=asks.orientation,
        text_size=float(asks.text_size),
        colour=not asks.black_and_white,
        ornament=not asks.no_ornament,
        columns=tuple(map(Column, asks.columns)) if asks.columns else plain.columns,
        group=Group(asks.group),
        order=Order(asks.order),
        internal=asks.internal,
        per_sheet=asks.per_sheet,
        separator=asks.separator,
    )


def _list(session: Session, choice: Choice, today: date, options: TitleOptions) -> dict[str, Any]:
    must_fit(len(choice.ids))
    titles = titles_of(session, choice, today)
    made = pdf(titles_document(titles, options, catalogue))
    return {"data": made.pdf, "pages": made.pages, "titles": len(titles.titles), "warnings": made.warnings}


def _cards(session: Session, choice: Choice, today: date, options: TitleOptions) -> dict[str, Any]:
    must_fit(len(choice.ids), cards=True)
    cards = cards_of(session, choice, today)
    made = pdf(cards_document(cards, options, catalogue))
    return {"data": made.pdf, "pages": made.pages, "titles": len(cards.cards), "warnings": made.warnings}


def _xlsx(session: Session, choice: Choice, today: date, options: TitleOptions) -> dict[str, Any]:
    return _table(xlsx(titles_table(_chosen(session, choice, today), options, catalogue)))


def _csv(session: Session, choice: Choice, today: date, options: TitleOptions) -> dict[str, Any]:
    return _table(csv_file(titles_table(_chosen(session, choice, today), options, catalogue), options.separator))


def _chosen(session: Session, choice: Choice, today: date) -> Chosen:
    shape = table_shape(session, None if choice.every else choice.ids)
    return Chosen(choice, shape, facts_of(session, choice, today), today)


def _table(made: TableFile) -> dict[str, Any]:
    return {"data": made.data, "titles": made.titles, "warnings": made.warnings}


_MAKERS: dict[str, Callable[[Session, Choice, date, TitleOptions], dict[str, Any]]] = {
    "title-list": _list, "cards": _cards, "titles-xlsx": _xlsx, "titles-csv": _csv,
}  # fmt: skip
