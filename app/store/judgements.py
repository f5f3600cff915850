"""What people have judged of the data: titles that only look alike, gaps they live with, checks they do without."""

from sqlalchemy import ForeignKey, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.store.base import Base, HasId


class DistinctPair(HasId, Base):
    """Two works that look like one and are two. `work_id` is the smaller number of both.

    The other has no foreign key: it may go without asking, and numbers are never used twice.
    """

    __tablename__ = "distinct_pair"

    work_id: Mapped[int] = mapped_column(ForeignKey("work.id"), index=True)
    other_id: Mapped[int] = mapped_column(index=True)


class LeftAsItIs(HasId, Base):
    """A finding of the data check somebody chose to live with.

    `about` is what it was about: when that changes, it is judged anew.
    """

    __tablename__ = "left_as_it_is"

    work_id: Mapped[int] = mapped_column(ForeignKey("work.id"), index=True)
    code: Mapped[str]
    about: Mapped[str] = mapped_column(Text, default="")
    reason: Mapped[str] = mapped_column(Text, default="")


class CheckLeftOut(HasId, Base):
    """A check that is not made: for the whole library, or for a programme alone."""

    __tablename__ = "check_left_out"

    programme_id: Mapped[int | None] = mapped_column(ForeignKey("programme.id"), index=True)
    code: Mapped[str]

    __table_args__ = (UniqueConstraint("programme_id", "code"), Base.__table_args__)
