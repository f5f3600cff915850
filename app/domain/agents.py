"""Rules of people and organisations: which roles stand where, who usually fills them, which post counts in a year."""

from collections.abc import Sequence
from datetime import date
from typing import Protocol, TypeVar

from app.domain.kinds import AgentKind, Role

VERSION_ROLES = (
    Role.DUBBING_DIRECTOR, Role.DUBBING_STUDIO, Role.VOICE_ACTOR, Role.NARRATOR, Role.TRANSLATOR,
    Role.LITERARY_EDITOR, Role.SUBTITLER, Role.EDITOR, Role.INTERPRETER, Role.PRODUCER,
)  # fmt: skip
"""What people do for one language version, the usual ones first."""

WORK_ROLES = (
    Role.DIRECTOR, Role.CO_DIRECTOR, Role.WRITER, Role.BASED_ON, Role.CINEMATOGRAPHER, Role.COMPOSER, Role.EDITOR,
    Role.PRODUCER, Role.CO_PRODUCER, Role.PRODUCTION_COMPANY, Role.STUDIO, Role.CAST, Role.NARRATOR,
    Role.DISTRIBUTOR, Role.SALES_AGENT, Role.PRINT_SOURCE, Role.CURATOR, Role.GUEST, Role.MODERATOR,
    Role.INTERPRETER, Role.TOUR_MANAGER,
)  # fmt: skip
"""What people do for a work, in the order of credits."""

PLAYED = frozenset({Role.CAST, Role.VOICE_ACTOR, Role.NARRATOR})
"""Roles that have a character; of a voice actor it is the one he speaks for."""

_ORGANISED = frozenset({
    Role.PRODUCTION_COMPANY, Role.STUDIO, Role.DUBBING_STUDIO, Role.DISTRIBUTOR, Role.SALES_AGENT, Role.PRINT_SOURCE,
})  # fmt: skip


class Dated(Protocol):
    """A post: from and to, inclusive, None is open."""

    @property
    def starts(self) -> date | None:
        """The first day."""

    @property
    def ends(self) -> date | None:
        """The last day."""


P = TypeVar("P", bound=Dated)


def likely_kind(role: Role) -> AgentKind:
    """Who usually fills a role."""
    return AgentKind.ORGANISATION if role in _ORGANISED else AgentKind.PERSON


def held_in(posts: Sequence[P], year: int) -> list[P]:
    """The posts somebody held at some time of a year: what stands "at the time of" a film of that year."""
    first, last = date(year, 1, 1), date(year, 12, 31)
    return [post for post in posts if (post.starts or first) <= last and (post.ends or last) >= first]
