"""The whole of one work as plain values under stable keys: whatever table hangs on it, none forgotten."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain import rights as rights_rules
from app.store.agent_rows import faces
from app.store.belongings import rows_of
from app.store.copy_rows import copy_rows
from app.store.rights_rows import rights_rows
from app.store.works import Work

KEYS: Mapping[str, str] = {
    "name": "names", "work_country": "countries", "version": "versions", "subtitle": "subtitles", "rating": "age_marks",
    "clearance": "clearances", "copy": "copies", "track": "tracks", "copy_key": "keys", "credit": "credits",
    "award": "awards", "festival_entry": "festivals", "sale": "sales", "figure": "figures", "synopsis": "synopses",
    "claim": "claims", "identifier": "identifiers", "attachment": "attachments", "slate_entry": "slates",
}  # fmt: skip
"""What the rows of a table are called; another table keeps its name."""

JUDGEMENTS = frozenset({"distinct_pair", "left_as_it_is"})
"""What somebody decided about a work's records, which is no fact of the work."""


def work_data(session: Session, work: int, language: str, today: date) -> dict[str, Any] | None:
    """A work with all its records, or None when it is gone.

    Values are those of the tables: enums, days and moments (aware) as such, money, shares and ratings in
    hundredths. Beside them: who a credit names, where a copy is, how far a licence was used, what the rights amount to.
    """
    row = session.get(Work, work)
    if row is None:
        return None
    found = _columns(row, "")
    inside: dict[tuple[str, int], dict[str, Any]] = {(Work.__tablename__, work): found}
    for own, rows in rows_of(session, work):
        if own.table in JUDGEMENTS:
            continue
        key = KEYS.get(own.table, own.table)
        for owner in [values for (table, _id), values in inside.items() if table == own.owner]:
            owner[key] = []
        for one in rows:
            values = inside[own.table, one.id] = _columns(one, own.column)
            inside[own.owner, getattr(one, own.column)][key].append(values)
    found["parts"] = list(session.scalars(select(Work.id).where(Work.parent_id == work).order_by(Work.number, Work.id)))
    _derive(session, work, language, today, found)
    return found


def _columns(row: Any, owner: str) -> dict[str, Any]:
    """The columns of a row without the one that leads to its owner, and without doubles of the work."""
    names = (column.name for column in row.__table__.columns)
    return {name: getattr(row, name) for name in names if name not in (owner, "work_id")}


def _derive(session: Session, work: int, language: str, today: date, found: dict[str, Any]) -> None:
    """What the tables do not hold but everybody asks for."""
    people = faces(session, {credit["agent_id"] for credit in found["credits"]}, language)
    for credit in found["credits"]:
        credit["name"] = people[credit["agent_id"]].title if credit["agent_id"] in people else ""
    places = {copy.id: copy.whereabouts.place for copy in copy_rows(session, work)}
    for copy in found["copies"]:
        copy["place_now"] = places[copy["id"]]
    licences = {line.id: line for line in rights_rows(session, work)}
    for licence in found["rights"]:
        licence["used"] = licences[licence["id"]].used
    standing = rights_rules.status([line.window for line in licences.values()], today)
    found["rights_status"] = {"status": standing.status, "until": standing.until}
