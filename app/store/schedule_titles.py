"""What the rules need to know of the titles of a programme: works, versions, the slate, strands, rights left."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.calendar import festival_day
from app.domain.clearances import Paper
from app.domain.kinds import NameType, PartKind, ScreeningStatus, SpokenMode, SubtitleKind
from app.domain.names import plain
from app.domain.rights import Asked, Window, fitting
from app.domain.surroundings import EntryFacts, EntryTie, StrandFacts, VersionFacts, WorkFacts
from app.store.clearances import Clearance, Rating
from app.store.programmes import EntryGuest, EntryLink, Programme, SlateEntry, Strand
from app.store.schedule_cards import EntryRow
from app.store.screenings import Part, Screening
from app.store.venues import Hall, Venue
from app.store.work_rows import VersionLine
from app.store.works import Name, Subtitle, Version, Work, WorkCountry

Lines = Mapping[int, Sequence[VersionLine]]

THROWN_ON = (SubtitleKind.SEPARATE, SubtitleKind.LIVE)
"""Subtitles that are not part of the picture: the hall has to show them."""


def version_facts(session: Session, lines: Lines) -> dict[int, VersionFacts]:
    """What can be heard and read in the versions of these works."""
    query = select(Subtitle.version_id).join(Version, Version.id == Subtitle.version_id)
    query = query.where(Version.work_id.in_(lines.keys()), Subtitle.kind.in_(THROWN_ON))
    separate = set(session.scalars(query))
    access = select(Version.id).where(Version.work_id.in_(lines.keys()), Version.access != "")
    helped = set(session.scalars(access))
    return {
        line.id: VersionFacts(line.language, line.subtitles, line.id in separate, line.id in helped, work)
        for work, rows in lines.items()
        for line in rows
    }


def work_facts(session: Session, works: Collection[int], lines: Lines) -> dict[int, WorkFacts]:
    """These works as the rules take them."""
    countries: dict[int, list[str]] = defaultdict(list)
    query = select(WorkCountry.work_id, WorkCountry.country).where(WorkCountry.work_id.in_(works))
    for work, country in session.connection().execute(query.order_by(WorkCountry.work_id, WorkCountry.position)):
        countries[work].append(country)
    marks: dict[int, list[tuple[str, str]]] = defaultdict(list)
    rated = select(Rating.work_id, Rating.territory, Rating.mark).where(Rating.work_id.in_(works))
    for work, territory, mark in session.connection().execute(rated.order_by(Rating.id)):
        marks[work].append((territory, mark))
    papers, original = _papers(session, works), _original(session, works, lines)
    own = select(Work.id, Work.kind, Work.age_mark, Work.parent_id, Work.number, Work.national_film)
    return {
        work: WorkFacts(
            kind, tuple(countries.get(work, ())), original.get(work, ()),
            ((("", mark),) if mark else ()) + tuple(marks.get(work, ())), parent, number, national,
            tuple(papers.get(work, ())),
        )
        for work, kind, mark, parent, number, national in session.connection().execute(own.where(Work.id.in_(works)))
    }  # fmt: skip


def _papers(session: Session, works: Collection[int]) -> dict[int, list[Paper]]:
    own = Clearance
    query = select(
        own.work_id, own.territory, own.kind, own.state, own.version_id, own.applied, own.granted, own.ends
    ).where(own.work_id.in_(works))
    found: dict[int, list[Paper]] = defaultdict(list)
    for row in session.connection().execute(query.order_by(own.id)):
        found[row[0]].append(Paper(*row[1:]))
    return found


def _original(session: Session, works: Collection[int], lines: Lines) -> dict[int, tuple[str, ...]]:
    """The languages works were made in: those of their original versions, else of their original names."""
    found = {
        work: tuple(dict.fromkeys(line.language for line in rows if line.mode is SpokenMode.ORIGINAL))
        for work, rows in lines.items()
    }
    without = [work for work in works if not found.get(work)]
    if without:
        query = select(Name.work_id, Name.language).where(Name.work_id.in_(without), Name.type == NameType.ORIGINAL)
        for work, language in session.connection().execute(query.order_by(Name.position, Name.id)):
            found[work] = tuple(dict.fromkeys((*found.get(work, ()), plain(language))))
    return found


def entry_facts(session: Session, programme: int, entries: Iterable[EntryRow]) -> dict[int, EntryFacts]:
    """The slate as the rules take it."""
    guests: dict[int, list[int]] = defaultdict(list)
    query = select(EntryGuest.entry_id, EntryGuest.agent_id).join(SlateEntry, SlateEntry.id == EntryGuest.entry_id)
    for entry, agent in session.connection().execute(
        query.where(SlateEntry.programme_id == programme).order_by(EntryGuest.id)
    ):
        guests[entry].append(agent)
    return {
        row.id: EntryFacts(
            row.work, row.showings, row.strand, row.audience, row.occasion, row.premiere,
            tuple(guests.get(row.id, ())), row.expected, row.fee or 0,
        )
        for row in entries
    }  # fmt: skip


def entry_ties(session: Session, programme: int) -> tuple[EntryTie, ...]:
    """The titles of a slate that come in order, or must not run at the same time."""
    query = select(EntryLink.entry_id, EntryLink.other_id, EntryLink.kind)
    query = query.join(SlateEntry, SlateEntry.id == EntryLink.entry_id).where(SlateEntry.programme_id == programme)
    return tuple(EntryTie._make(row) for row in session.connection().execute(query.order_by(EntryLink.id)))


def strand_facts(session: Session, programme: int) -> dict[int, StrandFacts]:
    """The strands as the rules take them."""
    query = select(Strand.id, Strand.alone, Strand.for_jury).where(Strand.programme_id == programme)
    return {key: StrandFacts(alone, for_jury) for key, alone, for_jury in session.execute(query)}


def rights_left(
    session: Session, programme: int, allowed: Mapping[int, tuple[Window, ...]]
) -> dict[int, tuple[Window, ...]]:
    """The windows with what is left of their showings after those of other programmes."""
    limited = [work for work, own in allowed.items() if any(window.max_showings is not None for window in own)]
    if not limited:
        return dict(allowed)
    elsewhere = _shown_elsewhere(session, programme, limited)
    return {
        work: tuple(_without(window, elsewhere[work]) if work in elsewhere else window for window in own)
        for work, own in allowed.items()
    }


def _shown_elsewhere(session: Session, programme: int, works: Collection[int]) -> dict[int, list[tuple[Asked, date]]]:
    """The showings of works in other programmes: where and as what, and on which festival day."""
    query = select(
        Part.work_id, Part.version_id, Screening.starts_local, Venue.country, Programme.territory, Programme.use,
        Programme.day_start,
    )  # fmt: skip
    query = query.join(Screening, Screening.id == Part.screening_id).join(Hall, Hall.id == Screening.hall_id)
    query = query.join(Venue, Venue.id == Hall.venue_id).join(Programme, Programme.id == Screening.programme_id)
    others = query.where(
        Part.work_id.in_(works),
        Part.kind != PartKind.TALK,
        Screening.programme_id != programme,
        Screening.status != ScreeningStatus.CANCELLED,
    )
    found: dict[int, list[tuple[Asked, date]]] = defaultdict(list)
    for work, version, starts, country, home, use, day_start in session.execute(others):
        if work is not None:
            found[work].append((Asked(version, country or home, use), festival_day(starts, day_start)))
    return found


def _without(window: Window, shown: Sequence[tuple[Asked, date]]) -> Window:
    """A window less the showings that lie in it: a showing in one country takes nothing from the rights of another."""
    if window.max_showings is None:
        return window
    spent = sum(bool(fitting([window], asked)) and window.lies_in(day) for asked, day in shown)
    return replace(window, max_showings=max(0, window.max_showings - spent))
