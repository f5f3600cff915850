"""What the law of a country and the house ask of a schedule: dated rows, days out of the ordinary, weights."""

from datetime import date

from sqlalchemy import ForeignKey, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.domain.kinds_of_plans import DayKind, LegalKind, TermUnit
from app.store.base import Base, HasFourNames, HasId, choice


class LegalRule(HasId, HasFourNames, Base):
    """A rule of law, or of custom, in one country (R11 to R13, R22), in force from a day to a day (inclusive).

    Which of the columns it uses depends on its kind (see `LegalKind`). `severity` is 1 a wish, 2 a
    warning, 3 an error; `exempt` names uses it does not apply to, `weekdays` days from 1 (Monday) to 7 ('' is
    all), with spaces between. `days` count as `unit` says. `unsure`: a lawyer has not confirmed it; `source`
    says where it stands.
    """

    __tablename__ = "legal_rule"

    kind: Mapped[LegalKind] = mapped_column(choice(LegalKind))
    country: Mapped[str] = mapped_column(default="KZ")
    severity: Mapped[int] = mapped_column(default=2)
    valid_from: Mapped[date | None]
    valid_until: Mapped[date | None]
    mark: Mapped[str] = mapped_column(default="")
    languages: Mapped[str] = mapped_column(default="")
    exempt: Mapped[str] = mapped_column(default="")
    weekdays: Mapped[str] = mapped_column(default="")
    from_minute: Mapped[int | None]
    until_minute: Mapped[int | None]
    days: Mapped[int | None]
    unit: Mapped[TermUnit] = mapped_column(choice(TermUnit), default=TermUnit.CALENDAR)
    source: Mapped[str] = mapped_column(Text, default="")
    unsure: Mapped[bool] = mapped_column(default=False)
    active: Mapped[bool] = mapped_column(default=True)


class SpecialDay(HasId, HasFourNames, Base):
    """A public holiday, a weekend that is worked, a school holiday; with the source of it."""

    __tablename__ = "special_day"

    country: Mapped[str] = mapped_column(index=True)
    day: Mapped[date]
    kind: Mapped[DayKind] = mapped_column(choice(DayKind), default=DayKind.HOLIDAY)
    source: Mapped[str] = mapped_column(Text, default="")
    unsure: Mapped[bool] = mapped_column(default=False)


class RuleSetting(HasId, Base):
    """How seriously a programme takes a rule ("R2"): `severity` 0 off to 3 an error, None as usual.

    `weight` is what it costs the planner to break it, `value` its measure in the unit of the rule; None as usual.
    """

    __tablename__ = "rule_setting"

    programme_id: Mapped[int] = mapped_column(ForeignKey("programme.id"), index=True)
    rule: Mapped[str]
    severity: Mapped[int | None]
    weight: Mapped[int | None]
    value: Mapped[int | None]

    __table_args__ = (UniqueConstraint("programme_id", "rule"), Base.__table_args__)
