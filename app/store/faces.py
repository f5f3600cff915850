"""What the program derives from the records for finding and listing: rebuilt in the same transaction as they change.

No foreign keys here: a record goes first, what was derived from it right after.
"""

from sqlalchemy import Index, Integer, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from app.store.base import Base


class Face(Base):
    """A work as a reader of one language sees it: title, second line and place in the order of that language."""

    __tablename__ = "face"

    work_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    language: Mapped[str] = mapped_column(String(8), primary_key=True)
    title: Mapped[str] = mapped_column(Text)
    title_language: Mapped[str] = mapped_column(String(8))
    borrowed: Mapped[bool]
    second: Mapped[str] = mapped_column(Text)
    # Keys are compared letter by letter; a server's own collation would put them into another order.
    sort_key: Mapped[str] = mapped_column(Text().with_variant(Text(collation="C"), "postgresql"))

    __table_args__ = (Index(None, "language", "sort_key"), {"sqlite_with_rowid": False})


class Subject(Base):
    """Something that can be found: a work, agent, place or showing with all its folded words, for the word index.

    `id` is that of the record times eight and the place of its kind (see `search_keeping`),
    so that what the index finds need not be looked up here.
    """

    __tablename__ = "subject"

    id: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)
    kind: Mapped[str] = mapped_column(String(8))
    subject_id: Mapped[int]
    words: Mapped[str] = mapped_column(Text)

    __table_args__ = (Index(None, "kind", "subject_id", unique=True),)


class Form(Base):
    """One whole name of a subject in one folded form, for exact and beginning-of-name matches."""

    __tablename__ = "form"

    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    subject_id: Mapped[int] = mapped_column(index=True)
    # Compared letter by letter, the index of a server serves beginnings too.
    text: Mapped[str] = mapped_column(Text().with_variant(Text(collation="C"), "postgresql"), index=True)
