"""Venues and their halls."""

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.store.base import Base, HasFourNames, HasId


class Venue(HasId, HasFourNames, Base):
    """A building or site. `zone` is the IANA zone its clocks follow (F38)."""

    __tablename__ = "venue"

    city_kk: Mapped[str] = mapped_column(default="")
    city_zh: Mapped[str] = mapped_column(default="")
    city_ru: Mapped[str] = mapped_column(default="")
    city_en: Mapped[str] = mapped_column(default="")
    country: Mapped[str] = mapped_column(default="KZ")
    zone: Mapped[str] = mapped_column(default="Asia/Almaty")

    halls: Mapped[list["Hall"]] = relationship(cascade="all, delete-orphan", order_by="(Hall.position, Hall.id)")


class Hall(HasId, HasFourNames, Base):
    """A hall. `opens` and `closes` are minutes after midnight of the festival day (closes may pass 1440).

    `turnaround` is the least time between two events, in minutes (R2).
    """

    __tablename__ = "hall"

    venue_id: Mapped[int] = mapped_column(ForeignKey("venue.id"), index=True)
    position: Mapped[int] = mapped_column(default=0)
    seats: Mapped[int | None]
    opens: Mapped[int] = mapped_column(default=9 * 60)
    closes: Mapped[int] = mapped_column(default=24 * 60)
    turnaround: Mapped[int] = mapped_column(default=20)
