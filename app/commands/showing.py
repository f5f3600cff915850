"""The command that tells all of one title."""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from enum import Enum
from typing import Any

from app.commands.answer import Answer, Asked, table
from app.commands.opening import reading
from app.domain import clearances
from app.domain.rights import Standing
from app.errors import UserError
from app.i18n import formats, labels, labels_of_records, phrases, standings
from app.i18n.catalogue import Catalogue
from app.store.career_rows import Career, career
from app.store.copy_rows import CopyRow, copy_rows
from app.store.rights_rows import ClearanceRow, RightsRow, clearance_rows, rights_rows
from app.store.work_data import work_data
from app.store.work_records import WorkRecord, record
from app.words import N_

NO_TITLE = N_("There is no title with the number {number}.")


def show(asked: Asked) -> Answer:
    """All of one title: names, versions, credits, rights, papers, copies, festivals and figures."""
    today, number = datetime.now().astimezone().date(), asked.options.number
    with reading(asked) as store, store.read() as session:
        data = work_data(session, number, asked.language, today)
        known = record(session, number, asked.language, today)
        if data is None or known is None:
            raise UserError(NO_TITLE, number=str(number))
        licences, papers = rights_rows(session, number), clearance_rows(session, number)
        lines = [
            *_title(asked.tr, known),
            *_rights(asked.tr, licences, known.standing),
            *_papers(asked.tr, papers, today),
            *_copies(asked.tr, copy_rows(session, number)),
            *_career(asked.tr, career(session, number)),
        ]
    return Answer(_plain(data), lines)


def _plain(value: Any) -> Any:
    """Values as JSON has them: words of vocabularies, ISO days, moments in UTC."""
    match value:
        case Enum():
            return value.value
        case datetime():
            return value.astimezone(UTC).isoformat() if value.tzinfo else value.isoformat()
        case date():
            return value.isoformat()
        case dict():
            return {key: _plain(inner) for key, inner in value.items()}
        case list() | tuple():
            return [_plain(inner) for inner in value]
        case str() | int() | float() | bool() | None:
            return value
        case _:
            return str(value)


def _title(tr: Catalogue, known: WorkRecord) -> list[str]:
    facts = known.facts
    said = [labels.work_kind(tr, facts.kind), *(formats.country(tr.language, code) for code in known.countries)]
    said += [str(facts.year)] if facts.year else []
    said += [formats.minutes(tr.language, facts.runtime)] if facts.runtime else []
    names = [(name.text, name.language, labels.name_type(tr, name.type)) for name in known.names]
    versions = [
        (formats.language_name(tr.language, one.language), labels.spoken_mode(tr, one.mode), ", ".join(one.subtitles))
        for one in known.versions
    ]
    credits_ = [(labels.role(tr, one.role), one.name, one.original) for one in known.credits]
    lines = [known.face.title, formats.commas(tr.language, said)]
    lines += _part(tr("Names"), names, (tr("Name"), tr("Language"), tr("What")))
    lines += _part(tr("Versions"), versions, (tr("Language"), tr("Spoken"), tr("Subtitles")))
    return lines + _part(tr("Credits"), credits_, (tr("Role"), tr("Name"), tr("Original name")))


def _part(heading: str, rows: Sequence[tuple[str, ...]], heads: tuple[str, ...]) -> list[str]:
    return ["", heading, *table(rows, heads)] if rows else []


def _rights(tr: Catalogue, rows: tuple[RightsRow, ...], standing: Standing) -> list[str]:
    if not rows:
        return []
    cells = [
        (
            formats.country(tr.language, row.territory), labels.use(tr, row.use), labels.rights_state(tr, row.state),
            _day(tr, row.starts), _day(tr, row.ends), row.holder,
        )
        for row in rows
    ]  # fmt: skip
    heads = tr("Territory"), tr("Use"), tr("State"), tr("From"), tr("To"), tr("Rights holder")
    until = phrases.rights_until(tr, standing)
    status = labels.rights_status(tr, standing.status)
    whole = tr.context("rights", "{status}, {until}", status=status, until=until) if until else status
    return [*_part(tr("Rights"), cells, heads), whole]


def _papers(tr: Catalogue, rows: tuple[ClearanceRow, ...], today: date) -> list[str]:
    cells = [
        (
            formats.country(tr.language, row.territory), labels_of_records.clearance_kind(tr, row.kind),
            standings.clearance(tr, clearances.standing(row.paper, today)), row.number,
        )
        for row in rows
    ]  # fmt: skip
    heads = (
        tr.context("place", "Territory"),
        tr.context("clearance", "Paper"),
        tr("State"),
        tr.context("paper", "Number"),
    )
    return _part(tr("Certificates, permits and filings"), cells, heads)


def _copies(tr: Catalogue, rows: tuple[CopyRow, ...]) -> list[str]:
    cells = [(row.name, labels.copy_format(tr, row.format), standings.place(tr, row.whereabouts)) for row in rows]
    return _part(tr("Copies"), cells, (tr("Copy"), tr("Format"), tr("Place")))


def _career(tr: Catalogue, found: Career) -> list[str]:
    cells = [
        *((one.event, _year(one.year), labels_of_records.premiere(tr, one.premiere)) for one in found.festivals),
        *((one.event, _year(one.year), one.prize) for one in found.awards),
        *((formats.country(tr.language, one.country), _year(one.year), one.buyer) for one in found.sales),
        *(
            (
                labels_of_records.measure(tr, one.measure), _day(tr, one.day),
                standings.figure(tr, one.measure, one.value, one.currency),
            )
            for one in found.figures
        ),
    ]  # fmt: skip
    return _part(tr("Festivals and figures"), cells, (tr("What"), tr("When"), tr("Which")))


def _day(tr: Catalogue, day: date | None) -> str:
    return formats.date_numeric(tr.language, day) if day else ""


def _year(year: int | None) -> str:
    return str(year) if year else ""
