"""A programme read for paper: every name in every language, as the documents take it."""

from collections import defaultdict
from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain import calendar, listing
from app.store.programme_rows import hall_rows, programme_row, strand_rows
from app.store.schedule import schedule
from app.store.tour_listings import printed_tour
from app.store.work_rows import VersionLine, work_names
from app.store.works import Work, WorkCountry


def printed(session: Session, programme: int, as_of: date) -> listing.Programme:
    """The programme with all its events and works. `UserError` if there is none with this number."""
    row = programme_row(session, programme)
    read = schedule(session, programme, "en", as_of)
    versions = {line.id: _version(line) for line in read.versions.values()}
    events = []
    for card in read.cards:
        starts = card.starts.replace(tzinfo=calendar.zone_of(card.zone))
        parts = (
            listing.Part(part.kind, part.minutes, starts, part.work, versions.get(part.version or 0))
            for part in card.parts
        )
        placed, ends, event_starts, event_ends = listing.laid_out(starts, parts)
        events.append(listing.Event(
            card.id, card.day, card.hall, starts, ends, event_starts, event_ends, placed, card.strand,
            card.status, card.locked, card.names, card.note,
        ))  # fmt: skip
    count = (row.last_day - row.first_day).days + 1
    return listing.Programme(
        names=row.names,
        city=row.city,
        zone=row.zone,
        as_of=as_of,
        days=tuple(row.first_day + timedelta(days=n) for n in range(count)),
        halls=tuple(listing.Hall(hall.id, hall.names, hall.seats) for hall in hall_rows(session, programme)),
        strands=tuple(listing.Strand(s.id, s.names, s.colour) for s in strand_rows(session, programme)),
        works=_works(session, {work for event in events for work in event.works}),
        events=tuple(events),
        sample=row.sample,
        tour=printed_tour(session, read),
        pauses=tuple(
            listing.Pause(
                row.kind,
                row.day,
                row.starts.replace(tzinfo=calendar.zone_of(row.zone)),
                row.minutes,
                row.halls,
                row.names,
            )
            for row in read.blockers
        ),
    )


def _works(session: Session, works: set[int]) -> tuple[listing.Work, ...]:
    names = work_names(session, works)
    countries: dict[int, list[str]] = defaultdict(list)
    query = select(WorkCountry.work_id, WorkCountry.country).where(WorkCountry.work_id.in_(works))
    for work, country in session.execute(query.order_by(WorkCountry.work_id, WorkCountry.position)):
        countries[work].append(country)
    rows = select(Work.id, Work.kind, Work.year, Work.runtime, Work.age_mark).where(Work.id.in_(works))
    return tuple(
        listing.Work(work, names.get(work, ()), kind, year, tuple(countries[work]), runtime, age)
        for work, kind, year, runtime, age in session.execute(rows.order_by(Work.id))
    )


def _version(line: VersionLine) -> listing.Version:
    return listing.Version(line.language, line.mode, tuple(listing.Subtitles(code) for code in line.subtitles))
