"""Programmes with their halls, strands and slate: the tables."""

from datetime import date

from sqlalchemy import ForeignKey, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.domain.kinds import ProgrammeKind, SlateState, Use
from app.store.base import Base, HasFourNames, HasId, choice


class Programme(HasId, HasFourNames, Base):
    """A festival, film week, season, tour or one-off (F22).

    `day_start` is the minute after midnight at which a festival day begins (F28);
    what starts earlier belongs to the evening before.
    """

    __tablename__ = "programme"

    kind: Mapped[ProgrammeKind] = mapped_column(choice(ProgrammeKind))
    city_kk: Mapped[str] = mapped_column(default="")
    city_zh: Mapped[str] = mapped_column(default="")
    city_ru: Mapped[str] = mapped_column(default="")
    city_en: Mapped[str] = mapped_column(default="")
    first_day: Mapped[date]
    last_day: Mapped[date]
    day_start: Mapped[int] = mapped_column(default=4 * 60)
    zone: Mapped[str] = mapped_column(default="Asia/Almaty")
    territory: Mapped[str] = mapped_column(default="KZ")
    use: Mapped[Use] = mapped_column(choice(Use), default=Use.FESTIVAL)
    sample: Mapped[bool] = mapped_column(default=False)
    notes: Mapped[str] = mapped_column(Text, default="")

    halls: Mapped[list["ProgrammeHall"]] = relationship(
        cascade="all, delete-orphan", order_by="(ProgrammeHall.position, ProgrammeHall.id)"
    )
    strands: Mapped[list["Strand"]] = relationship(
        cascade="all, delete-orphan", order_by="(Strand.position, Strand.id)"
    )
    entries: Mapped[list["SlateEntry"]] = relationship(
        cascade="all, delete-orphan", order_by="(SlateEntry.position, SlateEntry.id)"
    )


class ProgrammeHall(HasId, Base):
    """A hall the programme plays in, in the order of the board."""

    __tablename__ = "programme_hall"

    programme_id: Mapped[int] = mapped_column(ForeignKey("programme.id"), index=True)
    hall_id: Mapped[int] = mapped_column(ForeignKey("hall.id"), index=True)
    position: Mapped[int] = mapped_column(default=0)

    __table_args__ = (UniqueConstraint("programme_id", "hall_id"), Base.__table_args__)


class Strand(HasId, HasFourNames, Base):
    """A section of a programme. `colour` is 1 to 6: colour and glyph come from the theme."""

    __tablename__ = "strand"

    programme_id: Mapped[int] = mapped_column(ForeignKey("programme.id"), index=True)
    position: Mapped[int] = mapped_column(default=0)
    colour: Mapped[int] = mapped_column(default=1)


class SlateEntry(HasId, Base):
    """A work under discussion for a programme (F23): where it stands, and how often it shall be shown."""

    __tablename__ = "slate_entry"

    programme_id: Mapped[int] = mapped_column(ForeignKey("programme.id"), index=True)
    work_id: Mapped[int] = mapped_column(ForeignKey("work.id"), index=True)
    strand_id: Mapped[int | None] = mapped_column(ForeignKey("strand.id"), index=True)
    version_id: Mapped[int | None] = mapped_column(ForeignKey("version.id"), index=True)
    state: Mapped[SlateState] = mapped_column(choice(SlateState))
    position: Mapped[int] = mapped_column(default=0)
    showings: Mapped[int] = mapped_column(default=1)
    intro: Mapped[int] = mapped_column(default=0)
    qa: Mapped[int] = mapped_column(default=0)
    note: Mapped[str] = mapped_column(Text, default="")

    __table_args__ = (UniqueConstraint("programme_id", "work_id"), Base.__table_args__)
