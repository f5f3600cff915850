"""Programmes, halls, strands and copies read by columns."""

import unicodedata
from collections.abc import Collection
from datetime import date, datetime
from typing import NamedTuple

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.domain.kinds import ProgrammeKind, ScreeningStatus, Use
from app.domain.names import FourNames
from app.errors import UserError
from app.store.base import four
from app.store.programmes import Programme, ProgrammeHall, Strand
from app.store.screenings import Screening
from app.store.venues import Hall, Venue
from app.words import N_

NO_PROGRAMME = N_("There is no programme with the number {number}.")


class ProgrammeRow(NamedTuple):
    """A programme in a list; days are inclusive, `day_start` minutes after midnight."""

    id: int
    kind: ProgrammeKind
    names: FourNames
    city: FourNames
    first_day: date
    last_day: date
    day_start: int
    zone: str
    territory: str
    use: Use
    sample: bool
    screenings: int


class HallRow(NamedTuple):
    """A hall of a programme, in the order of its board; opening hours in minutes after midnight."""

    id: int
    names: FourNames
    seats: int | None
    opens: int
    closes: int
    turnaround: int
    venue: int
    venue_names: FourNames
    city: FourNames
    zone: str
    country: str


class StrandRow(NamedTuple):
    """A section of a programme; `colour` is 1 to 6."""

    id: int
    names: FourNames
    colour: int


def programme_rows(session: Session) -> list[ProgrammeRow]:
    """All programmes, the latest first; tours come after what plays in one town."""
    counts = select(Screening.programme_id, func.count().label("shown")).group_by(Screening.programme_id).subquery()
    query = (
        select(Programme.__table__, func.coalesce(counts.c.shown, 0).label("shown"))
        .outerjoin(counts, counts.c.programme_id == Programme.id)
        .order_by(Programme.kind == ProgrammeKind.TOUR, Programme.first_day.desc(), Programme.id)
    )
    return [
        ProgrammeRow(
            row["id"], row["kind"], four(row), four(row, "city_"), row["first_day"], row["last_day"],
            row["day_start"], row["zone"], row["territory"], row["use"], row["sample"], row["shown"],
        )
        for row in session.execute(query).mappings()
    ]  # fmt: skip


def programme_row(session: Session, programme: int) -> ProgrammeRow:
    """One programme. Raises `UserError` when there is none with this number."""
    found = next((row for row in programme_rows(session) if row.id == programme), None)
    if found is None:
        raise UserError(NO_PROGRAMME, number=str(programme))
    return found


def hall_rows(session: Session, programme: int | None = None) -> list[HallRow]:
    """The halls of a programme in board order, or all halls by venue."""
    query = select(
        Hall.__table__, Venue.zone, Venue.country, Venue.city_kk, Venue.city_zh, Venue.city_ru, Venue.city_en,
        Venue.name_kk.label("venue_kk"), Venue.name_zh.label("venue_zh"), Venue.name_ru.label("venue_ru"),
        Venue.name_en.label("venue_en"),
    ).join(Venue, Venue.id == Hall.venue_id)  # fmt: skip
    if programme is None:
        query = query.order_by(Hall.venue_id, Hall.position, Hall.id)
    else:
        query = query.join(ProgrammeHall, ProgrammeHall.hall_id == Hall.id)
        query = query.where(ProgrammeHall.programme_id == programme)
        query = query.order_by(ProgrammeHall.position, ProgrammeHall.id)
    return [
        HallRow(
            row["id"], four(row), row["seats"], row["opens"], row["closes"], row["turnaround"], row["venue_id"],
            four(row, "venue_"), four(row, "city_"), row["zone"], row["country"],
        )
        for row in session.execute(query).mappings()
    ]  # fmt: skip


def strand_rows(session: Session, programme: int) -> list[StrandRow]:
    """The strands of a programme, in order."""
    query = select(Strand.__table__).where(Strand.programme_id == programme).order_by(Strand.position, Strand.id)
    return [StrandRow(row["id"], four(row), row["colour"]) for row in session.execute(query).mappings()]


def programme_called(session: Session, name: str) -> int | None:
    """The programme with exactly this name in any language, the latest if there are several."""
    found = [row.id for row in programme_rows(session) if folded_name(name) in map(folded_name, row.names)]
    return max(found, default=None)


def names_of(session: Session, programmes: Collection[int]) -> list[str]:
    """What programmes are called in the first language they have a name in, the latest first."""
    return [row.names.shown("kk") for row in programme_rows(session) if row.id in programmes]


def folded_name(text: str) -> str:
    """A name as it is compared with what somebody typed."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


def screening_times(session: Session, programme: int) -> list[datetime]:
    """When the screenings of a programme begin on the clocks of their halls, without the cancelled ones."""
    query = select(Screening.starts_local).where(Screening.programme_id == programme)
    return list(session.scalars(query.where(Screening.status != ScreeningStatus.CANCELLED)))
