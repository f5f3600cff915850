"""What was given out: the hall and hour of each event in the latest release of a programme (R27)."""

import json
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain import calendar
from app.domain.kinds import ScreeningStatus
from app.domain.kinds_of_plans import PlanKind
from app.store.plans import KeptPlan


def published(session: Session, programme: int) -> dict[int, tuple[int, int]]:
    """From an event to the hall and the minute since the epoch at which it was last given out to begin."""
    query = select(KeptPlan.content).where(KeptPlan.programme_id == programme, KeptPlan.kind == PlanKind.RELEASE)
    content = session.scalar(query.order_by(KeptPlan.number.desc(), KeptPlan.id.desc()).limit(1))
    if content is None:
        return {}
    try:
        return {
            int(event["id"]): (int(event["hall"]), calendar.minute_of(datetime.fromisoformat(event["starts"])))
            for event in json.loads(content)["events"]
            if event.get("status") != ScreeningStatus.CANCELLED
        }
    except (KeyError, TypeError, ValueError):  # a release that cannot be read protects nothing, and hinders nobody
        return {}
