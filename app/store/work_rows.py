"""The catalogue read by columns: the lines of the list, and what they are made of."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any, NamedTuple, TypeVarTuple

from sqlalchemy import ColumnElement, Select, select, true
from sqlalchemy.orm import InstrumentedAttribute, Session

from app.domain import rights as rights_domain
from app.domain.kinds import Confidence, SpokenMode, WorkKind
from app.domain.names import WorkName
from app.domain.rights import Standing, Window
from app.store.faces import Face
from app.store.rights import Rights
from app.store.works import Name, Subtitle, Version, Work, WorkCountry

Ts = TypeVarTuple("Ts")


class VersionLine(NamedTuple):
    """A language version in a list: spoken language, mode, subtitle languages (all BCP 47)."""

    id: int
    language: str
    mode: SpokenMode
    subtitles: tuple[str, ...]
    runtime: int | None = None


class WorkRow(NamedTuple):
    """One line of the catalogue, in the reader's language."""

    id: int
    title: str
    title_language: str
    borrowed: bool
    second: str
    kind: WorkKind
    year: int | None
    runtime: int | None
    episodes: int | None
    countries: tuple[str, ...]
    versions: tuple[VersionLine, ...]
    standing: Standing
    confidence: Confidence
    unverified: str


def windows(session: Session, works: Sequence[int] | None = None) -> dict[int, tuple[Window, ...]]:
    """The rights windows of works (of all works if None), by work."""
    columns = (
        Rights.work_id, Rights.territory, Rights.use, Rights.version_id, Rights.starts,
        Rights.ends, Rights.not_before, Rights.max_showings, Rights.state,
    )  # fmt: skip
    found: dict[int, list[Window]] = defaultdict(list)
    for row in session.connection().execute(select(*columns).where(among(Rights.work_id, works)).order_by(Rights.id)):
        found[row[0]].append(Window(*row))
    return {work: tuple(rows) for work, rows in found.items()}


def work_rows(session: Session, language: str, ids: Sequence[int], today: date) -> list[WorkRow]:
    """The lines of `ids`, in that order; ids that are gone are left out."""
    versions = version_lines(session, ids)
    allowed = windows(session, ids)
    countries = defaultdict(list)
    for work, country in session.execute(
        select(WorkCountry.work_id, WorkCountry.country)
        .where(WorkCountry.work_id.in_(ids))
        .order_by(WorkCountry.work_id, WorkCountry.position)
    ):
        countries[work].append(country)
    query = (
        select(
            Work.id, Face.title, Face.title_language, Face.borrowed, Face.second, Work.kind, Work.year,
            Work.runtime, Work.episodes, Work.confidence, Work.unverified,
        )
        .join(Face, (Face.work_id == Work.id) & (Face.language == language))
        .where(Work.id.in_(ids))
    )  # fmt: skip
    found = {
        row[0]: WorkRow(
            *row[:9], tuple(countries[row[0]]), tuple(versions.get(row[0], ())),
            rights_domain.status(allowed.get(row[0], ()), today), row[9], row[10],
        )
        for row in session.execute(query)
    }  # fmt: skip
    return [found[work] for work in ids if work in found]


def version_lines(session: Session, works: Iterable[int]) -> dict[int, list[VersionLine]]:
    """The language versions of works with their subtitles, by work, in stored order."""
    works = list(works)
    subtitles = defaultdict(list)
    for version, language in session.connection().execute(
        select(Subtitle.version_id, Subtitle.language)
        .join(Version, Version.id == Subtitle.version_id)
        .where(Version.work_id.in_(works))
        .order_by(Subtitle.version_id, Subtitle.position)
    ):
        subtitles[version].append(language)
    found: dict[int, list[VersionLine]] = defaultdict(list)
    for work, version, language, mode, runtime in session.connection().execute(
        select(Version.work_id, Version.id, Version.language, Version.mode, Version.runtime)
        .where(Version.work_id.in_(works))
        .order_by(Version.work_id, Version.position, Version.id)
    ):
        found[work].append(VersionLine(version, language, mode, tuple(subtitles[version]), runtime))
    return found


def bare(session: Session, query: Select[*Ts]) -> Iterator[tuple[*Ts]]:
    """The rows as the driver gives them, for columns of numbers and text: SQLAlchemy's own take three times as long."""
    with session.connection().execute(query) as result:
        cursor: Any = result.cursor  # that of either driver can be gone through
        yield from cursor


def work_names(session: Session, works: set[int] | None = None) -> dict[int, tuple[WorkName, ...]]:
    """All names of works (of all works if None), in stored order."""
    query = select(Name.work_id, Name.text, Name.language, Name.type, Name.preferred, Name.reading)
    if works is not None:
        query = query.where(Name.work_id.in_(works))
    found: dict[int, list[WorkName]] = defaultdict(list)
    for row in session.connection().execute(query.order_by(Name.work_id, Name.position, Name.id)).all():
        found[row[0]].append(WorkName(*row[1:]))
    return {work: tuple(names) for work, names in found.items()}


def among(column: InstrumentedAttribute[int], works: Sequence[int] | None) -> ColumnElement[bool]:
    """Whether a column holds one of these works, any if None."""
    return true() if works is None else column.in_(works)
