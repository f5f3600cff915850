"""A programme's schedule read in one go: cards for the board, slots for the rules, the tray of what waits."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.context import Context
from app.domain.screenings import Booked, Slot
from app.store import schedule_people, schedule_titles
from app.store.agent_rows import faces
from app.store.programme_rows import HallRow, ProgrammeRow, StrandRow, hall_rows, programme_row, strand_rows
from app.store.schedule_cards import BODY, Around, Card, PartRow, cards, entry_rows, event_parts, tails, titles_of
from app.store.schedule_copies import CopyRow, copies
from app.store.schedule_facts import Gathered, context_of
from app.store.schedule_halls import days_of
from app.store.schedule_slots import BlockerRow, blockers, slot_of
from app.store.schedule_tray import Stock, TrayRow, tray
from app.store.screenings import Accepted
from app.store.tour_rows import tour
from app.store.work_rows import VersionLine, version_lines, windows

__all__ = ["BODY", "BlockerRow", "Card", "CopyRow", "PartRow", "Schedule", "TrayRow", "schedule", "tails"]


@dataclass(frozen=True, slots=True)
class Schedule:
    """All there is to know of a programme's schedule. `slots` and `context` are what the rules take.

    `accepted` holds the reason of each finding somebody accepted as it is, by the finding's key. A
    blocker has a slot in each of its halls. `people` names everybody who is booked, a guest of a title, in town
    or on duty; `works` all titles shown or waiting, `legs` the ways of a tour ("Almaty – Urumqi").
    """

    programme: ProgrammeRow
    halls: tuple[HallRow, ...]
    strands: tuple[StrandRow, ...]
    cards: tuple[Card, ...]
    tray: tuple[TrayRow, ...]
    entries: int
    slots: tuple[Slot, ...]
    context: Context
    copies: Mapping[int, CopyRow]
    versions: Mapping[int, VersionLine]
    accepted: Mapping[str, str]
    blockers: tuple[BlockerRow, ...] = ()
    people: Mapping[int, str] = field(default_factory=dict)
    legs: Mapping[int, str] = field(default_factory=dict)
    works: Mapping[int, str] = field(default_factory=dict)

    @property
    def days(self) -> tuple[date, ...]:
        """The festival days, first to last."""
        return days_of(self.programme.first_day, self.programme.last_day)

    def card(self, screening: int) -> Card | None:
        """The card of a screening."""
        return next((card for card in self.cards if card.id == screening), None)


def schedule(session: Session, programme: int, language: str, today: date) -> Schedule:
    """Read the schedule of a programme as a reader of `language` sees it. `UserError` if there is none."""
    row = programme_row(session, programme)
    halls, parts = hall_rows(session, programme), event_parts(session, programme)
    entries = entry_rows(session, programme)
    works = {part.work for rows in parts.values() for part in rows if part.work} | {e.work for e in entries}
    titles = titles_of(session, works, language)
    booked = schedule_people.booked(session, programme)
    zones = {hall.id: hall.zone for hall in halls}
    slate = {entry.id: entry for entry in entries}
    placed = cards(session, programme, parts, Around(language, row.day_start, titles, zones, booked, slate))
    shown = tuple(one.card for one in placed)
    blocked, blocking = blockers(session, programme, row.day_start)
    slots = (*map(slot_of, placed), *blocking)
    copy_rows, copy_facts = copies(session, works)
    lines = version_lines(session, works)
    versions = {line.id: line for rows in lines.values() for line in rows}
    allowed = schedule_titles.rights_left(session, programme, windows(session, sorted(works)))
    stays, shifts = schedule_people.stay_rows(session, programme), schedule_people.shift_rows(session, programme)
    gathered = Gathered(works, lines, entries, allowed, copy_facts, stays, shifts)
    context = context_of(session, row, gathered, today)
    waiting = tray(session, row, entries, shown, Stock(titles, versions, allowed, language, today))
    accepted = select(Accepted.signature, Accepted.reason).where(Accepted.programme_id == programme)
    return Schedule(
        row, tuple(halls), tuple(strand_rows(session, programme)), shown, tuple(waiting), len(entries), slots, context,
        copy_rows, versions, dict(session.execute(accepted).all()), tuple(blocked),
        _people(session, context, booked.values(), language),
        _legs(session, programme, language) if context.journeys or context.sent else {},
        {work: title for work, (title, _language, _second) in titles.items()},
    )  # fmt: skip


def _people(session: Session, context: Context, booked: Iterable[tuple[Booked, ...]], language: str) -> dict[int, str]:
    """What everybody is called who has to do with the programme."""
    everybody = {one.person for people in booked for one in people} | context.people.keys()
    everybody |= {duty.person for duty in context.duties}
    everybody |= {guest for entry in context.entries.values() for guest in entry.guests}
    if not everybody:
        return {}
    return {agent: face.title for agent, face in faces(session, everybody, language).items()}


def _legs(session: Session, programme: int, language: str) -> dict[int, str]:
    """The ways of a tour by the cities they lead from and to."""
    read = tour(session, programme)
    cities = {stop.id: stop.names.shown(language) for stop in read.stops}
    return {leg.id: f"{cities.get(leg.origin, '')} – {cities.get(leg.target, '')}" for leg in read.legs}
