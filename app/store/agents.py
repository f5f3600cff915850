"""People and organisations, and what they did."""

from sqlalchemy import ForeignKey, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.domain.kinds import AgentKind, Role
from app.store.base import Base, HasId, choice


class Agent(HasId, Base):
    """A person or an organisation (F6)."""

    __tablename__ = "agent"

    kind: Mapped[AgentKind] = mapped_column(choice(AgentKind), default=AgentKind.PERSON)
    notes: Mapped[str] = mapped_column(Text, default="")

    names: Mapped[list["AgentName"]] = relationship(
        cascade="all, delete-orphan", order_by="(AgentName.position, AgentName.id)"
    )


class AgentName(HasId, Base):
    """One name of an agent in one language and script; aliases simply follow."""

    __tablename__ = "agent_name"

    agent_id: Mapped[int] = mapped_column(ForeignKey("agent.id"), index=True)
    position: Mapped[int] = mapped_column(default=0)
    text: Mapped[str] = mapped_column(Text)
    language: Mapped[str]


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
