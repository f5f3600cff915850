"""People at the shows of a programme: when they are in town, what they do at which event, who is on duty."""

from datetime import datetime

from sqlalchemy import ForeignKey, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.domain.kinds_of_plans import PersonTask
from app.store.base import Base, HasId, Instant, choice


class Stay(HasId, Base):
    """When somebody is in town for a programme; None is open. On a tour `stop_id` says in which town.

    Several stays make several spans; somebody without any may come at any time.
    """

    __tablename__ = "stay"

    programme_id: Mapped[int] = mapped_column(ForeignKey("programme.id"), index=True)
    agent_id: Mapped[int] = mapped_column(ForeignKey("agent.id"), index=True)
    stop_id: Mapped[int | None] = mapped_column(ForeignKey("stop.id"), index=True)
    arrives: Mapped[datetime | None] = mapped_column(Instant)
    leaves: Mapped[datetime | None] = mapped_column(Instant)
    note: Mapped[str] = mapped_column(Text, default="")


class Booking(HasId, Base):
    """Somebody booked for an event (F41). `languages` is an interpreter's pair, as in "zh kk"."""

    __tablename__ = "booking"

    screening_id: Mapped[int] = mapped_column(ForeignKey("screening.id"), index=True)
    agent_id: Mapped[int] = mapped_column(ForeignKey("agent.id"), index=True)
    task: Mapped[PersonTask] = mapped_column(choice(PersonTask), default=PersonTask.GUEST)
    languages: Mapped[str] = mapped_column(default="")

    __table_args__ = (UniqueConstraint("screening_id", "agent_id", "task"), Base.__table_args__)


class Shift(HasId, Base):
    """Somebody of the staff on duty in a venue, or in one hall of it (R23). Moments are UTC."""

    __tablename__ = "shift"

    programme_id: Mapped[int] = mapped_column(ForeignKey("programme.id"), index=True)
    agent_id: Mapped[int] = mapped_column(ForeignKey("agent.id"), index=True)
    venue_id: Mapped[int] = mapped_column(ForeignKey("venue.id"), index=True)
    hall_id: Mapped[int | None] = mapped_column(ForeignKey("hall.id"), index=True)
    starts: Mapped[datetime] = mapped_column(Instant)
    ends: Mapped[datetime] = mapped_column(Instant)
