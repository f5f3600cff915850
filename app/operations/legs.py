"""What one can do to the legs of a tour: add, time and take out. Times are wall times of the two ends."""

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain import calendar
from app.domain.calendar import WallTime
from app.domain.kinds_of_plans import TravelMode
from app.errors import UserError
from app.operations.records import set_facts
from app.operations.screenings import MISSING_HOUR
from app.store.copies import Copy
from app.store.tours import Leg, Stop
from app.words import N_

LONGEST = 60 * 24 * 60
MOST_CUSTOMS = 30 * 24 * 60
SAME_STOP = N_("A leg leads from one city to another.")
BACKWARDS = N_("This leg would arrive before it departs. Each time is local to its own city.")
MINUTES_WRONG = N_("A leg takes between one minute and {days} days.")
CUSTOMS_WRONG = N_("Customs and handover take between 0 and {days} days.")


def add(session: Session, origin: int, target: int, mode: TravelMode = TravelMode.RAIL, **facts: Any) -> int:
    """Add the way from one stop to another; facts: its times and their folds, minutes, customs, hand_over, carrier."""
    here = session.get_one(Stop, origin)
    leg = Leg(
        programme_id=here.programme_id, origin_id=origin, target_id=target, mode=mode, customs=0, hand_over=60,
        departs_fold=0, arrives_fold=0, apart=False,
    )  # fmt: skip
    set_facts(leg, **facts)
    _check(session, leg)
    session.add(leg)
    session.flush()
    return leg.id


def send(  # noqa: PLR0913, PLR0917 - what, from where to where and when
    session: Session, copy: int, origin: int, target: int, departs: datetime | None = None,
    arrives: datetime | None = None, mode: TravelMode = TravelMode.AIR, **facts: Any,
) -> int:  # fmt: skip
    """Send a copy by itself between two stops, in place of any way it was sent there before; aware moments, or none."""
    session.get_one(Copy, copy)
    for name, moment, stop in (("departs", departs, origin), ("arrives", arrives, target)):
        if moment is not None:
            wall = calendar.wall_of(moment, session.get_one(Stop, stop).zone)
            facts |= {f"{name}_local": wall.replace(tzinfo=None, fold=0), f"{name}_fold": wall.fold}
    old = select(Leg).where(Leg.copy_id == copy, Leg.apart, Leg.origin_id == origin, Leg.target_id == target)
    for row in session.scalars(old):
        session.delete(row)
    return add(session, origin, target, mode, apart=True, copy_id=copy, **facts)


def change(session: Session, leg: int, **facts: Any) -> None:
    """Correct a leg. A new length moves the arrival, and so does a departure that would come after it."""
    row = session.get_one(Leg, leg)
    lasted = row.minutes
    for time in ("departs", "arrives"):
        if f"{time}_local" in facts:  # another hour is the first of its kind until somebody says otherwise
            facts.setdefault(f"{time}_fold", 0)
    set_facts(row, **facts)
    if "arrives_local" not in facts and row.departs_local is not None and row.minutes is not None:
        origin, target = session.get_one(Stop, row.origin_id), session.get_one(Stop, row.target_id)
        departs, arrives = _ends(row, origin, target)
        late = departs is not None and arrives is not None and arrives <= departs
        if arrives is not None and departs is not None and (late or row.minutes != lasted):
            arrives = departs + timedelta(minutes=row.minutes)
            wall = calendar.wall_of(arrives, target.zone)
            row.arrives_local, row.arrives_fold = wall.replace(tzinfo=None, fold=0), wall.fold
    _check(session, row)


def remove(session: Session, leg: int) -> None:
    """Take a leg out."""
    session.delete(session.get_one(Leg, leg))


def _check(session: Session, leg: Leg) -> None:
    origin, target = session.get_one(Stop, leg.origin_id), session.get_one(Stop, leg.target_id)
    if origin.id == target.id or origin.programme_id != target.programme_id:
        raise UserError(SAME_STOP)
    departs, arrives = _ends(leg, origin, target)
    if departs is not None and arrives is not None:
        if arrives <= departs:
            raise UserError(BACKWARDS)
        leg.minutes = calendar.minutes_between(departs, arrives)
    if leg.minutes is not None and not 1 <= leg.minutes <= LONGEST:
        raise UserError(MINUTES_WRONG, days=LONGEST // 1440)
    if not (0 <= leg.customs <= MOST_CUSTOMS and 0 <= leg.hand_over <= MOST_CUSTOMS):
        raise UserError(CUSTOMS_WRONG, days=MOST_CUSTOMS // 1440)


def _ends(leg: Leg, origin: Stop, target: Stop) -> tuple[datetime | None, datetime | None]:
    """The moments at which it leaves and arrives."""
    return (
        _moment(leg.departs_local, origin.zone, leg.departs_fold),
        _moment(leg.arrives_local, target.zone, leg.arrives_fold),
    )


def _moment(local: datetime | None, zone: str, fold: int) -> datetime | None:
    """The moment of a wall time. An hour left out when clocks are put forward is refused."""
    if local is None:
        return None
    if calendar.classify(local, zone) is WallTime.MISSING:
        raise UserError(MISSING_HOUR)
    return calendar.utc_of(local, zone, fold=fold)
