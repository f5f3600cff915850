"""Commands about programmes: programmes, export."""

from datetime import date, datetime
from pathlib import Path

from sqlalchemy.orm import Session

from app.commands import targets
from app.commands.answer import Answer, Asked, table
from app.commands.opening import reading
from app.errors import UserError
from app.export.options import Options
from app.export.products import document
from app.export.render import pdf
from app.files import write_whole
from app.i18n import formats, labels
from app.i18n.catalogue import Catalogue, catalogue
from app.store.failures import writing
from app.store.listings import printed
from app.store.programme_rows import ProgrammeRow, folded_name, programme_rows
from app.words import N_

NO_SUCH = N_("There is no programme “{text}”.")
SEVERAL = N_("Several programmes begin with “{text}”: {names}")


def programmes(asked: Asked) -> Answer:
    """All programmes, the latest first."""
    tr, language = asked.tr, asked.language
    with reading(asked) as store, store.read() as session:
        rows = programme_rows(session)
    heads = tr("No."), tr("Programme"), tr("Kind"), tr("Days"), tr("City"), tr("Screenings")
    lines = table([_cells(tr, row) for row in rows], heads) if rows else [tr("There are no programmes.")]
    return Answer([_data(row, language) for row in rows], lines)


def _cells(tr: Catalogue, row: ProgrammeRow) -> tuple[object, ...]:
    days = formats.date_range(tr.language, row.first_day, row.last_day)
    kind, city = labels.programme_kind(tr, row.kind), row.city.shown(tr.language)
    return row.id, row.names.shown(tr.language), kind, days, city, row.screenings


def _data(row: ProgrammeRow, language: str) -> dict[str, object]:
    return {
        "id": row.id,
        "name": row.names.shown(language),
        "names": row.names._asdict(),
        "kind": row.kind.value,
        "first_day": row.first_day.isoformat(),
        "last_day": row.last_day.isoformat(),
        "city": row.city.shown(language),
        "zone": row.zone,
        "territory": row.territory,
        "screenings": row.screenings,
        "sample": row.sample,
    }


def meant(session: Session, text: str, language: str) -> int:
    """The programme that `text` means: a number, a name in any language, or a beginning only one has."""
    rows = programme_rows(session)
    if text.isascii() and text.isdecimal():  # never the beginning of a name, or a script would check another week
        if any(str(row.id) == text for row in rows):
            return int(text)
        raise UserError(NO_SUCH, text=text)
    sought = folded_name(text)
    exact = [row for row in rows if sought in map(folded_name, row.names)]
    begun = [row for row in rows if sought and any(folded_name(name).startswith(sought) for name in row.names)]
    found = exact or begun
    if not found:
        raise UserError(NO_SUCH, text=text)
    if len(found) > 1:
        names = "; ".join(f"{row.id} {row.names.shown(language)}" for row in found[:5])
        raise UserError(SEVERAL, text=text, names=names)
    return found[0].id


def export(asked: Asked) -> Answer:
    """A document of a programme, written whole or not at all."""
    asks, tr = asked.options, asked.tr
    target = Path(asks.output)
    with reading(asked) as store, store.read() as session:
        programme = meant(session, asks.programme, asked.language)
        listing = printed(session, programme, asks.as_of or _today())
    targets.for_document(target)
    made = pdf(document(asks.product, listing, _options(asked), catalogue))
    with writing(target):
        write_whole(target, made.pdf)
    warnings = [tr.say(warning) for warning in made.warnings]
    data = {
        "file": str(target.absolute()),
        "product": asks.product,
        "programme": programme,
        "pages": made.pages,
        "size": len(made.pdf),
        "warnings": warnings,
    }
    said = tr.plural("“{file}” is written: {n} page.", "“{file}” is written: {n} pages.", made.pages, file=target.name)
    return Answer(data, [said, *warnings])


def _options(asked: Asked) -> Options:
    asks = asked.options
    return Options(
        languages=asks.languages,
        paper=asks.paper,
        orientation=asks.orientation,
        text_size=float(asks.text_size),
        colour=not asks.black_and_white,
        versions=not asks.no_versions,
        extras=not asks.no_extras,
        tentative=not asks.no_tentative,
        cancelled=asks.cancelled,
        house=asks.house,
        ornament=not asks.no_ornament,
    )


def _today() -> date:
    return datetime.now().astimezone().date()
