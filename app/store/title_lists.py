"""Titles read by columns for lists and tables that leave the house, some thousands at a time."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby
from operator import itemgetter
from typing import Any, TypeVar

from sqlalchemy import String, func, select, type_coerce
from sqlalchemy.orm import Session

from app.domain import rights as rights_domain
from app.domain.kinds import (
    AgentNameType,
    Confidence,
    NameType,
    RightsState,
    Role,
    Scheme,
    SpokenMode,
    SynopsisKind,
    VersionStatus,
    WorkKind,
)  # fmt: skip
from app.domain.names import WorkName, plain
from app.domain.rights import Standing, Window
from app.domain.title_facts import Doer, Licence, NameColumn, Shape, SynopsisText, TitleFacts, VersionFacts, telling
from app.store.agents import AgentName, Credit
from app.store.evidence import Identifier
from app.store.rights import Rights
from app.store.synopses import Synopsis
from app.store.work_rows import among, bare
from app.store.works import Name, Subtitle, Version, Work, WorkCountry

T = TypeVar("T")

CHUNK = 2_000
"""Titles read in one go: a table of any length takes the memory of these."""

_KINDS = {kind.value: kind for kind in WorkKind}
_CONFIDENCES = {one.value: one for one in Confidence}
_MODES = {mode.value: mode for mode in SpokenMode}
_STATUSES = {status.value: status for status in VersionStatus}
_TYPES = {one.value: one for one in NameType}
_ROLES = {role.value: role for role in Role}
_SCHEMES = {scheme.value: scheme for scheme in Scheme}


def chunks(works: Sequence[int]) -> Iterator[Sequence[int]]:
    """The works, so many at a time as are read in one go."""
    return (works[start : start + CHUNK] for start in range(0, len(works), CHUNK))


def title_facts(session: Session, works: Sequence[int], today: date) -> list[TitleFacts]:
    """What a list or table says of these works, in their order; works that are gone are left out."""
    names, versions = list_names(session, works), _versions(session, works)
    countries = _grouped(session, WorkCountry.work_id, WorkCountry.country, works, WorkCountry.position)
    standings = _standings(session, works, today)
    people, identifiers = _people(session, works), _identifiers(session, works)
    synopses = _synopses(session, works)
    none = (rights_domain.status((), today), None)
    columns = (
        Work.id, Work.kind, Work.year, Work.runtime, Work.episodes, Work.age_mark, Work.confidence, Work.unverified,
        Work.source, Work.notes,
    )  # fmt: skip
    found: dict[int, TitleFacts] = {}
    for row in bare(session, select(*columns).where(among(Work.id, works))):
        work, kind, year, runtime, episodes, age, confidence, unverified, source, notes = row
        standing, licence = standings.get(work, none)
        found[work] = TitleFacts(
            work, names.get(work, ()), _KINDS[kind], year, runtime, episodes, age, countries.get(work, ()),
            versions.get(work, ()), standing, _CONFIDENCES[confidence], unverified, source, notes,
            None, people.get(work, ()), identifiers.get(work, ()), synopses.get(work, ()), licence,
        )  # fmt: skip
    return [found[work] for work in works if work in found]


def list_names(session: Session, works: Sequence[int] | None) -> dict[int, tuple[WorkName, ...]]:
    """All names of works, in stored order."""
    query = select(Name.work_id, Name.text, Name.language, Name.type, Name.preferred, Name.reading)
    rows = bare(session, query.where(among(Name.work_id, works)).order_by(Name.work_id, Name.position, Name.id))
    return {
        work: tuple(WorkName(text, tag, _TYPES[kind], bool(preferred), reading)
                    for _work, text, tag, kind, preferred, reading in own)
        for work, own in groupby(rows, itemgetter(0))
    }  # fmt: skip


def table_shape(session: Session, works: Sequence[int] | None) -> Shape:
    """Which columns a table of these works needs, of all works if None."""
    most: Counter[tuple[str, str]] = Counter()
    roles: set[str] = set()
    schemes: set[str] = set()
    synopses: set[tuple[str, str]] = set()
    for some in [None] if works is None else chunks(works):
        names = select(Name.work_id, Name.language, type_coerce(Name.type, String), func.count())
        names = names.where(among(Name.work_id, some)).group_by(Name.work_id, Name.language, Name.type)
        for _work, language, kind, number in bare(session, names):
            most[language, kind] = max(most[language, kind], number)
        made = select(Credit.role, Credit.version_id).where(among(Credit.work_id, some)).distinct()
        roles.update(role for role, version in bare(session, made) if version is None)
        numbers = select(Identifier.scheme, Identifier.work_id).where(among(Identifier.work_id, some)).distinct()
        schemes.update(scheme for scheme, _work in bare(session, numbers))
        told = select(Synopsis.language, Synopsis.kind).where(among(Synopsis.work_id, some)).distinct()
        synopses.update(bare(session, told))
    return Shape(
        tuple(_name_columns(most)),
        frozenset(map(Role, roles)),
        frozenset(map(Scheme, schemes)),
        tuple(sorted(((tag, SynopsisKind(kind)) for tag, kind in synopses), key=_synopsis_place)),
    )


_FIRST = {"kk": 0, "zh": 1, "ru": 2, "en": 3}


def _name_columns(most: Mapping[tuple[str, str], int]) -> Iterator[NameColumn]:
    """A column for each language and type, several where a work has several; originals first, then by language."""
    types = list(NameType)

    def place(key: tuple[str, str]) -> tuple[object, ...]:
        language, kind = key
        head = plain(language)
        original = kind == NameType.ORIGINAL
        return not original, _FIRST.get(head, 4), head, types.index(_TYPES[kind]), len(language), language

    for language, kind in sorted(most, key=place):
        for number in range(1, most[language, kind] + 1):
            yield NameColumn(language, _TYPES[kind], number)


def _synopsis_place(key: tuple[str, SynopsisKind]) -> tuple[object, ...]:
    language, kind = key
    return list(SynopsisKind).index(kind), _FIRST.get(plain(language), 4), language


def _grouped(session: Session, key: Any, value: Any, works: Sequence[int], *order: Any) -> dict[int, tuple[Any, ...]]:
    """One column of a table that belongs to works, by work, in stored order."""
    query = select(key, value).where(among(key, works)).order_by(key, *order)
    return {work: tuple(row[1] for row in own) for work, own in groupby(bare(session, query), itemgetter(0))}


def _versions(session: Session, works: Sequence[int]) -> dict[int, tuple[VersionFacts, ...]]:
    subtitles: dict[int, tuple[str, ...]] = defaultdict(tuple)
    written = select(Subtitle.version_id, Subtitle.language).join(Version, Version.id == Subtitle.version_id)
    written = written.where(among(Version.work_id, works)).order_by(Subtitle.version_id, Subtitle.position)
    for version, own in groupby(bare(session, written), itemgetter(0)):
        subtitles[version] = tuple(language for _version, language in own)
    spoken = select(Version.work_id, Version.id, Version.language, Version.mode, Version.status)
    spoken = spoken.where(among(Version.work_id, works)).order_by(Version.work_id, Version.position, Version.id)
    return {
        work: tuple(VersionFacts(tag, _MODES[mode], subtitles[version], _STATUSES[status])
                    for _work, version, tag, mode, status in own)
        for work, own in groupby(bare(session, spoken), itemgetter(0))
    }  # fmt: skip


Told = tuple[Standing, Licence | None]


def _standings(session: Session, works: Sequence[int], today: date) -> dict[int, Told]:
    """The status of the rights and the licence it comes from; asked of the rule once for windows that read alike."""
    query = select(
        Rights.work_id, Rights.territory, Rights.starts, Rights.ends, Rights.not_before,
        type_coerce(Rights.state, String), Rights.holder,
    )  # fmt: skip
    rows = bare(session, query.where(among(Rights.work_id, works)).order_by(Rights.work_id, Rights.id))
    asked: dict[tuple[object, ...], Told] = {}
    found: dict[int, Told] = {}
    for work, own in groupby(rows, itemgetter(0)):
        terms = tuple(row[1:] for row in own)
        if terms not in asked:
            standing = rights_domain.status([_window(work, *term[:-1]) for term in terms], today)
            asked[terms] = standing, telling([_licence(*term) for term in terms], standing)
        found[work] = asked[terms]
    return found


def _window(work: int, *terms: Any) -> Window:
    territory, starts, ends, not_before, state = terms
    first, last, earliest = _day(starts), _day(ends), _day(not_before)
    return Window(work, territory, None, None, first, last, earliest, None, RightsState(state))


def _licence(*terms: Any) -> Licence:
    territory, starts, ends, _not_before, state, holder = terms
    return Licence(RightsState(state), territory, _day(starts), _day(ends), holder)


def _day(bare_day: date | str | None) -> date | None:
    """A day as the driver gives it: a file holds text."""
    return date.fromisoformat(bare_day) if isinstance(bare_day, str) else bare_day


def _people(session: Session, works: Sequence[int]) -> dict[int, tuple[Doer, ...]]:
    """Who made the works themselves; the people of their versions stand on the cards."""
    query = select(Credit.work_id, Credit.role, Credit.agent_id).where(among(Credit.work_id, works))
    query = query.where(Credit.version_id.is_(None)).order_by(Credit.work_id, Credit.position, Credit.id)
    rows = list(bare(session, query))
    names = agent_names(session, {row[2] for row in rows})
    return {
        work: tuple(Doer(_ROLES[role], names.get(agent, ())) for _work, role, agent in own)
        for work, own in groupby(rows, itemgetter(0))
    }


def agent_names(session: Session, agents: Iterable[int]) -> dict[int, tuple[WorkName, ...]]:
    """All names of people and organisations; the first counts as the one its bearer writes."""
    query = select(AgentName.agent_id, AgentName.text, AgentName.language, AgentName.type, AgentName.reading)
    query = query.where(among(AgentName.agent_id, sorted(agents)))
    rows = bare(session, query.order_by(AgentName.agent_id, AgentName.position, AgentName.id))
    return {
        agent: tuple(
            WorkName(text, tag, NameType.ALTERNATIVE if place else NameType.ORIGINAL,
                     kind == AgentNameType.NAME, reading)
            for place, (_agent, text, tag, kind, reading) in enumerate(own)
        )
        for agent, own in groupby(rows, itemgetter(0))
    }  # fmt: skip


def _identifiers(session: Session, works: Sequence[int]) -> dict[int, tuple[tuple[Scheme, str], ...]]:
    query = select(Identifier.work_id, Identifier.scheme, Identifier.value).where(among(Identifier.work_id, works))
    rows = bare(session, query.order_by(Identifier.work_id, Identifier.id))
    return {
        work: tuple((_SCHEMES[scheme], value) for _work, scheme, value in own)
        for work, own in groupby(rows, itemgetter(0))
    }


def _synopses(session: Session, works: Sequence[int]) -> dict[int, tuple[SynopsisText, ...]]:
    query = select(Synopsis.work_id, Synopsis.language, Synopsis.kind, Synopsis.text)
    query = query.where(among(Synopsis.work_id, works))
    rows = bare(session, query.order_by(Synopsis.work_id, Synopsis.position, Synopsis.id))
    return {
        work: tuple(SynopsisText(tag, SynopsisKind(kind), text) for _work, tag, kind, text in own)
        for work, own in groupby(rows, itemgetter(0))
    }
