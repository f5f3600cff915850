"""A whole slate read in one go: its titles in the reader's language, what people think of them, and the targets."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import NamedTuple

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.domain import rights as rights_domain
from app.domain import slates
from app.domain.kinds import Premiere, Role, ScreeningStatus, SlateState
from app.domain.kinds_of_plans import AudienceKind, Gender, LinkKind, Occasion, TargetKind
from app.domain.names import FourNames
from app.domain.rights import Standing
from app.domain.slates import Aim, Entry, Frame, Voice
from app.store.agents import Agent, Credit
from app.store.base import four
from app.store.faces import Face
from app.store.parts import faces_of
from app.store.programme_rows import ProgrammeRow, programme_row
from app.store.programmes import EntryGuest, EntryLink, Opinion, Programme, SlateEntry, Strand, Target
from app.store.screenings import Screening
from app.store.work_rows import VersionLine, version_lines, windows
from app.store.works import Work, WorkCountry

COLUMNS = tuple(SlateState)
"""The columns of a slate from left to right."""


class OpinionRow(NamedTuple):
    """What one person thinks of a title: 0 to 10 points or None, a note, and when it was said."""

    id: int
    entry: int
    author: str
    points: int | None
    note: str
    given: datetime


class TieRow(NamedTuple):
    """Two entries that come in order, `entry` first, or must not run at the same time."""

    id: int
    entry: int
    other: int
    kind: LinkKind


class GuestRow(NamedTuple):
    """Somebody who shall be there when a title is shown."""

    id: int
    entry: int
    agent: int


class SectionRow(NamedTuple):
    """A strand with all its facts; `colour` is 1 to 6."""

    id: int
    names: FourNames
    colour: int
    alone: bool
    for_jury: bool


class TargetRow(NamedTuple):
    """A target of the slate."""

    id: int
    kind: TargetKind
    about: str
    strand: int | None
    wanted: int


class EntryRow(NamedTuple):
    """A title of a slate in the reader's language. `minutes` are the film's, None where nobody knows.

    `showings` are planned and `placed` are on the schedule (cancelled ones left out); `points` is the mean of
    the `opinions` that give any; `standing` is of the programme's territory and use.
    """

    id: int
    work: int
    state: SlateState
    title: str
    title_language: str
    borrowed: bool
    second: str
    year: int | None
    minutes: int | None
    countries: tuple[str, ...]
    co_production: bool
    versions: tuple[VersionLine, ...]
    version: int | None
    standing: Standing
    strand: int | None
    rank: int | None
    reason: str
    note: str
    showings: int
    placed: int
    intro: int
    qa: int
    audience_kind: AudienceKind
    occasion: Occasion
    premiere: Premiere
    expected: int | None
    fee: int | None
    women: bool
    points: float | None
    opinions: int

    @property
    def shown_versions(self) -> tuple[VersionLine, ...]:
        """The version chosen, or all there are."""
        chosen = tuple(line for line in self.versions if line.id == self.version)
        return chosen or self.versions

    @property
    def weighed(self) -> Entry:
        """What the balance asks of it."""
        return Entry(
            self.id, self.state, self.minutes or 0, self.countries, self.co_production,
            tuple(Voice(line.id, line.language, line.mode, line.subtitles) for line in self.versions),
            self.version, self.strand, self.year, self.women, self.premiere,
        )  # fmt: skip


class Terms(NamedTuple):
    """What a programme is planned by: languages of its public, policy, prime time in minutes, budget in hundredths."""

    audience: tuple[str, ...]
    policy: tuple[str, ...]
    prime_from: int
    prime_until: int
    budget: int | None
    currency: str


@dataclass(frozen=True)
class Slate:
    """All there is to know of a slate. `entries` are in the order of the columns, then of their places."""

    programme: ProgrammeRow
    terms: Terms
    strands: tuple[SectionRow, ...]
    targets: tuple[TargetRow, ...]
    entries: tuple[EntryRow, ...]
    opinions: Mapping[int, tuple[OpinionRow, ...]]
    ties: tuple[TieRow, ...]
    guests: tuple[GuestRow, ...]

    @cached_property
    def by_id(self) -> Mapping[int, EntryRow]:
        """The entries by their number."""
        return {entry.id: entry for entry in self.entries}

    @cached_property
    def frame(self) -> Frame:
        """What it is measured within."""
        aims = tuple(Aim(row.kind, row.wanted, row.about, row.strand) for row in self.targets)
        return Frame(aims, tuple(row.id for row in self.strands), self.programme.first_day.year)

    @cached_property
    def weighed(self) -> tuple[Entry, ...]:
        """The entries as the balance takes them."""
        return tuple(entry.weighed for entry in self.entries)

    @cached_property
    def balance(self) -> slates.Balance:
        """What it amounts to."""
        return slates.balance(self.weighed, self.frame)

    def column(self, state: SlateState) -> tuple[EntryRow, ...]:
        """The entries of one column, in order."""
        return tuple(entry for entry in self.entries if entry.state is state)


def slate(session: Session, programme: int, language: str, today: date) -> Slate:
    """Read the slate of a programme as a reader of `language` sees it. `UserError` if there is none."""
    row = programme_row(session, programme)
    mine = select(SlateEntry.id).where(SlateEntry.programme_id == programme)
    opinions: dict[int, list[OpinionRow]] = defaultdict(list)
    columns = (Opinion.id, Opinion.entry_id, Opinion.author, Opinion.points, Opinion.note, Opinion.given)
    said = select(*columns).where(Opinion.entry_id.in_(mine)).order_by(Opinion.given, Opinion.id)
    for found in session.execute(said):
        opinions[found[1]].append(OpinionRow(*found))
    ties = session.execute(
        select(EntryLink.id, EntryLink.entry_id, EntryLink.other_id, EntryLink.kind)
        .where(EntryLink.entry_id.in_(mine)).order_by(EntryLink.id)
    )  # fmt: skip
    guests = session.execute(
        select(EntryGuest.id, EntryGuest.entry_id, EntryGuest.agent_id)
        .where(EntryGuest.entry_id.in_(mine)).order_by(EntryGuest.id)
    )  # fmt: skip
    return Slate(
        row, _terms(session, programme), section_rows(session, programme), target_rows(session, programme),
        _entries(session, row, language, today, opinions), {key: tuple(own) for key, own in opinions.items()},
        tuple(TieRow(*tie) for tie in ties), tuple(GuestRow(*guest) for guest in guests),
    )  # fmt: skip


def section_rows(session: Session, programme: int) -> tuple[SectionRow, ...]:
    """The strands of a programme with all their facts, in order."""
    query = select(Strand.__table__).where(Strand.programme_id == programme).order_by(Strand.position, Strand.id)
    return tuple(
        SectionRow(row["id"], four(row), row["colour"], row["alone"], row["for_jury"])
        for row in session.execute(query).mappings()
    )


def target_rows(session: Session, programme: int) -> tuple[TargetRow, ...]:
    """The targets of a programme."""
    columns = (Target.id, Target.kind, Target.about, Target.strand_id, Target.wanted)
    rows = session.execute(select(*columns).where(Target.programme_id == programme).order_by(Target.id))
    return tuple(TargetRow(*row) for row in rows)


def taken_works(session: Session, programme: int) -> frozenset[int]:
    """The works that are in the slate of a programme already."""
    return frozenset(session.scalars(select(SlateEntry.work_id).where(SlateEntry.programme_id == programme)))


def terms(session: Session, programme: int) -> Terms:
    """What a programme is planned by."""
    return _terms(session, programme)


def _terms(session: Session, programme: int) -> Terms:
    row = session.execute(select(Programme.__table__).where(Programme.id == programme)).mappings().one()
    return Terms(
        tuple(row["audience"].split()), tuple(row["policy"].split()), row["prime_from"], row["prime_until"],
        row["budget"], row["currency"],
    )  # fmt: skip


def _entries(
    session: Session, programme: ProgrammeRow, language: str, today: date, opinions: Mapping[int, Sequence[OpinionRow]]
) -> tuple[EntryRow, ...]:
    query = select(SlateEntry.__table__).where(SlateEntry.programme_id == programme.id)
    rows = session.execute(query.order_by(SlateEntry.position, SlateEntry.id)).mappings().all()
    works = [row["work_id"] for row in rows]
    facts = {row.id: row for row in session.execute(
        select(Work.id, Work.year, Work.runtime, Work.co_production).where(Work.id.in_(works))
    )}  # fmt: skip
    faces = _faces(session, works, language)
    versions, allowed = version_lines(session, works), windows(session, works)
    countries, women, placed = _countries(session, works), _women(session, works), _placed(session, programme.id)
    found = []
    for row in rows:
        work, lines = row["work_id"], tuple(versions.get(row["work_id"], ()))
        chosen = next((line.runtime for line in lines if line.id == row["version_id"]), None)
        own = opinions.get(row["id"], ())
        found.append(EntryRow(
            row["id"], work, row["state"], *faces[work], facts[work].year, chosen or facts[work].runtime,
            countries.get(work, ()), facts[work].co_production, lines, row["version_id"],
            rights_domain.status(allowed.get(work, ()), today, programme.territory, programme.use),
            row["strand_id"], row["rank"], row["reason"], row["note"], row["showings"], placed.get(row["id"], 0),
            row["intro"], row["qa"], row["audience_kind"], row["occasion"], row["premiere"], row["expected"],
            row["fee"], work in women, slates.average(one.points for one in own), len(own),
        ))  # fmt: skip
    return tuple(sorted(found, key=lambda entry: COLUMNS.index(entry.state)))


def _faces(session: Session, works: Sequence[int], language: str) -> dict[int, tuple[str, str, bool, str]]:
    query = select(Face.work_id, Face.title, Face.title_language, Face.borrowed, Face.second)
    rows = session.execute(query.where(Face.language == language, Face.work_id.in_(works)))
    found = {row[0]: (row[1], row[2], row[3], row[4]) for row in rows}
    for work, face in faces_of(session, set(works) - found.keys(), language).items():
        found[work] = (face.title, face.language, face.borrowed, face.second)
    return defaultdict(lambda: ("–", language, False, ""), found)


def _countries(session: Session, works: Sequence[int]) -> dict[int, tuple[str, ...]]:
    found: dict[int, tuple[str, ...]] = {}
    query = select(WorkCountry.work_id, WorkCountry.country).where(WorkCountry.work_id.in_(works))
    for work, country in session.execute(query.order_by(WorkCountry.work_id, WorkCountry.position)):
        found[work] = (*found.get(work, ()), country)
    return found


def _women(session: Session, works: Sequence[int]) -> frozenset[int]:
    """The works with a woman among the directors."""
    directed = Credit.role.in_((Role.DIRECTOR, Role.CO_DIRECTOR)) & Credit.version_id.is_(None)
    query = select(Credit.work_id).join(Agent, Agent.id == Credit.agent_id)
    return frozenset(session.scalars(query.where(Credit.work_id.in_(works), directed, Agent.gender == Gender.FEMALE)))


def _placed(session: Session, programme: int) -> dict[int, int]:
    """How many shows of each entry are on the schedule."""
    query = select(Screening.entry_id, func.count()).where(
        Screening.programme_id == programme, Screening.entry_id.is_not(None),
        Screening.status != ScreeningStatus.CANCELLED,
    )  # fmt: skip
    return {entry: shows for entry, shows in session.execute(query.group_by(Screening.entry_id)) if entry is not None}
