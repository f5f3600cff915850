"""Synopses of works."""

from sqlalchemy import ForeignKey, Text
from sqlalchemy.orm import Mapped, mapped_column

from app.domain.kinds import SynopsisKind
from app.store.base import Base, HasId, choice


class Synopsis(HasId, Base):
    """What a work is about, in one language and one length. `print_length` is the most letters the print has room for.

    A Han character counts two letters, as it takes the room of two.
    """

    __tablename__ = "synopsis"

    work_id: Mapped[int] = mapped_column(ForeignKey("work.id"), index=True)
    position: Mapped[int] = mapped_column(default=0)
    language: Mapped[str]
    kind: Mapped[SynopsisKind] = mapped_column(choice(SynopsisKind), default=SynopsisKind.SHORT)
    text: Mapped[str] = mapped_column(Text)
    print_length: Mapped[int | None]
    source: Mapped[str] = mapped_column(Text, default="")
