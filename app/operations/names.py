"""What one can do to several names at once, and to those the program wrote by rule."""

from collections.abc import Sequence

from sqlalchemy.orm import Session

from app.domain.automatic import Own, written
from app.domain.kinds import NameType
from app.errors import UserError
from app.operations import works
from app.store.works import Name, Work
from app.words import N_

NOT_TOLD = N_("Nothing tells how the name is written in this script.")


def add_names(session: Session, work: int, names: Sequence[tuple[str, str]]) -> list[int]:
    """Add names with their tags in one step, as pasted from a list; their ids."""
    return [works.add_name(session, work, text, tag) for text, tag in names]


def add_automatic(session: Session, work: int, tag: str) -> int:
    """Add the name that follows by rule from another one; it waits for a person and follows that one till then."""
    row = works.work_of(session, work)
    offer = written(own_names(row), tag)
    if offer is None:
        raise UserError(NOT_TOLD)
    key = works.add_name(session, work, offer.text, tag, NameType.TRANSLITERATED)
    session.get_one(Name, key).auto = True
    return key


def confirm(session: Session, name: int) -> None:
    """Say of an automatic name, or of the automatic reading of a name, that it is right."""
    row = session.get_one(Name, name)
    row.auto = False
    if row.reading:
        row.reading_auto = False


def own_names(work: Work) -> list[Own]:
    """The names of a work as the rules take them."""
    return [Own(name.text, name.language, name.preferred, name.reading, name.auto) for name in work.names]
