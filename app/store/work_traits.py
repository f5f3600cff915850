"""The catalogue as its facets see it: the traits of all works, or of a few, read by columns."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby, islice
from operator import itemgetter
from typing import Any, TypeVar

from sqlalchemy import Select, String, case, select, type_coerce
from sqlalchemy.orm import Session

from app.domain import rights as rights_domain
from app.domain.columns import Columns
from app.domain.kinds import AttachmentKind, RightsState, SpokenMode, WorkKind
from app.domain.names import WORDLESS, plain
from app.domain.rights import Standing, Window
from app.store.attachments import Attachment
from app.store.copies import Copy
from app.store.faces import Face
from app.store.parts import in_catalogue
from app.store.programmes import SlateEntry
from app.store.rights import Rights
from app.store.work_rows import among, bare
from app.store.work_times import times
from app.store.works import Subtitle, Version, Work, WorkCountry

DUBS = frozenset(mode.value for mode in SpokenMode if mode is not SpokenMode.ORIGINAL)
"""The modes in which a work speaks another language than its own."""

T = TypeVar("T")
Some = Sequence[int] | None
"""The works asked about, all if None."""

CHUNK = 2000
"""Rows read in one go."""

_KINDS = {kind.value: kind for kind in WorkKind}
_FACTS = ("kind", "year", "age", "level", "runtime", "unverified")
_Terms = tuple[Any, ...]
"""What a window says to the status of a work: territory, starts, ends, not before, state."""


def columns_for(session: Session, today: date, field: str) -> Columns:
    """What is needed to sort all works by one field: for a list that is sorted before its facets are counted."""
    known = _of_works(session, today, None, [field] if field in _FACTS else [])
    if field == "countries":
        known.fill("countries", (), _countries(session, None))
    elif field == "dubs":
        _versions(session, known, None)
    elif field in ("rights", "ends"):
        _rights(session, known, None)
    elif field in ("added", "changed"):
        fill_times(session, known)
    return known


def columns(session: Session, today: date, works: Some = None, *, timed: bool = False) -> Columns:
    """What the facets need of works, of all if None; with `timed` also when they were added and changed."""
    known = _of_works(session, today, works)
    known.fill("countries", (), _countries(session, works))
    _versions(session, known, works)
    missing = select(Face.work_id, Face.language).where(Face.borrowed, among(Face.work_id, works))
    known.fill("missing", (), _grouped(bare(session, missing.order_by(Face.work_id, Face.language))))
    placed = select(SlateEntry.work_id, SlateEntry.programme_id).where(among(SlateEntry.work_id, works))
    known.fill("programmes", (), _grouped(bare(session, placed.order_by(SlateEntry.work_id, SlateEntry.id))))
    with_copies = select(Copy.work_id).where(among(Copy.work_id, works)).distinct()
    known.fill("copies", False, ((work, True) for (work,) in bare(session, with_copies)))  # noqa: FBT003 - a value
    posters = select(Attachment.work_id).where(Attachment.kind == AttachmentKind.POSTER)
    posters = posters.where(among(Attachment.work_id, works)).distinct()
    known.fill("posters", False, ((work, True) for (work,) in bare(session, posters)))  # noqa: FBT003 - a value
    _rights(session, known, works)
    if timed:
        fill_times(session, known, works)
    else:
        for field in ("added", "changed"):
            known.fill(field, 0, ())
    return known


def fill_times(session: Session, known: Columns, works: Some = None) -> None:
    """Read when the records were added and changed: a look into the whole history, so only when it is asked for."""
    found = times(session, works)
    known.fill("added", 0, ((work, when.added) for work, when in found.items()))
    known.fill("changed", 0, ((work, when.changed) for work, when in found.items()))
    known.timed = True


def _of_works(session: Session, today: date, works: Some, facts: Sequence[str] = _FACTS) -> Columns:
    """The works with those facts that are columns of their own table."""
    doubtful = case((Work.unverified == "", 0), else_=1)
    own = {"age": Work.age_mark, "unverified": doubtful}
    query: Select[Any] = select(Work.id, *(own.get(fact, getattr(Work, fact, None)) for fact in facts))
    known = Columns(today)
    rows = bare(session, query.where(among(Work.id, works), in_catalogue()).order_by(Work.id))
    while some := list(islice(rows, CHUNK)):  # all at once would take twenty megabytes that are never given back
        ids, *told = zip(*some, strict=True)
        known.ids.extend(ids)
        for field, values in zip(facts, told, strict=True):
            read: Any = {"kind": _KINDS.__getitem__, "unverified": bool}.get(field)
            known.column(field).append(values if read is None else map(read, values))
    known.place_again()
    return known


def _countries(session: Session, works: Some) -> Iterator[tuple[int, tuple[str, ...]]]:
    query = select(WorkCountry.work_id, WorkCountry.country).where(among(WorkCountry.work_id, works))
    return _grouped(bare(session, query.order_by(WorkCountry.work_id, WorkCountry.position)))


def _versions(session: Session, known: Columns, works: Some) -> None:
    """Dubs, subtitles, and whether Kazakh is spoken or written in any version."""
    spoken = select(Version.work_id, Version.language, Version.mode).where(among(Version.work_id, works))
    dubs: dict[int, tuple[str, ...]] = {}
    kazakh: set[int] = set()
    plainly: dict[str, str] = {}
    for work, tag, mode in bare(session, spoken.order_by(Version.work_id, Version.position)):
        language = plainly.get(tag) or plainly.setdefault(tag, plain(tag))
        if language == "kk" or language in WORDLESS:
            kazakh.add(work)
        if mode in DUBS:
            dubs[work] = _with(dubs.get(work, ()), language)
    written = select(Version.work_id, Subtitle.language).join(Version, Version.id == Subtitle.version_id)
    written = written.where(among(Version.work_id, works)).order_by(Version.work_id, Subtitle.language)
    subtitles: dict[int, tuple[str, ...]] = {}
    for work, tag in bare(session, written):
        language = plain(tag)
        if language == "kk":
            kazakh.add(work)
        subtitles[work] = _with(subtitles.get(work, ()), language)
    known.fill("dubs", (), dubs.items())
    known.fill("subtitles", (), subtitles.items())
    known.fill("kazakh", False, ((work, True) for work in kazakh))  # noqa: FBT003 - a value


def _with(languages: tuple[str, ...], language: str) -> tuple[str, ...]:
    return languages if language in languages else (*languages, language)


def _day(bare_day: date | str | None) -> date | None:
    """A day as the driver gives it: a file holds text."""
    return date.fromisoformat(bare_day) if isinstance(bare_day, str) else bare_day


def _grouped(rows: Iterable[tuple[int, T]]) -> Iterator[tuple[int, tuple[T, ...]]]:
    """The values of each work in the order they come; rows of one work follow each other."""
    for work, own in groupby(rows, itemgetter(0)):
        yield work, tuple(row[1] for row in own)


def _rights(session: Session, known: Columns, works: Some) -> None:
    """The status of the rights and their end; asked of the rule once for windows that read alike."""
    query = select(
        Rights.work_id,
        Rights.territory,
        Rights.starts,
        Rights.ends,
        Rights.not_before,
        type_coerce(Rights.state, String),
    ).where(among(Rights.work_id, works))
    rows = bare(session, query.order_by(Rights.work_id, Rights.id))
    asked: dict[tuple[_Terms, ...], Standing] = {}
    found: dict[int, Standing] = {}
    for work, terms in _grouped((row[0], row[1:]) for row in rows):
        standing = asked.get(terms)
        if standing is None:
            own = [
                Window(work, where, None, None, _day(starts), _day(ends), _day(not_before), None, RightsState(state))
                for where, starts, ends, not_before, state in terms
            ]
            standing = asked[terms] = rights_domain.status(own, known.day)
        found[work] = standing
    none = rights_domain.status((), known.day).status
    known.fill("rights", none, ((work, standing.status) for work, standing in found.items()))
    until = ((work, standing.until.toordinal() if standing.until else 0) for work, standing in found.items())
    known.fill("ends", 0, until)
