"""What one can do to the rights of a work: enter, correct, renew, take away."""

from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from app.domain import windows
from app.domain.kinds import RightsState
from app.errors import UserError
from app.operations.records import set_facts
from app.operations.works import work_of
from app.store.rights import Rights
from app.words import N_

WINDOW_WRONG = N_("The rights cannot end before they begin.")
SHOWINGS_WRONG = N_("The number of showings must lie between 1 and {most}.")
MOST_SHOWINGS = 999


def add(session: Session, work: int, state: RightsState = RightsState.NEGOTIATION, **facts: Any) -> int:
    """Add a licence, agreed or wished; its id."""
    work_of(session, work)
    rights = Rights(work_id=work, state=state)
    set_facts(rights, **facts)
    _check(rights)
    session.add(rights)
    session.flush()
    return rights.id


def change(session: Session, rights: int, **facts: Any) -> None:
    """Correct a licence: state, territory, use, version_id, starts, ends, not_before, max_showings, holder, fee ..."""
    row = session.get_one(Rights, rights)
    set_facts(row, **facts)
    _check(row)


def renew(session: Session, rights: int, today: date) -> int:
    """Add the licence that would follow this one for a year, still to be agreed; its id.

    Holder, use, number of showings and fee are those of the last; its contract and note are not.
    """
    old = session.get_one(Rights, rights)
    starts, ends = windows.renewed(old.starts, old.ends, today)
    return add(
        session, old.work_id, RightsState.NEGOTIATION, version_id=old.version_id, territory=old.territory,
        use=old.use, starts=starts, ends=ends, max_showings=old.max_showings, holder=old.holder, fee=old.fee,
        currency=old.currency,
    )  # fmt: skip


def remove(session: Session, rights: int) -> None:
    """Take a licence away."""
    session.delete(session.get_one(Rights, rights))


def _check(rights: Rights) -> None:
    if rights.starts and rights.ends and rights.ends < rights.starts:
        raise UserError(WINDOW_WRONG)
    if rights.max_showings is not None and not 1 <= rights.max_showings <= MOST_SHOWINGS:
        raise UserError(SHOWINGS_WRONG, most=MOST_SHOWINGS)
