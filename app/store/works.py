"""Works, their names and language versions: the tables of the catalogue."""

from sqlalchemy import ForeignKey, Index, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.domain.kinds import Confidence, Level, NameType, SpokenMode, SubtitleKind, VersionStatus, WorkKind
from app.store.base import Base, HasId, choice


class Work(HasId, Base):
    """A film, series, stage work ... in the sense of EN 15907: what all its versions have in common.

    `runtime` is in minutes, `age_mark` one of 6- 6+ 12+ 14+ 16+ 18+ 21+ or ''.
    `unverified` lists the facts written down from memory, as entered. A season or an episode
    belongs to the work `parent_id` under `number`; the premises of the co-production stand in
    `agreement`; `national_film` tells that a state counts it as its own.
    """

    __tablename__ = "work"

    kind: Mapped[WorkKind] = mapped_column(choice(WorkKind))
    year: Mapped[int | None]
    runtime: Mapped[int | None]
    episodes: Mapped[int | None]
    age_mark: Mapped[str] = mapped_column(default="")
    co_production: Mapped[bool] = mapped_column(default=False)
    confidence: Mapped[Confidence] = mapped_column(choice(Confidence), default=Confidence.HIGH)
    verified: Mapped[str] = mapped_column(Text, default="")
    unverified: Mapped[str] = mapped_column(Text, default="")
    source: Mapped[str] = mapped_column(Text, default="")
    notes: Mapped[str] = mapped_column(Text, default="")
    sample: Mapped[bool] = mapped_column(default=False)
    level: Mapped[Level] = mapped_column(choice(Level), default=Level.WORK)
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("work.id"), index=True)
    number: Mapped[int | None]
    national_film: Mapped[bool] = mapped_column(default=False)
    agreement: Mapped[str] = mapped_column(Text, default="")

    names: Mapped[list["Name"]] = relationship(
        back_populates="work", cascade="all, delete-orphan", order_by="(Name.position, Name.id)"
    )
    countries: Mapped[list["WorkCountry"]] = relationship(
        cascade="all, delete-orphan", order_by="(WorkCountry.position, WorkCountry.id)"
    )
    versions: Mapped[list["Version"]] = relationship(
        back_populates="work", cascade="all, delete-orphan", order_by="(Version.position, Version.id)"
    )

    __table_args__ = (Index(None, "kind"), Index(None, "year"), Base.__table_args__)


class Name(HasId, Base):
    """One name of a work (F2). `language` is BCP 47 with script; `reading` the pinyin of a Han name.

    `reading_auto` tells that nobody has confirmed the reading yet, `auto` that the name itself
    was transliterated by the program and waits for a person; `source` says where it was seen.
    """

    __tablename__ = "name"

    work_id: Mapped[int] = mapped_column(ForeignKey("work.id"), index=True)
    position: Mapped[int] = mapped_column(default=0)
    text: Mapped[str] = mapped_column(Text)
    language: Mapped[str]
    type: Mapped[NameType] = mapped_column(choice(NameType))
    preferred: Mapped[bool] = mapped_column(default=False)
    reading: Mapped[str] = mapped_column(Text, default="")
    reading_auto: Mapped[bool] = mapped_column(default=False)
    auto: Mapped[bool] = mapped_column(default=False)
    source: Mapped[str] = mapped_column(Text, default="")

    work: Mapped[Work] = relationship(back_populates="names")


class WorkCountry(HasId, Base):
    """A producing country (ISO 3166 code; SU for films of the former Union), with its share in per cent."""

    __tablename__ = "work_country"

    work_id: Mapped[int] = mapped_column(ForeignKey("work.id"), index=True)
    position: Mapped[int] = mapped_column(default=0)
    country: Mapped[str] = mapped_column(index=True)
    role: Mapped[str] = mapped_column(default="")
    share: Mapped[int | None]


class Version(HasId, Base):
    """A language version (EN 15907 variant; F4). `runtime` in minutes if it differs from the work's.

    `access`: what it has for those who hear or see little (captions, audio_description, sign_language), with
    spaces between.
    """

    __tablename__ = "version"

    work_id: Mapped[int] = mapped_column(ForeignKey("work.id"), index=True)
    position: Mapped[int] = mapped_column(default=0)
    language: Mapped[str]
    mode: Mapped[SpokenMode] = mapped_column(choice(SpokenMode))
    status: Mapped[VersionStatus] = mapped_column(choice(VersionStatus), default=VersionStatus.DELIVERED)
    runtime: Mapped[int | None]
    year: Mapped[int | None]
    studio: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(Text, default="")
    place: Mapped[str] = mapped_column(default="")
    access: Mapped[str] = mapped_column(default="")

    work: Mapped[Work] = relationship(back_populates="versions")
    subtitles: Mapped[list["Subtitle"]] = relationship(
        cascade="all, delete-orphan", order_by="(Subtitle.position, Subtitle.id)"
    )


class Subtitle(HasId, Base):
    """Subtitles of a version in one language."""

    __tablename__ = "subtitle"

    version_id: Mapped[int] = mapped_column(ForeignKey("version.id"), index=True)
    position: Mapped[int] = mapped_column(default=0)
    language: Mapped[str]
    kind: Mapped[SubtitleKind] = mapped_column(choice(SubtitleKind), default=SubtitleKind.IN_PACKAGE)
