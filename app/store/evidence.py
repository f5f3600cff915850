"""Where facts come from: claims of sources that may contradict each other, and numbers of others for a work (F11)."""

from datetime import date

from sqlalchemy import ForeignKey, Index, Text
from sqlalchemy.orm import Mapped, mapped_column

from app.domain.kinds import Confidence, Scheme
from app.store.base import Base, HasId, choice


class Claim(HasId, Base):
    """What one source says of one fact of a work. The preferred one is the value the work itself has.

    `fact` is the name of the column of the work (year, runtime ...), `value` its value as text.
    """

    __tablename__ = "claim"

    work_id: Mapped[int] = mapped_column(ForeignKey("work.id"))
    fact: Mapped[str]
    value: Mapped[str] = mapped_column(Text)
    source: Mapped[str] = mapped_column(Text, default="")
    confidence: Mapped[Confidence] = mapped_column(choice(Confidence), default=Confidence.MEDIUM)
    preferred: Mapped[bool] = mapped_column(default=False)
    seen: Mapped[date | None]

    __table_args__ = (Index(None, "work_id", "fact"), Base.__table_args__)


class Identifier(HasId, Base):
    """A number under which others know a work, or one version of it."""

    __tablename__ = "identifier"

    work_id: Mapped[int] = mapped_column(ForeignKey("work.id"), index=True)
    version_id: Mapped[int | None] = mapped_column(ForeignKey("version.id"), index=True)
    scheme: Mapped[Scheme] = mapped_column(choice(Scheme))
    value: Mapped[str]

    __table_args__ = (Index(None, "scheme", "value"), Base.__table_args__)
