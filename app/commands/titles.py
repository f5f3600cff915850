"""Commands that look into the catalogue: search and titles."""

from datetime import datetime

from app.commands.answer import Answer, Asked, table
from app.commands.opening import reading
from app.domain.queries import Query, parse
from app.errors import UserError
from app.i18n import formats, labels
from app.i18n.catalogue import Catalogue
from app.i18n.query_values import lexicon
from app.i18n.sorting_words import word_places
from app.store import search as finding
from app.store.work_order import sorted_ids
from app.store.work_queries import found_by
from app.store.work_rows import WorkRow, work_rows
from app.words import N_

PAGE = 500
"""Rows read in one go."""

_KINDS = {
    "work": N_("Title"), "agent": N_("Person or organisation"), "venue": N_("Venue"), "hall": N_("Hall"),
    "screening": N_("Screening"),
}  # fmt: skip


def search(asked: Asked) -> Answer:
    """What a text finds, best first."""
    tr = asked.tr
    with reading(asked) as store, store.read() as session:
        hits = finding.find(session, " ".join(asked.options.text), asked.language, asked.options.limit)
    data = [
        {
            "id": h.id, "kind": h.kind, "name": h.name, "original": h.original, "year": h.year, "why": h.why,
            "note": h.note, "starts": h.when and h.when.isoformat(), "programme": h.programme,
        }
        for h in hits
    ]  # fmt: skip
    if not hits:
        return Answer(data, (tr("Nothing was found."),))
    heads = tr("No."), tr("What"), tr("Name"), tr("Original title"), tr("Year")
    rows = [
        (hit.id, tr(_KINDS[hit.kind]), hit.name, hit.original if hit.original != hit.name else "", hit.year or "")
        for hit in hits
    ]
    return Answer(data, table(rows, heads))


def titles(asked: Asked) -> Answer:
    """The titles in the order of the reader's language."""
    tr, language = asked.tr, asked.language
    first, most = asked.options.offset, asked.options.limit
    today = datetime.now().astimezone().date()
    with reading(asked) as store, store.read() as session:
        every = sorted_ids(session, language, asked.options.sort, today=today, places=word_places(tr))
        if asked.options.query:
            every = found_by(session, _query(asked.options.query), every, today)
        wanted = every[first : first + most if most else None]
        rows = []
        for place in range(0, len(wanted), PAGE):
            rows += work_rows(session, language, wanted[place : place + PAGE], today)
    heads = tr("No."), tr("Title"), tr("Original title"), tr("Kind"), tr("Year"), tr("Countries"), tr("Versions")
    lines = table([_cells(asked, row) for row in rows], heads) if rows else [_none(tr, len(every))]
    return Answer([_data(row) for row in rows], lines)


def _query(text: str) -> Query:
    """What was typed, in any language of the house. Raises `UserError` for what is not understood."""
    query = parse(text, lexicon())
    if query.errors:
        raise UserError(query.errors[0].why)
    return query


def _none(tr: Catalogue, every: int) -> str:
    if not every:
        return tr("There are no titles.")
    return tr.plural("There is only {n} title.", "There are only {n} titles.", every)


def _cells(asked: Asked, row: WorkRow) -> tuple[object, ...]:
    countries = formats.commas(asked.language, (formats.country(asked.language, code) for code in row.countries))
    versions = " · ".join(labels.version_chip(asked.tr, line.mode, [line.language]) for line in row.versions)
    return row.id, row.title, row.second, labels.work_kind(asked.tr, row.kind), row.year or "", countries, versions


def _data(row: WorkRow) -> dict[str, object]:
    return {
        "id": row.id,
        "name": row.title,
        "name_language": row.title_language,
        "borrowed": row.borrowed,
        "original": row.second,
        "kind": row.kind.value,
        "year": row.year,
        "runtime": row.runtime,
        "episodes": row.episodes,
        "countries": row.countries,
        "versions": [
            {"id": line.id, "language": line.language, "mode": line.mode.value, "subtitles": line.subtitles}
            for line in row.versions
        ],
        "rights": {"status": row.standing.status.value, "until": row.standing.until and row.standing.until.isoformat()},
        "confidence": row.confidence.value,
    }
