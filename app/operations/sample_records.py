"""What hangs on the titles of the sample library: papers, tracks, keys, custody, prizes and figures, all invented."""

from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain import calendar
from app.domain.kinds import (
    AwardResult,
    ClearanceKind,
    ClearanceState,
    CustodyKind,
    Measure,
    Premiere,
    RightsState,
    TrackKind,
    Use,
)  # fmt: skip
from app.operations import careers, clearances, copies, rights
from app.store.clearances import Clearance
from app.store.copies import Copy
from app.store.programmes import SlateEntry
from app.store.rights import Rights
from app.store.works import WorkCountry

_KINDS: Mapping[str, Any] = {
    "use": Use, "result": AwardResult, "premiere": Premiere, "measure": Measure,
}  # fmt: skip
_DAYS = ("starts", "ends", "applied", "granted", "day")


def fill_records(
    session: Session, records: Mapping[str, Any], works: Mapping[str, int], halls: Mapping[str, int], first_day: date
) -> None:
    """Enter the records under the titles of the sample table; their days count from `first_day`."""
    for title, own in records.items():
        work = works[title]
        _papers(session, work, own, first_day)
        _career(session, work, own, first_day)
        for name, facts in own.get("copies", {}).items():
            copy = session.scalars(select(Copy.id).where(Copy.work_id == work, Copy.name == name)).one()
            _copy(session, copy, facts, halls, first_day)
    _filings(session, first_day)


def _filings(session: Session, first_day: date) -> None:
    """What goes from China to a festival abroad has been filed there, so that the week asks for no papers."""
    filed = select(Clearance.work_id).where(Clearance.kind == ClearanceKind.FILING)
    chinese = select(WorkCountry.work_id).where(WorkCountry.country == "CN", WorkCountry.work_id.not_in(filed))
    shown = chinese.where(WorkCountry.work_id.in_(select(SlateEntry.work_id)))
    for work in session.scalars(shown.order_by(WorkCountry.work_id)).all():
        granted = first_day - timedelta(days=36)
        clearances.add(session, work, "CN", kind=ClearanceKind.FILING, state=ClearanceState.GRANTED, granted=granted)


def _facts(facts: Mapping[str, Any], first_day: date) -> dict[str, Any]:
    """Days and years out of numbers, values of vocabularies out of words."""
    found = dict(facts)
    for name in set(_DAYS) & set(found):
        found[name] = first_day + timedelta(days=found[name])
    if "year" in found:
        found["year"] += first_day.year
    return {name: _KINDS[name](value) if name in _KINDS else value for name, value in found.items()}


def _papers(session: Session, work: int, own: Mapping[str, Any], first_day: date) -> None:
    licence = session.scalars(select(Rights.id).where(Rights.work_id == work)).first()
    if licence is not None and "rights" in own:
        rights.change(session, licence, **_facts(own["rights"], first_day))
    for facts in own.get("more_rights", ()):
        found = _facts(facts, first_day)
        rights.add(session, work, RightsState(found.pop("state")), **found)
    for facts in own.get("clearances", ()):
        found = _facts(facts, first_day)
        kind, state = ClearanceKind(found.pop("kind")), ClearanceState(found.pop("state"))
        clearances.add(session, work, found.pop("territory"), kind=kind, state=state, **found)
    for facts in own.get("ratings", ()):
        clearances.add_rating(session, work, **facts)


def _career(session: Session, work: int, own: Mapping[str, Any], first_day: date) -> None:
    adds: Mapping[str, Callable[..., int]] = {
        "festivals": careers.add_entry, "awards": careers.add_award, "sales": careers.add_sale,
        "figures": careers.add_figure,
    }  # fmt: skip
    for name, add in adds.items():
        for facts in own.get(name, ()):
            add(session, work, **_facts(facts, first_day))


def _copy(session: Session, copy: int, facts: Mapping[str, Any], halls: Mapping[str, int], first_day: date) -> None:
    plain = {name: value for name, value in facts.items() if name not in ("tracks", "keys", "custody")}
    copies.change(session, copy, **plain)
    for kind, language, detail in facts.get("tracks", ()):
        copies.add_track(session, copy, TrackKind(kind), language, detail=detail)
    for hall, begins, ends, server in facts.get("keys", ()):
        copies.add_key(
            session, copy, hall_id=halls[hall], server=server, valid_from=_morning(first_day, begins),
            valid_until=_morning(first_day, ends),
        )  # fmt: skip
    for day, kind, giver, receiver, place, waybill, state in facts.get("custody", ()):
        copies.record(
            session, copy, first_day + timedelta(days=day), CustodyKind(kind), giver=giver, receiver=receiver,
            place=place, waybill=waybill, state=state,
        )  # fmt: skip


def _morning(first_day: date, days: int) -> datetime:
    """Ten o'clock in Almaty, where the halls of the film week are."""
    wall = datetime.combine(first_day + timedelta(days=days), datetime.min.time()) + timedelta(hours=10)
    return calendar.utc_of(wall, "Asia/Almaty")
