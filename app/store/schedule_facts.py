"""All the rules need to know around the events of a programme, as one `Context`."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain import itineraries
from app.domain.context import Context, CopyFacts
from app.domain.rights import Window
from app.store import rule_rows, schedule_people, schedule_titles
from app.store.kept_plans import published
from app.store.programme_rows import ProgrammeRow
from app.store.programmes import Programme
from app.store.schedule_cards import EntryRow
from app.store.schedule_halls import days_of, hall_facts, way_rows
from app.store.schedule_people import ShiftRow, StayRow
from app.store.tour_rows import tour
from app.store.work_rows import VersionLine


class Gathered(NamedTuple):
    """What has been read of a programme already, for its cards and its tray."""

    works: Collection[int]
    lines: Mapping[int, Sequence[VersionLine]]
    entries: Sequence[EntryRow]
    allowed: Mapping[int, tuple[Window, ...]]
    copies: Mapping[int, CopyFacts]
    stays: Sequence[StayRow]
    shifts: Sequence[ShiftRow]


def context_of(session: Session, row: ProgrammeRow, gathered: Gathered, today: date) -> Context:
    """The context of a programme on a day."""
    own = session.execute(
        select(
            Programme.audience, Programme.policy, Programme.prime_from, Programme.prime_until, Programme.budget,
            Programme.currency,
        ).where(Programme.id == row.id)
    ).one()  # fmt: skip
    days, made = days_of(row.first_day, row.last_day), tour(session, row.id)
    return Context(
        halls=hall_facts(session, row.id, days),
        copies=gathered.copies,
        rights=gathered.allowed,
        travel={(way.venue, way.other): way.minutes for way in way_rows(session)},
        territory=row.territory,
        use=row.use,
        zone=row.zone,
        day_start=row.day_start,
        works=schedule_titles.work_facts(session, gathered.works, gathered.lines),
        versions=schedule_titles.version_facts(session, gathered.lines),
        entries=schedule_titles.entry_facts(session, row.id, gathered.entries),
        ties=schedule_titles.entry_ties(session, row.id),
        strands=schedule_titles.strand_facts(session, row.id),
        people=schedule_people.in_town(gathered.stays),
        duties=schedule_people.duties(gathered.shifts),
        laws=rule_rows.laws(session),
        special=rule_rows.special_days(session),
        journeys=itineraries.journeys(made),
        sent=itineraries.sent(made),
        by_air=itineraries.by_air(made),
        published=published(session, row.id),
        settings=rule_rows.settings(session, row.id),
        days=days,
        audience=tuple(own.audience.split()),
        policy=tuple(own.policy.split()),
        prime=(own.prime_from, own.prime_until),
        budget=own.budget,
        currency=own.currency,
        today=today,
    )
