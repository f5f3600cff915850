"""Programmes with their halls, strands, slate and targets: the tables."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.domain.kinds import Premiere, ProgrammeKind, SlateState, Use
from app.domain.kinds_of_plans import AudienceKind, LinkKind, Occasion, TargetKind
from app.store.base import Base, HasFourNames, HasId, Instant, choice


class Programme(HasId, HasFourNames, Base):
    """A festival, film week, season, tour or one-off (F22).

    `day_start` is the minute after midnight at which a festival day begins (F28);
    what starts earlier belongs to the evening before. `audience` names the languages its public
    understands, `policy` those in which every show must be followed (tags with spaces between;
    '' for what is usual in the country, and for none). `prime_from` to `prime_until` is prime
    time in minutes after midnight, `budget` is in hundredths of `currency`.
    """

    __tablename__ = "programme"

    kind: Mapped[ProgrammeKind] = mapped_column(choice(ProgrammeKind))
    city_kk: Mapped[str] = mapped_column(default="")
    city_zh: Mapped[str] = mapped_column(default="")
    city_ru: Mapped[str] = mapped_column(default="")
    city_en: Mapped[str] = mapped_column(default="")
    first_day: Mapped[date]
    last_day: Mapped[date]
    day_start: Mapped[int] = mapped_column(default=4 * 60)
    zone: Mapped[str] = mapped_column(default="Asia/Almaty")
    territory: Mapped[str] = mapped_column(default="KZ")
    use: Mapped[Use] = mapped_column(choice(Use), default=Use.FESTIVAL)
    sample: Mapped[bool] = mapped_column(default=False)
    notes: Mapped[str] = mapped_column(Text, default="")
    audience: Mapped[str] = mapped_column(default="")
    policy: Mapped[str] = mapped_column(default="")
    prime_from: Mapped[int] = mapped_column(default=18 * 60)
    prime_until: Mapped[int] = mapped_column(default=21 * 60)
    budget: Mapped[int | None]
    currency: Mapped[str] = mapped_column(default="KZT")

    halls: Mapped[list["ProgrammeHall"]] = relationship(
        cascade="all, delete-orphan", order_by="(ProgrammeHall.position, ProgrammeHall.id)"
    )
    strands: Mapped[list["Strand"]] = relationship(
        cascade="all, delete-orphan", order_by="(Strand.position, Strand.id)"
    )
    entries: Mapped[list["SlateEntry"]] = relationship(
        cascade="all, delete-orphan", order_by="(SlateEntry.position, SlateEntry.id)"
    )


class ProgrammeHall(HasId, Base):
    """A hall the programme plays in, in the order of the board."""

    __tablename__ = "programme_hall"

    programme_id: Mapped[int] = mapped_column(ForeignKey("programme.id"), index=True)
    hall_id: Mapped[int] = mapped_column(ForeignKey("hall.id"), index=True)
    position: Mapped[int] = mapped_column(default=0)

    __table_args__ = (UniqueConstraint("programme_id", "hall_id"), Base.__table_args__)


class Strand(HasId, HasFourNames, Base):
    """A section of a programme. `colour` is 1 to 6: colour and glyph come from the theme.

    `alone`: no two of its shows run at the same time (R16); `for_jury`: jury and press must be able
    to see all of it (R17).
    """

    __tablename__ = "strand"

    programme_id: Mapped[int] = mapped_column(ForeignKey("programme.id"), index=True)
    position: Mapped[int] = mapped_column(default=0)
    colour: Mapped[int] = mapped_column(default=1)
    alone: Mapped[bool] = mapped_column(default=False)
    for_jury: Mapped[bool] = mapped_column(default=False)


class SlateEntry(HasId, Base):
    """A work under discussion for a programme (F23): where it stands, and how often it shall be shown.

    `rank` orders the reserve, 1 first; `reason` tells why it was declined. `expected` is the
    audience expected at a show, `fee` the fee of one show in hundredths of the programme's currency.
    """

    __tablename__ = "slate_entry"

    programme_id: Mapped[int] = mapped_column(ForeignKey("programme.id"), index=True)
    work_id: Mapped[int] = mapped_column(ForeignKey("work.id"), index=True)
    strand_id: Mapped[int | None] = mapped_column(ForeignKey("strand.id"), index=True)
    version_id: Mapped[int | None] = mapped_column(ForeignKey("version.id"), index=True)
    state: Mapped[SlateState] = mapped_column(choice(SlateState))
    position: Mapped[int] = mapped_column(default=0)
    showings: Mapped[int] = mapped_column(default=1)
    intro: Mapped[int] = mapped_column(default=0)
    qa: Mapped[int] = mapped_column(default=0)
    note: Mapped[str] = mapped_column(Text, default="")
    rank: Mapped[int | None]
    reason: Mapped[str] = mapped_column(Text, default="")
    audience_kind: Mapped[AudienceKind] = mapped_column(choice(AudienceKind), default=AudienceKind.PUBLIC)
    occasion: Mapped[Occasion] = mapped_column(choice(Occasion), default=Occasion.NONE)
    premiere: Mapped[Premiere] = mapped_column(choice(Premiere), default=Premiere.NONE)
    expected: Mapped[int | None]
    fee: Mapped[int | None]

    __table_args__ = (UniqueConstraint("programme_id", "work_id"), Base.__table_args__)


class EntryLink(HasId, Base):
    """Two titles of a slate that must come in order, `entry_id` first, or not at the same time (R14, R16)."""

    __tablename__ = "entry_link"

    entry_id: Mapped[int] = mapped_column(ForeignKey("slate_entry.id"), index=True)
    other_id: Mapped[int] = mapped_column(ForeignKey("slate_entry.id"), index=True)
    kind: Mapped[LinkKind] = mapped_column(choice(LinkKind))

    __table_args__ = (UniqueConstraint("entry_id", "other_id", "kind"), Base.__table_args__)


class EntryGuest(HasId, Base):
    """Somebody who shall be there when a title is shown."""

    __tablename__ = "entry_guest"

    entry_id: Mapped[int] = mapped_column(ForeignKey("slate_entry.id"), index=True)
    agent_id: Mapped[int] = mapped_column(ForeignKey("agent.id"), index=True)

    __table_args__ = (UniqueConstraint("entry_id", "agent_id"), Base.__table_args__)


class Opinion(HasId, Base):
    """What one person thinks of a title for a programme (F24): 0 to 10 points, a note, and when."""

    __tablename__ = "opinion"

    entry_id: Mapped[int] = mapped_column(ForeignKey("slate_entry.id"), index=True)
    author: Mapped[str] = mapped_column(Text)
    points: Mapped[int | None]
    note: Mapped[str] = mapped_column(Text, default="")
    given: Mapped[datetime] = mapped_column(Instant)

    __table_args__ = (UniqueConstraint("entry_id", "author"), Base.__table_args__)


class Target(HasId, Base):
    """How much of something a slate shall hold (F25); `about` and `strand_id` say of what (see `TargetKind`)."""

    __tablename__ = "target"

    programme_id: Mapped[int] = mapped_column(ForeignKey("programme.id"), index=True)
    kind: Mapped[TargetKind] = mapped_column(choice(TargetKind))
    about: Mapped[str] = mapped_column(default="")
    strand_id: Mapped[int | None] = mapped_column(ForeignKey("strand.id"), index=True)
    wanted: Mapped[int]
