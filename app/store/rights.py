"""Rights to show a work: windows by territory and use."""

from datetime import date

from sqlalchemy import BigInteger, ForeignKey, Text
from sqlalchemy.orm import Mapped, mapped_column

from app.domain.kinds import RightsState, Use
from app.store.base import Base, HasId, choice


class Rights(HasId, Base):
    """One agreed or wished licence (F7). Dates are inclusive days of the territory; None is open.

    `fee` is in hundredths of `currency` (KZT, CNY, USD ...); `papers` names the contract and where it lies.
    """

    __tablename__ = "rights"

    work_id: Mapped[int] = mapped_column(ForeignKey("work.id"), index=True)
    version_id: Mapped[int | None] = mapped_column(ForeignKey("version.id"), index=True)
    territory: Mapped[str] = mapped_column(default="KZ")
    use: Mapped[Use] = mapped_column(choice(Use), default=Use.FESTIVAL)
    state: Mapped[RightsState] = mapped_column(choice(RightsState))
    starts: Mapped[date | None]
    ends: Mapped[date | None]
    not_before: Mapped[date | None]
    max_showings: Mapped[int | None]
    holder: Mapped[str] = mapped_column(Text, default="")
    note: Mapped[str] = mapped_column(Text, default="")
    fee: Mapped[int | None] = mapped_column(BigInteger)
    currency: Mapped[str] = mapped_column(default="")
    papers: Mapped[str] = mapped_column(Text, default="")
