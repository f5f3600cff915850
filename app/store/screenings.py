"""Screenings and their parts: the tables of the schedule."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.domain.kinds import PartKind, ScreeningStatus
from app.domain.kinds_of_plans import AudienceKind, BlockerKind, Occasion
from app.store.base import Base, HasFourNames, HasId, Instant, choice


class Screening(HasId, HasFourNames, Base):
    """One event in one hall. Its four names are used by talks and blocks; films bring their own.

    `starts_local` is the wall time at which the body (first film or talk) begins, in
    `zone`, with `fold` 1 for the second of two equal hours; `starts` is the same moment.
    Introductions before the body start earlier. Wall time is kept when a zone's rule changes.
    `audience_kind`, `expected` (people) and `occasion` are those of its slate entry where they are None.
    """

    __tablename__ = "screening"

    programme_id: Mapped[int] = mapped_column(ForeignKey("programme.id"))
    hall_id: Mapped[int] = mapped_column(ForeignKey("hall.id"), index=True)
    entry_id: Mapped[int | None] = mapped_column(ForeignKey("slate_entry.id"), index=True)
    strand_id: Mapped[int | None] = mapped_column(ForeignKey("strand.id"), index=True)
    starts_local: Mapped[datetime]
    zone: Mapped[str]
    fold: Mapped[int] = mapped_column(default=0)
    starts: Mapped[datetime] = mapped_column(Instant)
    status: Mapped[ScreeningStatus] = mapped_column(choice(ScreeningStatus), default=ScreeningStatus.TENTATIVE)
    locked: Mapped[bool] = mapped_column(default=False)
    note: Mapped[str] = mapped_column(Text, default="")
    audience_kind: Mapped[AudienceKind | None] = mapped_column(choice(AudienceKind))
    expected: Mapped[int | None]
    occasion: Mapped[Occasion | None] = mapped_column(choice(Occasion))

    parts: Mapped[list["Part"]] = relationship(cascade="all, delete-orphan", order_by="(Part.position, Part.id)")

    __table_args__ = (Index(None, "programme_id", "starts"), Base.__table_args__)


class Part(HasId, Base):
    """What an event consists of, in order, with its length in minutes (F27)."""

    __tablename__ = "part"

    screening_id: Mapped[int] = mapped_column(ForeignKey("screening.id"), index=True)
    position: Mapped[int] = mapped_column(default=0)
    kind: Mapped[PartKind] = mapped_column(choice(PartKind))
    minutes: Mapped[int]
    work_id: Mapped[int | None] = mapped_column(ForeignKey("work.id"), index=True)
    version_id: Mapped[int | None] = mapped_column(ForeignKey("version.id"), index=True)
    copy_id: Mapped[int | None] = mapped_column(ForeignKey("copy.id"), index=True)


class Blocker(HasId, HasFourNames, Base):
    """Time in which halls are taken without a show (F29): a break, a rehearsal, a hall let to others.

    `starts_local` is the wall time in `zone`, `starts` the same moment.
    """

    __tablename__ = "blocker"

    programme_id: Mapped[int] = mapped_column(ForeignKey("programme.id"), index=True)
    kind: Mapped[BlockerKind] = mapped_column(choice(BlockerKind), default=BlockerKind.BREAK)
    starts_local: Mapped[datetime]
    zone: Mapped[str]
    fold: Mapped[int] = mapped_column(default=0)
    starts: Mapped[datetime] = mapped_column(Instant)
    minutes: Mapped[int]

    halls: Mapped[list["BlockerHall"]] = relationship(cascade="all, delete-orphan", order_by="BlockerHall.id")


class BlockerHall(HasId, Base):
    """A hall taken by a blocker."""

    __tablename__ = "blocker_hall"

    blocker_id: Mapped[int] = mapped_column(ForeignKey("blocker.id"), index=True)
    hall_id: Mapped[int] = mapped_column(ForeignKey("hall.id"), index=True)

    __table_args__ = (UniqueConstraint("blocker_id", "hall_id"), Base.__table_args__)


class Accepted(HasId, Base):
    """A finding somebody chose to live with, with the reason; `signature` is the finding's stable key."""

    __tablename__ = "accepted"

    programme_id: Mapped[int] = mapped_column(ForeignKey("programme.id"), index=True)
    signature: Mapped[str] = mapped_column(Text)
    reason: Mapped[str] = mapped_column(Text, default="")
