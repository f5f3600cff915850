"""What became of a work: awards, festivals, sales and figures (F10)."""

from datetime import date

from sqlalchemy import BigInteger, ForeignKey, Text
from sqlalchemy.orm import Mapped, mapped_column

from app.domain.kinds import AwardResult, Measure, Premiere
from app.store.base import Base, HasId, choice


class Award(HasId, Base):
    """A prize or a nomination, of the work or of somebody who made it."""

    __tablename__ = "award"

    work_id: Mapped[int] = mapped_column(ForeignKey("work.id"), index=True)
    agent_id: Mapped[int | None] = mapped_column(ForeignKey("agent.id"), index=True)
    event: Mapped[str] = mapped_column(Text)
    year: Mapped[int | None]
    prize: Mapped[str] = mapped_column(Text, default="")
    result: Mapped[AwardResult] = mapped_column(choice(AwardResult), default=AwardResult.WON)
    source: Mapped[str] = mapped_column(Text, default="")


class FestivalEntry(HasId, Base):
    """An appearance at a festival of others, with section and premiere status."""

    __tablename__ = "festival_entry"

    work_id: Mapped[int] = mapped_column(ForeignKey("work.id"), index=True)
    event: Mapped[str] = mapped_column(Text)
    year: Mapped[int | None]
    day: Mapped[date | None]
    country: Mapped[str] = mapped_column(default="")
    city: Mapped[str] = mapped_column(Text, default="")
    section: Mapped[str] = mapped_column(Text, default="")
    premiere: Mapped[Premiere] = mapped_column(choice(Premiere), default=Premiere.NONE)
    source: Mapped[str] = mapped_column(Text, default="")


class Sale(HasId, Base):
    """A country a work was sold to."""

    __tablename__ = "sale"

    work_id: Mapped[int] = mapped_column(ForeignKey("work.id"), index=True)
    country: Mapped[str]
    buyer: Mapped[str] = mapped_column(Text, default="")
    year: Mapped[int | None]
    source: Mapped[str] = mapped_column(Text, default="")


class Figure(HasId, Base):
    """A number somebody published: `value` in whole units (hundredths for shares, ratings and money).

    `currency` only for money, `day` the day it was true on, `territory` '' for the whole world.
    """

    __tablename__ = "figure"

    work_id: Mapped[int] = mapped_column(ForeignKey("work.id"), index=True)
    measure: Mapped[Measure] = mapped_column(choice(Measure))
    value: Mapped[int] = mapped_column(BigInteger)
    currency: Mapped[str] = mapped_column(default="")
    territory: Mapped[str] = mapped_column(default="")
    day: Mapped[date | None]
    source: Mapped[str] = mapped_column(Text, default="")
