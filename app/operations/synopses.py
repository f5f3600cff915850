"""What one can do to the synopses of a work: write one, say where it is from, give it other room in print."""

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.domain.kinds import SynopsisKind
from app.errors import UserError
from app.operations.works import work_of
from app.store.synopses import Synopsis
from app.words import N_

MOST_ROOM = 20000
ROOM_WRONG = N_("The room in print must lie between 1 and {most} letters.")


def write(session: Session, work: int, language: str, kind: SynopsisKind, text: str) -> None:
    """State what a work is about in one language and length; '' takes the synopsis away."""
    work_of(session, work)
    row, text = _row(session, work, language, kind), _tidy(text)
    if row is not None and text:
        row.text = text
    elif row is not None:
        session.delete(row)
    elif text:
        last = session.scalar(select(func.max(Synopsis.position)).where(Synopsis.work_id == work))
        place = 0 if last is None else last + 1
        session.add(Synopsis(work_id=work, language=language, kind=kind, text=text, position=place))


def credit(session: Session, work: int, language: str, kind: SynopsisKind, source: str) -> None:
    """Say where a synopsis is from, or who wrote or translated it."""
    row = _row(session, work, language, kind)
    if row is not None:
        row.source = source.strip()


def give_room(session: Session, work: int, language: str, kind: SynopsisKind, letters: int | None) -> None:
    """Say how many letters the print has room for; None is the house's own number."""
    if letters is not None and not 1 <= letters <= MOST_ROOM:
        raise UserError(ROOM_WRONG, most=MOST_ROOM)
    row = _row(session, work, language, kind)
    if row is not None:
        row.print_length = letters


def _row(session: Session, work: int, language: str, kind: SynopsisKind) -> Synopsis | None:
    query = select(Synopsis).where(Synopsis.work_id == work, Synopsis.language == language, Synopsis.kind == kind)
    return session.scalars(query.order_by(Synopsis.position, Synopsis.id)).first()


def _tidy(text: str) -> str:
    """Without empty lines at either end and spaces at the ends of lines; paragraphs stay."""
    return "\n".join(line.rstrip() for line in text.replace("\0", "").splitlines()).strip()
