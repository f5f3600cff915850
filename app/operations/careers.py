"""What one can write down of a work's career: prizes, festivals, sales and figures."""

from typing import Any

from sqlalchemy.orm import Session

from app.domain.kinds import Measure
from app.errors import UserError
from app.operations.records import set_facts
from app.operations.works import FIRST_YEAR, LAST_YEAR, YEAR_WRONG, work_of
from app.store.base import Base
from app.store.careers import Award, FestivalEntry, Figure, Sale
from app.words import N_

EVENT_UNNAMED = N_("Enter which festival or prize it was.")


def add_award(session: Session, work: int, event: str, **facts: Any) -> int:
    """Add a prize or a nomination; its id."""
    return _add(session, Award(work_id=work), event=event, **facts)


def change_award(session: Session, award: int, **facts: Any) -> None:
    """Correct a prize: event, year, prize, result, agent_id, source."""
    _set(session.get_one(Award, award), **facts)


def remove_award(session: Session, award: int) -> None:
    """Take a prize away."""
    session.delete(session.get_one(Award, award))


def add_entry(session: Session, work: int, event: str, **facts: Any) -> int:
    """Add an appearance at a festival of others; its id."""
    return _add(session, FestivalEntry(work_id=work), event=event, **facts)


def change_entry(session: Session, entry: int, **facts: Any) -> None:
    """Correct an appearance: event, year, day, country, city, section, premiere, source."""
    row = session.get_one(FestivalEntry, entry)
    _set(row, **facts)
    if row.day is not None and "day" in facts:
        row.year = row.day.year


def remove_entry(session: Session, entry: int) -> None:
    """Take an appearance away."""
    session.delete(session.get_one(FestivalEntry, entry))


def add_sale(session: Session, work: int, country: str = "CN", **facts: Any) -> int:
    """Add a country the work was sold to; its id."""
    return _add(session, Sale(work_id=work), country=country, **facts)


def change_sale(session: Session, sale: int, **facts: Any) -> None:
    """Correct a sale: country, buyer, year, source."""
    _set(session.get_one(Sale, sale), **facts)


def remove_sale(session: Session, sale: int) -> None:
    """Take a sale away."""
    session.delete(session.get_one(Sale, sale))


def add_figure(session: Session, work: int, measure: Measure = Measure.BOX_OFFICE, value: int = 0, **facts: Any) -> int:
    """Add a figure somebody published; its id. Money, shares and ratings are in hundredths."""
    return _add(session, Figure(work_id=work), measure=measure, value=value, **facts)


def change_figure(session: Session, figure: int, **facts: Any) -> None:
    """Correct a figure: measure, value, currency, territory, day, source.

    A number keeps its worth where the measure changes from whole units to hundredths or back; what is no
    longer money has no currency.
    """
    row = session.get_one(Figure, figure)
    if "measure" in facts and "value" not in facts and row.measure != facts["measure"]:
        before, after = row.measure in IN_HUNDREDTHS, facts["measure"] in IN_HUNDREDTHS
        row.value = row.value // 100 if before and not after else row.value * 100 if after and not before else row.value
        if facts["measure"] not in MONEY:
            row.currency = ""
    _set(row, **facts)


def remove_figure(session: Session, figure: int) -> None:
    """Take a figure away."""
    session.delete(session.get_one(Figure, figure))


MONEY = frozenset({Measure.BOX_OFFICE, Measure.BUDGET})
IN_HUNDREDTHS = MONEY | {Measure.AUDIENCE_SHARE, Measure.RATING}


def _add(session: Session, row: Base, **facts: Any) -> int:
    work_of(session, getattr(row, "work_id"))  # noqa: B009 - the tables share the column, not a class
    _set(row, **facts)
    session.add(row)
    session.flush()
    number: int = getattr(row, "id")  # noqa: B009 - as above
    return number


def _set(row: Base, **facts: Any) -> None:
    if "event" in facts and not facts["event"].strip():
        raise UserError(EVENT_UNNAMED)
    year = facts.get("year")
    if year is not None and not FIRST_YEAR <= year <= LAST_YEAR:
        raise UserError(YEAR_WRONG, first=str(FIRST_YEAR), last=str(LAST_YEAR))
    set_facts(row, **facts)
