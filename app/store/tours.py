"""Tours: the cities in order, and the ways between them."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, Text
from sqlalchemy.orm import Mapped, mapped_column

from app.domain.kinds_of_plans import TravelMode
from app.store.base import Base, HasId, choice


class Stop(HasId, Base):
    """A city of a tour and the days one plays there (F37), in the clocks of `zone` (IANA).

    `latitude` and `longitude` are degrees; `host` receives the tour.
    """

    __tablename__ = "stop"

    programme_id: Mapped[int] = mapped_column(ForeignKey("programme.id"), index=True)
    position: Mapped[int] = mapped_column(default=0)
    city_kk: Mapped[str] = mapped_column(default="")
    city_zh: Mapped[str] = mapped_column(default="")
    city_ru: Mapped[str] = mapped_column(default="")
    city_en: Mapped[str] = mapped_column(default="")
    venue_id: Mapped[int | None] = mapped_column(ForeignKey("venue.id"), index=True)
    country: Mapped[str] = mapped_column(default="KZ")
    zone: Mapped[str] = mapped_column(default="Asia/Almaty")
    latitude: Mapped[float | None]
    longitude: Mapped[float | None]
    first_day: Mapped[date]
    last_day: Mapped[date]
    host: Mapped[str] = mapped_column(Text, default="")
    note: Mapped[str] = mapped_column(Text, default="")


class Leg(HasId, Base):
    """The way from one stop to another (F37). Times are naive wall times in the zones of the stops.

    Without times `minutes` is how long it takes. `customs` minutes at the border and for unpacking
    are added before anything carried may be used; `hand_over` minutes are needed between the last show and leaving.
    A leg `apart` carries nothing but `copy_id`, sent by itself. A fold of 1 is the second of two equal hours.
    """

    __tablename__ = "leg"

    programme_id: Mapped[int] = mapped_column(ForeignKey("programme.id"), index=True)
    origin_id: Mapped[int] = mapped_column(ForeignKey("stop.id"), index=True)
    target_id: Mapped[int] = mapped_column(ForeignKey("stop.id"), index=True)
    mode: Mapped[TravelMode] = mapped_column(choice(TravelMode), default=TravelMode.RAIL)
    departs_local: Mapped[datetime | None]
    arrives_local: Mapped[datetime | None]
    minutes: Mapped[int | None]
    customs: Mapped[int] = mapped_column(default=0)
    hand_over: Mapped[int] = mapped_column(default=60)
    carrier: Mapped[str] = mapped_column(Text, default="")
    note: Mapped[str] = mapped_column(Text, default="")
    apart: Mapped[bool] = mapped_column(default=False)
    copy_id: Mapped[int | None] = mapped_column(ForeignKey("copy.id"), index=True)
    departs_fold: Mapped[int] = mapped_column(default=0)
    arrives_fold: Mapped[int] = mapped_column(default=0)
