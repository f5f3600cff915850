"""The prizes, festivals, sales and figures of one work, the newest first."""

from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.domain.kinds import AwardResult, Measure, Premiere
from app.store.careers import Award, FestivalEntry, Figure, Sale


class AwardRow(NamedTuple):
    """A prize or a nomination."""

    id: int
    event: str
    year: int | None
    prize: str
    result: AwardResult
    source: str


class FestivalRow(NamedTuple):
    """An appearance at a festival of others."""

    id: int
    event: str
    year: int | None
    day: date | None
    country: str
    city: str
    section: str
    premiere: Premiere
    source: str


class SaleRow(NamedTuple):
    """A country the work was sold to."""

    id: int
    country: str
    buyer: str
    year: int | None
    source: str


class FigureRow(NamedTuple):
    """A figure; money, shares and ratings are in hundredths."""

    id: int
    measure: Measure
    value: int
    currency: str
    territory: str
    day: date | None
    source: str


class Career(NamedTuple):
    """All of it."""

    awards: tuple[AwardRow, ...]
    festivals: tuple[FestivalRow, ...]
    sales: tuple[SaleRow, ...]
    figures: tuple[FigureRow, ...]


def award_rows(session: Session, work: int) -> tuple[AwardRow, ...]:
    """Prizes, the latest year first."""
    return tuple(AwardRow(*row) for row in _rows(session, work, AwardRow, Award, Award.year.desc().nulls_first()))


def festival_rows(session: Session, work: int) -> tuple[FestivalRow, ...]:
    """Festivals, the latest first."""
    order = (FestivalEntry.year.desc().nulls_first(), FestivalEntry.day.desc().nulls_last())
    return tuple(FestivalRow(*row) for row in _rows(session, work, FestivalRow, FestivalEntry, *order))


def sale_rows(session: Session, work: int) -> tuple[SaleRow, ...]:
    """Sales, the latest first."""
    return tuple(SaleRow(*row) for row in _rows(session, work, SaleRow, Sale, Sale.year.desc().nulls_first()))


def figure_rows(session: Session, work: int) -> tuple[FigureRow, ...]:
    """Figures: those of one measure side by side, of each the newest first."""
    rows = [FigureRow(*row) for row in _rows(session, work, FigureRow, Figure, Figure.day.desc().nulls_first())]
    return tuple(sorted(rows, key=lambda row: list(Measure).index(row.measure)))


def career(session: Session, work: int) -> Career:
    """All prizes, festivals, sales and figures of a work."""
    return Career(
        award_rows(session, work), festival_rows(session, work), sale_rows(session, work), figure_rows(session, work)
    )


def career_count(session: Session, work: int) -> int:
    """How many records of a career there are."""
    tables: tuple[Any, ...] = (Award, FestivalEntry, Sale, Figure)
    counts = (select(func.count()).select_from(table).where(table.work_id == work) for table in tables)
    return sum(session.scalar(count) or 0 for count in counts)


def _rows(session: Session, work: int, row: Any, table: Any, *order: Any) -> Any:
    columns = [getattr(table, name) for name in row._fields]
    return session.execute(select(*columns).where(table.work_id == work).order_by(*order, table.id.desc()))
