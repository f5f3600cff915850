"""How proposed titles become rows: new works with all that hangs on them, and additions to known ones."""

from collections.abc import Iterable, Sequence

from sqlalchemy.orm import Session

from app.domain.chinese import has_han, reading
from app.domain.enrichment import Additions, Difference, KnownTitle, additions
from app.domain.folding import fold, skeleton
from app.domain.kinds import AgentKind, NameType, Role, Scheme, WorkKind
from app.domain.names import plain
from app.domain.proposals import (
    ProposedCredit,
    ProposedName,
    ProposedRights,
    ProposedSynopsis,
    ProposedTitle,
    ProposedVersion,
)  # fmt: skip
from app.domain.scripts import clean_name, guess_language_tag
from app.operations.works import AGE_MARKS, FIRST_YEAR, LAST_YEAR, LONGEST, MOST_EPISODES
from app.store import likenesses
from app.store.agents import Agent, AgentName, Credit
from app.store.base import Base
from app.store.bulk import Many, Pause
from app.store.evidence import Claim, Identifier
from app.store.rights import Rights
from app.store.synopses import Synopsis
from app.store.works import Name, Subtitle, Version, Work, WorkCountry

HOUSES = frozenset(
    {
        Role.PRODUCTION_COMPANY,
        Role.DUBBING_STUDIO,
        Role.DISTRIBUTOR,
        Role.PRINT_SOURCE,
        Role.STUDIO,
        Role.SALES_AGENT,
    }
)
"""Roles that organisations have."""

ORDER: tuple[type[Base], ...] = (
    Work, Name, WorkCountry, Version, Subtitle, Agent, AgentName, Credit, Rights, Synopsis, Identifier, Claim,
)  # fmt: skip
"""Parents first."""


