"""Venues, their halls, and the ways between them."""

from datetime import date

from sqlalchemy import ForeignKey, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.store.base import Base, HasFourNames, HasId


class Venue(HasId, HasFourNames, Base):
    """A building or site. `zone` is the IANA zone its clocks follow (F38).

    `audience` names the languages people there understand ('' for what is usual in the country).
    """

    __tablename__ = "venue"

    city_kk: Mapped[str] = mapped_column(default="")
    city_zh: Mapped[str] = mapped_column(default="")
    city_ru: Mapped[str] = mapped_column(default="")
    city_en: Mapped[str] = mapped_column(default="")
    country: Mapped[str] = mapped_column(default="KZ")
    zone: Mapped[str] = mapped_column(default="Asia/Almaty")
    audience: Mapped[str] = mapped_column(default="")
    address: Mapped[str] = mapped_column(Text, default="")

    halls: Mapped[list["Hall"]] = relationship(cascade="all, delete-orphan", order_by="(Hall.position, Hall.id)")


class Hall(HasId, HasFourNames, Base):
    """A hall. `opens` and `closes` are minutes after midnight of the festival day (closes may pass 1440).

    `turnaround` is the least time between two events, `turnaround_long` that after a Q&A or children, in
    minutes (R2). What it can play (R9) stands as words with spaces between, '' where nobody has
    said: `formats` (values of `CopyFormat`), `frame_rates`, `sounds`, `aspects`; `soft_subtitles`
    tells whether separate or live subtitles can be thrown on. `hour_cost` is in hundredths of `currency`.
    """

    __tablename__ = "hall"

    venue_id: Mapped[int] = mapped_column(ForeignKey("venue.id"), index=True)
    position: Mapped[int] = mapped_column(default=0)
    seats: Mapped[int | None]
    opens: Mapped[int] = mapped_column(default=9 * 60)
    closes: Mapped[int] = mapped_column(default=24 * 60)
    turnaround: Mapped[int] = mapped_column(default=20)
    turnaround_long: Mapped[int | None]
    formats: Mapped[str] = mapped_column(default="")
    frame_rates: Mapped[str] = mapped_column(default="")
    sounds: Mapped[str] = mapped_column(default="")
    aspects: Mapped[str] = mapped_column(default="")
    soft_subtitles: Mapped[bool | None]
    step_free: Mapped[bool | None]
    server: Mapped[str] = mapped_column(Text, default="")
    hour_cost: Mapped[int | None]
    currency: Mapped[str] = mapped_column(default="KZT")


class HallHours(HasId, Base):
    """When a hall is open or rented for a programme on one day (R3); `closed` for not at all that day.

    Minutes after midnight of the festival day, as in `Hall`; several rows make several spans.
    """

    __tablename__ = "hall_hours"

    programme_id: Mapped[int] = mapped_column(ForeignKey("programme.id"), index=True)
    hall_id: Mapped[int] = mapped_column(ForeignKey("hall.id"), index=True)
    day: Mapped[date]
    opens: Mapped[int] = mapped_column(default=9 * 60)
    closes: Mapped[int] = mapped_column(default=24 * 60)
    closed: Mapped[bool] = mapped_column(default=False)


class VenueWay(HasId, Base):
    """How many minutes it takes from one venue to another, either way round, for people and copies (R5, R7)."""

    __tablename__ = "venue_way"

    venue_id: Mapped[int] = mapped_column(ForeignKey("venue.id"), index=True)
    other_venue_id: Mapped[int] = mapped_column(ForeignKey("venue.id"), index=True)
    minutes: Mapped[int]

    __table_args__ = (UniqueConstraint("venue_id", "other_venue_id"), Base.__table_args__)
