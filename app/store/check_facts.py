"""The facts the data check goes by, of all titles or a few, read by columns; and what people left as it is."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby
from operator import itemgetter
from typing import Any

from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from app.domain.data_check import CHECKS, check
from app.domain.found import (
    Checked,
    CheckedName,
    CheckedNumber,
    CheckedPaper,
    CheckedText,
    Code,
    Found,
    Plan,
    Show,
    without,
)
from app.domain.kinds import (
    AttachmentKind,
    ClearanceState,
    Level,
    NameType,
    Scheme,
    ScreeningStatus,
    SlateState,
    SynopsisKind,
    Use,
    WorkKind,
)  # fmt: skip
from app.store.attachments import Attachment
from app.store.clearances import Clearance
from app.store.evidence import Identifier
from app.store.judgements import CheckLeftOut, LeftAsItIs
from app.store.programmes import Programme, SlateEntry
from app.store.screenings import Part, Screening
from app.store.synopses import Synopsis
from app.store.work_rows import among, bare, windows
from app.store.works import Name, Subtitle, Version, Work, WorkCountry

_KINDS = {kind.value: kind for kind in WorkKind}
_LEVELS = {level.value: level for level in Level}
_TYPES = {kind.value: kind for kind in NameType}

TELL = 1000
"""Titles after which a job is told how far it is, and may be stopped."""

Some = Sequence[int] | None
Grouped = Mapping[int, tuple[Any, ...]]


def number_of_works(session: Session) -> int:
    """How many titles there are."""
    return session.scalar(select(func.count()).select_from(Work)) or 0


def works_of_programme(session: Session, programme: int) -> list[int]:
    """The titles in the slate or the schedule of a programme."""
    slate = select(SlateEntry.work_id).where(SlateEntry.programme_id == programme)
    shown = select(Part.work_id).join(Screening, Screening.id == Part.screening_id)
    shown = shown.where(Screening.programme_id == programme, Part.work_id.is_not(None))
    return sorted({*session.scalars(slate), *(work for work in session.scalars(shown) if work is not None)})


def facts(session: Session, works: Some = None) -> Iterator[Checked]:
    """The facts of titles, of all if None, in the order of their numbers."""
    known = _Known(session, works)
    query = select(
        Work.id, Work.kind, Work.level, Work.year, Work.runtime, Work.age_mark, Work.co_production, Work.unverified
    )
    for work, kind, level, year, runtime, mark, together, unverified in bare(
        session, query.where(among(Work.id, works)).order_by(Work.id)
    ):
        yield Checked(
            work, _KINDS[kind], _LEVELS[level], year, runtime, mark, bool(together), unverified,
            known.names.get(work, ()), known.countries.get(work, 0), known.untimed.get(work, ()),
            work in known.kazakh, work in known.posters, known.synopses.get(work, ()), known.numbers.get(work, ()),
            known.papers.get(work, ()), known.plans.get(work, ()), known.shows.get(work, ()),
            known.windows.get(work, ()),
        )  # fmt: skip


class _Known:
    """What hangs on the titles, by title."""

    def __init__(self, session: Session, works: Some) -> None:
        self.names = _names(session, works)
        counted = select(WorkCountry.work_id, func.count()).where(among(WorkCountry.work_id, works))
        self.countries = dict(bare(session, counted.group_by(WorkCountry.work_id)))
        untimed = select(Version.work_id, Version.id).where(Version.runtime.is_(None), Version.work_id == Work.id)
        untimed = untimed.where(Work.runtime.is_(None), among(Version.work_id, works))
        self.untimed = _grouped(bare(session, untimed.order_by(Version.work_id, Version.id)), lambda row: row[0])
        self.kazakh = _kazakh(session, works)
        posters = select(Attachment.work_id).where(Attachment.kind == AttachmentKind.POSTER)
        self.posters = {work for (work,) in bare(session, posters.where(among(Attachment.work_id, works)))}
        self.synopses = _synopses(session, works)
        self.numbers = _numbers(session, works)
        self.papers = _papers(session, works)
        self.plans = _plans(session, works)
        self.shows = _shows(session, works)
        planned = sorted({*self.plans, *self.shows})
        self.windows = windows(session, planned) if planned else {}


def _grouped(rows: Iterable[tuple[Any, ...]], made: Any) -> Grouped:
    """The rows of each work, which comes first in them, as `made` makes them; rows of one work follow each other."""
    return {work: tuple(made(row[1:]) for row in own) for work, own in groupby(rows, itemgetter(0))}


def _names(session: Session, works: Some) -> Mapping[int, Sequence[CheckedName]]:
    """The names in the order they were entered: putting 350,000 of them into that of the editor takes half a second."""
    columns = Name.work_id, Name.id, Name.text, Name.language, Name.type, Name.reading, Name.reading_auto, Name.auto
    found: dict[int, list[CheckedName]] = {}
    types = _TYPES
    for work, key, text, language, kind, reading, read, auto in bare(
        session, select(*columns).where(among(Name.work_id, works)).order_by(Name.id)
    ):
        name = CheckedName(key, text, language, types[kind], reading, read, auto)
        if work in found:
            found[work].append(name)
        else:
            found[work] = [name]
    return found


def _kazakh(session: Session, works: Some) -> set[int]:
    """The titles somebody can hear or read in Kazakh, or in which nobody speaks."""
    spoken = select(Version.work_id).where(_in_kazakh(Version.language), among(Version.work_id, works))
    written = select(Version.work_id).join(Subtitle, Version.id == Subtitle.version_id)
    written = written.where(_in_kazakh(Subtitle.language), among(Version.work_id, works))
    return {work for query in (spoken, written) for (work,) in bare(session, query)}


def _in_kazakh(column: InstrumentedAttribute[str]) -> ColumnElement[bool]:
    return or_(column.in_(("kk", "zxx")), column.startswith("kk-"))


def _synopses(session: Session, works: Some) -> Grouped:
    columns = Synopsis.work_id, Synopsis.id, Synopsis.language, Synopsis.kind, Synopsis.text, Synopsis.print_length
    rows = bare(session, select(*columns).where(among(Synopsis.work_id, works)).order_by(Synopsis.work_id, Synopsis.id))
    return _grouped(rows, lambda row: CheckedText(row[0], row[1], SynopsisKind(row[2]), row[3], row[4]))


def _numbers(session: Session, works: Some) -> Grouped:
    query = select(Identifier.work_id, Identifier.id, Identifier.scheme, Identifier.value)
    rows = bare(session, query.where(among(Identifier.work_id, works)).order_by(Identifier.work_id, Identifier.id))
    return _grouped(rows, lambda row: CheckedNumber(row[0], Scheme(row[1]), row[2]))


def _papers(session: Session, works: Some) -> Grouped:
    c = Clearance
    query = (
        select(c.work_id, c.id, c.territory, c.version_id, c.state, c.ends)
        .where(among(c.work_id, works))
        .order_by(c.work_id, c.id)
    )
    rows = (tuple(row) for row in session.execute(query))
    return _grouped(rows, lambda row: CheckedPaper(row[0], row[1], row[2], ClearanceState(row[3]), row[4]))


def _plans(session: Session, works: Some) -> Grouped:
    query = select(
        SlateEntry.work_id, SlateEntry.programme_id, Programme.territory, Programme.use, SlateEntry.version_id
    ).join(Programme, Programme.id == SlateEntry.programme_id)
    query = query.where(SlateEntry.state != SlateState.DECLINED, among(SlateEntry.work_id, works))
    rows = (tuple(row) for row in session.execute(query.order_by(SlateEntry.work_id, SlateEntry.id)))
    return _grouped(rows, lambda row: Plan(row[0], row[1], Use(row[2]), row[3]))


def _shows(session: Session, works: Some) -> Grouped:
    query = select(
        Part.work_id, Screening.programme_id, Screening.starts_local, Programme.territory, Programme.use,
        Part.version_id,
    ).join(Screening, Screening.id == Part.screening_id)  # fmt: skip
    query = query.join(Programme, Programme.id == Screening.programme_id)
    query = query.where(Screening.status != ScreeningStatus.CANCELLED, Part.work_id.is_not(None))
    if works is not None:
        query = query.where(Part.work_id.in_(works))
    found: dict[int, list[Show]] = defaultdict(list)
    for work, programme, starts, territory, use, version in session.execute(query):
        assert work is not None
        found[work].append(Show(programme, starts.date(), territory, Use(use), version))
    return {work: tuple(shows) for work, shows in found.items()}


def left_as_they_are(session: Session) -> frozenset[tuple[int, str, str]]:
    """The findings people chose to live with, by their keys."""
    return frozenset(
        (work, code, about)
        for work, code, about in session.execute(select(LeftAsItIs.work_id, LeftAsItIs.code, LeftAsItIs.about))
    )


def checks_left_out(session: Session, programme: int | None) -> frozenset[Code]:
    """The checks that are not made: for the library, and for a programme beside them."""
    mine = or_(CheckLeftOut.programme_id.is_(None), CheckLeftOut.programme_id == programme)
    known = {str(code) for code in Code}
    return frozenset(Code(code) for code in session.scalars(select(CheckLeftOut.code).where(mine)) if code in known)


def found(  # noqa: PLR0913 - what a reader may narrow a check by
    session: Session,
    today: date,
    *,
    programme: int | None = None,
    works: Some = None,
    only: Collection[Code] | None = None,
    report: Callable[[int, int], None] | None = None,
) -> list[Found]:
    """What the checks find that are made, in the library or in a programme; what people left as it is stays out.

    `report` is told how many titles of how many are done. Pairs of titles are not compared here.
    """
    if programme is not None:
        inside = works_of_programme(session, programme)
        works = inside if works is None else sorted(set(works) & set(inside))
    wanted = (frozenset(CHECKS) if only is None else frozenset(only)) - checks_left_out(session, programme)
    total = number_of_works(session) if works is None else len(works)
    every = facts(session, works)
    return without(check(_told(every, total, report), today, wanted), left_as_they_are(session))


def _told(every: Iterable[Checked], total: int, report: Callable[[int, int], None] | None) -> Iterable[Checked]:
    for done, one in enumerate(every):
        if report is not None and done % TELL == 0:
            report(done, total)
        yield one
