"""People and organisations, the posts they held, and what they did."""

from datetime import date

from sqlalchemy import ForeignKey, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.domain.kinds import AgentKind, AgentNameType, Role
from app.domain.kinds_of_plans import Gender
from app.store.base import Base, HasId, choice


class Agent(HasId, Base):
    """A person or an organisation (F6)."""

    __tablename__ = "agent"

    kind: Mapped[AgentKind] = mapped_column(choice(AgentKind), default=AgentKind.PERSON)
    notes: Mapped[str] = mapped_column(Text, default="")
    country: Mapped[str] = mapped_column(default="")
    contact: Mapped[str] = mapped_column(Text, default="")
    gender: Mapped[Gender | None] = mapped_column(choice(Gender))

    names: Mapped[list["AgentName"]] = relationship(
        cascade="all, delete-orphan", order_by="(AgentName.position, AgentName.id)"
    )


class AgentName(HasId, Base):
    """One name of an agent in one language and script; aliases follow. `reading` is the pinyin of a Han name."""

    __tablename__ = "agent_name"

    agent_id: Mapped[int] = mapped_column(ForeignKey("agent.id"), index=True)
    position: Mapped[int] = mapped_column(default=0)
    text: Mapped[str] = mapped_column(Text)
    language: Mapped[str]
    type: Mapped[AgentNameType] = mapped_column(choice(AgentNameType), default=AgentNameType.NAME)
    reading: Mapped[str] = mapped_column(Text, default="")


class Post(HasId, Base):
    """An office somebody held, from and to (inclusive days, None is open), in an organisation of the catalogue or not.

    `organisation` is its name as written where the organisation has no record of its own.
    """

    __tablename__ = "post"

    agent_id: Mapped[int] = mapped_column(ForeignKey("agent.id"), index=True)
    organisation_id: Mapped[int | None] = mapped_column(ForeignKey("agent.id"), index=True)
    position: Mapped[int] = mapped_column(default=0)
    title: Mapped[str] = mapped_column(Text)
    organisation: Mapped[str] = mapped_column(Text, default="")
    starts: Mapped[date | None]
    ends: Mapped[date | None]


class Credit(HasId, Base):
    """What an agent did for a work, or for one version of it (dubbing director, voice actor ...)."""

    __tablename__ = "credit"

    work_id: Mapped[int] = mapped_column(ForeignKey("work.id"), index=True)
    version_id: Mapped[int | None] = mapped_column(ForeignKey("version.id"), index=True)
    agent_id: Mapped[int] = mapped_column(ForeignKey("agent.id"), index=True)
    role: Mapped[Role] = mapped_column(choice(Role))
    position: Mapped[int] = mapped_column(default=0)
    character: Mapped[str] = mapped_column(Text, default="")

    agent: Mapped[Agent] = relationship()
