"""What an office keeps of its own ways: saved filters, and what the columns of known files mean."""

from typing import NamedTuple

from sqlalchemy import Text, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from app.store.base import Base, HasId


class SavedFilter(HasId, Base):
    """A typed query under a name; it finds what fits today."""

    __tablename__ = "saved_filter"

    position: Mapped[int] = mapped_column(default=0)
    name: Mapped[str] = mapped_column(Text)
    query: Mapped[str] = mapped_column(Text)


class KnownFile(HasId, Base):
    """How a kind of file was read the last time: `signature` are its folded headings, `reading` the choices as JSON."""

    __tablename__ = "known_file"

    signature: Mapped[str] = mapped_column(Text, index=True)
    name: Mapped[str] = mapped_column(Text, default="")
    reading: Mapped[str] = mapped_column(Text)


class KeptFilter(NamedTuple):
    """A saved filter as pages take it."""

    id: int
    name: str
    query: str


def saved(session: Session) -> list[KeptFilter]:
    """The saved filters in the order of the office."""
    columns = (SavedFilter.id, SavedFilter.name, SavedFilter.query)
    return [
        KeptFilter(*row) for row in session.execute(select(*columns).order_by(SavedFilter.position, SavedFilter.id))
    ]
