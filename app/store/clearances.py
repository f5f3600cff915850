"""Age marks and clearances of works, territory by territory (F8)."""

from datetime import date

from sqlalchemy import ForeignKey, Text
from sqlalchemy.orm import Mapped, mapped_column

from app.domain.kinds import ClearanceKind, ClearanceState
from app.store.base import Base, HasId, choice


class Rating(HasId, Base):
    """The age mark of a work in a territory other than Kazakhstan, whose mark stands in the work itself."""

    __tablename__ = "rating"

    work_id: Mapped[int] = mapped_column(ForeignKey("work.id"), index=True)
    territory: Mapped[str]
    mark: Mapped[str]
    source: Mapped[str] = mapped_column(Text, default="")


class Clearance(HasId, Base):
    """A certificate, permit or filing; days are inclusive, None is open or not known."""

    __tablename__ = "clearance"

    work_id: Mapped[int] = mapped_column(ForeignKey("work.id"), index=True)
    version_id: Mapped[int | None] = mapped_column(ForeignKey("version.id"), index=True)
    territory: Mapped[str] = mapped_column(default="KZ")
    kind: Mapped[ClearanceKind] = mapped_column(choice(ClearanceKind), default=ClearanceKind.CERTIFICATE)
    state: Mapped[ClearanceState] = mapped_column(choice(ClearanceState), default=ClearanceState.NEEDED)
    number: Mapped[str] = mapped_column(default="")
    authority: Mapped[str] = mapped_column(Text, default="")
    applied: Mapped[date | None]
    granted: Mapped[date | None]
    ends: Mapped[date | None]
    note: Mapped[str] = mapped_column(Text, default="")
