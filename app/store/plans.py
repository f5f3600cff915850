"""Plans kept beside the one in force: other ways to do it, and what was given out."""

from datetime import datetime

from sqlalchemy import ForeignKey, Text
from sqlalchemy.orm import Mapped, mapped_column

from app.domain.kinds_of_plans import PlanKind
from app.store.base import Base, HasId, Instant, choice


class KeptPlan(HasId, Base):
    """A schedule as it was at one moment (F33): an alternative, or a release with its number.

    `content` is JSON: every event with its place, parts and names in four languages, readable even
    when halls and titles are long gone (see `kept_plans`).
    """

    __tablename__ = "plan"

    programme_id: Mapped[int] = mapped_column(ForeignKey("programme.id"), index=True)
    kind: Mapped[PlanKind] = mapped_column(choice(PlanKind), default=PlanKind.ALTERNATIVE)
    number: Mapped[int] = mapped_column(default=0)
    name: Mapped[str] = mapped_column(Text)
    note: Mapped[str] = mapped_column(Text, default="")
    made: Mapped[datetime] = mapped_column(Instant)
    author: Mapped[str] = mapped_column(Text, default="")
    content: Mapped[str] = mapped_column(Text)
