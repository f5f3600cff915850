"""What one can do about how seriously a programme takes the rules."""

from collections.abc import Mapping

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain import measures
from app.domain.surroundings import Setting
from app.domain.weights import Wish
from app.errors import UserError
from app.store.programmes import Programme
from app.store.rulings import RuleSetting
from app.words import N_

RULES = measures.RULES
"""The rules that can be taken more or less seriously."""

WISHES = tuple(wish.value for wish in Wish)
"""What the planner earns points by; a programme changes only the points."""

NO_RULE = N_("There is no rule {rule}.")
WRONG = N_("Choose a number between 0 and {most}.")
WORST, MOST = 3, 1_000_000


def take(  # noqa: PLR0913 - a rule with all that can be said of it
    session: Session, programme: int, rule: str, *, severity: int | None = None, weight: int | None = None,
    value: int | None = None,
) -> None:  # fmt: skip
    """Take a rule as seriously as this: severity 0 off to 3 an error, weight for the planner, value; None as usual."""
    if rule not in RULES and rule not in WISHES:
        raise UserError(NO_RULE, rule=rule)
    for number, most in ((severity, WORST), (weight, MOST), (value, MOST)):
        if number is not None and not 0 <= number <= most:
            raise UserError(WRONG, most=most)
    session.get_one(Programme, programme)
    row = _row(session, programme, rule)
    if severity is None and weight is None and value is None:
        if row is not None:
            session.delete(row)
        return
    if row is None:
        row = RuleSetting(programme_id=programme, rule=rule)
        session.add(row)
    row.severity, row.weight, row.value = severity, weight, value
    session.flush()


def take_all(session: Session, programme: int, settings: Mapping[str, Setting]) -> None:
    """Take all these rules and wishes as they say; a setting of nothing is as usual."""
    for rule, setting in settings.items():
        take(session, programme, rule, severity=setting.severity, weight=setting.weight, value=setting.value)


def set_weight(session: Session, programme: int, rule: str, weight: int | None) -> None:
    """Change what it costs the planner to break a rule, and nothing else of it."""
    row = _row(session, programme, rule)
    take(session, programme, rule, severity=row.severity if row else None, weight=weight,
         value=row.value if row else None)  # fmt: skip


def as_usual(session: Session, programme: int, rule: str | None = None) -> None:
    """Take a rule, or all, as seriously as usual again."""
    query = select(RuleSetting).where(RuleSetting.programme_id == programme)
    for row in session.scalars(query if rule is None else query.where(RuleSetting.rule == rule)):
        session.delete(row)


def _row(session: Session, programme: int, rule: str) -> RuleSetting | None:
    own = (RuleSetting.programme_id == programme, RuleSetting.rule == rule)
    return session.scalars(select(RuleSetting).where(*own)).first()
