"""The command rules: what the law of a country asks of a schedule, and its special days."""

from app.commands.answer import Answer, Asked, table
from app.commands.checking import SEVERITIES
from app.commands.opening import reading
from app.domain.screenings import Severity
from app.i18n import formats
from app.i18n.catalogue import Catalogue
from app.i18n.vocabularies import word
from app.store.rule_rows import DayRow, LawRow, day_rows, law_rows
from app.words import N_

IN_FORCE, OUT_OF_FORCE, UNSURE = N_("active"), N_("not active"), N_("not confirmed")


def rules(asked: Asked) -> Answer:
    """The rules of law and the special days of a country, or of all."""
    tr, country = asked.tr, asked.options.country
    with reading(asked) as store, store.read() as session:
        laws, days = law_rows(session, country), day_rows(session, country)
    heads = tr("No."), tr("Country"), tr("Rule"), tr("Severity"), tr("State"), tr("From"), tr("To")
    lines = table([_law_cells(tr, row) for row in laws], heads) if laws else [tr("There are no rules of law.")]
    if days:
        lines = [*lines, "", *table([_day_cells(tr, row) for row in days])]
    data = {"laws": [_law(row, asked.language) for row in laws], "days": [_day(row, asked.language) for row in days]}
    return Answer(data, lines)


def _law_cells(tr: Catalogue, row: LawRow) -> tuple[object, ...]:
    state = tr(IN_FORCE if row.active else OUT_OF_FORCE)
    begins, ends = (formats.date_numeric(tr.language, day) if day else "" for day in (row.valid_from, row.valid_until))
    return (
        row.id, row.country, row.names.shown(tr.language), tr(SEVERITIES[Severity(row.severity)]),
        formats.commas(tr.language, (state, tr(UNSURE))) if row.unsure else state, begins, ends,
    )  # fmt: skip


def _day_cells(tr: Catalogue, row: DayRow) -> tuple[object, ...]:
    name = row.names.shown(tr.language)
    return (
        row.country, formats.date_numeric(tr.language, row.day), word(tr, row.kind), name,
        tr(UNSURE) if row.unsure else "",
    )  # fmt: skip


def _law(row: LawRow, language: str) -> dict[str, object]:
    return {
        "id": row.id,
        "country": row.country,
        "kind": row.kind.value,
        "name": row.names.shown(language),
        "names": row.names._asdict(),
        "severity": Severity(row.severity).name.lower(),
        "valid_from": row.valid_from.isoformat() if row.valid_from else None,
        "valid_until": row.valid_until.isoformat() if row.valid_until else None,
        "mark": row.mark,
        "languages": list(row.languages),
        "exempt": list(row.exempt),
        "weekdays": list(row.weekdays),
        "from_minute": row.from_minute,
        "until_minute": row.until_minute,
        "days": row.days,
        "unit": row.unit.value,
        "active": row.active,
        "unsure": row.unsure,
        "source": row.source,
    }


def _day(row: DayRow, language: str) -> dict[str, object]:
    return {
        "id": row.id,
        "country": row.country,
        "day": row.day.isoformat(),
        "kind": row.kind.value,
        "name": row.names.shown(language),
        "names": row.names._asdict(),
        "unsure": row.unsure,
        "source": row.source,
    }
