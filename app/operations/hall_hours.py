"""What one can do about the hours of a hall on single days of a programme: rented spans, days on which it is closed."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain import calendar
from app.errors import UserError
from app.operations.screenings import zone_of_hall
from app.operations.venues import HOURS_WRONG
from app.store.venues import HallHours
from app.words import N_

LATEST = 2 * calendar.DAY
OUT_OF_DAY = N_("Hours lie between 0:00 and the end of the following day.")
OVERLAP = N_("These hours overlap. Combine them into one span.")


def set_day(session: Session, programme: int, hall: int, day: date, spans: Sequence[tuple[int, int]]) -> None:
    """Say when a hall is open or rented on one day, in minutes after midnight; no span at all closes it."""
    set_days(session, programme, hall, [day], spans)


def set_days(
    session: Session, programme: int, hall: int, days: Sequence[date], spans: Sequence[tuple[int, int]]
) -> None:
    """The same for several days at once."""
    zone_of_hall(session, programme, hall)
    _check(spans)
    for day in days:
        rows = _rows(session, programme, hall, day)
        wanted = [(opens, closes, False) for opens, closes in sorted(spans)] or [(0, calendar.DAY, True)]
        for row, (opens, closes, closed) in zip(rows, wanted, strict=False):
            row.opens, row.closes, row.closed = opens, closes, closed
        for row in rows[len(wanted) :]:
            session.delete(row)
        for opens, closes, closed in wanted[len(rows) :]:
            session.add(HallHours(programme_id=programme, hall_id=hall, day=day, opens=opens, closes=closes,
                                  closed=closed))  # fmt: skip
    session.flush()


def close(session: Session, programme: int, hall: int, day: date) -> None:
    """Say that a hall is closed on one day."""
    set_days(session, programme, hall, [day], ())


def as_usual(session: Session, programme: int, hall: int, day: date) -> None:
    """Let a hall be open at its usual hours again."""
    for row in _rows(session, programme, hall, day):
        session.delete(row)


def _rows(session: Session, programme: int, hall: int, day: date) -> Sequence[HallHours]:
    own = (HallHours.programme_id == programme, HallHours.hall_id == hall, HallHours.day == day)
    return session.scalars(select(HallHours).where(*own).order_by(HallHours.opens, HallHours.id)).all()


def _check(spans: Sequence[tuple[int, int]]) -> None:
    before = 0
    for opens, closes in sorted(spans):
        if closes <= opens:
            raise UserError(HOURS_WRONG)
        if opens < 0 or closes > LATEST:
            raise UserError(OUT_OF_DAY)
        if opens < before:
            raise UserError(OVERLAP)
        before = closes
