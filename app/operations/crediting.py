"""What one can do to credits of a work and of its versions: add, correct, order, take away."""

from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.domain.agents import likely_kind
from app.domain.kinds import Role
from app.errors import UserError
from app.operations import agents
from app.operations.records import set_facts
from app.operations.works import work_of
from app.store.agents import Agent, Credit
from app.store.works import Version
from app.words import N_

OTHER_VERSION = N_("This version belongs to another title.")
CREDITED_ALREADY = N_("This credit is there already.")


def add(  # noqa: PLR0913 - a credit is that many facts
    session: Session, work: int, role: Role, agent: int, *, version: int | None = None, character: str = ""
) -> int:
    """Credit somebody with a role in a work, or in one version of it; the credit's id."""
    work_of(session, work)
    session.get_one(Agent, agent)
    if version is not None and session.get_one(Version, version).work_id != work:
        raise UserError(OTHER_VERSION)
    credit = Credit(work_id=work, version_id=version, agent_id=agent, role=role, character=character.strip())
    _check(session, credit)
    credit.position = _last_place(session, work)
    session.add(credit)
    session.flush()
    return credit.id


def add_named(  # noqa: PLR0913 - as above
    session: Session, work: int, role: Role, text: str, *, version: int | None = None, character: str = ""
) -> int:
    """Enter somebody new by a name, whose language its letters tell, and credit them in the same step."""
    agent = agents.add(session, text, kind=likely_kind(role))
    return add(session, work, role, agent, version=version, character=character)


def change(session: Session, credit: int, **facts: Any) -> None:
    """Correct a credit: role, agent_id, character, version_id."""
    row = session.get_one(Credit, credit)
    set_facts(row, **facts)
    _check(session, row)


def give_to_new(session: Session, credit: int, text: str) -> None:
    """Credit somebody new, entered by a name, in the place of who stood here."""
    row = session.get_one(Credit, credit)
    row.agent_id = agents.add(session, text, kind=likely_kind(row.role))


def move(session: Session, credit: int, place: int) -> None:
    """Put a credit at `place` (0 is first) among those of its work, or of its version."""
    row = session.get_one(Credit, credit)
    query = select(Credit).where(Credit.work_id == row.work_id).order_by(Credit.position, Credit.id)
    everyone = list(session.scalars(query))
    order = [other for other in everyone if other.version_id == row.version_id and other is not row]
    order.insert(max(0, min(place, len(order))), row)
    rest = [other for other in everyone if other.version_id != row.version_id]
    for position, other in enumerate([*order, *rest] if row.version_id is None else [*rest, *order]):
        other.position = position


def remove(session: Session, credit: int) -> None:
    """Take a credit away; whom it named stays in the library."""
    session.delete(session.get_one(Credit, credit))


def _last_place(session: Session, work: int) -> int:
    last = session.scalar(select(func.max(Credit.position)).where(Credit.work_id == work))
    return 0 if last is None else last + 1


def _check(session: Session, credit: Credit) -> None:
    with session.no_autoflush:
        query = select(Credit.id).where(
            Credit.work_id == credit.work_id, Credit.role == credit.role, Credit.agent_id == credit.agent_id,
            Credit.character == credit.character,
            Credit.version_id.is_(None) if credit.version_id is None else Credit.version_id == credit.version_id,
        )  # fmt: skip
        if any(found != credit.id for found in session.scalars(query)):
            raise UserError(CREDITED_ALREADY)
