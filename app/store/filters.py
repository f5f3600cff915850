"""What an office keeps of its own ways: saved filters, and what the columns of known files mean."""

from sqlalchemy import Text
from sqlalchemy.orm import Mapped, mapped_column

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
