"""The catalogue read by columns: order, facets and lines of the list."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple, TypeVar, TypeVarTuple

from sqlalchemy import ColumnElement, Select, String, select, true, type_coerce
from sqlalchemy.orm import InstrumentedAttribute, Session

from app.domain import rights as rights_domain
from app.domain.facets import Traits
from app.domain.kinds import Confidence, RightsState, RightsStatus, SpokenMode, WorkKind
from app.domain.names import WorkName, plain
from app.domain.rights import Standing, Window
from app.store.faces import Face
from app.store.programmes import SlateEntry
from app.store.rights import Rights
from app.store.works import Name, Subtitle, Version, Work, WorkCountry

DUBS = (SpokenMode.DUBBED, SpokenMode.VOICE_OVER, SpokenMode.VOICE_OVER_MULTI, SpokenMode.NARRATED, SpokenMode.LIVE)
"""The modes in which a work speaks another language than its own."""

T = TypeVar("T")
Ts = TypeVarTuple("Ts")

_KINDS = {kind.value: kind for kind in WorkKind}
_Terms = tuple[str, date | None, date | None, date | None, str]
"""What a window says to the status of a work: territory, starts, ends, not before, state."""


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


def sorted_ids(session: Session, language: str, *, by: str = "title", descending: bool = False) -> list[int]:
    """All works in the order of a language's titles, or by "year" or "country" and then title."""
    query = select(Face.work_id).where(Face.language == language)
    if by == "year":
        query = query.join(Work, Work.id == Face.work_id).order_by(
            Work.year.is_(None), _way(Work.year, down=descending)
        )
    elif by == "country":
        first = (WorkCountry.work_id == Face.work_id) & (WorkCountry.position == 0)
        query = query.outerjoin(WorkCountry, first).order_by(
            WorkCountry.country.is_(None), _way(WorkCountry.country, down=descending)
        )
    title_down = descending and by == "title"
    return [work for (work,) in _bare(session, query.order_by(_way(Face.sort_key, down=title_down), Face.work_id))]


def _way(
    column: InstrumentedAttribute[int | None] | InstrumentedAttribute[str], *, down: bool
) -> ColumnElement[int | None] | ColumnElement[str]:
    return column.desc() if down else column.asc()


def windows(session: Session, works: Sequence[int] | None = None) -> dict[int, tuple[Window, ...]]:
    """The rights windows of works (of all works if None), by work."""
    columns = (
        Rights.work_id, Rights.territory, Rights.use, Rights.version_id, Rights.starts,
        Rights.ends, Rights.not_before, Rights.max_showings, Rights.state,
    )  # fmt: skip
    found: dict[int, list[Window]] = defaultdict(list)
    for row in session.execute(select(*columns).where(_among(Rights.work_id, works)).order_by(Rights.id)):
        found[row[0]].append(Window(*row))
    return {work: tuple(rows) for work, rows in found.items()}


def traits(session: Session, today: date, works: Sequence[int] | None = None) -> dict[int, Traits]:
    """What the facets need of works (of all if None), by work."""
    country_rows = select(WorkCountry.work_id, WorkCountry.country).where(_among(WorkCountry.work_id, works))
    countries = _grouped(_bare(session, country_rows.order_by(WorkCountry.work_id, WorkCountry.position)))
    dub_rows = select(Version.work_id, Version.language).where(Version.mode.in_(DUBS), _among(Version.work_id, works))
    dubs = _grouped(
        (work, plain(language))
        for work, language in _bare(session, dub_rows.order_by(Version.work_id, Version.position))
    )
    borrowed = select(Face.work_id, Face.language).where(Face.borrowed, _among(Face.work_id, works))
    missing = _grouped(_bare(session, borrowed.order_by(Face.work_id, Face.language)))
    placed = select(SlateEntry.work_id, SlateEntry.programme_id).where(_among(SlateEntry.work_id, works))
    programmes = _grouped(_bare(session, placed.order_by(SlateEntry.id)))
    allowed = _statuses(session, today, works)
    none = rights_domain.status((), today).status
    query = select(Work.id, Work.kind, Work.year, Work.age_mark).where(_among(Work.id, works))
    return {
        work: Traits(
            _KINDS[kind], year, countries.get(work, ()), tuple(dict.fromkeys(dubs.get(work, ()))),
            allowed.get(work, none), age, missing.get(work, ()), programmes.get(work, ()),
        )
        for work, kind, year, age in _bare(session, query)
    }  # fmt: skip


def _bare(session: Session, query: Select[*Ts]) -> list[tuple[*Ts]]:
    """The rows as the driver gives them, for columns of numbers and text: SQLAlchemy's own take three times as long."""
    with session.connection().execute(query) as result:
        assert result.cursor is not None
        return list(result.cursor.fetchall())


def _grouped(rows: Iterable[tuple[int, T]]) -> dict[int, tuple[T, ...]]:
    """The values of each work in the order they come. Works with equal values share them."""
    found: dict[int, tuple[T, ...]] = {}
    shared: dict[tuple[T, ...], tuple[T, ...]] = {}
    for work, value in rows:
        values = (*found.get(work, ()), value)
        found[work] = shared.setdefault(values, values)
    return found


def _statuses(session: Session, today: date, works: Sequence[int] | None) -> dict[int, RightsStatus]:
    """The rights status of the works that have windows; asked of the rule once for windows that read alike."""
    query = select(
        Rights.work_id,
        Rights.territory,
        Rights.starts,
        Rights.ends,
        Rights.not_before,
        type_coerce(Rights.state, String),
    ).where(_among(Rights.work_id, works))
    rows = session.connection().execute(query.order_by(Rights.id))
    known: dict[tuple[_Terms, ...], RightsStatus] = {}
    found = {}
    for work, terms in _grouped((row[0], row[1:]) for row in rows).items():
        status = known.get(terms)
        if status is None:
            own = [
                Window(work, territory, None, None, starts, ends, not_before, None, RightsState(state))
                for territory, starts, ends, not_before, state in terms
            ]
            status = known[terms] = rights_domain.status(own, today).status
        found[work] = status
    return found


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
    for version, language in session.execute(
        select(Subtitle.version_id, Subtitle.language)
        .join(Version, Version.id == Subtitle.version_id)
        .where(Version.work_id.in_(works))
        .order_by(Subtitle.version_id, Subtitle.position)
    ):
        subtitles[version].append(language)
    found: dict[int, list[VersionLine]] = defaultdict(list)
    for work, version, language, mode, runtime in session.execute(
        select(Version.work_id, Version.id, Version.language, Version.mode, Version.runtime)
        .where(Version.work_id.in_(works))
        .order_by(Version.work_id, Version.position, Version.id)
    ):
        found[work].append(VersionLine(version, language, mode, tuple(subtitles[version]), runtime))
    return found


def work_names(session: Session, works: set[int] | None = None) -> dict[int, tuple[WorkName, ...]]:
    """All names of works (of all works if None), in stored order."""
    query = select(Name.work_id, Name.text, Name.language, Name.type, Name.preferred, Name.reading)
    if works is not None:
        query = query.where(Name.work_id.in_(works))
    found: dict[int, list[WorkName]] = defaultdict(list)
    for row in session.connection().execute(query.order_by(Name.work_id, Name.position, Name.id)).all():
        found[row[0]].append(WorkName(*row[1:]))
    return {work: tuple(names) for work, names in found.items()}


def _among(column: InstrumentedAttribute[int], works: Sequence[int] | None) -> ColumnElement[bool]:
    return true() if works is None else column.in_(works)
