"""Posters, stills and documents of works, and the bytes of files."""

from typing import Any

from sqlalchemy import ForeignKey, LargeBinary, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from app.domain.kinds import AttachmentKind
from app.store.base import Base, HasId, choice


class Attachment(HasId, Base):
    """A file that belongs to a work. Its bytes are the row of `content` with the same digest.

    `name` is the file's own name; `width` and `height` are pixels of a picture. The first
    poster is the one shown.
    """

    __tablename__ = "attachment"

    work_id: Mapped[int] = mapped_column(ForeignKey("work.id"), index=True)
    position: Mapped[int] = mapped_column(default=0)
    kind: Mapped[AttachmentKind] = mapped_column(choice(AttachmentKind))
    name: Mapped[str] = mapped_column(Text)
    media_type: Mapped[str]
    size: Mapped[int]
    width: Mapped[int | None]
    height: Mapped[int | None]
    digest: Mapped[str] = mapped_column(String(64), index=True)
    caption: Mapped[str] = mapped_column(Text, default="")
    credit: Mapped[str] = mapped_column(Text, default="")


class Content(Base):
    """The bytes of a file under their SHA-256, written once and never changed.

    No part of a step: what refers to them comes and goes by undo, they stay. No foreign key
    leads here, so that a step can be taken back in any order.
    """

    __tablename__ = "content"

    digest: Mapped[str] = mapped_column(String(64), primary_key=True)
    data: Mapped[bytes] = mapped_column(LargeBinary)

    __table_args__: Any = {}
