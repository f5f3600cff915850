"""One work with all that hangs on it, as the inspector and the editor show it; and what leads to a work."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain import rights as rights_domain
from app.domain.kinds import (
    Confidence,
    CopyFormat,
    Level,
    NameType,
    RightsState,
    Role,
    ScreeningStatus,
    SlateState,
    SpokenMode,
    Use,
    VersionStatus,
    WorkKind,
)  # fmt: skip
from app.domain.names import FourNames, Shown, WorkName, shown
from app.domain.order import sort_key
from app.domain.rights import Standing, Window
from app.store import history
from app.store.agents import AgentName, Credit
from app.store.base import four
from app.store.belongings import belongings, rows_of
from app.store.copies import Copy
from app.store.faces import Face
from app.store.history import Past
from app.store.parts import face_of
from app.store.programmes import Programme, SlateEntry
from app.store.rights import Rights
from app.store.screenings import Part, Screening
from app.store.venues import Hall, Venue
from app.store.works import Name, Subtitle, Version, Work, WorkCountry


class Facts(NamedTuple):
    """What is true of the work itself; `unverified` lists the facts written down from memory."""

    kind: WorkKind
    year: int | None
    runtime: int | None
    episodes: int | None
    age_mark: str
    co_production: bool
    confidence: Confidence
    verified: str
    unverified: str
    source: str
    notes: str
    sample: bool
    level: Level = Level.WORK
    parent_id: int | None = None
    number: int | None = None
    national_film: bool = False
    agreement: str = ""


class NameLine(NamedTuple):
    """One name; `reading` is the pinyin of a Han name or what another is sorted by, `reading_auto` if unconfirmed.

    `auto` if the program wrote the name by rule and nobody has confirmed it.
    """

    id: int
    text: str
    language: str
    type: NameType
    preferred: bool
    reading: str
    reading_auto: bool
    auto: bool = False
    source: str = ""


class VersionRecord(NamedTuple):
    """A language version; `subtitles` are BCP 47 tags in order, `runtime` minutes if not the work's."""

    id: int
    language: str
    mode: SpokenMode
    status: VersionStatus
    runtime: int | None
    year: int | None
    studio: str
    note: str
    subtitles: tuple[str, ...] = ()


class RightsLine(NamedTuple):
    """One licence; the days are inclusive, None is open."""

    id: int
    version: int | None
    territory: str
    use: Use
    state: RightsState
    starts: date | None
    ends: date | None
    not_before: date | None
    max_showings: int | None
    holder: str
    note: str


class CopyLine(NamedTuple):
    """A copy of the work or of one of its versions."""

    id: int
    version: int | None
    name: str
    format: CopyFormat
    ready_from: datetime | None
    place: str
    note: str


class CreditLine(NamedTuple):
    """What somebody did; `name` as the reader sees it, `original` as its bearer writes it."""

    id: int
    role: Role
    agent: int
    name: str
    original: str
    character: str
    version: int | None


class ShowLine(NamedTuple):
    """A showing: `starts` is the wall time in `zone` at which the film begins."""

    id: int
    programme: int
    programme_names: FourNames
    hall: FourNames
    venue: FourNames
    city: FourNames
    country: str
    starts: datetime
    zone: str
    moment: datetime
    status: ScreeningStatus
    locked: bool
    version: int | None


class SlateLine(NamedTuple):
    """The work's place in the slate of a programme."""

    entry: int
    programme: int
    names: FourNames
    state: SlateState


@dataclass(frozen=True, slots=True)
class WorkRecord:
    """A work as one sees it whole, in the reader's language."""

    id: int
    face: Shown
    facts: Facts
    countries: tuple[str, ...]
    names: tuple[NameLine, ...]
    versions: tuple[VersionRecord, ...]
    rights: tuple[RightsLine, ...]
    copies: tuple[CopyLine, ...]
    credits: tuple[CreditLine, ...]
    shows: tuple[ShowLine, ...]
    slates: tuple[SlateLine, ...]
    standing: Standing

    @property
    def work_names(self) -> tuple[WorkName, ...]:
        """The names as the rules take them."""
        return tuple(WorkName(n.text, n.language, n.type, n.preferred, n.reading) for n in self.names)

    @property
    def windows(self) -> tuple[Window, ...]:
        """The licences as the rules take them."""
        return tuple(_window(self.id, line) for line in self.rights)


