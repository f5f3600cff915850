"""Copies of works: what is carried to the hall, with its tracks, keys and way."""

from datetime import date, datetime

from sqlalchemy import BigInteger, ForeignKey, Text
from sqlalchemy.orm import Mapped, mapped_column

from app.domain.kinds import CopyFormat, CustodyKind, TrackKind
from app.store.base import Base, HasId, Instant, choice


class Copy(HasId, Base):
    """A physical or digital item of a version (F9). It can be used from `ready_from` on.

    `digital_name` is the name after the ISDCF convention, `size` bytes, `checksum` as told by its maker.
    """

    __tablename__ = "copy"

    work_id: Mapped[int] = mapped_column(ForeignKey("work.id"), index=True)
    version_id: Mapped[int | None] = mapped_column(ForeignKey("version.id"), index=True)
    name: Mapped[str] = mapped_column(Text)
    format: Mapped[CopyFormat] = mapped_column(choice(CopyFormat), default=CopyFormat.DCP)
    ready_from: Mapped[datetime | None] = mapped_column(Instant)
    place: Mapped[str] = mapped_column(Text, default="")
    note: Mapped[str] = mapped_column(Text, default="")
    owner: Mapped[str] = mapped_column(Text, default="")
    digital_name: Mapped[str] = mapped_column(Text, default="")
    resolution: Mapped[str] = mapped_column(default="")
    aspect: Mapped[str] = mapped_column(default="")
    frame_rate: Mapped[str] = mapped_column(default="")
    sound: Mapped[str] = mapped_column(default="")
    standard: Mapped[str] = mapped_column(default="")
    size: Mapped[int | None] = mapped_column(BigInteger)
    checksum: Mapped[str] = mapped_column(Text, default="")
    encrypted: Mapped[bool] = mapped_column(default=False)


class Track(HasId, Base):
    """One audio or subtitle track of a copy; `detail` is its form (5.1, stereo, burnt in ...)."""

    __tablename__ = "track"

    copy_id: Mapped[int] = mapped_column(ForeignKey("copy.id"), index=True)
    position: Mapped[int] = mapped_column(default=0)
    kind: Mapped[TrackKind] = mapped_column(choice(TrackKind))
    language: Mapped[str]
    detail: Mapped[str] = mapped_column(default="")


class Key(HasId, Base):
    """A key (KDM) that opens an encrypted copy in one hall, or on one `server`, from and to a moment."""

    __tablename__ = "copy_key"

    copy_id: Mapped[int] = mapped_column(ForeignKey("copy.id"), index=True)
    hall_id: Mapped[int | None] = mapped_column(ForeignKey("hall.id"), index=True)
    server: Mapped[str] = mapped_column(Text, default="")
    valid_from: Mapped[datetime | None] = mapped_column(Instant)
    valid_until: Mapped[datetime | None] = mapped_column(Instant)
    note: Mapped[str] = mapped_column(Text, default="")


class Custody(HasId, Base):
    """One link in the chain of custody of a copy: when, what happened, from whom to whom, in what state it was."""

    __tablename__ = "custody"

    copy_id: Mapped[int] = mapped_column(ForeignKey("copy.id"), index=True)
    day: Mapped[date]
    kind: Mapped[CustodyKind] = mapped_column(choice(CustodyKind))
    giver: Mapped[str] = mapped_column(Text, default="")
    receiver: Mapped[str] = mapped_column(Text, default="")
    place: Mapped[str] = mapped_column(Text, default="")
    waybill: Mapped[str] = mapped_column(default="")
    state: Mapped[str] = mapped_column(Text, default="")
