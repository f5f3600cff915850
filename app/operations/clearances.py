"""What one can do to the age marks of a work abroad, and to its certificates, permits and filings."""

from typing import Any

from sqlalchemy.orm import Session

from app.domain.clearances import KINDS_OF
from app.domain.kinds import ClearanceKind
from app.errors import UserError
from app.operations.records import set_facts
from app.operations.works import work_of
from app.store.clearances import Clearance, Rating
from app.words import N_

ENDS_FIRST = N_("It cannot end before it was granted.")
GRANTED_FIRST = N_("It cannot be granted before it was applied for.")
MARK_EMPTY = N_("An age mark needs at least one letter or figure.")


def add(session: Session, work: int, territory: str = "KZ", **facts: Any) -> int:
    """Add a clearance, of the kind usual in its territory unless one is named; its id."""
    work_of(session, work)
    facts.setdefault("kind", KINDS_OF.get(territory, (ClearanceKind.OTHER,))[0])
    clearance = Clearance(work_id=work, territory=territory)
    set_facts(clearance, **facts)
    _check(clearance)
    session.add(clearance)
    session.flush()
    return clearance.id


def change(session: Session, clearance: int, **facts: Any) -> None:
    """Correct a clearance: territory, kind, state, number, authority, applied, granted, ends, note, version_id."""
    row = session.get_one(Clearance, clearance)
    set_facts(row, **facts)
    _check(row)


def remove(session: Session, clearance: int) -> None:
    """Take a clearance away."""
    session.delete(session.get_one(Clearance, clearance))


def add_rating(session: Session, work: int, territory: str = "CN", mark: str = "–", source: str = "") -> int:
    """Add the age mark of another territory; its id. Kazakhstan's stands in the work itself."""
    work_of(session, work)
    rating = Rating(work_id=work, territory=territory, mark=_mark(mark), source=source.strip())
    session.add(rating)
    session.flush()
    return rating.id


def change_rating(session: Session, rating: int, **facts: Any) -> None:
    """Correct an age mark: territory, mark, source."""
    if "mark" in facts:
        facts["mark"] = _mark(facts["mark"])
    set_facts(session.get_one(Rating, rating), **facts)


def remove_rating(session: Session, rating: int) -> None:
    """Take an age mark away."""
    session.delete(session.get_one(Rating, rating))


def _mark(mark: str) -> str:
    mark = mark.strip()
    if not mark:
        raise UserError(MARK_EMPTY)
    return mark


def _check(clearance: Clearance) -> None:
    if clearance.granted and clearance.ends and clearance.ends < clearance.granted:
        raise UserError(ENDS_FIRST)
    if clearance.applied and clearance.granted and clearance.granted < clearance.applied:
        raise UserError(GRANTED_FIRST)