def _window(work: int, line: RightsLine) -> Window:
    return Window(
        work, line.territory, line.use, line.version, line.starts, line.ends, line.not_before, line.max_showings,
        line.state,
    )  # fmt: skip


def record(session: Session, work: int, language: str, today: date) -> WorkRecord | None:
    """The whole of one work, or None when it is gone."""
    columns = (getattr(Work, field) for field in Facts._fields)
    facts = session.execute(select(*columns).where(Work.id == work)).mappings().one_or_none()
    if facts is None:
        return None
    names = _names(session, work)
    allowed = _rights(session, work)
    own = [WorkName(n.text, n.language, n.type, n.preferred, n.reading) for n in names]
    countries = select(WorkCountry.country).where(WorkCountry.work_id == work)
    return WorkRecord(
        id=work,
        face=shown(own, language) if own else face_of(session, work, language),
        facts=Facts(**facts),
        countries=tuple(session.scalars(countries.order_by(WorkCountry.position, WorkCountry.id))),
        names=names,
        versions=_versions(session, work),
        rights=allowed,
        copies=_copies(session, work),
        credits=_credits(session, work, language),
        shows=_shows(session, work),
        slates=_slates(session, work),
        standing=rights_domain.status([_window(work, line) for line in allowed], today),
    )


def _names(session: Session, work: int) -> tuple[NameLine, ...]:
    columns = (Name.id, Name.text, Name.language, Name.type, Name.preferred, Name.reading, Name.reading_auto,
               Name.auto, Name.source)  # fmt: skip
    rows = session.execute(select(*columns).where(Name.work_id == work).order_by(Name.position, Name.id))
    return tuple(NameLine(*row) for row in rows)


def _versions(session: Session, work: int) -> tuple[VersionRecord, ...]:
    subtitles: dict[int, list[str]] = defaultdict(list)
    query = select(Subtitle.version_id, Subtitle.language).join(Version, Version.id == Subtitle.version_id)
    for version, language in session.execute(
        query.where(Version.work_id == work).order_by(Subtitle.version_id, Subtitle.position)
    ):
        subtitles[version].append(language)
    columns = (
        Version.id, Version.language, Version.mode, Version.status, Version.runtime, Version.year, Version.studio,
        Version.note,
    )  # fmt: skip
    rows = session.execute(select(*columns).where(Version.work_id == work).order_by(Version.position, Version.id))
    return tuple(VersionRecord(*row, tuple(subtitles[row[0]])) for row in rows)


def _rights(session: Session, work: int) -> tuple[RightsLine, ...]:
    columns = (
        Rights.id, Rights.version_id, Rights.territory, Rights.use, Rights.state, Rights.starts, Rights.ends,
        Rights.not_before, Rights.max_showings, Rights.holder, Rights.note,
    )  # fmt: skip
    rows = session.execute(select(*columns).where(Rights.work_id == work).order_by(Rights.id))
    return tuple(RightsLine(*row) for row in rows)


def _copies(session: Session, work: int) -> tuple[CopyLine, ...]:
    columns = (Copy.id, Copy.version_id, Copy.name, Copy.format, Copy.ready_from, Copy.place, Copy.note)
    rows = session.execute(select(*columns).where(Copy.work_id == work).order_by(Copy.id))
    return tuple(CopyLine(*row) for row in rows)


def _credits(session: Session, work: int, language: str) -> tuple[CreditLine, ...]:
    columns = (Credit.id, Credit.role, Credit.agent_id, Credit.character, Credit.version_id)
    rows = session.execute(select(*columns).where(Credit.work_id == work).order_by(Credit.position, Credit.id)).all()
    names = _agent_names(session, {row.agent_id for row in rows})
    found = []
    for row in rows:
        own = names.get(row.agent_id, ())
        face = shown(own, language)
        original = own[0].text if own else ""
        found.append(CreditLine(row.id, row.role, row.agent_id, face.title, original, row.character, row.version_id))
    return tuple(found)


