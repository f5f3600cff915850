"""Copies of works: what is carried to the hall."""

from datetime import datetime

from sqlalchemy import ForeignKey, Text
from sqlalchemy.orm import Mapped, mapped_column

from app.domain.kinds import CopyFormat
from app.store.base import Base, HasId, Instant, choice


class Copy(HasId, Base):
    """A physical or digital item of a version (F9). It can be used from `ready_from` on."""

    __tablename__ = "copy"

    work_id: Mapped[int] = mapped_column(ForeignKey("work.id"), index=True)
    version_id: Mapped[int | None] = mapped_column(ForeignKey("version.id"), index=True)
    name: Mapped[str] = mapped_column(Text)
    format: Mapped[CopyFormat] = mapped_column(choice(CopyFormat), default=CopyFormat.DCP)
    ready_from: Mapped[datetime | None] = mapped_column(Instant)
    place: Mapped[str] = mapped_column(Text, default="")
    note: Mapped[str] = mapped_column(Text, default="")