class Titles:
    """Gathers the rows of many titles and writes them table by table. `source` is the name of the file."""

    def __init__(self, session: Session, source: str) -> None:
        self._session, self._source = session, source
        self._rows = {model: Many(session, model) for model in ORDER}
        self._agents: dict[str, int] = {}

    def write(self, pause: Pause | None = None) -> None:
        """Write what was gathered."""
        for model in ORDER:
            self._rows[model].write(pause)

    def meet(self, titles: Iterable[ProposedTitle]) -> None:
        """Look up everybody these titles credit, so that nobody is entered twice."""
        wanted = {_person(credit.name) for title in titles for credit in title.credits} - {"", *self._agents}
        for key, agents in likenesses.agents_called(self._session, wanted).items():
            self._agents.setdefault(key, agents[0])

    def add(self, title: ProposedTitle) -> int:
        """Gather a new work; its id."""
        countries = tuple(dict.fromkeys(title.countries))
        work = self._rows[Work].add(
            kind=title.kind or (WorkKind.SERIES if title.episodes else WorkKind.FEATURE),
            year=_within(title.year, FIRST_YEAR, LAST_YEAR),
            runtime=_within(title.runtime, 1, LONGEST),
            episodes=_within(title.episodes, 1, MOST_EPISODES),
            age_mark=title.age_mark if title.age_mark in AGE_MARKS else "",
            co_production=len(countries) > 1,
            source=title.source or self._source,
            notes=title.notes,
            unverified=title.unverified,
        )
        self._name(work, title.names, (), 0)
        for place, country in enumerate(countries):
            self._rows[WorkCountry].add(work_id=work, position=place, country=country)
        self._versions(work, title.versions, 0)
        self._credits(work, title.credits, 0)
        self._others(work, title.rights, title.synopses, title.identifiers)
        return work

    def enrich(self, known: KnownTitle, title: ProposedTitle) -> Additions:
        """Gather what a file adds to a known work; what was found to add."""
        more = additions(known, title)
        row = self._session.get_one(Work, known.id)
        for fact, value in more.facts:
            setattr(row, fact, value)
        if more.countries and len(more.countries) > 1:
            row.co_production = True
        self._name(known.id, more.names, known.names, len(known.names))
        for place, country in enumerate(dict.fromkeys(more.countries)):
            self._rows[WorkCountry].add(work_id=known.id, position=place, country=country)
        self._versions(known.id, more.versions, len(known.versions))
        self._credits(known.id, more.credits, len(known.credits))
        self._others(known.id, more.rights, more.synopses, more.identifiers)
        for difference in more.differences:
            self._differ(known, difference)
        return more

    def _name(self, work: int, names: Sequence[ProposedName], there: Sequence[tuple[str, str]], position: int) -> None:
        spoken = {plain(language) for _text, language in there}
        for name in names:
            text = clean_name(name.text)
            if not text:
                continue
            language = plain(name.language)
            read = reading(text) if name.language.startswith("zh-Han") else ""
            self._rows[Name].add(
                work_id=work,
                position=position,
                text=text,
                language=name.language,
                type=name.type,
                preferred=language not in spoken and name.type is not NameType.FORMER,
                reading=read,
                reading_auto=bool(read),
                source=self._source if there else "",
            )
            spoken.add(language)
            position += 1

    def _versions(self, work: int, versions: Sequence[ProposedVersion], position: int) -> None:
        for place, told in enumerate(versions, position):
            version = self._rows[Version].add(work_id=work, position=place, language=told.language, mode=told.mode)
            for order, language in enumerate(dict.fromkeys(told.subtitles)):
                self._rows[Subtitle].add(version_id=version, position=order, language=language)

    def _credits(self, work: int, credits_: Sequence[ProposedCredit], position: int) -> None:
        for place, told in enumerate(credits_, position):
            agent = self._agent(told)
            if agent:
                self._rows[Credit].add(work_id=work, agent_id=agent, role=told.role, position=place)

    def _agent(self, told: ProposedCredit) -> int:
        """Whoever has this name, found or entered; 0 for a name without letters."""
        text = clean_name(told.name)
        key = _person(text)
        if not key:
            return 0
        if key not in self._agents:
            kind = AgentKind.ORGANISATION if told.role in HOUSES else AgentKind.PERSON
            agent = self._rows[Agent].add(kind=kind)
            language = guess_language_tag(text)
            read = reading(text) if language.startswith("zh-Han") else ""  # else every search would open the dictionary
            self._rows[AgentName].add(agent_id=agent, text=text, language=language, reading=read)
            self._agents[key] = agent
        return self._agents[key]

    def _others(
        self,
        work: int,
        rights: Sequence[ProposedRights],
        synopses: Sequence[ProposedSynopsis],
        identifiers: Sequence[tuple[str, str]],
    ) -> None:
        for one in rights:
            ends = one.ends if not (one.starts and one.ends and one.ends < one.starts) else None
            self._rows[Rights].add(
                work_id=work, state=one.state, territory=one.territory, starts=one.starts, ends=ends, holder=one.holder
            )
        for place, told in enumerate(synopses):
            self._rows[Synopsis].add(
                work_id=work, position=place, language=told.language, kind=told.kind, text=told.text,
                source=self._source,
            )  # fmt: skip
        for scheme, value in identifiers:
            if scheme in set(Scheme):
                self._rows[Identifier].add(work_id=work, scheme=Scheme(scheme), value=value.strip())

    def _differ(self, known: KnownTitle, difference: Difference) -> None:
        """Two values side by side: the library's stays the preferred one."""
        if not any(fact == difference.fact for fact, _value in known.claims):
            self._rows[Claim].add(
                work_id=known.id, fact=difference.fact, value=difference.there, source=known.source, preferred=True
            )
        self._rows[Claim].add(
            work_id=known.id, fact=difference.fact, value=difference.here, source=self._source, preferred=False
        )


def _person(name: str) -> str:
    """The key of somebody's name: as it is heard, in Chinese as it is spelt."""
    return fold(name) if has_han(name) else skeleton(name)


def _within(value: int | None, first: int, last: int) -> int | None:
    """A number that makes sense, None else; the reading of the file has told about it."""
    return value if value is not None and first <= value <= last else None