def _agent_names(session: Session, agents: set[int]) -> dict[int, tuple[WorkName, ...]]:
    query = select(AgentName.agent_id, AgentName.text, AgentName.language).where(AgentName.agent_id.in_(agents))
    found: dict[int, list[WorkName]] = defaultdict(list)
    for agent, text, language in session.execute(query.order_by(AgentName.agent_id, AgentName.position)):
        found[agent].append(WorkName(text, language, NameType.ALTERNATIVE if found[agent] else NameType.ORIGINAL))
    return {agent: tuple(names) for agent, names in found.items()}


def _shows(session: Session, work: int) -> tuple[ShowLine, ...]:
    query = (
        select(
            Screening.id, Screening.programme_id, Screening.starts_local, Screening.zone, Screening.starts,
            Screening.status, Screening.locked, Part.version_id, Venue.country,
            *(getattr(Programme, f"name_{c}").label(f"programme_{c}") for c in FourNames._fields),
            *(getattr(Hall, f"name_{c}").label(f"hall_{c}") for c in FourNames._fields),
            *(getattr(Venue, f"name_{c}").label(f"venue_{c}") for c in FourNames._fields),
            *(getattr(Venue, f"city_{c}").label(f"city_{c}") for c in FourNames._fields),
        )
        .join(Part, Part.screening_id == Screening.id)
        .join(Programme, Programme.id == Screening.programme_id)
        .join(Hall, Hall.id == Screening.hall_id)
        .join(Venue, Venue.id == Hall.venue_id)
        .where(Part.work_id == work)
        .order_by(Screening.starts, Screening.id)
    )  # fmt: skip
    return tuple(
        ShowLine(
            row["id"], row["programme_id"], four(row, "programme_"), four(row, "hall_"), four(row, "venue_"),
            four(row, "city_"), row["country"], row["starts_local"], row["zone"], row["starts"], row["status"],
            row["locked"], row["version_id"],
        )
        for row in session.execute(query).mappings()
    )  # fmt: skip


def _slates(session: Session, work: int) -> tuple[SlateLine, ...]:
    names = [getattr(Programme, f"name_{code}") for code in FourNames._fields]
    query = select(SlateEntry.id, SlateEntry.programme_id, SlateEntry.state, *names)
    query = query.join(Programme, Programme.id == SlateEntry.programme_id).where(SlateEntry.work_id == work)
    rows = session.execute(query.order_by(Programme.first_day.desc(), SlateEntry.id)).mappings()
    return tuple(SlateLine(row["id"], row["programme_id"], four(row), row["state"]) for row in rows)


def past(session: Session, work: int, limit: int = 100) -> list[Past]:
    """What was done to a work and to all that hangs or once hung on it, newest first."""
    rows: dict[str, set[int]] = {"work": {work}}
    for own in belongings():
        rows[own.table] = history.once_of(session, own.table, own.column, rows[own.owner])
    for own, there in rows_of(session, work):
        rows[own.table].update(row.id for row in there)
    return history.of_rows(session, rows, limit)


def works_of_agent(session: Session, agent: int, language: str) -> tuple[str, frozenset[int]]:
    """The name of somebody as the reader sees it, and the works with a credit of theirs."""
    names = _agent_names(session, {agent}).get(agent, ())
    works = session.scalars(select(Credit.work_id).where(Credit.agent_id == agent))
    return shown(names, language).title, frozenset(works)


def first_from(session: Session, language: str, typed: str, among: Sequence[int] | None = None) -> int | None:
    """The first work, in the order of a language's titles, that begins with what was typed or comes after it."""
    query = select(Face.work_id).where(Face.language == language, Face.sort_key >= sort_key(typed, language))
    if among is not None:
        query = query.where(Face.work_id.in_(among))
    return session.scalar(query.order_by(Face.sort_key, Face.work_id).limit(1))
